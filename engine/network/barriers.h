#pragma once

#include "engine/network/segment_index.h"

namespace desakota::network {

/// Lines that nobody can walk across, such as the banks of a wide river: they cut access legs, not roads.
struct Barriers {
    Lines lines;
    SegmentIndex index;

    [[nodiscard]] bool is_empty() const { return lines.size() == 0; }
    /// Whether the straight leg between two places meets a barrier.
    [[nodiscard]] bool block(const geo::GridPoint& from, const geo::GridPoint& to) const;
};
[[nodiscard]] Barriers make_barriers(Lines lines, const core::Parallel& parallel, core::Progress& progress);

}  // namespace desakota::network
