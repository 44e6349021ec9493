#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/settlements.h"

namespace desakota::analyses {

/// A settlement that no settlement of the run is.
inline constexpr std::uint32_t kNoSettlement = 0xFFFFFFFF;

/// The household table of a run, row for row. In every column of numbers NaN is missing.
struct Households {
    const layers::Layer* table = nullptr;
    std::vector<std::uint32_t> settlements;  ///< the settlement's row; kNoSettlement where it is not among the run's
    std::vector<double> persons;             ///< at least 1; all missing without a field
    std::vector<double> weights;             ///< above 0; 1 without a field
    bool has_persons = false;
    bool has_weights = false;

    [[nodiscard]] std::size_t size() const { return settlements.size(); }
};

/// Reads the layer `households` with household-settlement-field, persons-field and weight-field; where a row holds no
/// id of a settlement, the list `matches` tells which is meant (confirmed_matches.h). As in places.h, what is wrong
/// goes to the diagnostics as errors:
///
///   * No settlement field; persons or weights that are zero, negative or no number; a table in which no row belongs to
///     a settlement of the run.
///   * Warning, with a list: settlements that the run does not have. Their rows, and those without a settlement, are
///     left out.
[[nodiscard]] Households read_households(Arguments& arguments, const Settlements& settlements, RunContext& context);

/// What the numbers of a field must be.
struct NumberRule {
    std::string field;  ///< the field parameter, "land-field"
    core::Text what;    ///< in a sentence: "land", "luas lahan"
    double least = 0.0;
    double most = 1e15;
    bool above_least = false;  ///< `least` itself is not allowed
    bool thousands = false;    ///< a whole amount of money: "1.250" in a text is 1250, not 1.25
};
/// The numbers of a field of the household table, row for row; NaN where missing; empty without the field. Text is
/// read the Indonesian way where it is a number ("12,5"). Errors: numbers outside the rule and text that is none; the
/// message names the row, never the text.
[[nodiscard]] std::vector<double> read_household_numbers(const Arguments& arguments, const NumberRule& rule,
                                                         core::Diagnostics& diagnostics);
/// The same of a yes-or-no field: 1, 0, or NaN. Yes and no are true and false, 1 and 0, ya and tidak, ada and tidak
/// ada, yes and no, y and n (and t), whatever the letters' case.
[[nodiscard]] std::vector<double> read_household_yes_no(const Arguments& arguments, const std::string& field,
                                                        const core::Text& what, core::Diagnostics& diagnostics);

/// Income per head and of the household, in rupiah a month, after income-period and income-of.
struct Income {
    std::vector<double> per_head;   ///< missing where persons are, unless the field holds it
    std::vector<double> household;  ///< missing likewise
};
/// Which of the two an analysis goes by.
enum class IncomeUse : std::uint8_t { PerHead, OfHousehold };
/// Errors: no income field, a negative income; no field for persons where what is used cannot be had without.
[[nodiscard]] Income read_income(const Arguments& arguments, const Households& households,
                                 core::Diagnostics& diagnostics, IncomeUse use = IncomeUse::PerHead);

/// What a household needs to count, and what is said where it is missing.
struct Requirement {
    std::span<const double> values;  ///< NaN: missing
    core::Text without;              ///< "without an income"
};

/// The households that count, settlement by settlement: those of settlement s are
/// rows[first[s]] .. rows[first[s + 1]], in the table's order.
struct HouseholdSelection {
    std::vector<std::uint32_t> rows;  ///< of the household table
    std::vector<std::uint32_t> first;
    /// By requirement, in order: what was missing, and how many households of each settlement it left out. A household
    /// is counted under the first requirement that it fails.
    struct LeftOut {
        core::Text without;
        std::vector<std::uint32_t> by_settlement;
    };
    std::vector<LeftOut> left_out;
    std::uint32_t without_settlement = 0;  ///< households of the table that are in no settlement of the run

    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t settlement) const {
        return {rows.data() + first[settlement], first[settlement + 1] - first[settlement]};
    }
    [[nodiscard]] std::uint32_t left_out_of(std::size_t settlement) const;
};
[[nodiscard]] HouseholdSelection select_households(const Households& households, std::size_t settlement_count,
                                                   std::span<const Requirement> requirements);

/// The values of some rows, one after the other.
[[nodiscard]] std::vector<double> values_of(std::span<const double> values, std::span<const std::uint32_t> rows);

}  // namespace desakota::analyses
