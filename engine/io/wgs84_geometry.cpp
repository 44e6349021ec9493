#include "engine/io/wgs84_geometry.h"

#include <cmath>

#include "engine/core/error.h"
#include "engine/core/number_text.h"
#include "engine/geo/coordinate_system.h"
#include "engine/io/geometry_encoding.h"

namespace desakota::io {
namespace {

constexpr int kDecimals = 9;

void check_places(const layers::Layer& layer, const geo::Geometries& geometries, const std::string& format) {
    for (std::size_t row = 0; row < geometries.size(); ++row) {
        if (geometries.is_missing(row)) continue;
        const auto box = extent_of(geometries, row);
        if (std::isfinite(box.min_x + box.min_y + box.max_x + box.max_y)) continue;
        throw core::failure(core::format_text(
            "{0}, row {1}: its place cannot be given in WGS 84, which {2} needs. Choose .gpkg for the output.",
            "{0}, baris {1}: letaknya tidak dapat dinyatakan dalam WGS 84 yang diperlukan {2}. Pilih .gpkg untuk "
            "hasil.",
            layer.name, row + 1, format));
    }
}

}  // namespace

geo::Geometries in_wgs84(const layers::Layer& layer, const std::string& format, core::Progress& progress) {
    auto geometries = layer.geometry;
    if (layer.geometry_type == geo::GeometryType::None) return geometries;
    if (layer.crs.empty()) {
        throw core::usage_error(core::format_text(
            "{0}: the layer has no coordinate system, and {1} needs WGS 84. Choose .gpkg for the output.",
            "{0}: lapisan ini tidak memiliki sistem koordinat, sedangkan {1} memerlukan WGS 84. Pilih .gpkg untuk "
            "hasil.",
            layer.name, format));
    }
    geo::to_wgs84(geometries.all_coordinates(), layer.crs, {}, progress);
    check_places(layer, geometries, format);
    return geometries;
}

std::string degree_text(double value) {
    auto text = core::number_text(value, kDecimals);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

}  // namespace desakota::io
