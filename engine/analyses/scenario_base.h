#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/analyses/scenario_searches.h"

namespace desakota::analyses {

/// All that the base's side of a comparison by one cost depends on.
struct BaseQuestion {
    std::shared_ptr<const network::RoadNetwork> network;
    PlaceSelection facilities;  ///< those that count in the base
    paths::NearestOptions options;
    std::vector<geo::GridPoint> places;  ///< of the demand points
    std::vector<std::uint32_t> representatives;
    std::optional<std::int64_t> limit;  ///< in the unit of the cost
};
[[nodiscard]] bool same_question(const BaseQuestion& one, const BaseQuestion& other);

/// The answer. One scenario after another may be held against it.
struct BaseSide {
    BaseQuestion question;
    std::shared_ptr<const paths::Nearest> nearest;
    ScenarioSide side;
};

}  // namespace desakota::analyses
