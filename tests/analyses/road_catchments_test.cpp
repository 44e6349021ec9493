#include "engine/analyses/road_catchments.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <map>

#include "tests/analyses/hinterland_case.h"
#include "tests/support/for_each_seed.h"

#include "engine/paths/through_place.h"

namespace desakota::analyses {
namespace {

using test_support::at;
using test_support::for_each_seed;
using test_support::Random;

std::vector<CatchmentPart> parts_of(HinterlandCase& world, int threads = 2) {
    auto context = world.context(silent_progress, threads);
    return road_catchments(world.question, world.setting, context);
}

std::map<std::uint32_t, double> metres_of_centres(const std::vector<CatchmentPart>& parts) {
    std::map<std::uint32_t, double> metres;
    for (const auto& part : parts) metres[part.centre] += part.to - part.from;
    return metres;
}

access::Decay random_decay(Random& random) {
    const double half = random.between(500'000, 8'000'000);
    switch (random.below(4)) {
        case 0:
            return access::Exponential{half};
        case 1:
            return access::Power{random.between(0.5, 3.0), half / 10.0};
        case 2:
            return access::Gaussian{half};
        default:
            return access::logistic_of_half(half);
    }
}

/// Centres at nodes of a random network, so that ways end on the road itself.
HinterlandCase random_case(Random& random) {
    HinterlandCase world(test_support::network_of(test_support::lines_of(random_network(random))));
    const auto& nodes = world.setting.network().node_places;
    const auto centres = 1 + random.below(12);
    for (std::size_t i = 0; i < centres; ++i) {
        world.add_centre("C" + std::to_string(i), {nodes[random.below(nodes.size())]}, random.between(100, 5000));
    }
    world.setting.access.max_access = 0.01;
    world.question.decay = random_decay(random);
    if (random.chance(0.3)) {
        world.question.cost = network::Objective::Time;
        world.setting.access.objective = network::Objective::Time;
    }
    if (random.chance(0.2)) world.setting.cutoff = 3'000'000;
    return world;
}

/// Searches to each place of a centre alone, and the ties that places on lines have by them.
class Oracle {
public:
    explicit Oracle(HinterlandCase& world) : world_(world) {
        for (const auto& place : world.question.centres.places) {
            nearest_.emplace_back(world.setting.network(), std::vector{place},
                                  world.setting.options(world.question.cost), core::Parallel{}, silent_progress);
        }
    }
    /// Of each place of a centre.
    [[nodiscard]] std::vector<double> ties(std::uint32_t line, double metres) const {
        const auto& lines = world_.setting.network().lines;
        const auto begin = lines.metres.begin();
        const auto next = std::upper_bound(begin + lines.first(line) + 1, begin + lines.last(line), metres);
        const auto segment = static_cast<std::uint32_t>(next - begin) - 1;
        const double t = (metres - lines.metres[segment]) / (*next - lines.metres[segment]);
        std::vector<double> ties;
        for (std::size_t i = 0; i < nearest_.size(); ++i) {
            const auto cost = paths::cost_from(nearest_[i], {line, segment, t});
            const bool is_beyond = cost > world_.setting.cutoff;
            ties.push_back(is_beyond ? 0.0
                                     : world_.question.pull(world_.question.centres.features[i]) *
                                           access::decay_at(world_.question.decay, cost));
        }
        return ties;
    }

private:
    HinterlandCase& world_;
    std::vector<paths::Nearest> nearest_;
};

/// The centre to which a place belongs; missing where it belongs to none.
std::optional<std::uint32_t> owner(const std::vector<CatchmentPart>& parts, std::uint32_t line, double metres) {
    for (const auto& part : parts) {
        if (part.line == line && part.from <= metres && metres <= part.to) return part.centre;
    }
    return std::nullopt;
}

/// Metres from a place to the nearest border on its line.
double border_off(const std::vector<CatchmentPart>& parts, std::uint32_t line, double metres) {
    double off = std::numeric_limits<double>::infinity();
    for (const auto& part : parts) {
        if (part.line == line) off = std::min({off, std::abs(part.from - metres), std::abs(part.to - metres)});
    }
    return off;
}

TEST(RoadCatchments, BelongEverywhereToTheCentreOfGreatestTie) {
    int samples = 0;
    int missed = 0;  // a centre that is greatest only between two places at which all are compared
    for_each_seed(100, [&](Random& random) {
        auto world = random_case(random);
        const auto parts = parts_of(world);
        const Oracle oracle(world);
        const auto& network = world.setting.network();
        for (int sample = 0; sample < 60; ++sample) {
            const auto line = static_cast<std::uint32_t>(random.below(network.input_line_count));
            const double metres = random.between(0.0, network.lines.length(line));
            const double off = border_off(parts, line, metres);
            if (!network.rule_of(line).passable || off < 1.0) continue;
            const auto ties = oracle.ties(line, metres);
            const double greatest = *std::ranges::max_element(ties);
            const auto whose = owner(parts, line, metres);
            const double its = whose ? ties[*whose] : 0.0;
            ++samples;
            if (its >= greatest * (1.0 - 1e-6) && whose.has_value() == (greatest > 0.0)) continue;
            ++missed;
            ASSERT_LT(off, kStation) << line << " at " << metres;
        }
    });
    EXPECT_GT(samples, 4000);
    EXPECT_LT(missed, samples / 200);
}

TEST(RoadCatchments, TogetherHaveTheLengthOfAllRoadsThatReachACentre) {
    for_each_seed(60, [](Random& random) {
        auto world = random_case(random);
        world.setting.cutoff = core::kUnreachable;
        double found = 0.0;
        for (const auto& [centre, metres] : metres_of_centres(parts_of(world))) found += metres;
        const paths::Nearest nearest(world.setting.network(), world.question.centres.places,
                                     world.setting.options(world.question.cost), {}, silent_progress);
        const auto& network = world.setting.network();
        double expected = 0.0;
        for (std::uint32_t piece = 0; piece < network.cut_count(); ++piece) {
            if (!network.is_piece(piece) || network.is_connector(network.cut_line[piece])) continue;
            const auto line = network.cut_line[piece];
            const bool reaches =
                (may_travel(network, line, true) && nearest.field().is_reached(network.cut_node[piece])) ||
                (may_travel(network, line, false) && nearest.field().is_reached(network.cut_node[piece + 1]));
            if (reaches) expected += network.cut_metres[piece + 1] - network.cut_metres[piece];
        }
        // Against a one-way road one walks two centimetres to a centre.
        ASSERT_NEAR(found, expected, 0.5);
    });
}

TEST(RoadCatchments, AreTheSameForAnyNumberOfThreads) {
    for_each_seed(20, [](Random& random) {
        auto world = random_case(random);
        const auto one = parts_of(world, 1);
        const auto three = parts_of(world, 3);
        ASSERT_EQ(one.size(), three.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            ASSERT_EQ(one[i].centre, three[i].centre);
            ASSERT_EQ(one[i].line, three[i].line);
            ASSERT_EQ(one[i].from, three[i].from);
            ASSERT_EQ(one[i].to, three[i].to);
        }
    });
}

TEST(RoadCatchments, HoldTheDoorstepOfASmallCentreInTheMiddleOfARoad) {
    HinterlandCase world(Roads{{{{0, 0}, {20000, 0}}, {}}});
    world.add_centre("A", {at(0, 0)}, 10000);
    world.add_centre("B", {at(10000, 300)}, 6000);
    world.question.decay = access::Exponential{10'000'000.0};
    const auto parts = parts_of(world);
    ASSERT_EQ(parts.size(), 2U) << "B's catchment goes on to the end of the road";
    // 10 x 2^(-x / 10) = 6 x 2^(-(10 - x + leg) / 10), the leg by the best exit 361 m before the foot.
    const double lean = 300.0 / std::sqrt(1.3 * 1.3 - 1.0);
    const double leg = 1.3 * std::hypot(300.0, lean) - lean;
    const double border = 0.5 * (10000.0 + leg + 10000.0 * std::log2(10.0 / 6.0));
    EXPECT_NEAR(parts[0].to, border, 0.2);
    EXPECT_EQ(parts[0].centre, 0U);
    EXPECT_EQ(parts[1].centre, 1U);

    world.question.decay = access::Power{2.0, 1'000'000.0};
    world.question.masses = {10000, 100};
    const auto islands = parts_of(world);
    ASSERT_EQ(islands.size(), 3U) << "A, B's doorstep, A again";
    EXPECT_EQ(islands[1].centre, 1U);
    EXPECT_GT(islands[1].from, 8900.0);
    EXPECT_LT(islands[1].to, 11300.0);
    EXPECT_TRUE(islands[1].from < 10000.0 && islands[1].to > 10000.0) << "the foot itself is B's";
}

TEST(RoadCatchments, EndWhereTheDecayIsNothing) {
    HinterlandCase world(Roads{{{{0, 0}, {20000, 0}}, {}}});
    world.add_centre("A", {at(0, 0)}, 1000);
    world.question.decay = access::within(5'300'000.0);
    const auto parts = parts_of(world);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_NEAR(parts[0].to, 5300.0, 0.01);
}

TEST(RoadCatchments, LeaveOutRiversAndPathsThatNothingMayUse) {
    HinterlandCase world(Roads{{{{0, 0}, {5000, 0}}, {}},
                               {{{0, 0}, {0, 5000}}, test_support::ruled(test_support::kImpassableRule)},
                               {{{5000, 0}, {9000, 0}}, test_support::ruled(test_support::kRiverRule)}});
    world.add_centre("A", {at(0, 0)}, 1000);
    const auto parts = parts_of(world);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts[0].line, 0U);
}

TEST(RoadCatchments, FollowOneWayRoadsToTheirEnd) {
    network::LineAttributes forward;
    forward.direction = network::Direction::Forward;
    HinterlandCase world(Roads{{{{0, 0}, {10000, 0}}, forward}});
    world.add_centre("A", {at(0, 0)}, 100000);
    world.add_centre("B", {at(10000, 0)}, 1);
    world.setting.access.max_access = 10.0;
    const auto parts = parts_of(world);
    ASSERT_FALSE(parts.empty());
    EXPECT_EQ(parts.back().centre, 1U) << "nobody drives back to A";
    EXPECT_NEAR(parts.back().to - parts.back().from, 10000.0, 15.0);
}

}  // namespace
}  // namespace desakota::analyses
