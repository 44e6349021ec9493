#include "tests/support/telang_activities.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/random.h"
#include "tests/support/table.h"
#include "tests/support/telang_activity_list.h"
#include "tests/support/telang_land.h"
#include "tests/support/telang_people.h"

namespace desakota::test_support {
namespace {

using layers::ColumnType;

/// Villages further out in the order of distance see nothing of the programme.
constexpr std::size_t kReached = 24;

/// The centre of gravity of what a closed ring encloses.
Metres middle_of(const std::vector<Metres>& ring) {
    Metres sum{0.0, 0.0};
    double area = 0.0;  // six times it
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double cross = ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
        sum.x += (ring[i].x + ring[i + 1].x) * cross;
        sum.y += (ring[i].y + ring[i + 1].y) * cross;
        area += 3.0 * cross;
    }
    return {sum.x / area, sum.y / area};
}

/// The villages, those nearest to Mulyasari (as the crow flies) first.
std::vector<Village> villages_by_distance() {
    const auto land = make_land();
    std::vector<Metres> places;
    for (const auto& column : land.columns) {
        for (std::size_t i = 0; i < column.villages(); ++i) places.push_back(middle_of(village_ring(land, column, i)));
    }
    const auto villages = make_villages();
    const auto centre = std::ranges::find(villages, "Mulyasari", &Village::name) - villages.begin();
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < villages.size(); ++i) {
        const double east = places[i].x - places[static_cast<std::size_t>(centre)].x;
        const double north = places[i].y - places[static_cast<std::size_t>(centre)].y;
        order.emplace_back(east * east + north * north, i);
    }
    std::ranges::sort(order);
    std::vector<Village> sorted;
    sorted.reserve(order.size());
    for (const auto& [distance, village] : order) sorted.push_back(villages[village]);
    return sorted;
}

/// Whether an activity takes place in the village of that rank: always in the centre, ever more seldom further out.
bool takes_place(Taking taking, std::size_t rank, Random& random) {
    if (rank == 0) return true;
    const double nearness = 1.0 - static_cast<double>(rank) / static_cast<double>(kReached);
    const double chance = taking == Taking::Open ? 0.6 : (taking == Taking::Limited ? 0.35 : 0.15);
    return random.chance(chance * nearness);
}

struct Attendance {
    Cell all;
    Cell poor;
};

Attendance attendance(const Village& village, Taking taking, Random& random) {
    if (taking == Taking::Works) return {};
    const auto families = static_cast<double>(village.families);
    const double poor_share = static_cast<double>(village.poor_families) / families;
    const bool is_open = taking == Taking::Open;
    const double wanted = is_open ? families * random.between(0.01, 0.04) : random.between(10.0, 26.0);
    const double poor = wanted * poor_share * (is_open ? random.between(0.75, 1.1) : random.between(0.0, 0.35));
    return {static_cast<std::int64_t>(std::floor(wanted)), static_cast<std::int64_t>(std::floor(poor))};
}

std::string_view group_of(int number) {
    constexpr int kLastOffice = 12;
    constexpr int kLastBusiness = 20;
    if (number <= kLastOffice) return "pemerintah";
    return number <= kLastBusiness ? "badan usaha" : "masyarakat";
}

}  // namespace

layers::Layer make_telang_activities() {
    auto layer =
        make_layer("activities", {"Activities in Telang", "Kegiatan di Kawasan Telang"}, geo::GeometryType::None,
                   {{"no", ColumnType::WholeNumber, {}, {}},
                    {"kelompok", ColumnType::Text, {}, {}},
                    {"komponen", ColumnType::Text, {}, {}},
                    {"kegiatan", ColumnType::Text, {}, {}},
                    {"kode", ColumnType::Text, {}, {}},
                    {"desa", ColumnType::Text, {}, {}},
                    {"peserta", ColumnType::WholeNumber, {}, {}},
                    {"peserta_miskin", ColumnType::WholeNumber, {}, {}}});
    layer.crs.clear();
    const auto villages = villages_by_distance();
    Random random(2015);
    for (const auto& listed : kTelangActivities) {
        for (std::size_t rank = 0; rank < kReached; ++rank) {
            if (!takes_place(listed.taking, rank, random)) continue;
            const auto& village = villages[rank];
            const auto who = attendance(village, listed.taking, random);
            add_row(layer, geo::PartRole::Point, {},
                    {std::int64_t{listed.number}, group_of(listed.number), listed.component, listed.activity,
                     std::string_view(village.code), village.name, who.all, who.poor});
        }
    }
    return layer;
}

}  // namespace desakota::test_support
