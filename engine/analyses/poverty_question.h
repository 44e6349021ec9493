#pragma once

#include <optional>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/poverty_sample.h"
#include "engine/statistics/resampling.h"
#include "engine/welfare/poverty_lines.h"
#include "engine/welfare/sajogyo.h"

namespace desakota::analyses {

using Amounts = std::vector<std::optional<double>>;

inline constexpr std::size_t kDeciles = 10;

/// What a run is asked for, and all that it needs for the answer.
struct PovertyQuestion {
    Settlements settlements;
    std::vector<welfare::PovertyLine> lines;
    welfare::AtLine at_line = welfare::AtLine::NotPoor;
    std::optional<PovertySample> sample;               ///< missing: no household table
    const welfare::SajogyoVersion* sajogyo = nullptr;  ///< nullptr: not asked for
    Amounts rice_prices;                               ///< rupiah a kilogram, by settlement; goes with `sajogyo`
    std::vector<Amounts> given;                        ///< shares of the poor, by line, then settlement
    std::vector<Amounts> deciles;                      ///< families, by decile, then settlement; empty or ten
    bool unweighted = false;                           ///< `aggregate` is the mean of the settlements
    statistics::Resampling resampling;
};

/// All parameters of the analysis, in the order in which front ends show them.
[[nodiscard]] std::vector<Parameter> poverty_parameters();

/// Reads it. Usage errors: nothing to compute, households without a line, an unknown line, Sajogyo's classes without
/// the price of rice, as many shares given as there are no lines, deciles that are not ten. Errors: whatever is unfit
/// in the layers and the file of lines.
[[nodiscard]] PovertyQuestion read_poverty_question(Arguments& arguments, RunContext& context);

}  // namespace desakota::analyses
