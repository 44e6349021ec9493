#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/network/disjoint_sets.h"
#include "engine/network/finding_parts.h"

namespace desakota::network {
namespace {

/// Ends at one place are one; each is joined by the shortest connections only.
class JoinedGaps {
public:
    JoinedGaps(const RoadNetwork& network, NodePieces drawn, std::vector<Finding>& findings)
        : network_(network),
          findings_(findings),
          drawn_(std::move(drawn)),
          joined_(static_cast<std::uint32_t>(2 * network.joins.size())) {}

    void run(core::LoopSteps steps) {
        auto joins = network_.joins;
        std::ranges::sort(joins, [](const Join& one, const Join& other) {
            return std::tie(one.metres, one.kind, one.line, one.vertex, one.other_line, one.other_segment) <
                   std::tie(other.metres, other.kind, other.line, other.vertex, other.other_line, other.other_segment);
        });
        for (std::size_t i = 0; i < joins.size(); ++i) {
            steps.at(i);
            const auto& join = joins[i];
            // What a landing joins is what it is for.
            const bool landing = network_.lines.attributes[join.line].landing;
            if (!landing && network_.rule_of(join.line).passable && network_.rule_of(join.other_line).passable)
                take(join);
        }
    }

private:
    void take(const Join& join) {
        const PlaceOnLine other{join.other_line, join.other_segment, join.other_t};
        const auto& place = network_.lines.vertices[join.vertex];
        switch (join.kind) {
            case JoinKind::EndToEnd: {
                const auto one = number_of(place);
                const auto two = number_of(place_of(network_.lines, other));
                if (joined_.find(one) == joined_.find(two)) return;
                joined_.merge(one, two);
                is_joined_[place] = true;
                return add(FindingKind::GapJoined, join, other);
            }
            case JoinKind::EndToLine: {
                auto& is_joined = is_joined_[place];
                if (is_joined) return;
                is_joined = true;
                return add(FindingKind::TGapJoined, join, other);
            }
            case JoinKind::Boarding:
                return add(FindingKind::Boarding, join, other);
            case JoinKind::Landing:
                return;
        }
    }

    void add(FindingKind kind, const Join& join, const PlaceOnLine& other) {
        const bool at_start = join.vertex == network_.lines.first(join.line);
        const PlaceOnLine own{join.line, at_start ? join.vertex : join.vertex - 1, at_start ? 0.0 : 1.0};
        const bool is_gap = kind == FindingKind::Boarding || !is_connected_as_drawn(join, other);
        findings_.push_back({is_gap ? kind : FindingKind::ShortcutJoined, FindingSeverity::Information,
                             network_.lines.vertices[join.vertex], join.metres, own, other});
    }

    /// Two junctions near each other with a short way between them are no fault of the data; a dead end beside a road
    /// is one even where a way leads round.
    [[nodiscard]] bool is_connected_as_drawn(const Join& join, const PlaceOnLine& other) const {
        const auto node = node_of_end(join.line, join.vertex);
        if (drawn_.of(node).size() < 2) return false;
        if (join.kind == JoinKind::EndToEnd) {
            const auto vertex = other.t == 0.0 ? other.segment : other.segment + 1;
            if (drawn_.of(node_of_end(other.line, vertex)).size() < 2) return false;
        }
        const double limit = std::max(kNearby, kNearbyFactor * join.metres);
        return is_connected_within(network_, drawn_, node, other, limit);
    }

    [[nodiscard]] std::uint32_t node_of_end(std::uint32_t line, std::uint32_t vertex) const {
        const bool at_start = vertex == network_.lines.first(line);
        return network_.cut_node[at_start ? network_.first_cut[line] : network_.first_cut[line + 1] - 1];
    }

    std::uint32_t number_of(const geo::GridPoint& place) {
        return numbers_.try_emplace(place, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

    const RoadNetwork& network_;
    std::vector<Finding>& findings_;
    NodePieces drawn_;  ///< what meets at each node without any join
    DisjointSets joined_;
    std::map<geo::GridPoint, std::uint32_t> numbers_;
    std::map<geo::GridPoint, bool> is_joined_;
};

}  // namespace

void find_joined_gaps(const Inspection& inspection, core::Progress& progress, std::vector<Finding>& findings) {
    core::Stage listing(progress, 0.0, 0.5);
    auto drawn = pieces_of_nodes(inspection.network, listing, PiecesOf::InputLines);
    JoinedGaps(inspection.network, std::move(drawn), findings)
        .run({progress, 0.5, 1.0, inspection.network.joins.size()});
}

}  // namespace desakota::network
