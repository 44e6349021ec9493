#include "engine/network/findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

#include "engine/geo/measure.h"

namespace desakota::network {
namespace {

using test_support::at;
using test_support::DrawnLine;
using test_support::network_of;
using test_support::ruled;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Finding> findings_of(const RoadNetwork& network, const NetworkOptions& options = {}, int threads = 1) {
    core::SilentProgress silent;
    return find_findings(network, options, rank_components(network, silent), {.threads = threads}, silent);
}
std::vector<Finding> findings_of(const std::vector<DrawnLine>& drawn, const NetworkOptions& options = {}) {
    return findings_of(network_of(drawn, options), options);
}
std::vector<std::string> codes_of(const std::vector<DrawnLine>& drawn, const NetworkOptions& options = {}) {
    std::vector<std::string> codes;
    for (const auto& finding : findings_of(drawn, options)) codes.emplace_back(finding_code(finding.kind));
    return codes;
}

LineAttributes bridge() {
    LineAttributes attributes;
    attributes.bridge = true;
    return attributes;
}
LineAttributes on_level(int level) {
    LineAttributes attributes;
    attributes.level = static_cast<std::int8_t>(level);
    return attributes;
}

TEST(Findings, AreNoneOnACleanNetwork) {
    EXPECT_THAT(codes_of({{{{0, 0}, {500, 0}, {1000, 0}}}, {{{500, 0}, {500, 400}}}}), IsEmpty());
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}}}, {{{100, 0}, {200, 0}}, bridge()}, {{{200, 0}, {300, 0}}}}), IsEmpty());
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}, {200, 0}}},
                          {{{100, -100}, {100, 0}, {100, 100}}, on_level(1)},
                          {{{100, 0}, {150, 50}}}}),
                IsEmpty())
        << "a third line that ends there makes it a junction";
    EXPECT_THAT(codes_of({{{{0, 0}, {1000, 0}}}, {{{0, 0}, {30, 20}}}, {{{1000, 0}, {960, 30}}}}), IsEmpty())
        << "a short lane's end lies near its own street";
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}}}, {{{100, 0}, {200, 0}}, ruled(test_support::kTollRule)}}), IsEmpty());
}

TEST(Findings, TellOfEachGapOnce) {
    const auto gap = findings_of({{{{0, 0}, {100, 0}}}, {{{102, 0}, {200, 0}}}});
    ASSERT_EQ(gap.size(), 1U);
    EXPECT_EQ(gap[0].kind, FindingKind::GapJoined);
    EXPECT_EQ(gap[0].severity, FindingSeverity::Information);
    EXPECT_NEAR(*gap[0].metres, 2.0, 1e-3);
    EXPECT_EQ(gap[0].place, at(100, 0));
    EXPECT_EQ(gap[0].a.line, 0U);
    EXPECT_EQ(gap[0].b.line, 1U);
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}}}, {{{102, 0}, {200, 0}}}, {{{101, 2}, {101, 200}}}}),
                ElementsAre("gap_joined", "gap_joined"))
        << "three ends need two joins";
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}}}, {{{100, 0}, {100, -200}}}, {{{102, 0}, {200, 0}}}}),
                ElementsAre("gap_joined"))
        << "two of three ends lie at one place";
}

TEST(Findings, CallJunctionsCloseTogetherNoGapWhereAShortWayLeadsBetweenThem) {
    // Both carriageways of a road end at a link of 4 m, and go on beyond it.
    const std::vector<DrawnLine> roads{
        {{{0, 0}, {100, 0}}}, {{{100, 0}, {300, -60}}}, {{{0, 60}, {100, 4}}}, {{{100, 4}, {300, 60}}}};
    auto linked = roads;
    linked.push_back({{{100, 0}, {100, 4}}});
    EXPECT_THAT(codes_of(linked), ElementsAre("shortcut_joined"));
    EXPECT_THAT(codes_of(roads), ElementsAre("gap_joined"));
    auto far_round = roads;
    far_round.push_back({{{300, -60}, {300, 60}}});
    EXPECT_THAT(codes_of(far_round), ElementsAre("gap_joined")) << "the way round is long";
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}}}, {{{100, 0}, {100, -60}, {50, -60}, {50, -3}}}}),
                ElementsAre("t_gap_joined"))
        << "a dead end beside a road is a gap even where a short way leads round";
}

TEST(Findings, TellOfEndsJoinedToTheInteriorOfALine) {
    const std::vector<DrawnLine> t{{{{0, 0}, {1000, 0}}}, {{{400, 3}, {400, 500}}}};
    EXPECT_THAT(codes_of(t), ElementsAre("t_gap_joined"));
    EXPECT_THAT(codes_of({{{{-500, 2}, {500, 2}}}, {{{-500, -2}, {500, -2}}}, {{{0, 0}, {0.5, 0}}}}),
                testing::Contains("short_line"));
    auto over = t;
    over[0].attributes.bridge = true;
    EXPECT_THAT(codes_of(over), ElementsAre("t_levels_differ", "isolated_component"));
}

