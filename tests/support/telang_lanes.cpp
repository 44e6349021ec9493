#include "tests/support/telang_lanes.h"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "tests/support/random.h"

namespace desakota::test_support {

namespace {

constexpr std::size_t kIsland = kColumns - 1;

struct PlannedFault {
    std::size_t lane;
    std::string_view note;
};
constexpr std::array kFaults{
    PlannedFault{4, kGapNote},        PlannedFault{17, kNoVertexNote},  PlannedFault{29, kOvershootNote},
    PlannedFault{38, kWideGapNote},   PlannedFault{47, kGapNote},       PlannedFault{58, kCrossingNote},
    PlannedFault{70, kDuplicateNote}, PlannedFault{83, kNoVertexNote},  PlannedFault{95, kGapNote},
    PlannedFault{106, kCrossingNote}, PlannedFault{117, kOvershootNote}};

std::string_view fault_of(std::size_t lane) {
    for (const auto& fault : kFaults) {
        if (fault.lane == lane) return fault.note;
    }
    return {};
}

/// A lane from one cross road towards the next one or the coast.
struct Lane {
    double share = 0.0;  ///< of the cross road
    double reach = 0.0;  ///< of the way to the next; 1: meets it
    std::string_view note;
};

class LaneMaker {
public:
    explicit LaneMaker(Lattice& lattice) : lattice_(lattice) {}

    std::vector<Road> make() {
        for (std::size_t column = 0; column < kColumns; ++column) {
            const std::size_t first = column == kIsland ? 1 : 0;
            for (std::size_t village = first; village < lattice_.columns[column].cross.size(); ++village) {
                add_village(lattice_.columns[column], village);
            }
        }
        return std::move(roads_);
    }

private:
    void add_village(RoadColumn& column, std::size_t village) {
        const auto count = 3 + random_.below(3);
        for (std::size_t i = 0; i < count; ++i) {
            const double place = (static_cast<double>(i) + random_.between(0.25, 0.75)) / static_cast<double>(count);
            add_lane(column, village, plan_lane(kFirstLane + 0.75 * place, village + 1 < column.cross.size()));
        }
    }

    Lane plan_lane(double share, bool has_next) {
        const bool meets_next = random_.chance(0.35) && has_next;
        return {share, meets_next ? 1.0 : random_.between(0.6, 0.88), fault_of(number_++)};
    }

    void add_lane(RoadColumn& column, std::size_t village, const Lane& lane) {
        auto& cross = column.cross[village];
        const auto start = cross.at(lane.share);
        const auto target = target_of(column, village, lane.share);
        if (lane.note.empty() || lane.note == kCrossingNote || lane.note == kDuplicateNote) {
            cross.stops.push_back(lane.share);
        }
        if (lane.reach == 1.0 && lane.note != kCrossingNote) column.cross[village + 1].stops.push_back(lane.share);
        add_road(start, target, lane);
    }

    static Metres target_of(const RoadColumn& column, std::size_t village, double share) {
        if (village + 1 < column.cross.size()) return column.cross[village + 1].at(share);
        return CrossRoad{column.coast_main, column.coast_levee}.at(share);
    }

    /// How far before the cross road the line begins (negative: beyond it).
    static double start_shift(std::string_view note) {
        if (note == kGapNote) return 2.0;
        if (note == kWideGapNote) return 15.0;
        return note == kOvershootNote ? -4.0 : 0.0;
    }

    void add_road(const Metres& start, const Metres& target, const Lane& lane) {
        const Metres way{target.x - start.x, target.y - start.y};
        const double length = std::sqrt(way.x * way.x + way.y * way.y);
        const double from = start_shift(lane.note) / length;
        const double to = lane.note == kCrossingNote ? 1.0 + 650.0 / length : lane.reach;
        Road road;
        for (int i = 0; i <= 4; ++i) {
            const double t = from + (to - from) * i / 4.0;
            const double aside = i > 0 && i < 4 ? random_.between(-7.0, 7.0) : 0.0;
            road.points.push_back({start.x + way.x * t + aside, start.y + way.y * t});
        }
        if (lane.note.empty() || lane.note == kDuplicateNote) road.points.front() = start;
        if (to == 1.0) road.points.back() = target;
        classify(road);
        road.note = lane.note;
        roads_.push_back(road);
        if (lane.note == kDuplicateNote) roads_.push_back(road);
    }

    void classify(Road& road) {
        const double draw = random_.unit();
        road.name = fmt::format("Lorong {}", number_);
        road.road_class = draw < 0.2 ? "Jalan Lokal" : (draw < 0.75 ? "Jalan Lain" : "Jalan Setapak");
        road.surface = draw < 0.2 ? "kerikil" : "tanah";
    }

    Lattice& lattice_;
    Random random_{41};
    std::vector<Road> roads_;
    std::size_t number_ = 0;
};

}  // namespace

std::vector<Road> make_lanes(Lattice& lattice) {
    return LaneMaker(lattice).make();
}

}  // namespace desakota::test_support
