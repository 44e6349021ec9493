#include "engine/analyses/road_input.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <span>
#include <vector>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using network::WayKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LayerMaker lines(const std::string& source, std::size_t count) {
    LayerMaker maker(source);
    for (std::size_t i = 0; i < count; ++i) {
        const double x = 105.0 + 0.01 * static_cast<double>(i);
        maker.line({{x, -2.0}, {x + 0.01, -2.0}});
    }
    return maker;
}

RoadInput read(TestRun& run) {
    return read_roads(run.arguments, run.context);
}

TEST(ReadRoads, PutsLinesOnTheGridAndReleasesTheLayer) {
    TestRun run;
    run.add("roads", lines("jalan.gpkg", 2));
    const auto input = read(run);
    EXPECT_EQ(input.lines.size(), 2U);
    EXPECT_EQ(input.lines.vertices[2], (geo::GridPoint{105'010'000'000, -2'000'000'000}));
    EXPECT_EQ(input.lines.attributes[1].feature, 1U);
    EXPECT_THAT(input.feature_ids, ElementsAre(ElementsAre(1, 2)));
    EXPECT_FALSE(input.has_times);
    EXPECT_EQ(run.arguments.layer("roads")->geometry.size(), 0U);
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ReadRoads, LeavesOutLinesWithoutLengthAndRowsWithoutGeometry) {
    TestRun run;
    run.add("roads", LayerMaker("jalan.gpkg")
                         .line({{105, -2}, {105, -2}})
                         .nothing()
                         .line({{105, -2}, {105, -2}, {106, -2}})
                         .points({{105, -2}})
                         .line({{107, -2}, {108, -2}}));
    const auto input = read(run);
    EXPECT_EQ(input.lines.size(), 2U);
    EXPECT_THAT(input.lines.first_vertex, ElementsAre(0, 3, 5));
    EXPECT_EQ(input.lines.vertices[3].x, 107'000'000'000);
    EXPECT_EQ(input.lines.attributes[1].feature, 4U);
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("1 rows have no geometry"), HasSubstr("1 lines have fewer"),
                                            HasSubstr("1 points and areas")));
}

/// Rows of every kind in turn, so many that several threads take them; what is left out leaves no gap.
TEST(ReadRoads, ClosesUpWhereSomeOfManyRowsAreLeftOut) {
    constexpr std::size_t kRows = 30'000;
    LayerMaker maker("jalan.gpkg");
    std::vector<std::vector<geo::GridPoint>> expected;
    std::vector<std::uint32_t> features;
    for (std::uint32_t row = 0; row < kRows; ++row) {
        const double x = 100.0 + 0.0005 * row;
        std::vector<geo::Point> course{{x, -2.0}};
        // The first rows are whole, so that only later ones move.
        const auto kind = row < kRows / 4 ? 0 : row % 7;
        for (std::uint32_t i = 0; i < 1 + row % 3; ++i)
            course.push_back({x + (kind == 3 ? 0.0 : 0.0001 * (i + 1)), -2.0});
        if (kind == 5) {
            maker.nothing();
            continue;
        }
        if (kind == 6) {
            maker.points({{x, -2.0}});
            continue;
        }
        maker.line(course);
        if (kind == 3) continue;
        features.push_back(row);
        expected.emplace_back();
        for (const auto& place : course) expected.back().push_back(geo::to_grid(place));
    }
    TestRun run;
    run.context.threads = 3;
    run.add("roads", maker);
    const auto& lines = read(run).lines;
    ASSERT_EQ(lines.size(), expected.size());
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        const auto course =
            std::span(lines.vertices).subspan(lines.first(line), lines.last(line) + 1 - lines.first(line));
        ASSERT_TRUE(std::ranges::equal(course, expected[line])) << line;
        ASSERT_EQ(lines.attributes[line].feature, features[line]);
    }
    EXPECT_EQ(lines.vertices.size(), lines.first_vertex.back());
}

