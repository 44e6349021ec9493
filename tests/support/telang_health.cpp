#include "tests/support/telang_health.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace desakota::test_support {

namespace {

using geo::GeometryType;
using layers::Layer;

struct FacilityPlan {
    std::string_view village;
    std::string_view kind;
    std::string_view status = "berfungsi";
    std::int64_t workers = 0;  ///< 0: as many as the kind usually has
};

/// Of health workers: pustu 3, poskesdes 2, polindes 1.
std::int64_t health_workers(const FacilityPlan& plan) {
    if (plan.workers > 0) return plan.workers;
    return plan.kind == "pustu" ? 3 : plan.kind == "poskesdes" ? 2 : 1;
}

/// Few puskesmas; the island's own does not function.
constexpr std::array kFacilities{
    FacilityPlan{"Tanjung Lago", "puskesmas", "berfungsi", 27},
    FacilityPlan{"Mulyasari", "puskesmas", "berfungsi", 34},
    FacilityPlan{"Telang Jaya", "puskesmas", "berfungsi", 18},
    FacilityPlan{"Karang Baru", "puskesmas", "berfungsi", 15},
    FacilityPlan{"Upang Ceria", "puskesmas", "tidak berfungsi", 6},
    FacilityPlan{"Bunga Karang", "pustu"},
    FacilityPlan{"Muara Sugih", "pustu"},
    FacilityPlan{"Banyu Urip", "pustu"},
    FacilityPlan{"Sumber Mekar Mukti", "pustu", "rusak berat"},
    FacilityPlan{"Sumber Jaya", "pustu"},
    FacilityPlan{"Telang Rejo", "pustu"},
    FacilityPlan{"Mukti Jaya", "pustu"},
    FacilityPlan{"Terusan Dalam", "pustu"},
    FacilityPlan{"Sumber Hidup", "pustu", "tidak berfungsi"},
    FacilityPlan{"Upang Jaya", "pustu"},
    FacilityPlan{"Sebalik", "poskesdes"},
    FacilityPlan{"Manggar Raya", "poskesdes"},
    FacilityPlan{"Kuala Puntian", "poskesdes"},
    FacilityPlan{"Suka Tani", "poskesdes"},
    FacilityPlan{"Telang Sari", "poskesdes"},
    FacilityPlan{"Sri Tiga", "poskesdes"},
    FacilityPlan{"Muara Telang", "poskesdes"},
    FacilityPlan{"Telang Makmur", "poskesdes", "tidak berfungsi"},
    FacilityPlan{"Terusan Muara", "poskesdes"},
    FacilityPlan{"Mekar Sari", "poskesdes"},
    FacilityPlan{"Upang Cemara", "poskesdes"},
    FacilityPlan{"Sri Menanti", "polindes"},
    FacilityPlan{"Suka Damai", "polindes"},
    FacilityPlan{"Purwosari", "polindes"},
    FacilityPlan{"Panca Mukti", "polindes"},
    FacilityPlan{"Karang Anyar", "polindes", "tidak berfungsi"},
    FacilityPlan{"Talang Indah", "polindes"},
    FacilityPlan{"Upang Karya", "polindes"},
};

/// "Puskesmas Pembantu Bunga Karang"
std::string facility_name(const FacilityPlan& plan, std::string_view kecamatan) {
    if (plan.kind == "puskesmas") {
        // A kecamatan's first puskesmas bears its name; the others their village's.
        const bool is_first =
            plan.village == "Tanjung Lago" || plan.village == "Telang Jaya" || plan.village == "Karang Baru";
        return fmt::format("Puskesmas {}", is_first ? kecamatan : plan.village);
    }
    const std::string_view kind =
        plan.kind == "pustu" ? "Puskesmas Pembantu" : (plan.kind == "poskesdes" ? "Poskesdes" : "Polindes");
    return fmt::format("{} {}", kind, plan.village);
}

/// What a village says of its distance, and is wrong by far.
struct WrongDistance {
    std::string_view village;
    std::optional<double> kilometres;
};
constexpr std::array kWrongDistances{
    WrongDistance{"Suka Tani", 2.5},             // the straight line over the fields
    WrongDistance{"Terusan Muara", 1.0},         // to its poskesdes
    WrongDistance{"Talang Indah", 45.0},         // to the regency
    WrongDistance{"Kuala Puntian", 3.0},         // by boat
    WrongDistance{"Upang Jaya", 0.5},            // to the puskesmas that does not function
    WrongDistance{"Marga Rahayu", std::nullopt}  // not filled in
};

double distance_between(const Metres& one, const Metres& other) {
    return std::hypot(one.x - other.x, one.y - other.y);
}

}  // namespace

Layer make_telang_facilities(const VillageSquares& place) {
    auto layer = make_layer(
        "facilities", illustrative_title("Health facilities", "Fasilitas kesehatan"), GeometryType::Point,
        {text_column("kode", "Code (invented)", "Kode (rekaan)"), text_column("nama", "Name", "Nama"),
         text_column("jenis", "Kind", "Jenis"), text_column("status", "Status", "Status"),
         text_column("desa", "Village", "Desa"), count_column("tenaga", "Health workers", "Tenaga kesehatan")});
    for (const auto& plan : kFacilities) {
        const auto& village = village_named(place.villages, plan.village);
        add_point(layer, place.of(plan.village),
                  {fmt::format("FK-{:02}", layer.row_count + 1), facility_name(plan, village.kecamatan), plan.kind,
                   plan.status, plan.village, health_workers(plan)});
    }
    return layer;
}

std::string_view assigned_puskesmas(const Village& village) {
    // By kecamatan and SKP, as administrations draw it, whatever the roads.
    if (village.skp == "SKP F") return "Puskesmas Upang Ceria";
    if (village.kecamatan == "Muara Telang") return "Puskesmas Muara Telang";
    if (village.kecamatan == "Sumber Marga Telang") return "Puskesmas Sumber Marga Telang";
    if (village.name == "Mulyasari") return "Puskesmas Mulyasari";
    return village.skp == "SKP A" ? "Puskesmas Tanjung Lago" : "Puskesmas Mulyasari";
}

std::optional<double> declared_distance(const Village& village, const VillageSquares& place) {
    constexpr double kMetres = 1000.0;
    constexpr double kDetour = 1.3;
    const auto wrong = std::ranges::find(kWrongDistances, village.name, &WrongDistance::village);
    if (wrong != kWrongDistances.end()) return wrong->kilometres;
    std::optional<double> least;
    for (const auto& plan : kFacilities) {
        if (plan.kind != "puskesmas" || plan.status != "berfungsi") continue;
        const double length = distance_between(place.of(village.name), place.of(plan.village));
        if (!least || length < *least) least = length;
    }
    // In half kilometres, as people say it.
    return std::round(2.0 * kDetour * least.value_or(0.0) / kMetres) / 2.0;
}

}  // namespace desakota::test_support
