#include "engine/analyses/programme_activities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

#include "engine/analyses/parameter_builders.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StrEq;

/// Four settlements, two of them of the same name, and a table of activities.
struct ReadingRun : TestRun {
    ReadingRun() {
        LayerMaker maker("settlements.gpkg");
        for (int i = 0; i < 4; ++i) maker.points({{105.0 + i, 0.0}});
        maker.texts("kode", {"A1", "B2", "C3", "D4"}).texts("nama", {"Mulyasari", "Telang", "Karang", "Karang"});
        maker.numbers("jumlah_kk", {100, 200, 300, 400});
        add("settlements", maker.texts("kk_miskin", {"20", "50", "", "400"}));
        find("id-field", "kode");
        find("name-field", "nama");
        find("families-field", "jumlah_kk");
        find("poor-families-field", "kk_miskin");
        arguments.texts["participants-are"] = "different";
        centres.ids = {"1", "2", "3"};
        centres.names = {"Pasar", "Kota", "Kota"};
        centres.features = {0, 1, 2};
    }

    /// Each activity: settlement, participants, poor participants.
    void activities(const std::vector<std::array<std::string, 3>>& rows) {
        LayerMaker maker("activities.csv");
        constexpr std::array kNames{"kode", "peserta", "peserta_miskin"};
        for (std::size_t i = 0; i < rows.size(); ++i) maker.nothing();
        for (std::size_t i = 0; i < kNames.size(); ++i) {
            std::vector<std::string> values;
            for (const auto& row : rows) values.push_back(row[i]);
            maker.texts(kNames[i], values);
        }
        maker.texts("kegiatan", std::vector<std::string>(rows.size(), "Pelatihan"));
        maker.texts("kelompok", std::vector<std::string>(rows.size(), "pemerintah"));
        add("activities", maker);
        find("activity-settlement-field", "kode");
        find("activity-field", "kegiatan");
        find("participants-field", "peserta");
        find("poor-participants-field", "peserta_miskin");
    }

    std::optional<Programme> read() {
        const auto settlements = read_settlements(arguments, FamiliesUse::NotNeeded, context);
        auto matches = read_confirmed_matches(arguments, settlements, diagnostics);
        return read_programme(arguments, settlements, centres, matches, context);
    }

    Destinations centres;
};

std::vector<std::size_t> settlements_of(const Programme& programme) {
    std::vector<std::size_t> rows;
    for (const auto& activity : programme.activities) rows.push_back(activity.settlement);
    return rows;
}

TEST(ReadProgramme, IsNothingWithoutATableOfActivities) {
    ReadingRun run;
    EXPECT_FALSE(run.read().has_value());
    EXPECT_THAT(run.warnings(), IsEmpty());
}

