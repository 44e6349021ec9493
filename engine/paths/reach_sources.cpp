#include "engine/paths/reach_sources.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>

#include "engine/network/entering.h"
#include "engine/network/road_graph.h"
#include "engine/paths/line_course.h"
#include "engine/paths/through_place.h"

namespace desakota::paths {
namespace {

using network::Heading;

/// The least cost of travelling on from a stretch of a piece in one heading, less (Along: plus) the position's cost.
struct Onward {
    std::int64_t cost = core::kUnreachable;
    std::uint32_t destination = network::kNone;

    void offer(std::int64_t other, std::uint32_t whose) {
        if (other < cost || (other == cost && whose < destination)) *this = {other, whose};
    }
    [[nodiscard]] bool is_known() const { return destination != network::kNone; }
};

class Sources {
public:
    Sources(const Nearest& nearest, std::int64_t limit)
        : nearest_(nearest),
          network_(nearest.network()),
          options_(nearest.options().access),
          leg_(static_cast<double>(leg_cost(options_, 1000.0)) / 1000.0),
          limit_(limit),
          legs_(network_, options_, network::LegUse::Exit) {}

    std::vector<ReachSource> find(core::Progress& progress) {
        add_destinations();
        core::LoopSteps roads(progress, 0.0, 0.8, network_.cut_count());
        for (std::uint32_t cut = 0; cut < network_.cut_count(); ++cut) {
            roads.at(cut);
            add_cut(cut);
        }
        add_meetings(progress);
        progress.step(1.0);
        return std::move(sources_);
    }

private:
    void add(const ReachSource& source) {
        if (source.least() <= static_cast<double>(limit_)) sources_.push_back(source);
    }

    void add_destinations() {
        const auto& places = nearest_.destinations();
        for (std::uint32_t i = 0; i < places.size(); ++i) add({places[i], places[i], 0.0, 0.0, i});
    }

    /// Waiting at the boarding of a river or ferry.
    [[nodiscard]] std::int64_t boarding(std::uint32_t line) const {
        if (options_.objective == network::Objective::Distance) return 0;
        return std::llrint(network_.rule_of(line).boarding_wait_min * 60000.0);
    }

    void add_cut(std::uint32_t cut) {
        const auto line = network_.cut_line[cut];
        if (network_.is_connector(line) || !network::may_enter(network_, line)) return;
        const bool ends_only = network::is_entered_at_ends_only(network_, line);
        const bool is_end = cut == network_.first_cut[line] || cut + 1 == network_.first_cut[line + 1];
        const bool both_ways = may_travel(network_, line, false) && may_travel(network_, line, true);
        const auto node = network_.cut_node[cut];
        if ((ends_only ? is_end : !both_ways) && nearest_.field().is_reached(node)) {
            const auto cost = static_cast<double>(nearest_.field().cost(node) + boarding(line));
            const auto& place = network_.node_places[node];
            add({place, place, cost, cost, nearest_.field().destination(node)});
        }
        if (!ends_only && network_.is_piece(cut) && may_matter(cut)) add_piece(cut, line);
    }

    /// Whether from anywhere on a piece a destination is reached within the limit.
    [[nodiscard]] bool may_matter(std::uint32_t piece) const {
        const auto& field = nearest_.field();
        const auto ends = std::min(field.cost(network_.cut_node[piece]), field.cost(network_.cut_node[piece + 1]));
        return ends <= limit_ || !nearest_.exits().of_piece(piece).empty();
    }

    void add_piece(std::uint32_t piece, std::uint32_t line) {
        const auto breaks = breaks_of(piece, line);
        const auto wait = boarding(line);
        for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
            add_stretch({piece, line, breaks[i], breaks[i + 1]}, wait);
        }
    }

    /// Where the cost's course changes, or the line's: metres along it, in order.
    [[nodiscard]] std::vector<double> breaks_of(std::uint32_t piece, std::uint32_t line) const {
        const double start = network_.cut_metres[piece];
        const double end = network_.cut_metres[piece + 1];
        std::vector<double> breaks{start, end};
        const auto& metres = network_.lines.metres;
        const auto first = metres.begin() + network_.lines.first(line);
        const auto last = metres.begin() + network_.lines.last(line) + 1;
        for (auto at = std::upper_bound(first, last, start); at != last && *at < end; ++at) breaks.push_back(*at);
        for (const auto& exit : nearest_.exits().of_piece(piece)) {
            if (exit.leg.metres > start && exit.leg.metres < end) breaks.push_back(exit.leg.metres);
        }
        std::ranges::sort(breaks);
        const auto twice = std::ranges::unique(breaks);
        breaks.erase(twice.begin(), twice.end());
        return breaks;
    }

