#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/places.h"

namespace desakota::analyses {

/// Centres or facilities: one entry a feature, and the places where they are (several for a multi-point).
struct Destinations {
    std::vector<std::string> ids;  ///< unique
    std::vector<std::optional<std::string>> names;
    std::vector<std::optional<std::string>> kinds;     ///< a facility's kind or a centre's level, as shown to users
    std::vector<std::optional<std::string>> statuses;  ///< a facility's, as written
    std::vector<geo::GridPoint> places;
    std::vector<std::uint32_t> features;  ///< the feature of each place, ascending
    LayerExtent extent;

    [[nodiscard]] std::size_t size() const { return ids.size(); }
    [[nodiscard]] const std::string& title(std::size_t feature) const {
        const auto& name = names[feature];
        return name ? *name : ids[feature];
    }
};

/// Whether a feature has a place.
[[nodiscard]] bool has_location(const Destinations& destinations, std::size_t feature);

/// Reads a destination layer: ids, names, places; kinds and statuses from the fields of those parameters (empty names:
/// none).
struct DestinationFields {
    FeatureFields feature;
    std::string kind;
    std::string status;
};
[[nodiscard]] Destinations read_destinations(Arguments& arguments, const DestinationFields& fields,
                                             RunContext& context);

/// The places of the chosen features, and whose they are: what a search starts from.
struct PlaceSelection {
    std::vector<geo::GridPoint> places;
    std::vector<std::uint32_t> features;
};
[[nodiscard]] PlaceSelection select_places(const Destinations& destinations, const std::vector<bool>& chosen);

}  // namespace desakota::analyses
