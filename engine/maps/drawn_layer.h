#pragma once

#include "engine/layers/layer.h"
#include "engine/maps/style.h"

namespace desakota::maps {

/// A layer and how it is drawn. The layer has geometry and a coordinate system, and must outlive this.
struct DrawnLayer {
    const layers::Layer* layer = nullptr;
    Style style;
};

}  // namespace desakota::maps
