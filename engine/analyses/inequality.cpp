#include "engine/analyses/inequality.h"

#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/household_parameters.h"
#include "engine/analyses/inequality_layers.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

std::vector<Parameter> inequality_parameters() {
    return {
        with_words(choice_parameter(
                       "unit", {{"person", {"persons, by income per head", "orang, menurut pendapatan per kapita"}},
                                {"household", {"households, by their income", "rumah tangga, menurut pendapatannya"}}}),
                   {"What is counted", "Yang dihitung"},
                   {"Persons, each with the income per head of the household, or households, each with its income "
                    "whatever its size.",
                    "Orang, masing-masing dengan pendapatan per kapita rumah tangganya, atau rumah tangga dengan "
                    "pendapatannya tanpa melihat jumlah anggota."}),
        with_words(
            choice_parameter("gini",
                             {{"microdata", {"from every income", "dari setiap pendapatan"}},
                              {"grouped", {"from three classes (40, 40, 20 %)", "dari tiga kelas (40, 40, 20 %)"}}}),
            {"Gini that is classed", "Gini untuk kelas"},
            {"Which Gini coefficient decides the class and leads the answer. The result holds both. The one from "
             "three classes, as in papers, leaves out what is unequal within a class and so is the lower one.",
             "Koefisien Gini mana yang menentukan kelas dan disebut dalam jawaban. Hasilnya memuat keduanya. "
             "Yang dari tiga kelas, seperti dalam makalah, mengabaikan ketimpangan di dalam kelas sehingga lebih "
             "rendah."}),
        with_words(choice_parameter("gini-classes", gini_class_choices()), {"Classes of the Gini", "Kelas Gini"},
                   {"The bounds of low, moderate and high inequality. A value at a bound is moderate.",
                    "Batas ketimpangan rendah, sedang, dan tinggi. Nilai tepat di batas termasuk sedang."}),
        as_advanced(with_words(
            parameter_of("small-sample", ParameterKind::YesNo), {"Correct for small samples", "Koreksi sampel kecil"},
            {"Multiply the Gini from every income by n / (n - 1), n being the number of households: it is too low in "
             "small samples.",
             "Kalikan Gini dari setiap pendapatan dengan n / (n - 1), n banyaknya rumah tangga: dalam sampel kecil "
             "nilainya terlalu rendah."})),
        as_advanced(with_words(
            parameter_of("settlement-curves", ParameterKind::YesNo),
            {"Lorenz curves of settlements", "Kurva Lorenz tiap permukiman"},
            {"Also put the curve of each settlement into the table of Lorenz curves, beside those of the groups and of "
             "all together. A curve has steps of 5 %, or as much wider as each needs to hold 5 households.",
             "Masukkan pula kurva tiap permukiman ke tabel kurva Lorenz, di samping kurva kelompok dan keseluruhan. "
             "Langkah kurva 5 %, atau lebih lebar agar tiap langkah memuat 5 rumah tangga."}))};
}

void refuse_options(const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (arguments.is_given("seed") && arguments.number("replications") == 0.0) {
        diagnostics.option_without_effect(
            {"--seed has no effect with --replications 0.", "--seed tidak berpengaruh dengan --replications 0."});
    }
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
}

Results run(Arguments& arguments, RunContext& context) {
    refuse_options(arguments, context.diagnostics);
    core::Stage reading(context.progress, 0.0, 0.4);
    auto reading_context = with_progress(context, reading);
    const auto input = read_inequality_input(arguments, reading_context);
    core::Stage finding(context.progress, 0.4, 0.9);
    auto finding_context = with_progress(context, finding);
    const auto findings = find_inequality(input, finding_context);
    const auto view = inequality_view(arguments);
    auto outputs = inequality_outputs(view);
    const auto& settlements = arguments.layers.at("settlements").front();
    if (settlements.geometry_type == geo::GeometryType::None) outputs[0].styles = table_styles();
    Results results;
    add_layer(results, make_inequality_layer(input, findings, view, settlements, context.language), outputs[0],
              context.language);
    context.progress.step(0.95);
    add_layer(results, make_inequality_summary(input, findings, view, context.language), outputs[1], context.language);
    add_layer(results, make_lorenz_table(input, findings), outputs[2], context.language);
    add_inequality_answer(results, findings, view);
    context.progress.step(1.0);
    return results;
}

}  // namespace

Analysis describe_inequality() {
    Analysis analysis;
    analysis.id = "inequality";
    analysis.group = {"Welfare", "Kesejahteraan"};
    analysis.title = {"Inequality of incomes", "Ketimpangan pendapatan"};
    analysis.help = {
        "How unequal are incomes within and between settlements? From a table of households: the Gini coefficient with "
        "its class, Theil's measures split into what lies within and between settlements, the Palma ratio, the share "
        "of the bottom 40 % with the World Bank's classes, Williamson's index and the Lorenz curve, by settlement, by "
        "group and in all. Figures that rest on fewer than 5 households are withheld.",
        "Seberapa timpang pendapatan di dalam dan antarpermukiman? Dari tabel rumah tangga: koefisien Gini dan "
        "kelasnya, indeks Theil yang dipilah menjadi bagian di dalam dan antarpermukiman, rasio Palma, porsi "
        "pendapatan 40 % terbawah dengan kelas Bank Dunia, indeks Williamson, dan kurva Lorenz; menurut permukiman, "
        "kelompok, dan keseluruhan. Angka dari kurang dari 5 rumah tangga tidak ditampilkan."};
    analysis.parameters = welfare_settlement_parameters();
    auto households = household_parameters();
    households.front().required = true;
    append(analysis.parameters, std::move(households));
    append(analysis.parameters, income_parameters());
    append(analysis.parameters, inequality_parameters());
    append(analysis.parameters, {pooling_parameter()});
    append(analysis.parameters, resampling_parameters());
    analysis.outputs = inequality_outputs(declared_inequality_view());
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
