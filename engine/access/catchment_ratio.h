#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/access/decay.h"
#include "engine/core/parallel.h"
#include "engine/core/progress.h"

namespace desakota::access {

/// Fills the weights (not negative, finite) of one settlement's way to each facility. Called by several threads.
using FillWeights = std::function<void(std::size_t settlement, std::span<double> weights)>;

/// Capacity against all those who reach it ("two step floating catchment area").
struct Catchments {
    std::span<const double> demand;    ///< of each settlement, such as people; not negative
    std::span<const double> capacity;  ///< of each facility, such as beds or health workers; not negative
    FillWeights fill_weights;
    /// ThreeSteps: a settlement asks a facility for the share G = w / sum of w over its facilities only.
    enum class Method : std::uint8_t { TwoSteps, ThreeSteps };
    Method method = Method::TwoSteps;
};

struct CatchmentRatios {
    std::vector<double> of_settlement;   ///< capacity a unit of demand; 0 where no facility is within reach
    std::vector<double> of_facility;     ///< capacity over the demand that reaches it; 0 where none does
    std::vector<double> reached_demand;  ///< of each facility, weighted
    double used_capacity = 0.0;          ///< sum over facilities that some demand reaches
    double unused_capacity = 0.0;        ///< sum over the others
};

/// Facility: R_j = S_j / sum_i p_i w_ij. Settlement: A_i = sum_j w_ij R_j. With three steps w_ij is replaced by
/// G_ij w_ij, G_ij = w_ij / sum_k w_ik. Always sum_i p_i A_i = used_capacity. The same for any number of threads.
///
/// Sources: Luo and Wang (2003), Environment and Planning B 30, 865-884 (weights 0 and 1: 2SFCA); Luo and Qi (2009),
/// Health & Place 15, 1100-1107 (weights that fall: E2SFCA); Wan, Zou and Sternberg (2012), International Journal of
/// Geographical Information Science 26, 1073-1089 (3SFCA).
[[nodiscard]] CatchmentRatios catchment_ratios(const Catchments& catchments, int threads, core::Progress& progress);

/// Weights from costs, row for row: costs[settlement x facilities + facility] (core/units.h). Decay and costs must
/// outlive what is returned.
[[nodiscard]] FillWeights weights_from_costs(const Decay& decay, std::span<const std::int64_t> costs);

/// Hansen accessibility: for each settlement the sum of capacity x weight.
///
/// Source: Hansen (1959), "How accessibility shapes land use", Journal of the American Institute of Planners 25, 73-76.
[[nodiscard]] std::vector<double> reachable_capacity(const Catchments& catchments, int threads,
                                                     core::Progress& progress);

}  // namespace desakota::access
