#include "engine/analyses/poverty_factors.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

#include "tests/analyses/mini_run.h"
#include "tests/statistics/spector_mazzeo.h"
#include "tests/support/cancel_at.h"
#include "tests/support/for_each_seed.h"

namespace desakota::analyses {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> repeated(std::initializer_list<std::pair<const char*, int>> parts) {
    std::vector<std::string> texts;
    for (const auto& [text, count] : parts) texts.insert(texts.end(), static_cast<std::size_t>(count), text);
    return texts;
}

LayerMaker rows(const std::string& name, std::size_t count) {
    LayerMaker maker(name);
    for (std::size_t row = 0; row < count; ++row) maker.nothing();
    return maker;
}

/// Settlements A and B of one district and C of another; households as the test adds them.
struct FactorsRun : MiniRun {
    FactorsRun() : MiniRun(describe_poverty_factors()) {
        add("settlements", LayerMaker("sp")
                               .points({metres(0)})
                               .points({metres(1000)})
                               .points({metres(2000)})
                               .texts("kode", {"A", "B", "C"})
                               .texts("nama", {"Atas", "Bawah", "Cilik"})
                               .texts("kecamatan", {"Hulu", "Hulu", "Hilir"})
                               .numbers("kk", {100, 200, 50}));
        find("id-field", "kode");
        find("name-field", "nama");
        find("families-field", "kk");
    }
    void take(const LayerMaker& households) {
        add("households", households);
        find("household-settlement-field", "kode");
    }
    void traits(const std::vector<std::string>& names) {
        arguments.fields["traits"] = {names};
        arguments.given.emplace_back("traits");
    }
};

/// The students of Spector and Mazzeo as households: 18 in A, 11 in B, 3 in C.
struct SpectorRun : FactorsRun {
    SpectorRun() {
        const statistics::SpectorMazzeo data;
        take(rows("rt", 32)
                 .texts("kode", repeated({{"A", 18}, {"B", 11}, {"C", 3}}))
                 .numbers("gpa", data.traits[0])
                 .numbers("tuce", data.traits[1])
                 .numbers("psi", data.traits[2])
                 .numbers("grade", data.outcomes));
        name("poor-field", "grade");
        traits({"gpa", "tuce", "psi"});
    }
};

// statsmodels 0.13.5 (see tests/statistics/logit_test.cpp): mean of predict()[18:29]. In the first 18 psi is 0, so that
// their residuals sum to nothing.
constexpr double kMeanOfA = 3.0 / 18.0;

TEST(PovertyFactors, GivesEverySettlementItsMeanProbability) {
    SpectorRun run;
    run.find("group-field", "kecamatan");
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty_factors");
    EXPECT_EQ(layer.geometry.size(), 3U);
    EXPECT_THAT(values_of(layer, "settlement_id"), ElementsAre("A", "B", "C"));
    EXPECT_THAT(values_of(layer, "settlement_name"), ElementsAre("Atas", "Bawah", "Cilik"));
    EXPECT_NEAR(*number_of(layer, "mean_probability", 0), kMeanOfA, 1e-9);
    EXPECT_NEAR(*number_of(layer, "poor_households_share", 0), 3.0 / 18.0, 1e-12);
    EXPECT_NEAR(*number_of(layer, "share_difference", 0), 3.0 / 18.0 - kMeanOfA, 1e-9);
    EXPECT_THAT(values_of(layer, "mean_probability"), ElementsAre(Not("-"), "-", "-"));
    EXPECT_THAT(values_of(layer, "poor_households_share"), ElementsAre(Not("-"), "-", "-"));
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("computed", "withheld", "withheld"));
    EXPECT_THAT(values_of(layer, "n"), ElementsAre("18", "11", "3"));
    EXPECT_THAT(values_of(layer, "unsure"), ElementsAre("true", "false", "false"));
}

