#include "engine/study/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/analyses/registry.h"
#include "engine/study/read_study.h"

namespace desakota::study {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Made {
    Study study;
    Plan plan;
    std::vector<std::string> faults;
};

const std::string kName = "s.toml";
const std::string kHead = "format = 1\n[study]\ntitle = \"t\"\n";
const std::string kLayers = R"([layers.settlements]
source = "desa.gpkg"
families-field = "KK"
[layers.roads]
source = "jalan.shp"
[layers.facilities]
source = "puskesmas.csv"
)";

/// `folder` is "d", so that relative sources begin with it.
Made make(const std::string& text, bool is_trusted = false) {
    core::Diagnostics diagnostics;
    Made made;
    made.study = read_study(kName, text, diagnostics);
    made.plan = make_plan({kName, made.study, analyses::catalogue(), {"d", is_trusted}}, diagnostics);
    try {
        diagnostics.throw_errors();
    } catch (const core::Error& error) {
        for (const auto& problem : error.problems()) made.faults.push_back(problem.english);
    }
    return made;
}

TEST(Plan, GivesEveryAnalysisTheLayersThatItHasParametersFor) {
    const auto [study, plan, faults] = make(kHead + kLayers + R"(
[layers.centres]
source = "pusat.gpkg"
[[run]]
analysis = "health-access"
[[run]]
analysis = "distance-to-centre"
)");
    EXPECT_THAT(faults, IsEmpty());
    ASSERT_EQ(plan.runs.size(), 2U);
    const auto& health = plan.runs[0].values;
    EXPECT_THAT(health.sources.at("settlements"), ElementsAre("d/desa.gpkg"));
    EXPECT_THAT(health.sources.at("facilities"), ElementsAre("d/puskesmas.csv"));
    EXPECT_THAT(health.fields.at("families-field"), ElementsAre("KK"));
    EXPECT_FALSE(health.sources.contains("centres"));
    EXPECT_FALSE(plan.runs[1].values.sources.contains("facilities"));
}

TEST(Plan, KnowsTheLayersThatNoRunTakes) {
    const auto [study, plan, faults] = make(kHead + kLayers + R"([layers.road]
source = "other.shp"
[layers.centres]
source = "pusat.gpkg"
[[run]]
analysis = "health-access"
)");
    EXPECT_THAT(faults, ElementsAre(AllOf(HasSubstr("s.toml, line 11: unknown layer `road`"), HasSubstr("roads?"))));
    ASSERT_EQ(plan.unused.size(), 2U);
    EXPECT_EQ(plan.unused[0].path, "d/other.shp");
    EXPECT_EQ(plan.unused[1].path, "d/pusat.gpkg");
    EXPECT_EQ(plan.unused[1].line, 14);
}

TEST(Plan, SaysWhereAMissingLayerIsToBeWritten) {
    const auto made = make(kHead +
                           "[layers.settlements]\nsource = \"desa.gpkg\"\n[layers.facilities]\n"
                           "source = \"p.csv\"\n[[run]]\nanalysis = \"health-access\"\n");
    EXPECT_THAT(made.faults, ElementsAre(AllOf(HasSubstr("line 8: health-access: `roads` is missing"),
                                               HasSubstr("Add [layers.roads] with source = \"...\"."))));
}

TEST(Plan, LooksForTheLayersOfMapsThatAreAskedFor) {
    const auto made = make(kHead + kLayers + R"([[run]]
analysis = "health-access"
[[map]]
layer = "health_acces"
column = "total_m"
[[map]]
layer = "health_access_by_kecamatan"
column = "total_m"
[[map]]
layer = "health_access"
column = "total_m"
)");
    EXPECT_THAT(made.faults, ElementsAre(AllOf(HasSubstr("line 13: unknown layer of the results `health_acces`"),
                                               HasSubstr("health_access?"))));
}

