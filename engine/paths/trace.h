#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/core/units.h"
#include "engine/paths/nearest.h"

namespace desakota::paths {

/// How much of a way lies on ways of one travel rule.
struct RuleLength {
    std::uint16_t rule = 0;
    core::Millimetres length = 0;
};

/// A way, taken apart. entry + network + exit is its whole length, legs with the off-road factor.
struct Trace {
    core::Millimetres entry = 0;
    core::Millimetres network = 0;
    core::Millimetres exit = 0;
    std::optional<core::Milliseconds> time;  ///< legs and waits included; missing where the profile knows no speeds
    std::vector<RuleLength> by_rule;         ///< of the network part, in order of first use
    std::vector<std::uint32_t> ways;         ///< whole pieces passed (road_graph.h), in order

    [[nodiscard]] core::Millimetres total() const { return entry + network + exit; }
};

/// Takes a reached way apart.
[[nodiscard]] Trace trace(const Nearest& nearest, const Way& way);

/// The course of a reached way: from `place` by the entry, along the lines as they were drawn, and by the exit to the
/// destination.
[[nodiscard]] std::vector<geo::GridPoint> route(const Nearest& nearest, const Way& way, const geo::GridPoint& place);

/// Where on that course one is after `cost`, in the unit of the way's own cost (millimetres or, in time, milliseconds,
/// legs and waits included): at `place` for 0 and less, at the destination for the way's whole cost and more.
[[nodiscard]] geo::GridPoint place_along(const Nearest& nearest, const Way& way, const geo::GridPoint& place,
                                         double cost);

}  // namespace desakota::paths
