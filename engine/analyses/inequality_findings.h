#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analyses/households.h"
#include "engine/analyses/welfare_rows.h"
#include "engine/welfare/inequality_between.h"
#include "engine/welfare/inequality_sets.h"

namespace desakota::analyses {

/// What is counted: persons with the income per head of their household, or households with their income.
enum class IncomeUnit : std::uint8_t { Person, Household };

/// What an inequality run asks.
struct InequalityInput {
    Settlements settlements;
    HouseholdSelection selection;
    welfare::IncomeSample sample;  ///< of the selected households; incomes in rupiah a month
    welfare::InequalityQuestion question;
    bool settlement_curves = false;
};
/// Reads settlements and households; what is wrong with them is thrown.
[[nodiscard]] InequalityInput read_inequality_input(Arguments& arguments, RunContext& context);
[[nodiscard]] IncomeUnit income_unit(const Arguments& arguments);

/// The figures of one settlement or set, and on what they rest. Figures of rows that are not computed are not for the
/// results.
struct InequalityRow {
    Basis basis;
    welfare::SetInequality found;
};

/// What lies within and between the settlements of a set, from all its households.
struct InequalitySplit {
    welfare::TheilParts theil_t;
    welfare::TheilParts theil_l;
    welfare::Williamson williamson;
};

struct InequalityFindings {
    std::vector<InequalityRow> settlements;
    std::vector<SettlementSet> sets;
    std::vector<InequalityRow> set_rows;
    std::vector<InequalitySplit> splits;  ///< one a set
    std::uint32_t without_income = 0;     ///< households whose income is 0
};
[[nodiscard]] InequalityFindings find_inequality(const InequalityInput& input, RunContext& context);

}  // namespace desakota::analyses
