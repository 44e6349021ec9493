#include "engine/io/write_shapefile.h"

#include <filesystem>

#include "tests/io/support/reading.h"
#include "tests/io/support/sample_result.h"
#include "tests/io/support/temporary_folder.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class Shapefiles : public testing::Test {
protected:
    std::vector<std::string> write(const std::vector<layers::Layer>& layers, bool overwrite = false) {
        core::SilentProgress silent;
        return write_layers(layers, {.path = path, .overwrite = overwrite, .diagnostics = &diagnostics}, silent);
    }
    static layers::Layer with_text(const std::string& text) {
        auto layer = sample_summary();
        layer.name = "teks";
        layer.add_column({"keterangan", layers::ColumnType::Text, "", {}}).add_text(text);
        return layer;
    }

    TemporaryFolder folder;
    std::string path = folder.file("r.shp");
    core::Diagnostics diagnostics;
};

TEST_F(Shapefiles, AreReadBackAsTheyWere) {
    EXPECT_THAT(
        write({sample_settlements(), sample_legs(), sample_summary()}),
        ElementsAre(path, folder.file("r.shx"), folder.file("r.dbf"), folder.file("r.cpg"), folder.file("r.prj"),
                    folder.file("r_health_access_legs.shp"), folder.file("r_health_access_legs.shx"),
                    folder.file("r_health_access_legs.dbf"), folder.file("r_health_access_legs.cpg"),
                    folder.file("r_health_access_legs.prj"), folder.file("r_health_access_summary.dbf"),
                    folder.file("r_health_access_summary.cpg"), folder.file("r.columns.csv")));
    const auto read = read_all(path, {"sttlmnt_id", "sttlmnt_nm", "families", "total_m", "edge"}).layer;
    EXPECT_THAT(geometry_texts(read),
                ElementsAre("P(104.5 -2.25)", "P(104.83333333333333 -2.25)", "", "P(105.5 -2.25)"));
    EXPECT_THAT(read.crs, HasSubstr("WGS 84"));
    EXPECT_THAT(values(read, "sttlmnt_id"), ElementsAre("0012", "-", "=1+1", "-"));
    EXPECT_THAT(values(read, "sttlmnt_nm"), ElementsAre("Muara \"Telang\", Café", "-", "Mulyasari\nbaru", "-5,5"));
    EXPECT_THAT(values(read, "families"), ElementsAre("9007199254740993", "-", "0", "-7"));
    EXPECT_THAT(values(read, "total_m"), ElementsAre("0.3333333333333333", "5000", "1e-07", "-"));
    EXPECT_THAT(values(read, "edge"), ElementsAre("1", "0", "-", "1"));

    const auto legs = read_all(folder.file("r_health_access_legs.shp"), {"entry_m"}).layer;
    EXPECT_THAT(geometry_texts(legs), ElementsAre("L(104.5 -2,104.6 -2.1)",
                                                  "L(105 -2,105.1 -2.1,105.2 -2)L(106 -2,106.1 "
                                                  "-2.1)"));
    const auto summary = read_all(folder.file("r_health_access_summary.dbf"), {"grp_fld"}).layer;
    EXPECT_EQ(summary.geometry_type, geo::GeometryType::None);
}

TEST_F(Shapefiles, HoldAreasWithHolesClockwise) {
    auto areas = sample_areas();
    auto turned = sample_areas();
    turned.geometry = {};
    for (const std::size_t part : {0U, 1U, 2U}) {
        const auto points = areas.geometry.coordinates(part);
        turned.geometry.add_part(areas.geometry.role(part), std::vector<geo::Point>(points.rbegin(), points.rend()));
    }
    turned.geometry.end_feature();
    for (const auto& layer : {areas, turned}) {
        write({layer}, true);
        EXPECT_THAT(geometry_texts(read_all(path).layer),
                    ElementsAre("O(100 0,100 2,102 2,102 0,100 0)I(100.5 0.5,101.5 0.5,101.5 1.5,100.5 1.5,100.5 0.5)"
                                "O(104 0,104 1,105 1,105 0,104 0)"));
    }
    EXPECT_THAT(values(read_all(path, {"row"}).layer, "row"), ElementsAre("1"));
}

TEST_F(Shapefiles, HoldRowsOfSeveralPoints) {
    layers::Layer layer{.name = "a", .crs = kWgs84, .geometry_type = geo::GeometryType::Point, .row_count = 2};
    layer.geometry.add_part(geo::PartRole::Point, {{geo::Point{1, 2}}});
    layer.geometry.add_part(geo::PartRole::Point, {{geo::Point{3, 4}}});
    layer.geometry.end_feature();
    layer.geometry.add_part(geo::PartRole::Point, {{geo::Point{5, 6}}});
    layer.geometry.end_feature();
    write({layer});
    EXPECT_THAT(geometry_texts(read_all(path).layer), ElementsAre("P(1 2)P(3 4)", "P(5 6)"));
}

