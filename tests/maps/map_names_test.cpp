#include "engine/maps/map_names.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/maps/small_area.h"
#include "tests/support/for_each_seed.h"

#include "engine/maps/far_destinations.h"

namespace desakota::maps {
namespace {

constexpr Box kFrame{10.0, 10.0, 150.0, 150.0};

std::vector<PlacedName> names_of(const SmallMap& map, double letters) {
    const auto canvas = Canvas::picture(800, 800, 5.0, core::Language::Indonesian);
    MapContent content{&map.base, &map.index, {}};
    content.letters = letters;
    return placed_names(canvas, fitting_view(map.index.projected->box, kFrame), content);
}

TEST(PlacedNames, DoNotMeet) {
    test_support::for_each_seed(4, [](test_support::Random& random) {
        const std::size_t side = 2 + random.below(8);
        const SmallMap map(square_settlements(side, side, {104.7, -2.6}, 0.15 / static_cast<double>(side)));
        const auto names = names_of(map, random.between(1.5, 9.0));
        for (std::size_t i = 0; i < names.size(); ++i) {
            EXPECT_TRUE(kFrame.contains(names[i].box));
            for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(names[i].box.meets(names[j].box));
        }
    });
}

TEST(PlacedNames, AreAllThereWhereThereIsRoom) {
    const SmallMap map;
    const auto names = names_of(map, 2.0);
    EXPECT_EQ(names.size(), 9U);
    EXPECT_TRUE(std::ranges::any_of(names, [](const PlacedName& name) { return name.text == "Desa 4"; }));
}

/// Points with a name each.
layers::Layer named_points(const std::vector<geo::Point>& places, const std::string& prefix) {
    auto layer = points(places);
    auto& names = layer.add_column({"name", layers::ColumnType::Text, "", {}});
    for (std::size_t i = 0; i < places.size(); ++i) names.add_text(prefix + std::to_string(i));
    return layer;
}

Style of_points(const std::string& name) {
    Style style{.name = name, .names = Names{"name"}};
    StyleClass every;
    every.symbol.size = 3.0;
    style.classes = {every};
    return style;
}

TEST(PlacedNames, OfDestinationsComeFirst) {
    // A puskesmas beside a centre: there is room for one of the names.
    for (const auto role : {LayerRole::Facilities, LayerRole::Centres}) {
        SmallMap map(square_settlements(1, 1, {104.7, -2.6}, 0.05));
        const auto facilities = named_points({{104.725, -2.575}}, "Puskesmas Muara Telang ");
        const auto centres = named_points({{104.7255, -2.5755}}, "Pusat SKP Telang Jaya ");
        LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
        map.base.background = {
            {LayerRole::Centres, {}, preparation.prepare({&centres, of_points("centres")})},
            {LayerRole::Facilities, {}, preparation.prepare({&facilities, of_points("facilities")})}};
        const auto canvas = Canvas::picture(300, 300, 5.0, core::Language::Indonesian);
        MapContent content{&map.base, &map.index, {}};
        content.letters = 3.0;
        content.destinations = role;
        const auto names = placed_names(canvas, fitting_view(map.index.projected->box, {0, 0, 60, 60}), content);
        ASSERT_FALSE(names.empty());
        EXPECT_EQ(names.front().text.starts_with("Pusk"), role == LayerRole::Facilities) << names.front().text;
        EXPECT_TRUE(names.front().look.bold);
    }
}

TEST(PlacedNames, OfACentreAndItsAreaStandOnceAtTheCentre) {
    auto style = distance_classes();
    style.names = Names{"name", 5'000'000.0};
    SmallMap map(square_settlements(1, 2, {104.7, -2.6}, 0.05), style);
    const auto centres = named_points({{104.725, -2.57}}, "Desa ");
    LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
    map.base.background = {{LayerRole::Centres, {}, preparation.prepare({&centres, of_points("centres")})}};
    const auto names = names_of(map, 2.0);
    ASSERT_EQ(names.size(), 2U);
    EXPECT_EQ(names.front().text, "Desa 1");
    EXPECT_FALSE(names.back().look.size > names.front().look.size);
}

TEST(PlacedNames, AreLeftOutOfVeryManyPoints) {
    const auto count_of = [](std::size_t count) {
        std::vector<geo::Point> places;
        for (std::size_t i = 0; i < count; ++i) places.push_back({104.7 + 0.001 * static_cast<double>(i), -2.6});
        return names_of(SmallMap(named_points(places, "P"), of_points("points")), 2.0).size();
    };
    EXPECT_GT(count_of(9), 0U);
    EXPECT_EQ(count_of(400), 0U);
}

/// Settlements whose way leads to the centres of these names.
layers::Layer with_centres(layers::Layer settlements, const std::vector<std::string>& names) {
    auto& column = settlements.add_column({"centre_name", layers::ColumnType::Text, "", {}});
    for (std::size_t i = 0; i < settlements.row_count; ++i) column.add_text(names[i % names.size()]);
    return settlements;
}

TEST(FarDestinations, StandAtTheEdgeWithTheirDistance) {
    SmallMap map(with_centres(square_settlements(2, 2, {104.7, -2.6}, 0.05), {"Pusat 0", "Pusat 2"}));
    // East of the map, a further one that nobody goes to, and one inside.
    const auto centres = named_points({{105.2, -2.55}, {105.3, -2.55}, {104.75, -2.55}}, "Pusat ");
    LayerPreparation preparation(map.layer, core::Parallel{}, map.progress);
    map.base.background = {{LayerRole::Centres, {}, preparation.prepare({&centres, of_points("centres")})}};
    const auto canvas = Canvas::picture(800, 800, 5.0, core::Language::Indonesian);
    MapContent content{&map.base, &map.index, {}};
    const auto view = fitting_view(map.index.projected->box, kFrame);
    EXPECT_TRUE(far_destinations(canvas, view, content).empty());
    content.destinations = LayerRole::Centres;
    const auto arrows = far_destinations(canvas, view, content);
    ASSERT_EQ(arrows.size(), 1U);
    EXPECT_TRUE(arrows.front().text.starts_with("ke Pusat 0, ")) << arrows.front().text;
    EXPECT_TRUE(arrows.front().text.ends_with(" km"));
    EXPECT_GT(arrows.front().direction.x, 0.99);
    EXPECT_NEAR(arrows.front().tip.x, kFrame.max_x, 1.0);
    EXPECT_TRUE(kFrame.contains(arrows.front().box));
    // The text ends where the arrow begins, at its height.
    EXPECT_NEAR(arrows.front().tip.x - arrows.front().box.max_x, 3.8, 0.1);
    EXPECT_NEAR(arrows.front().tip.y, arrows.front().box.centre().y, 0.1);
    content.bright = {false, true, false, true};
    EXPECT_TRUE(far_destinations(canvas, view, content).empty());
}

TEST(PlacedNames, AreLeftOutAtASmallScale) {
    auto style = distance_classes();
    style.names = Names{"name", 1000.0};
    EXPECT_TRUE(names_of(SmallMap(square_settlements(3, 3, {104.7, -2.6}, 0.05), style), 2.0).empty());
}

}  // namespace
}  // namespace desakota::maps
