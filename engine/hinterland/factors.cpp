#include "engine/hinterland/factors.h"

#include <cmath>
#include <numeric>

#include "engine/core/number_text.h"

namespace desakota::hinterland {

std::vector<core::Text> factor_faults(std::span<const double> scores, std::span<const double> weights) {
    std::vector<core::Text> faults;
    if (scores.empty() && weights.empty()) return faults;
    if (scores.size() != weights.size()) {
        faults.push_back(core::format_text("there are {0} scores and {1} weights; give each factor both",
                                           "ada {0} nilai faktor dan {1} bobot; beri setiap faktor keduanya",
                                           scores.size(), weights.size()));
    }
    for (const double score : scores) {
        if (score >= kLeastScore && score <= 1.0) continue;
        faults.push_back(core::format_text("the score {0} of a factor must be from {1} to 1",
                                           "nilai faktor {0} harus antara {1} dan 1", core::number_text(score),
                                           core::number_text(kLeastScore)));
    }
    for (const double weight : weights) {
        if (weight >= 0.0) continue;
        faults.push_back(core::format_text("the weight {0} of a factor must not be negative",
                                           "bobot faktor {0} tidak boleh negatif", core::number_text(weight)));
    }
    constexpr double kTolerance = 1e-9;
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (!(std::abs(sum - 1.0) <= kTolerance)) {
        faults.push_back(core::format_text("the weights of the factors sum to {0}; they must sum to 1",
                                           "jumlah bobot faktor {0}; harus 1", core::number_text(sum)));
    }
    return faults;
}

FactorEffect factor_effect(std::span<const double> scores, std::span<const double> weights) {
    FactorEffect effect;
    double sum = 0.0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        // A score of 1 loses nothing; "0 x ln 1" would be a negative zero in the shares.
        effect.loss_share.push_back(scores[i] < 1.0 ? weights[i] * std::log(scores[i]) : 0.0);
        sum += effect.loss_share.back();
    }
    effect.multiplier = std::exp(sum);
    for (double& loss : effect.loss_share) loss = sum < 0.0 ? loss / sum : 0.0;
    return effect;
}

}  // namespace desakota::hinterland
