#include "engine/analyses/check_network.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/common_parameters.h"
#include "engine/analyses/facilities.h"
#include "engine/analyses/facility_parameters.h"
#include "engine/analyses/layers_meet.h"
#include "engine/analyses/mended_roads.h"
#include "engine/analyses/missing_link_layer.h"
#include "engine/analyses/network_check.h"
#include "engine/analyses/network_styles.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"
#include "engine/network/missing_links.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr double kThreshold = 5000.0;  // metres
constexpr const char* kMended = "mended";
constexpr const char* kGapSearch = "gap-search";
/// More links are searched than breaks are: they are what is asked for.
constexpr std::size_t kMostLinkSearches = 20000;

Parameter as_optional(Parameter parameter, Text help) {
    parameter.required = false;
    parameter.help = std::move(help);
    return parameter;
}

Parameter threshold() {
    return with_words(with_default(number_parameter("threshold", {"m", 0.0, 1000000.0}), kThreshold),
                      {"Distance threshold", "Ambang jarak"},
                      {"A settlement gains from mending a break where it gets a way to a facility, or comes within "
                       "this distance of one.",
                       "Permukiman terbantu oleh perbaikan bila menjadi tersambung ke fasilitas, atau berada dalam "
                       "jarak ini."});
}

Parameter mended() {
    return with_words(parameter_of(kMended, ParameterKind::YesNo), {"Mended roads", "Jalan yang diperbaiki"},
                      {"Also give a repaired copy of the roads, with a vertex wherever lines meet and a short line "
                       "(join = 1) across each gap: other programs then find the same ways.",
                       "Berikan juga salinan jalan yang sudah diperbaiki, dengan titik di setiap tempat garis bertemu "
                       "dan garis pendek (join = 1) di setiap celah: program lain pun menemukan jalan yang sama."});
}

Parameter gap_search() {
    return with_words(number_parameter(kGapSearch, {"m", 0.0, 5000.0}),
                      {"Search for missing links", "Cari ruas terputus"},
                      {"Also look for missing links: dead ends and components this near each other, ranked by the "
                       "families that joining them would bring within the threshold. Up to 25 m they are called faults "
                       "of the data, beyond it roads to build.",
                       "Cari pula ruas terputus: ujung buntu dan bagian jaringan yang berjarak sedekat ini, diurutkan "
                       "menurut keluarga yang akan masuk ambang jarak bila disambung. Sampai 25 m disebut kesalahan "
                       "data, selebihnya ruas yang perlu dibangun."});
}

/// Settlements and facilities, which go together, and what has an effect with them only.
std::vector<Parameter> gain_parameters() {
    std::vector<Parameter> parameters;
    for (auto& parameter : without(settlement_parameters(), {"id-field", "group-field"})) {
        if (parameter.name.find("field") == std::string::npos && parameter.name != "settlements") continue;
        parameters.push_back(
            parameter.required
                ? as_optional(std::move(parameter), {"With facilities, to tell what mending each break would gain.",
                                                     "Bersama fasilitas, untuk mengetahui manfaat tiap perbaikan."})
                : std::move(parameter));
    }
    for (auto& parameter : without(facility_parameters(), {"facility-id-field"})) {
        parameters.push_back(
            parameter.required
                ? as_optional(std::move(parameter), {"With settlements, to tell what mending each break would gain.",
                                                     "Bersama permukiman, untuk mengetahui manfaat tiap perbaikan."})
                : std::move(parameter));
    }
    append(parameters, {count_as_parameter(), threshold()});
    return parameters;
}

std::vector<OutputLayer> outputs() {
    return {{"check_network",
             {"Check of the network", "Pemeriksaan jaringan"},
             geo::GeometryType::Point,
             finding_columns(),
             {},
             {},
             finding_styles()},
            {"check_network_components",
             {"Components of the network", "Bagian-bagian jaringan"},
             geo::GeometryType::Line,
             component_columns(),
             {},
             {},
             component_styles()},
            {"check_network_mended",
             {"Mended roads", "Jalan yang sudah diperbaiki"},
             geo::GeometryType::Line,
             mended_columns(),
             {"with --mended", "dengan --mended"},
             kMended,
             mended_styles()},
            {"check_network_missing_links",
             {"Missing links", "Ruas terputus"},
             geo::GeometryType::Line,
             missing_link_columns(),
             {"with --gap-search", "dengan --gap-search"},
             {},
             missing_link_styles()}};
}

