#pragma once

#include "engine/core/progress.h"
#include "engine/core/text.h"
#include "engine/io/staged_files.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Writes one layer as GeoJSON (RFC 7946): WGS 84, longitude and latitude with at most 9 decimals (0.1 mm), outer
/// rings counter-clockwise, `id` the row's number from 1. Attribute numbers are exact; a missing value is null.
/// Throws core::usage_error where the layer has geometry and no coordinate system, core::failure where a place cannot
/// be brought to WGS 84.
void write_geojson(const layers::Layer& layer, core::Language language, TextFile& file, core::Progress& progress);

}  // namespace desakota::io
