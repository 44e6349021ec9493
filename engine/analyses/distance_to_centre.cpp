#include "engine/analyses/distance_to_centre.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/centre_searches.h"
#include "engine/analyses/common_parameters.h"
#include "engine/analyses/companion_layers.h"
#include "engine/analyses/cost_columns.h"
#include "engine/analyses/fallbacks.h"
#include "engine/analyses/family_places.h"
#include "engine/analyses/layers_meet.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/summary_table.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using Level = std::optional<CentreLevel>;

constexpr const char* kMainLayer = "distance_to_centre";

/// One search's part of the result.
struct LevelWays {
    Level level;
    std::vector<WayRow> rows;
    std::optional<Fallbacks> fallbacks;  ///< where they were asked for

    [[nodiscard]] std::string code() const { return level ? level_code(*level) : std::string{}; }
    [[nodiscard]] ColumnPrefix prefix() const {
        if (!level) return {};
        const Text words = *level == CentreLevel::Skp ? core::same_text("SKP") : core::same_text(code());
        return {code() + "_", words + core::same_text(": ")};
    }
};

DestinationWords centre_words() {
    return {"centre", {"Centre", "Pusat"}};
}

std::vector<Parameter> centre_parameters() {
    auto all = centre_layer_parameters({"The centres to which distances are wanted, as points or polygons.",
                                        "Pusat-pusat yang ingin diketahui jaraknya, berupa titik atau poligon."});
    append(
        all,
        {with_words(field_parameter("centre-level-field", "centres"), {"Centre level", "Tingkat pusat"},
                    {"Field with the level of each centre: skp, kawasan or kabupaten. The three distances then stand "
                     "side by side, in columns that begin with skp_, kawasan_ and kabupaten_.",
                     "Kolom tingkat tiap pusat: skp, kawasan, atau kabupaten. Ketiga jaraknya disajikan "
                     "berdampingan, dalam kolom berawalan skp_, kawasan_, dan kabupaten_."}),
         with_words(field_parameter("centre-field", "settlements"), {"Own centre", "Pusat sendiri"},
                    {"Field of the settlements with the id or name of each one's own centre; without it the nearest "
                     "centre is taken. With levels, the nearest of each level in which none is named.",
                     "Kolom permukiman berisi id atau nama pusatnya sendiri; tanpa kolom ini dipakai pusat terdekat. "
                     "Dengan tingkat, pusat terdekat pada tiap tingkat yang tidak disebut."})});
    return all;
}

std::vector<ColumnDefinition> main_columns() {
    auto columns = settlement_columns();
    for (auto& column : destination_columns(centre_words())) columns.push_back(std::move(column));
    for (auto& column : way_columns()) columns.push_back(std::move(column));
    return columns;
}

/// Centres of a kawasan or kabupaten lie farther apart than those of an SKP.
std::vector<maps::Style> styles_of(Level level) {
    const Text none_named{"Without a location or a named centre", "Tanpa lokasi atau tidak menyebut pusat"};
    const bool is_far = level && *level != CentreLevel::Skp;
    return {distance_style(none_named, is_far ? maps::kFarDistanceBounds : maps::kDistanceBounds),
            reached_style(none_named)};
}

std::vector<OutputLayer> outputs() {
    auto fallbacks = declare_fallbacks(kMainLayer, centre_words());
    return {{kMainLayer,
             {"Distance to the centre", "Jarak ke pusat"},
             geo::GeometryType::Polygon,  // or points, as the settlements are
             main_columns(),
             {},
             {},
             styles_of(Level{})},
            declare_legs(kMainLayer),
            declare_routes(kMainLayer, route_columns(centre_words())),
            declare_summary(kMainLayer, {"Distance to the centre: summary", "Jarak ke pusat: ringkasan"},
                            summary_columns()),
            std::move(fallbacks.nearest),
            std::move(fallbacks.fallback)};
}

struct Input {
    CentreInput centres;
    FamilySources families;
    RoadInput roads;
};

