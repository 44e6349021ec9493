#include "engine/analyses/health_layers.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/analyses/companion_layers.h"

namespace desakota::analyses {
namespace {

using layers::Column;
using layers::ColumnDefinition;
using layers::Layer;

ColumnDefinition families_column(const char* name, core::Text alias) {
    return number_column(name, "", std::move(alias));
}

/// The families and share columns that a summary pools as well, in the main layer's order.
std::vector<PooledColumn> pooled_columns(TimeRule time_rule, const HealthFindings* findings) {
    const auto shares = [&](const Shares RuleFindings::*part, bool by_time) -> std::span<const std::optional<double>> {
        if (findings == nullptr) return {};
        return by_time ? (*findings->by_time).*part : findings->by_distance.*part;
    };
    const std::span<const std::optional<double>> straight =
        findings == nullptr ? std::span<const std::optional<double>>{} : findings->straight_beyond;
    std::vector<PooledColumn> columns{
        {families_column("families_beyond", {"Families beyond the threshold", "Keluarga di luar ambang jarak"}),
         Pooling::Families, shares(&RuleFindings::beyond, false)},
        {families_column("families_unconnected", {"Families without a connected road", "Keluarga tidak tersambung"}),
         Pooling::Families, shares(&RuleFindings::unconnected, false)},
        {number_column("share_beyond", "", {"Share beyond the threshold", "Bagian di luar ambang jarak"}),
         Pooling::Share, shares(&RuleFindings::beyond, false)},
        {number_column("share_beyond_low", "",
                       {"Share beyond the threshold, without the unconnected",
                        "Bagian di luar ambang jarak, tanpa yang tidak tersambung"}),
         Pooling::Share, shares(&RuleFindings::beyond_low, false)}};
    if (time_rule == TimeRule::On) {
        columns.push_back({families_column("families_beyond_time",
                                           {"Families beyond the time threshold", "Keluarga di luar ambang waktu"}),
                           Pooling::Families, shares(&RuleFindings::beyond, true)});
        columns.push_back(
            {number_column("share_beyond_time", "", {"Share beyond the time threshold", "Bagian di luar ambang waktu"}),
             Pooling::Share, shares(&RuleFindings::beyond, true)});
    }
    columns.push_back({number_column("straight_share_beyond", "",
                                     {"Share beyond the threshold in a straight line (on paper)",
                                      "Bagian di luar ambang menurut garis lurus (di atas kertas)"}),
                       Pooling::Share, straight});
    return columns;
}

DestinationWords facility_words() {
    return {"facility", {"Facility", "Fasilitas"}};
}

ColumnDefinition shortest_column() {
    return number_column("shortest_m", "m", {"Shortest network distance (m)", "Jarak lewat jalan terpendek (m)"});
}
ColumnDefinition fastest_column() {
    return number_column("fastest_min", "min", {"Shortest travel time (min)", "Waktu tempuh tersingkat (menit)"});
}
ColumnDefinition families_column() {
    return families_column("families", {"Families", "Keluarga"});
}
ColumnDefinition method_column() {
    return text_column("share_method", {"Where the families were taken to be", "Letak keluarga menurut"});
}
std::vector<ColumnDefinition> any_columns() {
    return {text_column("any_facility_id", {"Nearest facility of any kind: id", "Fasilitas terdekat apa pun: id"}),
            text_column("any_facility_name", {"Nearest facility of any kind", "Fasilitas terdekat apa pun"}),
            text_column("any_facility_kind", {"Its kind", "Jenisnya"}),
            number_column("any_total_m", "m", {"Its network distance (m)", "Jaraknya lewat jalan (m)"})};
}

void add_costs(Layer& layer, const ColumnDefinition& definition, const std::vector<std::optional<std::int64_t>>& costs,
               double (*convert)(std::int64_t)) {
    auto& column = layer.add_column(definition);
    for (const auto& cost : costs) column.add(cost ? std::optional(convert(*cost)) : std::nullopt);
}

void add_methods(Layer& layer, const DemandPoints& demand) {
    auto& column = layer.add_column(method_column());
    for (std::size_t i = 0; i < demand.settlement_count(); ++i) {
        demand.representatives[i] == network::kNone ? column.add_missing()
                                                    : column.add_text(share_method_code(demand.methods[i]));
    }
}

void add_any(Layer& layer, const Destinations& facilities, const std::vector<AnyFacility>& any) {
    const auto definitions = any_columns();
    const auto add_each = [&](const ColumnDefinition& definition, auto&& value) {
        auto& column = layer.add_column(definition);
        for (const auto& facility : any) {
            facility.feature == network::kNone ? column.add_missing() : value(column, facility);
        }
    };
    add_each(definitions[0],
             [&](Column& column, const AnyFacility& found) { column.add_text(facilities.ids[found.feature]); });
    add_each(definitions[1],
             [&](Column& column, const AnyFacility& found) { column.add(facilities.names[found.feature]); });
    add_each(definitions[2],
             [&](Column& column, const AnyFacility& found) { column.add(facilities.kinds[found.feature]); });
    add_each(definitions[3],
             [&](Column& column, const AnyFacility& found) { column.add_number(core::to_metres(found.total)); });
}

}  // namespace

std::vector<ColumnDefinition> health_columns(TimeRule time_rule) {
    auto columns = settlement_columns();
    const auto add = [&](std::vector<ColumnDefinition> more) {
        columns.insert(columns.end(), more.begin(), more.end());
    };
    add(destination_columns(facility_words()));
    add(way_columns());
    add({shortest_column()});
    if (time_rule == TimeRule::On) add({fastest_column()});
    add({families_column()});
    for (const auto& pooled : pooled_columns(time_rule, nullptr)) add({pooled.definition});
    add({method_column()});
    add(any_columns());
    return columns;
}

std::vector<ColumnDefinition> health_summary_columns(TimeRule time_rule) {
    auto columns = summary_columns();
    for (const auto& pooled : pooled_columns(time_rule, nullptr)) columns.push_back(pooled.definition);
    return columns;
}

Layer make_health_layer(const HealthQuestion& question, const HealthFindings& findings, const Layer& settlements,
                        std::future<Layer> ways, core::Progress& progress) {
    const auto& facilities = question.facilities.destinations;
    auto layer = with_settlement_geometry(settlements);
    add_settlement_columns(layer, question.settlements);
    progress.step(0.2);
    add_destination_columns(layer, {findings.rows, &facilities, {}}, facility_words());
    progress.step(0.4);
    std::ranges::move(ways.get().columns, std::back_inserter(layer.columns));
    progress.step(0.7);
    add_costs(layer, shortest_column(), findings.by_distance.cost, core::to_metres);
    if (findings.by_time) add_costs(layer, fastest_column(), findings.by_time->cost, core::to_minutes);
    auto& families = layer.add_column(families_column());
    for (const auto& count : question.settlements.families) families.add(count);
    const auto time_rule = findings.by_time ? TimeRule::On : TimeRule::Off;
    for (const auto& pooled : pooled_columns(time_rule, &findings))
        add_pooled_column(layer, pooled, question.settlements);
    add_methods(layer, question.demand);
    progress.step(0.8);
    add_any(layer, facilities, findings.any);
    return layer;
}

SummaryInput health_summary(const HealthQuestion& question, const HealthFindings& findings) {
    SummaryInput input{question.settlements, {{{}, findings.rows}}, {}, {}};
    for (std::size_t i = 0; i < question.settlements.size(); ++i) {
        const bool uncounted = question.settlements.has_families && !question.settlements.families[i];
        input.unknown.push_back(uncounted || !findings.by_distance.beyond[i]);
    }
    input.pooled = pooled_columns(findings.by_time ? TimeRule::On : TimeRule::Off, &findings);
    return input;
}

}  // namespace desakota::analyses
