#include "engine/paths/line_course.h"

#include <algorithm>

#include "engine/geo/measure.h"

namespace desakota::paths {

geo::GridPoint place_on_line(const network::RoadNetwork& network, std::uint32_t line, double metres) {
    const auto& lines = network.lines;
    const auto begin = lines.metres.begin();
    const auto first = lines.first(line);
    const auto last = lines.last(line);
    const auto next = static_cast<std::uint32_t>(std::upper_bound(begin + first + 1, begin + last, metres) - begin);
    const double length = lines.metres[next] - lines.metres[next - 1];
    const double t = length > 0.0 ? (metres - lines.metres[next - 1]) / length : 0.0;
    return geo::interpolate(lines.vertices[next - 1], lines.vertices[next], t);
}

void add_line_course(const network::RoadNetwork& network, std::uint32_t line, double from, double to,
                     std::vector<geo::GridPoint>& course) {
    const auto& lines = network.lines;
    const auto [low, high] = std::minmax(from, to);
    const auto start = static_cast<std::ptrdiff_t>(course.size());
    course.push_back(place_on_line(network, line, low));
    const auto end = lines.metres.begin() + lines.last(line) + 1;
    auto metres = std::upper_bound(lines.metres.begin() + lines.first(line), end, low);
    for (; metres != end && *metres < high; ++metres) course.push_back(lines.vertices[metres - lines.metres.begin()]);
    course.push_back(place_on_line(network, line, high));
    if (to < from) std::reverse(course.begin() + start, course.end());
}

}  // namespace desakota::paths
