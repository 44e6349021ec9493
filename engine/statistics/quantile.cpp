#include "engine/statistics/quantile.h"

#include <cmath>
#include <cstddef>
#include <limits>

namespace desakota::statistics {
namespace {

/// Weights that differ by rounding only count as equal.
constexpr double kSame = 1e-12;

}  // namespace

double weighted_quantile(const Weighted& sorted, double share) {
    double total = 0.0;
    for (const double weight : sorted.weights) total += weight;
    if (!(total > 0.0)) return std::numeric_limits<double>::quiet_NaN();
    const double wanted = share * total;
    const double nothing = kSame * total;
    double sum = 0.0;
    for (std::size_t i = 0; i < sorted.values.size(); ++i) {
        if (sorted.weights[i] <= 0.0) continue;
        sum += sorted.weights[i];
        if (sum < wanted - nothing) continue;
        if (sum > wanted + nothing) return sorted.values[i];
        for (std::size_t next = i + 1; next < sorted.values.size(); ++next) {
            if (sorted.weights[next] > 0.0) return (sorted.values[i] + sorted.values[next]) / 2.0;
        }
        return sorted.values[i];
    }
    return sorted.values.back();
}

}  // namespace desakota::statistics
