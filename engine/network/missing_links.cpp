#include "engine/network/missing_links.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/network/finding_parts.h"
#include "engine/network/nearest_on_lines.h"

namespace desakota::network {
namespace {

/// The links that begin at the dead ends of some lines, for one thread.
class LinksFromEnds {
public:
    LinksFromEnds(const Inspection& inspection, double search_metres, std::vector<Finding>& found)
        : inspection_(inspection), network_(inspection.network), search_metres_(search_metres), found_(found) {}

    void of_line(std::uint32_t line) {
        if (!is_joinable_road(network_, line)) return;
        for (const bool at_start : {true, false}) {
            if (inspection_.is_dead_end(line, at_start)) of_end(line, at_start);
        }
    }

private:
    [[nodiscard]] std::uint32_t component(std::uint32_t line) const {
        return network_.node_component[network_.cut_node[network_.first_cut[line]]];
    }

    void of_end(std::uint32_t line, bool at_start) {
        const auto& lines = network_.lines;
        const auto vertex = at_start ? lines.first(line) : lines.last(line);
        const PlaceOnLine own{line, at_start ? vertex : vertex - 1, at_start ? 0.0 : 1.0};
        const auto wanted = [&](std::uint32_t other) { return other != line && is_joinable_road(network_, other); };
        const double least = inspection_.cleans() ? inspection_.tolerance() : 0.0;
        std::map<std::uint32_t, LinePlace> nearest_of_component;
        for (const auto& place :
             nearest_on_lines(lines, network_.index, lines.vertices[vertex], search_metres_, wanted)) {
            if (place.metres <= least) continue;
            if (component(place.line) != component(line)) {
                const auto [known, is_new] = nearest_of_component.try_emplace(component(place.line), place);
                const bool is_nearer =
                    std::tie(place.metres, place.line) < std::tie(known->second.metres, known->second.line);
                if (!is_new && is_nearer) known->second = place;
            }
        }
        for (const auto& [number, place] : nearest_of_component) add(own, {place.line, place.segment, place.t});
        to_dead_ends(own, vertex, least);
    }

    /// Each pair of dead ends is taken once, from the one that comes first.
    void to_dead_ends(const PlaceOnLine& own, std::uint32_t vertex, double least) {
        const auto& lines = network_.lines;
        const geo::LocalFrame frame(lines.vertices[vertex]);
        const auto area = frame.box(search_metres_);
        network_.index.cells.for_each(area, [&](std::uint32_t item) {
            const auto& chunk = network_.index.chunks[item];
            if (chunk.line < own.line || !is_joinable_road(network_, chunk.line)) return;
            if (chunk.first == lines.first(chunk.line)) try_end(own, vertex, {chunk.line, chunk.first, 0.0}, least);
            if (chunk.last == lines.last(chunk.line)) try_end(own, vertex, {chunk.line, chunk.last - 1, 1.0}, least);
        });
    }

    void try_end(const PlaceOnLine& own, std::uint32_t vertex, const PlaceOnLine& other, double least) {
        if (other <= own || other.line == own.line || !inspection_.is_dead_end(other.line, other.t == 0.0)) return;
        const double metres = geo::distance(network_.lines.vertices[vertex], place_of(network_.lines, other));
        if (metres <= least || metres > search_metres_) return;
        const double limit = std::max(kNearby, kNearbyFactor * metres);
        const auto first = network_.first_cut[own.line];
        const auto node = network_.cut_node[own.t == 0.0 ? first : network_.first_cut[own.line + 1] - 1];
        if (is_connected_within(network_, inspection_.pieces, node, other, limit)) return;
        add(own, other);
    }

    void add(const PlaceOnLine& own, const PlaceOnLine& other) {
        const auto& lines = network_.lines;
        const auto place = place_of(lines, own);
        const auto severity =
            component(own.line) == component(other.line) ? FindingSeverity::Warning : FindingSeverity::Critical;
        found_.push_back(
            {FindingKind::NearMiss, severity, place, geo::distance(place, place_of(lines, other)), own, other});
    }

    const Inspection& inspection_;
    const RoadNetwork& network_;
    double search_metres_;
    std::vector<Finding>& found_;
};

/// Sorts by the two places; a pair that is there twice, also the other way round, is taken once.
void keep_each_once(std::vector<Finding>& links) {
    for (auto& link : links) {
        if (link.b < link.a) std::swap(link.a, link.b);
    }
    std::ranges::sort(links, {}, [](const Finding& link) { return std::tie(link.a, link.b); });
    const auto repeated = std::ranges::unique(
        links, [](const Finding& one, const Finding& other) { return one.a == other.a && one.b == other.b; });
    links.erase(repeated.begin(), repeated.end());
}

}  // namespace

std::vector<Finding> find_missing_links(const RoadNetwork& network, const LinkSearch& search,
                                        const core::Parallel& parallel, core::Progress& progress) {
    constexpr std::size_t kLines = 256;
    core::Stage listing(progress, 0.0, 0.1);
    const auto pieces = pieces_of_nodes(network, listing);
    const Inspection inspection{network, search.options, pieces};
    const std::size_t count = network.input_line_count;
    std::vector<std::vector<Finding>> found(count / kLines + 1);
    core::Stage searching(progress, 0.1, 1.0);
    core::parallel_for(count, {.threads = parallel.threads, .grain = kLines}, searching,
                       [&](std::size_t begin, std::size_t end) {
                           LinksFromEnds links(inspection, search.metres, found[begin / kLines]);
                           for (auto line = static_cast<std::uint32_t>(begin); line < end; ++line) links.of_line(line);
                       });
    std::vector<Finding> links;
    for (auto& part : found) links.insert(links.end(), part.begin(), part.end());
    for (const auto& finding : search.findings) {
        const bool is_apart = finding.kind == FindingKind::IsolatedComponent && finding.b.line != kNone;
        if (!is_apart || finding.metres.value_or(0.0) > search.metres) continue;
        links.push_back(finding);
        links.back().kind = FindingKind::NearMiss;
    }
    keep_each_once(links);
    progress.step(1.0);
    return links;
}

}  // namespace desakota::network
