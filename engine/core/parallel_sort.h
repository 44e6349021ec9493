#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "engine/core/parallel.h"

namespace desakota::core {
namespace detail {

/// Two sorted runs that lie one behind the other: [begin, middle) and [middle, end).
struct TwoRuns {
    std::size_t begin = 0;
    std::size_t middle = 0;
    std::size_t end = 0;
};

/// How many items of the first run are among the `count` smallest of both.
template <class Items, class Less>
std::size_t from_first(const Items& items, const TwoRuns& runs, std::size_t count, const Less& less) {
    const auto second = runs.end - runs.middle;
    auto low = count > second ? count - second : 0;
    auto high = std::min(count, runs.middle - runs.begin);
    while (low < high) {
        const auto taken = (low + high) / 2;
        const auto& other = items[runs.middle + (count - taken) - 1];
        if (less(other, items[runs.begin + taken])) {
            high = taken;
        } else {
            low = taken + 1;
        }
    }
    return low;
}

/// From where to where runs are merged, and in which order.
template <class Items, class Less>
struct Merging {
    const Items& items;
    Items& merged;
    const Less& less;
};

/// Writes the items of rank [from, to) of two runs to the same places of `merged`, counted from where the runs begin.
template <class Items, class Less>
void merge_part(const Merging<Items, Less>& merging, const TwoRuns& runs, std::size_t from, std::size_t to) {
    const auto& [items, merged, less] = merging;
    const auto place = [&](std::size_t index) { return items.begin() + static_cast<std::ptrdiff_t>(index); };
    const auto first = from_first(items, runs, from, less);
    const auto last = from_first(items, runs, to, less);
    std::merge(place(runs.begin + first), place(runs.begin + last), place(runs.middle + (from - first)),
               place(runs.middle + (to - last)), merged.begin() + static_cast<std::ptrdiff_t>(runs.begin + from), less);
}

/// Merges runs of `width` items, two at a time.
template <class Items, class Less>
void merge_runs(const Merging<Items, Less>& merging, std::size_t width, const Parallel& parallel, Progress& progress) {
    const auto count = merging.items.size();
    // A part lies in one pair of runs, as widths are multiples of the grain.
    parallel_for(count, parallel, progress, [&](std::size_t begin, std::size_t end) {
        const auto start = begin / (2 * width) * (2 * width);
        merge_part(merging, {start, std::min(start + width, count), std::min(start + 2 * width, count)}, begin - start,
                   end - start);
    });
}

}  // namespace detail

/// Sorts a vector on several threads, and hears a cancel meanwhile. The order is that of std::sort where `less` tells
/// any two items apart; equal ones may change places, in the same way for any number of threads.
template <class Items, class Less>
void parallel_sort(Items& items, const Less& less, int threads, Progress& progress) {
    constexpr std::size_t kRun = 1 << 16;
    constexpr double kShareOfRuns = 0.7;
    Stage sorting(progress, 0.0, kShareOfRuns);
    parallel_for(items.size(), {.threads = threads, .grain = kRun}, sorting, [&](std::size_t begin, std::size_t end) {
        std::sort(items.begin() + static_cast<std::ptrdiff_t>(begin), items.begin() + static_cast<std::ptrdiff_t>(end),
                  less);
    });
    double rounds = 0.0;
    for (auto width = kRun; width < items.size(); width *= 2) ++rounds;
    if (rounds == 0.0) return;
    Items merged(items.size());
    double from = kShareOfRuns;
    for (auto width = kRun; width < items.size(); width *= 2) {
        const double to = from + (1.0 - kShareOfRuns) / rounds;
        Stage merging(progress, from, to);
        const detail::Merging<Items, Less> runs{items, merged, less};
        detail::merge_runs(runs, width, {.threads = threads, .grain = kRun}, merging);
        items.swap(merged);
        from = to;
    }
}

}  // namespace desakota::core
