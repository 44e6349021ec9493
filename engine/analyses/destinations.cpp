#include "engine/analyses/destinations.h"

#include <algorithm>
#include <utility>

namespace desakota::analyses {

Destinations read_destinations(Arguments& arguments, const DestinationFields& fields, RunContext& context) {
    const auto& name = fields.feature.layer;
    const auto& layer = *arguments.layer(name);
    const auto texts = [&](const std::string& field) {
        return field_texts(arguments.column(name, field), layer.row_count);
    };
    Destinations destinations;
    destinations.ids = read_ids(arguments, fields.feature, context.diagnostics);
    destinations.names = texts(fields.feature.name);
    destinations.kinds = texts(fields.kind);
    destinations.statuses = texts(fields.status);
    auto places = read_places(layer, arguments.column(name, fields.feature.name), context);
    destinations.places = std::move(places.places);
    destinations.features = std::move(places.features);
    destinations.extent = std::move(places.extent);
    return destinations;
}

bool has_location(const Destinations& destinations, std::size_t feature) {
    return std::ranges::binary_search(destinations.features, static_cast<std::uint32_t>(feature));
}

PlaceSelection select_places(const Destinations& destinations, const std::vector<bool>& chosen) {
    PlaceSelection selection;
    for (std::size_t i = 0; i < destinations.places.size(); ++i) {
        if (!chosen[destinations.features[i]]) continue;
        selection.places.push_back(destinations.places[i]);
        selection.features.push_back(destinations.features[i]);
    }
    return selection;
}

}  // namespace desakota::analyses
