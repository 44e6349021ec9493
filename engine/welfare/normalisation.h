#pragma once

#include <span>
#include <vector>

#include "engine/welfare/scheme.h"

namespace desakota::welfare {

/// Values made comparable; NaN stays NaN.
struct Normalised {
    std::vector<double> values;
    /// All values that there are, are the same (or there is only one), so that their spread says nothing; then all
    /// `values` are NaN.
    bool is_constant = false;
};

/// The values of one indicator, so that higher means more of what the index measures. `indicator` is the direction of
/// the values, `index` that of the score; where they differ, values are turned:
///
///   * None: as they are (never turned). Bands: the score of the band that a value falls in, a break joining the side
///     that it says; the scores are in the index's direction already.
///   * MinMax: (x - min) / (max - min). ZScore: (x - mean) / s with the sample's s (n - 1). Rank: (rank - 1) / (n - 1),
///     equal values with the lowest rank of theirs. Turned: of -x. Constant values are missing.
///   * Goalposts: (x - least) / (most - least), within 0 and 1. Turned: 1 minus it.
///   * Target: the part of the target that is reached, within 0 and 1: x / target, of indicators whose low values are
///   good
///     target / x. In an index whose high values are bad: 1 minus it.
///
/// Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 5; Becker (2022), COINr.
struct Directions {
    Direction indicator = Direction::HigherIsBetter;
    Direction index = Direction::HigherIsBetter;
};
[[nodiscard]] Normalised normalise(std::span<const double> values, const Normalisation& how, Directions directions);

}  // namespace desakota::welfare
