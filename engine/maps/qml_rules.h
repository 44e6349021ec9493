#pragma once

#include <cstddef>
#include <vector>

#include "engine/core/text.h"
#include "engine/layers/layer.h"
#include "engine/maps/style.h"
#include "engine/maps/xml.h"

namespace desakota::maps {

/// What of a style becomes rules, which are QGIS's legend.
struct LegendEntries {
    std::vector<std::size_t> classes;  ///< indices, in the legend's order
    bool has_doubt = false;
};

/// All classes, and the mark of doubt where a row has it. QGIS folds a legend of ten entries (headings and the line
/// that tells which way is worse count): in a longer one, classes that no row takes are left out, the last first;
/// ranges of numbers stay, as does everything in a layer without rows.
[[nodiscard]] LegendEntries legend_entries(const Style& style, const layers::Layer& layer);

/// Writes the element `rules`. The symbol of a class has the class's number, that of doubt the number of classes.
void write_rules(XmlWriter& xml, const Style& style, const layers::Layer& layer, const LegendEntries& entries,
                 core::Language language);

}  // namespace desakota::maps
