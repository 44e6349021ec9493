#include "engine/network/access_legs.h"

#include <algorithm>
#include <array>
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

/// A frame errs the more the farther off: relative, within 60 degrees of latitude.
constexpr double kErrorPerMetre = 5e-7;

/// What a length, in metres from the origin, may measure in a frame at most.
double in_frame(double metres) {
    return metres * (1.0 + kErrorPerMetre * metres) + kFrameError;
}

/// The other short side of a right triangle; 0 where the one is longer than the hypotenuse.
double other_side(double hypotenuse, double side) {
    return std::sqrt(std::max(0.0, hypotenuse * hypotenuse - side * side));
}

double off_road_cost(const AccessOptions& options) {
    const double a_metre = options.objective == Objective::Distance ? 1000.0 : 3600.0 / options.walking_kmh;
    return options.off_road_factor * a_metre;
}

}  // namespace

/// Where legs begin or end, and which are wanted.
struct AccessLegs::FromPlace {
    const geo::GridPoint& place;
    const geo::LocalFrame& frame;
    const LegsWanted& wanted;
    double limit_m = 0.0;        ///< in the frame
    double offset_factor = 0.0;  ///< of the line
};

/// What `toward` needs to know of a segment.
struct AccessLegs::OnSegment {
    const FromPlace& from;
    std::uint32_t line = 0;
    std::uint32_t segment = 0;
    double height = 0.0;  ///< metres from the place to the foot
    double foot = 0.0;    ///< share of the segment at the foot of the perpendicular; may lie outside 0 to 1
    double offset = 0.0;  ///< share of the segment from the foot to the best point
    /// Share of the segment from the foot to the end of the reach: between what it lies, for a frame errs.
    double least_reach = 0.0;
    double most_reach = 0.0;
    double length = 0.0;  ///< metres
};

std::int64_t leg_cost(const AccessOptions& options, double straight_metres) {
    return std::llrint(straight_metres * off_road_cost(options));
}

