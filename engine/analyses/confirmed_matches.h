#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/settlements.h"
#include "engine/matching/match.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {

/// matches (a list as match-names writes it, in which a person has decided) and matches-fields.
[[nodiscard]] std::vector<Parameter> confirmed_match_parameters();
/// The field of a table with the kecamatan, which tells settlements of one name apart; of use with `matches` only.
[[nodiscard]] Parameter table_kecamatan_field(const std::string& name, const std::string& of);

/// What a row of a table calls a settlement.
struct TableCall {
    std::string text;                              ///< an id, a code or a name
    std::string kecamatan;                         ///< empty where it is not known
    std::optional<matching::CodeSystem> system{};  ///< of codes, as the field's name tells it
};

/// The parameters that say where a table calls settlements.
struct CallFields {
    std::string layer;       ///< "households"
    std::string settlement;  ///< "household-settlement-field"
    std::string kecamatan;   ///< "household-kecamatan-field"
};

/// How the rows of a table call settlements; the field for settlements must be there.
class TableCalls {
public:
    TableCalls(const Arguments& arguments, const CallFields& fields);
    /// Nothing where the row calls none.
    [[nodiscard]] std::optional<TableCall> at(std::size_t row) const;

private:
    const layers::Column& settlement_;
    const layers::Column* kecamatan_;
    std::optional<matching::CodeSystem> system_;
};

/// The accepted rows of a list of match-names: which settlement of the run a code or name of a table means. Rows are
/// known by code, name and kecamatan and by nothing else, so that a list serves next year's table as well.
class ConfirmedMatches {
public:
    /// The settlement that a table's call means: by its code, else by its name, with the kecamatan where names repeat
    /// ("Sukamaju, Kec. Muara Telang" will do). Nothing where it is the id of a settlement, is not in the list, or
    /// could mean several (which `report` tells).
    [[nodiscard]] std::optional<std::uint32_t> find(const TableCall& call);
    /// The settlement that a person chose for this key of a table.
    [[nodiscard]] std::optional<std::uint32_t> find_key(const matching::TableKey& key);

    /// Errors: calls that could mean several settlements. A list that was given and never used: an option without
    /// effect.
    void report(core::Diagnostics& diagnostics) const;

private:
    friend class ConfirmedMatchReader;

    struct Entry {
        std::string code;       // its key; empty without
        std::string name;       // in lower case; empty without
        std::string kecamatan;  // its key; empty without
        std::uint32_t settlement = 0;
    };
    using Places = std::vector<std::size_t>;
    using Table = std::unordered_map<std::string, Places>;

    static std::string key_of(const Entry& entry);
    void add(Entry entry);
    [[nodiscard]] std::vector<std::uint32_t> settlements_of(const Table& table, const std::string& text,
                                                            const std::string& kecamatan) const;
    [[nodiscard]] std::vector<std::uint32_t> look_up(const TableCall& call) const;

    bool is_given_ = false;
    std::size_t used_ = 0;
    std::string label_;
    std::vector<Entry> entries_;
    Table by_key_;
    Table by_code_;
    Table by_name_;
    Table by_letters_;  // of the name, evened out
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::unordered_map<std::string, std::optional<std::uint32_t>> answers_;
    network::ValueCounts ambiguous_;
};

/// Reads the list `matches`; an empty one where it was not given. Errors that name the row: an accepted row without a
/// settlement, or with one that the run does not have, or without code and name; two accepted rows of one key with
/// different settlements; a word in `accepted` that says neither yes nor no. Also errors: columns that are missing. A
/// list without an accepted row: an option without effect.
[[nodiscard]] ConfirmedMatches read_confirmed_matches(const Arguments& arguments, const Settlements& settlements,
                                                      core::Diagnostics& diagnostics);

/// Options without effect: a list without a table that it could tell of (`tables`: "--households"), and a kecamatan
/// field that was named without a list.
void refuse_matches_without_a_table(const Arguments& arguments, const core::Text& tables,
                                    core::Diagnostics& diagnostics);
void refuse_kecamatan_field_without_matches(const Arguments& arguments, const std::string& field,
                                            core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
