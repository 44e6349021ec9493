#include "engine/network/assembly.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

#include "engine/core/parallel_sort.h"
#include "engine/geo/measure.h"
#include "engine/geo/space_filling_curve.h"
#include "engine/network/disjoint_sets.h"

namespace desakota::network {
namespace {

/// A cut in mid-line, before the cuts of all lines are laid out.
struct MidCut {
    std::uint32_t line = 0;
    std::uint32_t segment = 0;
    double t = 0.0;
    auto operator<=>(const MidCut&) const = default;
};

/// A cut that stands for its node, and where along the space-filling curve it lies.
struct KeyedCut {
    std::uint64_t key = 0;
    std::uint32_t cut = 0;
    auto operator<=>(const KeyedCut&) const = default;
};

bool is_line_end(const Lines& lines, std::uint32_t line, std::uint32_t vertex) {
    return vertex == lines.first(line) || vertex == lines.last(line);
}

/// The same place named in one way: a vertex in mid-line is the start of the segment that begins with it.
MidCut mid_cut(std::uint32_t line, std::uint32_t segment, double t) {
    return t == 1.0 ? MidCut{line, segment + 1, 0.0} : MidCut{line, segment, t};
}

/// Roads, rivers and ferries each meet their own kind at vertices; between them one boards.
int family(WayKind kind) {
    if (kind == WayKind::River) return 1;
    return kind == WayKind::Ferry ? 2 : 0;
}

/// Two lines with a vertex in common meet there if one of them ends there or both lie on one level.
bool meet_at_vertex(const Lines& lines, const SharedVertex& shared) {
    const auto& a = lines.attributes[shared.line_a];
    const auto& b = lines.attributes[shared.line_b];
    if (family(a.kind) != family(b.kind)) return false;
    return same_level(a, b) || is_line_end(lines, shared.line_a, shared.vertex_a) ||
           is_line_end(lines, shared.line_b, shared.vertex_b);
}

class Assembler {
public:
    Assembler(RoadNetwork& network, const core::UnfilledVector<SharedVertex>& shared, const core::Parallel& parallel,
              core::Progress& progress)
        : network_(network),
          shared_(shared),
          progress_(progress),
          parallel_{.threads = parallel.threads, .grain = 1 << 14} {}

    void run() {
        judge_shared();
        collect_mid_cuts();
        lay_out_cuts();
        number_nodes();
    }

private:
    enum class Judgement : std::uint8_t { Pass, MeetAtEnds, MeetInMidLine };

    /// Whether lines meet at each shared vertex, and whether a cut in mid-line comes of it.
    void judge_shared() {
        judged_.resize(shared_.size());
        core::Stage judging(progress_, 0.0, 0.06);
        core::parallel_for(shared_.size(), parallel_, judging, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i) judged_[i] = judge(shared_[i]);
        });
    }

    [[nodiscard]] Judgement judge(const SharedVertex& shared) const {
        const auto& lines = network_.lines;
        if (!meet_at_vertex(lines, shared)) return Judgement::Pass;
        const bool at_ends =
            is_line_end(lines, shared.line_a, shared.vertex_a) && is_line_end(lines, shared.line_b, shared.vertex_b);
        return at_ends ? Judgement::MeetAtEnds : Judgement::MeetInMidLine;
    }

    void collect_mid_cuts() {
        core::LoopSteps steps(progress_, 0.06, 0.1, shared_.size());
        for (std::size_t i = 0; i < shared_.size(); ++i) {
            steps.at(i);
            if (judged_[i] != Judgement::MeetInMidLine) continue;
            add_mid(shared_[i].line_a, shared_[i].vertex_a, 0.0);
            add_mid(shared_[i].line_b, shared_[i].vertex_b, 0.0);
        }
        for (const auto& crossing : network_.crossings) {
            add_mid(crossing.line_a, crossing.segment_a, crossing.t_a);
            add_mid(crossing.line_b, crossing.segment_b, crossing.t_b);
        }
        for (const auto& join : network_.joins) add_mid(join.other_line, join.other_segment, join.other_t);
        core::Stage sorting(progress_, 0.1, 0.2);
        core::parallel_sort(mid_, std::less<>(), parallel_.threads, sorting);
        const auto repeated = std::ranges::unique(mid_);
        mid_.erase(repeated.begin(), repeated.end());
    }

    void add_mid(std::uint32_t line, std::uint32_t segment, double t) {
        const auto cut = mid_cut(line, segment, t);
        if (cut.t == 0.0 && is_line_end(network_.lines, line, cut.segment)) return;
        mid_.push_back(cut);
    }

