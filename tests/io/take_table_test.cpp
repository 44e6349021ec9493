#include "engine/io/take_table.h"

#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"
#include "tests/io/support/vector_file.h"
#include "tests/io/support/workbook.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class OfficeTables : public testing::Test {
protected:
    TemporaryFolder folder;

    std::string workbook(std::string_view sheet, const std::string& name = "penduduk.xlsx") {
        return write_workbook(folder.file(name), {{"3.1", {sheet_xml(sheet)}}});
    }
};

constexpr auto kPopulation =
    "Tabel 3.1\n"
    "\n"
    "No|Desa|Jumlah Penduduk||Jumlah KK\n"
    "||L|P|\n"
    "(1)|(2)|(3)|(4)|(5)\n"
    "I|Kecamatan Muara Telang\n"
    "=1|Telang Rejo|=1204|=30|1.234\n"
    "=2|Mulyasari|-|...|=3\n"
    "|Jumlah|=1204|=30|=1237\n"
    "II|Kec. Makarti Jaya\n"
    "=1|Tirta Mulya|=8|=9|1.250.000\n"
    "Sumber: kantor camat\n";

TEST_F(OfficeTables, AreReadWithoutTitlesTotalsAndNotes) {
    const auto read =
        read_all(workbook(kPopulation), {"Desa", "Jumlah Penduduk L", "Jumlah Penduduk P", "Jumlah KK", "kecamatan"});
    EXPECT_THAT(values(read.layer, "Desa"), ElementsAre("Telang Rejo", "Mulyasari", "Tirta Mulya"));
    EXPECT_THAT(values(read.layer, "Jumlah Penduduk L"), ElementsAre("1204", "0", "8"));
    EXPECT_THAT(values(read.layer, "Jumlah Penduduk P"), ElementsAre("30", "-", "9")) << "missing is missing";
    EXPECT_THAT(values(read.layer, "Jumlah KK"), ElementsAre("1234", "3", "1250000"));
    EXPECT_THAT(values(read.layer, "kecamatan"), ElementsAre("Muara Telang", "Muara Telang", "Makarti Jaya"));
    EXPECT_THAT(read.layer.feature_ids, ElementsAre(7, 8, 11)) << "rows as the spreadsheet numbers them";
    EXPECT_THAT(
        told(read.diagnostics),
        AllOf(HasSubstr("heading in row 3-4; 3 rows taken (7-8, 11). Left out: titles (row 1)"),
              HasSubstr("column Jumlah Penduduk L: \"-\" is read as 0 (1 cells); otherwise say --dash missing")));
}

TEST_F(OfficeTables, ReadADashAsMissingWhereTheUserSaysSo) {
    core::Diagnostics diagnostics;
    core::SilentProgress progress;
    auto open = open_source(parse_source(workbook(kPopulation)), diagnostics, {}, {.dash_is_zero = false});
    const auto read = open.read({"Jumlah Penduduk L"}, progress, diagnostics);
    EXPECT_THAT(values(read.layer, "Jumlah Penduduk L"), ElementsAre("1204", "-", "8"));
    EXPECT_THAT(told(diagnostics), HasSubstr("\"-\" is read as missing (1 cells)"));
}

TEST_F(OfficeTables, AskForTheDecimalMarkWhereNothingSaysIt) {
    const auto path = workbook("Desa|Jarak\nA|1.234\nB|2.500\n");
    EXPECT_THAT(reading_error(path, {"Jarak"}),
                AllOf(StartsWith("3: "),
                      HasSubstr("column Jarak: its numbers, such as 1.234 in row 2, could be thousands or have "
                                "three decimals. Say which with --decimal comma")));
    EXPECT_EQ(reading_error(path, {"Desa"}), "") << "a column that is not read asks nothing";
    core::SilentProgress progress;
    for (const auto& [mark, expected] :
         {std::pair{DecimalMark::Comma, "1234"}, std::pair{DecimalMark::Point, "1.234"}}) {
        core::Diagnostics diagnostics;
        auto open = open_source(parse_source(path), diagnostics, {}, {.decimal = mark});
        const auto read = open.read({"Jarak"}, progress, diagnostics);
        EXPECT_EQ(values(read.layer, "Jarak").front(), expected);
        EXPECT_FALSE(diagnostics.has_errors());
    }
}

TEST_F(OfficeTables, RefuseCodesThatASpreadsheetShortened) {
    const auto path = workbook("Kode Desa|KK\n1.60705E+09|=5\n1.60705E+09|=6\n");
    EXPECT_THAT(reading_error(path, {"Kode Desa"}),
                AllOf(StartsWith("3: "),
                      HasSubstr("row 2, column Kode Desa: a spreadsheet turned the code into 1.60705E+09 and "
                                "lost its last digits (2 rows).")));
    EXPECT_EQ(reading_error(path, {"KK"}), "");
}

