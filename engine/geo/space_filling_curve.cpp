#include "engine/geo/space_filling_curve.h"

#include <algorithm>
#include <array>
#include <utility>

namespace desakota::geo {

namespace {

constexpr unsigned kBits = 21;
constexpr unsigned kBitsAtOnce = 3;
constexpr unsigned kCells = 1U << (2 * kBitsAtOnce);
constexpr unsigned kMask = (1U << kBitsAtOnce) - 1;

/// How the curve runs through a square: as it does through the whole, or with the axes exchanged, or the other way
/// round along both, or both.
struct Orientation {
    unsigned exchanged = 0;
    unsigned turned = 0;
};

/// A square's part of a way, and how the curve runs through it.
struct Step {
    std::uint8_t digits = 0;
    std::uint8_t orientation = 0;
};

/// The cell (x, y) of the 8 x 8 of a square.
constexpr Step step_to(Orientation orientation, unsigned x, unsigned y) {
    unsigned digits = 0;
    for (unsigned bit = kBitsAtOnce; bit-- > 0;) {
        const unsigned one = ((x >> bit) & 1U) ^ orientation.turned;
        const unsigned other = ((y >> bit) & 1U) ^ orientation.turned;
        const unsigned right = orientation.exchanged != 0 ? other : one;
        const unsigned upper = orientation.exchanged != 0 ? one : other;
        digits = digits * 4 + ((3 * right) ^ upper);
        // The curve enters and leaves a quarter as it does the whole.
        if (upper == 0) {
            orientation.turned ^= right;
            orientation.exchanged ^= 1U;
        }
    }
    return {static_cast<std::uint8_t>(digits),
            static_cast<std::uint8_t>(2 * orientation.exchanged + orientation.turned)};
}

constexpr auto kSteps = [] {
    std::array<std::array<Step, kCells>, 4> steps{};
    for (unsigned orientation = 0; orientation < 4; ++orientation) {
        for (unsigned cell = 0; cell < kCells; ++cell) {
            steps[orientation][cell] = step_to({orientation / 2, orientation % 2}, cell >> kBitsAtOnce, cell & kMask);
        }
    }
    return steps;
}();

unsigned scaled(std::int64_t value) {
    constexpr std::int64_t kHalfTurn = 360'000'000'000;
    const auto shifted = std::clamp<std::int64_t>(value + kHalfTurn, 0, 2 * kHalfTurn - 1);
    return static_cast<unsigned>(static_cast<double>(shifted) / (2.0 * kHalfTurn) * (1U << kBits));
}

}  // namespace

std::uint64_t curve_position(const GridPoint& place) {
    const auto x = scaled(place.x);
    const auto y = scaled(place.y);
    std::uint64_t position = 0;
    unsigned orientation = 0;
    for (unsigned bit = kBits; bit > 0;) {
        bit -= kBitsAtOnce;
        const auto cell = (((x >> bit) & kMask) << kBitsAtOnce) | ((y >> bit) & kMask);
        const auto& step = kSteps[orientation][cell];
        position = (position << (2 * kBitsAtOnce)) | step.digits;
        orientation = step.orientation;
    }
    return position;
}

std::vector<std::uint32_t> order_along_curve(std::span<const GridPoint> places) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
    keyed.reserve(places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) keyed.emplace_back(curve_position(places[i]), i);
    std::ranges::sort(keyed);
    std::vector<std::uint32_t> order;
    order.reserve(keyed.size());
    for (const auto& [key, place] : keyed) order.push_back(place);
    return order;
}

}  // namespace desakota::geo
