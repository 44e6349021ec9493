#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/facilities.h"
#include "engine/analyses/road_input.h"
#include "engine/network/changed_network.h"

namespace desakota::analyses {

/// added-roads, removed-roads, changed-roads, added-facilities, removed-facilities, scenario-season, and their fields.
[[nodiscard]] std::vector<Parameter> scenario_parameters();
/// A usage error, collected, that lists them where none is given or the season is the base's.
void refuse_empty_scenario(const Arguments& arguments, core::Diagnostics& diagnostics);

/// The season of the scenario where it is not that of the base; else empty.
[[nodiscard]] std::string scenario_season(const Arguments& arguments);

/// The arguments of the base in the scenario's season, with its line layers.
[[nodiscard]] Arguments in_scenario_season(const Arguments& arguments);

/// The roads to remove, on WGS 84.
struct RemovedRoads {
    std::vector<std::vector<geo::GridPoint>> courses;  ///< one a part
    std::vector<std::uint32_t> features;               ///< the row of each
};
/// For which attributes a layer of changed roads has fields.
struct ToldAttributes {
    bool level = false;
    bool bridge = false;
    bool tunnel = false;
    bool direction = false;  ///< by direction or junction
    bool route = false;
};
/// The roads of a scenario, as they were drawn.
struct ScenarioRoads {
    RoadInput added;
    RoadInput changed;
    std::vector<ToldAttributes> told_of_changed;  ///< by layer of `changed`
    RemovedRoads removed;
};
/// Reads the layers `added-roads` and `changed-roads` as read_roads would, under the scenario's season, and
/// `removed-roads`; without lines where none is given. Profile, default speed and direction values hold for them as far
/// as they have the fields.
[[nodiscard]] ScenarioRoads read_scenario_roads(Arguments& arguments, RunContext& context);

/// What the roads of a scenario change in a network: the changed lines, then the added ones.
///
///   * A removed road takes away the lines that it covers from end to end, to 1 m.
///   * A changed road gives the lines that it covers so its own attributes, running as it runs; they keep their course,
///     and with it the places where they meet others. Level, bridge, tunnel and direction for which its layer has no
///     field stay as they are. A line that several cover goes with the first of them.
///   * Joins that an earlier cleaning wrote are not changed.
///   * Features that cover no line, or none that is left, or that would make another kind of way (ferry, river,
///     railway, controlled access) of a line without a route field that tells so, are errors that name them; features
///     of which a part covers no line or one that is taken already, warnings.
[[nodiscard]] network::NetworkChange find_road_change(const ScenarioRoads& roads, const network::RoadNetwork& network,
                                                      const Arguments& arguments, RunContext& context);

/// The facilities of both runs as one list: the base's, then the added ones.
struct ScenarioFacilities {
    Destinations destinations;
    std::vector<bool> before;  ///< those that count and function in the base
    std::vector<bool> after;   ///< and in the scenario
    std::size_t added = 0;
    std::size_t removed = 0;
};
/// Reads `added-facilities` as read_facilities would, and `removed-facilities`, whose features name the base's by id,
/// else by name, else by lying within 50 m; one that names none or several is an error. An added facility whose id is
/// taken gets "added-" before it.
[[nodiscard]] ScenarioFacilities read_scenario_facilities(const Facilities& base, Arguments& arguments,
                                                          RunContext& context);

/// The money of all added and changed roads and added facilities, in rupiah; missing where no cost field is given.
[[nodiscard]] std::optional<double> read_scenario_cost(Arguments& arguments, core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
