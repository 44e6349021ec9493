#include "engine/network/demand_points.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numbers>
#include <numeric>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

#include "engine/geo/grid_polygon.h"
#include "engine/geo/measure.h"

namespace desakota::network {
namespace {

using test_support::at;
using test_support::DrawnLine;
using test_support::for_each_seed;
using test_support::Random;
using test_support::ruled;
using Corners = std::vector<std::pair<double, double>>;

std::vector<geo::Point> ring_of(const Corners& corners) {
    std::vector<geo::Point> ring;
    for (const auto& [east, north] : corners) ring.push_back(geo::to_degrees(at(east, north)));
    ring.push_back(ring.front());
    return ring;
}

Corners rectangle(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

/// Polygons of one outer ring each.
geo::Geometries polygons(const std::vector<Corners>& outlines) {
    geo::Geometries geometries;
    for (const auto& outline : outlines) {
        geometries.add_part(geo::PartRole::OuterRing, ring_of(outline));
        geometries.end_feature();
    }
    return geometries;
}

WeightedPlaces spread(const geo::Geometries& features, Lines lines, std::vector<TravelRule> rules, int threads = 1) {
    core::SilentProgress progress;
    measure(lines, {}, progress);
    return spread_along_roads(features, {lines, index_segments(lines), rules}, {.threads = threads, .grain = 1},
                              progress);
}
WeightedPlaces spread(const geo::Geometries& features, const std::vector<DrawnLine>& drawn) {
    return spread(features, test_support::lines_of(drawn), test_support::drawn_rules());
}

std::vector<double> weights_of(const WeightedPlaces& places, std::size_t feature) {
    return {places.weights.begin() + places.first[feature], places.weights.begin() + places.first[feature + 1]};
}

TEST(DemandPoints, StandInTheMiddleOfEqualPieces) {
    const auto places = spread(polygons({rectangle(0, -100, 250, 100)}), {{{{-500, 0}, {500, 0}}, ruled(0)}});
    ASSERT_EQ(places.places.size(), 3U);
    for (int i = 0; i < 3; ++i) {
        EXPECT_NEAR(geo::distance(places.places[static_cast<std::size_t>(i)], at(250.0 * (i + 0.5) / 3.0, 0)), 0.0,
                    0.001);
    }
    EXPECT_THAT(weights_of(places, 0), testing::Each(testing::DoubleNear(1.0 / 3.0, 1e-12)));
}

TEST(DemandPoints, FollowARoadThroughItsVerticesAndBackInside) {
    // 150 m inside, out, and 50 m inside again; the vertices inside cut nothing.
    const auto places = spread(
        polygons({rectangle(0, 0, 1000, 1000)}),
        {{{{100, -50}, {100, 60}, {100, 60}, {190, 60}, {200, 60}, {200, -20}, {300, -20}, {300, 50}}, ruled(0)}});
    // 60 + 90 + 10 + 60 = 220 m in three pieces, then 50 m in one.
    EXPECT_THAT(weights_of(places, 0), testing::Pointwise(testing::DoubleNear(1e-6), {220.0 / 3 / 270, 220.0 / 3 / 270,
                                                                                      220.0 / 3 / 270, 50.0 / 270}));
    EXPECT_NEAR(geo::distance(places.places[1], at(150, 60)), 0.0, 0.001);
}

TEST(DemandPoints, AreHeldByRoadsWithHomesAlone) {
    auto rules = test_support::drawn_rules();
    rules[1].holds_homes = false;
    auto joined = ruled(0);
    joined.join = true;
    const Corners course{{-500, 0}, {500, 0}};
    const auto square = polygons({rectangle(-100, -100, 100, 100)});
    for (const auto& attributes : {ruled(1), ruled(test_support::kRiverRule), ruled(test_support::kFerryRule),
                                   ruled(test_support::kRailwayRule), ruled(test_support::kTollRule), joined}) {
        const auto places = spread(square, test_support::lines_of({{course, attributes}}), rules);
        EXPECT_TRUE(places.places.empty()) << attributes.rule;
        EXPECT_FALSE(places.has_places(0));
    }
    // A road that is closed (in this season) still has homes.
    EXPECT_EQ(spread(square, {{course, ruled(test_support::kImpassableRule)}}).places.size(), 2U);
}

TEST(DemandPoints, BelongToBothSidesOfABorderRoad) {
    const auto places = spread(polygons({rectangle(0, 0, 300, 300), rectangle(300, 0, 600, 300)}),
                               {{{{300, 0}, {300, 300}}, ruled(0)}});
    EXPECT_EQ(places.first, (std::vector<std::uint32_t>{0, 3, 6}));
    EXPECT_TRUE(std::equal(places.places.begin(), places.places.begin() + 3, places.places.begin() + 3));
}

TEST(DemandPoints, StayOutOfHolesAndFillAllParts) {
    geo::Geometries features;
    features.add_part(geo::PartRole::OuterRing, ring_of(rectangle(0, -100, 400, 100)));
    features.add_part(geo::PartRole::InnerRing, ring_of(rectangle(100, -50, 300, 50)));
    features.add_part(geo::PartRole::OuterRing, ring_of(rectangle(600, -100, 650, 100)));
    features.end_feature();
    const auto places = spread(features, {{{{-500, 0}, {900, 0}}, ruled(0)}});
    ASSERT_EQ(places.places.size(), 3U);
    EXPECT_THAT(weights_of(places, 0), testing::Pointwise(testing::DoubleNear(1e-6), {0.4, 0.4, 0.2}));
    EXPECT_NEAR(geo::distance(places.places[1], at(350, 0)), 0.0, 0.001);
    EXPECT_NEAR(geo::distance(places.places[2], at(625, 0)), 0.0, 0.001);
}

TEST(DemandPoints, AreMissingWhereThereIsNoRoadOrNoPolygon) {
    auto features = polygons({rectangle(0, 100, 100, 200)});
    features.add_part(geo::PartRole::Point, {{geo::to_degrees(at(0, 0))}});
    features.end_feature();
    features.end_feature();
    const auto places = spread(features, {{{{-500, 0}, {500, 0}}, ruled(0)}});
    EXPECT_EQ(places.first, (std::vector<std::uint32_t>{0, 0, 0, 0}));
}

/// A star-shaped outline inside the square of the random networks.
Corners random_star(Random& random) {
    const double east = random.between(-3000, 3000);
    const double north = random.between(-3000, 3000);
    const auto corners = 3 + random.below(40);
    Corners outline;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double radius = random.between(500.0, 4000.0);
        outline.emplace_back(east + radius * std::cos(angle), north + radius * std::sin(angle));
    }
    return outline;
}

bool is_inside(const std::vector<geo::Point>& ring, const geo::Point& place) {
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const geo::Point a{ring[i].x - place.x, ring[i].y - place.y};
        const geo::Point b{ring[i + 1].x - place.x, ring[i + 1].y - place.y};
        sum += std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y);
    }
    return std::abs(sum) > std::numbers::pi;
}

