#include "engine/network/mended.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

namespace desakota::network {
namespace {

using test_support::at;
using test_support::DrawnLine;
using test_support::network_of;
using test_support::ruled;
using testing::ElementsAre;

core::SilentProgress silent;  // NOLINT: tests run one at a time

std::vector<geo::GridPoint> course(const Lines& lines, std::uint32_t line) {
    return {lines.vertices.begin() + lines.first(line), lines.vertices.begin() + lines.last(line) + 1};
}

TEST(Mended, InsertsAVertexAtEveryCut) {
    const auto lines =
        mended_lines(network_of({{{{0, 0}, {200, 0}}}, {{{100, -100}, {100, 100}}}}), Cleaning::On, silent);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_THAT(course(lines, 0), ElementsAre(at(0, 0), at(100, 0), at(200, 0)));
    EXPECT_THAT(course(lines, 1), ElementsAre(at(100, -100), at(100, 0), at(100, 100)));
}

TEST(Mended, WritesEachJoinAsALineOfTwoPoints) {
    const auto lines =
        mended_lines(network_of({{{{0, 0}, {1000, 0}}}, {{{400, 3}, {400, 500}}}}), Cleaning::On, silent);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_THAT(course(lines, 0), ElementsAre(at(0, 0), at(400, 0), at(1000, 0)));
    EXPECT_THAT(course(lines, 2), ElementsAre(at(400, 3), at(400, 0)));
    EXPECT_TRUE(lines.attributes[2].join);
    EXPECT_FALSE(lines.attributes[1].join);
}

TEST(Mended, LeavesBoardingsToBeFoundAgain) {
    const std::vector<DrawnLine> river{{{{0, 0}, {1000, 0}}, ruled(test_support::kRiverRule)},
                                       {{{300, 40}, {300, 500}}}};
    const auto lines = mended_lines(network_of(river), Cleaning::On, silent);
    EXPECT_EQ(lines.size(), 2U);
    const auto again = network_of(lines);
    ASSERT_EQ(again.joins.size(), 1U);
    EXPECT_EQ(again.joins[0].kind, JoinKind::Boarding);
    EXPECT_EQ(again.component_count, 1U);
}

/// Which component each of the input's ends lies in, named by the first end in it.
std::vector<std::uint32_t> partition(const RoadNetwork& network, std::uint32_t lines) {
    std::vector<std::uint32_t> first(network.component_count, kNone);
    std::vector<std::uint32_t> parts;
    for (std::uint32_t line = 0; line < lines; ++line) {
        for (const auto cut : {network.first_cut[line], network.first_cut[line + 1] - 1}) {
            auto& name = first[network.node_component[network.cut_node[cut]]];
            if (name == kNone) name = static_cast<std::uint32_t>(parts.size());
            parts.push_back(name);
        }
    }
    return parts;
}

TEST(Mended, NeedsNoCleaningAgain) {
    test_support::for_each_seed(500, [](test_support::Random& random) {
        const auto network = network_of(test_support::lines_of(test_support::random_network(random)));
        const auto mended = mended_lines(network, Cleaning::On, silent);
        const auto again = network_of(mended);
        EXPECT_THAT(again.joins, testing::IsEmpty());
        EXPECT_THAT(again.crossings, testing::IsEmpty());
        EXPECT_THAT(network_faults(again), testing::IsEmpty());
        EXPECT_EQ(partition(again, network.input_line_count), partition(network, network.input_line_count));
        const auto trusted = network_of(mended, {.cleaning = Cleaning::Off});
        EXPECT_EQ(partition(trusted, network.input_line_count), partition(network, network.input_line_count));
    });
}

}  // namespace
}  // namespace desakota::network
