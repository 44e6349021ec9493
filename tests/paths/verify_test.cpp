#include "engine/paths/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"

namespace desakota::paths {
namespace {

using test_support::at;
using testing::ElementsAre;

core::SilentProgress silent;  // NOLINT: tests run one at a time

std::optional<std::int64_t> plain_cost(const std::vector<test_support::DrawnLine>& drawn, const geo::GridPoint& from,
                                       const geo::GridPoint& to, const NearestOptions& options = {}) {
    const auto network = test_support::network_of(drawn);
    const geo::GridPoint destinations[] = {to};
    return PlainSearch(network, destinations, options, silent).cost_from(from, silent);
}

TEST(EvenlySpaced, TakesTheFirstOfEachEqualPart) {
    EXPECT_THAT(evenly_spaced(3, 10), ElementsAre(0, 3, 6));
    EXPECT_THAT(evenly_spaced(5, 2), ElementsAre(0, 1));
    EXPECT_TRUE(evenly_spaced(5, 0).empty());
}

TEST(PlainSearch, GoesAlongOneRoad) {
    const auto cost = plain_cost({{{{0, 0}, {9000, 0}}, {}}}, at(1000, 0), at(6000, 0));
    EXPECT_NEAR(static_cast<double>(cost.value_or(0)), 5'000'000.0, 30.0);
}

TEST(PlainSearch, GoesThroughJunctions) {
    const auto cost =
        plain_cost({{{{0, 0}, {5000, 0}}, {}}, {{{5000, 0}, {5000, 4000}}, {}}}, at(0, 0), at(5000, 4000));
    EXPECT_NEAR(static_cast<double>(cost.value_or(0)), 9'000'000.0, 50.0);
}

TEST(PlainSearch, WalksStraightWhereThatIsShorter) {
    const auto cost = plain_cost({{{{0, 0}, {9000, 0}}, {}}}, at(1000, 1000), at(2000, 1000));
    EXPECT_NEAR(static_cast<double>(cost.value_or(0)), 1'300'000.0, 10.0);
}

TEST(PlainSearch, FollowsOneWayRoadsForwardOnly) {
    network::LineAttributes forward;
    forward.direction = network::Direction::Forward;
    const std::vector<test_support::DrawnLine> road{{{{0, 0}, {9000, 0}}, forward}};
    EXPECT_TRUE(plain_cost(road, at(1000, 0), at(6000, 0)).has_value());
    EXPECT_FALSE(plain_cost(road, at(6000, 0), at(1000, 0)).has_value());
}

TEST(PlainSearch, FindsNothingBeyondTheCutoff) {
    const NearestOptions options{.access = {}, .cutoff = 4'000'000};
    EXPECT_FALSE(plain_cost({{{{0, 0}, {9000, 0}}, {}}}, at(1000, 0), at(6000, 0), options).has_value());
}

TEST(PlainSearch, AnswersEachPlaceAsIfItWereTheFirst) {
    const auto network = test_support::network_of(
        {{{{0, 0}, {9000, 0}}, {}}, {{{4000, 0}, {4000, 6000}}, {}}, {{{9000, 0}, {9000, 5000}}, {}}});
    const geo::GridPoint destinations[] = {at(9000, 5000), at(4000, 6000)};
    const geo::GridPoint places[] = {at(0, 0), at(8000, 0), at(0, 0), at(4000, 3000)};
    PlainSearch used(network, destinations, {}, silent);
    for (const auto& place : places) {
        PlainSearch fresh(network, destinations, {}, silent);
        EXPECT_EQ(used.cost_from(place, silent), fresh.cost_from(place, silent));
    }
}

TEST(LargestDifference, IsNoneOnAGridOfRoads) {
    std::vector<test_support::DrawnLine> roads;
    for (int i = 0; i <= 4; ++i) {
        roads.push_back({{{1500.0 * i, 0}, {1500.0 * i, 6000}}, {}});
        roads.push_back({{{0, 1500.0 * i}, {6000, 1500.0 * i}}, {}});
    }
    const auto network = test_support::network_of(roads);
    const Nearest nearest(network, {at(700, 800), at(5500, 5200)}, {}, {}, silent);
    std::vector<geo::GridPoint> places;
    for (int i = 0; i < 20; ++i) places.push_back(at(317.0 * i, 401.0 * ((7 * i) % 20)));
    EXPECT_EQ(largest_difference(nearest, places, silent), 0);
}

}  // namespace
}  // namespace desakota::paths
