#include "engine/network/joins.h"

#include <algorithm>
#include <span>
#include <utility>

#include "engine/network/meetings.h"
#include "engine/network/nearest_on_lines.h"

namespace desakota::network {
namespace {

/// One end of a line.
struct End {
    std::uint32_t line = 0;
    std::uint32_t vertex = 0;
};

/// Joins that an earlier cleaning wrote into the file, from each of their ends to the other.
class WrittenJoins {
public:
    explicit WrittenJoins(const Lines& lines) {
        for (std::uint32_t line = 0; line < lines.size(); ++line) {
            if (!lines.attributes[line].join) continue;
            const auto& first = lines.vertices[lines.first(line)];
            const auto& last = lines.vertices[lines.last(line)];
            ends_.emplace_back(first, last);
            ends_.emplace_back(last, first);
        }
        std::ranges::sort(ends_);
    }
    /// Where the joins that begin at `place` lead.
    [[nodiscard]] std::vector<geo::GridPoint> from(const geo::GridPoint& place) const {
        std::vector<geo::GridPoint> places;
        for (auto i = std::ranges::lower_bound(ends_, std::pair(place, kLowest)); i != ends_.end() && i->first == place;
             ++i) {
            places.push_back(i->second);
        }
        return places;
    }
    [[nodiscard]] bool lead(const geo::GridPoint& from, const geo::GridPoint& to) const {
        return std::ranges::binary_search(ends_, std::pair(from, to));
    }

private:
    static constexpr geo::GridPoint kLowest{std::numeric_limits<std::int64_t>::min(),
                                            std::numeric_limits<std::int64_t>::min()};
    std::vector<std::pair<geo::GridPoint, geo::GridPoint>> ends_;
};

bool is_water(const LineAttributes& attributes) {
    return attributes.kind == WayKind::River || attributes.kind == WayKind::Ferry;
}

/// Lines near the places of ends, for one thread. Most ends lie at a junction, and the next line that ends there asks
/// again for the same place.
class NearEnds {
public:
    NearEnds(const Lines& lines, const SegmentIndex& index, double tolerance)
        : lines_(lines), index_(index), tolerance_(tolerance), known_(kKnown) {}

    /// The roads within the tolerance that have no vertex at the place where they come nearest. Holds until the next
    /// call.
    std::span<const LinePlace> of(const geo::GridPoint& place) {
        auto& known = known_[slot_of(place)];
        if (!known.is_known || known.place != place) known = {true, place, look_round(place)};
        return known.near;
    }

private:
    static constexpr std::size_t kKnown = 1 << 10;
    struct Known {
        bool is_known = false;
        geo::GridPoint place;
        std::vector<LinePlace> near;
    };

    [[nodiscard]] static std::size_t slot_of(const geo::GridPoint& place) {
        // Neighbouring places differ in their last digits: spread them (Knuth's multiplicative hashing).
        constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
        const auto mixed = static_cast<std::uint64_t>(place.x) * kGolden + static_cast<std::uint64_t>(place.y);
        return static_cast<std::size_t>((mixed * kGolden) >> 32U) % kKnown;
    }

    [[nodiscard]] std::vector<LinePlace> look_round(const geo::GridPoint& place) const {
        const auto wanted = [&](std::uint32_t line) {
            const auto& attributes = lines_.attributes[line];
            return attributes.kind == WayKind::Road && !attributes.join && !attributes.landing;
        };
        auto near = nearest_on_lines(lines_, index_, place, tolerance_, wanted);
        std::erase_if(near, [&](const LinePlace& there) {
            return lines_.vertices[there.segment] == place || lines_.vertices[there.segment + 1] == place;
        });
        return near;
    }

    const Lines& lines_;
    const SegmentIndex& index_;
    double tolerance_;
    std::vector<Known> known_;
};

class JoinSearch {
public:
    JoinSearch(const Lines& lines, const SegmentIndex& index, const JoinOptions& options, const WrittenJoins& written)
        : lines_(lines), index_(index), options_(options), written_(written) {
        has_water_ = std::ranges::any_of(lines.attributes, is_water);
    }

    void end(const End& end, NearEnds& near_ends, std::vector<Join>& found) const {
        const auto& own = lines_.attributes[end.line];
        if (own.join || own.kind != WayKind::Road) return;
        if (own.landing) return at_landing(end, found);
        if (options_.tolerance >= 0.0) by_tolerance(end, near_ends, found);
        if (has_water_) boardings(end, found);
    }

private:
    void by_tolerance(const End& end, NearEnds& near_ends, std::vector<Join>& found) const {
        ends_of(end, end.line, found);
        for (const auto& near : near_ends.of(lines_.vertices[end.vertex])) {
            if (near.line == end.line) continue;
            if (ends_of(end, near.line, found)) continue;
            if (!same_level(lines_.attributes[end.line], lines_.attributes[near.line])) continue;
            if (meet_near(end, near.line)) continue;
            found.push_back({end.line, end.vertex, near.line, near.segment, near.t, near.metres, JoinKind::EndToLine});
        }
    }

    /// Joins the end to the ends of `line` within the tolerance; tells whether the pair needs no other join. Of two
    /// ends that both look for each other, the one with the smaller vertex makes the join.
    bool ends_of(const End& end, std::uint32_t line, std::vector<Join>& found) const {
        bool any = false;
        const auto& place = lines_.vertices[end.vertex];
        for (const auto vertex : {lines_.first(line), lines_.last(line)}) {
            if (vertex == end.vertex || is_far(place, lines_.vertices[vertex])) continue;
            const double metres = geo::distance(place, lines_.vertices[vertex]);
            if (metres > options_.tolerance) continue;
            const bool own_ends = line == end.line;
            if (own_ends && lines_.length(line) <= 2.0 * options_.tolerance) continue;
            any = true;
            if (metres == 0.0 || vertex < end.vertex) continue;
            if (own_ends ? written_.lead(place, lines_.vertices[vertex]) : meet_near(end, line)) continue;
            const auto segment = vertex == lines_.first(line) ? vertex : vertex - 1;
            const double t = vertex == segment ? 0.0 : 1.0;
            found.push_back({end.line, end.vertex, line, segment, t, metres, JoinKind::EndToEnd});
        }
        return any;
    }

