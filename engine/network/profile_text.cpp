// parse_profile: the text of a profile file to a Profile.
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "engine/config/config.h"
#include "engine/config/reader.h"
#include "engine/core/diagnostics.h"
#include "engine/core/error.h"
#include "engine/network/profile.h"
#include "engine/network/way_fields.h"

namespace desakota::network {
namespace {

using config::Reader;

constexpr std::array<std::string_view, kModes> kModeKeys{"walking", "motorcycle", "car"};
constexpr double kFastestKmh = 200.0;
constexpr double kLongestMin = 1440.0;

/// "no" or a speed; missing where the key is.
std::optional<Travel> read_travel(Reader& row, const std::string& key) {
    const auto* value = row.table().find(key);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
    if (text != nullptr && normalised(*text) == "no") {
        (void)row.value(key);
        return Travel{false, std::nullopt};
    }
    constexpr double kSlowestKmh = 0.1;
    const auto speed = row.number(key, kSlowestKmh, kFastestKmh);
    if (value == nullptr || !speed) return std::nullopt;
    return Travel{true, speed};
}

/// One key for both seasons, the key with `_wet` for the wet one alone; `missing` where neither is there.
void read_mode(Reader& row, std::size_t mode, Travel missing, TravelTable& table) {
    const std::string key{kModeKeys.at(mode)};
    const auto dry = read_travel(row, key).value_or(missing);
    table[0].at(mode) = dry;
    table[1].at(mode) = read_travel(row, key + "_wet").value_or(dry);
}

void close_season(TravelTable& table, Season season) {
    table.at(static_cast<std::size_t>(season)).fill(Travel{false, std::nullopt});
}

TravelTable read_travel_table(Reader& row, Travel missing) {
    TravelTable table;
    for (std::size_t mode = 0; mode < kModes; ++mode) read_mode(row, mode, missing, table);
    if (!row.yes_no("passable_dry").value_or(true)) close_season(table, Season::Dry);
    if (!row.yes_no("passable_wet").value_or(true)) close_season(table, Season::Wet);
    return table;
}

WayKind read_kind(Reader& row) {
    const std::vector<std::string> names{"road", "river", "ferry", "railway", "controlled_access"};
    const auto name = row.choice("kind", names).value_or("road");
    return static_cast<WayKind>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// A boat serves its way in each mode: what the modes' own keys do not say, the boat's do.
Travel read_boat(Reader& row, WayRow& way) {
    const auto boat = read_travel(row, "boat");
    way.duration_min = row.number("duration_min", 0.1, kLongestMin);
    way.boarding_wait_min = row.number("boarding_wait_min", 0.0, kLongestMin).value_or(0.0);
    return boat.value_or(Travel{way.duration_min.has_value(), std::nullopt});
}

core::Text read_label(Reader& row) {
    if (auto label = row.bilingual("label")) return *std::move(label);
    if (row.table().find("label") == nullptr) {
        row.error(row.table().line,
                  {"the row has no `label`; add label = { en = \"...\", id = \"...\" }.",
                   "baris ini tidak punya `label`; tambahkan label = { en = \"...\", id = \"...\" }."});
    }
    return {};
}

WayRow read_way(Reader& row) {
    WayRow way;
    way.line = row.table().line;
    way.classes = row.texts("class");
    way.surfaces = row.texts("surface");
    if (way.classes.empty()) {
        row.error(way.line, {"the row has no `class`; add class = [\"...\"].",
                             "baris ini tidak punya `class`; tambahkan class = [\"...\"]."});
    }
    way.label = read_label(row);
    way.kind = read_kind(row);
    const bool by_boat = way.kind == WayKind::River || way.kind == WayKind::Ferry;
    way.travel = read_travel_table(row, by_boat ? read_boat(row, way) : Travel{false, std::nullopt});
    way.holds_homes = row.yes_no("holds_homes").value_or(way.kind == WayKind::Road);
    way.keeps_label = row.yes_no("keeps_label").value_or(false);
    row.finish();
    return way;
}

SurfaceRow read_surface(Reader& row) {
    SurfaceRow surface;
    surface.line = row.table().line;
    surface.values = row.texts("surface");
    surface.label = row.bilingual("label");
    surface.at_most = read_travel_table(row, Travel{true, std::nullopt});
    row.finish();
    return surface;
}

/// A value that two rows of one file name is a fault of that file.
void reject_repeated(Reader& root, const Profile& profile) {
    std::set<std::pair<std::string, std::string>> ways;
    for (const auto& row : profile.ways) {
        for (const auto& class_value : row.classes) {
            const auto surfaces = row.surfaces.empty() ? std::vector<std::string>{""} : row.surfaces;
            for (const auto& surface : surfaces) {
                if (ways.emplace(normalised(class_value), normalised(surface)).second) continue;
                root.error(row.line, core::format_text("the class \"{0}\" already has a row above. Keep one.",
                                                       "kelas \"{0}\" sudah ada di baris sebelumnya. Sisakan satu.",
                                                       class_value));
            }
        }
    }
    std::set<std::string> surfaces;
    for (const auto& row : profile.surfaces) {
        for (const auto& value : row.values) {
            if (surfaces.insert(normalised(value)).second) continue;
            root.error(row.line,
                       core::format_text("the surface \"{0}\" already has a row above. Keep one.",
                                         "permukaan \"{0}\" sudah ada di baris sebelumnya. Sisakan satu.", value));
        }
    }
}

void add_base(Reader& root, Profile& profile) {
    const auto name = root.choice("based_on", {"osm", "rbi", "generic"});
    const auto unlisted = root.choice("unlisted", {"error", "impassable"});
    const Profile* base = name ? built_in_profile(*name) : nullptr;
    if (base != nullptr) {
        profile.ways.insert(profile.ways.end(), base->ways.begin(), base->ways.end());
        profile.surfaces.insert(profile.surfaces.end(), base->surfaces.begin(), base->surfaces.end());
        profile.unlisted_is_impassable = base->unlisted_is_impassable;
        profile.walking_off_road_kmh = base->walking_off_road_kmh;
    }
    if (unlisted) profile.unlisted_is_impassable = *unlisted == "impassable";
}

}  // namespace

Profile parse_profile(std::string_view name, std::string_view text) {
    const auto document = config::parse_toml(name, text);
    config::expect_format(name, document);
    core::Diagnostics faults;
    Reader root{std::string{name}, document, faults};
    (void)root.value("format");
    Profile profile;
    profile.name = name;
    for (auto& row : root.tables("way")) profile.ways.push_back(read_way(row));
    for (auto& row : root.tables("surface")) profile.surfaces.push_back(read_surface(row));
    reject_repeated(root, profile);
    add_base(root, profile);
    constexpr double kSlowestWalkKmh = 0.5;
    constexpr double kFastestWalkKmh = 15.0;
    const auto walking = root.number("walking_off_road", kSlowestWalkKmh, kFastestWalkKmh);
    if (walking) profile.walking_off_road_kmh = *walking;
    root.finish();
    faults.throw_errors();
    index_rows(profile);
    return profile;
}

}  // namespace desakota::network
