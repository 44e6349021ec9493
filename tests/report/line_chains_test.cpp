#include "engine/report/line_chains.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace desakota::report {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

TEST(AddCell, LeavesOutWhatLiesOnTheWay) {
    Cells line;
    for (const auto& cell : Cells{{0, 0}, {0, 0}, {1, 1}, {3, 3}, {2, 2}}) add_cell(line, cell);
    EXPECT_THAT(line, ElementsAre(Cell{0, 0}, Cell{3, 3}, Cell{2, 2}));
}

TEST(ChainsOf, JoinLinesThatMeetEndToEnd) {
    EXPECT_THAT(chains_of({{{0, 0}, {1, 2}}, {{5, 1}, {1, 2}}}), ElementsAre(Cells{{0, 0}, {1, 2}, {5, 1}}));
}

TEST(ChainsOf, DrawWhatRunsTwiceOnce) {
    EXPECT_THAT(chains_of({{{0, 0}, {1, 2}}, {{1, 2}, {0, 0}}, {{0, 0}, {1, 2}}}), ElementsAre(Cells{{0, 0}, {1, 2}}));
}

TEST(ChainsOf, WalkRoundCircles) {
    const auto chains = chains_of({{{0, 0}, {2, 0}, {2, 2}, {0, 0}}});
    ASSERT_THAT(chains, SizeIs(1));
    EXPECT_EQ(chains[0].front(), chains[0].back());
    EXPECT_THAT(chains[0], SizeIs(4));
}

TEST(ChainsOf, AreNoneWithoutAStretch) {
    EXPECT_THAT(chains_of({}), SizeIs(0));
    EXPECT_THAT(chains_of({{{1, 1}}, {{2, 2}, {2, 2}}}), SizeIs(0));
}

/// Every stretch of one step of a lattice.
std::set<std::pair<Cell, Cell>> steps_of(const std::vector<Cells>& lines) {
    std::set<std::pair<Cell, Cell>> steps;
    for (const auto& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Cell unit{(line[i].x > line[i - 1].x) - (line[i].x < line[i - 1].x),
                            (line[i].y > line[i - 1].y) - (line[i].y < line[i - 1].y)};
            for (auto at = line[i - 1]; at != line[i];) {
                const Cell next{at.x + unit.x, at.y + unit.y};
                steps.insert(std::minmax(at, next));
                at = next;
            }
        }
    }
    return steps;
}

TEST(ChainsOf, ShowTheSameDrawingWhateverTheOrder) {
    std::vector<Cells> lines;
    for (std::int64_t i = 0; i < 12; ++i) {
        for (std::int64_t k = 0; k < 11; ++k) {
            lines.push_back({{i, k}, {i, k + 1}});
            if (k % 3 == 0) lines.push_back({{k + 1, i}, {k, i}});
        }
    }
    const auto chains = chains_of(lines);
    EXPECT_EQ(steps_of(chains), steps_of(lines));
    EXPECT_LT(chains.size() * 3, lines.size());
    std::ranges::reverse(lines);
    EXPECT_EQ(chains_of(lines), chains);
}

}  // namespace
}  // namespace desakota::report