/// Metres of road inside a ring, by a place every metre; and its middle.
struct Sampled {
    double metres = 0.0;
    double east = 0.0;
    double north = 0.0;
};
Sampled sample(const Lines& lines, const std::vector<geo::Point>& ring) {
    Sampled sampled;
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        for (auto v = lines.first(line); v < lines.last(line); ++v) {
            const double length = lines.metres[v + 1] - lines.metres[v];
            const int samples = static_cast<int>(std::ceil(length));
            for (int i = 0; i < samples; ++i) {
                const auto place = geo::interpolate(lines.vertices[v], lines.vertices[v + 1], (i + 0.5) / samples);
                const auto degrees = geo::to_degrees(place);
                if (!is_inside(ring, degrees)) continue;
                const double metres = length / samples;
                sampled.metres += metres;
                sampled.east += metres * degrees.x;
                sampled.north += metres * degrees.y;
            }
        }
    }
    return sampled;
}

TEST(DemandPoints, AgreeWithDenseSamplesOfRandomRoads) {
    for_each_seed(25, [](Random& random) {
        auto lines = test_support::lines_of(test_support::random_network(random, {.places = 8, .lines = 10}));
        core::SilentProgress progress;
        measure(lines, {}, progress);
        const auto outline = random_star(random);
        const auto features = polygons({outline});
        const auto expected = sample(lines, ring_of(outline));
        const auto places = spread(features, lines, test_support::drawn_rules());
        if (expected.metres < 10.0) return;
        // The pieces cover what is inside: their weighted middle is that of the samples.
        double east = 0.0;
        double north = 0.0;
        const geo::GridPolygon polygon(features, 0);
        for (std::size_t i = 0; i < places.places.size(); ++i) {
            east += places.weights[i] * geo::to_degrees(places.places[i]).x;
            north += places.weights[i] * geo::to_degrees(places.places[i]).y;
            EXPECT_TRUE(polygon.contains(places.places[i]));
        }
        const auto middle = geo::to_grid({expected.east / expected.metres, expected.north / expected.metres});
        EXPECT_LT(geo::distance(geo::to_grid({east, north}), middle), 2.0 + 20000.0 / expected.metres);
        EXPECT_NEAR(std::accumulate(places.weights.begin(), places.weights.end(), 0.0), 1.0, 1e-9);
    });
}

TEST(DemandPoints, CoverTheLengthOfRoadInside) {
    for_each_seed(25, [](Random& random) {
        auto lines = test_support::lines_of(test_support::random_network(random, {.places = 8, .lines = 10}));
        // A road of known length in a square of its own, as the measure of the weights.
        const std::vector<geo::GridPoint> known{at(20000, 0), at(21000, 0)};
        lines.add(known, ruled(0));
        core::SilentProgress progress;
        measure(lines, {}, progress);
        const auto outline = random_star(random);
        geo::Geometries features;
        features.add_part(geo::PartRole::OuterRing, ring_of(outline));
        features.add_part(geo::PartRole::OuterRing, ring_of(rectangle(19000, -500, 22000, 500)));
        features.end_feature();
        const auto places = spread(features, lines, test_support::drawn_rules());
        double known_weight = 0.0;
        for (std::size_t i = 0; i < places.places.size(); ++i) {
            if (geo::distance(places.places[i], at(20500, 0)) < 501.0) known_weight += places.weights[i];
        }
        const double inside = 1000.0 * (1.0 - known_weight) / known_weight;
        EXPECT_NEAR(inside, sample(lines, ring_of(outline)).metres, 30.0);
    });
}

TEST(DemandPoints, AreTheSameForAnyNumberOfThreads) {
    Random random(5);
    auto lines = test_support::lines_of(test_support::random_network(random));
    std::vector<Corners> outlines;
    for (int i = 0; i < 20; ++i) outlines.push_back(random_star(random));
    const auto one = spread(polygons(outlines), lines, test_support::drawn_rules(), 1);
    const auto four = spread(polygons(outlines), lines, test_support::drawn_rules(), 4);
    EXPECT_FALSE(one.places.empty());
    EXPECT_EQ(one.places, four.places);
    EXPECT_EQ(one.weights, four.weights);
    EXPECT_EQ(one.first, four.first);
}

}  // namespace
}  // namespace desakota::network
