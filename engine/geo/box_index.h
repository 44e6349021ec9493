#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/unfilled_vector.h"
#include "engine/geo/point.h"

namespace desakota::geo {

/// Finds, among many rectangles, those that meet a given one: a regular grid whose cells list the rectangles that
/// touch them, about four cells a rectangle at most. Built once, then shared by any number of threads.
class BoxIndex {
public:
    BoxIndex() = default;
    explicit BoxIndex(const std::vector<GridBox>& boxes);
    BoxIndex(core::UnfilledVector<GridBox> boxes, const core::Parallel& parallel, core::Progress& progress);

    [[nodiscard]] std::size_t size() const { return boxes_.size(); }
    [[nodiscard]] const GridBox& box(std::size_t item) const { return boxes_[item]; }

    /// Calls `visit(item)` once for every box (by its index) that meets `area`, in an order that depends only on the
    /// boxes and the area.
    template <class Visitor>
    void for_each(const GridBox& area, Visitor&& visit) const;

    /// Calls `visit(item)` for the boxes that may meet `area` and are listed by a cell for which `wanted(cell, box_of)`
    /// is true, once for each such cell. `box_of()` gives a box that holds all that lies in the cell. No item's box is
    /// fetched.
    template <class Wanted, class Visitor>
    void for_each_candidate(const GridBox& area, Wanted&& wanted, Visitor&& visit) const;
    /// Fetches a box into the cache ahead of use.
    void prefetch(std::size_t item) const { __builtin_prefetch(&boxes_[item]); }

    /// Calls `visit(cell)` for the cells that meet `area`.
    template <class Visitor>
    void for_each_cell(const GridBox& area, Visitor&& visit) const;
    /// Fetches into the cache ahead of use where a cell's entries are.
    void prefetch_cell(std::size_t cell) const { __builtin_prefetch(&first_entry_[cell]); }

    /// A box in whole steps of the index's extent. Steps never fall where coordinates grow: boxes that meet, meet here,
    /// too, and most that do not are told apart without being fetched.
    struct CoarseBox {
        std::int32_t min_x = 0;
        std::int32_t min_y = 0;
        std::int32_t max_x = 0;
        std::int32_t max_y = 0;
        [[nodiscard]] bool may_meet(const CoarseBox& other) const {
            return min_x <= other.max_x && other.min_x <= max_x && min_y <= other.max_y && other.min_y <= max_y;
        }
    };
    /// A box as a cell lists it.
    struct Entry {
        CoarseBox coarse;
        std::uint32_t item = 0;
    };

