#include "engine/paths/exits.h"

#include <gtest/gtest.h>
#include <tuple>
#include <vector>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

namespace desakota::paths {
namespace {

core::SilentProgress silent;  // NOLINT: tests run one at a time

auto told(const Exit& exit) {
    return std::make_tuple(exit.destination, exit.leg.line, exit.leg.segment, exit.leg.cut, exit.leg.heading,
                           exit.leg.metres, exit.leg.cost);
}

TEST(FewExits, StandInTheOrderOfAllAndAreFoundByTheirPiece) {
    test_support::for_each_seed(100, [](test_support::Random& random) {
        const auto raw = test_support::random_network(random, {.settlements = 1, .destinations = 6});
        const auto network = test_support::network_of(test_support::lines_of(raw));
        std::vector<geo::GridPoint> destinations;
        for (const auto& place : raw.destinations) destinations.push_back(geo::to_grid(place));
        const auto all = find_exits(network, destinations, {}, {}, silent);
        const auto few = find_few_exits(network, destinations, {});
        ASSERT_EQ(few.exits.size(), all.exits.size());
        for (std::size_t i = 0; i < all.exits.size(); ++i) ASSERT_EQ(told(few.exits[i]), told(all.exits[i]));
        for (std::uint32_t piece = 0; piece < network.cut_count(); ++piece) {
            ASSERT_EQ(few.of_piece(piece).size(), all.of_piece(piece).size());
            if (!all.of_piece(piece).empty()) {
                ASSERT_EQ(&few.of_piece(piece).front() - few.exits.data(),
                          &all.of_piece(piece).front() - all.exits.data());
            }
        }
    });
}

}  // namespace
}  // namespace desakota::paths
