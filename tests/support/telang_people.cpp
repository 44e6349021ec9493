#include "tests/support/telang_people.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>
#include <numeric>

#include "tests/support/random.h"

namespace desakota::test_support {

namespace {

/// A run of villages of one kecamatan and one SKP, and how poor they are.
struct Group {
    std::string_view kecamatan;
    std::string_view skp;
    std::size_t villages = 0;
    double poor_share = 0.0;
};

constexpr std::string_view kTanjungLago = "Tanjung Lago";
constexpr std::string_view kMuaraTelang = "Muara Telang";
constexpr std::string_view kSumberMarga = "Sumber Marga Telang";

constexpr std::array kGroups{
    Group{kTanjungLago, "SKP A", 4, 0.36}, Group{kTanjungLago, "SKP B", 3, 0.41}, Group{kTanjungLago, "SKP A", 4, 0.24},
    Group{kTanjungLago, "SKP B", 4, 0.33}, Group{kSumberMarga, "SKP C", 4, 0.37}, Group{kMuaraTelang, "SKP D", 6, 0.29},
    Group{kSumberMarga, "SKP C", 6, 0.42}, Group{kMuaraTelang, "SKP E", 6, 0.38}, Group{kMuaraTelang, "SKP F", 4, 0.47},
};

constexpr std::size_t kVillages = 41;
constexpr std::array<std::string_view, kVillages> kNames{
    // between the Banyuasin and the western canal
    "Sebalik", "Tanjung Lago", "Bunga Karang", "Sri Menanti", "Manggar Raya", "Muara Sugih", "Kuala Puntian",
    // between the western canal and the Telang
    "Suka Damai", "Suka Tani", "Purwosari", "Mulyasari", "Bangun Sari", "Banyu Urip", "Telang Sari",
    "Sumber Mekar Mukti",
    // between the Telang and the eastern canal
    "Talang Lubuk", "Sri Tiga", "Sumber Jaya", "Muara Telang", "Telang Rejo", "Telang Karya", "Telang Jaya",
    "Telang Makmur", "Panca Mukti", "Mukti Jaya",
    // between the eastern canal and the Musi
    "Karang Anyar", "Karang Baru", "Muara Telang Marga", "Terusan Dalam", "Terusan Tengah", "Terusan Muara",
    "Mekar Mukti", "Mekar Sari", "Sumber Hidup", "Sumber Mulya", "Talang Indah", "Marga Rahayu",
    // the island
    "Upang Jaya", "Upang Karya", "Upang Ceria", "Upang Cemara"};

std::string_view kind_of(std::string_view name) {
    static constexpr std::array<std::string_view, 3> kUnits{"Mekar Sari", "Sumber Mekar Mukti", "Panca Mukti"};
    return std::ranges::find(kUnits, name) == kUnits.end() ? "desa" : "upt";
}

/// Codes that nobody can take for real ones ("CTH": contoh, example).
std::string code_of(std::string_view kecamatan, std::size_t number) {
    const int part = kecamatan == kTanjungLago ? 1 : (kecamatan == kMuaraTelang ? 2 : 3);
    return fmt::format("CTH-{}-{:03}", part, number);
}

double size_weight(std::string_view name, Random& random) {
    return random.between(0.55, 1.45) * (name == "Mulyasari" ? 2.0 : 1.0);
}

/// Turns weights into whole numbers that add up to `total`, and gives each village its own.
void hand_out(std::vector<Village>& villages, std::int64_t Village::*figure, std::int64_t total,
              const std::vector<double>& weights) {
    const auto numbers = apportion(total, weights);
    for (std::size_t i = 0; i < villages.size(); ++i) villages[i].*figure = numbers[i];
}

std::vector<Village> name_villages(std::vector<double>& poor_shares) {
    std::vector<Village> villages;
    for (const auto& group : kGroups) {
        for (std::size_t i = 0; i < group.villages; ++i) {
            const auto name = kNames[villages.size()];
            villages.push_back(
                {code_of(group.kecamatan, villages.size() + 1), name, kind_of(name), group.kecamatan, group.skp});
            poor_shares.push_back(group.poor_share);
        }
    }
    return villages;
}

}  // namespace

std::vector<std::int64_t> apportion(std::int64_t total, const std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::int64_t> shares;
    std::vector<double> remainders;
    for (const double weight : weights) {
        const double quota = static_cast<double>(total) * weight / sum;
        shares.push_back(static_cast<std::int64_t>(std::floor(quota)));
        remainders.push_back(quota - std::floor(quota));
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return remainders[i]; });
    auto left = total - std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
    for (std::size_t i = 0; left > 0; ++i, --left) ++shares[order[i]];
    return shares;
}

std::vector<Village> make_villages() {
    Random random(30'154);
    std::vector<double> weights;
    auto villages = name_villages(weights);
    std::vector<double> sizes;
    sizes.reserve(villages.size());
    for (const auto& village : villages) sizes.push_back(size_weight(village.name, random));
    hand_out(villages, &Village::families, kTelangFamilies, sizes);
    std::vector<double> people;
    for (std::size_t i = 0; i < villages.size(); ++i) {
        const auto families = static_cast<double>(villages[i].families);
        people.push_back(families * random.between(3.0, 3.65));
        weights[i] *= families * random.between(0.75, 1.25);
    }
    hand_out(villages, &Village::people, kTelangPeople, people);
    hand_out(villages, &Village::poor_families, kTelangPoorFamilies, weights);
    return villages;
}

}  // namespace desakota::test_support
