#include "engine/report/page_table.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

#include "engine/core/number_text.h"
#include "engine/core/shown_number.h"
#include "engine/report/field_words.h"
#include "engine/report/json_text.h"
#include "engine/report/packed_numbers.h"
#include "engine/report/page_texts.h"

namespace desakota::report {
namespace {

using Numbers = std::vector<std::optional<double>>;
using Texts = std::vector<std::optional<std::string>>;

constexpr double kLargestForScripts = 9e15;

double largest(const Numbers& numbers) {
    double most = 0.0;
    for (const auto& number : numbers) {
        if (number) most = std::max(most, std::abs(*number));
    }
    return most;
}

/// Of people and what they live in: families may be shares of a settlement's, but nobody counts tenths of them.
bool is_of_people(const layers::Column& column) {
    static const std::vector<std::string_view> counted{"families", "population", "households", "persons",
                                                       "participants"};
    const std::string_view name = column.name();
    if (!column.definition().unit.empty() || name.find("share") != std::string_view::npos) return false;
    return std::ranges::any_of(counted, [&](std::string_view word) {
        return name == word || name.starts_with(std::string(word) + "_") || name.ends_with("_" + std::string(word));
    });
}

/// Three digits or so; metres and minutes are whole, counts always.
int decimals_of(const layers::Column& column, double most) {
    const auto& unit = column.definition().unit;
    if (column.type() == layers::ColumnType::WholeNumber || unit == "m" || is_of_people(column)) return 0;
    if (most >= 1000.0) return 0;
    if (most >= 20.0 || unit == "min" || unit == "km") return 1;
    return 3;
}

std::string heading_of(const layers::ColumnDefinition& definition, core::Language language) {
    const auto& alias = definition.alias.in(language);
    const auto& name = alias.empty() ? definition.name : alias;
    const bool is_minutes = definition.unit == "min" && language == core::Language::Indonesian;
    const auto unit = is_minutes ? std::string("menit") : definition.unit;
    // Some aliases say their unit already.
    const bool lacks_unit = !unit.empty() && name.find("(" + unit + ")") == std::string::npos;
    return lacks_unit ? fmt::format("{} ({})", name, unit) : name;
}

Numbers numbers_of(const layers::Column& column) {
    Numbers numbers;
    numbers.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        const auto number = column.number(row);
        numbers.push_back(number && std::isfinite(*number) ? number : std::nullopt);
    }
    return numbers;
}

/// The field by which a summary groups, as a heading would have it: "Kecamatan"; all rows together by words.
std::string group_field_text(std::string_view field, core::Language language) {
    static const core::Text whole{"Whole area", "Seluruh wilayah"};
    if (field == "total") return whole.in(language);
    auto text = field_words(field);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

/// Of the columns `group_field` and `group_value` of summaries.
Texts group_texts(const layers::Layer& layer, const layers::Column& column, core::Language language) {
    const bool is_field = column.name() == "group_field";
    const auto* fields = layer.find("group_field");
    Texts texts;
    for (std::size_t row = 0; row < column.size(); ++row) {
        auto text = column.as_text(row);
        const bool is_total = fields != nullptr && fields->as_text(row) == "total";
        if (text && is_field) text = group_field_text(*text, language);
        if (text && !is_field && is_total) text = "Total";
        texts.push_back(std::move(text));
    }
    return texts;
}

bool is_of_groups(const layers::Column& column) {
    return column.type() == layers::ColumnType::Text &&
           (column.name() == "group_field" || column.name() == "group_value");
}

/// The codes that have words, by the number that the column gives them.
Texts words_of(const layers::Column& column, const CodeWords& words, core::Language language) {
    Texts texts;
    const auto known = words.find(column.name());
    if (known == words.end()) return texts;
    for (const auto& code : column.distinct_texts()) {
        const auto word = known->second.find(code);
        texts.emplace_back(word == known->second.end() ? code : word->second.in(language));
    }
    return texts;
}

Texts texts_of(const layers::Column& column, const CodeWords& words, core::Language language) {
    Texts texts;
    texts.reserve(column.size());
    const auto of_codes = column.type() == layers::ColumnType::Text ? words_of(column, words, language) : Texts{};
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!of_codes.empty() && !column.is_missing(row)) {
            texts.push_back(of_codes[column.code(row)]);
        } else if (column.type() == layers::ColumnType::YesNo && !column.is_missing(row)) {
            texts.emplace_back(page_text(column.whole_number(row) == 1 ? "yes" : "no").in(language));
        } else {
            texts.push_back(column.as_text(row));
        }
    }
    return texts;
}

PageColumn page_column(const layers::Column& column, const CodeWords& words, core::Language language) {
    PageColumn made{heading_of(column.definition(), language), 0, {}};
    const bool is_of_texts = column.type() == layers::ColumnType::Text || column.type() == layers::ColumnType::YesNo;
    if (!is_of_texts) {
        auto numbers = numbers_of(column);
        const auto most = largest(numbers);
        made.decimals = decimals_of(column, most);
        made.cells = std::move(numbers);
        if (most * std::pow(10.0, made.decimals) < kLargestForScripts) return made;
    }
    made.cells = texts_of(column, words, language);
    return made;
}

std::map<std::string, std::size_t> settlement_numbers(const Report& report) {
    std::map<std::string, std::size_t> numbers;
    for (std::size_t i = 0; i < report.settlements.size(); ++i) {
        if (!report.settlements[i].id.empty()) numbers.try_emplace(report.settlements[i].id, i + 1);
    }
    return numbers;
}

