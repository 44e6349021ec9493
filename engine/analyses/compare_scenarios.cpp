#include "engine/analyses/compare_scenarios.h"

#include <memory>
#include <utility>

#include "engine/analyses/access_results.h"
#include "engine/analyses/common_parameters.h"
#include "engine/analyses/facility_parameters.h"
#include "engine/analyses/health_input.h"
#include "engine/analyses/kept_networks.h"
#include "engine/analyses/network_options.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/scenario_changes.h"
#include "engine/analyses/scenario_layers.h"
#include "engine/analyses/scenario_links.h"
#include "engine/analyses/scenario_searches.h"
#include "engine/network/changed_network.h"

namespace desakota::analyses {
namespace {

using SharedNetwork = std::shared_ptr<const network::RoadNetwork>;

/// All that is read before anything is built.
struct Input {
    HealthInput base;
    std::optional<Arguments> turned;  ///< of the base's roads in the scenario's season, where that is another
    ScenarioRoads roads;
    ScenarioFacilities facilities;
    std::optional<double> cost;
};

void refuse_idle_season(const Input& input, core::Diagnostics& diagnostics) {
    const bool has_effect = input.base.roads.season_has_effect || input.roads.added.season_has_effect ||
                            input.roads.changed.season_has_effect;
    if (!input.turned || has_effect) return;
    diagnostics.option_without_effect(
        {"--scenario-season has no effect: no speed profile holds for the roads. Name their class field with "
         "--class-field, or leave the option out.",
         "--scenario-season tidak berpengaruh: tidak ada profil kecepatan yang berlaku bagi jalan. Sebutkan kolom "
         "kelasnya dengan --class-field, atau hilangkan pilihan ini."});
}

/// Times need the speeds of the scenario's own roads, too.
void refuse_missing_times(const Input& input, const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (arguments.text("cost") != "time" && !input.base.question.threshold_time) return;
    const auto refuse = [&](const RoadInput& roads, const char* which) {
        if (roads.lines.size() == 0 || roads.has_times) return;
        diagnostics.error(core::format_text(
            "--{0}-roads: times are asked for, and the speeds of these roads are not known. Name their class field "
            "with --{0}-class-field, or give a --default-speed.",
            "--{0}-roads: waktu ditanyakan, sedangkan kecepatan di jalan ini tidak diketahui. Sebutkan kolom kelasnya "
            "dengan --{0}-class-field, atau beri --default-speed.",
            which));
    };
    refuse(input.roads.added, "added");
    refuse(input.roads.changed, "changed");
}

Input read_input(Arguments& arguments, RunContext& context) {
    Input input;
    if (!scenario_season(arguments).empty()) input.turned = in_scenario_season(arguments);
    core::Stage base(context.progress, 0.0, 0.8);
    auto reading_base = with_progress(context, base);
    input.base = read_health_input(arguments, reading_base);
    context.diagnostics.throw_errors();
    input.cost = read_scenario_cost(arguments, context.diagnostics);
    core::Stage facilities(context.progress, 0.8, 0.85);
    auto reading_facilities = with_progress(context, facilities);
    input.facilities = read_scenario_facilities(input.base.question.facilities, arguments, reading_facilities);
    core::Stage roads(context.progress, 0.85, 1.0);
    auto reading_roads = with_progress(context, roads);
    input.roads = read_scenario_roads(arguments, reading_roads);
    context.diagnostics.throw_errors();
    refuse_health_options_without_effect(input.base, arguments, context.diagnostics);
    refuse_idle_season(input, context.diagnostics);
    refuse_missing_times(input, arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    return input;
}

/// The base's roads in the scenario's season; what is odd about them was told when the base was read. A session keeps
/// the base's network, which this one would drive out.
SharedNetwork turned_network(Arguments& turned, RunContext& context) {
    auto* networks = context.networks != nullptr && context.networks->is_of_session() ? nullptr : context.networks;
    core::Diagnostics own;
    own.allow_unused_options();
    core::Stage reading(context.progress, 0.0, 0.3);
    RunContext reading_context{reading, own, context.language, context.threads, networks};
    auto roads = read_roads(turned, reading_context);
    own.throw_errors();
    core::Stage building(context.progress, 0.3, 1.0);
    RunContext building_context{building, own, context.language, context.threads, networks};
    return prepare_search(turned, std::move(roads), building_context).shared_network;
}

/// The network of the scenario is the base's own where no road and no season changes.
ScenarioNetworks scenario_networks(Input& input, const SearchSetting& setting, const Arguments& arguments,
                                   RunContext& context) {
    ScenarioNetworks networks{setting.shared_network, setting.shared_network, {}, !input.turned, context.networks};
    auto& network = networks.after;
    core::Stage turning(context.progress, 0.0, input.turned ? 0.5 : 0.0);
    auto turning_context = with_progress(context, turning);
    if (input.turned) network = turned_network(*input.turned, turning_context);
    core::Stage finding(context.progress, input.turned ? 0.5 : 0.0, 0.55);
    auto finding_context = with_progress(context, finding);
    auto change = find_road_change(input.roads, *network, arguments, finding_context);
    context.diagnostics.throw_errors();
    core::Stage changing(context.progress, 0.55, 1.0);
    if (change.added.size() > 0 || !change.removed.empty()) {
        networks.removed = change.removed;
        network = std::make_shared<const network::RoadNetwork>(network::change_network(
            *network, std::move(change), network_options(arguments), setting.parallel, changing));
    }
    changing.step(1.0);
    return networks;
}

Results make_results(const ScenarioOutcome& outcome, const Arguments& arguments, RunContext& context) {
    Results results;
    const auto outputs = scenario_outputs(outcome);
    const auto& settlements = arguments.layers.at("settlements").front();
    add_layer(results, make_scenario_layer(outcome, settlements, context.language), outputs[0], context.language);
    context.progress.step(0.6);
    const auto pooled = scenario_summary(outcome);
    add_layer(results, make_summary(pooled), outputs[1], context.language);
    context.progress.step(0.8);
    core::Stage drawing(context.progress, 0.8, 1.0);
    auto drawing_context = with_progress(context, drawing);
    if (outcome.has_roads) {
        add_layer(results, make_scenario_links(outcome, settlements.crs, drawing_context), outputs[2],
                  context.language);
    }
    add_scenario_answer(results, outcome, pooled);
    context.progress.step(1.0);
    return results;
}

Results run(Arguments& arguments, RunContext& context) {
    refuse_options_without_effect(arguments, context.diagnostics);
    refuse_empty_scenario(arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    core::Stage reading(context.progress, 0.0, 0.1);
    auto reading_context = with_progress(context, reading);
    auto input = read_input(arguments, reading_context);
    core::Stage building(context.progress, 0.1, 0.4);
    auto building_context = with_progress(context, building);
    const auto setting = prepare_health_search(input.base, arguments, building_context);
    core::Stage changing(context.progress, 0.4, 0.65);
    auto changing_context = with_progress(context, changing);
    const auto networks = scenario_networks(input, setting, arguments, changing_context);
    auto& base = input.base.question;
    const ScenarioQuestion question{std::move(base.settlements),
                                    std::move(base.demand),
                                    std::move(input.facilities),
                                    base.wanted,
                                    setting.cost(),
                                    base.threshold,
                                    base.threshold_time};
    core::Stage searching(context.progress, 0.65, 0.95);
    const auto findings = find_scenario(question, networks, setting, searching);
    ScenarioOutcome outcome{
        question,   findings, links_of(input.roads, *networks.after, arguments), scenario_season(arguments),
        input.cost, false};
    outcome.has_roads = !outcome.links.empty();
    warn_of_loose_links(outcome.links, input.roads.added.layer_labels, context.diagnostics);
    core::Stage telling(context.progress, 0.95, 1.0);
    auto telling_context = with_progress(context, telling);
    return make_results(outcome, arguments, telling_context);
}

}  // namespace

Analysis describe_compare_scenarios() {
    Analysis analysis;
    analysis.id = "compare-scenarios";
    analysis.group = {"Planning", "Perencanaan"};
    analysis.title = {"Compare scenarios", "Perbandingan skenario"};
    analysis.help = {
        "What changes if this road, this bridge or this puskesmas is built, changed or closed, or if the season turns? "
        "Asks how far every settlement is from the nearest puskesmas before and after, and tells who comes within 5 "
        "km, who falls beyond, and what each family brought within costs. Both sides are asked from the same places, "
        "with the same tolerance: a road that is built takes nothing from anybody; one that is changed may. With "
        "--cost "
        "time, effect, status and facility are those of the fastest way; before_m, after_m and change_m stay those of "
        "the shortest way, which may be another and lead elsewhere. The columns before_min, after_min and change_min "
        "are there only with --cost time or --threshold-min, the columns with _time in their names and the style "
        "families_time only with --threshold-min.",
        "Apa yang berubah jika jalan, jembatan, atau puskesmas ini dibangun, diubah, atau ditutup, atau jika musim "
        "berganti? Menghitung jarak tiap permukiman ke puskesmas terdekat semula dan sesudahnya, lalu menyebutkan "
        "siapa yang menjadi berada dalam 5 km, siapa yang menjadi di luarnya, dan biaya tiap keluarga yang menjadi "
        "terlayani. Kedua sisi dihitung dari tempat dan toleransi yang sama: jalan yang dibangun tidak merugikan "
        "siapa pun; jalan yang diubah bisa merugikan. Dengan --cost time, kolom effect, status, dan fasilitas "
        "mengikuti "
        "jalan tercepat; before_m, after_m, dan change_m tetap mengikuti jalan terpendek, yang mungkin jalan lain "
        "dengan tujuan lain. Kolom before_min, after_min, dan change_min hanya ada dengan --cost time atau "
        "--threshold-min; kolom dengan _time dalam namanya dan gaya families_time hanya ada dengan --threshold-min."};
    analysis.parameters = settlement_parameters();
    append(analysis.parameters, family_place_parameters());
    append(analysis.parameters, facility_parameters());
    append(analysis.parameters, network_layer_parameters());
    append(analysis.parameters, scenario_parameters());
    append(analysis.parameters,
           {count_as_parameter(), health_threshold_parameter(), health_time_threshold_parameter()});
    append(analysis.parameters, without(travel_parameters(), {"cutoff", "routes"}));
    append(analysis.parameters, without(network_parameters(), {"verify"}));
    analysis.outputs = scenario_outputs();
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
