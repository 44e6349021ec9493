#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/text.h"
#include "engine/maps/drawn_layer.h"
#include "engine/maps/projected_geometry.h"
#include "engine/maps/utm_zone.h"

namespace desakota::maps {

inline constexpr std::uint16_t kNoClass = std::numeric_limits<std::uint16_t>::max();

/// A drawn layer made ready once for any number of maps: its geometry on the plane, the class of each row.
struct PreparedLayer {
    DrawnLayer drawn;
    std::shared_ptr<const ProjectedGeometry> projected;
    std::vector<std::uint16_t> classes;  ///< of each row, an index in the style's; kNoClass: not drawn
    std::vector<bool> doubtful;          ///< of each row
};

/// What a layer of the background shows, which says how it is drawn where its style has no classes.
enum class LayerRole : std::uint8_t { Area, Rivers, Roads, Ferries, Facilities, Centres };

struct BackgroundLayer {
    LayerRole role = LayerRole::Roads;
    core::Text title;  ///< in the legend, where the style has no classes; empty: the role's name
    PreparedLayer prepared;
};

/// What all maps of an area have in common.
struct Basemap {
    UtmZone zone;
    std::vector<BackgroundLayer> background;  ///< the lowest first
};

/// Makes layers ready, each geometry only once: layers with the same coordinates (the results of several analyses for
/// the same settlements) share what was projected. Serves one thread; what it returns serves many. Layers must outlive
/// it and what it returns.
class LayerPreparation {
public:
    /// The zone is that of the middle of `area`, a layer with geometry. Throws core::input_error where the layer's
    /// system is not understood.
    LayerPreparation(const layers::Layer& area, const core::Parallel& parallel, core::Progress& progress);

    [[nodiscard]] const UtmZone& zone() const { return zone_; }
    /// Throws core::input_error where the layer's system is not understood.
    [[nodiscard]] PreparedLayer prepare(const DrawnLayer& drawn);

private:
    struct Projected {
        const layers::Layer* layer = nullptr;
        std::shared_ptr<const ProjectedGeometry> geometry;
    };
    [[nodiscard]] std::shared_ptr<const ProjectedGeometry> projected(const layers::Layer& layer);

    core::Parallel parallel_;
    core::Progress* progress_;
    UtmZone zone_;
    std::vector<Projected> projected_;
};

}  // namespace desakota::maps
