#include <algorithm>
#include <cmath>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/region.h"
#include "tests/tool/desakota_run.h"

#include "engine/core/progress.h"
#include "engine/io/write_layers.h"

namespace desakota::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Results, OpenAgainInEveryFormatWithARowForEachSettlement) {
    const TemporaryFolder folder;
    ASSERT_EQ(run_desakota(access_words({}, folder.file("result.gpkg"))).status, 0);
    const auto rows = folder.file("result.gpkg") + "|layername=health_access";
    const auto settlements = column_of(sample("settlements"), "kode");
    EXPECT_EQ(column_of(rows, "settlement_id"), settlements);
    for (const auto* const name : {"flat.fgb", "text.geojson", "table.csv"}) {
        SCOPED_TRACE(name);
        const auto run = run_desakota(access_words({}, folder.file(name)));
        ASSERT_EQ(run.status, 0) << run.error;
        EXPECT_THAT(run.output, HasSubstr("41 rows"));
        EXPECT_EQ(column_of(folder.file(name), "settlement_id"), settlements);
        EXPECT_EQ(column_of(folder.file(name), "status"), column_of(rows, "status"));
        const auto totals = numbers_of(rows, "shortest_m");
        const auto others = numbers_of(folder.file(name), "shortest_m");
        for (std::size_t row = 0; row < totals.size(); ++row) {
            if (std::isnan(totals[row])) continue;
            EXPECT_NEAR(others[row], totals[row], 0.001) << row;
        }
    }
    EXPECT_THAT(folder.names(), Contains("table_health_access_summary.csv"));
    EXPECT_THAT(folder.names(), Contains("text.run.json"));
}

/// Each of these layers has one default style.
void expect_styled(const std::string& path, const Words& layers) {
    const auto names = column_of(path + "|layername=layer_styles", "f_table_name");
    const auto defaults = numbers_of(path + "|layername=layer_styles", "useAsDefault");
    for (const auto& layer : layers) {
        double count = 0.0;
        for (std::size_t row = 0; row < names.size(); ++row) count += names[row] == layer ? defaults[row] : 0.0;
        EXPECT_EQ(count, 1.0) << layer;
    }
}

TEST(Results, EveryLayerOfEveryAnalysisIsStyledInAGeoPackage) {
    const TemporaryFolder folder;
    ASSERT_EQ(run_desakota(access_words({}, folder.file("access.gpkg"), {"--routes"})).status, 0);
    expect_styled(folder.file("access.gpkg"),
                  {"health_access", "health_access_legs", "health_access_routes", "health_access_summary"});
    ASSERT_EQ(run_desakota({"distance-to-centre", "--settlements", sample("settlements"), "--roads", sample("roads"),
                            "--centres", sample("centres"), "--centre-level-field", "tingkat", "--routes", "--output",
                            folder.file("centre.gpkg")})
                  .status,
              0);
    expect_styled(folder.file("centre.gpkg"), {"distance_to_centre", "distance_to_centre_legs",
                                               "distance_to_centre_routes", "distance_to_centre_summary"});
    ASSERT_EQ(run_desakota({"check-network", "--roads", sample("roads"), "--output", folder.file("check.gpkg")}).status,
              0);
    expect_styled(folder.file("check.gpkg"), {"check_network", "check_network_components"});
}

TEST(Results, EndingIsRefusedWhereItNamesNoFormat) {
    const TemporaryFolder folder;
    expect_said(run_desakota(access_words({}, folder.file("result.xyz"))), 2, {".gpkg", ".fgb", ".geojson", ".csv"});
}

TEST(Results, PathsMayHoldSpacesAndAccents) {
    const TemporaryFolder folder;
    const auto place = folder.file("Data désa (Telang) ñ");
    std::filesystem::create_directory(place);
    const AccessInputs inputs{.settlements = copy_sample("settlements", place + "/desa tahun é.gpkg"),
                              .roads = convert(DESAKOTA_SAMPLE, place + "/jalan raya ü.shp", {"roads"}),
                              .facilities = convert(DESAKOTA_SAMPLE, place + "/faskes è.csv",
                                                    {"-f", "CSV", "-lco", "GEOMETRY=AS_XY", "facilities"}) +
                                            "|crs=EPSG:4326|x=X|y=Y"};
    for (const auto* const name : {"/hasil akses é.gpkg", "/hasil b é.geojson"}) {
        const auto run = run_desakota(access_words(inputs, place + name));
        ASSERT_EQ(run.status, 0) << run.error;
        EXPECT_EQ(column_of(place + name, "settlement_id").size(), 41U);
    }
}

TEST(Results, NamesInLatin1ReachTheResultAsTheyWere) {
    const TemporaryFolder folder;
    const auto facilities = copy_sample("facilities", folder.file("faskes.gpkg"));
    change(facilities, "UPDATE facilities SET nama = 'Puskesmas Café Ñandú' WHERE jenis = 'puskesmas'");
    const auto shapes =
        convert(facilities, folder.file("faskes.shp"), {"-f", "ESRI Shapefile", "-lco", "ENCODING=ISO-8859-1"});
    ASSERT_THAT(read_file(folder.file("faskes.dbf")), HasSubstr("Caf\xE9"));
    const auto run = run_desakota(access_words({.facilities = shapes}, folder.file("result.gpkg")));
    ASSERT_EQ(run.status, 0) << run.error;
    EXPECT_THAT(column_of(folder.file("result.gpkg") + "|layername=health_access", "facility_name"),
                Contains("Puskesmas Café Ñandú"));
}

