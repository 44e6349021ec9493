#include "engine/paths/trace.h"

#include <algorithm>
#include <cmath>

#include "engine/geo/measure.h"
#include "engine/paths/line_course.h"

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
    // Hardly a way has more parts than room is made for; to grow would take as long as the way itself.
    constexpr std::size_t kUsualParts = 128;
    unfolded.stretches.reserve(kUsualParts);
    unfolded.ways.reserve(kUsualParts);
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

/// Where a leg meets its line.
geo::GridPoint place_of(const RoadNetwork& network, const network::AccessLeg& leg) {
    if (leg.heading == Heading::AtNode) return network.node_places[network.cut_node[leg.cut]];
    return place_on_line(network, leg.line, leg.metres);
}

/// Walks along a way until what is left of a cost is used up.
class Walk {
public:
    Walk(const RoadNetwork& network, const network::AccessOptions& access, double cost)
        : network_(network), access_(access), left_(cost) {}

    /// Whether the place lies on this straight leg or before it.
    bool ends_on_leg(const geo::GridPoint& from, const geo::GridPoint& to, double straight) {
        const auto whole = static_cast<double>(leg_cost(access_, straight));
        if (left_ > whole) return go_on(whole);
        return stop(geo::interpolate(from, to, whole > 0.0 ? left_ / whole : 0.0));
    }
    /// Waiting: the place, if any, is where one waits.
    bool ends_waiting(const geo::GridPoint& here, core::Milliseconds wait) {
        if (access_.objective != Objective::Time || left_ > static_cast<double>(wait)) {
            return go_on(access_.objective == Objective::Time ? static_cast<double>(wait) : 0.0);
        }
        return stop(here);
    }
    bool ends_on_stretch(const Stretch& stretch) {
        if (stretch.wait > 0 && ends_waiting(place_on_line(network_, stretch.line, stretch.from), stretch.wait)) {
            return true;
        }
        const auto whole = static_cast<double>(stretch_cost(network_, stretch, access_.objective)) -
                           (access_.objective == Objective::Time ? static_cast<double>(stretch.wait) : 0.0);
        if (left_ > whole) return go_on(whole);
        const double share = whole > 0.0 ? left_ / whole : 0.0;
        return stop(place_on_line(network_, stretch.line, std::lerp(stretch.from, stretch.to, share)));
    }
    [[nodiscard]] const geo::GridPoint& place() const { return place_; }

private:
    bool go_on(double cost) {
        left_ -= cost;
        return false;
    }
    bool stop(const geo::GridPoint& place) {
        place_ = place;
        return true;
    }

    const RoadNetwork& network_;
    const network::AccessOptions& access_;
    double left_;
    geo::GridPoint place_;
};

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
        const auto unfolded = unfold(nearest, way);
        // A way may meet the network in a node only, without travel along a line.
        if (unfolded.stretches.empty()) course.push_back(place_of(nearest.network(), way.entry));
        for (const auto& stretch : unfolded.stretches) {
            add_line_course(nearest.network(), stretch.line, stretch.from, stretch.to, course);
        }
    }
    course.push_back(nearest.destinations()[way.destination]);
    const auto repeated = std::ranges::unique(course);
    course.erase(repeated.begin(), repeated.end());
    if (course.size() == 1) course.push_back(course.front());
    return course;
}

geo::GridPoint place_along(const Nearest& nearest, const Way& way, const geo::GridPoint& place, double cost) {
    const auto& network = nearest.network();
    const auto& destination = nearest.destinations()[way.destination];
    Walk walk(network, nearest.options().access, std::max(cost, 0.0));
    if (way.course == Course::Direct) {
        return walk.ends_on_leg(place, destination, way.entry.straight) ? walk.place() : destination;
    }
    const auto unfolded = unfold(nearest, way);
    const auto start = place_of(network, way.entry);
    if (walk.ends_on_leg(place, start, way.entry.straight) ||
        walk.ends_waiting(start, entry_wait(network, way.entry))) {
        return walk.place();
    }
    for (const auto& stretch : unfolded.stretches) {
        if (walk.ends_on_stretch(stretch)) return walk.place();
    }
    const auto end = place_of(network, unfolded.exit);
    return walk.ends_on_leg(end, destination, unfolded.exit.straight) ? walk.place() : destination;
}

}  // namespace desakota::paths
