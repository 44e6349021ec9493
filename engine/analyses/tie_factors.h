#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/destinations.h"
#include "engine/analyses/hinterland_question.h"
#include "engine/analyses/settlements.h"
#include "engine/hinterland/factors.h"

namespace desakota::analyses {

/// A factor beside the way, scored for each settlement or for each centre.
struct TieFactor {
    std::string code;  ///< of hinterland::kFactors, or the field's name
    core::Text title;  ///< what it is called; the field's name where it is none of these
    std::optional<hinterland::Factor::Kind> kind;
    double weight = 0.0;
    std::vector<std::optional<double>> scores;  ///< of each settlement or centre; missing: the factor is left out there
};

/// The factors of a run. A tie is multiplied by the product of score^weight over those of its settlement and of its
/// centre: an assumption of ours (hinterland/factors.h).
struct TieFactors {
    std::vector<TieFactor> of_settlements;
    std::vector<TieFactor> of_centres;
    std::vector<double> settlement_multipliers;  ///< empty without factors of settlements
    std::vector<double> centre_multipliers;      ///< empty without factors of centres

    [[nodiscard]] bool is_given() const { return !of_settlements.empty() || !of_centres.empty(); }
};

/// factor-fields (of settlements), centre-factor-fields (of centres) and factor-weights.
[[nodiscard]] std::vector<Parameter> tie_factor_parameters();

/// Errors of usage: weights without factors, not one a factor, negative, or that do not sum to 1.
void check_tie_factor_usage(const Arguments& arguments, core::Diagnostics& diagnostics);

/// Reads them.
///
///   * Errors that name the settlement or centre: a score outside [0.05, 1], text that is no number ("0,8" is 0.8).
///   * Warning, once a field: how many scores are missing. Where one is missing, its factor does not multiply the tie.
[[nodiscard]] TieFactors read_tie_factors(const Arguments& arguments, core::Diagnostics& diagnostics);

/// hinterland_interaction_factors: for each settlement, the factors of its tie to its main centre and which share of
/// the loss each bears (the shares of a settlement sum to 1, or all are 0 where nothing is lost).
[[nodiscard]] OutputLayer declare_factors_table();
[[nodiscard]] layers::Layer make_factors_table(const TieFactors& factors, const HinterlandQuestion& question,
                                               const HinterlandFindings& findings, const RunContext& context);

}  // namespace desakota::analyses
