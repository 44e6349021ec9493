#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <string>

#include "tests/analyses/scenario_case.h"

namespace desakota::analyses {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// The southern road of the case is paved as far as 10 km and of earth from there on; cars in the wet season.
struct EarthRoad : ScenarioRun {
    EarthRoad() {
        arguments.layers.erase("roads");
        add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(10000)})
                         .line({metres(10000), metres(20000)})
                         .texts("highway", {"primary", "unclassified"})
                         .texts("surface", {"asphalt", "earth"})
                         .texts("oneway", {"", ""}));
        find("class-field", "highway");
        find("surface-field", "surface");
        find("direction-field", "oneway");
        give("mode", "car");
        give("season", "wet");
    }
    void change(const LayerMaker& roads) {
        add("changed-roads", roads);
        find("changed-class-field", "highway");
        find("changed-surface-field", "surface");
        find("changed-direction-field", "oneway");
    }
};

TEST(ChangedRoads, APavedRoadIsPassableInTheWetSeason) {
    EarthRoad run;
    run.change(LayerMaker("diaspal")
                   .line({metres(10000), metres(20000)})
                   .texts("highway", {"unclassified"})
                   .texts("surface", {"asphalt"})
                   .texts("oneway", {""}));
    const auto results = run.run();
    const auto& table = run.table(results);
    EXPECT_EQ(values_of(table, "effect")[2], "newly_reached");
    EXPECT_EQ(values_of(table, "after_m")[2], "13000");
    const auto& links = layer_of(results, "compare_scenarios_links");
    EXPECT_THAT(values_of(links, "change"), ElementsAre("changed"));
    EXPECT_THAT(values_of(links, "length_m"), ElementsAre("10000"));
    EXPECT_THAT(values_of(links, "connected"), ElementsAre("-"));
    EXPECT_EQ(results.summary[0].english, "The scenario: roads changed: 1.");
    EXPECT_EQ(results.summary[0].indonesian, "Simulasi: jalan diubah: 1.");
}

TEST(ChangedRoads, AnUnmadeRoadClosesInTheWetSeason) {
    EarthRoad run;
    run.change(LayerMaker("rusak")
                   .line({metres(0), metres(10000)})
                   .texts("highway", {"unclassified"})
                   .texts("surface", {"earth"})
                   .texts("oneway", {""}));
    EXPECT_THAT(values_of(run.table(run.run()), "effect"),
                ElementsAre("farther", "no_longer_reached", "not_reached", "not_reached", "not_reached", "-"));
}

/// A way to the puskesmas leads westward.
TEST(ChangedRoads, AOneWayRoadRunsAsTheChangedLineRuns) {
    for (const bool westward : {true, false}) {
        ScenarioRun run;
        run.arguments.layers.erase("roads");
        run.add("roads", LayerMaker("jalan").line({metres(0), metres(10000)}).line({metres(10000), metres(20000)}));
        run.add("changed-roads",
                LayerMaker("satu_arah")
                    .line(westward ? std::vector{metres(10000), metres(0)} : std::vector{metres(0), metres(10000)})
                    .texts("oneway", {"yes"}));
        run.find("changed-direction-field", "oneway");
        const auto results = run.run();
        EXPECT_EQ(values_of(run.table(results), "effect")[1], westward ? "unchanged" : "no_longer_reached");
        EXPECT_EQ(values_of(run.table(results), "effect")[2], westward ? "unchanged" : "no_longer_reached");
    }
}

TEST(ChangedRoads, ARoughlyDrawnLineLeavesCourseAndJunctionsAsTheyAre) {
    EarthRoad run;
    run.arguments.texts["clean"] = "off";
    run.change(LayerMaker("diaspal")
                   .line({metres(0, 0.5), metres(20000, -0.5)})
                   .texts("highway", {"primary"})
                   .texts("surface", {"asphalt"})
                   .texts("oneway", {""}));
    const auto results = run.run();
    EXPECT_THAT(values_of(run.table(results), "after_m"), ElementsAre("1000", "6000", "13000", "-", "-", "-"));
    EXPECT_THAT(run.warnings(), Not(Contains(HasSubstr("part of their length"))));
}

