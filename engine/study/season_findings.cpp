#include "engine/study/season_findings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/study/settlement_rows.h"
#include "engine/study/shown_values.h"

namespace desakota::study {
namespace {

using analyses::fill_text;
using analyses::grouped;
using core::Text;
using layers::Layer;

constexpr double kLeastChange = 1.0;  // minutes
constexpr double kSecondsOfMinute = 60.0;

std::optional<double> total_of(const RunResult& run, const std::string& column) {
    const auto* summary = companion_of(run, "_summary");
    return summary == nullptr ? std::nullopt : number_in(*summary, column, total_row(*summary));
}

/// The families of the area beyond a threshold, in two seasons.
struct SeasonFamilies {
    double first = 0.0;
    double other = 0.0;

    [[nodiscard]] bool is_same() const { return std::round(first) == std::round(other); }
};

std::optional<SeasonFamilies> families_of(const RunResult& first, const RunResult& other, const std::string& column) {
    const auto families = total_of(first, column);
    const auto others = total_of(other, column);
    if (!families || !others) return std::nullopt;
    return SeasonFamilies{std::round(*families), std::round(*others)};
}

Text change_text(const SeasonFamilies& families) {
    const auto change = families.other - families.first;
    return change > 0.0 ? fill_text("{} more", "{} lebih banyak", grouped(change))
                        : fill_text("{} fewer", "{} lebih sedikit", grouped(-change));
}

Text season_sentence(const RunResult& first, const RunResult& other, const SeasonFamilies& families,
                     const Text& beyond) {
    return fill_text("{}: {} families live {}; {}: {} ({}).", "{}: {} keluarga tinggal {}; {}: {} ({}).",
                     season_title(first), grouped(families.first), beyond, season_words(other), grouped(families.other),
                     change_text(families));
}

Text beyond_minutes(double minutes) {
    return fill_text("more than {} from a health facility", "lebih dari {} dari fasilitas kesehatan",
                     minutes_text(minutes));
}

/// Of the study's only season, or of several in which it is the same.
void add_time_rule(std::vector<Text>& findings, const RunResult& health, double minutes) {
    const auto families = total_of(health, "families_beyond_time");
    const auto share = total_of(health, "share_beyond_time");
    if (!families || !share) return;
    findings.push_back(fill_text("Travel time: {} families ({}) live {}.", "Waktu tempuh: {} keluarga ({}) tinggal {}.",
                                 grouped(*families), analyses::percent_text(*share), beyond_minutes(minutes)));
}

/// How much longer the way of a settlement takes in the other season.
struct LongerWay {
    double minutes = 0.0;
    std::size_t row = 0;
};
struct TimeChange {
    std::vector<LongerWay> longer;  ///< the least first
    std::size_t compared = 0;       ///< settlements with a time in both seasons
};

std::optional<double> minutes_in(const Layer& layer, std::size_t row) {
    const auto fastest = number_in(layer, "fastest_min", row);
    return fastest ? fastest : number_in(layer, "total_min", row);
}

TimeChange time_change(const RunResult& first, const RunResult& other) {
    TimeChange change;
    const auto* before = settlement_layer(first);
    const auto* after = settlement_layer(other);
    if (before == nullptr || after == nullptr || before->row_count != after->row_count) return change;
    for (std::size_t row = 0; row < before->row_count; ++row) {
        const auto usual = minutes_in(*before, row);
        const auto found = minutes_in(*after, row);
        if (!usual || !found) continue;
        ++change.compared;
        if (*found - *usual >= kLeastChange) change.longer.push_back({*found - *usual, row});
    }
    std::ranges::stable_sort(change.longer, {}, &LongerWay::minutes);
    return change;
}

double median(const std::vector<LongerWay>& sorted) {
    const auto middle = sorted.size() / 2;
    if (sorted.size() % 2 == 1) return sorted[middle].minutes;
    return (sorted[middle - 1].minutes + sorted[middle].minutes) / 2.0;
}

Text duration(double minutes) {
    return analyses::duration_text(core::to_thousandths(std::round(minutes) * kSecondsOfMinute));
}

std::string name_of(const RunResult& run, std::size_t row) {
    const auto* layer = settlement_layer(run);
    const auto name = text_in(*layer, "settlement_name", row);
    return std::string(name ? *name : text_in(*layer, "settlement_id", row).value_or(""));
}

Text longer_sentence(const RunResult& other, const TimeChange& change) {
    const auto most = change.longer.back();
    const auto name = core::same_text(name_of(other, most.row));
    const auto season = season_title(other);
    if (change.longer.size() == 1) {
        return fill_text("{}: the way to a health facility from {} takes {} longer.",
                         "{}: perjalanan ke fasilitas kesehatan dari {} {} lebih lama.", season, name,
                         duration(most.minutes));
    }
    return fill_text(
        "{}: the way to a health facility takes longer from {} of {} settlements, by {} in the middle of them, at most "
        "by "
        "{} ({}).",
        "{}: perjalanan ke fasilitas kesehatan dari {} dari {} permukiman lebih lama, dengan median {}, paling banyak "
        "{} "
        "({}).",
        season, grouped(static_cast<double>(change.longer.size())), grouped(static_cast<double>(change.compared)),
        duration(median(change.longer)), duration(most.minutes), name);
}

void add_season(std::vector<Text>& findings, std::size_t answer, const RunResult& first, const RunResult& other) {
    const auto by_distance = families_of(first, other, "families_beyond");
    const auto by_time = families_of(first, other, "families_beyond_time");
    const auto minutes = number_parameter(first, "threshold-min");
    const auto change = time_change(first, other);
    const bool is_slower = !change.longer.empty();
    if (by_distance && !by_distance->is_same()) {
        findings.push_back(
            season_sentence(first, other, *by_distance, {"beyond the distance threshold", "di luar ambang jarak"}));
    } else if (by_distance) {
        findings[answer] =
            findings[answer] +
            (is_slower ? fill_text(" In the {} as many, though the ways take longer.",
                                   " Pada {} jumlahnya sama, tetapi perjalanannya lebih lama.", season_words(other))
                       : fill_text(" In the {} as many.", " Pada {} sama banyaknya.", season_words(other)));
    }
    if (by_time && minutes && !by_time->is_same()) {
        findings.push_back(season_sentence(first, other, *by_time, beyond_minutes(*minutes)));
    } else if (by_time && minutes) {
        add_time_rule(findings, first, *minutes);
    }
    if (is_slower) findings.push_back(longer_sentence(other, change));
}

}  // namespace

void add_season_findings(std::vector<Text>& findings, const RunResult& health, const StudyResults& results) {
    const auto answer = findings.size() - 1;
    bool has_other = false;
    for (const auto& run : results.runs) {
        const bool is_other =
            run.analysis->id == health.analysis->id && run.name == health.name && run.season != health.season;
        if (is_other) add_season(findings, answer, health, run);
        has_other = has_other || is_other;
    }
    const auto minutes = number_parameter(health, "threshold-min");
    if (!has_other && minutes) add_time_rule(findings, health, *minutes);
}

}  // namespace desakota::study
