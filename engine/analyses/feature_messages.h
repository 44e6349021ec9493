#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/layers/layer.h"

namespace desakota::analyses {

/// How messages point at a row: its layer, feature number and, where `names` is not nullptr, its name.
[[nodiscard]] std::string feature_title(const layers::Layer& layer, std::size_t row, const layers::Column* names);

/// `fid 17 "Mulyasari", fid 20 and 3 more`: some rows of one layer, the first few by number and name.
[[nodiscard]] core::Text feature_list(const layers::Layer& layer, const std::vector<std::size_t>& rows,
                                      const layers::Column* names);

}  // namespace desakota::analyses