TEST(Findings, TellHowCrossingsWithoutASharedVertexWereTaken) {
    const std::vector<DrawnLine> crossing{{{{0, 0}, {200, 0}}}, {{{100, -100}, {100, 100}}}};
    EXPECT_THAT(codes_of(crossing), ElementsAre("crossing_joined"));
    EXPECT_THAT(codes_of(crossing, {.cleaning = Cleaning::Off}),
                ElementsAre("crossing_not_joined", "isolated_component"));
    auto over = crossing;
    over[1].attributes.bridge = true;
    const auto findings = findings_of(over);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].kind, FindingKind::CrossingLevelsDiffer);
    EXPECT_EQ(findings[0].place, at(100, 0));
    EXPECT_EQ(findings[1].kind, FindingKind::IsolatedComponent);
    EXPECT_EQ(findings[1].metres, 0.0) << "they cross";
}

TEST(Findings, TellOfCrossingsThatAreNeverJoined) {
    for (const auto rule : {test_support::kRiverRule, test_support::kFerryRule, test_support::kTollRule}) {
        EXPECT_THAT(codes_of({{{{0, 0}, {200, 0}}}, {{{100, -100}, {100, 100}}, ruled(rule)}}),
                    ElementsAre("crossing_kept_apart", "isolated_component"));
    }
    EXPECT_THAT(codes_of({{{{0, 0}, {200, 0}}}, {{{100, -100}, {100, 100}}, ruled(test_support::kRailwayRule)}}),
                IsEmpty())
        << "a railway is travelled by nobody";
    EXPECT_THAT(
        codes_of({{{{0, 0}, {200, 0}}, bridge()}, {{{100, -100}, {100, 100}}, ruled(test_support::kRiverRule)}}),
        ElementsAre("isolated_component"))
        << "a bridge over a river is as it should be";
}

TEST(Findings, TellOfSharedVerticesOnDifferentLevels) {
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}, {200, 0}}}, {{{100, -100}, {100, 0}, {100, 100}}, on_level(1)}}),
                ElementsAre("shared_vertex_levels_differ", "isolated_component"));
}

TEST(Findings, TellOfBoardings) {
    EXPECT_THAT(codes_of({{{{0, 0}, {1000, 0}}, ruled(test_support::kRiverRule)}, {{{300, 40}, {300, 500}}}}),
                ElementsAre("boarding"));
    auto landing = ruled(0);
    landing.landing = true;
    EXPECT_THAT(codes_of({{{{0, 0}, {1000, 0}}, ruled(test_support::kRiverRule)},
                          {{{-500, 60}, {1000, 60}}},
                          {{{400, 30}, {400, 30}}, landing}}),
                IsEmpty())
        << "what a landing joins is what it is for";
}

TEST(Findings, TellOfDeadEndsThatNearlyMeetAnotherRoad) {
    const auto gap = findings_of({{{{0, 0}, {100, 0}}}, {{{112, 0}, {2000, 0}}}});
    ASSERT_EQ(gap.size(), 2U);
    EXPECT_EQ(gap[0].kind, FindingKind::NearMiss) << "two ends that face each other are one";
    EXPECT_EQ(gap[0].severity, FindingSeverity::Critical);
    EXPECT_NEAR(*gap[0].metres, 12.0, 1e-3);
    EXPECT_EQ(gap[1].kind, FindingKind::IsolatedComponent);
    EXPECT_EQ(gap[1].severity, FindingSeverity::Warning);
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}}}, {{{151, 0}, {2000, 0}}}}), ElementsAre("isolated_component"));
    const std::vector<DrawnLine> loop{{{{0, 0}, {2000, 0}}}, {{{2000, 0}, {2000, 900}, {1000, 900}, {1000, 20}}}};
    const auto shortcut = findings_of(loop);
    ASSERT_EQ(shortcut.size(), 1U) << "connected, but only by a long way round";
    EXPECT_EQ(shortcut[0].kind, FindingKind::NearMiss);
    EXPECT_EQ(shortcut[0].severity, FindingSeverity::Warning);
    EXPECT_NEAR(*shortcut[0].metres, 20.0, 1e-3);
}

TEST(Findings, TellOfTollRoadsThatOrdinaryOnesNearlyMeet) {
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}}}, {{{102, 0}, {200, 0}}, ruled(test_support::kTollRule)}}),
                ElementsAre("near_miss", "isolated_component"));
}

TEST(Findings, TellOfLinesThatCoincide) {
    const std::vector<DrawnLine> twice{{{{0, 0}, {100, 0}, {200, 50}, {300, 50}}},
                                       {{{200, 50}, {100, 0}, {0, 0}}, on_level(1)}};
    const auto findings = findings_of(twice);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].kind, FindingKind::Duplicate);
    EXPECT_NEAR(*findings[0].metres, 100.0 + std::hypot(100.0, 50.0), 1e-3);
}

