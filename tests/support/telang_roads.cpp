#include "tests/support/telang_roads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "tests/support/noise.h"
#include "tests/support/random.h"
#include "tests/support/telang_lanes.h"
#include "tests/support/telang_lattice.h"

namespace desakota::test_support {

namespace {

constexpr std::string_view kArterial = "Jalan Arteri";
constexpr std::string_view kCollector = "Jalan Kolektor";
constexpr std::string_view kLocal = "Jalan Lokal";
constexpr std::string_view kOther = "Jalan Lain";
constexpr std::string_view kAsphalt = "aspal";
constexpr std::string_view kGravel = "kerikil";
constexpr std::string_view kEarth = "tanah";

constexpr std::size_t kIsland = kColumns - 1;
constexpr std::size_t kBridgeWest = 3;  // cross road of column 1 that leads to the bridge: Mulyasari's
constexpr std::size_t kBridgeEast = 4;  // cross road of column 2 on the other side
constexpr double kBridgeShare = 0.972;  // of a cross road: where the bridge begins
constexpr Metres kRegencyCentre{-7'000.0, -4'000.0};

class WayMaker {
public:
    explicit WayMaker(const Land& land) : land_(land), lattice_(make_lattice(land)) {}

    Ways make() {
        auto lanes = make_lanes(lattice_);
        add_town();
        add_main_roads();
        add_levee_roads();
        for (std::size_t i = 0; i < kColumns; ++i) add_cross_roads(i);
        add_bridge();
        std::ranges::move(lanes, std::back_inserter(ways_.roads));
        add_ferries();
        add_piers();
        add_squares();
        ways_.regency_centre = kRegencyCentre;
        return std::move(ways_);
    }

private:
    const CrossRoad& cross(std::size_t column, std::size_t number) const {
        return lattice_.columns[column].cross[number];
    }
    Curve& course(Course which) { return lattice_.courses[static_cast<std::size_t>(which)]; }

    void add(std::vector<Metres> points, std::string name, std::string_view road_class, std::string_view surface) {
        ways_.roads.push_back({std::move(points), std::move(name), road_class, surface});
    }

    /// A few streets of the new town; one pair is one-way.
    void add_town() {
        static constexpr std::array kShares{0.04, 0.08, 0.12};
        auto& south = lattice_.columns[1].cross[kBridgeWest];
        for (const double north : {380.0, 760.0}) {
            course(Course::MainWest).insert(south.main.y + north);
            std::vector<Metres> street{course(Course::MainWest).at(south.main.y + north)};
            for (const double share : kShares) street.push_back({south.at(share).x, south.at(share).y + north});
            add(std::move(street), fmt::format("Jalan Kota {}", north < 500 ? 1 : 2), kLocal, kAsphalt);
        }
        for (std::size_t i = 0; i < kShares.size(); ++i) {
            const auto from = south.at(kShares[i]);
            south.stops.push_back(kShares[i]);
            add({from, {from.x, from.y + 380.0}, {from.x, from.y + 760.0}}, fmt::format("Jalan Mulya {}", i + 1),
                kLocal, kAsphalt);
            ways_.roads.back().one_way = i == 0 ? "yes" : (i == 1 ? "-1" : "");
        }
    }

    /// One line along a course, through all junctions on the way.
    struct Stretch {
        Course course;
        double south = 0.0;
        double north = 0.0;
        std::string_view road_class;
        std::string_view surface;
    };
    void add_stretch(const Stretch& stretch, std::string_view name) {
        course(stretch.course).insert(stretch.south);
        course(stretch.course).insert(stretch.north);
        add(course(stretch.course).between(stretch.south, stretch.north), std::string(name), stretch.road_class,
            stretch.surface);
    }

