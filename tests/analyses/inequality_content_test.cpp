#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/inequality_run.h"
#include "tests/support/cancel_at.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(InequalityContent, CurvesAreOfGroupsAndTheTotalAndOfSettlementsWhereAskedFor) {
    InequalityRun run;
    run.leave_out_c();
    const auto plain = layer_of(run.run(), "inequality_lorenz");
    EXPECT_THAT(values_of(plain, "group_value"), ElementsAre("X", "X", "X", "total", "total", "total"));
    EXPECT_THAT(values_of(plain, "units_share"), ElementsAre("0", "0.5", "1", "0", "0.5", "1"));
    run.ask("settlement-curves");
    const auto asked = layer_of(run.run(), "inequality_lorenz");
    // Fewer than ten households: only the ends. C, which has none, has no curve.
    EXPECT_THAT(values_of(asked, "group_field"),
                ElementsAre("kec", "kec", "kec", "total", "total", "total", "settlement_id", "settlement_id",
                            "settlement_id", "settlement_id"));
    EXPECT_EQ(values_of(asked, "group_value").back(), "B");
}

TEST(InequalityContent, CurvesHaveStepsOfFivePercentWhereEachHoldsFiveHouseholds) {
    InequalityRun run;
    std::vector<std::string> settlements;
    std::vector<double> incomes;
    for (int i = 1; i <= 100; ++i) {
        settlements.push_back(i % 2 == 0 ? "A" : "B");
        incomes.push_back(i);
    }
    run.households(settlements, incomes);
    run.arguments.fields.erase("group-field");
    for (const auto* aggregate : {"pooled", "unweighted"}) {
        run.give("aggregate", aggregate);
        const auto curve = layer_of(run.run(), "inequality_lorenz");
        ASSERT_EQ(curve.row_count, 21);
        EXPECT_EQ(number_of(curve, "income_share", 0), 0.0);
        EXPECT_NEAR(*number_of(curve, "income_share", 8), 820.0 / 5050.0, 1e-12);
        EXPECT_EQ(number_of(curve, "income_share", 20), 1.0);
    }
}

TEST(InequalityContent, AnswersInBothLanguages) {
    InequalityRun run;
    const auto results = run.run();
    EXPECT_EQ(results.summary[0].english,
              "Gini coefficient of incomes of households, all settlements together: 0.298, low inequality.");
    EXPECT_EQ(results.summary[0].indonesian,
              "Koefisien Gini pendapatan rumah tangga, semua permukiman bersama: 0,298, ketimpangan rendah.");
    EXPECT_THAT(results.summary[1].english,
                HasSubstr("The bottom 40 % have 17 % of all income, the top 20 % have 31 %."));
    EXPECT_THAT(results.summary[2].english, HasSubstr("lies between settlements, the rest within them."));
    EXPECT_EQ(results.summary[3].english, "Settlements: 1 with figures, 2 withheld, 1 without households.");
    EXPECT_EQ(figure(results, "settlements_computed"), 1.0);
    EXPECT_EQ(figure(results, "n"), 14.0);
    EXPECT_NEAR(*figure(results, "gini"), *number_of(layer_of(results, "inequality_summary"), "gini", 2), 1e-15);
}

TEST(InequalityContent, AnswersWithTheIntervalOfTheChosenGini) {
    InequalityRun run;
    run.give("replications", 100.0);
    run.give("gini", "grouped");
    const auto sentence = run.run().summary[0].english;
    EXPECT_THAT(sentence, HasSubstr("from three classes, all settlements together: "));
    EXPECT_THAT(sentence, HasSubstr(" (95 % interval "));
}

TEST(InequalityContent, KeepsATableOfSettlementsATable) {
    InequalityRun run;
    run.arguments.layers["settlements"] = {
        LayerMaker("desa").nothing().nothing().texts("kode", {"A", "B"}).texts("kec", {"X", "Y"}).make()};
    run.arguments.layers["settlements"][0].geometry = {};
    run.arguments.layers["settlements"][0].geometry_type = geo::GeometryType::None;
    run.arguments.fields.erase("name-field");
    const auto layer = layer_of(run.run(), "inequality");
    EXPECT_EQ(layer.row_count, 2);
    ASSERT_EQ(layer.styles.size(), 1);
    EXPECT_EQ(layer.styles[0].name, "table");
}

TEST(InequalityContent, IntervalsShrinkToNothingWhereEveryFamilyIsInTheTable) {
    InequalityRun run;
    run.arguments.layers["settlements"][0].add_column({"kk", layers::ColumnType::Number, "", {}});
    for (const double families : {5.0, 4.0, 3.0, 0.0}) {
        run.arguments.layers["settlements"][0].columns.back().add_number(families);
    }
    run.find("families-field", "kk");
    run.give("replications", 50.0);
    const auto layer = layer_of(run.run(), "inequality");
    EXPECT_NEAR(*number_of(layer, "gini_low", 0), *number_of(layer, "gini", 0), 1e-12);
    EXPECT_NEAR(*number_of(layer, "gini_high", 0), *number_of(layer, "gini", 0), 1e-12);
}

