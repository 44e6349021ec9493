#include "engine/analyses/hinterland_interaction.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/hinterland_run.h"

namespace desakota::analyses {
namespace {

using testing::Contains;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr double kNear = 1e-6;

std::vector<double> numbers_of(const layers::Layer& layer, const std::string& column) {
    std::vector<double> values;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        values.push_back(layer.find(column)->number(row).value_or(-1.0));
    }
    return values;
}

TEST(HinterlandInteraction, HasAnIndexOf100InAFullCentreAnd50AtTheHalfDistance) {
    HinterlandRun run;
    const auto results = run.run();
    const auto& layer = layer_of(results, "hinterland_interaction");
    EXPECT_THAT(numbers_of(layer, "interaction_index"),
                ElementsAre(DoubleNear(100.0, kNear), DoubleNear(50.0, kNear),
                            DoubleNear(100.0 * 0.5 * std::exp2(-0.6), kNear), DoubleNear(50.0, kNear), 0.0));
    EXPECT_THAT(values_of(layer, "main_centre_name"), ElementsAre("Hulu", "Hulu", "Hilir", "Hilir", "-"));
    EXPECT_THAT(values_of(layer, "status"),
                ElementsAre("reached", "reached", "reached", "reached", "no_road_in_reach"));
    EXPECT_THAT(values_of(layer, "total_m"), ElementsAre("0", "10000", "6000", "0", "-"));
}

TEST(HinterlandInteraction, GivesThePotentialAndSharesOverAllCentres) {
    HinterlandRun run;
    run.give("top-centres", 1.0);
    const auto results = run.run();
    const auto& layer = layer_of(results, "hinterland_interaction");
    const double first = std::exp2(-1.0);
    const double second = 0.5 * std::exp2(-2.0);
    EXPECT_NEAR(*number_of(layer, "potential", 1), 100.0 * (first + second), kNear);
    EXPECT_NEAR(*number_of(layer, "main_centre_share", 1), first / (first + second), kNear);
    EXPECT_NEAR(*number_of(layer, "second_centre_share", 1), second / (first + second), kNear);
    EXPECT_EQ(number_of(layer, "second_centre_m", 1), 20000.0);
    const auto& listed = layer_of(results, "hinterland_interaction_interactions");
    EXPECT_EQ(listed.row_count, 4U);
    EXPECT_NEAR(*number_of(listed, "share", 1), first / (first + second), kNear);
}

TEST(HinterlandInteraction, ListsTheTiesOfEachSettlementByRank) {
    HinterlandRun run;
    const auto results = run.run();
    const auto& listed = layer_of(results, "hinterland_interaction_interactions");
    EXPECT_THAT(values_of(listed, "settlement_name"), ElementsAre("A", "A", "B", "B", "C", "C", "D", "D"));
    EXPECT_THAT(values_of(listed, "centre_id"), ElementsAre("P1", "P2", "P1", "P2", "P2", "P1", "P2", "P1"));
    EXPECT_THAT(values_of(listed, "rank"), ElementsAre("1", "2", "1", "2", "1", "2", "1", "2"));
    EXPECT_THAT(values_of(listed, "total_m"),
                ElementsAre("0", "30000", "10000", "20000", "6000", "24000", "0", "30000"));
    for (std::size_t row = 0; row < listed.row_count; row += 2) {
        EXPECT_NEAR(*number_of(listed, "share", row) + *number_of(listed, "share", row + 1), 1.0, 1e-12);
    }
}

TEST(HinterlandInteraction, SaysWhoseHinterlandASettlementIsAndHowMuch) {
    HinterlandRun run;
    const auto results = run.run();
    const auto& layer = layer_of(results, "hinterland_interaction");
    EXPECT_THAT(values_of(layer, "reason")[1], HasSubstr("80 % of its ties go to Hulu."));
    const auto& centres = layer_of(results, "hinterland_interaction_centres");
    EXPECT_THAT(values_of(centres, "settlements"), ElementsAre("2", "2"));
    EXPECT_THAT(values_of(centres, "families"), ElementsAre("300", "350"));
    EXPECT_THAT(values_of(centres, "population"), ElementsAre("1200", "1400"));
    EXPECT_THAT(values_of(centres, "mean_m"), ElementsAre("5000", "3000"));
    EXPECT_THAT(results.summary[0].english,
                HasSubstr("4 of 5 settlements are tied to a centre, half of them with an index of at least 50. "
                          "Interaction index: 50 = 10.0 km from a centre of mass 1,000."));
}

TEST(HinterlandInteraction, CallsContestedWhatTwoCentresHoldAlike) {
    HinterlandRun run;
    run.give("margin", 0.6);
    const auto results = run.run();
    const auto& layer = layer_of(results, "hinterland_interaction");
    EXPECT_THAT(values_of(layer, "contested"), ElementsAre("false", "true", "true", "true", "-"));
    EXPECT_THAT(values_of(layer, "reason")[1], HasSubstr("Contested: 80 % of its ties go to Hulu, 20 % to Hilir."));
    EXPECT_EQ(figure(results, "settlements_contested"), 3.0);
}

TEST(HinterlandInteraction, LeavesSharesMissingWhereThereIsNoTie) {
    HinterlandRun run;
    run.give("decay", std::string("stepped"));
    run.arguments.numbers["decay-limits"] = {5000.0};
    run.arguments.numbers["decay-values"] = {1.0};
    const auto results = run.run();
    const auto& layer = layer_of(results, "hinterland_interaction");
    EXPECT_THAT(values_of(layer, "interaction_index"), ElementsAre("100", "0", "0", "50", "0"));
    EXPECT_THAT(values_of(layer, "main_centre_id"), ElementsAre("P1", "-", "-", "P2", "-"));
    EXPECT_EQ(values_of(layer, "status")[1], "reached");
    EXPECT_THAT(values_of(layer, "reason")[1], HasSubstr("So far away there is no tie left."));
}

TEST(HinterlandInteraction, KnowsNoIndexWithoutALocationOrBeyondTheCutoff) {
    HinterlandRun run;
    run.give("cutoff", 8000.0);
    run.replace(
        "settlements",
        LayerMaker("desa").points({metres(4000)}).points({metres(15000)}).nothing().texts("nama", {"A", "B", "C"}));
    run.arguments.fields.erase("families-field");
    run.arguments.fields.erase("population-field");
    const auto results = run.run();
    const auto& layer = layer_of(results, "hinterland_interaction");
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("reached", "beyond_cutoff", "no_geometry"));
    EXPECT_THAT(numbers_of(layer, "interaction_index"),
                ElementsAre(DoubleNear(100.0 * std::exp2(-0.4), kNear), -1.0, -1.0));
    EXPECT_EQ(layer.find("population"), nullptr);
    EXPECT_EQ(layer.find("flow"), nullptr);
}

