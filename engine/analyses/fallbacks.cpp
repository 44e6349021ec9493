#include "engine/analyses/fallbacks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_styles.h"
#include "engine/maps/classes.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::Column;
using layers::ColumnDefinition;
using layers::Layer;
using paths::ReachedDestination;
using Definitions = std::vector<ColumnDefinition>;

constexpr std::array<double, 4> kExtraMinutes{10.0, 20.0, 30.0, 60.0};

bool is_time(network::Objective cost) {
    return cost == network::Objective::Time;
}

ColumnDefinition level_column() {
    return text_column("centre_level", {"Centre's level", "Tingkat pusat"});
}
ColumnDefinition status_column() {
    return text_column("status", {"Status", "Status"});
}
ColumnDefinition rank_column() {
    return count_column("rank", {"Rank, the nearest first", "Urutan, mulai dari yang terdekat"});
}

/// A cost column in the unit of the run's cost. `start`: of its name.
ColumnDefinition cost_column(const std::string& start, network::Objective cost, const Text& distance,
                             const Text& time) {
    return is_time(cost) ? number_column(start + "_min", "min", time + Text{" (min)", " (menit)"})
                         : number_column(start + "_m", "m", distance + Text{" (m)", " (m)"});
}
ColumnDefinition total_column(network::Objective cost) {
    return cost_column("total", cost, {"Network distance in all", "Jarak lewat jalan seluruhnya"},
                       {"Travel time", "Waktu tempuh"});
}
ColumnDefinition second_total_column(network::Objective cost) {
    return cost_column("second_total", cost, {"Network distance to the second-nearest", "Jarak ke yang terdekat kedua"},
                       {"Travel time to the second-nearest", "Waktu tempuh ke yang terdekat kedua"});
}
ColumnDefinition extra_column(network::Objective cost) {
    return cost_column("extra", cost, {"Farther than the nearest by", "Lebih jauh dari yang terdekat"},
                       {"Longer than to the nearest by", "Lebih lama dari yang terdekat"});
}

Definitions second_columns(const DestinationWords& words) {
    const Text second{"Second-nearest: ", "Terdekat kedua: "};
    auto columns = destination_columns(words);
    for (auto& column : columns) column = with_prefix(std::move(column), {"second_", second});
    return columns;
}

void append(Definitions& to, Definitions more) {
    std::ranges::move(more, std::back_inserter(to));
}

Definitions nearest_columns(const DestinationWords& words, network::Objective cost) {
    auto columns = settlement_columns();
    append(columns, {status_column(), rank_column()});
    append(columns, destination_columns(words));
    append(columns, {total_column(cost)});
    return columns;
}

Definitions fallback_columns(const DestinationWords& words, network::Objective cost) {
    auto columns = settlement_columns();
    append(columns, {status_column()});
    append(columns, destination_columns(words));
    append(columns, {total_column(cost)});
    append(columns, second_columns(words));
    append(columns, {second_total_column(cost), extra_column(cost)});
    return columns;
}

/// How much farther the second-nearest is, in classes, and who has none.
maps::Style fallback_style(network::Objective cost) {
    const auto field = extra_column(cost).name;
    auto classes = is_time(cost) ? maps::range_classes(field, kExtraMinutes, {1.0, "min"})
                                 : maps::range_classes(field, maps::kDistanceBounds, maps::kKilometres);
    for (auto& range : classes) {
        range.heading = {"The second-nearest is farther by (upper limits included)",
                         "Yang terdekat kedua lebih jauh (batas atas termasuk)"};
    }
    maps::StyleClass none;
    none.label = {"Only one within reach", "Hanya satu yang terjangkau"};
    none.symbol.colour = maps::kBlack;
    none.symbol.marker = maps::Marker::Square;
    none.symbol.hatch = maps::Hatch::Level;
    none.criteria = {maps::OneOf{"status", {std::string(status_code(RowStatus::Reached))}}, maps::Missing{field}};
    classes.push_back(std::move(none));
    for (auto& unreached : unreached_classes()) classes.push_back(std::move(unreached));
    return {"fallback",
            {"When the nearest fails", "Bila yang terdekat tidak melayani"},
            std::move(classes),
            maps::Names{"settlement_name"},
            {},
            {"The darker, the farther the next one.", "Makin gelap, makin jauh yang berikutnya."}};
}

