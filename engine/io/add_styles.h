#pragma once

#include <string>
#include <vector>

#include "engine/layers/layer.h"

namespace desakota::io {

/// Puts styles into a GeoPackage that exists already, for its table `table` (empty: its first), as QGIS keeps them: the
/// first style opens by itself, styles of the same names are replaced, others of the table stay without being the
/// default. Throws core::failure where the file cannot be changed.
void add_styles(const std::string& path, const std::string& table, const std::vector<layers::LayerStyle>& styles);

}  // namespace desakota::io