TEST_F(OfficeTables, RefuseCodesThatAProgramGaveADecimal) {
    const auto path = folder.write("a.csv", "kode_desa,kk\n1607051001.0,5\n,6\n");
    EXPECT_THAT(
        reading_error(path, {"kode_desa"}),
        AllOf(StartsWith("3: "),
              HasSubstr("row 1, column kode_desa: a program turned the code into the number 1607051001.0 (1 rows)")));
}

TEST_F(OfficeTables, RefuseASecondTableUnlessToldWhichToRead) {
    const auto path = workbook("Desa|KK|Jiwa\nA|=2|=8\nB|=3|=9\n\nNama UPT|Jiwa|KK\nTani Jaya|=70|=8\n");
    EXPECT_THAT(reading_error(path, {"KK"}), AllOf(StartsWith("3: "), HasSubstr("another table begins in row 5")));
    EXPECT_THAT(values(read_all(path + "|header=5", {"KK"}).layer, "KK"), ElementsAre("8"));
    const auto first = read_all(path + "|header=1", {"KK"});
    EXPECT_THAT(values(first.layer, "KK"), ElementsAre("2", "3"));
    EXPECT_THAT(told(first.diagnostics), HasSubstr("another table (row 5-6)"));
}

TEST_F(OfficeTables, HoldUnsignedLatitudesInAColumnOfTheSouth) {
    const auto path = folder.write("a.csv", "nama;Lintang Selatan;Bujur Timur\nA;2,404;104,736\nB;2° 30';104° 45'\n");
    EXPECT_THAT(geometry_texts(read_all(path, {"nama"}).layer), ElementsAre("P(104.736 -2.404)", "P(104.75 -2.5)"));
}

TEST_F(OfficeTables, TakeThreeDecimalsOfDegreesForDecimals) {
    const auto path = folder.write("a.csv", "nama;lat;lon\nA;-2.404;104.736\n");
    EXPECT_EQ(reading_error(path, {"nama", "lat", "lon"}), "");
    EXPECT_THAT(geometry_texts(read_all(path, {"nama"}).layer), ElementsAre("P(104.736 -2.404)"));
}

TEST_F(OfficeTables, HoldMetresWithDotsBetweenThousands) {
    const auto path = folder.write("a.csv", "nama;x;y\nA;470.657,5;9.734.251,3\n");
    EXPECT_THAT(geometry_texts(read_all(path + "|crs=EPSG:32748", {"nama"}).layer),
                ElementsAre("P(470657.5 9734251.3)"));
}

TEST_F(OfficeTables, KeepCodesThatAreNumbersInTheSheet) {
    const auto read = read_all(workbook("Kode Desa|KK\n=1607051009|=5\n=1607051010|=6\n"), {"Kode Desa", "KK"});
    EXPECT_THAT(values(read.layer, "Kode Desa"), ElementsAre("1607051009", "1607051010"));
    EXPECT_EQ(read.layer.find("Kode Desa")->type(), layers::ColumnType::Text);
    EXPECT_THAT(told(read.diagnostics), Not(HasSubstr("heading"))) << "nothing to tell of a plain table";
}

TEST_F(OfficeTables, TakeTheHeadingFromTheRowsGiven) {
    const auto path = workbook("x|y|z\nDesa|Jumlah|\n|KK|Jiwa\nA|=1|=2\n");
    EXPECT_THAT(values(read_all(path + "|header=2-3", {"Jumlah Jiwa"}).layer, "Jumlah Jiwa"), ElementsAre("2"));
    EXPECT_THAT(reading_error(path + "|header=8"), AllOf(StartsWith("2: "), HasSubstr("rows 8 hold no heading")));
    EXPECT_THAT(reading_error(path + "|header=0"), AllOf(StartsWith("2: "), HasSubstr("|header=0 is no row")));
}

TEST_F(OfficeTables, ListTheSheetsWhereNoneIsNamedAndSkipEmptyOnes) {
    const auto path = write_workbook(
        folder.file("a.xlsx"),
        {{"3.1", {sheet_xml("Desa|KK\nA|=1\n")}}, {"3.2", {sheet_xml("Desa|Jiwa\nA|=4\n")}}, {"Sheet3", {}}});
    EXPECT_THAT(reading_error(path), AllOf(StartsWith("2: "), HasSubstr("There are: 3.1, 3.2.")));
    EXPECT_THAT(values(read_all(path + "|sheet=3.2", {"Jiwa"}).layer, "Jiwa"), ElementsAre("4"));
    EXPECT_THAT(reading_error(path + "|sheet=4"), StartsWith("2: "));
    const auto single = write_workbook(folder.file("b.xlsx"), {{"S", {sheet_xml("Desa|KK\nA|=1\n")}}, {"Sheet2", {}}});
    EXPECT_THAT(values(read_all(single, {"KK"}).layer, "KK"), ElementsAre("1"));
}

TEST_F(OfficeTables, SayThatASheetHoldsNoTable) {
    EXPECT_THAT(reading_error(workbook("Hanya judul\n")), AllOf(StartsWith("3: "), HasSubstr("no table is found")));
}

