#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"
#include "tests/support/sampled_oracle.h"

#include "engine/paths/nearest.h"
#include "engine/paths/trace.h"

namespace desakota::paths {
namespace {

using network::Objective;
using test_support::for_each_seed;
using test_support::network_of;
using test_support::Random;
using test_support::random_network;

std::vector<geo::GridPoint> on_grid(const std::vector<geo::Point>& points) {
    std::vector<geo::GridPoint> places;
    for (const auto& point : points) places.push_back(geo::to_grid(point));
    return places;
}

network::AccessOptions access(Objective objective) {
    return {.objective = objective};
}

std::vector<Way> ways(const network::RoadNetwork& network, const std::vector<geo::GridPoint>& settlements,
                      const std::vector<geo::GridPoint>& destinations, const network::AccessOptions& options) {
    core::SilentProgress silent;
    const Nearest nearest(network, destinations, {.access = options}, {.threads = 1}, silent);
    std::vector<Way> found;
    for (const auto& place : settlements) found.push_back(nearest.way_from(place));
    return found;
}

std::vector<std::int64_t> costs(const network::RoadNetwork& network, const test_support::RandomNetwork& random,
                                Objective objective) {
    std::vector<std::int64_t> found;
    for (const auto& way :
         ways(network, on_grid(random.settlements), on_grid(random.destinations), access(objective))) {
        found.push_back(way.cost);
    }
    return found;
}

/// The same network where degrees of longitude are shorter and shrink faster.
void move_south(test_support::RandomNetwork& raw, double degrees) {
    for (auto& line : raw.lines) {
        for (auto& point : line.points) point.y -= degrees;
    }
    for (auto& point : raw.settlements) point.y -= degrees;
    for (auto& point : raw.destinations) point.y -= degrees;
}

TEST(NearestLaws, CostsAreTheLeastOverAllPointsOfTheNetwork) {
    constexpr double kSpacing = 10.0;
    for_each_seed(60, [](Random& random) {
        auto raw = random_network(random, {.places = 8, .lines = 10, .side_m = 5000});
        if (random.chance(0.5)) move_south(raw, 40.0);
        const auto network = network_of(test_support::lines_of(raw));
        for (const auto objective : {Objective::Distance, Objective::Time}) {
            const auto settlements = on_grid(raw.settlements);
            const auto found = ways(network, settlements, on_grid(raw.destinations), access(objective));
            const auto oracle = test_support::sampled_costs(network, settlements, on_grid(raw.destinations),
                                                            access(objective), kSpacing);
            for (std::size_t i = 0; i < found.size(); ++i) {
                SCOPED_TRACE(i);
                ASSERT_EQ(found[i].status == WayStatus::Reached, std::isfinite(oracle[i]));
                if (found[i].status != WayStatus::Reached) continue;
                const double cost = static_cast<double>(found[i].cost) / 1000.0;
                EXPECT_LE(cost, oracle[i] + 0.01) << "a sampled way is cheaper";
                EXPECT_GE(cost, oracle[i] - 2.0 * kSpacing) << "cheaper than any way there is";
            }
        }
    });
}

TEST(NearestLaws, ARoadMoreNeverMakesAnyCostLarger) {
    for_each_seed(1000, [](Random& random) {
        const auto raw = random_network(random);
        auto fewer = raw;
        fewer.lines.erase(fewer.lines.begin() + static_cast<std::ptrdiff_t>(random.below(fewer.lines.size())));
        for (const auto objective : {Objective::Distance, Objective::Time}) {
            const auto before = costs(network_of(test_support::lines_of(fewer)), raw, objective);
            const auto after = costs(network_of(test_support::lines_of(raw)), raw, objective);
            for (std::size_t i = 0; i < before.size(); ++i) EXPECT_LE(after[i], before[i]) << i;
        }
    });
}

TEST(NearestLaws, ADestinationMoreNeverMakesAnyCostLarger) {
    for_each_seed(300, [](Random& random) {
        const auto raw = random_network(random);
        auto fewer = raw;
        fewer.destinations.pop_back();
        const auto network = network_of(test_support::lines_of(raw));
        const auto before = costs(network, fewer, Objective::Distance);
        const auto after = costs(network, raw, Objective::Distance);
        for (std::size_t i = 0; i < before.size(); ++i) EXPECT_LE(after[i], before[i]) << i;
    });
}

TEST(NearestLaws, InsertedVerticesChangeNothingBeyondAMillimetreAVertex) {
    for_each_seed(300, [](Random& random) {
        const auto raw = random_network(random);
        auto denser = raw;
        for (auto& line : denser.lines) {
            std::vector<geo::Point> points;
            for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
                const auto& a = line.points[i];
                const auto& b = line.points[i + 1];
                points.push_back(a);
                const double t = random.unit();
                if (random.chance(0.4)) points.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
            }
            points.push_back(line.points.back());
            line.points = points;
        }
        const auto plain = costs(network_of(test_support::lines_of(raw)), raw, Objective::Distance);
        const auto dense = costs(network_of(test_support::lines_of(denser)), raw, Objective::Distance);
        for (std::size_t i = 0; i < plain.size(); ++i) EXPECT_NEAR(plain[i], dense[i], 60) << i;
    });
}

TEST(NearestLaws, OrderOfLinesAndThreadsChangeNothing) {
    for_each_seed(200, [](Random& random) {
        const auto raw = random_network(random);
        auto shuffled = raw;
        for (std::size_t i = shuffled.lines.size(); i > 1; --i) {
            std::swap(shuffled.lines[i - 1], shuffled.lines[random.below(i)]);
        }
        core::SilentProgress silent;
        const auto two_threads = network::build_network(test_support::lines_of(raw), test_support::drawn_rules(), {},
                                                        {.threads = 2}, silent);
        const auto one = costs(network_of(test_support::lines_of(raw)), raw, Objective::Distance);
        EXPECT_EQ(one, costs(two_threads, raw, Objective::Distance));
        EXPECT_EQ(one, costs(network_of(test_support::lines_of(shuffled)), raw, Objective::Distance));
    });
}

TEST(NearestLaws, PartsOfAWayAddUpToItsCost) {
    for_each_seed(300, [](Random& random) {
        const auto raw = random_network(random);
        const auto network = network_of(test_support::lines_of(raw));
        core::SilentProgress silent;
        for (const auto objective : {Objective::Distance, Objective::Time}) {
            const Nearest nearest(network, on_grid(raw.destinations), {.access = access(objective)}, {}, silent);
            for (const auto& place : on_grid(raw.settlements)) {
                const auto way = nearest.way_from(place);
                if (way.status != WayStatus::Reached) continue;
                const auto parts = trace(nearest, way);
                EXPECT_EQ(objective == Objective::Distance ? parts.total() : parts.time.value(), way.cost);
                core::Millimetres by_rule = 0;
                for (const auto& rule : parts.by_rule) by_rule += rule.length;
                EXPECT_EQ(by_rule, parts.network);
            }
        }
    });
}

TEST(NearestLaws, ACutoffHidesNothingThatLiesWithinIt) {
    for_each_seed(200, [](Random& random) {
        const auto raw = random_network(random);
        const auto network = network_of(test_support::lines_of(raw));
        core::SilentProgress silent;
        constexpr std::int64_t kCutoff = 3'000'000;
        const Nearest all(network, on_grid(raw.destinations), {}, {}, silent);
        const Nearest bounded(network, on_grid(raw.destinations), {.cutoff = kCutoff}, {}, silent);
        for (const auto& place : on_grid(raw.settlements)) {
            const auto way = all.way_from(place);
            const auto cut = bounded.way_from(place);
            if (way.cost <= kCutoff) {
                EXPECT_EQ(cut.cost, way.cost);
            } else if (way.status == WayStatus::Reached) {
                EXPECT_EQ(cut.status, WayStatus::BeyondCutoff);
            }
        }
    });
}

}  // namespace
}  // namespace desakota::paths
