#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/maps/style.h"

namespace desakota::maps {

/// Names and texts as QGIS expressions take them: "a ""b""" for a "b", 'it''s' for it's.
[[nodiscard]] std::string quoted_field(std::string_view name);
[[nodiscard]] std::string quoted_text(std::string_view text);

/// The criteria as a QGIS expression that is true where all hold: `"status" = 'reached' AND "total_m" <= 1000`. Empty
/// for no criteria. Yes/no columns of the layer are asked as such: QGIS compares them with numbers as texts, letter by
/// letter.
[[nodiscard]] std::string expression(const std::vector<Criterion>& criteria, const layers::Layer& layer);

/// True where none of these classes takes a row, also where fields are missing; classes for all other rows aside.
[[nodiscard]] std::string none_of(const std::vector<StyleClass>& classes, const layers::Layer& layer);

}  // namespace desakota::maps
