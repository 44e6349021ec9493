#include "engine/network/changed_connections.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/geo/measure.h"
#include "engine/network/assembly.h"

namespace desakota::network {
namespace {

/// What the lines of the base are called in the changed network.
class Renumbering {
public:
    Renumbering(const RoadNetwork& base, const std::vector<bool>& removed) : lines_(base.lines) {
        line_.reserve(base.input_line_count);
        vertex_.reserve(base.input_line_count);
        for (std::uint32_t line = 0; line < base.input_line_count; ++line) {
            const bool stays = removed.empty() || !removed[line];
            line_.push_back(stays ? line_count_ : kNone);
            vertex_.push_back(vertex_count_);
            if (!stays) continue;
            ++line_count_;
            vertex_count_ += lines_.first_vertex[line + 1] - lines_.first_vertex[line];
        }
    }

    [[nodiscard]] bool stays(std::uint32_t line) const { return line_[line] != kNone; }
    [[nodiscard]] std::uint32_t line(std::uint32_t line) const { return line_[line]; }
    /// A vertex or segment of a line that stays.
    [[nodiscard]] std::uint32_t vertex(std::uint32_t line, std::uint32_t vertex) const {
        return vertex_[line] + (vertex - lines_.first(line));
    }
    [[nodiscard]] std::uint32_t line_count() const { return line_count_; }
    [[nodiscard]] std::uint32_t vertex_count() const { return vertex_count_; }

private:
    const Lines& lines_;
    std::vector<std::uint32_t> line_;    ///< kNone where it is removed
    std::vector<std::uint32_t> vertex_;  ///< the first of the line
    std::uint32_t line_count_ = 0;
    std::uint32_t vertex_count_ = 0;
};

/// A vertex at which a line is cut, by its node.
struct VertexCut {
    std::uint32_t node = 0;
    std::uint32_t line = 0;
    std::uint32_t vertex = 0;
    auto operator<=>(const VertexCut&) const = default;
};

/// What of the base's connections lies between lines that stay.
class KeptConnections {
public:
    KeptConnections(const RoadNetwork& base, const Renumbering& renumbering) : base_(base), renumbering_(renumbering) {}

    Connections find(core::Progress& progress) const {
        Connections kept;
        add_shared(kept.meetings.shared, progress);
        for (const auto& crossing : base_.crossings) {
            if (!renumbering_.stays(crossing.line_a) || !renumbering_.stays(crossing.line_b)) continue;
            auto& own = kept.meetings.crossings.emplace_back(crossing);
            own.line_a = renumbering_.line(crossing.line_a);
            own.line_b = renumbering_.line(crossing.line_b);
            own.segment_a = renumbering_.vertex(crossing.line_a, crossing.segment_a);
            own.segment_b = renumbering_.vertex(crossing.line_b, crossing.segment_b);
        }
        for (const auto& join : base_.joins) {
            if (!renumbering_.stays(join.line) || !renumbering_.stays(join.other_line)) continue;
            auto& own = kept.joins.emplace_back(join);
            own.line = renumbering_.line(join.line);
            own.vertex = renumbering_.vertex(join.line, join.vertex);
            own.other_line = renumbering_.line(join.other_line);
            own.other_segment = renumbering_.vertex(join.other_line, join.other_segment);
        }
        return kept;
    }

private:
    /// Two lines that meet at a vertex are cut there and have one node. (Lines that have one node through a third do
    /// not meet for that: `assemble` looks at each pair again.)
    void add_shared(core::UnfilledVector<SharedVertex>& shared, core::Progress& progress) const {
        const auto cuts = cuts_by_node(progress);
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            for (auto j = i + 1; j < cuts.size() && cuts[j].node == cuts[i].node; ++j)
                add_pair(shared, cuts[i], cuts[j]);
        }
    }

