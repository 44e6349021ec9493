#include "engine/paths/cost_matrix.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include "engine/geo/space_filling_curve.h"
#include "engine/paths/column_search.h"
#include "engine/paths/exits.h"
#include "engine/paths/leg_ends.h"
#include "engine/paths/nearby_searches.h"
#include "engine/paths/place_entries.h"
#include "engine/paths/walk_across.h"

namespace desakota::paths {
namespace {

using network::LegUse;
using network::RoadGraph;

/// Searches that wait for work: as many as threads have been at work at once.
class Searches {
public:
    explicit Searches(const Descent& descent) : descent_(descent) {}

    std::unique_ptr<ColumnSearch> take() {
        {
            const std::scoped_lock lock(mutex_);
            if (!waiting_.empty()) {
                auto search = std::move(waiting_.back());
                waiting_.pop_back();
                return search;
            }
        }
        return std::make_unique<ColumnSearch>(descent_);
    }
    void give_back(std::unique_ptr<ColumnSearch> search) {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back(std::move(search));
    }

private:
    const Descent& descent_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<ColumnSearch>> waiting_;
};

/// As many threads as are wanted, but no more than a gigabyte has searches for.
int searching_threads(int wanted, const Descent& descent) {
    constexpr std::size_t kMemory = std::size_t{1} << 30;
    const auto searches = kMemory / std::max<std::size_t>(1, ColumnSearch::bytes(descent));
    return static_cast<int>(std::clamp<std::size_t>(searches, 1, static_cast<std::size_t>(core::thread_count(wanted))));
}

std::vector<geo::GridPoint> taken_in(std::span<const std::uint32_t> order, std::span<const geo::GridPoint> places) {
    std::vector<geo::GridPoint> taken;
    taken.reserve(order.size());
    for (const auto place : order) taken.push_back(places[place]);
    return taken;
}

class MatrixMaker {
public:
    MatrixMaker(const CostQuestion& question, int threads)
        : network_(question.network),
          places_(question.places),
          options_(question.options),
          threads_(threads),
          rows_(geo::order_along_curve(places_)),
          columns_(geo::order_along_curve(question.destinations)),
          destinations_(taken_in(columns_, question.destinations)),
          straight_(destinations_),
          legs_(network_, options_.access, LegUse::Entry),
          matrix_(places_.size(), destinations_.size()) {}

    core::CostMatrix run(core::Progress& progress) {
        core::Stage leaving(progress, 0.0, 0.03);
        exits_ = find_exits(network_, destinations_, options_.access, {.threads = threads_}, leaving);
        core::Stage building(progress, 0.03, 0.06);
        graph_ = build_graph(network_, options_.access.objective, network::Orientation::Inward, {.threads = threads_},
                             building);
        gather_seeds();
        core::Stage entering(progress, 0.06, 0.15);
        enter(entering);
        core::Stage searching(progress, 0.15, 0.95);
        search(searching);
        core::Stage crossing(progress, 0.95, 1.0);
        cross(crossing);
        progress.step(1.0);
        return std::move(matrix_);
    }

private:
    void gather_seeds() {
        seeds_.resize(destinations_.size());
        for (const auto& exit : exits_.exits) {
            seeds_[exit.destination].push_back(tail_of(network_, exit.leg, options_.access.objective));
        }
    }

    /// Ways without a node between, and the nodes at which the others start.
    void enter(core::Progress& progress) {
        std::vector<std::vector<NodeCost>> found(places_.size());
        constexpr std::size_t kGrain = 16;
        core::parallel_for(places_.size(), {.threads = threads_, .grain = kGrain}, progress,
                           [&](std::size_t begin, std::size_t end) {
                               for (auto i = begin; i < end; ++i) found[i] = enter_from(rows_[i]);
                           });
        for (auto& entries : found) {
            entries_.add(entries);
            entries = {};
        }
    }

    std::vector<NodeCost> enter_from(std::size_t place) {
        const auto row = matrix_.row(place);
        walk_directly(places_[place], row);
        std::vector<NodeCost> heads;
        for (const auto& leg : legs_.of(places_[place])) {
            heads.push_back(head_of(network_, leg, options_.access.objective));
            for (const auto& exit : exits_.of_piece(leg.cut)) {
                if (const auto cost = cost_on_piece(leg, exit.leg)) {
                    row[exit.destination] = std::min(row[exit.destination], *cost);
                }
            }
        }
        return useful_entries(graph_, std::move(heads));
    }

    void walk_directly(const geo::GridPoint& place, std::span<std::int64_t> row) const {
        for (const auto& found : straight_.within(place, options_.access.max_access)) {
            if (network_.barriers.block(place, destinations_[found.place])) continue;
            row[found.place] = leg_cost(options_.access, found.metres);
        }
    }

