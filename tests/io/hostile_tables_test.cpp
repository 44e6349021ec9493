#include <fstream>

#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"
#include "tests/io/support/workbook.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

class HostileTables : public testing::Test {
protected:
    TemporaryFolder folder;
};

TEST_F(HostileTables, OfAMillionEmptyRowsAreReadWithoutThem) {
    std::string rows = sheet_xml("Desa|KK\nA|=5\n");
    for (int row = 3; row <= 1'000'000; ++row) rows += "<row r=\"" + std::to_string(row) + "\"/>";
    const auto path = write_workbook(folder.file("a.xlsx"), {{"S", {rows}}});
    EXPECT_THAT(values(read_all(path, {"KK"}).layer, "KK"), ElementsAre("5"));
}

TEST_F(HostileTables, WithARowFarBelowAreRefusedOrReadButNeverFilled) {
    const auto far = sheet_xml("Desa|KK\nA|=5\n") + "<row r=\"1048576\"><c r=\"A1048576\"><v>7</v></c></row>";
    const auto path = write_workbook(folder.file("a.xlsx"), {{"S", {far}}});
    EXPECT_THAT(reading_error(path, {"KK"}),
                AllOf(StartsWith("3: "), HasSubstr("cannot be read wholly"), HasSubstr("Too big gap")));
}

TEST_F(HostileTables, ThatUnpackToHundredsOfTimesTheirSizeAreRefusedUnread) {
    const std::string blanks(std::size_t{1} << 20U, ' ');
    std::vector<std::string> rows{sheet_xml("Desa|KK\nA|=5\n")};
    rows.insert(rows.end(), 120, blanks);
    const auto path = write_workbook(folder.file("a.xlsx"), {{"S", rows}});
    EXPECT_THAT(reading_error(path), AllOf(StartsWith("3: "), HasSubstr("a.xlsx: unpacks to 120 MB")));
}

TEST_F(HostileTables, ThatLieAboutTheirSizeAreReadNoFurtherThanTheySay) {
    std::vector<std::string> rows{sheet_xml("Desa|KK\nA|=5\n")};
    rows.insert(rows.end(), 8, std::string(std::size_t{1} << 20U, ' '));
    const auto path = write_workbook(folder.file("a.xlsx"), {{"S", rows}});
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), {});
    // The central directory gives the size of each file at byte 24 of its entry, the name's length at 28.
    const auto name = bytes.rfind("xl/worksheets/sheet1.xml");
    ASSERT_NE(name, std::string::npos);
    const auto entry = name - 46;
    ASSERT_EQ(bytes.substr(entry, 4), "PK\x01\x02");
    bytes.replace(entry + 24, 4, std::string("\x00\x04\x00\x00", 4));
    EXPECT_THAT(reading_error(folder.write("b.xlsx", bytes)), StartsWith("3: "));
}

TEST_F(HostileTables, WithFormulasGiveTheirResultsAndSayWhichHaveNone) {
    const auto path = write_workbook(folder.file("a.xlsx"),
                                     {{"S",
                                       {sheet_xml("Desa|KK|Jiwa\nA|=<f>1+1</f><v>2</v>|=<f>3+4</"
                                                  "f>\nB|=7|=8\nC|=<f>HYPERLINK(\"http://x\")</f><v></v>|=1\n")}}});
    const auto read = read_all(path, {"KK", "Jiwa"});
    EXPECT_THAT(values(read.layer, "KK"), ElementsAre("2", "7", "-"));
    EXPECT_THAT(values(read.layer, "Jiwa"), ElementsAre("-", "8", "1"));
    EXPECT_THAT(told(read.diagnostics), HasSubstr("2 formulas have never been worked out"));
}

TEST_F(HostileTables, WithFailedFormulasSaySoAndReadThemAsMissing) {
    const auto path =
        write_workbook(folder.file("a.xlsx"), {{"S", {sheet_xml("Desa|KK\nA|#REF!\nB|=7\nC|#DIV/0!\n")}}});
    const auto read = read_all(path, {"KK"});
    EXPECT_THAT(values(read.layer, "KK"), ElementsAre("-", "7", "-"));
    EXPECT_THAT(told(read.diagnostics),
                HasSubstr("row 2, column KK: #REF! is a formula that failed, read as missing (2 rows)"));
}

TEST_F(HostileTables, WithMacrosAreReadAndTheMacrosAreNot) {
    const auto path = write_workbook(folder.file("a.xlsm"), {{"S", {sheet_xml("Desa|KK\nA|=5\n")}}});
    EXPECT_THAT(values(read_all(path, {"KK"}).layer, "KK"), ElementsAre("5"));
}

TEST_F(HostileTables, WithAScriptForAHeadingKeepItAsText) {
    const auto path =
        write_workbook(folder.file("a.xlsx"),
                       {{"S", {sheet_xml("&lt;script&gt;alert(1)&lt;/script&gt;|KK'; DROP TABLE x; --\nA|=5\n")}}});
    const auto read = read_all(path, {"<script>alert(1)</script>", "KK'; DROP TABLE x; --"});
    EXPECT_THAT(values(read.layer, "<script>alert(1)</script>"), ElementsAre("A"));
    EXPECT_THAT(values(read.layer, "KK'; DROP TABLE x; --"), ElementsAre("5"));
}

TEST_F(HostileTables, WithAPageOfTextForAHeadingShortenIt) {
    std::string heading;
    while (heading.size() < 500) heading += "é";
    const auto path = write_workbook(folder.file("a.xlsx"), {{"S", {sheet_xml(heading + "|KK\nA|=5\n")}}});
    core::Diagnostics diagnostics;
    const auto names = open_source(parse_source(path), diagnostics).columns();
    ASSERT_THAT(names, SizeIs(2));
    EXPECT_EQ(names[0].name, heading.substr(0, 120));
}

TEST_F(HostileTables, ThatAreNoWorkbooksAreRefused) {
    EXPECT_THAT(reading_error(folder.write("a.xlsx", "PK\x03\x04 nothing")), StartsWith("3: "));
    EXPECT_THAT(reading_error(folder.write("a.ods", "nothing")), StartsWith("3: "));
    EXPECT_THAT(reading_error(folder.write("a.xls", "nothing")), StartsWith("3: "));
    const WorkbookFile nested(folder.file("n.xlsx"));
    nested.write("b.xlsx", {"PK\x03\x04"});
    EXPECT_THAT(reading_error(folder.file("n.xlsx")), StartsWith("3: "));
}

TEST_F(HostileTables, WithTwoThousandAndMoreColumnsAreRefused) {
    const auto wide = sheet_xml("Desa|KK\nA|=5\n") + "<row r=\"3\"><c r=\"XFD3\"><v>5</v></c></row>";
    EXPECT_THAT(reading_error(write_workbook(folder.file("a.xlsx"), {{"S", {wide}}}), {"KK"}), StartsWith("3: "));
}

}  // namespace
}  // namespace desakota::io
