#include "engine/network/demand_points.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/geo/grid_polygon.h"
#include "engine/geo/measure.h"

namespace desakota::network {
namespace {

bool holds_homes(const SettledLines& roads, std::uint32_t line) {
    const auto& attributes = roads.lines.attributes[line];
    return attributes.kind == WayKind::Road && !attributes.join && roads.rules[attributes.rule].holds_homes;
}

/// Spreads families over one polygon.
class Spreading {
public:
    Spreading(const geo::Geometries& polygons, std::size_t feature, const SettledLines& roads)
        : polygon_(polygons, feature), roads_(roads) {}

    std::vector<WeightedPlace> run() {
        for (const auto& chunk : chunks()) {
            for (auto segment = chunk.first; segment < chunk.last; ++segment) follow(segment);
        }
        end_part();
        return std::move(places_);
    }

private:
    /// The pieces of lines near the polygon, line by line and along each.
    [[nodiscard]] std::vector<Chunk> chunks() const {
        std::vector<Chunk> near;
        roads_.index.cells.for_each(polygon_.box(), [&](std::uint32_t chunk) {
            const auto& found = roads_.index.chunks[chunk];
            if (holds_homes(roads_, found.line)) near.push_back(found);
        });
        std::ranges::sort(near, {}, &Chunk::first);
        return near;
    }

    /// Takes what of a segment lies inside; a stretch that begins where the part before it ended continues it.
    void follow(std::uint32_t segment) {
        const auto& vertices = roads_.lines.vertices;
        if (part_ && part_->next == segment && vertices[segment] == vertices[segment + 1]) ++part_->next;
        stretches_.clear();
        polygon_.clip(vertices[segment], vertices[segment + 1], stretches_);
        for (const auto& stretch : stretches_) {
            if (!part_ || part_->next != segment || stretch.from > 0.0) {
                end_part();
                part_ = Part{.first = segment, .from = roads_.lines.position(segment, stretch.from)};
            }
            part_->to = roads_.lines.position(segment, stretch.to);
            part_->next = stretch.to < 1.0 ? kNoSegment : segment + 1;
        }
    }

    /// The places of the part of a line inside that has come to its end.
    void end_part() {
        constexpr double kLeast = 0.001;     // metres; less is a touch, not a road
        constexpr double kRoundings = 1e-5;  // of a piece
        if (!part_) return;
        const double length = part_->to - part_->from;
        const double pieces = std::max(1.0, std::ceil(length / kPieceMetres - kRoundings));
        auto segment = part_->first;
        for (double i = 0.0; length >= kLeast && i < pieces; i += 1.0) {
            const double metres = part_->from + length * ((i + 0.5) / pieces);
            while (roads_.lines.metres[segment + 1] < metres) ++segment;
            places_.push_back({at(segment, metres), length / pieces});
        }
        part_.reset();
    }

    [[nodiscard]] geo::GridPoint at(std::uint32_t segment, double metres) const {
        const auto& lines = roads_.lines;
        const double start = lines.metres[segment];
        return geo::interpolate(lines.vertices[segment], lines.vertices[segment + 1],
                                (metres - start) / (lines.metres[segment + 1] - start));
    }

    static constexpr std::uint32_t kNoSegment = 0xFFFFFFFF;
    /// A part of a line inside, in metres along the line.
    struct Part {
        std::uint32_t first = 0;          ///< the segment on which it begins
        std::uint32_t next = kNoSegment;  ///< the segment on which it goes on, if it does
        double from = 0.0;
        double to = 0.0;
    };

    geo::GridPolygon polygon_;
    const SettledLines& roads_;
    std::vector<geo::GridPolygon::Stretch> stretches_;
    std::optional<Part> part_;
    std::vector<WeightedPlace> places_;
};

}  // namespace

WeightedPlaces spread_along_roads(const geo::Geometries& polygons, const SettledLines& roads,
                                  const core::Parallel& parallel, core::Progress& progress) {
    std::vector<std::vector<WeightedPlace>> of_polygon(polygons.size());
    core::parallel_for(polygons.size(), parallel, progress, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) {
            if (polygons.type(i) == geo::GeometryType::Polygon) of_polygon[i] = Spreading(polygons, i, roads).run();
        }
    });
    return join_weighted(std::move(of_polygon));
}

WeightedPlaces join_weighted(std::vector<std::vector<WeightedPlace>> of_feature) {
    WeightedPlaces joined;
    std::size_t count = 0;
    for (const auto& places : of_feature) count += places.size();
    joined.places.reserve(count);
    joined.weights.reserve(count);
    joined.first.reserve(of_feature.size() + 1);
    for (auto& places : of_feature) {
        double total = 0.0;
        for (const auto& place : places) total += place.weight;
        for (const auto& place : places) {
            joined.places.push_back(place.place);
            joined.weights.push_back(place.weight / total);
        }
        joined.first.push_back(static_cast<std::uint32_t>(joined.places.size()));
        places = {};
    }
    return joined;
}

}  // namespace desakota::network
