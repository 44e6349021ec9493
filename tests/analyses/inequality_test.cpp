#include "engine/analyses/inequality.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/inequality_run.h"

#include "engine/analyses/welfare_disclosure.h"
#include "engine/welfare/scheme.h"

namespace desakota::analyses {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr double kExact = 1e-12;

TEST(InequalityAnalysis, GivesEachSettlementItsFiguresInTheInputsOrder) {
    InequalityRun run;
    run.leave_out_c();
    const auto results = run.run();
    const auto& layer = layer_of(results, "inequality");
    EXPECT_THAT(values_of(layer, "settlement_name"), ElementsAre("Hulu", "Tengah", "Hilir", "Muara"));
    EXPECT_NEAR(*number_of(layer, "gini", 0), 4.0 / 15.0, kExact);
    EXPECT_NEAR(*number_of(layer, "gini_grouped", 0), 0.24, kExact);
    EXPECT_NEAR(*number_of(layer, "theil_t", 0), 0.1196875935835092, kExact);
    EXPECT_NEAR(*number_of(layer, "theil_l", 0), 0.14111394011170064, kExact);
    EXPECT_NEAR(*number_of(layer, "palma_ratio", 0), 2.5 / 3.0, kExact);
    EXPECT_NEAR(*number_of(layer, "bottom_40_share", 0), 0.2, kExact);
    EXPECT_NEAR(*number_of(layer, "top_20_share", 0), 1.0 / 3.0, kExact);
    EXPECT_THAT(values_of(layer, "mean_income_rp"), ElementsAre("30000", "70000", "-", "-"));
    EXPECT_THAT(values_of(layer, "gini_class"), ElementsAre("low", "low", "-", "-"));
    EXPECT_THAT(values_of(layer, "bottom_40_class"), ElementsAre("low", "low", "-", "-"));
    EXPECT_EQ(layer.geometry.size(), 4);
}

TEST(InequalityAnalysis, SaysOnWhatEachRowRests) {
    InequalityRun run;
    const auto layer = layer_of(run.run(), "inequality");
    EXPECT_THAT(values_of(layer, "n"), ElementsAre("5", "6", "3", "0"));
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("withheld", "computed", "withheld", "no_households"));
    EXPECT_THAT(
        values_of(layer, "reason"),
        ElementsAre(withheld_for_others_text().english, "Rests on 6 households. Fewer than 30: unsure.",
                    "Withheld: only 3 households, who could be recognised.", "No household in the table counts here."));
}

TEST(InequalityAnalysis, PoolsGroupsAndSplitsTheilsMeasures) {
    InequalityRun run;
    const auto results = run.run();
    const auto& summary = layer_of(results, "inequality_summary");
    EXPECT_THAT(values_of(summary, "group_value"), ElementsAre("X", "Y", "total"));
    EXPECT_THAT(values_of(summary, "settlements_unknown"), ElementsAre("1", "2", "3"));
    EXPECT_THAT(values_of(summary, "status"), ElementsAre("withheld", "withheld", "computed"));
    EXPECT_THAT(values_of(summary, "theil_t_between"), ElementsAre("-", "-", Not("-")));
    for (const std::size_t row : {2U}) {
        EXPECT_NEAR(*number_of(summary, "theil_t_within", row) + *number_of(summary, "theil_t_between", row),
                    *number_of(summary, "theil_t", row), kExact);
        EXPECT_NEAR(*number_of(summary, "theil_l_within", row) + *number_of(summary, "theil_l_between", row),
                    *number_of(summary, "theil_l", row), kExact);
        EXPECT_NEAR(
            *number_of(summary, "theil_t_within_share", row) + *number_of(summary, "theil_t_between_share", row), 1.0,
            kExact);
    }
    // Settlement means 3, 7 and 2 with 5, 6 and 3 households: mean of all 4.5, plain mean 4.
    EXPECT_NEAR(*number_of(summary, "williamson_weighted", 2),
                std::sqrt((5 * 1.5 * 1.5 + 6 * 2.5 * 2.5 + 3 * 2.5 * 2.5) / 14.0) / 4.5, kExact);
    EXPECT_NEAR(*number_of(summary, "williamson_unweighted", 2), std::sqrt((1.0 + 9.0 + 4.0) / 3.0) / 4.0, kExact);
}

