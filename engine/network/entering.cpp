#include "engine/network/entering.h"

namespace desakota::network {

bool may_enter(const RoadNetwork& network, std::uint32_t line) {
    const auto kind = network.lines.attributes[line].kind;
    if (kind == WayKind::River && network.has_landings) return false;
    return kind != WayKind::Railway && kind != WayKind::ControlledAccess && network.rule_of(line).passable;
}

bool is_entered_at_ends_only(const RoadNetwork& network, std::uint32_t line) {
    const auto& attributes = network.lines.attributes[line];
    return attributes.bridge || attributes.tunnel || attributes.join || attributes.kind == WayKind::Ferry;
}

}  // namespace desakota::network