TEST(HinterlandInteraction, MeasuresTheIndexAgainstAGivenMass) {
    HinterlandRun run;
    run.give("reference-mass", 2000.0);
    const auto results = run.run();
    EXPECT_NEAR(*number_of(layer_of(results, "hinterland_interaction"), "interaction_index", 0), 50.0, kNear);
    EXPECT_EQ(figure(results, "reference_mass"), 2000.0);
}

TEST(HinterlandInteraction, OfTimeHalvesTiesByHalfTimes) {
    HinterlandRun run;
    run.give("cost", std::string("time"));
    run.give("default-speed", 20.0);
    run.give("half-time", 30.0);
    const auto results = run.run();
    const auto& layer = layer_of(results, "hinterland_interaction");
    EXPECT_NEAR(*number_of(layer, "interaction_index", 1), 50.0, kNear);
    EXPECT_EQ(number_of(layer, "second_centre_min", 1), 60.0);
    EXPECT_EQ(layer.find("second_centre_m"), nullptr);
    EXPECT_THAT(results.summary[0].english, HasSubstr("50 = 30 min from a centre of mass 1,000"));
}

TEST(HinterlandInteraction, NeverFallsWhereARoadIsAdded) {
    HinterlandRun without;
    const auto before = without.run();
    HinterlandRun with;
    with.replace("roads", LayerMaker("jalan")
                              .line({metres(0), metres(30000)})
                              .line({metres(24000), metres(24000, 25000), metres(10000, 49000)}));
    const auto after = with.run();
    const auto old = numbers_of(layer_of(before, "hinterland_interaction"), "interaction_index");
    const auto now = numbers_of(layer_of(after, "hinterland_interaction"), "interaction_index");
    for (std::size_t i = 0; i < old.size(); ++i) EXPECT_GE(now[i], old[i]);
    EXPECT_GT(now[4], old[4]);
}

