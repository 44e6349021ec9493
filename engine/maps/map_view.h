#pragma once

#include "engine/geo/point.h"
#include "engine/maps/projected_geometry.h"

namespace desakota::maps {

/// Which part of a zone's plane is seen in which frame of a page.
struct MapView {
    Box frame;          ///< on the page, in mm, y down
    geo::Point centre;  ///< on the plane, in metres, in the middle of the frame
    double scale = 50'000.0;
    /// Of the plane at the centre (scale_factor): with it the scale is true on the ground there.
    double factor = 1.0;

    [[nodiscard]] double mm_per_metre() const { return 1000.0 / (scale * factor); }
    [[nodiscard]] geo::Point to_page(const geo::Point& place) const {
        const auto middle = frame.centre();
        return {middle.x + (place.x - centre.x) * mm_per_metre(), middle.y - (place.y - centre.y) * mm_per_metre()};
    }
    [[nodiscard]] geo::Point to_plane(const geo::Point& page) const {
        const auto middle = frame.centre();
        return {centre.x + (page.x - middle.x) / mm_per_metre(), centre.y - (page.y - middle.y) / mm_per_metre()};
    }
    [[nodiscard]] Box to_page(const Box& area) const;
    /// What of the plane is seen, in metres.
    [[nodiscard]] Box shown() const;
};

/// The largest round scale (1 : 1,000 times 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5 or 8 and powers of ten) that is not
/// larger than 1 : `at_least`.
[[nodiscard]] double round_scale(double at_least);

/// The scale at which `area` (metres) just fills a frame of that size (mm), with a small margin. An area of a single
/// place is seen with 2 km around.
[[nodiscard]] double filling_scale(const Box& area, double width, double height);

/// The area in the middle of the frame, as large as it can be.
[[nodiscard]] MapView filling_view(const Box& area, const Box& frame);
/// The area in the middle of the frame at a round scale; an empty area is taken as the plane's origin.
[[nodiscard]] MapView fitting_view(const Box& area, const Box& frame);

}  // namespace desakota::maps
