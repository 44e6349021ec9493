#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/io/output_target.h"
#include "engine/io/write_layers.h"
#include "engine/layers/layer.h"

namespace desakota::io {

inline constexpr auto kWgs84 =
    R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]])";

/// A point layer with every column type, missing values, quotes, accents and, unless told otherwise, a row without
/// geometry.
enum class AllWithGeometry : std::uint8_t { No, Yes };
inline layers::Layer sample_settlements(AllWithGeometry all = AllWithGeometry::No) {
    using layers::ColumnType;
    layers::Layer layer;
    layer.name = "health_access";
    layer.title = {"Access to health care", "Akses kesehatan"};
    layer.crs = kWgs84;
    layer.geometry_type = geo::GeometryType::Point;
    layer.row_count = 4;
    for (int row = 0; row < 4; ++row) {
        if (row != 2 || all == AllWithGeometry::Yes)
            layer.geometry.add_part(geo::PartRole::Point, std::vector<geo::Point>{{104.5 + row / 3.0, -2.25}});
        layer.geometry.end_feature();
    }
    auto& code = layer.add_column({"settlement_id", ColumnType::Text, "", {"Code", "Kode"}});
    for (const auto* text : {"0012", "-", "=1+1", ""}) code.add_text(text);
    auto& name = layer.add_column({"settlement_name", ColumnType::Text, "", {"Name", "Nama"}});
    name.add_text("Muara \"Telang\", Café");
    name.add_missing();
    name.add_text("Mulyasari\nbaru");
    name.add_text("-5,5");
    auto& families = layer.add_column({"families", ColumnType::WholeNumber, "", {"Families", "Keluarga"}});
    families.add_whole_number(9007199254740993);
    families.add_missing();
    families.add_whole_number(0);
    families.add_whole_number(-7);
    auto& total = layer.add_column({"total_m", ColumnType::Number, "m", {"Way", "Jarak"}});
    for (const double metres : {1.0 / 3.0, 5000.0, 1e-7}) total.add_number(metres);
    total.add_missing();
    auto& edge = layer.add_column({"edge", ColumnType::YesNo, "", {"Edge", "Tepi"}});
    edge.add_yes_no(true);
    edge.add_yes_no(false);
    edge.add_missing();
    edge.add_yes_no(true);
    return layer;
}

/// Two lines, one of them in two pieces.
inline layers::Layer sample_legs() {
    layers::Layer layer;
    layer.name = "health_access_legs";
    layer.title = {"Way to the road", "Jalan masuk"};
    layer.crs = kWgs84;
    layer.geometry_type = geo::GeometryType::Line;
    layer.row_count = 2;
    layer.geometry.add_part(geo::PartRole::Line, std::vector<geo::Point>{{104.5, -2.0}, {104.6, -2.1}});
    layer.geometry.end_feature();
    layer.geometry.add_part(geo::PartRole::Line, std::vector<geo::Point>{{105.0, -2.0}, {105.1, -2.1}, {105.2, -2.0}});
    layer.geometry.add_part(geo::PartRole::Line, std::vector<geo::Point>{{106.0, -2.0}, {106.1, -2.1}});
    layer.geometry.end_feature();
    auto& length = layer.add_column({"entry_m", layers::ColumnType::Number, "m", {}});
    length.add_number(15.25);
    length.add_number(30.5);
    return layer;
}

/// A table without geometry.
inline layers::Layer sample_summary() {
    layers::Layer layer;
    layer.name = "health_access_summary";
    layer.title = {"Summary", "Ringkasan"};
    layer.row_count = 1;
    layer.add_column({"group_field", layers::ColumnType::Text, "", {}}).add_text("kecamatan");
    return layer;
}

/// A square of 2 by 2 with a hole, its outer ring clockwise, and a second square, as one feature.
inline layers::Layer sample_areas() {
    layers::Layer layer;
    layer.name = "areas";
    layer.crs = kWgs84;
    layer.geometry_type = geo::GeometryType::Polygon;
    layer.row_count = 1;
    const auto square = [](double x, double y, double side) {
        return std::vector<geo::Point>{{x, y}, {x, y + side}, {x + side, y + side}, {x + side, y}, {x, y}};
    };
    layer.geometry.add_part(geo::PartRole::OuterRing, square(100.0, 0.0, 2.0));
    layer.geometry.add_part(geo::PartRole::InnerRing, square(100.5, 0.5, 1.0));
    layer.geometry.add_part(geo::PartRole::OuterRing, square(104.0, 0.0, 1.0));
    layer.geometry.end_feature();
    return layer;
}

/// What can be written to `path`: FlatGeobuf takes no row without geometry.
inline std::vector<layers::Layer> sample_result(const std::string& path) {
    const auto all = path.ends_with(".fgb") ? AllWithGeometry::Yes : AllWithGeometry::No;
    return {sample_settlements(all), sample_legs(), sample_summary()};
}

inline std::vector<std::string> write_sample(const OutputTarget& target) {
    core::SilentProgress silent;
    return write_layers(sample_result(target.path), target, silent);
}

inline std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace desakota::io
