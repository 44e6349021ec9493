#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/text.h"

namespace desakota::network {

enum class Mode : std::uint8_t { Walking, Motorcycle, Car };
enum class Season : std::uint8_t { Dry, Wet };
inline constexpr std::size_t kModes = 3;
inline constexpr std::size_t kSeasons = 2;

/// What sort of way a line is, as far as joining and boarding go (Jalan Tol and motorways are controlled-access).
enum class WayKind : std::uint8_t { Road, River, Ferry, Railway, ControlledAccess };

/// A layer's part in a run, as the user gave it: `--roads`, `--rivers` or `--ferries`.
enum class LayerRole : std::uint8_t { Roads, Rivers, Ferries };

/// How one sort of way is travelled in one mode and season.
struct TravelRule {
    core::Text label;  ///< what `reason` sums kilometres by: the surface where it is known, else the class
    WayKind kind = WayKind::Road;
    bool passable = true;
    std::optional<double> speed_kmh;     ///< missing: no times are known, or `duration_min` holds instead
    double boarding_wait_min = 0.0;      ///< once a change onto a way of this rule
    std::optional<double> duration_min;  ///< of one whole line (a ferry crossing); takes precedence over the speed
    bool holds_homes = true;             ///< families of a polygon are spread along it
    bool operator==(const TravelRule&) const = default;
};

/// A speed in km/h; impassable means none. As a surface's cap, a missing speed is no cap.
struct Travel {
    bool passable = true;
    std::optional<double> speed_kmh;
};
using TravelTable = std::array<std::array<Travel, kModes>, kSeasons>;

/// One [[way]] of a profile. Classes and surfaces are compared as `normalised` (way_fields.h).
struct WayRow {
    std::vector<std::string> classes;
    std::vector<std::string> surfaces;  ///< empty: any surface, and the surface's cap applies
    core::Text label;
    WayKind kind = WayKind::Road;
    TravelTable travel;
    double boarding_wait_min = 0.0;
    std::optional<double> duration_min;
    bool holds_homes = true;
    bool keeps_label = false;  ///< the label stands even where the surface is known ("path")
    int line = 0;              ///< in the profile's text
};

/// One [[surface]] of a profile: values that mean the same, and the speeds they allow at most. Without a label they
/// say nothing of the surface.
struct SurfaceRow {
    std::vector<std::string> values;
    std::optional<core::Text> label;
    TravelTable at_most;
    int line = 0;
};

/// The speed a person walks on and off road where no profile says another, km/h.
inline constexpr double kWalkingKmh = 5.0;

/// A cost profile: how each class of way is travelled. Made by `parse_profile` or `built_in_profile`.
struct Profile {
    std::string name;
    /// A class value that no row names makes a way impassable (OpenStreetMap) rather than being an error.
    bool unlisted_is_impassable = false;
    double walking_off_road_kmh = kWalkingKmh;
    std::vector<WayRow> ways;
    std::vector<SurfaceRow> surfaces;

    /// Rows by class and surface ("" for any), and by surface value.
    std::map<std::pair<std::string, std::string>, std::size_t> way_of;
    std::map<std::string, std::size_t, std::less<>> surface_of;

    /// The row of a normalised class value, the one for its surface first; "railway=rail" also finds "railway=*".
    /// nullptr where there is none.
    [[nodiscard]] const WayRow* find_way(const std::string& class_value, const std::string& surface) const;
    /// The row of a normalised surface value, or nullptr.
    [[nodiscard]] const SurfaceRow* find_surface(std::string_view surface) const;
    [[nodiscard]] const WayRow* first_of(WayKind kind) const;
};

/// Fills `way_of` and `surface_of` from the rows; where several rows name a value, the first holds.
void index_rows(Profile& profile);

/// Reads a profile file (TOML, format 1; see profiles/rbi.toml for the keys). `based_on = "osm"` (or "rbi",
/// "generic") adds the built-in profile's rows after the file's own, which win. All faults are thrown together as
/// core::Error (unfit input), each with `name` and its line.
[[nodiscard]] Profile parse_profile(std::string_view name, std::string_view text);

/// The built-in profile of that name ("osm", "rbi", "generic"), or nullptr.
[[nodiscard]] const Profile* built_in_profile(std::string_view name);

/// The built-in profile for a layer's class field: osm for OpenStreetMap's `highway` (or `route`, `railway`,
/// `waterway`), rbi for the national map's `REMARK`, generic for any other field that holds at least one of its
/// classes among `values`; nullptr otherwise: then no times are known.
[[nodiscard]] const Profile* built_in_profile_for(std::string_view field, const std::vector<std::string>& values);

}  // namespace desakota::network
