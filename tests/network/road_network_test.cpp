#include "engine/network/road_network.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

namespace desakota::network {
namespace {

using test_support::at;
using test_support::DrawnLine;
using test_support::network_of;
using test_support::ruled;

LineAttributes on_level(int level) {
    LineAttributes attributes;
    attributes.level = static_cast<std::int8_t>(level);
    return attributes;
}

TEST(RoadNetwork, MakesAJunctionWhereALineEndsAtAVertexInMidLine) {
    const auto network = network_of({{{{0, 0}, {500, 0}, {1000, 0}}}, {{{500, 0}, {500, 400}}}});
    EXPECT_THAT(network_faults(network), testing::IsEmpty());
    EXPECT_EQ(network.node_count(), 4U);
    EXPECT_EQ(network.component_count, 1U);
    EXPECT_THAT(network.joins, testing::IsEmpty());
}

TEST(RoadNetwork, JoinsABridgeToTheRoadsThatBeginAtItsEndsWhateverTheirLevels) {
    auto bridge = on_level(1);
    bridge.bridge = true;
    const auto network = network_of({{{{0, 0}, {100, 0}}}, {{{100, 0}, {200, 0}}, bridge}});
    EXPECT_EQ(network.component_count, 1U);
}

TEST(RoadNetwork, LeavesLinesApartThatPassThroughAVertexOnDifferentLevels) {
    const std::vector<DrawnLine> over{{{{0, 0}, {100, 0}, {200, 0}}},
                                      {{{100, -100}, {100, 0}, {100, 100}}, on_level(1)}};
    EXPECT_EQ(network_of(over).component_count, 2U);
    auto same = over;
    same[1].attributes.level = 0;
    EXPECT_EQ(network_of(same).component_count, 1U);
    auto third = over;
    third.push_back({{{100, 0}, {150, 50}}, {}});
    EXPECT_EQ(network_of(third).component_count, 1U) << "a third line that ends there makes it a junction";
}

TEST(RoadNetwork, JoinsACrossingWithoutASharedVertexUnlessLevelsDiffer) {
    const std::vector<DrawnLine> crossing{{{{0, 0}, {200, 0}}}, {{{100, -100}, {100, 100}}}};
    const auto joined = network_of(crossing);
    EXPECT_THAT(network_faults(joined), testing::IsEmpty());
    EXPECT_EQ(joined.component_count, 1U);
    EXPECT_EQ(joined.crossings.size(), 1U);
    auto bridge = crossing;
    bridge[1].attributes.bridge = true;
    EXPECT_EQ(network_of(bridge).component_count, 2U);
    auto tunnel = crossing;
    tunnel[0].attributes.tunnel = true;
    EXPECT_EQ(network_of(tunnel).component_count, 2U);
    NetworkOptions trusted{.cleaning = Cleaning::Off};
    EXPECT_EQ(network_of(crossing, trusted).component_count, 2U);
}

TEST(RoadNetwork, NeverJoinsACrossingWithARiverRailwayFerryOrTollRoad) {
    for (const auto rule :
         {test_support::kRiverRule, test_support::kFerryRule, test_support::kRailwayRule, test_support::kTollRule}) {
        const auto network = network_of({{{{0, 0}, {200, 0}}}, {{{100, -100}, {100, 100}}, ruled(rule)}});
        EXPECT_THAT(network.crossings, testing::IsEmpty()) << rule;
        EXPECT_NE(network.cut_node[0], network.cut_node[2]) << rule;
    }
}

TEST(RoadNetwork, JoinsEndsWithinTheToleranceByAConnectorOfTheGapsLength) {
    const std::vector<DrawnLine> gap{{{{0, 0}, {100, 0}}}, {{{102, 0}, {200, 0}}, on_level(1)}};
    const auto network = network_of(gap);
    ASSERT_EQ(network.joins.size(), 1U);
    EXPECT_EQ(network.joins[0].kind, JoinKind::EndToEnd);
    EXPECT_NEAR(network.joins[0].metres, 2.0, 1e-3);
    EXPECT_EQ(network.component_count, 1U);
    EXPECT_EQ(network_of(gap, {.joins = {.tolerance = 1.9}}).component_count, 2U);
    EXPECT_EQ(network_of(gap, {.cleaning = Cleaning::Off}).component_count, 2U);
}

TEST(RoadNetwork, JoinsAnEndToTheInteriorOfALineOnItsLevel) {
    const std::vector<DrawnLine> t{{{{0, 0}, {1000, 0}}}, {{{400, 3}, {400, 500}}}};
    const auto network = network_of(t);
    EXPECT_THAT(network_faults(network), testing::IsEmpty());
    ASSERT_EQ(network.joins.size(), 1U);
    EXPECT_EQ(network.joins[0].kind, JoinKind::EndToLine);
    EXPECT_EQ(network.component_count, 1U);
    auto bridge = t;
    bridge[0].attributes.bridge = true;
    EXPECT_EQ(network_of(bridge).component_count, 2U);
}

TEST(RoadNetwork, TakesAnOvershootForACrossingAndNotForASecondJoin) {
    const auto network = network_of({{{{0, 0}, {1000, 0}}}, {{{400, -2}, {400, 500}}}});
    EXPECT_EQ(network.crossings.size(), 1U);
    EXPECT_THAT(network.joins, testing::IsEmpty());
}

TEST(RoadNetwork, JoinsAnEndToEveryLineWithinTheTolerance) {
    const auto network = network_of({{{{-500, 2}, {500, 2}}}, {{{-500, -2}, {500, -2}}}, {{{0, 0}, {0.5, 0}}}});
    EXPECT_EQ(network.component_count, 1U);
}

TEST(RoadNetwork, NeverMovesAVertexSoAShortLineKeepsItsLength) {
    const auto network = network_of({{{{0, 0}, {100, 0}}}, {{{103, 0}, {106, 0}}}, {{{109, 0}, {200, 0}}}});
    EXPECT_NEAR(network.lines.length(1), 3.0, 1e-3);
    EXPECT_EQ(network.component_count, 1U);
}

TEST(RoadNetwork, BoardsARiverAtRoadEndsWithinFiftyMetresAndNotAtABridge) {
    const std::vector<DrawnLine> river{
        {{{0, 0}, {1000, 0}}, ruled(test_support::kRiverRule)}, {{{300, 40}, {300, 500}}}, {{{600, -300}, {600, 300}}}};
    const auto network = network_of(river);
    ASSERT_EQ(network.joins.size(), 1U);
    EXPECT_EQ(network.joins[0].kind, JoinKind::Boarding);
    EXPECT_EQ(network.joins[0].line, 1U);
    EXPECT_NE(network.node_component[network.cut_node[network.first_cut[2]]],
              network.node_component[network.cut_node[0]]);
}

TEST(RoadNetwork, BoardsAFerryAtItsEndsOnlyAndWaitsOnce) {
    const std::vector<DrawnLine> ferry{{{{0, 0}, {500, 0}, {1000, 0}}, ruled(test_support::kFerryRule)},
                                       {{{0, 0}, {0, 500}}},
                                       {{{500, 30}, {500, 500}}}};
    const auto network = network_of(ferry);
    ASSERT_EQ(network.joins.size(), 1U);
    EXPECT_EQ(network.joins[0].line, 1U);
    EXPECT_EQ(boarding_wait(network, network.input_line_count), 15 * 60000);
    EXPECT_EQ(boarding_wait(network, 0), 0);
}

TEST(RoadNetwork, BoardsAtALandingFromRoadsAndOntoRiversAndFerriesInMidLine) {
    auto landing = ruled(0);
    landing.landing = true;
    for (const auto water : {test_support::kRiverRule, test_support::kFerryRule}) {
        const std::vector<DrawnLine> drawn{
            {{{0, 0}, {1000, 0}}, ruled(water)}, {{{-500, 60}, {1000, 60}}}, {{{400, 30}, {400, 30}}, landing}};
        const auto network = network_of(drawn);
        EXPECT_THAT(network_faults(network), testing::IsEmpty());
        EXPECT_EQ(network.component_count, 1U);
        auto without = drawn;
        without.pop_back();
        EXPECT_EQ(network_of(without).component_count, 2U);
    }
}

TEST(RoadNetwork, MeetsTollRoadsAtSharedVerticesOnly) {
    const auto toll = ruled(test_support::kTollRule);
    const auto apart = network_of({{{{0, 0}, {100, 0}}}, {{{102, 0}, {200, 0}}, toll}});
    EXPECT_EQ(apart.component_count, 2U);
    const auto shared = network_of({{{{0, 0}, {100, 0}}}, {{{100, 0}, {200, 0}}, toll}});
    EXPECT_EQ(shared.component_count, 1U);
}

TEST(RoadNetwork, CostsOfPiecesAddUpToTheLineWhateverItsCuts) {
    test_support::for_each_seed(200, [](test_support::Random& random) {
        const auto network = network_of(test_support::lines_of(test_support::random_network(random)));
        EXPECT_THAT(network_faults(network), testing::IsEmpty());
        for (std::uint32_t line = 0; line < network.lines.size(); ++line) {
            for (const auto objective : {Objective::Distance, Objective::Time}) {
                std::int64_t sum = 0;
                for (auto cut = network.first_cut[line]; cut + 1 < network.first_cut[line + 1]; ++cut) {
                    sum += piece_cost(network, cut, objective);
                    EXPECT_GE(piece_cost(network, cut, objective), 0);
                }
                EXPECT_EQ(sum, cost_at(network, line, network.lines.length(line), objective));
            }
        }
    });
}

/// Short roads from west to east and from south to north, each met by others at its middle: more lines than one thread
/// takes at a time.
std::vector<DrawnLine> many_lines() {
    constexpr int kSide = 140;
    constexpr double kSpacing = 100.0;  // metres
    std::vector<DrawnLine> lines;
    for (int row = 0; row < kSide; ++row) {
        for (int step = row % 2; step + 2 < kSide; step += 2) {
            DrawnLine east;
            DrawnLine north;
            for (const int place : {step, step + 1, step + 2}) {
                east.points.emplace_back(place * kSpacing, row * kSpacing);
                north.points.emplace_back(row * kSpacing, place * kSpacing);
            }
            lines.push_back(std::move(east));
            lines.push_back(std::move(north));
        }
    }
    return lines;
}

TEST(RoadNetwork, OfManyLinesIsTheSameForAnyNumberOfThreads) {
    core::SilentProgress silent;
    const auto lines = test_support::lines_of(many_lines());
    ASSERT_GT(lines.size(), 17'000U);
    const auto one = build_network(lines, test_support::drawn_rules(), {}, {.threads = 1}, silent);
    const auto four = build_network(lines, test_support::drawn_rules(), {}, {.threads = 4}, silent);
    EXPECT_THAT(network_faults(four), testing::IsEmpty());
    EXPECT_EQ(four.component_count, 1U);
    // Two ends, and but for some at the border a middle that others meet.
    EXPECT_GT(four.cut_count(), 29 * lines.size() / 10);
    EXPECT_EQ(one.first_cut, four.first_cut);
    EXPECT_EQ(one.cut_line, four.cut_line);
    EXPECT_EQ(one.cut_segment, four.cut_segment);
    EXPECT_EQ(one.cut_metres, four.cut_metres);
    EXPECT_EQ(one.cut_node, four.cut_node);
    EXPECT_EQ(one.node_places, four.node_places);
    EXPECT_EQ(one.node_component, four.node_component);
}

}  // namespace
}  // namespace desakota::network