    struct Stretch {
        std::uint32_t piece = 0;
        std::uint32_t line = 0;
        double from = 0.0;
        double to = 0.0;
    };

    [[nodiscard]] Onward onward(const Stretch& on, bool backward) const {
        Onward best;
        if (!may_travel(network_, on.line, backward)) return best;
        const auto cut = backward ? on.piece : on.piece + 1;
        const std::int64_t sense = backward ? -1 : 1;
        const auto node = network_.cut_node[cut];
        if (nearest_.field().is_reached(node)) {
            const auto at = cost_at(network_, on.line, network_.cut_metres[cut], options_.objective);
            best.offer(nearest_.field().cost(node) + sense * at, nearest_.field().destination(node));
        }
        for (const auto& [leg, destination] : nearest_.exits().of_piece(on.piece)) {
            const bool ahead = backward ? leg.heading == Heading::Against && leg.metres <= on.from
                                        : leg.heading == Heading::Along && leg.metres >= on.to;
            if (ahead) best.offer(leg.cost + sense * leg.at, destination);
        }
        return best;
    }

    void add_stretch(const Stretch& on, std::int64_t wait) {
        const auto along = onward(on, false);
        const auto against = onward(on, true);
        if (!along.is_known() && !against.is_known()) return;
        const auto at_from = cost_at(network_, on.line, on.from, options_.objective);
        const auto at_to = cost_at(network_, on.line, on.to, options_.objective);
        const auto from = place_on_line(network_, on.line, on.from);
        const auto to = place_on_line(network_, on.line, on.to);
        const auto number = [&](std::int64_t cost) { return static_cast<double>(cost + wait); };
        // Where the other direction is no worse at both ends, it is no worse between them.
        if (along.is_known() && (!against.is_known() || along.cost - at_from < against.cost + at_from ||
                                 along.cost - at_to < against.cost + at_to)) {
            add({from, to, number(along.cost - at_from), number(along.cost - at_to), along.destination});
        }
        if (against.is_known() && (!along.is_known() || against.cost + at_from <= along.cost - at_from ||
                                   against.cost + at_to <= along.cost - at_to)) {
            add({from, to, number(against.cost + at_from), number(against.cost + at_to), against.destination});
        }
    }

    /// Points of roads from which a destination too far for a direct walk is walked to.
    void add_meetings(core::Progress& progress) {
        if (limit_ <= leg_cost(options_, options_.max_access)) return;
        const auto& places = nearest_.destinations();
        core::LoopSteps steps(progress, 0.8, 1.0, places.size(), 16);
        for (std::uint32_t i = 0; i < places.size(); ++i) {
            steps.at(i);
            const geo::LocalFrame frame(places[i]);
            network_.index.cells.for_each(frame.box(options_.max_access), [&](std::uint32_t chunk_number) {
                const auto& chunk = network_.index.chunks[chunk_number];
                if (!legs_.may_enter_anywhere(chunk.line)) return;
                for (auto s = chunk.first; s < chunk.last; ++s)
                    meet_on({i, frame, chunk.line, s, boarding(chunk.line)});
            });
        }
    }

    struct Meeting {
        std::uint32_t destination = 0;
        const geo::LocalFrame& frame;  ///< at the destination
        std::uint32_t line = 0;
        std::uint32_t segment = 0;
        std::int64_t wait = 0;
    };

    void meet_on(const Meeting& meeting) {
        const auto a = meeting.frame.to_metres(network_.lines.vertices[meeting.segment]);
        const auto b = meeting.frame.to_metres(network_.lines.vertices[meeting.segment + 1]);
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (length == 0.0) return;
        const double height = std::abs(a.x * b.y - a.y * b.x) / length;
        if (height > options_.max_access) return;
        const double foot = -(a.x * (b.x - a.x) + a.y * (b.y - a.y)) / (length * length);
        const double reach = std::sqrt(options_.max_access * options_.max_access - height * height) / length;
        const double low = std::max(0.0, foot - reach);
        const double high = std::min(1.0, foot + reach);
        if (!(low < high)) return;
        const double middle = std::clamp(foot, low, high);
        if (low < middle) meet_between(meeting, low, middle);
        if (middle < high) meet_between(meeting, middle, high);
    }

