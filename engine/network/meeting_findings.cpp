#include <algorithm>
#include <functional>

#include "engine/core/parallel_sort.h"
#include "engine/geo/measure.h"
#include "engine/network/finding_parts.h"

namespace desakota::network {
namespace {

bool is_landing(const Lines& lines, std::uint32_t line) {
    return lines.attributes[line].landing;
}

std::optional<FindingKind> kind_of(const Inspection& inspection, const Crossing& crossing) {
    const auto& a = inspection.network.lines.attributes[crossing.line_a];
    const auto& b = inspection.network.lines.attributes[crossing.line_b];
    const bool level = same_level(a, b);
    if (a.kind != WayKind::Road || b.kind != WayKind::Road) {
        if (level) return FindingKind::CrossingKeptApart;
        return std::nullopt;  // a bridge over a river, as it should be
    }
    if (!level) return FindingKind::CrossingLevelsDiffer;
    return inspection.cleans() ? FindingKind::CrossingJoined : FindingKind::CrossingNotJoined;
}

/// Vertices that two lines have in common: runs of them are duplicates, single ones may be on different levels.
class Coincidences {
public:
    Coincidences(const Inspection& inspection, core::UnfilledVector<SharedVertex> shared,
                 std::vector<Finding>& findings)
        : network_(inspection.network), shared_(std::move(shared)), findings_(findings) {}

    void run(const core::Parallel& parallel, core::Progress& progress) {
        core::Stage sorting(progress, 0.0, 0.5);
        core::parallel_sort(shared_, std::less<>(), parallel.threads, sorting);
        core::LoopSteps steps(progress, 0.5, 1.0, shared_.size());
        for (std::size_t i = 0; i < shared_.size(); ++i) {
            steps.at(i);
            const auto& shared = shared_[i];
            if (shared.line_a == shared.line_b || is_landing(network_.lines, shared.line_a) ||
                is_landing(network_.lines, shared.line_b)) {
                continue;
            }
            for (const int step : {1, -1}) duplicate_from(shared, step);
            if (!has_neighbour(shared)) levels(shared);
        }
    }

private:
    /// Goes to the next (or previous) vertex of both lines, if they have that in common, too.
    bool advance(SharedVertex& shared, int along_a, int along_b) const {
        const auto& lines = network_.lines;
        auto next = shared;
        const auto move = [&](std::uint32_t line, std::uint32_t& vertex, int step) {
            if (vertex == (step > 0 ? lines.last(line) : lines.first(line))) return false;
            vertex = step > 0 ? vertex + 1 : vertex - 1;
            return true;
        };
        if (!move(next.line_a, next.vertex_a, along_a) || !move(next.line_b, next.vertex_b, along_b)) return false;
        if (!std::ranges::binary_search(shared_, next)) return false;
        shared = next;
        return true;
    }
    [[nodiscard]] bool has_next(SharedVertex shared, int along_a, int along_b) const {
        return advance(shared, along_a, along_b);
    }

    [[nodiscard]] bool has_neighbour(const SharedVertex& shared) const {
        for (const int along_a : {1, -1}) {
            for (const int along_b : {1, -1}) {
                if (has_next(shared, along_a, along_b)) return true;
            }
        }
        return false;
    }

    /// A run of common segments that begins here.
    void duplicate_from(const SharedVertex& first, int step) {
        if (has_next(first, -1, -step)) return;
        auto last = first;
        while (advance(last, 1, step)) {
        }
        if (last == first) return;
        const auto& lines = network_.lines;
        const double metres = lines.metres[last.vertex_a] - lines.metres[first.vertex_a];
        if (metres == 0.0) return;  // a vertex written twice
        const PlaceOnLine a{first.line_a, first.vertex_a, 0.5};
        const auto segment_b = step > 0 ? first.vertex_b : first.vertex_b - 1;
        findings_.push_back({FindingKind::Duplicate,
                             FindingSeverity::Warning,
                             place_of(lines, a),
                             metres,
                             a,
                             {first.line_b, segment_b, 0.5}});
    }

    void levels(const SharedVertex& shared) {
        const auto& lines = network_.lines;
        const auto& a = lines.attributes[shared.line_a];
        const auto& b = lines.attributes[shared.line_b];
        const auto is_water = [](WayKind kind) { return kind == WayKind::River || kind == WayKind::Ferry; };
        if (same_level(a, b) || is_water(a.kind) || is_water(b.kind)) return;
        if (is_end(shared.line_a, shared.vertex_a) || is_end(shared.line_b, shared.vertex_b)) return;
        const auto node = node_at(shared.line_a, shared.vertex_a);
        if (node && node == node_at(shared.line_b, shared.vertex_b)) return;  // a third line ends there
        findings_.push_back({FindingKind::SharedVertexLevelsDiffer,
                             FindingSeverity::Warning,
                             lines.vertices[shared.vertex_a],
                             std::nullopt,
                             {shared.line_a, shared.vertex_a, 0.0},
                             {shared.line_b, shared.vertex_b, 0.0}});
    }

    [[nodiscard]] bool is_end(std::uint32_t line, std::uint32_t vertex) const {
        return vertex == network_.lines.first(line) || vertex == network_.lines.last(line);
    }

    /// The node of a vertex in mid-line, where there is a cut.
    [[nodiscard]] std::optional<std::uint32_t> node_at(std::uint32_t line, std::uint32_t vertex) const {
        const auto begin = network_.cut_metres.begin();
        const double metres = network_.lines.metres[vertex];
        const auto end = begin + network_.first_cut[line + 1];
        const auto cut = std::lower_bound(begin + network_.first_cut[line], end, metres);
        if (cut == end || *cut != metres) return std::nullopt;
        return network_.cut_node[static_cast<std::size_t>(cut - begin)];
    }

    const RoadNetwork& network_;
    core::UnfilledVector<SharedVertex> shared_;
    std::vector<Finding>& findings_;
};

}  // namespace

void find_crossings(const Inspection& inspection, const std::vector<Crossing>& crossings, core::Progress& progress,
                    std::vector<Finding>& findings) {
    const auto& lines = inspection.network.lines;
    core::LoopSteps steps(progress, 0.0, 1.0, crossings.size());
    for (std::size_t i = 0; i < crossings.size(); ++i) {
        steps.at(i);
        const auto& crossing = crossings[i];
        const auto kind = kind_of(inspection, crossing);
        if (!kind) continue;
        const PlaceOnLine a{crossing.line_a, crossing.segment_a, crossing.t_a};
        const PlaceOnLine b{crossing.line_b, crossing.segment_b, crossing.t_b};
        const bool overshot = inspection.is_overshot(a.line, lines.position(a.segment, a.t)) ||
                              inspection.is_overshot(b.line, lines.position(b.segment, b.t));
        if (*kind == FindingKind::CrossingJoined && overshot) continue;  // told as such
        const auto severity =
            *kind == FindingKind::CrossingNotJoined ? FindingSeverity::Warning : FindingSeverity::Information;
        findings.push_back({*kind, severity, place_of(lines, a), std::nullopt, a, b});
    }
}

void find_coincidences(const Inspection& inspection, core::UnfilledVector<SharedVertex> shared,
                       const core::Parallel& parallel, core::Progress& progress, std::vector<Finding>& findings) {
    Coincidences(inspection, std::move(shared), findings).run(parallel, progress);
}

}  // namespace desakota::network
