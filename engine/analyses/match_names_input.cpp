#include "engine/analyses/match_names_input.h"

#include <set>
#include <unordered_map>
#include <utility>

#include "engine/analyses/confirmed_matches.h"
#include "engine/analyses/feature_fields.h"
#include "engine/matching/codes.h"
#include "engine/matching/place_letters.h"
#include "engine/matching/place_names.h"

namespace desakota::analyses {
namespace {

constexpr const char* kSettlements = "settlements";
constexpr const char* kTable = "table";

using Texts = std::vector<std::optional<std::string>>;

/// Adds the codes of one field to each settlement's.
void add_codes(const layers::Column& column, std::vector<matching::KnownSettlement>& known) {
    const auto system = matching::system_of_column(column.name());
    for (std::size_t row = 0; row < known.size(); ++row) {
        const auto text = field_text(column, row);
        const auto code = text ? matching::read_code(*text, system) : std::nullopt;
        if (code) known[row].codes.push_back(*code);
    }
}

void read_known(const Arguments& arguments, MatchNamesInput& input, core::Diagnostics& diagnostics) {
    const auto& layer = arguments.layers.at(kSettlements).front();
    input.kecamatan = field_texts(arguments.column(kSettlements, "kecamatan-field"), layer.row_count);
    input.known.resize(layer.row_count);
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        input.known[row].name = input.settlements.names[row].value_or("");
        input.known[row].kecamatan = input.kecamatan[row].value_or("");
    }
    const auto* ids = arguments.column(kSettlements, "id-field");
    if (ids != nullptr) add_codes(*ids, input.known);
    const auto further = arguments.field_list("code-field");
    for (const auto& field : further) {
        if (const auto* column = layer.find(field)) add_codes(*column, input.known);
    }
    if (ids != nullptr || !further.empty() || arguments.column(kSettlements, "name-field") != nullptr) return;
    diagnostics.error(core::format_text(
        "{}: no field holds ids, codes or names of the settlements. Name one with --id-field, --code-field or "
        "--name-field.",
        "{}: tidak ada kolom id, kode, atau nama permukiman. Sebutkan dengan --id-field, --code-field, atau "
        "--name-field.",
        layers::describe_layer(layer)));
}

/// The keys of a table, each once.
class KeyCollector {
public:
    explicit KeyCollector(MatchNamesInput& input) : input_(input) {}

