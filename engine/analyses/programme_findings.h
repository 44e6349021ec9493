#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyses/hinterland_question.h"
#include "engine/analyses/programme_activities.h"
#include "engine/hinterland/programme_reach.h"

namespace desakota::analyses {

/// How far a programme reaches, settlement by settlement.
struct ProgrammeFindings {
    std::size_t centre = 0;                                    ///< the programme's
    std::vector<hinterland::ProgrammeSettlement> settlements;  ///< costs to that centre
    std::vector<hinterland::SettlementReach> reached;          ///< row for row
    std::vector<std::size_t> unreached_poor;                   ///< hinterland::unreached_poor
    std::vector<hinterland::CostBand> bands;                   ///< of Programme::limits

    [[nodiscard]] hinterland::Reach reach() const { return {settlements, reached}; }
};
/// Where the run names no centre of the programme and there are several, an information says which is taken.
[[nodiscard]] ProgrammeFindings find_programme_reach(const Programme& programme, const HinterlandQuestion& question,
                                                     const HinterlandFindings& findings,
                                                     core::Diagnostics& diagnostics);

/// What the programme did in a settlement: column `status`.
enum class ProgrammeStatus : std::uint8_t {
    Reached,         ///< "reached"
    PoorNotReached,  ///< "poor_not_reached": there are poor families and activities, but no poor family takes part
    NotReached,      ///< "not_reached": no activity, or none with participants
};
[[nodiscard]] std::string_view status_code(ProgrammeStatus status);
[[nodiscard]] ProgrammeStatus programme_status(const ProgrammeFindings& found, std::size_t settlement);

/// Why: "3 activities with 49 families taking part; 10 of 31 poor families do. 7.4 km to Mulyasari."
[[nodiscard]] core::Text programme_reason(const Programme& programme, const HinterlandQuestion& question,
                                          const ProgrammeFindings& found, std::size_t settlement);

/// How far a settlement is, in a sentence: "7.4 km", "32 min", "no way", "place not known".
[[nodiscard]] core::Text programme_cost_text(const Programme& programme,
                                             const hinterland::ProgrammeSettlement& settlement);

}  // namespace desakota::analyses
