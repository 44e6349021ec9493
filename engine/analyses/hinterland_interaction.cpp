#include "engine/analyses/hinterland_interaction.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/breaking_points.h"
#include "engine/analyses/centrality.h"
#include "engine/analyses/desire_lines.h"
#include "engine/analyses/hinterland_areas.h"
#include "engine/analyses/hinterland_input.h"
#include "engine/analyses/hinterland_layers.h"
#include "engine/analyses/hinterland_searches.h"
#include "engine/analyses/hinterland_styles.h"
#include "engine/analyses/programme_layers.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_styles.h"
#include "engine/maps/graduated.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kMainLayer = "hinterland_interaction";

/// Outputs, in the order of the results.
OutputLayer main_output() {
    return {kMainLayer,
            {"Hinterland interaction", "Interaksi pusat dan daerah belakang"},
            geo::GeometryType::Polygon,  // or points, as the settlements are
            hinterland_columns(),
            {},
            {},
            hinterland_styles()};
}
OutputLayer interactions_output() {
    return {std::string(kMainLayer) + "_interactions",
            {"Ties of settlements to centres", "Ikatan permukiman dengan pusat"},
            geo::GeometryType::None,
            interaction_columns(),
            {},
            {},
            table_styles()};
}
OutputLayer centres_output() {
    auto columns = centre_columns();
    for (auto& column : centrality_columns()) columns.push_back(std::move(column));
    return {std::string(kMainLayer) + "_centres",
            {"Centres and their hinterlands", "Pusat dan daerah belakangnya"},
            geo::GeometryType::Point,  // or polygons, as the centres are
            std::move(columns),
            {},
            {},
            centre_styles()};
}
OutputLayer summary_output() {
    return declare_summary(kMainLayer, {"Hinterland interaction: summary", "Interaksi daerah belakang: ringkasan"},
                           hinterland_summary_columns());
}

std::vector<OutputLayer> outputs() {
    return {main_output(),           interactions_output(),     centres_output(),         summary_output(),
            declare_desire_lines(),  declare_breaking_points(), declare_hinterlands(),    declare_facilities_table(),
            declare_factors_table(), declare_programme_reach(), declare_programme_bands()};
}

/// "38 of 41 settlements are tied to a centre; half of them with an index of at least 43 (50 = 10 km ...)."
Text index_sentence(const HinterlandQuestion& question, const HinterlandFindings& findings) {
    std::vector<double> indices;
    for (const auto& ties : findings.interactions.settlements) {
        if (ties.main) indices.push_back(ties.index);
    }
    const auto all = grouped(static_cast<double>(findings.rows.size()));
    if (indices.empty()) {
        return fill_text("None of {} settlements is tied to a centre.",
                         "Tidak satu pun dari {} permukiman terikat dengan pusat.", all);
    }
    if (indices.size() == 1) {
        return fill_text("{} of {} settlements is tied to a centre, with an index of {}. {}.",
                         "{} dari {} permukiman terikat dengan pusat, dengan indeks {}. {}.", grouped(1.0), all,
                         grouped(indices.front()), index_key(question));
    }
    std::ranges::sort(indices, std::greater{});
    return fill_text("{} of {} settlements are tied to a centre, half of them with an index of at least {}. {}.",
                     "{} dari {} permukiman terikat dengan pusat, setengahnya dengan indeks sekurang-kurangnya {}. {}.",
                     grouped(static_cast<double>(indices.size())), all, grouped(indices[(indices.size() - 1) / 2]),
                     index_key(question));
}

/// "Largest hinterlands: Mulyasari 20 settlements, Tanjung Lago 9."
Text centres_sentence(const HinterlandQuestion& question, const HinterlandFindings& findings) {
    constexpr std::size_t kShown = 3;
    const auto& totals = findings.interactions.centres;
    std::vector<std::size_t> order;
    for (std::size_t j = 0; j < totals.size(); ++j) {
        if (totals[j].settlements > 0) order.push_back(j);
    }
    std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
        return totals[left].settlements > totals[right].settlements;
    });
    Text list;
    for (std::size_t i = 0; i < std::min(kShown, order.size()); ++i) {
        if (i > 0) list = std::move(list) + core::same_text(", ");
        list = std::move(list) + fill_text("{} ({})", "{} ({})", core::same_text(question.centres.title(order[i])),
                                           grouped(static_cast<double>(totals[order[i]].settlements)));
    }
    return fill_text("Largest hinterlands, by settlements: {}.", "Daerah belakang terbesar, menurut permukiman: {}.",
                     list);
}

