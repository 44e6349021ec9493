#include "engine/analyses/breaking_points.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/analyses/decay_parameters.h"
#include "engine/analyses/neighbouring_centres.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_columns.h"
#include "engine/geo/coordinate_system.h"
#include "engine/hinterland/breaking_point.h"
#include "engine/paths/cost_matrix.h"
#include "engine/paths/trace.h"

namespace desakota::analyses {
namespace {

using core::Text;
using hinterland::BreakingPoint;
using layers::ColumnDefinition;

std::string_view place_code(BreakingPoint::Place place) {
    switch (place) {
        case BreakingPoint::Place::FirstPullsAll:
            return "first_pulls_all";
        case BreakingPoint::Place::SecondPullsAll:
            return "second_pulls_all";
        case BreakingPoint::Place::Between:
            break;
    }
    return "between";
}

std::vector<ColumnDefinition> cost_columns(network::Objective objective) {
    if (objective == network::Objective::Time) {
        return {
            number_column("first_min", "min", {"Time from the first centre (min)", "Waktu dari pusat pertama (menit)"}),
            number_column("second_min", "min",
                          {"Time from there to the second centre (min)", "Waktu dari sana ke pusat kedua (menit)"}),
            number_column("total_min", "min", {"Time in all (min)", "Waktu seluruhnya (menit)"})};
    }
    return {number_column("first_m", "m", {"Distance from the first centre (m)", "Jarak dari pusat pertama (m)"}),
            number_column("second_m", "m",
                          {"Distance from there to the second centre (m)", "Jarak dari sana ke pusat kedua (m)"}),
            number_column("total_m", "m", {"Network distance in all (m)", "Jarak lewat jalan seluruhnya (m)"})};
}

std::vector<ColumnDefinition> pair_columns() {
    return {text_column("first_centre_id", {"First centre id", "Pusat pertama (id)"}),
            text_column("first_centre_name", {"First centre", "Pusat pertama"}),
            text_column("second_centre_id", {"Second centre id", "Pusat kedua (id)"}),
            text_column("second_centre_name", {"Second centre", "Pusat kedua"}),
            text_column("centres", {"Both centres", "Kedua pusat"}),
            text_column("status", {"Status", "Status"}),
            text_column("place", {"Where the pulls are equal", "Letak daya tarik yang seimbang"}),
            text_column("reason", {"Reason", "Penjelasan"})};
}

void append(std::vector<ColumnDefinition>& to, std::vector<ColumnDefinition> from) {
    for (auto& column : from) to.push_back(std::move(column));
}

/// What was found of a pair.
struct Found {
    std::uint32_t from = network::kNone;  ///< places of the two centres between which the way costs least
    std::uint32_t to = network::kNone;
    RowStatus status = RowStatus::NotConnected;
    std::int64_t cost = core::kUnreachable;
    BreakingPoint point;
    geo::GridPoint place;
};

class Finder {
public:
    Finder(const HinterlandQuestion& question, const HinterlandFindings& findings, const SearchSetting& setting,
           int threads)
        : question_(question),
          setting_(setting),
          known_costs_(findings.between_centres),
          pairs_(neighbouring_centres(question, findings)),
          found_(pairs_.size()),
          options_(setting.options(question.cost)),
          threads_(threads) {
        options_.cutoff = core::kUnreachable;
    }

    [[nodiscard]] const std::vector<CentrePair>& pairs() const { return pairs_; }

