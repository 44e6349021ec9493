#include "engine/analyses/scenario_base.h"

#include <tuple>

namespace desakota::analyses {
namespace {

/// All members, so that one that is added is not forgotten here.
auto members(const paths::NearestOptions& options) {
    const auto& [access, cutoff] = options;
    const auto& [max_access, off_road_factor, walking_kmh, objective] = access;
    return std::tuple(cutoff, max_access, off_road_factor, walking_kmh, objective);
}
auto members(const PlaceSelection& selection) {
    const auto& [places, features] = selection;
    return std::tie(places, features);
}

}  // namespace

bool same_question(const BaseQuestion& one, const BaseQuestion& other) {
    return one.network == other.network && members(one.facilities) == members(other.facilities) &&
           members(one.options) == members(other.options) && one.places == other.places &&
           one.representatives == other.representatives && one.limit == other.limit;
}

}  // namespace desakota::analyses
