#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "engine/maps/canvas.h"
#include "engine/maps/map_view.h"
#include "engine/maps/prepared_layers.h"

namespace desakota::maps {

/// What a map shows, apart from where and how large.
struct MapContent {
    const Basemap* base = nullptr;
    const PreparedLayer* index = nullptr;
    std::vector<bool> bright;  ///< of each row of the index: the others are pale; empty: all are bright
    double symbols = 1.0;      ///< how many times as large symbols are as their styles say
    double letters = 2.2;      ///< the size of names, in mm
    double names_reach = 1.0;  ///< to how many times as small a scale names are tried as their styles say
    /// Layers of the background with more lines than that in sight are left out.
    std::size_t most_lines = std::numeric_limits<std::size_t>::max();
    std::vector<Box> reserved{};              ///< where no name may stand, on the page
    std::optional<LayerRole> destinations{};  ///< as in MapSheet

    [[nodiscard]] bool is_bright(std::size_t row) const { return bright.empty() || bright[row]; }
};

/// What of the background is drawn where that part of the plane (metres) is seen, the lowest first, destinations last.
/// Lesser places beside named ones of their role are shown where the map is about that role.
[[nodiscard]] std::vector<const BackgroundLayer*> shown_background(const MapContent& content, const Box& seen);

/// How many times as large the markers of a background layer are as its style says: smaller where that part of the
/// plane shows so many that they would hide the map.
[[nodiscard]] double marker_times(const PreparedLayer& layer, const Box& seen);
/// The same on a map: what is no destination is smaller.
[[nodiscard]] double marker_times(const MapContent& content, const BackgroundLayer& layer, const Box& seen);
/// How many times as large the markers of the index are as its style says: smaller where there are very many in sight.
[[nodiscard]] double index_times(const MapContent& content, const Box& seen);
/// How far the largest marker of the index reaches, in mm; 0 of lines and areas.
[[nodiscard]] double index_reach(const MapContent& content);

/// Background, index and above areas and lines centres and facilities, clipped to the view's frame; no names.
void draw_features(const Canvas& canvas, const MapView& view, const MapContent& content);

/// These rows of a layer as its style says, clipped to the frame.
void draw_rows(const Canvas& canvas, const MapView& view, const PreparedLayer& layer,
               const std::vector<std::size_t>& rows, double symbols);

/// Lines, or the borders of areas, of some rows, clipped to the frame, all with one symbol.
struct RowLines {
    const ProjectedGeometry* projected = nullptr;
    std::vector<std::size_t> rows;
    Symbol symbol;
};
void draw_lines(const Canvas& canvas, const MapView& view, const RowLines& lines);

/// The class of a row is drawn at all: a missing class is not.
[[nodiscard]] bool is_drawn(const PreparedLayer& layer, std::size_t row);

}  // namespace desakota::maps
