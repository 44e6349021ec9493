#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyses/households.h"
#include "engine/layers/layer.h"
#include "engine/maps/style.h"
#include "engine/statistics/interval.h"
#include "engine/welfare/classes.h"

namespace desakota::analyses {

/// Whether a settlement (or group) has figures, and if not why not: column `status`.
enum class WelfareStatus : std::uint8_t {
    Computed,      ///< "computed"
    NoHouseholds,  ///< "no_households": none in the table counts
    Withheld,      ///< "withheld": fewer than kFewestHouseholds, who could be recognised
    NotComputed,   ///< "not_computed": something else that is needed is missing; the reason names it
};
[[nodiscard]] std::string_view status_code(WelfareStatus status);

/// Figures that rest on fewer households are withheld (personal data), on fewer than kSureHouseholds unsure.
inline constexpr std::uint32_t kFewestHouseholds = 5;
inline constexpr std::uint32_t kSureHouseholds = 30;

/// On how many households the figures of one row rest, and why not on more.
struct Basis {
    bool of_households = true;  ///< false: figures from fields of the settlements; then n, left_out, unsure are missing
    std::uint32_t households = 0;
    std::uint32_t left_out = 0;
    WelfareStatus status = WelfareStatus::Computed;
    core::Text reason;

    [[nodiscard]] bool is_computed() const { return status == WelfareStatus::Computed; }
    [[nodiscard]] bool is_unsure() const { return of_households && is_computed() && households < kSureHouseholds; }
};
/// Of one settlement or of several together: the reason says what the figures rest on, what was left out and why, and
/// whether they are unsure. "Rests on 15 households; 2 left out: without an income. Fewer than 30: unsure."
[[nodiscard]] Basis basis_of(const HouseholdSelection& selection, const std::vector<std::uint32_t>& settlements);

/// The figures `left_out` (of the settlements: `basis` is that of all of them) and, where there are any,
/// `no_settlement`: households of the table that are in no settlement of the run. The latter get a sentence as well.
void add_left_out_figures(Results& results, const Basis& basis, const HouseholdSelection& selection);
void add_without_settlement_sentence(Results& results, const HouseholdSelection& selection);

/// n, left_out, unsure, status, reason.
[[nodiscard]] std::vector<layers::ColumnDefinition> basis_columns();
void add_basis_columns(layers::Layer& layer, const std::vector<Basis>& rows, core::Language language);

/// The beginning of a summary's rows: group_field, group_value, settlements, settlements_unknown (those without
/// figures of their own), families (the sum of the known numbers; missing without a families field).
[[nodiscard]] std::vector<layers::ColumnDefinition> welfare_summary_columns();
void add_welfare_summary_columns(layers::Layer& layer, const Settlements& settlements,
                                 const std::vector<SettlementSet>& sets, const std::vector<Basis>& of_settlements);

/// A column with a value (or none) for each row of the layer.
void add_number_column(layers::Layer& layer, layers::ColumnDefinition definition,
                       const std::vector<std::optional<double>>& values);
/// <name>_low and <name>_high: the interval's ends; the alias gets " (95 % ...)" behind.
[[nodiscard]] std::vector<layers::ColumnDefinition> interval_columns(const layers::ColumnDefinition& of);
void add_interval_columns(layers::Layer& layer, const layers::ColumnDefinition& of,
                          const std::vector<std::optional<statistics::Interval>>& intervals);
/// The class codes of some values; missing where there is no value.
void add_class_column(layers::Layer& layer, layers::ColumnDefinition definition, const welfare::Classes& classes,
                      const std::vector<std::optional<double>>& values);

/// Which end of classes is the worst.
enum class WorstClass : std::uint8_t { Lowest, Highest };
/// A style by a class column: each class in its colour, and the rows without a class grey.
[[nodiscard]] maps::Style class_style(const std::string& name, const core::Text& title, const std::string& field,
                                      const welfare::Classes& classes, WorstClass worst);
/// A style of five equal classes from 0 to 100 % of a share column, and the rows without a value grey.
[[nodiscard]] maps::Style share_style(const std::string& name, const core::Text& title, const std::string& field);
/// Marks the rows whose figure is unsure (basis_columns()).
[[nodiscard]] maps::Style with_unsure_rows(maps::Style style);

}  // namespace desakota::analyses