std::int64_t least_leg_cost(const AccessOptions& options, double frame_metres) {
    constexpr double kLeastReach = 2000.0;  // metres: nearer by, the frame errs less than that
    constexpr double kRounding = 0.001;     // metres: a leg ends on the grid, and its cost is whole
    const double least = frame_metres * (1.0 - kErrorPerMetre * std::max(frame_metres, kLeastReach));
    return leg_cost(options, std::max(0.0, least - kRounding));
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

/// What the number of a line leads to.
void AccessLegs::fetch_line(std::uint32_t chunk) const {
    const auto& [line, first, last] = network_.index.chunks[chunk];
    __builtin_prefetch(&network_.lines.attributes[line]);
    __builtin_prefetch(&network_.lines.first_vertex[line]);
    __builtin_prefetch(&network_.first_cut[line]);
    __builtin_prefetch(&network_.lines.vertices[first]);
    __builtin_prefetch(&network_.lines.vertices[last]);
    __builtin_prefetch(&network_.lines.metres[first]);
}

/// What the numbers of its cuts lead to.
void AccessLegs::fetch_cuts(std::uint32_t chunk) const {
    const auto cut = network_.first_cut[network_.index.chunks[chunk].line];
    __builtin_prefetch(&network_.cut_segment[cut]);
    __builtin_prefetch(&network_.cut_metres[cut]);
    __builtin_prefetch(&network_.cut_node[cut]);
}

void AccessLegs::of_chunk(const geo::GridPoint& place, const geo::LocalFrame& frame, std::uint32_t chunk_number,
                          std::vector<AccessLeg>& legs, const LegsWanted& wanted) const {
    const auto& chunk = network_.index.chunks[chunk_number];
    if (!may_enter(chunk.line)) return;
    const FromPlace from{place, frame, wanted, in_frame(std::min(options_.max_access, wanted.longest)),
                         offset_factor(chunk.line)};
    at_cuts(from, chunk, legs);
    if (only_at_ends(chunk.line)) return;
    std::array<std::optional<OnSegment>, kChunkSegments> segments;
    for (auto s = chunk.first; s < chunk.last; ++s) {
        if (const auto near = segment_near(from, chunk.line, s)) segments.at(s - chunk.first).emplace(*near);
    }
    const auto all = std::span(segments).first(chunk.last - chunk.first);
    // An exit is reached from the tail: it lies before the foot in the direction of travel, an entry beyond it.
    if (may_travel(network_, chunk.line, false)) toward(all, Heading::Along, legs);
    if (may_travel(network_, chunk.line, true)) toward(all, Heading::Against, legs);
}

/// Nothing where the segment has no length or lies out of reach.
std::optional<AccessLegs::OnSegment> AccessLegs::segment_near(const FromPlace& from, std::uint32_t line,
                                                              std::uint32_t segment) const {
    const auto a = from.frame.to_metres(network_.lines.vertices[segment]);
    const auto b = from.frame.to_metres(network_.lines.vertices[segment + 1]);
    const double limit = from.limit_m;
    const bool is_aside = std::min(a.x, b.x) > limit || std::max(a.x, b.x) < -limit || std::min(a.y, b.y) > limit ||
                          std::max(a.y, b.y) < -limit;
    if (is_aside) return std::nullopt;
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = std::sqrt(dx * dx + dy * dy);
    if (length == 0.0) return std::nullopt;
    const double height = std::abs(a.x * dy - a.y * dx) / length;
    if (height > limit) return std::nullopt;
    const double foot = -(a.x * dx + a.y * dy) / (length * length);
    const double reach = options_.max_access;
    const double error = in_frame(reach) - reach;
    const double most_reach = other_side(reach + error, std::max(0.0, height - error)) / length;
    if (foot + most_reach < 0.0 || foot - most_reach > 1.0) return std::nullopt;
    const double least_reach = other_side(std::max(0.0, reach - error), height + error) / length;
    // A place on the road itself enters where it is, whatever walking costs.
    const double factor = from.offset_factor;
    const double offset = height > 0.0 ? height * factor / length : (factor < kInfinity ? 0.0 : kInfinity);
    return OnSegment{from, line, segment, height, foot, offset, least_reach, most_reach, length};
}

/// Where the best point for one direction of travel would lie if the segment had no ends. Where it is surely not on the
/// segment, only on which side of it.
double AccessLegs::best_share(const OnSegment& on, Heading heading) const {
    const bool forward = leans_forward(heading);
    const double sense = forward ? 1.0 : -1.0;
    if (on.offset <= on.least_reach) return on.foot + sense * on.offset;
    const double from_foot = forward ? on.foot : 1.0 - on.foot;
    if (from_foot + std::min(on.offset, on.most_reach) <= 0.0 || from_foot + on.least_reach >= 1.0) {
        return on.foot + sense * std::min(on.offset, on.most_reach);
    }
    return on.foot + sense * std::min(on.offset, true_reach(on, sense));
}

/// The best points of the segments of a chunk for one direction of travel. Where a segment's lies beyond it on the side
/// to which the leg leans, the next segment (or the line's end, a cut) has it. Where it lies beyond it on the other
/// side, the vertex there is the best, unless the segment before is better within.
void AccessLegs::toward(std::span<const std::optional<OnSegment>> segments, Heading heading,
                        std::vector<AccessLeg>& legs) const {
    const bool forward = leans_forward(heading);
    const bool may_hide = !network_.barriers.is_empty();
    const auto count = segments.size();
    constexpr double kNotKnown = 1.0;  // as if the segment before were best at its end
    double before = kNotKnown;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& on = segments[forward ? i : count - 1 - i];
        if (!on) {
            before = kNotKnown;
            continue;
        }
        // Where barriers may hide the best point, the ends of the segment and the foot stand in for it.
        if (may_hide) {
            for (const double other : {0.0, std::clamp(on->foot, 0.0, 1.0), 1.0}) add(*on, heading, other, legs);
        }
        const double t = best_share(*on, heading);
        // In the sense in which the legs lean.
        const double share = forward ? t : 1.0 - t;
        const bool is_worse = share <= 0.0 && before < 1.0 && !may_hide;
        if (share < 1.0 && !is_worse) add(*on, heading, std::clamp(t, 0.0, 1.0), legs);
        before = share;
    }
}

/// The share of the segment from the foot to where a leg is just as long as the limit: the frame's answer, mended on
/// the ellipsoid.
double AccessLegs::true_reach(const OnSegment& on, double sense) const {
    constexpr int kRounds = 3;
    const auto& a = network_.lines.vertices[on.segment];
    const auto& b = network_.lines.vertices[on.segment + 1];
    double reach = other_side(options_.max_access, on.height) / on.length;
    for (int round = 0; round < kRounds; ++round) {
        const double t = on.foot + sense * reach;
        const geo::GridPoint end{a.x + std::llrint(static_cast<double>(b.x - a.x) * t),
                                 a.y + std::llrint(static_cast<double>(b.y - a.y) * t)};
        const double metres = geo::distance(on.from.place, end);
        // Hardly more than the perpendicular is within reach.
        if (reach * on.length < 1.0) break;
        reach += (options_.max_access - metres) * metres / (reach * on.length * on.length);
    }
    return std::max(0.0, reach);
}

void AccessLegs::add(const OnSegment& on, Heading heading, double t, std::vector<AccessLeg>& legs) const {
    auto leg = unmeasured(on.line, on.segment, t);
    leg.heading = heading;
    const double beside = (t - on.foot) * on.length;
    if (!may_pay(on.from, leg, std::sqrt(on.height * on.height + beside * beside))) return;
    const auto& v = network_.lines.vertices;
    const auto full = measured(on.from.place, leg, geo::interpolate(v[on.segment], v[on.segment + 1], t));
    if (full) legs.push_back(*full);
}

