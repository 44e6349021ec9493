#include "engine/io/table_heading.h"

#include <gmock/gmock.h>

#include "tests/io/support/rows.h"

namespace desakota::io {
namespace {

using testing::ElementsAre;

/// The rows of the heading as the spreadsheet numbers them, and the names.
struct Found {
    std::int64_t first = 0;
    std::int64_t last = 0;
    bool has_numbering = false;
    std::vector<std::string> names;
};

Found heading_of(std::string_view text, const std::optional<HeaderRows>& given = {}) {
    const auto rows = drawn_rows(text);
    const auto heading = find_heading(rows, given);
    if (!heading) return {};
    return {rows[heading->first].number, rows[heading->last].number, heading->has_numbering,
            heading_names(rows, *heading)};
}

TEST(TableHeading, IsTheFirstRowOfAPlainTable) {
    const auto found = heading_of("desa|kk\nA|12\nB|3\n");
    EXPECT_EQ(found.first, 1);
    EXPECT_EQ(found.last, 1);
    EXPECT_THAT(found.names, ElementsAre("desa", "kk"));
}

TEST(TableHeading, StandsBelowTitles) {
    const auto found = heading_of(
        "Tabel 3.1\nJumlah Penduduk Menurut Desa\nTahun|2024\n\nNo|Desa|Jumlah KK|Penduduk\n1|A|12|50\n2|B|3|11\n");
    EXPECT_EQ(found.first, 5);
    EXPECT_EQ(found.last, 5);
    EXPECT_THAT(found.names, ElementsAre("No", "Desa", "Jumlah KK", "Penduduk"));
}

TEST(TableHeading, OfStackedRowsIsJoinedFromTheTopDown) {
    const auto found = heading_of(
        "Tabel 3.1\n"
        "No|Desa|Jumlah Penduduk|||Jumlah KK\n"
        "||Laki-laki|Perempuan|Jumlah|\n"
        "1|A|20|30|50|12\n2|B|5|6|11|3\n");
    EXPECT_EQ(found.first, 2);
    EXPECT_EQ(found.last, 3);
    EXPECT_THAT(found.names, ElementsAre("No", "Desa", "Jumlah Penduduk Laki-laki", "Jumlah Penduduk Perempuan",
                                         "Jumlah Penduduk Jumlah", "Jumlah KK"));
}

TEST(TableHeading, OfThreeLevelsKeepsItsGroupsApart) {
    const auto found = heading_of(
        "Desa|2023||||2024|||\n"
        "|Miskin||Tidak miskin||Miskin||Tidak miskin|\n"
        "|KK|Jiwa|KK|Jiwa|KK|Jiwa|KK|Jiwa\n"
        "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)\n"
        "A|1|2|3|4|5|6|7|8\n");
    EXPECT_EQ(found.first, 1);
    EXPECT_EQ(found.last, 3);
    EXPECT_TRUE(found.has_numbering);
    EXPECT_THAT(found.names, ElementsAre("Desa", "2023 Miskin KK", "2023 Miskin Jiwa", "2023 Tidak miskin KK",
                                         "2023 Tidak miskin Jiwa", "2024 Miskin KK", "2024 Miskin Jiwa",
                                         "2024 Tidak miskin KK", "2024 Tidak miskin Jiwa"));
}

TEST(TableHeading, KnowsWhatColumnsAreCalledByThemselves) {
    const auto rows = drawn_rows(
        "Desa|Kependudukan|||\n"
        "|Jumlah Penduduk|||Jumlah KK\n"
        "|L|P|Jumlah|\n"
        "(1)|(2)|(3)|(4)|(5)\n"
        "A|1|2|3|4\n");
    EXPECT_THAT(heading_short_names(rows, *find_heading(rows, {})),
                ElementsAre("", "L", "P", "Jumlah Penduduk", "Jumlah KK"));
}

TEST(TableHeading, MayHaveYearsInItsLastRow) {
    const auto found = heading_of("Desa|Jumlah KK|\n|2023|2024\nA|12|13\nB|3|4\n");
    EXPECT_EQ(found.last, 2);
    EXPECT_THAT(found.names, ElementsAre("Desa", "Jumlah KK 2023", "Jumlah KK 2024"));
}

TEST(TableHeading, TakesASecondRowOfWordsOverColumnsOfNumbers) {
    const auto found = heading_of("Kode|Nama|Penduduk||\nDesa|Desa|L|P|L+P\n16|A|20|30|50\n17|B|5|6|11\n");
    EXPECT_EQ(found.last, 2);
    EXPECT_THAT(found.names, ElementsAre("Kode Desa", "Nama Desa", "Penduduk L", "Penduduk P", "Penduduk L+P"));
}

TEST(TableHeading, LeavesAKecamatanBelowItToTheData) {
    EXPECT_EQ(heading_of("No|Desa|KK\nI|Kecamatan Muara Telang|\n1|A|12\n2|B|3\n").last, 1);
    EXPECT_EQ(heading_of("Desa|KK|Jiwa\nKecamatan Muara Telang\nA|12|40\nB|3|9\n").last, 1);
    EXPECT_EQ(heading_of("No|Desa|KK|Jiwa\n|Muara Telang\n1|A|12|40\n2|B|3|9\n").last, 1);
}

TEST(TableHeading, LeavesWordsInTheFirstRowOfDataThere) {
    EXPECT_EQ(heading_of("desa|air|jalan\nA|PAM|aspal\nB|sumur|tanah\n").last, 1);
    EXPECT_EQ(heading_of("desa|kk|catatan\nA||tidak ada data\nB|3|\nC|4|\n").last, 1);
    EXPECT_EQ(heading_of("desa|kk\nSuka Maju|t.a.d\nB|3\nC|4\n").last, 1);
    EXPECT_FALSE(heading_of("id|rt|anggota\n1|2|3\n2|2|5\n").has_numbering) << "a record";
    EXPECT_TRUE(heading_of("No|Desa|KK\n1|2|3\n1|A|5\n").has_numbering);
}

TEST(TableHeading, IsWhereTheUserSays) {
    const auto found = heading_of("x|y\nDesa|Jumlah|\n|KK|Jiwa\nA|1|2\n", HeaderRows{2, 3});
    EXPECT_EQ(found.first, 2);
    EXPECT_EQ(found.last, 3);
    EXPECT_THAT(found.names, ElementsAre("Desa", "Jumlah KK", "Jumlah Jiwa"));
    EXPECT_TRUE(heading_of("x|y\n", HeaderRows{5, 6}).names.empty());
}

TEST(TableHeading, RowsAreWrittenAsOneOrARange) {
    EXPECT_EQ(parse_header_rows("4")->last, 4);
    EXPECT_EQ(parse_header_rows("3-5")->first, 3);
    EXPECT_EQ(parse_header_rows("3-5")->last, 5);
    for (const auto* text : {"", "0", "5-3", "a", "3-", "-3", "1-100", "3,5"})
        EXPECT_FALSE(parse_header_rows(text)) << text;
}

TEST(TableHeading, NumbersOfColumnsAreInBracketsOrAtLeastThree) {
    const auto is = [](std::string_view text) { return is_numbering(drawn_rows(text).front()); };
    EXPECT_TRUE(is("(1)|(2)"));
    EXPECT_TRUE(is("1|2|3|4"));
    EXPECT_TRUE(is("(1)|(2)|(3)|(4=2+3)"));
    EXPECT_FALSE(is("1|2"));
    EXPECT_FALSE(is("(1)|(3)"));
    EXPECT_FALSE(is("1|A|12"));
}

}  // namespace
}  // namespace desakota::io
