#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/network/profile.h"

namespace desakota::network {

/// A field value for comparing: lower case (A to Z), no blanks around it, single blanks inside.
[[nodiscard]] std::string normalised(std::string_view value);

/// Which way along its points a line may be travelled.
enum class Direction : std::uint8_t { Both, Forward, Backward };

/// What a user's own direction values mean (--value-forward, --value-backward, --value-both); letter case is ignored.
struct DirectionValues {
    std::vector<std::string> forward;
    std::vector<std::string> backward;
    std::vector<std::string> both;
};

/// The meaning of a direction value: the user's own values first, then yes, true, 1 (forward), -1 (backward), no,
/// false, 0, blank, reversible and alternating (both ways, since each direction is open at some time). Missing where
/// the value is unknown.
[[nodiscard]] std::optional<Direction> parse_direction(std::string_view value, const DirectionValues& values = {});

/// What of a way decides its direction; blank where a layer has no such field.
struct WayDirection {
    std::string_view direction;
    std::string_view junction;
    std::string_view class_value;
};

/// As `parse_direction`; where the direction is blank, a roundabout (junction roundabout or circular) and a motorway
/// are one-way along their points. One-way does not bind walking. Missing where the value is unknown, in any mode.
[[nodiscard]] std::optional<Direction> direction_of(const WayDirection& way, Mode mode,
                                                    const DirectionValues& values = {});

/// A level (OSM `layer`): a whole number, 0 where blank. Missing where the value is no whole number.
[[nodiscard]] std::optional<int> parse_level(std::string_view value);

/// True for a bridge or tunnel field (yes, true, 1, viaduct, culvert, ya ...): everything but blank, no, false, 0,
/// none and their Indonesian words.
[[nodiscard]] bool says_yes(std::string_view value);

/// True where the field `join` marks a join line of a mended file: the number 1.
[[nodiscard]] bool is_join(std::string_view value);

/// Minutes of a ferry crossing: "00:20" (hours and minutes), "1:30:00", "PT1H30M" or plain minutes. Missing where it
/// is none of these or not above 0.
[[nodiscard]] std::optional<double> parse_duration_min(std::string_view value);

/// Values that were met, with how often.
class ValueCounts {
public:
    void add(std::string_view value, std::size_t count = 1);
    [[nodiscard]] bool empty() const { return counts_.empty(); }
    [[nodiscard]] std::size_t total() const;
    /// "dirt road" (12), empty (3): the most frequent first, at most kShown, the others counted. `blank` stands for
    /// values without a letter.
    [[nodiscard]] core::Text listing(const core::Text& blank = {"empty", "kosong"}) const;

private:
    static constexpr std::size_t kShown = 20;
    std::map<std::string, std::size_t, std::less<>> counts_;
};

/// Whether the user named a field or the run found it by its usual name.
enum class FieldOrigin : std::uint8_t { Named, Found };

/// Reports direction values that are unknown: an error where the user named the field, else a warning, since the
/// ways are then taken as open both ways. Does nothing where there are none.
void report_unknown_directions(const ValueCounts& unknown, std::string_view layer, std::string_view field,
                               FieldOrigin origin, core::Diagnostics& diagnostics);

}  // namespace desakota::network