TEST(ChangedRoads, RefusesAChangedRoadThatCoversNone) {
    ScenarioRun run;
    run.add("changed-roads", LayerMaker("diubah").line({metres(1000), metres(9000)}));
    const auto [status, problem] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_EQ(problem,
              "diubah: features that change no road, since they cover none from end to end: fid 1. Copy the features "
              "from the roads; to change a part of a road, split the road there first.");
}

TEST(ChangedRoads, RefusesARoadThatIsChangedTwiceOrRemovedAsWell) {
    ScenarioRun twice;
    twice.add("changed-roads", LayerMaker("diubah").line({metres(0), metres(10000)}).line({metres(0), metres(10000)}));
    EXPECT_EQ(twice.failure().second,
              "diubah: features that change no road, since a feature before them changes it already or it is removed: "
              "fid 2. Leave out one of the two.");
    ScenarioRun removed;
    removed.close_road(0, 10000);
    removed.add("changed-roads", LayerMaker("diubah").line({metres(0), metres(10000)}));
    EXPECT_THAT(removed.failure().second,
                HasSubstr("diubah: features that change no road, since a feature before them"));
}

TEST(ChangedRoads, WarnsOfARoadThatChangesInPart) {
    ScenarioRun run;
    run.add("changed-roads", LayerMaker("diubah").line({metres(0), metres(15000)}));
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(),
                Contains("diubah: features that change roads along a part of their length only: fid 1. Where they "
                         "cover no road from end to end nothing changes; split the road there first."));
}

TEST(ChangedRoads, CostsOfAllRoadsAreAddedUp) {
    ScenarioRun run;
    auto bridge = ScenarioRun::bridge();
    run.add("added-roads", bridge.texts("biaya", {"1.000.000.000"}));
    run.find("road-cost-field", "biaya");
    run.add("changed-roads", LayerMaker("diubah").line({metres(0), metres(10000)}).texts("biaya", {"200.000.000"}));
    run.find("changed-road-cost-field", "biaya");
    const auto results = run.run();
    EXPECT_EQ(figure(results, "cost_rp"), 1'200'000'000.0);
    EXPECT_EQ(figure(results, "cost_per_family_rp"), 3'000'000.0);
}

/// A road crosses the southern one and leads to the northern one, on which D and E live; it lies above or below as one
/// field says.
struct Flyover : ScenarioRun {
    Flyover(const std::string& field, const std::string& value) {
        arguments.layers.erase("roads");
        add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(20000)})
                         .line({metres(0, 3000), metres(20000, 3000)})
                         .line({metres(9000, -1000), metres(9000, 3000)})
                         .texts("highway", {"primary", "primary", "track"})
                         .texts(field, {"", "", value}));
        find("class-field", "highway");
    }
    static LayerMaker copy() {
        return LayerMaker("diubah").line({metres(9000, -1000), metres(9000, 3000)}).texts("highway", {"primary"});
    }
    std::string effect_on_e(const LayerMaker& roads) {
        add("changed-roads", roads);
        return values_of(table(run()), "effect")[4];
    }
};

TEST(ChangedRoads, AFlyoverOfAnotherClassStaysApartFromTheRoadThatItCrosses) {
    for (const auto& [field, value] :
         std::map<std::string, std::string>{{"bridge", "yes"}, {"tunnel", "yes"}, {"layer", "1"}}) {
        EXPECT_EQ(Flyover(field, value).effect_on_e(Flyover::copy()), "not_reached") << field;
        EXPECT_EQ(Flyover(field, value).effect_on_e(Flyover::copy().texts(field, {""})), "newly_reached") << field;
    }
}

TEST(ChangedRoads, AOneWayRoadStaysOneWayWhereTheLayerHasNoFieldOfIt) {
    for (const bool told : {true, false}) {
        EarthRoad run;
        run.arguments.layers.erase("roads");
        run.add("roads", LayerMaker("jalan")
                             .line({metres(0), metres(20000)})
                             .texts("highway", {"primary"})
                             .texts("surface", {"asphalt"})
                             .texts("oneway", {"yes"}));
        auto changed = LayerMaker("diubah").line({metres(20000), metres(0)}).texts("highway", {"secondary"});
        run.add("changed-roads", told ? changed.texts("oneway", {"no"}) : changed);
        run.find("changed-class-field", "highway");
        EXPECT_EQ(values_of(run.table(run.run()), "effect")[1], told ? "newly_reached" : "not_reached");
    }
}