TEST(Plan, RunsAnAnalysisWithRoadsOnceForEachSeason) {
    const auto [study, plan, faults] =
        make("format = 1\n[study]\ntitle = \"t\"\nseasons = [\"dry\", \"wet\"]\n" + kLayers + R"([layers.households]
source = "rt.csv"
[[run]]
analysis = "health-access"
[[run]]
analysis = "inequality"
)");
    EXPECT_THAT(faults, IsEmpty());
    ASSERT_EQ(plan.runs.size(), 3U);
    EXPECT_EQ(plan.runs[0].suffix, "_dry");
    EXPECT_EQ(plan.runs[1].suffix, "_wet");
    EXPECT_EQ(plan.runs[1].values.text("season"), "wet");
    EXPECT_EQ(plan.runs[2].suffix, "");
}

TEST(Plan, WhatARunSaysComesBeforeWhatTheStudySays) {
    const auto [study, plan, faults] = make(kHead + kLayers + R"([layers.sp]
source = "sp.gpkg"
families-field = "jumlah"
[parameters]
threshold = 4000
[[run]]
analysis = "health-access"
[[run]]
analysis = "health-access"
name = "near"
settlements = "sp"
threshold = 3000
)");
    EXPECT_THAT(faults, IsEmpty());
    ASSERT_EQ(plan.runs.size(), 2U);
    EXPECT_THAT(plan.runs[0].values.numbers.at("threshold"), ElementsAre(4000.0));
    EXPECT_FALSE(plan.runs[0].own.contains("threshold"));
    EXPECT_THAT(plan.runs[1].values.numbers.at("threshold"), ElementsAre(3000.0));
    EXPECT_TRUE(plan.runs[1].own.contains("threshold"));
    EXPECT_THAT(plan.runs[1].values.sources.at("settlements"), ElementsAre("d/sp.gpkg"));
    EXPECT_THAT(plan.runs[1].values.fields.at("families-field"), ElementsAre("jumlah"));
}

TEST(Plan, FeedsColumnsOfEarlierRunsOfTheSameSeason) {
    const auto [study, plan, faults] =
        make("format = 1\n[study]\ntitle = \"t\"\nseasons = [\"dry\", \"wet\"]\n" + kLayers + R"([[run]]
analysis = "health-access"
[[run]]
analysis = "composite-index"
scheme-file = "own.toml"
indicator-names = "far=health_access.share_beyond,wet=health_access_wet.share_beyond"
)");
    EXPECT_THAT(faults, IsEmpty());
    ASSERT_EQ(plan.runs.size(), 3U);
    const auto& fed = plan.runs[2].fed;
    ASSERT_EQ(fed.size(), 2U);
    EXPECT_EQ(fed[0].name, "health_access.share_beyond");
    EXPECT_EQ(fed[0].run, 0U);
    EXPECT_EQ(fed[1].name, "health_access_wet.share_beyond");
    EXPECT_EQ(fed[1].run, 1U);
}

TEST(Plan, TellsOfColumnsThatTheEarlierResultLacksOrThatAreOfOtherSettlements) {
    const auto made = make(kHead + kLayers + R"([layers.sp]
source = "sp.gpkg"
[[run]]
analysis = "health-access"
[[run]]
analysis = "composite-index"
name = "a"
scheme-file = "own.toml"
indicator-names = "far=health_access.share_beyon"
[[run]]
analysis = "composite-index"
name = "b"
settlements = "sp"
scheme-file = "own.toml"
indicator-names = "far=health_access.share_beyond"
)");
    EXPECT_THAT(made.faults, ElementsAre(AllOf(HasSubstr("`health_access.share_beyon` is no column of that result"),
                                               HasSubstr("share_beyond?")),
                                         HasSubstr("is a result for other settlements")));
    EXPECT_EQ(made.plan.runs.size(), 1U);
}

