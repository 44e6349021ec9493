#include "engine/paths/road_costs.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "engine/paths/leg_ends.h"

namespace desakota::paths {

using core::kUnreachable;
using network::Heading;

namespace {

/// As many searches as threads, but no more than a gigabyte of them.
std::size_t searches_at_once(int threads, const Descent& descent, std::size_t destinations) {
    constexpr std::size_t kMemory = std::size_t{1} << 30;
    const auto in_memory = kMemory / std::max<std::size_t>(1, ColumnSearch::bytes(descent));
    const auto wanted = std::min(static_cast<std::size_t>(core::thread_count(threads)),
                                 (destinations + ColumnSearch::kColumns - 1) / ColumnSearch::kColumns);
    return std::clamp<std::size_t>(in_memory, 1, std::max<std::size_t>(wanted, 1));
}

}  // namespace

RoadCosts::RoadCosts(const CostQuestion& question, const core::Parallel& parallel, core::Progress& progress)
    : network_(question.network),
      destinations_(question.destinations.begin(), question.destinations.end()),
      options_(question.options),
      legs_(network_, options_.access, network::LegUse::Exit),
      exits_([&] {
          core::Stage leaving(progress, 0.0, 0.2);
          return find_exits(network_, destinations_, options_.access, {.threads = parallel.threads}, leaving);
      }()),
      descent_([&] {
          core::Stage descending(progress, 0.2, 1.0);
          return make_descent(question, parallel, descending);
      }()),
      seeds_(destinations_.size()) {
    for (const auto& exit : exits_.exits) {
        seeds_[exit.destination].push_back(tail_of(network_, exit.leg, options_.access.objective));
    }
    progress.step(1.0);
}

Descent RoadCosts::make_descent(const CostQuestion& question, const core::Parallel& parallel,
                                core::Progress& progress) {
    core::Stage building(progress, 0.0, 0.2);
    const auto graph = build_graph(question.network, question.options.access.objective, network::Orientation::Inward,
                                   parallel, building);
    core::Stage eliminating(progress, 0.2, 0.8);
    auto elimination =
        eliminate_nodes(graph, {.max_degree = elimination_degree(question.destinations.size())}, parallel, eliminating);
    std::vector<NodeCost> all(question.network.node_count());
    for (std::uint32_t node = 0; node < all.size(); ++node) all[node].node = node;
    core::Stage preparing(progress, 0.8, 1.0);
    return {std::move(elimination), all, preparing};
}

std::int64_t RoadCosts::cost(const RoadPlace& place, std::uint32_t destination, const EndCosts& ends) const {
    const auto objective = options_.access.objective;
    const auto line = network_.cut_line[place.piece];
    const auto at = cost_at(network_, line, place.metres, objective);
    auto best = kUnreachable;
    if (ends.start < kUnreachable && may_travel(network_, line, true)) {
        best = ends.start + at - cost_at(network_, line, network_.cut_metres[place.piece], objective);
    }
    if (ends.end < kUnreachable && may_travel(network_, line, false)) {
        const auto way = cost_at(network_, line, network_.cut_metres[place.piece + 1], objective) - at;
        best = std::min(best, ends.end + way);
    }
    best = std::min(best, by_exits(place, destination, at));
    return best > options_.cutoff ? kUnreachable : best;
}

std::int64_t RoadCosts::by_exits(const RoadPlace& place, std::uint32_t destination, std::int64_t at) const {
    auto best = kUnreachable;
    bool is_near = false;
    for (const auto& [leg, whose] : exits_.of_piece(place.piece)) {
        if (whose != destination) continue;
        is_near = true;
        const bool ahead = leg.heading == Heading::Along     ? leg.metres >= place.metres
                           : leg.heading == Heading::Against ? leg.metres <= place.metres
                                                             : false;
        if (ahead) best = std::min(best, std::abs(leg.at - at) + leg.cost);
    }
    return is_near ? std::min(best, on_foot(place, destination)) : best;
}

/// Between the best exits of both directions walking straight is shorter.
std::int64_t RoadCosts::on_foot(const RoadPlace& place, std::uint32_t destination) const {
    const auto line = network_.cut_line[place.piece];
    if (!legs_.may_enter_anywhere(line)) return kUnreachable;
    const auto& lines = network_.lines;
    const auto begin = lines.metres.begin();
    const auto next = std::upper_bound(begin + lines.first(line) + 1, begin + lines.last(line), place.metres);
    const auto segment = static_cast<std::uint32_t>(next - begin) - 1;
    const double length = *next - lines.metres[segment];
    const double t = length > 0.0 ? std::clamp((place.metres - lines.metres[segment]) / length, 0.0, 1.0) : 0.0;
    const auto leg = legs_.at(destinations_[destination], line, segment, t);
    return leg ? leg->cost : kUnreachable;
}

EndCosts RoadCosts::Batch::at_ends(std::uint32_t piece, std::size_t column) const {
    const auto& search = searches_[column / ColumnSearch::kColumns];
    const auto of = [&](std::uint32_t cut) {
        return search.costs(costs_.descent_.slot_of(costs_.network_.cut_node[cut]))[column % ColumnSearch::kColumns];
    };
    return {of(piece), of(piece + 1)};
}

void RoadCosts::visit(std::span<const std::uint32_t> destinations, const core::Parallel& parallel,
                      core::Progress& progress,
                      const std::function<void(const Batch& batch, core::Progress& progress)>& visit) const {
    std::vector<ColumnSearch> searches;
    const auto at_once = searches_at_once(parallel.threads, descent_, destinations.size());
    for (std::size_t i = 0; i < at_once; ++i) searches.emplace_back(descent_);
    const auto batch_size = at_once * ColumnSearch::kColumns;
    const double all = static_cast<double>(std::max<std::size_t>(1, destinations.size()));
    for (std::size_t first = 0; first < destinations.size(); first += batch_size) {
        const auto batch = destinations.subspan(first, std::min(batch_size, destinations.size() - first));
        const double begun = static_cast<double>(first) / all;
        const double done = static_cast<double>(first + batch.size()) / all;
        core::Stage searching(progress, begun, std::midpoint(begun, done));
        core::parallel_for(at_once, {.threads = parallel.threads, .grain = 1}, searching,
                           [&](std::size_t begin, std::size_t end) {
                               for (auto i = begin; i < end; ++i) {
                                   std::vector<std::vector<NodeCost>> seeds;
                                   const auto from = std::min(i * ColumnSearch::kColumns, batch.size());
                                   const auto to = std::min(from + ColumnSearch::kColumns, batch.size());
                                   for (auto d = from; d < to; ++d) seeds.push_back(seeds_[batch[d]]);
                                   if (!seeds.empty()) searches[i].run(seeds, options_.cutoff);
                               }
                           });
        core::Stage visiting(progress, std::midpoint(begun, done), done);
        visit({*this, batch, searches}, visiting);
    }
}

}  // namespace desakota::paths
