#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/layers/column.h"
#include "engine/network/road_network.h"

namespace desakota::analyses {

/// The unit of the run's --cost.
[[nodiscard]] network::Objective cost_of(const Arguments& arguments);

/// The two columns of a cost, <name>_m and <name>_min, of which a layer has the one of the run's --cost. `what`: what
/// follows "Distance " or "Time of travel " in the alias, such as "to the second centre".
[[nodiscard]] std::vector<layers::ColumnDefinition> cost_columns(const std::string& name, const core::Text& what);
[[nodiscard]] layers::ColumnDefinition cost_column(const std::string& name, const core::Text& what,
                                                   network::Objective cost);
/// Millimetres in metres, or milliseconds in minutes.
[[nodiscard]] double cost_value(double cost, network::Objective objective);

}  // namespace desakota::analyses
