#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/unfilled_vector.h"
#include "engine/geo/point.h"
#include "engine/network/profile.h"
#include "engine/network/way_fields.h"

namespace desakota::network {

/// What is known of one line apart from its course.
struct LineAttributes {
    std::uint16_t rule = 0;  ///< index into the travel rules
    WayKind kind = WayKind::Road;
    Direction direction = Direction::Both;
    std::int8_t level = 0;
    bool bridge = false;
    bool tunnel = false;
    /// A join that an earlier cleaning wrote into the file: its own ends start no joins.
    bool join = false;
    /// A landing (one place, drawn as a line without length): where rivers and ferries are boarded.
    bool landing = false;
    std::uint32_t layer = 0;    ///< which of the input layers
    std::uint32_t feature = 0;  ///< row in that layer
};

/// Lines as they came, on the grid, in flat arrays: line `i` has the vertices first_vertex[i] .. first_vertex[i + 1].
/// Every line has at least two vertices. Segment `v` runs from vertex v to v + 1 of the same line.
struct Lines {
    core::UnfilledVector<geo::GridPoint> vertices;
    core::UnfilledVector<std::uint32_t> first_vertex{0};
    core::UnfilledVector<LineAttributes> attributes;
    /// Metres along the line from its first vertex, for every vertex. Filled by `measure`.
    core::UnfilledVector<double> metres;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(attributes.size()); }
    [[nodiscard]] std::uint32_t first(std::uint32_t line) const { return first_vertex[line]; }
    [[nodiscard]] std::uint32_t last(std::uint32_t line) const { return first_vertex[line + 1] - 1; }
    [[nodiscard]] double length(std::uint32_t line) const { return metres[last(line)]; }
    /// Metres from the line's start to the share `t` of segment `segment`.
    [[nodiscard]] double position(std::uint32_t segment, double t) const {
        return metres[segment] + t * (metres[segment + 1] - metres[segment]);
    }
    /// Adds a line of at least two vertices; its metres are not measured.
    void add(std::span<const geo::GridPoint> course, const LineAttributes& line_attributes);
};

/// Fills `metres` for all lines: sums of geodesic lengths.
void measure(Lines& lines, const core::Parallel& parallel, core::Progress& progress);

/// Whether two lines may meet where they have no vertex in common: same level, bridge and tunnel.
[[nodiscard]] bool same_level(const LineAttributes& one, const LineAttributes& other);

}  // namespace desakota::network