Input read_input(Arguments& arguments, RunContext& context) {
    Input input;
    core::Stage settlements(context.progress, 0.0, 0.2);
    auto reading_settlements = with_progress(context, settlements);
    input.centres.settlements = read_settlements(arguments, FamiliesUse::NotNeeded, reading_settlements);
    core::Stage families(context.progress, 0.2, 0.25);
    auto reading_families = with_progress(context, families);
    input.families = read_family_sources(arguments, input.centres.settlements, reading_families);
    core::Stage centres(context.progress, 0.25, 0.3);
    auto reading_centres = with_progress(context, centres);
    input.centres.centres = read_centres(arguments, input.centres.settlements, reading_centres);
    core::Stage roads(context.progress, 0.3, 1.0);
    auto reading_roads = with_progress(context, roads);
    input.roads = read_roads(arguments, reading_roads);
    check_that_layers_meet(
        input.roads.extent,
        input.families.with_extents({input.centres.settlements.extent, input.centres.centres.destinations.extent}),
        arguments.number("max-access").value_or(0.0), context);
    context.diagnostics.throw_errors();
    refuse_options_without_effect(arguments, input.roads, context.diagnostics);
    refuse_family_options_without_effect(arguments, input.centres.settlements, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    return input;
}

void warn_of_missing_levels(const CentreInput& input, core::Diagnostics& diagnostics) {
    for (const auto& level : input.levels()) {
        if (!level || std::ranges::count(input.centres.of_level(level), true) > 0) continue;
        diagnostics.warning(core::format_text(
            "centres: none has the level {}; no settlement is connected to one.",
            "centres: tidak ada yang bertingkat {}; tidak ada permukiman yang tersambung.", level_code(*level)));
    }
}

std::vector<LevelWays> find_levels(const CentreInput& input, std::optional<std::uint32_t> count,
                                   const SearchSetting& setting, Verification& verification, core::Progress& progress) {
    std::vector<LevelWays> all;
    const auto levels = input.levels();
    const double share = 1.0 / static_cast<double>(levels.size());
    for (const auto& level : levels) {
        core::Stage stage(progress, share * static_cast<double>(all.size()),
                          share * static_cast<double>(all.size() + 1));
        core::Stage finding(stage, 0.0, count ? 0.5 : 1.0);
        all.push_back({level, find_centre_ways(input, level, setting, verification, finding), std::nullopt});
        if (!count) continue;
        core::Stage falling(stage, 0.5, 1.0);
        auto fallbacks = find_fallbacks(select_places(input.centres.destinations, input.centres.of_level(level)),
                                        *count, input.settlements.places, setting, falling);
        fallbacks.level = all.back().code();
        all.back().fallbacks = std::move(fallbacks);
    }
    return all;
}

std::vector<WaySet> way_sets(const CentreInput& input, const std::vector<LevelWays>& levels) {
    std::vector<WaySet> sets;
    sets.reserve(levels.size());
    for (const auto& level : levels) sets.push_back({level.rows, &input.centres.destinations, level.code()});
    return sets;
}

layers::Layer main_layer(const CentreInput& input, const layers::Layer& settlements,
                         const std::vector<LevelWays>& levels) {
    auto layer = with_settlement_geometry(settlements);
    add_settlement_columns(layer, input.settlements);
    const auto sets = way_sets(input, levels);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        add_destination_columns(layer, sets[i], centre_words(), levels[i].prefix());
        add_way_columns(layer, levels[i].rows, levels[i].prefix());
    }
    return layer;
}

layers::Layer summary(const CentreInput& input, const std::vector<LevelWays>& levels) {
    SummaryInput pooled{input.settlements, {}, {}, {}};
    for (const auto& level : levels) pooled.reached.push_back({level.prefix(), level.rows});
    for (const auto& row : levels.front().rows) {
        pooled.unknown.push_back(row.status == RowStatus::NoGeometry || row.status == RowStatus::NoDestination);
    }
    return make_summary(pooled);
}

/// "Distance by road to the kabupaten centre".
maps::Style titled_for(maps::Style style, Text level) {
    for (auto* const text : {&level.english, &level.indonesian}) *text = text->substr(0, text->find(':'));
    const auto words =
        style.name == "distance" ? core::Text{" to the ", " ke pusat "} : core::Text{": the ", ": pusat "};
    style.title = style.title + words + Text{level.english + " centre", level.indonesian};
    return style;
}

