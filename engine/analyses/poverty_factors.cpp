#include "engine/analyses/poverty_factors.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/household_parameters.h"
#include "engine/analyses/household_traits.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/poor_households.h"
#include "engine/analyses/poverty_factors_layers.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kMainLayer = "poverty_factors";
constexpr const char* kPredictions = "predictions";

Parameter predictions_parameter() {
    return with_words(parameter_of(kPredictions, ParameterKind::YesNo), {"List the households", "Daftar rumah tangga"},
                      {"Also gives the predicted probability of each household, by its row in the table.",
                       "Sertakan pula peluang prediksi tiap rumah tangga, menurut barisnya dalam tabel."});
}

/// Nothing can be told without the table.
std::vector<Parameter> household_parameters_with_table() {
    auto parameters = household_parameters();
    parameters.front() = as_required(std::move(parameters.front()));
    return parameters;
}

OutputLayer table_output(const std::string& name, Text title, std::vector<layers::ColumnDefinition> columns) {
    return {kMainLayer + name, std::move(title), geo::GeometryType::None, std::move(columns), {}, {}, table_styles()};
}

std::vector<OutputLayer> outputs() {
    const Text title{"Predicted probability of being poor", "Peluang prediksi miskin"};
    auto by_probability = with_unsure_rows(share_style("mean_probability", title, "mean_probability"));
    by_probability.worse = {"The darker, the likelier to be poor.", "Makin gelap, makin besar peluang miskin."};
    auto households =
        table_output("_households", {"Predicted households", "Prediksi rumah tangga"}, predicted_household_columns());
    households.when = {"with --predictions", "dengan --predictions"};
    households.asked_by = kPredictions;
    return {
        {kMainLayer,
         {"Factors of poverty", "Faktor-faktor kemiskinan"},
         geo::GeometryType::Polygon,  // or as the settlements are
         poverty_factors_columns(),
         {},
         {},
         {std::move(by_probability)}},
        table_output("_coefficients", {"Factors of poverty: coefficients", "Faktor-faktor kemiskinan: koefisien"},
                     coefficient_columns()),
        table_output("_model", {"Factors of poverty: model", "Faktor-faktor kemiskinan: model"}, logit_model_columns()),
        std::move(households),
        declare_summary(kMainLayer, {"Factors of poverty: summary", "Faktor-faktor kemiskinan: ringkasan"},
                        poverty_factors_summary_columns())};
}

struct Input {
    Settlements settlements;
    Households households;
    PoorHouseholds poor;
    std::vector<HouseholdTrait> traits;
};

Input read_input(Arguments& arguments, RunContext& context) {
    Input input;
    input.settlements = read_settlement_rows(arguments, FamiliesUse::NotNeeded, context.diagnostics);
    core::Stage reading(context.progress, 0.1, 0.5);
    auto reading_context = with_progress(context, reading);
    input.households = read_households(arguments, input.settlements, reading_context);
    input.poor = read_poor_households(arguments, input.households, context.diagnostics);
    core::Stage traits(context.progress, 0.6, 1.0);
    auto traits_context = with_progress(context, traits);
    input.traits = read_household_traits(arguments, input.households, traits_context);
    context.diagnostics.throw_errors();
    return input;
}

HouseholdSelection select(const Input& input) {
    std::vector<Requirement> requirements{{input.households.weights, {"without a survey weight", "tanpa bobot survei"}},
                                          {input.poor.poor, input.poor.without}};
    for (const auto& trait : input.traits) {
        requirements.push_back({trait.values, fill_text("without {}", "tanpa {}", trait.label)});
    }
    return select_households(input.households, input.settlements.size(), requirements);
}

void refuse_no_households(const Input& input, const HouseholdSelection& selection, core::Diagnostics& diagnostics) {
    std::vector<std::uint32_t> all(input.settlements.size());
    std::iota(all.begin(), all.end(), 0U);
    diagnostics.error(core::same_text(layers::describe_layer(*input.households.table) + ": ") +
                      basis_of(selection, all).reason);
    diagnostics.throw_errors();
}

/// Peduzzi et al. (1996), "A simulation study of the number of events per variable in logistic regression analysis",
/// Journal of Clinical Epidemiology 49, 1373-1379.
void warn_of_few_cases(const PovertyFactors& factors, core::Diagnostics& diagnostics) {
    constexpr double kFewest = 10.0;
    const auto poor = static_cast<double>(factors.poor_count());
    const auto others = static_cast<double>(factors.size()) - poor;
    const auto traits = static_cast<double>(factors.columns.size());
    if (std::min(poor, others) >= kFewest * traits) return;
    diagnostics.warning(fill_text(
        "{0} poor households and {1} others are few for {2} traits: below {3} of each for every trait, coefficients "
        "are unreliable. Take fewer traits or more households.",
        "{0} rumah tangga miskin dan {1} yang lain terlalu sedikit untuk {2} karakteristik: di bawah {3} untuk tiap "
        "karakteristik, koefisien kurang dapat dipercaya. Kurangi karakteristik atau tambah rumah tangga.",
        grouped(poor), grouped(others), grouped(traits), grouped(kFewest)));
}

