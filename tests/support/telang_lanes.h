#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tests/support/telang_lattice.h"
#include "tests/support/telang_roads.h"

namespace desakota::test_support {

/// The faults of real road layers that are put in on purpose, as a road's note names them.
inline constexpr std::string_view kGapNote = "celah 2 m";
inline constexpr std::string_view kWideGapNote = "celah 15 m";
inline constexpr std::string_view kNoVertexNote = "pertigaan tanpa titik bersama";
inline constexpr std::string_view kOvershootNote = "lewat 4 m";
inline constexpr std::string_view kCrossingNote = "perempatan tanpa titik bersama";
inline constexpr std::string_view kDuplicateNote = "garis ganda";

/// The lanes that lead from the cross roads into the fields; gives the cross roads their vertices where lanes meet
/// them.
[[nodiscard]] std::vector<Road> make_lanes(Lattice& lattice);

/// The share of its cross road at which a village's first lane begins lies beyond this.
inline constexpr double kFirstLane = 0.17;

}  // namespace desakota::test_support
