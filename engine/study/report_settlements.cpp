#include "engine/study/report_settlements.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/study/settlement_places.h"
#include "engine/study/shown_values.h"

namespace desakota::study {
namespace {

using analyses::fill_text;
using core::Text;
using layers::Layer;

/// Which columns of an analysis a card shows, most telling first; one that begins with '*' stands for every column
/// with that ending.
struct CardColumns {
    std::string_view analysis;
    std::size_t leading = 0;  ///< how many of its columns come before the details of every analysis
    std::vector<std::string_view> columns;
};

/// In the order in which a card speaks of them.
const std::vector<CardColumns>& card_columns() {
    static const std::vector<CardColumns> all{
        {"health-access",
         2,
         {"facility_name", "total_m", "straight_m", "total_min", "share_beyond", "share_beyond_time",
          "straight_share_beyond", "serving_name", "capacity_per_1000_families"}},
        {"poverty", 1, {"*_poor_households_share", "sajogyo_class", "n"}},
        {"food-security", 1, {"food_security_class", "ifi_lamba", "largest_part"}},
        {"distance-to-centre", 0, {"*centre_name", "*total_m", "*total_min"}},
        {"composite-index", 1, {"class", "score", "rank", "rank_low", "rank_high"}},
        {"hinterland-interaction", 1, {"main_centre_name", "main_centre_share", "interaction_index", "contested"}},
        {"inequality", 0, {"gini", "gini_class", "bottom_40_share"}},
        {"poverty-factors", 0, {"mean_probability"}}};
    return all;
}

/// One analysis under one name, season by season, with the rows of the settlements.
struct SeasonRows {
    const RunResult* run = nullptr;
    const Layer* layer = nullptr;
    std::vector<std::optional<std::size_t>> rows;
};
struct CardSource {
    const CardColumns* columns = nullptr;
    std::vector<SeasonRows> seasons;
};

const CardColumns* columns_for(const std::string& analysis) {
    const auto place = std::ranges::find(card_columns(), analysis, &CardColumns::analysis);
    return place == card_columns().end() ? nullptr : &*place;
}

void add_run(std::vector<CardSource>& sources, const RunResult& run, const StudySettlements& settlements) {
    const auto* layer = settlement_layer(run);
    const auto* columns = columns_for(run.analysis->id);
    if (layer == nullptr || columns == nullptr) return;
    SeasonRows season{&run, layer, rows_of(*layer, settlements)};
    const auto same = std::ranges::find_if(
        sources, [&](const CardSource& source) { return source.seasons.front().run->name == run.name; });
    if (same != sources.end()) {
        same->seasons.push_back(std::move(season));
        return;
    }
    CardSource source;
    source.columns = columns;
    source.seasons.push_back(std::move(season));
    sources.push_back(std::move(source));
}

std::vector<CardSource> card_sources(const StudySettlements& settlements, const StudyResults& results) {
    std::vector<CardSource> sources;
    for (const auto& run : results.runs) add_run(sources, run, settlements);
    std::ranges::stable_sort(sources, {}, &CardSource::columns);
    return sources;
}

/// A text in each season; missing where there is none.
using BySeason = std::vector<std::optional<Text>>;

bool is_same_everywhere(const BySeason& texts) {
    return std::ranges::all_of(texts, [&](const auto& text) { return text == texts.front(); });
}

void add_sentence(report::Settlement& card, const SeasonRows& season, const Text& words, bool with_season) {
    auto subject = subject_of(*season.run);
    const auto when = season_words(*season.run);
    if (with_season && !when.english.empty()) subject = subject + core::same_text(", ") + when;
    card.sentences.push_back(subject + core::same_text(": ") + words);
}

std::size_t count_known(const Layer& layer, std::string_view column) {
    std::size_t count = 0;
    for (std::size_t row = 0; row < layer.row_count; ++row) count += number_in(layer, column, row) ? 1 : 0;
    return count;
}

/// As many decimals as tell scores apart.
int decimals_of_scores(const Layer& layer) {
    double most = 0.0;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        most = std::max(most, std::abs(number_in(layer, "score", row).value_or(0.0)));
    }
    constexpr double kTens = 10.0;
    if (most > kTens) return 0;
    return most > 1.0 ? 1 : 3;
}

/// "score 62, rather remote (rank 31 of 41, 1 is best)."; missing where there is no score.
std::optional<Text> score_words(const SeasonRows& season, std::size_t settlement) {
    const auto& layer = *season.layer;
    const auto& row = season.rows[settlement];
    const auto score = number_in(layer, "score", row);
    if (!score) return std::nullopt;
    auto words = fill_text("score {}", "skor {}", analyses::grouped(*score, decimals_of_scores(layer)));
    const auto code = text_in(layer, "class", row);
    if (code) words = words + core::same_text(", ") + code_title(styles_of(*season.run, layer), "class", *code);
    const auto rank = number_in(layer, "rank", row);
    if (!rank) return words + core::same_text(".");
    const auto all = static_cast<double>(count_known(layer, "rank"));
    return words + fill_text(" (rank {} of {}, 1 is best).", " (peringkat {} dari {}, 1 terbaik).",
                             analyses::grouped(*rank), analyses::grouped(all));
}

/// What the run says of a settlement: its reason; of an index first the score, and the reason where something lacks.
std::optional<Text> words_of(const SeasonRows& season, std::size_t settlement) {
    const auto& row = season.rows[settlement];
    const auto reason = text_in(*season.layer, "reason", row);
    auto told = reason && !reason->empty() ? std::optional(core::same_text(std::string(*reason))) : std::nullopt;
    if (season.run->analysis->id != "composite-index") return told;
    const auto score = score_words(season, settlement);
    if (!score) return told;
    constexpr double kWhole = 1.0 - 1e-9;
    const bool is_complete = number_in(*season.layer, "coverage", row).value_or(0.0) >= kWhole;
    return is_complete || !told ? *score : *score + core::same_text(" ") + *told;
}

void add_sentences(report::Settlement& card, const CardSource& source, std::size_t settlement) {
    BySeason reasons;
    for (const auto& season : source.seasons) {
        reasons.push_back(words_of(season, settlement));
    }
    const bool is_once = is_same_everywhere(reasons);
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        if (const auto& reason = reasons[i]) add_sentence(card, source.seasons[i], *reason, !is_once);
        if (is_once) break;
    }
}

