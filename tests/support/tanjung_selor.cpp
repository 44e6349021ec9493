#include "tests/support/tanjung_selor.h"

#include <array>
#include <string>
#include <vector>

#include "tests/support/table.h"
#include "tests/support/tanjung_selor_households.h"

namespace desakota::test_support {
namespace {

using layers::ColumnType;

struct Settlement {
    const char* code;
    const char* name;
    std::int64_t families;
    std::int64_t rice_price;  // Rp a kg
    double beyond;            // share of families more than 5 km from a puskesmas
    std::vector<geo::Point> outline;
};

std::vector<Settlement> settlements() {
    // Neighbours share their border points.
    const geo::Point north_west{117.302, 2.872};
    const geo::Point north{117.341, 2.879};
    const geo::Point north_east{117.383, 2.868};
    const geo::Point west{117.298, 2.836};
    const geo::Point middle{117.344, 2.840};
    const geo::Point east{117.391, 2.831};
    const geo::Point south_west{117.305, 2.794};
    const geo::Point south_left{117.331, 2.789};
    const geo::Point middle_left{117.328, 2.8375};
    const geo::Point middle_right{117.362, 2.8366};
    const geo::Point south_right{117.365, 2.783};
    const geo::Point south_east{117.396, 2.790};
    return {{"CTH-TS-01", "Gunung Sari", 150, 6000, 0.0, {north_west, north, middle, middle_left, west, north_west}},
            {"CTH-TS-02", "Bumi Rahayu", 142, 5500, 0.0, {north, north_east, east, middle_right, middle, north}},
            {"CTH-TS-03", "Selimau I", 125, 5500, 0.0, {west, middle_left, south_left, south_west, west}},
            {"CTH-TS-04",
             "Selimau II",
             125,
             6000,
             1.0,
             {middle_left, middle, middle_right, south_right, south_left, middle_left}},
            {"CTH-TS-05", "Selimau III", 125, 6500, 1.0, {middle_right, east, south_east, south_right, middle_right}}};
}

std::string_view yes_or_no(bool value) {
    return value ? "ya" : "tidak";
}

layers::Layer settlement_layer() {
    auto layer = make_layer("settlements", {"Settlements of Tanjung Selor", "Satuan permukiman Tanjung Selor"},
                            geo::GeometryType::Polygon,
                            {{"kode_sp", ColumnType::Text, {}, {}},
                             {"nama_sp", ColumnType::Text, {}, {}},
                             {"jenis", ColumnType::Text, {}, {}},
                             {"kecamatan", ColumnType::Text, {}, {}},
                             {"jumlah_kk", ColumnType::WholeNumber, {}, {}},
                             {"harga_beras_rp", ColumnType::WholeNumber, {}, {}},
                             {"share_beyond", ColumnType::Number, {}, {}}});
    for (const auto& one : settlements()) {
        add_row(layer, geo::PartRole::OuterRing, one.outline,
                {std::string_view(one.code), std::string_view(one.name), std::string_view("upt"),
                 std::string_view("Tanjung Selor"), one.families, one.rice_price, one.beyond});
    }
    return layer;
}

layers::Layer household_table() {
    auto layer =
        make_layer("households", {"Households of Tanjung Selor", "Rumah tangga Tanjung Selor"}, geo::GeometryType::None,
                   {{"kode_sp", ColumnType::Text, {}, {}},
                    {"jumlah_art", ColumnType::WholeNumber, {}, {}},
                    {"pendapatan", ColumnType::WholeNumber, {}, {}},
                    {"art_bekerja", ColumnType::WholeNumber, {}, {}},
                    {"lama_sekolah", ColumnType::WholeNumber, {}, {}},
                    {"tamat_sd", ColumnType::Text, {}, {}},
                    {"jam_kerja", ColumnType::WholeNumber, {}, {}},
                    {"luas_lahan", ColumnType::Number, {}, {}},
                    {"produksi_netto_kg", ColumnType::WholeNumber, {}, {}},
                    {"listrik", ColumnType::Text, {}, {}},
                    {"air_bersih", ColumnType::Text, {}, {}},
                    {"jumlah_anak", ColumnType::WholeNumber, {}, {}},
                    {"anak_diimunisasi", ColumnType::WholeNumber, {}, {}},
                    {"ibu_melek_huruf", ColumnType::Text, {}, {}}});
    layer.crs.clear();
    constexpr int kPrimarySchool = 6;  // years
    const auto places = settlements();
    for (const auto& one : kSampleHouseholds) {
        add_row(layer, geo::PartRole::Point, {},
                {std::string_view(places[one.settlement].code), std::int64_t{one.persons}, std::int64_t{one.income},
                 std::int64_t{one.working}, std::int64_t{one.schooling}, yes_or_no(one.schooling >= kPrimarySchool),
                 std::int64_t{one.hours}, one.land, std::int64_t{one.production}, yes_or_no(one.electricity),
                 yes_or_no(one.clean_water), std::int64_t{one.children}, std::int64_t{one.immunised},
                 yes_or_no(one.literate)});
    }
    return layer;
}

}  // namespace

TanjungSelor make_tanjung_selor() {
    return {settlement_layer(), household_table()};
}

}  // namespace desakota::test_support
