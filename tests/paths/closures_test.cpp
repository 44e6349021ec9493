#include "engine/paths/closures.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

#include "tests/support/cancel_at.h"
#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

#include "engine/core/error.h"
#include "engine/network/mended.h"

namespace desakota::paths {
namespace {

using network::Objective;
using test_support::at;
using test_support::network_of;
using testing::ElementsAre;
using Places = std::vector<geo::GridPoint>;

core::SilentProgress silent;  // NOLINT: tests run one at a time

Places on_grid(const std::vector<geo::Point>& points) {
    Places places;
    for (const auto& point : points) places.push_back(geo::to_grid(point));
    return places;
}

std::vector<Closure> closures_of(const network::RoadNetwork& network, const Places& places, const Places& destinations,
                                 std::int64_t limit) {
    const Nearest nearest(network, destinations, {.access = {.max_access = 300.0}}, {}, silent);
    return find_closures(nearest, places, limit, {.threads = 1}, silent);
}

TEST(Closures, AreOfThePiecesWithoutWhichTheWayIsTooLong) {
    // A road of 4 km in two pieces, and a way round the second of 3 km more.
    const auto network = network_of(
        {{{{0, 0}, {2000, 0}}}, {{{2000, 0}, {4000, 0}}}, {{{2000, 0}, {2000, 1500}, {4000, 1500}, {4000, 0}}}});
    const Places places{at(3900, 10), at(1000, 10)};
    const auto strict = closures_of(network, places, {at(0, 0)}, 5'000'000);
    ASSERT_EQ(strict.size(), 2U);
    EXPECT_EQ(network.cut_line[strict[0].piece], 0U);
    EXPECT_THAT(strict[0].places, ElementsAre(0, 1));
    EXPECT_EQ(network.cut_line[strict[1].piece], 1U);
    EXPECT_THAT(strict[1].places, ElementsAre(0));
    // With 8 km the way round will do.
    const auto lenient = closures_of(network, places, {at(0, 0)}, 8'000'000);
    ASSERT_EQ(lenient.size(), 1U);
    EXPECT_EQ(network.cut_line[lenient[0].piece], 0U);
}

TEST(Closures, DoNotMatterToPlacesThatAreBeyondTheLimitAnywayOrWalk) {
    const auto network = network_of(std::vector<test_support::DrawnLine>{{{{0, 0}, {9000, 0}}, {}}});
    EXPECT_THAT(closures_of(network, {at(8000, 0), at(100, 20)}, {at(0, 0)}, 5'000'000), testing::IsEmpty());
}

/// The lines of a network that needs no cleaning, cut at every node, and the piece that each came from.
struct CutLines {
    network::Lines lines;
    std::vector<std::uint32_t> pieces;
};

CutLines cut_at_nodes(const network::RoadNetwork& network) {
    CutLines cut;
    for (std::uint32_t piece = 0; piece < network.cut_count(); ++piece) {
        if (!network.is_piece(piece)) continue;
        const auto& lines = network.lines;
        Places course;
        for (auto v = network.cut_segment[piece]; v <= lines.last(network.cut_line[piece]); ++v) {
            const bool is_within =
                lines.metres[v] >= network.cut_metres[piece] && lines.metres[v] <= network.cut_metres[piece + 1];
            if (is_within) course.push_back(lines.vertices[v]);
        }
        cut.lines.add(course, lines.attributes[network.cut_line[piece]]);
        cut.pieces.push_back(piece);
    }
    return cut;
}

/// What the nearest destination costs each place, with one of the lines closed.
std::vector<std::int64_t> costs_without(const CutLines& cut, std::size_t closed, const Places& places,
                                        const Places& destinations, const NearestOptions& options) {
    auto lines = cut.lines;
    lines.attributes[closed].rule = test_support::kImpassableRule;
    const auto network = network_of(std::move(lines), {.cleaning = network::Cleaning::Off});
    const Nearest nearest(network, destinations, options, {}, silent);
    std::vector<std::int64_t> costs;
    for (const auto& place : places) costs.push_back(nearest.way_from(place).cost);
    return costs;
}

bool is_near_a_destination(const geo::GridPoint& place, const Places& destinations, double metres) {
    return std::ranges::any_of(destinations, [&](const auto& to) { return geo::distance(place, to) <= metres; });
}

TEST(Closures, AreWhatARunWithThatPieceClosedFinds) {
    constexpr std::int64_t kRoundings = 100;  // a few millimetres a cut
    std::size_t lost = 0;
    test_support::for_each_seed(40, [&](test_support::Random& random) {
        const auto raw = test_support::random_network(random, {.settlements = 15});
        const auto cleaned = network_of(test_support::lines_of(raw));
        const auto network = network_of(network::mended_lines(cleaned, network::Cleaning::On, silent),
                                        {.cleaning = network::Cleaning::Off});
        NearestOptions options{.access = {.max_access = 700.0}};
        if (random.chance(0.5)) options.access.objective = Objective::Time;
        const auto destinations = on_grid(raw.destinations);
        Places places;
        // A walk that only crosses a road is no use of it, which a closed line cannot tell.
        for (const auto& place : on_grid(raw.settlements)) {
            if (!is_near_a_destination(place, destinations, 2.1 * options.access.max_access)) places.push_back(place);
        }
        const Nearest nearest(network, destinations, options, {}, silent);
        std::vector<std::int64_t> before;
        for (const auto& place : places) before.push_back(nearest.way_from(place).cost);
        auto reached = before;
        std::erase(reached, core::kUnreachable);
        if (reached.empty()) return;
        std::ranges::sort(reached);
        const auto limit = reached[reached.size() * 3 / 4] + 1000;

        std::map<std::uint32_t, std::vector<std::uint32_t>> found;
        for (const auto& closure : find_closures(nearest, places, limit, {.threads = 2}, silent)) {
            found[closure.piece] = closure.places;
        }
        const auto cut = cut_at_nodes(network);
        for (std::size_t line = 0; line < cut.pieces.size(); ++line) {
            const auto after = costs_without(cut, line, places, destinations, options);
            for (std::uint32_t i = 0; i < places.size(); ++i) {
                if (std::abs(before[i] - limit) <= kRoundings || std::abs(after[i] - limit) <= kRoundings) continue;
                const bool expected = before[i] <= limit && after[i] > limit;
                const bool is_found = std::ranges::count(found[cut.pieces[line]], i) > 0;
                ASSERT_EQ(is_found, expected) << "piece " << cut.pieces[line] << ", place " << i;
                lost += expected ? 1 : 0;
            }
        }
    });
    EXPECT_GT(lost, 100U);
}

TEST(Closures, AreTheSameForAnyNumberOfThreadsAndHearACancel) {
    std::size_t all = 0;
    test_support::for_each_seed(10, [&](test_support::Random& random) {
        const auto raw = test_support::random_network(random, {.settlements = 40});
        const auto network = network_of(test_support::lines_of(raw));
        const auto places = on_grid(raw.settlements);
        const Nearest nearest(network, on_grid(raw.destinations), {.access = {.max_access = 700.0}}, {}, silent);
        const auto one = find_closures(nearest, places, 9'000'000, {.threads = 1}, silent);
        const auto two = find_closures(nearest, places, 9'000'000, {.threads = 2}, silent);
        ASSERT_EQ(one.size(), two.size());
        all += one.size();
        for (std::size_t i = 0; i < one.size(); ++i) {
            EXPECT_EQ(one[i].piece, two[i].piece);
            EXPECT_EQ(one[i].places, two[i].places);
        }
        test_support::CancelAt never;
        (void)find_closures(nearest, places, 9'000'000, {.threads = 1}, never);
        EXPECT_THAT(never.first_fall(), testing::IsEmpty());
        for (std::size_t report = 1; report < never.reported.size(); ++report) {
            test_support::CancelAt cancel(report);
            EXPECT_THROW((void)find_closures(nearest, places, 9'000'000, {.threads = 1}, cancel), core::Cancelled);
        }
    });
    EXPECT_GT(all, 10U);
}

}  // namespace
}  // namespace desakota::paths
