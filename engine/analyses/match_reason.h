#pragma once

#include <string_view>

#include "engine/analyses/match_names_input.h"

namespace desakota::analyses {

/// "confirmed", "code", "exact_name", "normalised_name", "proposal", "no_match".
[[nodiscard]] std::string_view how_code(matching::How how);
/// In a list: "by exact name".
[[nodiscard]] core::Text how_label(matching::How how);

/// That one of two rows of the table may be the total of the kecamatan whose name both bear; empty where there are
/// none.
[[nodiscard]] core::Text kecamatan_total_text(const TableKeyRows& rows);

/// Why a key of the table was matched, or why it waits for a decision: one sentence or two.
[[nodiscard]] core::Text match_reason(const MatchNamesInput& input, std::size_t key, const matching::Match& match);

}  // namespace desakota::analyses
