#pragma once

#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Reports as errors, each naming its feature, coordinates that are not finite and, in degrees, latitudes beyond 90
/// ("latitude and longitude look swapped") and an extent of over 180 degrees.
void check_coordinates(const layers::Layer& layer, core::Progress& progress, core::Diagnostics& diagnostics);

}  // namespace desakota::io
