#include "engine/statistics/logit.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

#include "tests/statistics/spector_mazzeo.h"
#include "tests/support/cancel_at.h"
#include "tests/support/for_each_seed.h"

namespace desakota::statistics {
namespace {

using test_support::for_each_seed;
using test_support::Random;

LogitFit fit(const std::vector<std::vector<double>>& traits, const std::vector<double>& outcomes,
             const std::vector<double>& weights = {}) {
    core::SilentProgress progress;
    auto result = fit_logit({traits, outcomes, weights}, progress);
    if (!result.fit) throw std::logic_error("no estimate");
    return *result.fit;
}

void expect_coefficient(const Coefficient& coefficient, double value, double standard_error) {
    EXPECT_NEAR(coefficient.value, value, 1e-9 * (1.0 + std::abs(value)));
    EXPECT_NEAR(coefficient.standard_error, standard_error, 1e-9 * (1.0 + standard_error));
}

TEST(Logit, GivesGreenesPublishedEstimates) {
    const SpectorMazzeo data;
    const auto estimate = fit(data.traits, data.outcomes);
    EXPECT_NEAR(estimate.constant.value, -13.021, 5e-4);
    EXPECT_NEAR(estimate.traits[0].value, 2.826, 5e-4);
    EXPECT_NEAR(estimate.traits[1].value, 0.0952, 5e-5);
    EXPECT_NEAR(estimate.traits[2].value, 2.379, 5e-4);
    EXPECT_NEAR(estimate.log_likelihood, -12.8896, 5e-5);
}

// statsmodels 0.13.5: Logit(GRADE, add_constant([GPA, TUCE, PSI])).fit(tol=1e-14) of its data set `spector`: params,
// bse, pvalues, llf, llnull, prsquared, llr, llr_pvalue, predict(), pred_table(), exp(conf_int()).
TEST(Logit, AgreesWithStatsmodels) {
    const SpectorMazzeo data;
    const auto estimate = fit(data.traits, data.outcomes);
    expect_coefficient(estimate.constant, -13.021346858115693, 4.931324213602702);
    expect_coefficient(estimate.traits[0], 2.8261125948893224, 1.262941075629078);
    expect_coefficient(estimate.traits[1], 0.09515766131790933, 0.14155420567369437);
    expect_coefficient(estimate.traits[2], 2.378687655093354, 1.0645642544971308);
    EXPECT_NEAR(estimate.constant.p(), 0.008277461435487486, 1e-10);
    EXPECT_NEAR(estimate.traits[1].p(), 0.5014342380819212, 1e-10);
    EXPECT_NEAR(estimate.traits[0].odds_ratio_interval().low, 1.420194127902958, 1e-8);
    EXPECT_NEAR(estimate.traits[0].odds_ratio_interval().high, 200.6238210977225, 1e-5);
    EXPECT_NEAR(estimate.log_likelihood, -12.889634222131415, 1e-12);
    EXPECT_NEAR(estimate.null_log_likelihood, 11.0 * std::log(11.0 / 32.0) + 21.0 * std::log(21.0 / 32.0), 1e-12);
    EXPECT_NEAR(estimate.mcfadden_r2(), 0.3740382953726189, 1e-11);
    EXPECT_NEAR(estimate.test.chi_squared, 15.404190949005592, 1e-10);
    EXPECT_EQ(estimate.test.degrees_of_freedom, 3U);
    EXPECT_NEAR(estimate.test.p, 0.0015018786820365701, 1e-13);
    EXPECT_NEAR(estimate.predicted[0], 0.026577993870354626, 1e-12);
    EXPECT_NEAR(estimate.predicted[4], 0.569892951013989, 1e-11);
    const auto table = classify(data.outcomes, estimate.predicted);
    EXPECT_EQ(table.other_as_other, 18U);
    EXPECT_EQ(table.other_as_event, 3U);
    EXPECT_EQ(table.event_as_other, 3U);
    EXPECT_EQ(table.event_as_event, 8U);
    EXPECT_DOUBLE_EQ(*table.sensitivity(), 8.0 / 11.0);
    EXPECT_DOUBLE_EQ(*table.specificity(), 18.0 / 21.0);
    EXPECT_DOUBLE_EQ(*table.share_correct(), 26.0 / 32.0);
}

// statsmodels 0.13.5, weights w of 1, 1.5, 2, 2.5 and 3 in turn, divided by their mean: GLM(..., Binomial(),
// var_weights=w).fit(cov_type="HC0", tol=1e-15): params, bse x sqrt(32 / 31), llf; Wald test of the three slopes with
// that covariance by numpy.
TEST(Logit, WithWeightsHasRobustErrorsAsStatsmodels) {
    const SpectorMazzeo data;
    std::vector<double> weights;
    for (int i = 0; i < 32; ++i) weights.push_back(1000.0 * (1.0 + 0.5 * (i % 5)));
    const auto estimate = fit(data.traits, data.outcomes, weights);
    expect_coefficient(estimate.constant, -13.668588194307453, 5.377037928600674);
    expect_coefficient(estimate.traits[0], 3.3136372539804864, 1.3548016181788245);
    expect_coefficient(estimate.traits[1], 0.060981133834171836, 0.11748565703292736);
    expect_coefficient(estimate.traits[2], 2.0826624038602137, 1.0932109477644218);
    EXPECT_NEAR(estimate.log_likelihood, -13.638994084676968, 1e-11);
    EXPECT_NEAR(estimate.null_log_likelihood, -21.635915007165046, 1e-11);
    EXPECT_NEAR(estimate.test.chi_squared, 7.866961394180892, 1e-8);
    EXPECT_NEAR(estimate.test.p, 0.04884273783717371, 1e-9);
}

// 2 by 2 tables have a closed form (Woolf 1955): ln(ad / bc) and sqrt(1 / a + 1 / b + 1 / c + 1 / d).
TEST(Logit, OfOneYesNoTraitIsTheLogarithmOfTheOddsRatio) {
    std::vector<double> trait;
    std::vector<double> outcomes;
    const auto add = [&](std::size_t count, double value, double outcome) {
        trait.insert(trait.end(), count, value);
        outcomes.insert(outcomes.end(), count, outcome);
    };
    add(12, 1, 1);
    add(5, 1, 0);
    add(7, 0, 1);
    add(20, 0, 0);
    const auto estimate = fit({trait}, outcomes);
    expect_coefficient(estimate.traits[0], std::log(12.0 * 20.0 / (5.0 * 7.0)),
                       std::sqrt(1.0 / 12 + 1.0 / 5 + 1.0 / 7 + 1.0 / 20));
    expect_coefficient(estimate.constant, std::log(7.0 / 20.0), std::sqrt(1.0 / 7 + 1.0 / 20));
}

// Golden vector T2-z: table 2 of the paper on Tanjung Selor.
TEST(Coefficient, HasThePapersZAndP) {
    const Coefficient schooling{-0.67, 0.16};
    EXPECT_NEAR(schooling.z(), -4.1875, 5e-5);
    EXPECT_NEAR(schooling.p(), 3e-05, 5e-5);
    const Coefficient working{-4.81, 2.13};
    EXPECT_NEAR(working.z(), -2.2582, 5e-5);
    EXPECT_NEAR(working.p(), 0.02393, 5e-5);
    const Coefficient land{-0.59, 0.68};
    EXPECT_NEAR(land.z(), -0.8676, 5e-5);
    EXPECT_NEAR(land.p(), 0.38559, 5e-5);
    const Coefficient constant{7.79, 2.25};
    EXPECT_NEAR(constant.z(), 3.4622, 5e-5);
    EXPECT_NEAR(constant.p(), 0.00054, 5e-5);
    EXPECT_NEAR(schooling.odds_ratio(), 0.512, 5e-4);
}

// Golden vector T2-predict: schooling, ratio of working members, land.
TEST(PredictedProbability, IsThatOfThePapersModel) {
    const std::vector<double> model{-0.67, -4.81, -0.59};
    const auto predict = [&](double schooling, double ratio, double land) {
        return predicted_probability(7.79, model, std::vector{schooling, ratio, land});
    };
    EXPECT_NEAR(predict(6, 0.5, 2), 0.5461185410457796, 1e-9);
    EXPECT_NEAR(predict(9, 0.5, 2), 0.13883499354730713, 1e-9);
    EXPECT_NEAR(predict(6, 1, 2), 0.09796880429755396, 1e-9);
    EXPECT_NEAR(predict(0, 0, 0), 0.9995863183193778, 1e-9);
}

TEST(Classification, HasNoSensitivityWithoutEvents) {
    const std::vector<double> none{0, 0};
    const auto table = classify(none, std::vector{0.5, 0.4});
    EXPECT_EQ(table.other_as_event, 1U);
    EXPECT_FALSE(table.sensitivity());
    EXPECT_DOUBLE_EQ(*table.specificity(), 0.5);
}

/// Households whose chance of being poor follows from two of three traits.
struct Drawn {
    std::vector<std::vector<double>> traits{3};
    std::vector<double> outcomes;
    std::vector<double> weights;
};
Drawn draw(Random& random) {
    Drawn drawn;
    const auto cases = 60 + random.below(100);
    for (std::size_t i = 0; i < cases; ++i) {
        for (auto& trait : drawn.traits) trait.push_back(random.about_normal());
        const double logit = 0.8 * drawn.traits[0].back() - 0.6 * drawn.traits[1].back();
        drawn.outcomes.push_back(random.chance(1.0 / (1.0 + std::exp(-logit))) ? 1.0 : 0.0);
        drawn.weights.push_back(random.between(0.5, 3.0));
    }
    return drawn;
}

void expect_alike(const LogitFit& one, const LogitFit& other) {
    expect_coefficient(one.constant, other.constant.value, other.constant.standard_error);
    for (std::size_t i = 0; i < one.traits.size(); ++i) {
        expect_coefficient(one.traits[i], other.traits[i].value, other.traits[i].standard_error);
    }
    EXPECT_NEAR(one.log_likelihood, other.log_likelihood, 1e-9);
    EXPECT_NEAR(one.test.chi_squared, other.test.chi_squared, 1e-7);
}

TEST(Logit, LeavesResidualsThatNoTraitExplains) {
    for_each_seed(40, [](Random& random) {
        const auto drawn = draw(random);
        const auto estimate = fit(drawn.traits, drawn.outcomes, drawn.weights);
        double rest = 0.0;
        std::vector<double> of_traits(3, 0.0);
        for (std::size_t i = 0; i < drawn.outcomes.size(); ++i) {
            const double residual = drawn.weights[i] * (drawn.outcomes[i] - estimate.predicted[i]);
            rest += residual;
            for (std::size_t trait = 0; trait < 3; ++trait) of_traits[trait] += residual * drawn.traits[trait][i];
        }
        EXPECT_NEAR(rest, 0.0, 1e-8);
        for (const double sum : of_traits) EXPECT_NEAR(sum, 0.0, 1e-8);
        EXPECT_GT(estimate.log_likelihood, estimate.null_log_likelihood);
    });
}

TEST(Logit, DoesNotDependOnTheOrderOfCasesAndTraits) {
    for_each_seed(40, [](Random& random) {
        auto drawn = draw(random);
        const bool is_weighted = random.chance(0.5);
        if (!is_weighted) drawn.weights.clear();
        auto expected = fit(drawn.traits, drawn.outcomes, drawn.weights);
        for (auto& trait : drawn.traits) std::ranges::reverse(trait);
        std::ranges::reverse(drawn.outcomes);
        std::ranges::reverse(drawn.weights);
        std::ranges::rotate(drawn.traits, drawn.traits.begin() + 1);
        std::ranges::rotate(expected.traits, expected.traits.begin() + 1);
        expect_alike(fit(drawn.traits, drawn.outcomes, drawn.weights), expected);
    });
}

TEST(Logit, FollowsTheUnitAndOriginOfATrait) {
    for_each_seed(40, [](Random& random) {
        auto drawn = draw(random);
        auto expected = fit(drawn.traits, drawn.outcomes);
        const double unit = std::pow(10.0, random.between(-6.0, 6.0));
        const double origin = random.between(-5.0, 5.0);
        for (auto& value : drawn.traits[0]) value = unit * (value + origin);
        const auto turned = fit(drawn.traits, drawn.outcomes);
        EXPECT_NEAR(turned.traits[0].value * unit, expected.traits[0].value, 1e-8);
        EXPECT_NEAR(turned.traits[0].standard_error * unit, expected.traits[0].standard_error, 1e-8);
        expect_coefficient(turned.traits[1], expected.traits[1].value, expected.traits[1].standard_error);
        EXPECT_NEAR(turned.constant.value, expected.constant.value - origin * expected.traits[0].value, 1e-8);
        EXPECT_NEAR(turned.log_likelihood, expected.log_likelihood, 1e-9);
    });
}

TEST(Logit, OfEveryCaseTwiceHasTheSameEstimatesAndSmallerErrors) {
    for_each_seed(20, [](Random& random) {
        auto drawn = draw(random);
        const auto once = fit(drawn.traits, drawn.outcomes);
        const std::vector<double> same(drawn.outcomes.size(), 7.0);
        EXPECT_NEAR(fit(drawn.traits, drawn.outcomes, same).traits[0].value, once.traits[0].value, 1e-9);
        const auto twice = [](std::vector<double>& values) {
            const auto copy = values;
            values.insert(values.end(), copy.begin(), copy.end());
        };
        for (auto& trait : drawn.traits) twice(trait);
        twice(drawn.outcomes);
        const auto doubled = fit(drawn.traits, drawn.outcomes);
        expect_coefficient(doubled.traits[0], once.traits[0].value, once.traits[0].standard_error / std::sqrt(2.0));
        EXPECT_NEAR(doubled.log_likelihood, 2.0 * once.log_likelihood, 1e-9);
    });
}

TEST(Logit, ReportsItsProgressAndHearsACancel) {
    const SpectorMazzeo data;
    test_support::CancelAt listener;
    ASSERT_TRUE(fit_logit({data.traits, data.outcomes, {}}, listener).fit);
    EXPECT_THAT(listener.first_fall(), testing::IsEmpty());
    EXPECT_EQ(listener.reported.back(), 1.0);
    for (std::size_t report = 1; report <= listener.reported.size(); ++report) {
        test_support::CancelAt cancelled(report);
        EXPECT_THROW(static_cast<void>(fit_logit({data.traits, data.outcomes, {}}, cancelled)), core::Cancelled);
    }
}

}  // namespace
}  // namespace desakota::statistics
