#include "engine/report/page_data.h"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "engine/report/json_text.h"
#include "engine/report/map_data.h"
#include "engine/report/packed_numbers.h"
#include "engine/report/page_texts.h"
#include "engine/report/text_pool.h"

namespace desakota::report {
namespace {

std::string texts_json(core::Language language) {
    std::vector<std::pair<std::string_view, std::string>> members;
    members.reserve(page_texts().size());
    for (const auto& [key, text] : page_texts()) members.emplace_back(key, json_string(text.in(language)));
    return json_object(members);
}

/// Numbers of texts: name, group (counted from 1, 0: none), then the sentences, then labels and values, each list after
/// its length.
std::string card_json(const Settlement& settlement, core::Language language, TextPool& pool) {
    PackedNumbers packed;
    const auto add = [&](std::string_view text) { packed.add(std::uint64_t{pool.add(text)}); };
    add(settlement.name.empty() ? settlement.id : settlement.name);
    packed.add(std::uint64_t{settlement.group.empty() ? 0 : pool.add(settlement.group) + 1});
    packed.add(std::uint64_t{settlement.sentences.size()});
    for (const auto& sentence : settlement.sentences) add(sentence.in(language));
    packed.add(std::uint64_t{settlement.figures.size()});
    for (const auto& [label, value] : settlement.figures) {
        add(label.in(language));
        add(value.in(language));
    }
    return packed.json();
}

std::string cards_json(const Report& report, core::Language language, TextPool& pool) {
    std::vector<std::string> cards;
    cards.reserve(report.settlements.size());
    for (const auto& settlement : report.settlements) cards.push_back(card_json(settlement, language, pool));
    return json_array(cards);
}

/// As exact as a chart can show.
std::string chart_number(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? fmt::format("{:.6g}", *value) : "null";
}

std::string series_json(const Series& series, core::Language language) {
    std::vector<std::string> points;
    std::vector<std::string> names;
    for (const auto& point : series.points) {
        points.push_back(json_array(
            {chart_number(point.x), chart_number(point.y), chart_number(point.low), chart_number(point.high)}));
        names.push_back(json_string(point.name));
    }
    return json_object({{"label", json_string(series.label.in(language))},
                        {"reference", series.is_reference ? "true" : "false"},
                        {"points", json_array(points)},
                        {"names", json_array(names)}});
}

std::string chart_json(const Chart& chart, core::Language language) {
    constexpr std::array<std::string_view, 4> kKinds{"curve", "bars", "intervals", "scatter"};
    std::vector<std::string> categories;
    categories.reserve(chart.categories.size());
    for (const auto& category : chart.categories) categories.push_back(json_string(category.in(language)));
    std::vector<std::string> series;
    series.reserve(chart.series.size());
    for (const auto& one : chart.series) series.push_back(series_json(one, language));
    return json_object({{"id", json_string(chart.id)},
                        {"kind", json_string(kKinds[static_cast<std::size_t>(chart.kind)])},
                        {"x_title", json_string(chart.x_title.in(language))},
                        {"y_title", json_string(chart.y_title.in(language))},
                        {"description", json_string(chart.description.in(language))},
                        {"categories", json_array(categories)},
                        {"series", json_array(series)}});
}

std::string charts_json(const Report& report, core::Language language) {
    std::vector<std::string> charts;
    charts.reserve(report.charts.size());
    for (const auto& chart : report.charts) charts.push_back(chart_json(chart, language));
    return json_array(charts);
}

std::string tables_json(const std::vector<PageTable>& tables, TextPool& pool) {
    std::vector<std::string> json;
    json.reserve(tables.size());
    for (const auto& table : tables) json.push_back(table_json(table, pool));
    return json_array(json);
}

}  // namespace

std::string page_data(const Report& report, const std::vector<PageTable>& tables, core::Language language) {
    TextPool pool;
    const auto* const code = language == core::Language::English ? "en" : "id";
    auto map = map_json(report, language, pool);
    auto tables_text = tables_json(tables, pool);
    auto cards = cards_json(report, language, pool);
    return json_object({{"language", json_string(code)},
                        {"texts", texts_json(language)},
                        {"map", std::move(map)},
                        {"tables", std::move(tables_text)},
                        {"cards", std::move(cards)},
                        {"charts", charts_json(report, language)},
                        {"pool", pool.json()}});
}

}  // namespace desakota::report
