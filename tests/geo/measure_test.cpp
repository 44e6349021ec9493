#include "engine/geo/measure.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace desakota::geo {
namespace {

GridPoint place(double longitude, double latitude) {
    return to_grid({longitude, latitude});
}

TEST(Distance, AgreesWithPublishedGeodesics) {
    // One degree of latitude at the equator and of longitude on it, WGS 84: Rapp (1991), Geometric Geodesy, part 1.
    EXPECT_NEAR(distance(place(0, 0), place(0, 1)), 110574.389, 0.001);
    EXPECT_NEAR(distance(place(0, 0), place(1, 0)), 111319.491, 0.001);
}

TEST(Distance, OfShortPiecesStaysWithinABillionthOfTheExactGeodesic) {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> unit(-1.0, 1.0);
    for (int i = 0; i < 20000; ++i) {
        const double latitude = 59.9 * unit(random);
        const auto from = place(104.0 + unit(random), latitude);
        const double size = i % 2 == 0 ? 1e6 : 5e7;
        const auto to =
            GridPoint{from.x + std::llround(size * unit(random)), from.y + std::llround(size * unit(random))};
        const double exact = exact_distance(from, to);
        EXPECT_NEAR(distance(from, to), exact, exact * 1e-9 + 2e-8) << latitude;
    }
}

TEST(Distance, IsZeroBetweenEqualPlacesAndTheSameBothWays) {
    const auto a = place(104.7, -2.5);
    const auto b = place(104.7034, -2.5012);
    EXPECT_EQ(distance(a, a), 0.0);
    EXPECT_EQ(distance(a, b), distance(b, a));
}

TEST(LocalPlane, KeepsLengthsWithinFourKilometresToTwoMillimetres) {
    std::mt19937_64 random(8);
    std::uniform_real_distribution<double> unit(-1.0, 1.0);
    for (int i = 0; i < 5000; ++i) {
        const auto origin = place(104.0, 60.0 * unit(random));
        const GridPoint other{origin.x + std::llround(2.5e7 * unit(random)),
                              origin.y + std::llround(2.5e7 * unit(random))};
        const auto metres = LocalPlane(origin).to_metres(other);
        EXPECT_NEAR(std::hypot(metres.x, metres.y), exact_distance(origin, other), 0.002);
    }
}

TEST(LocalFrame, BoxHoldsEverythingWithinTheRadius) {
    const auto origin = place(104.7, -60.0);
    const LocalFrame frame(origin);
    const auto box = frame.box(2000.0);
    EXPECT_GT(distance(origin, {box.max_x, origin.y}), 2000.0);
    EXPECT_GT(distance(origin, {origin.x, box.max_y}), 2000.0);
    EXPECT_GT(distance(origin, {box.min_x, box.min_y}), 2000.0);
    EXPECT_EQ(frame.distance_to(box), 0.0);
}

TEST(FootOn, FindsTheNearestPointOfAPiece) {
    const auto origin = place(104.7, -2.5);
    const auto foot = foot_on(LocalFrame(origin), place(104.69, -2.499), place(104.71, -2.499));
    EXPECT_NEAR(foot.t, 0.5, 1e-9);
    EXPECT_NEAR(foot.metres, 110.58, 0.01);
    const auto beyond = foot_on(LocalFrame(origin), place(104.71, -2.5), place(104.72, -2.5));
    EXPECT_EQ(beyond.t, 0.0);
    EXPECT_NEAR(distance_to_piece(origin, place(104.71, -2.5), place(104.71, -2.5)),
                distance(origin, place(104.71, -2.5)), 1e-6);
}

TEST(RingArea, OfASmallSquareOnTheEquatorIsItsSidesMultiplied) {
    const std::vector<Point> ring{{105.0, 0.0}, {105.01, 0.0}, {105.01, 0.01}, {105.0, 0.01}, {105.0, 0.0}};
    const double east = exact_distance(place(105.0, 0.005), place(105.01, 0.005));
    const double north = exact_distance(place(105.0, 0.0), place(105.0, 0.01));
    EXPECT_NEAR(ring_area(ring) / (east * north), 1.0, 1e-7);
    const std::vector<Point> against(ring.rbegin(), ring.rend());
    EXPECT_NEAR(ring_area(against), ring_area(ring), 1e-6);
    EXPECT_EQ(ring_area({}), 0.0);
}

}  // namespace
}  // namespace desakota::geo
