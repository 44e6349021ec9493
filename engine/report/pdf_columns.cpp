#include "engine/report/pdf_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>
#include <variant>

namespace desakota::report {
namespace {

using core::Language;
using Numbers = std::vector<std::optional<double>>;
using Texts = std::vector<std::optional<std::string>>;

bool is_empty(const PageColumn& column) {
    return std::visit(
        [](const auto& cells) {
            return std::ranges::none_of(cells, [](const auto& cell) { return cell.has_value(); });
        },
        column.cells);
}

/// Whether every row of a longer table has the same text.
bool is_constant(const PageColumn& column, std::size_t rows) {
    constexpr std::size_t kShort = 5;
    const auto* texts = std::get_if<Texts>(&column.cells);
    return texts != nullptr && rows > kShort &&
           std::ranges::all_of(*texts, [&](const auto& text) { return text == texts->front(); });
}

std::size_t length_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        longest = std::max(longest, length_of(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

/// How many letters wide a column wants to be: its longest cell, within bounds, and no broken word in its heading.
double width_of(const PageColumn& column, std::size_t rows, Language language) {
    constexpr std::size_t kMost = 30;
    constexpr std::size_t kAround = 2;  // the padding
    std::size_t longest = 3;
    for (std::size_t row = 0; row < rows; ++row)
        longest = std::max(longest, length_of(shown_cell(column, row, language)));
    // Headings are bold, and so wider.
    const auto heading = longest_word(column.heading) * 6 / 5;
    return static_cast<double>(std::max(std::min(longest, kMost), heading) + kAround);
}

/// Whether a name is that word, or ends with it behind a prefix: "skp_total_m".
bool is_named(std::string_view name, std::string_view word) {
    return name == word ||
           (name.size() > word.size() && name.ends_with(word) && name[name.size() - word.size() - 1] == '_');
}
template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return is_named(name, word); });
}

/// Parts of a way, words that the sentences say too, and flags that the limits of the report tell of.
bool is_left_out(std::string_view name) {
    constexpr std::array<std::string_view, 7> kNames{"reason", "gap_m",        "entry_m",  "exit_m",
                                                     "edge",   "share_method", "network_m"};
    return is_one_of(name, kNames);
}

/// Whether a column is the id of something whose name stands beside it.
bool has_name_beside(std::string_view name, const layers::Layer& layer) {
    if (!name.ends_with("_id")) return false;
    return layer.find(std::string(name.substr(0, name.size() - 2)) + "name") != nullptr;
}

bool is_identity(std::string_view name) {
    constexpr std::array<std::string_view, 6> kNames{"settlement_name", "area_name",     "group_field",
                                                     "group_value",     "settlement_id", "area_id"};
    return std::ranges::find(kNames, name) != kNames.end();
}

/// Where a settlement goes, how far, whom it concerns and how it is judged: what a planner asks first.
bool is_main(std::string_view name) {
    constexpr std::array<std::string_view, 4> kWays{"facility_name", "centre_name", "total_m", "total_min"};
    constexpr std::array<std::string_view, 9> kExact{
        "families", "families_beyond", "families_beyond_time", "share_beyond", "settlements", "score", "class",
        "rank",     "category"};
    if (std::ranges::find(kExact, name) != kExact.end()) return true;
    return is_one_of(name, kWays) && !name.starts_with("any_") && !name.starts_with("second_");
}

bool is_share(std::string_view name) {
    return is_named(name, "share") || name.starts_with("share_") || name.find("_share_") != std::string_view::npos;
}

bool is_bound(std::string_view name) {
    return name.ends_with("_low") || name.ends_with("_high");
}

/// Families, shares and classes, without the bounds of their intervals.
bool is_telling(std::string_view name) {
    constexpr std::array<std::string_view, 5> kWords{"families", "status", "class", "reached", "index"};
    if (is_bound(name)) return false;
    return is_share(name) || name.starts_with("families_") || is_one_of(name, kWords);
}

/// The fields by which the report's maps draw that layer.
std::set<std::string> drawn_fields(const Report& report, const layers::Layer& layer) {
    std::set<std::string> fields;
    for (const auto& index : report.indexes) {
        if (index.drawn.layer != &layer) continue;
        auto style = index.drawn.style;
        style.names.reset();
        style.doubt.reset();
        for (auto& field : maps::fields_of(style)) fields.insert(std::move(field));
    }
    return fields;
}

int place_of(const std::string& name, const std::set<std::string>& drawn) {
    constexpr int kRest = 4;
    if (is_identity(name)) return 0;
    if (is_main(name)) return 1;
    if (drawn.contains(name)) return 2;
    return is_telling(name) ? 3 : kRest;
}

/// Per cent in the heading, behind the name.
void as_percentages(PageColumn& column) {
    auto& numbers = std::get<Numbers>(column.cells);
    double least = 1.0;
    for (auto& number : numbers) {
        if (!number) continue;
        if (*number > 0.0) least = std::min(least, *number);
        *number *= 100.0;
    }
    constexpr double kSmall = 0.01;
    column.decimals = least < kSmall ? 1 : 0;
    column.heading += " (%)";
}

void as_kilometres(PageColumn& column) {
    constexpr double kMetres = 1000.0;
    auto& numbers = std::get<Numbers>(column.cells);
    const bool is_long = std::ranges::any_of(
        numbers, [](const auto& number) { return number.has_value() && std::abs(*number) >= kMetres; });
    const auto unit = column.heading.rfind("(m)");
    if (!is_long || unit == std::string::npos) return;
    for (auto& number : numbers) {
        if (number) *number /= kMetres;
    }
    column.decimals = 1;
    column.heading.replace(unit, 3, "(km)");
}

}  // namespace

PageColumn on_paper(PageColumn column, const layers::ColumnDefinition& definition) {
    if (!column.is_of_numbers()) return column;
    if (definition.unit == "m") as_kilometres(column);
    const bool is_part = definition.unit.empty() && definition.type == layers::ColumnType::Number;
    if (is_part && is_share(definition.name)) as_percentages(column);
    return column;
}

std::vector<PaperColumn> paper_columns(const PageTable& table, const Table& of, const Report& report, Language language,
                                       double letters) {
    const auto drawn = drawn_fields(report, *of.layer);
    std::vector<std::vector<PaperColumn>> by_place(5);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& name = of.layer->columns[i].name();
        const auto& column = table.columns[i];
        if (is_empty(column) || is_left_out(name) || has_name_beside(name, *of.layer)) continue;
        if (is_constant(column, table.rows)) continue;
        by_place[static_cast<std::size_t>(place_of(name, drawn))].push_back(
            {i, width_of(column, table.rows, language)});
    }
    std::vector<PaperColumn> shown;
    double used = 0.0;
    for (const auto& candidates : by_place) {
        for (const auto& candidate : candidates) {
            if (!shown.empty() && used + candidate.width > letters) continue;
            shown.push_back(candidate);
            used += candidate.width;
        }
    }
    std::ranges::sort(shown, {}, &PaperColumn::number);
    return shown;
}

}  // namespace desakota::report
