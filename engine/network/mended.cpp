#include "engine/network/mended.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

#include "engine/geo/measure.h"
#include "engine/network/assembly.h"

namespace desakota::network {
namespace {

/// A vertex to insert into a segment; `order` grows along it.
struct Inserted {
    std::uint32_t segment = 0;
    double order = 0.0;
    geo::GridPoint place;
};

/// Adds vertices to lines, segment after segment.
class Inserter {
public:
    Inserter(const Lines& lines, std::vector<Inserted> inserted)
        : lines_(lines), inserted_(std::move(inserted)), next_(inserted_.begin()) {
        std::ranges::sort(inserted_, [](const Inserted& one, const Inserted& other) {
            return std::tie(one.segment, one.order, one.place) < std::tie(other.segment, other.order, other.place);
        });
    }

    /// The first `count` lines with the vertices.
    Lines run(std::uint32_t count, core::Progress& progress) {
        Lines result;
        core::LoopSteps steps(progress, 0.0, 1.0, count);
        for (std::uint32_t line = 0; line < count; ++line) {
            steps.at(line);
            course_.clear();
            for (auto vertex = lines_.first(line); vertex <= lines_.last(line); ++vertex) {
                course_.push_back(lines_.vertices[vertex]);
                insert_after(vertex);
            }
            result.add(course_, lines_.attributes[line]);
        }
        return result;
    }

private:
    void insert_after(std::uint32_t vertex) {
        for (; next_ != inserted_.end() && next_->segment == vertex; ++next_) {
            const bool is_new = next_->place != course_.back() && next_->place != lines_.vertices[vertex + 1];
            if (is_new) course_.push_back(next_->place);
        }
    }

    const Lines& lines_;
    std::vector<Inserted> inserted_;
    std::vector<Inserted>::const_iterator next_;
    std::vector<geo::GridPoint> course_;
};

/// The vertex at which a cut lies, or kNone.
std::uint32_t vertex_of(const RoadNetwork& network, std::uint32_t cut) {
    const auto segment = network.cut_segment[cut];
    for (const auto vertex : {segment, segment + 1}) {
        if (network.cut_metres[cut] == network.lines.metres[vertex]) return vertex;
    }
    return kNone;
}

/// Where each node lies: at a vertex of the input where it has one.
std::vector<geo::GridPoint> place_nodes(const RoadNetwork& network) {
    std::vector<geo::GridPoint> places(network.node_places.begin(), network.node_places.end());
    for (auto cut = network.first_cut[network.input_line_count]; cut-- > 0;) {
        const auto vertex = vertex_of(network, cut);
        if (vertex != kNone) places[network.cut_node[cut]] = network.lines.vertices[vertex];
    }
    return places;
}

Lines with_cuts(const RoadNetwork& network, const std::vector<geo::GridPoint>& places, core::Progress& progress) {
    std::vector<Inserted> inserted;
    for (std::uint32_t cut = 0; cut < network.first_cut[network.input_line_count]; ++cut) {
        if (vertex_of(network, cut) != kNone) continue;
        inserted.push_back({network.cut_segment[cut], network.cut_metres[cut], places[network.cut_node[cut]]});
    }
    return Inserter(network.lines, std::move(inserted)).run(network.input_line_count, progress);
}

void add_joins(const RoadNetwork& network, const std::vector<geo::GridPoint>& places, Lines& mended) {
    for (std::uint32_t i = 0; i < network.joins.size(); ++i) {
        const auto kind = network.joins[i].kind;
        if (kind != JoinKind::EndToEnd && kind != JoinKind::EndToLine) continue;
        const auto connector = network.input_line_count + i;
        const auto cut = network.first_cut[connector];
        const geo::GridPoint course[] = {places[network.cut_node[cut]], places[network.cut_node[cut + 1]]};
        if (course[0] != course[1]) mended.add(course, network.lines.attributes[connector]);
    }
}

/// The share of the segment from `a` to `b` beside which `place` lies within a unit of the grid; missing where none.
std::optional<double> share_beside(const geo::GridPoint& a, const geo::GridPoint& b, const geo::GridPoint& place) {
    const auto dx = static_cast<double>(b.x - a.x);
    const auto dy = static_cast<double>(b.y - a.y);
    const auto px = static_cast<double>(place.x - a.x);
    const auto py = static_cast<double>(place.y - a.y);
    const double squared = dx * dx + dy * dy;
    const double t = (px * dx + py * dy) / squared;
    const double across = px * dy - py * dx;
    if (place == a || place == b || t <= 0.0 || t >= 1.0 || across * across > squared) return std::nullopt;
    return t;
}

/// Inserts the ends of each segment that lie beside the other one; tells whether there are any.
bool insert_ends(const Lines& lines, const Crossing& crossing, std::vector<Inserted>& inserted) {
    bool any = false;
    const auto take = [&](std::uint32_t into, std::uint32_t from) {
        for (const auto vertex : {from, from + 1}) {
            const auto& place = lines.vertices[vertex];
            if (const auto t = share_beside(lines.vertices[into], lines.vertices[into + 1], place)) {
                inserted.push_back({into, *t, place});
                any = true;
            }
        }
    };
    take(crossing.segment_a, crossing.segment_b);
    take(crossing.segment_b, crossing.segment_a);
    return any;
}

/// Inserts vertices where lines cross that rounding has moved by a unit of the grid; false where none do. A vertex that
/// lies beside a line already is taken first: new ones would come ever closer to it, round after round.
bool settle_crossings(Lines& lines, core::Progress& progress) {
    core::Stage finding(progress, 0.0, 0.7);
    auto crossings = find_meetings(lines, index_segments(lines), CrossingSearch::On, {}, finding).crossings;
    keep_joinable(lines, crossings);
    std::vector<Inserted> inserted;
    for (const auto& crossing : crossings) {
        if (insert_ends(lines, crossing, inserted)) continue;
        const auto& v = lines.vertices;
        const auto place = geo::interpolate(v[crossing.segment_a], v[crossing.segment_a + 1], crossing.t_a);
        inserted.push_back({crossing.segment_a, crossing.t_a, place});
        inserted.push_back({crossing.segment_b, crossing.t_b, place});
    }
    if (inserted.empty()) return false;
    core::Stage inserting(progress, 0.7, 1.0);
    lines = Inserter(lines, std::move(inserted)).run(lines.size(), inserting);
    return true;
}

}  // namespace

Lines mended_lines(const RoadNetwork& network, Cleaning cleaning, core::Progress& progress) {
    const auto places = place_nodes(network);
    core::Stage cutting(progress, 0.0, 0.3);
    auto mended = with_cuts(network, places, cutting);
    add_joins(network, places, mended);
    // Each round moves lines by half a unit of the grid at most; one or two settle nearly everything.
    constexpr int kRounds = 20;
    double done = 0.3;
    for (int round = 0; cleaning == Cleaning::On && round < kRounds; ++round) {
        core::Stage settling(progress, done, (done + 1.0) / 2.0);
        done = (done + 1.0) / 2.0;
        if (!settle_crossings(mended, settling)) break;
    }
    progress.step(1.0);
    return mended;
}

}  // namespace desakota::network
