#include "engine/statistics/resampling.h"

#include <algorithm>
#include <cmath>

#include "engine/statistics/random.h"

namespace desakota::statistics {

void draw_factors(const Resampling& resampling, std::size_t replication, std::size_t stratum,
                  std::optional<double> population, std::span<double> factors) {
    const std::size_t size = factors.size();
    if (size < 2) {
        std::ranges::fill(factors, 1.0);
        return;
    }
    const auto sampled = static_cast<double>(size);
    const double spread = population ? std::sqrt(std::max(0.0, 1.0 - sampled / *population)) : 1.0;
    std::ranges::fill(factors, 1.0 - spread);
    const double step = spread * sampled / (sampled - 1.0);
    Random random(resampling.seed, replication, stratum);
    for (std::size_t draw = 1; draw < size; ++draw) factors[random.below(size)] += step;
}

}  // namespace desakota::statistics
