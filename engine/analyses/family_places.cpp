#include "engine/analyses/family_places.h"

#include <algorithm>
#include <utility>

#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/population_raster.h"
#include "engine/analyses/search_setting.h"

namespace desakota::analyses {
namespace {

using core::Text;
using network::WeightedPlaces;

/// The names that the field with a home's settlement usually has.
std::vector<std::string> usual_settlement_id_names() {
    return {"settlement_id", "id_settlement", "id_permukiman", "kode_permukiman", "id_sp",  "kode_sp", "id_upt",
            "kode_upt",      "iddesa",        "id_desa",       "kode_desa",       "kdepum", "kdebps"};
}

Parameter families_at() {
    return with_words(
        choice_parameter("families-at", {{"roads", {"along the roads inside", "sepanjang jalan di dalamnya"}},
                                         {"point", {"at one point", "di satu titik"}}}),
        {"Families of a polygon", "Keluarga dalam poligon"},
        {"Where the families of a settlement drawn as a polygon are taken to be: spread along the roads inside it, or "
         "at "
         "one point on its surface. Without a road inside, at that point.",
         "Letak keluarga permukiman yang berupa poligon: tersebar sepanjang jalan di dalamnya, atau di satu titik pada "
         "permukaannya. Tanpa jalan di dalamnya, di titik itu."});
}

bool has_polygons(const Settlements& settlements) {
    for (std::size_t i = 0; i < settlements.geometry.size(); ++i) {
        if (settlements.geometry.type(i) == geo::GeometryType::Polygon) return true;
    }
    return false;
}

using Rows = std::vector<std::size_t>;

Text title_list(const Settlements& settlements, const Rows& rows) {
    constexpr std::size_t kShown = 5;
    std::string list;
    for (std::size_t i = 0; i < std::min(kShown, rows.size()); ++i) {
        list += (i == 0 ? "" : ", ") + settlements.title(rows[i]);
    }
    if (rows.size() <= kShown) return core::same_text(list);
    return core::same_text(list) + core::format_text(" and {} more", " dan {} lainnya", rows.size() - kShown);
}

/// Chooses among the sources, settlement by settlement.
class Placing {
public:
    Placing(const Settlements& settlements, const FamilySources& sources, const WeightedPlaces* along_roads)
        : settlements_(settlements), sources_(sources), along_roads_(along_roads) {}

    DemandPoints run() {
        for (std::size_t i = 0; i < settlements_.size(); ++i) place(i);
        return std::move(demand_);
    }

    void report(core::Diagnostics& diagnostics) const {
        if (!without_homes_.empty()) {
            diagnostics.warning(
                Text{
                    "homes: none in these settlements, whose families are taken to be at the settlement's own place: ",
                    "homes: tidak ada rumah di permukiman berikut; keluarganya dianggap berada di letak permukiman: "} +
                title_list(settlements_, without_homes_) + core::same_text("."));
        }
        if (!without_population_.empty()) {
            diagnostics.warning(
                Text{
                    "population-raster: no populated cell in these settlements, whose families are placed without it: ",
                    "population-raster: tidak ada sel berpenduduk di permukiman berikut; keluarganya diletakkan tanpa "
                    "raster: "} +
                title_list(settlements_, without_population_) + core::same_text("."));
        }
        if (!without_roads_.empty()) {
            diagnostics.information(
                Text{"settlements: no road with homes inside these, whose families are taken to be at one point: ",
                     "settlements: tidak ada jalan berpermukiman di dalam permukiman berikut; keluarganya dianggap "
                     "berada "
                     "di satu titik: "} +
                title_list(settlements_, without_roads_) + core::same_text("."));
        }
    }

private:
    void place(std::size_t settlement) {
        if (sources_.homes) {
            if (take(sources_.homes->places, settlement, ShareMethod::Homes)) return;
            if (settlements_.places[settlement]) without_homes_.push_back(settlement);
        } else if (settlements_.geometry.type(settlement) == geo::GeometryType::Polygon) {
            if (place_polygon(settlement)) return;
        }
        demand_.add_point(settlements_.places[settlement]);
    }

    bool place_polygon(std::size_t settlement) {
        if (sources_.population) {
            if (take(sources_.population->places, settlement, ShareMethod::Population)) return true;
            without_population_.push_back(settlement);
        }
        if (along_roads_ == nullptr) return false;
        if (take(*along_roads_, settlement, ShareMethod::Roads)) return true;
        without_roads_.push_back(settlement);
        return false;
    }

