#include "engine/report/map_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/report/made_report.h"

namespace desakota::report {
namespace {

nlohmann::json map_of(const Report& report, std::size_t most_background = kMostBackground) {
    TextPool texts;
    return nlohmann::json::parse(map_json(report, core::Language::English, texts, most_background));
}

TEST(MapJson, HoldsSharedGeometryOnce) {
    const auto map = map_of(made_report().report);
    ASSERT_EQ(map["indexes"].size(), 4U);
    EXPECT_EQ(map["shapes"].size(), 3U);
    EXPECT_EQ(map["indexes"][0]["shape"], map["indexes"][1]["shape"]);
}

TEST(MapJson, GivesEachRowItsClassAndItsDoubt) {
    const auto map = map_of(made_report().report);
    // The first settlement is in the first class (1 * 2), the fifth doubtful, the ninth in the fourth (4 * 2).
    const std::string classes = map["indexes"][0]["classes"];
    EXPECT_EQ(classes[0], 'C');
    EXPECT_EQ(classes[4], 'F');
    EXPECT_EQ(classes[8], 'I');
}

TEST(MapJson, KnowsWaysRoutesAndTables) {
    const auto map = map_of(made_report().report);
    const auto& indexes = map["indexes"];
    EXPECT_EQ(map["ways"].size(), 2U);
    EXPECT_EQ(indexes[1]["ways"], 1);
    EXPECT_FALSE(indexes[0].contains("lines_of"));
    EXPECT_EQ(indexes[2]["lines_of"], "BCDEFGHIJKLM");
    EXPECT_TRUE(indexes[2]["ways"].is_null());
    EXPECT_EQ(indexes[0]["table"], "health_access_dry");
    EXPECT_TRUE(indexes[1]["table"].is_null());
}

TEST(MapJson, IsAsFineWhereAnIndexLiesFarAway) {
    const auto alone = map_of(made_report().report);
    auto made = made_report();
    auto& far = made.layers.emplace_back();
    far.geometry_type = geo::GeometryType::Point;
    far.geometry.add_part(geo::PartRole::Point, std::vector<geo::Point>{{117.3, 2.8}});
    far.geometry.end_feature();
    far.row_count = 1;
    auto index = made.report.indexes.front();
    index.drawn.layer = &far;
    made.report.indexes.push_back(index);
    const auto both = map_of(made.report);
    EXPECT_EQ(both["grid"]["step"], alone["grid"]["step"]);
    EXPECT_LT(both["grid"]["step"].get<double>(), 2e-5);
}

TEST(MapJson, IsNothingWithoutAPlace) {
    TextPool texts;
    EXPECT_EQ(map_json({}, core::Language::English, texts), "null");
    auto made = made_report();
    for (auto& layer : made.layers) layer.geometry = {};
    EXPECT_EQ(map_json(made.report, core::Language::English, texts), "null");
}

/// Roads to and fro across the area, none along another.
layers::Layer many_roads(std::size_t count) {
    layers::Layer roads;
    roads.geometry_type = geo::GeometryType::Line;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < 40; ++k) {
            const auto share = static_cast<double>((i * 7919 + k * 50021 + i * k * 31) % 100003) / 100003.0;
            roads.geometry.add_coordinate({104.70 + 0.0034 * static_cast<double>(k), -2.60 + 0.12 * share});
        }
        roads.geometry.end_part(geo::PartRole::Line);
        roads.geometry.end_feature();
    }
    roads.row_count = count;
    return roads;
}

TEST(MapJson, LeavesOutBackgroundThatDoesNotFitAndSaysSo) {
    auto made = made_report();
    made.layers.push_back(many_roads(250));
    auto& roads = made.report.background.back();
    roads.drawn.layer = &made.layers.back();
    const auto map = map_of(made.report, 20'000);
    EXPECT_EQ(map["left_out"], nlohmann::json{"Roads"});
    EXPECT_EQ(map["background"].size(), 1U);
}

TEST(MapJson, CoarsensBackgroundUntilItFits) {
    auto made = made_report();
    made.layers.push_back(many_roads(250));
    made.report.background.back().drawn.layer = &made.layers.back();
    const auto map = map_of(made.report, 40'000);
    ASSERT_EQ(map["background"].size(), 2U);
    EXPECT_GT(map["background"][1]["coarseness"], 1);
    EXPECT_LE(map["background"][1]["shapes"].get<std::string>().size(), 40'000U);
}

}  // namespace
}  // namespace desakota::report