/// Fills the columns of a table one after the other, in the order in which they were declared.
class Row {
public:
    Row(Layer& layer, const FallbackTables& tables) : layer_(layer), tables_(tables) {}

    void begin() {
        next_ = 0;
        ++layer_.row_count;
    }
    void settlement(std::size_t settlement, const Fallbacks& fallbacks) {
        column().add_text(tables_.settlements.ids[settlement]);
        column().add(tables_.settlements.names[settlement]);
        if (!fallbacks.level.empty()) column().add_text(fallbacks.level);
        column().add_text(status_code(fallbacks.statuses[settlement]));
    }
    void destination(const ReachedDestination* found) {
        auto& id = column();
        auto& name = column();
        if (found == nullptr) {
            id.add_missing();
            name.add_missing();
        } else {
            id.add_text(tables_.destinations.ids[found->destination]);
            name.add(tables_.destinations.names[found->destination]);
        }
    }
    void cost(const std::optional<std::int64_t>& cost) {
        if (!cost) return column().add_missing();
        column().add_number(is_time(tables_.cost) ? core::to_minutes(*cost) : core::to_metres(*cost));
    }
    Column& column() { return layer_.columns[next_++]; }

private:
    Layer& layer_;
    const FallbackTables& tables_;
    std::size_t next_ = 0;
};

void add_columns(Layer& layer, Definitions columns, std::span<const Fallbacks> sets) {
    const bool has_levels = std::ranges::any_of(sets, [](const Fallbacks& set) { return !set.level.empty(); });
    if (has_levels) columns.insert(columns.begin() + 2, level_column());
    for (auto& column : columns) layer.add_column(std::move(column));
}

void add_geometry(Layer& layer, const geo::Geometries& from, std::size_t feature) {
    const auto parts = from.parts(feature);
    for (auto part = parts.first; part < parts.last; ++part) {
        layer.geometry.add_part(from.role(part), from.coordinates(part));
    }
    layer.geometry.end_feature();
}

OutputLayer with_count(OutputLayer output) {
    output.when = {"with --k", "dengan --k"};
    return output;
}

std::optional<std::int64_t> cost_of(const ReachedDestination* found) {
    return found == nullptr ? std::nullopt : std::optional(found->cost);
}

}  // namespace

Parameter nearest_count_parameter() {
    auto parameter = number_parameter("k", {"", 2.0, 20.0});
    parameter.whole = true;
    return as_advanced(with_words(
        std::move(parameter), {"Nearest destinations", "Jumlah tujuan terdekat"},
        {"Also tell so many of each settlement's nearest destinations, and how much farther the second-nearest is: "
         "what is left when the nearest is closed, full or cut off.",
         "Sebutkan pula sekian tujuan terdekat tiap permukiman, dan seberapa jauh lagi yang terdekat kedua: yang "
         "tersisa bila yang terdekat tutup, penuh, atau terputus."}));
}

std::optional<std::uint32_t> nearest_count(const Arguments& arguments) {
    const auto count = arguments.number("k");
    return count ? std::optional(static_cast<std::uint32_t>(*count)) : std::nullopt;
}

Fallbacks find_fallbacks(const PlaceSelection& selection, std::uint32_t count,
                         std::span<const std::optional<geo::GridPoint>> places, const SearchSetting& setting,
                         core::Progress& progress) {
    core::Stage building(progress, 0.0, 0.6);
    const paths::SeveralNearest several(setting.network(), {selection.places, selection.features},
                                        {setting.options(setting.cost()), count}, setting.parallel, building);
    Fallbacks fallbacks;
    fallbacks.nearest.resize(places.size());
    fallbacks.statuses.resize(places.size(), RowStatus::NoGeometry);
    core::Stage asking(progress, 0.6, 1.0);
    core::parallel_for(places.size(), setting.parallel, asking, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) {
            const auto& place = places[i];
            if (!place) continue;
            fallbacks.nearest[i] = several.from(*place);
            fallbacks.statuses[i] =
                fallbacks.nearest[i].empty() ? status_of(several.status_without(*place)) : RowStatus::Reached;
        }
    });
    return fallbacks;
}

