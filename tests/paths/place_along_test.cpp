#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

#include "engine/geo/measure.h"
#include "engine/paths/trace.h"

namespace desakota::paths {
namespace {

using network::Objective;
using test_support::at;
using test_support::for_each_seed;
using test_support::network_of;
using test_support::Random;
using Roads = std::vector<test_support::DrawnLine>;
using test_support::ruled;

core::SilentProgress silent;  // NOLINT: tests run one at a time

TEST(PlaceAlong, StartsAtThePlaceEndsAtTheDestinationAndWalksTheLegsSlowly) {
    const auto network = network_of(Roads{{{{0, 0}, {4000, 0}}, {}}});
    const Nearest nearest(network, {at(4000, 1000)}, {}, {}, silent);
    const auto start = at(-1300, 0);
    const auto way = nearest.way_from(start);
    const auto whole = static_cast<double>(way.cost);
    EXPECT_EQ(place_along(nearest, way, start, -5.0), start);
    EXPECT_EQ(place_along(nearest, way, start, 0.0), start);
    EXPECT_EQ(place_along(nearest, way, start, whole), at(4000, 1000));
    EXPECT_EQ(place_along(nearest, way, start, whole + 1e6), at(4000, 1000));
    EXPECT_LT(geo::distance(place_along(nearest, way, start, 1'300'000.0), at(-300, 0)), 0.01) << "1000 m of the leg";
    EXPECT_LT(geo::distance(place_along(nearest, way, start, 2'690'000.0), at(1000, 0)), 0.01);
}

TEST(PlaceAlong, WaitsForTheFerry) {
    // 10 km at 20 km/h take half an hour, boarding a quarter.
    const auto network = network_of(
        Roads{{{{0, 0}, {10000, 0}}, ruled(0)}, {{{10000, 0}, {20000, 0}}, ruled(test_support::kFerryRule)}});
    NearestOptions options;
    options.access.objective = Objective::Time;
    const Nearest nearest(network, {at(20000, 0)}, options, {}, silent);
    const auto way = nearest.way_from(at(0, 0));
    const auto after = [&](double minutes) { return place_along(nearest, way, at(0, 0), minutes * 60000.0); };
    EXPECT_LT(geo::distance(after(15), at(5000, 0)), 1.0);
    EXPECT_LT(geo::distance(after(30), at(10000, 0)), 1.0);
    EXPECT_LT(geo::distance(after(44), at(10000, 0)), 1.0);
    EXPECT_LT(geo::distance(after(45 + 30), at(15000, 0)), 1.0);
}

/// Metres from a place to the nearest piece of a course.
double off_course(const std::vector<geo::GridPoint>& course, const geo::GridPoint& place) {
    double least = 1e9;
    for (std::size_t i = 0; i + 1 < course.size(); ++i) {
        least = std::min(least, geo::distance_to_piece(place, course[i], course[i + 1]));
    }
    return least;
}

TEST(PlaceAlong, LiesOnTheRouteAndDistancesGrowByTheCost) {
    for_each_seed(100, [](Random& random) {
        const auto raw = random_network(random);
        const auto network = network_of(test_support::lines_of(raw));
        std::vector<geo::GridPoint> destinations;
        for (const auto& place : raw.destinations) destinations.push_back(geo::to_grid(place));
        const Nearest nearest(network, destinations, {}, {}, silent);
        for (const auto& settlement : raw.settlements) {
            const auto start = geo::to_grid(settlement);
            const auto way = nearest.way_from(start);
            if (way.status != WayStatus::Reached) continue;
            const auto course = route(nearest, way, start);
            auto before = start;
            constexpr int kSteps = 20;
            const double step = static_cast<double>(way.cost) / kSteps;
            for (int i = 1; i <= kSteps; ++i) {
                const auto here = place_along(nearest, way, start, step * i);
                ASSERT_LT(off_course(course, here), 0.01);
                ASSERT_LE(geo::distance(before, here), step / 1000.0 + 0.02);
                before = here;
            }
            ASSERT_LT(geo::distance(before, destinations[way.destination]), 0.01);
        }
    });
}

}  // namespace
}  // namespace desakota::paths
