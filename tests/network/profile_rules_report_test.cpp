// RuleTable::report: what a run tells of the ways it met.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/error.h"
#include "engine/network/profile_rules.h"

namespace desakota::network {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LayerWays layer(const char* profile, const char* label = "roads.gpkg", LayerRole role = LayerRole::Roads) {
    return {label, role, built_in_profile(profile), "REMARK"};
}

std::vector<std::string> problems_of(core::Diagnostics& diagnostics) {
    std::vector<std::string> texts;
    try {
        diagnostics.throw_errors();
    } catch (const core::Error& error) {
        for (const auto& problem : error.problems()) texts.push_back(problem.english);
    }
    return texts;
}

std::vector<std::string> told(const RuleTable& table) {
    core::Diagnostics diagnostics;
    table.report(diagnostics);
    std::vector<std::string> texts;
    for (const auto& item : diagnostics.items()) texts.push_back(item.text.english);
    return texts;
}

TEST(RuleReport, ListsClassesThatTheProfileLacksInOneErrorALayer) {
    RuleTable table{RuleSettings{}};
    (void)table.rule_for(layer("rbi"), {"Jalan Hantu"}, 2);
    (void)table.rule_for(layer("rbi"), {"Jalan Hantu", "Tanah"});
    (void)table.rule_for(layer("rbi"), {""}, 9);
    (void)table.rule_for(layer("rbi"), {"Jalan Lokal"}, 100);
    (void)table.rule_for(layer("rbi", "tracks.shp"), {"x"});
    core::Diagnostics diagnostics;
    table.report(diagnostics);
    EXPECT_THAT(
        problems_of(diagnostics),
        ElementsAre(HasSubstr("roads.gpkg: the speed profile 'rbi' lacks these values of 'REMARK': empty (9), "
                              "\"Jalan Hantu\" (3). Add rows"),
                    HasSubstr("tracks.shp: the speed profile 'rbi' lacks these values of 'REMARK': \"x\" (1)")));
}

TEST(RuleReport, IsSilentWhereEverythingIsKnown) {
    RuleTable table{RuleSettings{}};
    (void)table.rule_for(layer("rbi"), {"Jalan Lokal", "0", "0"}, 100);
    core::Diagnostics diagnostics;
    table.report(diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    EXPECT_THAT(diagnostics.items(), IsEmpty());
}

TEST(RuleReport, TellsWhichClassesTookTheDefaultSpeed) {
    RuleTable table{RuleSettings{Mode::Car, Season::Dry, 20.0}};
    (void)table.rule_for(layer("rbi"), {"Jalan Hantu"}, 2);
    EXPECT_THAT(told(table), ElementsAre(HasSubstr("travelled at the default speed: \"Jalan Hantu\" (2).")));
}

TEST(RuleReport, CountsOpenStreetMapLinesThatAreNoWaysInAWarning) {
    RuleTable table{RuleSettings{}};
    (void)table.rule_for(layer("osm"), {"platform"}, 147);
    (void)table.rule_for(layer("osm"), {""}, 52);
    const auto no_ways = HasSubstr("147 lines are no ways that the speed profile 'osm' knows");
    EXPECT_THAT(told(table), ElementsAre(AllOf(no_ways, HasSubstr("\"platform\" (147).")),
                                         HasSubstr("52 lines have no value in 'REMARK' and are taken as impassable")));
}

TEST(RuleReport, TellsOfUnknownSurfacesClosedWaysAndUnreadableDurations) {
    RuleTable table{RuleSettings{}};
    (void)table.rule_for(layer("osm"), {"track", "paving_stonesm", ""}, 2);
    (void)table.rule_for(layer("osm"), {"track", "", "no"}, 3);
    (void)table.rule_for(layer("osm"), {"route=ferry", "", "", "soon"});
    EXPECT_THAT(told(table), ElementsAre(HasSubstr("taken as unknown: \"paving_stonesm\" (2)."),
                                         HasSubstr("\"soon\" (1). Write hours and minutes"),
                                         HasSubstr("3 ways are closed to everyone")));
}

TEST(RuleReport, TellsOfRoadsInARiverLayer) {
    RuleTable table{RuleSettings{}};
    (void)table.rule_for(layer("rbi", "rivers.gpkg", LayerRole::Rivers), {"Jalan Lokal"}, 4);
    EXPECT_THAT(told(table), ElementsAre("rivers.gpkg: left out, since they are no rivers: \"Jalan Lokal\" (4)."));
}

}  // namespace
}  // namespace desakota::network
