#include "engine/study/recognise.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace desakota::study {
namespace {

using geo::GeometryType;

std::string lower(std::string_view text) {
    std::string result(text);
    for (auto& letter : result) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return result;
}

bool is_letter(char letter) {
    return letter >= 'a' && letter <= 'z';
}

/// Whether the word stands in the name with no letters around it; long words also within others ("jalanprovinsi").
bool stands_in(const std::string& name, const std::string& word) {
    constexpr std::size_t kLong = 5;
    for (auto place = name.find(word); place != std::string::npos; place = name.find(word, place + 1)) {
        const auto end = place + word.size();
        const bool is_free =
            (place == 0 || !is_letter(name[place - 1])) && (end == name.size() || !is_letter(name[end]));
        if (is_free || word.size() >= kLong) return true;
    }
    return false;
}

bool has_one_of(const FoundLayer& layer, const std::vector<std::string>& columns) {
    return std::ranges::any_of(layer.columns, [&](const std::string& column) {
        return std::ranges::find(columns, lower(column)) != columns.end();
    });
}

bool fits(const FoundLayer& layer, const Role& role) {
    if (std::ranges::find(role.geometry, layer.geometry) == role.geometry.end()) return false;
    return role.columns.empty() || has_one_of(layer, role.columns);
}

}  // namespace

namespace {

constexpr auto kPoint = GeometryType::Point;
constexpr auto kLine = GeometryType::Line;
constexpr auto kPolygon = GeometryType::Polygon;
constexpr auto kTable = GeometryType::None;

std::vector<Role> roles_of_places() {
    return {
        {"settlements",
         {"Settlements", "Permukiman"},
         {kPoint, kPolygon},
         {"settlement", "settlements", "village", "villages", "permukiman", "desa", "kelurahan", "kampung", "sp",
          "upt"},
         {},
         false,
         {"village_code", "village", "desa", "nama_desa", "kode_desa", "kelurahan", "wadmkd", "kdepum", "kdcpum",
          "iddesa", "nmdesa", "kode_sp", "nama_sp"}},
        {"roads",
         {"Roads", "Jalan"},
         {kLine},
         {"road", "roads", "jalan", "jaringan_jalan"},
         {},
         true,
         {"highway", "fclass", "kelas_jalan", "oneway"}},
        {"rivers", {"Rivers", "Sungai"}, {kLine}, {"river", "rivers", "sungai", "kanal", "waterways"}, {}, true},
        {"ferries", {"Ferries", "Feri"}, {kLine}, {"ferry", "ferries", "feri", "penyeberangan", "lintasan"}, {}, true},
        {"landings",
         {"Landings", "Dermaga"},
         {kPoint},
         {"landing", "landings", "dermaga", "tambatan", "jetty"},
         {},
         false},
        {"facilities",
         {"Health facilities", "Fasilitas kesehatan"},
         {kPoint, kPolygon},
         {"facilities", "puskesmas", "faskes", "kesehatan", "health", "fasilitas_kesehatan"},
         {},
         false}};
}

std::vector<Role> roles_of_centres_and_tables() {
    return {{"centre-facilities",
             {"Facilities of the centres", "Fasilitas pusat"},
             {kPoint},
             {"centre_facilities", "fasilitas_pusat", "center_facilities"},
             {},
             false},
            {"centres",
             {"Centres", "Pusat"},
             {kPoint, kPolygon},
             {"centre", "centres", "center", "centers", "pusat"},
             {},
             false},
            {"households",
             {"Households", "Rumah tangga"},
             {kTable, kPoint},
             {"household", "households", "rumah_tangga", "rumah tangga", "rumahtangga", "ruta", "keluarga", "survei"},
             {"pendapatan", "income", "pendapatan_rp", "income_rp", "pengeluaran", "anggota", "art", "members",
              "persons", "jumlah_anggota", "jumlah_art"},
             false},
            {"table",
             {"Table by settlement", "Tabel per permukiman"},
             {kTable},
             {"penduduk", "population", "podes", "tabel", "table"},
             {},
             false},
            {"matches", {"Confirmed matches", "Padanan yang disetujui"}, {kTable}, {"padanan", "matches"}, {}, false},
            {"activities",
             {"Activities of a programme", "Kegiatan program"},
             {kTable},
             {"activities", "kegiatan", "program"},
             {},
             false},
            {"areas", {"Areas", "Kawasan"}, {kTable, kPolygon}, {"synergy_areas", "sinergi", "synergy"}, {}, false}};
}

}  // namespace

const std::vector<Role>& roles() {
    static const std::vector<Role> all = [] {
        auto roles = roles_of_places();
        for (auto& role : roles_of_centres_and_tables()) roles.push_back(std::move(role));
        return roles;
    }();
    return all;
}

const Role* role_by_name(const FoundLayer& layer) {
    const auto name = lower(layer.name);
    const Role* best = nullptr;
    std::size_t longest = 0;
    for (const auto& role : roles()) {
        if (!fits(layer, role)) continue;
        for (const auto& word : role.words) {
            if (word.size() <= longest || !stands_in(name, word)) continue;
            best = &role;
            longest = word.size();
        }
    }
    return best;
}

const Role* role_by_sign(const FoundLayer& layer) {
    const auto place = std::ranges::find_if(
        roles(), [&](const Role& role) { return fits(layer, role) && has_one_of(layer, role.signs); });
    return place == roles().end() ? nullptr : &*place;
}

const Role* role_of(const FoundLayer& layer) {
    const auto* role = role_by_name(layer);
    return role != nullptr ? role : role_by_sign(layer);
}

}  // namespace desakota::study
