#include "engine/analyses/health_access.h"

#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/common_parameters.h"
#include "engine/analyses/companion_layers.h"
#include "engine/analyses/health_layers.h"
#include "engine/analyses/layers_meet.h"
#include "engine/analyses/parameter_builders.h"

namespace desakota::analyses {
namespace {

using core::Text;

const std::string kMainLayer = "health_access";
constexpr double kThreshold = 5000.0;  // metres

DestinationWords facility_words() {
    return {"facility", {"Facility", "Fasilitas"}};
}

std::vector<Parameter> facility_parameters() {
    return {
        as_required(with_words(
            layer_parameter("facilities", ParameterKind::Layer, {geo::GeometryType::Point, geo::GeometryType::Polygon}),
            {"Health facilities", "Fasilitas kesehatan"},
            {"Puskesmas and other health facilities, as points or polygons.",
             "Puskesmas dan fasilitas kesehatan lain, berupa titik atau poligon."})),
        with_words(
            field_parameter("facility-id-field", "facilities", usual_facility_id_names()),
            {"Facility id", "Id fasilitas"},
            {"Field with a code of its own for each facility.", "Kolom kode yang berbeda untuk tiap fasilitas."}),
        with_words(field_parameter("facility-name-field", "facilities", usual_facility_name_names()),
                   {"Facility name", "Nama fasilitas"}, {"Field with the facility's name.", "Kolom nama fasilitas."}),
        with_words(
            field_parameter("facility-kind-field", "facilities", usual_facility_kind_names()),
            {"Facility kind", "Jenis fasilitas"},
            {"Field with the kind: puskesmas, pustu (puskesmas pembantu), poskesdes, polindes, klinik and so on.",
             "Kolom jenis: puskesmas, pustu (puskesmas pembantu), poskesdes, polindes, klinik, dan seterusnya."}),
        with_words(
            field_parameter("facility-status-field", "facilities", usual_facility_status_names()),
            {"Facility status", "Status fasilitas"},
            {"Field that tells whether a facility functions. One that does not is left out of the network "
             "distance, but counts on paper.",
             "Kolom yang menyatakan apakah fasilitas berfungsi. Yang tidak berfungsi tidak dihitung lewat jalan, "
             "tetapi dihitung di atas kertas."})};
}

Parameter count_as() {
    auto parameter = parameter_of("count-as", ParameterKind::Text);
    parameter.default_text = "puskesmas";
    return with_words(
        std::move(parameter), {"Kind that counts", "Jenis yang dihitung"},
        {"The kind of facility that counts for the threshold; several are set apart by commas. A facility "
         "is left out only where its kind or name says another kind.",
         "Jenis fasilitas yang dihitung untuk ambang; beberapa jenis dipisahkan koma. Fasilitas "
         "dikecualikan hanya bila jenis atau namanya menyebut jenis lain."});
}

std::vector<Parameter> threshold_parameters() {
    return {
        count_as(),
        with_words(with_default(number_parameter("threshold", {"m", 0.0, 1000000.0}), kThreshold),
                   {"Distance threshold", "Ambang jarak"},
                   {"Families farther by road than this are beyond; exactly this far is within.",
                    "Keluarga yang lebih jauh dari ini lewat jalan berada di luar ambang; tepat sejauh ini masih di "
                    "dalam."}),
        with_words(number_parameter("threshold-min", {"min", 0.0, 100000.0}), {"Time threshold", "Ambang waktu"},
                   {"Also count the families whose fastest way takes longer than this.",
                    "Hitung pula keluarga yang perjalanan tercepatnya lebih lama dari ini."})};
}

std::vector<OutputLayer> outputs(TimeRule time_rule) {
    return {{kMainLayer,
             {"Access to health care", "Keterjangkauan layanan kesehatan"},
             geo::GeometryType::Polygon,  // or points, as the settlements are
             health_columns(time_rule),
             {}},
            declare_legs(kMainLayer),
            declare_routes(kMainLayer, route_columns(facility_words())),
            declare_summary(kMainLayer, {"Access to health care: summary", "Keterjangkauan kesehatan: ringkasan"},
                            health_summary_columns(time_rule))};
}

/// What is looked for, in a sentence.
Text wanted(const std::string& kinds) {
    if (kinds == "puskesmas") return {"a puskesmas", "puskesmas"};
    return core::format_text("a health facility ({})", "fasilitas kesehatan ({})", kinds);
}

struct Input {
    HealthQuestion question;
    RoadInput roads;
};

HealthQuestion read_question(Arguments& arguments, RunContext& context) {
    HealthQuestion question;
    core::Stage settlements(context.progress, 0.0, 0.6);
    auto reading_settlements = with_progress(context, settlements);
    question.settlements = read_settlements(arguments, FamiliesUse::Needed, reading_settlements);
    core::Stage facilities(context.progress, 0.6, 1.0);
    auto reading_facilities = with_progress(context, facilities);
    question.facilities = read_facilities(arguments, reading_facilities);
    question.wanted = wanted(arguments.text("count-as"));
    question.threshold = core::to_thousandths(arguments.number("threshold").value_or(kThreshold));
    const auto minutes = arguments.number("threshold-min");
    if (minutes) question.threshold_time = core::to_thousandths(*minutes * 60.0);
    return question;
}

Input read_input(Arguments& arguments, RunContext& context) {
    Input input;
    core::Stage points(context.progress, 0.0, 0.3);
    auto reading_points = with_progress(context, points);
    input.question = read_question(arguments, reading_points);
    core::Stage roads(context.progress, 0.3, 1.0);
    auto reading_roads = with_progress(context, roads);
    input.roads = read_roads(arguments, reading_roads);
    check_that_layers_meet(input.roads.extent,
                           {input.question.settlements.extent, input.question.facilities.destinations.extent},
                           arguments.number("max-access").value_or(0.0), context);
    context.diagnostics.throw_errors();
    refuse_options_without_effect(arguments, input.roads, context.diagnostics);
    if (input.question.threshold_time && !input.roads.has_times) {
        context.diagnostics.error(times_are_missing("--threshold-min"));
    }
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    input.question.demand = demand_at_places(input.question.settlements);
    return input;
}

void refuse_options(const Arguments& arguments, core::Diagnostics& diagnostics) {
    refuse_options_without_effect(arguments, diagnostics);
    refuse_cutoff_below_threshold(
        arguments, {arguments.number("threshold").value_or(kThreshold), arguments.number("threshold-min")},
        diagnostics);
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
}

Results make_results(const HealthQuestion& question, const HealthFindings& findings, const Arguments& arguments) {
    Results results;
    const auto declared = outputs(findings.by_time ? TimeRule::On : TimeRule::Off);
    const auto& settlement_layer = arguments.layers.at("settlements").front();
    const WaySet ways[] = {{findings.rows, &question.facilities.destinations, {}}};
    add_layer(results, make_health_layer(question, findings, settlement_layer), declared[0]);
    add_layer(results, make_legs(question.settlements, settlement_layer, ways), declared[1]);
    if (arguments.is_yes("routes")) {
        add_layer(results, make_routes(question.settlements, settlement_layer, ways, facility_words()), declared[2]);
    }
    const auto pooled = health_summary(question, findings);
    add_layer(results, make_summary(pooled), declared[3]);
    add_health_answer(results, question, pooled, findings);
    return results;
}

Results run(Arguments& arguments, RunContext& context) {
    refuse_options(arguments, context.diagnostics);
    core::Stage reading(context.progress, 0.0, 0.1);
    auto reading_context = with_progress(context, reading);
    auto input = read_input(arguments, reading_context);
    core::Stage building(context.progress, 0.1, 0.45);
    auto building_context = with_progress(context, building);
    const auto setting = prepare_search(arguments, std::move(input.roads), building_context);
    Verification verification(arguments, input.question.demand.row_places());
    core::Stage searching(context.progress, 0.45, 0.95);
    const auto findings = find_health_access(input.question, setting, verification, searching);
    auto results = make_results(input.question, findings, arguments);
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
        "network, along it, and from it to the nearest puskesmas. Families without a connected road are told apart, "
        "since a better road layer could change their number.",
        "Keluarga mana yang tinggal lebih dari 5 km dari puskesmas? Lewat jalan, dari permukiman itu sendiri: berjalan "
        "kaki sampai ke jaringan jalan, menyusurinya, lalu sampai ke puskesmas terdekat. Keluarga yang tidak "
        "tersambung jalan disebutkan tersendiri, karena data jalan yang lebih baik bisa mengubah jumlahnya."};
    analysis.parameters = settlement_parameters();
    append(analysis.parameters, facility_parameters());
    append(analysis.parameters, network_layer_parameters());
    append(analysis.parameters, threshold_parameters());
    append(analysis.parameters, travel_parameters());
    append(analysis.parameters, network_parameters());
    analysis.outputs = outputs(TimeRule::On);
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
