#pragma once

#include "engine/io/layer_builder.h"
#include "engine/io/open_dataset.h"

namespace desakota::io {

/// Can `read_arrow` read these columns of that layer? Only where the format hands out columns itself.
[[nodiscard]] bool can_read_arrow(const OpenLayer& open, const std::vector<SchemaColumn>& columns);

/// Reads all features of an open layer as batches of columns (GDAL's Arrow stream), fetched in a second thread while
/// this one takes them apart. Throws an input error where reading stops early.
void read_arrow(const OpenLayer& open, LayerBuilder& builder);

}  // namespace desakota::io
