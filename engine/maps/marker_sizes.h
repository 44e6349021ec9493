#pragma once

#include <array>

namespace desakota::maps {

/// Sizes of markers from little to much, in millimetres, one for each colour of kLittleToMuch.
inline constexpr std::array<double, 5> kLittleToMuchSizes{2.6, 3.2, 3.8, 4.5, 5.3};

}  // namespace desakota::maps
