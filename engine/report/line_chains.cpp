#include "engine/report/line_chains.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace desakota::report {
namespace {

/// A stretch as it leaves one of its ends.
struct Leaving {
    Cell from;
    Cell to;
    std::size_t stretch = 0;
    auto operator<=>(const Leaving&) const = default;
};

/// Whether `middle` lies on the way straight on from `before` to `after`.
bool is_on_the_way(const Cell& before, const Cell& middle, const Cell& after) {
    const auto ax = middle.x - before.x;
    const auto ay = middle.y - before.y;
    const auto bx = after.x - middle.x;
    const auto by = after.y - middle.y;
    return ax * by == ay * bx && ax * bx + ay * by > 0;
}

/// Every stretch once, from its lesser end.
std::vector<Leaving> stretches_of(const std::vector<Cells>& lines) {
    std::vector<Leaving> stretches;
    for (const auto& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            const auto [least, most] = std::minmax(line[i - 1], line[i]);
            if (least != most) stretches.push_back({least, most});
        }
    }
    std::ranges::sort(stretches);
    const auto [first, last] = std::ranges::unique(stretches);
    stretches.erase(first, last);
    return stretches;
}

/// The stretches at every place, both ways.
std::vector<Leaving> leavings_of(std::vector<Leaving> stretches) {
    const auto count = stretches.size();
    stretches.reserve(2 * count);
    for (std::size_t i = 0; i < count; ++i) {
        stretches[i].stretch = i;
        stretches.push_back({stretches[i].to, stretches[i].from, i});
    }
    std::ranges::sort(stretches);
    return stretches;
}

/// Walks along stretches that were not walked yet.
class Walk {
public:
    explicit Walk(std::vector<Leaving> leavings)
        : leavings_(std::move(leavings)), is_walked_(leavings_.size() / 2, false), other_end_(leavings_.size()) {
        std::vector<std::size_t> first_end(is_walked_.size(), leavings_.size());
        for (std::size_t i = 0; i < leavings_.size(); ++i) {
            if (i == 0 || leavings_[i].from != leavings_[i - 1].from) first_of_place_.push_back(i);
            place_.push_back(first_of_place_.size() - 1);
            auto& first = first_end[leavings_[i].stretch];
            if (first == leavings_.size()) {
                first = i;
                continue;
            }
            other_end_[i] = first;
            other_end_[first] = i;
        }
        next_of_place_ = first_of_place_;
        first_of_place_.push_back(leavings_.size());
    }

    /// A chain from each place at which lines end or meet first, then those that are left, which run in circles.
    std::vector<Cells> chains() {
        std::vector<Cells> chains;
        for (const bool takes_circles : {false, true}) {
            for (std::size_t i = 0; i < leavings_.size(); ++i) {
                if (is_walked_[leavings_[i].stretch]) continue;
                if (takes_circles || leavings_at(place_[i]) != 2) chains.push_back(chain_from(i));
            }
        }
        return chains;
    }

private:
    [[nodiscard]] std::size_t leavings_at(std::size_t place) const {
        return first_of_place_[place + 1] - first_of_place_[place];
    }

    Cells chain_from(std::size_t first) {
        Cells chain{leavings_[first].from};
        for (auto next = first; next < leavings_.size(); next = unwalked_at(place_[other_end_[next]])) {
            is_walked_[leavings_[next].stretch] = true;
            add_cell(chain, leavings_[next].to);
        }
        return chain;
    }

    /// The number of a leaving; the number of them all where every one is walked.
    std::size_t unwalked_at(std::size_t place) {
        for (auto& next = next_of_place_[place]; next < first_of_place_[place + 1]; ++next) {
            if (!is_walked_[leavings_[next].stretch]) return next;
        }
        return leavings_.size();
    }

    std::vector<Leaving> leavings_;
    std::vector<bool> is_walked_;              ///< stretch by stretch
    std::vector<std::size_t> other_end_;       ///< of each leaving, the same stretch from its other end
    std::vector<std::size_t> place_;           ///< of each leaving, the number of its place
    std::vector<std::size_t> first_of_place_;  ///< the first leaving of each place, and one end
    std::vector<std::size_t> next_of_place_;   ///< before it, all are walked
};

}  // namespace

void add_cell(Cells& cells, const Cell& cell) {
    if (!cells.empty() && cells.back() == cell) return;
    if (cells.size() > 1 && is_on_the_way(cells[cells.size() - 2], cells.back(), cell)) cells.pop_back();
    cells.push_back(cell);
}

std::vector<Cells> chains_of(const std::vector<Cells>& lines) {
    return Walk(leavings_of(stretches_of(lines))).chains();
}

}  // namespace desakota::report
