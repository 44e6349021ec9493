#pragma once

#include <optional>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/demand.h"
#include "engine/analyses/homes.h"

namespace desakota::analyses {

/// homes, homes-id-field, homes-families-field, population-raster, families-at: where the families of a settlement are
/// taken to be.
[[nodiscard]] std::vector<Parameter> family_place_parameters();

/// What the run was given to tell where families live; without layers, roads or a single point.
struct FamilySources {
    std::optional<FamilyLayer> homes;
    std::optional<FamilyLayer> population;
    bool along_roads = true;  ///< --families-at roads

    /// The layers' extents, after `others`.
    [[nodiscard]] std::vector<LayerExtent> with_extents(std::vector<LayerExtent> others) const;
};
[[nodiscard]] FamilySources read_family_sources(Arguments& arguments, const Settlements& settlements,
                                                RunContext& context);

/// Usage errors, collected: --homes together with --population-raster; --families-at or --population-raster where no
/// settlement is a polygon; --families-at together with --homes.
void refuse_family_options_without_effect(const Arguments& arguments, const Settlements& settlements,
                                          core::Diagnostics& diagnostics);

/// Places the families of every settlement, by the first of these that says where they are:
///
///   * --homes: the settlement's homes; without any, its own place (a warning lists such settlements).
///   * --population-raster, polygons: the cells inside; without populated ones, as next (a warning lists them).
///   * --families-at roads, polygons: along the `roads` inside (network/demand_points.h).
///   * its own place: a point, or the polygon's point on the surface.
/// A scenario places families once, in the base run's network.
[[nodiscard]] DemandPoints place_families(const Settlements& settlements, const FamilySources& sources,
                                          const network::RoadNetwork& roads, RunContext& context);

}  // namespace desakota::analyses
