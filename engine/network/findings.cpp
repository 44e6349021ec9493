#include "engine/network/findings.h"

#include <algorithm>
#include <tuple>

#include "engine/geo/measure.h"
#include "engine/network/finding_parts.h"

namespace desakota::network {

geo::GridPoint place_of(const Lines& lines, const PlaceOnLine& on_line) {
    return geo::interpolate(lines.vertices[on_line.segment], lines.vertices[on_line.segment + 1], on_line.t);
}

bool Inspection::is_dead_end(std::uint32_t line, bool at_start) const {
    const auto cut = at_start ? network.first_cut[line] : network.first_cut[line + 1] - 1;
    return pieces.of(network.cut_node[cut]).size() == 1;
}

bool Inspection::is_overshot(std::uint32_t line, double metres) const {
    const double limit = 2.0 * tolerance();
    const double behind = network.lines.length(line) - metres;
    return (metres > 0.0 && metres < limit && is_dead_end(line, true)) ||
           (behind > 0.0 && behind < limit && is_dead_end(line, false));
}

void find_overshoots(const Inspection& inspection, std::vector<Finding>& findings) {
    const auto& network = inspection.network;
    const auto& lines = network.lines;
    const auto add = [&](std::uint32_t line, std::uint32_t end, std::uint32_t junction, PlaceOnLine place) {
        const double metres = std::abs(network.cut_metres[end] - network.cut_metres[junction]);
        if (metres == 0.0 || metres >= 2.0 * inspection.tolerance()) return;
        constexpr std::size_t kJunction = 3;  // pieces
        if (inspection.pieces.of(network.cut_node[end]).size() != 1) return;
        if (inspection.pieces.of(network.cut_node[junction]).size() < kJunction) return;
        Finding finding{
            FindingKind::Overshoot, FindingSeverity::Information, place_of(lines, place), metres, place, {}};
        for (const auto piece : inspection.pieces.of(network.cut_node[junction])) {
            const auto other = network.cut_line[piece];
            if (other == line || network.is_connector(other) || other > finding.b.line) continue;
            finding.b = {other, network.cut_segment[piece], 0.0};
        }
        findings.push_back(finding);
    };
    for (std::uint32_t line = 0; line < network.input_line_count; ++line) {
        const auto first = network.first_cut[line];
        const auto last = network.first_cut[line + 1] - 1;
        if (last < first + 2 || lines.attributes[line].join) continue;
        add(line, first, first + 1, {line, lines.first(line), 0.0});
        add(line, last, last - 1, {line, lines.last(line) - 1, 1.0});
    }
}

void find_short_lines(const Inspection& inspection, std::vector<Finding>& findings) {
    const auto& lines = inspection.network.lines;
    for (std::uint32_t line = 0; line < inspection.network.input_line_count; ++line) {
        const double metres = lines.length(line);
        if (metres >= kShortLine || lines.attributes[line].join || lines.attributes[line].landing) continue;
        const PlaceOnLine start{line, lines.first(line), 0.0};
        const bool none = metres == 0.0;
        findings.push_back({none ? FindingKind::ZeroLength : FindingKind::ShortLine,
                            none ? FindingSeverity::Warning : FindingSeverity::Information,
                            place_of(lines, start),
                            metres,
                            start,
                            {}});
    }
}

namespace {

/// Leaves out what concerns lines that nobody can travel.
void drop_impassable(const RoadNetwork& network, std::vector<Finding>& findings) {
    std::erase_if(findings, [&](const Finding& finding) {
        const auto is_closed = [&](std::uint32_t line) { return line != kNone && !network.rule_of(line).passable; };
        return is_closed(finding.a.line) || is_closed(finding.b.line);
    });
}

}  // namespace

std::vector<Finding> find_findings(const RoadNetwork& network, const NetworkOptions& options,
                                   const Components& components, const core::Parallel& parallel,
                                   core::Progress& progress) {
    std::vector<Finding> findings;
    core::Stage meeting(progress, 0.0, 0.3);
    auto meetings = find_meetings(network.lines, network.index, CrossingSearch::On, parallel, meeting);
    const auto pieces = pieces_of_nodes(network);
    const Inspection inspection{network, options, pieces};
    find_joined_gaps(inspection, findings);
    find_crossings(inspection, meetings.crossings, findings);
    find_coincidences(inspection, std::move(meetings.shared), findings);
    find_overshoots(inspection, findings);
    find_short_lines(inspection, findings);
    core::Stage ends(progress, 0.4, 0.7);
    find_loose_ends(inspection, parallel, ends, findings);
    core::Stage components_stage(progress, 0.7, 1.0);
    find_isolated_components(network, components, parallel, components_stage, findings);
    drop_impassable(network, findings);
    std::ranges::sort(findings, [](const Finding& one, const Finding& other) {
        return std::tie(one.kind, one.a, one.b, one.place) < std::tie(other.kind, other.a, other.b, other.place);
    });
    progress.step(1.0);
    return findings;
}

}  // namespace desakota::network
