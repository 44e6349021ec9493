#pragma once

#include <string>

#include "engine/core/diagnostics.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/point.h"

namespace desakota::analyses {

/// Tells how the places of a layer came from another datum to WGS 84: the name of the shift, how far it moves a place
/// (`sample`, in the layer's system `crs`), how accurate it is. A warning where that is worse than 1 m or not known;
/// otherwise information; nothing where the datum is the same. Told once of each layer (`label`).
void report_shift(const std::string& label, const std::string& crs, const geo::Point& sample,
                  const geo::CoordinateOperation& operation, core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
