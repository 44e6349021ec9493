#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/analyses/household_traits.h"
#include "engine/statistics/logit.h"

namespace desakota::analyses {

/// One column of numbers of a logit: a trait, or one category of it against the most frequent one.
struct TraitColumn {
    std::string name;  ///< the trait's
    core::Text label;  ///< in a sentence: "land", "'pekerjaan' (buruh)"
    HouseholdTrait::Kind kind = HouseholdTrait::Kind::Number;
    std::string category;   ///< empty: none
    std::string reference;  ///< the category against which it is; empty: none
    double step = 1.0;      ///< Number: the difference that sentences speak of
    core::Text step_words;  ///< "year of schooling of the head", "10 in 'jam_kerja'"
};

/// The columns of some traits, and their values for the households at those rows of the table.
struct TraitColumns {
    std::vector<TraitColumn> columns;
    std::vector<std::vector<double>> values;
};
/// Errors: a text that is the same for all, or a category of fewer than 5 households.
[[nodiscard]] TraitColumns make_trait_columns(const std::vector<HouseholdTrait>& traits,
                                              std::span<const std::uint32_t> rows, core::Diagnostics& diagnostics);

/// What keeps the traits from telling who is poor, and what to do. `cases`: how many households there are.
[[nodiscard]] core::Text logit_problem_text(const statistics::LogitProblem& problem,
                                            const std::vector<TraitColumn>& columns, std::size_t cases);

/// From this p on a link counts as not clear.
inline constexpr double kClearBelow = 0.05;
/// "Each further year of schooling of the head: odds of being poor 0.51 times (95 %: 0.37 to 0.70)." and, for a link
/// that is not clear, " No clear link (p = 0.38)."
[[nodiscard]] core::Text coefficient_sentence(const TraitColumn& column, const statistics::Coefficient& coefficient);
/// What goes with being poor: "lower land", "'listrik': no", "'pekerjaan': buruh rather than petani".
[[nodiscard]] core::Text direction_text(const TraitColumn& column, const statistics::Coefficient& coefficient);
/// "0.51", "12", "0.0081": two digits that matter.
[[nodiscard]] core::Text odds_text(double odds);
/// "p = 0.38", "p < 0.001".
[[nodiscard]] core::Text p_text(double p);
/// "a, b and c".
[[nodiscard]] core::Text listed(const std::vector<core::Text>& texts);

}  // namespace desakota::analyses
