#include "engine/analyses/od_matrix.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/common_parameters.h"
#include "engine/analyses/companion_layers.h"
#include "engine/analyses/fallbacks.h"
#include "engine/analyses/family_places.h"
#include "engine/analyses/layers_meet.h"
#include "engine/analyses/od_pairs.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;

constexpr const char* kMainLayer = "od_matrix";
constexpr const char* kDestinations = "destinations";

std::vector<Parameter> destination_parameters() {
    return {
        as_required(with_words(
            layer_parameter(kDestinations, ParameterKind::Layer,
                            {geo::GeometryType::Point, geo::GeometryType::Polygon}),
            {"Destinations", "Tujuan"},
            {"Facilities, centres, markets or other places to which distances are wanted, as points or polygons. All "
             "of them count, whatever their kind.",
             "Fasilitas, pusat, pasar, atau tempat lain yang ingin diketahui jaraknya, berupa titik atau poligon. "
             "Semuanya dihitung, apa pun jenisnya."})),
        with_words(
            field_parameter("destination-id-field", kDestinations, usual_id_names()), {"Destination id", "Id tujuan"},
            {"Field with a code of its own for each destination.", "Kolom kode yang berbeda untuk tiap tujuan."}),
        with_words(field_parameter("destination-name-field", kDestinations, usual_name_names()),
                   {"Destination name", "Nama tujuan"}, {"Field with the destination's name.", "Kolom nama tujuan."})};
}

Parameter count_parameter() {
    auto parameter = number_parameter("k", {"", 1.0, 100.0});
    parameter.whole = true;
    return with_words(std::move(parameter), {"Nearest destinations", "Jumlah tujuan terdekat"},
                      {"Give only so many destinations for each settlement, the nearest first. Without it all pairs "
                       "are given or, with a limit of the search, those within it.",
                       "Berikan hanya sekian tujuan untuk tiap permukiman, mulai dari yang terdekat. Tanpa ini semua "
                       "pasangan diberikan atau, jika ada batas pencarian, yang berada di dalamnya."});
}

ColumnDefinition cost_column(network::Objective cost) {
    return cost == network::Objective::Time
               ? number_column("total_min", "min", {"Travel time (min)", "Waktu tempuh (menit)"})
               : number_column("total_m", "m", {"Network distance in all (m)", "Jarak lewat jalan seluruhnya (m)"});
}

std::vector<ColumnDefinition> columns() {
    auto all = settlement_columns();
    std::ranges::copy(destination_columns({"destination", {"Destination", "Tujuan"}}), std::back_inserter(all));
    all.insert(all.end(),
               {text_column("status", {"Status", "Status"}),
                count_column("rank", {"Rank among the settlement's destinations", "Urutan di antara tujuan"}),
                cost_column(network::Objective::Distance), cost_column(network::Objective::Time),
                number_column("straight_m", "m", {"Straight-line distance (m)", "Jarak garis lurus (m)"})});
    return all;
}

std::vector<OutputLayer> outputs() {
    return {{kMainLayer,
             {"Distances from settlements to destinations", "Jarak dari permukiman ke tujuan"},
             geo::GeometryType::None,
             columns(),
             {},
             {},
             table_styles()}};
}

struct Input {
    Settlements settlements;
    Destinations destinations;
    FamilySources families;
    RoadInput roads;
};

