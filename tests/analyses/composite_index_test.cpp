#include "engine/analyses/composite_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/composite_run.h"

namespace desakota::analyses {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(CompositeIndex, GivesScoreClassAndRankRowForRow) {
    CompositeRun run(own_scheme());
    run.settle(three_villages().numbers("a", {0.2, 0.9, 0.6}).numbers("b", {0.4, 0.7, 0.6}));
    const auto results = run.run();
    const auto& layer = layer_of(results, "composite_index");
    EXPECT_THAT(values_of(layer, "settlement_name"), ElementsAre("A", "B", "C"));
    EXPECT_NEAR(*number_of(layer, "score", 0), 0.3, 1e-12);
    EXPECT_THAT(values_of(layer, "class"), ElementsAre("low", "high", "high"));
    EXPECT_THAT(values_of(layer, "rank"), ElementsAre("3", "1", "2"));
    EXPECT_THAT(values_of(layer, "rank_low"), ElementsAre("3", "1", "2"));
    EXPECT_THAT(values_of(layer, "rank_high"), ElementsAre("3", "1", "2"));
    EXPECT_THAT(values_of(layer, "status"), Each("computed"));
    EXPECT_THAT(values_of(layer, "reason"), Each("Rests on all 2 indicators."));
    EXPECT_EQ(layer.geometry.size(), 3U);
    EXPECT_EQ(results.summary.front().english,
              "own index: 3 of 3 settlements have a score: 1 low, 2 high. Scheme: test; not official.");
    EXPECT_EQ(results.summary.front().indonesian,
              "indeks sendiri: 3 dari 3 satuan permukiman punya skor: 1 rendah, 2 tinggi. Skema: test; bukan resmi.");
}

TEST(CompositeIndex, FindsIndicatorsByTheirCodesInAnyLetterCase) {
    CompositeRun run(own_scheme());
    run.settle(three_villages().numbers("A", {0.2, 0.9, 0.6}).numbers("b", {0.4, 0.7, 0.6}));
    EXPECT_THAT(values_of(layer_of(run.run(), "composite_index"), "rank"), ElementsAre("3", "1", "2"));
}

TEST(CompositeIndex, FindsIndicatorsUnderAnotherName) {
    CompositeRun run(own_scheme());
    run.give("indicator-names", " a = listrik ,b=air");
    run.settle(three_villages().numbers("LISTRIK", {0.2, 0.9, 0.6}).numbers("air", {0.4, 0.7, 0.6}));
    EXPECT_THAT(values_of(layer_of(run.run(), "composite_index"), "rank"), ElementsAre("3", "1", "2"));
}

TEST(CompositeIndex, ReadsNumbersThatATableHoldsAsText) {
    CompositeRun run(own_scheme());
    run.settle(three_villages().texts("a", {"0,2", "0.9", " "}).numbers("b", {0.4, 0.7, 0.6}));
    const auto results = run.run();
    EXPECT_NEAR(*number_of(layer_of(results, "composite_index"), "score", 0), 0.3, 1e-12);
    EXPECT_THAT(values_of(layer_of(results, "composite_index"), "status"),
                ElementsAre("computed", "computed", "not_computed"));
    EXPECT_EQ(values_of(layer_of(results, "composite_index"), "reason")[2],
              "Not computed: 50 % of the weights are there, 100 % are needed; missing: a.");
}

TEST(CompositeIndex, SharesTheWeightOfWhatIsMissingWhereEnoughIsThere) {
    CompositeRun run(own_scheme("minimum_coverage = 0.5\n"));
    run.settle(three_villages().texts("a", {"0.2", "0.9", ""}).numbers("b", {0.4, 0.7, 0.6}));
    const auto results = run.run();
    const auto& layer = layer_of(results, "composite_index");
    EXPECT_THAT(values_of(layer, "coverage"), ElementsAre("1", "1", "0.5"));
    EXPECT_NEAR(*number_of(layer, "score", 2), 0.6, 1e-12);
    EXPECT_EQ(values_of(layer, "reason")[2], "Rests on 1 of 2 indicators; missing: a.");
    const auto& contributions = layer_of(results, "composite_index_contributions");
    EXPECT_THAT(values_of(contributions, "indicator"), ElementsAre("a", "b", "a", "b", "a", "b"));
    EXPECT_EQ(values_of(contributions, "weight")[5], "1");
    EXPECT_EQ(values_of(contributions, "value")[4], "-");
    EXPECT_EQ(values_of(contributions, "contribution")[4], "-");
}

TEST(CompositeIndex, TellsHowRanksShiftWithoutAnIndicator) {
    CompositeRun run(own_scheme());
    run.settle(three_villages().numbers("a", {0.9, 0.9, 0.3}).numbers("b", {0.1, 0.3, 0.5}));
    const auto& table = layer_of(run.run(), "composite_index_sensitivity");
    EXPECT_THAT(values_of(table, "indicator"), ElementsAre("a", "b"));
    EXPECT_NEAR(*number_of(table, "mean_shift", 0), 4.0 / 3.0, 1e-12);
    EXPECT_THAT(values_of(table, "largest_shift"), ElementsAre("2", "1"));
}

TEST(CompositeIndex, CountsSettlementsAndFamiliesByClassAndGroup) {
    CompositeRun run(own_scheme());
    run.settle(three_villages()
                   .numbers("a", {0.2, 0.9, 0.6})
                   .numbers("b", {0.4, 0.7, 0.6})
                   .texts("kec", {"X", "X", "Y"})
                   .numbers("kk", {10, 20, 40}));
    run.find("group-field", "kec");
    run.find("families-field", "kk");
    const auto& summary = layer_of(run.run(), "composite_index_summary");
    EXPECT_THAT(values_of(summary, "group_value"), ElementsAre("X", "Y", "total"));
    EXPECT_THAT(values_of(summary, "class_low_settlements"), ElementsAre("1", "0", "1"));
    EXPECT_THAT(values_of(summary, "class_high_settlements"), ElementsAre("1", "1", "2"));
    EXPECT_THAT(values_of(summary, "class_high_families"), ElementsAre("20", "40", "60"));
    EXPECT_THAT(values_of(summary, "settlements_unknown"), ElementsAre("0", "0", "0"));
}

TEST(CompositeIndex, GivesEachDimensionItsScoreAndTheClassesOfTheSchemeTheirColours) {
    CompositeRun run("ifi_lamba_2006");
    auto layer = three_villages().numbers("iav", {1.15, 0.48, 0.71});
    for (const auto* code : {"ibpl", "ilab", "iedu", "iri"}) layer.numbers(code, {0.15, 0.11, 0.28});
    for (const auto* code : {"imm", "iwat", "ipus", "ilit"}) layer.numbers(code, {0.20, 0.16, 0.37});
    run.settle(layer);
    const auto results = run.run(core::Language::Indonesian);
    const auto& index = layer_of(results, "composite_index");
    EXPECT_THAT(values_of(index, "class"), ElementsAre("slightly_insecure", "secure", "fairly_secure"));
    EXPECT_THAT(values_of(index, "rank"), ElementsAre("3", "1", "2"));
    EXPECT_NEAR(*number_of(index, "score_ifla", 0), 0.15, 1e-12);
    EXPECT_NEAR(*number_of(index, "score_ihi", 0), 0.20, 1e-12);
    EXPECT_EQ(index.find("next_class"), nullptr);
    ASSERT_THAT(index.styles, Not(IsEmpty()));
    EXPECT_THAT(index.styles.front().qml, HasSubstr("agak rawan pangan"));
    EXPECT_THAT(index.styles.front().qml, Not(HasSubstr("Mandiri")));
    EXPECT_EQ(results.layers.size(), 4U);  // no steps
}

/// Village A is "developing", B "independent" and C "advanced".
LayerMaker villages_with_low_scores() {
    const std::vector<double> low{0.0, 5.0, 2.0};
    return idm_villages({{"ikl_01", low}, {"ikl_02", low}, {"ikl_03", low}, {"ike_01", low}, {"ike_02", low}});
}

TEST(CompositeIndex, NamesTheFewestStepsToTheNextStatusOfIdm) {
    CompositeRun run("idm_2016");
    run.settle(villages_with_low_scores());
    const auto results = run.run();
    const auto& index = layer_of(results, "composite_index");
    EXPECT_THAT(values_of(index, "class"), ElementsAre("developing", "independent", "advanced"));
    EXPECT_THAT(values_of(index, "next_class"), ElementsAre("advanced", "-", "independent"));
    EXPECT_NEAR(*number_of(index, "next_class_score", 0), 0.7073, 1e-12);
    EXPECT_NEAR(*number_of(index, "lacking", 0), 0.7073 - (1.0 + 50.0 / 60.0) / 3.0, 1e-12);
    EXPECT_THAT(values_of(index, "steps"), ElementsAre("1", "-", "1"));
    const auto& steps = layer_of(results, "composite_index_steps");
    EXPECT_THAT(values_of(steps, "settlement_name"), ElementsAre("A", "C"));
    EXPECT_THAT(values_of(steps, "indicator"), ElementsAre("ikl_01", "ikl_01"));
    EXPECT_THAT(values_of(steps, "value_from"), ElementsAre("0", "2"));
    EXPECT_THAT(values_of(steps, "value_to"), ElementsAre("5", "5"));
    EXPECT_NEAR(*number_of(steps, "gain", 0), 1.0 / 9.0, 1e-12);
    EXPECT_THAT(values_of(steps, "cost"), ElementsAre("-", "-"));
    EXPECT_THAT(results.summary.front().english,
                HasSubstr("Scheme: Kementerian Desa, PDT dan Transmigrasi, 2016; official."));
}

TEST(CompositeIndex, PrefersCheapStepsWhereCostsAreKnown) {
    CompositeRun run("idm_2016");
    run.settle(villages_with_low_scores());
    run.add("costs", LayerMaker("biaya")
                         .nothing()
                         .nothing()
                         .nothing()
                         .nothing()
                         .texts("indikator", {"ikl_01", "ikl_02", "ike_01", "ike_02"})
                         .texts("biaya", {"1.000.000", "200.000", "100.000", "50.000"}));
    run.find("cost-indicator-field", "indikator");
    run.find("cost-field", "biaya");
    const auto results = run.run();
    const auto& steps = layer_of(results, "composite_index_steps");
    EXPECT_THAT(values_of(steps, "indicator"), ElementsAre("ikl_02", "ikl_02"));
    EXPECT_THAT(values_of(steps, "cost"), ElementsAre("200000", "200000"));
}

TEST(CompositeIndex, PutsAsManySettlementsIntoEachClassWithoutBreaks) {
    std::string text = own_scheme();
    text.replace(text.find("closure"), text.find("[[class]]") - text.find("closure"), "classes_by = \"quantile\"\n");
    CompositeRun run(text);
    run.settle(three_villages().numbers("a", {0.1, 0.2, 0.3}).numbers("b", {0.1, 0.2, 0.3}));
    EXPECT_THAT(values_of(layer_of(run.run(), "composite_index"), "class"), ElementsAre("low", "low", "high"));
}

TEST(CompositeIndex, TakesBreaksOfOnesOwn) {
    CompositeRun run(own_scheme());
    run.settle(three_villages().numbers("a", {0.2, 0.9, 0.6}).numbers("b", {0.4, 0.7, 0.6}));
    run.arguments.numbers["breaks"] = {0.6};
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "composite_index"), "class"), ElementsAre("low", "high", "low"));
    EXPECT_THAT(results.summary.front().english, HasSubstr("the breaks are your own."));
}

TEST(CompositeIndex, LeavesRankIntervalsOutWithoutReplications) {
    CompositeRun run(own_scheme());
    run.settle(three_villages().numbers("a", {0.2, 0.9, 0.6}).numbers("b", {0.4, 0.7, 0.6}));
    run.give("replications", 0.0);
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "composite_index"), "rank_low"), Each("-"));
    EXPECT_EQ(results.summary.size(), 1U);
}

TEST(CompositeIndex, DoesNotDependOnTheOrderOfTheColumns) {
    CompositeRun one(own_scheme());
    one.settle(three_villages().numbers("a", {0.2, 0.9, 0.6}).numbers("b", {0.4, 0.3, 0.5}));
    CompositeRun other(own_scheme());
    other.settle(three_villages().numbers("b", {0.4, 0.3, 0.5}).numbers("a", {0.2, 0.9, 0.6}));
    const auto left = one.run();
    const auto right = other.run(core::Language::English, 1);
    for (const auto* column : {"score", "rank", "rank_low", "rank_high"}) {
        EXPECT_EQ(values_of(layer_of(left, "composite_index"), column),
                  values_of(layer_of(right, "composite_index"), column));
    }
}

}  // namespace
}  // namespace desakota::analyses
