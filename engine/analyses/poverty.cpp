#include "engine/analyses/poverty.h"

#include <utility>

#include "engine/analyses/access_results.h"
#include "engine/analyses/poverty_answer.h"
#include "engine/analyses/poverty_layers.h"
#include "engine/analyses/way_styles.h"
#include "engine/maps/graduated.h"

namespace desakota::analyses {
namespace {

constexpr const char* kMainLayer = "poverty";
constexpr const char* kLineTable = "poverty_lines";

std::vector<OutputLayer> outputs(const PovertyContent& content, const welfare::Classes* rice) {
    auto summary =
        declare_summary(kMainLayer, {"Poverty: summary", "Kemiskinan: ringkasan"}, poverty_summary_columns(content));
    return {{kMainLayer,
             {"Poverty", "Kemiskinan"},
             geo::GeometryType::Polygon,  // or points or a table, as the settlements are
             poverty_columns(content),
             {},
             {},
             poverty_styles(content, rice)},
            std::move(summary),
            {kLineTable,
             {"Poverty: the lines", "Kemiskinan: garis"},
             geo::GeometryType::None,
             poverty_line_columns(),
             {},
             {},
             table_styles()}};
}

Results make_results(const PovertyQuestion& question, const PovertyFindings& findings, const Arguments& arguments,
                     RunContext& context) {
    Results results;
    const auto* rice = question.sajogyo == nullptr ? nullptr : &question.sajogyo->scheme->classes;
    auto declared = outputs(content_of(question), rice);
    const auto& settlements = arguments.layers.at("settlements").front();
    auto layer = make_poverty_layer(question, findings, settlements, context.language);
    for (auto& style : declared[0].styles) style = maps::with_natural_breaks_where_alike(std::move(style), layer);
    add_layer(results, std::move(layer), declared[0], context.language);
    context.progress.step(0.7);
    add_layer(results, make_poverty_summary(question, findings, context.language), declared[1], context.language);
    add_layer(results, make_poverty_lines(question, findings, context.language), declared[2], context.language);
    add_poverty_answer(results, question, findings);
    context.progress.step(1.0);
    return results;
}

Results run(Arguments& arguments, RunContext& context) {
    core::Stage reading(context.progress, 0.0, 0.3);
    auto reading_context = with_progress(context, reading);
    const auto question = read_poverty_question(arguments, reading_context);
    core::Stage finding(context.progress, 0.3, 0.9);
    auto finding_context = with_progress(context, finding);
    const auto findings = find_poverty(question, finding_context);
    warn_of_impossible_shares(question, findings, arguments, context.diagnostics);
    core::Stage telling(context.progress, 0.9, 1.0);
    auto telling_context = with_progress(context, telling);
    return make_results(question, findings, arguments, telling_context);
}

}  // namespace

Analysis describe_poverty() {
    Analysis analysis;
    analysis.id = "poverty";
    analysis.group = {"Welfare", "Kesejahteraan"};
    analysis.title = {"Poverty", "Kemiskinan"};
    analysis.help = {
        "How many households are poor, by each poverty line? By settlement, group and in total: shares of poor "
        "households and of poor persons, which differ, since poor households are often large; the gap and severity "
        "indices; for any number of lines at once, and by Sajogyo's rice equivalents. Lines must fit the year and the "
        "place of the data: the built-in national lines are for comparison. Shares come with 95 % intervals; a figure "
        "that rests on fewer than 30 households is marked unsure, one on fewer than 5 is withheld. Each line's columns "
        "begin with its id.",
        "Berapa rumah tangga yang miskin menurut tiap garis kemiskinan? Untuk tiap permukiman, kelompok, dan "
        "seluruhnya: bagian rumah tangga miskin dan bagian penduduk miskin, yang berbeda karena rumah tangga miskin "
        "sering kali besar; indeks kedalaman dan keparahan; untuk beberapa garis sekaligus, dan menurut setara beras "
        "Sajogyo. Garis harus sesuai dengan tahun dan tempat data: garis nasional bawaan hanya untuk perbandingan. "
        "Bagian disertai selang 95 %; angka yang berdasarkan kurang dari 30 rumah tangga ditandai kurang andal, yang "
        "kurang dari 5 tidak ditampilkan. Nama kolom tiap garis diawali id-nya."};
    analysis.parameters = poverty_parameters();
    analysis.outputs = outputs(full_content(), &welfare::sajogyo_version("suhardjo_1997")->scheme->classes);
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
