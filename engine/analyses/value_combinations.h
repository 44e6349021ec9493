#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/progress.h"
#include "engine/layers/column.h"

namespace desakota::analyses {

/// The distinct combinations of values that rows have in some columns. What depends on those values alone is then
/// worked out once a combination, not once a row.
struct ValueCombinations {
    std::vector<std::uint32_t> of_row;     ///< the combination of every row; numbered by first appearance
    std::vector<std::uint32_t> first_row;  ///< of every combination: a row that has it

    [[nodiscard]] std::size_t size() const { return first_row.size(); }
};

/// Columns that are nullptr are passed over; without any, all rows are one combination.
[[nodiscard]] ValueCombinations combine_values(const std::vector<const layers::Column*>& columns, std::size_t rows,
                                               core::Progress& progress);

}  // namespace desakota::analyses