/// A gap of the southern road, which an earlier cleaning joined.
struct WrittenJoin : ScenarioRun {
    WrittenJoin() {
        arguments.layers.erase("roads");
        add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(10000)})
                         .line({metres(10000), metres(10010)})
                         .line({metres(10010), metres(20000)})
                         .texts("join", {"", "1", ""}));
        find("join-field", "join");
    }
};

TEST(ChangedRoads, WrittenJoinsStayAsTheyAre) {
    WrittenJoin along;
    along.add("changed-roads", LayerMaker("diubah").line({metres(0), metres(10010)}));
    EXPECT_EQ(values_of(along.table(along.run()), "effect")[2], "unchanged");
    EXPECT_THAT(along.warnings(), Not(Contains(HasSubstr("part of their length"))));
    WrittenJoin alone;
    alone.add("changed-roads", LayerMaker("diubah").line({metres(10000), metres(10010)}));
    EXPECT_THAT(alone.failure().second, HasSubstr("diubah: features that change no road"));
}

/// The bridge of the case is a ferry.
struct Ferry : ScenarioRun {
    Ferry() { add("ferries", ScenarioRun::bridge().texts("route", {"ferry"})); }
};

TEST(ChangedRoads, RefusesToMakeARoadOfAFerryLine) {
    Ferry run;
    run.add("changed-roads", ScenarioRun::bridge().texts("highway", {"primary"}));
    const auto [status, problem] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_EQ(problem,
              "jembatan: features that would make another kind of way of a ferry line, a river, a railway or a "
              "controlled-access road, or one of these of a road: fid 1. Leave the fields that tell the kind (class, "
              "route) as they are in the base; to replace such a way, give it under --removed-roads and the new one "
              "under --added-roads.");
}

TEST(ChangedRoads, AFerryLineWhoseRouteIsToldIsChanged) {
    Ferry run;
    run.add("changed-roads", ScenarioRun::bridge().texts("highway", {""}).texts("route", {"ferry"}));
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "compare_scenarios_links"), "change"), ElementsAre("changed"));
}

/// One feature: a part along the southern road from 10 km on, another where there is no road.
layers::Layer beside_the_road(const std::string& source) {
    auto layer = LayerMaker(source).make();
    layer.geometry.add_part(geo::PartRole::Line, std::vector{metres(10000), metres(20000)});
    layer.geometry.add_part(geo::PartRole::Line, std::vector{metres(0, 9000), metres(5000, 9000)});
    layer.geometry.end_feature();
    layer.feature_ids = {1};
    layer.row_count = 1;
    return layer;
}

TEST(ChangedRoads, AFeatureIsJudgedByAllItsParts) {
    ScenarioRun run;
    run.arguments.layers["changed-roads"] = {beside_the_road("diubah")};
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(), Contains(HasSubstr("diubah: features that change roads along a part of their length "
                                                   "only: fid 1.")));
}

TEST(ChangedRoads, ARoadThatIsChangedAlreadyIsNoReasonToSplit) {
    ScenarioRun run;
    run.add("changed-roads", LayerMaker("diubah").line({metres(0), metres(10000)}).line({metres(0), metres(20000)}));
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(),
                Contains("diubah: features that also cover roads that a feature before them changes already or that "
                         "are removed: fid 2. There the feature before them, or the removal, counts."));
    EXPECT_THAT(run.warnings(), Not(Contains(HasSubstr("split"))));
}

TEST(ChangedRoads, AClosedFeatureIsJudgedByAllItsParts) {
    ScenarioRun run;
    run.arguments.layers["removed-roads"] = {beside_the_road("ditutup")};
    EXPECT_EQ(values_of(run.table(run.run()), "effect")[2], "no_longer_reached");
    EXPECT_THAT(run.warnings(), Contains("ditutup: features with parts that cover no road from end to end: fid 1. "
                                         "Those parts close nothing; split the road there first."));
}

}  // namespace
}  // namespace desakota::analyses
