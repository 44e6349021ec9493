#pragma once

#include <vector>

#include "engine/planning/synergy.h"

namespace desakota::planning {

/// The two areas of the paper.
inline constexpr SynergyInputs kTelang{System::None, Goals::NotAgreed, Process::Varied, Effect::RisenNotOptimal};
inline constexpr SynergyInputs kBatuBetumpang{System::Partial, Goals::Some, Process::Varied, Effect::RisenNotOptimal};

/// Every combination of ratings, and of missing ones where `with_missing`.
[[nodiscard]] inline std::vector<SynergyInputs> all_inputs(bool with_missing) {
    std::vector<SynergyInputs> all{SynergyInputs{}};
    for (const auto dimension : kDimensions) {
        std::vector<SynergyInputs> more;
        for (auto one : all) {
            if (with_missing) more.push_back(one);
            for (std::size_t place = 0; place < scale_of(dimension).ratings.size(); ++place) {
                one.set(dimension, place);
                more.push_back(one);
            }
        }
        all = std::move(more);
    }
    return all;
}

}  // namespace desakota::planning
