#include "engine/analyses/road_catchments.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

#include "engine/paths/road_costs.h"

namespace desakota::analyses {
namespace {

using network::kNone;
using paths::RoadCosts;
using paths::RoadPlace;

/// What ties a place on a road to one place of a centre.
struct Claim {
    double tie = 0.0;
    std::int64_t cost = core::kUnreachable;
    std::uint32_t destination = kNone;  ///< index into the centres' places; kNone: no centre

    /// No tie never beats anything.
    [[nodiscard]] bool beats(const Claim& other) const {
        if (!(tie > 0.0)) return false;
        if (tie != other.tie) return tie > other.tie;
        if (cost != other.cost) return cost < other.cost;
        return destination < other.destination;
    }
};

/// Places on the roads at which all centres are compared, by piece, in order along it.
struct Stations {
    std::vector<RoadPlace> places;
    std::vector<Claim> best;
};

/// Two stations that follow each other on a piece and belong to different centres.
struct Border {
    std::size_t first_station = 0;        ///< the second is the next
    std::array<paths::EndCosts, 2> ends;  ///< of the centres' places that claim the first and the second station
};

struct Cut {
    double first_ends = 0.0;  ///< metres along the line
    double second_begins = 0.0;
};

bool is_road(const network::RoadNetwork& network, std::uint32_t line) {
    const auto kind = network.lines.attributes[line].kind;
    return !network.is_connector(line) &&
           (kind == network::WayKind::Road || kind == network::WayKind::ControlledAccess) &&
           network.rule_of(line).passable;
}

/// The two ends of a piece, places at even distances between, and those where a centre leaves the road.
void add_stations(const network::RoadNetwork& network, const RoadCosts& costs, std::uint32_t piece,
                  Stations& stations) {
    const double start = network.cut_metres[piece];
    const double end = network.cut_metres[piece + 1];
    if (!(end > start)) return;
    const auto parts = static_cast<int>(std::ceil((end - start) / kStation));
    std::vector<double> metres;
    for (int i = 0; i <= parts; ++i) {
        metres.push_back(std::lerp(start, end, static_cast<double>(i) / static_cast<double>(parts)));
    }
    for (const auto& exit : costs.exits_of(piece)) {
        if (exit.leg.metres > start && exit.leg.metres < end) metres.push_back(exit.leg.metres);
    }
    std::ranges::sort(metres);
    metres.erase(std::unique(metres.begin(), metres.end()), metres.end());
    for (const auto at : metres) stations.places.push_back({piece, at});
}

class Catchments {
public:
    Catchments(const HinterlandQuestion& question, const SearchSetting& setting, RunContext& context)
        : question_(question),
          network_(setting.network()),
          parallel_{.threads = context.threads, .grain = kGrain},
          costs_([&] {
              core::Stage preparing(context.progress, 0.0, 0.2);
              return RoadCosts({network_, {}, question.centres.places, setting.options(question.cost)}, parallel_,
                               preparing);
          }()) {}

    std::vector<CatchmentPart> find(core::Progress& progress) {
        core::Stage placing(progress, 0.2, 0.25);
        place_stations(placing);
        core::Stage comparing(progress, 0.25, 0.65);
        compare(comparing);
        core::Stage bordering(progress, 0.65, 0.95);
        find_borders(bordering);
        core::Stage cutting(progress, 0.95, 1.0);
        return cut(cutting);
    }

private:
    static constexpr std::size_t kGrain = 1024;
    static constexpr double kClose = 0.0005;  ///< metres

    void place_stations(core::Progress& progress) {
        core::LoopSteps steps(progress, 0.0, 1.0, network_.cut_count());
        for (std::uint32_t piece = 0; piece < network_.cut_count(); ++piece) {
            steps.at(piece);
            if (network_.is_piece(piece) && is_road(network_, network_.cut_line[piece])) {
                add_stations(network_, costs_, piece, stations_);
            }
        }
        stations_.best.resize(stations_.places.size());
    }

    [[nodiscard]] double pull(std::uint32_t destination) const {
        return question_.pull(question_.centres.features[destination]);
    }
    [[nodiscard]] Claim claim(const RoadPlace& place, std::uint32_t destination, const paths::EndCosts& ends) const {
        const auto cost = costs_.cost(place, destination, ends);
        return {pull(destination) * access::decay_at(question_.decay, cost), cost, destination};
    }
    [[nodiscard]] std::uint32_t centre(const Claim& claim) const {
        return claim.destination == kNone ? kNone : question_.centres.features[claim.destination];
    }

    /// The greatest claim on every station.
    void compare(core::Progress& progress) {
        std::vector<std::uint32_t> all(question_.centres.places.size());
        std::iota(all.begin(), all.end(), 0U);
        costs_.visit(all, parallel_, progress, [&](const RoadCosts::Batch& batch, core::Progress& stage) {
            core::parallel_for(stations_.places.size(), parallel_, stage, [&](std::size_t begin, std::size_t end) {
                for (auto i = begin; i < end; ++i) compare_at(i, batch);
            });
        });
    }
    void compare_at(std::size_t station, const RoadCosts::Batch& batch) {
        const auto& place = stations_.places[station];
        auto& best = stations_.best[station];
        for (std::size_t column = 0; column < batch.destinations().size(); ++column) {
            const auto next = claim(place, batch.destinations()[column], batch.at_ends(place.piece, column));
            if (next.beats(best)) best = next;
        }
    }