TEST(PovertyFactors, PoolsTheSummaryFromHouseholdsUnlessTheMeanOfSettlementsIsAskedFor) {
    for (const bool is_unweighted : {false, true}) {
        SpectorRun run;
        run.find("group-field", "kecamatan");
        if (is_unweighted) run.give("aggregate", "unweighted");
        const auto results = run.run();
        const auto& summary = layer_of(results, "poverty_factors_summary");
        EXPECT_THAT(values_of(summary, "group_value"), ElementsAre("Hilir", "Hulu", "total"));
        EXPECT_THAT(values_of(summary, "families"), ElementsAre("50", "300", "350"));
        EXPECT_THAT(values_of(summary, "settlements_unknown"), ElementsAre("1", "1", "2"));
        EXPECT_THAT(values_of(summary, "status"), ElementsAre("withheld", "withheld", "computed"));
        EXPECT_THAT(values_of(summary, "mean_probability").front(), "-");
        EXPECT_THAT(values_of(summary, "n"), ElementsAre("3", "29", "32"));
        EXPECT_NEAR(*number_of(summary, "mean_probability", 2), is_unweighted ? kMeanOfA : 11.0 / 32.0, 1e-9);
        if (is_unweighted) continue;
        EXPECT_EQ(*number_of(summary, "share_difference", 2), 0.0);
    }
}

TEST(PovertyFactors, SaysSoWhereTheMeanOfSettlementsHasNone) {
    SpectorRun run;
    const auto codes = repeated({{"A", 4}, {"B", 4}, {"C", 24}});
    auto& table = run.arguments.layers["households"].front();
    layers::Column moved({"kode", layers::ColumnType::Text, "", {}});
    for (const auto& code : codes) moved.add_text(code);
    *table.find("kode") = moved;
    run.find("group-field", "kecamatan");
    run.give("aggregate", "unweighted");
    const auto results = run.run();
    const auto& summary = layer_of(results, "poverty_factors_summary");
    EXPECT_THAT(values_of(summary, "status"), ElementsAre("computed", "not_computed", "computed"));
    EXPECT_EQ(values_of(summary, "reason")[1], "None of these settlements has figures of its own.");
}

TEST(PovertyFactors, ListsCoefficientsWithTheirMeaning) {
    SpectorRun run;
    const auto results = run.run();
    const auto& table = layer_of(results, "poverty_factors_coefficients");
    EXPECT_THAT(values_of(table, "trait"), ElementsAre("gpa", "tuce", "psi", "constant"));
    EXPECT_NEAR(*number_of(table, "coefficient", 0), 2.8261125948893224, 1e-8);
    EXPECT_NEAR(*number_of(table, "standard_error", 0), 1.262941075629078, 1e-8);
    EXPECT_NEAR(*number_of(table, "z", 2), 2.234423751356349, 1e-8);
    EXPECT_NEAR(*number_of(table, "p", 1), 0.5014342380819212, 1e-8);
    EXPECT_NEAR(*number_of(table, "odds_ratio", 2), std::exp(2.378687655093354), 1e-7);
    EXPECT_NEAR(*number_of(table, "odds_ratio_low", 2), 1.339344154287150, 1e-7);
    EXPECT_NEAR(*number_of(table, "odds_ratio_high", 2), 86.93800280038182, 1e-5);
    EXPECT_THAT(values_of(table, "clear"), ElementsAre("true", "false", "true", "true"));
    EXPECT_THAT(values_of(table, "meaning"),
                ElementsAre("Each further 0.1 in 'gpa': odds of being poor 1.3 times (95 %: 1.0 to 1.7).",
                            "Each further 1 in 'tuce': odds of being poor 1.1 times (95 %: 0.83 to 1.5). No clear link "
                            "(p = 0.50).",
                            "Where 'psi' is yes rather than no: odds of being poor 11 times (95 %: 1.3 to 87).",
                            "The logit where every trait is 0, no, or the value compared with."));
}

