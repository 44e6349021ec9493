#include "engine/study/input_quality.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "engine/geo/polygons.h"
#include "engine/study/settlement_rows.h"

namespace desakota::study {
namespace {

using layers::Layer;

std::optional<double> share_of(double part, double whole) {
    return whole > 0.0 ? std::optional(part / whole) : std::nullopt;
}

bool is_valid(const Layer& layer, std::size_t row, const geo::PolygonExaminer& examiner) {
    const auto& geometry = layer.geometry;
    if (geometry.is_missing(row)) return false;
    const auto parts = geometry.parts(row);
    if (geometry.type(row) == geo::GeometryType::Polygon) {
        return examiner.examine(geometry, row).state == geo::PolygonState::Valid;
    }
    const std::size_t least = geometry.type(row) == geo::GeometryType::Line ? 2 : 1;
    for (auto part = parts.first; part < parts.last; ++part) {
        if (geometry.coordinates(part).size() < least) return false;
    }
    return true;
}

/// Where a blank means something: both ways, no bridge, on the ground, no choice.
bool may_be_blank(std::string_view parameter) {
    static const std::vector<std::string_view> blank{
        "direction-field", "bridge-field",   "tunnel-field", "level-field",           "junction-field",
        "access-field",    "route-field",    "join-field",   "duration-field",        "ferry-duration-field",
        "surface-field",   "serving-field",  "code-field",   "facility-status-field", "settlement-fields",
        "table-fields",    "matches-fields", "group-field"};
    return std::ranges::find(blank, parameter) != blank.end();
}

/// The columns of one layer that the runs took.
std::set<std::string> fields_used(const StudyResults& results, const std::string& parameter, std::size_t place) {
    std::set<std::string> used;
    for (const auto& run : results.runs) {
        for (const auto& [name, layers] : run.fields) {
            const auto* field = run.analysis->find(name);
            if (field == nullptr || field->of != parameter || may_be_blank(name) || place >= layers.size()) continue;
            used.insert(layers[place].begin(), layers[place].end());
        }
    }
    return used;
}

/// What names a settlement in any of the runs: ids, and codes and names that a person confirmed.
std::set<std::string, std::less<>> known_ids(const StudyResults& results) {
    std::set<std::string, std::less<>> ids;
    const auto add = [&](const Layer& layer, std::string_view column, std::size_t row) {
        if (const auto text = text_in(layer, column, row)) ids.emplace(*text);
    };
    for (const auto& run : results.runs) {
        const auto* layer = settlement_layer(run);
        for (std::size_t row = 0; layer != nullptr && row < layer->row_count; ++row) add(*layer, "settlement_id", row);
    }
    const auto matches = results.inputs.find("matches");
    if (matches == results.inputs.end()) return ids;
    for (const auto& layer : matches->second) {
        const auto* accepted = layer.find("accepted");
        for (std::size_t row = 0; accepted != nullptr && row < layer.row_count; ++row) {
            if (accepted->as_text(row).value_or("") != "1") continue;
            add(layer, "table_code", row);
            add(layer, "table_name", row);
        }
    }
    return ids;
}

/// The Field parameter of a layer parameter that names settlements.
const std::vector<std::string>* id_field(const StudyResults& results, const std::string& parameter) {
    for (const auto& run : results.runs) {
        for (const auto& [name, layers] : run.fields) {
            const auto* field = run.analysis->find(name);
            const bool names_settlements = name.ends_with("settlement-field") || name == "homes-id-field";
            if (field == nullptr || field->of != parameter || !names_settlements || layers.empty()) continue;
            if (!layers.front().empty()) return &layers.front();
        }
    }
    return nullptr;
}

std::optional<double> matched_table(const StudyResults& results) {
    const auto* run = results.first_of("match-names");
    if (run == nullptr || run->results.layers.empty()) return std::nullopt;
    const auto& list = run->results.layers.front();
    double matched = 0.0;
    double all = 0.0;
    for (std::size_t row = 0; row < list.row_count; ++row) {
        const auto rows = number_in(list, "rows", row).value_or(0.0);
        all += rows;
        if (number_in(list, "accepted", row).value_or(0.0) > 0.0) matched += rows;
    }
    return share_of(matched, all);
}

bool is_unsound_end(std::string_view kind) {
    return kind == "gap_joined" || kind == "t_gap_joined" || kind == "near_miss";
}

}  // namespace

std::optional<double> valid_geometries(const Layer& layer) {
    if (layer.geometry.size() != layer.row_count || layer.row_count == 0) return std::nullopt;
    const geo::PolygonExaminer examiner;
    double valid = 0.0;
    for (std::size_t row = 0; row < layer.row_count; ++row) valid += is_valid(layer, row, examiner) ? 1.0 : 0.0;
    return share_of(valid, static_cast<double>(layer.row_count));
}

std::optional<double> filled_fields(const Layer& layer, const StudyResults& results, const std::string& parameter,
                                    std::size_t place) {
    double filled = 0.0;
    double cells = 0.0;
    for (const auto& name : fields_used(results, parameter, place)) {
        const auto* column = layer.find(name);
        if (column == nullptr) continue;
        for (std::size_t row = 0; row < layer.row_count; ++row) filled += column->is_missing(row) ? 0.0 : 1.0;
        cells += static_cast<double>(layer.row_count);
    }
    return share_of(filled, cells);
}

std::optional<double> matched_ids(const Layer& layer, const StudyResults& results, const std::string& parameter) {
    if (parameter == "table") return matched_table(results);
    const auto* fields = id_field(results, parameter);
    const auto* column = fields == nullptr ? nullptr : layer.find(fields->front());
    if (column == nullptr) return std::nullopt;
    const auto ids = known_ids(results);
    double matched = 0.0;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto id = column->as_text(row);
        if (id && ids.contains(*id)) matched += 1.0;
    }
    return share_of(matched, static_cast<double>(layer.row_count));
}

std::optional<double> sound_line_ends(const Layer& layer, const StudyResults& results) {
    const auto* run = results.first_of("check-network");
    if (run == nullptr || run->results.layers.empty()) return std::nullopt;
    const auto& findings = run->results.layers.front();
    const auto name = layers::describe_layer(layer);
    double unsound = 0.0;
    for (std::size_t row = 0; row < findings.row_count; ++row) {
        if (text_in(findings, "layer_a", row) != std::string_view(name)) continue;
        if (is_unsound_end(text_in(findings, "kind", row).value_or(""))) unsound += 1.0;
    }
    const auto ends = 2.0 * static_cast<double>(layer.row_count);
    if (ends <= 0.0) return std::nullopt;
    return std::max(0.0, 1.0 - unsound / ends);
}

}  // namespace desakota::study
