#include "engine/study/shown_values.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include "engine/analyses/quantity_text.h"
#include "engine/core/units.h"

namespace desakota::study {
namespace {

using core::Text;
using layers::ColumnType;

constexpr double kMinute = 60.0;  // seconds

std::string without_ending(std::string text, const std::string& ending) {
    if (text.size() > ending.size() && text.ends_with(ending)) text.resize(text.size() - ending.size());
    return text;
}

/// A number without a unit: counts of people and families whole, indices with their decimals.
Text plain_number(const layers::ColumnDefinition& definition, double value) {
    if (definition.type == ColumnType::WholeNumber || is_counted(definition)) return analyses::grouped(value);
    return analyses::grouped(value, 2);
}

Text number_text(const layers::ColumnDefinition& definition, double value) {
    if (definition.type == ColumnType::YesNo) return value > 0.0 ? Text{"yes", "ya"} : Text{"no", "tidak"};
    if (definition.unit == "m") return analyses::length_text(core::to_thousandths(value));
    if (definition.unit == "min") return analyses::duration_text(core::to_thousandths(value * kMinute));
    if (definition.unit == "Rp") return core::same_text("Rp ") + analyses::grouped(value);
    if (!definition.unit.empty()) return analyses::grouped(value, 1) + core::same_text(" " + definition.unit);
    return is_share(definition.name) ? analyses::percent_text(value) : plain_number(definition, value);
}

/// Of a composite index: its main layer is drawn under the scheme's title.
Text scheme_title(const RunResult& run) {
    if (run.results.layers.empty()) return {};
    const auto& styles = styles_of(run, run.results.layers.front());
    return styles.empty() ? Text{} : styles.front().title;
}

/// Whether a class is of that code alone: where it asks for more, its label says more than the code.
bool takes(const maps::StyleClass& one, std::string_view field, std::string_view code) {
    if (one.criteria.size() != 1) return false;
    const auto* codes = std::get_if<maps::OneOf>(&one.criteria.front());
    return codes != nullptr && codes->field == field && codes->codes.size() == 1 && codes->codes.front() == code;
}

}  // namespace

bool is_share(const std::string& name) {
    return name.ends_with("share") || name.find("_share_") != std::string::npos || name.starts_with("share_");
}

bool is_counted(const layers::ColumnDefinition& definition) {
    static const std::vector<std::string_view> counted{"families", "population", "households", "persons",
                                                       "participants"};
    return !is_share(definition.name) && std::ranges::any_of(counted, [&](std::string_view word) {
        return definition.name.find(word) != std::string::npos;
    });
}

Text season_title(const RunResult& run) {
    if (run.suffix.empty()) return {};
    if (run.season == "dry") return {"Dry season", "Musim kemarau"};
    if (run.season == "wet") return {"Wet season", "Musim hujan"};
    return core::same_text(run.season);
}

Text season_words(const RunResult& run) {
    if (run.suffix.empty()) return {};
    if (run.season == "dry") return {"dry season", "musim kemarau"};
    if (run.season == "wet") return {"wet season", "musim hujan"};
    return core::same_text(run.season);
}

Text subject_of(const RunResult& run) {
    const auto& main = run.analysis->outputs.empty() ? run.analysis->title : run.analysis->outputs.front().title;
    auto usual = run.analysis->id;
    std::ranges::replace(usual, '-', '_');
    if (run.analysis->id == "composite-index") {
        auto scheme = scheme_title(run);
        if (!scheme.english.empty()) return scheme;
    }
    if (run.name == usual) return main;
    auto name = run.name;
    std::ranges::replace(name, '_', ' ');
    return main + core::same_text(" (" + name + ")");
}

Text label_of(const layers::Column& column) {
    const auto& definition = column.definition();
    auto alias = definition.alias;
    if (alias.english.empty() && alias.indonesian.empty()) return core::same_text(definition.name);
    const auto ending = " (" + definition.unit + ")";
    alias.english = without_ending(alias.english, ending);
    alias.indonesian = without_ending(without_ending(alias.indonesian, ending), " (menit)");
    return alias;
}

std::optional<Text> shown_value(const layers::Column& column, std::size_t row, const std::vector<maps::Style>& styles) {
    if (column.is_missing(row)) return std::nullopt;
    if (column.type() == ColumnType::Text) return code_title(styles, column.name(), column.text(row).value_or(""));
    return number_text(column.definition(), column.number(row).value_or(0.0));
}

Text code_title(const std::vector<maps::Style>& styles, std::string_view field, std::string_view code) {
    for (const auto& style : styles) {
        for (const auto& one : style.classes) {
            if (takes(one, field, code)) return one.label;
        }
    }
    return core::same_text(std::string(code));
}

const std::vector<maps::Style>& styles_of(const RunResult& run, const layers::Layer& layer) {
    static const std::vector<maps::Style> none;
    const auto place = run.results.styles.find(layer.name);
    return place == run.results.styles.end() ? none : place->second;
}

std::optional<double> number_parameter(const RunResult& run, std::string_view name) {
    const auto place = std::ranges::find(run.parameters, name, [](const auto& entry) { return entry.first; });
    if (place == run.parameters.end()) return std::nullopt;
    if (const auto* number = std::get_if<double>(&place->second)) return *number;
    if (const auto* whole = std::get_if<std::int64_t>(&place->second)) return static_cast<double>(*whole);
    return std::nullopt;
}

Text minutes_text(double minutes) {
    const bool is_whole = minutes == std::round(minutes);
    return analyses::fill_text("{} min", "{} menit", analyses::grouped(minutes, is_whole ? 0 : 1));
}

Text enumeration(const std::vector<Text>& items) {
    Text list;
    const Text before_last{" and ", items.size() > 2 ? ", dan " : " dan "};
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool is_last = i + 1 == items.size();
        if (i > 0) list = list + (is_last ? before_last : core::same_text(", "));
        list = list + items[i];
    }
    return list;
}

}  // namespace desakota::study
