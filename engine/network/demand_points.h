#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/geo/geometry.h"
#include "engine/network/profile.h"
#include "engine/network/segment_index.h"

namespace desakota::network {

/// Places with weights for each of a row of features: those of feature i are first[i] .. first[i + 1].
struct WeightedPlaces {
    std::vector<geo::GridPoint> places;
    std::vector<double> weights;  ///< above 0; they sum to 1 for each feature that has places
    std::vector<std::uint32_t> first{0};

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(first.size() - 1); }
    [[nodiscard]] bool has_places(std::size_t feature) const { return first[feature] < first[feature + 1]; }
};

/// The lines along which families may live. A scenario keeps the places made from the base run's lines, so that a new
/// road moves nobody.
struct SettledLines {
    const Lines& lines;         ///< measured
    const SegmentIndex& index;  ///< of the lines to be used (the input's, without the connectors)
    std::span<const TravelRule> rules;
};

inline constexpr double kPieceMetres = 100.0;

/// Spreads families along the roads inside each polygon: every part of a line inside is cut into equal pieces, as few
/// as are not longer than kPieceMetres; the middle of each piece is a place, its length the weight.
///
///   * Roads only, and of them those whose rule `holds_homes` (paths, footways, steps and toll roads do not); join
///   lines
///     of a mended file hold none. Roads that a season or a mode closes do: people live there all the same.
///   * A road along the border belongs to the polygons on both sides.
///   * No places for features that are no polygons or have no such road inside.
/// `polygons` in degrees of longitude and latitude, valid. The same for any number of threads.
[[nodiscard]] WeightedPlaces spread_along_roads(const geo::Geometries& polygons, const SettledLines& roads,
                                                const core::Parallel& parallel, core::Progress& progress);

/// One feature's places after another: takes `of_feature[i]` over and scales the weights to 1.
struct WeightedPlace {
    geo::GridPoint place;
    double weight = 0.0;
};
[[nodiscard]] WeightedPlaces join_weighted(std::vector<std::vector<WeightedPlace>> of_feature);

}  // namespace desakota::network
