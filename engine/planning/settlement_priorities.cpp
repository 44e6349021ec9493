#include "engine/planning/settlement_priorities.h"

#include <algorithm>
#include <tuple>

namespace desakota::planning {
namespace {

constexpr double kMajority = 0.5;

bool counts(const ThresholdFindings& findings) {
    return findings.weight > 0.0;
}

/// What the list says of one settlement, whether it misses anything or not.
RankedSettlement look_at(std::span<const ThresholdFindings> findings, std::size_t settlement) {
    RankedSettlement row;
    row.settlement = settlement;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!counts(findings[i])) continue;
        const auto& missed = findings[i].missed[settlement];
        if (!missed) {
            ++row.unknown;
        } else if (*missed) {
            row.missed.push_back(i);
            row.score += findings[i].weight;
            const auto& families = findings[i].concerned[settlement];
            if (families) row.families = std::max(row.families.value_or(0.0), *families);
        }
    }
    return row;
}

}  // namespace

std::optional<bool> misses_health(const HealthFacts& facts, double threshold_m) {
    if (facts.share_beyond) return *facts.share_beyond > kMajority;
    if (facts.way_m) return *facts.way_m > threshold_m;
    if (facts.reached && !*facts.reached) return true;
    return std::nullopt;
}

std::optional<bool> misses_time(const TimeFacts& facts, double threshold_min) {
    return misses_health({facts.share_beyond, facts.way_min, facts.reached}, threshold_min);
}

std::optional<bool> misses_poverty(std::optional<double> share, std::optional<double> area_share) {
    if (!share || !area_share) return std::nullopt;
    return *share > *area_share;
}

std::optional<bool> misses_food(std::optional<std::string_view> code, std::string_view least,
                                std::span<const std::string> classes) {
    if (!code) return std::nullopt;
    const auto place = std::ranges::find(classes, *code);
    const auto limit = std::ranges::find(classes, least);
    if (place == classes.end() || limit == classes.end()) return std::nullopt;
    return place > limit;
}

std::optional<bool> misses_connection(std::optional<std::string_view> status) {
    if (!status || *status == "no_geometry") return std::nullopt;
    return *status == "not_connected" || *status == "no_road_in_reach";
}

Ranking rank_settlements(std::span<const ThresholdFindings> findings, const SettlementNames& names) {
    Ranking ranking;
    const auto asked = static_cast<std::size_t>(std::ranges::count_if(findings, counts));
    for (std::size_t settlement = 0; settlement < names.ids.size(); ++settlement) {
        auto row = look_at(findings, settlement);
        if (row.unknown == asked) {
            ++ranking.unknown;
        } else if (row.missed.empty()) {
            ++ranking.none_missed;
        } else {
            ranking.entries.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(ranking.entries, [&](const RankedSettlement& a, const RankedSettlement& b) {
        const auto order = [&](const RankedSettlement& row) {
            return std::tuple(-row.score, !row.families, -row.families.value_or(0.0),
                              std::string_view(names.names[row.settlement]),
                              std::string_view(names.ids[row.settlement]));
        };
        return order(a) < order(b);
    });
    return ranking;
}

core::Text threshold_title(Threshold threshold) {
    switch (threshold) {
        case Threshold::Health:
            return {"health facility too far", "fasilitas kesehatan terlalu jauh"};
        case Threshold::Time:
            return {"health facility takes too long to reach", "perjalanan ke fasilitas kesehatan terlalu lama"};
        case Threshold::Poverty:
            return {"more poor than in the whole area", "lebih miskin daripada rata-rata kawasan"};
        case Threshold::Food:
            return {"food class below fairly secure", "kelas pangan di bawah cukup tahan"};
        case Threshold::Connection:
            break;
    }
    return {"not connected by road", "tidak tersambung jalan"};
}

}  // namespace desakota::planning
