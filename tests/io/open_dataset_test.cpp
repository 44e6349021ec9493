#include "engine/io/open_dataset.h"

#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"
#include "tests/io/support/vector_file.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Opening : public testing::Test {
protected:
    TemporaryFolder folder;

    std::string two_layers() {
        const TestLayer roads{.fields = {TestField{"class"}}, .rows = {{"LINESTRING(1 1,2 2)", {"track"}}}};
        auto rivers = roads;
        rivers.name = "rivers";
        TestLayer styles{.name = "layer_styles", .type = wkbNone, .epsg = 0};
        return write_vector(folder.file("two.gpkg"), "GPKG", {roads, rivers, styles});
    }
};

TEST_F(Opening, ListsTheLayersWhereNoneIsNamed) {
    EXPECT_THAT(reading_error(two_layers()),
                AllOf(StartsWith("2: "), HasSubstr("several layers"), HasSubstr("There are: roads, rivers.")));
    EXPECT_EQ(read_all(two_layers() + "|layername=rivers").layer.name, "rivers");
    EXPECT_THAT(reading_error(two_layers() + "|layername=desa"),
                AllOf(StartsWith("2: "), HasSubstr("no such layer. There are: roads, rivers.")));
}

TEST_F(Opening, RefusesWhatIsNoFile) {
    EXPECT_THAT(reading_error(folder.file("none.gpkg")), AllOf(StartsWith("2: "), HasSubstr("no such file")));
    EXPECT_THAT(reading_error(folder.path().string()), AllOf(StartsWith("2: "), HasSubstr("is a folder")));
}

TEST_F(Opening, RefusesAddressesAndVirtualFileSystems) {
    for (const auto* const path :
         {"https://ani:rahasia@example.org/a.gpkg", "/vsicurl/https://example.org/a.gpkg", "/vsimem/a.gpkg",
          "/vsis3/bucket/a.gpkg", "/vsizip//vsicurl/https://example.org/a.zip/a.shp", "WFS:https://example.org"}) {
        EXPECT_THAT(reading_error(path), AllOf(StartsWith("2: "), Not(HasSubstr("rahasia")))) << path;
    }
    EXPECT_THAT(reading_error("/vsicurl/https://example.org/a.gpkg"), HasSubstr("only files on this machine"));
}

TEST_F(Opening, RefusesVirtualDatasetsAndUnknownFormats) {
    const auto target = two_layers();
    const auto vrt = folder.write("a.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"roads\"><SrcDataSource>" + target +
                                               "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
    for (const auto& path : {vrt, folder.write("a.gpkg", "no database"), folder.write("a.txt", "a,b\n1,2\n")}) {
        EXPECT_THAT(reading_error(path), AllOf(StartsWith("3: "), HasSubstr("cannot be read as any format"),
                                               HasSubstr("GeoPackage, Shapefile")));
    }
}

TEST_F(Opening, AsksToUnpackCompressedFiles) {
    EXPECT_THAT(reading_error(folder.write("a.osm.gz", "\x1f\x8b\x08 ...")),
                AllOf(StartsWith("3: "), HasSubstr("is compressed. Unpack it")));
}

TEST_F(Opening, RefusesASubsetThatCannotBeApplied) {
    const auto path = two_layers() + "|layername=roads|subset=";
    EXPECT_THAT(reading_error(path + "kelas = 'track'"),
                AllOf(StartsWith("2: "), HasSubstr("the subset kelas = 'track' cannot be applied: "),
                      HasSubstr("The columns are: class.")));
    EXPECT_THAT(reading_error(path + "\"kelas\" = 'track'"), HasSubstr("there is no column kelas"));
    EXPECT_THAT(reading_error(path + "class = = 1"), StartsWith("2: "));
    EXPECT_EQ(reading_error(path + "\"class\" <> 'a \"b\" c'"), "");
}

TEST_F(Opening, RefusesAColumnThatIsNotThere) {
    EXPECT_THAT(reading_error(two_layers() + "|layername=roads", {"kelas"}),
                AllOf(StartsWith("2: "), HasSubstr("there is no column \"kelas\". There are: class.")));
}

TEST_F(Opening, ReadsAShapefileInAZip) {
    const auto zip = "/vsizip/" + folder.file("roads.zip");
    const TestLayer roads{.fields = {TestField{"class"}}, .rows = {{"LINESTRING(1 1,2 2)", {"track"}}}};
    write_vector(folder.file("roads.shp"), "ESRI Shapefile", {roads});
    for (const auto* const ending : {"shp", "shx", "dbf", "prj"}) {
        const auto name = std::string("/roads.") + ending;
        expect_done(CPLCopyFile((zip + name).c_str(), (folder.path().string() + name).c_str()) == 0, name);
    }
    EXPECT_EQ(values(read_all(zip + "/roads.shp", {"class"}).layer, "class").front(), "track");
    EXPECT_EQ(values(read_all(folder.file("roads.zip"), {"class"}).layer, "class").front(), "track");
    EXPECT_THAT(reading_error(zip + "/none.shp"), AllOf(StartsWith("2: "), HasSubstr("no such file")));
}

TEST_F(Opening, LeavesTheInputAsItIs) {
    const auto path = two_layers();
    const auto before = std::filesystem::last_write_time(path);
    read_all(path + "|layername=roads", {"class"});
    EXPECT_EQ(std::filesystem::last_write_time(path), before);
    const auto entries = std::filesystem::directory_iterator(folder.path());
    EXPECT_EQ(std::distance(begin(entries), end(entries)), 1);
}

}  // namespace
}  // namespace desakota::io
