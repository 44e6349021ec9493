#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/analyses/settlements.h"
#include "engine/analyses/way_rows.h"

namespace desakota::analyses {

/// How the places of a settlement's families were found: column `share_method`.
enum class ShareMethod : std::uint8_t { Point };
[[nodiscard]] std::string_view share_method_code(ShareMethod method);

/// Where the families of each settlement are: points with their share of the settlement's families. The points of
/// settlement i are first[i] .. first[i + 1]; a settlement without location has none.
struct DemandPoints {
    std::vector<geo::GridPoint> places;
    std::vector<double> weights;  ///< sums to 1 for each settlement that has points
    std::vector<std::uint32_t> first{0};
    /// The point whose way is the row's; network::kNone where there is none.
    std::vector<std::uint32_t> representatives;
    std::vector<ShareMethod> methods;

    [[nodiscard]] std::size_t settlement_count() const { return representatives.size(); }
    /// The representative places, settlement by settlement.
    [[nodiscard]] std::vector<std::optional<geo::GridPoint>> row_places() const;
};

/// All families of a settlement at its own place.
[[nodiscard]] DemandPoints demand_at_places(const Settlements& settlements);

/// What a search says of one demand point.
struct Answer {
    paths::WayStatus status = paths::WayStatus::NoRoadInReach;
    std::int64_t cost = core::kUnreachable;
};
/// The answers for all demand points. Where `rows` are those of the same search for the representative places, their
/// answers are taken from there; otherwise empty.
[[nodiscard]] std::vector<Answer> find_answers(const paths::Nearest& nearest, const DemandPoints& demand,
                                               std::span<const WayRow> rows, const SearchSetting& setting,
                                               core::Progress& progress);

/// The shares (0 to 1) of a settlement's families for which something holds; missing without location.
using Shares = std::vector<std::optional<double>>;
/// Those that are not within `limit` (in the unit of the search): reached but farther, beyond the cutoff, not
/// connected, or without a road in reach.
[[nodiscard]] Shares shares_beyond(const DemandPoints& demand, std::span<const Answer> answers, std::int64_t limit);
/// Those that are not connected or have no road in reach.
[[nodiscard]] Shares shares_unconnected(const DemandPoints& demand, std::span<const Answer> answers);
/// Those that are reached but farther than `limit`, or beyond the cutoff.
[[nodiscard]] Shares shares_beyond_low(const DemandPoints& demand, std::span<const Answer> answers, std::int64_t limit);
/// Those farther than `limit` in a straight line from all of `places`.
[[nodiscard]] Shares shares_beyond_straight(const DemandPoints& demand, std::span<const geo::GridPoint> places,
                                            core::Millimetres limit);

}  // namespace desakota::analyses
