#include "engine/geo/nearest_points.h"

#include <gtest/gtest.h>
#include <random>

#include "engine/geo/measure.h"

namespace desakota::geo {
namespace {

std::vector<GridPoint> random_places(std::mt19937_64& random, std::size_t count, double spread) {
    std::uniform_real_distribution<double> unit(-spread, spread);
    std::vector<GridPoint> places(count);
    for (auto& place : places) place = to_grid({104.0 + unit(random), -3.0 + unit(random)});
    return places;
}

TEST(NearestPoints, AgreesWithTryingEveryPlace) {
    std::mt19937_64 random(11);
    for (const double spread : {0.01, 10.0}) {
        const auto places = random_places(random, 300, spread);
        const NearestPoints index(places);
        for (const auto& from : random_places(random, 100, spread)) {
            double least = 1e12;
            std::size_t within = 0;
            for (const auto& place : places) {
                const double metres = exact_distance(from, place);
                least = std::min(least, metres);
                if (metres <= 2000.0) ++within;
            }
            EXPECT_NEAR(index.nearest(from)->metres, least, 1e-4);
            EXPECT_EQ(index.within(from, 2000.0).size(), within);
        }
    }
}

TEST(NearestPoints, TellsOfNothingBeyondALimit) {
    std::mt19937_64 random(12);
    const auto places = random_places(random, 300, 0.5);
    const NearestPoints index(places);
    for (const auto& from : random_places(random, 200, 0.6)) {
        const auto nearest = index.nearest(from);
        ASSERT_TRUE(nearest);
        for (const double limit : {0.0, 1000.0, 3000.0, nearest->metres * 0.9999, nearest->metres}) {
            const auto within = index.nearest(from, limit);
            ASSERT_EQ(within.has_value(), nearest->metres <= limit);
            if (within) {
                EXPECT_EQ(within->place, nearest->place);
            }
        }
    }
}

TEST(NearestPoints, TakesTheFirstOfEquallyNearPlacesAndNothingFromNone) {
    const auto place = to_grid({104.0, -3.0});
    const std::vector<GridPoint> twice{place, place};
    EXPECT_EQ(NearestPoints(twice).nearest(to_grid({104.1, -3.0}))->place, 0U);
    EXPECT_FALSE(NearestPoints(std::vector<GridPoint>{}).nearest(place));
}

}  // namespace
}  // namespace desakota::geo
