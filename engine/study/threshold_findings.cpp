#include "engine/study/threshold_findings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/core/units.h"
#include "engine/study/shown_values.h"
#include "engine/welfare/food_security.h"

namespace desakota::study {
namespace {

using analyses::fill_text;
using core::Text;
using layers::Layer;
using planning::Threshold;

constexpr double kUsualThreshold = 5000.0;  // metres
constexpr const char* kFairlySecure = "fairly_secure";

AskedThreshold empty(Threshold threshold, double weight, std::size_t settlements) {
    AskedThreshold asked;
    asked.title = planning::threshold_title(threshold);
    asked.findings.threshold = threshold;
    asked.findings.weight = weight;
    asked.findings.missed.resize(settlements);
    asked.findings.concerned.resize(settlements);
    return asked;
}

/// Every layer with a row a settlement that these analyses made, season after season.
std::vector<const RunResult*> runs_of(const StudyResults& results, const std::string& analysis) {
    std::vector<const RunResult*> runs;
    const auto* first = results.first_of(analysis);
    for (const auto& run : results.runs) {
        if (first != nullptr && run.analysis->id == analysis && run.name == first->name) runs.push_back(&run);
    }
    return runs;
}

/// The worse of two findings: missed before met before not known.
void make_worse(std::optional<bool>& known, const std::optional<bool>& found) {
    if (found) known = known.value_or(false) || *found;
}
void make_more(std::optional<double>& known, const std::optional<double>& found) {
    if (found) known = std::max(known.value_or(0.0), *found);
}

std::optional<bool> is_reached(const Layer& layer, std::optional<std::size_t> row) {
    const auto status = text_in(layer, "status", row);
    if (!status || *status == "no_geometry" || *status == "beyond_cutoff") return std::nullopt;
    return *status == "reached";
}

planning::HealthFacts health_facts(const Layer& layer, std::optional<std::size_t> row) {
    planning::HealthFacts facts;
    facts.share_beyond = number_in(layer, "share_beyond", row);
    facts.way_m = number_in(layer, "shortest_m", row);
    if (!facts.way_m) facts.way_m = number_in(layer, "total_m", row);
    facts.reached = is_reached(layer, row);
    return facts;
}

std::optional<AskedThreshold> health(const StudyResults& results, const StudySettlements& settlements, double weight) {
    const auto runs = runs_of(results, "health-access");
    if (runs.empty()) return std::nullopt;
    auto asked = empty(Threshold::Health, weight, settlements.size());
    const auto threshold = number_parameter(*runs.front(), "threshold").value_or(kUsualThreshold);
    for (const auto* run : runs) {
        const auto* layer = settlement_layer(*run);
        if (layer == nullptr) continue;
        const auto rows = rows_of(*layer, settlements);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            make_worse(asked.findings.missed[i], planning::misses_health(health_facts(*layer, rows[i]), threshold));
            make_more(asked.findings.concerned[i], number_in(*layer, "families_beyond", rows[i]));
        }
    }
    asked.rule = fill_text(
        "most families (without families: the settlement itself) more than {} by road from a "
        "facility that counts, or without a way to one",
        "sebagian besar keluarga (tanpa data keluarga: permukimannya sendiri) lebih dari {} lewat "
        "jalan dari fasilitas yang dihitung, atau tidak punya jalan ke sana",
        analyses::length_text(core::to_thousandths(threshold)));
    return asked;
}

/// The time rule of health, where the study asks for it.
std::optional<AskedThreshold> time(const StudyResults& results, const StudySettlements& settlements, double weight) {
    const auto runs = runs_of(results, "health-access");
    const auto minutes = runs.empty() ? std::nullopt : number_parameter(*runs.front(), "threshold-min");
    if (!minutes) return std::nullopt;
    auto asked = empty(Threshold::Time, weight, settlements.size());
    for (const auto* run : runs) {
        const auto* layer = settlement_layer(*run);
        if (layer == nullptr || layer->find("share_beyond_time") == nullptr) continue;
        const auto rows = rows_of(*layer, settlements);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const planning::TimeFacts facts{number_in(*layer, "share_beyond_time", rows[i]),
                                            number_in(*layer, "fastest_min", rows[i]), is_reached(*layer, rows[i])};
            make_worse(asked.findings.missed[i], planning::misses_time(facts, *minutes));
            make_more(asked.findings.concerned[i], number_in(*layer, "families_beyond_time", rows[i]));
        }
    }
    const auto limit = minutes_text(*minutes);
    asked.title = fill_text("more than {} from a health facility", "lebih dari {} ke fasilitas kesehatan", limit);
    asked.rule = fill_text(
        "most families (without families: the settlement itself) more than {} on the way to a facility that counts",
        "sebagian besar keluarga (tanpa data keluarga: permukimannya sendiri) menempuh lebih dari {} ke fasilitas yang "
        "dihitung",
        limit);
    return asked;
}