TEST_F(Shapefiles, SayWhatTheShortNamesStandFor) {
    write({sample_settlements(), sample_legs(), sample_summary()});
    EXPECT_EQ(bytes_of(folder.file("r.columns.csv")),
              "layer,column,field,title\n"
              "health_access,settlement_id,sttlmnt_id,Code\n"
              "health_access,settlement_name,sttlmnt_nm,Name\n"
              "health_access,families,families,Families\n"
              "health_access,total_m,total_m,Way\n"
              "health_access,edge,edge,Edge\n"
              "health_access_legs,entry_m,entry_m,\n"
              "health_access_summary,group_field,grp_fld,\n");
    EXPECT_EQ(told(diagnostics),
              "A Shapefile takes names of 10 letters: settlement_id = sttlmnt_id, settlement_name = "
              "sttlmnt_nm, group_field = grp_fld. " +
                  folder.file("r.columns.csv") + " lists them all.\n");
}

TEST_F(Shapefiles, EndTextsAtAWholeCharacterAndSaySo) {
    const std::string fits(254, 'a');
    write({sample_legs(), with_text(fits)});
    EXPECT_THAT(values(read_all(folder.file("r_teks.dbf"), {"keterangan"}).layer, "keterangan"), ElementsAre(fits));
    EXPECT_THAT(told(diagnostics), testing::Not(HasSubstr("254 bytes")));
    const std::string start(253, 'a');
    write({sample_legs(), with_text(start + "é!")}, true);
    EXPECT_THAT(values(read_all(folder.file("r_teks.dbf"), {"keterangan"}).layer, "keterangan"), ElementsAre(start));
    EXPECT_THAT(
        told(diagnostics),
        HasSubstr("r_teks.dbf: teks: 1 texts of keterangan have more than the 254 bytes that a Shapefile holds and "
                  "end there (the first in row 1). Choose .gpkg"));
}

TEST_F(Shapefiles, TakeAwayTheIndicesOfTheOldOnes) {
    write({sample_legs()});
    (void)folder.write("r.qix", "old");
    (void)folder.write("r.sbn", "old");
    EXPECT_THAT(error_of([&] { write({sample_legs()}); }), HasSubstr("exists already"));
    auto without_system = sample_legs();
    without_system.crs.clear();
    write({without_system}, true);
    for (const auto* const name : {"r.qix", "r.sbn", "r.prj"}) EXPECT_FALSE(std::filesystem::exists(folder.file(name)));
    EXPECT_EQ(read_all(path).layer.crs, "");
}

TEST_F(Shapefiles, RefuseAnIndexThatLiesAloneUnlessToldToOverwrite) {
    (void)folder.write("r.qix", "old");
    EXPECT_THAT(error_of([&] { write({sample_legs()}); }), AllOf(StartsWith("2: "), HasSubstr("r.qix exists already")));
}

TEST_F(Shapefiles, RefuseATableAsMainLayerAndSeveralKindsOfGeometry) {
    EXPECT_THAT(error_of([&] { write({sample_summary()}); }),
                AllOf(StartsWith("2: "), HasSubstr("a table without geometry, which Shapefile cannot hold")));
    auto mixed = sample_legs();
    mixed.geometry = {};
    mixed.geometry.add_part(geo::PartRole::Point, {{geo::Point{1, 2}}});
    mixed.geometry.end_feature();
    mixed.geometry.add_part(geo::PartRole::Line, {{geo::Point{1, 2}, geo::Point{3, 4}}});
    mixed.geometry.end_feature();
    EXPECT_THAT(error_of([&] { write({mixed}); }),
                AllOf(StartsWith("1: "), HasSubstr("points, lines or areas together"), HasSubstr(".gpkg")));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(Shapefiles, RefuseMoreThanTwoGigabytesBeforeAnythingIsWritten) {
    auto table = sample_summary();
    table.columns.clear();
    auto& column = table.add_column({"t", layers::ColumnType::Text, "", {}});
    table.row_count = 8'500'000;
    column.reserve(table.row_count);
    const std::string text(254, 'a');
    for (std::size_t row = 0; row < table.row_count; ++row) column.add_text(text);
    EXPECT_THAT(error_of([&] { write({sample_legs(), table}); }), AllOf(StartsWith("1: "), HasSubstr("2 GB")));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace desakota::io