PovertyFactors find_factors(const Input& input, RunContext& context) {
    PovertyFactors factors{input.settlements, input.households, select(input), {}, {}, {}, {}, {}, false};
    const auto& rows = factors.selection.rows;
    if (rows.empty()) refuse_no_households(input, factors.selection, context.diagnostics);
    factors.poor = values_of(input.poor.poor, rows);
    factors.weights = values_of(input.households.weights, rows);
    auto made = make_trait_columns(input.traits, rows, context.diagnostics);
    factors.columns = std::move(made.columns);
    context.progress.step(0.1);
    context.diagnostics.throw_errors();
    core::Stage fitting(context.progress, 0.1, 1.0);
    statistics::LogitCases cases{made.values, factors.poor, {}};
    if (input.households.has_weights) cases.weights = factors.weights;
    auto result = statistics::fit_logit(cases, fitting);
    for (const auto& problem : result.problems) {
        context.diagnostics.error(logit_problem_text(problem, factors.columns, factors.size()));
    }
    context.diagnostics.throw_errors();
    warn_of_few_cases(factors, context.diagnostics);
    if (result.fit) factors.fit = std::move(*result.fit);
    factors.classification = statistics::classify(factors.poor, factors.fit.predicted);
    return factors;
}

Results make_results(const PovertyFactors& factors, const Arguments& arguments, RunContext& context) {
    Results results;
    const auto declared = outputs();
    const auto language = context.language;
    const auto& settlements = arguments.layers.at("settlements").front();
    add_layer(results, make_poverty_factors_layer(factors, settlements, language), declared[0], language);
    context.progress.step(0.3);
    add_layer(results, make_coefficients(factors, language), declared[1], language);
    add_layer(results, make_logit_model(factors, language), declared[2], language);
    if (arguments.is_yes(kPredictions)) {
        add_layer(results, make_predicted_households(factors), declared[3], language);
    }
    context.progress.step(0.7);
    add_layer(results, make_poverty_factors_summary(factors, language), declared[4], language);
    add_poverty_factors_answer(results, factors);
    return results;
}

Results run(Arguments& arguments, RunContext& context) {
    refuse_poor_options(arguments, context.diagnostics);
    refuse_trait_options_without_effect(arguments, context.diagnostics);
    context.diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    core::Stage reading(context.progress, 0.0, 0.4);
    auto reading_context = with_progress(context, reading);
    const auto input = read_input(arguments, reading_context);
    core::Stage fitting(context.progress, 0.4, 0.9);
    auto fitting_context = with_progress(context, fitting);
    auto factors = find_factors(input, fitting_context);
    factors.is_unweighted = arguments.text("aggregate") == "unweighted";
    core::Stage telling(context.progress, 0.9, 1.0);
    auto telling_context = with_progress(context, telling);
    auto results = make_results(factors, arguments, telling_context);
    context.progress.step(1.0);
    return results;
}

}  // namespace

Analysis describe_poverty_factors() {
    Analysis analysis;
    analysis.id = "poverty-factors";
    analysis.group = {"Welfare", "Kesejahteraan"};
    analysis.title = {"Factors of poverty", "Faktor-faktor kemiskinan"};
    analysis.help = {
        "Which household traits go with being poor? A binary logit of being poor on some traits of the households: by "
        "how much the odds of being poor change with each trait while the others stay as they are, how sure that is, "
        "and, for every settlement, how probable poverty is by these traits beside how many are poor. It tells what "
        "goes together, not what causes what. Households are taken as drawn independently; with survey weights the "
        "standard errors are robust (sandwich).",
        "Karakteristik rumah tangga mana yang berkaitan dengan kemiskinan? Model logit biner tentang miskin atau "
        "tidaknya rumah tangga menurut beberapa karakteristik: seberapa besar odds menjadi miskin berubah bersama tiap "
        "karakteristik bila yang lain tetap, seberapa pasti hal itu, dan, untuk tiap permukiman, seberapa besar "
        "peluang miskin menurut karakteristik itu di samping berapa yang memang miskin. Hasilnya menunjukkan apa yang "
        "berkaitan, bukan apa yang menyebabkan apa. Rumah tangga dianggap ditarik secara bebas satu sama lain; dengan "
        "bobot survei galat bakunya kokoh (sandwich)."};
    analysis.parameters = welfare_settlement_parameters();
    append(analysis.parameters, household_parameters_with_table());
    append(analysis.parameters, poor_parameters());
    append(analysis.parameters, trait_parameters());
    append(analysis.parameters, income_parameters());
    append(analysis.parameters, {predictions_parameter(), pooling_parameter()});
    analysis.outputs = outputs();
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
