#include "engine/io/table_layout.h"

#include <gmock/gmock.h>

#include "tests/io/support/rows.h"

namespace desakota::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The kinds of all rows, a letter each: T titles, H heading, # numbering, d data, G groups, S totals, n notes, R
/// repeated headings.
std::string kinds_of(std::string_view text) {
    constexpr std::string_view kLetters = "TH#dGSnR";
    const auto rows = drawn_rows(text);
    const auto layout = find_layout(rows, {});
    std::string letters;
    if (!layout) return letters;
    for (const auto kind : layout->kinds) letters += kLetters[static_cast<std::size_t>(kind)];
    return letters;
}

constexpr auto kOfficeTable =
    "Tabel 3.1 Jumlah Penduduk\n"
    "No|Desa|Jumlah Penduduk||Jumlah KK\n"
    "||L|P|\n"
    "(1)|(2)|(3)|(4)|(5)\n"
    "I|Kecamatan Muara Telang\n"
    "1|Telang Rejo|20|30|12\n"
    "2|Mulyasari|-|...|3\n"
    "|Jumlah|20|30|15\n"
    "II|Kec. Sumber Marga Telang\n"
    "1|Talang Lubuk|8|9|4\n"
    "|Jumlah|8|9|4\n"
    "|Total|28|39|19\n"
    "\n"
    "Sumber: Kantor Camat\n"
    "Angka sementara\n";

TEST(TableLayout, TellsDataFromAllThatStandsAround) {
    EXPECT_EQ(kinds_of(kOfficeTable), "THH#GddSGdSSnn");
}

TEST(TableLayout, CarriesTheKecamatanDownToItsRows) {
    const auto rows = drawn_rows(kOfficeTable);
    const auto layout = find_layout(rows, {});
    ASSERT_TRUE(layout);
    EXPECT_EQ(group_name(rows[layout->groups[5]]), "Muara Telang");
    EXPECT_EQ(group_name(rows[layout->groups[6]]), "Muara Telang");
    EXPECT_EQ(group_name(rows[layout->groups[9]]), "Sumber Marga Telang");
}

TEST(TableLayout, SaysWhatWasTakenAndLeftOut) {
    const auto rows = drawn_rows(kOfficeTable);
    const auto text = layout_text(rows, *find_layout(rows, {}));
    EXPECT_EQ(text.english,
              "heading in row 2-3; 3 rows taken (6-7, 10). Left out: titles (row 1), numbers of the columns (row 4), "
              "kecamatan headings (row 5, 9), totals (row 8, 11-12), notes (row 14-15). The kecamatan of each row is "
              "in the column kecamatan.");
    EXPECT_THAT(text.indonesian, HasSubstr("Tidak dibaca: judul (baris 1), nomor kolom (baris 4)"));
}

TEST(TableLayout, KnowsAKecamatanWithoutTheWordByItsPlace) {
    EXPECT_EQ(kinds_of("No|Desa|KK\n|MUARA TELANG\n1|A|2\n2|B|3\n|SUMBER MARGA\n1|C|4\n"), "HGddGd");
    EXPECT_EQ(kinds_of("No|Desa|KK\nMUARA TELANG\n1|A|2\n2|B|3\nSUMBER MARGA\n1|C|4\n"), "HGddGd");
    EXPECT_EQ(kinds_of("No|Desa|KK\nA.|MUARA TELANG\n1|A|2\n2|B|3\nB.|SUMBER MARGA\n1|C|4\n"), "HGddGd");
}

TEST(TableLayout, KeepsASettlementOfWhichNothingIsKnown) {
    EXPECT_EQ(kinds_of("Desa|KK|Jiwa\nA|2|8\nSido Makmur\nB|3|9\n"), "Hddd");
    EXPECT_EQ(kinds_of("No|Desa|KK\n1|A|2\n2|Sido Makmur\n3|B|3\n"), "Hddd");
}

TEST(TableLayout, TakesAKecamatanWithItsSumForAHeading) {
    EXPECT_EQ(kinds_of("Desa|KK|Jiwa\nKecamatan Muara Telang|5|17\nA|2|8\nB|3|9\n"), "HGdd");
}

