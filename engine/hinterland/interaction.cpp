#include "engine/hinterland/interaction.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/core/parallel.h"
#include "engine/core/units.h"

namespace desakota::hinterland {
namespace {

/// Sums over settlements are taken block by block and the blocks' sums in order, so that they do not depend on threads.
constexpr std::size_t kBlock = 128;

constexpr double kPercent = 100.0;
constexpr double kNoise = 1e-12;

struct CentreSums {
    double tie = 0.0;
    double flow = 0.0;
    double population = 0.0;
};

struct Block {
    std::vector<CentreSums> sums;
    std::vector<SettlementCentre> listed;
};

double multiplier(std::span<const double> multipliers, std::size_t row) {
    return multipliers.empty() ? 1.0 : multipliers[row];
}

std::optional<double> value_or_none(std::span<const std::optional<double>> values, std::size_t row) {
    return values.empty() ? std::nullopt : values[row];
}

/// The work on one settlement after the other, by one thread.
class Row {
public:
    Row(const InteractionInput& input, std::span<const double> flow_masses, std::size_t listed)
        : input_(input), flow_masses_(flow_masses), listed_(listed), decays_(input.masses.size()) {}

    SettlementTies visit(std::size_t settlement, Block& block);

private:
    void find_ties(std::size_t settlement);
    void put_in_order();
    void add_to(Block& block, std::size_t settlement) const;
    [[nodiscard]] SettlementTies summary() const;
    [[nodiscard]] bool comes_before(const CentreTie& left, const CentreTie& right) const;

