#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/value_combinations.h"
#include "engine/network/lines.h"
#include "engine/network/profile_rules.h"

namespace desakota::analyses {

/// One field of the road layers: its parameter (`class-field`, of the layer parameter `roads`) and the names that it
/// usually has, in lower case.
struct RoadField {
    std::string parameter;
    std::vector<std::string> usual_names;
};
/// All of them, for the declarations of parameters: class-field, surface-field, level-field, bridge-field,
/// tunnel-field, direction-field (interface.md), and junction-field, access-field, route-field, duration-field,
/// join-field, which are rarely named by hand. Columns of layers `rivers` and `ferries` are found by the same usual
/// names; `ferry-duration-field`, where it is declared, names that of ferries.
[[nodiscard]] const std::vector<RoadField>& road_fields();

/// One line layer among those of a run.
struct LineLayer {
    const layers::Layer* layer = nullptr;
    network::LayerRole role = network::LayerRole::Roads;
    std::size_t index = 0;     ///< among the layers of its parameter
    std::uint32_t number = 0;  ///< among all line layers
    std::string label;         ///< for messages, different for each layer
};

/// What the fields of a layer say of its lines.
struct LayerAttributes {
    ValueCombinations combinations;
    std::vector<network::LineAttributes> of_combination;  ///< `feature` is to be set row by row

    [[nodiscard]] network::LineAttributes of(std::size_t row) const {
        auto attributes = of_combination[combinations.of_row[row]];
        attributes.feature = static_cast<std::uint32_t>(row);
        return attributes;
    }
};

/// Turns the fields of line layers into attributes and travel rules: see road_input.h for the parameters.
class RoadAttributes {
public:
    RoadAttributes(Arguments& arguments, core::Diagnostics& diagnostics);

    [[nodiscard]] LayerAttributes read(const LineLayer& line_layer, core::Progress& progress);

    /// Tells what was found in all layers, as errors and warnings. Throws core::usage_error where a profile file or
    /// direction values were given that no layer can use.
    void finish();

    [[nodiscard]] const network::RuleTable& rules() const { return rules_; }
    [[nodiscard]] double walking_kmh() const { return walking_kmh_; }
    /// Whether any layer's ways depend on the season, and on the mode.
    [[nodiscard]] bool season_has_effect() const { return season_has_effect_; }
    [[nodiscard]] bool mode_has_effect() const { return season_has_effect_ || one_way_has_effect_; }

private:
    struct Fields;
    struct Way;
    struct Reading;
    struct Unknown;
    [[nodiscard]] Fields find_fields(const LineLayer& line_layer) const;
    [[nodiscard]] const network::Profile* choose_profile(const LineLayer& line_layer, const Fields& fields);
    [[nodiscard]] network::Direction read_direction(const Fields& fields, const Way& way,
                                                    network::ValueCounts& unknown);
    [[nodiscard]] network::LineAttributes read_way(const Reading& reading, std::size_t row, std::size_t count,
                                                   Unknown& unknown);
    void report_directions(const LineLayer& line_layer, const Fields& fields, const network::ValueCounts& unknown);

    Arguments& arguments_;
    core::Diagnostics& diagnostics_;
    network::RuleSettings settings_;
    network::DirectionValues direction_values_;
    std::optional<network::Profile> profile_;
    network::RuleTable rules_;
    double walking_kmh_ = network::kWalkingKmh;
    bool walking_is_known_ = false;
    bool profile_has_effect_ = false;
    bool directions_have_effect_ = false;
    bool season_has_effect_ = false;   ///< a profile holds for some layer
    bool one_way_has_effect_ = false;  ///< which does not bind walking
};

}  // namespace desakota::analyses
