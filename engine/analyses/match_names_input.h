#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/settlements.h"
#include "engine/matching/match.h"

namespace desakota::analyses {

/// Where a code, name and kecamatan of the table stand in it.
struct TableKeyRows {
    std::size_t first = 0;    ///< row of the table, from 0
    std::int64_t number = 0;  ///< the number of that row in its source: as a spreadsheet program shows it
    std::size_t count = 0;
    /// As the list is to keep it (matching::lasting_text); missing without.
    std::optional<std::string> code;
    /// The numbers of two rows (this key's among them) with the name of their kecamatan: one may be its total.
    std::vector<std::int64_t> kecamatan_rows;
};

/// The settlements and the table of a run of match-names.
struct MatchNamesInput {
    Settlements settlements;
    std::vector<std::optional<std::string>> kecamatan;  ///< of each settlement
    std::vector<matching::KnownSettlement> known;       ///< each settlement
    std::vector<matching::TableKey> keys;               ///< in the order of the table, each once
    std::vector<TableKeyRows> key_rows;                 ///< of each key
    std::vector<std::size_t> key_of_row;                ///< of each row of the table
};

/// settlements (a layer or a table), id-field, name-field, code-field, kecamatan-field, settlement-fields; table and
/// its fields; matches and matches-fields.
[[nodiscard]] std::vector<Parameter> match_names_parameters();

/// The number of a row of the table in its source: as a spreadsheet program shows it.
[[nodiscard]] std::int64_t table_row_number(const layers::Layer& table, std::size_t row);

/// Errors: a layer without settlements, a table without rows; neither codes nor names in one of them; those of
/// read_confirmed_matches. Rows that differ in letter case or in the number of blanks alone are of one key. A name
/// field that nobody named and that tells rows of one code apart is left aside: it may hold the names of persons.
[[nodiscard]] MatchNamesInput read_match_names_input(Arguments& arguments, RunContext& context);

}  // namespace desakota::analyses
