#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/study/results.h"

namespace desakota::study {

/// Analyses with nothing to run: only what a report asks of them.
inline const analyses::Analysis& described(const std::string& id) {
    static std::map<std::string, analyses::Analysis> all;
    auto& analysis = all[id];
    if (!analysis.id.empty()) return analysis;
    analysis.id = id;
    analysis.title = {"Title of " + id, "Judul " + id};
    analysis.help = {"Help of " + id, "Bantuan " + id};
    analysis.outputs.push_back({"main", {"Subject of " + id, "Pokok " + id}, geo::GeometryType::Polygon, {}, {}, {}});
    const auto field = [&](const char* name, const char* of) {
        analyses::Parameter parameter;
        parameter.name = name;
        parameter.kind = analyses::ParameterKind::Field;
        parameter.of = of;
        analysis.parameters.push_back(parameter);
    };
    field("id-field", "settlements");
    field("group-field", "settlements");
    field("families-field", "settlements");
    field("household-settlement-field", "households");
    field("income-field", "households");
    field("class-field", "roads");
    field("direction-field", "roads");
    return analysis;
}

inline void add_texts(layers::Layer& layer, const std::string& name,
                      const std::vector<std::optional<std::string>>& values) {
    auto& column = layer.add_column({name, layers::ColumnType::Text, "", {name, name}});
    for (const auto& value : values) column.add(value);
    layer.row_count = values.size();
}
inline void add_numbers(layers::Layer& layer, const std::string& name, const std::vector<std::optional<double>>& values,
                        const std::string& unit = {}) {
    auto& column = layer.add_column({name, layers::ColumnType::Number, unit, {name, name}});
    for (const auto& value : values) column.add(value);
    layer.row_count = values.size();
}

/// Unit squares side by side along the equator, on WGS 84.
inline void add_squares(layers::Layer& layer, std::size_t count) {
    layer.crs = "EPSG:4326";
    layer.geometry_type = geo::GeometryType::Polygon;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = 100.0 + static_cast<double>(i);
        layer.geometry.add_part(geo::PartRole::OuterRing,
                                std::vector<geo::Point>{{x, 0.0}, {x + 1.0, 0.0}, {x + 1.0, 1.0}, {x, 1.0}, {x, 0.0}});
        layer.geometry.end_feature();
    }
    layer.row_count = count;
}

/// Settlements A, B, C with ids 1, 2, 3.
inline layers::Layer named_settlements(const std::string& name) {
    layers::Layer layer;
    layer.name = name;
    layer.title = {"Layer " + name, "Lapisan " + name};
    add_squares(layer, 3);
    add_texts(layer, "settlement_id", {"1", "2", "3"});
    add_texts(layer, "settlement_name", {"A", "B", "C"});
    return layer;
}

inline RunResult run_of(const std::string& analysis, const std::string& name, std::vector<layers::Layer> layers) {
    RunResult run;
    run.name = name;
    run.analysis = &described(analysis);
    run.results.layers = std::move(layers);
    return run;
}

inline maps::Style range_style(const std::string& name, const std::string& field) {
    maps::Style style;
    style.name = name;
    style.title = {"Style " + name, "Gaya " + name};
    maps::StyleClass near;
    near.label = {"near", "dekat"};
    near.criteria = {maps::Within{field, {}, 5000.0}};
    maps::StyleClass far;
    far.label = {"far", "jauh"};
    far.criteria = {maps::Within{field, 5000.0, {}}};
    style.classes = {near, far};
    return style;
}

/// A is near, B far, C not connected.
inline RunResult health_run() {
    auto main = named_settlements("health_access");
    add_texts(main, "status", {"reached", "reached", "not_connected"});
    add_texts(main, "reason", {"1 km to P.", "9 km to P.", "No road."});
    add_numbers(main, "total_m", {1000.0, 9000.0, std::nullopt}, "m");
    add_numbers(main, "shortest_m", {1000.0, 9000.0, std::nullopt}, "m");
    add_numbers(main, "gap_m", {std::nullopt, std::nullopt, 120.0}, "m");
    add_numbers(main, "families", {100.0, 200.0, 300.0});
    add_numbers(main, "families_beyond", {10.0, 150.0, 300.0});
    add_numbers(main, "share_beyond", {0.1, 0.75, 1.0});
    layers::Layer summary;
    summary.name = "health_access_summary";
    add_texts(summary, "group_field", {"kecamatan", "total"});
    add_texts(summary, "group_value", {"X", "total"});
    add_numbers(summary, "families_beyond", {460.0, 460.0});
    auto run = run_of("health-access", "health_access", {std::move(main), std::move(summary)});
    run.results.styles["health_access"] = {range_style("distance", "total_m")};
    run.results.summary = {{"460 of 600 families. More.", "460 dari 600 keluarga. Lagi."}};
    run.parameters.emplace_back("threshold", io::RecordValue(5000.0));
    run.fields["id-field"] = {{"kode"}};
    run.fields["group-field"] = {{"kec"}};
    return run;
}

/// The settlements as they were read.
inline layers::Layer read_settlements() {
    layers::Layer layer;
    layer.name = "desa";
    add_squares(layer, 3);
    add_texts(layer, "kode", {"1", "2", "3"});
    add_texts(layer, "kec", {"X", "X", std::nullopt});
    return layer;
}

/// A, B poorer than the area, C withheld.
inline RunResult poverty_run() {
    auto main = named_settlements("poverty");
    add_texts(main, "status", {"computed", "computed", "withheld"});
    add_texts(main, "reason", {"Rests on 40.", "Rests on 50.", "Withheld."});
    add_numbers(main, "line_poor_households_share", {0.2, 0.5, std::nullopt});
    layers::Layer summary;
    summary.name = "poverty_summary";
    add_texts(summary, "group_field", {"total"});
    add_texts(summary, "group_value", {"total"});
    add_numbers(summary, "line_poor_households_share", {0.4});
    return run_of("poverty", "poverty", {std::move(main), std::move(summary)});
}

inline StudyResults small_results() {
    StudyResults results;
    results.inputs["settlements"].push_back(read_settlements());
    results.runs.push_back(health_run());
    results.runs.push_back(poverty_run());
    return results;
}

}  // namespace desakota::study