TEST(InequalityAnalysis, TakesThePlainMeanOfTheSettlementsWhereItIsAskedFor) {
    InequalityRun run;
    run.leave_out_c();
    const auto pooled = run.run();
    run.give("aggregate", "unweighted");
    const auto results = run.run();
    const auto& summary = layer_of(results, "inequality_summary");
    EXPECT_NEAR(*number_of(summary, "gini", 2), (4.0 / 15.0 + 0.0) / 2.0, kExact);
    EXPECT_NEAR(*number_of(summary, "mean_income_rp", 2), 5e4, 1e-6);
    EXPECT_THAT(values_of(summary, "reason")[2],
                "Rests on 11 households. Fewer than 30: unsure. The figures are the plain mean of 2 settlements; the "
                "parts within and between settlements and Williamson's index come from all households.");
    EXPECT_EQ(number_of(summary, "theil_t_between", 2),
              number_of(layer_of(pooled, "inequality_summary"), "theil_t_between", 2));
}

TEST(InequalityAnalysis, SaysWhereNoSettlementOfAGroupHasFiguresToTakeTheMeanOf) {
    InequalityRun run;
    run.households({"A", "A", "A", "B", "B", "B"}, {1, 2, 3, 4, 5, 6});
    run.give("aggregate", "unweighted");
    const auto results = run.run();
    const auto& summary = layer_of(results, "inequality_summary");
    EXPECT_THAT(values_of(summary, "status"), ElementsAre("not_computed", "no_households", "not_computed"));
    EXPECT_THAT(values_of(summary, "reason")[2], "No settlement here has figures of its own.");
    EXPECT_EQ(results.summary.front().english, "No settlement here has figures of its own.");
}

TEST(InequalityAnalysis, CountsPersonsByTheIncomePerHead) {
    InequalityRun run;
    run.households({"A", "A", "A", "A", "A"}, {10, 20, 30, 40, 50});
    run.column("persons-field", "art", {1, 2, 3, 4, 10});
    run.give("unit", "person");
    const auto layer = layer_of(run.run(), "inequality");
    // Ten persons with 5 each, ten with 10 each.
    EXPECT_NEAR(*number_of(layer, "mean_income_rp", 0), 7.5, kExact);
    EXPECT_NEAR(*number_of(layer, "gini", 0), 1.0 / 6.0, kExact);
    EXPECT_EQ(layer.find("mean_income_rp")->definition().alias.english, "Mean income per head a month (Rp)");
}

TEST(InequalityAnalysis, AWeightOfTwoIsTheHouseholdTwice) {
    InequalityRun weighted;
    weighted.households({"A", "A", "A", "A", "A"}, {10, 20, 30, 40, 50});
    weighted.column("weight-field", "bobot", {2, 1, 1, 3, 1});
    InequalityRun repeated;
    repeated.households({"A", "A", "A", "A", "A", "A", "A", "A"}, {10, 10, 20, 30, 40, 40, 40, 50});
    const auto a = layer_of(weighted.run(), "inequality");
    const auto b = layer_of(repeated.run(), "inequality");
    for (const auto* name : {"gini", "gini_grouped", "theil_t", "theil_l", "palma_ratio", "bottom_40_share"}) {
        EXPECT_NEAR(*number_of(a, name, 0), *number_of(b, name, 0), kExact) << name;
    }
}

