#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/paths/nearest.h"

namespace desakota::analyses {

/// `--verify N`: which settlements are recomputed in the plain way, and what came of it over all searches of a run.
class Verification {
public:
    /// Chooses N of the settlements that have a place, evenly spaced in the input's order; none without the option.
    Verification(const Arguments& arguments, std::span<const std::optional<geo::GridPoint>> places);

    /// Recomputes the chosen settlements for one search; of `only` these where it is not empty.
    void check(const paths::Nearest& nearest, std::span<const std::optional<geo::GridPoint>> places,
               std::span<const std::uint32_t> only, core::Progress& progress);
    /// Adds the figure and an information. Throws core::failure where a difference is not 0: the engine is at fault.
    void report(Results& results, core::Diagnostics& diagnostics) const;

private:
    std::vector<bool> chosen_;
    std::size_t count_ = 0;
    std::int64_t difference_ = 0;
};

}  // namespace desakota::analyses