std::optional<double> area_share(const RunResult& run, const std::string& column) {
    const auto* summary = companion_of(run, "_summary");
    return summary == nullptr ? std::nullopt : number_in(*summary, column, total_row(*summary));
}

std::string behind_colon(const std::string& alias) {
    const auto place = alias.find(": ");
    return place == std::string::npos ? std::string{} : alias.substr(place + 2);
}

/// " (own line Rp 182,636)": by which line the poor are counted, from the column's alias; empty where it does not say.
Text line_text(const layers::Column& column) {
    const auto& alias = column.definition().alias;
    const Text line{behind_colon(alias.english), behind_colon(alias.indonesian)};
    if (line.english.empty() || line.indonesian.empty()) return {};
    return core::same_text(" (") + line + core::same_text(")");
}

std::optional<AskedThreshold> poverty(const StudyResults& results, const StudySettlements& settlements, double weight) {
    const auto* run = results.first_of("poverty");
    const auto* layer = run == nullptr ? nullptr : settlement_layer(*run);
    const auto* column = layer == nullptr ? nullptr : poor_share_column(*layer);
    if (column == nullptr) return std::nullopt;
    const auto share_of_area = area_share(*run, column->name());
    if (!share_of_area) return std::nullopt;
    auto asked = empty(Threshold::Poverty, weight, settlements.size());
    const auto rows = rows_of(*layer, settlements);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto share = number_in(*layer, column->name(), rows[i]);
        asked.findings.missed[i] = planning::misses_poverty(share, share_of_area);
        const auto& families = settlements.families[i];
        if (share && families) asked.findings.concerned[i] = *share * *families;
    }
    asked.rule = fill_text("a share of poor households{} above that of the whole area, {}",
                           "bagian rumah tangga miskin{} di atas angka seluruh kawasan, {}", line_text(*column),
                           analyses::percent_text(*share_of_area));
    return asked;
}

std::optional<AskedThreshold> food(const StudyResults& results, const StudySettlements& settlements, double weight) {
    const auto* run = results.first_of("food-security");
    const auto* layer = run == nullptr ? nullptr : settlement_layer(*run);
    if (layer == nullptr) return std::nullopt;
    auto asked = empty(Threshold::Food, weight, settlements.size());
    std::vector<std::string> codes;
    codes.reserve(welfare::food_security_classes().classes.size());
    for (const auto& one : welfare::food_security_classes().classes) codes.push_back(one.code);
    const auto rows = rows_of(*layer, settlements);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto code = text_in(*layer, "food_security_class", rows[i]);
        asked.findings.missed[i] = planning::misses_food(code, kFairlySecure, codes);
        asked.findings.concerned[i] = settlements.families[i];
    }
    asked.rule = {"a food security class below fairly food secure", "kelas ketahanan pangan di bawah cukup tahan"};
    return asked;
}

