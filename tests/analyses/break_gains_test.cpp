#include "engine/analyses/break_gains.h"

#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

namespace desakota::analyses {
namespace {

using network::Finding;
using network::Lines;
using network::PlaceOnLine;
using paths::WayStatus;

/// The lines with a vertex at a place, so that another line can meet them there.
Lines with_vertex(const Lines& lines, const PlaceOnLine& place) {
    Lines result;
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        std::vector<geo::GridPoint> course;
        for (auto v = lines.first(line); v <= lines.last(line); ++v) {
            course.push_back(lines.vertices[v]);
            if (line != place.line || v != place.segment) continue;
            const auto inserted = place_of(lines, place);
            if (inserted != lines.vertices[v] && inserted != lines.vertices[v + 1]) course.push_back(inserted);
        }
        result.add(course, lines.attributes[line]);
    }
    return result;
}

/// The network with a way across the break that nobody enters or leaves but at its ends.
network::RoadNetwork mended(const Lines& lines, const Finding& finding, const network::NetworkOptions& options) {
    const bool a_is_later = finding.a.line > finding.b.line;
    auto result =
        with_vertex(with_vertex(lines, a_is_later ? finding.a : finding.b), a_is_later ? finding.b : finding.a);
    const geo::GridPoint course[] = {place_of(lines, finding.a), place_of(lines, finding.b)};
    result.add(course, test_support::ruled(test_support::kTollRule));
    return test_support::network_of(std::move(result), options);
}

std::vector<paths::Way> ways_of(const network::RoadNetwork& network, const std::vector<geo::GridPoint>& facilities,
                                const Settlements& settlements) {
    core::SilentProgress silent;
    const paths::Nearest nearest(network, facilities, {}, {}, silent);
    std::vector<paths::Way> ways;
    for (const auto& place : settlements.places) ways.push_back(nearest.way_from(*place));
    return ways;
}

bool gains(const paths::Way& before, const paths::Way& after, std::int64_t threshold) {
    if (before.status == WayStatus::NotConnected) return after.status == WayStatus::Reached;
    return before.status == WayStatus::Reached && before.cost > threshold && after.cost <= threshold;
}

TEST(BreakGains, AreThoseOfTheNetworkWithTheBreakMended) {
    std::size_t told = 0;
    test_support::for_each_seed(150, [&](test_support::Random& random) {
        const auto raw = test_support::random_network(
            random, {.settlements = 30, .one_way_share = 0.0, .level_share = 0.0, .gap_share = 0.4});
        const auto lines = test_support::lines_of(raw);
        SearchSetting setting;
        // A small tolerance leaves most gaps as near misses.
        const network::NetworkOptions options{.joins = {.tolerance = 0.001}};
        setting.shared_network = std::make_shared<network::RoadNetwork>(test_support::network_of(lines, options));
        Settlements settlements;
        for (const auto& place : raw.settlements) {
            settlements.places.emplace_back(geo::to_grid(place));
            settlements.families.emplace_back(10.0);
        }
        settlements.has_families = true;
        std::vector<geo::GridPoint> facilities;
        for (const auto& place : raw.destinations) facilities.push_back(geo::to_grid(place));
        core::SilentProgress silent;
        const auto findings =
            find_findings(setting.network(), options, rank_components(setting.network(), silent), {}, silent);
        constexpr std::int64_t kThreshold = 4'000'000;
        const auto found = find_gains({settlements, facilities, kThreshold}, setting, findings, silent);
        const auto before = ways_of(setting.network(), facilities, settlements);
        for (std::size_t i = 0; i < findings.size(); ++i) {
            ASSERT_EQ(found.gains[i].has_value(), findings[i].is_break());
            if (!findings[i].is_break() || findings[i].a.line == findings[i].b.line) continue;
            const auto after = ways_of(mended(lines, findings[i], options), facilities, settlements);
            std::size_t expected = 0;
            for (std::size_t s = 0; s < after.size(); ++s) expected += gains(before[s], after[s], kThreshold) ? 1 : 0;
            EXPECT_EQ(found.gains[i]->settlements, expected) << i;
            EXPECT_EQ(found.gains[i]->families, 10.0 * static_cast<double>(expected));
            told += expected;
        }
    });
    EXPECT_GT(told, 50U) << "the networks hold breaks that matter";
}

}  // namespace
}  // namespace desakota::analyses
