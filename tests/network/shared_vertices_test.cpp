#include "engine/network/shared_vertices.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"
#include "tests/support/random.h"

namespace desakota::network {
namespace {

/// Long and short lines whose vertices lie on few places, so that many coincide; some stand still.
std::vector<test_support::DrawnLine> lines_on_few_places(test_support::Random& random) {
    std::vector<test_support::DrawnLine> lines(1 + random.below(30));
    const double step = random.chance(0.5) ? 30.0 : 900.0;
    for (auto& line : lines) {
        const auto vertices = 2 + random.below(20);
        for (std::size_t i = 0; i < vertices; ++i) {
            const bool stands_still = i > 0 && random.chance(0.1);
            line.points.push_back(stands_still ? line.points.back()
                                               : std::pair(step * static_cast<double>(random.below(8)),
                                                           step * static_cast<double>(random.below(8))));
        }
    }
    return lines;
}

std::vector<SharedVertex> every_pair(const Lines& lines) {
    std::vector<SharedVertex> pairs;
    for (std::uint32_t a = 0; a < lines.size(); ++a) {
        for (auto va = lines.first(a); va <= lines.last(a); ++va) {
            for (auto b = a; b < lines.size(); ++b) {
                for (auto vb = std::max(va + 1, lines.first(b)); vb <= lines.last(b); ++vb) {
                    const bool ends_standing = vb == va + 1 && vb == lines.last(b);
                    if (lines.vertices[va] == lines.vertices[vb] && !ends_standing) pairs.push_back({a, va, b, vb});
                }
            }
        }
    }
    return pairs;
}

TEST(SharedVertices, AreAllPairsAtOnePlaceEachOnce) {
    test_support::for_each_seed(300, [](test_support::Random& random) {
        const auto lines = test_support::lines_of(lines_on_few_places(random));
        core::SilentProgress silent;
        auto found = find_shared_vertices(lines, index_segments(lines), {.threads = 2}, silent);
        std::ranges::sort(found);
        EXPECT_TRUE(std::ranges::equal(found, every_pair(lines)));
    });
}

TEST(SharedVertices, AreThoseThatTheSearchForCrossingsFinds) {
    test_support::for_each_seed(100, [](test_support::Random& random) {
        const auto lines = test_support::lines_of(test_support::random_network(random));
        const auto index = index_segments(lines);
        core::SilentProgress silent;
        auto found = find_meetings(lines, index, CrossingSearch::Off, {}, silent).shared;
        auto with_crossings = find_meetings(lines, index, CrossingSearch::On, {}, silent).shared;
        std::ranges::sort(found);
        std::ranges::sort(with_crossings);
        EXPECT_EQ(found, with_crossings);
    });
}

}  // namespace
}  // namespace desakota::network
