#include "engine/paths/nearest.h"

#include <algorithm>
#include <tuple>

#include "engine/paths/leg_ends.h"
#include "engine/paths/walk_across.h"

namespace desakota::paths {

using network::AccessLeg;
using network::Heading;
using network::kNone;

/// The best way found so far; ways are compared by cost, then destination, then where they enter.
struct Nearest::Best {
    Way way;
    std::vector<AccessLeg> legs;  ///< of the chunk that is tried

    [[nodiscard]] bool is_beaten_by(std::int64_t cost, std::uint32_t destination) const {
        return std::tie(cost, destination) < std::tie(way.cost, way.destination);
    }
    void take(std::int64_t cost, std::uint32_t destination, Course course, const AccessLeg& entry,
              const AccessLeg& exit = {}) {
        way.status = WayStatus::Reached;
        way.cost = cost;
        way.destination = destination;
        way.course = course;
        way.entry = entry;
        way.exit = exit;
    }
};

Nearest::Nearest(const network::RoadNetwork& network, std::vector<geo::GridPoint> destinations,
                 const NearestOptions& options, const core::Parallel& parallel, core::Progress& progress)
    : network_(network),
      destinations_(std::move(destinations)),
      options_(options),
      has_times_(network::has_times(network)),
      straight_(destinations_),
      entries_(network, options.access, network::LegUse::Entry) {
    core::Stage leaving(progress, 0.0, 0.3);
    exits_ = find_exits(network, destinations_, options.access, parallel, leaving);
    core::Stage building(progress, 0.3, 0.4);
    const auto graph = build_graph(network, options.access.objective, network::Orientation::Inward, parallel, building);
    core::Stage searching(progress, 0.4, 0.9);
    field_ =
        search_backwards(network, graph, exits_, {.limit = options.cutoff, .threads = parallel.threads}, searching);
    core::Stage bounding(progress, 0.9, 0.95);
    bound_chunks(parallel, bounding);
    core::Stage bounding_cells(progress, 0.95, 1.0);
    bound_cells(parallel, bounding_cells);
    holds_destination_ = components_with_exits(network_, exits_);
    progress.step(1.0);
}

Nearest::Nearest(const network::RoadNetwork& network, std::vector<geo::GridPoint> destinations,
                 const NearestOptions& options, const Shared& shared, CostField field)
    : network_(network),
      destinations_(std::move(destinations)),
      options_(options),
      has_times_(shared.has_times),
      exits_(find_few_exits(network, destinations_, options.access)),
      field_(std::move(field)),
      straight_(destinations_),
      entries_(network, options.access, network::LegUse::Entry),
      holds_destination_(components_with_exits(network_, exits_)),
      reached_(search_nearby(network, shared.inward, exits_, std::min(shared.limit, options.cutoff), field_)) {}

CostField Nearest::give_back() && {
    field_.clear(reached_);
    return std::move(field_);
}

void Nearest::bound_chunks(const core::Parallel& parallel, core::Progress& progress) {
    const auto& chunks = network_.index.chunks;
    chunk_bound_.resize(chunks.size());
    core::parallel_for(chunks.size(), {.threads = parallel.threads, .grain = 1 << 14}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) chunk_bound_[i] = bound_of(chunks[i]);
                       });
}

void Nearest::bound_cells(const core::Parallel& parallel, core::Progress& progress) {
    const auto& cells = network_.index.cells;
    cell_bound_.resize(cells.cell_count());
    core::parallel_for(cells.cell_count(), {.threads = parallel.threads, .grain = 1 << 14}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto cell = begin; cell < end; ++cell) {
                               auto least = core::kUnreachable;
                               for (const auto& entry : cells.entries(cell)) {
                                   least = std::min(least, chunk_bound_[entry.item]);
                               }
                               cell_bound_[cell] = least;
                           }
                       });
}

std::int64_t Nearest::bound_of(const network::Chunk& chunk) const {
    return bound_of_chunk(network_, exits_, chunk, [&](std::uint32_t node) { return field_.cost(node); });
}

std::vector<NearChunk> Nearest::near_chunks(const geo::LocalFrame& frame, std::int64_t limit) const {
    return chunks_near(network_.index, options_.access, frame, limit,
                       [&](std::uint32_t chunk) { return chunk_bound(chunk); });
}

void Nearest::try_chunk(const geo::GridPoint& place, const geo::LocalFrame& frame, std::uint32_t chunk,
                        Best& best) const {
    best.legs.clear();
    entries_.of_chunk(place, frame, chunk, best.legs,
                      {longest_leg(chunk, best), [&](const AccessLeg& leg) { return may_better(leg, best); }});
    for (const auto& leg : best.legs) try_leg(leg, best);
}

