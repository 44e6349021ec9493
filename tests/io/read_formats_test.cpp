#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"
#include "tests/io/support/vector_file.h"

#include "engine/io/read_layer.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class ReadingFormats : public testing::Test {
protected:
    static TestLayer places(const std::string& name, const std::string& layer = "desa") {
        return {
            .name = layer, .type = wkbPoint, .fields = {TestField{"nama"}}, .rows = {{"POINT(104.5 -2.5)", {name}}}};
    }
    TemporaryFolder folder;
};

constexpr auto kOpenStreetMap = R"(<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
 <node id="1" lat="-2.5" lon="104.5" version="1"><tag k="place" v="village"/><tag k="name" v="Mulyasari"/></node>
 <node id="2" lat="-2.6" lon="104.6" version="1"/>
 <node id="3" lat="-2.7" lon="104.5" version="1"><tag k="amenity" v="clinic"/></node>
 <way id="10" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="track"/><tag k="bridge" v="yes"/></way>
 <way id="11" version="1"><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="oneway" v="-1"/></way>
 <way id="12" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="building" v="yes"/></way>
</osm>
)";

TEST_F(ReadingFormats, ReadsOpenStreetMapWithItsTagsAsColumns) {
    const auto path = folder.write("a.osm", kOpenStreetMap);
    const auto roads = read_all(path + "|layername=lines", {"highway", "bridge", "oneway", "ford"}).layer;
    EXPECT_THAT(geometry_texts(roads), ElementsAre("L(104.5 -2.5,104.6 -2.6)", "L(104.6 -2.6,104.5 -2.7)"));
    EXPECT_THAT(roads.feature_ids, ElementsAre(10, 11));
    EXPECT_THAT(values(roads, "highway"), ElementsAre("track", "primary"));
    EXPECT_THAT(values(roads, "bridge"), ElementsAre("yes", "-"));
    EXPECT_THAT(values(roads, "oneway"), ElementsAre("-", "-1"));
    EXPECT_THAT(values(roads, "ford"), ElementsAre("-", "-"));
    EXPECT_THAT(values(read_all(path + "|layername=points", {"amenity"}).layer, "amenity"), ElementsAre("-", "clinic"));
    EXPECT_THAT(geometry_texts(read_all(path + "|layername=multipolygons").layer),
                ElementsAre("O(104.5 -2.5,104.6 -2.6,104.5 -2.7,104.5 -2.5)"));
    EXPECT_THAT(reading_error(path), HasSubstr("There are: points, lines, multilinestrings, multipolygons"));
}

TEST_F(ReadingFormats, ReadsOneOpenStreetMapLayerAmongManyFeaturesOfOthers) {
    std::string text = "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n";
    constexpr int kCount = 30'000;
    for (int node = 1; node <= kCount; ++node) {
        text += fmt::format("<node id=\"{}\" lat=\"-2.{:05}\" lon=\"104.5\"><tag k=\"name\" v=\"n\"/></node>\n", node,
                            node);
    }
    for (int way = 1; way < kCount; ++way) {
        text += fmt::format("<way id=\"{}\"><nd ref=\"{}\"/><nd ref=\"{}\"/><tag k=\"highway\" v=\"track\"/></way>\n",
                            way, way, way + 1);
    }
    const auto path = folder.write("a.osm", text + "</osm>\n");
    EXPECT_EQ(read_all(path + "|layername=lines", {"highway"}).layer.row_count, kCount - 1U);
    EXPECT_EQ(read_all(path + "|layername=points", {"name"}).layer.row_count, kCount + 0U);
}

TEST_F(ReadingFormats, OffersTheTagsOfAConvertedOpenStreetMapLayer) {
    const TestLayer roads{.fields = {TestField{"bridge"}, TestField{"other_tags"}},
                          .rows = {{"LINESTRING(1 1,2 2)", {"own", R"("bridge"=>"yes","tunnel"=>"culvert")"}},
                                   {"LINESTRING(1 1,2 2)", {"", ""}}}};
    const auto path = write_vector(folder.file("a.gpkg"), "GPKG", {roads});
    const auto read = read_all(path, {"bridge", "tunnel", "other_tags"}).layer;
    EXPECT_THAT(values(read, "bridge"), ElementsAre("own", "-"));
    EXPECT_THAT(values(read, "tunnel"), ElementsAre("culvert", "-"));
    EXPECT_THAT(values(read, "other_tags").front(), HasSubstr("culvert"));
}

TEST_F(ReadingFormats, ReadsFlatGeobuf) {
    const TestLayer roads{.fields = {TestField{"class"}, TestField{"lanes", OFTInteger}},
                          .rows = {{"LINESTRING(1 1,2 2)", {"track", ""}}, {"LINESTRING(3 3,4 4)", {"", "2"}}},
                          .options = {"SPATIAL_INDEX=NO"}};
    const auto read = read_all(write_vector(folder.file("a.fgb"), "FlatGeobuf", {roads}), {"class", "lanes"}).layer;
    EXPECT_THAT(geometry_texts(read), ElementsAre("L(1 1,2 2)", "L(3 3,4 4)"));
    EXPECT_THAT(values(read, "class"), ElementsAre("track", "-"));
    EXPECT_THAT(values(read, "lanes"), ElementsAre("-", "2"));
}

TEST_F(ReadingFormats, ReadsKml) {
    const auto path = folder.write("a.kml", R"(<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Desa</name>
<Placemark><name>Mulyasari</name><Point><coordinates>104.5,-2.5,7</coordinates></Point></Placemark>
<Placemark><name>Kosong</name></Placemark></Document></kml>)");
    const auto read = read_all(path, {"Name"}).layer;
    EXPECT_THAT(geometry_texts(read), ElementsAre("P(104.5 -2.5)", ""));
    EXPECT_THAT(values(read, "Name"), ElementsAre("Mulyasari", "Kosong"));
}

