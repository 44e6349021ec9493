#include "engine/welfare/inequality_between.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace desakota::welfare {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

struct Totals {
    double weight = 0.0;
    double income = 0.0;
    [[nodiscard]] double mean() const { return income / weight; }
};

Totals add_up(std::span<const SettlementIncome> settlements) {
    Totals totals;
    for (const auto& each : settlements) {
        totals.weight += each.weight;
        totals.income += each.weight * each.mean_income;
    }
    return totals;
}

/// The sum of `share` x the squared distance to `mean`, as a part of that mean.
template <class Share>
double variation(std::span<const SettlementIncome> settlements, double mean, const Share& share) {
    double sum = 0.0;
    for (const auto& each : settlements) {
        const double distance = each.mean_income - mean;
        sum += share(each) * distance * distance;
    }
    return std::sqrt(sum) / mean;
}

}  // namespace

TheilParts theil_t_parts(std::span<const SettlementIncome> settlements) {
    const auto totals = add_up(settlements);
    if (!(totals.income > 0.0)) return {kMissing, kMissing};
    TheilParts parts;
    for (const auto& each : settlements) {
        const double share = each.weight * each.mean_income / totals.income;
        if (share <= 0.0) continue;
        parts.within += share * each.theil_t;
        parts.between += share * std::log(each.mean_income / totals.mean());
    }
    parts.between = std::max(0.0, parts.between);
    return parts;
}

TheilParts theil_l_parts(std::span<const SettlementIncome> settlements) {
    const auto totals = add_up(settlements);
    if (!(totals.income > 0.0)) return {kMissing, kMissing};
    TheilParts parts;
    for (const auto& each : settlements) {
        if (!(each.mean_income > 0.0)) return {kMissing, kMissing};
        const double share = each.weight / totals.weight;
        parts.within += share * each.theil_l;
        parts.between += share * std::log(totals.mean() / each.mean_income);
    }
    if (std::isnan(parts.within)) return {kMissing, kMissing};
    parts.between = std::max(0.0, parts.between);
    return parts;
}

Williamson williamson(std::span<const SettlementIncome> settlements) {
    const auto totals = add_up(settlements);
    if (settlements.size() < 2 || !(totals.income > 0.0)) return {kMissing, kMissing, kMissing};
    const auto count = static_cast<double>(settlements.size());
    double plain_mean = 0.0;
    for (const auto& each : settlements) plain_mean += each.mean_income / count;
    const auto alike = [count](const SettlementIncome& /*each*/) { return 1.0 / count; };
    const auto by_weight = [&totals](const SettlementIncome& each) { return each.weight / totals.weight; };
    return {variation(settlements, totals.mean(), by_weight), variation(settlements, plain_mean, alike),
            variation(settlements, totals.mean(), alike)};
}

}  // namespace desakota::welfare
