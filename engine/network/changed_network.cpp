#include "engine/network/changed_network.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/core/error.h"
#include "engine/network/assembly.h"
#include "engine/network/changed_connections.h"

namespace desakota::network {
namespace {

/// The base's lines that stay, then the new ones, all measured. Runs of lines are copied at once.
Lines changed_lines(const RoadNetwork& base, const NetworkChange& change, core::LoopSteps steps) {
    Lines lines;
    const auto spare = [](std::size_t some, std::size_t more) { return some + some / 8 + more; };
    lines.vertices.reserve(spare(base.lines.vertices.size(), change.added.vertices.size()));
    lines.metres.reserve(lines.vertices.capacity());
    lines.first_vertex.reserve(spare(base.lines.first_vertex.size(), change.added.size()));
    lines.attributes.reserve(lines.first_vertex.capacity());
    constexpr std::uint32_t kRun = core::LoopSteps::kUsual;
    for (std::uint32_t line = 0; line < base.input_line_count;) {
        steps.at(line);
        auto last = std::min(line + kRun, base.input_line_count);
        if (!change.removed.empty()) {
            const auto begin = change.removed.begin();
            last = static_cast<std::uint32_t>(std::find(begin + line, begin + last, true) - begin);
        }
        add_run(lines, base.lines, line, last);
        line = last < base.input_line_count && !change.removed.empty() && change.removed[last] ? last + 1 : last;
    }
    add_run(lines, change.added, 0, change.added.size());
    return lines;
}

/// Measures the new lines and gives them their rules and layers behind those of the base.
void prepare_added(const RoadNetwork& base, NetworkChange& change, const core::Parallel& parallel,
                   core::Progress& progress) {
    auto& added = change.added;
    const auto& rules = change.added_rules;
    constexpr std::size_t kMostRules = 0x10000;
    if (base.rules.size() + rules.size() > kMostRules) {
        throw core::input_error(
            {"The roads, the added roads and the changed roads have more than 65,536 different "
             "rules of travel.",
             "Jalan, jalan yang ditambahkan, dan jalan yang diubah memuat lebih dari 65.536 aturan "
             "perjalanan yang berbeda."});
    }
    std::uint32_t layers = 0;
    for (std::uint32_t line = 0; line < base.input_line_count; ++line) {
        layers = std::max(layers, base.lines.attributes[line].layer + 1);
    }
    for (auto& attributes : added.attributes) {
        attributes.rule = static_cast<std::uint16_t>(attributes.rule + base.rules.size());
        attributes.layer += layers;
    }
    measure(added, parallel, progress);
}

/// In the order in which find_joins finds them: by end, and for each end first those to its own line, then by
/// tolerance, then to water.
void put_in_order(std::vector<Join>& joins, const Lines& lines) {
    const auto place = [&](const Join& join) {
        const bool to_water = join.kind == JoinKind::Boarding && !lines.attributes[join.line].landing;
        return std::tuple(join.line, join.vertex, join.other_line != join.line, to_water, join.other_line);
    };
    std::ranges::stable_sort(joins, {}, place);
}

/// Joins that an earlier cleaning wrote decide about other lines' joins.
bool has_written_joins(const RoadNetwork& base, const NetworkChange& change) {
    if (std::ranges::any_of(change.added.attributes, &LineAttributes::join)) return true;
    for (std::uint32_t line = 0; line < change.removed.size(); ++line) {
        if (change.removed[line] && base.lines.attributes[line].join) return true;
    }
    return false;
}

/// All anew: slower, and right whatever changes.
RoadNetwork rebuild(const RoadNetwork& base, const NetworkChange& change, const NetworkOptions& options,
                    const core::Parallel& parallel, core::Progress& progress) {
    core::Stage copying(progress, 0.0, 0.1);
    auto lines = changed_lines(base, change, {copying, 0.0, 1.0, base.input_line_count});
    auto rules = base.rules;
    rules.insert(rules.end(), change.added_rules.begin(), change.added_rules.end());
    core::Stage building(progress, 0.1, 1.0);
    auto network = build_network(std::move(lines), std::move(rules), options, parallel, building);
    network.barriers = base.barriers;
    return network;
}

}  // namespace

RoadNetwork change_network(const RoadNetwork& base, NetworkChange change, const NetworkOptions& options,
                           const core::Parallel& parallel, core::Progress& progress) {
    core::Stage measuring(progress, 0.0, 0.05);
    prepare_added(base, change, parallel, measuring);
    if (has_written_joins(base, change)) {
        core::Stage rebuilding(progress, 0.05, 1.0);
        return rebuild(base, change, options, parallel, rebuilding);
    }
    RoadNetwork network;
    network.lines = changed_lines(base, change, {progress, 0.05, 0.15, base.input_line_count});
    network.input_line_count = network.lines.size();
    network.rules = base.rules;
    network.rules.insert(network.rules.end(), change.added_rules.begin(), change.added_rules.end());
    network.has_landings = std::ranges::any_of(network.lines.attributes, &LineAttributes::landing);
    network.barriers = base.barriers;
    core::Stage indexing(progress, 0.15, 0.35);
    network.index = index_segments(network.lines, parallel, indexing);
    core::Stage connecting(progress, 0.35, 0.55);
    auto connections = changed_connections(base, change, options, parallel, connecting);
    network.joins = std::move(connections.joins);
    put_in_order(network.joins, network.lines);
    core::Stage joining(progress, 0.55, 0.6);
    add_connectors(network, joining);
    network.crossings = std::move(connections.meetings.crossings);
    keep_joinable(network.lines, network.crossings);
    core::Stage assembling(progress, 0.6, 1.0);
    assemble(network, connections.meetings.shared, parallel, assembling);
    progress.step(1.0);
    return network;
}

}  // namespace desakota::network