void add_answer(Results& results, const HinterlandQuestion& question, const HinterlandFindings& findings,
                const SummaryInput& pooled) {
    add_status_figures(results, findings.rows);
    const auto& ties = findings.interactions.settlements;
    const auto count = [&](auto holds) { return static_cast<double>(std::ranges::count_if(ties, holds)); };
    const double tied = count([](const auto& one) { return one.main.has_value(); });
    const double contested = count([](const auto& one) { return one.contested; });
    results.figures.push_back(
        {"settlements_tied", {"Settlements with a tie", "Permukiman yang punya ikatan"}, tied, 0});
    results.figures.push_back(
        {"settlements_contested", {"Contested settlements", "Permukiman yang diperebutkan"}, contested, 0});
    results.figures.push_back({"reference_mass", {"Reference mass", "Massa acuan"}, question.reference_mass, 0});
    for (const auto& column : pooled.pooled) {
        results.figures.push_back({column.definition.name, column.definition.alias, pooled_total(pooled, column), 3});
    }
    results.summary.push_back(index_sentence(question, findings));
    if (tied > 0.0) results.summary.push_back(centres_sentence(question, findings));
    results.summary.push_back(status_sentence(findings.rows));
}

/// What all layers of a run are made from.
struct Answer {
    const HinterlandInput& input;
    const HinterlandFindings& findings;
    const SearchSetting& setting;
    const Arguments& arguments;

    [[nodiscard]] const HinterlandQuestion& question() const { return input.question; }
    [[nodiscard]] const layers::Layer& settlement_layer() const { return arguments.layers.at("settlements").front(); }
};

void add_main_layers(Results& results, const Answer& answer, const std::optional<Centrality>& centrality,
                     const RunContext& context) {
    const auto& question = answer.question();
    const auto& findings = answer.findings;
    auto main = main_output();
    main.styles = hinterland_styles(question, findings);
    auto layer = make_hinterland_layer(question, findings, answer.settlement_layer(), context.language);
    main.styles.front() = maps::with_natural_breaks_where_alike(std::move(main.styles.front()), layer);
    add_layer(results, std::move(layer), main, context.language);
    context.progress.step(0.3);
    add_layer(results, make_interactions(question, findings), interactions_output(), context.language);
    context.progress.step(0.6);
    auto centres = make_centre_layer(question, findings, answer.arguments.layers.at("centres").front());
    if (centrality) add_centrality_columns(centres, *centrality, context.language);
    add_layer(results, std::move(centres), centres_output(), context.language);
    const auto shares = hinterland_shares(question, findings);
    const auto pooled = hinterland_summary(question, findings, shares);
    add_layer(results, make_summary(pooled), summary_output(), context.language);
    add_answer(results, question, findings, pooled);
}

void add_lines_and_areas(Results& results, const Answer& answer, RunContext& context) {
    const auto& question = answer.question();
    core::Stage lines(context.progress, 0.0, 0.2);
    auto drawing_lines = with_progress(context, lines);
    auto declared = declare_desire_lines();
    declared.styles = desire_line_styles(!question.populations.empty());
    add_layer(results, make_desire_lines(question, answer.findings, answer.settlement_layer(), drawing_lines), declared,
              context.language);
    core::Stage points(context.progress, 0.2, 0.4);
    auto finding_points = with_progress(context, points);
    add_layer(
        results,
        make_breaking_points(question, answer.findings, answer.settlement_layer(), answer.setting, finding_points),
        declare_breaking_points(), context.language);
    if (!answer.arguments.is_yes("hinterlands")) return;
    core::Stage areas(context.progress, 0.4, 1.0);
    auto drawing_areas = with_progress(context, areas);
    auto hinterlands =
        make_hinterlands(question, answer.findings, answer.settlement_layer(), answer.setting, drawing_areas);
    auto declared_areas = declare_hinterlands();
    declared_areas.styles = hinterland_area_styles(hinterlands);
    add_layer(results, std::move(hinterlands), declared_areas, context.language);
}

