#include "engine/paths/cost_field.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

namespace desakota::paths {
namespace {

using network::RoadGraph;
using network::RoadNetwork;
using test_support::for_each_seed;
using test_support::network_of;
using test_support::Random;
using test_support::random_network;

/// A random network with the exits of its destinations.
struct Ground {
    RoadNetwork network;
    RoadGraph inward;
    Exits exits;

    explicit Ground(Random& random) {
        const auto raw = random_network(random, {.places = 25, .lines = 40, .destinations = 4});
        network = network_of(test_support::lines_of(raw));
        core::SilentProgress silent;
        inward = build_graph(network, network::Objective::Distance, network::Orientation::Inward, {}, silent);
        std::vector<geo::GridPoint> destinations;
        for (const auto& point : raw.destinations) destinations.push_back(geo::to_grid(point));
        exits = find_exits(network, destinations, {}, {}, silent);
    }
    [[nodiscard]] CostField search(const FieldSearch& wanted) const {
        core::SilentProgress silent;
        return search_backwards(network, inward, exits, wanted, silent);
    }
};

TEST(CostField, HasTheSameCostsAndDestinationsWhateverThePartsOfTheSearch) {
    for_each_seed(40, [](Random& random) {
        const Ground ground(random);
        const auto whole = ground.search({});
        for (const std::uint32_t part_nodes : {1U, 3U, 16U}) {
            const auto field = ground.search({.threads = 3, .part_nodes = part_nodes});
            for (std::uint32_t node = 0; node < ground.network.node_count(); ++node) {
                ASSERT_EQ(field.cost(node), whole.cost(node)) << part_nodes << ' ' << node;
                ASSERT_EQ(field.destination(node), whole.destination(node)) << part_nodes << ' ' << node;
            }
        }
    });
}

TEST(CostField, DoesNotDependOnTheNumberOfThreads) {
    for_each_seed(20, [](Random& random) {
        const Ground ground(random);
        const auto one = ground.search({.threads = 1, .part_nodes = 4});
        const auto three = ground.search({.threads = 3, .part_nodes = 4});
        for (std::uint32_t node = 0; node < ground.network.node_count(); ++node) {
            ASSERT_EQ(one.cost(node), three.cost(node));
            ASSERT_EQ(one.is_reached(node), three.is_reached(node));
            ASSERT_EQ(one.way(node), three.way(node));
        }
    });
}

TEST(CostField, LeadsOnFromEachNodeByAWayThatMakesUpTheCost) {
    for_each_seed(20, [](Random& random) {
        const Ground ground(random);
        const auto field = ground.search({.threads = 2, .part_nodes = 5});
        for (std::uint32_t node = 0; node < ground.network.node_count(); ++node) {
            if (!field.is_reached(node) || field.leaves(node)) continue;
            const auto way = field.way(node);
            const auto piece = network::piece_of(way);
            const auto head = ground.network.cut_node[piece + (network::is_backward(way) ? 0 : 1)];
            const auto arcs = ground.inward.arcs_of(head);
            const auto arc = std::ranges::find(arcs, way, &network::Arc::way);
            ASSERT_NE(arc, arcs.end());
            EXPECT_EQ(arc->other, node);
            EXPECT_EQ(field.cost(node), field.cost(head) + arc->cost);
            EXPECT_EQ(field.destination(node), field.destination(head));
        }
    });
}

TEST(CostField, LeavesNodesBeyondTheLimitUnreached) {
    for_each_seed(20, [](Random& random) {
        const Ground ground(random);
        constexpr std::int64_t kLimit = 3'000'000;
        const auto whole = ground.search({});
        const auto field = ground.search({.limit = kLimit, .part_nodes = 3});
        for (std::uint32_t node = 0; node < ground.network.node_count(); ++node) {
            ASSERT_EQ(field.is_reached(node), whole.is_reached(node) && whole.cost(node) <= kLimit);
        }
    });
}

}  // namespace
}  // namespace desakota::paths
