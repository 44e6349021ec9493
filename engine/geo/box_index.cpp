#include "engine/geo/box_index.h"

#include <cmath>
#include <numeric>

namespace desakota::geo {

BoxIndex::BoxIndex(std::span<const GridBox> boxes) {
    core::SilentProgress silent;
    take(boxes, silent);
}

BoxIndex::BoxIndex(std::span<const GridBox> boxes, core::Progress& progress) {
    take(boxes, progress);
}

void BoxIndex::take(std::span<const GridBox> boxes, core::Progress& progress) {
    boxes_.reserve(boxes.size());
    double sides = 0.0;
    core::LoopSteps steps(progress, 0.0, 0.2, boxes.size());
    for (const auto& box : boxes) {
        steps.at(boxes_.size());
        boxes_.push_back(box);
        if (box.is_empty()) continue;
        extent_.add(box);
        sides += static_cast<double>(std::max(box.max_x - box.min_x, box.max_y - box.min_y));
    }
    if (extent_.is_empty()) return;
    choose_cells(sides);
    core::Stage filling(progress, 0.2, 1.0);
    fill(filling);
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
    columns_ = cell_steps(extent_.max_x - extent_.min_x) + 1;
    rows_ = cell_steps(extent_.max_y - extent_.min_y) + 1;
}

void BoxIndex::fill(core::Progress& progress) {
    const auto for_cells = [this](const GridBox& box, auto&& visit) {
        if (box.is_empty()) return;
        const auto range = cells(box);
        for (auto row = range.first_row; row <= range.last_row; ++row) {
            for (auto column = range.first_column; column <= range.last_column; ++column) {
                visit(static_cast<std::size_t>(row * columns_ + column));
            }
        }
    };
    first_item_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
    core::LoopSteps counting(progress, 0.0, 0.4, boxes_.size());
    for (std::size_t item = 0; item < boxes_.size(); ++item) {
        counting.at(item);
        for_cells(boxes_[item], [this](std::size_t cell) { ++first_item_[cell + 1]; });
    }
    std::inclusive_scan(first_item_.begin(), first_item_.end(), first_item_.begin());
    items_.resize(first_item_.back());
    std::vector<std::uint32_t> next(first_item_.begin(), first_item_.end() - 1);
    core::LoopSteps filling(progress, 0.4, 1.0, boxes_.size());
    for (std::uint32_t item = 0; item < boxes_.size(); ++item) {
        filling.at(item);
        for_cells(boxes_[item], [&](std::size_t cell) { items_[next[cell]++] = item; });
    }
}

}  // namespace desakota::geo