TEST(Plan, TellsAllFaultsWithTheirLines) {
    const auto made = make(kHead + kLayers + R"(famlies-field = "x"
[parameters]
treshold = 1
[[run]]
analysis = "health-acess"
[[run]]
analysis = "health-access"
threshold = "far"
mode = "train"
rutes = true
[[run]]
analysis = "check-network"
layers = ["road"]
[[run]]
analysis = "health-access"
name = "Two Words"
)");
    EXPECT_THAT(
        made.faults,
        testing::UnorderedElementsAre(
            AllOf(HasSubstr("line 11: unknown field `famlies-field`"), HasSubstr("families-field?")),
            AllOf(HasSubstr("line 13: unknown parameter `treshold`"), HasSubstr("threshold?")),
            AllOf(HasSubstr("line 14: unknown analysis `health-acess`"), HasSubstr("health-access?")),
            HasSubstr("line 18: `threshold` must be a number"), HasSubstr("line 19: `mode`: unknown value \"train\""),
            AllOf(HasSubstr("line 20: unknown key of health-access `rutes`"), HasSubstr("routes?")),
            AllOf(HasSubstr("line 21: unknown layer `road`"), HasSubstr("roads?")), HasSubstr("`roads` is missing"),
            HasSubstr("line 24: the name `Two Words`")));
}

TEST(Plan, RefusesTwoRunsOfOneName) {
    const auto made =
        make(kHead + kLayers + "[[run]]\nanalysis = \"health-access\"\n[[run]]\nanalysis = \"health-access\"\n");
    EXPECT_THAT(made.faults,
                ElementsAre(HasSubstr("line 13: two results would have a layer of the name `health_access`")));
}

TEST(Plan, RefusesNamesOfOtherRunsCompanionsAndOfTheGeoPackage) {
    const auto made = make(kHead + kLayers + "[[run]]\nanalysis = \"health-access\"\nname = \"a\"\n" +
                           "[[run]]\nanalysis = \"check-network\"\nname = \"a_legs\"\n" +
                           "[[run]]\nanalysis = \"check-network\"\nname = \"layer_styles\"\n");
    EXPECT_THAT(made.faults,
                ElementsAre(HasSubstr("line 14: two results would have a layer of the name `a_legs`"),
                            HasSubstr("line 17: two results would have a layer of the name `layer_styles`")));
}

TEST(Plan, RefusesDatabasesAndFilesOutsideTheFolderWithoutTrust) {
    const auto text = kHead + R"([layers.settlements]
source = "PG:dbname=desa"
[layers.roads]
source = "../jalan.shp"
[[run]]
analysis = "check-network"
[[run]]
analysis = "inequality"
households = "/etc/rt.csv"
)";
    EXPECT_THAT(make(text).faults, Contains(HasSubstr("line 5: a study uses a database only with --trust")).Times(1));
    EXPECT_THAT(make(text).faults, Contains(HasSubstr("\"../jalan.shp\" lies outside the study's folder")));
    EXPECT_THAT(make(text).faults, Contains(HasSubstr("\"/etc/rt.csv\" lies outside the study's folder")));
    EXPECT_THAT(make(text, true).faults, IsEmpty());
}

TEST(Plan, RefusesSeasonsThatChangeNothing) {
    const std::string head = "format = 1\n[study]\ntitle = \"t\"\nseasons = [\"dry\", \"wet\"]\n";
    const std::string run =
        "[layers.settlements]\nsource = \"desa.gpkg\"\n[layers.households]\nsource = \"rt.csv\"\n"
        "[[run]]\nanalysis = \"inequality\"\n";
    EXPECT_THAT(make(head + run).faults, ElementsAre(HasSubstr("s.toml, line 4: `seasons` has no effect")));
    EXPECT_THAT(make(kHead + run).faults, IsEmpty());
}

TEST(Plan, SaysHowAListOfColumnsIsWritten) {
    const auto [study, plan, faults] = make(kHead + R"([layers.settlements]
source = "desa.gpkg"
[layers.households]
source = "rt.csv"
traits = "lama_sekolah, luas_lahan"
[[run]]
analysis = "poverty-factors"
line = 250000
)");
    EXPECT_THAT(faults, ElementsAre(HasSubstr("line 8: `traits` takes a list: traits = [\"lama_sekolah\", "
                                              "\"luas_lahan\"].")));
}

}  // namespace
}  // namespace desakota::study
