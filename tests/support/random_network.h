#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/support/random.h"

#include "engine/geo/point.h"

namespace desakota::test_support {

/// A raw road as a layer would bring it. `one_way`: 1 along its points, -1 against them, 0 both ways.
struct RandomLine {
    std::vector<geo::Point> points;  ///< longitude, latitude; two at least
    int one_way = 0;
    int level = 0;
    std::size_t class_index = 0;  ///< below RandomNetworkRules::classes
};

/// Raw lines with the faults of real layers, and places near and far from them.
struct RandomNetwork {
    std::vector<RandomLine> lines;
    std::vector<geo::Point> settlements;
    std::vector<geo::Point> destinations;
};

struct RandomNetworkRules {
    std::size_t places = 12;  ///< from which lines start or at which they end
    std::size_t lines = 18;   ///< besides crossings and dead ends
    std::size_t settlements = 8;
    std::size_t destinations = 3;
    std::size_t classes = 4;
    double side_m = 10'000.0;  ///< of the square round 104.7 E, 2.5 S in which all lies
    double one_way_share = 0.15;
    double level_share = 0.1;   ///< of lines with level 1
    double gap_share = 0.15;    ///< of line ends that stop 0.5 to 4.5 m short of their place
    double middle_share = 0.3;  ///< of lines that end in the middle of another line: at its vertex or beside one
    double split_share = 0.25;  ///< of the square that is kept for a second, unconnected cluster of places
};

/// Deterministic in the state of `random`. Lines meet end to end, at shared vertices in mid-line, at T-junctions with
/// and without a vertex, across gaps within 4.5 m, and cross with and without a shared vertex; some are repeated.
[[nodiscard]] RandomNetwork random_network(Random& random, const RandomNetworkRules& rules = {});

}  // namespace desakota::test_support