Input read_input(Arguments& arguments, RunContext& context) {
    Input input;
    core::Stage settlements(context.progress, 0.0, 0.2);
    auto reading_settlements = with_progress(context, settlements);
    input.settlements = read_settlements(arguments, FamiliesUse::NotNeeded, reading_settlements);
    core::Stage families(context.progress, 0.2, 0.25);
    auto reading_families = with_progress(context, families);
    input.families = read_family_sources(arguments, input.settlements, reading_families);
    core::Stage destinations(context.progress, 0.25, 0.3);
    auto reading_destinations = with_progress(context, destinations);
    input.destinations = read_destinations(
        arguments, {{kDestinations, "destination-id-field", "destination-name-field"}, {}, {}}, reading_destinations);
    core::Stage roads(context.progress, 0.3, 1.0);
    auto reading_roads = with_progress(context, roads);
    input.roads = read_roads(arguments, reading_roads);
    check_that_layers_meet(input.roads.extent,
                           input.families.with_extents({input.settlements.extent, input.destinations.extent}),
                           arguments.number("max-access").value_or(0.0), context);
    context.diagnostics.throw_errors();
    refuse_options_without_effect(arguments, input.roads, context.diagnostics);
    refuse_family_options_without_effect(arguments, input.settlements, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    return input;
}

/// Straight to the nearest of a destination's places.
class StraightDistances {
public:
    explicit StraightDistances(const OdQuestion& question) : question_(question) {}

    [[nodiscard]] std::optional<double> of(const OdPair& pair) const {
        const auto& from = question_.settlements.places[pair.settlement];
        if (!from || pair.destination == network::kNone) return std::nullopt;
        const auto& destinations = question_.destinations;
        const auto [first, last] = std::ranges::equal_range(destinations.features, pair.destination);
        std::optional<double> least;
        for (auto feature = first; feature != last; ++feature) {
            const auto place = static_cast<std::size_t>(feature - destinations.features.begin());
            const double metres = geo::distance(*from, destinations.places[place]);
            least = std::min(least.value_or(metres), metres);
        }
        return least ? std::optional(core::to_metres(core::to_thousandths(*least))) : std::nullopt;
    }

private:
    const OdQuestion& question_;
};

/// Adds one column, filled pair by pair: `value(column, pair)`.
template <class Value>
void add_column(layers::Layer& layer, const ColumnDefinition& definition, const std::vector<OdPair>& pairs,
                const Value& value) {
    auto& column = layer.add_column(definition);
    column.reserve(pairs.size());
    for (const auto& pair : pairs) value(column, pair);
}

void add_places(layers::Layer& layer, const OdQuestion& question, const std::vector<OdPair>& pairs) {
    const auto definitions = columns();
    const auto& settlements = question.settlements;
    const auto& destinations = question.destinations;
    add_column(layer, definitions[0], pairs,
               [&](auto& column, const OdPair& pair) { column.add_text(settlements.ids[pair.settlement]); });
    add_column(layer, definitions[1], pairs,
               [&](auto& column, const OdPair& pair) { column.add(settlements.names[pair.settlement]); });
    add_column(layer, definitions[2], pairs, [&](auto& column, const OdPair& pair) {
        pair.destination == network::kNone ? column.add_missing() : column.add_text(destinations.ids[pair.destination]);
    });
    add_column(layer, definitions[3], pairs, [&](auto& column, const OdPair& pair) {
        pair.destination == network::kNone ? column.add_missing() : column.add(destinations.names[pair.destination]);
    });
}

layers::Layer make_table(const OdQuestion& question, const std::vector<OdPair>& pairs, network::Objective cost,
                         core::Progress& progress) {
    layers::Layer layer;
    layer.row_count = pairs.size();
    add_places(layer, question, pairs);
    progress.step(0.4);
    const auto definitions = columns();
    add_column(layer, definitions[4], pairs,
               [](auto& column, const OdPair& pair) { column.add_text(status_code(pair.status)); });
    add_column(layer, definitions[5], pairs, [](auto& column, const OdPair& pair) {
        pair.rank == 0 ? column.add_missing() : column.add_whole_number(pair.rank);
    });
    const auto convert = cost == network::Objective::Time ? core::to_minutes : core::to_metres;
    add_column(layer, cost_column(cost), pairs, [&](auto& column, const OdPair& pair) {
        pair.rank == 0 ? column.add_missing() : column.add_number(convert(pair.cost));
    });
    progress.step(0.6);
    const StraightDistances straight(question);
    add_column(layer, definitions[8], pairs, [&](auto& column, const OdPair& pair) { column.add(straight.of(pair)); });
    progress.step(1.0);
    return layer;
}

/// What all pairs come to.
struct PairFigures {
    double settlements_reaching = 0.0;  ///< settlements that reach a destination at least
    std::vector<std::int64_t> costs;    ///< of the pairs reached, in order
};

PairFigures figures_of(const std::vector<OdPair>& pairs) {
    PairFigures figures;
    for (const auto& pair : pairs) {
        if (pair.rank == 0) continue;
        if (pair.rank == 1) figures.settlements_reaching += 1.0;
        figures.costs.push_back(pair.cost);
    }
    std::ranges::sort(figures.costs);
    return figures;
}

/// "41 settlements and 3 destinations: 120 pairs reached, half of them within 12.3 km, the farthest 80 km."
Text answer(const OdQuestion& question, const PairFigures& figures, network::Objective cost) {
    const auto settlements = grouped(static_cast<double>(question.settlements.size()));
    const auto destinations = grouped(static_cast<double>(question.destinations.size()));
    if (figures.costs.empty()) {
        return fill_text("None of {} settlements reaches any of {} destinations.",
                         "Tidak satu pun dari {} permukiman menjangkau satu dari {} tujuan.", settlements,
                         destinations);
    }
    const auto shown = cost == network::Objective::Time ? duration_text : length_text;
    return fill_text(
        "{} of {} settlements reach at least one of {} destinations: {} pairs, half of them within {}, the farthest "
        "{}.",
        "{} dari {} permukiman menjangkau sedikitnya satu dari {} tujuan: {} pasangan, setengahnya dalam {}, yang "
        "terjauh {}.",
        grouped(figures.settlements_reaching), settlements, destinations,
        grouped(static_cast<double>(figures.costs.size())), shown(figures.costs[(figures.costs.size() - 1) / 2]),
        shown(figures.costs.back()));
}

Results make_results(const OdQuestion& question, const std::vector<OdPair>& pairs, network::Objective cost,
                     RunContext& context) {
    Results results;
    add_layer(results, make_table(question, pairs, cost, context.progress), outputs().front(), context.language);
    const auto figures = figures_of(pairs);
    const auto add = [&](const char* name, Text label, double value) {
        results.figures.push_back({name, std::move(label), value, 0});
    };
    add("settlements", {"Settlements", "Permukiman"}, static_cast<double>(question.settlements.size()));
    add("settlements_reached", {"Settlements that reach a destination", "Permukiman yang menjangkau tujuan"},
        figures.settlements_reaching);
    add("destinations", {"Destinations", "Tujuan"}, static_cast<double>(question.destinations.size()));
    add("pairs_reached", {"Pairs reached", "Pasangan yang terjangkau"}, static_cast<double>(figures.costs.size()));
    results.summary.push_back(answer(question, figures, cost));
    return results;
}

Results run(Arguments& arguments, RunContext& context) {
    refuse_options_without_effect(arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    core::Stage reading(context.progress, 0.0, 0.1);
    auto reading_context = with_progress(context, reading);
    auto input = read_input(arguments, reading_context);
    core::Stage building(context.progress, 0.1, 0.45);
    auto building_context = with_progress(context, building);
    const auto setting = prepare_search(arguments, std::move(input.roads), building_context);
    core::Stage placing(context.progress, 0.45, 0.5);
    auto placing_context = with_progress(context, placing);
    auto& places = input.settlements.places;
    places = place_families(input.settlements, input.families, setting.network(), placing_context).row_places();
    const OdQuestion question{input.settlements, input.destinations, nearest_count(arguments)};
    core::Stage searching(context.progress, 0.5, 0.9);
    const auto pairs = find_pairs(question, setting, searching);
    core::Stage telling(context.progress, 0.9, 1.0);
    auto telling_context = with_progress(context, telling);
    return make_results(question, pairs, setting.cost(), telling_context);
}

}  // namespace

Analysis describe_od_matrix() {
    Analysis analysis;
    analysis.id = "od-matrix";
    analysis.group = {"Access", "Keterjangkauan"};
    analysis.title = {"Origin-destination matrix", "Matriks asal-tujuan"};
    analysis.help = {
        "How far is it from each settlement to each destination, by road or by time? A table with a row for every "
        "pair: "
        "all of them, those within a limit, or each settlement's nearest. Every figure is the one that the other "
        "analyses find for that pair: on foot to the network, along it, and from it to the destination. A settlement "
        "that reaches nothing has a row that says why.",
        "Seberapa jauh tiap permukiman dari tiap tujuan, lewat jalan atau menurut waktu? Hasilnya tabel dengan satu "
        "baris untuk tiap pasangan: semuanya, yang berada dalam batas tertentu, atau yang terdekat dari tiap "
        "permukiman. Tiap angka sama dengan yang diperoleh analisis lain untuk pasangan itu: berjalan kaki sampai ke "
        "jaringan jalan, menyusurinya, lalu sampai ke tujuan. Permukiman yang tidak menjangkau apa pun punya satu "
        "baris yang menyebutkan sebabnya."};
    analysis.parameters = without(settlement_parameters(), {"families-field", "group-field"});
    append(analysis.parameters, family_place_parameters());
    append(analysis.parameters, destination_parameters());
    append(analysis.parameters, {count_parameter()});
    append(analysis.parameters, network_layer_parameters());
    append(analysis.parameters, without(travel_parameters(), {"routes"}));
    append(analysis.parameters, without(network_parameters(), {"verify"}));
    analysis.outputs = outputs();
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
