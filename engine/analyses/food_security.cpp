#include "engine/analyses/food_security.h"

#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/common_parameters.h"
#include "engine/analyses/food_answer.h"
#include "engine/analyses/food_layers.h"
#include "engine/analyses/food_parameters.h"
#include "engine/analyses/health_input.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

constexpr const char* kMainLayer = "food_security";

std::vector<OutputLayer> outputs(FoodVariant variant) {
    return {{kMainLayer,
             {"Food security", "Ketahanan pangan"},
             geo::GeometryType::Polygon,  // or points, or a table, as the settlements are
             food_columns(variant),
             {},
             {},
             food_styles()},
            declare_summary(kMainLayer, {"Food security: summary", "Ketahanan pangan: ringkasan"},
                            food_summary_columns(variant)),
            {std::string(kMainLayer) + "_contributions",
             {"Food security: contributions of the parts", "Ketahanan pangan: kontribusi tiap unsur"},
             geo::GeometryType::None,
             food_contribution_columns(),
             {},
             {},
             table_styles()}};
}

struct Input {
    Settlements settlements;
    FoodData data;
};

/// The families beyond the threshold, as health-access finds them.
struct NetworkShares {
    Settlements settlements;
    Shares beyond;
};

void refuse_without_places(const layers::Layer& settlements, core::Diagnostics& diagnostics) {
    const bool has_places = settlements.geometry.size() > 0 && settlements.geometry_type != geo::GeometryType::Line;
    if (has_places || settlements.row_count == 0) return;
    diagnostics.error(core::format_text(
        "{}: the distance to the puskesmas needs settlements as points or polygons. Give such a layer, or leave "
        "--roads and --facilities out.",
        "{}: jarak ke puskesmas memerlukan permukiman berupa titik atau poligon. Berikan lapisan seperti itu, atau "
        "hilangkan --roads dan --facilities.",
        layers::describe_layer(settlements)));
    diagnostics.throw_errors();
}

NetworkShares find_shares_beyond(Arguments& arguments, RunContext& context) {
    refuse_without_places(*arguments.layer("settlements"), context.diagnostics);
    core::Stage reading(context.progress, 0.0, 0.2);
    auto reading_context = with_progress(context, reading);
    auto input = read_health_input(arguments, reading_context);
    context.diagnostics.throw_errors();
    refuse_health_options_without_effect(input, arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    core::Stage building(context.progress, 0.2, 0.6);
    auto building_context = with_progress(context, building);
    const auto setting = prepare_health_search(input, arguments, building_context);
    Verification verification(arguments, input.question.settlements.places);
    core::Stage searching(context.progress, 0.6, 1.0);
    auto findings = find_health_access(input.question, setting, verification, searching);
    return {std::move(input.question.settlements), std::move(findings.by_distance.beyond)};
}

Input read_input(Arguments& arguments, const FoodPlan& plan, RunContext& context) {
    Input input;
    NetworkShares network;
    if (plan.takes(FoodSource::Network)) {
        core::Stage finding(context.progress, 0.0, 0.7);
        auto finding_context = with_progress(context, finding);
        network = find_shares_beyond(arguments, finding_context);
        input.settlements = std::move(network.settlements);
    } else {
        input.settlements = read_settlement_rows(arguments, FamiliesUse::NotNeeded, context.diagnostics);
    }
    core::Stage reading(context.progress, 0.7, 1.0);
    auto reading_context = with_progress(context, reading);
    input.data = read_food_parts(arguments, plan, input.settlements, network.beyond, reading_context);
    context.diagnostics.throw_errors();
    return input;
}

FoodPlan plan_run(const Arguments& arguments, core::Diagnostics& diagnostics) {
    refuse_options_without_effect(arguments, diagnostics);
    const auto plan = plan_food_sources(arguments, diagnostics);
    refuse_food_options_without_effect(arguments, plan, diagnostics);
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    return plan;
}

Results make_results(const FoodRun& run, const Arguments& arguments, RunContext& context) {
    Results results;
    const auto declared = outputs(run.scale.variant);
    core::Stage filling(context.progress, 0.0, 0.4);
    add_layer(results, make_food_layer(run, arguments.layers.at("settlements").front(), filling), declared[0],
              context.language);
    const bool unweighted = arguments.text("aggregate") == "unweighted";
    const auto sets = settlement_sets(run.settlements);
    std::vector<FoodFigures> of_sets;
    of_sets.reserve(sets.size());
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const FoodRow row{sets[i].members, i};
        of_sets.push_back(unweighted ? mean_figures(run.data, row, run.figures, run.scale)
                                     : pooled_figures(run.data, row, run.scale));
    }
    add_layer(results, make_food_summary(run, sets, of_sets), declared[1], context.language);
    core::Stage splitting(context.progress, 0.5, 1.0);
    add_layer(results, make_food_contributions(run, splitting), declared[2], context.language);
    add_food_answer(results, run, of_sets.back());
    warn_of_doubtful_food_figures(run, of_sets.back(), context.diagnostics);
    return results;
}

