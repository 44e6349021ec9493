#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/telang_land.h"

namespace desakota::test_support {

struct Road {
    std::vector<Metres> points;
    std::string name;
    std::string_view road_class;
    std::string_view surface;
    std::string_view note = {};  ///< what fault was put in on purpose; blank for none
    bool is_bridge = false;
    std::string_view one_way = {};  ///< "yes": only along its points, "-1": only against them; blank: both ways
};

/// A ferry from bank to bank, and the landings that it and other boats use.
struct Ferry {
    std::vector<Metres> points;
    std::string_view name;
    std::string_view duration;  ///< hours:minutes; blank where unknown
};
struct Landing {
    Metres place;
    Divide river = Divide::Musi;
    std::string_view kind;
};

/// All ways on land and water of the sample area that are not in Land.
struct Ways {
    std::vector<Road> roads;
    std::vector<Ferry> ferries;
    std::vector<Landing> landings;
    std::vector<Metres> village_squares;  ///< one a village, in the order of Land's columns
    Metres regency_centre;
};

[[nodiscard]] Ways make_ways(const Land& land);

}  // namespace desakota::test_support
