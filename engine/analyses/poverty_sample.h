#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/analyses/households.h"
#include "engine/welfare/poverty.h"

namespace desakota::analyses {

/// The households that count for poverty, settlement by settlement, those of each settlement in ascending order of
/// their income per head.
struct PovertySample {
    std::vector<double> per_head;    ///< rupiah a month
    std::vector<double> households;  ///< survey weights
    std::vector<double> persons;     ///< weight x members; all 0 where persons are not known
    HouseholdSelection selection;
    bool has_persons = false;
    bool has_weights = false;
    /// Families from which the households of each settlement were drawn; missing where they are not known, or fewer
    /// than the households.
    std::vector<std::optional<double>> populations;

    [[nodiscard]] std::size_t settlement_count() const { return populations.size(); }
    [[nodiscard]] std::size_t count(std::size_t settlement) const { return selection.of(settlement).size(); }
    [[nodiscard]] welfare::SortedIncomes of(std::size_t settlement) const;
};

/// Reads the household table and the incomes. Errors: those of read_households and read_income. Warnings: no persons
/// field; settlements with more households in the table than families.
[[nodiscard]] PovertySample read_poverty_sample(Arguments& arguments, const Settlements& settlements,
                                                RunContext& context);

}  // namespace desakota::analyses
