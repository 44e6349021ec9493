#include "engine/maps/colour_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <ranges>

namespace desakota::maps {
namespace {

constexpr std::size_t kBins = 1U << 15U;
/// A quarter, the commonest colours, are taken however alike they are; the rest must be so far from each other.
constexpr std::size_t kTakenAtOnceShare = 4;
constexpr std::array<int, 6> kApart{48, 34, 24, 17, 12, 8};

std::size_t bin_of(std::uint32_t pixel) {
    return (pixel >> 9U & 0x7C00U) | (pixel >> 6U & 0x3E0U) | (pixel >> 3U & 0x1FU);
}

int channel(std::uint32_t colour, unsigned shift) {
    return static_cast<int>(colour >> shift & 0xFFU);
}
int distance(std::uint32_t a, std::uint32_t b) {
    const int red = channel(a, 16) - channel(b, 16);
    const int green = channel(a, 8) - channel(b, 8);
    const int blue = channel(a, 0) - channel(b, 0);
    return red * red + green * green + blue * blue;
}

/// Similar colours, and the one that stands for them: that with most pixels in a row.
struct Bin {
    std::uint32_t colour = 0;
    std::size_t pixels = 0;
    std::size_t longest_run = 0;
};

void add_run(std::vector<Bin>& bins, std::uint32_t colour, std::size_t length) {
    auto& bin = bins[bin_of(colour)];
    bin.pixels += length;
    if (length <= bin.longest_run) return;
    bin.longest_run = length;
    bin.colour = colour;
}

/// Where the pixels that are like the one at `begin` end. Most of a map is plain: eight at once.
std::size_t end_of_run(std::span<const std::uint32_t> pixels, std::size_t begin) {
    constexpr std::size_t kAtOnce = 8;
    const auto wanted = pixels[begin];
    std::size_t end = begin + 1;
    while (end < pixels.size() && pixels[end] == wanted) {
        ++end;
        while (end + kAtOnce <= pixels.size()) {
            std::uint32_t difference = 0;
            for (std::size_t i = 0; i < kAtOnce; ++i) difference |= pixels[end + i] ^ wanted;
            if (difference != 0) break;
            end += kAtOnce;
        }
    }
    return end;
}

std::vector<Bin> bins_of(std::span<const std::uint32_t> pixels) {
    std::vector<Bin> bins(kBins);
    std::size_t begin = 0;
    while (begin < pixels.size()) {
        const auto end = end_of_run(pixels, begin);
        add_run(bins, pixels[begin] & 0xFFFFFFU, end - begin);
        begin = end;
    }
    std::erase_if(bins, [](const Bin& bin) { return bin.pixels == 0; });
    std::ranges::sort(bins, [](const Bin& a, const Bin& b) {
        return a.pixels != b.pixels ? a.pixels > b.pixels : a.colour < b.colour;
    });
    return bins;
}

std::uint8_t nearest_of(const std::vector<std::uint32_t>& colours, std::uint32_t wanted) {
    std::size_t best = 0;
    int least = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const int found = distance(colours[i], wanted);
        if (found >= least) continue;
        least = found;
        best = i;
    }
    return static_cast<std::uint8_t>(best);
}

bool is_apart(const std::vector<std::uint32_t>& colours, std::uint32_t wanted, int least) {
    return std::ranges::all_of(colours,
                               [&](std::uint32_t colour) { return distance(colour, wanted) >= least * least; });
}

/// Common colours first, and of those first the ones that are most unlike: rare colours are not all lost to shades of
/// common ones.
std::vector<std::uint32_t> chosen_colours(const std::vector<Bin>& bins, std::size_t most) {
    std::vector<std::uint32_t> colours;
    for (const auto& bin : bins | std::views::take(most / kTakenAtOnceShare)) colours.push_back(bin.colour);
    for (const int least : kApart) {
        for (const auto& bin : bins) {
            if (colours.size() >= most) return colours;
            if (is_apart(colours, bin.colour, least)) colours.push_back(bin.colour);
        }
    }
    if (colours.empty()) colours.push_back(0xFFFFFFU);
    return colours;
}

}  // namespace

ColourTable colour_table(std::span<const std::uint32_t> pixels, std::size_t most) {
    const auto bins = bins_of(pixels);
    ColourTable table{chosen_colours(bins, most), std::vector<std::uint8_t>(kBins, 0)};
    for (const auto& bin : bins) table.nearest[bin_of(bin.colour)] = nearest_of(table.colours, bin.colour);
    return table;
}

void find_indices(std::span<const std::uint32_t> pixels, const ColourTable& table, std::span<std::uint8_t> indices) {
    std::size_t begin = 0;
    while (begin < pixels.size()) {
        const auto end = end_of_run(pixels, begin);
        std::ranges::fill(indices.subspan(begin, end - begin), table.nearest[bin_of(pixels[begin])]);
        begin = end;
    }
}

}  // namespace desakota::maps
