#include "engine/study/report_indexes.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/report/field_words.h"
#include "engine/study/shown_values.h"

namespace desakota::study {
namespace {

using core::Text;
using layers::Layer;

/// Lines that mean little without the settlements they belong to.
bool is_left_out(const std::string& name) {
    static const std::vector<std::string_view> endings{"_legs", "_routes", "_components"};
    return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

bool can_be_drawn(const Layer& layer) {
    if (layer.geometry.size() != layer.row_count || layer.row_count == 0 || layer.crs.empty()) return false;
    return !layer.geometry.all_coordinates().empty();
}

/// Whether the layer has a column that the classes look at.
bool says_something(const maps::Style& style, const Layer& layer) {
    if (style.classes.empty()) return false;
    auto classes = style;
    classes.names.reset();
    const auto fields = maps::fields_of(classes);
    return fields.empty() ||
           std::ranges::any_of(fields, [&](const std::string& field) { return layer.find(field) != nullptr; });
}

/// Whether all rows fall into one class: such a map says nothing that a sentence does not.
bool is_of_one_class(const maps::Style& style, const Layer& layer) {
    const auto first = maps::class_of(style, layer, 0);
    for (std::size_t row = 1; row < layer.row_count; ++row) {
        if (maps::class_of(style, layer, row) != first) return false;
    }
    return true;
}

/// Whether a class is of rows of which there is nothing to tell: without a figure, or with nothing but 0.
bool tells_nothing(const maps::StyleClass& one) {
    return one.otherwise || std::ranges::any_of(one.criteria, [](const maps::Criterion& criterion) {
               const auto* range = std::get_if<maps::Within>(&criterion);
               const bool is_zero = range != nullptr && !range->above && range->at_most.value_or(1.0) <= 0.0;
               return is_zero || std::holds_alternative<maps::Missing>(criterion);
           });
}

/// Whether all rows that are drawn are in classes that tell nothing.
bool is_empty(const maps::Style& style, const Layer& layer) {
    std::size_t drawn = 0;
    if (std::ranges::none_of(style.classes, tells_nothing)) return false;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto place = maps::class_of(style, layer, row);
        if (place && !tells_nothing(style.classes[*place])) return false;
        drawn += place ? 1 : 0;
    }
    return drawn > 0;
}

/// "health_access_dry_distance".
std::string id_of(const RunResult& run, const Layer& layer, const maps::Style& style, std::set<std::string>& taken) {
    const auto id = plain_name(run, layer) + run.suffix + "_" + style.name;
    auto unique = id;
    for (int number = 2; !taken.insert(unique).second; ++number) unique = id + "_" + std::to_string(number);
    return unique;
}

/// As the analysis declares it, without the season; of a layer that it does not declare its own.
Text output_title(const RunResult& run, const Layer& layer) {
    for (const auto& output : run.analysis->outputs) {
        if (layer_name(output.name, *run.analysis, run.name, run.suffix) == layer.name) return output.title;
    }
    return layer.title;
}

/// By which field a layer of groups is grouped; empty of other layers.
std::string group_field_of(const RunResult& run, const Layer& layer) {
    if (!plain_name(run, layer).starts_with(run.name + "_by_")) return {};
    return report::field_words(text_in(layer, "group_field", 0).value_or(""));
}

/// What is drawn; of layers that are drawn in one way only, the layer's title says that.
Text title_of(const RunResult& run, const Layer& layer, const maps::Style& style, bool is_main) {
    const auto field = group_field_of(run, layer);
    if (!field.empty()) return style.title + core::format_text(" by {}", " menurut {}", field);
    const auto of_layer = output_title(run, layer);
    return is_main || of_layer.english.empty() ? style.title : of_layer;
}

/// The run's subject; of an index that is called like it, what the analysis is.
Text subject_beside(const Text& title, const RunResult& run) {
    const auto subject = subject_of(run);
    return subject == title && !run.analysis->outputs.empty() ? run.analysis->outputs.front().title : subject;
}

class Indexes {
public:
    Indexes(const StudySettlements& settlements, const std::vector<StudyMap>& asked)
        : settlements_(settlements), asked_(asked) {}

    void add(const RunResult& run, const Layer& layer) {
        if (!can_be_drawn(layer) || is_left_out(plain_name(run, layer))) return;
        const bool is_main = &layer == settlement_layer(run) || &layer == run.results.layers.data();
        const bool is_by_settlement = settlements_.layer != nullptr &&
                                      layer.geometry_type == settlements_.layer->geometry_type &&
                                      has_rows_of(layer, settlements_);
        bool is_first = true;
        for (const auto& style : styles_of(run, layer)) {
            if (!says_something(style, layer)) continue;
            // The first way to draw a layer is always shown; others of main layers where they tell something.
            const bool is_telling = is_first || (is_main && !is_of_one_class(style, layer));
            const bool is_wanted = is_asked(layer, style) || (is_telling && !is_empty(style, layer));
            is_first = false;
            if (!is_wanted) continue;
            report::Index index;
            index.id = id_of(run, layer, style, taken_);
            index.title = title_of(run, layer, style, is_main);
            index.subject = subject_beside(index.title, run);
            index.season = season_title(run);
            index.worse = style.worse;
            index.drawn = {&layer, style};
            index.is_by_settlement = is_by_settlement;
            indexes_.push_back(std::move(index));
        }
    }

    [[nodiscard]] std::vector<report::Index> take() { return std::move(indexes_); }

private:
    [[nodiscard]] bool is_asked(const Layer& layer, const maps::Style& style) const {
        return std::ranges::any_of(
            asked_, [&](const StudyMap& map) { return map.layer == layer.name && map.column == style.name; });
    }

    const StudySettlements& settlements_;
    const std::vector<StudyMap>& asked_;
    std::set<std::string> taken_;
    std::vector<report::Index> indexes_;
};

}  // namespace

std::vector<report::Index> report_indexes(const StudyResults& results, const StudySettlements& settlements,
                                          const std::vector<StudyMap>& asked) {
    Indexes indexes(settlements, asked);
    for (const auto& run : results.runs) {
        for (const auto& layer : run.results.layers) indexes.add(run, layer);
    }
    return indexes.take();
}

}  // namespace desakota::study