/// Which settlement each row is, where the layer names settlements of the report.
void add_settlements(PageTable& table, const layers::Layer& layer, const Report& report) {
    const auto* ids = layer.find("settlement_id");
    if (ids == nullptr) return;
    const auto numbers = settlement_numbers(report);
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto id = ids->as_text(row);
        const auto found = id ? numbers.find(*id) : numbers.end();
        table.settlements.push_back(found == numbers.end() ? 0 : found->second);
    }
    for (std::size_t i = 0; i < layer.columns.size(); ++i) {
        const auto& name = layer.columns[i].name();
        if (name == "settlement_name" || (name == "settlement_id" && table.name_column == 0)) table.name_column = i;
    }
}

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

bool is_without_texts(const PageColumn& column) {
    const auto* texts = std::get_if<Texts>(&column.cells);
    return texts != nullptr && std::ranges::none_of(*texts, [](const auto& text) { return text.has_value(); });
}

/// A cell's number in units of its last decimal, rounded as it is shown.
std::optional<std::int64_t> scaled(const std::optional<double>& number, int decimals) {
    if (!number) return std::nullopt;
    const auto rounded = core::parse_number(core::number_text(*number, decimals)).value_or(*number);
    return std::llround(rounded * std::pow(10.0, decimals));
}

std::string numbers_json(const PageColumn& column) {
    PackedNumbers packed;
    for (const auto& number : std::get<Numbers>(column.cells)) packed.add(scaled(number, column.decimals));
    return packed.json();
}

/// The distinct texts as numbers of the pool, and of each row which of them, counted from 1; 0 where it is missing.
std::pair<std::string, std::string> texts_json(const PageColumn& column, TextPool& pool) {
    std::map<std::string_view, std::size_t> numbers;
    PackedNumbers distinct;
    PackedNumbers rows;
    for (const auto& text : std::get<Texts>(column.cells)) {
        if (!text) {
            rows.add(std::uint64_t{0});
            continue;
        }
        const auto [entry, is_new] = numbers.try_emplace(*text, numbers.size() + 1);
        if (is_new) distinct.add(std::uint64_t{pool.add(*text)});
        rows.add(std::uint64_t{entry->second});
    }
    return {distinct.json(), rows.json()};
}

std::string column_json(const PageColumn& column, TextPool& pool) {
    if (column.is_of_numbers()) {
        return json_object({{"heading", json_string(column.heading)},
                            {"decimals", std::to_string(column.decimals)},
                            {"numbers", numbers_json(column)}});
    }
    auto [distinct, rows] = texts_json(column, pool);
    return json_object({{"heading", json_string(column.heading)}, {"texts", distinct}, {"rows", rows}});
}

}  // namespace

bool is_on_page(const Table& table, const Report& report) {
    return table.layer->row_count <= kMostPageRows ||
           std::ranges::any_of(report.indexes, [&](const Index& index) { return index.drawn.layer == table.layer; });
}

PageTable page_table(const Table& table, const Report& report, core::Language language) {
    PageTable made{table.id, table.title.in(language), {}, table.layer->row_count, {}, 0, table.is_main};
    for (const auto& column : table.layer->columns) {
        made.columns.push_back(page_column(column, table.words, language));
        if (is_of_groups(column)) made.columns.back().cells = group_texts(*table.layer, column, language);
    }
    add_settlements(made, *table.layer, report);
    return made;
}

PageTable priority_table(const Report& report, core::Language language) {
    const auto& entries = report.priorities.entries;
    Numbers ranks;
    Numbers scores;
    Numbers families;
    Texts names;
    Texts groups;
    Texts reasons;
    PageTable table{"priorities", page_text("priorities").in(language), {}, entries.size(), {}, 1};
    for (const auto& entry : entries) {
        const auto& settlement = report.settlements.at(entry.settlement);
        ranks.emplace_back(static_cast<double>(ranks.size() + 1));
        names.emplace_back(settlement.name.empty() ? settlement.id : settlement.name);
        groups.push_back(unless_empty(settlement.group));
        scores.emplace_back(entry.score);
        families.push_back(entry.families);
        reasons.push_back(unless_empty(entry.reason.in(language)));
        table.settlements.push_back(entry.settlement + 1);
    }
    const auto heading = [&](std::string_view key) { return page_text(key).in(language); };
    const bool is_whole = std::ranges::all_of(scores, [](const auto& score) { return std::floor(*score) == *score; });
    table.columns = {
        {heading("rank"), 0, std::move(ranks)},        {heading("settlement"), 0, std::move(names)},
        {heading("group"), 0, std::move(groups)},      {heading("score"), is_whole ? 0 : 2, std::move(scores)},
        {heading("families"), 0, std::move(families)}, {heading("reason"), 0, std::move(reasons)}};
    std::erase_if(table.columns, is_without_texts);
    return table;
}

std::string shown_cell(const PageColumn& column, std::size_t row, core::Language language) {
    if (column.is_of_numbers()) {
        const auto& number = std::get<Numbers>(column.cells)[row];
        return number ? core::shown_number(*number, column.decimals, language) : "–";
    }
    return std::get<Texts>(column.cells)[row].value_or("–");
}

std::string table_json(const PageTable& table, TextPool& texts) {
    std::vector<std::string> columns;
    columns.reserve(table.columns.size());
    for (const auto& column : table.columns) columns.push_back(column_json(column, texts));
    PackedNumbers settlements;
    for (const auto number : table.settlements) settlements.add(std::uint64_t{number});
    return json_object({{"id", json_string(table.id)},
                        {"title", json_string(table.title)},
                        {"rows", std::to_string(table.rows)},
                        {"settlements", settlements.json()},
                        {"name_column", std::to_string(table.name_column)},
                        {"columns", json_array(columns)}});
}

}  // namespace desakota::report
