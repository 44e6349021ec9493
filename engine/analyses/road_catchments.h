#pragma once

#include <cstdint>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/hinterland_question.h"
#include "engine/analyses/search_setting.h"

namespace desakota::analyses {

/// A part of one line of the network that belongs to one centre.
struct CatchmentPart {
    std::uint32_t centre = 0;
    std::uint32_t line = 0;
    double from = 0.0;  ///< metres along the line
    double to = 0.0;    ///< above `from`
};

/// Which centre every part of the roads (not of rivers and ferries, nor of joins that cleaning made) belongs to: that
/// with the greatest tie, pull x f(cost of the way from there); of equal ties the nearer. What reaches no centre, or
/// lies where f is 0, belongs to none. By line and place on it.
///
/// Costs are those of who stands on the road and follows the network to the centre's exit (paths/road_costs.h). Every
/// kStation metres and where centres leave the road all centres are compared; where the answer changes between two such
/// places, the road is cut where the two ties are equal, to the millimetre. A centre that is greatest only between two
/// such places is missed.
inline constexpr double kStation = 500.0;
[[nodiscard]] std::vector<CatchmentPart> road_catchments(const HinterlandQuestion& question,
                                                         const SearchSetting& setting, RunContext& context);

}  // namespace desakota::analyses