std::optional<AccessLeg> AccessLegs::at(const geo::GridPoint& place, std::uint32_t line, std::uint32_t segment,
                                        double t) const {
    const auto& v = network_.lines.vertices;
    return measured(place, unmeasured(line, segment, t), geo::interpolate(v[segment], v[segment + 1], t));
}

AccessLeg AccessLegs::unmeasured(std::uint32_t line, std::uint32_t segment, double t) const {
    AccessLeg leg{.line = line, .segment = segment, .heading = Heading::Along};
    leg.metres = network_.lines.position(segment, t);
    leg.at = cost_at(network_, line, leg.metres, options_.objective);
    const auto first = network_.cut_metres.begin() + network_.first_cut[line];
    const auto last = network_.cut_metres.begin() + network_.first_cut[line + 1] - 1;
    const auto next = std::upper_bound(first + 1, last, leg.metres);
    leg.cut = static_cast<std::uint32_t>(next - network_.cut_metres.begin()) - 1;
    return leg;
}

void AccessLegs::at_cuts(const FromPlace& from, const Chunk& chunk, std::vector<AccessLeg>& legs) const {
    const auto first = network_.first_cut[chunk.line];
    const auto last = network_.first_cut[chunk.line + 1] - 1;
    const bool ends_only = only_at_ends(chunk.line);
    const auto begin = network_.cut_segment.begin();
    auto cut = static_cast<std::uint32_t>(std::lower_bound(begin + first, begin + last + 1, chunk.first) - begin);
    for (; cut <= last && network_.cut_segment[cut] < chunk.last; ++cut) {
        if (ends_only && cut != first && cut != last) continue;
        const auto& node = network_.node_places[network_.cut_node[cut]];
        const auto offset = from.frame.to_metres(node);
        const double distance2 = offset.x * offset.x + offset.y * offset.y;
        if (distance2 > from.limit_m * from.limit_m) continue;
        AccessLeg leg{.line = chunk.line, .segment = network_.cut_segment[cut], .cut = cut, .heading = Heading::AtNode};
        leg.metres = network_.cut_metres[cut];
        leg.at = cost_at(network_, leg.line, leg.metres, options_.objective);
        if (!may_pay(from, leg, std::sqrt(distance2))) continue;
        if (const auto full = measured(from.place, leg, node)) legs.push_back(*full);
    }
}

bool AccessLegs::may_pay(const FromPlace& from, AccessLeg leg, double frame_metres) const {
    if (!from.wanted.may_pay) return true;
    leg.cost = least_leg_cost(options_, frame_metres) + boarding(leg.line);
    return from.wanted.may_pay(leg);
}

/// Waiting where a leg leads onto a river or ferry.
std::int64_t AccessLegs::boarding(std::uint32_t line) const {
    if (use_ == LegUse::Exit || options_.objective == Objective::Distance) return 0;
    return std::llrint(network_.rule_of(line).boarding_wait_min * 60000.0);
}

/// The leg with its length and costs, if it is within the limit.
std::optional<AccessLeg> AccessLegs::measured(const geo::GridPoint& place, AccessLeg leg,
                                              const geo::GridPoint& point) const {
    leg.straight = geo::distance(place, point);
    if (leg.straight > options_.max_access + kReachSlack || network_.barriers.block(place, point)) return std::nullopt;
    leg.cost = leg_cost(options_, leg.straight) + boarding(leg.line);
    return leg;
}

std::vector<AccessLeg> AccessLegs::of(const geo::GridPoint& place) const {
    const auto is_before = [](const AccessLeg& one, const AccessLeg& other) {
        return std::tie(one.line, one.metres, one.heading) < std::tie(other.line, other.metres, other.heading);
    };
    const geo::LocalFrame frame(place);
    std::vector<std::uint32_t> chunks;
    const auto& cells = network_.index.cells;
    const double limit_m = in_frame(options_.max_access);
    cells.for_each(frame.box(options_.max_access), [&](std::uint32_t chunk) {
        if (frame.distance_to(cells.box(chunk)) <= limit_m) chunks.push_back(chunk);
    });
    // Chunks are numbered along the lines: hardly more than the few legs of each is left to sort.
    std::ranges::sort(chunks);
    std::vector<AccessLeg> legs;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        fetch_ahead(i, chunks.size(), [&](std::size_t next) { return chunks[next]; });
        const auto before = static_cast<std::ptrdiff_t>(legs.size());
        of_chunk(place, frame, chunks[i], legs);
        std::sort(legs.begin() + before, legs.end(), is_before);
    }
    // A place where two chunks meet may have legs of both.
    if (!std::ranges::is_sorted(legs, is_before)) std::ranges::sort(legs, is_before);
    return legs;
}

}  // namespace desakota::network
