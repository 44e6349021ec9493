#include "engine/paths/nearby_searches.h"

#include <utility>

namespace desakota::paths {

NearbySearches::NearbySearches(const network::RoadNetwork& network, const NearestOptions& options,
                               const core::Parallel& parallel, core::Progress& progress)
    : network_(network),
      options_(options),
      graph_(build_graph(network, options.access.objective, network::Orientation::Inward, parallel, progress)),
      has_times_(network::has_times(network)) {}

void NearbySearches::search(const std::vector<geo::GridPoint>& destinations, std::int64_t limit,
                            const std::function<void(const Nearest& nearest)>& visit) {
    Nearest nearest(network_, destinations, options_, {graph_, has_times_, limit}, take_field());
    visit(nearest);
    auto field = std::move(nearest).give_back();
    const std::scoped_lock lock(mutex_);
    fields_.push_back(std::move(field));
}

CostField NearbySearches::take_field() {
    {
        const std::scoped_lock lock(mutex_);
        if (!fields_.empty()) {
            auto field = std::move(fields_.back());
            fields_.pop_back();
            return field;
        }
    }
    return CostField(network_.node_count());
}

}  // namespace desakota::paths
