#include "engine/analyses/programme_layers.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"
#include "tests/support/region.h"
#include "tests/support/telang_activities.h"

#include "engine/analyses/common_parameters.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/geo/measure.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Five settlements 0, 4, 8 and 30 km from the larger of two centres, and one without a way to it.
struct SmallProgramme {
    SmallProgramme() {
        question.settlements.ids = {"a", "b", "c", "d", "e"};
        question.settlements.names = {"Pusat", "Dekat", "Tengah", "Jauh", std::nullopt};
        question.settlements.families = {100.0, 100.0, 100.0, 100.0, 100.0};
        question.settlements.has_families = true;
        question.settlements.groups = {{"kecamatan", {"X", "X", "Y", "Y", "Y"}}};
        question.settlements.places.assign(5, geo::GridPoint{});
        question.centres.features = {0, 1};
        question.centres.ids = {"small", "large"};
        question.centres.names = {"Kecil", "Mulyasari"};
        question.masses = {5.0, 50.0};
        findings.costs = core::CostMatrix(5, 2);
        const std::array costs{0, 4'000'000, 8'000'000, 30'000'000};
        for (std::size_t row = 0; row < costs.size(); ++row) findings.costs.row(row)[1] = costs[row];
        findings.costs.row(4)[0] = 1'000'000;
        programme.poor_families = {20.0, 20.0, 10.0, 40.0, 30.0};
        programme.has_poor_families = programme.has_poor_participants = true;
        programme.activities = {{0, 50.0, 10.0}, {0, 30.0, 5.0}, {1, 20.0, 0.0}, {2, std::nullopt, std::nullopt}};
        programme.group_field = "kelompok";
        programme.groups = {"pemerintah", "badan usaha", "pemerintah", std::nullopt};
        programme.limits = {5'000'000, 10'000'000};
        places.crs = geo::wgs84_wkt();
        places.geometry_type = geo::GeometryType::Point;
        for (int i = 0; i < 5; ++i) {
            places.geometry.add_part(geo::PartRole::Point, {{geo::Point{105.0 + i, 0.0}}});
            places.geometry.end_feature();
        }
    }

    [[nodiscard]] ProgrammeFindings found() {
        return find_programme_reach(programme, question, findings, run.diagnostics);
    }
    layers::Layer reach(core::Language language = core::Language::English) {
        RunContext with_language{run.progress, run.diagnostics, language, 1};
        return make_programme_reach(programme, question, found(), places, with_language);
    }
    layers::Layer bands() { return make_programme_bands(programme, question, found(), run.context); }
    [[nodiscard]] Results answer() {
        Results results;
        add_programme_answer(results, programme, question, found());
        return results;
    }

    HinterlandQuestion question;
    HinterlandFindings findings;
    Programme programme;
    layers::Layer places;
    TestRun run;
};

TEST(ProgrammeReach, DoesNotTakeASettlementWithoutALocationForAFarOne) {
    SmallProgramme small;
    small.question.settlements.places[0].reset();
    small.findings.costs.row(0)[1] = core::kUnreachable;
    const auto layer = small.reach();
    EXPECT_THAT(values_of(layer, "to_centre_m")[0], "-");
    EXPECT_THAT(values_of(layer, "reason")[0], HasSubstr(" Its place is not known."));
    const auto bands = values_of(small.bands(), "group_value");
    EXPECT_THAT(bands, testing::Contains("no_location"));
    SmallProgramme without_way;
    without_way.findings.costs.row(0)[1] = core::kUnreachable;
    EXPECT_LT(*figure(small.answer(), "programme_concentration_index"),
              *figure(without_way.answer(), "programme_concentration_index"));
}

