#include "engine/study/jobs.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace desakota::study {
namespace {

/// How often a cancel is looked for.
constexpr std::chrono::milliseconds kListen{30};

/// What the threads of one call share.
struct Shared {
    explicit Shared(const std::vector<Job>& list) : jobs(list), done(list.size(), 0.0) {}

    const std::vector<Job>& jobs;
    std::atomic<std::size_t> next{0};
    std::atomic<bool> stop{false};
    std::mutex mutex;  // of all below
    std::condition_variable changed;
    std::vector<double> done;  // of each job, 0 to 1
    std::size_t working = 0;   // threads
    std::size_t failed = 0;
    std::exception_ptr failure;

    void reach(std::size_t job, double fraction) {
        const std::scoped_lock lock(mutex);
        done[job] = std::max(done[job], fraction);
    }
    void record(std::size_t job) {
        const std::scoped_lock lock(mutex);
        if (!failure || job < failed) {
            failure = std::current_exception();
            failed = job;
        }
        stop = true;
    }
    void leave() {
        const std::scoped_lock lock(mutex);
        --working;
        changed.notify_all();
    }
    /// Of all the work; 1 where there is none.
    [[nodiscard]] double share() const {
        double whole = 0.0;
        double reached = 0.0;
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            whole += jobs[i].weight;
            reached += jobs[i].weight * done[i];
        }
        return whole > 0.0 ? std::min(reached / whole, 1.0) : 1.0;
    }
};

class JobProgress final : public core::Progress {
public:
    JobProgress(Shared& shared, std::size_t job) : shared_(shared), job_(job) {}
    void report(double fraction) override { shared_.reach(job_, std::clamp(fraction, 0.0, 1.0)); }
    [[nodiscard]] bool cancelled() const override { return shared_.stop.load(std::memory_order_relaxed); }

private:
    Shared& shared_;
    std::size_t job_;
};

void do_job(Shared& shared, std::size_t job) {
    JobProgress progress(shared, job);
    try {
        shared.jobs[job].work(progress);
        progress.report(1.0);
    } catch (const core::Cancelled&) {
        shared.stop = true;
    } catch (...) {
        shared.record(job);
    }
    shared.changed.notify_all();
}

void work(Shared& shared) {
    while (!shared.stop.load()) {
        const auto job = shared.next.fetch_add(1);
        if (job >= shared.jobs.size()) break;
        do_job(shared, job);
    }
    shared.leave();
}

/// Reports until no thread works any more. True where the user cancelled.
bool listen(Shared& shared, core::Progress& progress) {
    bool is_cancelled = false;
    std::unique_lock lock(shared.mutex);
    while (shared.working > 0) {
        shared.changed.wait_for(lock, kListen);
        const double share = shared.share();
        lock.unlock();
        progress.report(share);
        is_cancelled = is_cancelled || progress.cancelled();
        if (is_cancelled) shared.stop = true;
        lock.lock();
    }
    return is_cancelled;
}

}  // namespace

void run_jobs(const std::vector<Job>& jobs, int threads, core::Progress& progress) {
    if (progress.cancelled()) throw core::Cancelled();
    Shared shared(jobs);
    bool is_cancelled = false;
    {
        const auto count = std::min(static_cast<std::size_t>(std::max(threads, 1)), jobs.size());
        shared.working = count;
        std::vector<std::jthread> workers;
        for (std::size_t i = 0; i < count; ++i) workers.emplace_back(work, std::ref(shared));
        is_cancelled = listen(shared, progress);
    }
    if (is_cancelled) throw core::Cancelled();
    if (shared.failure) std::rethrow_exception(shared.failure);
    progress.report(1.0);
}

}  // namespace desakota::study
