#include "engine/analyses/match_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
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

/// The rows of the settlements that have several.
class SeveralRows {
public:
    SeveralRows(const MatchNamesInput& input, const std::vector<Match>& matches, const TableJoin& join,
                const layers::Layer& table)
        : input_(input) {
        for (std::size_t row = 0; row < input.key_of_row.size(); ++row) {
            const auto key = input.key_of_row[row];
            const auto& first = matches[key].first;
            if (!first || !matches[key].is_accepted() || join.counts[first->settlement] < 2) continue;
            auto& rows = rows_[first->settlement];
            rows.numbers.push_back(table_row_number(table, row));
            rows.keys.insert(key);
        }
    }

    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    /// "Mulyasari (rows 2, 5), Telang (rows 3, 4) and 7 more".
    [[nodiscard]] Text listing() const {
        Text text;
        std::size_t listed = 0;
        for (const auto& [settlement, rows] : rows_) {
            if (listed == kMostListed) break;
            if (listed++ > 0) text = text + core::same_text(", ");
            text = text + core::format_text("{0} (rows {1})", "{0} (baris {1})", title(settlement), numbers_of(rows));
        }
        if (rows_.size() <= kMostListed) return text;
        return text + core::format_text(" and {} more", " dan {} lainnya", rows_.size() - kMostListed);
    }

    /// Which of them may be the total of a kecamatan.
    [[nodiscard]] Text totals() const {
        for (const auto& [settlement, rows] : rows_) {
            for (const auto key : rows.keys) {
                auto text = kecamatan_total_text(input_.key_rows[key]);
                if (!text.english.empty()) return text;
            }
        }
        return {};
    }

private:
    static constexpr std::size_t kMostListed = 3;
    static constexpr std::size_t kMostRows = 5;

    struct Rows {
        std::vector<std::int64_t> numbers;
        std::set<std::size_t> keys;
    };

    [[nodiscard]] std::string title(std::uint32_t settlement) const {
        return input_.settlements.names[settlement].value_or(input_.settlements.ids[settlement]);
    }

    static std::string numbers_of(const Rows& rows) {
        std::string text;
        for (std::size_t i = 0; i < rows.numbers.size() && i <= kMostRows; ++i) {
            text += (i == 0 ? "" : ", ") + (i < kMostRows ? std::to_string(rows.numbers[i]) : std::string("..."));
        }
        return text;
    }

    const MatchNamesInput& input_;
    std::map<std::uint32_t, Rows> rows_;  // by settlement
};

/// Columns of a table with several rows a settlement are not joined, and the run says so.
void tell_of_several_rows(const SeveralRows& several, const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (several.size() == 0) return;
    const auto label = layers::describe_layer(arguments.layers.at("table").front());
    const auto how_many =
        several.size() == 1
            ? core::format_text("{}: one settlement has", "{}: satu permukiman punya", label)
            : core::format_text("{0}: {1} settlements have", "{0}: {1} permukiman punya", label, several.size());
    diagnostics.information(
        how_many +
        Text{" several rows, so that no column of the table is joined to the settlements: ",
             " beberapa baris, sehingga kolom tabel tidak digabungkan ke permukiman: "} +
        several.listing() +
        Text{". Keep one row for each, or, if that is how the table is, give the list to the analysis of that table "
             "with --matches.",
             ". Sisakan satu baris untuk tiap permukiman, atau, bila tabelnya memang demikian, berikan daftarnya ke "
             "analisis tabel itu dengan --matches."} +
        several.totals());
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
    tell_of_several_rows(SeveralRows(input, matches, join, arguments.layers.at("table").front()), arguments,
                         context.diagnostics);
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
