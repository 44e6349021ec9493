#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace desakota::io {

/// The column in which GDAL's OpenStreetMap reader, and files made with it, keep the tags that have none of their own:
/// `"bridge"=>"yes","layer"=>"1"` (PostgreSQL's hstore text).
inline constexpr std::string_view kTagsColumn = "other_tags";

/// The tags that a layer with such a column offers as columns of their own.
inline constexpr std::array<std::string_view, 18> kOfferedTags{
    "bridge",   "tunnel",  "layer", "oneway",  "surface",    "smoothness", "access", "junction",      "route",
    "duration", "service", "ford",  "amenity", "healthcare", "waterway",   "boat",   "motor_vehicle", "foot"};

/// The value of `key` in an hstore text; empty optional where it is not there or NULL. A text that is not well formed
/// is read as far as it is.
[[nodiscard]] std::optional<std::string> tag_value(std::string_view tags, std::string_view key);

}  // namespace desakota::io
