#include "engine/statistics/logit_problems.h"

#include <Eigen/Core>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <limits>

namespace desakota::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// A trait whose spread is less than this part of its size is constant; one of which less than this part is its own
/// depends on the others.
constexpr double kOwn = 1e-7;
constexpr double kConstant = 1e-12;
/// A trait with a smaller part in a dependence (both scaled to unit length) has none.
constexpr double kPart = 1e-6;

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

/// The values of one trait where the event holds, and where not.
struct OutcomeRanges {
    Range event;
    Range other;
};
OutcomeRanges ranges_of(const std::vector<double>& values, std::span<const double> outcomes) {
    OutcomeRanges ranges;
    for (std::size_t i = 0; i < values.size(); ++i) (outcomes[i] > 0.5 ? ranges.event : ranges.other).add(values[i]);
    return ranges;
}

bool is_constant(const OutcomeRanges& ranges) {
    const double low = std::min(ranges.event.low, ranges.other.low);
    const double high = std::max(ranges.event.high, ranges.other.high);
    return high - low <= kConstant * std::max(std::abs(low), std::abs(high));
}

std::optional<LogitProblem> separation_of(const OutcomeRanges& ranges, std::size_t trait) {
    const bool event_is_above = ranges.other.high <= ranges.event.low;
    const bool event_is_below = ranges.event.high <= ranges.other.low;
    if (!event_is_above && !event_is_below) return std::nullopt;
    const auto& upper = event_is_above ? ranges.event : ranges.other;
    const auto& lower = event_is_above ? ranges.other : ranges.event;
    LogitProblem problem;
    problem.kind = LogitProblem::Kind::Separated;
    problem.trait = trait;
    problem.limit = upper.low;
    problem.is_complete = lower.high < upper.low;
    if (upper.high > problem.limit) problem.above = event_is_above;
    if (lower.low < problem.limit) problem.below = !event_is_above;
    return problem;
}

/// The triangular factor of the matrix whose columns are the traits less their means, each scaled to unit length; its
/// columns depend on each other as the traits do. Found block by block, so that it never holds more than one block.
MatrixXd triangular_factor(const LogitCases& cases, const std::vector<std::size_t>& traits, core::Progress& progress) {
    constexpr std::size_t kBlock = 4096;
    const auto columns = static_cast<Index>(traits.size());
    std::vector<double> means;
    means.reserve(traits.size());
    for (const auto trait : traits) {
        double sum = 0.0;
        for (const double value : cases.traits[trait]) sum += value;
        means.push_back(sum / static_cast<double>(cases.size()));
        progress.step(0.0);
    }
    MatrixXd factor = MatrixXd::Zero(columns, columns);
    core::LoopSteps steps(progress, 0.0, 1.0, cases.size(), kBlock);
    for (std::size_t from = 0; from < cases.size(); from += kBlock) {
        steps.at(from);
        const auto rows = std::min(kBlock, cases.size() - from);
        MatrixXd stacked(columns + static_cast<Index>(rows), columns);
        stacked.topRows(columns) = factor;
        for (Index column = 0; column < columns; ++column) {
            const auto place = static_cast<std::size_t>(column);
            stacked.col(column).tail(static_cast<Index>(rows)) =
                Eigen::Map<const VectorXd>(cases.traits[traits[place]].data() + from, static_cast<Index>(rows))
                    .array() -
                means[place];
        }
        factor =
            Eigen::HouseholderQR<MatrixXd>(stacked).matrixQR().topRows(columns).template triangularView<Eigen::Upper>();
    }
    return factor.colwise().normalized();
}

/// Each trait that depends on those before it, with those on which it does.
void add_dependences(const LogitCases& cases, const std::vector<std::size_t>& traits,
                     std::vector<LogitProblem>& problems, core::Progress& progress) {
    if (traits.size() < 2) return;
    const MatrixXd factor = triangular_factor(cases, traits, progress);
    std::vector<Index> kept;
    for (Index column = 0; column < factor.cols(); ++column) {
        const MatrixXd before = factor(Eigen::all, kept);
        const VectorXd parts = before.cols() == 0 ? VectorXd() : before.colPivHouseholderQr().solve(factor.col(column));
        const double own = before.cols() == 0 ? 1.0 : (before * parts - factor.col(column)).norm();
        if (own > kOwn) {
            kept.push_back(column);
            continue;
        }
        LogitProblem problem;
        problem.kind = LogitProblem::Kind::Dependent;
        problem.trait = traits[static_cast<std::size_t>(column)];
        for (Index i = 0; i < parts.size(); ++i) {
            const auto other = static_cast<std::size_t>(kept[static_cast<std::size_t>(i)]);
            if (std::abs(parts[i]) > kPart) problem.others.push_back(traits[other]);
        }
        problems.push_back(std::move(problem));
    }
}

}  // namespace

std::vector<LogitProblem> find_logit_problems(const LogitCases& cases, core::Progress& progress) {
    std::vector<LogitProblem> problems;
    const auto add = [&problems](LogitProblem::Kind kind, std::size_t trait) {
        problems.push_back({.kind = kind, .trait = trait});
    };
    if (cases.size() <= cases.traits.size() + 1) add(LogitProblem::Kind::TooFewCases, 0);
    const auto events = std::ranges::count_if(cases.outcomes, [](double outcome) { return outcome > 0.5; });
    if (events == 0 || static_cast<std::size_t>(events) == cases.size()) {
        problems.push_back({.kind = LogitProblem::Kind::OneOutcome, .above = events > 0});
    }
    const bool is_judged = problems.empty();
    std::vector<std::size_t> varying;
    for (std::size_t trait = 0; trait < cases.traits.size(); ++trait) {
        progress.step(0.0);
        const auto ranges = ranges_of(cases.traits[trait], cases.outcomes);
        if (is_constant(ranges)) {
            add(LogitProblem::Kind::Constant, trait);
            continue;
        }
        varying.push_back(trait);
        const auto separation = is_judged ? separation_of(ranges, trait) : std::nullopt;
        if (separation) problems.push_back(*separation);
    }
    if (is_judged) add_dependences(cases, varying, problems, progress);
    return problems;
}

}  // namespace desakota::statistics