FallbackOutputs declare_fallbacks(const std::string& main_layer, const DestinationWords& words,
                                  network::Objective cost) {
    return {with_count({main_layer + "_nearest",
                        {"Nearest destinations", "Tujuan terdekat"},
                        geo::GeometryType::None,
                        nearest_columns(words, cost),
                        {},
                        {},
                        table_styles()}),
            with_count({main_layer + "_fallback",
                        {"When the nearest fails", "Bila yang terdekat tidak melayani"},
                        geo::GeometryType::Polygon,  // or points, as the settlements are
                        fallback_columns(words, cost),
                        {},
                        {},
                        {fallback_style(cost)}})};
}

Layer make_nearest_table(const FallbackTables& tables) {
    Layer layer;
    add_columns(layer, nearest_columns(tables.words, tables.cost), tables.sets);
    Row row(layer, tables);
    for (const auto& set : tables.sets) {
        for (std::size_t i = 0; i < set.nearest.size(); ++i) {
            const auto& nearest = set.nearest[i];
            for (std::size_t rank = 0; rank < std::max<std::size_t>(1, nearest.size()); ++rank) {
                const auto* const found = nearest.empty() ? nullptr : &nearest[rank];
                row.begin();
                row.settlement(i, set);
                auto& ranks = row.column();
                found == nullptr ? ranks.add_missing() : ranks.add_whole_number(static_cast<std::int64_t>(rank + 1));
                row.destination(found);
                row.cost(cost_of(found));
            }
        }
    }
    return layer;
}

Layer make_fallback_layer(const FallbackTables& tables, const Layer& settlement_layer) {
    Layer layer;
    layer.crs = settlement_layer.crs;
    layer.geometry_type = settlement_layer.geometry_type;
    add_columns(layer, fallback_columns(tables.words, tables.cost), tables.sets);
    Row row(layer, tables);
    for (const auto& set : tables.sets) {
        for (std::size_t i = 0; i < set.nearest.size(); ++i) {
            const auto& nearest = set.nearest[i];
            const auto* const first = nearest.empty() ? nullptr : &nearest[0];
            const auto* const second = nearest.size() < 2 ? nullptr : &nearest[1];
            row.begin();
            row.settlement(i, set);
            row.destination(first);
            row.cost(cost_of(first));
            row.destination(second);
            row.cost(cost_of(second));
            row.cost(second == nullptr ? std::nullopt : std::optional(second->cost - first->cost));
            add_geometry(layer, settlement_layer.geometry, i);
        }
    }
    return layer;
}

Text fallback_sentence(const Fallbacks& fallbacks, network::Objective cost, const Text& wanted) {
    std::vector<std::int64_t> extras;
    double reached = 0.0;
    for (const auto& nearest : fallbacks.nearest) {
        if (!nearest.empty()) reached += 1.0;
        if (nearest.size() > 1) extras.push_back(nearest[1].cost - nearest[0].cost);
    }
    std::ranges::sort(extras);
    const auto alone = grouped(reached - static_cast<double>(extras.size()));
    const auto all = grouped(reached);
    if (extras.empty()) {
        return fill_text("None of {} settlements that reach {} reaches a second.",
                         "Tidak satu pun dari {} permukiman yang menjangkau {} punya yang kedua.", all, wanted);
    }
    const auto shown = is_time(cost) ? duration_text : length_text;
    const auto middle = shown(extras[extras.size() / 2]);
    if (extras.size() == static_cast<std::size_t>(reached)) {
        return fill_text(
            "All {} settlements that reach {} have a second within reach; for half of them it is at least {} farther.",
            "Semua {} permukiman yang menjangkau {} punya yang kedua; bagi setengahnya, yang kedua sedikitnya {} lebih "
            "jauh.",
            all, wanted, middle);
    }
    return fill_text(
        "{} of {} settlements that reach {} have no second within reach; for half of the others the second-nearest is "
        "at least {} farther.",
        "{} dari {} permukiman yang menjangkau {} tidak punya yang kedua; bagi setengah yang lain, yang terdekat kedua "
        "sedikitnya {} lebih jauh.",
        alone, all, wanted, middle);
}

}  // namespace desakota::analyses