    /// Cells and their boxes in order, for work cell by cell. `owns` tells whether the cell is the one in which a pair
    /// of boxes that meet is to be handled, so that each pair is handled once.
    [[nodiscard]] std::size_t cell_count() const { return first_entry_.empty() ? 0 : first_entry_.size() - 1; }
    [[nodiscard]] std::span<const Entry> entries(std::size_t cell) const {
        return {entries_.data() + first_entry_[cell], first_entry_[cell + 1] - first_entry_[cell]};
    }
    [[nodiscard]] bool owns(std::size_t cell, const GridBox& one, const GridBox& other) const {
        return cell_of(std::max(one.min_x, other.min_x), std::max(one.min_y, other.min_y)) == cell;
    }
    /// The places that belong to a cell that lists boxes: every place to one cell, which lists every box that holds it.
    [[nodiscard]] GridBox places_of(std::size_t cell) const {
        const auto [row, column] = row_and_column(cell);
        return {column_edges_[column], row_edges_[row], column_edges_[column + 1] - 1, row_edges_[row + 1] - 1};
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
    /// Cells are numbered tile by tile, so that what is near on the ground is near in memory.
    [[nodiscard]] std::size_t cell_at(std::int64_t row, std::int64_t column) const {
        const auto tile = (row >> kTileBits) * tiles_in_row_ + (column >> kTileBits);
        const auto in_tile = ((row & kTileMask) << kTileBits) + (column & kTileMask);
        return static_cast<std::size_t>((tile << (2 * kTileBits)) + in_tile);
    }
    struct RowAndColumn {
        std::size_t row = 0;
        std::size_t column = 0;
    };
    [[nodiscard]] RowAndColumn row_and_column(std::size_t cell) const {
        const auto tile = cell >> (2 * kTileBits);
        const auto tiles = static_cast<std::size_t>(tiles_in_row_);
        const auto mask = static_cast<std::size_t>(kTileMask);
        return {(tile / tiles << kTileBits) + (cell >> kTileBits & mask), (tile % tiles << kTileBits) + (cell & mask)};
    }
    [[nodiscard]] std::vector<std::int64_t> edges(std::int64_t from, std::int64_t cells) const;
    [[nodiscard]] std::size_t cell_of(std::int64_t x, std::int64_t y) const { return cell_at(row(y), column(x)); }
    [[nodiscard]] Cells cells(const GridBox& box) const {
        return {column(box.min_x), column(box.max_x), row(box.min_y), row(box.max_y)};
    }
    /// A little larger than the cell, for roundings.
    [[nodiscard]] GridBox cell_box(std::int64_t row, std::int64_t column) const {
        const auto at = [&](std::int64_t steps) {
            return static_cast<std::int64_t>(static_cast<double>(steps) / cells_per_unit_);
        };
        constexpr std::int64_t kRounding = 8;
        return {extent_.min_x + at(column) - kRounding, extent_.min_y + at(row) - kRounding,
                extent_.min_x + at(column + 1) + kRounding, extent_.min_y + at(row + 1) + kRounding};
    }
    [[nodiscard]] std::int32_t coarse(std::int64_t distance) const {
        return static_cast<std::int32_t>(std::clamp(static_cast<double>(distance) * steps_per_unit_, 0.0, kMostSteps));
    }
    [[nodiscard]] CoarseBox coarse(const GridBox& box) const {
        return {coarse(box.min_x - extent_.min_x), coarse(box.min_y - extent_.min_y), coarse(box.max_x - extent_.min_x),
                coarse(box.max_y - extent_.min_y)};
    }
    template <class Visitor>
    void for_cells(const GridBox& box, Visitor&& visit) const;
    void choose_cells(double sides);
    void count(const core::Parallel& parallel, core::Progress& progress);
    void list(const core::Parallel& parallel, core::Progress& progress);

    static constexpr double kMostSteps = 2147483647.0;
    static constexpr int kTileBits = 4;
    static constexpr std::int64_t kTileMask = (1 << kTileBits) - 1;

    core::UnfilledVector<GridBox> boxes_;
    GridBox extent_;
    double cells_per_unit_ = 1.0;
    double steps_per_unit_ = 1.0;
    std::int64_t columns_ = 0;
    std::int64_t rows_ = 0;
    std::int64_t tiles_in_row_ = 0;
    std::vector<std::int64_t> column_edges_;  ///< where each column begins, and the last one ends
    std::vector<std::int64_t> row_edges_;
    std::vector<std::uint32_t> first_entry_;
    core::UnfilledVector<Entry> entries_;
};

template <class Visitor>
void BoxIndex::for_each(const GridBox& area, Visitor&& visit) const {
    if (columns_ == 0 || area.is_empty() || !area.meets(extent_)) return;
    const auto range = cells(area);
    const auto coarse_area = coarse(area);
    const bool one_cell = range.first_row == range.last_row && range.first_column == range.last_column;
    for (auto row = range.first_row; row <= range.last_row; ++row) {
        for (auto column = range.first_column; column <= range.last_column; ++column) {
            const auto cell = cell_at(row, column);
            for (const auto& entry : entries(cell)) {
                if (!entry.coarse.may_meet(coarse_area)) continue;
                const auto& box = boxes_[entry.item];
                if (box.meets(area) && (one_cell || owns(cell, box, area))) visit(entry.item);
            }
        }
    }
}

template <class Visitor>
void BoxIndex::for_each_cell(const GridBox& area, Visitor&& visit) const {
    if (columns_ == 0 || area.is_empty() || !area.meets(extent_)) return;
    const auto range = cells(area);
    for (auto row = range.first_row; row <= range.last_row; ++row) {
        for (auto column = range.first_column; column <= range.last_column; ++column) visit(cell_at(row, column));
    }
}

template <class Wanted, class Visitor>
void BoxIndex::for_each_candidate(const GridBox& area, Wanted&& wanted, Visitor&& visit) const {
    if (columns_ == 0 || area.is_empty() || !area.meets(extent_)) return;
    const auto range = cells(area);
    const auto coarse_area = coarse(area);
    for (auto row = range.first_row; row <= range.last_row; ++row) {
        for (auto column = range.first_column; column <= range.last_column; ++column) {
            const auto cell = cell_at(row, column);
            if (!wanted(cell, [&] { return cell_box(row, column); })) continue;
            for (const auto& entry : entries(cell)) {
                if (entry.coarse.may_meet(coarse_area)) visit(entry.item);
            }
        }
    }
}

}  // namespace desakota::geo