TEST(ReadRoads, GivesRulesByClassAndSurface) {
    TestRun run;
    run.add("roads", lines("jalan.gpkg", 4)
                         .texts("REMARK", {"Jalan Lokal", "Jalan Lokal", "Jalan Arteri", "Jalan Lokal"})
                         .texts("surface", {"tanah", "aspal", "aspal", "tanah"}));
    const auto input = read(run);
    EXPECT_TRUE(input.has_times);
    const auto rule = [&](std::size_t line) { return input.rules[input.lines.attributes[line].rule]; };
    EXPECT_EQ(rule(0).label.english, "earth road");
    EXPECT_EQ(rule(1).label.english, "asphalt");
    EXPECT_EQ(rule(0), rule(3));
    EXPECT_LT(rule(0).speed_kmh, rule(1).speed_kmh);
    EXPECT_LT(rule(1).speed_kmh, rule(2).speed_kmh);
}

TEST(ReadRoads, TakesRiversAndFerriesAfterRoads) {
    TestRun run;
    run.add("roads", lines("jalan.gpkg", 1));
    run.add("rivers", lines("sungai.gpkg", 1));
    run.add("ferries", lines("feri.gpkg", 1).texts("duration", {"00:20"}));
    const auto input = read(run);
    EXPECT_THAT(input.layer_labels, ElementsAre("jalan.gpkg", "sungai.gpkg", "feri.gpkg"));
    EXPECT_EQ(input.lines.attributes[0].kind, WayKind::Road);
    EXPECT_EQ(input.lines.attributes[1].kind, WayKind::River);
    EXPECT_EQ(input.lines.attributes[2].kind, WayKind::Ferry);
    EXPECT_EQ(input.lines.attributes[2].layer, 2U);
    EXPECT_EQ(input.rules[input.lines.attributes[2].rule].duration_min, 20.0);
    EXPECT_EQ(input.extent.label, "jalan.gpkg");
}

TEST(ReadRoads, ReadsOpenStreetMapsTags) {
    TestRun run;
    run.add("roads", lines("osm.gpkg", 4)
                         .texts("highway", {"tertiary", "tertiary", "", "motorway"})
                         .texts("oneway", {"-1", "", "", ""})
                         .texts("junction", {"", "roundabout", "", ""})
                         .texts("bridge", {"yes", "", "", ""})
                         .texts("layer", {"1", "", "", ""})
                         .texts("route", {"", "", "ferry", ""}));
    const auto input = read(run);
    const auto& ways = input.lines.attributes;
    EXPECT_EQ(ways[0].direction, network::Direction::Backward);
    EXPECT_TRUE(ways[0].bridge);
    EXPECT_EQ(ways[0].level, 1);
    EXPECT_EQ(ways[1].direction, network::Direction::Forward);
    EXPECT_EQ(ways[2].kind, WayKind::Ferry);
    EXPECT_EQ(ways[3].kind, WayKind::ControlledAccess);
    EXPECT_EQ(ways[3].direction, network::Direction::Forward);
}

TEST(ReadRoads, TakesTheFieldsThatTheRunResolved) {
    TestRun run;
    run.add("roads", lines("jalan.gpkg", 1).texts("class", {"Jalan Tol"}).texts("jenis", {"Jalan Lokal"}));
    run.name("class-field", "jenis");
    const auto input = read(run);
    EXPECT_EQ(input.lines.attributes[0].kind, WayKind::Road);
}

TEST(ReadRoads, RefusesUnknownClassesWithTheirCounts) {
    TestRun run;
    run.add("roads", lines("jalan.gpkg", 3).texts("REMARK", {"Jalan Lokal", "Rel Ajaib", "Rel Ajaib"}));
    (void)read(run);
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("\"Rel Ajaib\" (2)")));
}

