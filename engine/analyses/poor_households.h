#pragma once

#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/households.h"

namespace desakota::analyses {

/// line, at-line-is-poor, poor-field: who is poor, by income per head against one line or by a field.
[[nodiscard]] std::vector<Parameter> poor_parameters();

/// Errors (usage): neither a line nor a field, both, a trait that is the income or the field itself, and options that
/// have no effect beside the field.
void refuse_poor_options(const Arguments& arguments, core::Diagnostics& diagnostics);

/// Row for row 1 (poor), 0, or NaN where it is not known; and what is said of the latter.
struct PoorHouseholds {
    std::vector<double> poor;
    core::Text without;  ///< "without an income per head"
};
[[nodiscard]] PoorHouseholds read_poor_households(const Arguments& arguments, const Households& households,
                                                  core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
