#include "engine/paths/walk_across.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace desakota::paths {

using network::AccessLegs;
using network::LegUse;

namespace {

/// A place seen from a segment: where its perpendicular falls, how long that is (signed by the side), and how far
/// along the segment the access limit reaches; metres in a flat frame.
struct Seen {
    double foot = 0.0;
    double height = 0.0;
    double reach = 0.0;
    bool in_reach = false;
};

Seen see(const geo::Point& place, const geo::Point& direction, double max_access) {
    Seen seen{.foot = place.x * direction.x + place.y * direction.y,
              .height = place.x * direction.y - place.y * direction.x};
    seen.in_reach = std::abs(seen.height) <= max_access;
    if (seen.in_reach) seen.reach = std::sqrt(max_access * max_access - seen.height * seen.height);
    return seen;
}

/// Metres along the segment to the point where the sum of both straight legs is least.
double least_sum(const Seen& from, const Seen& to) {
    const double one = std::abs(from.height);
    const double other = std::abs(to.height);
    if (one + other == 0.0) return from.foot;
    return from.foot + (to.foot - from.foot) * one / (one + other);
}

/// The share of a segment at which to cross it, as the plane has it; nothing where no point of it is within both
/// limits.
std::optional<double> share_in_plane(const geo::LocalPlane& plane, const geo::GridPoint& a, const geo::GridPoint& b,
                                     const geo::GridPoint& to, double max_access) {
    const auto start = plane.to_metres(a);
    const auto end = plane.to_metres(b);
    const double length = std::sqrt((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y));
    if (length == 0.0) return std::nullopt;
    const geo::Point direction{(end.x - start.x) / length, (end.y - start.y) / length};
    const auto target = plane.to_metres(to);
    const auto near = see({-start.x, -start.y}, direction, max_access);
    const auto far = see({target.x - start.x, target.y - start.y}, direction, max_access);
    if (!near.in_reach || !far.in_reach) return std::nullopt;
    const double low = std::max({0.0, near.foot - near.reach, far.foot - far.reach});
    const double high = std::min({length, near.foot + near.reach, far.foot + far.reach});
    if (low > high) return std::nullopt;
    return std::clamp(least_sum(near, far), low, high) / length;
}

/// The same, exactly: a long segment is not quite straight in the plane, so that the part of it round the first answer
/// is looked at again.
std::optional<double> crossing_share(const geo::LocalPlane& plane, const geo::GridPoint& a, const geo::GridPoint& b,
                                     const geo::GridPoint& to, double max_access) {
    constexpr double kPlaneError = 2.0;  // metres, of a long segment
    constexpr double kPart = 50.0;       // metres to either side, far more than the error
    const auto rough = share_in_plane(plane, a, b, to, max_access + kPlaneError);
    if (!rough) return std::nullopt;
    const double half = kPart / geo::distance(a, b);
    const double first = std::max(0.0, *rough - half);
    const double last = std::min(1.0, *rough + half);
    const auto within =
        share_in_plane(plane, geo::interpolate(a, b, first), geo::interpolate(a, b, last), to, max_access);
    if (!within) return std::nullopt;
    return first + *within * (last - first);
}

}  // namespace

std::optional<WalkAcross> walk_across(const network::RoadNetwork& network, const network::AccessOptions& options,
                                      const geo::GridPoint& from, const geo::GridPoint& to, std::int64_t limit) {
    const AccessLegs entries(network, options, LegUse::Entry);
    const AccessLegs exits(network, options, LegUse::Exit);
    std::optional<WalkAcross> best;
    const geo::LocalFrame frame(from);
    const geo::LocalPlane plane(from);
    const geo::LocalFrame far_frame(to);
    const auto too_dear = [&](const geo::GridBox& box) {
        const double least = frame.distance_to(box) + far_frame.distance_to(box);
        return leg_cost(options, least * 0.999) > (best ? best->cost() : limit);
    };
    const auto better = [&](const WalkAcross& walk) {
        return !best || std::make_tuple(walk.cost(), walk.entry.line, walk.entry.metres) <
                            std::make_tuple(best->cost(), best->entry.line, best->entry.metres);
    };
    network.index.cells.for_each(frame.box(options.max_access), [&](std::uint32_t number) {
        const auto& chunk = network.index.chunks[number];
        if (!entries.may_enter_anywhere(chunk.line) || too_dear(network.index.cells.box(number))) return;
        for (auto s = chunk.first; s < chunk.last; ++s) {
            if (too_dear(segment_box(network.lines, s))) continue;
            const auto& v = network.lines.vertices;
            const auto t = crossing_share(plane, v[s], v[s + 1], to, options.max_access);
            if (!t) continue;
            const auto entry = entries.at(from, chunk.line, s, *t);
            const auto exit = exits.at(to, chunk.line, s, *t);
            if (entry && exit && better({*entry, *exit})) best = WalkAcross{*entry, *exit};
        }
    });
    return best;
}

double reach_across(const network::AccessOptions& options, std::int64_t limit) {
    const double kilometre = static_cast<double>(leg_cost(options, 1000.0));
    return std::min(2.0 * options.max_access, static_cast<double>(limit) / kilometre * 1000.0);
}

}  // namespace desakota::paths
