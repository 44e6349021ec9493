#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/welfare/composite.h"
#include "engine/welfare/scheme.h"

namespace desakota::analyses {

/// "iav=rasio, ibpl=miskin": the fields of indicators that are not called by their code. Faults are usage errors.
[[nodiscard]] std::map<std::string, std::string> parse_indicator_names(const std::string& text,
                                                                       const welfare::Scheme& scheme,
                                                                       core::Diagnostics& diagnostics);

/// The values of the scheme's indicators in the settlement layer, after `shares-as`.
///
/// Errors: indicators that no field has (usage errors, thrown); text that is no number; values outside an indicator's
/// range, a column of percent where shares are wanted told as such. Warning: shares where percent are wanted.
[[nodiscard]] welfare::IndicatorColumns read_indicators(Arguments& arguments, const welfare::Scheme& scheme,
                                                        core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