bool wants_gains(const Arguments& arguments) {
    return arguments.has_layer("settlements") && arguments.has_layer("facilities");
}

void refuse_options(const Arguments& arguments, core::Diagnostics& diagnostics) {
    refuse_options_without_effect(arguments, diagnostics);
    if (!wants_gains(arguments)) {
        auto names = gain_parameters();
        append(names, travel_parameters());
        for (auto& parameter : network_layer_parameters()) {
            if (parameter.name == "barriers") names.push_back(std::move(parameter));
        }
        for (const auto& parameter : names) {
            const bool needs_both = parameter.name != "mode" && parameter.name != "season" &&
                                    parameter.name != "profile" && parameter.name != "default-speed";
            const bool is_layer = !parameter.geometry.empty() && arguments.has_layer(parameter.name);
            if (!needs_both || (!is_layer && !arguments.is_given(parameter.name))) continue;
            diagnostics.option_without_effect(core::format_text(
                "--{} has no effect here: what mending would gain needs both --settlements and --facilities.",
                "--{} tidak berpengaruh: manfaat perbaikan memerlukan --settlements dan --facilities sekaligus.",
                parameter.name));
        }
    }
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
}

struct Input {
    RoadFields fields;  ///< where a mended copy is asked for
    RoadInput roads;
    Settlements settlements;
    std::vector<geo::GridPoint> facilities;
};

Input read_input(Arguments& arguments, RunContext& context) {
    Input input;
    std::vector<LayerExtent> extents;
    if (wants_gains(arguments)) {
        core::Stage points(context.progress, 0.0, 0.2);
        auto reading_points = with_progress(context, points);
        input.settlements = read_settlements(arguments, FamiliesUse::Needed, reading_points);
        core::Stage goals(context.progress, 0.2, 0.3);
        auto reading_goals = with_progress(context, goals);
        const auto facilities = read_facilities(arguments, reading_goals);
        input.facilities = select_places(facilities.destinations, facilities.counting()).places;
        extents = {input.settlements.extent, facilities.destinations.extent};
    }
    if (arguments.is_yes(kMended)) input.fields = keep_road_fields(arguments);
    core::Stage lines(context.progress, 0.3, 1.0);
    auto reading = with_progress(context, lines);
    input.roads = read_roads(arguments, reading);
    check_that_layers_meet(input.roads.extent, extents, arguments.number("max-access").value_or(0.0), context);
    context.diagnostics.throw_errors();
    refuse_options_without_effect(arguments, input.roads, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    return input;
}

network::NetworkOptions cleaning_of(const Arguments& arguments) {
    network::NetworkOptions options;
    if (arguments.text("clean") == "off") options.cleaning = network::Cleaning::Off;
    options.joins.tolerance = arguments.number("tolerance").value_or(options.joins.tolerance);
    return options;
}

/// What was read of the roads but is no part of the network.
NetworkCheck begin_check(const RoadInput& roads) {
    NetworkCheck check;
    check.sources = {roads.layer_labels, roads.feature_ids};
    check.without_length = roads.without_length;
    return check;
}

void find_all(NetworkCheck& check, const Arguments& arguments, const Input& input, const SearchSetting& setting,
              core::Progress& progress) {
    check.has_gains = wants_gains(arguments);
    check.cleaning = cleaning_of(arguments).cleaning;
    core::Stage ranking(progress, 0.0, 0.02);
    check.components = rank_components(setting.network(), ranking);
    core::Stage finding(progress, 0.02, check.has_gains ? 0.5 : 1.0);
    check.findings =
        find_findings(setting.network(), cleaning_of(arguments), check.components, setting.parallel, finding);
    const auto limit = core::to_thousandths(arguments.number("threshold").value_or(kThreshold));
    check.threshold = length_text(limit);
    if (!check.has_gains) return;
    core::Stage gaining(progress, 0.5, 1.0);
    check.gains = find_gains({input.settlements, input.facilities, limit}, setting, check.findings, gaining);
}

/// The links missing within --gap-search, and what each would bring.
MissingLinks find_links(const NetworkCheck& check, const Arguments& arguments, const Input& input,
                        const SearchSetting& setting, core::Progress& progress) {
    core::Stage finding(progress, 0.0, check.has_gains ? 0.4 : 1.0);
    auto links = find_missing_links(
        setting.network(), {arguments.number(kGapSearch).value_or(0.0), cleaning_of(arguments), check.findings},
        setting.parallel, finding);
    BreakGains gains;
    if (check.has_gains) {
        core::Stage gaining(progress, 0.4, 1.0);
        const auto limit = core::to_thousandths(arguments.number("threshold").value_or(kThreshold));
        gains = find_gains({input.settlements, input.facilities, limit, kMostLinkSearches}, setting, links, gaining);
    }
    return rank_missing_links(check, setting.network(), std::move(links), std::move(gains));
}

Results run(Arguments& arguments, RunContext& context) {
    refuse_options(arguments, context.diagnostics);
    core::Stage reading(context.progress, 0.0, 0.2);
    auto reading_context = with_progress(context, reading);
    auto input = read_input(arguments, reading_context);
    auto check = begin_check(input.roads);
    core::Stage building(context.progress, 0.2, 0.45);
    auto building_context = with_progress(context, building);
    const auto setting = prepare_search(arguments, std::move(input.roads), building_context);
    const bool wants_links = arguments.number(kGapSearch).has_value();
    core::Stage checking(context.progress, 0.45, wants_links ? 0.65 : 0.9);
    find_all(check, arguments, input, setting, checking);
    MissingLinks missing;
    if (wants_links) {
        core::Stage searching(context.progress, 0.65, 0.9);
        missing = find_links(check, arguments, input, setting, searching);
    }
    Results results;
    const auto declared = outputs();
    const auto& crs = arguments.layers.at("roads").front().crs;
    core::Stage telling(context.progress, 0.9, 0.92);
    auto telling_context = with_progress(context, telling);
    add_layer(results, make_finding_layer(check, setting.network(), crs, telling_context), declared[0],
              context.language);
    core::Stage drawing(context.progress, 0.92, 0.95);
    auto drawing_context = with_progress(context, drawing);
    add_layer(results, make_component_layer(check, setting.network(), crs, drawing_context), declared[1],
              context.language);
    if (arguments.is_yes(kMended)) {
        core::Stage mending(context.progress, 0.95, 0.97);
        auto mending_context = with_progress(context, mending);
        add_layer(results, make_mended_layer(check, setting.network(), input.fields, crs, mending_context), declared[2],
                  context.language);
    }
    if (wants_links) {
        core::Stage linking(context.progress, 0.97, 1.0);
        auto linking_context = with_progress(context, linking);
        add_layer(results, make_missing_link_layer(check, setting.network(), missing, crs, linking_context),
                  declared[3], context.language);
    }
    add_check_answer(results, check, setting.network(), cleaning_of(arguments), context.diagnostics);
    if (wants_links) add_missing_link_answer(results, check, setting.network(), missing);
    context.progress.step(1.0);
    return results;
}

}  // namespace

