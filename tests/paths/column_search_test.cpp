#include "engine/paths/column_search.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/for_each_seed.h"

namespace desakota::paths {
namespace {

using core::kUnreachable;
using network::RoadGraph;
using test_support::for_each_seed;
using test_support::Random;

core::SilentProgress silent;  // NOLINT: tests run one at a time

/// Arcs from anywhere to anywhere, some without cost, some twice, some back to their node.
RoadGraph random_graph(Random& random, std::uint32_t nodes) {
    RoadGraph graph;
    for (std::uint32_t node = 0; node < nodes; ++node) {
        const auto arcs = random.below(4);
        for (std::size_t i = 0; i < arcs; ++i) {
            const auto other = static_cast<std::uint32_t>(random.below(nodes));
            const auto cost = random.chance(0.1) ? 0 : static_cast<std::int64_t>(random.below(1000));
            graph.arcs.push_back({.other = other, .cost = cost});
        }
        graph.first_arc.push_back(static_cast<std::uint32_t>(graph.arcs.size()));
    }
    return graph;
}

/// Lowers costs along arcs until none falls any more.
std::vector<std::int64_t> plain_costs(const RoadGraph& inward, const std::vector<NodeCost>& seeds) {
    std::vector<std::int64_t> costs(inward.first_arc.size() - 1, kUnreachable);
    for (const auto& seed : seeds) costs[seed.node] = std::min(costs[seed.node], seed.cost);
    for (bool fell = true; fell;) {
        fell = false;
        for (std::uint32_t node = 0; node < costs.size(); ++node) {
            for (const auto& arc : inward.arcs_of(node)) {
                if (costs[node] + arc.cost >= costs[arc.other]) continue;
                costs[arc.other] = costs[node] + arc.cost;
                fell = true;
            }
        }
    }
    return costs;
}

std::vector<NodeCost> random_seeds(Random& random, std::uint32_t nodes) {
    std::vector<NodeCost> seeds(random.below(4));
    for (auto& seed : seeds) {
        seed = {static_cast<std::uint32_t>(random.below(nodes)), static_cast<std::int64_t>(random.below(500))};
    }
    return seeds;
}

std::vector<NodeCost> asked_nodes(Random& random, std::uint32_t nodes) {
    std::vector<NodeCost> asked;
    for (std::uint32_t node = 0; node < nodes; ++node) {
        if (random.chance(0.5)) asked.push_back({node, 0});
    }
    return asked;
}

TEST(ColumnSearch, FindsTheCostsOfAPlainSearchHoweverManyNodesAreEliminated) {
    for_each_seed(300, [](Random& random) {
        const auto nodes = 1 + static_cast<std::uint32_t>(random.below(60));
        const auto graph = random_graph(random, nodes);
        const auto asked = asked_nodes(random, nodes);
        for (const std::uint32_t max_degree : {0, 1, 2, 3, 5, 100}) {
            const auto block = 1 + static_cast<std::uint32_t>(random.below(2 * nodes));
            const Descent descent(eliminate_nodes(graph, {max_degree, block}, {.threads = 2}, silent), asked, silent);
            ColumnSearch search(descent);
            for (const std::size_t columns : {16, 8, 3, 0, 1}) {
                std::vector<std::vector<NodeCost>> seeds;
                for (std::size_t i = 0; i < columns; ++i) seeds.push_back(random_seeds(random, nodes));
                search.run(seeds, kUnreachable);
                for (std::size_t i = 0; i < columns; ++i) {
                    const auto plain = plain_costs(graph, seeds[i]);
                    for (const auto& node : asked) {
                        ASSERT_EQ(search.costs(descent.slot_of(node.node))[i], plain[node.node])
                            << "node " << node.node << ", column " << i << ", degree " << max_degree << ", block "
                            << block;
                    }
                }
            }
        }
    });
}

TEST(ColumnSearch, FindsAllThatCostsNoMoreThanTheLimit) {
    for_each_seed(100, [](Random& random) {
        constexpr std::uint32_t kNodes = 50;
        const auto graph = random_graph(random, kNodes);
        const auto asked = asked_nodes(random, kNodes);
        const Descent descent(eliminate_nodes(graph, {.max_degree = 2}, {}, silent), asked, silent);
        ColumnSearch search(descent);
        const std::vector<std::vector<NodeCost>> seeds{random_seeds(random, kNodes)};
        const auto plain = plain_costs(graph, seeds[0]);
        constexpr std::int64_t kLimit = 900;
        search.run(seeds, kLimit);
        for (const auto& node : asked) {
            const auto cost = search.costs(descent.slot_of(node.node))[0];
            if (plain[node.node] <= kLimit) {
                EXPECT_EQ(cost, plain[node.node]);
            } else {
                EXPECT_GE(cost, plain[node.node]);
            }
        }
    });
}

TEST(EliminateNodes, LeavesNoNodeOfFewNeighbours) {
    for_each_seed(100, [](Random& random) {
        const auto graph = random_graph(random, 60);
        const auto all = eliminate_nodes(graph, {.max_degree = 100, .block = 20}, {}, silent);
        EXPECT_EQ(all.core_size(), 0U);
        EXPECT_EQ(all.eliminated(), 60U);
        const auto some = eliminate_nodes(graph, {.max_degree = 2}, {}, silent);
        EXPECT_EQ(some.core_size() + some.eliminated(), 60U);
        auto ranks = some.rank;
        std::ranges::sort(ranks);
        for (std::uint32_t i = 0; i < ranks.size(); ++i) EXPECT_EQ(ranks[i], i);
        for (std::uint32_t rank = 0; rank < some.eliminated(); ++rank) {
            EXPECT_LE(some.links_of(rank).size(), 2U);
            for (const auto& link : some.links_of(rank)) EXPECT_GT(link.rank, rank);
        }
    });
}

}  // namespace
}  // namespace desakota::paths
