#include "engine/analyses/scenario_layers.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/scenario_styles.h"
#include "engine/analyses/way_styles.h"
#include "engine/geo/coordinate_system.h"

namespace desakota::analyses {
namespace {

using layers::ColumnDefinition;
using layers::Layer;

constexpr const char* kMainLayer = "compare_scenarios";

ColumnPrefix before() {
    return {"before_", {"Before: ", "Semula: "}};
}
ColumnPrefix after() {
    return {"after_", {"After: ", "Sesudah: "}};
}

/// What of the results depends on what was asked for.
struct Extent {
    bool times = true;      ///< by the cost or by a threshold
    bool time_rule = true;  ///< by a threshold
    network::Objective cost = network::Objective::Distance;
};

Extent extent_of(const ScenarioOutcome& outcome) {
    return {outcome.findings.by_time.has_value(), outcome.question.threshold_time.has_value(), outcome.question.cost};
}

/// Of one threshold; `suffix` ends the names of its columns before _before and _after.
struct RuleWords {
    std::string suffix;
    core::Text threshold;
};

/// `findings`: nullptr for the definitions alone.
std::vector<PooledColumn> pooled_columns(const RuleWords& words, const CostFindings* findings) {
    const auto column = [&](const std::string& name, const char* side, const core::Text& alias, Pooling pooling,
                            const Shares CostFindings::*part) -> PooledColumn {
        std::span<const std::optional<double>> shares;
        if (findings != nullptr) shares = findings->*part;
        return {number_column(name + words.suffix + side, "", alias), pooling, shares};
    };
    const auto beyond = [&](const core::Text& what, const core::Text& side) {
        return fill_text("{0} beyond {1}, {2}", "{0} di luar {1}, {2}", what, words.threshold, side);
    };
    const core::Text families{"Families", "Keluarga"};
    const core::Text share{"Share", "Bagian"};
    const core::Text in_base{"before", "semula"};
    const core::Text in_scenario{"after", "sesudah"};
    const auto gained =
        fill_text("Families that come within {}", "Keluarga yang menjadi berada dalam {}", words.threshold);
    const auto lost =
        fill_text("Families that fall beyond {}", "Keluarga yang menjadi berada di luar {}", words.threshold);
    const auto change = fill_text("Families gained less lost, by {}",
                                  "Selisih keluarga yang masuk dan yang keluar dari {}", words.threshold);
    return {column("families_beyond", "_before", beyond(families, in_base), Pooling::Families,
                   &CostFindings::beyond_before),
            column("families_beyond", "_after", beyond(families, in_scenario), Pooling::Families,
                   &CostFindings::beyond_after),
            column("families_gained", "", gained, Pooling::Families, &CostFindings::gained),
            column("families_lost", "", lost, Pooling::Families, &CostFindings::lost),
            column("families_change", "", change, Pooling::Families, &CostFindings::change),
            column("share_beyond", "_before", beyond(share, in_base), Pooling::Share, &CostFindings::beyond_before),
            column("share_beyond", "_after", beyond(share, in_scenario), Pooling::Share, &CostFindings::beyond_after)};
}

/// Those of the distance threshold, then those of the time threshold. `findings`: nullptr for the definitions alone.
std::vector<PooledColumn> pooled_columns(const Extent& extent, const ScenarioFindings* findings) {
    auto columns =
        pooled_columns({"", {"the threshold", "ambang jarak"}}, findings == nullptr ? nullptr : &findings->by_distance);
    if (!extent.time_rule) return columns;
    auto by_time = pooled_columns({"_time", {"the time threshold", "ambang waktu"}},
                                  findings == nullptr || !findings->by_time ? nullptr : &*findings->by_time);
    std::ranges::move(by_time, std::back_inserter(columns));
    return columns;
}

/// Where ways are chosen by time, metres are those of other ways.
std::vector<ColumnDefinition> distance_definitions(network::Objective cost) {
    if (cost == network::Objective::Time) {
        return {
            number_column("before_m", "m",
                          {"Shortest distance, before (m)", "Jarak lewat jalan terpendek, semula (m)"}),
            number_column("after_m", "m", {"Shortest distance, after (m)", "Jarak lewat jalan terpendek, sesudah (m)"}),
            number_column("change_m", "m",
                          {"Change in the shortest distance (m; less is better)",
                           "Perubahan jarak lewat jalan terpendek (m; makin kecil makin baik)"})};
    }
    return {number_column("before_m", "m", {"By road, before (m)", "Lewat jalan, semula (m)"}),
            number_column("after_m", "m", {"By road, after (m)", "Lewat jalan, sesudah (m)"}),
            number_column("change_m", "m", {"Change (m; less is better)", "Perubahan (m; makin kecil makin baik)"})};
}

/// What the main layer says of the ways, in order.
std::vector<ColumnDefinition> way_definitions(const Extent& extent) {
    std::vector<ColumnDefinition> columns{
        text_column("effect", {"What changes", "Yang berubah"}),
        text_column("reason", {"In words", "Penjelasan"}),
        text_column("status_before", {"Status, before", "Status, semula"}),
        text_column("status_after", {"Status, after", "Status, sesudah"}),
        text_column("facility_before_id", {"Facility, before (id)", "Fasilitas, semula (id)"}),
        text_column("facility_before_name", {"Facility, before", "Fasilitas, semula"}),
        text_column("facility_after_id", {"Facility, after (id)", "Fasilitas, sesudah (id)"}),
        text_column("facility_after_name", {"Facility, after", "Fasilitas, sesudah"})};
    for (auto& column : distance_definitions(extent.cost)) columns.push_back(std::move(column));
    if (extent.times) {
        columns.push_back(number_column(
            "before_min", "min", {"Shortest travel time, before (min)", "Waktu tempuh tersingkat, semula (menit)"}));
        columns.push_back(number_column(
            "after_min", "min", {"Shortest travel time, after (min)", "Waktu tempuh tersingkat, sesudah (menit)"}));
        columns.push_back(number_column("change_min", "min",
                                        {"Change (min; less is better)", "Perubahan (menit; makin kecil makin baik)"}));
    }
    columns.push_back(number_column("families", "", {"Families", "Keluarga"}));
    return columns;
}

std::vector<ColumnDefinition> main_columns(const Extent& extent) {
    auto columns = settlement_columns();
    for (auto& column : way_definitions(extent)) columns.push_back(std::move(column));
    for (auto& pooled : pooled_columns(extent, nullptr)) columns.push_back(std::move(pooled.definition));
    return columns;
}

std::vector<ColumnDefinition> pooled_definitions(const Extent& extent) {
    std::vector<ColumnDefinition> columns;
    for (auto& column : summary_columns()) {
        if (column.name != "settlements_reached") {
            columns.push_back(std::move(column));
            continue;
        }
        columns.push_back(with_prefix(column, before()));
        columns.push_back(with_prefix(column, after()));
    }
    for (auto& pooled : pooled_columns(extent, nullptr)) columns.push_back(std::move(pooled.definition));
    return columns;
}

std::vector<maps::Style> main_styles(const Extent& extent) {
    std::vector<maps::Style> styles{scenario_families_style(network::Objective::Distance),
                                    scenario_change_style(extent.cost)};
    if (extent.time_rule) styles.push_back(scenario_families_style(network::Objective::Time));
    return styles;
}

std::vector<ColumnDefinition> link_columns() {
    return {text_column("change", {"Added, removed or changed", "Ditambahkan, ditiadakan, atau diubah"}),
            count_column("feature", {"Feature number in its layer", "Nomor fitur di lapisannya"}),
            number_column("length_m", "m", {"Length (m)", "Panjang (m)"}),
            text_column("connected", {"Meets the roads of the base", "Bertemu jalan semula"})};
}

std::string_view code_of(LinkChange change) {
    if (change == LinkChange::Added) return "added";
    return change == LinkChange::Removed ? "removed" : "changed";
}

/// Adds settlement by settlement what the main layer says of the ways.
class WayColumns {
public:
    WayColumns(Layer& layer, const ScenarioOutcome& outcome, core::Language language)
        : layer_(layer),
          outcome_(outcome),
          chosen_(outcome.findings.chosen(outcome.question)),
          language_(language),
          definitions_(way_definitions(extent_of(outcome))) {}

