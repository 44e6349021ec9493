#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "tests/support/random.h"

namespace desakota::welfare {

/// Some households' incomes and weights, in any order.
struct Incomes {
    std::vector<double> values;
    std::vector<double> weights;
};

inline void append(Incomes& incomes, const Incomes& more) {
    incomes.values.insert(incomes.values.end(), more.values.begin(), more.values.end());
    incomes.weights.insert(incomes.weights.end(), more.weights.begin(), more.weights.end());
}

inline void sort(Incomes& incomes) {
    std::vector<std::size_t> order(incomes.values.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return incomes.values[i]; });
    Incomes sorted;
    for (const auto i : order) {
        sorted.values.push_back(incomes.values[i]);
        sorted.weights.push_back(incomes.weights[i]);
    }
    incomes = std::move(sorted);
}

/// 2 to 40 households with incomes as uneven as in villages, some of them alike and a share without any.
inline Incomes random_incomes(test_support::Random& random, double share_without = 0.0) {
    Incomes incomes;
    const auto count = 2 + random.below(39);
    while (incomes.values.size() < count) {
        const bool is_alike = !incomes.values.empty() && random.chance(0.2);
        const double own = std::floor(400000.0 * std::exp(0.7 * random.about_normal())) + 1.0;
        const double income = is_alike ? incomes.values[random.below(incomes.values.size())] : own;
        incomes.values.push_back(random.chance(share_without) ? 0.0 : income);
        incomes.weights.push_back(random.chance(0.5) ? 1.0 : random.between(0.2, 6.0));
    }
    return incomes;
}

}  // namespace desakota::welfare
