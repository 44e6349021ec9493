#include "engine/maps/coordinate_frame.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <numbers>

#include "engine/core/parallel.h"
#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"

namespace desakota::maps {
namespace {

using geo::Point;
using Side = FrameTick::Side;

constexpr std::size_t kSamples = 64;
constexpr std::array<int, 12> kSteps{1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 1200};
constexpr double kMostTicks = 6.5;
constexpr double kTickLength = 0.9;  // mm
constexpr double kTextDistance = 1.15;

bool is_level(Side side) {
    return side == Side::Top || side == Side::Bottom;
}

/// A place of a side on the page, `share` (0 to 1) along it.
Point on_side(const Box& frame, Side side, double share) {
    const double x = std::lerp(frame.min_x, frame.max_x, share);
    const double y = std::lerp(frame.min_y, frame.max_y, share);
    switch (side) {
        case Side::Top:
            return {x, frame.min_y};
        case Side::Bottom:
            return {x, frame.max_y};
        case Side::Left:
            return {frame.min_x, y};
        case Side::Right:
            break;
    }
    return {frame.max_x, y};
}

/// Longitudes or latitudes along a side, in minutes.
using Profile = std::array<double, kSamples>;
constexpr std::array<Side, 4> kSides{Side::Top, Side::Bottom, Side::Left, Side::Right};

std::array<Profile, 4> profiles(const MapView& view, const UtmZone& zone) {
    std::vector<Point> places;
    for (const auto side : kSides) {
        for (std::size_t i = 0; i < kSamples; ++i) {
            const double share = static_cast<double>(i) / (kSamples - 1);
            places.push_back(view.to_plane(on_side(view.frame, side, share)));
        }
    }
    core::SilentProgress silent;
    geo::to_wgs84(places, zone.crs(), core::Parallel{}, silent);
    std::array<Profile, 4> made{};
    for (std::size_t side = 0; side < kSides.size(); ++side) {
        for (std::size_t i = 0; i < kSamples; ++i) {
            const auto& place = places[side * kSamples + i];
            made[side][i] = 60.0 * (is_level(kSides[side]) ? place.x : place.y);
        }
    }
    return made;
}

int step_for(double minutes) {
    for (const int step : kSteps) {
        if (minutes / step <= kMostTicks) return step;
    }
    return kSteps.back();
}

void add_ticks(std::vector<FrameTick>& ticks, const MapView& view, Side side, const Profile& profile, int step) {
    for (std::size_t i = 1; i < kSamples; ++i) {
        const double low = std::min(profile[i - 1], profile[i]);
        const double high = std::max(profile[i - 1], profile[i]);
        if (!std::isfinite(low) || !std::isfinite(high) || high - low > 90.0 * 60.0) continue;
        for (auto n = std::lround(std::ceil(low / step)); static_cast<double>(n * step) < high; ++n) {
            const auto minutes = static_cast<double>(n * step);
            const double within = (minutes - profile[i - 1]) / (profile[i] - profile[i - 1]);
            const double share = (static_cast<double>(i - 1) + within) / (kSamples - 1);
            const auto place = on_side(view.frame, side, share);
            ticks.push_back({side, is_level(side) ? place.x : place.y, static_cast<int>(std::lround(minutes))});
        }
    }
}

std::string half_of(const FrameTick& tick, core::Language language) {
    const bool english = language == core::Language::English;
    if (is_level(tick.side)) return tick.minutes < 0 ? (english ? "W" : "BB") : (english ? "E" : "BT");
    return tick.minutes < 0 ? (english ? "S" : "LS") : (english ? "N" : "LU");
}

/// The ends of a side, on the page.
struct SideEnds {
    double from = 0.0;
    double to = 0.0;
};
/// Texts at a corner would run into those of the next side and over what is beside the map.
bool has_room(const FrameTick& tick, double length, const SideEnds& side) {
    return tick.along - length / 2.0 >= side.from && tick.along + length / 2.0 <= side.to;
}

void draw_level_text(const Canvas& canvas, const FrameTick& tick, const Box& frame, const TextLook& look) {
    const auto text = tick_text(tick, canvas.language());
    const auto size = canvas.measure(text, look);
    if (!has_room(tick, size.width, {frame.min_x, frame.max_x})) return;
    const double y = tick.side == Side::Top ? frame.min_y - kTextDistance - size.height : frame.max_y + kTextDistance;
    canvas.text(text, look, {tick.along - size.width / 2.0, y});
}

/// Turned, to be read from below upwards.
void draw_upright_text(const Canvas& canvas, const FrameTick& tick, const Box& frame, const TextLook& look) {
    const auto text = tick_text(tick, canvas.language());
    const auto size = canvas.measure(text, look);
    if (!has_room(tick, size.width, {frame.min_y, frame.max_y})) return;
    const double x = tick.side == Side::Left ? frame.min_x - kTextDistance - size.height : frame.max_x + kTextDistance;
    const KeptState kept(canvas.cairo());
    cairo_translate(canvas.cairo(), x, tick.along + size.width / 2.0);
    cairo_rotate(canvas.cairo(), -std::numbers::pi / 2.0);
    canvas.text(text, look, {0.0, 0.0});
}

void draw_tick(const Canvas& canvas, const FrameTick& tick, const Box& frame, const TextLook& look) {
    constexpr double kWidth = 0.2;
    if (is_level(tick.side)) {
        const double y = tick.side == Side::Top ? frame.min_y : frame.max_y;
        const double out = tick.side == Side::Top ? -kTickLength : kTickLength;
        canvas.line({tick.along, y}, {tick.along, y + out}, kInk, kWidth);
        return draw_level_text(canvas, tick, frame, look);
    }
    const double x = tick.side == Side::Left ? frame.min_x : frame.max_x;
    const double out = tick.side == Side::Left ? -kTickLength : kTickLength;
    canvas.line({x, tick.along}, {x + out, tick.along}, kInk, kWidth);
    draw_upright_text(canvas, tick, frame, look);
}

/// From the same minute on one side to that on the other.
struct Crossing {
    double first = 0.0;
    double second = 0.0;
};
std::vector<Crossing> crossing_lines(const std::vector<FrameTick>& ticks, Side first, Side second) {
    std::vector<Crossing> lines;
    for (const auto& tick : ticks) {
        for (const auto& other : ticks) {
            const bool pair = tick.side == first && other.side == second && tick.minutes == other.minutes;
            if (pair) lines.push_back({tick.along, other.along});
        }
    }
    return lines;
}

void draw_crosses(const Canvas& canvas, const MapView& view, const std::vector<FrameTick>& ticks) {
    constexpr double kArm = 1.3;
    constexpr double kWidth = 0.15;
    const auto& frame = view.frame;
    for (const auto& meridian : crossing_lines(ticks, Side::Top, Side::Bottom)) {
        for (const auto& parallel : crossing_lines(ticks, Side::Left, Side::Right)) {
            const double down = (parallel.first - frame.min_y) / frame.height();
            const double x = std::lerp(meridian.first, meridian.second, down);
            const double across = (x - frame.min_x) / frame.width();
            const double y = std::lerp(parallel.first, parallel.second, across);
            canvas.line({x - kArm, y}, {x + kArm, y}, kGrey, kWidth);
            canvas.line({x, y - kArm}, {x, y + kArm}, kGrey, kWidth);
        }
    }
}

}  // namespace

std::vector<FrameTick> frame_ticks(const MapView& view, const UtmZone& zone) {
    const auto sides = profiles(view, zone);
    const double longitudes = std::abs(sides[0].back() - sides[0].front());
    const double latitudes = std::abs(sides[2].back() - sides[2].front());
    const double larger = std::max(longitudes, latitudes);
    const int step = step_for(std::isfinite(larger) ? larger : 0.0);
    std::vector<FrameTick> ticks;
    for (std::size_t side = 0; side < kSides.size(); ++side) add_ticks(ticks, view, kSides[side], sides[side], step);
    return ticks;
}

std::string tick_text(const FrameTick& tick, core::Language language) {
    const int minutes = std::abs(tick.minutes);
    if (minutes == 0) return "0°";
    return fmt::format("{}°{:02}' {}", minutes / 60, minutes % 60, half_of(tick, language));
}

void draw_coordinate_frame(const Canvas& canvas, const MapView& view, const UtmZone& zone, double letters) {
    const auto ticks = frame_ticks(view, zone);
    draw_crosses(canvas, view, ticks);
    canvas.outline(view.frame, kInk, 0.35);
    for (const auto& tick : ticks) draw_tick(canvas, tick, view.frame, {.size = letters, .colour = kDarkGrey});
}

}  // namespace desakota::maps
