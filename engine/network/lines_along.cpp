#include "engine/network/lines_along.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/geo/measure.h"

namespace desakota::network {
namespace {

constexpr double kStep = 5.0;  // metres

/// The course's rectangle, widened by `metres` at least on each side, as far as 60 degrees from the equator.
geo::GridBox box_of(std::span<const geo::GridPoint> course, double metres) {
    constexpr double kUnitsPerMetre = 2.0 * geo::kGridUnitsPerDegree / 110000.0;
    const auto margin = std::llround(metres * kUnitsPerMetre);
    geo::GridBox box;
    for (const auto& place : course) {
        box.add(geo::GridPoint{place.x - margin, place.y - margin});
        box.add(geo::GridPoint{place.x + margin, place.y + margin});
    }
    return box;
}

bool holds(const geo::GridBox& box, const geo::GridPoint& place) {
    return box.min_x <= place.x && place.x <= box.max_x && box.min_y <= place.y && place.y <= box.max_y;
}

/// A course, and how near to it a place lies on it.
class Course {
public:
    Course(std::span<const geo::GridPoint> places, double tolerance)
        : places_(places), tolerance_(tolerance), box_(box_of(places, tolerance)) {}

    [[nodiscard]] bool takes(std::span<const geo::GridPoint> line) const {
        if (!std::ranges::all_of(line, [&](const geo::GridPoint& place) { return holds(box_, place); })) return false;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            if (!takes_piece(line[i], line[i + 1])) return false;
        }
        return true;
    }

private:
    [[nodiscard]] bool takes_piece(const geo::GridPoint& from, const geo::GridPoint& to) const {
        const auto steps = static_cast<int>(std::max(1.0, std::ceil(geo::distance(from, to) / kStep)));
        for (int step = 0; step <= steps; ++step) {
            if (!takes_place(geo::interpolate(from, to, static_cast<double>(step) / steps))) return false;
        }
        return true;
    }

    [[nodiscard]] bool takes_place(const geo::GridPoint& place) const {
        for (std::size_t i = 0; i + 1 < places_.size(); ++i) {
            if (geo::distance_to_piece(place, places_[i], places_[i + 1]) <= tolerance_) return true;
        }
        return false;
    }

    std::span<const geo::GridPoint> places_;
    double tolerance_;
    geo::GridBox box_;
};

/// Metres that the piece between two places leads along the nearest piece of the course; below 0 against it.
double metres_along(const geo::GridPoint& from, const geo::GridPoint& to, std::span<const geo::GridPoint> course) {
    const geo::LocalFrame frame(geo::interpolate(from, to, 0.5));
    double nearest = std::numeric_limits<double>::infinity();
    std::size_t piece = 0;
    for (std::size_t i = 0; i + 1 < course.size(); ++i) {
        const auto away = geo::foot_on(frame, course[i], course[i + 1]).metres;
        if (away >= nearest) continue;
        nearest = away;
        piece = i;
    }
    const auto begin = frame.to_metres(course[piece]);
    const auto end = frame.to_metres(course[piece + 1]);
    const auto length = std::hypot(end.x - begin.x, end.y - begin.y);
    if (length == 0.0) return 0.0;
    const auto first = frame.to_metres(from);
    const auto last = frame.to_metres(to);
    return ((last.x - first.x) * (end.x - begin.x) + (last.y - first.y) * (end.y - begin.y)) / length;
}

/// The lines near the course, in order.
std::vector<std::uint32_t> lines_near(const SegmentIndex& index, std::span<const geo::GridPoint> course,
                                      double tolerance) {
    std::vector<std::uint32_t> near;
    for (std::size_t i = 0; i + 1 < course.size(); ++i) {
        index.cells.for_each(box_of(course.subspan(i, 2), tolerance),
                             [&](std::uint32_t chunk) { near.push_back(index.chunks[chunk].line); });
    }
    std::ranges::sort(near);
    near.erase(std::ranges::unique(near).begin(), near.end());
    return near;
}

}  // namespace

std::vector<std::uint32_t> lines_along(const Lines& lines, const SegmentIndex& index,
                                       std::span<const geo::GridPoint> course, double tolerance) {
    const Course along(course, tolerance);
    std::vector<std::uint32_t> found;
    for (const auto line : lines_near(index, course, tolerance)) {
        if (lines.attributes[line].landing) continue;
        const auto count = lines.last(line) - lines.first(line) + 1;
        if (along.takes(std::span(lines.vertices).subspan(lines.first(line), count))) found.push_back(line);
    }
    return found;
}

bool runs_against(std::span<const geo::GridPoint> line, std::span<const geo::GridPoint> course) {
    double along = 0.0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) along += metres_along(line[i], line[i + 1], course);
    return along < 0.0;
}

}  // namespace desakota::network
