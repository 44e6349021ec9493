#include "engine/network/node_pieces.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_map>
#include <utility>

#include <queue>

namespace desakota::network {
namespace {

/// A search (Dijkstra 1959) round one node.
class Neighbourhood {
public:
    Neighbourhood(const RoadNetwork& network, const NodePieces& pieces, double limit)
        : network_(network), pieces_(pieces), limit_(limit) {}

    void search(std::uint32_t from) {
        offer(from, 0.0);
        while (!queue_.empty()) {
            const auto [metres, node] = queue_.top();
            queue_.pop();
            if (metres > metres_[node]) continue;
            for (const auto piece : pieces_.of(node)) travel(node, metres, piece);
        }
    }

    [[nodiscard]] bool reaches(const PlaceOnLine& to) const {
        const double position = network_.lines.position(to.segment, to.t);
        const auto begin = network_.cut_metres.begin() + network_.first_cut[to.line];
        const auto end = network_.cut_metres.begin() + network_.first_cut[to.line + 1];
        auto after = std::upper_bound(begin, end, position);
        if (after == end) --after;
        if (after == begin) ++after;
        const auto cut = static_cast<std::uint32_t>(after - network_.cut_metres.begin());
        return reaches(cut - 1, position) || reaches(cut, position);
    }

private:
    [[nodiscard]] bool reaches(std::uint32_t cut, double position) const {
        const auto found = metres_.find(network_.cut_node[cut]);
        return found != metres_.end() && found->second + std::abs(position - network_.cut_metres[cut]) <= limit_;
    }

    void travel(std::uint32_t node, double metres, std::uint32_t piece) {
        const double length = network_.cut_metres[piece + 1] - network_.cut_metres[piece];
        const auto start = network_.cut_node[piece];
        offer(start == node ? network_.cut_node[piece + 1] : start, metres + length);
    }

    void offer(std::uint32_t node, double metres) {
        if (metres > limit_) return;
        const auto [found, is_new] = metres_.try_emplace(node, metres);
        if (!is_new && found->second <= metres) return;
        found->second = metres;
        queue_.emplace(metres, node);
    }

    const RoadNetwork& network_;
    const NodePieces& pieces_;
    double limit_;
    std::unordered_map<std::uint32_t, double> metres_;
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

bool is_travelled(const RoadNetwork& network, PiecesOf which, std::uint32_t cut) {
    if (which == PiecesOf::InputLines && network.is_connector(network.cut_line[cut])) return false;
    return network.is_piece(cut) && network.rule_of(network.cut_line[cut]).passable;
}

}  // namespace

NodePieces pieces_of_nodes(const RoadNetwork& network, core::Progress& progress, PiecesOf which) {
    NodePieces result;
    result.first.assign(network.node_count() + 1, 0);
    core::LoopSteps counting(progress, 0.0, 0.4, network.cut_count());
    for (std::uint32_t piece = 0; piece < network.cut_count(); ++piece) {
        counting.at(piece);
        if (!is_travelled(network, which, piece)) continue;
        ++result.first[network.cut_node[piece] + 1];
        ++result.first[network.cut_node[piece + 1] + 1];
    }
    std::inclusive_scan(result.first.begin(), result.first.end(), result.first.begin());
    result.pieces.resize(result.first.back());
    auto next = result.first;
    core::LoopSteps listing(progress, 0.4, 1.0, network.cut_count());
    for (std::uint32_t piece = 0; piece < network.cut_count(); ++piece) {
        listing.at(piece);
        if (!is_travelled(network, which, piece)) continue;
        result.pieces[next[network.cut_node[piece]]++] = piece;
        result.pieces[next[network.cut_node[piece + 1]]++] = piece;
    }
    return result;
}

bool is_connected_within(const RoadNetwork& network, const NodePieces& pieces, std::uint32_t from,
                         const PlaceOnLine& to, double limit) {
    const auto component = [&](std::uint32_t node) { return network.node_component[node]; };
    if (component(from) != component(network.cut_node[network.first_cut[to.line]])) return false;
    Neighbourhood neighbourhood(network, pieces, limit);
    neighbourhood.search(from);
    return neighbourhood.reaches(to);
}

}  // namespace desakota::network
