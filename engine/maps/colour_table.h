#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace desakota::maps {

/// Some colours (0x00RRGGBB) for a picture, and which of them stands for each colour, by the five highest bits
/// of red, green and blue.
struct ColourTable {
    std::vector<std::uint32_t> colours;
    std::vector<std::uint8_t> nearest;  ///< 32,768 entries
};

/// At most that many (1 to 256): the commonest colours as they are; among equally common ones the darker. Pixels'
/// highest bytes are ignored.
[[nodiscard]] ColourTable colour_table(std::span<const std::uint32_t> pixels, std::size_t most);

/// The index of each pixel's colour in the table; `indices` are as many as the pixels.
void find_indices(std::span<const std::uint32_t> pixels, const ColourTable& table, std::span<std::uint8_t> indices);

}  // namespace desakota::maps
