#include "engine/geo/grid_polygon.h"

#include <algorithm>
#include <cmath>

#include "engine/geo/measure.h"

namespace desakota::geo {
namespace {

/// How near the border counts as on it, in grid units.
constexpr std::int64_t kBorder = 1;

/// A difference of two places; exact, since coordinates stay far below 2^53.
struct Vector {
    double x = 0.0;
    double y = 0.0;
};
Vector between(const GridPoint& from, const GridPoint& to) {
    return {static_cast<double>(to.x - from.x), static_cast<double>(to.y - from.y)};
}
double cross(const Vector& one, const Vector& other) {
    return one.x * other.y - one.y * other.x;
}
double dot(const Vector& one, const Vector& other) {
    return one.x * other.x + one.y * other.y;
}

GridBox grown(GridBox box) {
    return {box.min_x - kBorder, box.min_y - kBorder, box.max_x + kBorder, box.max_y + kBorder};
}
GridBox box_of(const GridPoint& a, const GridPoint& b) {
    GridBox box;
    box.add(a);
    box.add(b);
    return box;
}

/// Whether a place is within `limit` units of the straight line through `a` and `b` (of the place itself, if they are
/// one).
bool is_beside(const GridPoint& place, const GridPoint& a, const GridPoint& b, double limit) {
    const auto along = between(a, b);
    const double area = cross(along, between(a, place));
    return area * area <= limit * limit * dot(along, along);
}

}  // namespace

GridPolygon::GridPolygon(const Geometries& geometries, std::size_t feature) {
    const auto parts = geometries.parts(feature);
    for (auto part = parts.first; part < parts.last; ++part) {
        const auto role = geometries.role(part);
        if (role == PartRole::OuterRing || role == PartRole::InnerRing) add_ring(geometries.coordinates(part));
    }
    sort_into_bands();
}

void GridPolygon::add_ring(std::span<const Point> coordinates) {
    for (std::size_t i = 0; i + 1 < coordinates.size(); ++i) {
        const Edge edge{to_grid(coordinates[i]), to_grid(coordinates[i + 1])};
        if (edge.a == edge.b) continue;
        edges_.push_back(edge);
        box_.add(edge.a);
        box_.add(edge.b);
    }
}

std::size_t GridPolygon::band(std::int64_t y) const {
    const auto bands = static_cast<std::int64_t>(first_of_band_.size()) - 1;
    const auto steps = static_cast<std::int64_t>(static_cast<double>(y - box_.min_y) * bands_per_unit_);
    return static_cast<std::size_t>(std::clamp<std::int64_t>(steps, 0, bands - 1));
}

void GridPolygon::sort_into_bands() {
    constexpr std::size_t kMostBands = 4096;
    if (edges_.empty()) return;
    const auto bands = std::clamp<std::size_t>(edges_.size() / 2, 1, kMostBands);
    bands_per_unit_ = static_cast<double>(bands) / static_cast<double>(box_.max_y - box_.min_y + 1);
    first_of_band_.assign(bands + 1, 0);
    const auto each_band = [&](const Edge& edge, auto&& visit) {
        const auto last = band(std::max(edge.a.y, edge.b.y) + kBorder);
        for (auto i = band(std::min(edge.a.y, edge.b.y) - kBorder); i <= last; ++i) visit(i);
    };
    for (const auto& edge : edges_) each_band(edge, [&](std::size_t i) { ++first_of_band_[i + 1]; });
    for (std::size_t i = 0; i < bands; ++i) first_of_band_[i + 1] += first_of_band_[i];
    edge_of_band_.resize(first_of_band_.back());
    auto next = first_of_band_;
    for (std::uint32_t i = 0; i < edges_.size(); ++i)
        each_band(edges_[i], [&](std::size_t b) { edge_of_band_[next[b]++] = i; });
}

bool GridPolygon::contains(const GridPoint& place) const {
    if (edges_.empty() || !grown(box_).meets(box_of(place, place))) return false;
    const auto in = band(place.y);
    bool inside = false;
    for (auto i = first_of_band_[in]; i < first_of_band_[in + 1]; ++i) {
        const auto& [a, b] = edges_[edge_of_band_[i]];
        const bool near = grown(box_of(a, b)).meets(box_of(place, place));
        if (near && is_beside(place, a, b, static_cast<double>(kBorder))) return true;
        if ((a.y > place.y) == (b.y > place.y)) continue;
        // Whether the edge passes to the east of the place.
        const bool east = cross(between(a, b), between(a, place)) > 0.0;
        if (east == (b.y > a.y)) inside = !inside;
    }
    return inside;
}

/// Where on the piece it may pass from inside to outside because of the edge: at their crossing, and where the edge
/// begins or ends beside it. Places too many do no harm.
void GridPolygon::cut(const Edge& piece, const Edge& edge, std::vector<double>& cuts) const {
    const auto along = between(piece.a, piece.b);
    const double length_squared = dot(along, along);
    const auto add = [&](double share) {
        if (share > 0.0 && share < 1.0) cuts.push_back(share);
    };
    for (const auto& end : {edge.a, edge.b}) {
        if (is_beside(end, piece.a, piece.b, 2.0 * kBorder)) add(dot(between(piece.a, end), along) / length_squared);
    }
    const auto side = between(edge.a, edge.b);
    const double turn = cross(along, side);
    if (turn == 0.0) return;
    const auto to_edge = between(piece.a, edge.a);
    const double on_edge = cross(to_edge, along) / turn;
    if (on_edge >= 0.0 && on_edge <= 1.0) add(cross(to_edge, side) / turn);
}

void GridPolygon::clip(const GridPoint& a, const GridPoint& b, std::vector<Stretch>& inside) const {
    const auto piece_box = box_of(a, b);
    if (a == b || edges_.empty() || !box_.meets(piece_box)) return;
    std::vector<double> cuts{0.0, 1.0};
    const auto last = band(piece_box.max_y + kBorder);
    for (auto in = band(piece_box.min_y - kBorder); in <= last; ++in) {
        for (auto i = first_of_band_[in]; i < first_of_band_[in + 1]; ++i) {
            const auto& edge = edges_[edge_of_band_[i]];
            if (grown(box_of(edge.a, edge.b)).meets(piece_box)) cut({a, b}, edge, cuts);
        }
    }
    std::ranges::sort(cuts);
    const auto first = inside.size();
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        if (cuts[i] == cuts[i + 1] || !contains(interpolate(a, b, 0.5 * (cuts[i] + cuts[i + 1])))) continue;
        const bool goes_on = inside.size() > first && inside.back().to == cuts[i];
        if (goes_on) {
            inside.back().to = cuts[i + 1];
        } else {
            inside.push_back({cuts[i], cuts[i + 1]});
        }
    }
}

}  // namespace desakota::geo
