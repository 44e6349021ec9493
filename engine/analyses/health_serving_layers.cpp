#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "engine/analyses/health_serving.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_styles.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/measure.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::Layer;

std::string_view serving_status(ServingMatch match, const WayRow& row) {
    switch (match) {
        case ServingMatch::Found:
            return status_code(row.status);
        case ServingMatch::NotAssigned:
            return "not_assigned";
        case ServingMatch::NotFound:
            return "not_found";
        case ServingMatch::Ambiguous:
            return "ambiguous";
        case ServingMatch::NotCounted:
            break;
    }
    return "not_counted";
}

ColumnDefinition serving_id_column() {
    return text_column("serving_id", {"Assigned facility (id)", "Fasilitas wilayah kerja (id)"});
}
ColumnDefinition serving_name_column() {
    return text_column("serving_name", {"Assigned facility", "Fasilitas wilayah kerja"});
}
ColumnDefinition serving_length_column() {
    return number_column(
        "serving_m", "m",
        {"Network distance to the assigned facility (m)", "Jarak lewat jalan ke fasilitas wilayah kerja (m)"});
}
ColumnDefinition extra_column() {
    return number_column("serving_extra_m", "m",
                         {"Farther than the nearest by (m)", "Lebih jauh daripada yang terdekat (m)"});
}
ColumnDefinition nearest_length_column() {
    return number_column("shortest_m", "m", {"Shortest network distance (m)", "Jarak terpendek lewat jalan (m)"});
}
ColumnDefinition plain_families_column() {
    return number_column("families", "", {"Families", "Keluarga"});
}

/// Columns of the main layer that the summary pools too.
std::vector<std::string> pooled_in_main() {
    return {"families_not_nearest", "families_beyond_serving", "share_beyond_serving"};
}

std::optional<double> serving_m(const Serving& serving, std::size_t settlement) {
    const auto& row = serving.found.rows[settlement];
    if (serving.named.matches[settlement] != ServingMatch::Found || !row.is_reached()) return std::nullopt;
    return core::to_metres(row.total());
}

std::optional<double> shortest_m(const Serving& serving, std::size_t settlement) {
    const auto& cost = serving.nearest.by_distance.cost[settlement];
    return cost ? std::optional(core::to_metres(*cost)) : std::nullopt;
}

std::optional<double> extra_m(const Serving& serving, std::size_t settlement) {
    const auto& cost = serving.nearest.by_distance.cost[settlement];
    if (!serving_m(serving, settlement) || !cost) return std::nullopt;
    return core::to_metres(serving.found.rows[settlement].total() - *cost);
}

/// The id and the name of the facility that was matched, whether or not it counts.
void add_facility_columns(Layer& layer, const Serving& serving) {
    const auto& facilities = serving.question.facilities.destinations;
    auto& ids = layer.add_column(serving_id_column());
    for (const auto facility : serving.named.facilities) {
        facility == network::kNone ? ids.add_missing() : ids.add_text(facilities.ids[facility]);
    }
    auto& names = layer.add_column(serving_name_column());
    for (const auto facility : serving.named.facilities) {
        facility == network::kNone ? names.add_missing() : names.add(facilities.names[facility]);
    }
}

/// Settlements to which another facility is nearer than the assigned one.
bool differs(const Serving& serving, std::size_t settlement) {
    return serving.found.not_nearest[settlement].value_or(0.0) > 0.0;
}

/// From the settlement straight to the nearest place of its assigned facility.
void draw_line(Layer& layer, const Serving& serving, std::size_t settlement) {
    const auto& from = serving.question.settlements.places[settlement];
    const auto& facilities = serving.question.facilities.destinations;
    const auto [first, last] = std::ranges::equal_range(facilities.features, serving.named.facilities[settlement]);
    if (from && first != last) {
        const auto places = std::span(facilities.places)
                                .subspan(static_cast<std::size_t>(first - facilities.features.begin()),
                                         static_cast<std::size_t>(last - first));
        const auto to = *std::ranges::min_element(
            places, {}, [&](const geo::GridPoint& place) { return geo::distance(*from, place); });
        layer.geometry.add_coordinate(geo::to_degrees(*from));
        layer.geometry.add_coordinate(geo::to_degrees(to));
        layer.geometry.end_part(geo::PartRole::Line);
    }
    layer.geometry.end_feature();
}

