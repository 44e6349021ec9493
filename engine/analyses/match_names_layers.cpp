#include "engine/analyses/match_names_layers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/match_reason.h"
#include "engine/analyses/way_columns.h"
#include "engine/matching/place_letters.h"

namespace desakota::analyses {
namespace {

using layers::Column;
using layers::ColumnDefinition;
using layers::ColumnType;
using layers::Layer;
using matching::Candidate;
using matching::How;
using matching::Match;

using OptionalText = std::optional<std::string>;

OptionalText unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : OptionalText(text);
}

std::int64_t as_count(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

/// Fills the columns of a layer one after the other, row by row.
class RowFiller {
public:
    explicit RowFiller(Layer& layer) : layer_(layer) {}
    template <class Value>
    void add(const std::optional<Value>& value) {
        layer_.columns[next_].add(value);
        next_ = (next_ + 1) % layer_.columns.size();
    }

private:
    Layer& layer_;
    std::size_t next_ = 0;
};

/// Id, name, then score.
void add_candidate(RowFiller& row, const MatchNamesInput& input, const std::optional<Candidate>& candidate) {
    row.add(candidate ? OptionalText(input.settlements.ids[candidate->settlement]) : OptionalText{});
    row.add(candidate ? input.settlements.names[candidate->settlement] : OptionalText{});
    row.add(candidate ? candidate->score : std::optional<double>{});
}

void add_match(RowFiller& row, const MatchNamesInput& input, const Match& match) {
    const auto& first = match.first;
    row.add(first ? OptionalText(input.settlements.ids[first->settlement]) : OptionalText{});
    row.add(first ? input.settlements.names[first->settlement] : OptionalText{});
    row.add(first ? input.kecamatan[first->settlement] : OptionalText{});
    row.add(OptionalText(how_code(match.how)));
    row.add(first ? first->score : std::optional<double>{});
    add_candidate(row, input, match.second);
    row.add(match.is_accepted() ? std::optional<std::int64_t>(1) : std::nullopt);
}

/// Names of columns that a layer has, letter case aside.
bool has_column(const Layer& layer, const std::string& name) {
    const auto wanted = matching::lower_case(name);
    return std::ranges::any_of(layer.columns,
                               [&](const Column& column) { return matching::lower_case(column.name()) == wanted; });
}

std::string unused_column(const Layer& layer, const std::string& name, const std::string& suffix) {
    if (!has_column(layer, name)) return name;
    auto unused = name + suffix;
    for (int number = 2; has_column(layer, unused); ++number) unused = name + suffix + "_" + std::to_string(number);
    return unused;
}

/// What a column of the table is called by itself, below a heading that spans several ("Jumlah KK" of "Penduduk Jumlah
/// KK"), where no other joined column is called so: later analyses find it by that name.
std::string own_name(const Arguments& arguments, const Layer& table, const Column& column) {
    const auto& alias = column.definition().alias.english;
    if (alias.empty()) return column.name();
    for (const auto& field : arguments.field_list("table-fields")) {
        const auto* const other = table.find(field);
        if (other == nullptr || other == &column) continue;
        const auto& called = other->definition().alias.english;
        if (matching::lower_case(called.empty() ? other->name() : called) == matching::lower_case(alias)) {
            return column.name();
        }
    }
    return alias;
}

void add_value(Column& to, const Column& from, std::size_t row) {
    if (from.is_missing(row)) return to.add_missing();
    switch (from.type()) {
        case ColumnType::Text:
            return to.add_text(from.text(row).value_or(std::string_view{}));
        case ColumnType::Number:
            return to.add_number(from.number(row).value_or(0.0));
        case ColumnType::WholeNumber:
            return to.add_whole_number(from.whole_number(row).value_or(0));
        case ColumnType::YesNo:
            return to.add_yes_no(from.whole_number(row).value_or(0) != 0);
    }
}

/// Adds a copy of a column under another name; `row_of`: for each row of the layer, the row of the column that it
/// takes.
template <class RowOf>
void add_copy(Layer& layer, const std::string& name, const Column& from, RowOf row_of) {
    auto definition = from.definition();
    definition.name = name;
    auto& to = layer.add_column(std::move(definition));
    to.reserve(layer.row_count);
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const std::optional<std::size_t> source = row_of(row);
        source ? add_value(to, from, *source) : to.add_missing();
    }
}

maps::StyleClass how_class(core::Text label, const maps::Colour& colour, maps::Marker marker,
                           std::vector<std::string> codes) {
    maps::StyleClass style_class;
    style_class.label = std::move(label);
    style_class.symbol.colour = colour;
    style_class.symbol.marker = marker;
    style_class.otherwise = codes.empty();
    if (!codes.empty()) style_class.criteria = {maps::OneOf{"how", std::move(codes)}};
    return style_class;
}

}  // namespace

bool TableJoin::has_several() const {
    return std::ranges::any_of(counts, [](std::size_t count) { return count > 1; });
}

TableJoin join_table(const MatchNamesInput& input, std::span<const Match> matches) {
    TableJoin join;
    join.counts.resize(input.known.size());
    join.rows.resize(input.known.size());
    join.how.resize(input.known.size());
    for (std::size_t key = 0; key < matches.size(); ++key) {
        const auto& first = matches[key].first;
        if (!matches[key].is_accepted() || !first) continue;
        join.counts[first->settlement] += input.key_rows[key].count;
        if (join.rows[first->settlement]) continue;
        join.rows[first->settlement] = input.key_rows[key].first;
        join.how[first->settlement] = matches[key].how;
    }
    return join;
}