TEST(InequalityContent, ZeroIncomesLeaveTheilLEmptyAndSaySo) {
    InequalityRun run;
    run.households({"A", "A", "A", "A", "A", "B", "B", "B", "B", "B"}, {0, 1, 2, 3, 4, 1, 1, 1, 1, 2});
    const auto layer = layer_of(run.run(), "inequality");
    EXPECT_EQ(values_of(layer, "theil_l").front(), "-");
    EXPECT_NE(values_of(layer, "theil_l")[1], "-");
    EXPECT_THAT(values_of(layer, "reason").front(),
                HasSubstr("Theil L is empty, as it needs incomes above 0 and some household has none."));
    EXPECT_THAT(run.warnings(), ElementsAre("1 household has an income of 0. It counts, but Theil L of its settlement "
                                            "and groups stays empty."));
}

TEST(InequalityContent, SaysWhereTheBottomFortyPercentHaveNothing) {
    InequalityRun run;
    run.households({"A", "A", "A", "A", "A"}, {0, 0, 2, 3, 4});
    const auto layer = layer_of(run.run(), "inequality");
    EXPECT_EQ(values_of(layer, "palma_ratio").front(), "-");
    EXPECT_EQ(values_of(layer, "bottom_40_class").front(), "high");
    EXPECT_THAT(values_of(layer, "reason").front(), HasSubstr("The Palma ratio is empty, as the bottom 40 %"));
    EXPECT_THAT(run.warnings(), ElementsAre("2 households have an income of 0. They count, but Theil L of their "
                                            "settlements and groups stays empty."));
}

TEST(InequalityContent, WithoutAnyIncomeInequalityIsNotComputedAndTheReasonSaysSo) {
    InequalityRun run;
    run.households({"A", "A", "A", "A", "A"}, {0, 0, 0, 0, 0});
    const auto results = run.run(core::Language::Indonesian);
    const auto& layer = layer_of(results, "inequality");
    EXPECT_EQ(values_of(layer, "gini").front(), "-");
    EXPECT_EQ(values_of(layer, "gini_class").front(), "-");
    EXPECT_EQ(values_of(layer, "mean_income_rp").front(), "-");
    EXPECT_EQ(values_of(layer, "status").front(), "not_computed");
    EXPECT_EQ(values_of(layer, "reason").front(),
              "Pendapatan semua 5 rumah tangga adalah 0: ketimpangan tidak bisa diukur.");
    EXPECT_EQ(results.summary.front().english, "The incomes of all 5 households are 0: inequality cannot be measured.");
    EXPECT_EQ(results.summary.back().english, "Settlements: 3 without households, 1 whose incomes are all 0.");
    EXPECT_THAT(values_of(layer_of(results, "inequality_lorenz"), "group_field"), IsEmpty());
}

TEST(InequalityContent, OneHouseholdIsWithheld) {
    InequalityRun run;
    run.households({"A"}, {5});
    const auto results = run.run();
    EXPECT_EQ(values_of(layer_of(results, "inequality"), "status").front(), "withheld");
    EXPECT_THAT(values_of(layer_of(results, "inequality_summary"), "gini"), ElementsAre("-", "-", "-"));
    EXPECT_EQ(layer_of(results, "inequality_lorenz").row_count, 0);
    EXPECT_EQ(figure(results, "gini"), std::nullopt);
    EXPECT_EQ(results.summary.front().english, "Withheld: only 1 household, which could be recognised.");
}

TEST(InequalityContent, ListsSettlementsOfTheTableThatTheRunDoesNotHave) {
    InequalityRun run;
    run.households({"A", "A", "A", "A", "A", "Z"}, {1, 2, 3, 4, 5, 6});
    EXPECT_THAT(values_of(layer_of(run.run(), "inequality"), "n").front(), "5");
    ASSERT_EQ(run.warnings().size(), 1);
    EXPECT_THAT(run.warnings()[0], HasSubstr("households left out, since no settlement has their id"));
    EXPECT_THAT(run.warnings()[0], HasSubstr("Z"));
}

TEST(InequalityContent, ProgressNeverFallsAndACancelIsHeardAtOnce) {
    InequalityRun run;
    run.give("replications", 20.0);
    for (const auto* aggregate : {"pooled", "unweighted"}) {
        run.give("aggregate", aggregate);
        test_support::CancelAt never;
        RunContext whole{never, run.diagnostics, core::Language::English, 1};
        EXPECT_EQ(run.analysis.run(run.arguments, whole).layers.size(), 3);
        EXPECT_THAT(never.first_fall(), IsEmpty());
        EXPECT_EQ(never.reported.back(), 1.0);
        for (std::size_t report = 1; report < never.reported.size(); ++report) {
            test_support::CancelAt cancel(report);
            RunContext cancelled{cancel, run.diagnostics, core::Language::English, 1};
            EXPECT_THROW(static_cast<void>(run.analysis.run(run.arguments, cancelled)), core::Cancelled);
            EXPECT_EQ(cancel.reported.size(), report);
        }
    }
}

}  // namespace
}  // namespace desakota::analyses
