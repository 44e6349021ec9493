#pragma once

#include <functional>
#include <vector>

#include "engine/core/progress.h"

namespace desakota::study {

/// A piece of a longer run's work, done by one thread.
struct Job {
    /// Where it takes long it reports, 0 to 1, and hears a cancel; throws core::Cancelled then.
    std::function<void(core::Progress&)> work;
    double weight = 1.0;  ///< the time it takes, about, against the other jobs
};

/// Does the jobs on that many threads, begun in their order. The calling thread does none of them: it reports and
/// hears a cancel all the while, however long a job takes.
///
///   * Each job writes to its own things only, so that results do not depend on the number of threads.
///   * On a cancel, and where a job fails, no more are begun, and those that run hear a cancel. core::Cancelled, or the
///     failure of the first of the jobs that failed, is thrown when all have ended.
void run_jobs(const std::vector<Job>& jobs, int threads, core::Progress& progress);

}  // namespace desakota::study
