#pragma once

#include <vector>

#include "engine/analyses/places.h"

namespace desakota::analyses {

/// Checks that each of `others` (settlements, destinations), grown by `max_access` metres, meets `roads`. Otherwise an
/// error for each that names both layers with their extents and says under which coordinate system they would meet,
/// where one of the usual mistakes explains it: north for south, a neighbouring UTM zone (46 to 54), longitude and
/// latitude swapped, metres taken for degrees. Extents that are empty are passed over: their readers told why.
void check_that_layers_meet(const LayerExtent& roads, const std::vector<LayerExtent>& others, double max_access,
                            RunContext& context);

}  // namespace desakota::analyses
