#include "tests/support/drawn_network.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace desakota::test_support {
namespace {

constexpr double kLongitude = 104.7;
constexpr double kLatitude = -2.5;

network::TravelRule road(double speed) {
    return {.label = core::same_text("road " + std::to_string(static_cast<int>(speed))), .speed_kmh = speed};
}

}  // namespace

geo::GridPoint at(double east, double north) {
    const double sine = std::sin(kLatitude * std::numbers::pi / 180.0);
    const double e2 = 0.00669437999014;
    const double w = std::sqrt(1.0 - e2 * sine * sine);
    const double prime_vertical = 6378137.0 / w;
    const double meridian = prime_vertical * (1.0 - e2) / (w * w);
    const double radians = 180.0 / std::numbers::pi;
    return geo::to_grid({kLongitude + east / (prime_vertical * std::sqrt(1.0 - sine * sine)) * radians,
                         kLatitude + north / meridian * radians});
}

std::vector<network::TravelRule> drawn_rules() {
    std::vector<network::TravelRule> rules{road(20), road(40), road(60), road(80)};
    rules.push_back({.label = core::same_text("path"), .passable = false});
    rules.push_back({.label = core::same_text("river"), .kind = network::WayKind::River, .speed_kmh = 12.0});
    rules.push_back({.label = core::same_text("ferry"),
                     .kind = network::WayKind::Ferry,
                     .speed_kmh = 10.0,
                     .boarding_wait_min = 15.0});
    rules.push_back({.label = core::same_text("railway"), .kind = network::WayKind::Railway, .passable = false});
    rules.push_back({.label = core::same_text("toll"), .kind = network::WayKind::ControlledAccess, .speed_kmh = 80.0});
    return rules;
}

network::LineAttributes ruled(std::uint16_t rule) {
    network::LineAttributes attributes;
    attributes.rule = rule;
    attributes.kind = drawn_rules()[rule].kind;
    return attributes;
}

network::Lines lines_of(const std::vector<DrawnLine>& drawn) {
    network::Lines lines;
    for (const auto& line : drawn) {
        std::vector<geo::GridPoint> course;
        for (const auto& [east, north] : line.points) course.push_back(at(east, north));
        lines.add(course, line.attributes);
    }
    return lines;
}

network::Lines lines_of(const RandomNetwork& random) {
    network::Lines lines;
    for (const auto& line : random.lines) {
        std::vector<geo::GridPoint> course;
        for (const auto& point : line.points) course.push_back(geo::to_grid(point));
        auto attributes = ruled(static_cast<std::uint16_t>(line.class_index));
        attributes.level = static_cast<std::int8_t>(line.level);
        if (line.one_way != 0) {
            attributes.direction = line.one_way > 0 ? network::Direction::Forward : network::Direction::Backward;
        }
        lines.add(course, attributes);
    }
    return lines;
}

network::RoadNetwork network_of(network::Lines lines, const network::NetworkOptions& options) {
    core::SilentProgress silent;
    return network::build_network(std::move(lines), drawn_rules(), options, {.threads = 1}, silent);
}

network::RoadNetwork network_of(const std::vector<DrawnLine>& drawn, const network::NetworkOptions& options) {
    return network_of(lines_of(drawn), options);
}

}  // namespace desakota::test_support
