#include "engine/study/table_words.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "engine/study/code_words.h"
#include "engine/study/shown_values.h"

namespace desakota::study {
namespace {

bool is_by_codes_of(const maps::StyleClass& one, const std::string& column) {
    return std::ranges::any_of(one.criteria, [&](const maps::Criterion& criterion) {
        const auto* codes = std::get_if<maps::OneOf>(&criterion);
        return codes != nullptr && codes->field == column;
    });
}

/// Whether codes of that column may have words, so that names of thousands of places are not looked up.
bool may_be_coded(const std::string& column, const std::vector<maps::Style>& styles) {
    if (has_code_words(column)) return true;
    return std::ranges::any_of(styles, [&](const maps::Style& style) {
        return std::ranges::any_of(style.classes,
                                   [&](const maps::StyleClass& one) { return is_by_codes_of(one, column); });
    });
}

}  // namespace

std::vector<maps::Style> table_styles(const RunResult* run, const layers::Layer& layer) {
    if (run == nullptr) return {};
    auto styles = styles_of(*run, layer);
    for (const auto& [name, others] : run->results.styles) {
        if (name != layer.name) styles.insert(styles.end(), others.begin(), others.end());
    }
    return styles;
}

core::Text code_text(const std::string& column, const std::string& code, const std::vector<maps::Style>& styles) {
    auto title = code_title(styles, column, code);
    if (title != core::same_text(code)) return title;
    return code_words(column, code).value_or(std::move(title));
}

report::CodeWords table_words(const RunResult& run, const layers::Layer& layer) {
    report::CodeWords words;
    const auto styles = table_styles(&run, layer);
    for (const auto& column : layer.columns) {
        if (column.type() != layers::ColumnType::Text || !may_be_coded(column.name(), styles)) continue;
        for (const auto& code : column.distinct_texts()) {
            auto text = code_text(column.name(), code, styles);
            if (text != core::same_text(code)) words[column.name()].emplace(code, std::move(text));
        }
    }
    return words;
}

}  // namespace desakota::study
