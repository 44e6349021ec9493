#include "engine/welfare/poverty.h"

#include <algorithm>

namespace desakota::welfare {
namespace {

constexpr double kNoise = 1e-9;  // of the line

std::optional<double> ratio(double part, double whole) {
    return whole > 0.0 ? std::optional(std::min(part / whole, 1.0)) : std::nullopt;
}

}  // namespace

std::size_t count_poor(std::span<const double> ascending, double line, AtLine at_line) {
    const double limit = at_line == AtLine::Poor ? line * (1.0 + kNoise) : line * (1.0 - kNoise);
    return static_cast<std::size_t>(std::ranges::lower_bound(ascending, limit) - ascending.begin());
}

PovertySums& PovertySums::operator+=(const PovertySums& other) {
    households += other.households;
    persons += other.persons;
    poor_households += other.poor_households;
    poor_persons += other.poor_persons;
    gaps += other.gaps;
    squared_gaps += other.squared_gaps;
    return *this;
}

std::optional<double> PovertySums::poor_households_share() const {
    return ratio(poor_households, households);
}
std::optional<double> PovertySums::poor_persons_share() const {
    return ratio(poor_persons, persons);
}
std::optional<double> PovertySums::gap_index() const {
    return ratio(gaps, persons);
}
std::optional<double> PovertySums::severity_index() const {
    return ratio(squared_gaps, persons);
}

PovertySums sum_poverty(const SortedIncomes& incomes, double line, std::size_t poor) {
    PovertySums sums;
    for (std::size_t i = 0; i < incomes.per_head.size(); ++i) {
        sums.households += incomes.households[i];
        sums.persons += incomes.persons[i];
        if (i >= poor) continue;
        // Of someone at the line it may be below 0 by rounding.
        const double gap = std::max(0.0, (line - incomes.per_head[i]) / line);
        sums.poor_households += incomes.households[i];
        sums.poor_persons += incomes.persons[i];
        sums.gaps += gap * incomes.persons[i];
        sums.squared_gaps += gap * gap * incomes.persons[i];
    }
    return sums;
}

}  // namespace desakota::welfare
