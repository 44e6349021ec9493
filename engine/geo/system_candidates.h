#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/geo/point.h"

namespace desakota::geo {

/// A coordinate system in use in Indonesia of which coordinates without a system may be.
struct SystemCandidate {
    std::string code;   ///< "EPSG:32748"
    std::string title;  ///< "WGS 84 / UTM zone 48S"
    /// The same degrees or zone on the other datums; empty where there is none. DGN95 and SRGI2013 lie within about a
    /// metre of WGS 84, ID74 tens of metres away.
    std::string dgn95;
    std::string srgi2013;
    std::string id74;
    GridBox box;         ///< where the coordinates lie under it, on WGS 84
    double share = 1.0;  ///< of the smaller of the two boxes, the layer's and another's, what they have in common
};

/// The systems under which coordinates from `least` to `most` would lie with one of `others` (boxes of layers whose
/// system is known), the largest share first; where `others` is empty, those under which all of them would lie in
/// Indonesia (94 to 142 east, 11.5 south to 6.5 north), each of share 1.
///
/// Tried are longitude and latitude, the UTM zones 46 to 54 north and south on WGS 84, the TM-3 zones 46.2 to 54.1 on
/// DGN95, and Web Mercator; a place more than one zone beside its own is no candidate. Source: EPSG dataset.
[[nodiscard]] std::vector<SystemCandidate> system_candidates(const Point& least, const Point& most,
                                                             std::span<const GridBox> others);

}  // namespace desakota::geo