TEST(PovertyFactors, TellsTheModelAsNamesAndValues) {
    SpectorRun run;
    const auto results = run.run();
    const auto& table = layer_of(results, "poverty_factors_model");
    EXPECT_THAT(values_of(table, "name"),
                ElementsAre("households", "poor_households", "coefficients", "iterations", "log_likelihood",
                            "null_log_likelihood", "mcfadden_r2", "likelihood_ratio_chi2", "likelihood_ratio_df",
                            "likelihood_ratio_p", "poor_predicted_poor", "poor_predicted_not_poor",
                            "not_poor_predicted_poor", "not_poor_predicted_not_poor", "sensitivity_share",
                            "specificity_share", "correct_share", "correct_without_traits_share"));
    EXPECT_NEAR(*figure(results, "log_likelihood"), -12.889634222131415, 1e-9);
    EXPECT_NEAR(*figure(results, "likelihood_ratio_p"), 0.0015018786820365701, 1e-9);
    EXPECT_DOUBLE_EQ(*figure(results, "poor_predicted_poor"), 8.0);
    EXPECT_DOUBLE_EQ(*figure(results, "sensitivity_share"), 8.0 / 11.0);
    EXPECT_DOUBLE_EQ(*figure(results, "correct_without_traits_share"), 21.0 / 32.0);
}

TEST(PovertyFactors, AnswersFirst) {
    SpectorRun run;
    const auto results = run.run();
    ASSERT_EQ(results.summary.size(), 3U);
    EXPECT_EQ(results.summary[0].english,
              "Being poor clearly goes with higher 'gpa' and 'psi': yes; no clear link with 'tuce'.");
    EXPECT_EQ(results.summary[0].indonesian,
              "Kemiskinan jelas berkaitan dengan 'gpa' yang lebih tinggi dan 'psi': ya; kaitan dengan 'tuce' tidak "
              "jelas.");
    EXPECT_EQ(results.summary[1].english,
              "11 of 32 households that count are poor (34 %); the traits predict 81 % of all rightly, 66 % would be "
              "right if all were called what most are (McFadden's R2 0.37).");
    EXPECT_EQ(results.summary[2].english, "Settlements: 1 of 3 have figures.");
}

TEST(PovertyFactors, ListsHouseholdsOnlyOnRequestAndInTheTablesOrder) {
    SpectorRun silent;
    for (const auto& layer : silent.run().layers) EXPECT_NE(layer.name, "poverty_factors_households");
    SpectorRun run;
    run.arguments.yes_no["predictions"] = true;
    auto& table = run.arguments.layers["households"].front();
    layers::Column turned({"kode", layers::ColumnType::Text, "", {}});
    for (std::size_t row = 0; row < 32; ++row) turned.add_text(row == 4 ? "?" : row % 2 == 0 ? "A" : "B");
    *table.find("kode") = turned;
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty_factors_households");
    EXPECT_THAT(names_of(layer.columns), ElementsAre("household_row", "settlement_id", "probability", "poor"));
    ASSERT_EQ(layer.row_count, 31U);
    EXPECT_THAT(values_of(layer, "household_row")[3], "4");
    EXPECT_THAT(values_of(layer, "household_row")[4], "6");
    EXPECT_THAT(values_of(layer, "settlement_id")[1], "B");
    EXPECT_THAT(values_of(layer, "poor")[30], "true");
}

TEST(PovertyFactors, WithWeightsTellsTheWaldTestAndWeighsFigures) {
    SpectorRun run;
    auto& table = run.arguments.layers["households"].front();
    auto& weights = table.add_column({"bobot", layers::ColumnType::Number, "", {}});
    for (int i = 0; i < 32; ++i) weights.add_number(1.0 + 0.5 * (i % 5));
    run.find("weight-field", "bobot");
    const auto results = run.run();
    EXPECT_NEAR(*figure(results, "wald_chi2"), 7.866961394180892, 1e-7);
    EXPECT_FALSE(figure(results, "likelihood_ratio_chi2"));
    const auto& coefficients = layer_of(results, "poverty_factors_coefficients");
    EXPECT_NEAR(*number_of(coefficients, "standard_error", 0), 1.3548016181788245, 1e-8);
    // Of the first 18, those at places 4, 9 and 13 are poor: weights 3, 3 and 2.5 of 34.5.
    const auto& layer = layer_of(results, "poverty_factors");
    EXPECT_NEAR(*number_of(layer, "poor_households_share", 0), 8.5 / 34.5, 1e-12);
    EXPECT_NEAR(*number_of(layer, "mean_probability", 0), 8.5 / 34.5, 1e-9);
}