TEST(InequalityAnalysis, TheClassIsOfTheGiniAndByTheBoundsThatWereChosen) {
    const auto classes = [](const std::string& gini, const std::string& bounds) {
        InequalityRun run;
        run.households({"A", "A", "A", "A", "A"}, {1, 2, 3, 4, 9});  // Gini 0.379, of three classes 0.358
        if (!gini.empty()) run.give("gini", gini);
        if (!bounds.empty()) run.give("gini-classes", bounds);
        return values_of(layer_of(run.run(), "inequality"), "gini_class").front();
    };
    EXPECT_EQ(classes("", ""), "medium");
    EXPECT_EQ(classes("grouped", "bps"), "medium");
    EXPECT_EQ(classes("", "bounds_40_50"), "low");
    InequalityRun equal;
    equal.households({"A", "A", "A", "A", "A"}, {3, 3, 4, 10, 10});  // Gini 0.28, of three classes 0.24
    equal.ask("small-sample");                                       // 0.35
    EXPECT_THAT(values_of(layer_of(equal.run(), "inequality"), "gini_class").front(), "medium");
    equal.give("gini", "grouped");
    EXPECT_THAT(values_of(layer_of(equal.run(), "inequality"), "gini_class").front(), "low");
}

TEST(InequalityAnalysis, OshimasClassesCallThePapersSettlementsLow) {
    const auto& oshima = welfare::built_in_scheme("gini-oshima")->classes;
    for (const double gini : {0.27, 0.16, 0.25, 0.17, 0.08, 0.20}) {
        EXPECT_EQ(welfare::find_class(oshima, gini)->code, "low");
    }
    const auto& world_bank = welfare::built_in_scheme("wb40")->classes;
    EXPECT_EQ(welfare::find_class(world_bank, 0.1729)->code, "low");
    EXPECT_EQ(welfare::find_class(world_bank, 0.1647)->code, "medium");
    for (const double bound : {0.12, 0.17}) EXPECT_EQ(welfare::find_class(world_bank, bound)->code, "medium");
    EXPECT_EQ(welfare::find_class(world_bank, 0.1199)->code, "high");
}

TEST(InequalityAnalysis, IntervalsHoldTheFiguresAndFollowTheSeed) {
    const auto low = [](double seed) {
        InequalityRun run;
        run.leave_out_c();
        run.give("replications", 200.0);
        run.give("seed", seed);
        const auto results = run.run();
        const auto& layer = layer_of(results, "inequality");
        const auto& summary = layer_of(results, "inequality_summary");
        for (const std::string name : {"gini", "gini_grouped", "theil_t", "bottom_40_share"}) {
            EXPECT_THAT(values_of(layer, name + "_low"), ElementsAre(Not("-"), Not("-"), "-", "-"));
            EXPECT_LE(*number_of(summary, name + "_low", 2), *number_of(summary, name, 2));
            EXPECT_GE(*number_of(summary, name + "_high", 2), *number_of(summary, name, 2));
        }
        return *number_of(summary, "gini_low", 2);
    };
    EXPECT_EQ(low(1), low(1));
    EXPECT_NE(low(1), low(2));
}

TEST(InequalityAnalysis, HasNoIntervalColumnsWithoutReplications) {
    EXPECT_EQ(layer_of(InequalityRun().run(), "inequality").find("gini_low"), nullptr);
}

TEST(InequalityAnalysis, ResultsDoNotDependOnThreadsOrTheOrderOfRows) {
    InequalityRun run;
    run.give("replications", 300.0);
    const auto expected = run.run(core::Language::English, 1);
    InequalityRun turned;
    turned.give("replications", 300.0);
    turned.households({"C", "C", "B", "B", "B", "A", "B", "B", "B", "A", "A", "A", "A", "C"},
                      {4e4, 1e4, 7e4, 7e4, 7e4, 5e4, 7e4, 7e4, 7e4, 2e4, 4e4, 3e4, 1e4, 1e4});
    const auto found = turned.run(core::Language::English, 3);
    for (const auto& layer : expected.layers) {
        for (const auto& column : layer.columns) {
            EXPECT_EQ(values_of(layer_of(found, layer.name), column.name()), values_of(layer, column.name()))
                << layer.name << " " << column.name();
        }
    }
}

}  // namespace
}  // namespace desakota::analyses
