#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "engine/statistics/logit.h"
#include "engine/statistics/logit_problems.h"
#include "engine/statistics/significance.h"

namespace desakota::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index kBlockRows = 4096;

double probability(double logit) {
    if (logit >= 0.0) return 1.0 / (1.0 + std::exp(-logit));
    const double odds = std::exp(logit);
    return odds / (1.0 + odds);
}

/// ln(1 + exp(logit)) without overflow.
double softplus(double logit) {
    return std::max(logit, 0.0) + std::log1p(std::exp(-std::abs(logit)));
}

/// sum of value ln value, 0 where there is none.
double entropy_part(double weight, double share) {
    return weight > 0.0 ? weight * std::log(share) : 0.0;
}

/// The log-likelihood at some coefficients, its gradient and the information (minus its second derivatives).
struct LogitState {
    double log_likelihood = 0.0;
    Eigen::VectorXd gradient;
    Eigen::MatrixXd information;
};

/// The cases of a logit as a matrix: a column of ones, then each trait less its mean, divided by its standard
/// deviation. No trait may be constant. Weights are scaled to a mean of 1.
class LogitDesign {
public:
    LogitDesign(const LogitCases& cases, core::Progress& progress);

    [[nodiscard]] Eigen::Index size() const { return columns_.rows(); }
    [[nodiscard]] Eigen::Index coefficients() const { return columns_.cols(); }
    [[nodiscard]] bool is_weighted() const { return is_weighted_; }

    /// Hears a cancel through `progress`, and reports `at`.
    struct Listening {
        core::Progress& progress;
        double at = 0.0;
    };
    [[nodiscard]] LogitState state_at(const Eigen::VectorXd& scaled, const Listening& listening) const;
    /// The sum of the outer products of the cases' weighted scores.
    [[nodiscard]] Eigen::MatrixXd score_products(const Eigen::VectorXd& scaled, const Listening& listening) const;
    /// The log-likelihood of the best constant alone, and that constant.
    [[nodiscard]] double null_log_likelihood() const;
    [[nodiscard]] double null_constant() const;
    /// The cases' probabilities.
    [[nodiscard]] std::vector<double> predicted(const Eigen::VectorXd& scaled) const;

    enum class Separation : std::uint8_t { None, Quasi, Complete };
    /// Whether moving the coefficients in that direction favours every case's outcome (Complete), or leaves some alone
    /// and favours the others (Quasi); the smaller a part of the greatest change, the more it counts as none.
    [[nodiscard]] Separation separation_along(const Eigen::VectorXd& direction, const Listening& listening) const;

    /// The matrix that turns scaled coefficients into those of the traits themselves, the constant first.
    [[nodiscard]] Eigen::MatrixXd to_traits() const;

private:
    using Block = std::function<void(Eigen::Index from, Eigen::Index rows)>;
    void for_each_block(const Listening& listening, const Block& work) const;

    Eigen::MatrixXd columns_;
    Eigen::VectorXd outcomes_;
    Eigen::VectorXd weights_;
    Eigen::VectorXd means_;    // of the traits
    Eigen::VectorXd spreads_;  // their standard deviations
    bool is_weighted_ = false;
};

LogitDesign::LogitDesign(const LogitCases& cases, core::Progress& progress)
    : columns_(static_cast<Index>(cases.size()), static_cast<Index>(cases.traits.size()) + 1),
      outcomes_(Eigen::Map<const VectorXd>(cases.outcomes.data(), static_cast<Index>(cases.size()))),
      weights_(VectorXd::Ones(static_cast<Index>(cases.size()))),
      means_(static_cast<Index>(cases.traits.size())),
      spreads_(static_cast<Index>(cases.traits.size())),
      is_weighted_(!cases.weights.empty()) {
    if (is_weighted_) {
        weights_ = Eigen::Map<const VectorXd>(cases.weights.data(), size());
        weights_ /= weights_.mean();
    }
    columns_.col(0).setOnes();
    for (Index trait = 0; trait < means_.size(); ++trait) {
        progress.step(0.0);
        auto column = columns_.col(trait + 1);
        column = Eigen::Map<const VectorXd>(cases.traits[static_cast<std::size_t>(trait)].data(), size());
        means_[trait] = column.mean();
        column.array() -= means_[trait];
        spreads_[trait] = std::sqrt(column.squaredNorm() / static_cast<double>(size()));
        column /= spreads_[trait];
    }
}

void LogitDesign::for_each_block(const Listening& listening, const Block& work) const {
    for (Index from = 0; from < size(); from += kBlockRows) {
        listening.progress.step(listening.at);
        work(from, std::min(kBlockRows, size() - from));
    }
}

