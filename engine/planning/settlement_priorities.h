#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"

namespace desakota::planning {

/// What policy asks of every settlement.
enum class Threshold : std::uint8_t { Health, Time, Poverty, Food, Connection };

/// One threshold over all settlements: a value a settlement, missing where nothing is known.
struct ThresholdFindings {
    Threshold threshold = Threshold::Health;
    double weight = 1.0;                           ///< points for missing it; 0: not counted
    std::vector<std::optional<bool>> missed;       ///< true: missed; false: met
    std::vector<std::optional<double>> concerned;  ///< families; of those that miss it
};

/// Whether the health threshold is missed: by the majority of the families where their share is known, else by the
/// settlement's own way. A settlement without a way to any facility (`reached` false) misses it.
struct HealthFacts {
    std::optional<double> share_beyond;  ///< of families, 0 to 1
    std::optional<double> way_m;         ///< the shortest way
    std::optional<bool> reached;         ///< missing: not known whether there is a way
};
[[nodiscard]] std::optional<bool> misses_health(const HealthFacts& facts, double threshold_m);
/// The same by the time that the fastest way takes.
struct TimeFacts {
    std::optional<double> share_beyond;  ///< of families, 0 to 1
    std::optional<double> way_min;       ///< the fastest way
    std::optional<bool> reached;         ///< missing: not known whether there is a way
};
[[nodiscard]] std::optional<bool> misses_time(const TimeFacts& facts, double threshold_min);
/// Whether the share of the poor is above the area's own.
[[nodiscard]] std::optional<bool> misses_poverty(std::optional<double> share, std::optional<double> area_share);
/// Whether a class of food security is worse than `least` ("fairly_secure": cukup tahan). `classes` are all codes, the
/// best first. Missing where the code is not among them.
[[nodiscard]] std::optional<bool> misses_food(std::optional<std::string_view> code, std::string_view least,
                                              std::span<const std::string> classes);
/// Whether a settlement is cut off, from the status of its way: "not_connected" and "no_road_in_reach" are; other
/// ways that were looked for are not; "no_geometry" is not known.
[[nodiscard]] std::optional<bool> misses_connection(std::optional<std::string_view> status);

/// Who is who: for the last order of the list.
struct SettlementNames {
    std::vector<std::string> names;
    std::vector<std::string> ids;
};

/// A settlement that misses a threshold.
struct RankedSettlement {
    std::size_t settlement = 0;
    double score = 0.0;               ///< the weights of the thresholds that it misses, added up
    std::vector<std::size_t> missed;  ///< indices of the findings, in their order
    std::size_t unknown = 0;          ///< thresholds of which nothing is known here
    std::optional<double> families;   ///< the largest number that one missed threshold concerns: none counts twice
};

struct Ranking {
    std::vector<RankedSettlement> entries;  ///< those that miss one at least
    std::size_t none_missed = 0;            ///< settlements that meet all that is known of them
    std::size_t unknown = 0;                ///< settlements of which no threshold is known
};

/// The priority list: most points first, then most families concerned (unknown numbers last), then name, then id.
/// Thresholds of weight 0 are left out.
[[nodiscard]] Ranking rank_settlements(std::span<const ThresholdFindings> findings, const SettlementNames& names);

/// The threshold as the list names it: "puskesmas too far".
[[nodiscard]] core::Text threshold_title(Threshold threshold);

}  // namespace desakota::planning
