#pragma once

#include <cstddef>
#include <functional>

#include "engine/core/progress.h"

namespace desakota::core {

/// How many threads a run uses: `wanted`, or one a processor where `wanted` is 0.
[[nodiscard]] int thread_count(int wanted);

/// Calls `work(begin, end)` for consecutive ranges of at most `grain` items that together cover [0, count), on
/// `threads` threads, the calling one among them.
///
///   * `work` writes to its own items only, so that results do not depend on the number of threads.
///   * The calling thread reports progress between its ranges and hears a cancel there: choose `grain` so that one
///     range takes well under 0.1 s.
///   * The first exception (of the lowest range that failed) is thrown after all threads have stopped.
struct Parallel {
    int threads = 1;
    std::size_t grain = 1024;
};
void parallel_for(std::size_t count, const Parallel& parallel, Progress& progress,
                  const std::function<void(std::size_t begin, std::size_t end)>& work);

}  // namespace desakota::core