TEST(ReadProgramme, FindsSettlementsByIdElseByName) {
    ReadingRun run;
    run.activities({{"B2", "10", "2"}, {" mulyaSARI ", "1.250", ""}, {"C3", "", ""}});
    run.find("activity-group-field", "kelompok");
    run.find("families-field", "");
    const auto programme = run.read();
    ASSERT_TRUE(programme.has_value());
    EXPECT_THAT(settlements_of(*programme), ElementsAre(1, 0, 2));
    EXPECT_EQ(programme->activities[0].poor_participants, 2.0);
    EXPECT_EQ(programme->activities[1].participants, 1250.0);
    EXPECT_EQ(programme->activities[2].participants, std::nullopt);
    EXPECT_THAT(programme->poor_families, ElementsAre(20.0, 50.0, std::nullopt, 400.0));
    EXPECT_THAT(programme->groups, ElementsAre("pemerintah", "pemerintah", "pemerintah"));
    EXPECT_THAT(programme->limits, ElementsAre(5'000'000, 10'000'000, 20'000'000));
    EXPECT_EQ(programme->centre, std::nullopt);
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ReadProgramme, TakesBandsInTheUnitOfTheCosts) {
    ReadingRun run;
    run.activities({{"B2", "10", "2"}});
    run.arguments.texts["cost"] = "time";
    EXPECT_THAT(run.read()->limits, ElementsAre(900'000, 1'800'000, 3'600'000));
    run.arguments.numbers["reach-bands"] = {45, 10, 45};
    EXPECT_THAT(run.read()->limits, ElementsAre(600'000, 2'700'000));
    run.arguments.texts["cost"] = "distance";
    EXPECT_THAT(run.read()->limits, ElementsAre(10'000, 45'000));
}

TEST(ReadProgramme, RefusesACentreWithoutALocation) {
    ReadingRun run;
    run.centres.features = {0, 2};
    run.activities({{"B2", "10", "2"}});
    run.arguments.texts["programme-centre"] = "2";
    EXPECT_EQ(run.read()->centre, std::nullopt);
    EXPECT_THAT(run.errors(), ElementsAre("--programme-centre: \"2\" has no location. Name another centre."));
}

TEST(ReadProgramme, FindsTheCentreThatIsNamed) {
    ReadingRun run;
    run.activities({{"B2", "10", "2"}});
    run.arguments.texts["programme-centre"] = "pasar";
    EXPECT_EQ(run.read()->centre, 0U);
    run.arguments.texts["programme-centre"] = "3";
    EXPECT_EQ(run.read()->centre, 2U);
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ReadProgramme, RefusesACentreThatIsNotThereOrNotTheOnlyOne) {
    ReadingRun run;
    run.activities({{"B2", "10", "2"}});
    run.arguments.texts["programme-centre"] = "Palembang";
    (void)run.read();
    run.arguments.texts["programme-centre"] = "Kota";
    (void)run.read();
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("no centre has the id or name \"Palembang\". There are: 1 (Pasar), "
                                                    "2 (Kota), 3 (Kota)."),
                                          HasSubstr("2 centres are called \"Kota\". Write the centre's id instead.")));
}

TEST(ReadProgramme, ListsUnknownSettlementsWithTheirCounts) {
    ReadingRun run;
    run.activities({{"X9", "10", "2"}, {"X9", "4", ""}, {"Sungai Rambutan", "3", ""}, {"B2", "1", ""}});
    (void)run.read();
    EXPECT_THAT(run.errors(),
                ElementsAre(StrEq("activities.csv: 'kode' holds settlements that are not in settlements.gpkg: \"X9\" "
                                  "(2), \"Sungai Rambutan\" (1). Write the id or the name as it stands there, add the "
                                  "settlements, or name the matching fields with --id-field, --name-field and "
                                  "--activity-settlement-field.")));
}

TEST(ReadProgramme, RefusesANameThatSeveralSettlementsHave) {
    ReadingRun run;
    run.activities({{"Karang", "10", "2"}});
    (void)run.read();
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("'kode' holds names that several settlements of settlements.gpkg "
                                                    "have: \"Karang\" (1). Write the settlement's id instead.")));
}

TEST(ReadProgramme, LeavesOutActivitiesWithoutASettlement) {
    ReadingRun run;
    run.activities({{"", "10", "2"}, {"B2", "10", "2"}});
    EXPECT_THAT(settlements_of(*run.read()), ElementsAre(1));
    EXPECT_THAT(run.errors(), IsEmpty());
    EXPECT_THAT(run.warnings(), ElementsAre("activities.csv: activities left out, since they have no settlement: 1."));
}

TEST(ReadProgramme, RefusesParticipantsThatAreNoCountAndNeverRepeatsThem) {
    ReadingRun run;
    run.activities({{"A1", "-3", ""}, {"A1", "Budi, Siti", ""}, {"A1", "5", "-1"}});
    (void)run.read();
    const auto errors = run.errors();
    EXPECT_THAT(errors, ElementsAre(HasSubstr("fid 1: participants is -3; it must be at least 0"),
                                    HasSubstr("fid 2: participants is no number"),
                                    HasSubstr("fid 3: poor participants is -1; it must be at least 0")));
    for (const auto& error : errors) EXPECT_THAT(error, Not(HasSubstr("Budi")));
}

TEST(ReadProgramme, RefusesMorePoorParticipantsThanParticipants) {
    ReadingRun run;
    run.activities({{"A1", "5", "6"}, {"A1", "", "2"}});
    (void)run.read();
    EXPECT_THAT(run.errors(),
                ElementsAre(StrEq("activities.csv, fid 1 \"Pelatihan\": 6 poor participants, but only 5 participants. "
                                  "Correct one of the two."),
                            StrEq("activities.csv, fid 2 \"Pelatihan\": 2 poor participants, but no number of "
                                  "participants. Write both, or leave both empty.")));
}