TEST_F(ReadingFormats, ReadsKmz) {
    const auto path = write_vector(folder.file("a.kmz"), "LIBKML", {places("Désa & lain")});
    const auto read = read_all(path, {"nama"}).layer;
    EXPECT_THAT(geometry_texts(read), ElementsAre("P(104.5 -2.5)"));
    EXPECT_THAT(values(read, "nama"), ElementsAre("Désa & lain"));
}

TEST_F(ReadingFormats, ReadsAGeodatabase) {
    const auto path =
        write_vector(folder.file("Desa.gdb"), "OpenFileGDB", {places("Mulyasari"), places("Lain", "lain")});
    EXPECT_THAT(values(read_all(path + "|layername=desa", {"nama"}).layer, "nama"), ElementsAre("Mulyasari"));
    EXPECT_THAT(geometry_texts(read_all(path + "/|layername=lain").layer), ElementsAre("P(104.5 -2.5)"));
    EXPECT_THAT(reading_error(path), HasSubstr("There are: desa, lain."));
    std::filesystem::create_directory(folder.file("kosong.gdb"));
    EXPECT_THAT(reading_error(folder.file("kosong.gdb")),
                AllOf(StartsWith("3: "), HasSubstr("a folder without the tables of a geodatabase")));
}

TEST_F(ReadingFormats, ReadsMapInfo) {
    for (const auto* const name : {"desa.tab", "desa.mif"}) {
        const auto path = write_vector(folder.file(name), "MapInfo File", {places("Mulyasari")});
        const auto read = read_all(path, {"nama"}).layer;
        EXPECT_EQ(read.name, "desa");
        EXPECT_THAT(geometry_texts(read), ElementsAre("P(104.5 -2.5)")) << name;
        EXPECT_THAT(values(read, "nama"), ElementsAre("Mulyasari"));
        EXPECT_THAT(read.crs, HasSubstr("WGS 84"));
    }
}

TEST_F(ReadingFormats, ReadsTheOneLayerOfAGpxThatHoldsSomething) {
    const auto path = folder.write("a.gpx", R"(<?xml version="1.0"?>
<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">
<wpt lat="-2.5" lon="104.5"><name>Puskesmas</name></wpt></gpx>)");
    const auto read = read_all(path, {"name"}).layer;
    EXPECT_EQ(read.name, "waypoints");
    EXPECT_THAT(values(read, "name"), ElementsAre("Puskesmas"));
}

TEST_F(ReadingFormats, FindsTheEncodingOfAShapefileThatDoesNotTellIt) {
    const TestLayer utf8{.name = "utf8",
                         .fields = {TestField{"nama"}},
                         .rows = {{"LINESTRING(1 1,2 2)", {"Désa"}}},
                         .options = {"ENCODING=UTF-8"}};
    const auto path = write_vector(folder.file("utf8.shp"), "ESRI Shapefile", {utf8});
    EXPECT_THAT(values(read_all(path, {"nama"}).layer, "nama"), ElementsAre("Désa"));
    std::filesystem::remove(folder.file("utf8.cpg"));
    EXPECT_THAT(values(read_all(path, {"nama"}).layer, "nama"), ElementsAre("Désa"));

    auto latin = utf8;
    latin.options = {"ENCODING=ISO-8859-1"};
    latin.name = "latin";
    const auto other = write_vector(folder.file("latin.shp"), "ESRI Shapefile", {latin});
    EXPECT_THAT(values(read_all(other, {"nama"}).layer, "nama"), ElementsAre("Désa"));
    std::filesystem::remove(folder.file("latin.cpg"));
    EXPECT_THAT(values(read_all(other, {"nama"}).layer, "nama"), ElementsAre("Désa"));
}

TEST_F(ReadingFormats, ReadsASheetOfAWorkbook) {
    const TestLayer first{.name = "3.1",
                          .type = wkbNone,
                          .epsg = 0,
                          .fields = {TestField{"kode"}, TestField{"kk", OFTInteger}},
                          .rows = {{"", {"001", "12"}}, {"", {"002", ""}}}};
    auto second = first;
    second.name = "3.2";
    const auto path = write_vector(folder.file("a.xlsx"), "XLSX", {first, second});
    const auto read = read_all(path + "|sheet=3.1", {"kode", "kk"}).layer;
    EXPECT_EQ(read.geometry_type, geo::GeometryType::None);
    EXPECT_EQ(read.geometry.size(), 0U);
    EXPECT_EQ(read.row_count, 2U);
    EXPECT_THAT(values(read, "kode"), ElementsAre("001", "002"));
    EXPECT_THAT(values(read, "kk"), ElementsAre("12", "-"));
    EXPECT_THAT(reading_error(path), HasSubstr("There are: 3.1, 3.2."));
}

TEST_F(ReadingFormats, TakesTheFirstRowOfAWorkbookForNamesWhereAllIsText) {
    const TestLayer sheet{.name = "desa",
                          .type = wkbNone,
                          .epsg = 0,
                          .fields = {TestField{"nama"}, TestField{"bujur"}, TestField{"lintang"}},
                          .rows = {{"", {"Mulyasari", "104,5", "-2,5"}}}};
    const auto read = read_all(write_vector(folder.file("a.xlsx"), "XLSX", {sheet}), {"nama"}).layer;
    EXPECT_THAT(values(read, "nama"), ElementsAre("Mulyasari"));
    EXPECT_THAT(geometry_texts(read), ElementsAre("P(104.5 -2.5)"));
}

}  // namespace
}  // namespace desakota::io
