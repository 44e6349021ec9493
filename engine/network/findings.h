#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "engine/network/components.h"
#include "engine/network/road_network.h"

namespace desakota::network {

/// What cleaning decided, or what of the data is doubtful.
enum class FindingKind : std::uint8_t {
    GapJoined,                 ///< two ends within the tolerance, joined
    TGapJoined,                ///< an end within the tolerance of another line's interior, joined
    CrossingJoined,            ///< a crossing without a shared vertex, joined
    CrossingNotJoined,         ///< the same, with cleaning off
    CrossingLevelsDiffer,      ///< a crossing on different levels, not joined
    CrossingKeptApart,         ///< one is a river, ferry, railway or controlled-access road: not joined
    SharedVertexLevelsDiffer,  ///< lines pass through one vertex on different levels, not joined
    TLevelsDiffer,             ///< as TGapJoined, but on different levels, not joined
    Boarding,                  ///< a road's end joined to a river or ferry
    NearMiss,                  ///< a dead end near another line beyond the tolerance, not joined
    Duplicate,                 ///< two lines take one course for a while
    Overshoot,                 ///< a dead end a little beyond a junction
    ZeroLength,                ///< a line without length
    ShortLine,                 ///< a line shorter than kShortLine
    IsolatedComponent,         ///< a component other than the longest, at its place nearest to that one
    ShortcutJoined,            ///< as GapJoined or TGapJoined, where a short way leads already: no gap in the data
};
inline constexpr std::size_t kFindingKinds = 16;

/// Information: dealt with, or meant so. Warning: worth a look. Critical: something may be cut off by a fault.
enum class FindingSeverity : std::uint8_t { Information, Warning, Critical };

/// A place on a line; kNone where there is no second line.
struct PlaceOnLine {
    std::uint32_t line = kNone;
    std::uint32_t segment = 0;
    double t = 0.0;  ///< share of the segment
    auto operator<=>(const PlaceOnLine&) const = default;
};
[[nodiscard]] geo::GridPoint place_of(const Lines& lines, const PlaceOnLine& on_line);

struct Finding {
    FindingKind kind = FindingKind::GapJoined;
    FindingSeverity severity = FindingSeverity::Information;
    geo::GridPoint place;
    std::optional<double> metres;  ///< width of the gap, or length of what is doubtful
    PlaceOnLine a;                 ///< whose end, or the first of two
    PlaceOnLine b;

    /// Whether it is a break: a gap that is not joined and that mending would close.
    [[nodiscard]] bool is_break() const {
        return kind == FindingKind::NearMiss || kind == FindingKind::IsolatedComponent;
    }
};

inline constexpr double kShortLine = 1.0;  ///< metres
inline constexpr double kNearMiss = 50.0;  ///< metres, widest

/// Every decision of cleaning and every doubtful place, sorted by kind, line and position; nothing of lines that nobody
/// can travel.
///
///   * Each end counts once: of the joins of one end, or of ends at one place, the shortest that adds a connection.
///   * A join of an end at which other lines meet, to a place to which a way shorter than kNearbyFactor times its
///     length, or kNearby metres, leads without any join, is a shortcut, no gap.
///   * A near miss is the dead end of a passable road within kNearMiss of another (a controlled-access road: within the
///     tolerance) to which no way shorter than kNearbyFactor times the gap, or kNearby metres, leads already.
///   * Isolated components are those of `components`, one finding each.
/// `options` are those with which the network was built.
inline constexpr double kNearbyFactor = 10.0;
inline constexpr double kNearby = 200.0;
[[nodiscard]] std::vector<Finding> find_findings(const RoadNetwork& network, const NetworkOptions& options,
                                                 const Components& components, const core::Parallel& parallel,
                                                 core::Progress& progress);

/// "gap_joined": stable, never translated.
[[nodiscard]] std::string_view finding_code(FindingKind kind);
/// "information", "warning", "critical".
[[nodiscard]] std::string_view severity_code(FindingSeverity severity);
/// A few words: "gap between two ends, joined".
[[nodiscard]] const core::Text& finding_title(FindingKind kind);
/// What was done about it, and what to do in QGIS.
[[nodiscard]] const core::Text& finding_decision(FindingKind kind);
[[nodiscard]] const core::Text& finding_advice(FindingKind kind);

}  // namespace desakota::network
