#include "engine/network/findings.h"

#include <algorithm>
#include <tuple>

#include "engine/core/parallel_sort.h"
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

void find_overshoots(const Inspection& inspection, core::Progress& progress, std::vector<Finding>& findings) {
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
    core::LoopSteps steps(progress, 0.0, 1.0, network.input_line_count);
    for (std::uint32_t line = 0; line < network.input_line_count; ++line) {
        steps.at(line);
        const auto first = network.first_cut[line];
        const auto last = network.first_cut[line + 1] - 1;
        if (last < first + 2 || lines.attributes[line].join) continue;
        add(line, first, first + 1, {line, lines.first(line), 0.0});
        add(line, last, last - 1, {line, lines.last(line) - 1, 1.0});
    }
}

void find_short_lines(const Inspection& inspection, core::Progress& progress, std::vector<Finding>& findings) {
    const auto& lines = inspection.network.lines;
    core::LoopSteps steps(progress, 0.0, 1.0, inspection.network.input_line_count);
    for (std::uint32_t line = 0; line < inspection.network.input_line_count; ++line) {
        steps.at(line);
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

bool comes_first(const Finding& one, const Finding& other) {
    return std::tie(one.kind, one.a, one.b, one.place) < std::tie(other.kind, other.a, other.b, other.place);
}

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
    core::Stage meeting(progress, 0.0, 0.2);
    auto meetings = find_meetings(network.lines, network.index, CrossingSearch::On, parallel, meeting);
    core::Stage listing(progress, 0.2, 0.25);
    const auto pieces = pieces_of_nodes(network, listing);
    const Inspection inspection{network, options, pieces};
    core::Stage joining(progress, 0.25, 0.27);
    find_joined_gaps(inspection, joining, findings);
    core::Stage crossing(progress, 0.27, 0.3);
    find_crossings(inspection, meetings.crossings, crossing, findings);
    core::Stage coinciding(progress, 0.3, 0.4);
    find_coincidences(inspection, std::move(meetings.shared), parallel, coinciding, findings);
    core::Stage overshooting(progress, 0.4, 0.43);
    find_overshoots(inspection, overshooting, findings);
    core::Stage shortening(progress, 0.43, 0.45);
    find_short_lines(inspection, shortening, findings);
    core::Stage ends(progress, 0.45, 0.6);
    find_loose_ends(inspection, parallel, ends, findings);
    core::Stage isolating(progress, 0.6, 0.98);
    find_isolated_components(network, components, parallel, isolating, findings);
    drop_impassable(network, findings);
    core::Stage sorting(progress, 0.98, 1.0);
    core::parallel_sort(findings, comes_first, parallel.threads, sorting);
    progress.step(1.0);
    return findings;
}

}  // namespace desakota::network