std::optional<AskedThreshold> connection(const StudyResults& results, const StudySettlements& settlements,
                                         double weight) {
    for (const auto* analysis : {"health-access", "distance-to-centre", "hinterland-interaction"}) {
        auto asked = empty(Threshold::Connection, weight, settlements.size());
        bool is_known = false;
        for (const auto* run : runs_of(results, analysis)) {
            const auto* layer = settlement_layer(*run);
            if (layer == nullptr || layer->find("status") == nullptr) continue;
            is_known = true;
            const auto rows = rows_of(*layer, settlements);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                make_worse(asked.findings.missed[i], planning::misses_connection(text_in(*layer, "status", rows[i])));
            }
        }
        if (!is_known) continue;
        asked.findings.concerned = settlements.families;
        asked.rule = {"not connected to the network of roads, rivers and ferries",
                      "tidak tersambung ke jaringan jalan, sungai, dan penyeberangan"};
        return asked;
    }
    return std::nullopt;
}

/// A threshold, what it is about, its weight and the analyses that may tell of it.
struct Criterion {
    Threshold threshold = Threshold::Health;
    Text what;
    double weight = 0.0;
    std::vector<std::string> analyses;
};

std::vector<Criterion> criteria(const PriorityWeights& weights) {
    return {{Threshold::Health, {"health care", "layanan kesehatan"}, weights.health, {"health-access"}},
            {Threshold::Poverty, {"poverty", "kemiskinan"}, weights.poverty, {"poverty"}},
            {Threshold::Food, {"food security", "ketahanan pangan"}, weights.food, {"food-security"}},
            {Threshold::Connection,
             {"connection to the roads", "ketersambungan jalan"},
             weights.unconnected,
             {"health-access", "distance-to-centre", "hinterland-interaction"}}};
}

Text why_left_out(const Criterion& criterion, const StudyResults& results, const StudySettlements& settlements) {
    if (criterion.weight <= 0.0) return {"its weight is 0", "bobotnya 0"};
    const RunResult* run = nullptr;
    for (const auto& analysis : criterion.analyses) run = run == nullptr ? results.first_of(analysis) : run;
    if (run == nullptr) return {"not analysed in this study", "tidak dianalisis dalam studi ini"};
    const auto* layer = settlement_layer(*run);
    const bool is_elsewhere = layer != nullptr && layer->row_count > 0 &&
                              std::ranges::none_of(rows_of(*layer, settlements), [](const auto& row) { return !!row; });
    if (!is_elsewhere) return {"not known for any settlement", "tidak diketahui untuk satu permukiman pun"};
    return fill_text("calculated for another layer, {} {}", "dihitung pada lapisan lain, {} {}",
                     analyses::grouped(static_cast<double>(layer->row_count)),
                     layer->row_count == 1 ? Text{"settlement", "permukiman"} : Text{"settlements", "permukiman"});
}

bool is_known_anywhere(const AskedThreshold& asked) {
    return std::ranges::any_of(asked.findings.missed, [](const auto& missed) { return missed.has_value(); });
}

}  // namespace

std::vector<AskedThreshold> asked_thresholds(const Study& study, const StudyResults& results,
                                             const StudySettlements& settlements) {
    const auto& weights = study.weights;
    std::vector<AskedThreshold> all;
    for (auto asked : {health(results, settlements, weights.health), time(results, settlements, weights.health),
                       poverty(results, settlements, weights.poverty), food(results, settlements, weights.food),
                       connection(results, settlements, weights.unconnected)}) {
        if (asked && asked->findings.weight > 0.0 && is_known_anywhere(*asked)) all.push_back(std::move(*asked));
    }
    return all;
}

std::vector<Text> left_out_thresholds(const Study& study, const StudyResults& results,
                                      const StudySettlements& settlements, const std::vector<AskedThreshold>& asked) {
    std::vector<Text> reasons;
    for (const auto& criterion : criteria(study.weights)) {
        const bool is_asked = std::ranges::any_of(
            asked, [&](const AskedThreshold& one) { return one.findings.threshold == criterion.threshold; });
        if (is_asked) continue;
        reasons.push_back(criterion.what + core::same_text(" (") + why_left_out(criterion, results, settlements) +
                          core::same_text(")"));
    }
    return reasons;
}

const layers::Column* poor_share_column(const Layer& layer) {
    const auto place = std::ranges::find_if(
        layer.columns, [](const layers::Column& column) { return column.name().ends_with("_poor_households_share"); });
    return place == layer.columns.end() ? nullptr : &*place;
}

}  // namespace desakota::study