TEST(PovertyFactors, WarnsOfFewerThanTenPoorForEveryTrait) {
    SpectorRun run;
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(),
                ElementsAre("11 poor households and 21 others are few for 3 traits: below 10 of each for every trait, "
                            "coefficients are unreliable. Take fewer traits or more households."));
    SpectorRun one;
    one.traits({"gpa"});
    static_cast<void>(one.run());
    EXPECT_THAT(one.warnings(), IsEmpty());
}

TEST(PovertyFactors, LeavesOutHouseholdsWithoutATraitAndSaysSo) {
    SpectorRun run;
    auto& table = run.arguments.layers["households"].front();
    layers::Column holed({"tuce", layers::ColumnType::Number, "", {}});
    const statistics::SpectorMazzeo data;
    for (std::size_t row = 0; row < 32; ++row) {
        row == 0 || row == 20 ? holed.add_missing() : holed.add_number(data.traits[1][row]);
    }
    *table.find("tuce") = holed;
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty_factors");
    EXPECT_THAT(values_of(layer, "left_out"), ElementsAre("1", "1", "0"));
    EXPECT_EQ(values_of(layer, "reason").front(),
              "Rests on 17 households. Fewer than 30: unsure. 1 left out: without 'tuce'.");
    EXPECT_EQ(*figure(results, "households"), 30.0);
}

TEST(PovertyFactors, RefusesATableInWhichNoHouseholdCounts) {
    SpectorRun run;
    auto& table = run.arguments.layers["households"].front();
    layers::Column empty({"tuce", layers::ColumnType::Number, "", {}});
    for (int row = 0; row < 32; ++row) empty.add_missing();
    *table.find("tuce") = empty;
    const auto [status, problems] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_EQ(problems, "rt: No household in the table counts here. 32 left out: without 'tuce'.");
}

TEST(PovertyFactors, TellsAllThatKeepsTheTraitsFromAnEstimate) {
    SpectorRun run;
    auto& table = run.arguments.layers["households"].front();
    const statistics::SpectorMazzeo data;
    auto& same = table.add_column({"sama", layers::ColumnType::Number, "", {}});
    for (int row = 0; row < 32; ++row) same.add_number(3.5);
    auto& twice = table.add_column({"ganda", layers::ColumnType::Number, "", {}});
    for (const double value : data.traits[0]) twice.add_number(2.0 * value + 1.0);
    run.traits({"gpa", "sama", "ganda"});
    const auto [status, problems] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_THAT(problems, HasSubstr("The trait 'sama' is the same in all households that count"));
    EXPECT_THAT(problems, HasSubstr("The trait 'ganda' follows exactly from 'gpa' (collinearity)"));
}

/// A household table in which each household is poor with a chance that follows from its traits.
struct DrawnHouseholds {
    std::vector<std::string> codes;
    std::vector<double> persons;
    std::vector<double> working;
    std::vector<double> schooling;
    std::vector<double> income;
    std::vector<std::string> jobs;

