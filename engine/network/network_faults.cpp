#include <fmt/format.h>

#include "engine/geo/measure.h"
#include "engine/network/road_network.h"

namespace desakota::network {
namespace {

/// How far a cut may lie from its node's place: roundings of the grid.
constexpr double kPlaceTolerance = 0.001;

geo::GridPoint place_on_line(const RoadNetwork& network, std::uint32_t cut) {
    const auto& lines = network.lines;
    const auto segment = network.cut_segment[cut];
    const double length = lines.metres[segment + 1] - lines.metres[segment];
    const double t = length > 0.0 ? (network.cut_metres[cut] - lines.metres[segment]) / length : 0.0;
    return geo::interpolate(lines.vertices[segment], lines.vertices[segment + 1], t);
}

void check_cut(const RoadNetwork& network, std::uint32_t cut, std::vector<std::string>& faults) {
    const auto line = network.cut_line[cut];
    const auto segment = network.cut_segment[cut];
    if (segment < network.lines.first(line) || segment >= network.lines.last(line)) {
        faults.push_back(fmt::format("cut {} lies on a segment of another line", cut));
    }
    if (network.is_piece(cut) && network.cut_metres[cut] > network.cut_metres[cut + 1]) {
        faults.push_back(fmt::format("cut {} lies behind the one after it", cut));
    }
    if (network.cut_node[cut] >= network.node_count()) {
        faults.push_back(fmt::format("cut {} belongs to no node", cut));
        return;
    }
    const double apart = geo::distance(place_on_line(network, cut), network.node_places[network.cut_node[cut]]);
    if (apart > kPlaceTolerance) faults.push_back(fmt::format("cut {} lies {} m from its node", cut, apart));
}

void check_line(const RoadNetwork& network, std::uint32_t line, std::vector<std::string>& faults) {
    const auto first = network.first_cut[line];
    const auto end = network.first_cut[line + 1];
    if (end < first + 2) {
        faults.push_back(fmt::format("line {} has fewer than two cuts", line));
        return;
    }
    if (network.cut_metres[first] != 0.0 || network.cut_metres[end - 1] != network.lines.length(line)) {
        faults.push_back(fmt::format("the cuts of line {} do not begin and end with it", line));
    }
    for (auto cut = first; cut < end; ++cut) {
        if (network.cut_line[cut] != line) faults.push_back(fmt::format("cut {} is listed under line {}", cut, line));
    }
}

}  // namespace

std::vector<std::string> network_faults(const RoadNetwork& network) {
    std::vector<std::string> faults;
    if (network.lines.size() != network.input_line_count + network.joins.size()) {
        faults.emplace_back("not every join has its connector");
    }
    for (std::uint32_t line = 0; line < network.lines.size(); ++line) check_line(network, line, faults);
    for (std::uint32_t cut = 0; cut < network.cut_count(); ++cut) check_cut(network, cut, faults);
    for (const auto component : network.node_component) {
        if (component >= network.component_count) faults.emplace_back("a node belongs to no component");
    }
    return faults;
}

}  // namespace desakota::network
