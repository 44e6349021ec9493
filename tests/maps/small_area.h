#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"
#include "engine/maps/prepared_layers.h"
#include "engine/maps/sheet.h"

namespace desakota::maps {

/// A field of square settlements in degrees, its south-western corner at `corner`; each has a distance and a name.
inline layers::Layer square_settlements(std::size_t columns, std::size_t rows, const geo::Point& corner, double side) {
    layers::Layer layer;
    layer.name = "settlements";
    layer.crs = geo::wgs84_wkt();
    layer.geometry_type = geo::GeometryType::Polygon;
    layers::Column names({"name", layers::ColumnType::Text, "", {"Name", "Nama"}});
    layers::Column distances({"total_m", layers::ColumnType::Number, "m", {"Distance", "Jarak"}});
    for (std::size_t i = 0; i < columns * rows; ++i) {
        const double x = corner.x + side * static_cast<double>(i % columns);
        const double y = corner.y + side * static_cast<double>(i / columns);
        const std::vector<geo::Point> ring{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
        layer.geometry.add_part(geo::PartRole::OuterRing, ring);
        layer.geometry.end_feature();
        names.add_text("Desa " + std::to_string(i));
        distances.add_number(1000.0 * static_cast<double>(i));
    }
    layer.columns = {names, distances};
    layer.row_count = columns * rows;
    return layer;
}

/// Up to 2 km, up to 5 km, and the rest.
inline Style distance_classes() {
    Style style{.name = "distance", .title = {"Distance", "Jarak"}, .classes = {}, .names = Names{"name"}};
    StyleClass near{{"0-2 km", "0-2 km"}, {.colour = kSkyBlue}, {Within{"total_m", {}, 2000.0}}, false, {}};
    StyleClass middle{{"2-5 km", "2-5 km"}, {.colour = kOrange}, {Within{"total_m", 2000.0, 5000.0}}, false, {}};
    StyleClass far{{"Further", "Lebih jauh"}, {.colour = kVermilion, .hatch = Hatch::Rising}, {}, true, {}};
    style.classes = {near, middle, far};
    return style;
}

inline layers::Layer points(const std::vector<geo::Point>& places) {
    layers::Layer layer;
    layer.name = "points";
    layer.crs = geo::wgs84_wkt();
    layer.geometry_type = geo::GeometryType::Point;
    for (const auto& place : places) {
        layer.geometry.add_part(geo::PartRole::Point, std::vector<geo::Point>{place});
        layer.geometry.end_feature();
    }
    layer.row_count = places.size();
    return layer;
}

/// A map of nine settlements, ready to be drawn.
struct SmallMap {
    explicit SmallMap(layers::Layer settlements = square_settlements(3, 3, {104.7, -2.6}, 0.05),
                      const Style& style = distance_classes())
        : layer(std::move(settlements)) {
        LayerPreparation preparation(layer, core::Parallel{}, progress);
        index = preparation.prepare({&layer, style});
        base.zone = preparation.zone();
        base.background.push_back(
            {LayerRole::Area, {}, preparation.prepare({&layer, Style{.name = "area", .names = {}}})});
    }

    [[nodiscard]] MapSheet sheet() const {
        MapSheet made;
        made.title = {"Distance", "Jarak"};
        made.area = "Telang";
        made.office.signer = "Siti";
        made.base = &base;
        made.index = &index;
        return made;
    }

    core::SilentProgress progress;
    layers::Layer layer;
    PreparedLayer index;
    Basemap base;
};

}  // namespace desakota::maps
