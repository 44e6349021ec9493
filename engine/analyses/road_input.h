#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/analyses/places.h"
#include "engine/network/lines.h"

namespace desakota::analyses {

/// A line that was left out, since all its points lie at one place.
struct LineWithoutLength {
    std::uint32_t layer = 0;
    std::uint32_t feature = 0;
    geo::GridPoint place;
};

struct KeptNetwork;

/// Roads, rivers and ferries as the network takes them.
struct RoadInput {
    network::Lines lines;  ///< not measured; attributes.layer counts through `layer_labels`
    std::vector<network::TravelRule> rules;
    bool has_times = false;                     ///< every passable way has a speed or duration: total_min can be told
    double walking_kmh = network::kWalkingKmh;  ///< off road, as the profile says
    /// Whether any way depends on `season` (a profile holds) or on `mode` (also where one-way roads are told).
    bool season_has_effect = false;
    bool mode_has_effect = false;
    network::Lines barriers;                ///< lines and outlines that access legs must not cross
    LayerExtent extent;                     ///< of the roads, not of rivers and ferries
    std::vector<std::string> layer_labels;  ///< the line layers: roads, then rivers, then ferries
    /// The feature numbers of each layer's rows, for reports; empty where a layer has none.
    std::vector<std::vector<std::int64_t>> feature_ids;
    std::vector<LineWithoutLength> without_length;
    /// Where an earlier run has built this very network: it, and then there are neither lines nor barriers here.
    std::shared_ptr<const KeptNetwork> kept{};
    std::string made_of{};                 ///< the name under which to keep it; empty: it is not kept
    std::vector<core::Diagnostic> told{};  ///< what was told of it, where it may be kept
};

/// Reads the layers of the parameters `roads` (Layers), `rivers` and `ferries` (Layers, optional), `landings` (Layer)
/// and `barriers` (Layers; landings_and_barriers.h) with the fields of
/// road_attributes.h, `value-forward`, `value-backward`, `value-both` (texts, several values by commas), `profile`
/// (file), `mode`, `season` (choices), `default-speed` (km/h) and `cost`.
///
///   * The memory of a layer's geometry and columns is released as soon as it is converted: `arguments` keeps only the
///     layer's name, source and coordinate system.
///   * Rows without geometry and lines of fewer than two distinct points are left out, counted in a warning.
///   * Errors: no coordinate system, an empty layer, unknown road classes (values and counts), unknown direction values
///     in a field that was named, `--cost time` where no times are known, a profile file that cannot be read.
///   * A profile or direction values that no layer can use: core::usage_error, thrown.
[[nodiscard]] RoadInput read_roads(Arguments& arguments, RunContext& context);

}  // namespace desakota::analyses
