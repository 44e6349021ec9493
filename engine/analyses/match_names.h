#pragma once

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// `match-names`: which row of a table is which settlement? By code, by exact name, by normalised name; then proposals,
/// which a person accepts and gives back with --matches.
///
/// Outputs: the table's codes and names, each once, with the settlement found (match_names); the settlements with the
/// table's columns (match_names_settlements); how many were matched how (match_names_summary).
[[nodiscard]] Analysis describe_match_names();

}  // namespace desakota::analyses
