#pragma once

#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/network_check.h"

namespace desakota::analyses {

/// The fields that a run uses of its road layers, kept from before the layers are converted.
struct RoadFields {
    struct Field {
        std::string parameter;  ///< "class-field"
        layers::Column column;
    };
    std::vector<std::vector<Field>> of_layer;  ///< by layer of the parameter `roads`
};
[[nodiscard]] RoadFields keep_road_fields(const Arguments& arguments);

/// source_layer, source_feature, change, join; the roads' own fields stand before them.
[[nodiscard]] std::vector<layers::ColumnDefinition> mended_columns();

/// The roads as check-network mends them in memory (network/mended.h): a layer that needs no cleaning any more. Each
/// line has the values of its road in the fields that the run uses, under their own names; a join those of the road
/// whose speed it has, with `join` 1. Rivers, ferries and landings are left out.
[[nodiscard]] layers::Layer make_mended_layer(const NetworkCheck& check, const network::RoadNetwork& network,
                                              const RoadFields& fields, const std::string& crs, RunContext& context);

}  // namespace desakota::analyses
