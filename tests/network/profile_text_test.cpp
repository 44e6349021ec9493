// parse_profile: profile files that people write.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/error.h"
#include "engine/network/profile.h"

namespace desakota::network {
namespace {

using testing::HasSubstr;

constexpr auto kDry = static_cast<std::size_t>(Season::Dry);
constexpr auto kWet = static_cast<std::size_t>(Season::Wet);
constexpr auto kWalking = static_cast<std::size_t>(Mode::Walking);
constexpr auto kMotorcycle = static_cast<std::size_t>(Mode::Motorcycle);
constexpr auto kCar = static_cast<std::size_t>(Mode::Car);

Profile read(const std::string& rows) {
    return parse_profile("speeds.toml", "format = 1\n" + rows);
}

std::string problems_of(const std::string& rows) {
    try {
        (void)read(rows);
    } catch (const core::Error& error) {
        EXPECT_EQ(error.status(), core::ExitStatus::UnfitInput);
        return error.what();
    }
    return "no error";
}

const std::string kLocal = "[[way]]\nclass = [\"Lokal\", \"Desa\"]\nlabel = { en = \"local\", id = \"lokal\" }\n";

TEST(ProfileText, GivesEachModeItsSpeedAndClosesTheOthers) {
    const auto profile = read(kLocal + "walking = 5\nmotorcycle = 25.5\ncar = \"no\"\n");
    const auto* way = profile.find_way("desa", "");
    ASSERT_NE(way, nullptr);
    EXPECT_EQ(way->label, (core::Text{"local", "lokal"}));
    EXPECT_EQ(way->travel[kDry][kMotorcycle].speed_kmh, 25.5);
    EXPECT_FALSE(way->travel[kDry][kCar].passable);
    EXPECT_FALSE(read(kLocal).find_way("desa", "")->travel[kDry][kWalking].passable);
}

TEST(ProfileText, SetsTheWetSeasonApart) {
    const auto profile =
        read(kLocal + "walking = 5\nmotorcycle = 20\nmotorcycle_wet = 8\ncar = 20\ncar_wet = \"no\"\n");
    const auto& travel = profile.find_way("lokal", "")->travel;
    EXPECT_EQ(travel[kWet][kWalking].speed_kmh, 5.0);
    EXPECT_EQ(travel[kDry][kMotorcycle].speed_kmh, 20.0);
    EXPECT_EQ(travel[kWet][kMotorcycle].speed_kmh, 8.0);
    EXPECT_TRUE(travel[kDry][kCar].passable);
    EXPECT_FALSE(travel[kWet][kCar].passable);
}

TEST(ProfileText, ClosesASeasonForEveryMode) {
    const auto profile = read(kLocal + "walking = 5\ncar = 20\npassable_wet = false\n");
    const auto& travel = profile.find_way("lokal", "")->travel;
    EXPECT_TRUE(travel[kDry][kCar].passable);
    EXPECT_FALSE(travel[kWet][kCar].passable);
    EXPECT_FALSE(travel[kWet][kWalking].passable);
}

TEST(ProfileText, LetsABoatServeItsWayInEachMode) {
    const auto profile = read(kLocal + "kind = \"ferry\"\nboat = 10\nboarding_wait_min = 15\npassable_wet = false\n");
    const auto* way = profile.find_way("lokal", "");
    EXPECT_EQ(way->kind, WayKind::Ferry);
    EXPECT_EQ(way->boarding_wait_min, 15.0);
    EXPECT_FALSE(way->holds_homes);
    for (const auto mode : {kWalking, kMotorcycle, kCar}) EXPECT_EQ(way->travel[kDry][mode].speed_kmh, 10.0);
    EXPECT_FALSE(way->travel[kWet][kCar].passable);
}

TEST(ProfileText, LetsADurationStandForTheSpeed) {
    const auto profile = read(kLocal + "kind = \"ferry\"\nduration_min = 20\n");
    const auto* way = profile.find_way("lokal", "");
    EXPECT_EQ(way->duration_min, 20.0);
    EXPECT_TRUE(way->travel[kDry][kCar].passable);
    EXPECT_FALSE(way->travel[kDry][kCar].speed_kmh);
}

TEST(ProfileText, PrefersTheRowThatNamesTheSurface) {
    const auto profile = read(kLocal + "car = 30\n" + kLocal + "surface = [\"Tanah\"]\ncar = 12\n");
    EXPECT_EQ(profile.find_way("lokal", "tanah")->travel[kDry][kCar].speed_kmh, 12.0);
    EXPECT_EQ(profile.find_way("lokal", "aspal")->travel[kDry][kCar].speed_kmh, 30.0);
    EXPECT_EQ(profile.find_way("jalan hantu", "tanah"), nullptr);
}

TEST(ProfileText, AddsTheRowsOfTheBuiltInProfileItIsBasedOn) {
    const auto profile =
        read("based_on = \"rbi\"\n[[way]]\nclass = [\"jalan lokal\"]\nlabel = { en = \"a\", id = \"b\" }\ncar = 33\n");
    EXPECT_EQ(profile.find_way("jalan lokal", "")->travel[kDry][kCar].speed_kmh, 33.0);
    EXPECT_EQ(profile.find_way("jalan arteri", "")->travel[kDry][kCar].speed_kmh, 50.0);
    EXPECT_NE(profile.find_surface("tanah"), nullptr);
    EXPECT_FALSE(profile.unlisted_is_impassable);
    EXPECT_TRUE(read("based_on = \"osm\"\n").unlisted_is_impassable);
    EXPECT_FALSE(read("based_on = \"osm\"\nunlisted = \"error\"\n").unlisted_is_impassable);
}

TEST(ProfileText, TellsTheWalkingSpeedOffRoad) {
    EXPECT_EQ(read("").walking_off_road_kmh, 5.0);
    EXPECT_EQ(read("walking_off_road = 3.5\n").walking_off_road_kmh, 3.5);
}

TEST(ProfileText, ReportsAllItsFaultsTogetherWithTheirLines) {
    const auto problems = problems_of(
        "[[way]]\nlabel = { en = \"a\", id = \"b\" }\n[[way]]\nclass = [\"x\"]\ncar = -3\nsped = 4\n"
        "[[way]]\nclass = [\"X\"]\nlabel = { en = \"a\" }\nkind = \"canal\"\n");
    EXPECT_THAT(problems, HasSubstr("speeds.toml, line 2: the row has no `class`"));
    EXPECT_THAT(problems, HasSubstr("speeds.toml, line 4: the row has no `label`"));
    EXPECT_THAT(problems, HasSubstr("speeds.toml, line 6: `car` must be a number from 0.1 to 200"));
    EXPECT_THAT(problems, HasSubstr("speeds.toml, line 7: unknown key `sped`"));
    EXPECT_THAT(problems, HasSubstr("speeds.toml, line 8: the class \"X\" already has a row"));
    EXPECT_THAT(problems, HasSubstr("speeds.toml, line 10: `label` must be a text in both languages"));
    EXPECT_THAT(problems, HasSubstr("speeds.toml, line 11: `kind` is \"canal\""));
}

TEST(ProfileText, RejectsASurfaceThatTwoRowsName) {
    EXPECT_THAT(problems_of("[[surface]]\nsurface = [\"mud\"]\n[[surface]]\nsurface = [\"Mud\"]\n"),
                HasSubstr("line 4: the surface \"Mud\" already has a row"));
}

TEST(ProfileText, RejectsAnotherFormat) {
    EXPECT_THROW((void)parse_profile("p.toml", "format = 2\n"), core::Error);
    EXPECT_THROW((void)parse_profile("p.toml", ""), core::Error);
}

}  // namespace
}  // namespace desakota::network