void add_programme(Results& results, const Programme& programme, const Answer& answer, RunContext& context) {
    const auto& question = answer.question();
    const auto found = find_programme_reach(programme, question, answer.findings, context.diagnostics);
    add_layer(results, make_programme_reach(programme, question, found, answer.settlement_layer(), context),
              declare_programme_reach(), context.language);
    add_layer(results, make_programme_bands(programme, question, found, context), declare_programme_bands(),
              context.language);
    add_programme_answer(results, programme, question, found);
}

/// Centrality, factors and programme, each where it was asked for.
void add_tables(Results& results, const Answer& answer, const std::optional<Centrality>& centrality,
                RunContext& context) {
    if (centrality) {
        add_layer(results, make_facilities_table(*centrality), declare_facilities_table(), context.language);
        add_centrality_figures(results, *centrality);
    }
    if (answer.input.factors.is_given()) {
        add_layer(results, make_factors_table(answer.input.factors, answer.question(), answer.findings, context),
                  declare_factors_table(), context.language);
    }
    if (answer.input.programme) add_programme(results, *answer.input.programme, answer, context);
}

Results make_results(const Answer& answer, RunContext& context) {
    Results results;
    std::optional<Centrality> centrality;
    const auto& facilities = answer.input.facilities;
    if (facilities.is_given()) centrality = centrality_of(facilities, answer.question().centres.size());
    core::Stage filling(context.progress, 0.0, 0.3);
    add_main_layers(results, answer, centrality, with_progress(context, filling));
    core::Stage drawing(context.progress, 0.3, 0.8);
    auto drawing_context = with_progress(context, drawing);
    add_lines_and_areas(results, answer, drawing_context);
    core::Stage rest(context.progress, 0.8, 1.0);
    auto rest_context = with_progress(context, rest);
    add_tables(results, answer, centrality, rest_context);
    context.progress.step(1.0);
    return results;
}

Results run(Arguments& arguments, RunContext& context) {
    core::Stage reading(context.progress, 0.0, 0.1);
    auto reading_context = with_progress(context, reading);
    auto input = read_hinterland_input(arguments, reading_context);
    core::Stage building(context.progress, 0.1, 0.2);
    auto building_context = with_progress(context, building);
    const auto setting = prepare_hinterland_search(input, arguments, building_context);
    auto& question = input.question;
    Verification verification(arguments, question.settlements.places);
    core::Stage costing(context.progress, 0.2, 0.7);
    auto costs = find_hinterland_costs(question, setting, costing);
    question.decay = hinterland_decay(input, costs.to_centres, context);
    core::Stage tying(context.progress, 0.7, 0.85);
    const auto findings = find_hinterlands(question, std::move(costs), setting, verification, tying);
    core::Stage telling(context.progress, 0.85, 1.0);
    auto telling_context = with_progress(context, telling);
    auto results = make_results({input, findings, setting, arguments}, telling_context);
    verification.report(results, context.diagnostics);
    context.progress.step(1.0);
    return results;
}

}  // namespace

Analysis describe_hinterland_interaction() {
    Analysis analysis;
    analysis.id = "hinterland-interaction";
    analysis.group = {"Hinterland", "Daerah belakang"};
    analysis.title = {"Hinterland interaction", "Interaksi pusat dan daerah belakang"};
    analysis.help = {
        "How strongly is each settlement tied to each centre, and whose hinterland is it? A tie is the mass of the "
        "centre, weakened with the way by road. The interaction index is 100 in a centre of the reference mass and 50 "
        "at the half-distance from it; it depends on no other settlement and never falls when a road is added. Shares "
        "tell how the ties of a settlement divide among all centres: with two nearly alike it is contested.",
        "Seberapa kuat tiap permukiman terikat dengan tiap pusat, dan daerah belakang pusat manakah permukiman itu? "
        "Ikatan adalah massa pusat yang melemah menurut jarak lewat jalan. Indeks interaksi bernilai 100 di pusat "
        "dengan massa acuan dan 50 pada jarak paruhnya; indeks ini tidak bergantung pada permukiman lain dan tidak "
        "pernah turun bila ada jalan baru. Bagian menunjukkan pembagian ikatan suatu permukiman di antara semua pusat: "
        "bila dua pusat hampir sama, permukiman itu diperebutkan."};
    analysis.parameters = hinterland_parameters();
    analysis.outputs = outputs();
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
