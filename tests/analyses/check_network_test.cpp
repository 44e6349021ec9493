#include "engine/analyses/check_network.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

namespace desakota::analyses {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct CheckRun : MiniRun {
    CheckRun() : MiniRun(describe_check_network()) {}

    void roads(const std::vector<std::vector<geo::Point>>& courses) {
        LayerMaker maker("jalan");
        for (const auto& course : courses) maker.line(course);
        add("roads", maker);
    }
    /// Settlements of 100, 200, 300 ... families, and a puskesmas at the start of the road; short walks only.
    void settle(const std::vector<geo::Point>& places) {
        LayerMaker maker("desa");
        std::vector<double> families;
        for (const auto& place : places) {
            maker.points({place});
            families.push_back(100.0 * (static_cast<double>(families.size()) + 1.0));
        }
        add("settlements", maker.numbers("kk", families));
        find("families-field", "kk");
        add("facilities", LayerMaker("faskes").points({metres(0)}));
        give("max-access", 300.0);
    }
};

/// A road, 20 m apart from it another, and 2 m apart from that a third.
std::vector<std::vector<geo::Point>> broken_road() {
    return {{metres(0), metres(2000)}, {metres(2020), metres(4000)}, {metres(4002), metres(9000)}};
}

TEST(CheckNetwork, TellsEachFaultWithItsLinesAndWhatToDo) {
    CheckRun run;
    run.roads(broken_road());
    const auto results = run.run();
    const auto& layer = layer_of(results, "check_network");
    EXPECT_THAT(values_of(layer, "kind"), ElementsAre("gap_joined", "near_miss", "isolated_component"));
    EXPECT_THAT(values_of(layer, "severity"), ElementsAre("information", "critical", "critical"));
    EXPECT_NEAR(*number_of(layer, "distance_m", 0), 2.0, 1e-3);
    EXPECT_NEAR(*number_of(layer, "distance_m", 1), 20.0, 1e-3);
    EXPECT_THAT(values_of(layer, "layer_a"), Each("jalan"));
    EXPECT_THAT(values_of(layer, "feature_a"), ElementsAre("2", "1", "1"));
    EXPECT_THAT(values_of(layer, "feature_b"), ElementsAre("3", "2", "2"));
    EXPECT_THAT(values_of(layer, "component"), ElementsAre("1", "2", "2"));
    EXPECT_NEAR(*number_of(layer, "component_km", 2), 2.0, 1e-6);
    EXPECT_THAT(values_of(layer, "decision")[0], HasSubstr("within the tolerance"));
    EXPECT_THAT(values_of(layer, "advice"), Each(testing::Not(IsEmpty())));
    EXPECT_THAT(values_of(layer, "settlements_gained"), Each("-"));
    const auto place = layer.geometry.coordinates(1).front();
    EXPECT_NEAR(place.x, metres(2000).x, 1e-9);
}

TEST(CheckNetwork, GivesEachLineItsComponent) {
    CheckRun run;
    run.roads(broken_road());
    const auto results = run.run();
    const auto& layer = layer_of(results, "check_network_components");
    EXPECT_THAT(values_of(layer, "feature"), ElementsAre("1", "2", "3"));
    EXPECT_THAT(values_of(layer, "component"), ElementsAre("2", "1", "1"));
    EXPECT_NEAR(*number_of(layer, "length_km", 1), 1.98 + 4.998, 1e-6);
    EXPECT_DOUBLE_EQ(*figure(results, "components"), 2.0);
    EXPECT_NEAR(*figure(results, "longest_component_share"), 6978.0 / 8978.0, 1e-6);
    EXPECT_DOUBLE_EQ(*figure(results, "near_miss"), 1.0);
    EXPECT_DOUBLE_EQ(*figure(results, "gaps_10_20_m"), 1.0);
    EXPECT_EQ(results.summary[1].english,
              "The 9.0 km that can be travelled fall into 2 components; the longest holds 78 % of the length.");
}

TEST(CheckNetwork, CountsWhatMendingABreakWouldGain) {
    CheckRun run;
    run.roads(broken_road());
    run.settle({metres(1000), metres(3000), metres(8000)});
    const auto results = run.run();
    const auto& layer = layer_of(results, "check_network");
    EXPECT_THAT(values_of(layer, "settlements_gained"), ElementsAre("-", "2", "2"))
        << "both become connected, however far";
    EXPECT_THAT(values_of(layer, "families_gained"), ElementsAre("-", "500", "500"));
    EXPECT_DOUBLE_EQ(*figure(results, "breaks_with_gain"), 2.0);
    EXPECT_THAT(results.summary.back().english,
                HasSubstr("Mending the break of 20 m at jalan, fid 1 would help most: 2 settlements (500 families)"));
}

/// A long way round: the dead end lies 20 m from the road along which the puskesmas is near.
std::vector<std::vector<geo::Point>> long_way_round() {
    return {{metres(0), metres(4000)}, {metres(4000), metres(4000, 3000), metres(1000, 3000), metres(1000, 20)}};
}

TEST(CheckNetwork, CountsSettlementsThatAShortcutBringsWithinTheThreshold) {
    CheckRun run;
    run.roads(long_way_round());
    run.settle({metres(3000), metres(1000, 2500), metres(4000, 2000), metres(2500, 3000)});
    const auto results = run.run();
    const auto& layer = layer_of(results, "check_network");
    ASSERT_THAT(values_of(layer, "kind"), ElementsAre("near_miss"));
    // Within 5 km by the gap: the second at 3.5 km; the fourth at 5.5 km is not, nor the third (6 km either way).
    EXPECT_THAT(values_of(layer, "settlements_gained"), ElementsAre("1"));
    EXPECT_THAT(values_of(layer, "families_gained"), ElementsAre("200"));
    CheckRun wider;
    wider.roads(long_way_round());
    wider.settle({metres(3000), metres(1000, 2500), metres(4000, 2000), metres(2500, 3000)});
    wider.give("threshold", 5520.0);
    EXPECT_THAT(values_of(layer_of(wider.run(), "check_network"), "settlements_gained"), ElementsAre("2"));
}

TEST(CheckNetwork, TellsLinesWithoutLengthAmongTheirKind) {
    CheckRun run;
    run.roads({{metres(0), metres(2000)}, {metres(500, 90), metres(500, 90)}, {metres(2000), metres(2000.5)}});
    const auto results = run.run();
    const auto& layer = layer_of(results, "check_network");
    EXPECT_THAT(values_of(layer, "kind"), ElementsAre("zero_length", "short_line"));
    EXPECT_THAT(values_of(layer, "feature_a"), ElementsAre("2", "3"));
    EXPECT_DOUBLE_EQ(*figure(results, "zero_length"), 1.0);
}

TEST(CheckNetwork, AdvisesOnTheToleranceByTheGapsThereAre) {
    CheckRun run;
    std::vector<std::vector<geo::Point>> courses;
    for (int i = 0; i < 12; ++i) courses.push_back({metres(1000.0 * i), metres(1000.0 * i + 993)});
    run.roads(courses);
    static_cast<void>(run.run());
    std::vector<std::string> told = run.told(core::Severity::Information);
    EXPECT_THAT(told, Contains(HasSubstr("5-10 m: 11, 10-20 m: 0, 20-50 m: 0. They lie dense up to 10 m: consider "
                                         "--tolerance 10.")));
}

TEST(CheckNetwork, AdvisesNoWiderToleranceWhereWideGapsLieAsThinAsWhatIsTrulyApart) {
    CheckRun run;
    std::vector<double> gaps(11, 3.0);
    gaps.insert(gaps.end(), 4, 15.0);
    gaps.insert(gaps.end(), 9, 35.0);
    std::vector<std::vector<geo::Point>> courses;
    double start = 0.0;
    for (const double gap : gaps) {
        courses.push_back({metres(start), metres(start + 900.0)});
        start += 900.0 + gap;
    }
    courses.push_back({metres(start), metres(start + 900.0)});
    run.roads(courses);
    static_cast<void>(run.run());
    EXPECT_THAT(run.told(core::Severity::Information),
                Contains("Gaps at road ends: 0-1 m: 0, 1-2 m: 0, 2-5 m: 11, 5-10 m: 0, 10-20 m: 4, 20-50 m: 9."));
}

TEST(CheckNetwork, RefusesHalfOfWhatGainsNeed) {
    CheckRun run;
    run.roads(broken_road());
    run.add("settlements", LayerMaker("desa").points({metres(0)}));
    run.give("threshold", 4000.0);
    const auto [status, text] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(text, HasSubstr("--settlements has no effect here"));
    EXPECT_THAT(text, HasSubstr("--threshold has no effect here"));
}

TEST(CheckNetwork, WritesItsTextsInTheLanguageAskedFor) {
    CheckRun run;
    run.roads(broken_road());
    const auto results = run.run(core::Language::Indonesian);
    EXPECT_THAT(values_of(layer_of(results, "check_network"), "decision")[0], HasSubstr("dalam toleransi"));
}

TEST(CheckNetwork, HoldsEveryColumnThatItDeclares) {
    CheckRun run;
    run.roads(broken_road());
    run.settle({metres(1000)});
    run.arguments.yes_no["mended"] = true;
    run.give("gap-search", 100.0);
    const auto results = run.run();
    ASSERT_EQ(results.layers.size(), run.analysis.outputs.size());
    for (std::size_t i = 0; i < results.layers.size(); ++i) {
        EXPECT_EQ(results.layers[i].name, run.analysis.outputs[i].name);
        EXPECT_EQ(names_of(results.layers[i].columns), names_of(run.analysis.outputs[i].columns));
        for (const auto& column : results.layers[i].columns) EXPECT_EQ(column.size(), results.layers[i].row_count);
    }
}

}  // namespace
}  // namespace desakota::analyses
