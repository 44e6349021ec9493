#include "engine/analyses/od_pairs.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/core/error.h"
#include "engine/paths/cost_matrix.h"
#include "engine/paths/several_nearest.h"

namespace desakota::analyses {
namespace {

using Pairs = std::vector<OdPair>;

PlaceSelection all_places(const Destinations& destinations) {
    return select_places(destinations, std::vector<bool>(destinations.size(), true));
}

core::Error too_many(std::size_t settlements, std::size_t destinations) {
    return core::usage_error(
        fill_text("{} settlements and {} destinations are more pairs than one table can hold. Ask for "
                  "the nearest of each (--k) or for those within a limit (--cutoff).",
                  "{} permukiman dan {} tujuan menghasilkan lebih banyak pasangan daripada yang muat "
                  "dalam satu tabel. Minta yang terdekat saja (--k) atau yang berada dalam batas "
                  "tertentu (--cutoff).",
                  grouped(static_cast<double>(settlements)), grouped(static_cast<double>(destinations))));
}

/// The pairs of all settlements, one after the other.
Pairs joined(std::vector<Pairs> by_settlement, const OdQuestion& question) {
    std::size_t count = 0;
    for (const auto& pairs : by_settlement) count += pairs.size();
    if (count > kMostPairs) throw too_many(question.settlements.size(), question.destinations.size());
    Pairs all;
    all.reserve(count);
    for (auto& pairs : by_settlement) {
        std::ranges::copy(pairs, std::back_inserter(all));
        pairs = {};
    }
    return all;
}

OdPair without_destination(std::uint32_t settlement, RowStatus status) {
    return {.settlement = settlement, .status = status};
}

/// The nearest of one settlement.
Pairs nearest_of(std::uint32_t settlement, const std::optional<geo::GridPoint>& place,
                 const paths::SeveralNearest& several) {
    if (!place) return {without_destination(settlement, RowStatus::NoGeometry)};
    Pairs pairs;
    for (const auto& found : several.from(*place)) {
        const auto rank = static_cast<std::uint32_t>(pairs.size() + 1);
        pairs.push_back({settlement, found.destination, RowStatus::Reached, found.cost, rank});
    }
    if (pairs.empty()) pairs.push_back(without_destination(settlement, status_of(several.status_without(*place))));
    return pairs;
}

/// Each settlement's nearest.
Pairs find_nearest(const OdQuestion& question, std::uint32_t count, const SearchSetting& setting,
                   core::Progress& progress) {
    auto selection = all_places(question.destinations);
    core::Stage building(progress, 0.0, 0.6);
    const paths::SeveralNearest several(setting.network(), {std::move(selection.places), std::move(selection.features)},
                                        {setting.options(setting.cost()), count}, setting.parallel, building);
    std::vector<Pairs> by_settlement(question.settlements.size());
    core::Stage asking(progress, 0.6, 1.0);
    core::parallel_for(by_settlement.size(), setting.parallel, asking, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) {
            by_settlement[i] = nearest_of(static_cast<std::uint32_t>(i), question.settlements.places[i], several);
        }
    });
    return joined(std::move(by_settlement), question);
}

/// Pairs from a matrix of all costs.
class PairFinder {
public:
    PairFinder(const OdQuestion& question, const SearchSetting& setting)
        : question_(question),
          setting_(setting),
          options_(setting.options(setting.cost())),
          is_bounded_(options_.cutoff < core::kUnreachable),
          selection_(all_places(question.destinations)),
          entries_(setting.network(), options_.access, network::LegUse::Entry) {}

    Pairs run(core::Progress& progress) {
        refuse_too_many();
        core::Stage costing(progress, 0.0, 0.8);
        find_costs(costing);
        core::Stage leaving(progress, 0.8, 0.85);
        holds_ = components_with_exits(
            setting_.network(),
            paths::find_exits(setting_.network(), selection_.places, options_.access, setting_.parallel, leaving));
        std::vector<Pairs> by_settlement(question_.settlements.size());
        core::Stage choosing(progress, 0.85, 1.0);
        core::parallel_for(by_settlement.size(), setting_.parallel, choosing, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i) by_settlement[i] = pairs_of(static_cast<std::uint32_t>(i));
        });
        return joined(std::move(by_settlement), question_);
    }

