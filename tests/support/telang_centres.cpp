#include "tests/support/telang_centres.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <string>

namespace desakota::test_support {
namespace {

using geo::GeometryType;
using layers::Layer;

struct CentrePlan {
    std::string_view code;
    std::string_view level;
    std::string_view serves;
    std::string_view village;
    std::int64_t primary_schools = 0;
    Metres from_square;
    std::string_view readiness = "";  ///< of its institutions, 0.05 to 1, as offices write it
};
constexpr Metres kBesideSquare{-150.0, -15.0};
constexpr Metres kBesideTown{-720.0, 200.0};
constexpr std::string_view kRegencyTown = "Pangkalan Balai";
constexpr std::int64_t kRegencyTownPeople = 21'400;
constexpr std::array kCentres{CentrePlan{"PS-01", "skp", "SKP A", "Purwosari", 2, kBesideSquare, "0,6"},
                              CentrePlan{"PS-02", "skp", "SKP B", "Banyu Urip", 1, kBesideSquare, "0,55"},
                              CentrePlan{"PS-03", "skp", "SKP C", "Terusan Dalam", 2, kBesideSquare, "0,7"},
                              CentrePlan{"PS-04", "skp", "SKP D", "Telang Jaya", 2, kBesideSquare, "0,65"},
                              CentrePlan{"PS-05", "skp", "SKP E", "Sumber Hidup", 2, kBesideSquare, "0,7"},
                              CentrePlan{"PS-06", "skp", "SKP F", "Upang Ceria", 1, kBesideSquare, "0,4"},
                              CentrePlan{"PK-01", "kawasan", kTelangArea, "Mulyasari", 4, kBesideTown, "0,8"},
                              CentrePlan{"PB-01", "kabupaten", "Banyuasin", kRegencyTown, 11, {-90.0, 60.0}, "1"}};

struct FacilityPlan {
    std::string_view centre;
    std::string_view kind;
    std::string_view name;
    std::string_view status = "berfungsi";
};
/// Health facilities are those of the layer `facilities`.
constexpr std::array kFacilities{
    FacilityPlan{"PS-01", "SMP", "SMP Purwosari"},
    FacilityPlan{"PS-01", "Polindes", "Polindes Purwosari"},
    FacilityPlan{"PS-01", "Pasar mingguan", "Pasar Kamis Purwosari"},
    FacilityPlan{"PS-01", "Kantor desa", "Kantor Desa Purwosari"},
    FacilityPlan{"PS-01", "Kantor SKP", "Kantor SKP A", "tidak berfungsi"},
    FacilityPlan{"PS-02", "SMP", "SMP Banyu Urip", "rusak berat"},
    FacilityPlan{"PS-02", "Pustu", "Puskesmas Pembantu Banyu Urip"},
    FacilityPlan{"PS-02", "Pasar harian", "Pasar Banyu Urip"},
    FacilityPlan{"PS-02", "Kantor SKP", "Kantor SKP B"},
    FacilityPlan{"PS-03", "MTs", "MTs Terusan Dalam"},
    FacilityPlan{"PS-03", "Pustu", "Puskesmas Pembantu Terusan Dalam"},
    FacilityPlan{"PS-03", "Pasar harian", "Pasar Terusan Dalam"},
    FacilityPlan{"PS-03", "Balai desa", "Balai Desa Terusan Dalam"},
    FacilityPlan{"PS-03", "Kantor SKP", "Kantor SKP C"},
    FacilityPlan{"PS-04", "SMP", "SMP Telang Jaya"},
    FacilityPlan{"PS-04", "SMA", "SMA Telang Jaya"},
    FacilityPlan{"PS-04", "Puskesmas", "Puskesmas Muara Telang"},
    FacilityPlan{"PS-04", "Pasar harian", "Pasar Telang Jaya"},
    FacilityPlan{"PS-04", "Kantor camat", "Kantor Camat Muara Telang"},
    FacilityPlan{"PS-04", "Kantor desa", "Kantor Desa Telang Jaya"},
    FacilityPlan{"PS-05", "SMP", "SMP Sumber Hidup"},
    FacilityPlan{"PS-05", "Pustu", "Puskesmas Pembantu Sumber Hidup", "tidak berfungsi"},
    FacilityPlan{"PS-05", "Pasar harian", "Pasar Sumber Hidup", ""},
    FacilityPlan{"PS-05", "Balai desa", "Balai Desa Sumber Hidup", ""},
    FacilityPlan{"PS-06", "SMP", "SMP Upang Ceria"},
    FacilityPlan{"PS-06", "Puskesmas", "Puskesmas Upang Ceria", "tidak berfungsi"},
    FacilityPlan{"PS-06", "Kantor desa", "Kantor Desa Upang Ceria"},
    FacilityPlan{"PK-01", "SMP", "SMP Mulyasari"},
    FacilityPlan{"PK-01", "MTs", "MTs Mulyasari"},
    FacilityPlan{"PK-01", "SMA", "SMA Mulyasari"},
    FacilityPlan{"PK-01", "Puskesmas", "Puskesmas Mulyasari"},
    FacilityPlan{"PK-01", "Pasar harian", "Pasar KTM Telang", "tidak berfungsi"},
    FacilityPlan{"PK-01", "Kantor KTM", "Kantor Pengelola KTM Telang"},
    FacilityPlan{"PK-01", "Kantor desa", "Kantor Desa Mulyasari"},
    FacilityPlan{"PB-01", "SMP", "SMP 1 Pangkalan Balai"},
    FacilityPlan{"PB-01", "SMP", "SMP 2 Pangkalan Balai"},
    FacilityPlan{"PB-01", "MTs", "MTs Pangkalan Balai"},
    FacilityPlan{"PB-01", "SMA", "SMA Pangkalan Balai"},
    FacilityPlan{"PB-01", "SMA", "SMK Pangkalan Balai"},
    FacilityPlan{"PB-01", "Puskesmas", "Puskesmas Pangkalan Balai"},
    FacilityPlan{"PB-01", "Pustu", "Puskesmas Pembantu Pangkalan Balai"},
    FacilityPlan{"PB-01", "Pasar harian", "Pasar Pangkalan Balai"},
    FacilityPlan{"PB-01", "Pasar harian", "Pasar Baru Pangkalan Balai"},
    FacilityPlan{"PB-01", "Kantor bupati", "Kantor Bupati Banyuasin"},
    FacilityPlan{"PB-01", "Kantor camat", "Kantor Camat Banyuasin III"},
    FacilityPlan{"PB-01", "Kantor lurah", "Kantor Lurah Pangkalan Balai"},
};

/// How many facilities of the kinds that begin with one of these words are built there.
std::int64_t count_of(const CentrePlan& centre, std::initializer_list<std::string_view> words) {
    return std::ranges::count_if(kFacilities, [&](const FacilityPlan& facility) {
        return facility.centre == centre.code &&
               std::ranges::any_of(words, [&](std::string_view word) { return facility.kind.starts_with(word); });
    });
}

Metres square_of(const CentrePlan& centre, const VillageSquares& place, const Metres& regency_centre) {
    return centre.village == kRegencyTown ? regency_centre : place.of(centre.village);
}

std::int64_t people_of(const CentrePlan& centre, const VillageSquares& place) {
    return centre.village == kRegencyTown ? kRegencyTownPeople : village_named(place.villages, centre.village).people;
}

std::string name_of(const CentrePlan& centre) {
    if (centre.level == "skp") return fmt::format("Pusat {} {}", centre.serves, centre.village);
    return centre.level == "kawasan" ? "KPB Telang (Mulyasari)" : std::string(centre.village);
}

Metres shifted(const Metres& place, const Metres& by) {
    return {place.x + by.x, place.y + by.y};
}

bool is_health_facility(std::string_view kind) {
    return kind == "Puskesmas" || kind == "Pustu" || kind == "Polindes";
}

/// Round the centre, the first at 120 m and each farther than the last; health facilities on the square.
Metres place_in(const CentrePlan& centre, const Metres& square, std::size_t number, std::string_view kind) {
    constexpr std::array<Metres, 6> kDirections{
        {{0.9, 0.4}, {-0.5, 0.8}, {-0.9, -0.3}, {0.3, -0.9}, {0.6, 0.8}, {-0.8, 0.6}}};
    if (is_health_facility(kind)) return square;
    const double away = 120.0 + 45.0 * static_cast<double>(number);
    const auto& direction = kDirections[number % kDirections.size()];
    return shifted(shifted(square, centre.from_square), {away * direction.x, away * direction.y});
}

}  // namespace

Layer make_telang_centres(const VillageSquares& place, const Metres& regency_centre) {
    auto layer = make_layer(
        "centres", illustrative_title("Centres", "Pusat"), GeometryType::Point,
        {text_column("kode", "Code (invented)", "Kode (rekaan)"), text_column("nama", "Name", "Nama"),
         text_column("tingkat", "Level", "Tingkat"), text_column("wilayah", "Area served", "Wilayah yang dilayani"),
         count_column("penduduk", "Population", "Penduduk"), count_column("sd", "Primary schools", "SD"),
         count_column("smp", "Junior high schools", "SMP dan MTs"), count_column("sma", "Senior high schools", "SMA"),
         count_column("puskesmas", "Health centres", "Puskesmas"),
         count_column("pustu", "Sub-health centres", "Puskesmas pembantu"), count_column("pasar", "Markets", "Pasar"),
         count_column("kantor", "Offices", "Kantor"),
         text_column("kesiapan_lembaga", "Readiness of institutions (0.05 to 1)", "Kesiapan lembaga (0,05 sampai 1)")});
    for (const auto& centre : kCentres) {
        add_point(layer, shifted(square_of(centre, place, regency_centre), centre.from_square),
                  {centre.code, name_of(centre), centre.level, centre.serves, people_of(centre, place),
                   centre.primary_schools, count_of(centre, {"SMP", "MTs"}), count_of(centre, {"SMA"}),
                   count_of(centre, {"Puskesmas"}), count_of(centre, {"Pustu"}), count_of(centre, {"Pasar"}),
                   count_of(centre, {"Kantor", "Balai"}), centre.readiness});
    }
    return layer;
}

Layer make_telang_centre_facilities(const VillageSquares& place, const Metres& regency_centre) {
    auto layer = make_layer("centre_facilities", illustrative_title("Facilities of the centres", "Fasilitas pusat"),
                            GeometryType::Point,
                            {text_column("kode", "Code (invented)", "Kode (rekaan)"),
                             text_column("nama", "Name", "Nama"), text_column("jenis", "Kind", "Jenis"),
                             text_column("status", "Status", "Status"), text_column("pusat", "Centre", "Pusat")});
    for (const auto& centre : kCentres) {
        const auto square = square_of(centre, place, regency_centre);
        std::size_t number = 0;
        for (const auto& facility : kFacilities) {
            if (facility.centre != centre.code) continue;
            add_point(layer, place_in(centre, square, number++, facility.kind),
                      {fmt::format("FP-{:02}", layer.row_count + 1), facility.name, facility.kind,
                       text_or_missing(facility.status), centre.code});
        }
    }
    return layer;
}

}  // namespace desakota::test_support
