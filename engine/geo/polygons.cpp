#include "engine/geo/polygons.h"

#include <optional>
#include <utility>
#include <vector>

#include <geos_c.h>

namespace desakota::geo {
namespace {

struct ContextDelete {
    void operator()(GEOSContextHandle_HS* context) const { GEOS_finish_r(context); }
};
using Context = std::unique_ptr<GEOSContextHandle_HS, ContextDelete>;

struct GeometryDelete {
    GEOSContextHandle_t context = nullptr;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
};
using Owned = std::unique_ptr<GEOSGeometry, GeometryDelete>;

Owned own(GEOSContextHandle_t context, GEOSGeometry* geometry) {
    return {geometry, GeometryDelete{context}};
}

/// GEOS takes what a collection is made of, also where it fails.
std::vector<GEOSGeometry*> release_all(std::vector<Owned>& owned) {
    std::vector<GEOSGeometry*> released;
    released.reserve(owned.size());
    for (auto& geometry : owned) released.push_back(geometry.release());
    owned.clear();
    return released;
}

/// Nothing where the ring has too few coordinates to enclose anything.
Owned make_ring(GEOSContextHandle_t context, std::span<const Point> ring) {
    constexpr std::size_t kLeastCoordinates = 4;
    if (ring.size() < kLeastCoordinates) return own(context, nullptr);
    auto* sequence = GEOSCoordSeq_copyFromBuffer_r(context, &ring.data()->x, static_cast<unsigned>(ring.size()), 0, 0);
    return own(context, sequence == nullptr ? nullptr : GEOSGeom_createLinearRing_r(context, sequence));
}

/// Collects the rings of a feature into polygons.
class PolygonParts {
public:
    explicit PolygonParts(GEOSContextHandle_t context) : context_(context), shell_(own(context, nullptr)) {}

    void add(PartRole role, std::span<const Point> coordinates) {
        if (role == PartRole::OuterRing) end_polygon();
        auto ring = make_ring(context_, coordinates);
        if (role == PartRole::OuterRing) {
            shell_ = std::move(ring);
        } else if (ring != nullptr) {
            holes_.push_back(std::move(ring));
        }
    }

    [[nodiscard]] Owned finish() {
        end_polygon();
        if (polygons_.size() == 1) return std::move(polygons_.front());
        auto parts = release_all(polygons_);
        return own(context_, GEOSGeom_createCollection_r(context_, GEOS_MULTIPOLYGON, parts.data(),
                                                         static_cast<unsigned>(parts.size())));
    }

private:
    void end_polygon() {
        if (shell_ == nullptr) {
            holes_.clear();
            return;
        }
        auto holes = release_all(holes_);
        auto polygon = own(context_, GEOSGeom_createPolygon_r(context_, shell_.release(), holes.data(),
                                                              static_cast<unsigned>(holes.size())));
        if (polygon != nullptr) polygons_.push_back(std::move(polygon));
    }

