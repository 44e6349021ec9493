#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/analyses/demand.h"
#include "engine/analyses/scenario_changes.h"
#include "engine/analyses/search_setting.h"
#include "engine/analyses/settlements.h"

namespace desakota::analyses {

/// What a comparison asks on both sides: the same demand points and thresholds.
struct ScenarioQuestion {
    Settlements settlements;
    DemandPoints demand;
    ScenarioFacilities facilities;
    core::Text wanted;                                       ///< "a puskesmas"
    network::Objective cost = network::Objective::Distance;  ///< by which the way of a row is chosen
    core::Millimetres threshold = 5'000'000;
    std::optional<core::Milliseconds> threshold_time;
};

/// One side: the base, or the scenario.
struct ScenarioSide {
    /// The way of each settlement that costs least; of it only status, destination and cost are told.
    std::vector<WayRow> rows;
    std::vector<paths::Reach> reaches;  ///< by demand point: held against the threshold
};

/// The networks of both sides.
struct ScenarioNetworks {
    std::shared_ptr<const network::RoadNetwork> before;
    std::shared_ptr<const network::RoadNetwork> after;
    std::vector<bool> removed;  ///< lines of `before` that `after` lacks; empty where none
    /// Whether `after` is `before` itself or changed from it (network/changed_network.h): not where the season turns.
    bool is_changed_from_before = true;
    KeptNetworks* kept = nullptr;  ///< where the base's side is looked for and kept (scenario_base.h), if anywhere
};

/// Both sides, by one cost.
struct CostFindings {
    network::Objective cost = network::Objective::Distance;
    ScenarioSide before;
    ScenarioSide after;
    /// The rest is missing where there is no threshold of this cost.
    Shares beyond_before;  ///< of a settlement's families; missing without location
    Shares beyond_after;
    Shares gained;  ///< within the threshold in the scenario alone
    Shares lost;    ///< within the threshold in the base alone
    Shares change;  ///< gained less lost
};
struct ScenarioFindings {
    CostFindings by_distance;
    std::optional<CostFindings> by_time;  ///< where times are asked for: by the cost, or by a threshold

    /// By the run's cost.
    [[nodiscard]] const CostFindings& chosen(const ScenarioQuestion& question) const {
        return question.cost == network::Objective::Time && by_time ? *by_time : by_distance;
    }
};
/// Searches both sides, by each cost. Where only roads change, the scenario's side asks anew only from the places that
/// they may affect (paths/affected_places.h).
[[nodiscard]] ScenarioFindings find_scenario(const ScenarioQuestion& question, const ScenarioNetworks& networks,
                                             const SearchSetting& setting, core::Progress& progress);

/// What the way of a row costs, millimetres or milliseconds; missing where it is not reached.
[[nodiscard]] std::optional<std::int64_t> cost_of(const WayRow& row, network::Objective cost);
/// By how much the way costs more in the scenario; missing where either side has none.
[[nodiscard]] std::optional<std::int64_t> change_of(const CostFindings& findings, std::size_t settlement);

}  // namespace desakota::analyses