std::vector<ColumnDefinition> line_columns() {
    auto columns = settlement_columns();
    for (const auto& column : {serving_id_column(), serving_name_column(), serving_length_column(),
                               nearest_length_column(), extra_column(), plain_families_column()}) {
        columns.push_back(column);
    }
    return columns;
}

maps::Style line_style() {
    auto classes = maps::range_classes("serving_extra_m", maps::kDistanceBounds, maps::kKilometres);
    for (auto& farther : classes) {
        farther.heading = {"Farther than the nearest by", "Lebih jauh daripada yang terdekat"};
        farther.symbol.width = 0.7;
    }
    maps::StyleClass without_way;
    without_way.label = {"No way to the assigned one", "Tidak ada jalan ke sana"};
    without_way.symbol.colour = maps::kBlue;
    without_way.symbol.dash = maps::Dash::Dotted;
    without_way.symbol.width = 0.7;
    without_way.criteria = {maps::Missing{"serving_extra_m"}};
    classes.push_back(std::move(without_way));
    return {"serving",
            {"Where another is nearer than the assigned", "Yang terdekat bukan wilayah kerjanya"},
            std::move(classes),
            {},
            {},
            {"The darker, the longer the detour; upper limits included.",
             "Makin gelap, makin jauh memutar; batas atas termasuk."}};
}

double sum_of(const SummaryInput& pooled, std::string_view name) {
    for (const auto& column : pooled.pooled) {
        if (column.definition.name == name) return pooled_total(pooled, column).value_or(0.0);
    }
    return 0.0;
}

Text difference_sentence(const Serving& serving, const SummaryInput& pooled, double assigned) {
    const auto count = grouped(sum_of(pooled, "settlements_not_nearest"));
    const auto all = grouped(assigned);
    if (!serving.question.settlements.has_families) {
        return fill_text("Another facility is nearer than the assigned one for {0} of {1} settlements",
                         "Ada fasilitas yang lebih dekat daripada fasilitas wilayah kerjanya bagi {0} dari {1} "
                         "permukiman",
                         count, all);
    }
    return fill_text("Another facility is nearer than the assigned one for {0} of {1} settlements ({2} families)",
                     "Ada fasilitas yang lebih dekat daripada fasilitas wilayah kerjanya bagi {0} dari {1} permukiman "
                     "({2} keluarga)",
                     count, all, grouped(sum_of(pooled, "families_not_nearest")));
}

}  // namespace

std::vector<ColumnDefinition> serving_columns() {
    std::vector<ColumnDefinition> columns{
        serving_id_column(),
        serving_name_column(),
        text_column("serving_status", {"Way to the assigned facility", "Status ke fasilitas wilayah kerja"}),
        text_column("serving_reason",
                    {"Way to the assigned facility: reason", "Penjelasan tentang fasilitas wilayah kerja"}),
        serving_length_column(),
        extra_column(),
        count_column("serving_is_nearest", {"The assigned facility is the nearest (1) or not (0)",
                                            "Fasilitas wilayah kerja adalah yang terdekat (1) atau bukan (0)"})};
    const auto in_main = pooled_in_main();
    for (auto& pooled : serving_pooled_columns(nullptr)) {
        if (std::ranges::find(in_main, pooled.definition.name) != in_main.end()) columns.push_back(pooled.definition);
    }
    return columns;
}

std::vector<PooledColumn> serving_pooled_columns(const ServingFindings* findings) {
    using Span = std::span<const std::optional<double>>;
    const auto not_nearest = findings == nullptr ? Span{} : Span(findings->not_nearest);
    const auto beyond = findings == nullptr ? Span{} : Span(findings->beyond);
    return {{number_column("settlements_not_nearest", "",
                           {"Settlements to which another is nearer than the assigned facility",
                            "Permukiman yang lebih dekat ke fasilitas lain"}),
             Pooling::Settlements, not_nearest},
            {number_column("families_not_nearest", "",
                           {"Families to which another is nearer than the assigned facility",
                            "Keluarga yang lebih dekat ke fasilitas lain"}),
             Pooling::Families, not_nearest},
            {number_column("share_not_nearest", "",
                           {"Share to which another is nearer than the assigned facility",
                            "Bagian yang lebih dekat ke fasilitas lain"}),
             Pooling::Share, not_nearest},
            {number_column("families_beyond_serving", "",
                           {"Families beyond the threshold to the assigned facility",
                            "Keluarga di luar ambang jarak ke fasilitas wilayah kerjanya"}),
             Pooling::Families, beyond},
            {number_column("share_beyond_serving", "",
                           {"Share beyond the threshold to the assigned facility",
                            "Bagian di luar ambang jarak ke fasilitas wilayah kerjanya"}),
             Pooling::Share, beyond}};
}

