#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/maps/office.h"
#include "engine/maps/prepared_layers.h"

namespace desakota::maps {

/// All that a map says. What is empty is left out. What it points at must outlive it.
struct MapSheet {
    core::Text title;     ///< "Distance to the nearest health facility"
    core::Text subtitle;  ///< "Dry season"
    std::string area;     ///< "Kawasan Telang"
    Office office;
    const Basemap* base = nullptr;
    const PreparedLayer* index = nullptr;  ///< what the map is about; its style is the legend
    core::Text worse;                      ///< which way is worse; empty: what the index's style says
    core::Text counted;                    ///< what the legend's counts are of; empty: "settlements"
    bool has_counts = true;                ///< whether the legend counts
    core::Text note;                       ///< such as how the classes were made
    std::vector<core::Text> sources;       ///< with their dates, one a line: "Roads: BIG, 2024"
    bool boundaries_are_indicative = true;
    /// An atlas page: the rows of the index that it is of, and what they are called ("Kecamatan Muara Telang"). They
    /// fill the map and are counted in the legend; the other rows are pale. No rows: the whole area.
    std::vector<std::size_t> page_rows;
    std::string page_name;
    /// The layer of the background to which the ways of the map lead (facilities or centres): it is named first, and
    /// the frame takes in those of its places that lie near. Missing: both are only for orientation.
    std::optional<LayerRole> destinations{};
};

enum class Paper : std::uint8_t { A4, A3 };

/// Upright or lying is chosen by the shape of what is drawn: the way in which it is larger.
struct SheetFormat {
    Paper paper = Paper::A4;
    double dots_per_inch = 300.0;  ///< of a PNG
};

/// The content of a PNG file that knows its resolution. The same sheet gives the same bytes. Any number of threads may
/// draw from the same layers.
[[nodiscard]] std::string draw_sheet_png(const MapSheet& sheet, const SheetFormat& format, core::Language language);
/// The content of a PDF file of one page of the paper's size, all of it lines and letters.
[[nodiscard]] std::string draw_sheet_pdf(const MapSheet& sheet, const SheetFormat& format, core::Language language);

}  // namespace desakota::maps
