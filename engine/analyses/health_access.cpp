#include "engine/analyses/health_access.h"

#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/common_parameters.h"
#include "engine/analyses/companion_layers.h"
#include "engine/analyses/facility_parameters.h"
#include "engine/analyses/family_places.h"
#include "engine/analyses/health_catchments.h"
#include "engine/analyses/health_input.h"
#include "engine/analyses/health_layers.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using layers::ColumnDefinition;

constexpr const char* kMainLayer = "health_access";

DestinationWords facility_words() {
    return {"facility", {"Facility", "Fasilitas"}};
}

std::vector<Parameter> threshold_parameters() {
    return {count_as_parameter(), health_threshold_parameter(),
            with_words(number_parameter("threshold-min", {"min", 0.0, 100000.0}), {"Time threshold", "Ambang waktu"},
                       {"Also count the families whose fastest way takes longer than this.",
                        "Hitung pula keluarga yang perjalanan tercepatnya lebih lama dari ini."})};
}

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

std::vector<ColumnDefinition> main_columns(TimeRule time_rule, bool catchments) {
    auto columns = health_columns(time_rule);
    if (!catchments) return columns;
    for (auto& column : catchment_columns()) columns.push_back(std::move(column));
    return columns;
}

std::vector<OutputLayer> outputs(TimeRule time_rule, bool catchments) {
    return {{kMainLayer,
             {"Access to health care", "Keterjangkauan layanan kesehatan"},
             geo::GeometryType::Polygon,  // or points, as the settlements are
             main_columns(time_rule, catchments),
             {},
             {},
             {distance_style(), reached_style(), share_beyond_style()}},
            declare_legs(kMainLayer),
            declare_routes(kMainLayer, route_columns(facility_words())),
            declare_summary(kMainLayer, {"Access to health care: summary", "Keterjangkauan kesehatan: ringkasan"},
                            health_summary_columns(time_rule)),
            declare_catchment_facilities()};
}

HealthInput read_input(Arguments& arguments, RunContext& context) {
    auto input = read_health_input(arguments, context);
    context.diagnostics.throw_errors();
    refuse_health_options_without_effect(input, arguments, context.diagnostics);
    check_catchment_usage(input.question, arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    return input;
}

/// Capacity against families, where it was asked for.
struct Catchments {
    std::optional<CatchmentQuestion> question;
    CatchmentFindings findings;
};

void refuse_options(const Arguments& arguments, core::Diagnostics& diagnostics) {
    refuse_options_without_effect(arguments, diagnostics);
    refuse_cutoff_below_threshold(arguments, {health_threshold(arguments), arguments.number("threshold-min")},
                                  diagnostics);
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
}

void add_catchments(Results& results, const HealthQuestion& question, const Catchments& catchments,
                    const Arguments& arguments, core::Language language) {
    if (!catchments.question) return;
    add_layer(results,
              make_catchment_facilities(question, *catchments.question, catchments.findings,
                                        arguments.layers.at("facilities").front()),
              declare_catchment_facilities(), language);
    add_catchment_answer(results, question, catchments.findings);
}

Results make_results(const HealthQuestion& question, const HealthFindings& findings, const Catchments& catchments,
                     const Arguments& arguments, RunContext& context) {
    Results results;
    const auto declared = outputs(findings.by_time ? TimeRule::On : TimeRule::Off, catchments.question.has_value());
    const auto& settlement_layer = arguments.layers.at("settlements").front();
    const WaySet ways[] = {{findings.rows, &question.facilities.destinations, {}}};
    core::Stage filling(context.progress, 0.0, 0.5);
    auto main = make_health_layer(question, findings, settlement_layer, filling);
    if (catchments.question) add_catchment_columns(main, question, catchments.findings);
    add_layer(results, std::move(main), declared[0], context.language);
    core::Stage legs(context.progress, 0.5, 0.7);
    auto drawing_legs = with_progress(context, legs);
    add_layer(results, make_legs(question.settlements, settlement_layer, ways, drawing_legs), declared[1],
              context.language);
    if (arguments.is_yes("routes")) {
        core::Stage routes(context.progress, 0.7, 0.9);
        auto drawing_routes = with_progress(context, routes);
        add_layer(results, make_routes(question.settlements, settlement_layer, ways, facility_words(), drawing_routes),
                  declared[2], context.language);
    }
    context.progress.step(0.9);
    auto pooled = health_summary(question, findings);
    if (arguments.text("aggregate") == "unweighted") pooled.aggregate = Aggregate::Unweighted;
    add_layer(results, make_summary(pooled), declared[3], context.language);
    add_health_answer(results, question, pooled, findings);
    add_catchments(results, question, catchments, arguments, context.language);
    return results;
}

Results run(Arguments& arguments, RunContext& context) {
    refuse_options(arguments, context.diagnostics);
    core::Stage reading(context.progress, 0.0, 0.1);
    auto reading_context = with_progress(context, reading);
    auto input = read_input(arguments, reading_context);
    core::Stage building(context.progress, 0.1, 0.5);
    auto building_context = with_progress(context, building);
    Catchments catchments;
    catchments.question = read_catchments(input.question, arguments, context.diagnostics);
    context.diagnostics.throw_errors();
    const auto setting = prepare_health_search(input, arguments, building_context);
    const auto& question = input.question;
    Verification verification(arguments, question.settlements.places);
    core::Stage searching(context.progress, 0.5, 0.85);
    const auto findings = find_health_access(question, setting, verification, searching);
    core::Stage sharing(context.progress, 0.85, 0.95);
    if (catchments.question) {
        catchments.findings = find_catchments(question, *catchments.question, setting, sharing);
    }
    core::Stage telling(context.progress, 0.95, 1.0);
    auto telling_context = with_progress(context, telling);
    auto results = make_results(question, findings, catchments, arguments, telling_context);
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
    append(analysis.parameters, threshold_parameters());
    append(analysis.parameters, {aggregate_parameter()});
    append(analysis.parameters, catchment_parameters());
    append(analysis.parameters, travel_parameters());
    append(analysis.parameters, network_parameters());
    analysis.outputs = outputs(TimeRule::On, true);
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