    /// Where the answer changes, with the costs of both answers along the piece: a second search of those centres.
    void find_borders(core::Progress& progress) {
        std::vector<bool> is_asked(question_.centres.places.size(), false);
        for (std::size_t i = 0; i + 1 < stations_.places.size(); ++i) {
            if (stations_.places[i].piece != stations_.places[i + 1].piece) continue;
            if (centre(stations_.best[i]) == centre(stations_.best[i + 1])) continue;
            borders_.push_back({i, {}});
            for (const auto side : {i, i + 1}) {
                if (stations_.best[side].destination != kNone) is_asked[stations_.best[side].destination] = true;
            }
        }
        std::vector<std::uint32_t> asked;
        for (std::uint32_t i = 0; i < is_asked.size(); ++i) {
            if (is_asked[i]) asked.push_back(i);
        }
        costs_.visit(asked, parallel_, progress, [&](const RoadCosts::Batch& batch, core::Progress& stage) {
            core::parallel_for(borders_.size(), parallel_, stage, [&](std::size_t begin, std::size_t end) {
                for (auto i = begin; i < end; ++i) note_ends(borders_[i], batch);
            });
        });
    }
    void note_ends(Border& border, const RoadCosts::Batch& batch) const {
        for (std::size_t side = 0; side < border.ends.size(); ++side) {
            const auto station = border.first_station + side;
            const auto wanted = stations_.best[station].destination;
            const auto asked = batch.destinations();
            const auto found = std::ranges::lower_bound(asked, wanted);
            if (found == asked.end() || *found != wanted) continue;
            border.ends[side] =
                batch.at_ends(stations_.places[station].piece, static_cast<std::size_t>(found - asked.begin()));
        }
    }

    /// Up to where the stretch between two stations is the first one's, and from where it is the second one's. What
    /// lies between belongs to neither: there both ties are nothing.
    [[nodiscard]] Cut cut_of(const Border& border) const {
        const auto& first = stations_.places[border.first_station];
        const double low = first.metres;
        const double high = stations_.places[border.first_station + 1].metres;
        const auto claim_of = [&](double metres, std::size_t side) {
            const auto destination = stations_.best[border.first_station + side].destination;
            return destination == kNone ? Claim{} : claim({first.piece, metres}, destination, border.ends[side]);
        };
        const double first_ends =
            last_metres(low, high, [&](double metres) { return claim_of(metres, 0).beats(claim_of(metres, 1)); });
        const double second_begins =
            last_metres(high, low, [&](double metres) { return claim_of(metres, 1).beats(claim_of(metres, 0)); });
        if (second_begins - first_ends > 2.0 * kClose) return {first_ends, second_begins};
        return {first_ends, first_ends};
    }

    /// From a place at which `holds` towards one at which it does not: where it stops. Without either, `from`.
    template <class Condition>
    static double last_metres(double from, double to, Condition holds) {
        if (!holds(from)) return from;
        while (std::abs(to - from) > kClose) {
            const double middle = std::midpoint(from, to);
            (holds(middle) ? from : to) = middle;
        }
        return from;
    }

    std::vector<CatchmentPart> cut(core::Progress& progress) const {
        std::vector<Cut> cuts(borders_.size());
        core::Stage bisecting(progress, 0.0, 0.5);
        core::parallel_for(cuts.size(), {.threads = parallel_.threads, .grain = 64}, bisecting,
                           [&](std::size_t begin, std::size_t end) {
                               for (auto i = begin; i < end; ++i) cuts[i] = cut_of(borders_[i]);
                           });
        std::vector<CatchmentPart> parts;
        std::size_t border = 0;
        core::LoopSteps steps(progress, 0.5, 1.0, stations_.places.size());
        for (std::size_t i = 0; i + 1 < stations_.places.size(); ++i) {
            steps.at(i);
            if (stations_.places[i].piece != stations_.places[i + 1].piece) continue;
            const double from = stations_.places[i].metres;
            const double to = stations_.places[i + 1].metres;
            if (border == borders_.size() || borders_[border].first_station != i) {
                add_part(i, from, to, parts);
                continue;
            }
            add_part(i, from, cuts[border].first_ends, parts);
            add_part(i + 1, cuts[border].second_begins, to, parts);
            ++border;
        }
        return parts;
    }

    /// Lengthens the part before where it goes on.
    void add_part(std::size_t station, double from, double to, std::vector<CatchmentPart>& parts) const {
        const auto whose = centre(stations_.best[station]);
        const auto line = network_.cut_line[stations_.places[station].piece];
        if (whose == kNone || !(to > from)) return;
        if (!parts.empty() && parts.back().centre == whose && parts.back().line == line && parts.back().to == from) {
            parts.back().to = to;
        } else {
            parts.push_back({whose, line, from, to});
        }
    }

    const HinterlandQuestion& question_;
    const network::RoadNetwork& network_;
    core::Parallel parallel_;
    RoadCosts costs_;
    Stations stations_;
    std::vector<Border> borders_;
};

}  // namespace

std::vector<CatchmentPart> road_catchments(const HinterlandQuestion& question, const SearchSetting& setting,
                                           RunContext& context) {
    Catchments catchments(question, setting, context);
    auto parts = catchments.find(context.progress);
    context.progress.step(1.0);
    return parts;
}

}  // namespace desakota::analyses
