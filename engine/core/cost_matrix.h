#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/units.h"

namespace desakota::core {

/// What it costs to get from each place (a row) to each destination (a column), in whole millimetres or milliseconds;
/// kUnreachable where there is no way. A row's costs stand together in memory.
class CostMatrix {
public:
    CostMatrix() = default;
    /// Without any way.
    CostMatrix(std::size_t rows, std::size_t columns)
        : rows_(rows), columns_(columns), costs_(rows * columns, kUnreachable) {}

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::span<const std::int64_t> row(std::size_t row) const {
        return {costs_.data() + row * columns_, columns_};
    }
    [[nodiscard]] std::span<std::int64_t> row(std::size_t row) { return {costs_.data() + row * columns_, columns_}; }
    [[nodiscard]] std::int64_t at(std::size_t row, std::size_t column) const { return costs_[row * columns_ + column]; }

    /// Takes away the rows from `first` on.
    [[nodiscard]] CostMatrix take_rows(std::size_t first) {
        CostMatrix taken;
        taken.rows_ = rows_ - first;
        taken.columns_ = columns_;
        taken.costs_.assign(costs_.begin() + static_cast<std::ptrdiff_t>(first * columns_), costs_.end());
        costs_.resize(first * columns_);
        rows_ = first;
        return taken;
    }

    [[nodiscard]] bool operator==(const CostMatrix&) const = default;

private:
    std::size_t rows_ = 0;
    std::size_t columns_ = 0;
    std::vector<std::int64_t> costs_;
};

}  // namespace desakota::core
