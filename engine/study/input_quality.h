#pragma once

#include <optional>
#include <set>
#include <string>

#include "engine/layers/layer.h"
#include "engine/study/results.h"

namespace desakota::study {

/// Shares from 0 to 1; missing where they do not apply.

/// Rows whose geometry is there and valid: polygons by GEOS, lines and points by having two places or one. Of the rows
/// of a table it does not apply.
[[nodiscard]] std::optional<double> valid_geometries(const layers::Layer& layer);
/// Filled cells of the fields that the runs took, fields in which a blank has a meaning left out (one-way, bridge,
/// level ...). `parameter`: the layer parameter; `place`: which of its layers.
[[nodiscard]] std::optional<double> filled_fields(const layers::Layer& layer, const StudyResults& results,
                                                  const std::string& parameter, std::size_t place);
/// Rows whose field with a settlement's id names a settlement of the runs, or a code or name that a confirmed match
/// gives; of the table of match-names, the rows matched.
[[nodiscard]] std::optional<double> matched_ids(const layers::Layer& layer, const StudyResults& results,
                                                const std::string& parameter);
/// Of roads: ends of lines that check-network had neither to join to a line near by nor found to miss one.
[[nodiscard]] std::optional<double> sound_line_ends(const layers::Layer& layer, const StudyResults& results);

}  // namespace desakota::study