/// Whether a way by a leg that costs at least so much may be as good as the best one.
bool Nearest::may_better(const AccessLeg& leg, const Best& best) const {
    const auto head = head_of(network_, leg, options_.access.objective);
    if (head.cost + field_.cost(head.node) <= best.way.cost) return true;
    return leg.heading != Heading::AtNode && std::ranges::any_of(exits_.of_piece(leg.cut), [&](const Exit& exit) {
               return leg.cost + exit.leg.cost <= best.way.cost;
           });
}

/// A longer leg to the chunk, in metres, cannot better the best way.
double Nearest::longest_leg(std::uint32_t chunk, const Best& best) const {
    constexpr double kFrameScale = 1.001;  // more than a frame's lengths may be off
    if (chunk_bound_.empty() || best.way.status != WayStatus::Reached) return options_.access.max_access;
    const auto kilometre = static_cast<double>(leg_cost(options_.access, 1000.0));
    return static_cast<double>(best.way.cost - chunk_bound_[chunk] + 1) / kilometre * 1000.0 * kFrameScale;
}

Way Nearest::way_from(const geo::GridPoint& place) const {
    Best best;
    walk_directly(place, best);
    const geo::LocalFrame frame(place);
    try_chunks(place, frame, best);
    walk_across_roads(place, best);
    if (best.way.status != WayStatus::Reached) return without_way(place);
    if (best.way.cost > options_.cutoff) return {.status = WayStatus::BeyondCutoff};
    return best.way;
}

void Nearest::fetch_ahead(const geo::GridPoint& place) const {
    network_.index.cells.for_each_cell(geo::LocalFrame(place).box(options_.access.max_access), [&](std::size_t cell) {
        network_.index.cells.prefetch_cell(cell);
        if (!cell_bound_.empty()) __builtin_prefetch(&cell_bound_[cell]);
    });
}

/// Those close by first: what they give leaves few of the many farther off.
void Nearest::try_chunks(const geo::GridPoint& place, const geo::LocalFrame& frame, Best& best) const {
    constexpr double kShareOfReach = 0.25;
    const auto try_all = [&](const std::vector<NearChunk>& chunks) {
        for (std::size_t i = 0; i < chunks.size() && chunks[i].bound <= best.way.cost; ++i) {
            entries_.fetch_ahead(i, chunks.size(), [&](std::size_t next) { return chunks[next].chunk; });
            try_chunk(place, frame, chunks[i].chunk, best);
        }
    };
    auto close_by = options_.access;
    close_by.max_access *= kShareOfReach;
    try_all(chunks_near(network_.index, close_by, frame, best.way.cost,
                        [&](std::uint32_t chunk) { return chunk_bound(chunk); }));
    try_all(farther_chunks(frame, frame.box(close_by.max_access), best.way.cost));
}

/// What `near_chunks` gives, but for the chunks in an area that was tried: without a look into cells all of whose
/// chunks are beyond the limit.
std::vector<NearChunk> Nearest::farther_chunks(const geo::LocalFrame& frame, const geo::GridBox& tried,
                                               std::int64_t limit) const {
    const auto& cells = network_.index.cells;
    const auto& access = options_.access;
    const auto area = frame.box(access.max_access);
    const auto is_near = [&](std::size_t cell, const auto& box_of) {
        const auto bound = cell_bound_.empty() ? 0 : cell_bound_[cell];
        return bound < core::kUnreachable && bound <= limit &&
               network::least_leg_cost(access, frame.distance_to(box_of())) + bound <= limit;
    };
    std::vector<std::uint32_t> candidates;
    cells.for_each_candidate(area, is_near, [&](std::uint32_t chunk) {
        cells.prefetch(chunk);
        if (!chunk_bound_.empty()) __builtin_prefetch(&chunk_bound_[chunk]);
        candidates.push_back(chunk);
    });
    std::vector<NearChunk> near;
    for (const auto chunk : candidates) {
        const auto bound = chunk_bound(chunk);
        const auto& box = cells.box(chunk);
        if (bound >= core::kUnreachable || bound > limit || !box.meets(area) || box.meets(tried)) continue;
        const auto leg = network::least_leg_cost(access, frame.distance_to(box));
        if (leg + bound <= limit) near.push_back({leg + bound, chunk});
    }
    std::ranges::sort(near);
    // Several cells may list a chunk.
    const auto repeated = std::ranges::unique(near);
    near.erase(repeated.begin(), repeated.end());
    return near;
}