    /// Farther apart to the north than any tolerance: spares measuring.
    [[nodiscard]] bool is_far(const geo::GridPoint& one, const geo::GridPoint& other) const {
        constexpr double kUnitsPerMetre = 9100.0;  // of latitude, a little more than anywhere
        return static_cast<double>(std::abs(one.y - other.y)) > options_.tolerance * kUnitsPerMetre;
    }

    /// Whether the line of `end` shares a vertex with `line`, crosses it, or is joined to it by a written join, within
    /// the tolerance of the end.
    [[nodiscard]] bool meet_near(const End& end, std::uint32_t line) const {
        const auto& place = lines_.vertices[end.vertex];
        const auto area = geo::LocalFrame(place).box(options_.tolerance);
        const auto joined = written_.from(place);
        const auto is_join = [&](std::uint32_t vertex) {
            return std::ranges::find(joined, lines_.vertices[vertex]) != joined.end();
        };
        for (auto s = lines_.first(line); s < lines_.last(line); ++s) {
            if (!segment_box(lines_, s).meets(area)) continue;
            if (is_join(s) || is_join(s + 1) || tail_meets(end, s)) return true;
        }
        return false;
    }

    /// Whether the part of the end's line within the tolerance of the end meets a segment.
    [[nodiscard]] bool tail_meets(const End& end, std::uint32_t segment) const {
        const auto& v = lines_.vertices;
        const bool at_start = end.vertex == lines_.first(end.line);
        const auto count = lines_.last(end.line) - lines_.first(end.line);
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto own = at_start ? lines_.first(end.line) + i : lines_.last(end.line) - 1 - i;
            const auto near = at_start ? own : own + 1;
            if (std::abs(lines_.metres[near] - lines_.metres[end.vertex]) > options_.tolerance) break;
            const auto meeting = intersect(v[own], v[own + 1], v[segment], v[segment + 1]);
            const double metres = std::abs(lines_.position(own, meeting.t_ab) - lines_.metres[end.vertex]);
            if (meeting.meets && metres > 0.0 && metres <= options_.tolerance) return true;
            if (v[near] == v[segment] || v[near] == v[segment + 1]) return true;
        }
        return false;
    }

    void at_landing(const End& end, std::vector<Join>& found) const {
        if (end.vertex != lines_.first(end.line)) return;
        const auto& place = lines_.vertices[end.vertex];
        const auto wanted = [&](std::uint32_t line) {
            const auto& attributes = lines_.attributes[line];
            return is_water(attributes) ||
                   (attributes.kind == WayKind::Road && !attributes.landing && !attributes.join);
        };
        for (const auto& near : nearest_on_lines(lines_, index_, place, options_.boarding, wanted)) {
            const auto kind = is_water(lines_.attributes[near.line]) ? JoinKind::Boarding : JoinKind::Landing;
            found.push_back({end.line, end.vertex, near.line, near.segment, near.t, near.metres, kind});
        }
    }

    void boardings(const End& end, std::vector<Join>& found) const {
        const auto& place = lines_.vertices[end.vertex];
        const auto wanted = [&](std::uint32_t line) { return is_water(lines_.attributes[line]); };
        for (const auto& near : nearest_on_lines(lines_, index_, place, options_.boarding, wanted)) {
            if (lines_.attributes[near.line].kind == WayKind::River) {
                found.push_back(
                    {end.line, end.vertex, near.line, near.segment, near.t, near.metres, JoinKind::Boarding});
                continue;
            }
            ferry_ends(end, near.line, found);
        }
    }

    void ferry_ends(const End& end, std::uint32_t ferry, std::vector<Join>& found) const {
        for (const auto vertex : {lines_.first(ferry), lines_.last(ferry)}) {
            const double metres = geo::distance(lines_.vertices[end.vertex], lines_.vertices[vertex]);
            if (metres > options_.boarding) continue;
            const auto segment = vertex == lines_.first(ferry) ? vertex : vertex - 1;
            const double t = vertex == segment ? 0.0 : 1.0;
            found.push_back({end.line, end.vertex, ferry, segment, t, metres, JoinKind::Boarding});
        }
    }

    const Lines& lines_;
    const SegmentIndex& index_;
    const JoinOptions& options_;
    const WrittenJoins& written_;
    bool has_water_ = false;
};

}  // namespace

std::vector<Join> find_joins(const Lines& lines, const SegmentIndex& index, const JoinOptions& options,
                             const core::Parallel& parallel, core::Progress& progress) {
    constexpr std::size_t kLines = 2048;
    const WrittenJoins written(lines);
    const JoinSearch search(lines, index, options, written);
    std::vector<std::vector<Join>> found(lines.size() / kLines + 1);
    core::parallel_for(lines.size(), {.threads = parallel.threads, .grain = kLines}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           NearEnds near_ends(lines, index, options.tolerance);
                           for (auto line = static_cast<std::uint32_t>(begin); line < end; ++line) {
                               search.end({line, lines.first(line)}, near_ends, found[begin / kLines]);
                               search.end({line, lines.last(line)}, near_ends, found[begin / kLines]);
                           }
                       });
    std::vector<Join> all;
    for (const auto& part : found) all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace desakota::network
