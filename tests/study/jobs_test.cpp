#include "engine/study/jobs.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>

namespace desakota::study {
namespace {

/// Remembers what was reported; cancels once it is told to.
class Listener final : public core::Progress {
public:
    void report(double fraction) override { reported.push_back(fraction); }
    [[nodiscard]] bool cancelled() const override { return is_cancelled.load(); }
    std::vector<double> reported;
    std::atomic<bool> is_cancelled{false};
};

TEST(Jobs, AreEachDoneOnceWithAnyNumberOfThreads) {
    for (const int threads : {1, 2, 8}) {
        std::vector<int> done(100, 0);
        std::vector<Job> jobs;
        for (auto& one : done) jobs.push_back({[&one](core::Progress&) { ++one; }});
        Listener listener;
        run_jobs(jobs, threads, listener);
        EXPECT_EQ(done, std::vector<int>(100, 1));
        EXPECT_TRUE(std::ranges::is_sorted(listener.reported));
        EXPECT_EQ(listener.reported.back(), 1.0);
    }
}

TEST(Jobs, OfNoneAreDoneAtOnce) {
    Listener listener;
    run_jobs({}, 2, listener);
    EXPECT_EQ(listener.reported, std::vector<double>{1.0});
}

TEST(Jobs, HearACancelWhileOneTakesLong) {
    Listener listener;
    bool is_second_begun = false;
    const Job endless{[&](core::Progress& progress) {
        listener.is_cancelled = true;
        while (true) {
            progress.step(0.5);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }};
    const Job second{[&](core::Progress&) { is_second_begun = true; }};
    EXPECT_THROW(run_jobs({endless, second}, 1, listener), core::Cancelled);
    EXPECT_FALSE(is_second_begun);
}

TEST(Jobs, EndWithTheFailureAndTellTheOthers) {
    Listener listener;
    std::atomic<bool> has_waited{false};
    const Job waiting{[&](core::Progress& progress) {
        while (!progress.cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        has_waited = true;
        throw core::Cancelled();
    }};
    const Job failing{[](core::Progress&) { throw std::runtime_error("full"); }};
    EXPECT_THROW(run_jobs({waiting, failing}, 2, listener), std::runtime_error);
    EXPECT_TRUE(has_waited);
}

}  // namespace
}  // namespace desakota::study