    /// Every line has two cuts of its own, and those in mid_ between them.
    void lay_out_cuts() {
        const auto& lines = network_.lines;
        const auto count = 2 * static_cast<std::size_t>(lines.size()) + mid_.size();
        for (auto* array : {&network_.cut_segment, &network_.cut_line}) array->resize(count);
        network_.cut_metres.resize(count);
        network_.first_cut.resize(lines.size() + 1);
        core::Stage laying(progress_, 0.2, 0.3);
        core::parallel_for(lines.size(), parallel_, laying, [&](std::size_t begin, std::size_t end) {
            auto next = mids_before(static_cast<std::uint32_t>(begin));
            for (auto line = static_cast<std::uint32_t>(begin); line < end; ++line) next = lay_out_line(line, next);
        });
    }

    [[nodiscard]] std::size_t mids_before(std::uint32_t line) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(mid_, line, {}, &MidCut::line) - mid_.begin());
    }

    /// `next`: how many cuts in mid-line come before those of this line; tells how many before the next one's.
    std::size_t lay_out_line(std::uint32_t line, std::size_t next) {
        const auto& lines = network_.lines;
        auto cut = 2 * static_cast<std::size_t>(line) + next;
        put_cut(cut++, line, lines.first(line), 0.0);
        for (; next < mid_.size() && mid_[next].line == line; ++next) {
            put_cut(cut++, line, mid_[next].segment, lines.position(mid_[next].segment, mid_[next].t));
        }
        put_cut(cut++, line, lines.last(line) - 1, lines.length(line));
        network_.first_cut[line + 1] = static_cast<std::uint32_t>(cut);
        return next;
    }

    void put_cut(std::size_t cut, std::uint32_t line, std::uint32_t segment, double metres) {
        network_.cut_line[cut] = line;
        network_.cut_segment[cut] = segment;
        network_.cut_metres[cut] = metres;
    }

    /// The cut at a place that was given to add_mid, or at a line's end.
    [[nodiscard]] std::uint32_t cut_at(std::uint32_t line, std::uint32_t segment, double t) const {
        const auto cut = mid_cut(line, segment, t);
        if (cut.t == 0.0 && cut.segment == network_.lines.first(line)) return network_.first_cut[line];
        if (cut.t == 0.0 && cut.segment == network_.lines.last(line)) return network_.first_cut[line + 1] - 1;
        const auto place = std::ranges::lower_bound(mid_, cut);
        // Every line before this one has two cuts of its own beside those in mid_, and this one its start.
        return static_cast<std::uint32_t>(place - mid_.begin()) + 2 * line + 1;
    }

    void number_nodes() {
        DisjointSets sets(static_cast<std::uint32_t>(network_.cut_line.size()));
        core::Stage merging(progress_, 0.3, 0.5);
        merge_shared(sets, merging);
        for (const auto& crossing : network_.crossings) {
            sets.merge(cut_at(crossing.line_a, crossing.segment_a, crossing.t_a),
                       cut_at(crossing.line_b, crossing.segment_b, crossing.t_b));
        }
        for (std::uint32_t i = 0; i < network_.joins.size(); ++i) {
            const auto& join = network_.joins[i];
            const auto connector = network_.input_line_count + i;
            sets.merge(network_.first_cut[connector], cut_at(join.line, join.vertex, 0.0));
            sets.merge(network_.first_cut[connector + 1] - 1,
                       cut_at(join.other_line, join.other_segment, join.other_t));
        }
        sets.flatten();
        order_nodes(sets);
    }

    /// Merges the cuts at shared vertices.
    void merge_shared(DisjointSets& sets, core::Progress& progress) const {
        core::parallel_for(shared_.size(), parallel_, progress, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i) {
                if (judged_[i] == Judgement::Pass) continue;
                const auto& shared = shared_[i];
                sets.merge(cut_at(shared.line_a, shared.vertex_a, 0.0), cut_at(shared.line_b, shared.vertex_b, 0.0));
            }
        });
    }

    [[nodiscard]] geo::GridPoint place_of(std::uint32_t cut) const {
        const auto& lines = network_.lines;
        const auto segment = network_.cut_segment[cut];
        const double length = lines.metres[segment + 1] - lines.metres[segment];
        const double t = length > 0.0 ? (network_.cut_metres[cut] - lines.metres[segment]) / length : 0.0;
        return geo::interpolate(lines.vertices[segment], lines.vertices[segment + 1], t);
    }

    /// Numbers the sets along a space-filling curve, so that nodes that are near on the ground are near in memory.
    void order_nodes(const DisjointSets& sets) {
        auto nodes = first_cuts(sets);
        core::Stage sorting(progress_, 0.65, 0.8);
        core::parallel_sort(nodes, std::less<>(), parallel_.threads, sorting);
        network_.cut_node.resize(network_.cut_line.size());
        network_.node_places.resize(nodes.size());
        core::Stage numbering(progress_, 0.8, 0.9);
        core::parallel_for(nodes.size(), parallel_, numbering, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i) {
                network_.cut_node[nodes[i].cut] = static_cast<std::uint32_t>(i);
                network_.node_places[i] = place_of(nodes[i].cut);
            }
        });
        // A set is named by its first cut, which is numbered by now.
        core::Stage naming(progress_, 0.9, 1.0);
        core::parallel_for(network_.cut_line.size(), parallel_, naming, [&](std::size_t begin, std::size_t end) {
            for (auto cut = static_cast<std::uint32_t>(begin); cut < end; ++cut) {
                if (const auto first = sets.name(cut); first != cut) network_.cut_node[cut] = network_.cut_node[first];
            }
        });
    }

    /// The first cut of every set: counted, then put down range by range.
    [[nodiscard]] core::UnfilledVector<KeyedCut> first_cuts(const DisjointSets& sets) {
        const auto cuts = network_.cut_line.size();
        const auto is_first = [&](std::size_t cut) { return sets.name(static_cast<std::uint32_t>(cut)) == cut; };
        std::vector<std::size_t> before(cuts / parallel_.grain + 2);
        core::Stage counting(progress_, 0.5, 0.55);
        core::parallel_for(cuts, parallel_, counting, [&](std::size_t begin, std::size_t end) {
            for (auto cut = begin; cut < end; ++cut) before[begin / parallel_.grain + 1] += is_first(cut) ? 1 : 0;
        });
        std::partial_sum(before.begin(), before.end(), before.begin());
        core::UnfilledVector<KeyedCut> nodes(before.back());
        core::Stage placing(progress_, 0.55, 0.65);
        core::parallel_for(cuts, parallel_, placing, [&](std::size_t begin, std::size_t end) {
            auto next = before[begin / parallel_.grain];
            for (auto cut = static_cast<std::uint32_t>(begin); cut < end; ++cut) {
                if (is_first(cut)) nodes[next++] = {geo::curve_position(place_of(cut)), cut};
            }
        });
        return nodes;
    }

    RoadNetwork& network_;
    const core::UnfilledVector<SharedVertex>& shared_;
    core::Progress& progress_;
    core::Parallel parallel_;
    std::vector<Judgement> judged_;  ///< by shared vertex
    core::UnfilledVector<MidCut> mid_;
};

