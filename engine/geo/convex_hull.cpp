#include "engine/geo/convex_hull.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/geo/measure.h"

namespace desakota::geo {
namespace {

__extension__ using Wide = __int128;  // products of two grid differences pass 64 bits

/// Above 0 where `c` lies to the left of the way from `a` to `b`, 0 where on its straight line.
Wide turn(const GridPoint& a, const GridPoint& b, const GridPoint& c) {
    return static_cast<Wide>(b.x - a.x) * (c.y - a.y) - static_cast<Wide>(b.y - a.y) * (c.x - a.x);
}

void add_to_chain(std::vector<GridPoint>& chain, std::size_t first, const GridPoint& place) {
    while (chain.size() >= first + 2 && turn(chain[chain.size() - 2], chain.back(), place) <= 0) chain.pop_back();
    chain.push_back(place);
}

/// The corners of the hull, anticlockwise from the westernmost (of several, the southernmost).
std::vector<GridPoint> monotone_chain(std::vector<GridPoint> places) {
    std::ranges::sort(places);
    places.erase(std::ranges::unique(places).begin(), places.end());
    if (places.size() < 3) return places;
    std::vector<GridPoint> chain;
    for (const auto& place : places) add_to_chain(chain, 0, place);
    const auto upper = chain.size() - 1;
    for (auto place = places.rbegin() + 1; place != places.rend(); ++place) add_to_chain(chain, upper, *place);
    chain.pop_back();
    return chain;
}

bool is_strictly_inside(std::span<const GridPoint> corners, const GridPoint& place) {
    if (corners.size() < 3) return false;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        if (turn(corners[i], corners[(i + 1) % corners.size()], place) <= 0) return false;
    }
    return true;
}

/// How far out a place lies in each of the eight directions of the compass.
std::array<std::int64_t, 8> outwardness(const GridPoint& place) {
    const auto sum = place.x + place.y;
    const auto difference = place.x - place.y;
    return {place.x, sum, place.y, -difference, -place.x, -sum, -place.y, difference};
}

/// The outermost place in each direction: northeast is 1, northwest 3, southwest 5, southeast 7. Of equally outward
/// ones the first.
struct Outermost {
    std::array<GridPoint, 8> found{};
    std::array<std::int64_t, 8> best{};

    explicit Outermost(std::span<const GridPoint> places) : best(outwardness(places.front())) {
        found.fill(places.front());
        for (const auto& place : places) add(place);
    }
    void add(const GridPoint& place) {
        const auto value = outwardness(place);
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (value.at(i) <= best.at(i)) continue;
            best.at(i) = value.at(i);
            found.at(i) = place;
        }
    }
};

constexpr std::size_t kGrain = 1 << 16;

/// Of each part of kGrain places. There must be places.
std::vector<Outermost> outermost(std::span<const GridPoint> places, const core::Parallel& parallel,
                                 core::Progress& progress) {
    std::vector<Outermost> parts((places.size() + kGrain - 1) / kGrain, Outermost(places.first(1)));
    core::parallel_for(places.size(), parallel, progress, [&](std::size_t begin, std::size_t end) {
        parts[begin / kGrain] = Outermost(places.subspan(begin, end - begin));
    });
    return parts;
}

Outermost outermost_of_all(const std::vector<Outermost>& parts) {
    auto all = parts.front();
    for (const auto& part : parts) {
        for (const auto& place : part.found) all.add(place);
    }
    return all;
}

/// Tells which places may be corners: those not strictly inside the polygon of the outermost ones. A rectangle between
/// its diagonal corners, which lies inside it, spares most places the test.
class Inside {
public:
    explicit Inside(const std::array<GridPoint, 8>& outer)
        : rough_(monotone_chain({outer.begin(), outer.end()})),
          box_{std::max(outer[3].x, outer[5].x), std::max(outer[5].y, outer[7].y), std::min(outer[1].x, outer[7].x),
               std::min(outer[1].y, outer[3].y)} {}

    [[nodiscard]] bool holds(const GridPoint& place) const {
        const bool in_box =
            place.x > box_.min_x && place.x < box_.max_x && place.y > box_.min_y && place.y < box_.max_y;
        return in_box || is_strictly_inside(rough_, place);
    }
    /// Whether it holds all places of a part: the corners of the rectangle round them.
    [[nodiscard]] bool holds_all(const Outermost& part) const {
        const auto east = part.best[0];
        const auto north = part.best[2];
        const auto west = -part.best[4];
        const auto south = -part.best[6];
        return holds({west, south}) && holds({east, south}) && holds({east, north}) && holds({west, north});
    }

private:
    std::vector<GridPoint> rough_;
    GridBox box_;
};

/// A corner of the whole is a corner of its part. Roads that lie near each other stand near each other in their layer,
/// so that most parts lie well inside, and of the others little sticks out.
std::vector<GridPoint> possible_corners(std::span<const GridPoint> places, const core::Parallel& parallel,
                                        core::Progress& progress) {
    core::Stage looking(progress, 0.0, 0.5);
    const auto outer = outermost(places, parallel, looking);
    const Inside whole(outermost_of_all(outer).found);
    std::vector<std::vector<GridPoint>> corners(outer.size());
    core::Stage sorting_out(progress, 0.5, 1.0);
    core::parallel_for(places.size(), parallel, sorting_out, [&](std::size_t begin, std::size_t end) {
        const auto part = begin / kGrain;
        if (whole.holds_all(outer[part])) return;
        const Inside own(outer[part].found);
        std::vector<GridPoint> kept(outer[part].found.begin(), outer[part].found.end());
        for (const auto& place : places.subspan(begin, end - begin)) {
            if (!own.holds(place) && !whole.holds(place)) kept.push_back(place);
        }
        corners[part] = monotone_chain(std::move(kept));
    });
    std::vector<GridPoint> all;
    for (const auto& part : corners) all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace

ConvexHull::ConvexHull(std::span<const GridPoint> places, const core::Parallel& parallel, core::Progress& progress) {
    if (places.empty()) return;
    corners_ = monotone_chain(possible_corners(places, {.threads = parallel.threads, .grain = kGrain}, progress));
}

ConvexHull::ConvexHull(std::span<const GridPoint> places) {
    core::SilentProgress silent;
    *this = ConvexHull(places, {}, silent);
}

bool ConvexHull::contains(const GridPoint& place) const {
    if (corners_.size() < 2) return !corners_.empty() && corners_.front() == place;
    if (corners_.size() == 2) {
        GridBox box;
        box.add(corners_[0]);
        box.add(corners_[1]);
        return turn(corners_[0], corners_[1], place) == 0 && box.meets({place.x, place.y, place.x, place.y});
    }
    for (std::size_t i = 0; i < corners_.size(); ++i) {
        if (turn(corners_[i], corners_[(i + 1) % corners_.size()], place) < 0) return false;
    }
    return true;
}

double ConvexHull::distance_to_boundary(const GridPoint& place) const {
    const auto count = corners_.size();
    const LocalFrame frame(place);
    std::vector<double> flat(count);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < count; ++i) {
        flat[i] = foot_on(frame, corners_[i], corners_[(i + 1) % count]).metres;
        nearest = std::min(nearest, flat[i]);
    }
    // The frame is true to some per cent at hundreds of kilometres: measure only the sides that may be nearest.
    constexpr double kFrameError = 1.1;
    double metres = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < count; ++i) {
        if (flat[i] > nearest * kFrameError) continue;
        metres = std::min(metres, distance_to_piece(place, corners_[i], corners_[(i + 1) % count]));
    }
    return metres;
}

}  // namespace desakota::geo