TEST(ProgrammeReach, HasARowForEachSettlementInTheirOrder) {
    SmallProgramme small;
    const auto layer = small.reach();
    ASSERT_EQ(layer.row_count, 5U);
    EXPECT_EQ(layer.geometry.size(), 5U);
    EXPECT_THAT(values_of(layer, "settlement_id"), ElementsAre("a", "b", "c", "d", "e"));
    EXPECT_THAT(values_of(layer, "to_centre_m"), ElementsAre("0", "4000", "8000", "30000", "-"));
    EXPECT_THAT(values_of(layer, "activities"), ElementsAre("2", "1", "1", "0", "0"));
    EXPECT_THAT(values_of(layer, "reached"), ElementsAre("true", "true", "true", "false", "false"));
    EXPECT_THAT(values_of(layer, "participants"), ElementsAre("80", "20", "-", "0", "0"));
    EXPECT_THAT(values_of(layer, "coverage_share"), ElementsAre("0.8", "0.2", "-", "0", "0"));
    EXPECT_THAT(values_of(layer, "poor_coverage_share"), ElementsAre("0.75", "0", "-", "0", "0"));
    EXPECT_THAT(values_of(layer, "exclusion_error_share"), ElementsAre("0.25", "1", "-", "1", "1"));
    EXPECT_THAT(values_of(layer, "inclusion_error_share"), ElementsAre("0.8125", "1", "-", "-", "-"));
    EXPECT_THAT(values_of(layer, "unreached_poor"), ElementsAre("-", "3", "-", "1", "2"));
    EXPECT_THAT(values_of(layer, "status"),
                ElementsAre("reached", "poor_not_reached", "reached", "not_reached", "not_reached"));
}

TEST(ProgrammeReach, GivesItsReasons) {
    SmallProgramme small;
    EXPECT_THAT(values_of(small.reach(), "reason"),
                ElementsAre("Activities: 2; families taking part: 80 (80 % of all). Poor families: 20, of which taking "
                            "part: 15. 0 m to Mulyasari.",
                            "Activities: 1; families taking part: 20 (20 % of all). Poor families: 20, of which taking "
                            "part: 0. 4.0 km to Mulyasari.",
                            "Activities: 1, without a number of participants. Poor families: 10; not known how many of "
                            "them take part. 8.0 km to Mulyasari.",
                            "No activity took place here. Poor families: 40. 30.0 km to Mulyasari.",
                            "No activity took place here. Poor families: 30. No way to Mulyasari."));
    EXPECT_EQ(values_of(small.reach(core::Language::Indonesian), "reason")[3],
              "Tidak ada kegiatan di sini. Keluarga miskin: 40. 30,0 km ke Mulyasari.");
}

TEST(ProgrammeReach, CountsTheLargestActivityWhereParticipantsAreTheSame) {
    SmallProgramme small;
    small.programme.participants_are = hinterland::ParticipantsAre::SameFamilies;
    EXPECT_EQ(values_of(small.reach(), "participants")[0], "50");
    EXPECT_THAT(small.answer().summary[0].english, HasSubstr("at least"));
}

TEST(ProgrammeReach, TellsTimesInMinutes) {
    SmallProgramme small;
    small.programme.cost = network::Objective::Time;
    const auto layer = small.reach();
    EXPECT_EQ(layer.find("to_centre_m"), nullptr);
    EXPECT_EQ(number_of(layer, "to_centre_min", 3), 500.0);
    EXPECT_THAT(values_of(layer, "reason")[3], HasSubstr("8 h 20 min to Mulyasari."));
    EXPECT_THAT(values_of(small.bands(), "group_field")[0], "to_centre_min");
}

TEST(ProgrammeReach, SaysWhichCentreItTakesWhereNoneIsNamed) {
    SmallProgramme small;
    (void)small.found();
    EXPECT_THAT(
        small.run.told(core::Severity::Information),
        ElementsAre("Programme: distances are taken from Mulyasari, the centre of the greatest mass in the area; "
                    "name another with --programme-centre."));
    SmallProgramme inside;
    inside.question.outside = {false, true};
    EXPECT_EQ(inside.found().centre, 0U);
    SmallProgramme named;
    named.programme.centre = 0;
    (void)named.found();
    EXPECT_THAT(named.run.told(core::Severity::Information), testing::IsEmpty());
}

TEST(ProgrammeReach, StartsFromTheCentreThatIsNamed) {
    SmallProgramme small;
    small.programme.centre = 0;
    EXPECT_THAT(values_of(small.reach(), "to_centre_m"), ElementsAre("-", "-", "-", "-", "1000"));
}

