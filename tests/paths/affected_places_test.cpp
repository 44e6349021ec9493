#include "engine/paths/affected_places.h"

#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

#include "engine/network/changed_network.h"

namespace desakota::paths {
namespace {

using test_support::at;
using test_support::for_each_seed;
using test_support::lines_of;
using test_support::network_of;
using test_support::Random;
using test_support::ruled;

const core::Parallel kOneThread{.threads = 1, .grain = 16};

Nearest search(const network::RoadNetwork& network, const std::vector<geo::GridPoint>& destinations,
               double max_access = 2000.0) {
    core::SilentProgress progress;
    NearestOptions options;
    options.access.max_access = max_access;
    return {network, destinations, options, kOneThread, progress};
}

network::RoadNetwork changed(const network::RoadNetwork& base, network::NetworkChange change) {
    core::SilentProgress progress;
    return network::change_network(base, std::move(change), {}, kOneThread, progress);
}

TEST(AffectedPlaces, AreThoseNearLinesFromWhichTheWayDiffers) {
    const auto base = network_of({{{{0, 0}, {10000, 0}}, ruled(0)}, {{{10000, 0}, {20000, 0}}, ruled(0)}});
    const std::vector<geo::GridPoint> destinations{at(0, 0), at(20000, 9000)};
    // From the east end north to the second destination: from 10 km on, the west is as near as before.
    const auto after = changed(base, {{}, lines_of({{{{20000, 0}, {20000, 9000}}, ruled(0)}}), base.rules});
    const auto one = search(base, destinations, 500.0);
    const auto other = search(after, destinations, 500.0);
    const AffectedPlaces affected(one, other, {});
    EXPECT_TRUE(affected.holds(at(19000, 400)));
    EXPECT_TRUE(affected.holds(at(20000, 8000)));
    EXPECT_FALSE(affected.holds(at(9000, 0)));
    EXPECT_FALSE(affected.holds(at(15000, 5000)));
}

TEST(AffectedPlaces, FromAllOthersTheWayIsTheSame) {
    std::size_t spared = 0;
    for_each_seed(200, [&](Random& random) {
        test_support::RandomNetworkRules rules;
        rules.settlements = 30;
        rules.places = 20;
        rules.lines = 30;
        rules.side_m = 20'000.0;
        const auto network = test_support::random_network(random, rules);
        const auto all = lines_of(network);
        network::Lines lines;
        network::NetworkChange change;
        for (std::uint32_t line = 0; line < all.size(); ++line) {
            const std::vector<geo::GridPoint> course(all.vertices.begin() + all.first(line),
                                                     all.vertices.begin() + all.last(line) + 1);
            const double part = random.unit();
            if (part < 0.05) {
                change.added.add(course, all.attributes[line]);
                continue;
            }
            lines.add(course, all.attributes[line]);
            change.removed.push_back(part > 0.95);
        }
        const auto base = network_of(lines);
        change.added_rules = base.rules;
        const auto removed = change.removed;
        const auto after = changed(base, std::move(change));
        std::vector<geo::GridPoint> destinations;
        for (const auto& place : network.destinations) destinations.push_back(geo::to_grid(place));
        const double max_access = random.between(300.0, 3000.0);
        const auto one = search(base, destinations, max_access);
        const auto other = search(after, destinations, max_access);
        const AffectedPlaces affected(one, other, removed);
        for (const auto& point : network.settlements) {
            const auto place = geo::to_grid(point);
            if (affected.holds(place)) continue;
            ++spared;
            const auto way = one.way_from(place);
            const auto same = other.way_from(place);
            EXPECT_EQ(way.status, same.status);
            EXPECT_EQ(way.cost, same.cost);
            EXPECT_EQ(way.destination, same.destination);
            for (const std::int64_t limit : {500'000, 2'000'000, 5'000'000}) {
                EXPECT_EQ(one.reach_of(place, limit), other.reach_of(place, limit));
            }
        }
    });
    EXPECT_GT(spared, 100U);
}

}  // namespace
}  // namespace desakota::paths
