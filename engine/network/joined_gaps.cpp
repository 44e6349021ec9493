#include <algorithm>
#include <map>
#include <tuple>

#include "engine/network/disjoint_sets.h"
#include "engine/network/finding_parts.h"

namespace desakota::network {
namespace {

/// Ends at one place are one; each is joined by the shortest connections only.
class JoinedGaps {
public:
    JoinedGaps(const RoadNetwork& network, std::vector<Finding>& findings)
        : network_(network), findings_(findings), joined_(static_cast<std::uint32_t>(2 * network.joins.size())) {}

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
        findings_.push_back(
            {kind, FindingSeverity::Information, network_.lines.vertices[join.vertex], join.metres, own, other});
    }

    std::uint32_t number_of(const geo::GridPoint& place) {
        return numbers_.try_emplace(place, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

    const RoadNetwork& network_;
    std::vector<Finding>& findings_;
    DisjointSets joined_;
    std::map<geo::GridPoint, std::uint32_t> numbers_;
    std::map<geo::GridPoint, bool> is_joined_;
};

}  // namespace

void find_joined_gaps(const Inspection& inspection, core::Progress& progress, std::vector<Finding>& findings) {
    JoinedGaps(inspection.network, findings).run({progress, 0.0, 1.0, inspection.network.joins.size()});
}

}  // namespace desakota::network