    /// One for each pair.
    std::vector<Found> find(core::Progress& progress) {
        if (pairs_.empty()) return {};
        core::Stage choosing(progress, 0.0, 0.5);
        choose_places(choosing);
        core::Stage breaking(progress, 0.5, 1.0);
        break_ways(breaking);
        return std::move(found_);
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> places_of(std::uint32_t centre) const {
        std::vector<std::uint32_t> places;
        const auto& features = question_.centres.features;
        for (std::uint32_t i = 0; i < features.size(); ++i) {
            if (features[i] == centre) places.push_back(i);
        }
        return places;
    }

    /// The two places of each pair.
    void choose_places(core::Progress& progress) {
        if (known_costs_) {
            take_places([&](std::uint32_t from, std::uint32_t to) { return known_costs_->at(from, to); });
            return;
        }
        std::vector<bool> is_first(question_.centres.size(), false);
        for (const auto& pair : pairs_) is_first[pair.first] = true;
        std::vector<geo::GridPoint> starts;
        std::vector<std::uint32_t> row(question_.centres.places.size(), network::kNone);
        for (std::uint32_t i = 0; i < row.size(); ++i) {
            if (!is_first[question_.centres.features[i]]) continue;
            row[i] = static_cast<std::uint32_t>(starts.size());
            starts.push_back(question_.centres.places[i]);
        }
        const auto costs = paths::cost_matrix({setting_.network(), starts, question_.centres.places, options_},
                                              {.threads = threads_}, progress);
        take_places([&](std::uint32_t from, std::uint32_t to) { return costs.at(row[from], to); });
    }
    template <class CostOf>
    void take_places(const CostOf& cost_of) {
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            for (const auto from : places_of(pairs_[i].first)) {
                for (const auto to : places_of(pairs_[i].second)) take(cost_of(from, to), from, to, found_[i]);
            }
            found_[i].status = found_[i].cost < core::kUnreachable ? RowStatus::Reached : unreached(pairs_[i]);
        }
    }
    static void take(std::int64_t cost, std::uint32_t from, std::uint32_t to, Found& found) {
        if (cost >= found.cost) return;
        found.cost = cost;
        found.from = from;
        found.to = to;
    }

    [[nodiscard]] RowStatus unreached(const CentrePair& pair) const {
        const auto has_road = [&](std::uint32_t centre, network::LegUse use) {
            const network::AccessLegs legs(setting_.network(), options_.access, use);
            return std::ranges::any_of(places_of(centre), [&](std::uint32_t place) {
                return !legs.of(question_.centres.places[place]).empty();
            });
        };
        const bool both = has_road(pair.first, network::LegUse::Entry) && has_road(pair.second, network::LegUse::Exit);
        return both ? RowStatus::NotConnected : RowStatus::NoRoadInReach;
    }

    void break_ways(core::Progress& progress) {
        std::vector<geo::GridPoint> starts(pairs_.size());
        std::vector<paths::Choice> choices(pairs_.size());
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            if (found_[i].status != RowStatus::Reached) continue;
            starts[i] = question_.centres.places[found_[i].from];
            choices[i] = {found_[i].to, found_[i].cost};
        }
        const auto visit = [&](const paths::Nearest& nearest, std::span<const std::uint32_t> pairs) {
            for (const auto pair : pairs) break_way(nearest, starts[pair], pairs_[pair], found_[pair]);
        };
        visit_chosen_ways({setting_.network(), starts, question_.centres.places, options_}, choices,
                          {.threads = threads_}, progress, visit);
    }

    void break_way(const paths::Nearest& nearest, const geo::GridPoint& start, const CentrePair& pair,
                   Found& found) const {
        const auto way = nearest.way_from(start);
        found.point = hinterland::breaking_point(question_.pull(pair.first), question_.pull(pair.second),
                                                 static_cast<double>(found.cost), question_.decay);
        found.place = paths::place_along(nearest, way, start, found.point.from_first);
    }

    const HinterlandQuestion& question_;
    const SearchSetting& setting_;
    const std::optional<core::CostMatrix>& known_costs_;
    std::vector<CentrePair> pairs_;
    std::vector<Found> found_;
    paths::NearestOptions options_;
    int threads_;
};

class Rows {
public:
    Rows(layers::Layer& layer, const HinterlandQuestion& question, core::Language language)
        : layer_(layer), question_(question), language_(language) {}

    void add(const CentrePair& pair, const Found& found) {
        next_ = 0;
        const auto& centres = question_.centres;
        next().add_text(centres.ids[pair.first]);
        next().add(centres.names[pair.first]);
        next().add_text(centres.ids[pair.second]);
        next().add(centres.names[pair.second]);
        next().add_text(centres.title(pair.first) + " - " + centres.title(pair.second));
        next().add_text(status_code(found.status));
        const bool is_reached = found.status == RowStatus::Reached;
        auto& place = next();
        is_reached ? place.add_text(place_code(found.point.place)) : place.add_missing();
        next().add_text(reason(pair, found).in(language_));
        const double unit = question_.cost == network::Objective::Time ? kMillisecondsPerMinute : kMillimetresPerMetre;
        const auto total = static_cast<double>(found.cost);
        for (const double cost : {found.point.from_first, total - found.point.from_first, total}) {
            auto& column = next();
            is_reached ? column.add_number(cost / unit) : column.add_missing();
        }
        if (is_reached) layer_.geometry.add_part(geo::PartRole::Point, {{geo::to_degrees(found.place)}});
        layer_.geometry.end_feature();
        ++layer_.row_count;
    }

private:
    static constexpr double kMillisecondsPerMinute = 60000.0;
    static constexpr double kMillimetresPerMetre = 1000.0;