void add_serving_columns(Layer& layer, const Serving& serving) {
    const auto size = serving.question.settlements.size();
    const auto definitions = serving_columns();
    add_facility_columns(layer, serving);
    auto& status = layer.add_column(definitions[2]);
    for (std::size_t i = 0; i < size; ++i) {
        status.add_text(serving_status(serving.named.matches[i], serving.found.rows[i]));
    }
    auto& reason = layer.add_column(definitions[3]);
    for (const auto& row : serving.found.rows) reason.add_text(row.reason);
    auto& length = layer.add_column(definitions[4]);
    for (std::size_t i = 0; i < size; ++i) length.add(serving_m(serving, i));
    auto& extra = layer.add_column(definitions[5]);
    for (std::size_t i = 0; i < size; ++i) extra.add(extra_m(serving, i));
    auto& is_nearest = layer.add_column(definitions[6]);
    for (const auto& another : serving.found.not_nearest) {
        is_nearest.add(another ? std::optional(std::int64_t{*another > 0.0 ? 0 : 1}) : std::nullopt);
    }
    const auto in_main = pooled_in_main();
    for (const auto& pooled : serving_pooled_columns(&serving.found)) {
        if (std::ranges::find(in_main, pooled.definition.name) == in_main.end()) continue;
        add_pooled_column(layer, pooled, serving.question.settlements);
    }
}

OutputLayer declare_serving_lines() {
    return {"health_access_serving",
            {"Assigned facilities that are not the nearest", "Fasilitas wilayah kerja yang bukan yang terdekat"},
            geo::GeometryType::Line,
            line_columns(),
            {"with --serving-field", "dengan --serving-field"},
            {},
            {line_style()}};
}

Layer make_serving_lines(const Serving& serving, const Layer& settlement_layer, RunContext& context) {
    Layer layer;
    layer.crs = settlement_layer.crs;
    layer.geometry_type = geo::GeometryType::Line;
    for (auto& column : line_columns()) layer.add_column(std::move(column));
    const auto& settlements = serving.question.settlements;
    const auto& facilities = serving.question.facilities.destinations;
    for (std::size_t i = 0; i < settlements.size(); ++i) {
        if (!differs(serving, i)) continue;
        const auto facility = serving.named.facilities[i];
        layer.columns[0].add_text(settlements.ids[i]);
        layer.columns[1].add(settlements.names[i]);
        layer.columns[2].add_text(facilities.ids[facility]);
        layer.columns[3].add(facilities.names[facility]);
        layer.columns[4].add(serving_m(serving, i));
        layer.columns[5].add(shortest_m(serving, i));
        layer.columns[6].add(extra_m(serving, i));
        layer.columns[7].add(settlements.families[i]);
        draw_line(layer, serving, i);
        ++layer.row_count;
    }
    geo::from_wgs84(layer.geometry.all_coordinates(), layer.crs, {.threads = context.threads}, context.progress);
    return layer;
}

void add_serving_answer(Results& results, const Serving& serving, const SummaryInput& pooled) {
    const auto assigned = static_cast<double>(std::ranges::count(serving.named.matches, ServingMatch::Found));
    results.figures.push_back({"settlements_assigned",
                               {"Settlements with an assigned facility that counts",
                                "Permukiman dengan fasilitas wilayah kerja yang dihitung"},
                               assigned,
                               0});
    auto sentence = difference_sentence(serving, pooled, assigned);
    if (serving.question.settlements.has_families) {
        sentence =
            std::move(sentence) +
            fill_text("; {0} families live more than {1} by road from the assigned one",
                      "; {0} keluarga tinggal lebih dari {1} lewat jalan dari fasilitas wilayah kerjanya",
                      grouped(sum_of(pooled, "families_beyond_serving")), length_text(serving.question.threshold));
    }
    results.summary.push_back(std::move(sentence) + core::same_text("."));
}

}  // namespace desakota::analyses
