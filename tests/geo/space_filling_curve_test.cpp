#include "engine/geo/space_filling_curve.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace desakota::geo {
namespace {

std::vector<GridPoint> random_places(std::size_t count) {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> degree(0, 1'000'000'000);
    std::vector<GridPoint> places(count);
    for (auto& place : places) place = {95'000'000'000 + degree(random), -6'000'000'000 + degree(random)};
    return places;
}

double tour(const std::vector<GridPoint>& places, const std::vector<std::uint32_t>& order) {
    double sum = 0.0;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const auto& from = places[order[i - 1]];
        const auto& to = places[order[i]];
        sum += std::hypot(static_cast<double>(to.x - from.x), static_cast<double>(to.y - from.y));
    }
    return sum;
}

TEST(OrderAlongCurve, NamesEachPlaceOnce) {
    const auto places = random_places(1000);
    auto order = order_along_curve(places);
    ASSERT_EQ(order.size(), places.size());
    std::ranges::sort(order);
    for (std::uint32_t i = 0; i < order.size(); ++i) EXPECT_EQ(order[i], i);
}

TEST(OrderAlongCurve, LeadsFromNeighbourToNeighbour) {
    const auto places = random_places(1000);
    std::vector<std::uint32_t> as_given(places.size());
    std::iota(as_given.begin(), as_given.end(), 0U);
    EXPECT_LT(tour(places, order_along_curve(places)), 0.1 * tour(places, as_given));
}

TEST(OrderAlongCurve, KeepsTheOrderOfPlacesAtOneSpot) {
    const std::vector<GridPoint> places(5, GridPoint{1, 1});
    EXPECT_EQ(order_along_curve(places), (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
}

}  // namespace
}  // namespace desakota::geo
