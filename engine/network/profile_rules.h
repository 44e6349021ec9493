#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/network/profile.h"

namespace desakota::network {

/// A line layer as far as its ways' rules go.
struct LayerWays {
    std::string label;  ///< for messages
    LayerRole role = LayerRole::Roads;
    const Profile* profile = nullptr;  ///< nullptr: the layer has no class field, or one that no profile knows
    std::string class_field;           ///< for messages
};

/// The field values of one way that decide how it is travelled; blank (or "0" for surface and access, as the national
/// map writes it) is unknown. Of OpenStreetMap ways, `class_value` is their `osm_class`.
struct WayTags {
    std::string class_value;
    std::string surface;
    std::string access;
    std::string duration;  ///< ferries: see parse_duration_min
};

/// What holds for all ways of a run.
struct RuleSettings {
    Mode mode = Mode::Motorcycle;
    Season season = Season::Dry;
    std::optional<double> default_speed_kmh;  ///< for road classes that the profile lacks
};

/// What there is to tell of a way, apart from its rule.
enum class WayRemark : std::uint8_t {
    None,
    UnknownClass,   ///< the profile lacks it: an error
    DefaultSpeed,   ///< the profile lacks it, and the default speed holds
    UnlistedClass,  ///< the profile lacks it, and takes such ways as impassable
    OtherKind,      ///< a way in a river layer that is no river, in a ferry layer that is no ferry: impassable
};
struct WayFinding {
    TravelRule rule;
    WayRemark remark = WayRemark::None;
    bool surface_is_unknown = false;
    bool duration_is_unreadable = false;
    bool is_closed = false;  ///< access=no
};

/// How one way is travelled.
///
///   * Without a profile every line of a road layer is passable ("road") at the default speed, if any.
///   * Rivers and ferries that no row names are travelled as the profile's first row of their kind; in a road layer
///     such rows count as well, except that rivers of OpenStreetMap are ways in river layers only (`osm_class`).
///   * The surface caps the row's speed, or closes it for a mode; a row that names its surface stands as it is.
///   * access=no closes a way in every mode. Private ways stay open: plantation and company roads are the only ones
///     that many settlements have.
///   * When walking, the default speed is never above the profile's walking speed.
[[nodiscard]] WayFinding find_rule(const LayerWays& layer, const WayTags& tags, const RuleSettings& settings);

/// The distinct travel rules of a run, and what there is to tell of the ways that led to them.
class RuleTable {
public:
    explicit RuleTable(RuleSettings settings) : settings_(settings) {}

    /// The index of the rule for `count` ways of these values; equal rules have one index. Looks up values it has seen;
    /// a caller with a million ways keeps the index for each distinct combination and passes the count, if it can.
    std::uint16_t rule_for(const LayerWays& layer, const WayTags& tags, std::size_t count = 1);

    [[nodiscard]] const std::vector<TravelRule>& rules() const { return rules_; }
    /// True where every passable rule has a speed or a duration: `--cost time` can be answered.
    [[nodiscard]] bool has_times() const;

    /// Whether a default speed was given and no way travels at it.
    [[nodiscard]] bool default_speed_is_unused() const;

    /// Tells what was found, layer by layer: class values that a profile lacks, in one error a layer that lists them
    /// with their counts; unlisted and closed ways, unknown surfaces and unreadable durations as warnings.
    void report(core::Diagnostics& diagnostics) const;

private:
    struct Seen {
        std::size_t layer = 0;
        WayTags tags;
        WayFinding finding;
        std::uint16_t rule = 0;
        std::size_t count = 0;
    };
    std::uint16_t index_of(const TravelRule& rule);
    std::size_t index_of(const LayerWays& layer);
    Seen& seen(const LayerWays& layer, const WayTags& tags);

    RuleSettings settings_;
    std::vector<TravelRule> rules_;
    std::vector<LayerWays> layers_;
    std::vector<Seen> seen_;  ///< in order of first use
    std::unordered_map<std::string, std::size_t> place_of_;
};

}  // namespace desakota::network