    GEOSContextHandle_t context_;
    Owned shell_;
    std::vector<Owned> holes_;
    std::vector<Owned> polygons_;
};

Owned make_polygon(GEOSContextHandle_t context, const Geometries& geometries, std::size_t feature) {
    PolygonParts parts(context);
    const auto range = geometries.parts(feature);
    for (auto part = range.first; part < range.last; ++part) {
        const auto role = geometries.role(part);
        if (role == PartRole::OuterRing || role == PartRole::InnerRing) parts.add(role, geometries.coordinates(part));
    }
    return parts.finish();
}

bool has_area(GEOSContextHandle_t context, const GEOSGeometry* geometry) {
    double area = 0.0;
    return geometry != nullptr && GEOSArea_r(context, geometry, &area) == 1 && area > 0.0;
}

/// What is wrong with a geometry; empty for a valid one.
std::string fault_of(GEOSContextHandle_t context, const GEOSGeometry* geometry) {
    if (GEOSisValid_r(context, geometry) == 1) return {};
    char* reason = GEOSisValidReason_r(context, geometry);
    std::string text = reason != nullptr ? reason : "invalid";
    GEOSFree_r(context, reason);
    return text;
}

std::optional<Point> surface_point(GEOSContextHandle_t context, const GEOSGeometry* geometry) {
    const auto point = own(context, GEOSPointOnSurface_r(context, geometry));
    Point place;
    if (point == nullptr || GEOSGeomGetX_r(context, point.get(), &place.x) != 1 ||
        GEOSGeomGetY_r(context, point.get(), &place.y) != 1) {
        return std::nullopt;
    }
    return place;
}

void add_ring(GEOSContextHandle_t context, const GEOSGeometry* ring, PartRole role, Geometries& geometries) {
    const auto* sequence = GEOSGeom_getCoordSeq_r(context, ring);
    unsigned size = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(context, sequence, &size) != 1) return;
    std::vector<Point> coordinates(size);
    GEOSCoordSeq_copyToBuffer_r(context, sequence, &coordinates.data()->x, 0, 0);
    geometries.add_part(role, coordinates);
}

/// Adds the polygons among a geometry's parts; lines and points that a repair left over enclose nothing.
void add_polygons(GEOSContextHandle_t context, const GEOSGeometry* geometry, Geometries& geometries) {
    const int type = GEOSGeomTypeId_r(context, geometry);
    if (type == GEOS_POLYGON) {
        add_ring(context, GEOSGetExteriorRing_r(context, geometry), PartRole::OuterRing, geometries);
        const int holes = GEOSGetNumInteriorRings_r(context, geometry);
        for (int hole = 0; hole < holes; ++hole) {
            add_ring(context, GEOSGetInteriorRingN_r(context, geometry, hole), PartRole::InnerRing, geometries);
        }
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(context, geometry);
        for (int part = 0; part < parts; ++part) {
            add_polygons(context, GEOSGetGeometryN_r(context, geometry, part), geometries);
        }
    }
}

/// A feature as valid polygons; nothing where it encloses no area.
Owned valid_polygon(GEOSContextHandle_t context, const Geometries& geometries, std::size_t feature) {
    auto polygon = make_polygon(context, geometries, feature);
    if (polygon != nullptr && GEOSisValid_r(context, polygon.get()) != 1) {
        polygon = own(context, GEOSMakeValid_r(context, polygon.get()));
    }
    return has_area(context, polygon.get()) ? std::move(polygon) : own(context, nullptr);
}

PolygonFinding unusable(std::string fault) {
    return {PolygonState::Unusable, {}, std::move(fault), {}};
}

}  // namespace

struct PolygonExaminer::Geos {
    Context context{GEOS_init_r()};
};

PolygonExaminer::PolygonExaminer() : geos_(std::make_unique<Geos>()) {}
PolygonExaminer::PolygonExaminer(PolygonExaminer&&) noexcept = default;
PolygonExaminer& PolygonExaminer::operator=(PolygonExaminer&&) noexcept = default;
PolygonExaminer::~PolygonExaminer() = default;

PolygonFinding PolygonExaminer::examine(const Geometries& geometries, std::size_t feature) const {
    auto* context = geos_->context.get();
    auto polygon = make_polygon(context, geometries, feature);
    if (polygon == nullptr || GEOSisEmpty_r(context, polygon.get()) != 0) return unusable("Too few points in geometry");
    PolygonFinding finding;
    finding.fault = fault_of(context, polygon.get());
    if (!finding.fault.empty()) {
        const auto repaired = own(context, GEOSMakeValid_r(context, polygon.get()));
        if (!has_area(context, repaired.get())) return unusable(finding.fault);
        finding.state = PolygonState::Repaired;
        add_polygons(context, repaired.get(), finding.repaired);
        finding.repaired.end_feature();
        polygon = make_polygon(context, finding.repaired, 0);
    }
    const auto place = surface_point(context, polygon.get());
    if (!place) return unusable(finding.fault.empty() ? "No interior point" : finding.fault);
    finding.on_surface = *place;
    return finding;
}

Geometries unite(const Geometries& geometries, std::span<const std::uint32_t> features) {
    const Context geos{GEOS_init_r()};
    auto* context = geos.get();
    std::vector<Owned> polygons;
    for (const auto feature : features) {
        if (auto polygon = valid_polygon(context, geometries, feature)) polygons.push_back(std::move(polygon));
    }
    Geometries result;
    if (!polygons.empty()) {
        auto parts = release_all(polygons);
        const auto all = own(context, GEOSGeom_createCollection_r(context, GEOS_GEOMETRYCOLLECTION, parts.data(),
                                                                  static_cast<unsigned>(parts.size())));
        const auto united = own(context, all == nullptr ? nullptr : GEOSUnaryUnion_r(context, all.get()));
        if (united != nullptr) add_polygons(context, united.get(), result);
    }
    result.end_feature();
    return result;
}

}  // namespace desakota::geo
