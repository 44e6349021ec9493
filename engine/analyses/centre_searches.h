#pragma once

#include <optional>
#include <vector>

#include "engine/analyses/centres.h"
#include "engine/analyses/search_setting.h"
#include "engine/analyses/verification.h"
#include "engine/analyses/way_rows.h"

namespace desakota::analyses {

/// Settlements and the centres that they may go to.
struct CentreInput {
    Settlements settlements;
    Centres centres;

    /// The levels to search, side by side; one without a name where centres have none.
    [[nodiscard]] std::vector<std::optional<CentreLevel>> levels() const;
};

/// The ways of all settlements to their centres of `level`:
///
///   * without a centre field to the nearest;
///   * with one, to the centre that the settlement names. A settlement that names none has no way (NoDestination);
///   where
///     there are levels, it has the nearest of each level in which it names none.
[[nodiscard]] std::vector<WayRow> find_centre_ways(const CentreInput& input, std::optional<CentreLevel> level,
                                                   const SearchSetting& setting, Verification& verification,
                                                   core::Progress& progress);

}  // namespace desakota::analyses