Analysis describe_check_network() {
    Analysis analysis;
    analysis.id = "check-network";
    analysis.group = {"Network", "Jaringan"};
    analysis.title = {"Check of the road network", "Pemeriksaan jaringan jalan"};
    analysis.help = {
        "Where is my road layer broken, and what would mending each break gain? Every gap, crossing and doubtful place "
        "becomes a point with what was done about it in memory and what to do in the data; your layer is not changed. "
        "With settlements and facilities it also counts, for each break, the settlements (taken at their point) and "
        "families that would get a way to a facility or come within the threshold.",
        "Di mana lapisan jalan saya terputus, dan apa manfaat memperbaikinya? Tiap celah, persilangan, dan tempat yang "
        "meragukan menjadi titik, beserta apa yang dilakukan di memori dan apa yang perlu dibetulkan pada data; "
        "lapisan "
        "Anda tidak diubah. Dengan permukiman dan fasilitas, dihitung pula, untuk tiap sambungan terputus, permukiman "
        "(pada titiknya) dan keluarga yang akan tersambung ke fasilitas atau masuk ambang jarak."};
    analysis.parameters = network_layer_parameters();
    append(analysis.parameters, gain_parameters());
    append(analysis.parameters, {mended(), gap_search()});
    append(analysis.parameters, without(travel_parameters(), {"cost", "cutoff", "routes"}));
    append(analysis.parameters, without(network_parameters(), {"verify"}));
    analysis.outputs = outputs();
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
