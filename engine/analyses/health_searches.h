#pragma once

#include <optional>
#include <vector>

#include "engine/analyses/demand.h"
#include "engine/analyses/facilities.h"
#include "engine/analyses/settlements.h"
#include "engine/analyses/verification.h"

namespace desakota::analyses {

/// What health access asks.
struct HealthQuestion {
    Settlements settlements;
    Facilities facilities;
    DemandPoints demand;
    core::Text wanted;  ///< "a puskesmas"
    core::Millimetres threshold = 5'000'000;
    std::optional<core::Milliseconds> threshold_time;
};

/// The nearest facility of any kind, by distance.
struct AnyFacility {
    std::uint32_t feature = network::kNone;  ///< kNone where none is reached
    core::Millimetres total = 0;
};

/// All that health access finds, settlement by settlement.
struct HealthFindings {
    std::vector<WayRow> rows;             ///< the one way chosen, by --cost
    RuleFindings by_distance;             ///< the threshold rule
    std::optional<RuleFindings> by_time;  ///< where --threshold-min is given
    Shares straight_beyond;               ///< by facilities on paper, functioning or not
    std::vector<AnyFacility> any;
};

[[nodiscard]] HealthFindings find_health_access(const HealthQuestion& question, const SearchSetting& setting,
                                                Verification& verification, core::Progress& progress);

}  // namespace desakota::analyses
