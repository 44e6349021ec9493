#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/geo/geometry.h"

namespace desakota::io {

enum class WkbOutcome : std::uint8_t {
    Taken,
    Empty,      ///< nothing usable in it: empty, or lines of one vertex
    OtherType,  ///< it holds other types only
    Curved,     ///< it holds curves: make them straight first
    Corrupt,
};

/// Adds a geometry written as well-known binary (ISO, OGR's or PostGIS's form; either byte order) to the feature of
/// `geometries` that is being built, without ending that feature.
///
///   * Takes the parts of type `wanted`, from collections as well, and leaves out the others.
///   * Z and M are dropped; rings are closed; lines of one vertex, rings of under three and what is empty are left out.
///   * Adds nothing unless the outcome is Taken.
WkbOutcome add_wkb(std::span<const std::byte> wkb, geo::GeometryType wanted, geo::Geometries& geometries);

}  // namespace desakota::io