TEST(TableLayout, KeepsTheRowsOfATableOfKecamatan) {
    EXPECT_EQ(kinds_of("Wilayah|KK|Jiwa\nKecamatan A|5|17\nKecamatan B|2|8\nKecamatan C|3|9\n"), "Hddd");
    EXPECT_EQ(kinds_of("Kecamatan|KK|Jiwa\nKecamatan A|5|17\nKecamatan B|2|8\nJumlah|7|25\n"), "HddS");
}

TEST(TableLayout, KeepsTheRowsOfATableOfFigures) {
    EXPECT_EQ(kinds_of("Uraian|Nilai|Satuan\nJumlah penduduk|50|jiwa\nJumlah KK|12|KK\nJumlah rumah|11|unit\n"),
              "Hddd");
}

TEST(TableLayout, LeavesOutHeadingsThatPagesRepeat) {
    EXPECT_EQ(kinds_of("No|Desa|KK\n(1)|(2)|(3)\n1|A|2\n2|B|3\nNo|Desa|KK\n(1)|(2)|(3)\n3|C|4\n"), "H#ddRRd");
}

TEST(TableLayout, KnowsNotesByTheirFirstWordAndAfterwards) {
    EXPECT_EQ(kinds_of("Desa|KK|Jiwa\nA|2|8\nB|3|9\nCatatan : angka sementara\n*) belum lengkap\nbaris lain\n"),
              "Hddnnn");
    EXPECT_EQ(kinds_of("No|Desa|KK\n1|A|2\n2|B|3\nPalembang, 3 Mei 2024\n"), "Hddn");
    EXPECT_EQ(kinds_of("Desa|KK|Jiwa\nA|2|8\nB|3|9\n\nSumber BPS\n"), "Hddn");
    EXPECT_EQ(kinds_of("Desa|KK|Jiwa\nSumber Rejo|2|8\nSumber Mulya\n"), "Hdd") << "these are villages";
}

TEST(TableLayout, FillsTheCellsOfAKecamatanThatSpansRows) {
    const auto rows = drawn_rows("Kecamatan|Desa|KK\nMuara Telang|A|2\n|B|3\nMakarti Jaya|C|4\n");
    const auto layout = find_layout(rows, {});
    ASSERT_TRUE(layout);
    EXPECT_THAT(layout->filled_down, ElementsAre(0U));
    EXPECT_FALSE(layout->is_plain());
    EXPECT_THAT(layout_text(rows, *layout).english, HasSubstr("Empty cells in Kecamatan stand for the cell above."));
    const auto full = find_layout(drawn_rows("Kecamatan|Desa|KK\nMuara Telang|A|2\nMakarti Jaya|C|4\n"), {});
    EXPECT_THAT(full->filled_down, IsEmpty());
    EXPECT_TRUE(full->is_plain());
}

TEST(TableLayout, NamesColumnsByTheirLettersWhereTheHeadingDoesNot) {
    const auto rows = drawn_rows("Desa||KK|\nA|x|2|\nB||3|y\n");
    const auto layout = find_layout(rows, {});
    ASSERT_TRUE(layout);
    EXPECT_THAT(layout->names, ElementsAre("Desa", "column_B", "KK", "column_D"));
}

TEST(TableLayout, OfAFileWithoutRowsIsNone) {
    EXPECT_FALSE(find_layout({}, {}));
}

TEST(GroupName, LosesWordsAndOutlineNumbers) {
    const auto name = [](std::string_view text) { return group_name(drawn_rows(text).front()); };
    EXPECT_EQ(name("KECAMATAN MUARA TELANG"), "MUARA TELANG");
    EXPECT_EQ(name("I. Kec. Muara Telang"), "Muara Telang");
    EXPECT_EQ(name("A|Kecamatan : Muara Telang"), "Muara Telang");
    EXPECT_EQ(name("|Muara Telang"), "Muara Telang");
    EXPECT_EQ(name("Kecamatan"), "Kecamatan");
}

}  // namespace
}  // namespace desakota::io
