#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/break_gains.h"
#include "engine/analyses/road_input.h"

namespace desakota::analyses {

/// Where the lines of a network came from.
struct LineSources {
    std::vector<std::string> layer_labels;
    std::vector<std::vector<std::int64_t>> feature_ids;

    [[nodiscard]] std::int64_t feature_id(std::uint32_t layer, std::uint32_t feature) const;
};

/// All that check-network finds.
struct NetworkCheck {
    LineSources sources;
    std::vector<LineWithoutLength> without_length;
    network::Components components;
    std::vector<network::Finding> findings;
    BreakGains gains;  ///< empty where no settlements and facilities were given
    bool has_gains = false;
    core::Text threshold;  ///< in a sentence: "5.0 km"
    network::Cleaning cleaning = network::Cleaning::On;
};

/// "3 settlements (320 families)".
[[nodiscard]] core::Text gain_text(const Gain& gain);
/// "jalan.gpkg, fid 17": a line of the input.
[[nodiscard]] core::Text line_text(const NetworkCheck& check, const network::RoadNetwork& network, std::uint32_t line);

/// Columns of the main layer and of check_network_components.
[[nodiscard]] std::vector<layers::ColumnDefinition> finding_columns();
[[nodiscard]] std::vector<layers::ColumnDefinition> component_columns();

/// One point a finding, in the coordinate system `crs`; decisions and advice in the run's language.
[[nodiscard]] layers::Layer make_finding_layer(const NetworkCheck& check, const network::RoadNetwork& network,
                                               const std::string& crs, RunContext& context);
/// One line a line of the input, with its component.
[[nodiscard]] layers::Layer make_component_layer(const NetworkCheck& check, const network::RoadNetwork& network,
                                                 const std::string& crs, RunContext& context);

/// Figures and summary; the histogram of gaps as an information that advises on the tolerance.
void add_check_answer(Results& results, const NetworkCheck& check, const network::RoadNetwork& network,
                      const network::NetworkOptions& options, core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
