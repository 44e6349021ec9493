#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/progress.h"
#include "engine/statistics/interval.h"

namespace desakota::statistics {

/// What a binary logit explains, and by what.
struct LogitCases {
    std::span<const std::vector<double>> traits;  ///< a column of finite numbers each, one a case
    std::span<const double> outcomes;             ///< of each case: 1 where the event holds, else 0
    std::span<const double> weights;              ///< above 0, on any scale; empty: every case counts alike

    [[nodiscard]] std::size_t size() const { return outcomes.size(); }
};

/// Something that keeps a logit from having an estimate.
struct LogitProblem {
    enum class Kind : std::uint8_t {
        TooFewCases,   ///< not more cases than coefficients
        OneOutcome,    ///< the event holds in all cases (`above` is true) or in none
        Constant,      ///< `trait` has one value in all cases
        Dependent,     ///< `trait` is a linear combination of `others` (and a constant)
        Separated,     ///< `trait` alone tells the outcomes apart, at least beyond `limit`
        SeparatedBy,   ///< `others` together do
        NotConverged,  ///< for no reason that was recognised
    };
    Kind kind = Kind::NotConverged;
    std::size_t trait = 0;            ///< its place
    std::vector<std::size_t> others;  ///< places of traits, ascending
    /// Separated: cases whose value is above (below) `limit` all have this outcome; missing where there are none. A
    /// complete separation is one without cases at the limit.
    double limit = 0.0;
    std::optional<bool> above;
    std::optional<bool> below;
    bool is_complete = false;  ///< Separated, SeparatedBy: no case is left undecided
};

/// One coefficient, and what is inferred about it.
struct Coefficient {
    double value = 0.0;
    double standard_error = 0.0;

    [[nodiscard]] double z() const { return value / standard_error; }
    /// Of the hypothesis that it is 0, from the normal distribution (Wald).
    [[nodiscard]] double p() const;
    /// By how much the odds are multiplied where the trait is one greater, with its interval of 95 %.
    [[nodiscard]] double odds_ratio() const;
    [[nodiscard]] Interval odds_ratio_interval() const;
};

/// A test that all traits' coefficients are 0.
struct LogitTest {
    double chi_squared = 0.0;
    std::size_t degrees_of_freedom = 0;
    double p = 1.0;
};

struct LogitFit {
    Coefficient constant;
    std::vector<Coefficient> traits;  ///< as the cases' traits
    std::vector<double> predicted;    ///< the event's probability in each case
    double log_likelihood = 0.0;      ///< with weights: of the weights scaled to a mean of 1 (pseudo-likelihood)
    double null_log_likelihood = 0.0;
    /// The likelihood ratio; with weights, under which that has no known distribution, the Wald test.
    LogitTest test;
    std::size_t iterations = 0;

    [[nodiscard]] double mcfadden_r2() const { return 1.0 - log_likelihood / null_log_likelihood; }
};

/// An estimate, or all that speaks against one.
struct LogitResult {
    std::optional<LogitFit> fit;
    std::vector<LogitProblem> problems;
};

/// Fits ln(p / (1 - p)) = constant + sum of coefficient x trait by maximum likelihood: Newton's method on traits scaled
/// to mean 0 and variance 1, until a step changes no scaled coefficient by more than 1e-9 (of 1 + the greatest); a step
/// that would lower the likelihood is halved.
///
/// Standard errors are from the inverse of the information. With weights they are robust: the sandwich
/// I^-1 (n / (n - 1) sum of s s') I^-1 of the weighted scores s, each case taken as drawn independently.
///
/// Traits may be dependent within a part in 10^7 of their spread. Separated cases have no finite estimate: a single
/// trait's separation is found from its values, several traits' from a direction b in which every case's outcome is
/// favoured or left alone.
///
/// Sources: Greene (2012), Econometric Analysis, chapter 17; Albert and Anderson (1984), "On the existence of maximum
/// likelihood estimates in logistic regression models", Biometrika 71, 1-10; Binder (1983), "On the variances of
/// asymptotically normal estimators from complex surveys", International Statistical Review 51, 279-292.
[[nodiscard]] LogitResult fit_logit(const LogitCases& cases, core::Progress& progress);

/// 1 / (1 + exp(-(constant + sum of coefficient x value))).
[[nodiscard]] double predicted_probability(double constant, std::span<const double> coefficients,
                                           std::span<const double> values);

/// Cases by what they are and what is predicted: the event where its probability is at least 0.5.
struct Classification {
    std::size_t event_as_event = 0;
    std::size_t event_as_other = 0;
    std::size_t other_as_event = 0;
    std::size_t other_as_other = 0;

    /// Of the events, those predicted as such.
    [[nodiscard]] std::optional<double> sensitivity() const;
    /// Of the others, those predicted as such.
    [[nodiscard]] std::optional<double> specificity() const;
    [[nodiscard]] std::optional<double> share_correct() const;
};
[[nodiscard]] Classification classify(std::span<const double> outcomes, std::span<const double> predicted);

}  // namespace desakota::statistics