TEST(Results, EveryRowSaysInWordsWhatTheColumnsSay) {
    const TemporaryFolder folder;
    ASSERT_EQ(run_desakota(access_words({}, folder.file("result.gpkg"))).status, 0);
    const auto rows = folder.file("result.gpkg") + "|layername=health_access";
    const auto statuses = column_of(rows, "status");
    const auto reasons = column_of(rows, "reason");
    const auto names = column_of(rows, "facility_name");
    const auto gaps = column_of(rows, "gap_m");
    const auto entry = numbers_of(rows, "entry_m");
    const auto network = numbers_of(rows, "network_m");
    const auto exit = numbers_of(rows, "exit_m");
    const auto total = numbers_of(rows, "total_m");
    for (std::size_t row = 0; row < statuses.size(); ++row) {
        ASSERT_THAT(reasons[row], testing::EndsWith(".")) << row;
        EXPECT_EQ(gaps[row] == "-", statuses[row] != "not_connected") << row;
        if (statuses[row] != "reached") continue;
        EXPECT_THAT(reasons[row], HasSubstr(names[row]));
        EXPECT_NEAR(entry[row] + network[row] + exit[row], total[row], 0.002) << row;
    }
}

TEST(Results, OfDistanceToCentreHoldARowForEachSettlement) {
    const TemporaryFolder folder;
    const auto result = folder.file("result.gpkg");
    const auto run =
        run_desakota({"distance-to-centre", "--settlements", sample("settlements"), "--roads", sample("roads"),
                      "--centres", sample("centres"), "--output", result, "--lang", "en"});
    expect_said(run, 0, {});
    const auto rows = result + "|layername=distance_to_centre";
    EXPECT_EQ(column_of(rows, "settlement_id"), column_of(sample("settlements"), "kode"));
    EXPECT_THAT(column_of(rows, "centre_name"), testing::Not(Contains("-")));
}

TEST(Results, OfCheckNetworkHoldTheFaultsPutIntoTheSample) {
    const TemporaryFolder folder;
    const auto result = folder.file("result.gpkg");
    const auto run = run_desakota({"check-network", "--roads", sample("roads"), "--output", result, "--lang", "en"});
    expect_said(run, 0, {});
    EXPECT_THAT(run.output, HasSubstr("Components"));
    const auto kinds = column_of(result + "|layername=check_network", "kind");
    EXPECT_EQ(std::ranges::count(kinds, "isolated_component"), 1);
    EXPECT_EQ(std::ranges::count(kinds, "gap_joined"), 1);
    EXPECT_EQ(column_of(result + "|layername=check_network_components", "feature").size(), 243U);
}

/// A region large enough that a run is still under way when the interrupt comes.
class Interrupt : public testing::Test {
protected:
    [[nodiscard]] ToolRun interrupted(const std::string& language, const Words& more) const {
        const AccessInputs inputs{.settlements = region_ + "|layername=settlements",
                                  .roads = region_ + "|layername=roads",
                                  .facilities = region_ + "|layername=facilities"};
        auto call = desakota_call(access_words_in(language, inputs, folder_.file("result.gpkg"), more));
        call.arguments.insert(call.arguments.end(), {"--verify", "500"});
        call.error_is_terminal = true;  // where progress is shown
        call.interrupt_at = "%";
        return run_tool(call);
    }
    void SetUp() override {
        const auto region = test_support::make_region(test_support::Size::S);
        core::SilentProgress silent;
        io::write_layers({region.settlements, region.roads, region.facilities}, {.path = region_}, silent);
    }

    TemporaryFolder folder_;
    std::string region_ = folder_.file("region.gpkg");
};

TEST_F(Interrupt, EndsIn130AndLeavesNothing) {
    expect_said(interrupted("en", {}), 130, {"Interrupted"});
    EXPECT_THAT(folder_.names(), ElementsAre("region.gpkg"));
}

TEST(Results, StayWholeWhereTheInterruptComesTooLate) {
    const TemporaryFolder folder;
    auto call = desakota_call(access_words({}, folder.file("result.gpkg")));
    call.interrupt_at = "info: roads";  // told when all is written
    const auto run = run_tool(call);
    expect_said(run, 0, {});
    EXPECT_EQ(run.signal, 0);
    EXPECT_THAT(run.output, HasSubstr("Result: "));
    EXPECT_THAT(folder.names(), ElementsAre("result.gpkg", "result.run.json"));
}

TEST_F(Interrupt, LeavesTheOldResultAsItWas) {
    folder_.write("result.gpkg", "precious");
    expect_said(interrupted("id", {"--overwrite"}), 130, {});
    EXPECT_TRUE(read_file(folder_.file("result.gpkg")) == "precious");
    EXPECT_THAT(folder_.names(), ElementsAre("region.gpkg", "result.gpkg"));
}

}  // namespace
}  // namespace desakota::tests
