#pragma once

#include <string>
#include <string_view>

#include "engine/network/profile.h"

namespace desakota::network {

/// The tags of an OpenStreetMap way that decide how it is travelled; blank where the way has none.
struct OsmTags {
    std::string highway;
    std::string route;
    std::string railway;
    std::string waterway;
    std::string surface;
    std::string access;
    std::string oneway;
    std::string junction;
    std::string bridge;
    std::string tunnel;
    std::string layer;
    std::string duration;
};

/// Fills the tags that are still blank from GDAL's field `other_tags` ("key"=>"value","key"=>"value"). A tag that has
/// its own field in the layer is set before and stays. Text of another form adds what could be read before the fault.
void add_other_tags(std::string_view other_tags, OsmTags& tags);

/// The class value under which the built-in profile "osm" knows a way: its highway value, else "route=ferry",
/// "railway=..." or, in a river layer only (rivers are ways where the user says so), "waterway=...". Blank for lines
/// that are no ways.
[[nodiscard]] std::string osm_class(const OsmTags& tags, LayerRole role);

}  // namespace desakota::network
