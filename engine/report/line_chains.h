#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace desakota::report {

/// A place on a map's grid.
struct Cell {
    std::int64_t x = 0;
    std::int64_t y = 0;
    auto operator<=>(const Cell&) const = default;
};
using Cells = std::vector<Cell>;

/// Adds a place to a line: not twice in a row, and in the stead of the last one where that lies straight on the way.
void add_cell(Cells& cells, const Cell& cell);

/// The same drawing in few lines: every stretch between two places once, whichever line it came from and however often,
/// put together as far as they go. The order is the same for the same stretches.
[[nodiscard]] std::vector<Cells> chains_of(const std::vector<Cells>& lines);

}  // namespace desakota::report