LogitState LogitDesign::state_at(const VectorXd& scaled, const Listening& listening) const {
    LogitState state{0.0, VectorXd::Zero(coefficients()), MatrixXd::Zero(coefficients(), coefficients())};
    for_each_block(listening, [&](Index from, Index rows) {
        const auto block = columns_.middleRows(from, rows);
        const VectorXd logits = block * scaled;
        const VectorXd chances = logits.unaryExpr(&probability);
        const auto weights = weights_.segment(from, rows);
        const auto outcomes = outcomes_.segment(from, rows);
        state.log_likelihood += weights.dot(outcomes.cwiseProduct(logits) - VectorXd(logits.unaryExpr(&softplus)));
        state.gradient += block.transpose() * weights.cwiseProduct(outcomes - chances);
        const VectorXd certainty = (weights.array() * chances.array() * (1.0 - chances.array())).matrix();
        state.information += block.transpose() * certainty.asDiagonal() * block;
    });
    return state;
}

MatrixXd LogitDesign::score_products(const VectorXd& scaled, const Listening& listening) const {
    MatrixXd products = MatrixXd::Zero(coefficients(), coefficients());
    for_each_block(listening, [&](Index from, Index rows) {
        const auto block = columns_.middleRows(from, rows);
        const VectorXd chances = (block * scaled).unaryExpr(&probability);
        const VectorXd squares = weights_.segment(from, rows)
                                     .cwiseProduct(outcomes_.segment(from, rows) - chances)
                                     .array()
                                     .square()
                                     .matrix();
        products += block.transpose() * squares.asDiagonal() * block;
    });
    return products;
}

double LogitDesign::null_log_likelihood() const {
    const double total = weights_.sum();
    const double events = weights_.dot(outcomes_);
    return entropy_part(events, events / total) + entropy_part(total - events, 1.0 - events / total);
}

double LogitDesign::null_constant() const {
    const double events = weights_.dot(outcomes_);
    return std::log(events / (weights_.sum() - events));
}

std::vector<double> LogitDesign::predicted(const VectorXd& scaled) const {
    std::vector<double> chances(static_cast<std::size_t>(size()));
    Eigen::Map<VectorXd>(chances.data(), size()) = (columns_ * scaled).unaryExpr(&probability);
    return chances;
}

LogitDesign::Separation LogitDesign::separation_along(const VectorXd& direction, const Listening& listening) const {
    /// A case that moves against its outcome by a smaller part of the greatest move does not move.
    constexpr double kStill = 1e-6;
    double least = std::numeric_limits<double>::infinity();
    double greatest = 0.0;
    for_each_block(listening, [&](Index from, Index rows) {
        const VectorXd favour = ((columns_.middleRows(from, rows) * direction).array() *
                                 (2.0 * outcomes_.segment(from, rows).array() - 1.0))
                                    .matrix();
        least = std::min(least, favour.minCoeff());
        greatest = std::max(greatest, favour.maxCoeff());
    });
    if (!(greatest > 0.0) || least < -kStill * greatest) return Separation::None;
    return least > kStill * greatest ? Separation::Complete : Separation::Quasi;
}

MatrixXd LogitDesign::to_traits() const {
    MatrixXd turned = MatrixXd::Zero(coefficients(), coefficients());
    turned(0, 0) = 1.0;
    for (Index trait = 0; trait < means_.size(); ++trait) {
        turned(trait + 1, trait + 1) = 1.0 / spreads_[trait];
        turned(0, trait + 1) = -means_[trait] / spreads_[trait];
    }
    return turned;
}

using Separation = LogitDesign::Separation;

constexpr double kConverged = 1e-9;
constexpr std::size_t kMostIterations = 100;
constexpr std::size_t kMostHalvings = 40;

/// Where Newton's method ended.
struct Search {
    VectorXd scaled;
    LogitState state;
    std::size_t iterations = 0;
    bool has_converged = false;
    Separation separation = Separation::None;
    VectorXd direction;  ///< that separates
};

/// The share of the work after some iterations; usual data need six to eight.
double done_after(std::size_t iterations) {
    const auto number = static_cast<double>(iterations);
    return number / (number + 4.0);
}

/// Takes the step, or the half of it (and so on) that does not lower the likelihood.
void take_step(const LogitDesign& design, VectorXd step, Search& search, const LogitDesign::Listening& listening) {
    for (std::size_t halving = 0;; ++halving) {
        const VectorXd next = search.scaled + step;
        auto state = design.state_at(next, listening);
        const double rounding = 1e-12 * std::abs(search.state.log_likelihood);
        if (state.log_likelihood >= search.state.log_likelihood - rounding || halving == kMostHalvings) {
            search.scaled = next;
            search.state = std::move(state);
            return;
        }
        step /= 2.0;
    }
}

