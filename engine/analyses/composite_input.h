#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/settlements.h"
#include "engine/welfare/composite.h"
#include "engine/welfare/scheme.h"

namespace desakota::analyses {

/// What a composite index is made of.
struct IndexInput {
    welfare::Scheme scheme;  ///< with the breaks that the run gave
    bool has_own_breaks = false;
    Settlements settlements;
    welfare::IndicatorColumns values;  ///< in the indicators' units
    /// Of raising each indicator to its best, 1 without a table; NaN: it is not in the table.
    std::vector<double> costs;
    bool has_costs = false;
};

/// The fields that the chosen scheme's indicators have, for Analysis::asked_fields.
[[nodiscard]] std::map<std::string, std::vector<std::string>> indicator_fields(const Arguments& arguments);

/// Reads scheme, settlements, indicators and costs; throws core::Error with all problems of one kind at once. Tells of
/// a scheme that is not official, and of options without effect.
[[nodiscard]] IndexInput read_index_input(Arguments& arguments, RunContext& context);

/// The choice code of a built-in scheme, "idm_2016" for idm-2016.
[[nodiscard]] std::string scheme_code(const std::string& id);

}  // namespace desakota::analyses
