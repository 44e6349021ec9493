#include "engine/paths/trace.h"

#include <algorithm>

#include "engine/geo/measure.h"

namespace desakota::paths {

using network::Heading;
using network::Objective;
using network::RoadNetwork;

namespace {

/// Travel along part of one line, between two places on it.
struct Stretch {
    std::uint32_t line = 0;
    double from = 0.0;  ///< metres along the line
    double to = 0.0;
    core::Milliseconds wait = 0;  ///< for boarding, where this is a connector onto a river or ferry
};

/// The parts of lines that a way uses, in order, and the leg by which it leaves.
struct Unfolded {
    std::vector<Stretch> stretches;
    std::vector<std::uint32_t> ways;
    network::AccessLeg exit;
};

/// From a node on, by the field: whole pieces, then the part of a piece up to the exit.
void follow_field(const Nearest& nearest, std::uint32_t node, Unfolded& unfolded) {
    const auto& network = nearest.network();
    const auto& field = nearest.field();
    while (!field.leaves(node)) {
        const auto way = field.way(node);
        const auto piece = network::piece_of(way);
        const bool backward = network::is_backward(way);
        const double start = network.cut_metres[piece];
        const double end = network.cut_metres[piece + 1];
        unfolded.ways.push_back(way);
        unfolded.stretches.push_back({network.cut_line[piece], backward ? end : start, backward ? start : end,
                                      backward ? 0 : boarding_wait(network, network.cut_line[piece])});
        node = network.cut_node[piece + (backward ? 0 : 1)];
    }
    unfolded.exit = nearest.exits().exits[field.exit_of(node)].leg;
    const auto& leg = unfolded.exit;
    if (leg.heading == Heading::AtNode) return;
    const auto tail = leg.cut + (leg.heading == Heading::Along ? 0 : 1);
    unfolded.stretches.push_back({.line = leg.line, .from = network.cut_metres[tail], .to = leg.metres});
}

Unfolded unfold(const Nearest& nearest, const Way& way) {
    Unfolded unfolded;
    const auto& network = nearest.network();
    const auto& entry = way.entry;
    if (way.course == Course::OnPiece) {
        unfolded.exit = way.exit;
        unfolded.stretches.push_back({.line = entry.line, .from = entry.metres, .to = way.exit.metres});
        return unfolded;
    }
    auto cut = entry.cut;
    if (entry.heading != Heading::AtNode) {
        if (entry.heading == Heading::Along) ++cut;
        unfolded.stretches.push_back({.line = entry.line, .from = entry.metres, .to = network.cut_metres[cut]});
    }
    follow_field(nearest, network.cut_node[cut], unfolded);
    return unfolded;
}

std::int64_t stretch_cost(const RoadNetwork& network, const Stretch& stretch, Objective objective) {
    const auto cost =
        cost_at(network, stretch.line, stretch.to, objective) - cost_at(network, stretch.line, stretch.from, objective);
    return std::abs(cost) + (objective == Objective::Time ? stretch.wait : 0);
}

void add_to_rule(std::vector<RuleLength>& by_rule, std::uint16_t rule, core::Millimetres length) {
    const auto place = std::ranges::find(by_rule, rule, &RuleLength::rule);
    if (place != by_rule.end()) {
        place->length += length;
    } else if (length > 0) {
        by_rule.push_back({rule, length});
    }
}

network::AccessOptions in(Objective objective, network::AccessOptions options) {
    options.objective = objective;
    return options;
}

/// Waiting where an access leg leads straight onto a river or ferry.
core::Milliseconds entry_wait(const RoadNetwork& network, const network::AccessLeg& entry) {
    return core::to_thousandths(network.rule_of(entry.line).boarding_wait_min * 60.0);
}

/// The points of a line between two places on it, both included, in the order of travel.
void add_course(const RoadNetwork& network, const Stretch& stretch, std::vector<geo::GridPoint>& course) {
    const auto& lines = network.lines;
    const auto begin = lines.metres.begin();
    const auto first = lines.first(stretch.line);
    const auto last = lines.last(stretch.line);
    const auto at = [&](double metres) {
        const auto next = static_cast<std::uint32_t>(std::upper_bound(begin + first + 1, begin + last, metres) - begin);
        const double length = lines.metres[next] - lines.metres[next - 1];
        const double t = length > 0.0 ? (metres - lines.metres[next - 1]) / length : 0.0;
        return geo::interpolate(lines.vertices[next - 1], lines.vertices[next], t);
    };
    const double low = std::min(stretch.from, stretch.to);
    const double high = std::max(stretch.from, stretch.to);
    std::vector<geo::GridPoint> part{at(low)};
    for (auto v = first; v <= last; ++v) {
        if (lines.metres[v] > low && lines.metres[v] < high) part.push_back(lines.vertices[v]);
    }
    part.push_back(at(high));
    if (stretch.to < stretch.from) std::ranges::reverse(part);
    course.insert(course.end(), part.begin(), part.end());
}

}  // namespace

Trace trace(const Nearest& nearest, const Way& way) {
    const auto& network = nearest.network();
    const auto distance = in(Objective::Distance, nearest.options().access);
    const auto time = in(Objective::Time, nearest.options().access);
    Trace result;
    result.entry = leg_cost(distance, way.entry.straight);
    core::Milliseconds milliseconds = leg_cost(time, way.entry.straight);
    if (way.course != Course::Direct) {
        auto unfolded = unfold(nearest, way);
        milliseconds += entry_wait(network, way.entry);
        for (const auto& stretch : unfolded.stretches) {
            const auto length = stretch_cost(network, stretch, Objective::Distance);
            result.network += length;
            milliseconds += stretch_cost(network, stretch, Objective::Time);
            add_to_rule(result.by_rule, network.lines.attributes[stretch.line].rule, length);
        }
        result.exit = leg_cost(distance, unfolded.exit.straight);
        milliseconds += leg_cost(time, unfolded.exit.straight);
        result.ways = std::move(unfolded.ways);
    }
    if (nearest.has_times()) result.time = milliseconds;
    return result;
}

std::vector<geo::GridPoint> route(const Nearest& nearest, const Way& way, const geo::GridPoint& place) {
    std::vector<geo::GridPoint> course{place};
    if (way.course != Course::Direct) {
        for (const auto& stretch : unfold(nearest, way).stretches) add_course(nearest.network(), stretch, course);
    }
    course.push_back(nearest.destinations()[way.destination]);
    const auto repeated = std::ranges::unique(course);
    course.erase(repeated.begin(), repeated.end());
    if (course.size() == 1) course.push_back(course.front());
    return course;
}

}  // namespace desakota::paths
