#include "tests/support/table.h"

#include <stdexcept>
#include <utility>

#include "tests/support/region.h"

namespace desakota::test_support {

std::string_view wgs84_wkt() {
    return R"wkt(GEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563,)wkt"
           R"wkt(LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],)wkt"
           R"wkt(AXIS["geodetic latitude (Lat)",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],)wkt"
           R"wkt(AXIS["geodetic longitude (Lon)",east,ORDER[2],ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4326]])wkt";
}

namespace {
struct CellAdder {
    layers::Column& column;
    void operator()(std::monostate /*missing*/) const { column.add_missing(); }
    void operator()(std::string_view value) const { column.add_text(value); }
    void operator()(std::int64_t value) const { column.add_whole_number(value); }
    void operator()(double value) const { column.add_number(value); }
};

}  // namespace

layers::Layer make_layer(std::string name, core::Text title, geo::GeometryType type,
                         std::initializer_list<layers::ColumnDefinition> columns) {
    layers::Layer layer;
    layer.name = std::move(name);
    layer.title = std::move(title);
    layer.crs = wgs84_wkt();
    layer.geometry_type = type;
    for (const auto& definition : columns) layer.add_column(definition);
    return layer;
}

void add_row(layers::Layer& layer, geo::PartRole role, std::span<const geo::Point> coordinates,
             std::initializer_list<Cell> cells) {
    if (cells.size() != layer.columns.size()) throw std::logic_error("add_row: as many cells as columns");
    if (layer.geometry_type != geo::GeometryType::None) {
        layer.geometry.add_part(role, coordinates);
        layer.geometry.end_feature();
    }
    layer.feature_ids.push_back(static_cast<std::int64_t>(++layer.row_count));
    auto column = layer.columns.begin();
    for (const auto& cell : cells) std::visit(CellAdder{*column++}, cell);
}

}  // namespace desakota::test_support
