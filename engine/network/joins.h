#pragma once

#include <cstdint>
#include <vector>

#include "engine/network/segment_index.h"

namespace desakota::network {

enum class JoinKind : std::uint8_t {
    EndToEnd,   ///< the end of one line to the end of another
    EndToLine,  ///< the end of one line to the interior of another (a T)
    Boarding,   ///< the end of a road, or a landing, to a river or ferry
    Landing,    ///< a landing to a road
};

/// A connection that cleaning adds, from the end of a line to a place on another line.
struct Join {
    std::uint32_t line = 0;    ///< whose end it is
    std::uint32_t vertex = 0;  ///< that end
    std::uint32_t other_line = 0;
    std::uint32_t other_segment = 0;
    double other_t = 0.0;  ///< share of other_segment, 0 to 1
    double metres = 0.0;   ///< geodesic length of the connection
    JoinKind kind = JoinKind::EndToEnd;
    auto operator<=>(const Join&) const = default;
};

struct JoinOptions {
    double tolerance = 5.0;  ///< metres
    double boarding = 50.0;  ///< metres from the end of a road, or a landing, to a river or ferry
};

/// The connections between lines that nearly meet, sorted by line and end. Each depends on its two lines alone, so
/// that another line in the data takes none away:
///
///   * An end joins every other line within the tolerance: its end where that is within the tolerance, else its
///     interior. A difference of level, bridge or tunnel forbids joining an interior.
///   * No join where both lines meet already within the tolerance of the end.
///   * Railways, controlled-access roads, rivers and ferries join nothing by tolerance; a river is boarded at any end
///     of a road within `boarding` metres of it, a ferry at its ends only.
///   * A landing joins every road, river and ferry within `boarding` metres, a ferry in mid-line, too.
///   * Joins of an earlier cleaning start no joins, and what they join is not joined again.
[[nodiscard]] std::vector<Join> find_joins(const Lines& lines, const SegmentIndex& index, const JoinOptions& options,
                                           const core::Parallel& parallel, core::Progress& progress);

}  // namespace desakota::network