Results run(Arguments& arguments, RunContext& context) {
    const auto plan = plan_run(arguments, context.diagnostics);
    core::Stage reading(context.progress, 0.0, 0.8);
    auto reading_context = with_progress(context, reading);
    const auto input = read_input(arguments, plan, reading_context);
    FoodRun food{input.settlements, input.data, {food_variant(arguments), {}}, {}, context.language};
    core::Stage figuring(context.progress, 0.8, 0.85);
    food.figures = settlement_figures(input.data, input.settlements.size(), food.scale, figuring);
    core::Stage telling(context.progress, 0.85, 1.0);
    auto telling_context = with_progress(context, telling);
    auto results = make_results(food, arguments, telling_context);
    context.progress.step(1.0);
    return results;
}

}  // namespace

Analysis describe_food_security() {
    Analysis analysis;
    analysis.id = "food-security";
    analysis.group = {"Welfare", "Kesejahteraan"};
    analysis.title = {"Food security", "Ketahanan pangan"};
    analysis.help = {
        "How secure is food: its availability, access to it and its utilisation, and the combined index of Lamba "
        "(2006), in which 0 is best. Availability is the cereals that people need over those they produce (IAV, above "
        "1: deficit); access is the mean of the shares of poor households, of heads with short hours, of heads without "
        "basic education and of households without electricity; utilisation is the mean of a health index (children "
        "not immunised, no clean water, more than 5 km from a puskesmas) and of illiterate housewives. Each part comes "
        "from the household table or from fields of the settlements. Availability has no upper limit and may outweigh "
        "the rest: the index with availability bounded stands beside it. Where nothing is produced locally, IAV has "
        "no value, and the index is computed with availability bounded only. This is not the index of Badan Pangan "
        "Nasional, in which 100 is best.",
        "Seberapa tahan pangan: ketersediaan, akses, dan pemanfaatannya, serta indeks gabungan Lamba (2006), dengan 0 "
        "sebagai yang terbaik (dalam makalah disebut indeks ketahanan pangan). Ketersediaan adalah kebutuhan serealia "
        "dibagi produksinya (IAV, di atas 1: defisit); "
        "akses adalah rata-rata proporsi rumah tangga miskin, kepala yang jam kerjanya kurang, kepala yang tidak tamat "
        "pendidikan dasar, dan rumah tangga tanpa listrik; pemanfaatan adalah rata-rata indeks infrastruktur kesehatan "
        "(anak tidak diimunisasi, tanpa air bersih, lebih dari 5 km dari puskesmas) dan ibu rumah tangga buta huruf. "
        "Tiap unsur berasal dari tabel rumah tangga atau kolom permukiman. Ketersediaan tidak punya batas atas dan "
        "bisa mengalahkan yang lain: di sampingnya ada indeks dengan ketersediaan dibatasi. Bila tidak ada produksi "
        "setempat, IAV tidak punya nilai, dan indeks hanya dihitung dengan ketersediaan dibatasi. Ini bukan indeks "
        "Badan Pangan Nasional, yang nilai terbaiknya 100."};
    analysis.parameters = food_parameters();
    analysis.outputs = outputs(FoodVariant::MinMax);
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
