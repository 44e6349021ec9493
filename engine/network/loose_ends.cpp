#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "engine/network/finding_parts.h"
#include "engine/network/nearest_on_lines.h"

namespace desakota::network {
namespace {

/// The loose ends of some lines, for one thread.
class LooseEnds {
public:
    LooseEnds(const Inspection& inspection, std::vector<Finding>& findings)
        : inspection_(inspection), network_(inspection.network), findings_(findings) {}

    void of_line(std::uint32_t line) {
        if (!is_joinable_road(network_, line)) return;
        for (const bool at_start : {true, false}) {
            if (inspection_.is_dead_end(line, at_start)) of_end(line, at_start);
        }
    }

private:
    void of_end(std::uint32_t line, bool at_start) {
        const auto& lines = network_.lines;
        const auto vertex = at_start ? lines.first(line) : lines.last(line);
        const PlaceOnLine own{line, at_start ? vertex : vertex - 1, at_start ? 0.0 : 1.0};
        const auto wanted = [&](std::uint32_t other) { return other != line && is_joinable_road(network_, other); };
        const double radius = std::max(kNearMiss, inspection_.tolerance());
        auto near = nearest_on_lines(lines, network_.index, lines.vertices[vertex], radius, wanted);
        std::ranges::sort(near, [](const LinePlace& one, const LinePlace& other) {
            return std::tie(one.metres, one.line) < std::tie(other.metres, other.line);
        });
        const auto node = network_.cut_node[at_start ? network_.first_cut[line] : network_.first_cut[line + 1] - 1];
        for (const auto& place : near) {
            const PlaceOnLine other{place.line, place.segment, place.t};
            const auto kind = kind_of(own, place);
            const double limit = std::max(kNearby, kNearbyFactor * place.metres);
            if (!kind || is_connected_within(network_, inspection_.pieces, node, other, limit)) continue;
            findings_.push_back({*kind, severity_of(own, other), lines.vertices[vertex], place.metres, own, other});
            return;
        }
    }

    [[nodiscard]] bool is_end(const LinePlace& place) const {
        const auto& lines = network_.lines;
        return (place.t == 0.0 && place.segment == lines.first(place.line)) ||
               (place.t == 1.0 && place.segment + 1 == lines.last(place.line));
    }

    [[nodiscard]] std::optional<FindingKind> kind_of(const PlaceOnLine& own, const LinePlace& place) const {
        const auto& a = network_.lines.attributes[own.line];
        const auto& b = network_.lines.attributes[place.line];
        const bool within = place.metres <= inspection_.tolerance();
        const bool roads = a.kind == WayKind::Road && b.kind == WayKind::Road;
        if (!is_end(place) && !same_level(a, b)) {
            return within && roads ? std::optional(FindingKind::TLevelsDiffer) : std::nullopt;
        }
        // What the tolerance joins is no near miss; to a controlled-access road it joins nothing.
        const bool missed = roads ? !within || !inspection_.cleans() : within;
        return missed ? std::optional(FindingKind::NearMiss) : std::nullopt;
    }

    /// A gap between two components cuts something off; within one it only makes ways longer.
    [[nodiscard]] FindingSeverity severity_of(const PlaceOnLine& own, const PlaceOnLine& other) const {
        const auto component = [&](std::uint32_t line) {
            return network_.node_component[network_.cut_node[network_.first_cut[line]]];
        };
        return component(own.line) == component(other.line) ? FindingSeverity::Warning : FindingSeverity::Critical;
    }

    const Inspection& inspection_;
    const RoadNetwork& network_;
    std::vector<Finding>& findings_;
};

/// Two dead ends that face each other are one near miss: the second is dropped.
void drop_mirrored(std::vector<Finding>& findings) {
    std::set<std::pair<PlaceOnLine, PlaceOnLine>> seen;
    std::erase_if(findings, [&](const Finding& finding) {
        if (seen.contains({finding.b, finding.a})) return true;
        seen.insert({finding.a, finding.b});
        return false;
    });
}

}  // namespace

bool is_joinable_road(const RoadNetwork& network, std::uint32_t line) {
    const auto& attributes = network.lines.attributes[line];
    const bool is_road = attributes.kind == WayKind::Road || attributes.kind == WayKind::ControlledAccess;
    return is_road && !attributes.join && !attributes.landing && network.rule_of(line).passable;
}

void find_loose_ends(const Inspection& inspection, const core::Parallel& parallel, core::Progress& progress,
                     std::vector<Finding>& findings) {
    constexpr std::size_t kLines = 512;
    const std::size_t count = inspection.network.input_line_count;
    std::vector<std::vector<Finding>> found(count / kLines + 1);
    core::parallel_for(count, {.threads = parallel.threads, .grain = kLines}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           LooseEnds ends(inspection, found[begin / kLines]);
                           for (auto line = static_cast<std::uint32_t>(begin); line < end; ++line) ends.of_line(line);
                       });
    std::vector<Finding> all;
    for (auto& part : found) all.insert(all.end(), part.begin(), part.end());
    drop_mirrored(all);
    findings.insert(findings.end(), all.begin(), all.end());
}

}  // namespace desakota::network