    /// Ways through nodes.
    void search(core::Progress& progress) {
        core::Stage eliminating(progress, 0.0, 0.3);
        auto elimination = eliminate_nodes(graph_, {.max_degree = elimination_degree(destinations_.size())},
                                           {.threads = threads_}, eliminating);
        graph_ = {};
        core::Stage preparing(progress, 0.3, 0.35);
        const Descent descent(std::move(elimination), entries_.entries, preparing);
        for (auto& entry : entries_.entries) entry.node = descent.slot_of(entry.node);
        Searches searches(descent);
        core::Stage columns(progress, 0.35, 1.0);
        core::parallel_for(destinations_.size(),
                           {.threads = searching_threads(threads_, descent), .grain = ColumnSearch::kColumns}, columns,
                           [&](std::size_t begin, std::size_t end) { search_columns(begin, end - begin, searches); });
    }

    void search_columns(std::size_t first, std::size_t count, Searches& searches) {
        auto search = searches.take();
        search->run(std::span(seeds_).subspan(first, count), options_.cutoff);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            ColumnSearch::Costs best;
            best.fill(core::kUnreachable);
            // What the entries hold as nodes are slots by now.
            for (const auto& entry : entries_.of(i)) {
                const auto& costs = search->costs(entry.node);
                for (std::size_t k = 0; k < best.size(); ++k) best[k] = std::min(best[k], entry.cost + costs[k]);
            }
            const auto row = matrix_.row(rows_[i]).subspan(first, count);
            for (std::size_t k = 0; k < count; ++k) row[k] = std::min(row[k], best[k]);
        }
        searches.give_back(std::move(search));
    }

    /// Ways that only cross a road, the cutoff, and the columns in their own order.
    void cross(core::Progress& progress) {
        constexpr std::size_t kGrain = 16;
        core::parallel_for(places_.size(), {.threads = threads_, .grain = kGrain}, progress,
                           [&](std::size_t begin, std::size_t end) {
                               for (auto i = begin; i < end; ++i) cross_from(rows_[i]);
                           });
    }

    void cross_from(std::size_t place) {
        const auto& access = options_.access;
        const auto row = matrix_.row(place);
        for (const auto& found : straight_.within(places_[place], 2.0 * access.max_access)) {
            auto& best = row[found.place];
            if (found.metres <= access.max_access || found.metres > reach_across(access, best)) continue;
            const auto walk = walk_across(network_, access, places_[place], destinations_[found.place], best);
            if (walk) best = std::min(best, walk->cost());
        }
        const std::vector<std::int64_t> costs(row.begin(), row.end());
        for (std::size_t i = 0; i < costs.size(); ++i) {
            row[columns_[i]] = costs[i] <= options_.cutoff ? costs[i] : core::kUnreachable;
        }
    }

    const network::RoadNetwork& network_;
    std::span<const geo::GridPoint> places_;
    const NearestOptions& options_;
    int threads_;
    // Near places are asked for one after the other, and near destinations together.
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> columns_;
    std::vector<geo::GridPoint> destinations_;  ///< in the order of columns_, as are the matrix's until the end
    geo::NearestPoints straight_;
    network::AccessLegs legs_;
    Exits exits_;
    RoadGraph graph_;
    std::vector<std::vector<NodeCost>> seeds_;  ///< by destination
    PlaceEntries entries_;                      ///< of the places in the order of rows_
    core::CostMatrix matrix_;
};

}  // namespace

core::CostMatrix cost_matrix(const CostQuestion& question, const core::Parallel& parallel, core::Progress& progress) {
    return MatrixMaker(question, parallel.threads).run(progress);
}

void visit_chosen_ways(
    const CostQuestion& question, std::span<const Choice> choices, const core::Parallel& parallel,
    core::Progress& progress,
    const std::function<void(const Nearest& nearest, std::span<const std::uint32_t> places)>& visit) {
    std::vector<std::vector<std::uint32_t>> chosen_by(question.destinations.size());
    std::vector<std::int64_t> limits(question.destinations.size(), 0);
    for (std::uint32_t place = 0; place < choices.size(); ++place) {
        const auto [destination, cost] = choices[place];
        if (destination == network::kNone) continue;
        chosen_by[destination].push_back(place);
        limits[destination] = std::max(limits[destination], cost);
    }
    core::Stage building(progress, 0.0, 0.05);
    NearbySearches searches(question.network, question.options, parallel, building);
    core::Stage visiting(progress, 0.05, 1.0);
    core::parallel_for(chosen_by.size(), {.threads = parallel.threads, .grain = 1}, visiting,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) {
                               if (chosen_by[i].empty()) continue;
                               searches.search({question.destinations[i]}, limits[i],
                                               [&](const Nearest& nearest) { visit(nearest, chosen_by[i]); });
                           }
                       });
    progress.step(1.0);
}

}  // namespace desakota::paths