/// Those of every level, on that level's columns.
std::vector<maps::Style> styles_of(const std::vector<LevelWays>& levels) {
    std::vector<maps::Style> all;
    for (const auto& level : levels) {
        const auto prefix = level.prefix();
        for (const auto& style : styles_of(level.level)) {
            all.push_back(maps::with_prefix(titled_for(style, prefix.alias), prefix.name, {}));
        }
    }
    return all;
}

/// The name; where only some lack theirs, the row, as an id would be read as a name.
Text name_of(const Settlements& settlements, std::uint32_t settlement) {
    const bool has_names = std::ranges::any_of(settlements.names, [](const auto& name) { return name.has_value(); });
    if (settlements.names[settlement] || !has_names) return core::same_text(settlements.title(settlement));
    return core::format_text("no name, row {}", "tanpa nama, baris {}", settlement + 1);
}

/// "38 of 41 settlements reach a centre: half of them within 7.4 km by road, the farthest, X, at 31.0 km."
Text answer(const CentreInput& input, const LevelWays& level) {
    std::vector<std::pair<core::Millimetres, std::uint32_t>> totals;
    for (std::uint32_t i = 0; i < level.rows.size(); ++i) {
        if (level.rows[i].is_reached()) totals.emplace_back(level.rows[i].total(), i);
    }
    std::ranges::sort(totals);
    const auto reached = grouped(static_cast<double>(totals.size()));
    const auto all = grouped(static_cast<double>(level.rows.size()));
    const auto label = level.prefix().alias;
    if (totals.empty()) {
        return label + fill_text("None of {} settlements reaches a centre.",
                                 "Tidak satu pun dari {} permukiman menjangkau pusat.", all);
    }
    const auto& middle = totals[(totals.size() - 1) / 2];
    const auto& last = totals.back();
    const auto farthest = name_of(input.settlements, last.second);
    if (level.rows.size() == 1) {
        return label + fill_text("{} reaches a centre, {} by road.", "{} menjangkau pusat, {} lewat jalan.", farthest,
                                 length_text(last.first));
    }
    if (totals.size() == 1) {
        return label + fill_text("1 of {} settlements reaches a centre: {}, at {} by road.",
                                 "1 dari {} permukiman menjangkau pusat: {}, {} lewat jalan.", all, farthest,
                                 length_text(last.first));
    }
    return label + fill_text(
                       "{} of {} settlements reach a centre: half of them within {} by road, the farthest ({}) "
                       "at {}.",
                       "{} dari {} permukiman menjangkau pusat: setengahnya dalam jarak {} lewat jalan, yang "
                       "terjauh ({}) {}.",
                       reached, all, length_text(middle.first), farthest, length_text(last.first));
}

/// The tables of the nearest and second-nearest centres, where they were asked for.
void add_fallbacks(Results& results, const CentreInput& input, const std::vector<LevelWays>& levels,
                   const Arguments& arguments, RunContext& context) {
    std::vector<Fallbacks> sets;
    for (const auto& level : levels) {
        if (const auto& found = level.fallbacks) sets.push_back(*found);
    }
    if (sets.empty()) return;
    const auto cost = cost_of(arguments);
    const auto declared = declare_fallbacks(kMainLayer, centre_words(), cost);
    const FallbackTables tables{input.settlements, input.centres.destinations, centre_words(), sets, cost};
    add_layer(results, make_nearest_table(tables), declared.nearest, context.language);
    add_layer(results, make_fallback_layer(tables, arguments.layers.at("settlements").front()), declared.fallback,
              context.language);
    for (std::size_t i = 0; i < sets.size(); ++i) {
        results.summary.push_back(levels[i].prefix().alias + fallback_sentence(sets[i], cost, {"a centre", "pusat"}));
    }
}

