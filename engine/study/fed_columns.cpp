#include "engine/study/fed_columns.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "engine/core/error.h"
#include "engine/core/suggestion.h"
#include "engine/study/column_copies.h"

namespace desakota::study {
namespace {

constexpr const char* kSettlements = "settlements";

bool is_name_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
}

/// The columns that `text` names after "NAME.", where no letter of a longer name stands before.
std::vector<std::string> columns_after(const std::string& text, const std::string& name) {
    std::vector<std::string> columns;
    const auto start = name + ".";
    for (auto place = text.find(start); place != std::string::npos; place = text.find(start, place + 1)) {
        if (place > 0 && is_name_letter(text[place - 1])) continue;
        auto end = place + start.size();
        while (end < text.size() && is_name_letter(text[end])) ++end;
        auto column = text.substr(place + start.size(), end - place - start.size());
        const bool is_file = end < text.size() && (text[end] == '.' || text[end] == '/');
        if (!column.empty() && !is_file && std::ranges::find(columns, column) == columns.end()) {
            columns.push_back(std::move(column));
        }
    }
    return columns;
}

const layers::ColumnDefinition* declared(const analyses::Analysis& analysis, const std::string& column) {
    const auto& columns = analysis.outputs.front().columns;
    const auto place = std::ranges::find(columns, column, &layers::ColumnDefinition::name);
    return place == columns.end() ? nullptr : &*place;
}

/// The declared column that an undeclared one was most likely meant to be; empty where none is near. Some results have
/// columns that only their inputs tell, such as one a poverty line: those are looked for when they are there.
std::string meant_column(const analyses::Analysis& analysis, const std::string& column) {
    std::vector<std::string> known;
    known.reserve(analysis.outputs.front().columns.size());
    for (const auto& definition : analysis.outputs.front().columns) known.push_back(definition.name);
    return core::nearest_word(column, known);
}

core::Error no_such_column(const std::string& name, const std::string& meant) {
    return core::usage_error(
        core::format_text("`{}` is no column of that result.", "`{}` bukan kolom hasil itu.", name) +
        core::did_you_mean(meant));
}

std::vector<std::string> settlements_of(const PlannedRun& run) {
    const auto place = run.values.sources.find(kSettlements);
    return place == run.values.sources.end() ? std::vector<std::string>{} : place->second;
}

void check_same_settlements(const PlannedRun& earlier, const PlannedRun& run, const std::string& name) {
    if (!settlements_of(earlier).empty() && settlements_of(earlier) == settlements_of(run)) return;
    throw core::usage_error(core::format_text(
        "`{0}` is a result for other settlements than this run's. Let both runs have the same `settlements`.",
        "`{0}` adalah hasil untuk permukiman lain. Pakai `settlements` yang sama pada kedua analisis.", name));
}

/// Whether an earlier run answers to that name in a run of that season.
bool is_wanted_season(const PlannedRun& earlier, const PlannedRun& run, const std::vector<PlannedRun>& all) {
    if (earlier.suffix.empty() || earlier.season == run.season) return true;
    const auto is_better = [&](const PlannedRun& other) {
        return other.name == earlier.name && other.season == run.season;
    };
    if (std::ranges::any_of(all, is_better)) return false;
    const auto first = std::ranges::find(all, earlier.name, &PlannedRun::name);
    return &*first == &earlier;
}

/// Every column of results that the words of one parameter name.
class Finder {
public:
    Finder(const std::vector<PlannedRun>& earlier, const PlannedRun& run) : earlier_(earlier), run_(run) {}

    void look_at(const std::string& word) {
        for (std::size_t i = 0; i < earlier_.size(); ++i) {
            const auto& before = earlier_[i];
            if (is_wanted_season(before, run_, earlier_)) take(i, before.name, word);
            if (!before.suffix.empty()) take(i, before.name + before.suffix, word);
        }
    }

    std::vector<FedColumn> found;

private:
    void take(std::size_t number, const std::string& name, const std::string& word) {
        const auto& before = earlier_[number];
        for (const auto& column : columns_after(word, name)) {
            auto full = name;
            full.append(".").append(column);
            if (std::ranges::find(found, full, &FedColumn::name) != found.end()) continue;
            check_same_settlements(before, run_, full);
            const auto* definition = declared(*before.analysis, column);
            const auto meant = definition == nullptr ? meant_column(*before.analysis, column) : std::string();
            if (!meant.empty()) throw no_such_column(full, meant);
            found.push_back(
                {number, column, full, definition == nullptr ? layers::ColumnType::Number : definition->type});
        }
    }

    const std::vector<PlannedRun>& earlier_;
    const PlannedRun& run_;
};

}  // namespace

std::vector<FedColumn> fed_columns(const std::vector<PlannedRun>& earlier, const PlannedRun& run, const Words& words) {
    Finder finder(earlier, run);
    for (const auto& [name, texts] : words) {
        const auto* parameter = run.analysis->find(name);
        if (parameter == nullptr || is_layer(*parameter) || parameter->kind == analyses::ParameterKind::File) continue;
        for (const auto& text : texts) finder.look_at(text);
    }
    return std::move(finder.found);
}

void feed(layers::Layer& settlements, const FedColumn& fed, const layers::Layer& earlier) {
    const auto* column = earlier.find(fed.column);
    if (column == nullptr) {
        std::vector<std::string> known;
        known.reserve(earlier.columns.size());
        for (const auto& other : earlier.columns) known.push_back(other.name());
        throw no_such_column(fed.name, core::nearest_word(fed.column, known));
    }
    if (earlier.row_count != settlements.row_count) {
        throw core::input_error(core::format_text("`{}` is of other settlements than this run's.",
                                                  "`{}` adalah hasil untuk permukiman lain.", fed.name));
    }
    auto definition = column->definition();
    definition.name = fed.name;
    settlements.columns.push_back(copied_as(*column, std::move(definition)));
}

}  // namespace desakota::study
