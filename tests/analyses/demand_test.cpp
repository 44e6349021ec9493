#include "engine/analyses/demand.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"
#include "tests/support/for_each_seed.h"

#include "engine/network/road_network.h"

namespace desakota::analyses {
namespace {

using test_support::Random;
using testing::ElementsAre;

network::WeightedPlaces weighted(const std::vector<double>& easts, const std::vector<double>& weights) {
    std::vector<network::WeightedPlace> places;
    for (std::size_t i = 0; i < easts.size(); ++i) places.push_back({geo::to_grid(metres(easts[i])), weights[i]});
    return network::join_weighted({places});
}

TEST(Demand, IsRepresentedByThePointNearestToItsWeightedMean) {
    DemandPoints demand;
    demand.add_point(geo::to_grid(metres(7)));
    demand.add(weighted({0, 100, 1000}, {1, 1, 1}), 0, ShareMethod::Roads);  // mean 366.7
    demand.add(weighted({0, 100, 1000}, {1, 1, 8}), 0, ShareMethod::Homes);  // mean 810
    demand.add_point(std::nullopt);
    demand.add(weighted({400, 0}, {1, 1}), 0, ShareMethod::Roads);  // as near: the first
    EXPECT_THAT(demand.representatives, ElementsAre(0, 2, 6, network::kNone, 7));
    EXPECT_THAT(demand.first, ElementsAre(0, 1, 4, 7, 7, 9));
    EXPECT_FALSE(demand.row_places()[3]);
    EXPECT_EQ(demand.row_places()[4], geo::to_grid(metres(400)));
}

TEST(Demand, IsWhollyBeyondWhereAllPointsAre) {
    DemandPoints demand;
    demand.add(weighted({0, 1, 2, 3, 4, 5, 6}, {0.1, 0.2, 0.3, 0.7, 1.1, 1.3, 3.1}), 0, ShareMethod::Roads);
    const std::vector<geo::GridPoint> far{geo::to_grid(metres(100))};
    core::SilentProgress silent;
    EXPECT_THAT(shares_beyond_straight(demand, far, 1000, {}, silent), ElementsAre(testing::Optional(1.0)));
    EXPECT_THAT(shares_beyond_straight(demand, far, 200000, {}, silent), ElementsAre(testing::Optional(0.0)));
    EXPECT_THAT(shares_beyond_straight(demand, {}, 200000, {}, silent), ElementsAre(testing::Optional(1.0)));
}

/// Streets of a 10 km square, each from one side to about anywhere.
network::Lines random_streets(Random& random, std::size_t count) {
    network::Lines lines;
    for (std::size_t i = 0; i < count; ++i) {
        const auto place = [&] { return geo::to_grid(metres(random.between(0, 10000), random.between(0, 10000))); };
        const std::vector<geo::GridPoint> course{place(), place()};
        lines.add(course, {});
    }
    return lines;
}

network::RoadNetwork network_of(const network::Lines& lines) {
    core::SilentProgress progress;
    return network::build_network(lines, {network::TravelRule{}}, {}, {}, progress);
}

/// Families along the base run's roads inside 25 squares.
DemandPoints spread(const network::RoadNetwork& base) {
    geo::Geometries squares;
    for (int i = 0; i < 25; ++i) {
        const double west = 2000.0 * (i % 5);
        const double south = 2000.0 * (i / 5);
        squares.add_part(geo::PartRole::OuterRing,
                         {{metres(west, south), metres(west + 2000, south), metres(west + 2000, south + 2000),
                           metres(west, south + 2000), metres(west, south)}});
        squares.end_feature();
    }
    core::SilentProgress progress;
    const auto places = network::spread_along_roads(squares, {base.lines, base.index, base.rules}, {}, progress);
    DemandPoints demand;
    for (std::size_t i = 0; i < squares.size(); ++i) {
        if (places.has_places(i)) demand.add(places, i, ShareMethod::Roads);
    }
    return demand;
}

RuleFindings judge(const network::RoadNetwork& network, const DemandPoints& demand, int threads) {
    core::SilentProgress progress;
    const paths::Nearest nearest(network, {geo::to_grid(metres(5000, 5000))}, {}, {}, progress);
    return apply_rule({nearest, 5'000'000, {}}, demand, {.threads = threads, .grain = 7}, progress);
}

TEST(Demand, IsNeverMadeWorseByANewRoad) {
    test_support::for_each_seed(15, [](Random& random) {
        auto lines = random_streets(random, 12);
        auto network = network_of(lines);
        const auto demand = spread(network);
        auto before = judge(network, demand, 1);
        for (int i = 0; i < 3; ++i) {
            const auto more = random_streets(random, 1);
            lines.add(more.vertices, {});
            network = network_of(lines);
            const auto after = judge(network, demand, 1);
            for (std::size_t j = 0; j < demand.settlement_count(); ++j) {
                EXPECT_LE(*after.beyond[j], *before.beyond[j] + 1e-12);
                EXPECT_LE(*after.unconnected[j], *before.unconnected[j] + 1e-12);
                EXPECT_LE(after.cost[j].value_or(core::kUnreachable), before.cost[j].value_or(core::kUnreachable));
            }
            before = after;
        }
    });
}

/// The share of a settlement's families whose way `holds`, way by way.
template <class Holds>
double share_of(const DemandPoints& demand, std::size_t settlement, const paths::Nearest& nearest, Holds holds) {
    double share = 0.0;
    for (auto point = demand.first[settlement]; point < demand.first[settlement + 1]; ++point) {
        if (holds(nearest.way_from(demand.places[point]))) share += demand.weights[point];
    }
    return share;
}

TEST(Demand, IsJudgedAsTheWayOfEachPointSays) {
    test_support::for_each_seed(10, [](Random& random) {
        const auto network = network_of(random_streets(random, 10));
        const auto demand = spread(network);
        const auto limit = core::to_thousandths(random.between(500, 9000));
        const paths::NearestOptions options{.cutoff = random.chance(0.5) ? core::kUnreachable : limit + 1'000'000};
        core::SilentProgress progress;
        const paths::Nearest nearest(network, {geo::to_grid(metres(5000, 5000)), geo::to_grid(metres(900, 900))},
                                     options, {}, progress);
        const auto found = apply_rule({nearest, limit, {}}, demand, {}, progress);
        for (std::size_t i = 0; i < demand.settlement_count(); ++i) {
            EXPECT_NEAR(*found.beyond[i],
                        share_of(demand, i, nearest,
                                 [&](const paths::Way& way) {
                                     return way.status != paths::WayStatus::Reached || way.cost > limit;
                                 }),
                        1e-9);
            EXPECT_NEAR(*found.unconnected[i],
                        share_of(demand, i, nearest,
                                 [&](const paths::Way& way) {
                                     return way.status == paths::WayStatus::NotConnected ||
                                            way.status == paths::WayStatus::NoRoadInReach;
                                 }),
                        1e-9);
        }
    });
}

TEST(Demand, IsJudgedAlikeOnAnyNumberOfThreads) {
    Random random(3);
    const auto network = network_of(random_streets(random, 15));
    const auto demand = spread(network);
    const auto one = judge(network, demand, 1);
    const auto four = judge(network, demand, 4);
    EXPECT_EQ(one.beyond, four.beyond);
    EXPECT_EQ(one.unconnected, four.unconnected);
    EXPECT_EQ(one.beyond_low, four.beyond_low);
    EXPECT_EQ(one.cost, four.cost);
    for (std::size_t i = 0; i < demand.settlement_count(); ++i) {
        EXPECT_NEAR(*one.beyond[i], *one.unconnected[i] + *one.beyond_low[i], 1e-12);
    }
}

}  // namespace
}  // namespace desakota::analyses