    layers::Column& next() { return layer_.columns[next_++]; }

    [[nodiscard]] Text reason(const CentrePair& pair, const Found& found) const {
        const auto first = core::same_text(question_.centres.title(pair.first));
        const auto second = core::same_text(question_.centres.title(pair.second));
        if (found.status == RowStatus::NoRoadInReach) {
            return {"One of the centres has no road in reach.", "Salah satu pusat tidak punya jalan di dekatnya."};
        }
        if (found.status != RowStatus::Reached) {
            return fill_text("No way leads from {} to {}.", "Tidak ada jalan dari {} ke {}.", first, second);
        }
        if (found.point.place == BreakingPoint::Place::FirstPullsAll) {
            return fill_text("{} pulls more all the way to {}.", "{} lebih kuat di sepanjang jalan ke {}.", first,
                             second);
        }
        const auto from_first = std::llrint(found.point.from_first);
        return fill_text(
            "Both pull alike {} from {} and {} from {}.", "Daya tarik keduanya seimbang {} dari {} dan {} dari {}.",
            cost_text(from_first, question_.cost), first, cost_text(found.cost - from_first, question_.cost), second);
    }

    layers::Layer& layer_;
    const HinterlandQuestion& question_;
    core::Language language_;
    std::size_t next_ = 0;
};

std::vector<maps::Style> styles() {
    const auto marker = [](Text label, const std::string& code, maps::Marker shape, const maps::Colour& colour) {
        maps::StyleClass one;
        one.label = std::move(label);
        one.symbol.marker = shape;
        one.symbol.colour = colour;
        one.symbol.size = 2.6;
        one.criteria = {maps::OneOf{"place", {code}}};
        return one;
    };
    return {{"breaking_points",
             {"Breaking points", "Titik henti"},
             {marker({"Between the two centres", "Di antara kedua pusat"}, "between", maps::Marker::Diamond,
                     maps::kVermilion),
              marker({"The first centre pulls more all the way", "Pusat pertama lebih kuat sepanjang jalan"},
                     "first_pulls_all", maps::Marker::Triangle, maps::kOrange)},
             maps::Names{"centres"}}};
}

}  // namespace

OutputLayer declare_breaking_points() {
    auto columns = pair_columns();
    append(columns, cost_columns(network::Objective::Distance));
    append(columns, cost_columns(network::Objective::Time));
    return {"hinterland_interaction_breaking_points",
            {"Breaking points", "Titik henti"},
            geo::GeometryType::Point,
            std::move(columns),
            {},
            {},
            styles()};
}

layers::Layer make_breaking_points(const HinterlandQuestion& question, const HinterlandFindings& findings,
                                   const layers::Layer& settlement_layer, const SearchSetting& setting,
                                   RunContext& context) {
    layers::Layer layer;
    layer.crs = settlement_layer.crs;
    layer.geometry_type = geo::GeometryType::Point;
    auto columns = pair_columns();
    append(columns, cost_columns(question.cost));
    for (auto& column : columns) layer.add_column(std::move(column));
    Finder finder(question, findings, setting, context.threads);
    core::Stage finding(context.progress, 0.0, 0.95);
    const auto found = finder.find(finding);
    Rows rows(layer, question, context.language);
    for (std::size_t i = 0; i < found.size(); ++i) rows.add(finder.pairs()[i], found[i]);
    core::Stage placing(context.progress, 0.95, 1.0);
    geo::from_wgs84(layer.geometry.all_coordinates(), layer.crs, {.threads = context.threads}, placing);
    context.progress.step(1.0);
    return layer;
}

}  // namespace desakota::analyses
