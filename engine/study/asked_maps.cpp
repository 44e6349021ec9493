#include "engine/study/asked_maps.h"

#include <algorithm>
#include <utility>

#include "engine/analyses/parameter_text.h"
#include "engine/core/error.h"
#include "engine/core/suggestion.h"
#include "engine/maps/graduated.h"
#include "engine/maps/qml.h"

namespace desakota::study {
namespace {

using core::Text;

struct Place {
    RunResult* run = nullptr;
    layers::Layer* layer = nullptr;
};

Place find_layer(StudyResults& results, const std::string& name) {
    for (auto& run : results.runs) {
        const auto place = std::ranges::find(run.results.layers, name, &layers::Layer::name);
        if (place != run.results.layers.end()) return {&run, &*place};
    }
    return {};
}

std::vector<std::string> layers_with_geometry(const StudyResults& results) {
    std::vector<std::string> names;
    for (const auto& run : results.runs) {
        for (const auto& layer : run.results.layers) {
            if (layer.geometry_type != geo::GeometryType::None) names.push_back(layer.name);
        }
    }
    return names;
}

std::vector<std::string> number_columns(const layers::Layer& layer) {
    std::vector<std::string> names;
    for (const auto& column : layer.columns) {
        const bool is_number =
            column.type() == layers::ColumnType::Number || column.type() == layers::ColumnType::WholeNumber;
        if (is_number) names.push_back(column.name());
    }
    return names;
}

/// "`hous` is none of the layers: a, b. Did you mean a?"
Text none_of(const std::string& word, const Text& what, const std::vector<std::string>& known) {
    return core::format_text("`{}` is none of ", "`{}` bukan salah satu dari ", word) + what +
           core::same_text(": " + analyses::joined(known, ", ") + ".") +
           core::did_you_mean(core::nearest_word(word, known));
}

void add(const StudyMap& asked, StudyResults& results, core::Language language) {
    const auto names = layers_with_geometry(results);
    const auto [run, layer] = find_layer(results, asked.layer);
    if (layer == nullptr || std::ranges::find(names, asked.layer) == names.end()) {
        throw core::usage_error(none_of(asked.layer, {"the layers of the results", "lapisan hasil"}, names));
    }
    const auto columns = number_columns(*layer);
    if (std::ranges::find(columns, asked.column) == columns.end()) {
        throw core::usage_error(none_of(asked.column, {"the columns of numbers", "kolom bilangan"}, columns));
    }
    auto style = maps::graduated_style(*layer, {asked.column, asked.limits, asked.rule, asked.classes, {}});
    style.name = asked.column;
    if (!asked.title.english.empty()) style.title = asked.title;
    for (auto& drawn : maps::layer_styles({style}, *layer, language)) layer->styles.push_back(std::move(drawn));
    run->results.styles[layer->name].push_back(std::move(style));
}

}  // namespace

void add_asked_maps(const std::string& study_name, const Study& study, StudyResults& results, core::Language language) {
    std::vector<Text> problems;
    for (const auto& asked : study.asked_maps) {
        try {
            add(asked, results, language);
        } catch (const core::Error& error) {
            for (const auto& problem : error.problems()) {
                problems.push_back(core::format_text("{0}, line {1}: ", "{0}, baris {1}: ", study_name, asked.line) +
                                   problem);
            }
        }
    }
    if (!problems.empty()) throw core::Error(core::ExitStatus::WrongUsage, std::move(problems));
}

}  // namespace desakota::study
