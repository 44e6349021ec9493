#include "engine/geo/area_outlines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <tuple>

namespace desakota::geo {
namespace {

/// A piece seen from the area to its left.
struct Side {
    std::uint32_t area = 0;
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    Point place;  ///< of `from`
};

std::vector<Side> sides_of(const std::vector<OutlinePiece>& outlines) {
    std::vector<Side> sides;
    sides.reserve(outlines.size() * 2);
    for (const auto& piece : outlines) {
        if (piece.left != 0) sides.push_back({piece.left, piece.from.number, piece.to.number, piece.from.place});
        if (piece.right != 0) sides.push_back({piece.right, piece.to.number, piece.from.number, piece.to.place});
    }
    std::ranges::sort(sides, {}, [](const Side& side) { return std::tie(side.area, side.from); });
    return sides;
}

/// A closed ring with what is needed to tell which lies in which.
struct Ring {
    std::vector<Point> places;  ///< the first repeated at the end
    double area = 0.0;          ///< above 0 where anticlockwise
    Point least;
    Point most;
};

Ring make_ring(std::vector<Point> places) {
    Ring ring;
    places.push_back(places.front());
    ring.least = ring.most = places.front();
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        const auto& a = places[i];
        const auto& b = places[i + 1];
        ring.area += (a.x - places[0].x) * (b.y - places[0].y) - (b.x - places[0].x) * (a.y - places[0].y);
        ring.least = {std::min(ring.least.x, a.x), std::min(ring.least.y, a.y)};
        ring.most = {std::max(ring.most.x, a.x), std::max(ring.most.y, a.y)};
    }
    ring.places = std::move(places);
    return ring;
}

bool encloses(const Ring& ring, const Point& place) {
    if (place.x < ring.least.x || place.x > ring.most.x || place.y < ring.least.y || place.y > ring.most.y) {
        return false;
    }
    bool inside = false;
    for (std::size_t i = 0; i + 1 < ring.places.size(); ++i) {
        const auto& a = ring.places[i];
        const auto& b = ring.places[i + 1];
        if ((a.y > place.y) == (b.y > place.y)) continue;
        if (place.x < a.x + (b.x - a.x) * (place.y - a.y) / (b.y - a.y)) inside = !inside;
    }
    return inside;
}

/// Follows the sides of one area round.
std::vector<Ring> rings_of(std::span<const Side> sides, core::Progress& progress) {
    std::vector<Ring> rings;
    std::vector<bool> used(sides.size(), false);
    core::LoopSteps steps(progress, 0.0, 0.9, sides.size());
    for (std::size_t first = 0; first < sides.size(); ++first) {
        steps.at(first);
        std::vector<Point> places;
        auto at = first;
        while (at < sides.size() && !used[at]) {
            used[at] = true;
            places.push_back(sides[at].place);
            const auto next = std::ranges::lower_bound(sides, sides[at].to, {}, &Side::from);
            at = next != sides.end() && next->from == sides[at].to ? static_cast<std::size_t>(next - sides.begin())
                                                                   : sides.size();
        }
        if (places.size() > 2) rings.push_back(make_ring(std::move(places)));
    }
    return rings;
}

/// The outer rings, each with its inner ones behind it, as parts of one feature.
void add_area(const std::vector<Ring>& rings, Geometries& geometries) {
    std::vector<const Ring*> outer;
    for (const auto& ring : rings) {
        if (ring.area > 0.0) outer.push_back(&ring);
    }
    std::vector<std::vector<const Ring*>> inner(outer.size());
    for (const auto& ring : rings) {
        if (ring.area > 0.0) continue;
        auto best = outer.size();
        for (std::size_t i = 0; i < outer.size(); ++i) {
            const bool smaller = best == outer.size() || outer[i]->area < outer[best]->area;
            if (smaller && outer[i]->area > -ring.area && encloses(*outer[i], ring.places.front())) best = i;
        }
        if (best < outer.size()) inner[best].push_back(&ring);
    }
    for (std::size_t i = 0; i < outer.size(); ++i) {
        geometries.add_part(PartRole::OuterRing, outer[i]->places);
        for (const auto* hole : inner[i]) geometries.add_part(PartRole::InnerRing, hole->places);
    }
}

/// Pieces that follow each other between the same two areas.
class Runs {
public:
    explicit Runs(std::vector<OutlinePiece> pieces) : pieces_(std::move(pieces)), used_(pieces_.size(), false) {
        for (auto& piece : pieces_) {
            if (piece.left >= piece.right) continue;
            std::swap(piece.left, piece.right);
            std::swap(piece.from, piece.to);
        }
        std::ranges::sort(pieces_, {}, key);
        std::vector<bool> is_followed(pieces_.size(), false);
        for (const auto& piece : pieces_) {
            if (const auto next = after(piece); next < pieces_.size()) is_followed[next] = true;
        }
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (!is_followed[i]) starts_.push_back(i);
        }
        // What is left are rings.
        for (std::size_t i = 0; i < pieces_.size(); ++i) starts_.push_back(i);
    }

