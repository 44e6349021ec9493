#include "engine/study/read_study.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::study {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> faults_of(const std::string& text) {
    core::Diagnostics diagnostics;
    (void)read_study("s.toml", text, diagnostics);
    std::vector<std::string> faults;
    try {
        diagnostics.throw_errors();
    } catch (const core::Error& error) {
        for (const auto& problem : error.problems()) faults.push_back(problem.english);
    }
    return faults;
}

const std::string kSound = R"(format = 1
[study]
title = "Telang"
area = "Kawasan Telang"
seasons = ["wet", "dry"]
[office]
name = "Dinas"
[layers.settlements]
source = "desa.gpkg"
dated = "2024"
families-field = "KK"
[layers.roads]
source = ["a.shp", "b.shp"]
[parameters]
threshold = 4000
[[run]]
analysis = "health-access"
routes = true
[[run]]
analysis = "composite-index"
name = "remoteness"
layers = ["settlements"]
[priorities]
not_connected = 2
[maps]
papers = ["A3"]
group_field = "kec"
atlas = true
)";

TEST(ReadStudy, TakesEveryPartOfTheFile) {
    core::Diagnostics diagnostics;
    const auto study = read_study("s.toml", kSound, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    EXPECT_EQ(study.title, core::same_text("Telang"));
    EXPECT_EQ(study.office.name, "Dinas");
    EXPECT_THAT(study.seasons, ElementsAre("dry", "wet"));
    ASSERT_EQ(study.layers.size(), 2U);
    EXPECT_EQ(study.layers[0].dated, "2024");
    ASSERT_EQ(study.layers[0].fields.entries.size(), 1U);
    EXPECT_EQ(study.layers[0].fields.entries[0].key, "families-field");
    EXPECT_THAT(study.layers[1].sources, ElementsAre("a.shp", "b.shp"));
    ASSERT_EQ(study.parameters.entries.size(), 1U);
    ASSERT_EQ(study.runs.size(), 2U);
    EXPECT_EQ(study.runs[0].name, "health_access");
    EXPECT_EQ(study.runs[1].name, "remoteness");
    ASSERT_TRUE(study.runs[1].layers.has_value());
    EXPECT_EQ(study.weights.unconnected, 2.0);
    EXPECT_EQ(study.weights.health, 1.0);
    EXPECT_THAT(study.maps.papers, ElementsAre("A3"));
    EXPECT_TRUE(study.maps.atlas);
    EXPECT_TRUE(study.maps.indicative_boundaries);
}

TEST(ReadStudy, TakesTitlesInBothLanguages) {
    core::Diagnostics diagnostics;
    const auto study = read_study("s.toml", R"(format = 1
[study]
title = { en = "Access", id = "Akses" }
[layers.roads]
source = "r.shp"
[[run]]
analysis = "check-network"
[[map]]
layer = "check_network"
column = "gap_m"
title = { en = "Gap", id = "Celah" }
)",
                                  diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    EXPECT_EQ(study.title, (core::Text{"Access", "Akses"}));
    EXPECT_EQ(study.asked_maps.front().title, (core::Text{"Gap", "Celah"}));
}

TEST(ReadStudy, AsksForBothLanguagesOfATitle) {
    EXPECT_THAT(faults_of("format = 1\n[study]\ntitle = { en = \"Access\" }\n[layers.roads]\nsource = \"r.shp\"\n"
                          "[[run]]\nanalysis = \"check-network\"\n"),
                ElementsAre(HasSubstr("s.toml, line 3: `title` must be a text in both languages")));
}

TEST(ReadStudy, TellsAllFaultsWithTheirLines) {
    const auto faults = faults_of(R"(format = 1
[study]
titel = "Telang"
seasons = ["dry", "monsoon"]
[layers.roads]
dated = "2024"
[priorities]
health = "much"
[maps]
papers = ["A5"]
[[run]]
name = "x"
)");
    EXPECT_THAT(faults,
                testing::UnorderedElementsAre(
                    HasSubstr("s.toml, line 2: `title` is missing"),
                    testing::AllOf(HasSubstr("s.toml, line 3: unknown key `titel`"), HasSubstr("Did you mean title?")),
                    HasSubstr("line 4: `seasons` holds \"monsoon\"; accepted: dry, wet"),
                    HasSubstr("line 5: `source` is missing"), HasSubstr("line 8: `health` must be a number"),
                    HasSubstr("line 10: `papers` holds \"A5\"; accepted: A4, A3"),
                    HasSubstr("line 11: `analysis` is missing")));
}

TEST(ReadStudy, AsksForARun) {
    EXPECT_THAT(faults_of("format = 1\n[study]\ntitle = \"a\"\n[layers.roads]\nsource = \"r.shp\"\n"),
                ElementsAre(HasSubstr("no analysis is asked for")));
}

TEST(ReadStudy, RefusesAnotherFormat) {
    core::Diagnostics diagnostics;
    EXPECT_THROW((void)read_study("s.toml", "format = 2\n", diagnostics), core::Error);
    EXPECT_THROW((void)read_study("s.toml", "format = ", diagnostics), core::Error);
}

TEST(ReadStudy, RefusesNoSeasonAndASeasonTwice) {
    const std::string head = "format = 1\n[study]\ntitle = \"t\"\n";
    EXPECT_THAT(faults_of(head + "seasons = []\n"), testing::Contains(HasSubstr("line 4: `seasons` is empty")));
    EXPECT_THAT(faults_of(head + "seasons = [\"dry\", \"dry\"]\n"),
                testing::Contains(HasSubstr("line 4: `seasons` names \"dry\" twice.")));
}

TEST(ReadStudy, RefusesAnAtlasWithoutGroups) {
    const std::string head = "format = 1\n[study]\ntitle = \"t\"\n[layers.settlements]\nsource = \"a.gpkg\"\n";
    const std::string run = "[[run]]\nanalysis = \"inequality\"\n";
    EXPECT_THAT(faults_of(head + run + "[maps]\natlas = true\n"),
                ElementsAre(HasSubstr("line 9: `atlas` has no effect without groups")));
    EXPECT_THAT(faults_of(head + run + "[maps]\natlas = true\ngroup_field = \"kec\"\n"), IsEmpty());
    EXPECT_THAT(faults_of(head + "group-field = [\"kec\"]\n" + run + "[maps]\natlas = true\n"), IsEmpty());
}

}  // namespace
}  // namespace desakota::study