Results make_results(const CentreInput& input, const Arguments& arguments, const std::vector<LevelWays>& levels,
                     RunContext& context) {
    Results results;
    auto declared = outputs();
    declared[0].styles = styles_of(levels);
    const auto& settlement_layer = arguments.layers.at("settlements").front();
    const auto sets = way_sets(input, levels);
    add_layer(results, main_layer(input, settlement_layer, levels), declared[0], context.language);
    core::Stage legs(context.progress, 0.3, 0.6);
    auto drawing_legs = with_progress(context, legs);
    add_layer(results, make_legs(input.settlements, settlement_layer, sets, drawing_legs), declared[1],
              context.language);
    if (arguments.is_yes("routes")) {
        core::Stage routes(context.progress, 0.6, 0.9);
        auto drawing_routes = with_progress(context, routes);
        add_layer(results, make_routes(input.settlements, settlement_layer, sets, centre_words(), drawing_routes),
                  declared[2], context.language);
    }
    context.progress.step(0.9);
    add_layer(results, summary(input, levels), declared[3], context.language);
    for (const auto& level : levels) {
        add_status_figures(results, level.rows, level.prefix());
        results.summary.push_back(answer(input, level));
    }
    if (levels.size() == 1) results.summary.push_back(status_sentence(levels.front().rows));
    add_fallbacks(results, input, levels, arguments, context);
    return results;
}

/// Who names a centre has no second one.
void refuse_count_with_named_centres(const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (!nearest_count(arguments) || arguments.field("centre-field").empty()) return;
    diagnostics.error(
        {"--k has no effect together with --centre-field: settlements that name their centre go nowhere "
         "else. Leave one of them out.",
         "--k tidak berpengaruh bersama --centre-field: permukiman yang menyebut pusatnya tidak pergi ke "
         "tempat lain. Hapus salah satunya."});
}

Results run(Arguments& arguments, RunContext& context) {
    refuse_options_without_effect(arguments, context.diagnostics);
    refuse_count_with_named_centres(arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    core::Stage reading(context.progress, 0.0, 0.1);
    auto reading_context = with_progress(context, reading);
    auto input = read_input(arguments, reading_context);
    warn_of_missing_levels(input.centres, context.diagnostics);
    core::Stage building(context.progress, 0.1, 0.45);
    auto building_context = with_progress(context, building);
    const auto setting = prepare_search(arguments, std::move(input.roads), building_context);
    core::Stage placing(context.progress, 0.45, 0.5);
    auto placing_context = with_progress(context, placing);
    auto& settlements = input.centres.settlements;
    settlements.places = place_families(settlements, input.families, setting.network(), placing_context).row_places();
    Verification verification(arguments, settlements.places);
    core::Stage searching(context.progress, 0.5, 0.95);
    const auto levels = find_levels(input.centres, nearest_count(arguments), setting, verification, searching);
    core::Stage telling(context.progress, 0.95, 1.0);
    auto telling_context = with_progress(context, telling);
    auto results = make_results(input.centres, arguments, levels, telling_context);
    verification.report(results, context.diagnostics);
    context.progress.step(1.0);
    return results;
}

}  // namespace

Analysis describe_distance_to_centre() {
    Analysis analysis;
    analysis.id = "distance-to-centre";
    analysis.group = {"Access", "Keterjangkauan"};
    analysis.title = {"Distance to the centre", "Jarak ke pusat"};
    analysis.help = {
        "How far is each settlement from its centre, by road, by time and in a straight line? The way counts from the "
        "settlement itself: on foot to the network, along it, and from it to the centre. Of a settlement drawn as a "
        "polygon it counts from the middle of its families. Every settlement has a status and a sentence that says "
        "why.",
        "Seberapa jauh tiap permukiman dari pusatnya, lewat jalan, menurut waktu, dan garis lurus? Perjalanan dihitung "
        "dari permukiman itu sendiri: berjalan kaki sampai ke jaringan jalan, menyusurinya, lalu sampai ke pusat. "
        "Untuk permukiman yang berupa poligon, perjalanan dihitung dari tengah sebaran keluarganya. Tiap permukiman "
        "punya status dan satu kalimat penjelasan."};
    analysis.parameters = settlement_parameters();
    append(analysis.parameters, family_place_parameters());
    append(analysis.parameters, centre_parameters());
    append(analysis.parameters, {nearest_count_parameter()});
    append(analysis.parameters, network_layer_parameters());
    append(analysis.parameters, travel_parameters());
    append(analysis.parameters, network_parameters());
    analysis.outputs = outputs();
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
