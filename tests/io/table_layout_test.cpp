#include "engine/io/table_layout.h"

#include <gmock/gmock.h>

#include "tests/io/support/rows.h"

namespace desakota::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The kinds of all rows, a letter each: T titles, H heading, # numbering, d data, G groups, S totals, n notes, R
/// repeated headings, o another table.
std::string kinds_of(std::string_view text, TableOrigin origin = TableOrigin::Workbook) {
    constexpr std::string_view kLetters = "TH#dGSnRo";
    const auto rows = drawn_rows(text);
    const auto layout = find_layout(rows, {}, origin);
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
    const auto layout = find_layout(rows, {}, TableOrigin::Workbook);
    ASSERT_TRUE(layout);
    EXPECT_EQ(group_name(rows[layout->groups[5]]), "Muara Telang");
    EXPECT_EQ(group_name(rows[layout->groups[6]]), "Muara Telang");
    EXPECT_EQ(group_name(rows[layout->groups[9]]), "Sumber Marga Telang");
}

TEST(TableLayout, SaysWhatWasTakenAndLeftOut) {
    const auto rows = drawn_rows(kOfficeTable);
    const auto text = layout_text(rows, *find_layout(rows, {}, TableOrigin::Workbook));
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
    const auto layout = find_layout(rows, {}, TableOrigin::Workbook);
    ASSERT_TRUE(layout);
    EXPECT_THAT(layout->filled_down, ElementsAre(0U));
    EXPECT_FALSE(layout->is_plain());
    EXPECT_THAT(layout_text(rows, *layout).english, HasSubstr("Empty cells in Kecamatan stand for the cell above."));
    const auto full =
        find_layout(drawn_rows("Kecamatan|Desa|KK\nMuara Telang|A|2\nMakarti Jaya|C|4\n"), {}, TableOrigin::Workbook);
    EXPECT_THAT(full->filled_down, IsEmpty());
    EXPECT_TRUE(full->is_plain());
}

TEST(TableLayout, NamesColumnsByTheirLettersWhereTheHeadingDoesNot) {
    const auto rows = drawn_rows("Desa||KK|\nA|x|2|\nB||3|y\n");
    const auto layout = find_layout(rows, {}, TableOrigin::Workbook);
    ASSERT_TRUE(layout);
    EXPECT_THAT(layout->names, ElementsAre("Desa", "column_B", "KK", "column_D"));
}

TEST(TableLayout, KeepsVillagesThatAreCalledLikeSums) {
    EXPECT_EQ(kinds_of("Desa|KK|Jiwa\nTotal Persada|2|8\nJumlah Makmur|3|9\nRata|1|2\nJumlah|6|19\n"), "HdddS");
    EXPECT_EQ(kinds_of("No|Desa|KK\n1|A|2\n2|Total|3\n|Jumlah Kecamatan Lago|5\n|Jumlah/Total|5\n"), "HddSS");
    EXPECT_EQ(kinds_of("Desa|KK|Jiwa\nA|2|8\nB|3|9\nRata-rata|2,5|8,5\n"), "HddS");
}

TEST(TableLayout, TakesARowWithFiguresForDataWhateverItLacks) {
    EXPECT_EQ(kinds_of("No|Desa|KK|Jiwa\n1|A|2|8\n|UPT Tani Jaya|70|8\n2|B|3|9\n"), "Hddd");
    EXPECT_EQ(kinds_of("No|Desa|KK|Jiwa\n1|A|2|8\n|Tani Jaya|70|8\n2|B|3|9\n"), "Hddd");
    EXPECT_EQ(kinds_of("no|desa_id|art|pendapatan\n1|1|5|100\n2|1|4|200\n3|1|5|tidak tahu\n"), "Hddd");
    EXPECT_EQ(kinds_of("No|Desa|KK\n1|A|2\n|UPT Tani Jaya\n2|B|3\n"), "Hddd") << "nothing is known of it";
    EXPECT_EQ(kinds_of("Nama|KK\nA|50\n*Mekar|45\nSri|44\n"), "Hddd");
    EXPECT_EQ(kinds_of("No|Desa|KK|Jiwa\nA|LAGO|5|17\n1|Sri|2|8\n2|Tani|3|9\nB|TELANG|1|4\n1|Mekar|1|4\n"), "HGddGd")
        << "a letter in the place of the running number";
}

