#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/access/decay.h"
#include "engine/core/progress.h"

namespace desakota::hinterland {

/// Settlements and centres of a run. Settlement i and centre j are tied by
///
///     tie_ij = A_j f(c_ij) x settlement_multiplier_i x centre_multiplier_j,
///
/// A the mass, f the decay, c the cost; a pair without a way has no tie.
struct InteractionInput {
    std::span<const std::int64_t> costs;  ///< core/units.h, row for row: [settlement x centres + centre]
    std::span<const double> masses;       ///< of each centre, above 0
    const access::Decay* decay = nullptr;
    double reference_mass = 0.0;  ///< A_ref, above 0: usually greatest_mass(masses)

    /// Factors beside the way (factors.h), each above 0 and not above 1; empty: none.
    std::span<const double> settlement_multipliers;
    std::span<const double> centre_multipliers;

    /// Of each settlement, not negative; empty: none known.
    std::span<const std::optional<double>> populations;
    std::span<const std::optional<double>> families;
    double population_exponent = 1.0;  ///< a of the flow P_i^a A_j^b f(c_ij)
    double mass_exponent = 1.0;        ///< b

    std::vector<bool> outside;  ///< centres outside the area; empty: all inside
    double margin = 0.1;        ///< contested: the second share is not more than this below the first

    [[nodiscard]] std::size_t settlements() const { return masses.empty() ? 0 : costs.size() / masses.size(); }
};

[[nodiscard]] double greatest_mass(std::span<const double> masses);

/// A centre as seen from a settlement.
struct CentreTie {
    std::size_t centre = 0;
    std::int64_t cost = 0;
    double tie = 0.0;
    double share = 0.0;  ///< Huff: tie over the sum of the settlement's ties to ALL centres; 0 where that sum is 0
    std::optional<double> flow;  ///< P_i^a A_j^b f(c_ij) x multipliers; missing without a population
};

struct SettlementTies {
    enum class Status : std::uint8_t {
        Tied,
        BeyondDecay,  ///< ways to centres, but f is 0 at each: no tie, index 0
        NoWay,        ///< no way to any centre: index 0
    };
    Status status = Status::NoWay;
    double index = 0.0;      ///< 100 x greatest tie / A_ref: 100 at a full centre
    double potential = 0.0;  ///< 100 x sum of ties / A_ref
    std::optional<double> flow;
    std::optional<CentreTie> main;    ///< the greatest tie; of equal ones the nearer, the larger, the earlier; Tied
    std::optional<CentreTie> second;  ///< Tied, and there is another tie
    bool contested = false;
    double leakage = 0.0;  ///< sum of shares of centres outside
};

/// A centre's hinterland: the settlements whose main centre it is.
struct CentreTotals {
    std::size_t settlements = 0;
    std::size_t contested = 0;
    double families = 0.0;  ///< of those whose number is known
    double population = 0.0;
    std::size_t without_families = 0;  ///< settlements whose number is not known
    std::size_t without_population = 0;
    std::optional<double> mean_cost;             ///< each settlement of the hinterland alike
    std::optional<double> mean_population_cost;  ///< weighted by population
    // Over all settlements, in the hinterland or not:
    double total_tie = 0.0;
    double total_flow = 0.0;
    double expected_population = 0.0;  ///< Huff: sum of population x share
};

struct SettlementCentre {
    std::size_t settlement = 0;
    CentreTie tie;
};

struct Interactions {
    std::vector<SettlementTies> settlements;
    std::vector<CentreTotals> centres;
    /// By settlement, then from the greatest tie down (order of `main`): the first `listed` centres that have a way.
    std::vector<SettlementCentre> listed;
};

/// The index of a settlement depends on no other settlement and never falls where a cost falls. Shares are over all
/// centres, however many are listed. The same for any number of threads.
///
/// Sources: Huff (1963), "A probabilistic analysis of shopping center trade areas", Land Economics 39, 81-90; Stewart
/// (1947), Geographical Review 37, 461-485 (potential). The index: ours.
[[nodiscard]] Interactions interactions(const InteractionInput& input, std::size_t listed, int threads,
                                        core::Progress& progress);

}  // namespace desakota::hinterland
