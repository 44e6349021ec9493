#include "engine/paths/road_bands.h"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

#include "engine/paths/through_place.h"

namespace desakota::paths {
namespace {

using test_support::at;
using test_support::DrawnLine;
using test_support::network_of;

std::vector<RoadBand> bands_of(const network::RoadNetwork& network, const std::vector<geo::GridPoint>& destinations,
                               const std::vector<std::int64_t>& limits) {
    core::SilentProgress silent;
    const Nearest nearest(network, destinations, {}, core::Parallel{.threads = 1}, silent);
    return road_bands(nearest, limits, {.threads = 2}, silent);
}

struct Expected {
    std::uint32_t line = 0;
    double from = 0.0;
    double to = 0.0;
    std::uint32_t band = 0;
};

void expect_parts(const std::vector<RoadBand>& found, const std::vector<Expected>& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].line, expected[i].line) << i;
        EXPECT_NEAR(found[i].from, expected[i].from, 0.1) << i;
        EXPECT_NEAR(found[i].to, expected[i].to, 0.1) << i;
        EXPECT_EQ(found[i].band, expected[i].band) << i;
    }
}

TEST(RoadBands, CutARoadWhereTheWayPassesALimit) {
    const auto network =
        network_of(std::vector<DrawnLine>{{{{0, 0}, {10'000, 0}}, {}}, {{{0, 5000}, {1000, 5000}}, {}}});
    const auto found = bands_of(network, {at(3000, 0)}, {1'000'000, 2'500'000});
    expect_parts(found, {{0, 0, 500, 2},
                         {0, 500, 2000, 1},
                         {0, 2000, 4000, 0},
                         {0, 4000, 5500, 1},
                         {0, 5500, 10'000, 2},
                         {1, 0, 1000, network::kNone}});
}

TEST(RoadBands, WalkStraightToAFacilityBesideTheRoad) {
    const auto network = network_of(std::vector<DrawnLine>{{{{0, 0}, {10'000, 0}}, {}}});
    // 400 m off: on foot 1.3 x sqrt(400^2 + 230.29^2) = 600; by the best exit 332.26 m and the road's length.
    const auto found = bands_of(network, {at(5000, 400)}, {600'000, 1'000'000});
    const double walked = std::sqrt(std::pow(600.0 / 1.3, 2) - 400.0 * 400.0);
    const double along = 1000.0 - 400.0 * std::sqrt(1.3 * 1.3 - 1.0);
    expect_parts(found, {{0, 0, 5000 - along, 2},
                         {0, 5000 - along, 5000 - walked, 1},
                         {0, 5000 - walked, 5000 + walked, 0},
                         {0, 5000 + walked, 5000 + along, 1},
                         {0, 5000 + along, 10'000, 2}});
}

TEST(RoadBands, FollowAOneWayRoad) {
    network::LineAttributes one_way;
    one_way.direction = network::Direction::Forward;
    const auto network = network_of(std::vector<DrawnLine>{{{{0, 0}, {10'000, 0}}, one_way}});
    const auto found = bands_of(network, {at(3000, 0)}, {1'000'000});
    // Back to the facility only on foot, as far as the access limit of 2 km.
    expect_parts(found, {{0, 0, 2000, 1},
                         {0, 2000, 3000 + 1000 / 1.3, 0},
                         {0, 3000 + 1000 / 1.3, 5000, 1},
                         {0, 5000, 10'000, network::kNone}});
}

TEST(RoadBands, FindTheRidgeBetweenTwoFacilities) {
    const auto network = network_of(std::vector<DrawnLine>{{{{0, 0}, {6000, 0}}, {}}});
    const auto found = bands_of(network, {at(0, 0), at(6000, 0)}, {2'999'000});
    expect_parts(found, {{0, 0, 2999, 0}, {0, 2999, 3001, 1}, {0, 3001, 6000, 0}});
}

TEST(RoadBands, LeaveOutRailwaysRiversFerriesAndWhatNothingMayUse) {
    auto railway = test_support::ruled(test_support::kRailwayRule);
    railway.kind = network::WayKind::Railway;
    auto river = test_support::ruled(test_support::kRiverRule);
    river.kind = network::WayKind::River;
    const auto network = network_of({{{{0, 0}, {1000, 0}}, railway},
                                     {{{0, 100}, {1000, 100}}, river},
                                     {{{0, 200}, {1000, 200}}, test_support::ruled(test_support::kImpassableRule)},
                                     {{{0, 300}, {1000, 300}}, {}}});
    for (const auto& part : bands_of(network, {at(0, 300)}, {1'000'000})) EXPECT_EQ(part.line, 3U);
}

TEST(RoadBands, CoverEveryRoadWithoutGapAndHoldTheirLimits) {
    test_support::for_each_seed(20, [](test_support::Random& random) {
        const auto drawn = test_support::random_network(random);
        const auto network = network_of(test_support::lines_of(drawn));
        std::vector<geo::GridPoint> destinations;
        for (const auto& place : drawn.destinations) destinations.push_back(geo::to_grid(place));
        const std::vector<std::int64_t> limits{1'000'000, 4'000'000};
        const auto found = bands_of(network, destinations, limits);
        double total = 0.0;
        for (std::size_t i = 0; i < found.size(); ++i) {
            total += found[i].to - found[i].from;
            if (i == 0 || found[i - 1].line != found[i].line) continue;
            EXPECT_EQ(found[i - 1].to, found[i].from);
            EXPECT_NE(found[i - 1].band, found[i].band);
        }
        double lengths = 0.0;
        for (std::uint32_t line = 0; line < network.input_line_count; ++line) {
            if (network.rule_of(line).passable) lengths += network.lines.length(line);
        }
        EXPECT_NEAR(total, lengths, 0.001);
    });
}

}  // namespace
}  // namespace desakota::paths