    void add_pair(core::UnfilledVector<SharedVertex>& shared, const VertexCut& one, const VertexCut& other) const {
        if (base_.lines.vertices[one.vertex] != base_.lines.vertices[other.vertex]) return;
        // The two ends of one segment are no meeting, even where it has no length, as that of a landing.
        if (one.line == other.line && one.vertex + 1 == other.vertex && other.vertex == base_.lines.last(one.line)) {
            return;
        }
        shared.push_back({renumbering_.line(one.line), renumbering_.vertex(one.line, one.vertex),
                          renumbering_.line(other.line), renumbering_.vertex(other.line, other.vertex)});
    }

    /// Those of the lines that stay, at nodes with more than one cut; in order of nodes, lines and vertices.
    [[nodiscard]] std::vector<VertexCut> cuts_by_node(core::Progress& progress) const {
        const auto count = base_.first_cut[base_.input_line_count];
        std::vector<std::uint32_t> first(base_.node_count() + 1);
        for (std::uint32_t cut = 0; cut < count; ++cut) ++first[base_.cut_node[cut] + 1];
        std::partial_sum(first.begin(), first.end(), first.begin());
        progress.step(0.3);
        std::vector<std::uint32_t> cuts(count);
        for (std::uint32_t cut = 0; cut < count; ++cut) cuts[first[base_.cut_node[cut]]++] = cut;
        progress.step(0.6);
        std::vector<VertexCut> result;
        result.reserve(count);
        for (const auto cut : cuts) {
            if (!renumbering_.stays(base_.cut_line[cut])) continue;
            const auto vertex = vertex_at(cut);
            if (vertex != kNone) result.push_back({base_.cut_node[cut], base_.cut_line[cut], vertex});
        }
        progress.step(1.0);
        return result;
    }

    /// The vertex at which a cut lies; kNone where it lies between two.
    [[nodiscard]] std::uint32_t vertex_at(std::uint32_t cut) const {
        const auto line = base_.cut_line[cut];
        if (cut + 1 == base_.first_cut[line + 1]) return base_.lines.last(line);
        const auto vertex = base_.cut_segment[cut];
        return base_.cut_metres[cut] == base_.lines.metres[vertex] ? vertex : kNone;
    }

    const RoadNetwork& base_;
    const Renumbering& renumbering_;
};

/// The connections of the new lines: found among them and the lines near them alone.
class NewConnections {
public:
    NewConnections(const RoadNetwork& base, const Renumbering& renumbering, const Lines& added)
        : base_(base), renumbering_(renumbering), added_(added) {}

    Connections find(const NetworkOptions& options, const core::Parallel& parallel, core::Progress& progress) {
        core::Stage gathering(progress, 0.0, 0.5);
        gather(options.joins, gathering);
        const auto crossings = options.cleaning == Cleaning::On ? CrossingSearch::On : CrossingSearch::Off;
        const auto index = index_segments(local_);
        core::Stage meeting(progress, 0.5, 0.75);
        Connections found{find_meetings(local_, index, crossings, parallel, meeting), {}};
        core::Stage joining(progress, 0.75, 1.0);
        found.joins = find_joins(local_, index, joins_wanted(options), parallel, joining);
        keep_own(found);
        return found;
    }

private:
    /// The lines that may meet a new one, and then the new ones, as lines of their own.
    void gather(const JoinOptions& joins, core::Progress& progress) {
        const double reach = std::max(joins.tolerance, joins.boarding) + 1.0;
        std::vector<std::uint32_t> near;
        core::LoopSteps steps(progress, 0.0, 1.0, added_.vertices.size(), 64);
        for (std::uint32_t line = 0; line < added_.size(); ++line) {
            for (auto v = added_.first(line); v < added_.last(line); ++v) {
                steps.at(v);
                auto area = geo::LocalFrame(added_.vertices[v]).box(reach);
                area.add(geo::LocalFrame(added_.vertices[v + 1]).box(reach));
                base_.index.cells.for_each(
                    area, [&](std::uint32_t chunk) { near.push_back(base_.index.chunks[chunk].line); });
            }
        }
        std::ranges::sort(near);
        near.erase(std::ranges::unique(near).begin(), near.end());
        for (const auto line : near) {
            if (!renumbering_.stays(line)) continue;
            lines_.push_back(line);
            add_run(local_, base_.lines, line, line + 1);
        }
        add_run(local_, added_, 0, added_.size());
    }

