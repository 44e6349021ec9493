#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/progress.h"
#include "engine/geo/point.h"

namespace desakota::geo {

/// Finds, among many rectangles, those that meet a given one: a regular grid whose cells list the rectangles that
/// touch them, about four cells a rectangle at most. Built once, then shared by any number of threads.
class BoxIndex {
public:
    BoxIndex() = default;
    explicit BoxIndex(std::span<const GridBox> boxes);
    BoxIndex(std::span<const GridBox> boxes, core::Progress& progress);

    /// Calls `visit(item)` once for every box (by its index) that meets `area`, in an order that depends only on the
    /// boxes and the area.
    template <class Visitor>
    void for_each(const GridBox& area, Visitor&& visit) const;

    /// Cells and their items, for work cell by cell. `owns` tells whether the cell is the one in which a pair of boxes
    /// that meet is to be handled, so that each pair is handled once.
    [[nodiscard]] std::size_t cell_count() const { return first_item_.empty() ? 0 : first_item_.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> items(std::size_t cell) const {
        return {items_.data() + first_item_[cell], first_item_[cell + 1] - first_item_[cell]};
    }
    [[nodiscard]] bool owns(std::size_t cell, const GridBox& one, const GridBox& other) const {
        return cell_of(std::max(one.min_x, other.min_x), std::max(one.min_y, other.min_y)) == cell;
    }

private:
    struct Cells {
        std::int64_t first_column = 0;
        std::int64_t last_column = 0;
        std::int64_t first_row = 0;
        std::int64_t last_row = 0;
    };
    /// Whole cells in a distance: by a product, ten times as fast as a division; it never falls where the distance
    /// grows, which is all that the grid needs.
    [[nodiscard]] std::int64_t cell_steps(std::int64_t distance) const {
        return static_cast<std::int64_t>(static_cast<double>(distance) * cells_per_unit_);
    }
    [[nodiscard]] std::int64_t column(std::int64_t x) const {
        return std::clamp<std::int64_t>(cell_steps(x - extent_.min_x), 0, columns_ - 1);
    }
    [[nodiscard]] std::int64_t row(std::int64_t y) const {
        return std::clamp<std::int64_t>(cell_steps(y - extent_.min_y), 0, rows_ - 1);
    }
    [[nodiscard]] std::size_t cell_of(std::int64_t x, std::int64_t y) const {
        return static_cast<std::size_t>(row(y) * columns_ + column(x));
    }
    [[nodiscard]] Cells cells(const GridBox& box) const {
        return {column(box.min_x), column(box.max_x), row(box.min_y), row(box.max_y)};
    }
    void take(std::span<const GridBox> boxes, core::Progress& progress);
    void choose_cells(double sides);
    void fill(core::Progress& progress);

    GridBox extent_;
    double cells_per_unit_ = 1.0;
    std::int64_t columns_ = 0;
    std::int64_t rows_ = 0;
    std::vector<GridBox> boxes_;
    std::vector<std::uint32_t> first_item_;
    std::vector<std::uint32_t> items_;
};

template <class Visitor>
void BoxIndex::for_each(const GridBox& area, Visitor&& visit) const {
    if (columns_ == 0 || area.is_empty() || !area.meets(extent_)) return;
    const auto range = cells(area);
    const bool one_cell = range.first_row == range.last_row && range.first_column == range.last_column;
    for (auto row = range.first_row; row <= range.last_row; ++row) {
        for (auto column = range.first_column; column <= range.last_column; ++column) {
            const auto cell = static_cast<std::size_t>(row * columns_ + column);
            for (const auto item : items(cell)) {
                const auto& box = boxes_[item];
                if (box.meets(area) && (one_cell || owns(cell, box, area))) visit(item);
            }
        }
    }
}

}  // namespace desakota::geo
