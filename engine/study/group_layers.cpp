#include "engine/study/group_layers.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/welfare_rows.h"
#include "engine/geo/polygons.h"
#include "engine/maps/graduated.h"
#include "engine/maps/qml.h"
#include "engine/report/field_words.h"
#include "engine/study/shown_values.h"

namespace desakota::study {
namespace {

using layers::Column;
using layers::ColumnType;
using layers::Layer;
using maps::Style;
using GroupValue = std::optional<std::string>;

constexpr const char* kGroupField = "group_field";
constexpr const char* kGroupValue = "group_value";

std::vector<std::size_t> rows_of(const Layer& summary, const std::string& group_field) {
    std::vector<std::size_t> rows;
    const auto* fields = summary.find(kGroupField);
    if (fields == nullptr || summary.find(kGroupValue) == nullptr) return rows;
    for (std::size_t row = 0; row < summary.row_count; ++row) {
        if (fields->text(row) == group_field) rows.push_back(row);
    }
    return rows;
}

void add_value(Column& to, const Column& from, std::size_t row) {
    if (from.is_missing(row)) {
        to.add_missing();
        return;
    }
    switch (from.type()) {
        case ColumnType::Text:
            to.add_text(from.text(row).value_or(""));
            break;
        case ColumnType::WholeNumber:
            to.add(from.whole_number(row));
            break;
        case ColumnType::Number:
            to.add(from.number(row));
            break;
        case ColumnType::YesNo:
            to.add_yes_no(from.number(row) == 1.0);
            break;
    }
}

void add_columns(Layer& layer, const Layer& summary, const std::vector<std::size_t>& rows) {
    for (const auto& from : summary.columns) {
        auto& to = layer.add_column(from.definition());
        for (const auto row : rows) add_value(to, from, row);
    }
    layer.row_count = rows.size();
}

/// The settlements of each value.
std::map<GroupValue, std::vector<std::uint32_t>> members_of(const Layer& settlements, const Column& groups) {
    std::map<GroupValue, std::vector<std::uint32_t>> members;
    const auto values = analyses::field_texts(&groups, settlements.row_count);
    for (std::uint32_t i = 0; i < values.size(); ++i) members[values[i]].push_back(i);
    return members;
}

void add_areas(Layer& layer, const Layer& settlements, const Column& groups) {
    layer.crs = settlements.crs;
    layer.geometry_type = geo::GeometryType::Polygon;
    const auto members = members_of(settlements, groups);
    const auto& values = *layer.find(kGroupValue);
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto text = values.text(row);
        const auto found = members.find(text ? GroupValue(*text) : GroupValue());
        if (found != members.end()) {
            const auto united = geo::unite(settlements.geometry, found->second);
            for (std::size_t part = 0; part < united.part_count(); ++part) {
                layer.geometry.add_part(united.role(part), united.coordinates(part));
            }
        }
        layer.geometry.end_feature();
    }
}

/// The style for groups, named by their value; missing where it looks at a column that they lack.
std::optional<Style> fitted(Style style, const Layer& groups) {
    const bool is_named = style.names.has_value();
    style.names.reset();
    const auto fields = maps::fields_of(style);
    const bool fits = !style.classes.empty() && std::ranges::all_of(fields, [&](const std::string& field) {
        return groups.find(field) != nullptr;
    });
    if (!fits) return std::nullopt;
    constexpr double kSmallestScale = 2'000'000.0;
    if (is_named) style.names = maps::Names{kGroupValue, kSmallestScale};
    return style;
}

/// A number of the groups that is a share of families or households.
bool holds_shares(const Column& column) {
    const auto& name = column.name();
    const bool is_share =
        name.starts_with("share_") || name.ends_with("_share") || name.find("_share_") != std::string::npos;
    return is_share && column.type() == ColumnType::Number;
}

std::optional<Style> by_first_share(const Layer& groups) {
    const auto place = std::ranges::find_if(groups.columns, holds_shares);
    if (place == groups.columns.end()) return std::nullopt;
    maps::Graduation graduation;
    graduation.field = place->name();
    auto style = maps::graduated_style(groups, graduation);
    style.names = maps::Names{};
    if (groups.find("unsure") != nullptr) style = analyses::with_unsure_rows(std::move(style));
    return fitted(std::move(style), groups);
}

std::vector<Style> styles_for(const Layer& groups, const std::vector<Style>& of_settlements) {
    std::vector<Style> styles;
    for (const auto& style : of_settlements) {
        if (auto found = fitted(style, groups)) styles.push_back(*std::move(found));
    }
    if (!styles.empty()) return styles;
    if (auto style = by_first_share(groups)) styles.push_back(*std::move(style));
    return styles;
}

/// The fields by which a summary groups, in its order.
std::vector<std::string> group_fields(const Layer& summary) {
    std::vector<std::string> fields;
    const auto* column = summary.find(kGroupField);
    for (std::size_t row = 0; column != nullptr && row < summary.row_count; ++row) {
        const std::string field(column->text(row).value_or(""));
        if (field != "total" && std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
    }
    return fields;
}

std::string with_words_before(std::string title, const std::string& words, const std::string& ending) {
    const bool has_ending = !ending.empty() && title.ends_with(ending);
    if (has_ending) title.resize(title.size() - ending.size());
    return title + words + (has_ending ? ending : "");
}

/// "Access to health care by kecamatan (dry season)".
core::Text title_by(const RunResult& run, const std::string& field) {
    const auto& title = run.results.layers.front().title;
    const auto season = season_words(run);
    const auto by = report::field_words(field);
    const auto ending = [](const std::string& words) { return words.empty() ? words : " (" + words + ")"; };
    return {with_words_before(title.english, " by " + by, ending(season.english)),
            with_words_before(title.indonesian, " menurut " + by, ending(season.indonesian))};
}

const std::vector<Style>& main_styles(const RunResult& run) {
    static const std::vector<Style> none;
    if (run.results.layers.empty()) return none;
    // Styles go by the name of the layer as the analysis declares it, or as the run calls it.
    for (const auto& name : {run.results.layers.front().name, run.name, run.analysis->outputs.front().name}) {
        const auto place = run.results.styles.find(name);
        if (place != run.results.styles.end()) return place->second;
    }
    return none;
}

}  // namespace

std::optional<GroupLayer> group_layer(const GroupQuestion& question) {
    const auto& [summary, settlements, group_field, styles] = question;
    const auto* groups = settlements.find(group_field);
    const auto rows = rows_of(summary, group_field);
    if (settlements.geometry_type != geo::GeometryType::Polygon || groups == nullptr || rows.empty()) return {};
    GroupLayer made;
    add_columns(made.layer, summary, rows);
    made.styles = styles_for(made.layer, styles);
    if (made.styles.empty()) return {};
    add_areas(made.layer, settlements, *groups);
    return made;
}

std::string group_layer_ending(const std::string& group_field) {
    std::string name;
    for (const char letter : group_field) {
        const char small = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        const bool is_kept = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        if (is_kept) {
            name += small;
        } else if (!name.empty() && name.back() != '_') {
            name += '_';
        }
    }
    while (name.ends_with('_')) name.pop_back();
    return "by_" + (name.empty() ? std::string("group") : name);
}

std::vector<GroupLayer> group_layers(const RunResult& run, const Layer& settlements, core::Language language) {
    std::vector<GroupLayer> made;
    const auto* summary = run.layer(run.name + "_summary");
    if (summary == nullptr) return made;
    std::set<std::string> names;
    for (const auto& field : group_fields(*summary)) {
        const auto name = run.name + "_" + group_layer_ending(field) + run.suffix;
        auto group = group_layer({*summary, settlements, field, main_styles(run)});
        if (!group || !names.insert(name).second) continue;
        group->layer.name = name;
        group->layer.title = title_by(run, field);
        group->layer.styles = maps::layer_styles(group->styles, group->layer, language);
        made.push_back(*std::move(group));
    }
    return made;
}

}  // namespace desakota::study