TEST(ProgrammeBands, HaveARowForEachBandAndGroup) {
    SmallProgramme small;
    const auto table = small.bands();
    EXPECT_THAT(values_of(table, "kind"),
                ElementsAre("cost_band", "cost_band", "cost_band", "cost_band", "settlement_group", "settlement_group",
                            "total", "activity_group", "activity_group", "activity_group"));
    EXPECT_THAT(values_of(table, "group_value"), ElementsAre("up_to_5000", "up_to_10000", "over_10000", "no_way", "X",
                                                             "Y", "total", "badan usaha", "pemerintah", "-"));
    EXPECT_THAT(values_of(table, "from_m"), ElementsAre("0", "5000", "10000", "-", "-", "-", "-", "-", "-", "-"));
    EXPECT_THAT(values_of(table, "up_to_m"), ElementsAre("5000", "10000", "-", "-", "-", "-", "-", "-", "-", "-"));
    EXPECT_THAT(values_of(table, "settlements"), ElementsAre("2", "1", "1", "1", "2", "3", "5", "5", "5", "5"));
    EXPECT_THAT(values_of(table, "settlements_reached"), ElementsAre("2", "1", "0", "0", "2", "1", "3", "1", "2", "1"));
    EXPECT_THAT(values_of(table, "activities"), ElementsAre("3", "1", "0", "0", "3", "1", "4", "1", "2", "1"));
    EXPECT_EQ(number_of(table, "coverage_share", 0), 0.5);
    EXPECT_EQ(number_of(table, "coverage_share", 1), std::nullopt);
    EXPECT_EQ(number_of(table, "coverage_share", 6), 0.25);
    EXPECT_EQ(number_of(table, "with_coverage", 6), 4.0);
    EXPECT_EQ(number_of(table, "families", 6), 500.0);
    EXPECT_DOUBLE_EQ(*number_of(table, "exclusion_error_share", 6), 95.0 / 110.0);
    EXPECT_DOUBLE_EQ(*number_of(table, "inclusion_error_share", 6), 0.85);
    EXPECT_DOUBLE_EQ(*number_of(table, "inclusion_error_share", 7), 25.0 / 30.0);
    EXPECT_LT(*number_of(table, "concentration_index", 6), 0.0);
}

TEST(ProgrammeAnswer, SaysWhoIsCoveredAndWhoIsLeftOut) {
    SmallProgramme small;
    const auto results = small.answer();
    ASSERT_EQ(results.summary.size(), 4U);
    EXPECT_EQ(results.summary[0].english,
              "The programme reaches 3 of 5 settlements. Taking part: at most 25 % of the families (4 settlements with "
              "figures). Of the poor families at most 14 % take part, so that at least 86 % are left out. Of those who "
              "take part "
              "85 % are not poor.");
    EXPECT_THAT(results.summary[1].english,
                HasSubstr("below 0: the nearer to Mulyasari, the more take part; far settlements are left behind."));
    EXPECT_EQ(results.summary[3].english,
              "Settlements with poor families of which none is known to take part: 3; those with the most: Jauh (40 "
              "poor families, 30.0 km), e (30 poor families, no way), Dekat (20 poor families, 4.0 km).");
    EXPECT_EQ(figure(results, "programme_settlements_reached"), 3.0);
    EXPECT_EQ(figure(results, "programme_coverage_share"), 0.25);
    EXPECT_EQ(figure(results, "programme_unreached_poor_settlements"), 3.0);
}

TEST(ProgrammeAnswer, SaysWhatTheSignOfTheIndexMeans) {
    SmallProgramme far;
    far.programme.activities = {{3, 80.0, 30.0}};
    EXPECT_THAT(far.answer().summary[1].english, HasSubstr("above 0: the farther from Mulyasari, the more take part."));
    SmallProgramme even;
    even.programme.activities = {{0, 9.0, 2.0}, {1, 9.0, 2.0}, {2, 9.0, 1.0}, {3, 9.0, 4.0}, {4, 9.0, 3.0}};
    const auto results = even.answer();
    EXPECT_THAT(results.summary[1].english, HasSubstr("concentration index 0.00, near 0: being near Mulyasari"));
    EXPECT_EQ(results.summary.size(), 3U);
}

TEST(ProgrammeAnswer, IsShortWhereLittleIsKnown) {
    SmallProgramme small;
    small.question.settlements.families.assign(5, std::nullopt);
    small.programme.poor_families.assign(5, std::nullopt);
    small.programme.activities = {{1, 5.0, std::nullopt}};
    const auto results = small.answer();
    ASSERT_EQ(results.summary.size(), 1U);
    EXPECT_EQ(results.summary[0].english, "The programme reaches 1 of 5 settlements.");
    EXPECT_EQ(figure(results, "programme_concentration_index"), std::nullopt);
}

