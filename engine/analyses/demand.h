#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/analyses/way_rows.h"
#include "engine/network/demand_points.h"

namespace desakota::analyses {

/// How the places of a settlement's families were found: column `share_method`.
enum class ShareMethod : std::uint8_t { Roads, Homes, Population, Point };
[[nodiscard]] std::string_view share_method_code(ShareMethod method);

/// Where the families of each settlement are: points with their share of the settlement's families. The points of
/// settlement i are first[i] .. first[i + 1]; a settlement without location has none.
struct DemandPoints {
    std::vector<geo::GridPoint> places;
    std::vector<double> weights;  ///< above 0; sums to 1 for each settlement that has points
    std::vector<std::uint32_t> first{0};
    /// The point whose way is the row's: nearest (to 1 mm; of equally near ones the first) to the weighted mean of the
    /// settlement's points. network::kNone where there is none.
    std::vector<std::uint32_t> representatives;
    std::vector<ShareMethod> methods;

    [[nodiscard]] std::size_t settlement_count() const { return representatives.size(); }
    /// The representative places, settlement by settlement.
    [[nodiscard]] std::vector<std::optional<geo::GridPoint>> row_places() const;

    /// Adds a settlement with the places of `from`'s feature.
    void add(const network::WeightedPlaces& from, std::size_t feature, ShareMethod method);
    /// Adds a settlement with all its families at one place, or nowhere.
    void add_point(const std::optional<geo::GridPoint>& place);
};

/// The shares (0 to 1) of a settlement's families for which something holds; missing without location.
using Shares = std::vector<std::optional<double>>;

/// A rule that families live within a limit, as a search can tell.
struct LimitRule {
    const paths::Nearest& nearest;
    std::int64_t limit = 0;  ///< in the unit of the search's objective; as much as the limit is within
    /// The rows of the same search for the representative places, which then need not be asked for; else empty.
    std::span<const WayRow> rows;
};

/// A rule's answer for each settlement.
struct RuleFindings {
    std::vector<std::optional<std::int64_t>> cost;  ///< of the row's point; missing where not reached
    Shares beyond;       ///< reached but farther, beyond the cutoff, not connected, or without a road in reach
    Shares unconnected;  ///< not connected or without a road in reach
    Shares beyond_low;   ///< beyond, but not unconnected
};
[[nodiscard]] RuleFindings apply_rule(const LimitRule& rule, const DemandPoints& demand, const core::Parallel& parallel,
                                      core::Progress& progress);

/// Those farther than `limit` in a straight line from all of `places`.
[[nodiscard]] Shares shares_beyond_straight(const DemandPoints& demand, std::span<const geo::GridPoint> places,
                                            core::Millimetres limit, const core::Parallel& parallel,
                                            core::Progress& progress);

}  // namespace desakota::analyses
