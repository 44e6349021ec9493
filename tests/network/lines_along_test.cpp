#include "engine/network/lines_along.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"

namespace desakota::network {
namespace {

using test_support::at;
using test_support::lines_of;
using test_support::ruled;
using testing::ElementsAre;
using testing::IsEmpty;

Lines roads() {
    return lines_of({{{{0, 0}, {500, 0}, {1000, 0}}, ruled(0)},
                     {{{1000, 0}, {2000, 0}}, ruled(0)},
                     {{{0, 0}, {0, 1000}}, ruled(0)},
                     {{{0, 0}, {500, 400}, {1000, 0}}, ruled(0)}});
}

std::vector<std::uint32_t> along(const std::vector<geo::GridPoint>& course, double tolerance) {
    const auto lines = roads();
    return lines_along(lines, index_segments(lines), course, tolerance);
}

TEST(LinesAlong, TakesLinesThatTheCourseCoversFromEndToEnd) {
    const std::vector<geo::GridPoint> course{at(2000, 0), at(0, 0)};
    EXPECT_THAT(along(course, 1.0), ElementsAre(0, 1));
}

TEST(LinesAlong, LeavesLinesThatTheCourseCoversInPart) {
    const std::vector<geo::GridPoint> course{at(3, 0), at(1500, 0)};
    EXPECT_THAT(along(course, 1.0), IsEmpty());
    EXPECT_THAT(along(course, 4.0), ElementsAre(0));
}

TEST(LinesAlong, HoldsTheToleranceAllAlongTheLine) {
    const std::vector<geo::GridPoint> beside{at(0, 0.9), at(1000, 0.9)};
    EXPECT_THAT(along(beside, 1.0), ElementsAre(0));
    const std::vector<geo::GridPoint> farther{at(0, 1.1), at(1000, 1.1)};
    EXPECT_THAT(along(farther, 1.0), IsEmpty());
    // Ends alike, the middle 400 m away.
    const std::vector<geo::GridPoint> bent{at(0, 0), at(500, 400), at(1000, 0)};
    EXPECT_THAT(along(bent, 1.0), ElementsAre(3));
}

TEST(LinesAlong, TellsALineThatRunsAgainstTheCourse) {
    const std::vector<geo::GridPoint> course{at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000)};
    const std::vector<geo::GridPoint> forth{at(200, 0.5), at(1000, 0), at(1000, 300)};
    const std::vector<geo::GridPoint> back{at(900, 1000), at(1000, 1000), at(1000, 300)};
    EXPECT_FALSE(runs_against(forth, course));
    EXPECT_TRUE(runs_against(back, course));
    EXPECT_FALSE(runs_against(course, course));
}

TEST(LinesAlong, ARingRunsAsTheCourseGoesRoundWhereverItBegins) {
    const std::vector<geo::GridPoint> course{at(0, 0), at(50, 0), at(50, 50), at(0, 50), at(0, 0)};
    const std::vector<geo::GridPoint> same{at(50, 50), at(0, 50), at(0, 0), at(50, 0), at(50, 50)};
    const std::vector<geo::GridPoint> other(same.rbegin(), same.rend());
    EXPECT_FALSE(runs_against(same, course));
    EXPECT_TRUE(runs_against(other, course));
}

}  // namespace
}  // namespace desakota::network
