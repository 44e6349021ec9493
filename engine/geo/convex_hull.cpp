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

    /// Of every so many of the places, of which there must be one.
    explicit Outermost(std::span<const GridPoint> places, std::size_t step = 1) : best(outwardness(places.front())) {
        found.fill(places.front());
        for (std::size_t i = 0; i < places.size(); i += step) add(places[i]);
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
    [[nodiscard]] bool holds_all_of(const GridBox& box) const {
        return holds({box.min_x, box.min_y}) && holds({box.max_x, box.min_y}) && holds({box.max_x, box.max_y}) &&
               holds({box.min_x, box.max_y});
    }

private:
    std::vector<GridPoint> rough_;
    GridBox box_;
};

GridBox box_of(std::span<const GridPoint> places) {
    GridBox box;
    for (const auto& place : places) box.add(place);
    return box;
}

/// Those of some places that may be corners of all.
std::vector<GridPoint> corners_of_part(std::span<const GridPoint> places, const Inside& whole) {
    if (whole.holds_all_of(box_of(places))) return {};
    const Outermost outer(places);
    const Inside own(outer.found);
    std::vector<GridPoint> kept(outer.found.begin(), outer.found.end());
    for (const auto& place : places) {
        if (!own.holds(place) && !whole.holds(place)) kept.push_back(place);
    }
    return monotone_chain(std::move(kept));
}

/// A corner of the whole is a corner of its part. Roads that lie near each other stand near each other in their layer,
/// so that most parts lie well inside what a few of the places span, and of the others little sticks out. There must
/// be places.
std::vector<GridPoint> possible_corners(std::span<const GridPoint> places, const core::Parallel& parallel,
                                        core::Progress& progress) {
    constexpr std::size_t kStep = 64;
    constexpr std::size_t kGrain = 1 << 16;
    const Inside whole(Outermost(places, kStep).found);
    std::vector<std::vector<GridPoint>> corners((places.size() + kGrain - 1) / kGrain);
    core::parallel_for(places.size(), {.threads = parallel.threads, .grain = kGrain}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           corners[begin / kGrain] = corners_of_part(places.subspan(begin, end - begin), whole);
                       });
    std::vector<GridPoint> all;
    for (const auto& part : corners) all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace

ConvexHull::ConvexHull(std::span<const GridPoint> places, const core::Parallel& parallel, core::Progress& progress) {
    if (places.empty()) return;
    corners_ = monotone_chain(possible_corners(places, parallel, progress));
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