TEST(ReadRoads, RefusesUnknownDirectionsInAFieldThatWasNamedOnly) {
    TestRun named;
    named.add("roads", lines("jalan.gpkg", 2).texts("oneway", {"ke atas", "yes"}));
    named.name("direction-field", "oneway");
    (void)read(named);
    EXPECT_THAT(named.errors(), ElementsAre(HasSubstr("\"ke atas\" (1)")));
    TestRun found;
    found.add("roads", lines("jalan.gpkg", 2).texts("oneway", {"ke atas", "yes"}));
    (void)read(found);
    EXPECT_THAT(found.errors(), IsEmpty());
    EXPECT_THAT(found.warnings(), ElementsAre(HasSubstr("open both ways")));
}

TEST(ReadRoads, UnderstandsTheUsersDirectionValues) {
    TestRun run;
    run.add("roads", lines("jalan.gpkg", 2).texts("arah", {"turun", "naik"}));
    run.name("direction-field", "arah");
    run.arguments.texts["value-forward"] = "naik";
    run.arguments.texts["value-backward"] = "turun";
    const auto input = read(run);
    EXPECT_EQ(input.lines.attributes[0].direction, network::Direction::Backward);
    EXPECT_EQ(input.lines.attributes[1].direction, network::Direction::Forward);
}

TEST(ReadRoads, RefusesTimeWithoutSpeeds) {
    TestRun run;
    run.add("roads", lines("jalan.gpkg", 1));
    run.arguments.texts["cost"] = "time";
    (void)read(run);
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("--cost time needs speeds")));
    TestRun with_default;
    with_default.add("roads", lines("jalan.gpkg", 1));
    with_default.arguments.texts["cost"] = "time";
    with_default.arguments.numbers["default-speed"] = {25.0};
    EXPECT_TRUE(read(with_default).has_times);
    EXPECT_THAT(with_default.errors(), IsEmpty());
}

TEST(ReadRoads, RefusesAProfileThatNoLayerCanUse) {
    TestRun run;
    run.add("roads", lines("jalan.gpkg", 1));
    run.arguments.files["profile"] = {"kecepatan.toml", "format = 1\nbased_on = \"rbi\"\n"};
    EXPECT_THROW((void)read(run), core::Error);
}

TEST(ReadRoads, RefusesADefaultSpeedAtWhichNothingTravels) {
    TestRun run;
    run.add("roads", lines("jalan.gpkg", 2).texts("highway", {"primary", "track"}));
    run.arguments.numbers["default-speed"] = {25.0};
    EXPECT_THROW((void)read(run), core::Error);
    TestRun unknown;
    unknown.add("roads", lines("jalan.gpkg", 2).texts("class", {"primary", "jalan gaib"}));
    unknown.arguments.numbers["default-speed"] = {25.0};
    (void)read(unknown);
    EXPECT_THAT(unknown.errors(), IsEmpty());
}

TEST(ReadRoads, TakesAProfileFileForTheClassField) {
    TestRun run;
    run.add("roads", lines("jalan.gpkg", 1).texts("class", {"parit"}));
    run.arguments.files["profile"] = {"kecepatan.toml",
                                      "format = 1\nwalking_off_road = 3\n[[way]]\nclass = [\"parit\"]\n"
                                      "label = { en = \"ditch\", id = \"parit\" }\nwalking = 2\nmotorcycle = 7\n"};
    const auto input = read(run);
    EXPECT_THAT(run.errors(), IsEmpty());
    EXPECT_EQ(input.rules.at(input.lines.attributes.at(0).rule).speed_kmh, 7.0);
    EXPECT_EQ(input.walking_kmh, 3.0);
}

TEST(ReadRoads, HearsOfAllUnfitLayersAtOnce) {
    TestRun run;
    run.add("roads", LayerMaker("kosong.gpkg"));
    run.add("roads", LayerMaker("tanpa.gpkg", "").line({{105, -2}, {106, -2}}));
    (void)read(run);
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("kosong.gpkg: the layer is empty"),
                                          HasSubstr("tanpa.gpkg: the layer has no coordinate system")));
}

}  // namespace
}  // namespace desakota::analyses
