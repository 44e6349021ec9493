#pragma once

#include <initializer_list>
#include <utility>
#include <vector>

#include "tests/support/random_network.h"

#include "engine/network/road_network.h"

namespace desakota::test_support {

/// A place given in metres east and north of 104.7 E, 2.5 S (flat, good to 1e-6 within some kilometres).
[[nodiscard]] geo::GridPoint at(double east, double north);

/// A line drawn in metres, with its attributes.
struct DrawnLine {
    std::vector<std::pair<double, double>> points;
    network::LineAttributes attributes;
};

/// Rules 0 to 3: passable roads at 20, 40, 60 and 80 km/h; 4: a path that nothing may use; 5: river, 6: ferry with 15
/// minutes of boarding, 7: railway, 8: toll road.
[[nodiscard]] std::vector<network::TravelRule> drawn_rules();
inline constexpr std::uint16_t kImpassableRule = 4;
inline constexpr std::uint16_t kRiverRule = 5;
inline constexpr std::uint16_t kFerryRule = 6;
inline constexpr std::uint16_t kRailwayRule = 7;
inline constexpr std::uint16_t kTollRule = 8;

/// Attributes of a line that follows one of drawn_rules.
[[nodiscard]] network::LineAttributes ruled(std::uint16_t rule);

[[nodiscard]] network::Lines lines_of(const std::vector<DrawnLine>& drawn);
[[nodiscard]] network::Lines lines_of(const RandomNetwork& random);
[[nodiscard]] network::RoadNetwork network_of(network::Lines lines, const network::NetworkOptions& options = {});
[[nodiscard]] network::RoadNetwork network_of(const std::vector<DrawnLine>& drawn,
                                              const network::NetworkOptions& options = {});

}  // namespace desakota::test_support
