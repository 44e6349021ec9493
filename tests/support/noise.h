#pragma once

#include <cstdint>

#include "engine/geo/point.h"

namespace desakota::test_support {

/// Smooth random curves and fields in [-1, 1] with one wave a unit: values at the whole numbers, blended by the
/// smoothstep polynomial 3t^2 - 2t^3 between them. Only +, -, * and floor: the same bits on every machine.
[[nodiscard]] double noise(std::uint64_t seed, double position);
[[nodiscard]] double noise(std::uint64_t seed, const geo::Point& position);

/// 0 below 0, 1 above 1, 3t^2 - 2t^3 between.
[[nodiscard]] double smoothstep(double t);

}  // namespace desakota::test_support
