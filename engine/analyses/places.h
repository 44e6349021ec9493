#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/geo/geometry.h"
#include "engine/geo/point.h"
#include "engine/layers/layer.h"

namespace desakota::analyses {

/// The readers of this room (places.h, layers_meet.h, settlements.h, destinations.h, facilities.h, centres.h,
/// road_input.h) turn layers in memory into the engine's values.
///
///   * What is wrong with the content goes to `context.diagnostics` as errors, so that all inputs are heard of at once;
///     the value is then incomplete. Call `context.diagnostics.throw_errors()` after the last reader.
///   * Each reader reports progress from 0 to 1: give it a RunContext whose progress is a core::Stage.
///   * Layers stay as they are unless a reader says otherwise.

/// Where a layer lies: on WGS 84, and as its coordinates are written.
struct LayerExtent {
    std::string label;  ///< for messages
    std::string crs;
    geo::GridBox box;  ///< empty where nothing is known
    geo::Point least;  ///< smallest and largest coordinates in the layer's own system
    geo::Point most;
};

/// Brings `geometry`, whose coordinates are those of `layer`, to longitude and latitude on WGS 84 in degrees, in place
/// (it may be `layer.geometry` itself; each layer is transformed on its own, with its own coordinate system).
///
///   * Errors, and nothing returned: an empty layer, a layer whose geometries are all missing, no coordinate system,
///     latitude and longitude that look swapped (latitude beyond 90), places that cannot be converted (the first such
///     features are named, by `names` where it is not nullptr).
///   * Warning: a coordinate operation worse than 1 m or of unknown accuracy.
[[nodiscard]] std::optional<LayerExtent> bring_to_wgs84(const layers::Layer& layer, geo::Geometries& geometry,
                                                        const layers::Column* names, RunContext& context);

/// The places of a point or polygon layer: one a point (so several for a multi-point), one inside each polygon feature.
struct Places {
    std::vector<geo::GridPoint> places;
    std::vector<std::uint32_t> features;  ///< the row of each place, ascending; a row without geometry has none
    /// The features on WGS 84 in degrees, row for row, invalid polygons repaired.
    geo::Geometries geometry;
    LayerExtent extent;

    /// The first place of each of `rows` rows; missing where a row has none.
    [[nodiscard]] std::vector<std::optional<geo::GridPoint>> first_places(std::size_t rows) const;
};

/// Reads places. Warnings: single rows without geometry and repaired polygons, by name (`names` may be nullptr).
/// Errors: see bring_to_wgs84; a polygon that cannot be repaired; a line. After an error, empty.
[[nodiscard]] Places read_places(const layers::Layer& layer, const layers::Column* names, RunContext& context);

}  // namespace desakota::analyses