    /// Cut where the class changes, not at junctions.
    void add_main_roads() {
        const double west_south = std::min(cross(0, 0).main.y, cross(1, 0).main.y);
        const double bridge = cross(1, kBridgeWest).main.y;
        const double upper = cross(1, 6).main.y;
        const double west_north = lattice_.columns[1].coast_main.y - 1'300.0;
        const std::string_view west = "Jalan Poros Barat";
        add_stretch({Course::MainWest, west_south, bridge, kCollector, kAsphalt}, west);
        add_stretch({Course::MainWest, bridge, upper, kLocal, kAsphalt}, west);
        add_stretch({Course::MainWest, upper, west_north, kLocal, kGravel}, west);
        add_trunk_road(course(Course::MainWest).at(west_south));

        const double east_south = std::min(cross(2, 0).main.y, cross(3, 0).main.y);
        const double east_north = lattice_.columns[2].coast_main.y - 1'500.0;
        const std::string_view east = "Jalan Poros Timur";
        add_stretch({Course::MainEast, east_south, cross(2, 2).main.y, kOther, kEarth}, east);
        add_stretch({Course::MainEast, cross(2, 2).main.y, cross(2, 6).main.y, kLocal, kAsphalt}, east);
        add_stretch({Course::MainEast, cross(2, 6).main.y, east_north, kLocal, kGravel}, east);

        const double tip = cross(kIsland, 1).main.y - 4'600.0;
        const double island_north = lattice_.columns[kIsland].coast_main.y - 1'400.0;
        add_stretch({Course::UpangMain, tip, island_north, kLocal, kGravel}, "Jalan Poros Upang");
    }

