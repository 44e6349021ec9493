#include "engine/paths/several_nearest.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utility>

#include "tests/support/cancel_at.h"
#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

#include "engine/core/error.h"

namespace desakota::paths {
namespace {

using network::Objective;
using test_support::for_each_seed;
using test_support::network_of;
using test_support::Random;
using test_support::random_network;
using Places = std::vector<geo::GridPoint>;

core::SilentProgress silent;  // NOLINT: tests run one at a time

Places on_grid(const std::vector<geo::Point>& points) {
    Places places;
    for (const auto& point : points) places.push_back(geo::to_grid(point));
    return places;
}

/// A network, places, and destinations some of which have two places.
struct World {
    network::RoadNetwork network;
    Places places;
    DestinationPlaces destinations;
    std::uint32_t count = 0;  // of destinations
};

World random_world(Random& random) {
    const auto raw = random_network(random, {.settlements = 10, .destinations = 7});
    World world{.network = network_of(test_support::lines_of(raw)), .places = on_grid(raw.settlements)};
    world.destinations.places = on_grid(raw.destinations);
    for (std::uint32_t i = 0; i < world.destinations.places.size(); ++i) {
        if (i > 0 && random.chance(0.7)) ++world.count;
        world.destinations.destinations.push_back(world.count);
    }
    ++world.count;
    // A place at a destination, and one destination where another one is.
    world.places.push_back(world.destinations.places.front());
    world.destinations.places.push_back(world.destinations.places.front());
    world.destinations.destinations.push_back(world.count++);
    return world;
}

NearestOptions random_options(Random& random) {
    NearestOptions options;
    options.access.objective = random.chance(0.5) ? Objective::Time : Objective::Distance;
    if (random.chance(0.3)) options.access.max_access = random.between(100, 5000);
    if (random.chance(0.3)) options.cutoff = 500'000 + static_cast<std::int64_t>(random.below(8'000'000));
    return options;
}

/// Each destination asked for alone, the answers sorted.
std::vector<ReachedDestination> one_by_one(const World& world, const NearestOptions& options,
                                           const geo::GridPoint& place) {
    std::vector<ReachedDestination> all;
    for (std::uint32_t destination = 0; destination < world.count; ++destination) {
        Places own;
        for (std::size_t i = 0; i < world.destinations.places.size(); ++i) {
            if (world.destinations.destinations[i] == destination) own.push_back(world.destinations.places[i]);
        }
        const auto way = Nearest(world.network, own, options, {}, silent).way_from(place);
        if (way.status == WayStatus::Reached) all.push_back({destination, way.cost});
    }
    std::ranges::sort(all, [](const auto& a, const auto& b) {
        return std::pair(a.cost, a.destination) < std::pair(b.cost, b.destination);
    });
    return all;
}

TEST(SeveralNearest, FindsWhatNearestFindsWithEachDestinationAlone) {
    for_each_seed(300, [](Random& random) {
        const auto world = random_world(random);
        const auto options = random_options(random);
        const auto count = static_cast<std::uint32_t>(1 + random.below(world.count + 1));
        const SeveralNearest several(world.network, world.destinations, {options, count}, {.threads = 1}, silent);
        for (const auto& place : world.places) {
            auto expected = one_by_one(world, options, place);
            expected.resize(std::min<std::size_t>(expected.size(), count));
            ASSERT_EQ(several.from(place), expected);
        }
    });
}

TEST(SeveralNearest, HasAsFirstTheOneThatNearestFinds) {
    for_each_seed(200, [](Random& random) {
        const auto world = random_world(random);
        const auto options = random_options(random);
        const SeveralNearest several(world.network, world.destinations, {options, 2}, {.threads = 2}, silent);
        const Nearest nearest(world.network, world.destinations.places, options, {.threads = 2}, silent);
        for (const auto& place : world.places) {
            const auto way = nearest.way_from(place);
            const auto found = several.from(place);
            ASSERT_EQ(found.empty(), way.status != WayStatus::Reached);
            if (found.empty()) {
                EXPECT_EQ(several.status_without(place), way.status);
            } else {
                EXPECT_EQ(found.front().cost, way.cost);
                EXPECT_EQ(found.front().destination, world.destinations.destinations[way.destination]);
            }
        }
    });
}

TEST(SeveralNearest, FindsTheSameFirstOnesHoweverManyAreWanted) {
    for_each_seed(100, [](Random& random) {
        const auto world = random_world(random);
        const auto options = random_options(random);
        const SeveralNearest few(world.network, world.destinations, {options, 2}, {.threads = 1}, silent);
        const SeveralNearest many(world.network, world.destinations, {options, 5}, {.threads = 1}, silent);
        for (const auto& place : world.places) {
            auto first = many.from(place);
            first.resize(std::min<std::size_t>(first.size(), 2));
            ASSERT_EQ(few.from(place), first);
        }
    });
}

TEST(SeveralNearest, HearsACancelAtAnyReport) {
    Random random(7);
    const auto world = random_world(random);
    const auto search = [&](core::Progress& progress) {
        const SeveralNearest several(world.network, world.destinations, {{}, 3}, {.threads = 1}, progress);
    };
    test_support::CancelAt never;
    search(never);
    for (std::size_t report = 1; report < never.reported.size(); ++report) {
        test_support::CancelAt cancel(report);
        EXPECT_THROW(search(cancel), core::Cancelled) << report;
    }
    EXPECT_THAT(never.first_fall(), testing::IsEmpty());
}

}  // namespace
}  // namespace desakota::paths