TEST(Findings, TellOfOvershootsAndVeryShortLines) {
    const auto overshoot = findings_of({{{{0, 0}, {1000, 0}}}, {{{400, -2}, {400, 500}}}});
    ASSERT_EQ(overshoot.size(), 1U);
    EXPECT_EQ(overshoot[0].kind, FindingKind::Overshoot);
    EXPECT_NEAR(*overshoot[0].metres, 2.0, 1e-3);
    EXPECT_EQ(overshoot[0].b.line, 0U);
    EXPECT_THAT(codes_of({{{{0, 0}, {400, 0}, {1000, 0}}}, {{{400, -9}, {400, 0}, {400, 500}}}}),
                ElementsAre("overshoot"));
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}}}, {{{100, 0}, {100.5, 0}}}}), ElementsAre("short_line"));
    EXPECT_THAT(codes_of({{{{0, 0}, {100, 0}}}, {{{100, 0}, {100, 0}}}}), ElementsAre("zero_length"));
}

TEST(Findings, TakeNoHeedOfLinesThatNobodyCanTravel) {
    const auto path = ruled(test_support::kImpassableRule);
    EXPECT_THAT(codes_of({{{{0, 0}, {1000, 0}}}, {{{400, -2}, {400, 500}}, path}, {{{1002, 0}, {1400, 0}}, path}}),
                IsEmpty());
    EXPECT_THAT(codes_of({{{{0, 0}, {1000, 0}}}, {{{1012, 0}, {2900, 0}}}, {{{1000, 0}, {1000, 90}}, path}}),
                ElementsAre("near_miss", "isolated_component"))
        << "an end is dead where only such a line meets it";
}

TEST(Findings, PlaceAnIsolatedComponentWhereItIsNearestToTheLongest) {
    const auto findings =
        findings_of({{{{0, 0}, {5000, 0}}}, {{{2345, 700}, {2345, 1900}}}, {{{0, 9000}, {900, 9000}}}});
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].severity, FindingSeverity::Critical);
    EXPECT_NEAR(*findings[0].metres, 700.0, 0.01);
    EXPECT_EQ(findings[0].place, at(2345, 700));
    EXPECT_EQ(findings[0].b.line, 0U);
    EXPECT_NEAR(*findings[1].metres, 9000.0, 0.5);
}

/// The nearest pair of places by trying every vertex of each line against every segment of the other.
double plain_gap(const RoadNetwork& network, const Components& components, std::uint32_t number) {
    double best = 1e300;
    const auto& lines = network.lines;
    for (std::uint32_t a = 0; a < network.input_line_count; ++a) {
        for (std::uint32_t b = 0; b < network.input_line_count; ++b) {
            const auto of_a = component_of(network, components, a);
            const auto of_b = component_of(network, components, b);
            if (!(of_a == number && of_b == 1) && !(of_a == 1 && of_b == number)) continue;
            for (auto v = lines.first(a); v <= lines.last(a); ++v) {
                for (auto s = lines.first(b); s < lines.last(b); ++s) {
                    const auto& u = lines.vertices;
                    best = std::min(best, geo::distance_to_piece(u[v], u[s], u[s + 1]));
                    if (v > lines.first(a) && intersect(u[v - 1], u[v], u[s], u[s + 1]).meets) best = 0.0;
                }
            }
        }
    }
    return best;
}

TEST(Findings, FindTheGapOfEveryComponentOfRandomNetworks) {
    test_support::for_each_seed(100, [](test_support::Random& random) {
        const auto network = network_of(test_support::lines_of(test_support::random_network(random)));
        core::SilentProgress silent;
        const auto components = rank_components(network, silent);
        std::set<std::uint32_t> told;
        for (const auto& finding : findings_of(network)) {
            if (finding.kind != FindingKind::IsolatedComponent) continue;
            const auto number = component_of(network, components, finding.a.line);
            told.insert(number);
            EXPECT_NEAR(*finding.metres, plain_gap(network, components, number), 1e-3);
        }
        EXPECT_EQ(told.size() + 1, components.size());
    });
}

TEST(Findings, DoNotDependOnThreads) {
    test_support::for_each_seed(30, [](test_support::Random& random) {
        const auto network = network_of(test_support::lines_of(test_support::random_network(random)));
        const auto one = findings_of(network);
        const auto two = findings_of(network, {}, 2);
        ASSERT_EQ(one.size(), two.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            EXPECT_EQ(std::tie(one[i].kind, one[i].place, one[i].a, one[i].b),
                      std::tie(two[i].kind, two[i].place, two[i].a, two[i].b));
        }
    });
}

TEST(Findings, HaveACodeAndTextsInBothLanguagesEach) {
    std::set<std::string_view> codes;
    for (std::size_t i = 0; i < kFindingKinds; ++i) {
        const auto kind = static_cast<FindingKind>(i);
        codes.insert(finding_code(kind));
        for (const auto* text : {&finding_title(kind), &finding_decision(kind), &finding_advice(kind)}) {
            EXPECT_THAT(text->english, testing::Not(IsEmpty()));
            EXPECT_NE(text->english, text->indonesian);
        }
    }
    EXPECT_EQ(codes.size(), kFindingKinds);
}

}  // namespace
}  // namespace desakota::network
