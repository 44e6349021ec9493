#include "engine/io/zipped_layers.h"

#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"
#include "tests/io/support/vector_file.h"
#include "tests/io/support/zip_maker.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ZippedLayers : public testing::Test {
protected:
    /// A file of one road of that class, written by GDAL into a folder of its own.
    std::string road_file(const std::string& name, const char* driver, const std::string& road_class) {
        std::filesystem::create_directories(std::filesystem::path(content.file(name)).parent_path());
        const auto stem = std::filesystem::path(name).stem().string();
        const TestLayer roads{
            .name = stem, .fields = {TestField{"class"}}, .rows = {{"LINESTRING(1 1,2 2)", {road_class}}}};
        return write_vector(content.file(name), driver, {roads});
    }
    /// All that was written, in a ZIP.
    std::string zipped(std::vector<TestZipEntry> more = {}, const std::string& name = "data.zip") {
        auto entries = entries_of(content.path());
        entries.insert(entries.end(), more.begin(), more.end());
        return folder.write(name, zip_bytes(entries));
    }
    static std::vector<std::string> classes(const std::string& source) {
        return values(read_all(source, {"class"}).layer, "class");
    }

    TemporaryFolder content;
    TemporaryFolder folder;
};

TEST_F(ZippedLayers, FindAShapefileInASubfolder) {
    road_file("SHP/jalan desa/jalan.shp", "ESRI Shapefile", "track");
    const auto zip = zipped({{.name = "__MACOSX/SHP/._jalan.shp", .content = "x"},
                             {.name = "__MACOSX/b.shp", .content = "x"},
                             {.name = "SHP/.hidden.shp", .content = "x"},
                             {.name = "baca.txt", .content = "x"}});
    EXPECT_THAT(classes(zip), ElementsAre("track"));
    EXPECT_THAT(classes(zip + "|layername=jalan"), ElementsAre("track"));
    EXPECT_EQ(read_all(zip).layer.name, "jalan");
    EXPECT_THAT(classes("/vsizip/" + zip + "/SHP/jalan desa/jalan.shp"), ElementsAre("track"));
}

TEST_F(ZippedLayers, ListTheFilesWhereThereAreSeveral) {
    road_file("jalan.shp", "ESRI Shapefile", "track");
    road_file("lain/sungai.shp", "ESRI Shapefile", "river");
    road_file("lain/batas.geojson", "GeoJSON", "border");
    const auto zip = zipped();
    EXPECT_THAT(reading_error(zip),
                AllOf(StartsWith("2: "), HasSubstr("holds several files with layers; name one. There are: "),
                      HasSubstr("data.zip|layername=jalan, "), HasSubstr("data.zip|layername=batas, "),
                      HasSubstr("data.zip|layername=sungai.")));
    EXPECT_THAT(classes(zip + "|layername=sungai"), ElementsAre("river"));
    EXPECT_THAT(classes(zip + "|layername=batas"), ElementsAre("border"));
    EXPECT_THAT(reading_error(zip + "|layername=desa"), AllOf(StartsWith("2: "), HasSubstr("several files")));
}

TEST_F(ZippedLayers, NameFilesByTheirPlaceWhereTheirNamesAreTheSame) {
    road_file("2023/jalan.shp", "ESRI Shapefile", "old");
    road_file("2024/jalan.shp", "ESRI Shapefile", "new");
    const auto zip = zipped();
    const auto later = "/vsizip/" + zip + "/2024/jalan.shp";
    EXPECT_THAT(reading_error(zip + "|layername=jalan"), HasSubstr(later));
    EXPECT_THAT(classes(later), ElementsAre("new"));
}

TEST_F(ZippedLayers, AreTakenFromAGeodatabase) {
    road_file("unduhan/Wilayah.GDB.gdb", "OpenFileGDB", "track");
    EXPECT_THAT(classes(zipped()), ElementsAre("track"));
    EXPECT_THAT(classes(folder.file("data.zip") + "|layername=Wilayah_GDB"), ElementsAre("track"));
}

TEST_F(ZippedLayers, AreTakenFromAGeodatabaseWithoutItsFolder) {
    const auto geodatabase = road_file("a.gdb", "OpenFileGDB", "track");
    const auto zip = folder.write("a.gdb.zip", zip_bytes(entries_of(geodatabase)));
    EXPECT_THAT(classes(zip), ElementsAre("track"));
}

TEST_F(ZippedLayers, AreTakenFromAGeoPackageBesideOtherFiles) {
    const TestLayer roads{.fields = {TestField{"class"}}, .rows = {{"LINESTRING(1 1,2 2)", {"track"}}}};
    auto rivers = roads;
    rivers.name = "rivers";
    write_vector(content.file("a.gpkg"), "GPKG", {roads, rivers});
    road_file("b.shp", "ESRI Shapefile", "alone");
    const auto zip = zipped();
    EXPECT_EQ(read_all(zip + "|layername=rivers").layer.name, "rivers");
    EXPECT_THAT(classes(zip + "|layername=b"), ElementsAre("alone"));
}

TEST_F(ZippedLayers, FindTheEncodingThatTheShapefileDoesNotTell) {
    road_file("utf8.shp", "ESRI Shapefile", "Désa");
    std::filesystem::remove(content.file("utf8.cpg"));
    EXPECT_THAT(classes(zipped()).front(), HasSubstr("sa"));
    const TestLayer utf8{.name = "utf8",
                         .fields = {TestField{"class"}},
                         .rows = {{"LINESTRING(1 1,2 2)", {"Désa"}}},
                         .options = {"ENCODING=UTF-8"}};
    std::filesystem::remove_all(content.path());
    std::filesystem::create_directory(content.path());
    write_vector(content.file("utf8.shp"), "ESRI Shapefile", {utf8});
    std::filesystem::remove(content.file("utf8.cpg"));
    EXPECT_THAT(classes(zipped()), ElementsAre("Désa"));
}

TEST_F(ZippedLayers, SayWhatAnArchiveHoldsThatIsNotRead) {
    const auto target = road_file("a.gpkg", "GPKG", "track");
    const auto vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"roads\"><SrcDataSource>" + target +
                     "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    const auto zip = folder.write("v.zip", zip_bytes({{.name = "a.vrt", .content = vrt}}));
    EXPECT_THAT(reading_error(zip),
                AllOf(StartsWith("3: "), HasSubstr("holds no layer that Desakota reads. In it are: a.vrt.")));
    EXPECT_THAT(reading_error("/vsizip/" + zip + "/a.vrt"), AllOf(StartsWith("3: "), HasSubstr("as any format")));
    const auto named = folder.write("w.zip", zip_bytes({{.name = "a.shp", .content = vrt}}));
    EXPECT_THAT(reading_error(named), AllOf(StartsWith("3: "), HasSubstr("as any format")));
}

TEST_F(ZippedLayers, AreNotTakenFromAnArchiveWithinAnother) {
    road_file("jalan.shp", "ESRI Shapefile", "track");
    const auto inner = zip_bytes(entries_of(content.path()));
    for (const auto* const name : {"dalam.zip", "a/dalam.kmz", "jalan.shp.zip"}) {
        const auto zip = folder.write("luar.zip", zip_bytes({{.name = name, .content = inner}}));
        const auto said = AllOf(StartsWith("3: "), HasSubstr("holds a packed file"), HasSubstr(name));
        EXPECT_THAT(reading_error(zip), said);
        EXPECT_THAT(reading_error("/vsizip/" + zip + "/" + name), said);
    }
}

}  // namespace
}  // namespace desakota::io