private:
    void refuse_too_many() const {
        const auto rows = question_.settlements.size();
        const bool too_many_pairs = !is_bounded_ && rows * question_.destinations.size() > kMostPairs;
        if (!too_many_pairs && rows * selection_.places.size() <= kMostCosts) return;
        throw too_many(rows, question_.destinations.size());
    }

    void find_costs(core::Progress& progress) {
        std::vector<geo::GridPoint> places;
        row_of_.assign(question_.settlements.size(), network::kNone);
        for (std::size_t i = 0; i < row_of_.size(); ++i) {
            const auto& place = question_.settlements.places[i];
            if (!place) continue;
            row_of_[i] = static_cast<std::uint32_t>(places.size());
            places.push_back(*place);
        }
        costs_ =
            paths::cost_matrix({setting_.network(), places, selection_.places, options_}, setting_.parallel, progress);
    }

    [[nodiscard]] Pairs pairs_of(std::uint32_t settlement) const {
        const auto status = status_without(settlement);
        if (is_bounded_) {
            auto pairs = reached(settlement);
            if (pairs.empty()) pairs.push_back(without_destination(settlement, status));
            return pairs;
        }
        return with_unreached(reached(settlement), settlement, status);
    }

    [[nodiscard]] Pairs reached(std::uint32_t settlement) const {
        Pairs pairs;
        const auto row = row_of_[settlement];
        for (std::uint32_t column = 0; row != network::kNone && column < selection_.places.size(); ++column) {
            const auto cost = costs_.at(row, column);
            if (cost >= core::kUnreachable) continue;
            const auto feature = selection_.features[column];
            // The places of one feature stand together.
            if (pairs.empty() || pairs.back().destination != feature) {
                pairs.push_back({settlement, feature, RowStatus::Reached, cost, 0});
            }
            pairs.back().cost = std::min(pairs.back().cost, cost);
        }
        std::ranges::sort(pairs, {}, [](const OdPair& pair) { return std::tuple(pair.cost, pair.destination); });
        for (std::uint32_t i = 0; i < pairs.size(); ++i) pairs[i].rank = i + 1;
        return pairs;
    }

    [[nodiscard]] Pairs with_unreached(Pairs pairs, std::uint32_t settlement, RowStatus status) const {
        std::vector<bool> is_reached(question_.destinations.size(), false);
        for (const auto& pair : pairs) is_reached[pair.destination] = true;
        for (std::uint32_t destination = 0; destination < is_reached.size(); ++destination) {
            if (is_reached[destination]) continue;
            const bool is_located = has_location(question_.destinations, destination);
            pairs.push_back({.settlement = settlement,
                             .destination = destination,
                             .status = is_located ? status : RowStatus::NoGeometry});
        }
        return pairs;
    }

    /// Of a pair without a way: in an unbounded search nothing but the network can stand between.
    [[nodiscard]] RowStatus status_without(std::uint32_t settlement) const {
        const auto& place = question_.settlements.places[settlement];
        if (!place) return RowStatus::NoGeometry;
        return status_of(paths::status_without_way(paths::components_entered(setting_.network(), entries_, *place),
                                                   holds_, is_bounded_));
    }

    const OdQuestion& question_;
    const SearchSetting& setting_;
    paths::NearestOptions options_;
    bool is_bounded_;
    PlaceSelection selection_;
    network::AccessLegs entries_;
    std::vector<bool> holds_;
    std::vector<std::uint32_t> row_of_;  // of the matrix, by settlement
    core::CostMatrix costs_;
};

}  // namespace

Pairs find_pairs(const OdQuestion& question, const SearchSetting& setting, core::Progress& progress) {
    auto pairs = question.count ? find_nearest(question, *question.count, setting, progress)
                                : PairFinder(question, setting).run(progress);
    progress.step(1.0);
    return pairs;
}

}  // namespace desakota::analyses
