#include "engine/paths/road_bands.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <optional>

#include "engine/network/road_graph.h"
#include "engine/paths/through_place.h"

namespace desakota::paths {
namespace {

bool is_road(const network::RoadNetwork& network, std::uint32_t line) {
    const auto kind = network.lines.attributes[line].kind;
    return !network.is_connector(line) &&
           (kind == network::WayKind::Road || kind == network::WayKind::ControlledAccess) &&
           network.rule_of(line).passable;
}

class Roads {
public:
    Roads(const Nearest& nearest, std::span<const std::int64_t> limits)
        : nearest_(nearest),
          network_(nearest.network()),
          options_(nearest.options().access),
          limits_(limits),
          straight_(nearest.destinations()),
          legs_(network_, options_, network::LegUse::Exit) {}

    void cut(std::uint32_t line, std::vector<RoadBand>& parts) const {
        if (!is_road(network_, line)) return;
        for (auto piece = network_.first_cut[line]; piece + 1 < network_.first_cut[line + 1]; ++piece) {
            const bool is_near = leads_off(piece);
            const auto stations = stations_of(piece, is_near);
            for (std::size_t i = 0; i + 1 < stations.size(); ++i) {
                split({line, is_near}, stations[i], stations[i + 1], parts);
            }
        }
    }

private:
    /// What the cost along a piece depends on.
    struct Road {
        std::uint32_t line = 0;
        bool is_near = false;  ///< a destination may be near enough to walk to it straight
    };
    static constexpr double kBeside = 0.001;  ///< metres

    /// Whether an exit lies on a piece or at its ends.
    [[nodiscard]] bool leads_off(std::uint32_t piece) const {
        const auto& exits = nearest_.exits();
        return !exits.of_piece(piece).empty() || !exits.of_piece(piece + 1).empty();
    }

    /// Along a piece, besides its ends: exits, where both directions cost the same, and places at which a walk would be
    /// noticed. Between two of them the cost by road only grows or only falls.
    [[nodiscard]] std::vector<double> stations_of(std::uint32_t piece, bool is_near) const {
        const double start = network_.cut_metres[piece];
        const double end = network_.cut_metres[piece + 1];
        std::vector<double> stations{start, end};
        if (!(end > start)) return {};
        for (const auto& exit : nearest_.exits().of_piece(piece)) {
            // Right behind an exit a one-way road may cost much more.
            for (const double beside : {-kBeside, 0.0, kBeside}) stations.push_back(exit.leg.metres + beside);
        }
        if (is_near) add_walked_places(piece, stations);
        std::ranges::sort(stations);
        std::erase_if(stations, [&](double at) { return at < start || at > end; });
        const auto twice = std::ranges::unique(stations);
        stations.erase(twice.begin(), twice.end());
        return with_ridges({network_.cut_line[piece], is_near}, stations);
    }

    void add_walked_places(std::uint32_t piece, std::vector<double>& stations) const {
        constexpr double kStation = 100.0;
        const double start = network_.cut_metres[piece];
        const double length = network_.cut_metres[piece + 1] - start;
        const auto parts = static_cast<int>(std::ceil(length / kStation));
        for (int i = 1; i < parts; ++i) stations.push_back(start + length * i / parts);
    }

    /// Adds the place between two stations at which the cost is greatest.
    [[nodiscard]] std::vector<double> with_ridges(const Road& road, const std::vector<double>& stations) const {
        std::vector<double> all;
        for (std::size_t i = 0; i < stations.size(); ++i) {
            all.push_back(stations[i]);
            if (i + 1 == stations.size()) break;
            const auto low = cost(road, stations[i]);
            const auto high = cost(road, stations[i + 1]);
            const auto along = at(road.line, stations[i + 1]) - at(road.line, stations[i]);
            if (low >= core::kUnreachable || high >= core::kUnreachable || along <= 0) continue;
            // Up from `low` and down again to `high`, at the road's cost a metre.
            const double share = std::midpoint(1.0, static_cast<double>(high - low) / static_cast<double>(along));
            if (share > 0.0 && share < 1.0) all.push_back(std::lerp(stations[i], stations[i + 1], share));
        }
        return all;
    }

    [[nodiscard]] std::int64_t at(std::uint32_t line, double metres) const {
        return cost_at(network_, line, metres, options_.objective);
    }

    [[nodiscard]] std::int64_t cost(const Road& road, double metres) const {
        const auto line = road.line;
        const auto& lines = network_.lines;
        const auto begin = lines.metres.begin();
        const auto next = std::upper_bound(begin + lines.first(line) + 1, begin + lines.last(line), metres);
        const auto segment = static_cast<std::uint32_t>(next - begin) - 1;
        const double length = *next - lines.metres[segment];
        const double t = length > 0.0 ? std::clamp((metres - lines.metres[segment]) / length, 0.0, 1.0) : 0.0;
        const auto by_road = cost_from(nearest_, {line, segment, t});
        if (!road.is_near || !legs_.may_enter_anywhere(line)) return by_road;
        const auto place = geo::interpolate(lines.vertices[segment], lines.vertices[segment + 1], t);
        const auto nearest = straight_.nearest(place);
        if (!nearest || nearest->metres > options_.max_access) return by_road;
        return std::min(by_road, leg_cost(options_, nearest->metres));
    }

    [[nodiscard]] std::uint32_t band_of(std::int64_t cost) const {
        if (cost >= core::kUnreachable) return network::kNone;
        return static_cast<std::uint32_t>(std::ranges::lower_bound(limits_, cost) - limits_.begin());
    }

    /// Halves a stretch whose ends lie in different bands until the cuts are found.
    void split(const Road& road, double from, double to, std::vector<RoadBand>& parts) const {
        constexpr double kClose = 0.0005;  // metres
        const auto first = band_of(cost(road, from));
        const auto last = band_of(cost(road, to));
        if (first == last || to - from <= kClose) return add({road.line, from, to, first}, parts);
        const double middle = std::midpoint(from, to);
        split(road, from, middle, parts);
        split(road, middle, to, parts);
    }

    /// Lengthens the part before where it goes on.
    static void add(const RoadBand& part, std::vector<RoadBand>& parts) {
        constexpr double kShort = 0.002;  // metres: what is left over at a cut goes to the part before it
        const bool follows = !parts.empty() && parts.back().line == part.line && parts.back().to == part.from;
        if (follows && (parts.back().band == part.band || part.to - part.from < kShort)) {
            parts.back().to = part.to;
        } else {
            parts.push_back(part);
        }
    }

    const Nearest& nearest_;
    const network::RoadNetwork& network_;
    network::AccessOptions options_;
    std::span<const std::int64_t> limits_;
    geo::NearestPoints straight_;
    network::AccessLegs legs_;
};

}  // namespace

std::vector<RoadBand> road_bands(const Nearest& nearest, std::span<const std::int64_t> limits,
                                 const core::Parallel& parallel, core::Progress& progress) {
    const Roads roads(nearest, limits);
    constexpr std::uint32_t kGrain = 64;
    const auto lines = nearest.network().input_line_count;
    std::vector<std::vector<RoadBand>> found((lines + kGrain - 1) / kGrain);
    core::parallel_for(found.size(), {.threads = parallel.threads, .grain = 1}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) {
                               const auto first = static_cast<std::uint32_t>(i) * kGrain;
                               for (auto line = first; line < std::min(first + kGrain, lines); ++line) {
                                   roads.cut(line, found[i]);
                               }
                           }
                       });
    std::vector<RoadBand> parts;
    for (auto& some : found) std::ranges::move(some, std::back_inserter(parts));
    return parts;
}

}  // namespace desakota::paths
