#include "engine/network/way_fields_osm.h"

#include <array>
#include <optional>
#include <utility>

#include "engine/network/way_fields.h"

namespace desakota::network {
namespace {

constexpr std::array<std::pair<std::string_view, std::string OsmTags::*>, 12> kTags{{
    {"highway", &OsmTags::highway},
    {"route", &OsmTags::route},
    {"railway", &OsmTags::railway},
    {"waterway", &OsmTags::waterway},
    {"surface", &OsmTags::surface},
    {"access", &OsmTags::access},
    {"oneway", &OsmTags::oneway},
    {"junction", &OsmTags::junction},
    {"bridge", &OsmTags::bridge},
    {"tunnel", &OsmTags::tunnel},
    {"layer", &OsmTags::layer},
    {"duration", &OsmTags::duration},
}};

/// Takes one text in double quotes from the front; \" and \\ stand for themselves.
std::optional<std::string> take_quoted(std::string_view& text) {
    if (!text.starts_with('"')) return std::nullopt;
    std::string result;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return result;
        }
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        result += text[i];
    }
    return std::nullopt;
}

bool take(std::string_view& text, std::string_view wanted) {
    if (!text.starts_with(wanted)) return false;
    text.remove_prefix(wanted.size());
    return true;
}

void set_if_blank(OsmTags& tags, std::string_view key, std::string&& value) {
    for (const auto& [name, member] : kTags) {
        if (name != key) continue;
        if ((tags.*member).empty()) tags.*member = std::move(value);
        return;
    }
}

std::string keyed(std::string_view key, const std::string& value) {
    return value.empty() ? std::string{} : std::string{key} + "=" + normalised(value);
}

}  // namespace

void add_other_tags(std::string_view other_tags, OsmTags& tags) {
    while (true) {
        const auto key = take_quoted(other_tags);
        if (!key || !take(other_tags, "=>")) return;
        auto value = take_quoted(other_tags);
        if (!value) return;
        set_if_blank(tags, *key, std::move(*value));
        if (!take(other_tags, ",")) return;
    }
}

std::string osm_class(const OsmTags& tags, LayerRole role) {
    if (role == LayerRole::Rivers && !tags.waterway.empty()) return keyed("waterway", tags.waterway);
    if (normalised(tags.route) == "ferry") return "route=ferry";
    if (!tags.highway.empty()) return tags.highway;
    return keyed("railway", tags.railway);
}

}  // namespace desakota::network