    /// From the area's southern edge to the town that governs it, outside.
    void add_trunk_road(const Metres& from) {
        std::vector<Metres> points;
        for (int i = 0; i <= 12; ++i) {
            const double t = i / 12.0;
            const double bow = 4.0 * t * (1.0 - t);
            points.push_back({from.x + (kRegencyCentre.x - from.x) * t + 900.0 * bow * noise(7, 4.0 * t),
                              from.y + (kRegencyCentre.y - from.y) * t - 1'700.0 * bow});
        }
        points.front() = from;
        add(std::move(points), "Jalan Raya Pangkalan Balai", kArterial, kAsphalt);
    }

    /// A road on the levee from one cross road's end to another's.
    void add_levee(Course which, const CrossRoad& south, const CrossRoad& north, std::string_view name) {
        const bool is_gravel = which == Course::MusiWestBank;
        add_stretch({which, south.levee.y, north.levee.y, is_gravel ? kLocal : kOther, is_gravel ? kGravel : kEarth},
                    name);
    }
    void add_levee_roads() {
        add_levee(Course::BanyuasinBank, cross(0, 2), cross(0, 4), "Jalan Tanggul Banyuasin");
        add_levee(Course::TelangWestBank, cross(1, 1), cross(1, 6), "Jalan Tanggul Telang Barat");
        add_levee(Course::TelangEastBank, cross(2, 2), cross(2, 9), "Jalan Tanggul Telang Timur");
        add_levee(Course::MusiWestBank, cross(3, 0), cross(3, 5), "Jalan Tanggul Musi");
        add_levee(Course::MusiWestBank, cross(3, 6), cross(3, 10), "Jalan Tanggul Musi");
        add_levee(Course::UpangBank, cross(kIsland, 1), cross(kIsland, 3), "Jalan Tanggul Upang");
    }

    void add_cross_roads(std::size_t column) {
        for (std::size_t i = column == kIsland ? 1 : 0; i < lattice_.columns[column].cross.size(); ++i) {
            const auto name = fmt::format("Jalan Jalur {}", ++cross_roads_);
            if ((column == 1 && i == kBridgeWest) || (column == 2 && i == kBridgeEast)) {
                add(cross(column, i).between(0.0, kBridgeShare), name, kCollector, kAsphalt);
            } else {
                add_cross_road(cross(column, i), name);
            }
        }
    }

    /// Half of them get worse towards the river: cut there, one of them with a gap.
    void add_cross_road(const CrossRoad& road, const std::string& name) {
        const bool is_gravel = random_.chance(0.65);
        const auto road_class = is_gravel ? kLocal : kOther;
        if (!is_gravel || random_.chance(0.4)) {
            add(road.between(0.0, 1.0), name, road_class, is_gravel ? kGravel : kEarth);
            return;
        }
        const double cut = 0.58;
        add(road.between(0.0, cut), name, road_class, kGravel);
        add(road.between(cut, 1.0), name, kOther, kEarth);
        if (++worsening_ == 3) {
            ways_.roads.back().points.front() = moved_towards(road.at(cut), road.levee, 2.0);
            ways_.roads.back().note = kGapNote;
        }
    }

    static Metres moved_towards(const Metres& from, const Metres& to, double metres) {
        const Metres way{to.x - from.x, to.y - from.y};
        const double share = metres / std::sqrt(way.x * way.x + way.y * way.y);
        return {from.x + way.x * share, from.y + way.y * share};
    }

    /// Over the river and both levee roads, with which it shares no vertex.
    void add_bridge() {
        const auto west = cross(1, kBridgeWest).at(kBridgeShare);
        const auto east = cross(2, kBridgeEast).at(kBridgeShare);
        add({west, {(west.x + east.x) / 2, (west.y + east.y) / 2}, east}, "Jembatan Telang", kCollector, kAsphalt);
        ways_.roads.back().is_bridge = true;
    }

    /// A short road from a levee to a landing on the bank, and the landing.
    Metres add_pier(const Metres& levee, Divide river, double half_width, std::string_view kind) {
        const double middle = land_.divide(river).at(levee.y).x;
        const Metres bank{levee.x < middle ? middle - half_width : middle + half_width, levee.y};
        add({levee, {(levee.x + bank.x) / 2, levee.y + 6.0}, bank}, "Jalan Dermaga", kOther, kGravel);
        const Metres landing{levee.x < middle ? bank.x + 8.0 : bank.x - 8.0, levee.y};
        ways_.landings.push_back({landing, river, kind});
        return landing;
    }

    /// The cross road of a column whose levee end lies nearest to that height.
    const CrossRoad& nearest_cross(std::size_t column, double y) const {
        const auto& roads = lattice_.columns[column].cross;
        return *std::ranges::min_element(roads, {}, [y](const CrossRoad& road) { return std::abs(road.levee.y - y); });
    }

    void add_ferry(const Metres& from, const Metres& to, std::string_view name, std::string_view duration) {
        ways_.ferries.push_back({{from, {(from.x + to.x) / 2, (from.y + to.y) / 2 + 40.0}, to}, name, duration});
    }
    void add_ferries() {
        static constexpr double kMusiHalf = 420.0;
        const auto first = cross(kIsland, 1).main;
        add_ferry(add_pier(nearest_cross(3, first.y).levee, Divide::Musi, kMusiHalf, "pelabuhan"),
                  add_pier(first, Divide::Musi, kMusiHalf, "pelabuhan"), "Feri Upang Jaya", "00:25");
        const auto second = cross(kIsland, 3).main;
        add_ferry(add_pier(nearest_cross(3, second.y).levee, Divide::Musi, kMusiHalf, "dermaga"),
                  add_pier(second, Divide::Musi, kMusiHalf, "dermaga"), "Feri Upang Cemara", "");
        const auto north = cross(1, 7).levee;
        add_ferry(add_pier(north, Divide::Telang, 190.0, "dermaga"),
                  add_pier(nearest_cross(2, north.y).levee, Divide::Telang, 190.0, "dermaga"), "Ketek Telang Sari",
                  "00:10");
    }
    void add_piers() {
        for (const std::size_t i : {1U, 3U, 6U}) add_pier(cross(0, i).levee, Divide::Banyuasin, 560.0, "dermaga");
        for (const std::size_t i : {1U, 4U}) add_pier(cross(3, i).levee, Divide::Musi, 420.0, "dermaga");
        add_pier(cross(2, 1).levee, Divide::Telang, 190.0, "dermaga");
        add_pier(cross(kIsland, 2).levee, Divide::Upang, 250.0, "dermaga");
    }

    void add_squares() {
        for (std::size_t column = 0; column < kColumns; ++column) {
            for (std::size_t i = 0; i < lattice_.columns[column].cross.size(); ++i) {
                const bool is_tip = column == kIsland && i == 0;
                const auto place = is_tip ? course(Course::UpangMain).at(cross(kIsland, 1).main.y - 2'000.0)
                                          : cross(column, i).at(0.22);
                ways_.village_squares.push_back({place.x + 60.0, place.y + 85.0});
            }
        }
    }

    const Land& land_;
    Lattice lattice_;
    Random random_{106};
    Ways ways_;
    int cross_roads_ = 0;
    int worsening_ = 0;
};

}  // namespace

Ways make_ways(const Land& land) {
    return WayMaker(land).make();
}

}  // namespace desakota::test_support