    void add(std::size_t row, const matching::TableKey& key, const std::optional<std::string>& code) {
        const auto text = (key.code ? matching::code_key(*key.code) : std::string{}) + "\n" +
                          matching::lower_case(matching::single_blanks(key.name)) + "\n" +
                          matching::kecamatan_key(key.kecamatan);
        const auto [place, is_new] = keys_.emplace(text, input_.keys.size());
        if (is_new) {
            input_.keys.push_back(key);
            auto& rows = input_.key_rows.emplace_back();
            rows.first = row;
            if (key.code && code) rows.code = matching::lasting_text(*key.code, *code);
        }
        ++input_.key_rows[place->second].count;
        input_.key_of_row.push_back(place->second);
    }

private:
    MatchNamesInput& input_;
    std::unordered_map<std::string, std::size_t> keys_;
};

std::string field_listing(const layers::Layer& table) {
    constexpr std::size_t kMostListed = 100;
    std::string names;
    for (std::size_t i = 0; i < table.columns.size() && i <= kMostListed; ++i) {
        names += (i == 0 ? "" : ", ") + (i < kMostListed ? table.columns[i].name() : std::string("..."));
    }
    return names.empty() ? "-" : names;
}

bool has_what_is_needed(const Arguments& arguments, core::Diagnostics& diagnostics) {
    const auto& table = arguments.layers.at(kTable).front();
    const bool has_key = arguments.column(kTable, "table-code-field") != nullptr ||
                         arguments.column(kTable, "table-name-field") != nullptr;
    if (!has_key) {
        diagnostics.error(
            core::format_text("{0}: no field holds codes or names of settlements. Name one with --table-code-field or "
                              "--table-name-field. Fields of {0}: {1}.",
                              "{0}: tidak ada kolom kode atau nama permukiman. Sebutkan dengan --table-code-field atau "
                              "--table-name-field. Kolom di {0}: {1}.",
                              layers::describe_layer(table), field_listing(table)));
    }
    if (table.row_count == 0) {
        diagnostics.error(core::format_text("{}: the table holds no rows.", "{}: tabel tidak berisi baris.",
                                            layers::describe_layer(table)));
    }
    return has_key && table.row_count > 0;
}

/// Whether the names differ from row to row of one code, as the names of persons in a household table do.
bool tell_persons_apart(const Texts& codes, const Texts& names) {
    std::set<std::string> different_codes;
    std::set<std::pair<std::string, std::string>> different_pairs;
    for (std::size_t row = 0; row < codes.size(); ++row) {
        const auto& code = codes[row];
        const auto& name = names[row];
        if (!code || !name) continue;
        different_codes.insert(*code);
        different_pairs.emplace(*code, *name);
    }
    return different_pairs.size() >= different_codes.size() * 2 && !different_codes.empty();
}

/// The names of the table; none where nobody named the field and it may hold the names of persons.
Texts read_names(const Arguments& arguments, const Texts& codes, core::Diagnostics& diagnostics) {
    constexpr const char* kNameField = "table-name-field";
    const auto& table = arguments.layers.at(kTable).front();
    auto names = field_texts(arguments.column(kTable, kNameField), table.row_count);
    if (arguments.is_given(kNameField) || !tell_persons_apart(codes, names)) return names;
    diagnostics.information(core::format_text(
        "{0}: '{1}' is left aside: it differs from row to row of one code, as names of persons do. If it holds the "
        "settlements' names, name it with --table-name-field.",
        "{0}: kolom '{1}' tidak dipakai: isinya berbeda-beda pada kode yang sama, seperti nama orang. Bila memang nama "
        "permukiman, sebutkan dengan --table-name-field.",
        layers::describe_layer(table), arguments.field(kNameField)));
    return Texts(table.row_count);
}

std::set<std::string> kecamatan_keys(const MatchNamesInput& input) {
    std::set<std::string> keys;
    for (const auto& settlement : input.known) keys.insert(matching::kecamatan_key(settlement.kecamatan));
    for (const auto& key : input.keys) keys.insert(matching::kecamatan_key(key.kecamatan));
    keys.erase("");
    return keys;
}

/// The name of each key that bears the name of its kecamatan, or of any where it tells none; empty for the others.
std::vector<std::string> names_of_kecamatan(const MatchNamesInput& input) {
    const auto kecamatan = kecamatan_keys(input);
    std::vector<std::string> names(input.keys.size());
    for (std::size_t key = 0; key < names.size(); ++key) {
        const auto name = matching::read_place_name(input.keys[key].name);
        const auto own = matching::kecamatan_key(input.keys[key].kecamatan);
        const bool may_be = own.empty() ? kecamatan.contains(name.letters) : own == name.letters;
        if (may_be) names[key] = name.letters;
    }
    return names;
}

/// A settlement may bear its kecamatan's name. Of two rows with it one may be the kecamatan's total; more are rows of
/// households.
void find_kecamatan_rows(const layers::Layer& table, MatchNamesInput& input) {
    const auto names = names_of_kecamatan(input);
    std::unordered_map<std::string, std::vector<std::int64_t>> rows;
    for (std::size_t row = 0; row < input.key_of_row.size(); ++row) {
        const auto& name = names[input.key_of_row[row]];
        if (!name.empty()) rows[name].push_back(table_row_number(table, row));
    }
    for (std::size_t key = 0; key < names.size(); ++key) {
        const auto found = rows.find(names[key]);
        if (found != rows.end() && found->second.size() == 2) input.key_rows[key].kecamatan_rows = found->second;
    }
}

void read_keys(const Arguments& arguments, MatchNamesInput& input, RunContext& context) {
    if (!has_what_is_needed(arguments, context.diagnostics)) return;
    const auto& table = arguments.layers.at(kTable).front();
    const auto* code_column = arguments.column(kTable, "table-code-field");
    const auto codes = field_texts(code_column, table.row_count);
    const auto names = read_names(arguments, codes, context.diagnostics);
    const auto kecamatan = field_texts(arguments.column(kTable, "table-kecamatan-field"), table.row_count);
    const auto system = code_column == nullptr ? std::nullopt : matching::system_of_column(code_column->name());
    KeyCollector collector(input);
    core::LoopSteps steps(context.progress, 0.3, 1.0, table.row_count);
    for (std::size_t row = 0; row < table.row_count; ++row) {
        steps.at(row);
        const auto& code = codes[row];
        collector.add(row,
                      {code ? matching::read_code(*code, system) : std::nullopt, names[row].value_or(""),
                       kecamatan[row].value_or("")},
                      code);
    }
    for (auto& rows : input.key_rows) rows.number = table_row_number(table, rows.first);
    find_kecamatan_rows(table, input);
}

}  // namespace

std::int64_t table_row_number(const layers::Layer& table, std::size_t row) {
    return table.feature_ids.empty() ? static_cast<std::int64_t>(row) + 1 : table.feature_ids[row];
}

MatchNamesInput read_match_names_input(Arguments& arguments, RunContext& context) {
    MatchNamesInput input;
    input.settlements = read_settlement_rows(arguments, FamiliesUse::NotNeeded, context.diagnostics);
    read_known(arguments, input, context.diagnostics);
    context.progress.step(0.3);
    read_keys(arguments, input, context);
    auto confirmed = read_confirmed_matches(arguments, input.settlements, context.diagnostics);
    for (auto& key : input.keys) key.confirmed = confirmed.find_key(key);
    confirmed.report(context.diagnostics);
    context.diagnostics.throw_errors();
    context.progress.step(1.0);
    return input;
}

}  // namespace desakota::analyses
