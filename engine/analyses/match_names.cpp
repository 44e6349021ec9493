#include "engine/analyses/match_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "engine/analyses/access_results.h"
#include "engine/analyses/match_names_input.h"
#include "engine/analyses/match_names_layers.h"
#include "engine/analyses/match_reason.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using core::Text;
using matching::How;
using matching::Match;

constexpr const char* kMainLayer = "match_names";

std::vector<OutputLayer> outputs() {
    return {
        {kMainLayer,
         {"Match of names", "Padanan nama"},
         geo::GeometryType::None,
         match_columns(),
         {},
         {},
         table_styles()},
        {std::string(kMainLayer) + "_settlements",
         {"Settlements with the table", "Permukiman dengan isi tabel"},
         geo::GeometryType::Polygon,  // or points or a table, as the settlements are
         matched_settlement_columns(),
         {},
         {},
         matched_settlement_styles()},
        declare_summary(kMainLayer, {"Match of names: summary", "Padanan nama: ringkasan"}, match_summary_columns())};
}

/// Columns of a table with several rows a settlement are not joined, and the run says so.
void tell_of_several_rows(const TableJoin& join, const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (!join.has_several()) return;
    const auto several = std::ranges::count_if(join.counts, [](std::size_t count) { return count > 1; });
    const auto label = layers::describe_layer(arguments.layers.at("table").front());
    diagnostics.information(core::format_text(
        "{0}: {1} settlements have several rows, so that no column of the table is joined to the settlements. Give the "
        "list to the analysis of that table with --matches.",
        "{0}: {1} permukiman punya beberapa baris, sehingga kolom tabel tidak digabungkan ke permukiman. Berikan "
        "daftarnya ke analisis tabel itu dengan --matches.",
        label, several));
    if (!arguments.is_given("table-fields")) return;
    diagnostics.option_without_effect(core::format_text(
        "--table-fields has no effect: {0} has several rows for a settlement. Leave it out.",
        "--table-fields tidak berpengaruh: {0} punya beberapa baris untuk satu permukiman. Hilangkan saja.", label));
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
}

std::size_t count_of(const std::vector<Match>& matches, How how) {
    return static_cast<std::size_t>(std::ranges::count(matches, how, &Match::how));
}

void add_figures(Results& results, const MatchNamesInput& input, const std::vector<Match>& matches,
                 const TableJoin& join) {
    const auto add = [&](const char* name, Text label, std::size_t value) {
        results.figures.push_back({name, std::move(label), static_cast<double>(value), 0});
    };
    add("table_rows", {"Rows of the table", "Baris tabel"}, input.key_of_row.size());
    add("names", {"Different codes and names", "Kode dan nama yang berbeda"}, matches.size());
    add("names_confirmed", {"Confirmed", "Dikonfirmasi"}, count_of(matches, How::Confirmed));
    add("names_by_code", {"By code", "Menurut kode"}, count_of(matches, How::Code));
    add("names_by_exact_name", {"By exact name", "Menurut nama persis"}, count_of(matches, How::ExactName));
    add("names_by_normalised_name", {"By normalised name", "Menurut nama yang diseragamkan"},
        count_of(matches, How::NormalisedName));
    add("proposals", {"Proposals that wait for a decision", "Usulan yang menunggu keputusan"},
        count_of(matches, How::Proposal));
    add("names_without_match", {"Without a match", "Tanpa padanan"}, count_of(matches, How::NoMatch));
    add("settlements", {"Settlements", "Permukiman"}, join.counts.size());
    add("settlements_without_row", {"Settlements without a row", "Permukiman tanpa baris tabel"},
        static_cast<std::size_t>(std::ranges::count(join.counts, std::size_t{0})));
}

/// "20 by code, 8 by exact name".
Text accepted_list(const std::vector<Match>& matches) {
    Text list;
    for (const auto how : {How::Confirmed, How::Code, How::ExactName, How::NormalisedName}) {
        const auto count = count_of(matches, how);
        if (count == 0) continue;
        if (!list.english.empty()) list = std::move(list) + core::same_text(", ");
        list = std::move(list) + fill_text("{0} {1}", "{0} {1}", grouped(static_cast<double>(count)), how_label(how));
    }
    return list;
}

