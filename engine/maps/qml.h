#pragma once

#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/layers/layer.h"
#include "engine/maps/style.h"

namespace desakota::maps {

/// The style as QGIS's QML (QGIS 3.22 to 4), for this layer: symbols of its geometry type, an alias for each of its
/// columns, all texts in one language. Rules are named after the style and counted, so that the same style is the same
/// text. Rows that are not sure are marked above their class; the legend's last line tells which way is worse. A layer
/// without geometry gets its aliases only.
///
/// Throws std::logic_error where the style looks at a field that the layer lacks.
[[nodiscard]] std::string qml(const Style& style, const layers::Layer& layer, core::Language language);

/// All of these styles for this layer, the default first, as a result layer carries them.
[[nodiscard]] std::vector<layers::LayerStyle> layer_styles(const std::vector<Style>& styles, const layers::Layer& layer,
                                                           core::Language language);

}  // namespace desakota::maps