    bool take(const WeightedPlaces& from, std::size_t settlement, ShareMethod method) {
        if (!from.has_places(settlement)) return false;
        demand_.add(from, settlement, method);
        return true;
    }

    const Settlements& settlements_;
    const FamilySources& sources_;
    const WeightedPlaces* along_roads_;
    DemandPoints demand_;
    Rows without_homes_;
    Rows without_population_;
    Rows without_roads_;
};

}  // namespace

std::vector<Parameter> family_place_parameters() {
    std::vector<Parameter> parameters{
        families_at(),
        with_words(layer_parameter("homes", ParameterKind::Layer, {geo::GeometryType::Point}), {"Homes", "Rumah"},
                   {"Points where families live, each with the id of its settlement. Nothing of this layer is drawn or "
                    "written to the result.",
                    "Titik tempat keluarga tinggal, masing-masing dengan id permukimannya. Isi lapisan ini tidak "
                    "digambar dan tidak ditulis ke hasil."}),
        with_words(field_parameter("homes-id-field", "homes", usual_settlement_id_names()),
                   {"Home's settlement", "Permukiman tiap rumah"},
                   {"Field with the id of the settlement to which a home belongs.",
                    "Kolom id permukiman tempat rumah itu berada."}),
        with_words(field_parameter("homes-families-field", "homes", usual_families_names()),
                   {"Families of a home", "Keluarga per rumah"},
                   {"Field with the number of families in a home; without it, one each.",
                    "Kolom jumlah keluarga tiap rumah; tanpa kolom ini, masing-masing satu."}),
        with_words(parameter_of("population-raster", ParameterKind::Raster), {"Population raster", "Raster penduduk"},
                   {"A raster of the number of people in each cell; the families of a polygon are spread over its "
                    "populated cells.",
                    "Raster jumlah penduduk tiap sel; keluarga dalam poligon disebar menurut sel yang berpenduduk."})};
    for (auto& parameter : parameters) parameter.advanced = true;
    return parameters;
}

std::vector<LayerExtent> FamilySources::with_extents(std::vector<LayerExtent> others) const {
    if (homes) others.push_back(homes->extent);
    if (population) others.push_back(population->extent);
    return others;
}

FamilySources read_family_sources(Arguments& arguments, const Settlements& settlements, RunContext& context) {
    FamilySources sources;
    sources.along_roads = arguments.text("families-at") != "point";
    if (arguments.has_layer("homes")) {
        sources.homes = read_homes(arguments, settlements, context);
    } else if (arguments.has_layer("population-raster")) {
        sources.population = read_population(arguments, settlements, context);
    }
    return sources;
}

void refuse_family_options_without_effect(const Arguments& arguments, const Settlements& settlements,
                                          core::Diagnostics& diagnostics) {
    const bool homes = arguments.has_layer("homes");
    const bool population = arguments.has_layer("population-raster");
    if (homes && population) {
        diagnostics.error({"--homes and --population-raster both say where families live: give one of them.",
                           "--homes dan --population-raster sama-sama menyatakan letak keluarga: berikan salah satu."});
        return;
    }
    const bool polygons = has_polygons(settlements);
    if (arguments.is_given("families-at") && homes) {
        diagnostics.option_without_effect({"--families-at has no effect with --homes: leave one of them out.",
                                           "--families-at tidak berpengaruh dengan --homes: hilangkan salah satunya."});
    }
    const auto refuse = [&](const char* name, bool given) {
        if (polygons || !given) return;
        diagnostics.option_without_effect(
            core::format_text("--{} has no effect: no settlement is a polygon.",
                              "--{} tidak berpengaruh: tidak ada permukiman yang berupa poligon.", name));
    };
    refuse("families-at", arguments.is_given("families-at") && !homes);
    refuse("population-raster", population);
}

DemandPoints place_families(const Settlements& settlements, const FamilySources& sources,
                            const network::RoadNetwork& roads, RunContext& context) {
    constexpr std::size_t kGrain = 16;
    std::optional<WeightedPlaces> along_roads;
    if (sources.along_roads && !sources.homes) {
        along_roads = network::spread_along_roads(settlements.geometry, {roads.lines, roads.index, roads.rules},
                                                  {.threads = context.threads, .grain = kGrain}, context.progress);
    }
    Placing placing(settlements, sources, along_roads ? &*along_roads : nullptr);
    auto demand = placing.run();
    placing.report(context.diagnostics);
    return demand;
}

}  // namespace desakota::analyses