Reach Nearest::reach_of(const geo::GridPoint& place, std::int64_t limit) const {
    constexpr double kBeside = 100.0;  // metres; families mostly live along roads
    const auto enough = std::min(limit, options_.cutoff);
    const geo::LocalFrame frame(place);
    Best best;
    walk_directly(place, best);
    try_nearest_chunk(place, frame, std::min(kBeside, options_.access.max_access), best);
    if (best.way.cost <= enough) return Reach::Within;
    for (const auto& near : near_chunks(frame, enough)) {
        try_chunk(place, frame, near.chunk, best);
        if (best.way.cost <= enough) return Reach::Within;
    }
    walk_across_roads(place, best);
    if (best.way.cost <= enough) return Reach::Within;
    if (best.way.status == WayStatus::Reached) return Reach::Beyond;
    const auto status = way_from(place).status;
    return status == WayStatus::Reached || status == WayStatus::BeyondCutoff ? Reach::Beyond : Reach::Unconnected;
}

/// Of the chunks from which a destination is reached, the one whose box is nearest.
void Nearest::try_nearest_chunk(const geo::GridPoint& place, const geo::LocalFrame& frame, double reach,
                                Best& best) const {
    const auto& index = network_.index;
    std::uint32_t nearest = kNone;
    index.cells.for_each(frame.box(reach), [&](std::uint32_t chunk) {
        if (chunk_bound(chunk) >= core::kUnreachable) return;
        const double metres = frame.distance_to(index.cells.box(chunk));
        if (metres > reach || (metres == reach && nearest != kNone)) return;
        reach = metres;
        nearest = chunk;
    });
    if (nearest != kNone) try_chunk(place, frame, nearest, best);
}

void Nearest::walk_directly(const geo::GridPoint& place, Best& best) const {
    const auto take = [&](const geo::NearestPoints::Found& found) {
        if (network_.barriers.block(place, destinations_[found.place])) return;
        AccessLeg leg{.line = kNone, .straight = found.metres};
        leg.cost = leg_cost(options_.access, found.metres);
        if (best.is_beaten_by(leg.cost, found.place)) best.take(leg.cost, found.place, Course::Direct, leg);
    };
    if (!network_.barriers.is_empty()) {
        for (const auto& found : straight_.within(place, options_.access.max_access)) take(found);
    } else if (const auto nearest = straight_.nearest(place, options_.access.max_access)) {
        take(*nearest);
    }
}

/// Destinations too far for a straight walk, yet near enough for two legs that meet on a road.
void Nearest::walk_across_roads(const geo::GridPoint& place, Best& best) const {
    const auto& access = options_.access;
    const double reach = reach_across(access, best.way.cost);
    if (reach <= access.max_access) return;
    for (const auto& found : straight_.within(place, reach)) {
        if (found.metres <= access.max_access) continue;
        const auto walk = walk_across(network_, access, place, destinations_[found.place], best.way.cost);
        if (!walk || !best.is_beaten_by(walk->cost(), found.place)) continue;
        best.take(walk->cost(), found.place, Course::OnPiece, walk->entry, walk->exit);
    }
}

void Nearest::try_leg(const AccessLeg& leg, Best& best) const {
    if (leg.heading != Heading::AtNode) try_exits(leg, best);
    const auto head = head_of(network_, leg, options_.access.objective);
    if (!field_.is_reached(head.node)) return;
    const auto cost = head.cost + field_.cost(head.node);
    if (best.is_beaten_by(cost, field_.destination(head.node))) {
        best.take(cost, field_.destination(head.node), Course::ThroughNodes, leg);
    }
}

/// Ways that leave the piece again before its end.
void Nearest::try_exits(const AccessLeg& leg, Best& best) const {
    for (const auto& exit : exits_.of_piece(leg.cut)) {
        const auto cost = cost_on_piece(leg, exit.leg);
        if (cost && best.is_beaten_by(*cost, exit.destination)) {
            best.take(*cost, exit.destination, Course::OnPiece, leg, exit.leg);
        }
    }
}

/// Why there is no way: what the place can enter, and whether a destination is there at all.
Way Nearest::without_way(const geo::GridPoint& place) const {
    Way way;
    way.components = components_entered(network_, entries_, place);
    way.status = status_without_way(way.components, holds_destination_, options_.cutoff < core::kUnreachable);
    if (way.status == WayStatus::BeyondCutoff) way.components.clear();
    return way;
}

}  // namespace desakota::paths
