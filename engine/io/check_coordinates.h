#pragma once

#include <cmath>
#include <limits>
#include <span>

#include "engine/core/diagnostics.h"
#include "engine/geo/point.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// What the coordinates of a layer span, gathered as they are read.
class CoordinateExtent {
public:
    void add(std::span<const geo::Point> points);

    [[nodiscard]] double least_x() const { return least_x_; }
    [[nodiscard]] double most_x() const { return most_x_; }
    [[nodiscard]] double most_y() const { return most_y_; }  ///< by amount
    /// Whether all coordinates are finite; where not, the others hold nothing.
    [[nodiscard]] bool is_finite() const { return std::isfinite(sum_); }

private:
    double least_x_ = std::numeric_limits<double>::infinity();
    double most_x_ = -std::numeric_limits<double>::infinity();
    double most_y_ = 0.0;
    double sum_ = 0.0;  ///< not finite as soon as a coordinate is not; zero otherwise
};

/// Reports as errors, each naming its feature, coordinates that are not finite and, in degrees, latitudes beyond 90
/// ("latitude and longitude look swapped") and an extent of over 180 degrees. `extent`: of all of the layer.
void check_coordinates(const layers::Layer& layer, const CoordinateExtent& extent, core::Diagnostics& diagnostics);

}  // namespace desakota::io
