#pragma once

#include <cstdint>
#include <string_view>

#include "engine/layers/layer.h"

namespace desakota::test_support {

/// The layers of a made-up region, EPSG:4326, each with feature numbers from 1. A layer that a region lacks has no
/// rows.
struct Region {
    layers::Layer settlements;
    layers::Layer roads;
    layers::Layer facilities;
    layers::Layer centres;
    layers::Layer rivers;
    layers::Layer ferries;
    layers::Layer landings;
    layers::Layer centre_facilities;
};

/// Lines / settlements / facilities / centres.
enum class Size : std::uint8_t {
    S,  ///< 20,000 / 500 / 25 / 5
    M,  ///< 200,000 / 5,000 / 500 / 50
    L,  ///< 2,000,000 / 83,000 / 10,000 / 500
};

/// A region for benchmarks: rural roads of uneven density, about 20,000 lines a square degree and 8 vertices a line,
/// in spatially coherent order; no rivers, ferries, landings or facilities of centres.
///
///   * The graph of junctions is a relative neighbourhood graph; for every 5,000 lines a patch of 4 to 25 junctions is
///     cut off, so that small components arise (about one or two links in a thousand are missing).
///   * Every tenth line runs through a junction: other lines end at a vertex in its middle, as on Indonesia's
///     topographic map.
///   * Settlements, facilities and centres are points, 30 to 400 m from some place on a road.
///   * Columns: roads class, name; the others id, name; settlements also families, population, kecamatan; facilities
///     jenis; centres population.
///   * Deterministic: one size is always the same region.
[[nodiscard]] Region make_region(Size size);

/// A made-up Indonesia: 10,000,000 road lines, 83,000 settlements, 10,400 facilities and 514 centres on 44 islands, a
/// few large and many small, between 95 and 141 degrees east, 11 south and 6 north. Roads, columns and promises as of
/// make_region, and
///
///   * every twentieth line ends blindly;
///   * ferries from junction to junction between neighbouring islands bring all islands together;
///   * `share` (over 0, at most 1) of it has that share of everything but the islands and ferries, at the same density:
///     the islands are smaller. An island has at least 130 lines. Throws std::invalid_argument for any other share.
///
/// Needs 2.5 GB where `share` is 1.
[[nodiscard]] Region make_nation(double share);

/// The sample area: a tidal lowland modelled on the Telang area of South Sumatra, 41 villages (polygons) in three
/// kecamatan with 30,154 families, 99,810 people and 10,644 poor families in all. Village names are real, totals are
/// published; all geometry, all figures of single villages and all codes are invented. Attribute names as Indonesian
/// offices have them; sample_layers/README.md describes every layer and every fault put into the roads.
[[nodiscard]] Region make_telang();

/// WGS 84, longitude and latitude (EPSG:4326), as WKT.
[[nodiscard]] std::string_view wgs84_wkt();

}  // namespace desakota::test_support
