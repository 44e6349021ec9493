#include "tests/support/noise.h"

#include <algorithm>
#include <cmath>

#include "tests/support/random.h"

namespace desakota::test_support {

namespace {

double value_at(std::uint64_t seed, std::int64_t column, std::int64_t row) {
    const auto key = mix(seed ^ mix(static_cast<std::uint64_t>(column) ^ mix(static_cast<std::uint64_t>(row))));
    return 2.0 * unit_interval(key) - 1.0;
}

double blend(double from, double to, double t) {
    return from + (to - from) * smoothstep(t);
}

double noise_in_row(std::uint64_t seed, double x, std::int64_t row) {
    const double floor_x = std::floor(x);
    const auto column = static_cast<std::int64_t>(floor_x);
    return blend(value_at(seed, column, row), value_at(seed, column + 1, row), x - floor_x);
}

}  // namespace

double smoothstep(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

double noise(std::uint64_t seed, double position) {
    return noise_in_row(seed, position, 0);
}

double noise(std::uint64_t seed, const geo::Point& position) {
    const double floor_y = std::floor(position.y);
    const auto row = static_cast<std::int64_t>(floor_y);
    return blend(noise_in_row(seed, position.x, row), noise_in_row(seed, position.x, row + 1), position.y - floor_y);
}

}  // namespace desakota::test_support
