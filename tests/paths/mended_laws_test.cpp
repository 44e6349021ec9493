#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

#include "engine/network/mended.h"
#include "engine/paths/nearest.h"

namespace desakota::paths {
namespace {

using network::Objective;
using test_support::network_of;

core::SilentProgress silent;  // NOLINT: tests run one at a time

std::vector<geo::GridPoint> on_grid(const std::vector<geo::Point>& points) {
    std::vector<geo::GridPoint> places;
    for (const auto& point : points) places.push_back(geo::to_grid(point));
    return places;
}

std::vector<Way> ways(const network::RoadNetwork& network, const test_support::RandomNetwork& random,
                      Objective objective) {
    const Nearest nearest(network, on_grid(random.destinations), {.access = {.objective = objective}}, {}, silent);
    std::vector<Way> found;
    for (const auto& place : on_grid(random.settlements)) found.push_back(nearest.way_from(place));
    return found;
}

TEST(MendedLaws, MendingChangesNoCostByMoreThanAMillimetreACut) {
    test_support::for_each_seed(300, [](test_support::Random& random) {
        const auto raw = test_support::random_network(random);
        const auto network = network_of(test_support::lines_of(raw));
        const auto mended = network_of(network::mended_lines(network, network::Cleaning::On, silent));
        const auto cuts = static_cast<double>(mended.cut_count());
        for (const auto objective : {Objective::Distance, Objective::Time}) {
            // At the slowest, walking, a millimetre takes less than a millisecond and a half.
            const double allowed = objective == Objective::Distance ? cuts : 1.5 * cuts;
            const auto before = ways(network, raw, objective);
            const auto after = ways(mended, raw, objective);
            for (std::size_t i = 0; i < before.size(); ++i) {
                EXPECT_EQ(before[i].status, after[i].status) << i;
                EXPECT_EQ(before[i].destination, after[i].destination) << i;
                EXPECT_NEAR(static_cast<double>(before[i].cost), static_cast<double>(after[i].cost), allowed) << i;
            }
        }
    });
}

}  // namespace
}  // namespace desakota::paths