TEST_F(OfficeTables, AreFilteredAfterTheirHeadingIsFound) {
    const auto read = read_all(workbook(kPopulation) + "|subset=kecamatan = 'Makarti Jaya'", {"Desa"});
    EXPECT_THAT(values(read.layer, "Desa"), ElementsAre("Tirta Mulya"));
}

TEST_F(OfficeTables, OfCsvAreReadTheSameWay) {
    const auto path =
        folder.write("p.csv",
                     "\xEF\xBB\xBFTabel 3.1;;;\n;;;\nNo;Desa;Jumlah Penduduk;\n;;L;P\n1;A;1.204;30\n2;\"B; baru\";-;5\n"
                     ";Jumlah;1.204;35\nSumber: camat;;;\n");
    const auto read = read_all(path, {"Desa", "Jumlah Penduduk P"});
    EXPECT_THAT(values(read.layer, "Desa"), ElementsAre("A", "B; baru"));
    EXPECT_THAT(values(read.layer, "Jumlah Penduduk P"), ElementsAre("30", "5"));
    EXPECT_THAT(told(read.diagnostics), HasSubstr("totals (row 7), notes (row 8)"));
}

TEST_F(OfficeTables, OfCsvStayAsTheyAreWhereTheyArePlain) {
    const auto read = read_all(folder.write("p.csv", "desa,kk\nA,12\nB,3\n"), {"kk"});
    EXPECT_THAT(read.layer.feature_ids, ElementsAre(1, 2));
    EXPECT_EQ(told(read.diagnostics), "");
}

TEST_F(OfficeTables, OfOpenDocumentAreReadToo) {
    TestLayer sheet{"3.1", wkbNone, 0, {{"a"}, {"b"}, {"c"}}, {}, {}};
    sheet.rows = {{"", {"Tabel 3.1"}}, {"", {"No", "Desa", "KK"}}, {"", {"1", "A", "12"}}, {"", {"2", "B", "3"}}};
    const auto read = read_all(write_vector(folder.file("p.ods"), "ODS", {sheet}) + "|header=3", {"Desa", "KK"});
    EXPECT_THAT(values(read.layer, "Desa"), ElementsAre("A", "B"));
    EXPECT_THAT(values(read.layer, "KK"), ElementsAre("12", "3"));
}

TEST_F(OfficeTables, HoldPlacesInDegreesAndMinutes) {
    const auto path = workbook("Nama|Lintang|Bujur\nA|1° 51' 16,4&quot; LS|104° 44' BT\nB|-|-\n");
    const auto read = read_all(path, {"Nama"});
    ASSERT_EQ(read.layer.geometry.size(), 2U);
    const auto point = read.layer.geometry.coordinates(0)[0];
    EXPECT_NEAR(point.x, 104.0 + 44.0 / 60.0, 1e-12);
    EXPECT_NEAR(point.y, -(1.0 + 51.0 / 60.0 + 16.4 / 3600.0), 1e-12);
    EXPECT_EQ(geometry_texts(read.layer)[1], "");
    EXPECT_THAT(reading_error(workbook("Nama|Lintang|Bujur\nA|104° 44' BT|1° 51' LS\n", "b.xlsx")),
                HasSubstr("look swapped"));
}

TEST_F(OfficeTables, HoldBothCoordinatesInOneCell) {
    const auto read = read_all(workbook("Nama|Koordinat\nA|1° 30' LS, 104° 45' BT\n"), {"Nama"});
    EXPECT_THAT(geometry_texts(read.layer), ElementsAre("P(104.75 -1.5)"));
    EXPECT_THAT(told(read.diagnostics), HasSubstr("column Koordinat is taken as latitude and longitude"));
    const auto other = read_all(workbook("Nama|Koordinat\nA|balai desa\n", "b.xlsx"), {"Koordinat"});
    EXPECT_EQ(other.layer.geometry_type, geo::GeometryType::None);
}

TEST_F(OfficeTables, JoinTheCodesOfTheStatisticsOffice) {
    const auto read = read_all(workbook("R101|R102|R103|R104|R105\n=16|=7|=51|=9|x\n=16|=7||=9|y\n"), {"kode_bps"});
    EXPECT_THAT(values(read.layer, "kode_bps"), ElementsAre("1607051009", "-"));
    const auto named = read_all(folder.write("m.csv", "kdprov,kdkab,kdkec,kddesa\n16,07,051,009\n"), {"kode_bps"});
    EXPECT_THAT(values(named.layer, "kode_bps"), ElementsAre("1607051009"));
    TestLayer layer{"a", wkbPoint, 4326, {{"R101"}, {"R102"}, {"R103"}, {"R104"}}, {}, {}};
    layer.rows = {{"POINT (104 -2)", {"16", "07", "051", "009"}}};
    const auto packed = read_all(write_vector(folder.file("a.gpkg"), "GPKG", {layer}), {"kode_bps"});
    EXPECT_THAT(values(packed.layer, "kode_bps"), ElementsAre("1607051009"));
}

}  // namespace
}  // namespace desakota::io