TEST(TableLayout, LeavesOutLinesAtTheTopOfAPage) {
    EXPECT_EQ(kinds_of("No|Desa|KK\n|Kecamatan Lago\n1|A|2\nLanjutan Tabel 3.1\n2|B|3\n"), "HGdRd");
}

TEST(TableLayout, LeavesOutSignatures) {
    EXPECT_EQ(kinds_of("No|Desa|KK\n1|A|2\n2|B|3\n|Jumlah|5\n\n|Mengetahui,\n|Camat Lago\n|Budi\n|NIP. 19650101\n"),
              "HddSnnnn");
    EXPECT_EQ(kinds_of("Desa|KK|Jiwa\nA|2|8\n\nLago, 3 Mei\nBudi\n"), "Hdnn");
}

TEST(TableLayout, SeesAnotherTableBelow) {
    constexpr auto kTwo = "Desa|KK|Jiwa\nA|2|8\nB|3|9\n\nNama UPT|Jiwa|KK\nTani Jaya|70|8\n";
    EXPECT_EQ(kinds_of(kTwo), "Hddoo");
    const auto rows = drawn_rows(kTwo);
    EXPECT_EQ(find_layout(rows, {}, TableOrigin::Workbook)->other_table, 5);
    EXPECT_FALSE(find_layout(rows, HeaderRows{1, 1}, TableOrigin::Workbook)->other_table) << "the user said which";
    EXPECT_EQ(kinds_of("Desa|KK|Jiwa\nA|2|8\n\nTabel 2\nDesa|SD|SMP\nA|1|0\n"), "HdRoo");
}

TEST(TableLayout, OfAPlainCsvFileKeepsEveryRecord) {
    constexpr auto kCsv = TableOrigin::Csv;
    EXPECT_EQ(kinds_of("id|rt|anggota\n1|2|3\n2|2|4\n", kCsv), "Hdd");
    EXPECT_EQ(kinds_of("no|nama|anggota\n1|A|4\n|Sri|44\n|Tani|\n", kCsv), "Hddd");
    EXPECT_EQ(kinds_of("id|distrik|kampung|kk\n1|Distrik A|x|4\n2|B|y|5\n3|C|z|5\n", kCsv), "Hddd");
    EXPECT_EQ(kinds_of("kode|golongan|catatan\n1|Rata-rata|Jumlah ART tanpa anak\n2|Total|x\n3|a|\n", kCsv), "Hddd");
    EXPECT_EQ(kinds_of("nama|kk\nSuka Maju|tidak ada\nB|5\n", kCsv), "Hdd");
    EXPECT_EQ(kinds_of("nama|kk\nA|50\n*Mekar|45\nKet: Sri|44\n", kCsv), "Hddd");
    EXPECT_EQ(kinds_of("nama|kk\nA|50\nJumlah|50\nSumber: camat\n", kCsv), "HdSn");
    EXPECT_EQ(kinds_of("nama|kk\nA|50|3|x\nB|5|4|y\n", kCsv), "Hdd") << "records longer than the heading";
    EXPECT_EQ(kinds_of("No|Desa|Penduduk\n||L|P|L+P\n1|A|1|2|3\n2|B|1|1|2\n", kCsv), "HHdd") << "a stacked heading";
    const auto rows = drawn_rows("nama|kecamatan\nA|Lago\nB|\n");
    EXPECT_THAT(find_layout(rows, {}, kCsv)->filled_down, IsEmpty());
}

TEST(TableLayout, OfAFileWithoutRowsIsNone) {
    EXPECT_FALSE(find_layout({}, {}, TableOrigin::Workbook));
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