    void add() {
        const auto& before = chosen_.before.rows;
        const auto& after = chosen_.after.rows;
        add_each([&](auto& column, std::size_t i) {
            const auto effect = effect_of(chosen_, i);
            effect.empty() ? column.add_missing() : column.add_text(effect);
        });
        add_each([&](auto& column, std::size_t i) { column.add_text(effect_sentence(outcome_, i).in(language_)); });
        add_each([&](auto& column, std::size_t i) { column.add_text(status_code(before[i].status)); });
        add_each([&](auto& column, std::size_t i) { column.add_text(status_code(after[i].status)); });
        add_facility(before);
        add_facility(after);
        add_costs(outcome_.findings.by_distance, core::to_metres);
        if (const auto& by_time = outcome_.findings.by_time) add_costs(*by_time, core::to_minutes);
        add_each([&](auto& column, std::size_t i) { column.add(outcome_.question.settlements.families[i]); });
    }

private:
    template <class Value>
    void add_each(const Value& value) {
        auto& column = layer_.add_column(definitions_[next_++]);
        for (std::size_t i = 0; i < outcome_.question.settlements.size(); ++i) value(column, i);
    }
    void add_facility(const std::vector<WayRow>& rows) {
        const auto& facilities = outcome_.question.facilities.destinations;
        add_each([&](auto& column, std::size_t i) {
            rows[i].is_reached() ? column.add_text(facilities.ids[rows[i].destination]) : column.add_missing();
        });
        add_each([&](auto& column, std::size_t i) {
            rows[i].is_reached() ? column.add(facilities.names[rows[i].destination]) : column.add_missing();
        });
    }
    void add_costs(const CostFindings& findings, double (*convert)(std::int64_t)) {
        const auto add = [&](const auto& value) {
            add_each([&](auto& column, std::size_t i) {
                const std::optional<std::int64_t> cost = value(i);
                column.add(cost ? std::optional(convert(*cost)) : std::nullopt);
            });
        };
        add([&](std::size_t i) { return cost_of(findings.before.rows[i], findings.cost); });
        add([&](std::size_t i) { return cost_of(findings.after.rows[i], findings.cost); });
        add([&](std::size_t i) { return change_of(findings, i); });
    }

