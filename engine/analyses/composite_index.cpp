#include "engine/analyses/composite_index.h"

#include <utility>

#include "engine/analyses/access_results.h"
#include "engine/analyses/composite_answer.h"
#include "engine/analyses/composite_input.h"
#include "engine/analyses/composite_layers.h"
#include "engine/analyses/household_parameters.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/way_styles.h"
#include "engine/analyses/welfare_rows.h"
#include "engine/core/parallel.h"

namespace desakota::analyses {
namespace {

constexpr const char* kMainLayer = "composite_index";

Parameter scheme_parameter() {
    auto parameter = parameter_of("scheme", ParameterKind::Choice);
    for (const auto& id : welfare::built_in_schemes()) {
        const auto& scheme = *welfare::built_in_scheme(id);
        if (scheme.indicators.empty() && !scheme.is_frame) continue;
        parameter.choices.push_back({scheme_code(id), scheme.title});
    }
    return with_words(std::move(parameter), {"Index", "Indeks"},
                      {"The built-in scheme of the index: its indicators, weights and classes. Not together with a "
                       "scheme file.",
                       "Skema bawaan indeks: indikator, bobot, dan kelasnya. Tidak bersama berkas skema."});
}

Parameter scheme_file_parameter() {
    return with_words(parameter_of("scheme-file", ParameterKind::File), {"Scheme file", "Berkas skema"},
                      {"A TOML file with an index of your own; engine/doc/schemes.md describes the format.",
                       "Berkas TOML berisi indeks sendiri; formatnya dijelaskan dalam engine/doc/schemes.md."});
}

Parameter indicator_fields_parameter() {
    auto parameter = field_parameter("indicator-fields", "settlements");
    parameter.kind = ParameterKind::Fields;
    return as_advanced(with_words(
        std::move(parameter), {"Fields of the indicators", "Kolom indikator"},
        {"Fields among which the indicators are looked for. Without it, those that are called by an indicator's code "
         "(in small or capital letters) or that --indicator-names names.",
         "Kolom tempat indikator dicari. Tanpa ini, dipakai kolom yang bernama kode indikator (huruf kecil atau besar) "
         "atau yang disebut --indicator-names."}));
}

std::vector<Parameter> indicator_parameters() {
    auto breaks = parameter_of("breaks", ParameterKind::Numbers);
    return {indicator_fields_parameter(),
            as_advanced(with_words(
                parameter_of("indicator-names", ParameterKind::Text),
                {"Indicators under another name", "Indikator dengan nama lain"},
                {"Fields that are not called by the code of their indicator, as CODE=FIELD, separated by commas: "
                 "iav=ratio, ibpl=poor.",
                 "Kolom yang tidak bernama kode indikatornya, ditulis KODE=KOLOM, dipisahkan koma: iav=rasio, "
                 "ibpl=miskin."})),
            as_advanced(with_words(
                choice_parameter("shares-as", {{"scheme", {"as the scheme wants them", "seperti dalam skema"}},
                                               {"share", {"from 0 to 1", "dari 0 sampai 1"}},
                                               {"percent", {"percent", "persen"}}}),
                {"Shares are written", "Proporsi ditulis"},
                {"How shares stand in the data: 0.35 or 35. They are converted to what the scheme wants.",
                 "Cara proporsi ditulis dalam data: 0,35 atau 35. Nilainya diubah ke satuan yang diminta skema."})),
            as_advanced(with_words(std::move(breaks), {"Breaks of the classes", "Batas kelas"},
                                   {"Breaks of your own in place of the scheme's, from low to high, one fewer than "
                                    "classes. Exactly at a break belongs to the class below.",
                                    "Batas sendiri sebagai ganti batas skema, dari rendah ke tinggi, satu kurang dari "
                                    "banyaknya kelas. Tepat di batas masuk kelas di bawahnya."}))};
}

std::vector<Parameter> cost_parameters() {
    const auto all = {geo::GeometryType::None, geo::GeometryType::Point, geo::GeometryType::Line,
                      geo::GeometryType::Polygon};
    return {
        as_advanced(with_words(
            layer_parameter("costs", ParameterKind::Layer, all), {"Costs of raising", "Biaya menaikkan"},
            {"A table of what it costs to raise an indicator to its best. The steps to the next class are then the "
             "cheapest, not the fewest, and only indicators in the table are raised.",
             "Tabel biaya menaikkan suatu indikator ke nilai terbaik. Langkah ke kelas berikutnya lalu yang "
             "termurah, bukan yang tersedikit, dan hanya indikator dalam tabel yang dinaikkan."})),
        with_words(field_parameter("cost-indicator-field", "costs", {"indikator", "indicator", "kode", "code"}),
                   {"Indicator of the cost", "Indikator biaya"},
                   {"Field of the costs table with the indicator's code.", "Kolom kode indikator di tabel biaya."}),
        with_words(field_parameter("cost-field", "costs", {"biaya", "cost", "biaya_rp", "cost_rp"}), {"Cost", "Biaya"},
                   {"Field of the costs table with the cost, in any unit.",
                    "Kolom biaya di tabel biaya, dalam satuan apa pun."})};
}

/// Replications and seed, in words that fit ranks.
std::vector<Parameter> rank_parameters() {
    constexpr double kMostReplications = 10000.0;
    auto parameters = resampling_parameters();
    parameters[0].maximum = kMostReplications;
    parameters[0].help = {
        "How often the ranks are computed anew with other weights (each up to 25 % more or less) and other methods, "
        "for "
        "the rank intervals. 0 leaves them out.",
        "Berapa kali peringkat dihitung ulang dengan bobot lain (masing-masing sampai 25 % lebih atau kurang) dan cara "
        "lain, untuk selang peringkat. Dengan 0, selang itu tidak dihitung."};
    return parameters;
}

std::vector<maps::Style> index_styles(const welfare::Scheme& scheme) {
    const welfare::Classes computed{{}, {{"computed", {"Computed", "Dihitung"}, "#0072b2"}}};
    const auto worst =
        scheme.direction == welfare::Direction::HigherIsBetter ? WorstClass::Lowest : WorstClass::Highest;
    auto style = class_style("index_class", scheme.title, "class",
                             scheme.classes.classes.empty() ? computed : scheme.classes, worst);
    constexpr double kAllWeights = 1.0 - 1e-9;
    style.doubt = maps::Doubt{
        {"Unsure: some indicators are missing", "Kurang andal: sebagian indikator tidak ada"},
        {maps::Within{"coverage", std::nullopt, kAllWeights}, maps::Within{"score", std::nullopt, std::nullopt}}};
    return {std::move(style)};
}

/// Of a scheme, or as declared: with a scheme whose classes stand for any other's.
std::vector<OutputLayer> outputs(const welfare::Scheme* scheme) {
    const auto& drawn = scheme == nullptr ? *welfare::built_in_scheme("idm-2016") : *scheme;
    return {{kMainLayer,
             {"Composite index", "Indeks komposit"},
             geo::GeometryType::Polygon,  // or points, as the settlements are
             index_columns(scheme),
             {},
             {},
             index_styles(drawn)},
            {"composite_index_contributions",
             {"Composite index: contributions", "Indeks komposit: sumbangan indikator"},
             geo::GeometryType::None,
             contribution_columns(),
             {},
             {},
             table_styles()},
            {"composite_index_steps",
             {"Composite index: steps to the next class", "Indeks komposit: langkah ke kelas berikutnya"},
             geo::GeometryType::None,
             step_columns(),
             {"of a scheme that has such steps (IDM)", "untuk skema yang punya langkah itu (IDM)"},
             {},
             table_styles()},
            {"composite_index_sensitivity",
             {"Composite index: ranks without an indicator", "Indeks komposit: peringkat tanpa suatu indikator"},
             geo::GeometryType::None,
             sensitivity_columns(),
             {},
             {},
             table_styles()},
            {"composite_index_summary",
             {"Composite index: summary", "Indeks komposit: ringkasan"},
             geo::GeometryType::None,
             welfare_summary_columns(),
             {},
             {},
             table_styles()}};
}

void find_next_classes(const IndexInput& input, IndexFindings& findings, RunContext& context) {
    constexpr std::size_t kGrain = 256;
    if (!input.scheme.step_above_break) return;
    findings.next.resize(input.settlements.size());
    core::parallel_for(
        findings.next.size(), {context.threads, kGrain}, context.progress, [&](std::size_t begin, std::size_t end) {
            for (auto row = begin; row < end; ++row) {
                findings.next[row] = welfare::next_class(input.scheme, findings.composite, row, input.costs);
            }
        });
}

statistics::Resampling resampling_of(const Arguments& arguments) {
    return {static_cast<std::uint64_t>(arguments.number("seed").value_or(1.0)),
            static_cast<std::size_t>(arguments.number("replications").value_or(0.0))};
}

IndexFindings find_index(IndexInput& input, const Arguments& arguments, RunContext& context) {
    IndexFindings findings;
    core::Stage scoring(context.progress, 0.0, 0.1);
    findings.composite = welfare::compute_composite(input.scheme, input.values, context.threads, scoring);
    if (input.scheme.classes_by_quantile) {
        input.scheme.classes.breaks =
            welfare::quantile_breaks(findings.composite.scores, input.scheme.classes.classes.size());
    }
    core::Stage stepping(context.progress, 0.1, 0.2);
    auto stepping_context = with_progress(context, stepping);
    find_next_classes(input, findings, stepping_context);
    core::Stage shifting(context.progress, 0.2, 0.3);
    findings.shifts = welfare::leave_one_out(input.scheme, findings.composite, context.threads, shifting);
    core::Stage ranking(context.progress, 0.3, 1.0);
    findings.ranks = welfare::rank_intervals({input.scheme, input.values, findings.composite}, resampling_of(arguments),
                                             context.threads, ranking);
    return findings;
}

Results make_results(const IndexInput& input, const IndexFindings& findings, const Arguments& arguments,
                     RunContext& context) {
    Results results;
    const auto declared = outputs(&input.scheme);
    const auto& settlement_layer = arguments.layers.at("settlements").front();
    add_layer(results, make_index_layer(input, findings, settlement_layer, context.language), declared[0],
              context.language);
    context.progress.step(0.3);
    core::Stage contributing(context.progress, 0.3, 0.8);
    add_layer(results, make_contributions(input, findings, contributing), declared[1], context.language);
    if (input.scheme.step_above_break) {
        add_layer(results, make_steps(input, findings), declared[2], context.language);
    }
    add_layer(results, make_sensitivity(input, findings, context.language), declared[3], context.language);
    add_layer(results, make_index_summary(input, findings), declared[4], context.language);
    add_index_answer(results, input, findings);
    return results;
}

Results run(Arguments& arguments, RunContext& context) {
    core::Stage reading(context.progress, 0.0, 0.1);
    auto reading_context = with_progress(context, reading);
    auto input = read_index_input(arguments, reading_context);
    core::Stage finding(context.progress, 0.1, 0.9);
    auto finding_context = with_progress(context, finding);
    const auto findings = find_index(input, arguments, finding_context);
    warn_of_constant_indicators(input, findings, context.diagnostics);
    core::Stage telling(context.progress, 0.9, 1.0);
    auto telling_context = with_progress(context, telling);
    auto results = make_results(input, findings, arguments, telling_context);
    context.progress.step(1.0);
    return results;
}

}  // namespace

Analysis describe_composite_index() {
    Analysis analysis;
    analysis.id = "composite-index";
    analysis.group = {"Welfare", "Kesejahteraan"};
    analysis.title = {"Composite index (IDM, FSVA, IKP, your own)", "Indeks komposit (IDM, FSVA, IKP, milik sendiri)"};
    analysis.help = {
        "Any index that a scheme describes, for each settlement: its score, class and rank, the score of each "
        "dimension "
        "(columns that begin with score_), what each indicator contributes, and how sure the rank is: the interval in "
        "which it stays in 90 % of many runs with other weights and methods, and how ranks shift without an indicator. "
        "For IDM also what is lacking to the next status, and the fewest indicators to raise for it.",
        "Indeks apa pun yang dijelaskan suatu skema, untuk tiap permukiman: skor, kelas, dan peringkatnya, skor tiap "
        "dimensi (kolom yang diawali score_), sumbangan tiap indikator, dan seberapa pasti peringkatnya: selang tempat "
        "peringkat itu berada dalam 90 % dari banyak perhitungan dengan bobot dan cara lain, serta pergeseran "
        "peringkat tanpa suatu indikator. Untuk IDM juga kekurangan ke status berikutnya, dan indikator paling sedikit "
        "yang perlu dinaikkan."};
    analysis.parameters = welfare_settlement_parameters();
    append(analysis.parameters, {scheme_parameter(), scheme_file_parameter()});
    append(analysis.parameters, indicator_parameters());
    append(analysis.parameters, cost_parameters());
    append(analysis.parameters, rank_parameters());
    analysis.outputs = outputs(nullptr);
    analysis.run = run;
    analysis.asked_fields = indicator_fields;
    return analysis;
}

}  // namespace desakota::analyses
