#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/core/text.h"

namespace desakota::analyses {

/// What stands for the value in usage lines: LAYER, NUMBER, "walking|car" ...; empty for a yes/no.
[[nodiscard]] core::Text usage_word(const Parameter& parameter);

/// "0 to 10 m", "at least 0", "at most 10 km"; empty where every number is accepted.
[[nodiscard]] core::Text range_text(const Parameter& parameter);

/// Everything users should know of a parameter: title, help, geometry, range, choices, default, usual names.
[[nodiscard]] core::Text parameter_description(const Parameter& parameter);

[[nodiscard]] core::Text geometry_name(geo::GeometryType type);
/// "point or polygon".
[[nodiscard]] core::Text geometry_names(const std::vector<geo::GeometryType>& types);
[[nodiscard]] core::Text column_type_name(layers::ColumnType type);

/// The codes of a choice, in order.
[[nodiscard]] std::vector<std::string> choice_codes(const Parameter& parameter);

[[nodiscard]] std::string joined(const std::vector<std::string>& texts, std::string_view between);

}  // namespace desakota::analyses
