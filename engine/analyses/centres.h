#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/destinations.h"
#include "engine/analyses/settlements.h"

namespace desakota::analyses {

/// The level of a centre; each settlement has its own distance to each level.
enum class CentreLevel : std::uint8_t { Skp, Kawasan, Kabupaten };

/// The centres of a run.
struct Centres {
    Destinations destinations;
    bool has_levels = false;  ///< whether `centre-level-field` holds
    /// By feature; all missing without levels.
    std::vector<std::optional<CentreLevel>> levels;
    /// By settlement: the centres that it names in `centre-field` (by id, else by name; the same name at several levels
    /// gives several). Empty for a settlement that names none, which goes to the nearest; empty altogether where there
    /// is no centre field.
    std::vector<std::vector<std::uint32_t>> named;

    /// Which centres are of a level, by feature; without levels, all are.
    [[nodiscard]] std::vector<bool> of_level(std::optional<CentreLevel> level) const;
};

/// "skp", "kawasan", "kabupaten": the code of a level, as the field writes it and as the columns' prefix.
[[nodiscard]] std::string level_code(CentreLevel level);

/// centres, centre-id-field, centre-name-field. `help`: of the layer.
[[nodiscard]] std::vector<Parameter> centre_layer_parameters(core::Text help);

/// Reads the layer `centres` with the fields `centre-id-field`, `centre-name-field`, `centre-level-field` (of centres;
/// values skp, kawasan, kabupaten, letter case aside) and `centre-field` (of settlements).
/// Errors: a level that is none of the three; centres that settlements name and that are not among the centres, listed.
[[nodiscard]] Centres read_centres(Arguments& arguments, const Settlements& settlements, RunContext& context);

}  // namespace desakota::analyses
