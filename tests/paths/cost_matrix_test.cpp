#include "engine/paths/cost_matrix.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/cancel_at.h"
#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

#include "engine/paths/trace.h"

namespace desakota::paths {
namespace {

using core::CostMatrix;
using core::kUnreachable;
using network::Objective;
using test_support::at;
using test_support::for_each_seed;
using test_support::network_of;
using test_support::Random;
using test_support::random_network;
using test_support::ruled;
using testing::ElementsAre;
using Places = std::vector<geo::GridPoint>;

core::SilentProgress silent;  // NOLINT: tests run one at a time

Places on_grid(const std::vector<geo::Point>& points) {
    Places places;
    for (const auto& point : points) places.push_back(geo::to_grid(point));
    return places;
}

/// A network with all that makes ways differ, and places on and off it.
struct World {
    network::RoadNetwork network;
    Places places;
    Places destinations;
};

/// Lines of any kind: rivers and ferries among the roads.
network::Lines lines_of_all_kinds(Random& random, const test_support::RandomNetwork& raw) {
    auto lines = test_support::lines_of(raw);
    for (auto& attributes : lines.attributes) {
        if (!random.chance(0.15)) continue;
        const auto direction = attributes.direction;
        attributes = ruled(random.chance(0.5) ? test_support::kFerryRule : test_support::kRiverRule);
        attributes.direction = direction;
    }
    return lines;
}

network::Lines random_barriers(Random& random) {
    std::vector<test_support::DrawnLine> drawn;
    for (int i = 0; i < 3; ++i) {
        const double east = random.between(-5000, 5000);
        const double north = random.between(-5000, 5000);
        drawn.push_back(
            {{{east, north}, {east + random.between(-4000, 4000), north + random.between(-4000, 4000)}}, {}});
    }
    return test_support::lines_of(drawn);
}

World random_world(Random& random) {
    const auto raw = random_network(random, {.settlements = 12, .destinations = 6});
    World world{.places = on_grid(raw.settlements), .destinations = on_grid(raw.destinations)};
    network::NetworkOptions options;
    if (random.chance(0.4)) options.barriers = random_barriers(random);
    world.network = network_of(lines_of_all_kinds(random, raw), options);
    // Some places are destinations, some destinations lie together.
    world.places.push_back(world.destinations.front());
    world.destinations.push_back(world.places.front());
    world.destinations.push_back(world.destinations.front());
    return world;
}

NearestOptions random_options(Random& random) {
    NearestOptions options;
    options.access.objective = random.chance(0.5) ? Objective::Time : Objective::Distance;
    if (random.chance(0.3)) options.access.max_access = random.between(100, 5000);
    if (random.chance(0.3)) options.access.off_road_factor = 1.0;
    if (random.chance(0.3)) options.cutoff = 500'000 + static_cast<std::int64_t>(random.below(8'000'000));
    return options;
}

CostMatrix matrix_of(const World& world, const NearestOptions& options = {}, int threads = 1) {
    return cost_matrix({world.network, world.places, world.destinations, options}, {.threads = threads}, silent);
}

TEST(CostMatrix, HoldsWhatNearestFindsWithEachDestinationAlone) {
    for_each_seed(400, [](Random& random) {
        const auto world = random_world(random);
        const auto options = random_options(random);
        const auto matrix = matrix_of(world, options);
        for (std::size_t column = 0; column < world.destinations.size(); ++column) {
            const Nearest nearest(world.network, {world.destinations[column]}, options, {}, silent);
            for (std::size_t row = 0; row < world.places.size(); ++row) {
                const auto way = nearest.way_from(world.places[row]);
                ASSERT_EQ(matrix.at(row, column), way.cost) << row << " to " << column;
                ASSERT_EQ(matrix.at(row, column) < kUnreachable, way.status == WayStatus::Reached);
            }
        }
    });
}

TEST(CostMatrix, HasAsLeastCostOfARowWhatNearestFindsWithAllDestinations) {
    for_each_seed(200, [](Random& random) {
        const auto world = random_world(random);
        const auto options = random_options(random);
        const auto matrix = matrix_of(world, options);
        const Nearest nearest(world.network, world.destinations, options, {}, silent);
        for (std::size_t row = 0; row < world.places.size(); ++row) {
            const auto costs = matrix.row(row);
            const auto least = std::ranges::min_element(costs);
            const auto way = nearest.way_from(world.places[row]);
            ASSERT_EQ(*least, way.cost);
            if (way.status != WayStatus::Reached) continue;
            ASSERT_EQ(static_cast<std::uint32_t>(least - costs.begin()), way.destination);
        }
    });
}

TEST(CostMatrix, IsTheSameForAnyNumberOfThreads) {
    for_each_seed(100, [](Random& random) {
        const auto world = random_world(random);
        const auto options = random_options(random);
        const auto one = matrix_of(world, options, 1);
        EXPECT_EQ(one, matrix_of(world, options, 2));
        EXPECT_EQ(one, matrix_of(world, options, 8));
    });
}

TEST(CostMatrix, HoldsForManyDestinationsWhatItHoldsForEachAlone) {
    for_each_seed(20, [](Random& random) {
        auto world = random_world(random);
        const auto more = random_network(random, {.settlements = 1, .destinations = 70});
        for (const auto& place : more.destinations) world.destinations.push_back(geo::to_grid(place));
        const auto options = random_options(random);
        const auto matrix = matrix_of(world, options, 2);
        for (std::size_t column = 0; column < world.destinations.size(); ++column) {
            const auto alone =
                cost_matrix({world.network, world.places, {&world.destinations[column], 1}, options}, {}, silent);
            for (std::size_t row = 0; row < world.places.size(); ++row) {
                ASSERT_EQ(matrix.at(row, column), alone.at(row, 0)) << row << " to " << column;
            }
        }
    });
}

TEST(CostMatrix, NeverHoldsALargerCostForARoadMore) {
    for_each_seed(300, [](Random& random) {
        const auto raw = random_network(random);
        auto fewer = raw;
        fewer.lines.erase(fewer.lines.begin() + static_cast<std::ptrdiff_t>(random.below(fewer.lines.size())));
        const auto options = random_options(random);
        const World before{network_of(test_support::lines_of(fewer)), on_grid(raw.settlements),
                           on_grid(raw.destinations)};
        const World after{network_of(test_support::lines_of(raw)), before.places, before.destinations};
        const auto dearer = matrix_of(before, options);
        const auto cheaper = matrix_of(after, options);
        for (std::size_t row = 0; row < dearer.rows(); ++row) {
            for (std::size_t column = 0; column < dearer.columns(); ++column) {
                EXPECT_LE(cheaper.at(row, column), dearer.at(row, column));
            }
        }
    });
}

network::RoadNetwork one_road() {
    return network_of(std::vector<test_support::DrawnLine>{{{{0, 0}, {8000, 0}}, {}}});
}

TEST(CostMatrix, MayBeEmpty) {
    const auto no_destination = matrix_of({one_road(), {at(0, 0), at(1, 1)}, {}});
    EXPECT_EQ(no_destination.rows(), 2U);
    EXPECT_EQ(no_destination.columns(), 0U);
    EXPECT_TRUE(no_destination.row(1).empty());
    const auto no_place = matrix_of({one_road(), {}, {at(0, 0)}});
    EXPECT_EQ(no_place.rows(), 0U);
    EXPECT_EQ(no_place.columns(), 1U);
}

TEST(CostMatrix, TellsWhereThereIsNoWay) {
    const std::vector<test_support::DrawnLine> roads{{{{0, 0}, {1000, 0}}, {}}, {{{6000, 0}, {9000, 0}}, {}}};
    const World world{network_of(roads), {at(0, 0), at(0, 5000), at(9000, 0)}, {at(1000, 0), at(7000, 0), at(0, 5000)}};
    const auto matrix = matrix_of(world);
    EXPECT_THAT(matrix.row(0),
                ElementsAre(testing::AllOf(testing::Ge(999'990), testing::Le(1'000'010)), kUnreachable, kUnreachable));
    EXPECT_THAT(matrix.row(1), ElementsAre(kUnreachable, kUnreachable, 0)) << "beyond reach, yet there already";
    EXPECT_THAT(matrix.row(2), ElementsAre(kUnreachable, testing::Lt(2'000'010), kUnreachable));
}

TEST(CostMatrix, IsZeroForADestinationAtThePlace) {
    const World world{one_road(), {at(2000, 100)}, {at(2000, 100), at(2000, 100)}};
    EXPECT_THAT(matrix_of(world).row(0), ElementsAre(0, 0));
}

TEST(CostMatrix, WorksWithoutAnyRoad) {
    const World world{network_of(network::Lines{}), {at(0, 0)}, {at(0, 100), at(0, 3000)}};
    EXPECT_THAT(matrix_of(world).row(0), ElementsAre(testing::Le(130'010), kUnreachable));
}

TEST(CostMatrix, HoldsWaysOneWayRoadsAllowOnly) {
    auto forward = ruled(0);
    forward.direction = network::Direction::Forward;
    const std::vector<test_support::DrawnLine> road{{{{0, 0}, {9000, 0}}, forward}};
    const World world{network_of(road), {at(0, 0), at(9000, 0)}, {at(0, 0), at(9000, 0)}};
    const auto matrix = matrix_of(world);
    EXPECT_LT(matrix.at(0, 1), kUnreachable);
    EXPECT_EQ(matrix.at(1, 0), kUnreachable);
}

TEST(CostMatrix, ReportsProgressThatNeverFallsAndHearsACancelAtOnce) {
    Random random(3);
    const auto world = random_world(random);
    const auto make = [&](test_support::CancelAt& progress) {
        return cost_matrix({world.network, world.places, world.destinations, {}}, {.threads = 1}, progress);
    };
    test_support::CancelAt never;
    (void)make(never);
    EXPECT_THAT(never.first_fall(), testing::IsEmpty());
    EXPECT_EQ(never.reported.back(), 1.0);
    for (std::size_t report = 1; report < never.reported.size(); ++report) {
        test_support::CancelAt progress(report);
        ASSERT_THROW((void)make(progress), core::Cancelled) << report;
        ASSERT_EQ(progress.reported.size(), report);
    }
}

/// The dearest destination of each place that has any; every fourth place leaves it open.
std::vector<Choice> dearest(const CostMatrix& costs) {
    std::vector<Choice> choices(costs.rows());
    for (std::size_t row = 0; row < costs.rows(); ++row) {
        if (row % 4 == 3) continue;
        for (std::uint32_t column = 0; column < costs.columns(); ++column) {
            const auto cost = costs.at(row, column);
            if (cost < kUnreachable && (choices[row].destination == network::kNone || cost > choices[row].cost)) {
                choices[row] = {column, cost};
            }
        }
    }
    return choices;
}

TEST(VisitChosenWays, FindsTheWaysThatNearestFindsWithTheChosenDestinationAlone) {
    for_each_seed(200, [](Random& random) {
        const auto world = random_world(random);
        const CostQuestion question{world.network, world.places, world.destinations, random_options(random)};
        const auto choices = dearest(cost_matrix(question, {}, silent));
        std::vector<int> visits(world.places.size(), 0);
        const auto visit = [&](const Nearest& nearest, std::span<const std::uint32_t> places) {
            for (const auto place : places) {
                ++visits[place];
                const auto [destination, cost] = choices[place];
                const Nearest alone(world.network, {world.destinations[destination]}, question.options, {}, silent);
                const auto expected = alone.way_from(world.places[place]);
                const auto way = nearest.way_from(world.places[place]);
                ASSERT_EQ(way.cost, cost);
                ASSERT_EQ(way.cost, expected.cost);
                ASSERT_EQ(way.course, expected.course);
                ASSERT_EQ(way.entry.metres, expected.entry.metres);
                ASSERT_EQ(trace(nearest, way).total(), trace(alone, expected).total());
                ASSERT_EQ(nearest.destinations(), Places{world.destinations[destination]});
            }
        };
        visit_chosen_ways(question, choices, {.threads = 1}, silent, visit);
        for (std::size_t place = 0; place < visits.size(); ++place) {
            EXPECT_EQ(visits[place], choices[place].destination == network::kNone ? 0 : 1);
        }
    });
}

TEST(VisitChosenWays, FindsTheSameOnAnyNumberOfThreads) {
    for_each_seed(50, [](Random& random) {
        const auto world = random_world(random);
        const CostQuestion question{world.network, world.places, world.destinations, random_options(random)};
        const auto choices = dearest(cost_matrix(question, {}, silent));
        const auto courses = [&](int threads) {
            std::vector<Places> found(world.places.size());
            visit_chosen_ways(question, choices, {.threads = threads}, silent,
                              [&](const Nearest& nearest, std::span<const std::uint32_t> places) {
                                  for (const auto place : places) {
                                      const auto way = nearest.way_from(world.places[place]);
                                      found[place] = route(nearest, way, world.places[place]);
                                  }
                              });
            return found;
        };
        EXPECT_EQ(courses(1), courses(8));
    });
}

}  // namespace
}  // namespace desakota::paths