    /// Calls `visit(run, knots)` for each run, `run` being one of its pieces.
    template <class Visit>
    void for_each(const Visit& visit) {
        for (const auto start : starts_) {
            std::vector<Knot> knots;
            for (auto at = start; at < pieces_.size() && !used_[at]; at = after(pieces_[at])) {
                used_[at] = true;
                if (knots.empty()) knots.push_back(pieces_[at].from);
                knots.push_back(pieces_[at].to);
            }
            if (!knots.empty()) visit(pieces_[start], knots);
        }
    }

private:
    static std::tuple<std::uint32_t, std::uint32_t, std::uint64_t> key(const OutlinePiece& piece) {
        return {piece.left, piece.right, piece.from.number};
    }
    [[nodiscard]] std::size_t after(const OutlinePiece& piece) const {
        const std::tuple wanted{piece.left, piece.right, piece.to.number};
        const auto next = std::ranges::lower_bound(pieces_, wanted, {}, key);
        const bool found = next != pieces_.end() && key(*next) == wanted;
        return found ? static_cast<std::size_t>(next - pieces_.begin()) : pieces_.size();
    }

    std::vector<OutlinePiece> pieces_;
    std::vector<bool> used_;
    std::vector<std::size_t> starts_;
};

double distance_to_chord(const Point& place, const Point& a, const Point& b, const Point& scale) {
    const Point chord{(b.x - a.x) * scale.x, (b.y - a.y) * scale.y};
    const Point from_a{(place.x - a.x) * scale.x, (place.y - a.y) * scale.y};
    const double squared = chord.x * chord.x + chord.y * chord.y;
    const double along = squared > 0.0 ? (from_a.x * chord.x + from_a.y * chord.y) / squared : 0.0;
    const double t = std::clamp(along, 0.0, 1.0);
    const double x = from_a.x - t * chord.x;
    const double y = from_a.y - t * chord.y;
    return std::sqrt(x * x + y * y);
}

/// Marks the knots between `first` and `last` that are kept.
void keep_far_knots(const std::vector<Knot>& knots, const Point& scale, double tolerance, std::vector<bool>& kept) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, knots.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        std::size_t farthest = first;
        double most = tolerance;
        for (auto i = first + 1; i < last; ++i) {
            const double metres = distance_to_chord(knots[i].place, knots[first].place, knots[last].place, scale);
            if (metres <= most) continue;
            most = metres;
            farthest = i;
        }
        if (farthest == first) continue;
        kept[farthest] = true;
        open.emplace_back(first, farthest);
        open.emplace_back(farthest, last);
    }
}

}  // namespace

void simplify_outlines(const std::vector<OutlinePiece>& outlines, const Point& scale, double tolerance,
                       std::vector<OutlinePiece>& simplified) {
    Runs(outlines).for_each([&](const OutlinePiece& run, const std::vector<Knot>& knots) {
        std::vector<bool> kept(knots.size(), false);
        kept.front() = kept.back() = true;
        keep_far_knots(knots, scale, tolerance, kept);
        // A ring is no ring with fewer than four.
        if (knots.front().number == knots.back().number && std::ranges::count(kept, true) < 4) {
            kept.assign(knots.size(), true);
        }
        std::size_t before = 0;
        for (std::size_t i = 1; i < knots.size(); ++i) {
            if (!kept[i]) continue;
            simplified.push_back({knots[before], knots[i], run.left, run.right});
            before = i;
        }
    });
}

Geometries areas_within(const std::vector<OutlinePiece>& outlines, std::uint32_t areas, core::Progress& progress) {
    const auto sides = sides_of(outlines);
    Geometries geometries;
    progress.step(0.2);
    for (std::uint32_t area = 1; area <= areas; ++area) {
        const auto own = std::ranges::equal_range(sides, area, {}, &Side::area);
        const auto share = [&](auto side) {
            const auto all = static_cast<double>(std::max<std::size_t>(sides.size(), 1));
            return 0.2 + 0.8 * static_cast<double>(side - sides.begin()) / all;
        };
        core::Stage following(progress, share(own.begin()), share(own.end()));
        add_area(rings_of({own.begin(), own.end()}, following), geometries);
        geometries.end_feature();
    }
    progress.step(1.0);
    return geometries;
}

}  // namespace desakota::geo
