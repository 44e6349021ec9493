#pragma once

#include "engine/core/text.h"
#include "engine/maps/prepared_layers.h"

namespace desakota::maps {

/// How a layer of the background is drawn where its style has no classes.
[[nodiscard]] Symbol role_symbol(LayerRole role);
/// What the legend calls it.
[[nodiscard]] core::Text role_title(LayerRole role);
/// The symbol of a row's class, or of the role; the row must have a class where the style has some.
[[nodiscard]] Symbol symbol_of(const BackgroundLayer& layer, std::size_t row);

}  // namespace desakota::maps
