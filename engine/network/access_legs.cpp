#include "engine/network/access_legs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "engine/network/entering.h"
#include "engine/network/road_graph.h"

namespace desakota::network {
namespace {

constexpr double kReachSlack = 0.02;  // metres
constexpr double kFrameError = 2.0;   // metres at the end of the reach, up to 60 degrees of latitude
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Cost a metre of travel on a line, in the unit of the objective.
double road_cost(const RoadNetwork& network, std::uint32_t line, Objective objective) {
    if (objective == Objective::Distance) return 1000.0;
    const auto& rule = network.rule_of(line);
    if (rule.duration_min) return *rule.duration_min * 60000.0 / std::max(network.lines.length(line), 1.0);
    return 3600.0 / rule.speed_kmh.value_or(kWalkingKmh);
}

/// What a length, in metres from the origin, may measure in a frame at most; a frame errs the more the farther off.
double in_frame(double metres) {
    constexpr double kErrorPerMetre = 5e-7;  // relative, within 60 degrees of latitude
    return metres * (1.0 + kErrorPerMetre * metres) + kFrameError;
}

double off_road_cost(const AccessOptions& options) {
    const double a_metre = options.objective == Objective::Distance ? 1000.0 : 3600.0 / options.walking_kmh;
    return options.off_road_factor * a_metre;
}

}  // namespace

/// What `toward` needs to know of a segment.
struct AccessLegs::OnSegment {
    const geo::GridPoint& place;
    std::uint32_t line = 0;
    std::uint32_t segment = 0;
    double foot = 0.0;    ///< share of the segment at the foot of the perpendicular; may lie outside 0 to 1
    double offset = 0.0;  ///< share of the segment from the foot to the best point
    double reach = 0.0;   ///< share of the segment from the foot to the end of the reach
    double length = 0.0;  ///< metres
};

std::int64_t leg_cost(const AccessOptions& options, double straight_metres) {
    return std::llrint(straight_metres * off_road_cost(options));
}

AccessLegs::AccessLegs(const RoadNetwork& network, const AccessOptions& options, LegUse use)
    : network_(network), options_(options), use_(use) {}

bool AccessLegs::may_enter(std::uint32_t line) const {
    return network::may_enter(network_, line);
}

bool AccessLegs::only_at_ends(std::uint32_t line) const {
    return is_entered_at_ends_only(network_, line);
}

/// Metres from the foot to the best point for each metre of perpendicular.
double AccessLegs::offset_factor(std::uint32_t line) const {
    const double road = road_cost(network_, line, options_.objective);
    const double walk = off_road_cost(options_);
    return walk > road ? road / std::sqrt(walk * walk - road * road) : kInfinity;
}

void AccessLegs::of_chunk(const geo::GridPoint& place, const geo::LocalFrame& frame, std::uint32_t chunk_number,
                          std::vector<AccessLeg>& legs, double wanted_m) const {
    const auto& chunk = network_.index.chunks[chunk_number];
    if (!may_enter(chunk.line)) return;
    const double limit_m = in_frame(std::min(options_.max_access, wanted_m));
    at_cuts(place, frame, chunk, limit_m, legs);
    if (only_at_ends(chunk.line)) return;
    const auto& vertices = network_.lines.vertices;
    const double factor = offset_factor(chunk.line);
    for (auto s = chunk.first; s < chunk.last; ++s) {
        const auto a = frame.to_metres(vertices[s]);
        const auto b = frame.to_metres(vertices[s + 1]);
        const double dx = b.x - a.x;
        const double dy = b.y - a.y;
        const double length = std::sqrt(dx * dx + dy * dy);
        if (length == 0.0) continue;
        const double height = std::abs(a.x * dy - a.y * dx) / length;
        if (height > limit_m) continue;
        const double foot = -(a.x * dx + a.y * dy) / (length * length);
        const double limit2 = options_.max_access * options_.max_access;
        const double reach = std::sqrt(std::max(0.0, limit2 - height * height)) / length;
        const double margin = kFrameError / length;
        if (foot + reach < -margin || foot - reach > 1.0 + margin) continue;
        // A place on the road itself enters where it is, whatever walking costs.
        const double offset = height > 0.0 ? height * factor / length : (factor < kInfinity ? 0.0 : kInfinity);
        on_segment({place, chunk.line, s, foot, offset, reach, length}, legs);
    }
}

void AccessLegs::on_segment(const OnSegment& on, std::vector<AccessLeg>& legs) const {
    // An exit is reached from the tail: it lies before the foot in the direction of travel, an entry beyond it.
    if (may_travel(network_, on.line, false)) toward(on, Heading::Along, legs);
    if (may_travel(network_, on.line, true)) toward(on, Heading::Against, legs);
}

/// The best point of a segment for one direction of travel. Where it lies beyond the segment on the side to which the
/// leg leans, the next segment (or the line's end, a cut) has it.
void AccessLegs::toward(const OnSegment& on, Heading heading, std::vector<AccessLeg>& legs) const {
    const bool leans_forward = (heading == Heading::Along) == (use_ == LegUse::Entry);
    const double sense = leans_forward ? 1.0 : -1.0;
    const bool surely_within = on.offset < on.reach - kFrameError / on.length;
    const double lean = surely_within ? on.offset : std::min(on.offset, true_reach(on, sense));
    const double t = on.foot + sense * lean;
    // Where barriers may hide the best point, the ends of the segment and the foot stand in for it.
    if (!network_.barriers.is_empty()) {
        for (const double other : {0.0, std::clamp(on.foot, 0.0, 1.0), 1.0}) add(on, heading, other, legs);
    }
    if (leans_forward ? t >= 1.0 : t <= 0.0) return;
    add(on, heading, std::max(0.0, std::min(t, 1.0)), legs);
}

/// The share of the segment from the foot to where a leg is just as long as the limit: the frame's answer, mended on
/// the ellipsoid.
double AccessLegs::true_reach(const OnSegment& on, double sense) const {
    constexpr int kRounds = 3;
    const auto& a = network_.lines.vertices[on.segment];
    const auto& b = network_.lines.vertices[on.segment + 1];
    double reach = on.reach;
    for (int round = 0; round < kRounds; ++round) {
        const double t = on.foot + sense * reach;
        const geo::GridPoint end{a.x + std::llrint(static_cast<double>(b.x - a.x) * t),
                                 a.y + std::llrint(static_cast<double>(b.y - a.y) * t)};
        const double metres = geo::distance(on.place, end);
        // Hardly more than the perpendicular is within reach.
        if (reach * on.length < 1.0) break;
        reach += (options_.max_access - metres) * metres / (reach * on.length * on.length);
    }
    return std::max(0.0, reach);
}

void AccessLegs::add(const OnSegment& on, Heading heading, double t, std::vector<AccessLeg>& legs) const {
    if (auto leg = at(on.place, on.line, on.segment, t)) {
        leg->heading = heading;
        legs.push_back(*leg);
    }
}

std::optional<AccessLeg> AccessLegs::at(const geo::GridPoint& place, std::uint32_t line, std::uint32_t segment,
                                        double t) const {
    const auto& lines = network_.lines;
    AccessLeg leg{.line = line, .segment = segment, .heading = Heading::Along};
    leg.metres = lines.position(segment, t);
    const auto first = network_.cut_metres.begin() + network_.first_cut[line];
    const auto last = network_.cut_metres.begin() + network_.first_cut[line + 1] - 1;
    const auto next = std::upper_bound(first + 1, last, leg.metres);
    leg.cut = static_cast<std::uint32_t>(next - network_.cut_metres.begin()) - 1;
    return measured(place, leg, geo::interpolate(lines.vertices[segment], lines.vertices[segment + 1], t));
}

void AccessLegs::at_cuts(const geo::GridPoint& place, const geo::LocalFrame& frame, const Chunk& chunk, double limit_m,
                         std::vector<AccessLeg>& legs) const {
    const auto first = network_.first_cut[chunk.line];
    const auto last = network_.first_cut[chunk.line + 1] - 1;
    const bool ends_only = only_at_ends(chunk.line);
    const auto begin = network_.cut_segment.begin();
    auto cut = static_cast<std::uint32_t>(std::lower_bound(begin + first, begin + last + 1, chunk.first) - begin);
    for (; cut <= last && network_.cut_segment[cut] < chunk.last; ++cut) {
        if (ends_only && cut != first && cut != last) continue;
        const auto& node = network_.node_places[network_.cut_node[cut]];
        const auto offset = frame.to_metres(node);
        if (offset.x * offset.x + offset.y * offset.y > limit_m * limit_m) continue;
        AccessLeg leg{.line = chunk.line, .segment = network_.cut_segment[cut], .cut = cut, .heading = Heading::AtNode};
        leg.metres = network_.cut_metres[cut];
        if (const auto full = measured(place, leg, node)) legs.push_back(*full);
    }
}

/// The leg with its length and costs, if it is within the limit.
std::optional<AccessLeg> AccessLegs::measured(const geo::GridPoint& place, AccessLeg leg,
                                              const geo::GridPoint& point) const {
    leg.straight = geo::distance(place, point);
    if (leg.straight > options_.max_access + kReachSlack || network_.barriers.block(place, point)) return std::nullopt;
    leg.at = cost_at(network_, leg.line, leg.metres, options_.objective);
    leg.cost = leg_cost(options_, leg.straight);
    const auto& rule = network_.rule_of(leg.line);
    if (use_ == LegUse::Entry && options_.objective == Objective::Time) {
        leg.cost += std::llrint(rule.boarding_wait_min * 60000.0);
    }
    return leg;
}

std::vector<AccessLeg> AccessLegs::of(const geo::GridPoint& place) const {
    const auto is_before = [](const AccessLeg& one, const AccessLeg& other) {
        return std::tie(one.line, one.metres, one.heading) < std::tie(other.line, other.metres, other.heading);
    };
    const geo::LocalFrame frame(place);
    std::vector<std::uint32_t> chunks;
    network_.index.cells.for_each(frame.box(options_.max_access),
                                  [&](std::uint32_t chunk) { chunks.push_back(chunk); });
    // Chunks are numbered along the lines: hardly more than the few legs of each is left to sort.
    std::ranges::sort(chunks);
    std::vector<AccessLeg> legs;
    for (const auto chunk : chunks) {
        const auto before = static_cast<std::ptrdiff_t>(legs.size());
        of_chunk(place, frame, chunk, legs);
        std::sort(legs.begin() + before, legs.end(), is_before);
    }
    // A place where two chunks meet may have legs of both.
    if (!std::ranges::is_sorted(legs, is_before)) std::ranges::sort(legs, is_before);
    return legs;
}

}  // namespace desakota::network