std::vector<ColumnDefinition> match_columns() {
    auto columns = std::vector{count_column("row", {"First row in the table", "Baris pertama di tabel"}),
                               count_column("rows", {"Rows in the table", "Banyaknya baris di tabel"}),
                               text_column("table_code", {"Code in the table", "Kode di tabel"}),
                               text_column("table_name", {"Name in the table", "Nama di tabel"}),
                               text_column("table_kecamatan", {"Kecamatan in the table", "Kecamatan di tabel"})};
    for (auto& column : settlement_columns()) columns.push_back(std::move(column));
    for (auto& column : std::vector{
             text_column("kecamatan", {"Kecamatan", "Kecamatan"}), text_column("how", {"How found", "Cara padanan"}),
             number_column("score", "", {"Likeness of the names (0 to 1)", "Kemiripan nama (0 sampai 1)"}),
             text_column("second_id", {"Second candidate: id", "Calon kedua: id"}),
             text_column("second_name", {"Second candidate", "Calon kedua"}),
             number_column("second_score", "", {"Second candidate: likeness", "Calon kedua: kemiripan"}),
             count_column("accepted", {"Accepted (1: yes)", "Diterima (1: ya)"}),
             text_column("reason", {"Reason", "Penjelasan"})}) {
        columns.push_back(std::move(column));
    }
    return columns;
}

std::vector<ColumnDefinition> matched_settlement_columns() {
    auto columns = settlement_columns();
    columns.push_back(text_column("kecamatan", {"Kecamatan", "Kecamatan"}));
    columns.push_back(count_column("table_rows", {"Rows of the table", "Baris tabel"}));
    columns.push_back(text_column("how", {"How found", "Cara padanan"}));
    return columns;
}

std::vector<ColumnDefinition> match_summary_columns() {
    return {text_column("how", {"How found", "Cara padanan"}),
            count_column("names", {"Different codes and names", "Kode dan nama yang berbeda"}),
            count_column("rows", {"Rows of the table", "Baris tabel"})};
}

std::vector<maps::Style> matched_settlement_styles() {
    std::vector<maps::StyleClass> classes{
        how_class({"Confirmed", "Dikonfirmasi"}, maps::kBlue, maps::Marker::Square, {"confirmed"}),
        how_class({"By code", "Menurut kode"}, maps::kGreen, maps::Marker::Circle, {"code"}),
        how_class({"By name", "Menurut nama"}, maps::kSkyBlue, maps::Marker::Diamond,
                  {"exact_name", "normalised_name"}),
        how_class({"No row of the table", "Tanpa baris tabel"}, maps::kWhite, maps::Marker::Cross, {})};
    return {{"how",
             {"How the table was matched", "Cara tabel dipadankan"},
             std::move(classes),
             maps::Names{"settlement_name"}}};
}

Layer make_match_table(const MatchNamesInput& input, std::span<const Match> matches, core::Language language) {
    Layer layer;
    for (auto& definition : match_columns()) layer.add_column(std::move(definition));
    RowFiller row(layer);
    for (std::size_t key = 0; key < matches.size(); ++key) {
        const auto& rows = input.key_rows[key];
        row.add(std::optional(rows.number));
        row.add(std::optional(as_count(rows.count)));
        row.add(rows.code);
        row.add(unless_empty(input.keys[key].name));
        row.add(unless_empty(input.keys[key].kecamatan));
        add_match(row, input, matches[key]);
        row.add(OptionalText(match_reason(input, key, matches[key]).in(language)));
    }
    layer.row_count = matches.size();
    return layer;
}

Layer make_matched_settlements(const MatchNamesInput& input, const TableJoin& join, const Arguments& arguments) {
    const auto& settlements = arguments.layers.at("settlements").front();
    const auto& table = arguments.layers.at("table").front();
    auto layer = with_settlement_geometry(settlements);
    add_settlement_columns(layer, input.settlements);
    const auto definitions = matched_settlement_columns();
    auto& kecamatan = layer.add_column(definitions[2]);
    for (const auto& value : input.kecamatan) kecamatan.add(value);
    auto& counts = layer.add_column(definitions[3]);
    for (const auto count : join.counts) counts.add_whole_number(as_count(count));
    auto& how = layer.add_column(definitions[4]);
    for (const auto& value : join.how) value ? how.add_text(how_code(*value)) : how.add_missing();
    for (const auto& field : arguments.field_list("settlement-fields")) {
        const auto* column = settlements.find(field);
        if (column == nullptr) continue;
        add_copy(layer, unused_column(layer, column->name(), ""), *column,
                 [](std::size_t row) { return std::optional(row); });
    }
    if (join.has_several()) return layer;
    for (const auto& field : arguments.field_list("table-fields")) {
        const auto* column = table.find(field);
        if (column == nullptr) continue;
        add_copy(layer, unused_column(layer, own_name(arguments, table, *column), "_table"), *column,
                 [&](std::size_t row) { return join.rows[row]; });
    }
    return layer;
}

Layer make_match_summary(const MatchNamesInput& input, std::span<const Match> matches) {
    Layer layer;
    for (auto& definition : match_summary_columns()) layer.add_column(std::move(definition));
    RowFiller row(layer);
    for (const auto how :
         {How::Confirmed, How::Code, How::ExactName, How::NormalisedName, How::Proposal, How::NoMatch}) {
        std::size_t names = 0;
        std::size_t rows = 0;
        for (std::size_t key = 0; key < matches.size(); ++key) {
            if (matches[key].how != how) continue;
            ++names;
            rows += input.key_rows[key].count;
        }
        row.add(OptionalText(how_code(how)));
        row.add(std::optional(as_count(names)));
        row.add(std::optional(as_count(rows)));
        ++layer.row_count;
    }
    return layer;
}

}  // namespace desakota::analyses
