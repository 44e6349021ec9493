#pragma once

#include <string>
#include <vector>

#include "engine/analyses/places.h"
#include "engine/network/lines.h"

namespace desakota::analyses {

/// One field of the road layers: its parameter (`--class-field`, of the layer parameter `roads`) and the names that it
/// usually has, in lower case.
struct RoadField {
    std::string parameter;
    std::vector<std::string> usual_names;
};
/// All of them, for the declarations of parameters: class-field, surface-field, level-field, bridge-field,
/// tunnel-field, direction-field (interface.md), and junction-field, access-field, route-field, duration-field,
/// join-field, which are rarely named by hand. Columns of layers `rivers` and `ferries` are found by the same usual
/// names, without a parameter.
[[nodiscard]] const std::vector<RoadField>& road_fields();

/// Roads, rivers and ferries as the network takes them.
struct RoadInput {
    network::Lines lines;  ///< not measured; attributes.layer counts through `layer_labels`
    std::vector<network::TravelRule> rules;
    bool has_times = false;  ///< every passable way has a speed or duration: total_min can be told
    double walking_kmh = network::kWalkingKmh;  ///< off road, as the profile says
    LayerExtent extent;                         ///< of the roads, not of rivers and ferries
    std::vector<std::string> layer_labels;      ///< the line layers: roads, then rivers, then ferries
    /// The feature numbers of each layer's rows, for reports; empty where a layer has none.
    std::vector<std::vector<std::int64_t>> feature_ids;
};

/// Reads the layers of the parameters `roads` (Layers), `rivers` and `ferries` (Layers, optional) with the fields above,
/// `value-forward`, `value-backward`, `value-both` (texts, several values by commas), `profile` (file), `mode`, `season`
/// (choices), `default-speed` (km/h) and `cost`.
///
///   * The memory of a layer's geometry and columns is released as soon as it is converted: `arguments` keeps only the
///     layer's name, source and coordinate system.
///   * Rows without geometry and lines of fewer than two distinct points are left out, counted in a warning.
///   * Errors: no coordinate system, an empty layer, unknown road classes (values and counts), unknown direction values
///     in a field that was named, `--cost time` where no times are known, a profile file that cannot be read.
///   * A profile or direction values that no layer can use: core::usage_error, thrown.
[[nodiscard]] RoadInput read_roads(Arguments& arguments, RunContext& context);

}  // namespace desakota::analyses
