#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/layers/layer.h"

namespace desakota::test_support {

/// Ten straight roads, each from one settlement to the nearest other one, spread over the list.
[[nodiscard]] inline layers::Layer ten_roads(const layers::Layer& settlements) {
    constexpr std::size_t kRoads = 10;
    layers::Layer roads;
    roads.name = "added_roads";
    roads.source = roads.name;
    roads.crs = settlements.crs;
    roads.geometry_type = geo::GeometryType::Line;
    std::vector<geo::Point> places;
    for (std::size_t row = 0; row < settlements.row_count; ++row) {
        places.push_back(settlements.geometry.coordinates(settlements.geometry.parts(row).first).front());
    }
    for (std::size_t i = 0; i < kRoads; ++i) {
        const auto from = places[i * places.size() / kRoads];
        const auto away = [&](const geo::Point& place) {
            const auto degrees = std::hypot(place.x - from.x, place.y - from.y);
            return degrees == 0.0 ? std::numeric_limits<double>::infinity() : degrees;
        };
        const std::array<geo::Point, 2> course{from, *std::ranges::min_element(places, {}, away)};
        roads.geometry.add_part(geo::PartRole::Line, course);
        roads.geometry.end_feature();
        roads.feature_ids.push_back(static_cast<std::int64_t>(++roads.row_count));
    }
    return roads;
}

}  // namespace desakota::test_support
