#include "engine/io/table_scan.h"

#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"

#include "engine/io/table_coordinates.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class Tables : public testing::Test {
protected:
    TemporaryFolder folder;

    std::string csv(const std::string& text) { return folder.write("desa.csv", text); }
};

TEST_F(Tables, FindCoordinatesByNameAndSaySo) {
    const auto path = csv("nama,Bujur,Lintang\nA,104.5,-2.5\nB,,\n");
    const auto read = read_all(path, {"nama"});
    EXPECT_THAT(geometry_texts(read.layer), ElementsAre("P(104.5 -2.5)", ""));
    EXPECT_THAT(read.layer.crs, HasSubstr("4326"));
    EXPECT_THAT(told(read.diagnostics),
                HasSubstr("desa.csv: columns Bujur and Lintang are taken as longitude and latitude (EPSG:4326)."));
}

TEST_F(Tables, TakeTheNamedColumnsAndCoordinateSystem) {
    const auto path = csv("nama,timur,utara\nA,512345.5,9712345\n");
    const auto read = read_all(path + "|crs=EPSG:32748|x=timur|y=utara");
    EXPECT_THAT(geometry_texts(read.layer), ElementsAre("P(512345.5 9712345)"));
    EXPECT_THAT(read.layer.crs, HasSubstr("UTM zone 48S"));
    EXPECT_THAT(reading_error(path + "|x=barat|y=utara"), AllOf(StartsWith("2: "), HasSubstr("no column \"barat\"")));
}

TEST_F(Tables, LeaveTheCoordinateSystemOpenWhereTheNumbersAreNoDegrees) {
    const auto read = read_all(csv("nama,x,y\nA,512345.5,9712345\n"));
    EXPECT_EQ(read.layer.crs, "");
    EXPECT_THAT(geometry_texts(read.layer), ElementsAre("P(512345.5 9712345)"));
}

TEST_F(Tables, WithoutCoordinatesAreTables) {
    const auto read = read_all(csv("nama,kk\nA,12\n"), {"kk"});
    EXPECT_EQ(read.layer.geometry_type, geo::GeometryType::None);
    EXPECT_EQ(read.layer.geometry.size(), 0U);
    EXPECT_EQ(read.layer.row_count, 1U);
}

TEST_F(Tables, SayThatLatitudeAndLongitudeLookSwapped) {
    EXPECT_THAT(reading_error(csv("nama,lat,lon\nA,104.5,-2.5\n")),
                AllOf(StartsWith("3: "), HasSubstr("row 1 (-2.5, 104.5): latitude and longitude look swapped")));
    EXPECT_THAT(reading_error(csv("nama,lat,lon\nA,-2.5,104.5\nB,-2.6,104.5\nC,104.5,-2.5\n")),
                HasSubstr("row 3 (-2.5, 104.5): latitude and longitude look swapped (1 rows)"));
    EXPECT_THAT(reading_error(csv("nama,a,b\nA,-2.5,104.5\n") + "|crs=EPSG:4326|x=a|y=b"), HasSubstr("look swapped"));
}

TEST_F(Tables, NameTheRowWhoseCoordinateIsNone) {
    EXPECT_THAT(reading_error(csv("nama,lat,lon\nA,-2.5,104.5\nB,?,104.5\n")),
                AllOf(StartsWith("3: "), HasSubstr("row 2: \"?\" is not a coordinate")));
    EXPECT_THAT(reading_error(csv("nama,lat,lon\nA,-2.5,104.5\nB,-2.5,99999\n")),
                HasSubstr("row 2: 99999, -2.5 are not degrees"));
}

TEST_F(Tables, UnderstandDecimalCommas) {
    const auto path = csv("kode;bujur;lintang;kk;luas\n01;104,5;-2,5;1.234;1,5\n02;104,6;-2,6;25;3\n");
    const auto read = read_all(path, {"kode", "kk", "luas"});
    EXPECT_THAT(geometry_texts(read.layer), ElementsAre("P(104.5 -2.5)", "P(104.6 -2.6)"));
    EXPECT_THAT(values(read.layer, "kode"), ElementsAre("01", "02"));
    EXPECT_THAT(values(read.layer, "kk"), ElementsAre("1234", "25"));
    EXPECT_THAT(values(read.layer, "luas"), ElementsAre("1.5", "3"));
    EXPECT_THAT(told(read.diagnostics), HasSubstr("decimal commas"));
}

TEST_F(Tables, TakeTypesFromAllValues) {
    const auto path = csv("kode,desa_no,kk,miskin,nama\n11,001,5,0.25,A\n12,002,,3,7\n");
    const auto read = read_all(path, {"kode", "desa_no", "kk", "miskin", "nama"}).layer;
    using layers::ColumnType;
    std::vector<ColumnType> types;
    for (const auto& column : read.columns) types.push_back(column.type());
    EXPECT_THAT(types, ElementsAre(ColumnType::Text, ColumnType::Text, ColumnType::WholeNumber, ColumnType::Number,
                                   ColumnType::Text));
    EXPECT_THAT(values(read, "kk"), ElementsAre("5", "-"));
    EXPECT_THAT(values(read, "miskin"), ElementsAre("0.25", "3"));
}

TEST_F(Tables, MayStartWithAByteOrderMarkAndBeInAnotherEncoding) {
    const auto read = read_all(csv("\xEF\xBB\xBFnama,kk\nDésa,1\n"), {"nama"}).layer;
    EXPECT_THAT(values(read, "nama"), ElementsAre("Désa"));
    EXPECT_THAT(values(read_all(csv("nama,kk\nD\xE9sa,1\n"), {"nama"}).layer, "nama"), ElementsAre("Désa"));
}

TEST_F(Tables, MayHoldGeometryAsText) {
    const auto read = read_all(csv("WKT,nama\n\"LINESTRING(1 1,2 2)\",A\n") + "|crs=EPSG:4326", {"nama"}).layer;
    EXPECT_THAT(geometry_texts(read), ElementsAre("L(1 1,2 2)"));
    EXPECT_THAT(values(read, "nama"), ElementsAre("A"));
}

TEST(Coordinates, AreReadWithPointOrComma) {
    EXPECT_EQ(parse_coordinate("104.5"), 104.5);
    EXPECT_EQ(parse_coordinate(" -2,5 "), -2.5);
    EXPECT_EQ(parse_coordinate("470.657,5"), 470657.5);
    EXPECT_EQ(parse_coordinate("1,2,3"), std::nullopt);
    EXPECT_EQ(parse_coordinate("nan"), std::nullopt);
}

}  // namespace
}  // namespace desakota::io
