#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/core/text.h"

namespace desakota::hinterland {

/// What holds back or furthers the tie between a centre and its hinterland beside the way, after a study of the Kota
/// Terpadu Mandiri Belitang. The study names the factors and measures none: that a score s with weight w multiplies a
/// tie by s^w is our assumption.
struct Factor {
    enum class Kind : std::uint8_t { Inhibiting, Driving };
    std::string_view code;
    Kind kind = Kind::Inhibiting;
    std::string_view english;
    std::string_view indonesian;
};
inline constexpr std::array kFactors{
    Factor{"institutional_readiness", Factor::Kind::Inhibiting, "readiness of local institutions",
           "kesiapan institusi daerah"},
    Factor{"local_policy", Factor::Kind::Inhibiting, "local political decisions", "keputusan politik lokal"},
    Factor{"human_resources", Factor::Kind::Inhibiting, "quality of human resources", "kualitas sumber daya manusia"},
    Factor{"funds_and_materials", Factor::Kind::Driving, "funds and raw materials",
           "ketersediaan pendanaan serta bahan baku"},
    Factor{"participation", Factor::Kind::Driving, "participation of the community", "partisipasi masyarakat"},
    Factor{"commitment", Factor::Kind::Driving, "commitment of those concerned", "komitmen aktor terkait"},
};

/// A score below this would all but cut a tie off on an opinion.
inline constexpr double kLeastScore = 0.05;

/// What is wrong, one sentence each: as many weights as scores, scores in [kLeastScore, 1], weights not negative that
/// sum to 1 (within 1e-9). No scores and no weights are sound: no factor.
[[nodiscard]] std::vector<core::Text> factor_faults(std::span<const double> scores, std::span<const double> weights);

struct FactorEffect {
    double multiplier = 1.0;         ///< of a tie: the product of s^w, in [kLeastScore, 1]
    std::vector<double> loss_share;  ///< of each factor: w ln s over the sum of it; sums to 1, or all 0 without loss
};
/// Scores and weights without faults.
[[nodiscard]] FactorEffect factor_effect(std::span<const double> scores, std::span<const double> weights);

}  // namespace desakota::hinterland
