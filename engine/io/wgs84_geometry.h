#pragma once

#include <string>

#include "engine/core/progress.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// The geometry of a layer in longitude and latitude on WGS 84, for a format that takes nothing else (`format` for
/// messages). Throws a usage error for a layer without coordinate system, a failure for a row that lies nowhere.
[[nodiscard]] geo::Geometries in_wgs84(const layers::Layer& layer, const std::string& format, core::Progress& progress);

/// Degrees with up to nine decimals (0.1 mm), without zeros at the end.
[[nodiscard]] std::string degree_text(double value);

}  // namespace desakota::io
