#pragma once

#include <cstdint>
#include <vector>

#include "engine/network/segment_index.h"

namespace desakota::network {

/// Two vertices at one place (both may be of one line), the smaller first.
struct SharedVertex {
    std::uint32_t line_a = 0;
    std::uint32_t vertex_a = 0;
    std::uint32_t line_b = 0;
    std::uint32_t vertex_b = 0;
    auto operator<=>(const SharedVertex&) const = default;
};

/// Two segments that meet where they share no vertex: at share t_a of segment a and t_b of segment b. Where one only
/// touches the other with a vertex, its t is 0 (1 at a line's last vertex).
struct Crossing {
    std::uint32_t line_a = 0;
    std::uint32_t segment_a = 0;
    double t_a = 0.0;
    std::uint32_t line_b = 0;
    std::uint32_t segment_b = 0;
    double t_b = 0.0;
    auto operator<=>(const Crossing&) const = default;
};

/// Everywhere lines meet, each meeting once. Joins of an earlier cleaning cross nothing. An end of a line that
/// touches another line's interior is no crossing (joins.h finds it).
struct Meetings {
    core::UnfilledVector<SharedVertex> shared;
    std::vector<Crossing> crossings;
};

/// Off: only shared vertices are looked for.
enum class CrossingSearch : std::uint8_t { On, Off };
[[nodiscard]] Meetings find_meetings(const Lines& lines, const SegmentIndex& index, CrossingSearch crossings,
                                     const core::Parallel& parallel, core::Progress& progress);

/// Where the open or closed pieces a-b and c-d meet, exact on the grid: nothing where they are apart or lie on one
/// straight line; otherwise the shares of both pieces.
struct Intersection {
    bool meets = false;
    double t_ab = 0.0;
    double t_cd = 0.0;
};
[[nodiscard]] Intersection intersect(const geo::GridPoint& a, const geo::GridPoint& b, const geo::GridPoint& c,
                                     const geo::GridPoint& d);

}  // namespace desakota::network
