#pragma once

#include <span>
#include <string>

#include "engine/analyses/way_columns.h"

namespace desakota::analyses {

/// The ways of all settlements in one search, for the companion layers.
struct WaySet {
    std::span<const WayRow> rows;
    const Destinations* destinations = nullptr;
    std::string level;  ///< the centres' level; empty where there is only one search
};

/// Declarations of the companions' columns. `destination`: "facility" or "centre", the start of the column's name.
struct DestinationWords {
    std::string column;  ///< "facility"
    core::Text title;    ///< "Facility"
};
[[nodiscard]] std::vector<layers::ColumnDefinition> destination_columns(const DestinationWords& words);
[[nodiscard]] std::vector<layers::ColumnDefinition> leg_columns();
[[nodiscard]] std::vector<layers::ColumnDefinition> route_columns(const DestinationWords& words);

/// Adds a destination's id and name, row for row.
void add_destination_columns(layers::Layer& layer, const WaySet& ways, const DestinationWords& words,
                             const ColumnPrefix& prefix = {});

/// A result that takes over each settlement's geometry as it was given, in its coordinate system.
[[nodiscard]] layers::Layer with_settlement_geometry(const layers::Layer& settlements);

/// From each settlement straight to where it meets the network, in the settlements' coordinate system: one row a
/// settlement (and level, with a column for it), without geometry where nothing is in reach.
[[nodiscard]] layers::Layer make_legs(const Settlements& settlements, const layers::Layer& settlement_layer,
                                      std::span<const WaySet> sets, RunContext& context);
/// The course of each way found.
[[nodiscard]] layers::Layer make_routes(const Settlements& settlements, const layers::Layer& settlement_layer,
                                        std::span<const WaySet> sets, const DestinationWords& words,
                                        RunContext& context);

}  // namespace desakota::analyses