TEST(ProgrammeLayers, GiveColumnsThatTheyDeclare) {
    SmallProgramme small;
    const auto check = [](const OutputLayer& declared, const layers::Layer& layer) {
        auto names = names_of(declared.columns);
        std::erase_if(names, [](const std::string& name) { return name.ends_with("_min"); });
        EXPECT_EQ(names_of(layer.columns), names);
        EXPECT_FALSE(declared.when.english.empty());
    };
    check(declare_programme_reach(), small.reach());
    check(declare_programme_bands(), small.bands());
    for (const auto& style : declare_programme_reach().styles) {
        for (std::size_t row = 0; row < 5; ++row) EXPECT_TRUE(maps::class_of(style, small.reach(), row).has_value());
    }
}

TEST(ProgrammeLayers, AreDeclaredByTheRulesOfTheCatalogue) {
    Analysis analysis;
    analysis.id = "reach";
    analysis.group = analysis.title = analysis.help = {"Reach", "Jangkauan"};
    analysis.parameters = settlement_parameters();
    append(analysis.parameters, programme_parameters());
    auto main = declare_programme_reach();
    main.name = "reach";
    main.when = {};
    auto bands = declare_programme_bands();
    bands.name = "reach_bands";
    analysis.outputs = {main, bands};
    analysis.run = [](Arguments& /*arguments*/, RunContext& /*context*/) { return Results{}; };
    EXPECT_THAT(catalogue_faults({analysis}), testing::IsEmpty());
}

/// The sample's programme, with straight lines in the place of ways.
TEST(ProgrammeReach, LeavesTheFarSettlementsOfTheSampleOut) {
    auto region = test_support::make_telang();
    TestRun run;
    run.arguments.layers["settlements"].push_back(region.settlements);
    run.arguments.layers["centres"].push_back(region.centres);
    run.arguments.layers["activities"].push_back(test_support::make_telang_activities());
    run.arguments.texts = {{"participants-are", "different"}, {"programme-centre", "PK-01"}};
    const std::map<std::string, std::string> fields{{"id-field", "kode"},
                                                    {"name-field", "nama"},
                                                    {"families-field", "jumlah_kk"},
                                                    {"poor-families-field", "kk_miskin"},
                                                    {"centre-id-field", "kode"},
                                                    {"centre-name-field", "nama"},
                                                    {"activity-settlement-field", "kode"},
                                                    {"activity-group-field", "kelompok"},
                                                    {"participants-field", "peserta"},
                                                    {"poor-participants-field", "peserta_miskin"}};
    for (const auto& [parameter, field] : fields) run.find(parameter, field);
    HinterlandQuestion question;
    question.settlements = read_settlements(run.arguments, FamiliesUse::Needed, run.context);
    question.centres =
        read_destinations(run.arguments, {{"centres", "centre-id-field", "centre-name-field"}, {}, {}}, run.context);
    question.masses.assign(question.centres.size(), 1.0);
    ConfirmedMatches none;
    const auto programme = read_programme(run.arguments, question.settlements, question.centres, none, run.context);
    ASSERT_THAT(run.errors(), testing::IsEmpty());
    HinterlandFindings findings;
    findings.costs = core::CostMatrix(question.settlements.size(), question.centres.size());
    for (std::size_t row = 0; row < question.settlements.size(); ++row) {
        findings.costs.row(row)[*programme->centre] = core::to_thousandths(
            geo::distance(*question.settlements.places[row], question.centres.places[*programme->centre]));
    }
    const auto found = find_programme_reach(*programme, question, findings, run.diagnostics);
    const auto concentration = hinterland::reach_concentration(found.reach());
    EXPECT_LT(*concentration.coverage, -0.2);
    EXPECT_LT(*concentration.poor_coverage, -0.2);
    std::vector<std::pair<std::int64_t, bool>> by_distance;
    for (std::size_t row = 0; row < found.reached.size(); ++row) {
        by_distance.emplace_back(found.settlements[row].cost, found.reached[row].reached);
    }
    std::ranges::sort(by_distance);
    EXPECT_TRUE(by_distance.front().second);
    for (std::size_t i = by_distance.size() - 12; i < by_distance.size(); ++i) EXPECT_FALSE(by_distance[i].second);
    EXPECT_GE(found.unreached_poor.size(), 17U);
}

}  // namespace
}  // namespace desakota::analyses
