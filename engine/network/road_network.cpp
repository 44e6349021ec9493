#include "engine/network/road_network.h"

#include <algorithm>
#include <cmath>

#include "engine/geo/measure.h"
#include "engine/network/assembly.h"

namespace desakota::network {
namespace {

/// Of two rules, the one that a join between them is travelled by: the faster of those that are passable.
std::uint16_t better_rule(const std::vector<TravelRule>& rules, std::uint16_t one, std::uint16_t other) {
    if (rules[one].passable != rules[other].passable) return rules[one].passable ? one : other;
    return rules[one].speed_kmh.value_or(0.0) >= rules[other].speed_kmh.value_or(0.0) ? one : other;
}

}  // namespace

void add_connectors(RoadNetwork& network, core::Progress& progress) {
    auto& lines = network.lines;
    core::LoopSteps steps(progress, 0.0, 1.0, network.joins.size());
    for (std::size_t i = 0; i < network.joins.size(); ++i) {
        steps.at(i);
        const auto& join = network.joins[i];
        auto attributes = lines.attributes[join.line];
        attributes.direction = Direction::Both;
        attributes.join = true;
        const auto& other = lines.attributes[join.other_line];
        const bool takes_other = join.kind == JoinKind::EndToEnd && attributes.rule != other.rule &&
                                 better_rule(network.rules, attributes.rule, other.rule) == other.rule;
        if (takes_other) {
            attributes.rule = other.rule;
            attributes.layer = other.layer;
            attributes.feature = other.feature;
        }
        const auto& v = lines.vertices;
        const geo::GridPoint course[] = {
            v[join.vertex], geo::interpolate(v[join.other_segment], v[join.other_segment + 1], join.other_t)};
        lines.add(course, attributes);
        lines.metres.push_back(0.0);
        lines.metres.push_back(join.metres);
    }
}

RoadNetwork build_network(Lines lines, std::vector<TravelRule> rules, const NetworkOptions& options,
                          const core::Parallel& parallel, core::Progress& progress) {
    RoadNetwork network;
    network.lines = std::move(lines);
    network.rules = std::move(rules);
    network.input_line_count = network.lines.size();
    network.has_landings = std::ranges::any_of(network.lines.attributes, &LineAttributes::landing);
    const bool clean = options.cleaning == Cleaning::On;
    core::Stage blocking(progress, 0.0, 0.01);
    network.barriers = make_barriers(options.barriers, parallel, blocking);
    core::Stage measuring(progress, 0.01, 0.2);
    measure(network.lines, parallel, measuring);
    core::Stage indexing(progress, 0.2, 0.3);
    network.index = index_segments(network.lines, parallel, indexing);
    core::Stage meeting(progress, 0.3, 0.6);
    auto meetings = find_meetings(network.lines, network.index, clean ? CrossingSearch::On : CrossingSearch::Off,
                                  parallel, meeting);
    core::Stage joining(progress, 0.6, 0.79);
    network.joins = find_joins(network.lines, network.index, joins_wanted(options), parallel, joining);
    core::Stage connecting(progress, 0.79, 0.8);
    add_connectors(network, connecting);
    keep_joinable(network.lines, meetings.crossings);
    network.crossings = std::move(meetings.crossings);
    core::Stage assembling(progress, 0.8, 1.0);
    assemble(network, meetings.shared, parallel, assembling);
    progress.step(1.0);
    return network;
}

std::int64_t cost_at(const RoadNetwork& network, std::uint32_t line, double metres, Objective objective) {
    if (objective == Objective::Distance) return core::to_thousandths(metres);
    const auto& rule = network.rule_of(line);
    if (rule.duration_min && !network.is_connector(line)) {
        const double length = network.lines.length(line);
        return length > 0.0 ? std::llrint(*rule.duration_min * 60000.0 * (metres / length)) : 0;
    }
    return std::llrint(metres * 3600.0 / rule.speed_kmh.value_or(kWalkingKmh));
}

std::int64_t piece_cost(const RoadNetwork& network, std::uint32_t piece, Objective objective) {
    const auto line = network.cut_line[piece];
    return cost_at(network, line, network.cut_metres[piece + 1], objective) -
           cost_at(network, line, network.cut_metres[piece], objective);
}

core::Milliseconds boarding_wait(const RoadNetwork& network, std::uint32_t line) {
    if (!network.is_connector(line)) return 0;
    const auto& join = network.joins[line - network.input_line_count];
    if (join.kind != JoinKind::Boarding) return 0;
    return std::llrint(network.rule_of(join.other_line).boarding_wait_min * 60000.0);
}

bool has_times(const RoadNetwork& network) {
    std::vector<bool> used(network.rules.size(), false);
    for (const auto& attributes : network.lines.attributes) used[attributes.rule] = true;
    for (std::size_t i = 0; i < used.size(); ++i) {
        const auto& rule = network.rules[i];
        if (used[i] && rule.passable && !rule.speed_kmh && !rule.duration_min) return false;
    }
    return true;
}

}  // namespace desakota::network
