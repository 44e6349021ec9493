#include "engine/core/parallel_sort.h"

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>
#include <tuple>
#include <utility>
#include <vector>

namespace desakota::core {
namespace {

/// Numbers in an order that looks like chance, many of them several times.
std::vector<std::pair<unsigned, unsigned>> shuffled(std::size_t count) {
    std::vector<std::pair<unsigned, unsigned>> items;
    unsigned state = 1;
    for (unsigned i = 0; i < count; ++i) {
        state = state * 1664525U + 1013904223U;
        items.emplace_back(state >> 18U, i);
    }
    return items;
}

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

TEST(ParallelSort, SortsAnyNumberOfItemsOnAnyNumberOfThreads) {
    for (const std::size_t count : {0U, 1U, 2U, 65535U, 65536U, 65537U, 200000U, 262144U, 300001U}) {
        auto expected = shuffled(count);
        std::ranges::sort(expected);
        for (const int threads : {1, 2, 5}) {
            auto items = shuffled(count);
            SilentProgress silent;
            parallel_sort(items, std::less<>(), threads, silent);
            EXPECT_EQ(items, expected) << count << " items, " << threads << " threads";
        }
    }
}

TEST(ParallelSort, PutsEqualItemsInTheSameOrderForAnyNumberOfThreads) {
    const auto by_first = [](const auto& one, const auto& other) { return one.first < other.first; };
    auto expected = shuffled(300001);
    SilentProgress silent;
    parallel_sort(expected, by_first, 1, silent);
    EXPECT_TRUE(std::ranges::is_sorted(expected, by_first));
    auto items = shuffled(300001);
    parallel_sort(items, by_first, 3, silent);
    EXPECT_EQ(items, expected);
}

TEST(ParallelSort, ReportsUpToOneAndNeverLess) {
    auto items = shuffled(300001);
    CancelAt progress(1 << 30);
    parallel_sort(items, std::less<>(), 2, progress);
    EXPECT_TRUE(std::ranges::is_sorted(progress.reported));
    EXPECT_DOUBLE_EQ(progress.reported.back(), 1.0);
}

TEST(ParallelSort, HearsACancelAtEveryStep) {
    for (int question = 0; question < 20; ++question) {
        auto items = shuffled(300001);
        CancelAt progress(question);
        EXPECT_THROW(parallel_sort(items, std::less<>(), 1, progress), Cancelled) << question;
    }
}

}  // namespace
}  // namespace desakota::core
