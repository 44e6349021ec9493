#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"
#include "tests/support/for_each_seed.h"
#include "tests/support/random_network.h"

#include "engine/analyses/check_network.h"
#include "engine/analyses/distance_to_centre.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kLayer = "check_network_missing_links";

/// A road of 2 km with a puskesmas at its start, 400 m from it a second, and 10 m from that a third; settlements of 100
/// and 200 families on the second and third, and of 50 far along the second.
struct LinkRun : MiniRun {
    LinkRun() : MiniRun(describe_check_network()) {
        add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(2000)})
                         .line({metres(2400), metres(6000)})
                         .line({metres(6010), metres(9000)})
                         .line({metres(0), metres(0, 8000), metres(900, 8000)}));
        give("gap-search", 500.0);
    }
    void settle() {
        give("max-access", 300.0);
        add("settlements", LayerMaker("desa")
                               .points({metres(3000)})
                               .points({metres(7000)})
                               .points({metres(5000)})
                               .numbers("kk", {100, 200, 50}));
        find("families-field", "kk");
        add("facilities", LayerMaker("faskes").points({metres(0)}));
    }
};

TEST(MissingLinks, AreRankedByTheFamiliesThatTheyBringToAFacility) {
    LinkRun run;
    run.settle();
    const auto results = run.run();
    const auto& layer = layer_of(results, kLayer);
    // The gap of 10 m alone leads to no facility.
    EXPECT_THAT(values_of(layer, "rank"), ElementsAre("1"));
    EXPECT_THAT(values_of(layer, "kind"), ElementsAre("project"));
    EXPECT_NEAR(number_of(layer, "gap_m", 0).value_or(0.0), 400.0, 0.01);
    EXPECT_THAT(values_of(layer, "feature_a"), ElementsAre("1"));
    EXPECT_THAT(values_of(layer, "feature_b"), ElementsAre("2"));
    EXPECT_THAT(values_of(layer, "settlements_gained"), ElementsAre("2"));
    EXPECT_THAT(values_of(layer, "families_gained"), ElementsAre("150"));
    EXPECT_EQ(values_of(layer, "reason")[0],
              "A road of 400 m that is not there, between jalan, fid 1 and jalan, fid 2. With it 2 settlements (150 "
              "families) would get a way to a facility, or come within 5.0 km of one.");
    EXPECT_THAT(results.summary.back().indonesian,
                HasSubstr("Ruas terputus yang akan membantu: 1, di antaranya 0 kemungkinan kesalahan data. Yang "
                          "pertama: Ruas 400 m yang belum ada, antara jalan, fid 1 dan jalan, fid 2."));
    EXPECT_EQ(figure(results, "missing_links_projects"), 1.0);
}

TEST(MissingLinks, TellFaultsOfTheDataFromRoadsToBuild) {
    LinkRun run;
    run.arguments.layers["roads"] = {
        LayerMaker("jalan").line({metres(0), metres(2000)}).line({metres(2012), metres(4000)}).make()};
    run.settle();
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, kLayer), "kind"), ElementsAre("data_fault"));
    EXPECT_EQ(figure(results, "missing_links_data_faults"), 1.0);
}

TEST(MissingLinks, AreRankedByTheRoadsThatTheyConnectWhereNobodyIsAskedFor) {
    LinkRun run;
    const auto results = run.run();
    const auto& layer = layer_of(results, kLayer);
    EXPECT_THAT(values_of(layer, "feature_a"), ElementsAre("1", "2"));
    EXPECT_NEAR(number_of(layer, "connected_km", 0).value_or(0.0), 3.6, 1e-6);
    EXPECT_NEAR(number_of(layer, "connected_km", 1).value_or(0.0), 2.99, 1e-6);
    EXPECT_THAT(values_of(layer, "settlements_gained"), ElementsAre("-", "-"));
}

TEST(MissingLinks, SayWhereNoneWouldHelp) {
    LinkRun run;
    run.arguments.layers["roads"] = {LayerMaker("jalan").line({metres(0), metres(9000)}).make()};
    const auto results = run.run();
    EXPECT_EQ(layer_of(results, kLayer).row_count, 0U);
    EXPECT_EQ(results.summary.back().english, "No missing link within the distance asked for would help.");
}

/// Which settlements have a centre within the limit, or any at all.
struct Reached {
    std::vector<bool> any;
    std::vector<bool> within;
};
Reached reached(const std::vector<std::vector<geo::Point>>& roads, const test_support::RandomNetwork& network,
                double limit) {
    MiniRun run(describe_distance_to_centre());
    LayerMaker lines("roads");
    for (const auto& road : roads) lines.line(road);
    LayerMaker settlements("desa");
    for (const auto& place : network.settlements) settlements.points({place});
    LayerMaker centres("pusat");
    for (const auto& place : network.destinations) centres.points({place});
    run.add("roads", lines);
    run.add("settlements", settlements);
    run.add("centres", centres);
    const auto results = run.run();
    const auto& layer = layer_of(results, "distance_to_centre");
    Reached found;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto total = number_of(layer, "total_m", row);
        found.any.push_back(total.has_value());
        found.within.push_back(total.has_value() && *total <= limit);
    }
    return found;
}

TEST(MissingLinks, HelpAtLeastWhomTheyAreSaidToHelpWhenTheyAreBuilt) {
    constexpr double kLimit = 5000.0;
    std::size_t checked = 0;
    test_support::for_each_seed(120, [&](test_support::Random& random) {
        const auto network = test_support::random_network(random, {.settlements = 20});
        std::vector<std::vector<geo::Point>> roads;
        LayerMaker lines("roads");
        LayerMaker settlements("desa");
        LayerMaker facilities("faskes");
        for (const auto& line : network.lines) roads.push_back(line.points);
        for (const auto& road : roads) lines.line(road);
        for (const auto& place : network.settlements) settlements.points({place});
        for (const auto& place : network.destinations) facilities.points({place});
        MiniRun run(describe_check_network());
        run.add("roads", lines);
        run.add("settlements", settlements);
        run.add("facilities", facilities);
        run.give("gap-search", 3000.0);
        run.give("threshold", kLimit);
        const auto results = run.run();
        const auto& layer = layer_of(results, kLayer);
        const auto before = reached(roads, network, kLimit);
        for (std::size_t row = 0; row < std::min<std::size_t>(layer.row_count, 3); ++row) {
            const auto course = layer.geometry.coordinates(row);
            auto more = roads;
            more.emplace_back(course.begin(), course.end());
            const auto after = reached(more, network, kLimit);
            double gained = 0.0;
            for (std::size_t i = 0; i < before.any.size(); ++i) {
                const bool gains = (after.any[i] && !before.any[i]) || (after.within[i] && !before.within[i]);
                gained += gains ? 1.0 : 0.0;
            }
            ASSERT_GE(gained, number_of(layer, "settlements_gained", row).value_or(0.0));
            ++checked;
        }
    });
    EXPECT_GT(checked, 10U);
}

}  // namespace
}  // namespace desakota::analyses
