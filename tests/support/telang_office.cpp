#include "tests/support/telang_office.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "tests/support/telang_columns.h"

#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"

namespace desakota::test_support {

namespace {

using layers::Layer;

constexpr const char* kOfficeSystem = "EPSG:23878";  // DGN95 / UTM zone 48S

struct Spelling {
    std::string_view name;
    std::string_view written;
};
constexpr std::array kSpellings{
    // as they were written before 1972
    Spelling{"Suka Tani", "Soeka Tani"}, Spelling{"Purwosari", "Poerwosari"}, Spelling{"Sumber Jaya", "Soember Djaja"},
    Spelling{"Mukti Jaya", "Moekti Djaja"}, Spelling{"Panca Mukti", "UPT Pantja Mukti"},
    // with what the administration puts before or behind
    Spelling{"Mekar Sari", "Mekar Sari (Upt XII)"}, Spelling{"Sumber Mekar Mukti", "UPT. SUMBER MEKAR MUKTI"},
    Spelling{"Sri Menanti", "Desa Sri Menanti"}, Spelling{"Telang Jaya", "Ds. Telang Jaya"},
    Spelling{"Upang Ceria", "DESA  UPANG CERIA"}, Spelling{"Sumber Mulya", "Sumber Mulya, Kec. Sumber Marga Telang"},
    // with other blanks
    Spelling{"Mulyasari", "Mulya Sari"}, Spelling{"Banyu Urip", "Banyuurip"}, Spelling{"Tanjung Lago", "Tanjung  Lago"},
    Spelling{"Karang Baru", " KARANG BARU "},
    // with slips
    Spelling{"Manggar Raya", "Mangar Raya"}, Spelling{"Kuala Puntian", "Kwala Puntian"},
    Spelling{"Talang Lubuk", "Telang Lubuk"}, Spelling{"Terusan Muara", "Trusan Muara"},
    Spelling{"Marga Rahayu", "Marga Rahaju"}};

std::string written_name(const std::string& name) {
    const auto found = std::ranges::find(kSpellings, std::string_view(name), &Spelling::name);
    return found == kSpellings.end() ? name : std::string(found->written);
}

/// Reads a layer's rows by column name.
class Rows {
public:
    explicit Rows(const Layer& layer) : layer_(layer) {}

