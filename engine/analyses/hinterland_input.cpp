#include "engine/analyses/hinterland_input.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "engine/analyses/centre_masses.h"
#include "engine/analyses/centres.h"
#include "engine/analyses/common_parameters.h"
#include "engine/analyses/confirmed_matches.h"
#include "engine/analyses/decay_parameters.h"
#include "engine/analyses/feature_fields.h"
#include "engine/analyses/hinterland_areas.h"
#include "engine/analyses/layers_meet.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/settlement_values.h"

namespace desakota::analyses {
namespace {

Parameter population_parameter() {
    return with_words(
        field_parameter("population-field", "settlements", usual_population_names()), {"Population", "Jumlah penduduk"},
        {"Field with the population of each settlement, or another mass that moves to the centres; needed "
         "for the flow.",
         "Kolom jumlah penduduk tiap permukiman, atau besaran lain yang bergerak ke pusat; diperlukan "
         "untuk arus."});
}

Parameter exponent(const std::string& name, core::Text title, core::Text help) {
    return as_advanced(
        with_words(with_default(number_parameter(name, {"", 0.0, 10.0}), 1.0), std::move(title), std::move(help)));
}

std::vector<Parameter> telling_parameters() {
    auto top = with_default(number_parameter("top-centres", {"", 1.0, 100000.0}), 10.0);
    top.whole = true;
    return {
        with_words(with_default(number_parameter("margin", {"", 0.0, 1.0}), 0.1), {"Margin", "Selisih"},
                   {"A settlement is contested where the share of its second centre is at most this much below that "
                    "of its main centre.",
                    "Permukiman disebut diperebutkan bila bagian pusat kedua paling banyak sekian di bawah bagian "
                    "pusat utamanya."}),
        as_advanced(with_words(std::move(top), {"Centres listed", "Pusat yang didaftar"},
                               {"How many centres the table of interactions lists for each settlement. Shares are "
                                "over all centres, however many are listed.",
                                "Banyaknya pusat yang didaftar dalam tabel interaksi untuk tiap permukiman. Bagian "
                                "dihitung dari semua pusat, berapa pun yang didaftar."})),
        exponent("population-exponent", {"Exponent of the population", "Pangkat penduduk"},
                 {"a in the flow P^a A^b f(c).", "a dalam arus P^a A^b f(c)."}),
        exponent("mass-exponent", {"Exponent of the mass", "Pangkat massa"},
                 {"b in the flow P^a A^b f(c).", "b dalam arus P^a A^b f(c)."})};
}

Parameter routes_parameter() {
    return with_words(parameter_of("routes", ParameterKind::YesNo), {"Routed desire lines", "Garis menyusuri jalan"},
                      {"Draw the desire lines along the roads instead of straight.",
                       "Gambarkan garis keinginan perjalanan menyusuri jalan, bukan lurus."});
}

void read_settlement_part(HinterlandInput& input, Arguments& arguments, RunContext& context) {
    auto& question = input.question;
    core::Stage settlements(context.progress, 0.0, 0.6);
    auto reading_settlements = with_progress(context, settlements);
    question.settlements = read_settlements(arguments, FamiliesUse::NotNeeded, reading_settlements);
    if (!arguments.field("population-field").empty()) {
        question.populations = read_settlement_amounts(
            arguments, {"population-field", {"population", "jumlah penduduk"}}, context.diagnostics);
    }
    core::Stage families(context.progress, 0.6, 1.0);
    auto reading_families = with_progress(context, families);
    input.families = read_family_sources(arguments, question.settlements, reading_families);
}

void read_centre_part(HinterlandInput& input, Arguments& arguments, RunContext& context) {
    auto& question = input.question;
    question.centres =
        read_destinations(arguments, {{"centres", "centre-id-field", "centre-name-field"}, {}, {}}, context);
    auto masses = read_centre_masses(arguments, question.centres, context);
    input.facilities = read_centre_facilities(arguments, question.centres, masses, context);
    question.masses = std::move(masses.masses);
    question.outside = std::move(masses.outside);
    question.reference_mass = masses.reference_mass;
}

void read_tables(HinterlandInput& input, Arguments& arguments, RunContext& context) {
    auto& question = input.question;
    input.factors = read_tie_factors(arguments, context.diagnostics);
    question.settlement_multipliers = input.factors.settlement_multipliers;
    question.centre_multipliers = input.factors.centre_multipliers;
    auto matches = read_confirmed_matches(arguments, question.settlements, context.diagnostics);
    if (arguments.has_layer("flows")) {
        input.flows =
            read_observed_flows(arguments, question.settlements, question.centres, matches, context.diagnostics);
    }
    input.programme = read_programme(arguments, question.settlements, question.centres, matches, context);
    matches.report(context.diagnostics);
}

/// A decay that is fitted to flows has no parameter of its own.
void check_calibration_usage(const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (!arguments.has_layer("flows")) return;
    const auto form = arguments.text("decay");
    if (form != "exponential" && form != "power") {
        diagnostics.error(
            core::format_text("--flows can fit --decay exponential or power, not {}.",
                              "--flows hanya dapat menyesuaikan --decay exponential atau power, bukan {}.", form));
    }
    for (const auto* name : {"half-distance", "half-time", "decay-parameter"}) {
        if (!arguments.is_given(name)) continue;
        diagnostics.option_without_effect(core::format_text(
            "--{} has no effect with --flows, to which the decay is fitted: leave one of them out.",
            "--{} tidak berpengaruh dengan --flows, karena penurunan disesuaikan dengannya: hilangkan "
            "salah satunya.",
            name));
    }
}

void check_matches_usage(const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (arguments.has_layer("flows") || arguments.has_layer("activities")) return;
    refuse_matches_without_a_table(arguments, {"--flows or --activities", "--flows atau --activities"}, diagnostics);
}

void read_options(HinterlandQuestion& question, const Arguments& arguments, core::Diagnostics& diagnostics) {
    question.cost = arguments.text("cost") == "time" ? network::Objective::Time : network::Objective::Distance;
    question.decay = read_decay(arguments, question.cost, diagnostics);
    question.listed = static_cast<std::size_t>(arguments.number("top-centres").value_or(0.0));
    question.margin = arguments.number("margin").value_or(0.0);
    question.population_exponent = arguments.number("population-exponent").value_or(1.0);
    question.mass_exponent = arguments.number("mass-exponent").value_or(1.0);
}

/// What a cutoff leaves out is not known to be far: neither ties nor reach may rest on it unsaid.
void check_cutoff(const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (!arguments.number("cutoff")) return;
    if (arguments.has_layer("activities")) {
        diagnostics.error(
            {"--activities needs the way from every settlement to the programme's centre: leave --cutoff "
             "out.",
             "--activities memerlukan jarak tiap permukiman ke pusat program: hilangkan --cutoff."});
    }
    diagnostics.warning(
        {"Centres beyond --cutoff are left out: the index, the potential and the shares rest on the "
         "others alone.",
         "Pusat di luar --cutoff tidak diperhitungkan: indeks, potensial, dan bagian hanya berdasarkan "
         "pusat lainnya."});
}

void refuse_options(const Arguments& arguments, HinterlandInput& input, core::Diagnostics& diagnostics) {
    refuse_options_without_effect(arguments, input.roads, diagnostics);
    refuse_family_options_without_effect(arguments, input.question.settlements, diagnostics);
    if (input.question.populations.empty()) {
        for (const auto* name : {"population-exponent", "mass-exponent"}) {
            if (!arguments.is_given(name)) continue;
            diagnostics.option_without_effect(core::format_text(
                "--{} has no effect without a population: name its field with --population-field.",
                "--{} tidak berpengaruh tanpa jumlah penduduk: sebutkan kolomnya dengan --population-field.", name));
        }
    }
}

}  // namespace

std::vector<Parameter> hinterland_parameters() {
    auto all = settlement_parameters();
    append(all, {population_parameter()});
    append(all, family_place_parameters());
    append(all, centre_layer_parameters({"The centres to which settlements may be tied, as points or polygons.",
                                         "Pusat-pusat yang mungkin terikat dengan permukiman, berupa titik atau "
                                         "poligon."}));
    append(all, centre_mass_parameters());
    append(all, decay_parameters());
    append(all, observed_flow_parameters());
    append(all, telling_parameters());
    append(all, centre_facility_parameters());
    append(all, tie_factor_parameters());
    append(all, programme_parameters());
    append(all, confirmed_match_parameters());
    append(all, network_layer_parameters());
    append(all, without(travel_parameters(), {"routes"}));
    append(all, {routes_parameter(), hinterlands_parameter()});
    append(all, network_parameters());
    return all;
}

HinterlandInput read_hinterland_input(Arguments& arguments, RunContext& context) {
    HinterlandInput input;
    auto& question = input.question;
    read_options(question, arguments, context.diagnostics);
    check_calibration_usage(arguments, context.diagnostics);
    check_cutoff(arguments, context.diagnostics);
    check_centre_mass_usage(arguments, context.diagnostics);
    check_centre_facility_usage(arguments, context.diagnostics);
    check_tie_factor_usage(arguments, context.diagnostics);
    refuse_programme_options_without_effect(arguments, context.diagnostics);
    check_matches_usage(arguments, context.diagnostics);
    refuse_options_without_effect(arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    core::Stage settlements(context.progress, 0.0, 0.25);
    auto reading_settlements = with_progress(context, settlements);
    read_settlement_part(input, arguments, reading_settlements);
    core::Stage centres(context.progress, 0.25, 0.3);
    auto reading_centres = with_progress(context, centres);
    read_centre_part(input, arguments, reading_centres);
    read_tables(input, arguments, reading_centres);
    core::Stage roads(context.progress, 0.3, 1.0);
    auto reading_roads = with_progress(context, roads);
    input.roads = read_roads(arguments, reading_roads);
    check_that_layers_meet(input.roads.extent,
                           input.families.with_extents({question.settlements.extent, question.centres.extent}),
                           arguments.number("max-access").value_or(0.0), context);
    context.diagnostics.throw_errors();
    refuse_options(arguments, input, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    return input;
}

access::Decay hinterland_decay(const HinterlandInput& input, const core::CostMatrix& costs, const RunContext& context) {
    const auto& question = input.question;
    if (!input.flows) return question.decay;
    std::vector<double> pulls;
    for (std::size_t j = 0; j < question.centres.size(); ++j) pulls.push_back(question.pull(j));
    FlowCalibration calibration;
    calibration.cost = question.cost;
    calibration.masses = pulls;
    if (const auto* power = std::get_if<access::Power>(&question.decay)) {
        calibration.decay = access::SoughtDecay::Power;
        calibration.power_floor = power->floor;
    }
    const auto found = calibrate_to_flows(*input.flows, costs, calibration, context);
    context.diagnostics.throw_errors();
    return found.decay.value_or(question.decay);
}

SearchSetting prepare_hinterland_search(HinterlandInput& input, const Arguments& arguments, RunContext& context) {
    core::Stage building(context.progress, 0.0, 0.9);
    auto building_context = with_progress(context, building);
    auto setting = prepare_search(arguments, std::move(input.roads), building_context);
    core::Stage placing(context.progress, 0.9, 1.0);
    auto placing_context = with_progress(context, placing);
    auto& settlements = input.question.settlements;
    settlements.places = place_families(settlements, input.families, setting.network(), placing_context).row_places();
    return setting;
}

}  // namespace desakota::analyses