    [[nodiscard]] double walk(const Meeting& meeting, double t) const {
        const auto& vertices = network_.lines.vertices;
        const auto place = geo::interpolate(vertices[meeting.segment], vertices[meeting.segment + 1], t);
        return leg_ * geo::distance(place, nearest_.destinations()[meeting.destination]);
    }

    void meet_between(const Meeting& meeting, double low, double high) {
        const auto& lines = network_.lines;
        const double length = lines.position(meeting.segment, high) - lines.position(meeting.segment, low);
        const double middle = std::midpoint(low, high);
        const double at_middle = walk(meeting, middle);
        if (at_middle - leg_ * length > static_cast<double>(limit_)) return;
        const auto by_road = static_cast<double>(cost_from(nearest_, {meeting.line, meeting.segment, middle}));
        // Both change by no more than their cost a metre.
        const double least_gain = at_middle - by_road - (leg_ + road_cost(meeting)) * length / 2.0;
        if (least_gain > 0.0) return;
        const double at_low = walk(meeting, low);
        const double at_high = walk(meeting, high);
        constexpr double kTooMuch = 0.5;  // metres in the middle; at most twice that elsewhere
        if (std::midpoint(at_low, at_high) - at_middle > kTooMuch * leg_) {
            meet_between(meeting, low, middle);
            meet_between(meeting, middle, high);
            return;
        }
        const auto& vertices = lines.vertices;
        const auto wait = static_cast<double>(meeting.wait);
        add({geo::interpolate(vertices[meeting.segment], vertices[meeting.segment + 1], low),
             geo::interpolate(vertices[meeting.segment], vertices[meeting.segment + 1], high), at_low + wait,
             at_high + wait, meeting.destination});
    }

    /// Cost a metre of travel on the segment.
    [[nodiscard]] double road_cost(const Meeting& meeting) const {
        const double length = network_.lines.length(meeting.line);
        const auto cost = cost_at(network_, meeting.line, length, options_.objective);
        return static_cast<double>(cost) / std::max(length, 1.0);
    }

    const Nearest& nearest_;
    const network::RoadNetwork& network_;
    network::AccessOptions options_;
    double leg_ = 0.0;  ///< cost of a metre of leg
    std::int64_t limit_ = 0;
    network::AccessLegs legs_;
    std::vector<ReachSource> sources_;
};

}  // namespace

std::vector<ReachSource> reach_sources(const Nearest& nearest, std::int64_t limit, core::Progress& progress) {
    return Sources(nearest, limit).find(progress);
}

CostOver cost_over(const ReachSource& source, const ScaledFrame& frame, double leg, double max_access) {
    const auto a = frame.to_metres(source.from);
    const auto b = frame.to_metres(source.to);
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = std::sqrt(dx * dx + dy * dy);
    if (length == 0.0) {
        const double metres = std::sqrt(a.x * a.x + a.y * a.y);
        return metres <= max_access ? CostOver{source.least() + leg * metres, metres} : CostOver{};
    }
    const double squared = max_access * max_access;
    const double height = std::abs(a.x * dy - a.y * dx) / length;
    if (height > max_access) return {};
    const double foot = -(a.x * dx + a.y * dy) / length;
    double low = 0.0;
    double high = length;
    const bool is_all_in_reach = a.x * a.x + a.y * a.y <= squared && b.x * b.x + b.y * b.y <= squared;
    if (!is_all_in_reach) {
        const double reach = std::sqrt(squared - height * height);
        low = std::max(0.0, foot - reach);
        high = std::min(length, foot + reach);
        if (low > high) return {};
    }
    const double slope = (source.at_to - source.at_from) / length;
    // Where the leg's gain along the stretch is the source's loss (access_legs.h); at the end where it never is.
    double best = slope > 0.0 ? low : high;
    if (std::abs(slope) < leg) {
        best = std::clamp(foot - slope * height / std::sqrt(leg * leg - slope * slope), low, high);
    }
    const double metres = std::sqrt(height * height + (best - foot) * (best - foot));
    return {source.at_from + slope * best + leg * metres, metres};
}

}  // namespace desakota::paths
