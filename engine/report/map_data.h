#pragma once

#include <cstddef>
#include <string>

#include "engine/core/text.h"
#include "engine/report/report.h"
#include "engine/report/text_pool.h"

namespace desakota::report {

/// The most characters that one background layer takes of a page.
inline constexpr std::size_t kMostBackground = 900'000;

/// What the page's map draws, as JSON: the grid, each geometry once, the indexes with the class of every row, and the
/// background; its texts go to the pool. "null" where no index has a place to draw. A background layer of more than
/// `most_background` characters is coarsened, and left out and named in "left_out" where that does not help.
[[nodiscard]] std::string map_json(const Report& report, core::Language language, TextPool& texts,
                                   std::size_t most_background = kMostBackground);

}  // namespace desakota::report
