#include <filesystem>
#include <gtest/gtest.h>
#include <string>

#include "tests/support/region.h"
#include "tests/support/synergy_areas.h"
#include "tests/support/tanjung_selor.h"
#include "tests/support/telang_activities.h"

#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/io/read_layer.h"
#include "engine/io/source.h"

namespace desakota::test_support {
namespace {

/// The sample of that source within the folder: "telang.gpkg|layername=roads".
layers::Layer read_sample(const std::string& sample) {
    core::Diagnostics diagnostics;
    core::SilentProgress progress;
    auto source = io::open_source(io::parse_source(std::string(DESAKOTA_SAMPLE_LAYERS) + "/" + sample), diagnostics);
    std::vector<std::string> names;
    for (const auto& column : source.columns()) names.push_back(column.name);
    auto read = source.read(names, progress, diagnostics);
    diagnostics.throw_errors();
    return std::move(read.layer);
}

void expect_same_values(const layers::Layer& read, const layers::Layer& made) {
    ASSERT_EQ(read.columns.size(), made.columns.size());
    for (std::size_t i = 0; i < made.columns.size(); ++i) {
        ASSERT_EQ(read.columns[i].name(), made.columns[i].name());
        EXPECT_EQ(read.columns[i].type(), made.columns[i].type()) << made.columns[i].name();
        for (std::size_t row = 0; row < made.row_count; ++row) {
            EXPECT_EQ(read.columns[i].as_text(row), made.columns[i].as_text(row)) << made.columns[i].name();
        }
    }
}

void expect_same_geometry(const layers::Layer& read, const layers::Layer& made) {
    ASSERT_EQ(read.geometry.part_count(), made.geometry.part_count());
    for (std::size_t part = 0; part < made.geometry.part_count(); ++part) {
        EXPECT_EQ(read.geometry.role(part), made.geometry.role(part));
        EXPECT_TRUE(std::ranges::equal(read.geometry.coordinates(part), made.geometry.coordinates(part)));
    }
}

TEST(SampleLayers, AreWhatTheGeneratorMakes) {
    const auto region = make_telang();
    for (const auto* made : {&region.settlements, &region.roads, &region.facilities, &region.centres, &region.rivers,
                             &region.ferries, &region.landings, &region.centre_facilities}) {
        SCOPED_TRACE(made->name);
        const auto read = read_sample("telang.gpkg|layername=" + made->name);
        ASSERT_EQ(read.row_count, made->row_count);
        EXPECT_EQ(read.geometry_type, made->geometry_type);
        expect_same_values(read, *made);
        expect_same_geometry(read, *made);
    }
}

TEST(SampleLayers, OfActivitiesAreWhatTheGeneratorMakes) {
    const auto made = make_telang_activities();
    const auto read = read_sample("activities.csv");
    ASSERT_EQ(read.row_count, made.row_count);
    expect_same_values(read, made);
}

TEST(SampleLayers, OfTanjungSelorAreWhatTheGeneratorMakes) {
    const auto made = make_tanjung_selor();
    const auto settlements = read_sample("tanjung_selor.gpkg|layername=settlements");
    ASSERT_EQ(settlements.row_count, 5U);
    expect_same_values(settlements, made.settlements);
    expect_same_geometry(settlements, made.settlements);
    const auto households = read_sample("households.csv");
    ASSERT_EQ(households.row_count, 80U);
    expect_same_values(households, made.households);
}

TEST(SampleLayers, OfSynergyAreWhatTheGeneratorMakes) {
    const auto areas = read_sample("synergy_areas.csv");
    ASSERT_EQ(areas.row_count, 2U);
    expect_same_values(areas, make_synergy_areas());
}

TEST(SampleLayers, StaySmallEnoughForTheRepository) {
    EXPECT_LT(std::filesystem::file_size(std::filesystem::path(DESAKOTA_SAMPLE_LAYERS) / "telang.gpkg"), 1'000'000U);
}

}  // namespace
}  // namespace desakota::test_support
