#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/text.h"
#include "engine/report/report.h"
#include "engine/report/text_pool.h"

namespace desakota::report {

/// A column of a table on a page, in one language: numbers shown with that many decimals, or texts.
struct PageColumn {
    std::string heading;  ///< with its unit
    int decimals = 0;     ///< of numbers
    std::variant<std::vector<std::optional<double>>, std::vector<std::optional<std::string>>> cells;

    [[nodiscard]] bool is_of_numbers() const { return cells.index() == 0; }
};

/// A table on a page: all its rows for the scripts, the first ones without.
struct PageTable {
    std::string id;
    std::string title;
    std::vector<PageColumn> columns;
    std::size_t rows = 0;
    /// Of each row the report's settlement, counted from 1; 0 where there is none. Empty where rows are none.
    std::vector<std::size_t> settlements;
    std::size_t name_column = 0;  ///< whose cells open the settlement's card
    bool is_main = true;          ///< among those that readers look for first
};

/// Longer tables are left to the workbook, unless a map shows their rows: no browser sorts them with ease, and the page
/// is to travel by messenger.
inline constexpr std::size_t kMostPageRows = 10000;
[[nodiscard]] bool is_on_page(const Table& table, const Report& report);

/// How many rows can be read with scripts off.
inline constexpr std::size_t kPlainRows = 50;

/// Codes by their words, others as they are; "yes" and "no" in the language. A column of numbers too large for scripts
/// (2^53) is one of texts.
[[nodiscard]] PageTable page_table(const Table& table, const Report& report, core::Language language);
[[nodiscard]] PageTable priority_table(const Report& report, core::Language language);

/// What a cell shows: a dash where it is missing.
[[nodiscard]] std::string shown_cell(const PageColumn& column, std::size_t row, core::Language language);

/// The table as JSON: cells packed, texts in the pool.
[[nodiscard]] std::string table_json(const PageTable& table, TextPool& texts);

}  // namespace desakota::report
