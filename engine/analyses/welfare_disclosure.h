#pragma once

#include <cstdint>
#include <vector>

#include "engine/analyses/welfare_rows.h"

namespace desakota::analyses {

/// Rows that must not show figures: those that rest on 1 to kFewestHouseholds - 1 households and, so that theirs do not
/// follow from a sum less all the others in it, further ones, the next smallest first. What the hidden rows of a sum
/// have together never rests on fewer than kFewestHouseholds and never is that of one row alone. (Secondary
/// suppression: Hundepool et al., Statistical Disclosure Control, 2012, chapter 4.)
struct WithheldRows {
    std::vector<bool> settlements;
    std::vector<bool> sets;
};
/// `households`: on how many the figures of each settlement rest. `sets` as settlement_sets() gives them.
[[nodiscard]] WithheldRows withheld_rows(const std::vector<std::uint32_t>& households,
                                         const std::vector<SettlementSet>& sets);

/// Why a row is withheld that rests on enough households itself.
[[nodiscard]] core::Text withheld_for_others_text();

struct WelfareBases {
    std::vector<Basis> settlements;
    std::vector<Basis> sets;
};
/// As basis_of(), with what is withheld for the sake of others.
[[nodiscard]] WelfareBases welfare_bases(const HouseholdSelection& selection, std::size_t settlement_count,
                                         const std::vector<SettlementSet>& sets);

}  // namespace desakota::analyses
