#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace desakota::statistics {

/// What a bootstrap within strata (settlements) needs to draw the same replications again, whatever the number of
/// threads and the order.
struct Resampling {
    std::uint64_t seed = 1;
    std::size_t replications = 1000;
};

/// In one replication, the factor by which the weight of each unit that was sampled in one stratum is multiplied. The
/// factors sum to their number, and none is negative.
///
/// n - 1 of the n units are drawn with replacement; a unit drawn c times has the factor a + b c n / (n - 1) with
/// b = sqrt(1 - n / population) and a = 1 - b, where `population` is the number of units in the stratum (at least n);
/// b = 1 where it is not known. The only unit of a stratum always has the factor 1.
///
/// Source: Rao, Wu and Yue (1992), "Some recent work on resampling methods for complex surveys", Survey Methodology
/// 18, 209-217 (m = n - 1).
void draw_factors(const Resampling& resampling, std::size_t replication, std::size_t stratum,
                  std::optional<double> population, std::span<double> factors);

}  // namespace desakota::statistics
