#include "engine/paths/reach_areas.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <optional>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

#include "engine/geo/grid_polygon.h"
#include "engine/geo/measure.h"
#include "engine/geo/polygons.h"

namespace desakota::paths {
namespace {

using geo::Geometries;
using geo::GridPoint;
using network::Objective;
using test_support::at;
using test_support::DrawnLine;
using test_support::for_each_seed;
using test_support::network_of;
using test_support::Random;
using test_support::random_network;

constexpr double kWithin = 3.0;  // metres; 10 are promised

Nearest search(const network::RoadNetwork& network, std::vector<GridPoint> destinations,
               const network::AccessOptions& access = {}) {
    core::SilentProgress silent;
    return {network, std::move(destinations), {.access = access}, core::Parallel{.threads = 1}, silent};
}

Geometries areas_of(const Nearest& nearest, const std::vector<std::int64_t>& limits, bool by_destination = false,
                    int threads = 1) {
    core::SilentProgress silent;
    std::vector<std::uint32_t> owners;
    for (std::uint32_t i = 0; by_destination && i < nearest.destinations().size(); ++i) owners.push_back(i);
    return reach_areas({nearest, limits, owners}, {.threads = threads}, silent);
}

double square_metres(const Geometries& areas, std::size_t feature) {
    double sum = 0.0;
    for (auto part = areas.parts(feature).first; part < areas.parts(feature).last; ++part) {
        sum += (areas.role(part) == geo::PartRole::OuterRing ? 1.0 : -1.0) * geo::ring_area(areas.coordinates(part));
    }
    return sum;
}

GridPoint moved(const GridPoint& place, double east, double north) {
    const auto unit = geo::LocalFrame(place).to_metres({place.x + 1'000'000, place.y + 1'000'000});
    return {place.x + std::llrint(east * 1e6 / unit.x), place.y + std::llrint(north * 1e6 / unit.y)};
}

/// The area to which a place belongs by the search itself; missing for none.
std::optional<std::size_t> area_by_way(const Nearest& nearest, const std::vector<std::int64_t>& limits,
                                       bool by_destination, const GridPoint& place) {
    const auto way = nearest.way_from(place);
    if (way.status != WayStatus::Reached || way.cost > limits.back()) return std::nullopt;
    const auto band = std::ranges::lower_bound(limits, way.cost) - limits.begin();
    const auto owner = by_destination ? way.destination : 0;
    return owner * limits.size() + static_cast<std::size_t>(band);
}

/// Whether a place within reach of the error belongs to `area`.
bool is_beside(const Nearest& nearest, const std::vector<std::int64_t>& limits, bool by_destination,
               const GridPoint& place, const std::optional<std::size_t>& area) {
    constexpr int kDirections = 32;
    for (const double metres : {0.0, 1.0, 3.0, 6.0, kWithin}) {
        for (int i = 0; i < kDirections; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / kDirections;
            const auto other = moved(place, metres * std::cos(angle), metres * std::sin(angle));
            if (area_by_way(nearest, limits, by_destination, other) == area) return true;
        }
    }
    return false;
}

/// Places all over the region, and places close to outlines.
std::vector<GridPoint> places_to_ask(const Geometries& areas, Random& random) {
    std::vector<GridPoint> places;
    for (int i = 0; i < 60; ++i) places.push_back(at(random.between(-8000, 8000), random.between(-8000, 8000)));
    const auto outline = areas.all_coordinates();
    for (int i = 0; i < 120 && !outline.empty(); ++i) {
        const auto place = geo::to_grid(outline[random.below(outline.size())]);
        places.push_back(moved(place, random.between(-25, 25), random.between(-25, 25)));
    }
    return places;
}

void expect_areas_of_ways(const Nearest& nearest, const std::vector<std::int64_t>& limits, bool by_destination,
                          Random& random) {
    const auto areas = areas_of(nearest, limits, by_destination);
    std::vector<geo::GridPolygon> polygons;
    for (std::size_t i = 0; i < areas.size(); ++i) polygons.emplace_back(areas, i);
    for (const auto& place : places_to_ask(areas, random)) {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < polygons.size(); ++i) {
            if (!polygons[i].contains(place)) continue;
            EXPECT_FALSE(found) << "areas " << *found << " and " << i << " overlap";
            found = i;
        }
        EXPECT_TRUE(is_beside(nearest, limits, by_destination, place, found))
            << geo::degrees(place.x) << " " << geo::degrees(place.y) << " lies in "
            << (found ? std::to_string(*found) : "none") << ", costs " << nearest.way_from(place).cost;
    }
}

std::vector<GridPoint> on_grid(const std::vector<geo::Point>& points) {
    std::vector<GridPoint> places;
    for (const auto& point : points) places.push_back(geo::to_grid(point));
    return places;
}

TEST(ReachAreas, HoldThePlacesWhoseWayCostsThatMuch) {
    for_each_seed(24, [](Random& random) {
        const auto drawn = random_network(random);
        const auto network = network_of(test_support::lines_of(drawn));
        const auto nearest = search(network, on_grid(drawn.destinations));
        expect_areas_of_ways(nearest, {800'000, 2'500'000, 6'000'000}, random.unit() < 0.5, random);
    });
}

TEST(ReachAreas, HoldThemByTimeAndWithAShortAccessLimit) {
    for_each_seed(12, [](Random& random) {
        const auto drawn = random_network(random);
        const auto network = network_of(test_support::lines_of(drawn));
        const network::AccessOptions access{.max_access = 500.0, .objective = Objective::Time};
        const auto nearest = search(network, on_grid(drawn.destinations), access);
        expect_areas_of_ways(nearest, {300'000, 900'000}, random.unit() < 0.5, random);
    });
}

TEST(ReachAreas, AreEnteredOnlyWhereLegsMayLead) {
    // A bridge, a ferry, a toll road, a river and a one-way road in a row behind 3 km of road.
    network::LineAttributes bridge;
    bridge.bridge = true;
    auto ferry = test_support::ruled(test_support::kFerryRule);
    ferry.kind = network::WayKind::Ferry;
    auto toll = test_support::ruled(test_support::kTollRule);
    toll.kind = network::WayKind::ControlledAccess;
    network::LineAttributes one_way;
    one_way.direction = network::Direction::Backward;
    const auto network = network_of({{{{0, 0}, {3000, 0}}, {}},
                                     {{{3000, 0}, {3800, 0}}, bridge},
                                     {{{3800, 0}, {4600, 300}}, toll},
                                     {{{4600, 300}, {5500, 0}}, {}},
                                     {{{0, 0}, {-1500, 0}}, one_way},
                                     {{{-1500, 0}, {-1500, 2500}}, ferry}});
    Random random(3);
    for (const auto objective : {Objective::Distance, Objective::Time}) {
        const network::AccessOptions access{.max_access = 600.0, .objective = objective};
        const auto nearest = search(network, {at(0, 0)}, access);
        const auto limits = objective == Objective::Time ? std::vector<std::int64_t>{200'000, 500'000, 2'500'000}
                                                         : std::vector<std::int64_t>{1'000'000, 3'300'000, 6'000'000};
        for (int i = 0; i < 5; ++i) expect_areas_of_ways(nearest, limits, false, random);
    }
}

/// A disc of this radius and the two tangents to it from a place `away` from its middle, on one side.
double tapered_end(double radius, double away) {
    const double angle = std::acos(radius / away);
    return radius * std::sqrt(away * away - radius * radius) + (std::numbers::pi - 2.0 * angle) / 2.0 * radius * radius;
}

TEST(ReachAreas, OfOneStraightRoadAreWhatGeometrySays) {
    const auto network = network_of(std::vector<DrawnLine>{{{{-9000, 0}, {9000, 0}}, {}}});
    const auto nearest = search(network, {at(0, 0)});
    // Off road a metre costs 1.3: 1 km straight at the facility, nothing at 1.3 km along the road.
    const double inner = 2.0 * tapered_end(1000.0, 1300.0);
    // At 5 km the access limit of 2 km holds as far as 2.4 km along the road.
    const double outer = 4800.0 * 4000.0 + 2.0 * tapered_end(2000.0, 2600.0);
    const auto areas = areas_of(nearest, {1'300'000, 5'000'000});
    EXPECT_NEAR(square_metres(areas, 0), inner, 0.001 * inner);
    EXPECT_NEAR(square_metres(areas, 1), outer - inner, 0.001 * outer);
}

TEST(ReachAreas, OfAFacilityWithoutARoadAreDiscs) {
    const auto network = network_of(std::vector<DrawnLine>{{{{50'000, 0}, {51'000, 0}}, {}}});
    const auto areas = areas_of(search(network, {at(0, 0)}), {650'000, 5'000'000});
    const double inner = std::numbers::pi * 500.0 * 500.0;
    const double outer = std::numbers::pi * 2000.0 * 2000.0;
    EXPECT_NEAR(square_metres(areas, 0), inner, 0.002 * inner);
    EXPECT_NEAR(square_metres(areas, 1), outer - inner, 0.001 * outer);
}

TEST(ReachAreas, AreToldApartHalfWayBetweenTwoFacilities) {
    const auto network = network_of(std::vector<DrawnLine>{{{{-6000, 0}, {6000, 0}}, {}}});
    const auto areas = areas_of(search(network, {at(-1500, 0), at(1500, 0)}), {2'000'000}, true);
    ASSERT_EQ(areas.size(), 2U);
    EXPECT_NEAR(square_metres(areas, 0), square_metres(areas, 1), 2000.0);
    for (const auto& place : areas.coordinates(areas.parts(0).first)) {
        EXPECT_LT(geo::LocalFrame(at(0, 0)).to_metres(geo::to_grid(place)).x, 1.0);
    }
}

TEST(ReachAreas, NeverShrinkByARoadMore) {
    for_each_seed(10, [](Random& random) {
        const auto drawn = random_network(random);
        auto fewer = drawn;
        fewer.lines.pop_back();
        const auto destinations = on_grid(drawn.destinations);
        const auto before_network = network_of(test_support::lines_of(fewer));
        const auto after_network = network_of(test_support::lines_of(drawn));
        const std::vector<std::int64_t> limits{3'000'000};
        const double before = square_metres(areas_of(search(before_network, destinations), limits), 0);
        const double after = square_metres(areas_of(search(after_network, destinations), limits), 0);
        EXPECT_GE(after, before * 0.9995);
    });
}

TEST(ReachAreas, AreValidAndTheSameForAnyNumberOfThreads) {
    for_each_seed(10, [](Random& random) {
        const auto drawn = random_network(random);
        const auto network = network_of(test_support::lines_of(drawn));
        const auto nearest = search(network, on_grid(drawn.destinations));
        const std::vector<std::int64_t> limits{1'000'000, 3'000'000, 5'000'000};
        const auto areas = areas_of(nearest, limits, true);
        const auto by_two = areas_of(nearest, limits, true, 2);
        EXPECT_TRUE(std::ranges::equal(areas.all_coordinates(), by_two.all_coordinates()));
        const geo::PolygonExaminer examiner;
        for (std::size_t i = 0; i < areas.size(); ++i) {
            if (areas.is_missing(i)) continue;
            EXPECT_EQ(examiner.examine(areas, i).fault, "");
        }
    });
}

}  // namespace
}  // namespace desakota::paths
