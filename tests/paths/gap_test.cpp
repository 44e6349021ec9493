#include "engine/paths/gap.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"
#include "tests/support/random.h"

#include "engine/geo/measure.h"
#include "engine/network/meetings.h"
#include "engine/paths/chunk_tree.h"

namespace desakota::paths {
namespace {

using test_support::DrawnLine;

constexpr double kNothing = std::numeric_limits<double>::infinity();

/// The least distance between two lines, every vertex of either tried against every segment of the other.
double between_lines(const network::RoadNetwork& network, std::uint32_t one, std::uint32_t other) {
    const auto& lines = network.lines;
    const auto& v = lines.vertices;
    double best = kNothing;
    for (auto s = lines.first(one); s < lines.last(one); ++s) {
        for (auto t = lines.first(other); t < lines.last(other); ++t) {
            if (network::intersect(v[s], v[s + 1], v[t], v[t + 1]).meets) return 0.0;
            for (const auto end : {s, s + 1}) best = std::min(best, geo::distance_to_piece(v[end], v[t], v[t + 1]));
            for (const auto end : {t, t + 1}) best = std::min(best, geo::distance_to_piece(v[end], v[s], v[s + 1]));
        }
    }
    return best;
}

double naive_gap(const network::RoadNetwork& network, std::uint32_t from, const std::vector<bool>& holds) {
    const auto component_of = [&](std::uint32_t line) {
        return network.node_component[network.cut_node[network.first_cut[line]]];
    };
    double best = kNothing;
    for (std::uint32_t one = 0; one < network.input_line_count; ++one) {
        if (component_of(one) != from) continue;
        for (std::uint32_t other = 0; other < network.input_line_count; ++other) {
            if (holds[component_of(other)]) best = std::min(best, between_lines(network, one, other));
        }
    }
    return best;
}

/// Crooked lines here and there, so that most are components of their own; some lie far off.
std::vector<DrawnLine> scattered_lines(test_support::Random& random) {
    std::vector<DrawnLine> lines;
    for (int i = 0; i < 20; ++i) {
        const double far = random.chance(0.1) ? 100.0 : 1.0;
        std::pair<double, double> place{random.between(-9000, 9000) * far, random.between(-9000, 9000) * far};
        DrawnLine line;
        const auto vertices = 2 + random.below(12);
        for (std::size_t vertex = 0; vertex < vertices; ++vertex) {
            line.points.push_back(place);
            place.first += random.between(-300, 500);
            place.second += random.between(-300, 500);
        }
        line.attributes.bridge = random.chance(0.5);
        lines.push_back(line);
    }
    return lines;
}

TEST(Gaps, AreTheLeastDistancesOfAllPiecesWhereverTheyLie) {
    test_support::for_each_seed(15, [](test_support::Random& random) {
        const auto network = test_support::network_of(scattered_lines(random));
        std::vector<bool> holds(network.component_count);
        for (std::size_t i = 0; i < holds.size(); ++i) holds[i] = random.chance(0.5);
        holds[0] = true;
        std::vector<std::vector<std::uint32_t>> parts;
        for (std::uint32_t part = 0; part < network.component_count; ++part) parts.push_back({part});
        core::SilentProgress silent;
        const auto found = gaps(network, holds, parts, {.threads = 2}, silent);
        for (std::uint32_t part = 0; part < network.component_count; ++part) {
            const auto expected = holds[part] ? std::nullopt : std::optional(naive_gap(network, part, holds));
            ASSERT_EQ(found[part], expected) << "part " << part;
        }
    });
}

TEST(Gaps, OfSeveralPartsAreTheLeastOfEach) {
    const auto network = test_support::network_of(
        {{{{0, 0}, {1000, 0}}, {}}, {{{0, 700}, {1000, 700}}, {}}, {{{0, 300}, {1000, 400}}, {}}});
    std::vector<bool> holds(3, false);
    holds[network.node_component[network.cut_node[network.first_cut[0]]]] = true;
    std::vector<std::vector<std::uint32_t>> sets(1);
    for (std::uint32_t part = 0; part < 3; ++part) {
        if (!holds[part]) sets[0].push_back(part);
    }
    core::SilentProgress silent;
    EXPECT_NEAR(gaps(network, holds, sets, {}, silent)[0].value_or(-1.0), 300.0, 0.01);
}

TEST(LeastDistance, IsNeverMoreThanTheGeodesicBetweenPlacesOfTheBoxes) {
    test_support::for_each_seed(2000, [](test_support::Random& random) {
        const auto any_place = [&] { return geo::to_grid({random.between(-180, 180), random.between(-90, 90)}); };
        geo::GridBox one;
        geo::GridBox other;
        const auto a = any_place();
        const auto b = any_place();
        one.add(a);
        other.add(b);
        const double exact = geo::exact_distance(a, b);
        EXPECT_LE(least_distance(one, other), exact);
        const bool is_short_way = std::abs(a.x - b.x) < 180'000'000'000;
        EXPECT_GE(least_distance(one, other), is_short_way ? 0.98 * exact : 0.0);
        one.add(any_place());
        other.add(any_place());
        EXPECT_LE(least_distance(one, other), exact);
    });
}

}  // namespace
}  // namespace desakota::paths
