#include "engine/analyses/service_areas.h"

#include <utility>

#include "engine/analyses/common_parameters.h"
#include "engine/analyses/facility_parameters.h"
#include "engine/analyses/family_places.h"
#include "engine/analyses/health_input.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/service_layers.h"

namespace desakota::analyses {
namespace {

constexpr const char* kByFacility = "by-facility";

Parameter by_facility_parameter() {
    return with_words(parameter_of(kByFacility, ParameterKind::YesNo),
                      {"An area for each facility", "Wilayah tiap fasilitas"},
                      {"Tell the areas apart by the facility that is nearest from there.",
                       "Bedakan wilayah menurut fasilitas yang terdekat dari sana."});
}

HealthInput read_input(Arguments& arguments, RunContext& context) {
    auto input = read_health_input(arguments, context);
    context.diagnostics.throw_errors();
    refuse_health_options_without_effect(input, arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    return input;
}

Results run(Arguments& arguments, RunContext& context) {
    refuse_options_without_effect(arguments, context.diagnostics);
    const auto bands = read_service_bands(arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    core::Stage reading(context.progress, 0.0, 0.1);
    auto reading_context = with_progress(context, reading);
    auto input = read_input(arguments, reading_context);
    core::Stage building(context.progress, 0.1, 0.4);
    auto building_context = with_progress(context, building);
    const auto setting = prepare_health_search(input, arguments, building_context);
    core::Stage finding(context.progress, 0.4, 0.9);
    const bool by_facility = arguments.is_yes(kByFacility);
    const auto findings = find_service_areas(input.question, bands, by_facility, setting, finding);
    core::Stage telling(context.progress, 0.9, 1.0);
    auto telling_context = with_progress(context, telling);
    return make_service_results({input.question, bands, findings, by_facility}, setting,
                                arguments.layers.at("settlements").front(), telling_context);
}

}  // namespace

Analysis describe_service_areas() {
    Analysis analysis;
    analysis.id = "service-areas";
    analysis.group = {"Access", "Keterjangkauan"};
    analysis.title = {"Service areas", "Wilayah layanan"};
    analysis.help = {
        "What lies within each distance or time band of a facility? Areas from which the nearest facility is reached "
        "within each band: on foot to the network, along it, and from it to the facility, true to 10 m. With them the "
        "roads, cut where a band ends, and how many settlements and families live in each band. Barriers are not "
        "taken into account.",
        "Apa saja yang berada dalam tiap kelas jarak atau waktu dari fasilitas? Wilayah yang dapat mencapai fasilitas "
        "terdekat dalam tiap kelas: berjalan kaki sampai ke jaringan jalan, menyusurinya, lalu sampai ke fasilitas, "
        "teliti sampai 10 m. Disertai jalan yang dipotong di batas kelas, serta jumlah permukiman dan keluarga dalam "
        "tiap kelas. Penghalang tidak diperhitungkan."};
    analysis.parameters = settlement_parameters();
    append(analysis.parameters, family_place_parameters());
    append(analysis.parameters, facility_parameters());
    append(analysis.parameters, without(network_layer_parameters(), {"barriers"}));
    append(analysis.parameters, {count_as_parameter(), service_bands_parameter(), by_facility_parameter()});
    append(analysis.parameters, without(travel_parameters(), {"cutoff", "routes"}));
    append(analysis.parameters, without(network_parameters(), {"verify"}));
    analysis.outputs = service_outputs();
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