void note_separation(const LogitDesign& design, const VectorXd& direction, Search& search,
                     const LogitDesign::Listening& listening) {
    const auto separation = design.separation_along(direction, listening);
    if (separation <= search.separation) return;
    search.separation = separation;
    search.direction = direction;
}

Search maximise(const LogitDesign& design, core::Progress& progress) {
    /// Until then a usual search has ended, so that nothing need be asked of it.
    constexpr std::size_t kUsual = 6;
    Search search;
    search.scaled = VectorXd::Zero(design.coefficients());
    search.scaled[0] = design.null_constant();
    search.state = design.state_at(search.scaled, {progress, 0.0});
    while (search.iterations < kMostIterations) {
        const LogitDesign::Listening listening{progress, done_after(search.iterations)};
        const VectorXd step = search.state.information.ldlt().solve(search.state.gradient);
        if (!step.allFinite()) return search;
        take_step(design, step, search, listening);
        ++search.iterations;
        const double size = 1.0 + search.scaled.lpNorm<Eigen::Infinity>();
        search.has_converged = step.lpNorm<Eigen::Infinity>() <= kConverged * size;
        if (search.has_converged) return search;
        if (search.iterations < kUsual) continue;
        note_separation(design, search.scaled, search, listening);
        note_separation(design, step, search, listening);
        if (search.separation != Separation::None) return search;
    }
    return search;
}

LogitProblem problem_of(const Search& search) {
    LogitProblem problem;
    if (search.separation == Separation::None) return problem;
    problem.kind = LogitProblem::Kind::SeparatedBy;
    problem.is_complete = search.separation == Separation::Complete;
    /// Traits with a smaller part in the direction are noise.
    constexpr double kPart = 1e-3;
    const auto parts = search.direction.tail(search.direction.size() - 1).cwiseAbs();
    for (Index trait = 0; trait < parts.size(); ++trait) {
        if (parts[trait] > kPart * parts.maxCoeff()) problem.others.push_back(static_cast<std::size_t>(trait));
    }
    return problem;
}

/// The covariance of the scaled coefficients.
MatrixXd covariance_of(const LogitDesign& design, const Search& search, core::Progress& progress) {
    MatrixXd inverse =
        search.state.information.ldlt().solve(MatrixXd::Identity(design.coefficients(), design.coefficients()));
    if (!design.is_weighted()) return inverse;
    const auto cases = static_cast<double>(design.size());
    const MatrixXd products = design.score_products(search.scaled, {progress, done_after(search.iterations)});
    return inverse * (cases / (cases - 1.0) * products) * inverse;
}

LogitTest test_of(const LogitFit& fit, const LogitDesign& design, const Search& search, const MatrixXd& covariance) {
    const Index traits = design.coefficients() - 1;
    LogitTest test;
    test.degrees_of_freedom = static_cast<std::size_t>(traits);
    if (design.is_weighted()) {
        const VectorXd slopes = search.scaled.tail(traits);
        test.chi_squared = slopes.dot(covariance.bottomRightCorner(traits, traits).ldlt().solve(slopes));
    } else {
        test.chi_squared = 2.0 * (fit.log_likelihood - fit.null_log_likelihood);
    }
    test.p = chi_squared_p(test.chi_squared, static_cast<double>(traits));
    return test;
}

LogitFit fit_of(const LogitDesign& design, const Search& search, core::Progress& progress) {
    LogitFit fit;
    const MatrixXd covariance = covariance_of(design, search, progress);
    const MatrixXd turned = design.to_traits();
    const VectorXd values = turned * search.scaled;
    const MatrixXd of_values = turned * covariance * turned.transpose();
    fit.constant = {values[0], std::sqrt(of_values(0, 0))};
    for (Index trait = 1; trait < values.size(); ++trait) {
        fit.traits.push_back({values[trait], std::sqrt(of_values(trait, trait))});
    }
    fit.predicted = design.predicted(search.scaled);
    fit.log_likelihood = search.state.log_likelihood;
    fit.null_log_likelihood = design.null_log_likelihood();
    fit.test = test_of(fit, design, search, covariance);
    fit.iterations = search.iterations;
    return fit;
}

}  // namespace

LogitResult fit_logit(const LogitCases& cases, core::Progress& progress) {
    LogitResult result;
    core::Stage looking(progress, 0.0, 0.2);
    result.problems = find_logit_problems(cases, looking);
    if (!result.problems.empty()) return result;
    core::Stage fitting(progress, 0.2, 1.0);
    const LogitDesign design(cases, fitting);
    const auto search = maximise(design, fitting);
    if (search.has_converged) {
        result.fit = fit_of(design, search, fitting);
    } else {
        result.problems.push_back(problem_of(search));
    }
    progress.step(1.0);
    return result;
}

}  // namespace desakota::statistics
