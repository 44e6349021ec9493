#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/network_check.h"

namespace desakota::analyses {

/// Links that are missing in a road network, and what each would bring.
struct MissingLinks {
    std::vector<network::Finding> links;
    BreakGains gains;  ///< link by link; empty where no settlements and facilities were given
    bool has_gains = false;
    /// Those worth telling, the most worth first: with gains, those that bring any, by families, then settlements, then
    /// the shorter; otherwise those between components, by the length of the shorter component.
    std::vector<std::uint32_t> ranking;
};
[[nodiscard]] MissingLinks rank_missing_links(const NetworkCheck& check, const network::RoadNetwork& network,
                                              std::vector<network::Finding> links, BreakGains gains);

/// rank, kind (data_fault, project), gap_m, the two lines, connects, connected_km, what would be gained, reason.
[[nodiscard]] std::vector<layers::ColumnDefinition> missing_link_columns();
/// A straight line for each link of the ranking, in its order.
[[nodiscard]] layers::Layer make_missing_link_layer(const NetworkCheck& check, const network::RoadNetwork& network,
                                                    const MissingLinks& missing, const std::string& crs,
                                                    RunContext& context);
/// Figures and the answer: how many links would help, and which one most.
void add_missing_link_answer(Results& results, const NetworkCheck& check, const network::RoadNetwork& network,
                             const MissingLinks& missing);

}  // namespace desakota::analyses
