#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "engine/geo/geometry.h"

namespace desakota::geo {

enum class PolygonState : std::uint8_t {
    Valid,
    Repaired,  ///< rings that cross or touch themselves were put right (GEOS MakeValid)
    Unusable,  ///< encloses no area, or could not be repaired
};

/// What is known of one polygon feature (all its parts together).
struct PolygonFinding {
    PolygonState state = PolygonState::Valid;
    Point on_surface;     ///< a point inside; unset where Unusable
    std::string fault;    ///< what was wrong and where, in GEOS's (English) words; empty where Valid
    Geometries repaired;  ///< Repaired: one feature, the polygon as it stands now; otherwise empty
};

/// Examines polygons, with GEOS. Keeps GEOS's work space, so an object serves one thread: make one for each.
class PolygonExaminer {
public:
    PolygonExaminer();
    PolygonExaminer(PolygonExaminer&&) noexcept;
    PolygonExaminer& operator=(PolygonExaminer&&) noexcept;
    PolygonExaminer(const PolygonExaminer&) = delete;
    PolygonExaminer& operator=(const PolygonExaminer&) = delete;
    ~PolygonExaminer();

    /// `feature` holds rings (outer and inner) with finite coordinates. The point on the surface is the middle of the
    /// widest stretch inside at half the feature's height (GEOS's point on surface).
    [[nodiscard]] PolygonFinding examine(const Geometries& geometries, std::size_t feature) const;

private:
    struct Geos;
    std::unique_ptr<Geos> geos_;
};

/// The union of the polygons of some features, as one feature: borders between them are gone, as are overlaps. Rings
/// that cross or touch themselves are put right first; what encloses no area is left out, and a feature without parts
/// is the result where nothing does. Missing geometries count as enclosing nothing.
[[nodiscard]] Geometries unite(const Geometries& geometries, std::span<const std::uint32_t> features);

}  // namespace desakota::geo