    [[nodiscard]] bool is_new(std::uint32_t local) const { return local >= lines_.size(); }

    [[nodiscard]] std::uint32_t line_of(std::uint32_t local) const {
        if (!is_new(local)) return renumbering_.line(lines_[local]);
        return renumbering_.line_count() + local - static_cast<std::uint32_t>(lines_.size());
    }

    [[nodiscard]] std::uint32_t vertex_of(std::uint32_t local, std::uint32_t vertex) const {
        const auto along = vertex - local_.first(local);
        if (!is_new(local)) return renumbering_.vertex(lines_[local], base_.lines.first(lines_[local]) + along);
        const auto line = local - static_cast<std::uint32_t>(lines_.size());
        return renumbering_.vertex_count() + added_.first(line) + along;
    }

    /// Leaves out what is between lines of the base, and numbers the rest as in the changed network.
    void keep_own(Connections& found) const {
        std::erase_if(found.meetings.shared,
                      [&](const SharedVertex& shared) { return !is_new(shared.line_a) && !is_new(shared.line_b); });
        for (auto& [line_a, vertex_a, line_b, vertex_b] : found.meetings.shared) {
            vertex_a = vertex_of(line_a, vertex_a);
            vertex_b = vertex_of(line_b, vertex_b);
            line_a = line_of(line_a);
            line_b = line_of(line_b);
        }
        std::erase_if(found.meetings.crossings,
                      [&](const Crossing& crossing) { return !is_new(crossing.line_a) && !is_new(crossing.line_b); });
        for (auto& crossing : found.meetings.crossings) {
            crossing.segment_a = vertex_of(crossing.line_a, crossing.segment_a);
            crossing.segment_b = vertex_of(crossing.line_b, crossing.segment_b);
            crossing.line_a = line_of(crossing.line_a);
            crossing.line_b = line_of(crossing.line_b);
        }
        std::erase_if(found.joins, [&](const Join& join) { return !is_new(join.line) && !is_new(join.other_line); });
        for (auto& join : found.joins) {
            join.vertex = vertex_of(join.line, join.vertex);
            join.other_segment = vertex_of(join.other_line, join.other_segment);
            join.line = line_of(join.line);
            join.other_line = line_of(join.other_line);
        }
    }

    const RoadNetwork& base_;
    const Renumbering& renumbering_;
    const Lines& added_;
    std::vector<std::uint32_t> lines_;  ///< of the base, in order
    Lines local_;                       ///< these, then the new ones
};

}  // namespace

void add_run(Lines& lines, const Lines& from, std::uint32_t first, std::uint32_t last) {
    const auto begin = static_cast<std::ptrdiff_t>(from.first_vertex[first]);
    const auto end = static_cast<std::ptrdiff_t>(from.first_vertex[last]);
    const auto offset = static_cast<std::uint32_t>(lines.vertices.size()) - from.first_vertex[first];
    lines.vertices.insert(lines.vertices.end(), from.vertices.begin() + begin, from.vertices.begin() + end);
    lines.metres.insert(lines.metres.end(), from.metres.begin() + begin, from.metres.begin() + end);
    lines.attributes.insert(lines.attributes.end(), from.attributes.begin() + first, from.attributes.begin() + last);
    for (auto line = first; line < last; ++line) lines.first_vertex.push_back(from.first_vertex[line + 1] + offset);
}

Connections changed_connections(const RoadNetwork& base, const NetworkChange& change, const NetworkOptions& options,
                                const core::Parallel& parallel, core::Progress& progress) {
    const Renumbering renumbering(base, change.removed);
    core::Stage keeping(progress, 0.0, 0.6);
    auto all = KeptConnections(base, renumbering).find(keeping);
    core::Stage finding(progress, 0.6, 1.0);
    const auto found = NewConnections(base, renumbering, change.added).find(options, parallel, finding);
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    append(all.meetings.shared, found.meetings.shared);
    append(all.meetings.crossings, found.meetings.crossings);
    append(all.joins, found.joins);
    return all;
}

}  // namespace desakota::network