    const InteractionInput& input_;
    std::span<const double> flow_masses_;
    std::size_t listed_;
    std::vector<double> decays_;
    std::vector<CentreTie> ties_;  // centres that have a way
    double sum_ = 0.0;
    double leaking_ = 0.0;
    std::optional<double> flow_;
};

void Row::find_ties(std::size_t settlement) {
    const auto centres = input_.masses.size();
    const auto costs = input_.costs.subspan(settlement * centres, centres);
    access::fill_decay(*input_.decay, costs, decays_);
    const double own = multiplier(input_.settlement_multipliers, settlement);
    const auto population = value_or_none(input_.populations, settlement);
    flow_ = population ? std::optional(0.0) : std::nullopt;
    const double pushing = population ? std::pow(*population, input_.population_exponent) : 0.0;
    ties_.clear();
    sum_ = 0.0;
    leaking_ = 0.0;
    for (std::size_t j = 0; j < centres; ++j) {
        if (costs[j] >= core::kUnreachable) continue;
        const double weight = decays_[j] * own * multiplier(input_.centre_multipliers, j);
        auto& tie = ties_.emplace_back(CentreTie{j, costs[j], input_.masses[j] * weight});
        if (flow_) {
            const double flow = pushing * flow_masses_[j] * weight;
            tie.flow = flow;
            *flow_ += flow;
        }
        sum_ += tie.tie;
        if (!input_.outside.empty() && input_.outside[j]) leaking_ += tie.tie;
    }
    for (auto& tie : ties_) tie.share = sum_ > 0.0 ? tie.tie / sum_ : 0.0;
}

bool Row::comes_before(const CentreTie& left, const CentreTie& right) const {
    if (left.tie != right.tie) return left.tie > right.tie;
    return std::tuple(left.cost, -input_.masses[left.centre], left.centre) <
           std::tuple(right.cost, -input_.masses[right.centre], right.centre);
}

void Row::put_in_order() {
    constexpr std::size_t kMainAndSecond = 2;
    const auto wanted = std::min(ties_.size(), std::max(listed_, kMainAndSecond));
    std::ranges::partial_sort(ties_, ties_.begin() + static_cast<std::ptrdiff_t>(wanted),
                              [this](const auto& left, const auto& right) { return comes_before(left, right); });
}

void Row::add_to(Block& block, std::size_t settlement) const {
    const double population = value_or_none(input_.populations, settlement).value_or(0.0);
    for (const auto& tie : ties_) {
        auto& sums = block.sums[tie.centre];
        sums.tie += tie.tie;
        sums.flow += tie.flow.value_or(0.0);
        sums.population += population * tie.share;
    }
    for (std::size_t i = 0; i < std::min(listed_, ties_.size()); ++i) block.listed.push_back({settlement, ties_[i]});
}

SettlementTies Row::summary() const {
    SettlementTies result;
    result.flow = flow_;
    if (ties_.empty()) return result;
    result.status = SettlementTies::Status::BeyondDecay;
    if (!(sum_ > 0.0)) return result;
    result.status = SettlementTies::Status::Tied;
    const auto& main = ties_.front();
    result.main = main;
    result.index = kPercent * (main.tie / input_.reference_mass);
    result.potential = kPercent * (sum_ / input_.reference_mass);
    result.leakage = leaking_ / sum_;
    if (ties_.size() > 1 && ties_[1].tie > 0.0) {
        result.second = ties_[1];
        result.contested = main.share - ties_[1].share <= input_.margin + kNoise;
    }
    return result;
}

SettlementTies Row::visit(std::size_t settlement, Block& block) {
    find_ties(settlement);
    put_in_order();
    add_to(block, settlement);
    return summary();
}

std::vector<double> powers(std::span<const double> values, double exponent) {
    std::vector<double> result;
    result.reserve(values.size());
    for (const double value : values) result.push_back(std::pow(value, exponent));
    return result;
}

/// Totals of the centres' hinterlands, from what was found for each settlement.
std::vector<CentreTotals> hinterland_totals(const InteractionInput& input, std::span<const SettlementTies> ties) {
    std::vector<CentreTotals> totals(input.masses.size());
    std::vector<double> costs(totals.size(), 0.0);
    std::vector<double> people_costs(totals.size(), 0.0);
    for (std::size_t i = 0; i < ties.size(); ++i) {
        const auto& main = ties[i].main;
        if (!main) continue;
        const auto centre = main->centre;
        const auto cost = static_cast<double>(main->cost);
        const auto families = value_or_none(input.families, i);
        const auto population = value_or_none(input.populations, i);
        auto& total = totals[centre];
        ++total.settlements;
        total.contested += ties[i].contested ? 1 : 0;
        total.families += families.value_or(0.0);
        total.population += population.value_or(0.0);
        total.without_families += families ? 0 : 1;
        total.without_population += population ? 0 : 1;
        costs[centre] += cost;
        people_costs[centre] += population.value_or(0.0) * cost;
    }
    for (std::size_t j = 0; j < totals.size(); ++j) {
        auto& total = totals[j];
        if (total.settlements > 0) total.mean_cost = costs[j] / static_cast<double>(total.settlements);
        if (total.population > 0.0) total.mean_population_cost = people_costs[j] / total.population;
    }
    return totals;
}

/// Takes the blocks' results over in their order.
void join_blocks(std::vector<Block>& blocks, Interactions& result) {
    for (auto& block : blocks) {
        for (std::size_t j = 0; j < block.sums.size(); ++j) {
            auto& total = result.centres[j];
            total.total_tie += block.sums[j].tie;
            total.total_flow += block.sums[j].flow;
            total.expected_population += block.sums[j].population;
        }
        result.listed.insert(result.listed.end(), block.listed.begin(), block.listed.end());
        block = {};
    }
}

}  // namespace

double greatest_mass(std::span<const double> masses) {
    return masses.empty() ? 0.0 : std::ranges::max(masses);
}

Interactions interactions(const InteractionInput& input, std::size_t listed, int threads, core::Progress& progress) {
    Interactions result;
    const auto settlements = input.settlements();
    result.settlements.resize(settlements);
    std::vector<Block> blocks((settlements + kBlock - 1) / kBlock);
    const auto flow_masses = powers(input.masses, input.mass_exponent);
    const auto work = [&](std::size_t begin, std::size_t end) {
        Row row(input, flow_masses, listed);
        for (std::size_t number = begin; number < end; ++number) {
            blocks[number].sums.resize(input.masses.size());
            for (std::size_t i = number * kBlock; i < std::min(settlements, (number + 1) * kBlock); ++i) {
                result.settlements[i] = row.visit(i, blocks[number]);
            }
        }
    };
    core::parallel_for(blocks.size(), {.threads = threads, .grain = 1}, progress, work);
    result.centres = hinterland_totals(input, result.settlements);
    join_blocks(blocks, result);
    return result;
}

}  // namespace desakota::hinterland
