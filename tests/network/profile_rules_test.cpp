#include "engine/network/profile_rules.h"

#include <gtest/gtest.h>

namespace desakota::network {
namespace {

LayerWays layer(const char* profile, LayerRole role = LayerRole::Roads) {
    return {"roads.gpkg", role, profile == nullptr ? nullptr : built_in_profile(profile), "REMARK"};
}

TravelRule rule(const LayerWays& ways, const WayTags& tags, Mode mode = Mode::Motorcycle, Season season = Season::Dry) {
    return find_rule(ways, tags, {mode, season, std::nullopt}).rule;
}

TEST(WayRule, HasTheSpeedOfItsClass) {
    EXPECT_EQ(rule(layer("osm"), {"Residential"}).speed_kmh, 25.0);
    EXPECT_EQ(rule(layer("osm"), {"track"}, Mode::Car).speed_kmh, 10.0);
    EXPECT_EQ(rule(layer("rbi"), {"Jalan Lokal"}).label, (core::Text{"local road", "jalan lokal"}));
}

TEST(WayRule, IsImpassableForAModeWithoutASpeed) {
    EXPECT_FALSE(rule(layer("osm"), {"motorway"}, Mode::Motorcycle).passable);
    EXPECT_TRUE(rule(layer("osm"), {"motorway"}, Mode::Car).passable);
    EXPECT_FALSE(rule(layer("osm"), {"path"}, Mode::Car).passable);
}

TEST(WayRule, IsCappedByTheSurface) {
    EXPECT_EQ(rule(layer("osm"), {"primary", "gravel"}).speed_kmh, 30.0);
    EXPECT_EQ(rule(layer("osm"), {"primary", "unpaved"}).speed_kmh, 25.0);
    EXPECT_EQ(rule(layer("osm"), {"primary", "asphalt"}).speed_kmh, 45.0);
    EXPECT_EQ(rule(layer("osm"), {"track", "gravel"}).speed_kmh, 15.0);
    EXPECT_EQ(rule(layer("osm"), {"primary", "gravel"}, Mode::Walking).speed_kmh, 5.0);
}

TEST(WayRule, SlowsEarthRoadsInTheWetSeasonAndClosesThemToCars) {
    const WayTags earth{"Jalan Lokal", "Tanah"};
    EXPECT_EQ(rule(layer("rbi"), earth, Mode::Motorcycle, Season::Dry).speed_kmh, 20.0);
    EXPECT_EQ(rule(layer("rbi"), earth, Mode::Motorcycle, Season::Wet).speed_kmh, 8.0);
    EXPECT_EQ(rule(layer("rbi"), earth, Mode::Car, Season::Dry).speed_kmh, 20.0);
    EXPECT_FALSE(rule(layer("rbi"), earth, Mode::Car, Season::Wet).passable);
    EXPECT_EQ(rule(layer("rbi"), earth, Mode::Walking, Season::Wet).speed_kmh, 5.0);
}

TEST(WayRule, IsLabelledByItsSurfaceWhereThatIsKnown) {
    EXPECT_EQ(rule(layer("osm"), {"track", "dirt"}).label, (core::Text{"earth road", "jalan tanah"}));
    EXPECT_EQ(rule(layer("osm"), {"primary", "asphalt"}).label, (core::Text{"asphalt", "aspal"}));
    EXPECT_EQ(rule(layer("osm"), {"path", "dirt"}).label, (core::Text{"path", "jalan setapak"}));
}

TEST(WayRule, TakesAZeroFromTheNationalMapAsUnknown) {
    const auto finding = find_rule(layer("rbi"), {"Jalan Lokal", "0", "0"}, {});
    EXPECT_EQ(finding.rule, rule(layer("rbi"), {"Jalan Lokal"}));
    EXPECT_FALSE(finding.surface_is_unknown);
    EXPECT_TRUE(finding.rule.passable);
}

TEST(WayRule, IsClosedByAccessNoButNotByPrivate) {
    EXPECT_FALSE(rule(layer("osm"), {"track", "", "no"}).passable);
    EXPECT_FALSE(rule(layer("osm"), {"track", "", "no"}, Mode::Walking).passable);
    EXPECT_TRUE(find_rule(layer("osm"), {"track", "", "No"}, {}).is_closed);
    EXPECT_TRUE(rule(layer("osm"), {"track", "", "private"}).passable);
}

TEST(WayRule, IsOpenWithoutSpeedWhereNoClassIsKnown) {
    const auto road = rule(layer(nullptr), {});
    EXPECT_TRUE(road.passable);
    EXPECT_FALSE(road.speed_kmh);
    EXPECT_EQ(road.label, (core::Text{"road", "jalan"}));
    EXPECT_FALSE(rule(layer(nullptr), {"", "tanah"}, Mode::Car, Season::Wet).passable);
}

TEST(WayRule, TakesTheDefaultSpeedForClassesThatTheProfileLacks) {
    const RuleSettings settings{Mode::Motorcycle, Season::Dry, 18.0};
    const auto finding = find_rule(layer("rbi"), {"Jalan Hantu"}, settings);
    EXPECT_EQ(finding.rule.speed_kmh, 18.0);
    EXPECT_EQ(finding.remark, WayRemark::DefaultSpeed);
    EXPECT_EQ(find_rule(layer("rbi"), {""}, settings).rule.speed_kmh, 18.0);
    EXPECT_EQ(find_rule(layer(nullptr), {}, settings).rule.speed_kmh, 18.0);
    EXPECT_EQ(find_rule(layer("rbi"), {"Jalan Lokal"}, settings).rule.speed_kmh, 25.0);
    EXPECT_EQ(find_rule(layer("rbi"), {"Jalan Hantu"}, {Mode::Walking, Season::Dry, 18.0}).rule.speed_kmh, 5.0);
}

TEST(WayRule, IsImpassableForOpenStreetMapLinesThatAreNoWays) {
    const auto finding = find_rule(layer("osm"), {"corridor"}, {});
    EXPECT_FALSE(finding.rule.passable);
    EXPECT_EQ(finding.remark, WayRemark::UnlistedClass);
    const RuleSettings settings{Mode::Motorcycle, Season::Dry, 18.0};
    EXPECT_FALSE(find_rule(layer("osm"), {""}, settings).rule.passable);
    EXPECT_TRUE(find_rule(layer("osm"), {"lane"}, settings).rule.passable);
}

TEST(WayRule, TravelsRiversByBoatInEachMode) {
    for (const auto mode : {Mode::Walking, Mode::Motorcycle, Mode::Car}) {
        const auto river = rule(layer("rbi", LayerRole::Rivers), {"Sungai"}, mode);
        EXPECT_EQ(river.kind, WayKind::River);
        EXPECT_EQ(river.speed_kmh, 12.0);
        EXPECT_EQ(rule(layer(nullptr, LayerRole::Rivers), {}, mode), river);
    }
}

TEST(WayRule, TakesUnnamedLinesOfARiverLayerAsRiversAndOthersAsNone) {
    EXPECT_EQ(rule(layer("rbi", LayerRole::Rivers), {"Batang Hari"}).kind, WayKind::River);
    EXPECT_TRUE(rule(layer("rbi", LayerRole::Rivers), {"Batang Hari"}).passable);
    const auto road = find_rule(layer("rbi", LayerRole::Rivers), {"Jalan Lokal"}, {});
    EXPECT_FALSE(road.rule.passable);
    EXPECT_EQ(road.remark, WayRemark::OtherKind);
    EXPECT_FALSE(rule(layer("osm", LayerRole::Rivers), {""}).passable);
    EXPECT_FALSE(rule(layer("osm", LayerRole::Rivers), {"waterway=ditch"}).passable);
}

TEST(WayRule, TravelsFerriesBySpeedAndWaitOrByTheirDuration) {
    const auto ferry = rule(layer(nullptr, LayerRole::Ferries), {});
    EXPECT_EQ(ferry.kind, WayKind::Ferry);
    EXPECT_EQ(ferry.speed_kmh, 10.0);
    EXPECT_EQ(ferry.boarding_wait_min, 15.0);
    EXPECT_FALSE(ferry.duration_min);
    EXPECT_EQ(rule(layer("osm"), {"route=ferry", "", "", "00:20"}).duration_min, 20.0);
    EXPECT_TRUE(find_rule(layer("osm"), {"route=ferry", "", "", "soon"}, {}).duration_is_unreadable);
    EXPECT_FALSE(rule(layer("osm"), {"primary", "", "", "00:20"}).duration_min);
}

TEST(RuleTable, GivesEqualRulesOneIndex) {
    RuleTable table{RuleSettings{}};
    const auto residential = table.rule_for(layer("osm"), {"residential"});
    EXPECT_EQ(table.rule_for(layer("osm"), {"RESIDENTIAL", "", "private"}), residential);
    EXPECT_NE(table.rule_for(layer("osm"), {"track"}), residential);
    EXPECT_EQ(table.rules().size(), 2U);
    EXPECT_EQ(table.rules()[residential].speed_kmh, 25.0);
}

TEST(RuleTable, HasTimesWhereEveryPassableRuleHasThem) {
    RuleTable table{RuleSettings{}};
    (void)table.rule_for(layer("osm"), {"residential"});
    (void)table.rule_for(layer("osm"), {"corridor"});
    EXPECT_TRUE(table.has_times());
    (void)table.rule_for(layer(nullptr), {});
    EXPECT_FALSE(table.has_times());
}

}  // namespace
}  // namespace desakota::network