    [[nodiscard]] std::string text(const char* column, std::size_t row) const {
        return layer_.find(column)->as_text(row).value_or(std::string{});
    }
    [[nodiscard]] std::int64_t count(const char* column, std::size_t row) const {
        return layer_.find(column)->whole_number(row).value_or(0);
    }
    [[nodiscard]] std::optional<double> number(const char* column, std::size_t row) const {
        return layer_.find(column)->number(row);
    }
    [[nodiscard]] std::size_t size() const { return layer_.row_count; }

private:
    const Layer& layer_;
};

/// 99.07.01.2003: nobody can take the province 99 for a real one. Empty for an UPT.
std::vector<std::string> village_codes(const Rows& villages) {
    const std::array<std::string, 3> kecamatan{"Tanjung Lago", "Muara Telang", "Sumber Marga Telang"};
    std::array<int, 3> last{};
    std::vector<std::string> codes;
    for (std::size_t row = 0; row < villages.size(); ++row) {
        if (villages.text("jenis", row) == "upt") {
            codes.emplace_back();
            continue;
        }
        const auto place = std::ranges::find(kecamatan, villages.text("kecamatan", row)) - kecamatan.begin();
        const auto number = static_cast<std::size_t>(place);
        codes.push_back(fmt::format("99.07.{:02}.{}", number + 1, 2000 + ++last[number]));
    }
    return codes;
}

/// "Puskesmas Mulyasari" is "PKM Mulyasari" in the table.
std::string short_name(const std::string& puskesmas) {
    constexpr std::string_view kPuskesmas = "Puskesmas ";
    return puskesmas.starts_with(kPuskesmas) ? "PKM " + puskesmas.substr(kPuskesmas.size()) : puskesmas;
}

/// 2° 24' 16,4132" LS
std::string degrees_minutes_seconds(double degrees, std::string_view hemisphere) {
    constexpr std::int64_t kParts = 10'000;  // of a second: 3 mm
    constexpr std::int64_t kMinute = 60 * kParts;
    constexpr std::int64_t kDegree = 60 * kMinute;
    const auto all = static_cast<std::int64_t>(std::llround(std::abs(degrees) * static_cast<double>(kDegree)));
    return fmt::format("{}° {}' {},{:04}\" {}", all / kDegree, all % kDegree / kMinute, all % kMinute / kParts,
                       all % kParts, hemisphere);
}

/// A cell between semicolons; a quotation mark in it is doubled.
std::string quoted(const std::string& text) {
    std::string cell = "\"";
    for (const char letter : text) {
        cell += letter;
        if (letter == '"') cell += letter;
    }
    return cell + '"';
}

std::string upper_case(std::string text) {
    for (auto& letter : text) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    return text;
}

/// As three hands wrote it.
std::string written_kind(const std::string& kind, std::size_t row) {
    if (kind == "pustu") return row % 2 == 0 ? "Puskesmas Pembantu" : "Pustu";
    return row % 3 == 0 ? upper_case(kind) : kind;
}

}  // namespace

std::vector<OfficeVillage> office_villages(const Region& telang) {
    constexpr double kShareOfMen = 0.51;
    const Rows villages(telang.settlements);
    const auto codes = village_codes(villages);
    std::vector<OfficeVillage> all;
    for (std::size_t row = 0; row < villages.size(); ++row) {
        OfficeVillage village;
        village.kecamatan = villages.text("kecamatan", row);
        village.written = written_name(villages.text("nama", row));
        village.settlement = codes[row].empty() ? fmt::format("{}", row) : codes[row];
        const auto people = villages.count("penduduk", row);
        village.men = std::llround(kShareOfMen * static_cast<double>(people));
        village.women = people - village.men;
        village.families = villages.count("jumlah_kk", row);
        village.poor_families = villages.count("kk_miskin", row);
        village.transmigrant_families = codes[row].empty() ? village.families : 0;
        village.declared_kilometres = villages.number("jarak_podes", row);
        village.serving = short_name(villages.text("wilayah_kerja", row));
        all.push_back(std::move(village));
    }
    std::ranges::stable_sort(all, {}, [](const OfficeVillage& village) {
        return std::tuple(village.kecamatan != "Tanjung Lago", village.kecamatan, village.written);
    });
    return all;
}

Layer office_polygons(const Region& telang) {
    const Rows villages(telang.settlements);
    const auto codes = village_codes(villages);
    auto layer = make_layer("desa", illustrative_title("Villages", "Desa"), geo::GeometryType::Polygon,
                            {text_column("NAMOBJ", "Name", "Nama"), text_column("KECAMATAN", "Kecamatan", "Kecamatan"),
                             text_column("KDEPUM", "Code (invented)", "Kode (rekaan)")});
    for (std::size_t row = 0; row < villages.size(); ++row) {
        const auto kecamatan = upper_case(villages.text("kecamatan", row));
        add_row(layer, geo::PartRole::OuterRing, telang.settlements.geometry.coordinates(row),
                {villages.text("nama", row), kecamatan, text_or_missing(codes[row])});
        layer.feature_ids.back() = static_cast<std::int64_t>(row);
    }
    core::SilentProgress silent;
    geo::from_wgs84(layer.geometry.all_coordinates(), kOfficeSystem, {}, silent);
    layer.crs = kOfficeSystem;
    return layer;
}

std::string office_facilities(const Region& telang) {
    const Rows facilities(telang.facilities);
    std::string text = "No;Nama Fasilitas;Jenis;Desa;Kondisi;Tenaga;Lintang;Bujur\n";
    for (std::size_t row = 0; row < facilities.size(); ++row) {
        const auto place = telang.facilities.geometry.coordinates(row).front();
        const auto kind = facilities.text("jenis", row);
        const auto* office = kind == "puskesmas" ? "UPTD " : "";
        text += fmt::format("{};{}{};{};{};{};{};{};{}\n", row + 1, office, facilities.text("nama", row),
                            written_kind(kind, row), facilities.text("desa", row), facilities.text("status", row),
                            facilities.count("tenaga", row), quoted(degrees_minutes_seconds(place.y, "LS")),
                            quoted(degrees_minutes_seconds(place.x, "BT")));
    }
    return text;
}

std::string office_matches(const Region& telang) {
    std::string text = "table_code,table_name,table_kecamatan,settlement_id,accepted\n";
    for (const auto& village : office_villages(telang)) {
        text += fmt::format(",{},{},{},1\n", quoted(village.written), village.kecamatan, village.settlement);
    }
    return text;
}

}  // namespace desakota::test_support
