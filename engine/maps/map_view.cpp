#include "engine/maps/map_view.h"

#include <algorithm>
#include <cmath>

#include "engine/maps/utm_zone.h"

namespace desakota::maps {
namespace {

constexpr double kRoundScales[] = {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0, 10.0};
constexpr double kLargestScale = 1000.0;
constexpr double kLeastSide = 2000.0;  // metres
constexpr double kMargin = 1.025;

}  // namespace

Box MapView::to_page(const Box& area) const {
    Box box;
    if (area.is_empty()) return box;
    box.add(to_page(geo::Point{area.min_x, area.min_y}));
    box.add(to_page(geo::Point{area.max_x, area.max_y}));
    return box;
}

Box MapView::shown() const {
    Box box;
    box.add(to_plane({frame.min_x, frame.min_y}));
    box.add(to_plane({frame.max_x, frame.max_y}));
    return box;
}

double round_scale(double at_least) {
    const double wanted = std::max(at_least, kLargestScale);
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    constexpr double kRoundingRoom = 1.0 - 1e-9;
    for (const double round : kRoundScales) {
        if (round * power >= wanted * kRoundingRoom) return round * power;
    }
    return 10.0 * power;
}

double filling_scale(const Box& area, double width, double height) {
    const double least = std::max({area.width(), area.height(), kLeastSide}) == kLeastSide ? kLeastSide : 0.0;
    const double across = std::max(area.width(), least) / width;
    const double up = std::max(area.height(), least) / height;
    return std::max(across, up) * kMargin * 1000.0;
}

MapView filling_view(const Box& area, const Box& frame) {
    Box seen = area;
    if (seen.is_empty()) seen.add(geo::Point{});
    MapView view{frame, seen.centre()};
    view.factor = scale_factor(view.centre);
    view.scale = filling_scale(seen, frame.width(), frame.height()) / view.factor;
    return view;
}

MapView fitting_view(const Box& area, const Box& frame) {
    auto view = filling_view(area, frame);
    view.scale = round_scale(view.scale);
    return view;
}

}  // namespace desakota::maps
