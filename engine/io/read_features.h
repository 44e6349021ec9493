#pragma once

#include <string>

#include "engine/io/layer_builder.h"
#include "engine/io/open_dataset.h"

namespace desakota::io {

/// Reads all features of an open layer one by one: for every format. Throws an input error where reading stops early.
void read_features(const OpenLayer& open, const std::optional<CoordinateFields>& coordinates, LayerBuilder& builder);

}  // namespace desakota::io
