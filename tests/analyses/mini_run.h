#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/analyses/layer_maker.h"

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// A place so many metres east and north of 105 E on the equator, along which metres are exact.
[[nodiscard]] inline geo::Point metres(double east, double north = 0.0) {
    constexpr double kEastPerDegree = 111319.490793273573;
    constexpr double kNorthPerDegree = 110574.275821594;
    return {105.0 + east / kEastPerDegree, north / kNorthPerDegree};
}

/// A run of an analysis over small layers, with every default as a front end fills it in.
struct MiniRun : TestRun {
    explicit MiniRun(Analysis described) : analysis(std::move(described)) {
        for (const auto& parameter : analysis.parameters) {
            if (parameter.default_number) arguments.numbers[parameter.name] = {*parameter.default_number};
            if (!parameter.default_text.empty()) arguments.texts[parameter.name] = parameter.default_text;
        }
    }

    void give(const std::string& parameter, double value) {
        arguments.numbers[parameter] = {value};
        arguments.given.push_back(parameter);
    }
    void give(const std::string& parameter, const std::string& text) {
        arguments.texts[parameter] = text;
        arguments.given.push_back(parameter);
    }
    Results run(core::Language language = core::Language::English, int threads = 2) {
        RunContext with_language{progress, diagnostics, language, threads};
        return analysis.run(arguments, with_language);
    }
    /// The status with which the run ends, and its problems in English.
    std::pair<core::ExitStatus, std::string> failure() {
        try {
            static_cast<void>(run());
        } catch (const core::Error& error) {
            return {error.status(), error.what()};
        }
        return {core::ExitStatus::Done, {}};
    }

    Analysis analysis;
};

[[nodiscard]] inline const layers::Layer& layer_of(const Results& results, const std::string& name) {
    return *std::ranges::find(results.layers, name, &layers::Layer::name);
}
/// The values of a column as text, "-" where missing.
[[nodiscard]] inline std::vector<std::string> values_of(const layers::Layer& layer, const std::string& column) {
    std::vector<std::string> values;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        values.push_back(layer.find(column)->as_text(row).value_or("-"));
    }
    return values;
}
[[nodiscard]] inline std::optional<double> number_of(const layers::Layer& layer, const std::string& column,
                                                     std::size_t row) {
    return layer.find(column)->number(row);
}
[[nodiscard]] inline std::vector<std::string> names_of(const std::vector<layers::Column>& columns) {
    std::vector<std::string> names;
    for (const auto& column : columns) names.push_back(column.name());
    return names;
}
[[nodiscard]] inline std::vector<std::string> names_of(const std::vector<layers::ColumnDefinition>& columns) {
    std::vector<std::string> names;
    for (const auto& column : columns) names.push_back(column.name);
    return names;
}
[[nodiscard]] inline std::optional<double> figure(const Results& results, const std::string& name) {
    const auto found = std::ranges::find(results.figures, name, &Figure::name);
    return found == results.figures.end() ? std::nullopt : found->value;
}

}  // namespace desakota::analyses
