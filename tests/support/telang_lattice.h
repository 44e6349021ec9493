#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "tests/support/telang_land.h"

namespace desakota::test_support {

/// The road along a rung: from the main road of its column to the levee of its river, straight.
struct CrossRoad {
    Metres main;
    Metres levee;
    std::vector<double> stops;  ///< shares of its length at which it has vertices, besides 0 and 1
    [[nodiscard]] Metres at(double share) const;
    /// The vertices from one share to another, both included.
    [[nodiscard]] std::vector<Metres> between(double from, double to) const;
};

/// The cross roads of one column: the i-th lies just north of rung i. The island's first, at its tip, has no length.
struct RoadColumn {
    std::vector<CrossRoad> cross;
    Metres coast_main;  ///< the two ends of the northern boundary, for roads that lead towards it
    Metres coast_levee;
};

/// Curves along which roads run, with a vertex wherever a cross road meets them.
enum class Course : std::uint8_t {
    MainWest,
    MainEast,
    BanyuasinBank,
    TelangWestBank,
    TelangEastBank,
    MusiWestBank,
    UpangMain,
    UpangBank
};
inline constexpr std::size_t kCourses = 8;

struct Lattice {
    std::array<Curve, kCourses> courses;
    std::array<RoadColumn, kColumns> columns;
    [[nodiscard]] const Curve& course(Course which) const { return courses[static_cast<std::size_t>(which)]; }
};

[[nodiscard]] Lattice make_lattice(const Land& land);

}  // namespace desakota::test_support
