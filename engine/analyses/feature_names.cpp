#include "engine/analyses/feature_names.h"

#include "engine/network/way_fields.h"

namespace desakota::analyses {

FeatureNames::FeatureNames(std::span<const std::string> ids, std::span<const std::optional<std::string>> names) {
    for (std::uint32_t feature = 0; feature < ids.size(); ++feature) {
        by_id_[ids[feature]].push_back(feature);
        const auto& name = names[feature];
        if (name) by_name_[network::normalised(*name)].push_back(feature);
    }
}

std::vector<std::uint32_t> FeatureNames::find(const std::string& called) const {
    if (const auto place = by_id_.find(called); place != by_id_.end()) return place->second;
    const auto place = by_name_.find(network::normalised(called));
    return place == by_name_.end() ? std::vector<std::uint32_t>{} : place->second;
}

}  // namespace desakota::analyses
