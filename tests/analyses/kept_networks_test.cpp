#include "engine/analyses/kept_networks.h"

#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/analyses/search_setting.h"

namespace desakota::analyses {
namespace {

/// A road of some 1.1 km along the equator, called by its source.
layers::Layer road(const std::string& source) {
    layers::Layer layer;
    layer.name = "roads";
    layer.source = source;
    layer.crs = "EPSG:4326";
    layer.geometry_type = geo::GeometryType::Line;
    const std::array<geo::Point, 2> course{geo::Point{105.0, 0.0}, geo::Point{105.01, 0.0}};
    layer.geometry.add_part(geo::PartRole::Line, course);
    layer.geometry.end_feature();
    layer.row_count = 1;
    layer.feature_ids = {1};
    return layer;
}

Arguments arguments_on(const std::string& source) {
    Arguments arguments;
    arguments.layers["roads"].push_back(road(source));
    arguments.texts = {{"cost", "distance"}, {"clean", "on"}, {"season", "dry"}, {"mode", "motorcycle"}};
    return arguments;
}

class KeptNetworksTest : public testing::Test {
protected:
    SearchSetting setting_of(Arguments arguments) {
        RunContext context{progress_, diagnostics_, core::Language::English, 1, &kept_};
        auto roads = read_roads(arguments, context);
        return prepare_search(arguments, std::move(roads), context);
    }

    core::SilentProgress progress_;
    core::Diagnostics diagnostics_;
    KeptNetworks kept_;
};

TEST_F(KeptNetworksTest, RunsOnTheSameRoadsShareOneNetwork) {
    const auto first = setting_of(arguments_on("a.shp"));
    const auto second = setting_of(arguments_on("a.shp"));
    EXPECT_EQ(first.shared_network, second.shared_network);
    EXPECT_EQ(second.network().input_line_count, 1U);
    EXPECT_EQ(second.hull.corners().size(), first.hull.corners().size());
}

TEST_F(KeptNetworksTest, WhatANetworkDependsOnTellsItsRunsApart) {
    const auto first = setting_of(arguments_on("a.shp"));
    EXPECT_NE(setting_of(arguments_on("b.shp")).shared_network, first.shared_network);
    for (const auto& [name, value] : std::map<std::string, std::string>{
             {"season", "wet"}, {"mode", "car"}, {"clean", "off"}, {"value-forward", "F"}}) {
        auto other = arguments_on("a.shp");
        other.texts[name] = value;
        EXPECT_NE(made_of(other), made_of(arguments_on("a.shp"))) << name;
    }
    auto faster = arguments_on("a.shp");
    faster.numbers["default-speed"] = {30.0};
    EXPECT_NE(made_of(faster), made_of(arguments_on("a.shp")));
    auto classed = arguments_on("a.shp");
    classed.fields["class-field"] = {{"kelas"}};
    EXPECT_NE(made_of(classed), made_of(arguments_on("a.shp")));
    auto dearer = arguments_on("a.shp");
    dearer.numbers["max-access"] = {100.0};  // a question to the network, not a part of it
    EXPECT_EQ(made_of(dearer), made_of(arguments_on("a.shp")));
}

TEST_F(KeptNetworksTest, TimesAreAskedForAlsoOfAKeptNetwork) {
    (void)setting_of(arguments_on("a.shp"));
    auto in_time = arguments_on("a.shp");
    in_time.texts["cost"] = "time";
    (void)setting_of(std::move(in_time));
    EXPECT_TRUE(diagnostics_.has_errors());
}

/// A session: one network is kept, and layers are known by their content alone.
class SessionTest : public KeptNetworksTest {
protected:
    SearchSetting session_of(Arguments arguments, const std::string& content) {
        KeptNetworks networks(store_, {{"roads", {content}}});
        RunContext context{progress_, diagnostics_, core::Language::English, 1, &networks};
        auto roads = read_roads(arguments, context);
        return prepare_search(arguments, std::move(roads), context);
    }

    std::shared_ptr<NetworkStore> store_ = std::make_shared<NetworkStore>(1);
};

TEST_F(SessionTest, TheContentOfTheRoadsDecidesWhateverTheyAreCalled) {
    const auto first = session_of(arguments_on("a.shp"), "one");
    EXPECT_EQ(session_of(arguments_on("b.shp"), "one").shared_network, first.shared_network);
    EXPECT_NE(session_of(arguments_on("a.shp"), "other").shared_network, first.shared_network);
}

TEST_F(SessionTest, OneNetworkIsKept) {
    const auto first = session_of(arguments_on("a.shp"), "one");
    auto off = arguments_on("a.shp");
    off.texts["clean"] = "off";
    static_cast<void>(session_of(off, "one"));
    EXPECT_EQ(first.shared_network.use_count(), 1);
    EXPECT_NE(session_of(arguments_on("a.shp"), "one").shared_network, first.shared_network);
}

TEST_F(SessionTest, LetsGoOfTheNetworkWhenItIsCleared) {
    const auto first = session_of(arguments_on("a.shp"), "one");
    EXPECT_GT(first.shared_network.use_count(), 1);
    store_->clear();
    EXPECT_EQ(first.shared_network.use_count(), 1);
}

TEST_F(SessionTest, RoadsOfUnknownContentAreNotKept) {
    const auto first = session_of(arguments_on("a.shp"), "");
    EXPECT_EQ(first.shared_network.use_count(), 1);
}

TEST_F(SessionTest, EachRunIsToldWhatThereIsToTellOfItsRoads) {
    const auto odd = [] {
        auto arguments = arguments_on("a.shp");
        auto& layer = arguments.layers["roads"].front();
        layer.geometry.end_feature();
        layer.row_count = 2;
        layer.feature_ids = {1, 2};
        return arguments;
    };
    static_cast<void>(session_of(odd(), "odd"));
    const auto told = diagnostics_.items().size();
    EXPECT_GT(told, 0U);
    static_cast<void>(session_of(odd(), "odd"));
    ASSERT_EQ(diagnostics_.items().size(), 2 * told);
    EXPECT_EQ(diagnostics_.items()[told].text.english, diagnostics_.items()[0].text.english);
}

}  // namespace
}  // namespace desakota::analyses
