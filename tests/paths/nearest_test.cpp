#include "engine/paths/nearest.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <span>

#include "tests/support/drawn_network.h"

#include "engine/paths/gap.h"
#include "engine/paths/trace.h"

namespace desakota::paths {
namespace {

using network::Objective;
using test_support::at;
using test_support::DrawnLine;
using test_support::network_of;
using test_support::ruled;

/// A search from settlements to one destination, in the drawn metres.
struct Case {
    network::RoadNetwork network;
    std::vector<geo::GridPoint> destinations;
    NearestOptions options;

    [[nodiscard]] Way way(const geo::GridPoint& place) const {
        core::SilentProgress silent;
        return Nearest(network, destinations, options, {.threads = 1}, silent).way_from(place);
    }
    [[nodiscard]] double metres(const geo::GridPoint& place) const { return core::to_metres(way(place).cost); }
};

std::vector<DrawnLine> one_line(std::vector<std::pair<double, double>> points,
                                const network::LineAttributes& attributes = {}) {
    return {{std::move(points), attributes}};
}

constexpr double kMillimetre = 0.003;

/// Metres from where a way cannot leave to the nearest component with a mark.
std::optional<double> gap_of(const network::RoadNetwork& network, const std::vector<bool>& holds, const Way& way) {
    core::SilentProgress silent;
    return gaps(network, holds, std::span(&way.components, 1), {.threads = 1}, silent)[0];
}

/// Cost of a straight road of `along` metres with places `h` and `k` metres off it, by the best points of both legs:
/// each leg saves h (a sqrt(1 + u^2) - u) with u = r / sqrt(a^2 - r^2), a = 1.3, r = 1.
double along_a_road(double along, double h, double k) {
    const double u = 1.0 / std::sqrt(1.3 * 1.3 - 1.0);
    return along + (h + k) * (1.3 * std::sqrt(1.0 + u * u) - u);
}

TEST(Nearest, EntersAndLeavesARoadAtTheBestPointsNotAtTheFeet) {
    const Case road{network_of(one_line({{0, 0}, {8000, 0}})), {at(7000, 300)}, {}};
    EXPECT_NEAR(road.metres(at(1000, 400)), along_a_road(6000, 400, 300), 0.01);
}

TEST(Nearest, FindsTheWayBetweenPlacesOnOneRoadAndOneChain) {
    std::vector<DrawnLine> chain;
    for (int i = 0; i < 80; ++i) chain.push_back({{{100.0 * i, 0}, {100.0 * (i + 1), 0}}});
    const Case two_vertices{network_of(one_line({{0, 0}, {8000, 0}})), {at(6000, 0)}, {}};
    const Case pieces{network_of(chain), {at(6000, 0)}, {}};
    EXPECT_NEAR(two_vertices.metres(at(2000, 0)), 4000.0, kMillimetre);
    EXPECT_NEAR(pieces.metres(at(2000, 0)), 4000.0, 0.1);
    EXPECT_EQ(two_vertices.way(at(2000, 0)).course, Course::OnPiece);
}

TEST(Nearest, TravelsOneWayRoadsOnlyForward) {
    network::LineAttributes forward;
    forward.direction = network::Direction::Forward;
    const Case road{network_of(one_line({{0, 0}, {8000, 0}}, forward)), {at(6000, 0)}, {}};
    EXPECT_NEAR(road.metres(at(2000, 0)), 4000.0, kMillimetre);
    EXPECT_EQ(road.way(at(7999, -900)).status, WayStatus::Reached);
    const Case back{network_of(one_line({{0, 0}, {8000, 0}}, forward)), {at(1000, 0)}, {}};
    const auto way = back.way(at(6000, 0));
    EXPECT_EQ(way.status, WayStatus::NotConnected);
    EXPECT_FALSE(gap_of(back.network, std::vector<bool>(1, true), way)) << "only a one-way rule";
}

TEST(Nearest, FindsNoGapBetweenPartsThatCrossWithoutAJunction) {
    network::LineAttributes bridge;
    bridge.bridge = true;
    const std::vector<DrawnLine> roads{{{{0, 0}, {1000, 0}}}, {{{400, -600}, {400, 300}}, bridge}};
    const Case parts{network_of(roads), {at(1000, 0)}, {.access = {.max_access = 100.0}}};
    core::SilentProgress silent;
    const Nearest nearest(parts.network, parts.destinations, parts.options, {.threads = 1}, silent);
    const auto way = nearest.way_from(at(400, -600));
    EXPECT_EQ(way.status, WayStatus::NotConnected);
    EXPECT_EQ(gap_of(parts.network, nearest.holds_destination(), way), 0.0);
}

TEST(Nearest, TakesTheNearerOfTwoPassesOfAUShapedRoad) {
    const Case u{network_of(one_line({{0, 0}, {5000, 0}, {5000, 600}, {0, 600}})), {at(0, 600)}, {}};
    EXPECT_NEAR(u.metres(at(1000, 500)), along_a_road(1000, 100, 0), 0.01);
}

TEST(Nearest, StartsAtTheDestinationWithDistanceZero) {
    const Case road{network_of(one_line({{0, 0}, {8000, 0}})), {at(2000, 100)}, {}};
    const auto way = road.way(at(2000, 100));
    EXPECT_EQ(way.status, WayStatus::Reached);
    EXPECT_EQ(way.cost, 0);
}

TEST(Nearest, WalksStraightWhereThatIsNearer) {
    const Case road{network_of(one_line({{0, 0}, {8000, 0}})), {at(2000, 1000)}, {}};
    const auto way = road.way(at(2000, 1900));
    EXPECT_EQ(way.course, Course::Direct);
    EXPECT_NEAR(core::to_metres(way.cost), 1.3 * 900, kMillimetre);
}

TEST(Nearest, CrossesARoadWithoutTravellingOnItWhereTwoPlacesLieOppositeEachOther) {
    const Case road{network_of(one_line({{0, 0}, {8000, 0}})), {at(4000, -1500)}, {}};
    EXPECT_NEAR(road.metres(at(4000, 1500)), 1.3 * 3000, 0.01);
}

TEST(Nearest, TellsWhyThereIsNoWay) {
    const std::vector<DrawnLine> lines{{{{0, 0}, {1000, 0}}, {}}, {{{1400, 0}, {9000, 0}}, {}}};
    const Case parts{network_of(lines), {at(9000, 0)}, {}};
    EXPECT_EQ(parts.way(at(0, 2100)).status, WayStatus::NoRoadInReach);
    const auto apart = parts.way(at(-1900, 0));
    EXPECT_EQ(apart.status, WayStatus::NotConnected);
    core::SilentProgress silent;
    const Nearest nearest(parts.network, parts.destinations, {}, {}, silent);
    EXPECT_NEAR(gap_of(parts.network, nearest.holds_destination(), apart).value(), 400.0, 0.01);
    const Case bounded{network_of(one_line({{0, 0}, {9000, 0}})), {at(9000, 0)}, {.cutoff = 5'000'000}};
    EXPECT_EQ(bounded.way(at(3999, 0)).status, WayStatus::BeyondCutoff);
    EXPECT_EQ(bounded.way(at(4000.01, 0)).status, WayStatus::Reached);
}

TEST(Nearest, TakesTheFirstOfEquallyDearDestinations) {
    const Case road{network_of(one_line({{0, 0}, {8000, 0}})), {at(7000, 0), at(1000, 0), at(1000, 0)}, {}};
    EXPECT_EQ(road.way(at(1500, 0)).destination, 1U);
}

TEST(Nearest, WalksToAFasterRoadWhenTimeCounts) {
    // 20 km/h past the door, 80 km/h 1 km away over a link of 20 km/h.
    const Case roads{network_of({{{{0, 0}, {20000, 0}}, ruled(0)},
                                 {{{0, 0}, {0, 1000}}, ruled(0)},
                                 {{{20000, 0}, {20000, 1000}}, ruled(0)},
                                 {{{0, 1000}, {20000, 1000}}, ruled(3)}}),
                     {at(20000, 0)},
                     {.access = {.objective = Objective::Time}}};
    const double minutes = core::to_minutes(roads.way(at(0, 0)).cost);
    EXPECT_NEAR(minutes, 1.0 / 20 * 60 + 20.0 / 80 * 60 + 1.0 / 20 * 60, 0.01);
}

TEST(Nearest, WaitsOnceForAFerryAndEntersItAtItsEndsOnly) {
    const std::vector<DrawnLine> drawn{{{{0, 0}, {5000, 0}}, ruled(2)},
                                       {{{5000, 0}, {6000, 0}, {7000, 0}}, ruled(test_support::kFerryRule)},
                                       {{{7000, 0}, {9000, 0}}, ruled(2)}};
    const Case timed{network_of(drawn), {at(9000, 0)}, {.access = {.objective = Objective::Time}}};
    EXPECT_NEAR(core::to_minutes(timed.way(at(0, 0)).cost), 7.0 + 15.0 + 2.0 / 10 * 60, 0.01);
    const Case measured{network_of(drawn), {at(9000, 0)}, {}};
    EXPECT_NEAR(measured.metres(at(0, 0)), 9000.0, kMillimetre);
    const Case far{network_of({drawn[1], drawn[2]}), {at(9000, 0)}, {.access = {.max_access = 800}}};
    EXPECT_EQ(far.way(at(6000, 100)).status, WayStatus::NoRoadInReach) << "never in mid-span";
}

TEST(Nearest, EntersARiverAnywhereUnlessThereAreLandings) {
    const DrawnLine river{{{0, 0}, {9000, 0}}, ruled(test_support::kRiverRule)};
    auto pier = ruled(0);
    pier.landing = true;
    const Case anywhere{network_of(std::vector<DrawnLine>{river}), {at(8000, 0)}, {}};
    EXPECT_EQ(anywhere.way(at(3000, 500)).status, WayStatus::Reached);
    const Case landings{
        network_of({river, {{{3000, 20}, {3000, 20}}, pier}, {{{8000, 20}, {8000, 20}}, pier}}), {at(8000, 500)}, {}};
    EXPECT_NEAR(landings.metres(at(3000, 500)), 5000 + 2 * 20 + 2 * 480 * 1.3, 0.01);
    EXPECT_EQ(landings.way(at(5500, 500)).status, WayStatus::NoRoadInReach);
}

TEST(Nearest, NeverWalksAcrossABarrier) {
    const auto river = test_support::lines_of({{{{-3000, 200}, {9000, 200}}, {}}});
    const auto blocked = network_of(one_line({{0, 0}, {8000, 0}}), {.barriers = river});
    const Case behind{blocked, {at(7000, 0)}, {}};
    EXPECT_EQ(behind.way(at(1000, 400)).status, WayStatus::NoRoadInReach);
    EXPECT_EQ(behind.way(at(1000, 100)).status, WayStatus::Reached);
    const Case opposite{blocked, {at(1000, 400)}, {}};
    EXPECT_EQ(opposite.way(at(1000, 100)).status, WayStatus::NotConnected);
}

TEST(Route, FollowsTheLinesAsTheyWereDrawn) {
    const Case bend{network_of(one_line({{0, 0}, {4000, 0}, {4000, 4000}})), {at(4000, 4000)}, {}};
    core::SilentProgress silent;
    const Nearest nearest(bend.network, bend.destinations, {}, {}, silent);
    const auto start = at(0, 0);
    const auto course = route(nearest, nearest.way_from(start), start);
    EXPECT_THAT(course, testing::ElementsAre(at(0, 0), at(4000, 0), at(4000, 4000)));
}

}  // namespace
}  // namespace desakota::paths
