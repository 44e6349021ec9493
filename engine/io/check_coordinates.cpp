#include "engine/io/check_coordinates.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/core/number_text.h"
#include "engine/io/crs_text.h"

namespace desakota::io {
namespace {

constexpr std::size_t kMostNamed = 1000;

bool has_vertex(const geo::Geometries& geometry, std::size_t feature,
                const std::function<bool(const geo::Point&)>& wanted) {
    const auto parts = geometry.parts(feature);
    for (auto part = parts.first; part < parts.last; ++part) {
        if (std::ranges::any_of(geometry.coordinates(part), wanted)) return true;
    }
    return false;
}

std::vector<std::size_t> features_with(const geo::Geometries& geometry,
                                       const std::function<bool(const geo::Point&)>& wanted) {
    std::vector<std::size_t> features;
    for (std::size_t feature = 0; feature < geometry.size() && features.size() < kMostNamed; ++feature) {
        if (has_vertex(geometry, feature, wanted)) features.push_back(feature);
    }
    return features;
}

bool is_broken(const geo::Point& point) {
    return !std::isfinite(point.x) || !std::isfinite(point.y);
}

void report_broken(const layers::Layer& layer, core::Diagnostics& diagnostics) {
    for (const auto feature : features_with(layer.geometry, is_broken)) {
        diagnostics.error(
            core::format_text("{0}: a coordinate is not a finite number. Draw the feature again or delete it.",
                              "{0}: ada koordinat yang bukan bilangan berhingga. Gambar ulang atau hapus fiturnya.",
                              layers::describe_feature(layer, feature)));
    }
}

void report_latitudes(const layers::Layer& layer, double half_turn, core::Diagnostics& diagnostics) {
    const double most = half_turn / 2.0;
    const auto beyond =
        features_with(layer.geometry, [&](const geo::Point& point) { return std::abs(point.y) > most; });
    for (const auto feature : beyond) {
        const bool is_swapped = !has_vertex(layer.geometry, feature, [&](const geo::Point& point) {
            return std::abs(point.x) > most || std::abs(point.y) > half_turn;
        });
        const auto what = is_swapped ? core::Text{"latitude and longitude look swapped. Exchange them.",
                                                  "lintang dan bujur tampaknya tertukar. Tukarkan."}
                                     : core::Text{"a latitude lies beyond 90 degrees. Check the coordinate system.",
                                                  "ada lintang di luar 90 derajat. Periksa sistem koordinatnya."};
        diagnostics.error(core::same_text(layers::describe_feature(layer, feature) + ": ") + what);
    }
}

void report_extent(const layers::Layer& layer, const CoordinateExtent& extent, core::Diagnostics& diagnostics) {
    const auto first = features_with(layer.geometry, [&](const geo::Point& p) { return p.x == extent.least_x(); });
    const auto last = features_with(layer.geometry, [&](const geo::Point& p) { return p.x == extent.most_x(); });
    diagnostics.error(core::format_text(
        "{0}: longitude {1}, and {2}: longitude {3}: more than 180 degrees apart. One of them is misplaced.",
        "{0}: bujur {1}, dan {2}: bujur {3}: berjarak lebih dari 180 derajat. Salah satunya keliru letaknya.",
        layers::describe_feature(layer, first.front()), core::number_text(extent.least_x()),
        layers::describe_feature(layer, last.front()), core::number_text(extent.most_x())));
}

}  // namespace

void CoordinateExtent::add(std::span<const geo::Point> points) {
    // In variables of its own, which stay in registers.
    double least_x = least_x_;
    double most_x = most_x_;
    double most_y = most_y_;
    double sum = sum_;
    for (const auto& point : points) {
        sum += point.x * 0.0 + point.y * 0.0;
        least_x = std::min(least_x, point.x);
        most_x = std::max(most_x, point.x);
        most_y = std::max(most_y, std::abs(point.y));
    }
    least_x_ = least_x;
    most_x_ = most_x;
    most_y_ = most_y;
    sum_ = sum;
}

void check_coordinates(const layers::Layer& layer, const CoordinateExtent& extent, core::Diagnostics& diagnostics) {
    if (!extent.is_finite()) return report_broken(layer, diagnostics);
    const auto degrees_180 = half_turn(layer.crs);
    if (!degrees_180) return;
    if (extent.most_y() > *degrees_180 / 2.0) return report_latitudes(layer, *degrees_180, diagnostics);
    if (extent.most_x() - extent.least_x() > *degrees_180) report_extent(layer, extent, diagnostics);
}

}  // namespace desakota::io
