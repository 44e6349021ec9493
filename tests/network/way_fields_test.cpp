#include "engine/network/way_fields.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/error.h"

namespace desakota::network {
namespace {

using testing::HasSubstr;

TEST(Normalised, IgnoresLetterCaseAndSuperfluousBlanks) {
    EXPECT_EQ(normalised("  Jalan\t LOKAL \n"), "jalan lokal");
    EXPECT_EQ(normalised(" \t "), "");
}

TEST(Direction, IsBothWaysWhereBlank) {
    EXPECT_EQ(parse_direction(""), Direction::Both);
    EXPECT_EQ(parse_direction("  "), Direction::Both);
}

TEST(Direction, KnowsTheValuesOfOpenStreetMap) {
    for (const auto* value : {"1", "yes", "YES", "true"})
        EXPECT_EQ(parse_direction(value), Direction::Forward) << value;
    EXPECT_EQ(parse_direction("-1"), Direction::Backward);
    for (const auto* value : {"no", "false", "0", "reversible", "alternating"}) {
        EXPECT_EQ(parse_direction(value), Direction::Both) << value;
    }
}

TEST(Direction, IsMissingForAnUnknownValue) {
    EXPECT_FALSE(parse_direction("yes; no"));
    EXPECT_FALSE(parse_direction("F"));
    EXPECT_FALSE(direction_of({.direction = "F"}, Mode::Walking));
}

TEST(Direction, FollowsTheUsersOwnValuesFirst) {
    const DirectionValues values{.forward = {"F", "2"}, .backward = {"T", "1"}, .both = {"B"}};
    EXPECT_EQ(parse_direction("f", values), Direction::Forward);
    EXPECT_EQ(parse_direction("T", values), Direction::Backward);
    EXPECT_EQ(parse_direction("B", values), Direction::Both);
    EXPECT_EQ(parse_direction("1", values), Direction::Backward);
    EXPECT_EQ(parse_direction("yes", values), Direction::Forward);
}

TEST(Direction, IsForwardOnRoundaboutsAndMotorwaysUnlessTheFieldSaysOtherwise) {
    EXPECT_EQ(direction_of({.junction = "roundabout"}, Mode::Car), Direction::Forward);
    EXPECT_EQ(direction_of({.junction = "circular"}, Mode::Car), Direction::Forward);
    EXPECT_EQ(direction_of({.class_value = "motorway_link"}, Mode::Car), Direction::Forward);
    EXPECT_EQ(direction_of({.direction = "no", .class_value = "motorway"}, Mode::Car), Direction::Both);
    EXPECT_EQ(direction_of({.direction = "-1", .junction = "roundabout"}, Mode::Car), Direction::Backward);
    EXPECT_EQ(direction_of({.junction = "approach", .class_value = "trunk"}, Mode::Car), Direction::Both);
}

TEST(Direction, DoesNotBindWalking) {
    EXPECT_EQ(direction_of({.direction = "yes"}, Mode::Walking), Direction::Both);
    EXPECT_EQ(direction_of({.direction = "yes"}, Mode::Motorcycle), Direction::Forward);
    EXPECT_EQ(direction_of({.junction = "roundabout"}, Mode::Walking), Direction::Both);
}

TEST(Level, IsAWholeNumberAndZeroWhereBlank) {
    EXPECT_EQ(parse_level(""), 0);
    EXPECT_EQ(parse_level("-1"), -1);
    EXPECT_EQ(parse_level("2.0"), 2);
    EXPECT_FALSE(parse_level("0;1"));
    EXPECT_FALSE(parse_level("1.5"));
    EXPECT_FALSE(parse_level("1e300"));
}

TEST(BridgeField, SaysYesForEveryKindOfBridgeAndNoForBlankOrNo) {
    for (const auto* value : {"yes", "true", "1", "viaduct", "boardwalk", "culvert", "ya", "1.0"}) {
        EXPECT_TRUE(says_yes(value)) << value;
    }
    for (const auto* value : {"", "no", "No", "false", "0", "0.0", "tidak"}) EXPECT_FALSE(says_yes(value)) << value;
}

TEST(JoinField, MarksAJoinByTheNumberOne) {
    EXPECT_TRUE(is_join("1"));
    EXPECT_TRUE(is_join("1.0"));
    for (const auto* value : {"", "0", "yes", "2"}) EXPECT_FALSE(is_join(value)) << value;
}

TEST(Duration, IsReadFromClocksPeriodsAndMinutes) {
    EXPECT_EQ(parse_duration_min("00:20"), 20.0);
    EXPECT_EQ(parse_duration_min("1:30:30"), 90.5);
    EXPECT_EQ(parse_duration_min("20"), 20.0);
    EXPECT_EQ(parse_duration_min("PT1H30M"), 90.0);
    EXPECT_EQ(parse_duration_min("PT45M"), 45.0);
}

TEST(Duration, IsMissingForAnythingElse) {
    for (const auto* value : {"", "0", "-5", "soon", "1:2:3:4", "00:", "PT", "PT5X", "12,5"}) {
        EXPECT_FALSE(parse_duration_min(value)) << value;
    }
}

TEST(ValueCounts, ListsTheMostFrequentFirstAndCountsTheRest) {
    ValueCounts counts;
    counts.add("b");
    counts.add("a", 2);
    counts.add("c", 5);
    counts.add("b");
    EXPECT_EQ(counts.total(), 9U);
    EXPECT_EQ(counts.listing().english, "\"c\" (5), \"a\" (2), \"b\" (2)");
    for (int i = 0; i < 30; ++i) counts.add(fmt::format("value {}", i));
    EXPECT_TRUE(counts.listing().english.ends_with("\"value 23\" (1) and 13 more values")) << counts.listing().english;
    EXPECT_TRUE(counts.listing().indonesian.ends_with(" dan 13 nilai lain"));
}

TEST(ValueCounts, NamesValuesWithoutALetterInEachLanguage) {
    ValueCounts counts;
    counts.add(" ", 3);
    counts.add("a");
    EXPECT_EQ(counts.listing().english, "empty (3), \"a\" (1)");
    EXPECT_EQ(counts.listing().indonesian, "kosong (3), \"a\" (1)");
    EXPECT_EQ(counts.listing({"no kind", "tanpa jenis"}).indonesian, "tanpa jenis (3), \"a\" (1)");
}

TEST(UnknownDirections, AreAnErrorInANamedFieldAndAWarningInAFoundOne) {
    ValueCounts unknown;
    unknown.add("X", 3);
    core::Diagnostics found;
    report_unknown_directions(unknown, "roads.gpkg", "oneway", FieldOrigin::Found, found);
    EXPECT_FALSE(found.has_errors());
    ASSERT_EQ(found.items().size(), 1U);
    EXPECT_THAT(found.items()[0].text.english, HasSubstr("\"X\" (3). These ways are taken as open both ways"));
    core::Diagnostics named;
    report_unknown_directions(unknown, "roads.gpkg", "arah", FieldOrigin::Named, named);
    EXPECT_TRUE(named.has_errors());
    core::Diagnostics none;
    report_unknown_directions({}, "roads.gpkg", "arah", FieldOrigin::Named, none);
    EXPECT_FALSE(none.has_errors());
}

}  // namespace
}  // namespace desakota::network
