#include "engine/access/catchment_ratio.h"

#include <algorithm>
#include <numeric>

namespace desakota::access {
namespace {

/// Sums of settlements are taken block by block and the blocks' sums in order, so that they do not depend on threads.
constexpr std::size_t kBlock = 256;

/// Work on the weights of one settlement.
using Visit = std::function<void(std::size_t block, std::size_t settlement, std::span<const double> weights)>;

std::size_t block_count(const Catchments& catchments) {
    return (catchments.demand.size() + kBlock - 1) / kBlock;
}

/// w becomes G w.
void compete(std::span<double> weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (!(sum > 0.0)) return;
    for (double& weight : weights) weight *= weight / sum;
}

void for_each_settlement(const Catchments& catchments, int threads, core::Progress& progress, const Visit& visit) {
    const auto settlements = catchments.demand.size();
    const auto visit_block = [&](std::size_t begin, std::size_t end) {
        std::vector<double> weights(catchments.capacity.size());
        for (std::size_t block = begin; block < end; ++block) {
            for (std::size_t i = block * kBlock; i < std::min(settlements, (block + 1) * kBlock); ++i) {
                catchments.fill_weights(i, weights);
                if (catchments.method == Catchments::Method::ThreeSteps) compete(weights);
                visit(block, i, weights);
            }
        }
    };
    core::parallel_for(block_count(catchments), {.threads = threads, .grain = 1}, progress, visit_block);
}

std::vector<double> demand_at_facilities(const Catchments& catchments, int threads, core::Progress& progress) {
    const auto facilities = catchments.capacity.size();
    std::vector<double> sums(block_count(catchments) * facilities, 0.0);
    for_each_settlement(catchments, threads, progress,
                        [&](std::size_t block, std::size_t settlement, std::span<const double> weights) {
                            const double demand = catchments.demand[settlement];
                            for (std::size_t j = 0; j < facilities; ++j) {
                                sums[block * facilities + j] += demand * weights[j];
                            }
                        });
    std::vector<double> demand(facilities, 0.0);
    for (std::size_t i = 0; i < sums.size(); ++i) demand[i % facilities] += sums[i];
    return demand;
}

/// For each settlement the sum of weight x value of the facility.
std::vector<double> weighted_sums(const Catchments& catchments, std::span<const double> values, int threads,
                                  core::Progress& progress) {
    std::vector<double> sums(catchments.demand.size(), 0.0);
    for_each_settlement(catchments, threads, progress,
                        [&](std::size_t /*block*/, std::size_t settlement, std::span<const double> weights) {
                            sums[settlement] = std::inner_product(weights.begin(), weights.end(), values.begin(), 0.0);
                        });
    return sums;
}

}  // namespace

CatchmentRatios catchment_ratios(const Catchments& catchments, int threads, core::Progress& progress) {
    constexpr double kHalfway = 0.5;
    core::Stage first(progress, 0.0, kHalfway);
    CatchmentRatios ratios;
    ratios.reached_demand = demand_at_facilities(catchments, threads, first);
    ratios.of_facility.assign(catchments.capacity.size(), 0.0);
    for (std::size_t j = 0; j < catchments.capacity.size(); ++j) {
        const bool is_used = ratios.reached_demand[j] > 0.0;
        if (is_used) ratios.of_facility[j] = catchments.capacity[j] / ratios.reached_demand[j];
        (is_used ? ratios.used_capacity : ratios.unused_capacity) += catchments.capacity[j];
    }
    core::Stage second(progress, kHalfway, 1.0);
    ratios.of_settlement = weighted_sums(catchments, ratios.of_facility, threads, second);
    return ratios;
}

FillWeights weights_from_costs(const Decay& decay, std::span<const std::int64_t> costs) {
    return [&decay, costs](std::size_t settlement, std::span<double> weights) {
        fill_decay(decay, costs.subspan(settlement * weights.size(), weights.size()), weights);
    };
}

std::vector<double> reachable_capacity(const Catchments& catchments, int threads, core::Progress& progress) {
    return weighted_sums(catchments, catchments.capacity, threads, progress);
}

}  // namespace desakota::access
