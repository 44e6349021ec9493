#include "engine/network/profile.h"

#include <algorithm>

#include "engine/network/way_fields.h"

namespace desakota::network {
namespace {

/// "railway=tram" is also found as "railway=*".
std::string any_of_its_key(const std::string& class_value) {
    const auto equals = class_value.find('=');
    return equals == std::string::npos ? class_value : class_value.substr(0, equals + 1) + "*";
}

/// "" stands for any surface.
std::vector<std::string> surface_keys(const WayRow& row) {
    return row.surfaces.empty() ? std::vector<std::string>{""} : row.surfaces;
}

}  // namespace

void index_rows(Profile& profile) {
    profile.way_of.clear();
    profile.surface_of.clear();
    for (std::size_t i = 0; i < profile.ways.size(); ++i) {
        for (const auto& class_value : profile.ways[i].classes) {
            for (const auto& surface : surface_keys(profile.ways[i])) {
                profile.way_of.emplace(std::pair{normalised(class_value), normalised(surface)}, i);
            }
        }
    }
    for (std::size_t i = 0; i < profile.surfaces.size(); ++i) {
        for (const auto& value : profile.surfaces[i].values) profile.surface_of.emplace(normalised(value), i);
    }
}

const WayRow* Profile::find_way(const std::string& class_value, const std::string& surface) const {
    for (const auto& key : {class_value, any_of_its_key(class_value)}) {
        for (const auto& wanted : {surface, std::string{}}) {
            if (const auto found = way_of.find({key, wanted}); found != way_of.end()) return &ways[found->second];
        }
    }
    return nullptr;
}

const SurfaceRow* Profile::find_surface(std::string_view surface) const {
    const auto found = surface_of.find(surface);
    return found == surface_of.end() ? nullptr : &surfaces[found->second];
}

const WayRow* Profile::first_of(WayKind kind) const {
    const auto found = std::find_if(ways.begin(), ways.end(), [&](const WayRow& row) { return row.kind == kind; });
    return found == ways.end() ? nullptr : &*found;
}

}  // namespace desakota::network
