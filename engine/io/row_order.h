#pragma once

#include "engine/layers/layer.h"

namespace desakota::io {

/// Whether the feature numbers of a layer that was read never fall from row to row.
[[nodiscard]] bool is_in_order_of_ids(const layers::Layer& layer);

/// The same layer with its rows in the order of their feature numbers; equal numbers keep their order. A database hands
/// out a table in whatever order its rows lie on the disk, and that changes with every correction.
[[nodiscard]] layers::Layer in_order_of_ids(const layers::Layer& layer);

}  // namespace desakota::io
