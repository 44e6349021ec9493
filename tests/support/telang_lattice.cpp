#include "tests/support/telang_lattice.h"

#include <algorithm>

namespace desakota::test_support {

namespace {

constexpr double kBesideCanal = 40.0;  // metres north of a rung's canal

/// Each course follows a divide at a distance: the dike of a canal, or the levee behind a river's bank.
struct CourseRule {
    Divide divide;
    double east;
};
constexpr std::array<CourseRule, kCourses> kCourseRules{{{Divide::CanalWest, 60.0},
                                                         {Divide::CanalEast, 60.0},
                                                         {Divide::Banyuasin, 760.0},
                                                         {Divide::Telang, -340.0},
                                                         {Divide::Telang, 340.0},
                                                         {Divide::Musi, -600.0},
                                                         {Divide::Musi, 600.0},
                                                         {Divide::Upang, -420.0}}};

struct ColumnRule {
    Course main;
    Course levee;
    bool main_is_left;
};
constexpr std::array<ColumnRule, kColumns> kColumnRules{{{Course::MainWest, Course::BanyuasinBank, false},
                                                         {Course::MainWest, Course::TelangWestBank, true},
                                                         {Course::MainEast, Course::TelangEastBank, false},
                                                         {Course::MainEast, Course::MusiWestBank, true},
                                                         {Course::UpangMain, Course::UpangBank, true}}};

struct RungHeights {
    double main;
    double levee;
};

/// So that the road stays parallel to its canal although the courses lie beside the divides.
RungHeights heights(const Rung& rung, const ColumnRule& rule) {
    const double slope = (rung.right().y - rung.left().y) / std::max(1.0, rung.right().x - rung.left().x);
    const auto& main = rule.main_is_left ? rung.left() : rung.right();
    const auto& levee = rule.main_is_left ? rung.right() : rung.left();
    return {main.y + kBesideCanal + slope * kCourseRules[static_cast<std::size_t>(rule.main)].east,
            levee.y + kBesideCanal + slope * kCourseRules[static_cast<std::size_t>(rule.levee)].east};
}

void mark_courses(const Column& column, const ColumnRule& rule, std::array<Curve, kCourses>& courses) {
    for (std::size_t i = 0; i < column.villages(); ++i) {
        const auto ends = heights(column.rungs[i], rule);
        courses[static_cast<std::size_t>(rule.main)].insert(ends.main);
        courses[static_cast<std::size_t>(rule.levee)].insert(ends.levee);
    }
}

RoadColumn make_column(const Column& column, const ColumnRule& rule, const Lattice& lattice) {
    RoadColumn result;
    for (std::size_t i = 0; i < column.villages(); ++i) {
        const auto ends = heights(column.rungs[i], rule);
        result.cross.push_back({lattice.course(rule.main).at(ends.main), lattice.course(rule.levee).at(ends.levee)});
    }
    const auto coast = heights(column.rungs.back(), rule);
    result.coast_main = lattice.course(rule.main).at(coast.main);
    result.coast_levee = lattice.course(rule.levee).at(coast.levee);
    return result;
}

}  // namespace

Metres CrossRoad::at(double share) const {
    if (share == 0.0) return main;
    if (share == 1.0) return levee;
    return {main.x + (levee.x - main.x) * share, main.y + (levee.y - main.y) * share};
}

std::vector<Metres> CrossRoad::between(double from, double to) const {
    auto shares = stops;
    shares.insert(shares.end(), {from, to});
    std::ranges::sort(shares);
    const auto repeated = std::ranges::unique(shares);
    shares.erase(repeated.begin(), repeated.end());
    std::vector<Metres> points;
    for (const double share : shares) {
        if (share >= from && share <= to) points.push_back(at(share));
    }
    return points;
}

Lattice make_lattice(const Land& land) {
    Lattice lattice;
    for (std::size_t i = 0; i < kCourses; ++i) {
        lattice.courses[i] = land.divide(kCourseRules[i].divide).shifted(kCourseRules[i].east);
    }
    for (std::size_t i = 0; i < kColumns; ++i) mark_courses(land.columns[i], kColumnRules[i], lattice.courses);
    for (std::size_t i = 0; i < kColumns; ++i) {
        lattice.columns[i] = make_column(land.columns[i], kColumnRules[i], lattice);
    }
    return lattice;
}

}  // namespace desakota::test_support