TEST(ReadProgramme, RefusesMorePoorFamiliesThanFamilies) {
    ReadingRun run;
    run.activities({{"A1", "5", "1"}});
    run.find("families-field", "kk_miskin");
    run.find("poor-families-field", "jumlah_kk");
    (void)run.read();
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("fid 1 \"Mulyasari\": 100 poor families, but only 20 families."),
                                          HasSubstr("fid 2 \"Telang\": 200 poor families, but only 50 families.")));
}

TEST(ReadProgramme, SaysAllThatATableLacks) {
    ReadingRun run;
    run.activities({});
    run.arguments.fields.erase("activity-settlement-field");
    run.arguments.fields.erase("participants-field");
    (void)run.read();
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("Name it with --activity-settlement-field."),
                                          HasSubstr("no field holds how many families took part. Name it with "
                                                    "--participants-field."),
                                          HasSubstr("the table holds no activities.")));
}

TEST(ReadProgramme, WarnsOfMoreParticipantsThanFamilies) {
    ReadingRun run;
    run.activities({{"A1", "60", "15"}, {"A1", "50", "15"}, {"B2", "200", "50"}});
    (void)run.read();
    EXPECT_THAT(run.warnings(),
                ElementsAre("More participants than families, so that all of them count as covered: fid 1 "
                            "\"Mulyasari\". If the same families take part in several activities, say "
                            "--participants-are same.",
                            "More poor participants than poor families, so that all of them count as covered: fid 1 "
                            "\"Mulyasari\". If the same families take part in several activities, say "
                            "--participants-are same."));
    ReadingRun same;
    same.activities({{"A1", "60", "15"}, {"A1", "50", "15"}});
    same.arguments.texts["participants-are"] = "same";
    (void)same.read();
    EXPECT_THAT(same.warnings(), IsEmpty());
}

TEST(ReadProgramme, WarnsOfWhatCannotBeToldWithoutAField) {
    ReadingRun run;
    run.activities({{"A1", "60", "15"}});
    for (const auto* field : {"families-field", "poor-families-field", "poor-participants-field"}) {
        run.arguments.fields.erase(field);
    }
    (void)run.read();
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("--families-field"), HasSubstr("--poor-families-field"),
                                            HasSubstr("--poor-participants-field")));
}

TEST(ProgrammeOptions, HaveNoEffectWithoutActivities) {
    ReadingRun run;
    run.name("poor-families-field", "kk_miskin");
    for (const auto* name : {"participants-are", "programme-centre", "reach-bands"}) {
        run.arguments.given.push_back(name);
    }
    refuse_programme_options_without_effect(run.arguments, run.diagnostics);
    EXPECT_THAT(run.errors(),
                ElementsAre(HasSubstr("--participants-are has no effect without --activities"),
                            HasSubstr("--programme-centre has no effect"), HasSubstr("--reach-bands has no effect"),
                            HasSubstr("--poor-families-field has no effect")));
    run.activities({{"A1", "1", ""}});
    refuse_programme_options_without_effect(run.arguments, run.diagnostics);
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ProgrammeParameters, FindTheFieldsOfTheSample) {
    const auto parameters = programme_parameters();
    const auto usual = [&](const std::string& name) {
        return std::ranges::find(parameters, name, &Parameter::name)->usual_names;
    };
    EXPECT_THAT(usual("activity-settlement-field"), testing::IsSupersetOf({"kode", "desa"}));
    EXPECT_THAT(usual("activity-field"), testing::Contains("kegiatan"));
    EXPECT_THAT(usual("activity-group-field"), testing::IsSupersetOf({"kelompok", "komponen"}));
    EXPECT_THAT(usual("participants-field"), testing::Contains("peserta"));
    EXPECT_THAT(usual("poor-participants-field"), testing::Contains("peserta_miskin"));
    EXPECT_THAT(usual("poor-families-field"), testing::Contains("kk_miskin"));
}

}  // namespace
}  // namespace desakota::analyses
