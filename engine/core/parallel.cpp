#include "engine/core/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace desakota::core {
namespace {

/// What the threads of one loop share.
struct Loop {
    std::size_t count = 0;
    std::size_t grain = 1;
    const std::function<void(std::size_t, std::size_t)>& work;
    std::atomic<std::size_t> next{0};
    std::atomic<bool> stop{false};
    std::mutex mutex;
    std::size_t failed_range = 0;
    std::exception_ptr failure;

    /// Takes and does one range; false where none is left.
    bool do_one() {
        const std::size_t range = next.fetch_add(1, std::memory_order_relaxed);
        const std::size_t begin = range * grain;
        if (begin >= count || stop.load(std::memory_order_relaxed)) return false;
        try {
            work(begin, std::min(begin + grain, count));
        } catch (...) {
            record(range);
        }
        return true;
    }

    void record(std::size_t range) {
        const std::scoped_lock lock(mutex);
        if (!failure || range < failed_range) {
            failure = std::current_exception();
            failed_range = range;
        }
        stop = true;
    }
};

/// A helper thread's share: ranges until none is left or the loop is stopped.
void help(Loop& loop) {
    while (loop.do_one()) {
    }
}

/// The calling thread's share: it also reports, and stops the loop where the user cancels. True where that happened.
bool lead(Loop& loop, std::size_t ranges, Progress& progress) {
    while (loop.do_one()) {
        progress.report(static_cast<double>(std::min(loop.next.load(), ranges)) / static_cast<double>(ranges));
        if (progress.cancelled()) {
            loop.stop = true;
            return true;
        }
    }
    return false;
}

}  // namespace

int thread_count(int wanted) {
    if (wanted > 0) return wanted;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void parallel_for(std::size_t count, const Parallel& parallel, Progress& progress,
                  const std::function<void(std::size_t begin, std::size_t end)>& work) {
    Loop loop{.count = count, .grain = std::max<std::size_t>(1, parallel.grain), .work = work};
    const std::size_t ranges = (count + loop.grain - 1) / loop.grain;
    if (progress.cancelled()) throw Cancelled();
    bool cancelled = false;
    {
        const auto threads = std::min(static_cast<std::size_t>(thread_count(parallel.threads)), ranges);
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(help, std::ref(loop));
        cancelled = lead(loop, ranges, progress);
    }
    if (loop.failure) std::rethrow_exception(loop.failure);
    if (cancelled) throw Cancelled();
}

}  // namespace desakota::core
