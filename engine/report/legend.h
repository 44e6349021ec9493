#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/maps/drawn_layer.h"

namespace desakota::report {

/// One line of an index's legend, in one language.
struct LegendEntry {
    std::string heading;  ///< empty: none
    std::string label;
    std::size_t rows = 0;  ///< how many rows of the layer fall into the class
    maps::Symbol symbol;
};

/// How the rows of a drawn layer fall into its classes.
struct Legend {
    std::vector<LegendEntry> entries;  ///< one a class, in the style's order
    std::vector<std::optional<std::size_t>> class_of_row;
    std::vector<bool> is_doubtful;
    std::string doubt;  ///< what doubtful rows are called; empty where the style knows no doubt
    std::size_t doubtful_rows = 0;
    std::size_t undrawn_rows = 0;  ///< fall into no class
};
[[nodiscard]] Legend legend_of(const maps::DrawnLayer& drawn, core::Language language);

/// "#0072b2"
[[nodiscard]] std::string colour_code(const maps::Colour& colour);

/// A legend's sample as an <svg> element, without alternative text: its label stands beside it.
[[nodiscard]] std::string swatch_svg(const maps::Symbol& symbol, geo::GeometryType type, bool is_doubtful = false);

}  // namespace desakota::report
