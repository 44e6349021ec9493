// The built-in profiles and how one is chosen.
#include <gtest/gtest.h>

#include "engine/network/embedded_text.h"
#include "engine/network/profile.h"

namespace desakota::network {
namespace {

const Travel& dry(const char* profile, const char* class_value, Mode mode) {
    const auto* row = built_in_profile(profile)->find_way(class_value, "");
    EXPECT_NE(row, nullptr) << class_value;
    return row->travel[0].at(static_cast<std::size_t>(mode));
}

TEST(EmbeddedText, HoldsTheProfilesAndNothingElse) {
    EXPECT_NE(embedded_text("profiles/osm.toml").find("[[way]]"), std::string_view::npos);
    EXPECT_TRUE(embedded_text("profiles/none.toml").empty());
}

TEST(BuiltInProfile, ChoosesByTheFieldFound) {
    EXPECT_EQ(built_in_profile_for("highway", {}), built_in_profile("osm"));
    EXPECT_EQ(built_in_profile_for("HIGHWAY", {"x"}), built_in_profile("osm"));
    EXPECT_EQ(built_in_profile_for("waterway", {}), built_in_profile("osm"));
    EXPECT_EQ(built_in_profile_for("Remark", {"x"}), built_in_profile("rbi"));
    EXPECT_EQ(built_in_profile_for("class", {"x", "residential"}), built_in_profile("generic"));
    EXPECT_EQ(built_in_profile_for("kelas", {"JALAN LOKAL"}), built_in_profile("generic"));
    EXPECT_EQ(built_in_profile_for("class", {"x", "y"}), nullptr);
    EXPECT_EQ(built_in_profile_for("class", {}), nullptr);
    EXPECT_EQ(built_in_profile("none"), nullptr);
}

struct Speeds {
    const char* class_value;
    std::optional<double> motorcycle;
    std::optional<double> car;
};

TEST(BuiltInProfile, HasTheStartingSpeedsOfOpenStreetMapClasses) {
    const std::vector<Speeds> expected{
        {"motorway", {}, 80.0},    {"trunk", 50.0, 50.0},        {"primary", 45.0, 45.0},     {"secondary", 40.0, 40.0},
        {"tertiary", 35.0, 35.0},  {"unclassified", 25.0, 25.0}, {"residential", 25.0, 25.0}, {"service", 20.0, 20.0},
        {"track", 15.0, 10.0},     {"path", 10.0, {}},           {"footway", {}, {}},         {"steps", {}, {}},
        {"trunk_link", 50.0, 50.0}};
    for (const auto& [class_value, motorcycle, car] : expected) {
        EXPECT_EQ(dry("osm", class_value, Mode::Motorcycle).speed_kmh, motorcycle) << class_value;
        EXPECT_EQ(dry("osm", class_value, Mode::Motorcycle).passable, motorcycle.has_value()) << class_value;
        EXPECT_EQ(dry("osm", class_value, Mode::Car).speed_kmh, car) << class_value;
        EXPECT_EQ(dry("osm", class_value, Mode::Car).passable, car.has_value()) << class_value;
    }
}

TEST(BuiltInProfile, WalksAtFiveEverywhereButOnMotorwaysAndRailways) {
    for (const auto* class_value : {"trunk", "residential", "track", "path", "footway", "steps"}) {
        EXPECT_EQ(dry("osm", class_value, Mode::Walking).speed_kmh, 5.0) << class_value;
    }
    EXPECT_FALSE(dry("osm", "motorway", Mode::Walking).passable);
    EXPECT_FALSE(dry("osm", "railway=rail", Mode::Walking).passable);
    EXPECT_EQ(built_in_profile("osm")->walking_off_road_kmh, 5.0);
}

TEST(BuiltInProfile, KnowsTheClassesOfTheNationalMap) {
    for (const auto* class_value : {"jalan arteri", "jalan arteri primer", "jalan kolektor", "jalan lokal",
                                    "jalan lain", "jalan setapak", "jalan tol", "sungai", "alur sungai", "pematang"}) {
        EXPECT_NE(built_in_profile("rbi")->find_way(class_value, ""), nullptr) << class_value;
    }
    EXPECT_EQ(built_in_profile("rbi")->find_way("jalan tol", "")->kind, WayKind::ControlledAccess);
    EXPECT_EQ(built_in_profile("rbi")->find_way("jalan lokal", "")->label, (core::Text{"local road", "jalan lokal"}));
    EXPECT_EQ(built_in_profile("rbi")->find_way("sungai", "")->kind, WayKind::River);
}

TEST(BuiltInProfile, KnowsTheValuesOfBothInAGenericClassField) {
    EXPECT_EQ(dry("generic", "jalan kolektor", Mode::Car).speed_kmh, 40.0);
    EXPECT_EQ(dry("generic", "tertiary", Mode::Car).speed_kmh, 35.0);
    EXPECT_EQ(dry("generic", "jalan desa", Mode::Car).speed_kmh, 25.0);
    EXPECT_EQ(dry("generic", "river", Mode::Car).speed_kmh, 12.0);
    EXPECT_FALSE(built_in_profile("generic")->unlisted_is_impassable);
}

TEST(BuiltInProfile, LetsNoFamiliesLiveOnPathsStepsAndControlledAccessRoads) {
    for (const auto* class_value : {"path", "footway", "steps", "motorway", "jalan setapak", "jalan tol", "sungai",
                                    "route=ferry", "railway=rail"}) {
        EXPECT_FALSE(built_in_profile("generic")->find_way(class_value, "")->holds_homes) << class_value;
    }
    for (const auto* class_value : {"residential", "track", "jalan lokal", "jalan lain"}) {
        EXPECT_TRUE(built_in_profile("generic")->find_way(class_value, "")->holds_homes) << class_value;
    }
}

TEST(BuiltInProfile, FindsAnyValueOfAKeyThatStandsForAll) {
    EXPECT_EQ(built_in_profile("osm")->find_way("railway=tram", "")->kind, WayKind::Railway);
    EXPECT_FALSE(dry("osm", "waterway=ditch", Mode::Car).passable);
    EXPECT_EQ(dry("osm", "waterway=canal", Mode::Car).speed_kmh, 12.0);
    EXPECT_EQ(built_in_profile("osm")->find_way("barrier=fence", ""), nullptr);
}

}  // namespace
}  // namespace desakota::network