TEST(HinterlandInteraction, GoesToTheNearerPlaceOfACentreWithSeveral) {
    HinterlandRun run;
    run.replace("centres", LayerMaker("pusat")
                               .points({metres(0), metres(20000)})
                               .points({metres(30000)})
                               .texts("kode", {"P1", "P2"})
                               .texts("nama", {"Hulu", "Hilir"})
                               .numbers("penduduk", {1000, 500}));
    run.give("verify", 3.0);
    const auto results = run.run();
    const auto& layer = layer_of(results, "hinterland_interaction");
    EXPECT_THAT(values_of(layer, "main_centre_id"), ElementsAre("P1", "P1", "P1", "P2", "-"));
    EXPECT_THAT(values_of(layer, "total_m"), ElementsAre("0", "10000", "4000", "0", "-"));
    EXPECT_EQ(figure(results, "verify_difference_mm"), 0.0);
}

TEST(HinterlandInteraction, IsTheSameForAnyNumberOfThreads) {
    HinterlandRun one;
    HinterlandRun four;
    const auto single = one.run(core::Language::English, 1);
    const auto several = four.run(core::Language::English, 4);
    ASSERT_EQ(single.layers.size(), several.layers.size());
    for (std::size_t i = 0; i < single.layers.size(); ++i) {
        for (const auto& column : single.layers[i].columns) {
            EXPECT_EQ(values_of(single.layers[i], column.name()), values_of(several.layers[i], column.name()));
        }
    }
}

TEST(HinterlandInteraction, NamesItsCentresInTheLegendAndSaysWhat50Means) {
    HinterlandRun run;
    run.arguments.layer("settlements")->geometry_type = geo::GeometryType::Point;
    const auto results = run.run(core::Language::Indonesian);
    const auto& styles = results.layers[0].styles;
    ASSERT_EQ(styles.size(), 4U);
    EXPECT_THAT(styles[0].qml, HasSubstr("50 = 10,0 km dari pusat bermassa 1.000"));
    EXPECT_THAT(styles[1].qml, HasSubstr("Hilir"));
}

TEST(HinterlandInteraction, RefusesDecayOptionsThatDoNotGoTogether) {
    HinterlandRun run;
    run.give("decay", std::string("stepped"));
    run.give("half-distance", 5000.0);
    const auto [status, problems] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(problems, HasSubstr("--decay stepped needs --decay-limits and --decay-values"));
    EXPECT_THAT(problems, HasSubstr("--half-distance has no effect with --decay stepped"));
}

TEST(HinterlandInteraction, RefusesAHalfTimeWhereDistanceCounts) {
    HinterlandRun run;
    run.give("half-time", 20.0);
    EXPECT_THAT(run.failure().second, HasSubstr("--half-time has no effect with --decay exponential --cost distance"));
}

TEST(HinterlandInteraction, SaysThatCentresBeyondTheCutoffAreLeftOut) {
    HinterlandRun run;
    run.give("cutoff", 25000.0);
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(), Contains(HasSubstr("Centres beyond --cutoff are left out")));
}

TEST(HinterlandInteraction, SaysWhereTwoCentresPullAlike) {
    HinterlandRun run;
    const auto results = run.run();
    const auto& points = layer_of(results, "hinterland_interaction_breaking_points");
    // 1000 f(x) = 500 f(30 km - x) with halves of 10 km: x = 20 km.
    EXPECT_THAT(values_of(points, "first_m"), ElementsAre("20000"));
    EXPECT_THAT(values_of(points, "reason"), ElementsAre("Both pull alike 20.0 km from Hulu and 10.0 km from Hilir."));
}

TEST(HinterlandInteraction, NeedsNoPopulation) {
    HinterlandRun run;
    run.arguments.fields.erase("population-field");
    const auto results = run.run();
    EXPECT_EQ(layer_of(results, "hinterland_interaction_desire_lines").row_count, 4U);
    EXPECT_EQ(layer_of(results, "hinterland_interaction_interactions").find("flow"), nullptr);
}

TEST(HinterlandInteraction, NamesACentreWithoutMass) {
    HinterlandRun run;
    run.replace("centres", HinterlandRun::centres({1000, 0}));
    const auto [status, problems] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_THAT(problems, HasSubstr("Hilir"));
}

}  // namespace
}  // namespace desakota::analyses
