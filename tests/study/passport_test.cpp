#include "engine/study/passport.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/study/small_study.h"

#include "engine/study/corrections.h"
#include "engine/study/input_quality.h"

namespace desakota::study {
namespace {

using testing::DoubleNear;
using testing::HasSubstr;
using testing::Optional;

layers::Layer roads_of(std::size_t count) {
    layers::Layer layer;
    layer.source = "roads.gpkg|roads";
    layer.geometry_type = geo::GeometryType::Line;
    for (std::size_t i = 0; i < count; ++i) {
        const std::vector<geo::Point> all{{0.0, 0.0}, {1.0, 1.0}};
        layer.geometry.add_part(geo::PartRole::Line, all);
        layer.geometry.end_feature();
    }
    layer.row_count = count;
    return layer;
}

RunResult check_run(const std::string& road_layer) {
    layers::Layer main;
    main.name = "check_network";
    add_texts(main, "kind", {"gap_joined", "near_miss", "crossing_joined", "near_miss"});
    add_texts(main, "layer_a", {road_layer, road_layer, road_layer, "rivers"});
    add_numbers(main, "distance_m", {2.0, 15.0, std::nullopt, 20.0});
    add_numbers(main, "settlements_gained", {std::nullopt, 2.0, std::nullopt, 0.0});
    add_numbers(main, "families_gained", {std::nullopt, 250.0, std::nullopt, 0.0});
    return run_of("check-network", "check_network", {std::move(main)});
}

TEST(ValidGeometries, AreCountedWhateverTheirType) {
    auto layer = read_settlements();
    EXPECT_THAT(valid_geometries(layer), Optional(1.0));
    // A bow tie, and a row without geometry.
    layer.geometry.add_part(geo::PartRole::OuterRing, std::vector<geo::Point>{{0, 0}, {1, 1}, {1, 0}, {0, 1}, {0, 0}});
    layer.geometry.end_feature();
    layer.geometry.end_feature();
    layer.row_count = 5;
    EXPECT_THAT(valid_geometries(layer), Optional(DoubleNear(0.6, 1e-12)));
    EXPECT_THAT(valid_geometries(roads_of(2)), Optional(1.0));
    layers::Layer table;
    table.row_count = 4;
    EXPECT_EQ(valid_geometries(table), std::nullopt);
}

TEST(FilledFields, CountThoseThatRunsTookAndInWhichABlankIsALack) {
    layers::Layer roads = roads_of(4);
    add_texts(roads, "class", {"a", std::nullopt, "b", "c"});
    add_texts(roads, "oneway", {std::nullopt, std::nullopt, std::nullopt, std::nullopt});
    add_texts(roads, "other", {std::nullopt, std::nullopt, std::nullopt, std::nullopt});
    StudyResults results;
    results.runs.push_back(run_of("check-network", "check_network", {}));
    results.runs.back().fields["class-field"] = {{"class"}};
    results.runs.back().fields["direction-field"] = {{"oneway"}};
    EXPECT_THAT(filled_fields(roads, results, "roads", 0), Optional(0.75));
    EXPECT_EQ(filled_fields(roads, results, "roads", 1), std::nullopt);
    EXPECT_EQ(filled_fields(roads, results, "rivers", 0), std::nullopt);
}

TEST(MatchedIds, KnowSettlementsAndConfirmedMatches) {
    auto results = small_results();
    results.runs[1].fields["household-settlement-field"] = {{"desa"}};
    layers::Layer households;
    add_texts(households, "desa", {"1", "2", "9", "Old name", std::nullopt});
    EXPECT_THAT(matched_ids(households, results, "households"), Optional(DoubleNear(0.4, 1e-12)));
    layers::Layer matches;
    add_texts(matches, "table_name", {"Old name", "Rejected"});
    add_numbers(matches, "accepted", {1.0, 0.0});
    results.inputs["matches"].push_back(matches);
    EXPECT_THAT(matched_ids(households, results, "households"), Optional(DoubleNear(0.6, 1e-12)));
    EXPECT_EQ(matched_ids(households, results, "roads"), std::nullopt);
}

TEST(SoundLineEnds, ComeFromTheCheckOfTheNetwork) {
    const auto roads = roads_of(10);
    StudyResults results;
    EXPECT_EQ(sound_line_ends(roads, results), std::nullopt);
    results.runs.push_back(check_run(layers::describe_layer(roads)));
    EXPECT_THAT(sound_line_ends(roads, results), Optional(DoubleNear(0.9, 1e-12)));
}

TEST(Passport, GradesEveryInputByItsWorstShare) {
    auto results = small_results();
    results.inputs["settlements"].front().find("kode")->add_missing();
    results.inputs["settlements"].front().find("kec")->add_missing();
    results.inputs["settlements"].front().geometry.end_feature();
    results.inputs["settlements"].front().row_count = 4;
    const auto passport = passport_of({}, results);
    ASSERT_EQ(passport.inputs.size(), 1U);
    EXPECT_EQ(passport.inputs[0].name, "settlements");
    EXPECT_EQ(passport.inputs[0].rows, 4U);
    EXPECT_EQ(passport.inputs[0].grade, report::Grade::D);
    EXPECT_EQ(passport.limits.size(), 4U);
}

TEST(Corrections, AreWorthTheirFamiliesMostFirst) {
    auto results = small_results();
    results.runs.push_back(check_run("roads.gpkg|roads"));
    const auto corrections = worthiest_corrections(results, study_settlements({}, results));
    ASSERT_FALSE(corrections.empty());
    EXPECT_EQ(corrections[0].families, 250.0);
    EXPECT_THAT(corrections[0].what.english, HasSubstr("break of 15 m at line"));
    EXPECT_THAT(corrections[0].what.english, HasSubstr("settlements helped: 2"));
    EXPECT_LE(corrections.size(), kMostCorrections);
}

TEST(Corrections, LookForSmallGapsWhereNoBreakHelps) {
    const auto results = small_results();
    const auto corrections = worthiest_corrections(results, study_settlements({}, results));
    ASSERT_EQ(corrections.size(), 1U);
    EXPECT_EQ(corrections[0].families, 300.0);
    EXPECT_EQ(corrections[0].what.english, "Check the gap of 120 m between the roads of C and the connected network.");
}

TEST(Corrections, PutWhatIsNotKnownInFamiliesLast) {
    auto results = small_results();
    auto& main = results.runs[0].results.layers[0];
    layers::Layer changed = named_settlements("health_access");
    add_texts(changed, "status", {"reached", "no_geometry", "not_connected"});
    add_numbers(changed, "gap_m", {std::nullopt, std::nullopt, 120.0});
    add_numbers(changed, "families", {100.0, std::nullopt, 300.0});
    main = changed;
    const auto corrections = worthiest_corrections(results, study_settlements({}, results));
    ASSERT_EQ(corrections.size(), 3U);
    EXPECT_EQ(corrections[0].families, 300.0);
    EXPECT_EQ(corrections[1].families, std::nullopt);
    EXPECT_EQ(corrections[2].what.english, "Fill in the number of families of B.");
}

TEST(Corrections, TellByGroupWhereTheDataEnd) {
    auto results = small_results();
    auto& main = results.runs[0].results.layers[0];
    auto& edge = main.add_column({"edge", layers::ColumnType::YesNo, "", {"edge", "tepi"}});
    for (int i = 0; i < 3; ++i) edge.add_yes_no(true);
    const auto corrections = worthiest_corrections(results, study_settlements({}, results));
    const auto of_group = std::ranges::find_if(
        corrections, [](const auto& one) { return one.what.english.find("near X") != std::string::npos; });
    ASSERT_NE(of_group, corrections.end());
    EXPECT_EQ(of_group->families, 200.0);  // A is near enough
    EXPECT_THAT(of_group->what.english, HasSubstr("for B."));
}

}  // namespace
}  // namespace desakota::study
