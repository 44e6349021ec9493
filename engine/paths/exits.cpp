#include "engine/paths/exits.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>

#include "engine/core/shared_counter.h"
#include "engine/geo/space_filling_curve.h"

namespace desakota::paths {
namespace {

using network::AccessLeg;
using network::Heading;

/// Marks the legs of one line, sorted by position, that no leg farther on replaces: travel along the line meets the
/// last leg last, travel against it the first.
template <class Iterator>
void keep_useful(Iterator begin, Iterator end, Heading heading, std::int64_t sense, std::vector<AccessLeg>& kept) {
    auto best = std::numeric_limits<std::int64_t>::max();
    for (auto leg = begin; leg != end; ++leg) {
        if (leg->heading != heading && leg->heading != Heading::AtNode) continue;
        const auto cost = leg->cost + sense * leg->at;
        if (cost >= best) continue;
        best = cost;
        if (leg->heading == heading) kept.push_back(*leg);
    }
}

/// Fills `kept` with the legs of one destination that may be the best.
void keep_useful(const std::vector<AccessLeg>& legs, std::vector<AccessLeg>& kept) {
    kept.clear();
    for (auto begin = legs.begin(); begin != legs.end();) {
        const auto end = std::find_if(begin, legs.end(), [&](const AccessLeg& leg) { return leg.line != begin->line; });
        std::copy_if(begin, end, std::back_inserter(kept),
                     [](const AccessLeg& leg) { return leg.heading == Heading::AtNode; });
        keep_useful(std::make_reverse_iterator(end), std::make_reverse_iterator(begin), Heading::Along, 1, kept);
        keep_useful(begin, end, Heading::Against, -1, kept);
        begin = end;
    }
}

/// Puts the exits of one piece in order.
template <class Iterator>
void sort_on_piece(Iterator begin, Iterator end) {
    std::sort(begin, end, [](const Exit& one, const Exit& other) {
        return std::tie(one.leg.metres, one.destination, one.leg.heading, one.leg.cost, one.leg.segment) <
               std::tie(other.leg.metres, other.destination, other.leg.heading, other.leg.cost, other.leg.segment);
    });
}

/// The exits piece by piece: counted, put down, and each piece's few sorted.
class ByPiece {
public:
    ByPiece(Exits& all, std::vector<std::vector<AccessLeg>>& found) : all_(all), found_(found) {}

    void run(std::uint32_t cut_count, const core::Parallel& parallel, core::Progress& progress) {
        core::Stage counting(progress, 0.0, 0.2);
        count(cut_count, parallel, counting);
        core::Stage placing(progress, 0.2, 0.5);
        put_down(parallel, placing);
        core::Stage sorting(progress, 0.5, 1.0);
        core::parallel_for(cut_count, {.threads = parallel.threads, .grain = 1 << 14}, sorting,
                           [&](std::size_t begin, std::size_t end) {
                               for (auto cut = begin; cut < end; ++cut) sort(cut);
                           });
    }

private:
    void for_each_destination(const core::Parallel& parallel, core::Progress& progress,
                              const std::function<void(std::uint32_t destination)>& visit) const {
        core::parallel_for(found_.size(), {.threads = parallel.threads, .grain = 64}, progress,
                           [&](std::size_t begin, std::size_t end) {
                               for (auto i = begin; i < end; ++i) visit(static_cast<std::uint32_t>(i));
                           });
    }

    void count(std::uint32_t cut_count, const core::Parallel& parallel, core::Progress& progress) {
        auto& first = all_.first_of_piece;
        first.assign(cut_count + 1, 0);
        for_each_destination(parallel, progress, [&](std::uint32_t destination) {
            for (const auto& leg : found_[destination]) core::count_one(first[leg.cut + 1]);
        });
        std::inclusive_scan(first.begin(), first.end(), first.begin());
    }

    void put_down(const core::Parallel& parallel, core::Progress& progress) {
        all_.exits.resize(all_.first_of_piece.back());
        std::vector<std::uint32_t> next(all_.first_of_piece.begin(), all_.first_of_piece.end() - 1);
        for_each_destination(parallel, progress, [&](std::uint32_t destination) {
            for (const auto& leg : found_[destination]) all_.exits[core::count_one(next[leg.cut])] = {leg, destination};
            found_[destination] = {};
        });
    }

    void sort(std::size_t cut) {
        const auto begin = all_.exits.begin();
        sort_on_piece(begin + all_.first_of_piece[cut], begin + all_.first_of_piece[cut + 1]);
    }

    Exits& all_;
    std::vector<std::vector<AccessLeg>>& found_;
};

constexpr auto kPieceOf = [](const Exit& exit) { return exit.leg.cut; };

}  // namespace

std::span<const Exit> Exits::sought(std::uint32_t piece) const {
    const auto found = std::ranges::equal_range(exits, piece, {}, kPieceOf);
    return {found.begin(), found.end()};
}

Exits find_exits(const network::RoadNetwork& network, std::span<const geo::GridPoint> destinations,
                 const network::AccessOptions& options, const core::Parallel& parallel, core::Progress& progress) {
    const network::AccessLegs access(network, options, network::LegUse::Exit);
    std::vector<std::vector<AccessLeg>> found(destinations.size());
    core::Stage finding(progress, 0.0, 0.8);
    const auto order = geo::order_along_curve(destinations);
    core::parallel_for(order.size(), {.threads = parallel.threads, .grain = 32}, finding,
                       [&](std::size_t begin, std::size_t end) {
                           std::vector<AccessLeg> kept;
                           for (const auto i : std::span(order).subspan(begin, end - begin)) {
                               keep_useful(access.of(destinations[i]), kept);
                               // No larger than needed, for there are many.
                               found[i] = {kept.begin(), kept.end()};
                           }
                       });
    Exits all{.objective = options.objective};
    core::Stage sorting(progress, 0.8, 1.0);
    ByPiece(all, found).run(network.cut_count(), parallel, sorting);
    return all;
}

Exits find_few_exits(const network::RoadNetwork& network, std::span<const geo::GridPoint> destinations,
                     const network::AccessOptions& options) {
    const network::AccessLegs access(network, options, network::LegUse::Exit);
    Exits all{.objective = options.objective};
    std::vector<AccessLeg> kept;
    for (std::uint32_t i = 0; i < destinations.size(); ++i) {
        keep_useful(access.of(destinations[i]), kept);
        for (const auto& leg : kept) all.exits.push_back({leg, i});
    }
    std::ranges::stable_sort(all.exits, {}, kPieceOf);
    for (auto begin = all.exits.begin(); begin != all.exits.end();) {
        const auto end = std::upper_bound(begin, all.exits.end(), kPieceOf(*begin),
                                          [](std::uint32_t piece, const Exit& exit) { return piece < kPieceOf(exit); });
        sort_on_piece(begin, end);
        begin = end;
    }
    return all;
}

}  // namespace desakota::paths