bool is_wanted(std::string_view wanted, std::string_view name) {
    return wanted.starts_with('*') ? name.ends_with(wanted.substr(1)) : name == wanted;
}

void add_figure(report::Settlement& card, const CardSource& source, const std::string& name, std::size_t settlement) {
    BySeason values;
    Text label;
    for (const auto& season : source.seasons) {
        const auto* column = season.layer->find(name);
        const auto& row = season.rows[settlement];
        values.push_back(column != nullptr && row ? shown_value(*column, *row, styles_of(*season.run, *season.layer))
                                                  : std::nullopt);
        // "Class" alone would not say of what.
        if (column != nullptr) label = name == "class" ? subject_of(*season.run) : label_of(*column);
    }
    const bool is_once = is_same_everywhere(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto when = is_once ? Text{} : season_words(*source.seasons[i].run);
        const auto full = when.english.empty() ? label : label + core::same_text(", ") + when;
        if (const auto& value = values[i]) card.figures.push_back({full, *value});
        if (is_once) break;
    }
}

/// The leading figures of an analysis, or its others.
void add_figures(report::Settlement& card, const CardSource& source, std::size_t settlement, bool leading) {
    const auto& columns = source.columns->columns;
    const auto first = leading ? 0 : source.columns->leading;
    const auto end = leading ? source.columns->leading : columns.size();
    for (const auto wanted : std::span(columns).subspan(first, end - first)) {
        for (const auto& column : source.seasons.front().layer->columns) {
            if (is_wanted(wanted, column.name())) add_figure(card, source, column.name(), settlement);
        }
    }
}

}  // namespace

core::Text families_label() {
    return {"Families", "Keluarga"};
}

std::vector<report::Settlement> settlement_cards(const StudySettlements& settlements, const StudyResults& results) {
    std::vector<report::Settlement> cards;
    if (settlements.layer == nullptr) return cards;
    const auto places = places_of(*settlements.layer);
    const auto sources = card_sources(settlements, results);
    for (std::size_t i = 0; i < settlements.size(); ++i) {
        report::Settlement card;
        card.id = settlements.ids[i];
        card.name = settlements.names[i];
        card.group = settlements.groups[i];
        card.families = settlements.families[i];
        if (i < places.size()) card.place = places[i];
        if (const auto& families = card.families) {
            card.figures.push_back({families_label(), analyses::grouped(*families)});
        }
        for (const auto& source : sources) add_sentences(card, source, i);
        for (const bool leading : {true, false}) {
            for (const auto& source : sources) add_figures(card, source, i, leading);
        }
        cards.push_back(std::move(card));
    }
    return cards;
}

}  // namespace desakota::study
