#include "engine/geo/box_index.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "engine/core/shared_counter.h"

namespace desakota::geo {

BoxIndex::BoxIndex(const std::vector<GridBox>& boxes) {
    core::SilentProgress silent;
    *this = BoxIndex(core::UnfilledVector<GridBox>(boxes.begin(), boxes.end()), {}, silent);
}

BoxIndex::BoxIndex(core::UnfilledVector<GridBox> boxes, const core::Parallel& parallel, core::Progress& progress)
    : boxes_(std::move(boxes)) {
    double sides = 0.0;
    core::LoopSteps steps(progress, 0.0, 0.1, boxes_.size());
    for (std::size_t item = 0; item < boxes_.size(); ++item) {
        steps.at(item);
        const auto& box = boxes_[item];
        if (box.is_empty()) continue;
        extent_.add(box);
        sides += static_cast<double>(std::max(box.max_x - box.min_x, box.max_y - box.min_y));
    }
    if (extent_.is_empty()) return;
    choose_cells(sides);
    const core::Parallel by_boxes{.threads = parallel.threads, .grain = 1 << 14};
    core::Stage counting(progress, 0.1, 0.4);
    count(by_boxes, counting);
    core::Stage listing(progress, 0.4, 1.0);
    list(by_boxes, listing);
}

/// Cells about as large as two boxes, but no more of them than four a box.
void BoxIndex::choose_cells(double sides) {
    const auto count = static_cast<double>(boxes_.size());
    const auto width = static_cast<double>(extent_.max_x - extent_.min_x) + 1.0;
    const auto height = static_cast<double>(extent_.max_y - extent_.min_y) + 1.0;
    const double by_side = 2.0 * sides / count;
    const double by_area = std::sqrt(width * height / (4.0 * count));
    const double by_line = std::max(width, height) / (4.0 * count);
    cells_per_unit_ = 1.0 / std::ceil(std::max({by_side, by_area, by_line, 1.0}));
    steps_per_unit_ = std::min(1.0, kMostSteps / std::max(width, height));
    columns_ = cell_steps(extent_.max_x - extent_.min_x) + 1;
    rows_ = cell_steps(extent_.max_y - extent_.min_y) + 1;
    tiles_in_row_ = (columns_ >> kTileBits) + 1;
    column_edges_ = edges(extent_.min_x, columns_);
    row_edges_ = edges(extent_.min_y, rows_);
}

/// Where each of so many cells from a coordinate on begins, to the unit; the outermost have no end.
std::vector<std::int64_t> BoxIndex::edges(std::int64_t from, std::int64_t cells) const {
    constexpr auto kFarthest = std::numeric_limits<std::int64_t>::max() / 2;
    std::vector<std::int64_t> edges{-kFarthest};
    edges.reserve(static_cast<std::size_t>(cells) + 1);
    for (std::int64_t cell = 1; cell < cells; ++cell) {
        auto distance = static_cast<std::int64_t>(static_cast<double>(cell) / cells_per_unit_);
        while (cell_steps(distance - 1) >= cell) --distance;
        while (cell_steps(distance) < cell) ++distance;
        edges.push_back(from + distance);
    }
    edges.push_back(kFarthest);
    return edges;
}

template <class Visitor>
void BoxIndex::for_cells(const GridBox& box, Visitor&& visit) const {
    if (box.is_empty()) return;
    const auto range = cells(box);
    for (auto row = range.first_row; row <= range.last_row; ++row) {
        for (auto column = range.first_column; column <= range.last_column; ++column) {
            visit(cell_at(row, column));
        }
    }
}

void BoxIndex::count(const core::Parallel& parallel, core::Progress& progress) {
    const auto tiles = tiles_in_row_ * ((rows_ >> kTileBits) + 1);
    first_entry_.assign((static_cast<std::size_t>(tiles) << (2 * kTileBits)) + 1, 0);
    core::parallel_for(boxes_.size(), parallel, progress, [this](std::size_t begin, std::size_t end) {
        for (auto item = begin; item < end; ++item) {
            for_cells(boxes_[item], [this](std::size_t cell) { core::count_one(first_entry_[cell + 1]); });
        }
    });
    std::inclusive_scan(first_entry_.begin(), first_entry_.end(), first_entry_.begin());
}

/// Threads put boxes into a cell in any order; sorting each cell makes the index the same however many there are.
void BoxIndex::list(const core::Parallel& parallel, core::Progress& progress) {
    entries_.resize(first_entry_.back());
    std::vector<std::uint32_t> next(first_entry_.begin(), first_entry_.end() - 1);
    core::Stage placing(progress, 0.0, 0.7);
    core::parallel_for(boxes_.size(), parallel, placing, [&](std::size_t begin, std::size_t end) {
        for (auto item = begin; item < end; ++item) {
            if (boxes_[item].is_empty()) continue;
            const Entry entry{coarse(boxes_[item]), static_cast<std::uint32_t>(item)};
            for_cells(boxes_[item], [&](std::size_t cell) { entries_[core::count_one(next[cell])] = entry; });
        }
    });
    core::Stage sorting(progress, 0.7, 1.0);
    core::parallel_for(cell_count(), parallel, sorting, [this](std::size_t begin, std::size_t end) {
        for (auto cell = begin; cell < end; ++cell) {
            const auto first = entries_.begin() + first_entry_[cell];
            const auto last = entries_.begin() + first_entry_[cell + 1];
            std::sort(first, last, [](const Entry& one, const Entry& other) { return one.item < other.item; });
        }
    });
}

}  // namespace desakota::geo
