#include "engine/core/parallel.h"

#include <atomic>
#include <gtest/gtest.h>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace desakota::core {
namespace {

/// Cancels at the n-th question and remembers what was reported.
class CancelAt final : public Progress {
public:
    explicit CancelAt(int n) : left_(n) {}
    void report(double fraction) override { reported.push_back(fraction); }
    [[nodiscard]] bool cancelled() const override { return --left_ < 0; }
    std::vector<double> reported;

private:
    mutable int left_;
};

TEST(ParallelFor, CoversEveryItemOnceWithAnyNumberOfThreads) {
    for (const int threads : {1, 2, 8}) {
        std::vector<int> seen(1003, 0);
        SilentProgress silent;
        parallel_for(seen.size(), {.threads = threads, .grain = 10}, silent, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i) ++seen[i];
        });
        EXPECT_EQ(seen, std::vector<int>(1003, 1));
    }
}

TEST(ParallelFor, ReportsProgressThatNeverFallsAndEndsAtOneOnOneThread) {
    CancelAt progress(1000000);
    parallel_for(100, {.threads = 1, .grain = 7}, progress, [](std::size_t, std::size_t) {});
    ASSERT_FALSE(progress.reported.empty());
    EXPECT_TRUE(std::ranges::is_sorted(progress.reported));
    EXPECT_EQ(progress.reported.back(), 1.0);
}

TEST(ParallelFor, StopsWhenCancelled) {
    CancelAt progress(3);
    std::atomic<int> ranges{0};
    EXPECT_THROW(parallel_for(1000, {.threads = 1, .grain = 1}, progress, [&](std::size_t, std::size_t) { ++ranges; }),
                 Cancelled);
    EXPECT_EQ(ranges, 3);
}

TEST(ParallelFor, ThrowsTheFailureOfTheLowestRange) {
    SilentProgress silent;
    const auto fail_from_ten = [](std::size_t begin, std::size_t) {
        if (begin >= 10) throw std::runtime_error(std::to_string(begin));
    };
    try {
        parallel_for(100, {.threads = 1, .grain = 1}, silent, fail_from_ten);
        FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "10");
    }
}

}  // namespace
}  // namespace desakota::core
