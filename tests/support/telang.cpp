#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/region.h"
#include "tests/support/table.h"
#include "tests/support/telang_centres.h"
#include "tests/support/telang_columns.h"
#include "tests/support/telang_health.h"
#include "tests/support/telang_land.h"
#include "tests/support/telang_people.h"
#include "tests/support/telang_roads.h"

namespace desakota::test_support {

namespace {

using geo::GeometryType;
using geo::PartRole;
using layers::ColumnType;
using layers::Layer;

std::vector<geo::Point> to_lon_lat(const std::vector<Metres>& metres) {
    std::vector<geo::Point> points;
    points.reserve(metres.size());
    for (const auto& point : metres) points.push_back(test_support::to_lon_lat(point));
    return points;
}

Layer make_settlements(const Land& land, const VillageSquares& place) {
    auto layer = make_layer("settlements", illustrative_title("Villages", "Desa"), GeometryType::Polygon,
                            {text_column("kode", "Code (invented)", "Kode (rekaan)"),
                             text_column("nama", "Name", "Nama"),
                             text_column("jenis", "Kind", "Jenis"),
                             text_column("kecamatan", "Kecamatan", "Kecamatan"),
                             text_column("skp", "SKP (settlement cluster)", "Satuan kawasan pengembangan"),
                             text_column("kawasan", "Kawasan", "Kawasan"),
                             count_column("jumlah_kk", "Families", "Jumlah keluarga"),
                             count_column("penduduk", "Population", "Penduduk"),
                             count_column("kk_miskin", "Poor families", "Keluarga miskin"),
                             text_column("wilayah_kerja", "Assigned puskesmas", "Puskesmas wilayah kerja"),
                             {"jarak_podes",
                              ColumnType::Number,
                              "km",
                              {"Declared distance to a puskesmas", "Jarak ke puskesmas (laporan)"}}});
    std::size_t next = 0;
    for (const auto& column : land.columns) {
        for (std::size_t i = 0; i < column.villages(); ++i) {
            const auto& village = place.villages[next++];
            add_row(layer, PartRole::OuterRing, to_lon_lat(village_ring(land, column, i)),
                    {village.code, village.name, village.kind, village.kecamatan, village.skp, kTelangArea,
                     village.families, village.people, village.poor_families, assigned_puskesmas(village),
                     number_or_missing(declared_distance(village, place))});
        }
    }
    return layer;
}

Layer make_roads(const Ways& ways) {
    auto layer =
        make_layer("roads", illustrative_title("Roads", "Jalan"), GeometryType::Line,
                   {text_column("nama", "Name", "Nama"), text_column("class", "Class", "Kelas jalan"),
                    text_column("surface", "Surface", "Permukaan"), text_column("bridge", "Bridge", "Jembatan"),
                    count_column("layer", "Level", "Tingkat"), text_column("oneway", "One-way", "Satu arah"),
                    text_column("catatan", "Fault put in on purpose", "Kesalahan yang sengaja dibuat")});
    for (const auto& road : ways.roads) {
        add_row(layer, PartRole::Line, to_lon_lat(road.points),
                {road.name, road.road_class, road.surface, text_or_missing(road.is_bridge ? "yes" : ""),
                 std::int64_t{road.is_bridge ? 1 : 0}, text_or_missing(road.one_way), text_or_missing(road.note)});
    }
    return layer;
}

struct WaterPlan {
    std::string_view name;
    std::string_view kind;
    double width_m;
};
constexpr std::array<WaterPlan, kDivides> kWaters{{{"Sungai Banyuasin", "Sungai", 1'150.0},
                                                   {"Saluran Primer Barat", "Saluran Primer", 60.0},
                                                   {"Sungai Telang", "Sungai", 400.0},
                                                   {"Saluran Primer Timur", "Saluran Primer", 60.0},
                                                   {"Sungai Musi", "Sungai", 850.0},
                                                   {"Sungai Upang", "Sungai", 500.0}}};

void add_secondary_canals(Layer& layer, const Land& land) {
    int number = 0;
    for (const auto& column : land.columns) {
        for (std::size_t i = 1; i < column.villages(); ++i) {
            add_row(layer, PartRole::Line, to_lon_lat(column.rungs[i].line),
                    {fmt::format("Saluran Sekunder {}", ++number), "Saluran Sekunder", 20.0});
        }
    }
}

/// Rivers and canals share vertices where they meet; each landing has its channel to the middle of the river.
Layer make_rivers(Land land, const Ways& ways) {
    auto layer = make_layer("rivers", illustrative_title("Rivers and canals", "Sungai dan saluran"), GeometryType::Line,
                            {text_column("nama", "Name", "Nama"),
                             text_column("class", "Class", "Kelas"),
                             {"lebar_m", ColumnType::Number, "m", {"Width", "Lebar"}}});
    for (const auto& landing : ways.landings)
        land.divides[static_cast<std::size_t>(landing.river)].insert(landing.place.y);
    for (std::size_t i = 0; i < kDivides; ++i) {
        add_row(layer, PartRole::Line, to_lon_lat(waterway(land, static_cast<Divide>(i))),
                {kWaters[i].name, kWaters[i].kind, kWaters[i].width_m});
    }
    add_secondary_canals(layer, land);
    for (const auto& landing : ways.landings) {
        add_row(layer, PartRole::Line, to_lon_lat({landing.place, land.divide(landing.river).at(landing.place.y)}),
                {Cell{}, "Alur Sungai", Cell{}});
    }
    return layer;
}

Layer make_ferries(const Ways& ways) {
    auto layer = make_layer(
        "ferries", illustrative_title("Ferry lines", "Lintasan feri"), GeometryType::Line,
        {text_column("nama", "Name", "Nama"), text_column("duration", "Duration (hours:minutes)", "Lama (jam:menit)")});
    for (const auto& ferry : ways.ferries) {
        add_row(layer, PartRole::Line, to_lon_lat(ferry.points), {ferry.name, text_or_missing(ferry.duration)});
    }
    return layer;
}

Layer make_landings(const Ways& ways) {
    auto layer = make_layer("landings", illustrative_title("Landings", "Dermaga"), GeometryType::Point,
                            {text_column("nama", "Name", "Nama"), text_column("jenis", "Kind", "Jenis")});
    for (const auto& landing : ways.landings) {
        add_point(layer, landing.place, {fmt::format("Dermaga {}", layer.row_count + 1), landing.kind});
    }
    return layer;
}

}  // namespace

Region make_telang() {
    const auto land = make_land();
    const auto ways = make_ways(land);
    const auto villages = make_villages();
    const VillageSquares place{villages, ways.village_squares};
    return {make_settlements(land, place), make_roads(ways),
            make_telang_facilities(place), make_telang_centres(place, ways.regency_centre),
            make_rivers(land, ways),       make_ferries(ways),
            make_landings(ways),           make_telang_centre_facilities(place, ways.regency_centre)};
}

}  // namespace desakota::test_support
