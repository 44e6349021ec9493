#include "engine/network/missing_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"
#include "tests/support/random_network.h"

namespace desakota::network {
namespace {

using test_support::DrawnLine;
using test_support::network_of;
using testing::ElementsAre;
using testing::IsEmpty;

core::SilentProgress silent;  // NOLINT: tests run one at a time

std::vector<Finding> links_of(const RoadNetwork& network, double metres, int threads = 1) {
    const auto components = rank_components(network, silent);
    const auto findings = find_findings(network, {}, components, {.threads = threads}, silent);
    return find_missing_links(network, {metres, {}, findings}, {.threads = threads}, silent);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> lines_of(const std::vector<Finding>& links) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
    for (const auto& link : links) lines.emplace_back(link.a.line, link.b.line);
    return lines;
}

TEST(MissingLinks, LieBetweenDeadEndsThatAreApart) {
    const auto network = network_of({{{{0, 0}, {1000, 0}}}, {{{1400, 0}, {3000, 0}}}, {{{3002, 0}, {5000, 0}}}});
    const auto links = links_of(network, 500.0);
    EXPECT_THAT(lines_of(links), ElementsAre(std::pair(0U, 1U)));
    EXPECT_NEAR(links.at(0).metres.value_or(0.0), 400.0, 0.01);
    EXPECT_EQ(links.at(0).severity, FindingSeverity::Critical);
    EXPECT_THAT(links_of(network, 399.0), IsEmpty());
}

TEST(MissingLinks, LieBetweenDeadEndsOfOneComponentWhereTheWayRoundIsLong) {
    // 300 m apart and 6.3 km by road; the second pair is 300 m apart and 1 km by road.
    const auto far = network_of({{{{0, 0}, {0, 3000}, {300, 3000}, {300, 0}}}, {{{0, 3000}, {-900, 3000}}}});
    const auto links = links_of(far, 500.0);
    EXPECT_THAT(lines_of(links), IsEmpty()) << "both ends are of one line";
    const auto split = network_of({{{{0, 0}, {0, 3000}}}, {{{0, 3000}, {300, 3000}}}, {{{300, 3000}, {300, 0}}}});
    ASSERT_THAT(lines_of(links_of(split, 500.0)), ElementsAre(std::pair(0U, 2U)));
    EXPECT_EQ(links_of(split, 500.0).at(0).severity, FindingSeverity::Warning);
    const auto near = network_of({{{{0, 0}, {0, 350}}}, {{{0, 350}, {300, 350}}}, {{{300, 350}, {300, 0}}}});
    EXPECT_THAT(links_of(near, 500.0), IsEmpty());
}

TEST(MissingLinks, LeadFromADeadEndToTheNearestPlaceOfAnotherComponent) {
    const auto network =
        network_of({{{{0, 0}, {2000, 0}}}, {{{1000, 200}, {1000, 3000}}}, {{{1000, 3000}, {0, 3000}}}});
    const auto links = links_of(network, 250.0);
    ASSERT_THAT(lines_of(links), ElementsAre(std::pair(0U, 1U)));
    EXPECT_NEAR(network.lines.position(links[0].a.segment, links[0].a.t), 1000.0, 0.5);
}

TEST(MissingLinks, JoinComponentsWithoutDeadEndsWhereTheyAreNearest) {
    const std::vector<DrawnLine> rings{{{{0, 0}, {900, 0}, {900, 900}, {0, 900}, {0, 0}}, {}},
                                       {{{1100, 0}, {1500, 0}, {1500, 400}, {1100, 400}, {1100, 0}}, {}}};
    const auto links = links_of(network_of(rings), 250.0);
    ASSERT_EQ(links.size(), 1U);
    EXPECT_NEAR(links[0].metres.value_or(0.0), 200.0, 0.1);
}

TEST(MissingLinks, AreTheSameForAnyNumberOfThreadsAndNeverLongerThanAskedFor) {
    test_support::for_each_seed(60, [](test_support::Random& random) {
        const auto network = network_of(test_support::lines_of(test_support::random_network(random)));
        const auto one = links_of(network, 800.0);
        const auto two = links_of(network, 800.0, 2);
        ASSERT_EQ(one.size(), two.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            EXPECT_EQ(one[i].a, two[i].a);
            EXPECT_EQ(one[i].b, two[i].b);
            EXPECT_LE(one[i].metres.value_or(0.0), 800.0);
            EXPECT_LT(one[i].a, one[i].b);
        }
    });
}

}  // namespace
}  // namespace desakota::network
