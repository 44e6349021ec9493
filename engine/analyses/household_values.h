#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/households.h"

namespace desakota::analyses {

/// 1, 0, or NaN for a text that is neither; missing for a blank one. See read_household_yes_no.
[[nodiscard]] std::optional<double> parse_yes_no(const std::string& text);

/// As read_household_numbers and read_household_yes_no, of one column, whatever parameter named it.
[[nodiscard]] std::vector<double> read_number_column(const layers::Layer& table, const layers::Column& column,
                                                     const NumberRule& rule, core::Diagnostics& diagnostics);
[[nodiscard]] std::vector<double> read_yes_no_column(const layers::Layer& table, const layers::Column& column,
                                                     const core::Text& what, core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