void add_answer(Results& results, const std::vector<Match>& matches) {
    const auto number = [](std::size_t count) { return grouped(static_cast<double>(count)); };
    const auto proposals = count_of(matches, How::Proposal);
    const auto without = count_of(matches, How::NoMatch);
    const auto accepted = matches.size() - proposals - without;
    const auto list = accepted_list(matches);
    results.summary.push_back(accepted == 0 ? fill_text("Of {0} codes and names of the table none is matched.",
                                                        "Dari {0} kode dan nama di tabel belum ada yang terpadankan.",
                                                        number(matches.size()))
                                            : fill_text("Of {0} codes and names of the table {1} are matched: {2}.",
                                                        "Dari {0} kode dan nama di tabel, {1} terpadankan: {2}.",
                                                        number(matches.size()), number(accepted), list));
    if (proposals + without == 0) return;
    results.summary.push_back(fill_text(
        "{0} wait for a decision and {1} have no match: write 1 into accepted where match_names is right, or another "
        "settlement_id as well, and give the list back with --matches.",
        "{0} menunggu keputusan dan {1} tanpa padanan: isi accepted dengan 1 bila match_names benar, atau tulis juga "
        "settlement_id lain, lalu berikan daftarnya kembali dengan --matches.",
        number(proposals), number(without)));
}

Results run(Arguments& arguments, RunContext& context) {
    core::Stage reading(context.progress, 0.0, 0.2);
    auto reading_context = with_progress(context, reading);
    const auto input = read_match_names_input(arguments, reading_context);
    core::Stage matching_stage(context.progress, 0.2, 0.8);
    const auto matches = matching::match_keys(input.keys, input.known, matching_stage);
    const auto join = join_table(input, matches);
    tell_of_several_rows(join, arguments, context.diagnostics);
    auto declared = outputs();
    const auto& settlements = arguments.layers.at("settlements").front();
    if (settlements.geometry_type == geo::GeometryType::None) declared[1].styles = table_styles();
    Results results;
    add_layer(results, make_match_table(input, matches, context.language), declared[0], context.language);
    context.progress.step(0.9);
    add_layer(results, make_matched_settlements(input, join, arguments), declared[1], context.language);
    add_layer(results, make_match_summary(input, matches), declared[2], context.language);
    add_figures(results, input, matches, join);
    add_answer(results, matches);
    context.progress.step(1.0);
    return results;
}

}  // namespace

Analysis describe_match_names() {
    Analysis analysis;
    analysis.id = "match-names";
    analysis.group = {"Data", "Data"};
    analysis.title = {"Match a table with settlements", "Padankan tabel dengan permukiman"};
    analysis.help = {
        "Which row of a table is which settlement? By code, those of BPS and of Kemendagri never mixed; by the exact "
        "name within the kecamatan; by the name evened out (letter case, blanks, brackets, Desa, Kel., UPT, SP, old "
        "spelling, II for 2). What is left becomes a proposal by likeness, never accepted by itself: I and II, Baru "
        "and Lama, Hulu and Hilir are never proposed for each other. Open the list in QGIS or in a spreadsheet, write "
        "1 into accepted where it is right, or another settlement_id as well, and give it back with --matches: here, "
        "to every analysis of that table, and next year. The settlements with the table's columns go straight into "
        "other analyses.",
        "Baris tabel yang mana adalah permukiman yang mana? Menurut kode, tanpa mencampur kode BPS dan Kemendagri; "
        "menurut nama persis di kecamatan yang sama; menurut nama yang diseragamkan (huruf besar-kecil, spasi, tanda "
        "kurung, Desa, Kel., UPT, SP, ejaan lama, II untuk 2). Sisanya menjadi usulan menurut kemiripan, tidak pernah "
        "diterima begitu saja: I dan II, Baru dan Lama, Hulu dan Hilir tidak pernah diusulkan satu untuk yang lain. "
        "Buka daftarnya di QGIS atau lembar kerja, isi accepted dengan 1 bila benar, atau tulis juga settlement_id "
        "lain, lalu berikan kembali dengan --matches: di sini, pada setiap analisis tabel itu, dan tahun depan. "
        "Permukiman dengan kolom tabel dapat langsung dipakai dalam analisis lain."};
    analysis.parameters = match_names_parameters();
    analysis.outputs = outputs();
    analysis.run = run;
    return analysis;
}

}  // namespace desakota::analyses
