#pragma once

#include <vector>

#include "engine/network/meetings.h"

namespace desakota::network {

/// All pairs of vertices at one place, each once.
[[nodiscard]] core::UnfilledVector<SharedVertex> find_shared_vertices(const Lines& lines, const SegmentIndex& index,
                                                                      const core::Parallel& parallel,
                                                                      core::Progress& progress);

/// All parts in one.
[[nodiscard]] core::UnfilledVector<SharedVertex> joined(std::vector<core::UnfilledVector<SharedVertex>> parts,
                                                        const core::Parallel& parallel, core::Progress& progress);

}  // namespace desakota::network
