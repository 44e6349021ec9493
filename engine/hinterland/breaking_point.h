#pragma once

#include <cstdint>

#include "engine/access/decay.h"

namespace desakota::hinterland {

/// Where on the way of length d between two centres of masses A_1 and A_2 their pull is alike: A_1 f(x) = A_2 f(d - x),
/// x counted from the first. Equal masses: the middle, whatever the decay. Exchanging the centres gives d - x.
struct BreakingPoint {
    enum class Place : std::uint8_t {
        Between,
        FirstPullsAll,   ///< even in the second centre the first pulls at least as much as that: x = d
        SecondPullsAll,  ///< x = 0
    };
    Place place = Place::Between;
    double from_first = 0.0;  ///< x, in the unit of `length`
};

/// Masses above 0, `length` from 0, a decay without faults. Where the pulls are alike over a stretch (a stepped decay,
/// the flat top of a power), the middle of the stretch; where they leap past each other, the place of the leap.
///
/// Source: Converse (1949), "New laws of retail gravitation", Journal of Marketing 14, 379-384, which is this for
/// f(c) = c^-2: x = d / (1 + sqrt(A_2 / A_1)). Generalised to any decay; by bisection.
[[nodiscard]] BreakingPoint breaking_point(double first_mass, double second_mass, double length,
                                           const access::Decay& decay);

}  // namespace desakota::hinterland
