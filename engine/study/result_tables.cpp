#include "engine/study/result_tables.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "engine/core/direction_marks.h"
#include "engine/study/column_copies.h"
#include "engine/study/sheet_titles.h"
#include "engine/study/shown_values.h"
#include "engine/study/table_words.h"

namespace desakota::study {
namespace {

using core::Language;
using core::Text;
using layers::ColumnType;

const RunResult* run_of(const StudyResults& results, const layers::Layer* layer) {
    for (const auto& run : results.runs) {
        const auto& all = run.results.layers;
        if (std::ranges::any_of(all, [&](const layers::Layer& one) { return &one == layer; })) return &run;
    }
    return nullptr;
}

std::string heading_of(const layers::Column& column, Language language) {
    auto heading = label_of(column).in(language);
    auto unit = column.definition().unit;
    if (heading.empty()) heading = column.name();
    if (unit.empty() || heading.find("(" + unit) != std::string::npos) return heading;
    if (unit == "min") unit = language == Language::English ? "min" : "menit";
    return heading + " (" + unit + ")";
}

/// How a spreadsheet shows the numbers of a column.
std::string number_format(const layers::ColumnDefinition& definition) {
    const auto& name = definition.name;
    const bool is_year = name == "year" || name.ends_with("_year") || name == "tahun" || name == "rank";
    const bool is_whole = definition.type == ColumnType::WholeNumber || is_counted(definition);
    if (definition.type == ColumnType::Text || definition.type == ColumnType::YesNo) return {};
    if (is_year) return "0";
    if (definition.unit == "km") return "#,##0.0";
    if (!definition.unit.empty() || is_whole) return "#,##0";
    return is_share(name) ? "0.0%" : "#,##0.000";
}

/// Its codes, yes and no as words.
layers::Column column_in_words(const layers::Column& column, layers::ColumnDefinition definition,
                               const std::vector<maps::Style>& styles, Language language) {
    const bool is_text = column.type() == ColumnType::Text;
    if (!is_text && column.type() != ColumnType::YesNo) return copied_as(column, std::move(definition));
    definition.type = ColumnType::Text;
    std::vector<std::string> words;
    words.reserve(column.distinct_texts().size());
    for (const auto& code : column.distinct_texts())
        words.push_back(core::without_direction_marks(code_text(column.name(), code, styles).in(language)));
    layers::Column copy(std::move(definition));
    copy.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.is_missing(row)) {
            copy.add_missing();
        } else if (is_text) {
            copy.add_text(words[column.code(row)]);
        } else {
            copy.add_text(Text(column.whole_number(row) == 1 ? Text{"yes", "ya"} : Text{"no", "tidak"}).in(language));
        }
    }
    return copy;
}

ResultTable table_of(const report::Table& table, const RunResult* run, Language language) {
    ResultTable result;
    result.layer.source = table.id;
    result.layer.title = table.title;
    result.layer.row_count = table.layer->row_count;
    const auto styles = table_styles(run, *table.layer);
    std::set<std::string> taken;
    for (const auto& column : table.layer->columns) {
        auto definition = column.definition();
        const auto heading = heading_of(column, language);
        result.number_formats.push_back(number_format(definition));
        definition.alias = core::same_text(definition.name);
        definition.unit.clear();
        definition.name = heading;
        for (int number = 2; !taken.insert(definition.name).second; ++number) {
            definition.name = heading + " " + std::to_string(number);
        }
        result.layer.columns.push_back(column_in_words(column, std::move(definition), styles, language));
    }
    return result;
}

/// The title without the season in it, which sheets have behind their names.
SheetTitle sheet_title(const report::Table& table, const RunResult* run, Language language) {
    SheetTitle title{table.title.in(language), {}};
    const auto season = run == nullptr ? std::string() : season_words(*run).in(language);
    if (season.empty()) return title;
    const auto words = " (" + season + ")";
    if (const auto place = title.title.find(words); place != std::string::npos) title.title.erase(place, words.size());
    constexpr std::string_view kSeason = "musim ";
    constexpr std::string_view kAfter = " season";
    title.season = season;
    if (season.starts_with(kSeason)) title.season = season.substr(kSeason.size());
    if (season.ends_with(kAfter)) title.season = season.substr(0, season.size() - kAfter.size());
    return title;
}

}  // namespace

std::vector<ResultTable> result_tables(const report::Report& report, const StudyResults& results, Language language) {
    std::vector<ResultTable> tables;
    std::vector<SheetTitle> titles;
    tables.reserve(report.tables.size());
    titles.reserve(report.tables.size());
    for (const auto& table : report.tables) {
        const auto* run = run_of(results, table.layer);
        tables.push_back(table_of(table, run, language));
        titles.push_back(sheet_title(table, run, language));
    }
    const auto names = sheet_titles(titles);
    for (std::size_t i = 0; i < tables.size(); ++i) tables[i].layer.name = names[i];
    return tables;
}

}  // namespace desakota::study
