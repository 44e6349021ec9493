#include "engine/analyses/health_access.h"

#include <utility>
#include <vector>

#include "engine/analyses/common_parameters.h"
#include "engine/analyses/facility_parameters.h"
#include "engine/analyses/family_places.h"
#include "engine/analyses/health_input.h"
#include "engine/analyses/health_results.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

Parameter aggregate_parameter() {
    return as_advanced(with_words(
        choice_parameter("aggregate", {{"pooled", {"of families", "dari keluarga"}},
                                       {"unweighted", {"mean of the settlements", "rata-rata satuan permukiman"}}}),
        {"Shares of the summary", "Proporsi dalam ringkasan"},
        {"How the shares in the summary table come about: from all families of the group, or, to reproduce papers that "
         "do so, as the plain mean of the settlements' shares, however many families they have.",
         "Cara menghitung proporsi dalam tabel ringkasan: dari semua keluarga kelompok itu, atau, untuk mengulang "
         "hasil makalah yang demikian, sebagai rata-rata proporsi satuan permukiman tanpa bobot keluarga."}));
}

HealthInput read_input(Arguments& arguments, RunContext& context) {
    auto input = read_health_input(arguments, context);
    context.diagnostics.throw_errors();
    refuse_health_options_without_effect(input, arguments, context.diagnostics);
    check_catchment_usage(input.question, arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    return input;
}

HealthExtras read_extras(const HealthQuestion& question, const Arguments& arguments, core::Diagnostics& diagnostics) {
    HealthExtras extras;
    extras.catchments = read_catchments(question, arguments, diagnostics);
    extras.serving = read_serving(question, arguments, diagnostics);
    extras.declared = read_declared_distances(arguments, diagnostics);
    extras.nearest_count = nearest_count(arguments);
    diagnostics.throw_errors();
    return extras;
}

void refuse_options(const Arguments& arguments, core::Diagnostics& diagnostics) {
    refuse_options_without_effect(arguments, diagnostics);
    refuse_cutoff_below_threshold(arguments, {health_threshold(arguments), arguments.number("threshold-min")},
                                  diagnostics);
    refuse_declared_unit_alone(arguments, diagnostics);
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
}

void find_extras(HealthExtras& extras, const HealthQuestion& question, const HealthFindings& findings,
                 const SearchSetting& setting, core::Progress& progress) {
    core::Stage sharing(progress, 0.0, 0.4);
    if (const auto& catchments = extras.catchments) {
        extras.found_catchments = find_catchments(question, *catchments, setting, sharing);
    }
    core::Stage falling(progress, 0.4, 0.5);
    if (const auto& count = extras.nearest_count) {
        extras.fallbacks =
            find_fallbacks(select_places(question.facilities.destinations, question.facilities.counting()), *count,
                           question.settlements.places, setting, falling);
    }
    core::Stage closing(progress, 0.5, 0.6);
    if (auto& critical = extras.critical) {
        const auto facilities = select_places(question.facilities.destinations, question.facilities.counting());
        critical->links = find_critical_links(
            {question.settlements, question.demand, facilities.places, question.threshold}, setting, closing);
    }
    core::Stage serving(progress, 0.6, 1.0);
    if (const auto& named = extras.serving) {
        extras.found_serving = find_serving(question, *named, findings, setting, serving);
    }
}

Results run(Arguments& arguments, RunContext& context) {
    refuse_options(arguments, context.diagnostics);
    core::Stage reading(context.progress, 0.0, 0.1);
    auto reading_context = with_progress(context, reading);
    auto input = read_input(arguments, reading_context);
    core::Stage building(context.progress, 0.1, 0.5);
    auto building_context = with_progress(context, building);
    auto extras = read_extras(input.question, arguments, context.diagnostics);
    if (arguments.is_yes("critical-links")) {
        extras.critical = CriticalLinks{{},
                                        {input.roads.layer_labels, input.roads.feature_ids},
                                        length_text(input.question.threshold),
                                        input.question.wanted};
    }
    const auto setting = prepare_health_search(input, arguments, building_context);
    const auto& question = input.question;
    Verification verification(arguments, question.settlements.places);
    core::Stage searching(context.progress, 0.5, extras.serving ? 0.75 : 0.85);
    const auto findings = find_health_access(question, setting, verification, searching);
    core::Stage adding(context.progress, extras.serving ? 0.75 : 0.85, 0.95);
    find_extras(extras, question, findings, setting, adding);
    core::Stage telling(context.progress, 0.95, 1.0);
    auto telling_context = with_progress(context, telling);
    auto results = make_health_results({question, findings, extras, setting.network()}, arguments, telling_context);
    verification.report(results, context.diagnostics);
    context.progress.step(1.0);
    return results;
}

}  // namespace

Analysis describe_health_access() {
    Analysis analysis;
    analysis.id = "health-access";
    analysis.group = {"Access", "Keterjangkauan"};
    analysis.title = {"Access to health care", "Keterjangkauan layanan kesehatan"};
    analysis.help = {
        "Which families live more than 5 km from a puskesmas? By road, from the settlement itself: on foot to the "
        "network, along it, and from it to the nearest puskesmas. The families of a settlement drawn as a polygon are "
        "spread along the roads inside it, so that a part of them may be near and a part far. Families without a "
        "connected road are told apart, since a better road layer could change their number.",
        "Keluarga mana yang tinggal lebih dari 5 km dari puskesmas? Lewat jalan, dari permukiman itu sendiri: berjalan "
        "kaki sampai ke jaringan jalan, menyusurinya, lalu sampai ke puskesmas terdekat. Keluarga di permukiman yang "
        "berupa poligon disebar sepanjang jalan di dalamnya, sehingga sebagian bisa dekat dan sebagian jauh. Keluarga "
        "yang tidak tersambung jalan disebutkan tersendiri, karena data jalan yang lebih baik bisa mengubah "
        "jumlahnya."};
    analysis.parameters = settlement_parameters();
    append(analysis.parameters, family_place_parameters());
    append(analysis.parameters, facility_parameters());
    append(analysis.parameters, network_layer_parameters());
    append(analysis.parameters,
           {count_as_parameter(), health_threshold_parameter(), health_time_threshold_parameter()});
    append(analysis.parameters, {aggregate_parameter()});
    append(analysis.parameters, {nearest_count_parameter(), critical_links_parameter()});
    append(analysis.parameters, serving_parameters());
    append(analysis.parameters, declared_distance_parameters());
    append(analysis.parameters, catchment_parameters());
    append(analysis.parameters, travel_parameters());
    append(analysis.parameters, network_parameters());
    analysis.outputs = health_outputs();
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