    Layer& layer_;
    const ScenarioOutcome& outcome_;
    const CostFindings& chosen_;
    core::Language language_;
    std::vector<ColumnDefinition> definitions_;
    std::size_t next_ = 0;
};

std::vector<OutputLayer> outputs(const Extent& extent) {
    return {{kMainLayer,
             {"What the scenario changes", "Yang berubah dalam simulasi"},
             geo::GeometryType::Polygon,  // or points, as the settlements are
             main_columns(extent),
             {},
             {},
             main_styles(extent)},
            {std::string(kMainLayer) + "_summary",
             {"What the scenario changes: summary", "Yang berubah dalam simulasi: ringkasan"},
             geo::GeometryType::None,
             pooled_definitions(extent),
             {},
             {},
             table_styles()},
            {std::string(kMainLayer) + "_links",
             {"Roads of the scenario", "Jalan dalam simulasi"},
             geo::GeometryType::Line,
             link_columns(),
             {"with --added-roads, --removed-roads or --changed-roads",
              "dengan --added-roads, --removed-roads, atau --changed-roads"},
             {},
             {scenario_links_style()}}};
}

}  // namespace

std::vector<OutputLayer> scenario_outputs() {
    return outputs(Extent{});
}
std::vector<OutputLayer> scenario_outputs(const ScenarioOutcome& outcome) {
    return outputs(extent_of(outcome));
}

SummaryInput scenario_summary(const ScenarioOutcome& outcome) {
    const auto& question = outcome.question;
    const auto& findings = outcome.findings.by_distance;
    SummaryInput input{
        question.settlements, {{before(), findings.before.rows}, {after(), findings.after.rows}}, {}, {}};
    for (std::size_t i = 0; i < question.settlements.size(); ++i) {
        const bool uncounted = question.settlements.has_families && !question.settlements.families[i];
        input.unknown.push_back(uncounted || !findings.beyond_before[i]);
    }
    input.pooled = pooled_columns(extent_of(outcome), &outcome.findings);
    return input;
}

Layer make_scenario_layer(const ScenarioOutcome& outcome, const Layer& settlements, core::Language language) {
    auto layer = with_settlement_geometry(settlements);
    add_settlement_columns(layer, outcome.question.settlements);
    WayColumns(layer, outcome, language).add();
    for (const auto& pooled : pooled_columns(extent_of(outcome), &outcome.findings)) {
        add_pooled_column(layer, pooled, outcome.question.settlements);
    }
    return layer;
}

Layer make_scenario_links(const ScenarioOutcome& outcome, const std::string& crs, RunContext& context) {
    Layer layer;
    layer.crs = crs;
    layer.geometry_type = geo::GeometryType::Line;
    for (auto& definition : link_columns()) layer.add_column(std::move(definition));
    for (const auto& link : outcome.links) {
        for (const auto& place : link.course) layer.geometry.add_coordinate(geo::to_degrees(place));
        layer.geometry.end_part(geo::PartRole::Line);
        layer.geometry.end_feature();
        layer.columns[0].add_text(code_of(link.change));
        layer.columns[1].add_whole_number(link.feature_id);
        layer.columns[2].add_number(core::to_metres(link.length));
        link.change == LinkChange::Added ? layer.columns[3].add_text(link.connected ? "yes" : "no")
                                         : layer.columns[3].add_missing();
        ++layer.row_count;
    }
    geo::from_wgs84(layer.geometry.all_coordinates(), crs, {.threads = context.threads}, context.progress);
    return layer;
}

}  // namespace desakota::analyses
