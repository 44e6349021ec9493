#include "engine/study/settlement_rows.h"

#include <algorithm>

namespace desakota::study {
namespace {

using layers::Layer;

constexpr std::string_view kId = "settlement_id";
constexpr std::string_view kName = "settlement_name";

const Layer* input_settlements(const StudyResults& results) {
    const auto place = results.inputs.find("settlements");
    return place == results.inputs.end() || place->second.empty() ? nullptr : &place->second.front();
}

/// The run whose settlements give ids and names to the report's.
const Layer* naming_layer(const StudyResults& results, const Layer* input) {
    for (const auto& run : results.runs) {
        const auto* layer = settlement_layer(run);
        if (layer != nullptr && (input == nullptr || layer->row_count == input->row_count)) return layer;
    }
    return nullptr;
}

/// Where others have names, an id would be read as one.
std::string name_of(const Layer& layer, std::size_t row, bool has_names, core::Language language) {
    const auto name = text_in(layer, kName, row);
    if (name) return std::string(*name);
    if (!has_names) return std::string(text_in(layer, kId, row).value_or(""));
    return core::format_text("(no name, row {})", "(tanpa nama, baris {})", row + 1).in(language);
}

bool has_names(const Layer& layer) {
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (text_in(layer, kName, row)) return true;
    }
    return false;
}

std::string group_field(const Study& study, const StudyResults& results) {
    return study.maps.group_field.empty() ? field_of_runs(results, "group-field") : study.maps.group_field;
}

/// Of an input column, row for row: texts and numbers alike as text; empty where missing.
std::vector<std::string> texts_of(const Layer* input, const std::string& field, std::size_t rows) {
    std::vector<std::string> texts(rows);
    const auto* column = input == nullptr || field.empty() ? nullptr : input->find(field);
    if (column == nullptr || input->row_count != rows) return texts;
    for (std::size_t row = 0; row < rows; ++row) texts[row] = column->as_text(row).value_or("");
    return texts;
}

/// From the first run that counts them.
std::vector<std::optional<double>> families_of(const StudyResults& results, const StudySettlements& settlements) {
    for (const auto& run : results.runs) {
        const auto* layer = settlement_layer(run);
        if (layer == nullptr || layer->find("families") == nullptr) continue;
        const auto rows = rows_of(*layer, settlements);
        if (std::ranges::none_of(rows, [](const auto& row) { return row.has_value(); })) continue;
        std::vector<std::optional<double>> families;
        families.reserve(rows.size());
        for (const auto& row : rows) families.push_back(number_in(*layer, "families", row));
        return families;
    }
    return std::vector<std::optional<double>>(settlements.size());
}

/// Where no run counts families: the field that one took, as it was read.
void add_families_as_read(StudySettlements& settlements, const Layer* input, const std::string& field) {
    const auto* column = input == nullptr || field.empty() ? nullptr : input->find(field);
    if (column == nullptr || column->type() == layers::ColumnType::Text || input->row_count != settlements.size())
        return;
    for (std::size_t row = 0; row < settlements.size(); ++row) {
        if (!settlements.families[row]) settlements.families[row] = column->number(row);
    }
}

}  // namespace

StudySettlements study_settlements(const Study& study, const StudyResults& results) {
    StudySettlements settlements;
    const auto* input = input_settlements(results);
    const auto* naming = naming_layer(results, input);
    if (naming == nullptr) return settlements;
    settlements.layer = input == nullptr ? naming : input;
    const bool are_named = has_names(*naming);
    for (std::size_t row = 0; row < naming->row_count; ++row) {
        settlements.ids.emplace_back(text_in(*naming, kId, row).value_or(""));
        settlements.names.push_back(name_of(*naming, row, are_named, results.language));
        settlements.places.emplace(settlements.ids.back(), row);
    }
    settlements.groups = texts_of(input, group_field(study, results), settlements.size());
    settlements.families = families_of(results, settlements);
    add_families_as_read(settlements, input, field_of_runs(results, "families-field"));
    return settlements;
}

const Layer* settlement_layer(const RunResult& run) {
    if (run.results.layers.empty()) return nullptr;
    const auto& main = run.results.layers.front();
    if (main.find(kId) != nullptr && main.find(kName) != nullptr && main.find("row") == nullptr) return &main;
    return companion_of(run, "_settlements");
}

const Layer* companion_of(const RunResult& run, const std::string& ending) {
    const auto place = std::ranges::find(run.results.layers, run.name + ending + run.suffix, &Layer::name);
    return place == run.results.layers.end() ? nullptr : &*place;
}

std::string plain_name(const RunResult& run, const Layer& layer) {
    auto name = layer.name;
    if (!run.suffix.empty() && name.ends_with(run.suffix)) name.resize(name.size() - run.suffix.size());
    return name;
}

bool has_rows_of(const Layer& layer, const StudySettlements& settlements) {
    if (layer.row_count != settlements.size() || layer.find(kId) == nullptr) return false;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (text_in(layer, kId, row) != std::string_view(settlements.ids[row])) return false;
        if (text_in(layer, kName, row).value_or(settlements.names[row]) != settlements.names[row]) return false;
    }
    return true;
}

std::vector<std::optional<std::size_t>> rows_of(const Layer& layer, const StudySettlements& settlements) {
    std::vector<std::optional<std::size_t>> rows(settlements.size());
    if (layer.find(kId) == nullptr) return rows;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto id = text_in(layer, kId, row);
        const auto place = id ? settlements.places.find(std::string(*id)) : settlements.places.end();
        if (place == settlements.places.end()) continue;
        const auto& name = settlements.names[place->second];
        if (text_in(layer, kName, row).value_or(name) == name) rows[place->second] = row;
    }
    return rows;
}

std::optional<double> number_in(const Layer& layer, std::string_view column, std::optional<std::size_t> row) {
    const auto* found = layer.find(column);
    if (found == nullptr || !row || found->type() == layers::ColumnType::Text) return std::nullopt;
    return found->number(*row);
}

std::optional<std::string_view> text_in(const Layer& layer, std::string_view column, std::optional<std::size_t> row) {
    const auto* found = layer.find(column);
    if (found == nullptr || !row || found->type() != layers::ColumnType::Text) return std::nullopt;
    return found->text(*row);
}

std::optional<std::size_t> total_row(const Layer& summary) {
    for (std::size_t row = summary.row_count; row-- > 0;) {
        if (text_in(summary, "group_field", row) == std::string_view("total")) return row;
    }
    return std::nullopt;
}

std::string field_of_runs(const StudyResults& results, const std::string& parameter) {
    for (const auto& run : results.runs) {
        const auto place = run.fields.find(parameter);
        if (place == run.fields.end() || place->second.empty() || place->second.front().empty()) continue;
        return place->second.front().front();
    }
    return {};
}

}  // namespace desakota::study
