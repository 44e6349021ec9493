#include "engine/paths/exits.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

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

/// The legs of one destination without those that cannot be the best.
std::vector<AccessLeg> useful(const std::vector<AccessLeg>& legs) {
    std::vector<AccessLeg> kept;
    for (auto begin = legs.begin(); begin != legs.end();) {
        const auto end = std::find_if(begin, legs.end(), [&](const AccessLeg& leg) { return leg.line != begin->line; });
        std::copy_if(begin, end, std::back_inserter(kept),
                     [](const AccessLeg& leg) { return leg.heading == Heading::AtNode; });
        keep_useful(std::make_reverse_iterator(end), std::make_reverse_iterator(begin), Heading::Along, 1, kept);
        keep_useful(begin, end, Heading::Against, -1, kept);
        begin = end;
    }
    return kept;
}

void sort_by_piece(Exits& all, std::uint32_t cut_count) {
    std::ranges::sort(all.exits, [](const Exit& one, const Exit& other) {
        return std::tie(one.leg.cut, one.leg.metres, one.destination, one.leg.heading, one.leg.cost) <
               std::tie(other.leg.cut, other.leg.metres, other.destination, other.leg.heading, other.leg.cost);
    });
    all.first_of_piece.assign(cut_count + 1, 0);
    for (const auto& exit : all.exits) ++all.first_of_piece[exit.leg.cut + 1];
    std::inclusive_scan(all.first_of_piece.begin(), all.first_of_piece.end(), all.first_of_piece.begin());
}

}  // namespace

Exits find_exits(const network::RoadNetwork& network, std::span<const geo::GridPoint> destinations,
                 const network::AccessOptions& options, const core::Parallel& parallel, core::Progress& progress) {
    const network::AccessLegs access(network, options, network::LegUse::Exit);
    std::vector<std::vector<AccessLeg>> found(destinations.size());
    core::parallel_for(destinations.size(), {.threads = parallel.threads, .grain = 32}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) found[i] = useful(access.of(destinations[i]));
                       });
    Exits all{.objective = options.objective};
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        for (const auto& leg : found[i]) all.exits.push_back({leg, i});
    }
    sort_by_piece(all, network.cut_count());
    return all;
}

}  // namespace desakota::paths
