#include "engine/geo/space_filling_curve.h"

#include <algorithm>
#include <utility>

namespace desakota::geo {

std::uint64_t curve_position(const GridPoint& place) {
    constexpr int kBits = 21;
    constexpr std::int64_t kHalfTurn = 360'000'000'000;
    constexpr std::uint64_t kSide = std::uint64_t{1} << kBits;
    const auto scaled = [](std::int64_t value) {
        const auto shifted = std::clamp<std::int64_t>(value + kHalfTurn, 0, 2 * kHalfTurn - 1);
        return static_cast<std::uint64_t>(static_cast<double>(shifted) / (2.0 * kHalfTurn) *
                                          static_cast<double>(kSide));
    };
    std::uint64_t x = scaled(place.x);
    std::uint64_t y = scaled(place.y);
    std::uint64_t position = 0;
    for (auto half = kSide >> 1U; half > 0; half >>= 1U) {
        const std::uint64_t right = (x & half) != 0 ? 1 : 0;
        const std::uint64_t upper = (y & half) != 0 ? 1 : 0;
        position += half * half * ((3 * right) ^ upper);
        // Turn the quarter so that the curve enters and leaves it as it does the whole.
        x &= half - 1;
        y &= half - 1;
        if (upper == 0) {
            if (right == 1) {
                x = half - 1 - x;
                y = half - 1 - y;
            }
            std::swap(x, y);
        }
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
