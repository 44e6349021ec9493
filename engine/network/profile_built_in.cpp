// The built-in profiles: the embedded files of profiles/, read once.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "engine/network/embedded_text.h"
#include "engine/network/profile.h"
#include "engine/network/way_fields.h"

namespace desakota::network {
namespace {

Profile read_built_in(const std::string& file) {
    const std::string path = "profiles/" + file + ".toml";
    return parse_profile(path, embedded_text(path));
}

/// All rows of the parts; those of an earlier part win. What holds for the whole is taken from the first.
Profile combined(std::string name, std::initializer_list<const Profile*> parts) {
    Profile profile;
    profile.name = std::move(name);
    profile.unlisted_is_impassable = (*parts.begin())->unlisted_is_impassable;
    profile.walking_off_road_kmh = (*parts.begin())->walking_off_road_kmh;
    for (const auto* part : parts) {
        profile.ways.insert(profile.ways.end(), part->ways.begin(), part->ways.end());
        profile.surfaces.insert(profile.surfaces.end(), part->surfaces.begin(), part->surfaces.end());
    }
    index_rows(profile);
    return profile;
}

const std::array<Profile, 3>& built_in_profiles() {
    static const std::array<Profile, 3> profiles = [] {
        const auto surfaces = read_built_in("surfaces");
        const auto osm = read_built_in("osm");
        const auto rbi = read_built_in("rbi");
        const auto other = read_built_in("generic");
        return std::array{combined("osm", {&osm, &surfaces}), combined("rbi", {&rbi, &surfaces}),
                          combined("generic", {&other, &rbi, &osm, &surfaces})};
    }();
    return profiles;
}

bool has_class(const Profile& profile, const std::string& value) {
    return profile.find_way(normalised(value), "") != nullptr;
}

}  // namespace

const Profile* built_in_profile(std::string_view name) {
    const auto& profiles = built_in_profiles();
    const auto* found =
        std::find_if(profiles.begin(), profiles.end(), [&](const Profile& profile) { return profile.name == name; });
    return found == profiles.end() ? nullptr : found;
}

const Profile* built_in_profile_for(std::string_view field, const std::vector<std::string>& values) {
    constexpr std::array<std::string_view, 4> kOsmFields{"highway", "route", "railway", "waterway"};
    const auto name = normalised(field);
    if (std::find(kOsmFields.begin(), kOsmFields.end(), name) != kOsmFields.end()) return built_in_profile("osm");
    if (name == "remark") return built_in_profile("rbi");
    const auto* generic = built_in_profile("generic");
    const bool known =
        std::any_of(values.begin(), values.end(), [&](const auto& value) { return has_class(*generic, value); });
    return known ? generic : nullptr;
}

}  // namespace desakota::network
