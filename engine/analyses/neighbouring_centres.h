#pragma once

#include <cstdint>
#include <vector>

#include "engine/analyses/hinterland_question.h"

namespace desakota::analyses {

/// Two centres, by their rows.
struct CentrePair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    auto operator<=>(const CentrePair&) const = default;
};

/// The pairs that are main and second centre of at least one settlement, in either order. The first of a pair is the
/// one that pulls more, of equal ones the one whose id comes first; sorted by the centres' rows.
[[nodiscard]] std::vector<CentrePair> neighbouring_centres(const HinterlandQuestion& question,
                                                           const HinterlandFindings& findings);

/// A number from 1 to kMapColours for every centre, so that neighbours differ where so few colours can do it: centres
/// with most neighbours first, each the least number that its neighbours leave free.
inline constexpr std::uint32_t kMapColours = 6;
[[nodiscard]] std::vector<std::uint32_t> map_colours(const HinterlandQuestion& question,
                                                     const HinterlandFindings& findings);

}  // namespace desakota::analyses
