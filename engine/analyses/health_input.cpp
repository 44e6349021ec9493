#include "engine/analyses/health_input.h"

#include <string>
#include <utility>

#include "engine/analyses/common_parameters.h"
#include "engine/analyses/layers_meet.h"
#include "engine/analyses/parameter_builders.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr double kThreshold = 5000.0;  // metres

/// What is looked for, in a sentence.
Text wanted(const std::string& kinds) {
    if (kinds == "puskesmas") return {"a puskesmas", "puskesmas"};
    return core::format_text("a health facility ({})", "fasilitas kesehatan ({})", kinds);
}

HealthQuestion read_question(Arguments& arguments, RunContext& context) {
    HealthQuestion question;
    core::Stage settlements(context.progress, 0.0, 0.6);
    auto reading_settlements = with_progress(context, settlements);
    question.settlements = read_settlements(arguments, FamiliesUse::Needed, reading_settlements);
    core::Stage facilities(context.progress, 0.6, 1.0);
    auto reading_facilities = with_progress(context, facilities);
    question.facilities = read_facilities(arguments, reading_facilities);
    question.wanted = wanted(arguments.text("count-as"));
    question.threshold = core::to_thousandths(health_threshold(arguments));
    const auto minutes = arguments.number("threshold-min");
    if (minutes) question.threshold_time = core::to_thousandths(*minutes * 60.0);
    return question;
}

}  // namespace

Parameter health_threshold_parameter() {
    return with_words(with_default(number_parameter("threshold", {"m", 0.0, 1000000.0}), kThreshold),
                      {"Distance threshold", "Ambang jarak"},
                      {"Families farther by road than this are beyond; exactly this far is within.",
                       "Keluarga yang lebih jauh dari ini lewat jalan berada di luar ambang; tepat sejauh ini masih di "
                       "dalam."});
}

Parameter health_time_threshold_parameter() {
    return with_words(number_parameter("threshold-min", {"min", 0.0, 100000.0}), {"Time threshold", "Ambang waktu"},
                      {"Also count the families whose fastest way takes longer than this.",
                       "Hitung pula keluarga yang perjalanan tercepatnya lebih lama dari ini."});
}

double health_threshold(const Arguments& arguments) {
    return arguments.number("threshold").value_or(kThreshold);
}

HealthInput read_health_input(Arguments& arguments, RunContext& context) {
    HealthInput input;
    core::Stage points(context.progress, 0.0, 0.2);
    auto reading_points = with_progress(context, points);
    input.question = read_question(arguments, reading_points);
    core::Stage families(context.progress, 0.2, 0.3);
    auto reading_families = with_progress(context, families);
    input.families = read_family_sources(arguments, input.question.settlements, reading_families);
    core::Stage roads(context.progress, 0.3, 1.0);
    auto reading_roads = with_progress(context, roads);
    input.roads = read_roads(arguments, reading_roads);
    check_that_layers_meet(
        input.roads.extent,
        input.families.with_extents({input.question.settlements.extent, input.question.facilities.destinations.extent}),
        arguments.number("max-access").value_or(0.0), context);
    return input;
}

void refuse_health_options_without_effect(const HealthInput& input, const Arguments& arguments,
                                          core::Diagnostics& diagnostics) {
    refuse_options_without_effect(arguments, input.roads, diagnostics);
    refuse_family_options_without_effect(arguments, input.question.settlements, diagnostics);
    if (input.question.threshold_time && !input.roads.has_times) {
        diagnostics.error(times_are_missing("--threshold-min"));
    }
}

SearchSetting prepare_health_search(HealthInput& input, const Arguments& arguments, RunContext& context) {
    core::Stage building(context.progress, 0.0, 0.9);
    auto building_context = with_progress(context, building);
    auto setting = prepare_search(arguments, std::move(input.roads), building_context);
    core::Stage placing(context.progress, 0.9, 1.0);
    auto placing_context = with_progress(context, placing);
    auto& question = input.question;
    question.demand = place_families(question.settlements, input.families, setting.network(), placing_context);
    question.settlements.places = question.demand.row_places();
    return setting;
}

}  // namespace desakota::analyses