    explicit DrawnHouseholds(Random& random) {
        for (int i = 0; i < 150; ++i) {
            codes.emplace_back(random.chance(0.5) ? "A" : random.chance(0.7) ? "B" : "C");
            persons.push_back(2.0 + static_cast<double>(random.below(5)));
            working.push_back(static_cast<double>(random.below(static_cast<std::size_t>(persons.back()) + 1)));
            schooling.push_back(static_cast<double>(3 * random.below(5)));
            const double logit = 2.0 - 0.2 * schooling.back() - 2.0 * working.back() / persons.back();
            const bool poor = random.chance(1.0 / (1.0 + std::exp(-logit)));
            income.push_back((poor ? 100000.0 : 300000.0) * persons.back());
            jobs.emplace_back(random.chance(0.5) ? "tani" : random.chance(0.6) ? "buruh" : "dagang");
        }
    }
    /// The rows in another order: 7 is coprime to 150.
    void turn() {
        const auto turn_one = [](auto& values) {
            auto copy = values;
            for (std::size_t row = 0; row < copy.size(); ++row) values[row] = copy[(row * 7 + 3) % copy.size()];
        };
        turn_one(codes);
        turn_one(persons);
        turn_one(working);
        turn_one(schooling);
        turn_one(income);
        turn_one(jobs);
    }
    [[nodiscard]] Results run(const std::vector<std::string>& traits, int threads) const {
        FactorsRun run;
        run.take(rows("rt", codes.size())
                     .texts("kode", codes)
                     .numbers("art", persons)
                     .numbers("bekerja", working)
                     .numbers("sekolah", schooling)
                     .numbers("pendapatan", income)
                     .texts("pekerjaan", jobs));
        run.find("persons-field", "art");
        run.find("working-members-field", "bekerja");
        run.find("income-field", "pendapatan");
        run.give("line", 182636.0);
        run.traits(traits);
        return run.run(core::Language::English, threads);
    }
};

TEST(PovertyFactors, DoesNotDependOnTheOrderOfRowsAndTraitsOrOnThreads) {
    for_each_seed(15, [](Random& random) {
        DrawnHouseholds drawn(random);
        const auto before = drawn.run({"sekolah", "bekerja", "pekerjaan"}, 1);
        drawn.turn();
        const auto after = drawn.run({"pekerjaan", "sekolah", "bekerja"}, 2);
        const auto& one = layer_of(before, "poverty_factors");
        const auto& other = layer_of(after, "poverty_factors");
        EXPECT_EQ(values_of(one, "n"), values_of(other, "n"));
        for (std::size_t row = 0; row < 3; ++row) {
            EXPECT_NEAR(*number_of(one, "mean_probability", row), *number_of(other, "mean_probability", row), 1e-9);
        }
        EXPECT_NEAR(*figure(before, "log_likelihood"), *figure(after, "log_likelihood"), 1e-9);
        const auto& coefficients = layer_of(before, "poverty_factors_coefficients");
        const auto& turned = layer_of(after, "poverty_factors_coefficients");
        EXPECT_THAT(values_of(coefficients, "trait"),
                    ElementsAre("sekolah", "working_members_ratio", "pekerjaan", "pekerjaan", "constant"));
        EXPECT_EQ(values_of(coefficients, "meaning")[0], values_of(turned, "meaning")[2]);
        EXPECT_NEAR(*number_of(coefficients, "coefficient", 1), *number_of(turned, "coefficient", 3), 1e-8);
        EXPECT_NEAR(*number_of(coefficients, "coefficient", 4), *number_of(turned, "coefficient", 4), 1e-8);
    });
}

TEST(PovertyFactors, IsTheSameForAnyNumberOfThreads) {
    Random random(5);
    const DrawnHouseholds drawn(random);
    const auto one = drawn.run({"sekolah", "bekerja"}, 1);
    const auto eight = drawn.run({"sekolah", "bekerja"}, 8);
    for (const auto& layer : one.layers) {
        for (const auto& column : layer.columns) {
            EXPECT_EQ(values_of(layer, column.name()), values_of(layer_of(eight, layer.name), column.name()));
        }
    }
}

TEST(PovertyFactors, ReportsItsProgressAndHearsACancel) {
    SpectorRun run;
    test_support::CancelAt listener;
    RunContext context{listener, run.diagnostics, core::Language::Indonesian, 1};
    static_cast<void>(run.analysis.run(run.arguments, context));
    EXPECT_THAT(listener.first_fall(), IsEmpty());
    EXPECT_EQ(listener.reported.back(), 1.0);
    for (std::size_t report = 1; report <= listener.reported.size(); ++report) {
        test_support::CancelAt cancelled(report);
        RunContext stopped{cancelled, run.diagnostics, core::Language::English, 1};
        EXPECT_THROW(static_cast<void>(run.analysis.run(run.arguments, stopped)), core::Cancelled);
    }
}

}  // namespace
}  // namespace desakota::analyses
