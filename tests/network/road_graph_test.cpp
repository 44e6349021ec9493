#include "engine/network/road_graph.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <utility>
#include <vector>

#include "tests/support/drawn_network.h"

namespace desakota::network {
namespace {

constexpr int kSide = 120;
constexpr double kSpacing = 100.0;  // metres

/// Roads from west to east and from south to north that meet at each crossing: more pieces than one thread takes at a
/// time, and those of a node far apart in number.
RoadNetwork lattice() {
    std::vector<test_support::DrawnLine> lines;
    for (int row = 0; row < kSide; ++row) {
        test_support::DrawnLine east;
        test_support::DrawnLine north;
        for (int step = 0; step < kSide; ++step) {
            east.points.emplace_back(step * kSpacing, row * kSpacing);
            north.points.emplace_back(row * kSpacing, step * kSpacing);
        }
        lines.push_back(std::move(east));
        lines.push_back(std::move(north));
    }
    return test_support::network_of(lines);
}

std::vector<std::uint32_t> ways_of(const RoadGraph& graph, std::uint32_t node) {
    std::vector<std::uint32_t> ways;
    for (const auto& arc : graph.arcs_of(node)) ways.push_back(arc.way);
    return ways;
}

TEST(RoadGraph, ListsTheArcsOfANodeInTheOrderOfTheirWaysForAnyNumberOfThreads) {
    const auto network = lattice();
    core::SilentProgress silent;
    ASSERT_EQ(network.node_count(), kSide * kSide);
    for (const auto orientation : {Orientation::Outward, Orientation::Inward}) {
        const auto one = build_graph(network, Objective::Distance, orientation, {.threads = 1}, silent);
        const auto four = build_graph(network, Objective::Distance, orientation, {.threads = 4}, silent);
        ASSERT_EQ(one.arcs.size(), 4 * kSide * (kSide - 1));
        for (std::uint32_t node = 0; node < network.node_count(); ++node) {
            ASSERT_TRUE(std::ranges::is_sorted(ways_of(four, node))) << node;
            ASSERT_EQ(ways_of(one, node), ways_of(four, node)) << node;
        }
    }
}

TEST(RoadGraph, ListsEachArcUnderTheNodeAskedFor) {
    const auto network = lattice();
    core::SilentProgress silent;
    const auto outward = build_graph(network, Objective::Distance, Orientation::Outward, {.threads = 2}, silent);
    const auto inward = build_graph(network, Objective::Distance, Orientation::Inward, {.threads = 2}, silent);
    for (std::uint32_t node = 0; node < network.node_count(); ++node) {
        for (const auto& arc : outward.arcs_of(node)) {
            const auto cut = piece_of(arc.way);
            const auto start = network.cut_node[is_backward(arc.way) ? cut + 1 : cut];
            const auto end = network.cut_node[is_backward(arc.way) ? cut : cut + 1];
            ASSERT_EQ(std::pair(start, end), std::pair(node, arc.other));
            ASSERT_NEAR(static_cast<double>(arc.cost), kSpacing * 1000.0, 10.0);
        }
        for (const auto& arc : inward.arcs_of(node)) {
            const auto cut = piece_of(arc.way);
            ASSERT_EQ(network.cut_node[is_backward(arc.way) ? cut : cut + 1], node);
        }
    }
}

}  // namespace
}  // namespace desakota::network
