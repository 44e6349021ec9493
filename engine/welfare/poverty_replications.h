#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/statistics/resampling.h"
#include "engine/welfare/poverty.h"

namespace desakota::welfare {

/// A line that does not hold in a settlement (no price of rice there).
inline constexpr std::uint32_t kNoLine = 0xFFFFFFFF;

/// The sampled households of one settlement, as a bootstrap draws them.
struct PovertyStratum {
    std::size_t number = 0;            ///< of the settlement: the same draws for the same number
    std::optional<double> population;  ///< households from which they were drawn; missing: not known
    SortedIncomes incomes;
    std::span<const std::uint32_t> poor;  ///< for each line how many of the poorest are poor, or kNoLine
};

/// What shares of the poor need of one replication, by one line.
struct ReplicatedSums {
    double households = 0.0;
    double persons = 0.0;
    double poor_households = 0.0;
    double poor_persons = 0.0;

    ReplicatedSums& operator+=(const ReplicatedSums& other);
};

/// The sums of some replications, one line after the other within each replication. Not for use by several threads at
/// a time.
class PovertyReplications {
public:
    explicit PovertyReplications(const statistics::Resampling& resampling) : resampling_(resampling) {}

    /// Adds one settlement to replications `first`, `first` + 1 ... as many as `sums` holds.
    void add(const PovertyStratum& stratum, std::size_t first, std::span<ReplicatedSums> sums);

private:
    void draw(const PovertyStratum& stratum, std::size_t replication);

    statistics::Resampling resampling_;
    std::vector<double> factors_;
    std::vector<double> households_;  // of the first 0, 1, 2 ... in the last replication drawn
    std::vector<double> persons_;
};

}  // namespace desakota::welfare