void number_components(RoadNetwork& network, const core::Parallel& parallel, core::Progress& progress) {
    DisjointSets sets(network.node_count());
    core::Stage merging(progress, 0.0, 0.7);
    core::parallel_for(network.cut_count(), {.threads = parallel.threads, .grain = 1 << 14}, merging,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto cut = static_cast<std::uint32_t>(begin); cut < end; ++cut) {
                               if (!network.is_piece(cut) || !network.rule_of(network.cut_line[cut]).passable) continue;
                               sets.merge(network.cut_node[cut], network.cut_node[cut + 1]);
                           }
                       });
    network.node_component.resize(network.node_count());
    core::LoopSteps numbering(progress, 0.7, 1.0, network.node_count());
    for (std::uint32_t node = 0; node < network.node_count(); ++node) {
        numbering.at(node);
        const auto first = sets.find(node);
        network.node_component[node] = first == node ? network.component_count++ : network.node_component[first];
    }
}

}  // namespace

JoinOptions joins_wanted(const NetworkOptions& options) {
    auto wanted = options.joins;
    if (options.cleaning == Cleaning::Off) wanted.tolerance = -1.0;
    return wanted;
}

void keep_joinable(const Lines& lines, std::vector<Crossing>& crossings) {
    std::erase_if(crossings, [&](const Crossing& crossing) {
        const auto& a = lines.attributes[crossing.line_a];
        const auto& b = lines.attributes[crossing.line_b];
        return a.kind != WayKind::Road || b.kind != WayKind::Road || !same_level(a, b);
    });
}

void assemble(RoadNetwork& network, const core::UnfilledVector<SharedVertex>& shared, const core::Parallel& parallel,
              core::Progress& progress) {
    core::Stage cutting(progress, 0.0, 0.9);
    Assembler(network, shared, parallel, cutting).run();
    core::Stage connecting(progress, 0.9, 1.0);
    number_components(network, parallel, connecting);
}

}  // namespace desakota::network
