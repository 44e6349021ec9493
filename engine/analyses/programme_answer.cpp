#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "engine/analyses/programme_layers.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr int kShareDecimals = 3;
/// Settlements that a sentence names.
constexpr std::size_t kNamed = 3;
/// An index nearer to 0 says that participation is spread about evenly.
constexpr double kEven = 0.05;
constexpr double kShownAsZero = 0.005;

Text count_text(std::size_t count) {
    return grouped(static_cast<double>(count));
}

/// Participants that were added up give the most that can be covered, the largest activity the least.
struct BoundWords {
    Text covered;
    Text left_out;
};
BoundWords bound_words(const Programme& programme) {
    const Text most{"at most", "paling banyak"};
    const Text least{"at least", "paling sedikit"};
    return programme.participants_are == hinterland::ParticipantsAre::DifferentFamilies ? BoundWords{most, least}
                                                                                        : BoundWords{least, most};
}

Text coverage_sentence(const Programme& programme, const hinterland::PooledReach& all) {
    auto text =
        fill_text("The programme reaches {0} of {1} settlements.", "Program menjangkau {0} dari {1} permukiman.",
                  count_text(all.reached), count_text(all.settlements));
    const auto bound = bound_words(programme);
    if (all.coverage) {
        text = std::move(text) + fill_text(" Taking part: {0} {1} of the families ({2} settlements with figures).",
                                           " Yang ikut: {0} {1} dari semua keluarga ({2} permukiman yang ada datanya).",
                                           bound.covered, percent_text(*all.coverage), count_text(all.with_coverage));
    }
    if (all.poor_coverage) {
        text = std::move(text) + fill_text(" Of the poor families {0} {1} take part, so that {2} {3} are left out.",
                                           " Dari keluarga miskin, {0} {1} ikut, sehingga {2} {3} tidak ikut.",
                                           bound.covered, percent_text(*all.poor_coverage), bound.left_out,
                                           percent_text(1.0 - *all.poor_coverage));
    }
    if (all.inclusion_error) {
        text = std::move(text) + fill_text(" Of those who take part {} are not poor.",
                                           " Dari para peserta, {} tidak miskin.", percent_text(*all.inclusion_error));
    }
    return text;
}

Text concentration_sentence(const Text& whose, double index, const Text& centre) {
    const auto value = grouped(std::abs(index) < kShownAsZero ? 0.0 : index, 2);  // never "-0.00"
    if (index < -kEven) {
        return fill_text(
            "{0}: concentration index {1}, below 0: the nearer to {2}, the more take part; far "
            "settlements are left behind.",
            "{0}: indeks konsentrasi {1}, di bawah 0: makin dekat ke {2} makin banyak yang ikut; "
            "permukiman yang jauh tertinggal.",
            whose, value, centre);
    }
    if (index > kEven) {
        return fill_text("{0}: concentration index {1}, above 0: the farther from {2}, the more take part.",
                         "{0}: indeks konsentrasi {1}, di atas 0: makin jauh dari {2} makin banyak yang ikut.", whose,
                         value, centre);
    }
    return fill_text("{0}: concentration index {1}, near 0: being near {2} or far from it makes little difference.",
                     "{0}: indeks konsentrasi {1}, mendekati 0: dekat atau jauhnya dari {2} hampir tidak berpengaruh.",
                     whose, value, centre);
}

/// "Settlements with poor families of which none takes part: 17, first X (120 poor families, 31 km away), ..."
Text unreached_sentence(const Programme& programme, const HinterlandQuestion& question,
                        const ProgrammeFindings& found) {
    Text list;
    for (std::size_t i = 0; i < std::min(kNamed, found.unreached_poor.size()); ++i) {
        const auto row = found.unreached_poor[i];
        const auto& settlement = found.settlements[row];
        const auto far = programme_cost_text(programme, settlement);
        if (i > 0) list = std::move(list) + core::same_text(", ");
        list = std::move(list) + fill_text("{0} ({1} poor families, {2})", "{0} ({1} keluarga miskin, {2})",
                                           core::same_text(question.settlements.title(row)),
                                           grouped(settlement.poor_families.value_or(0.0)), far);
    }
    return fill_text(
        "Settlements with poor families of which none is known to take part: {0}; those with the most: "
        "{1}.",
        "Permukiman dengan keluarga miskin yang tidak satu pun diketahui ikut: {0}; yang terbanyak: {1}.",
        count_text(found.unreached_poor.size()), list);
}

void add_figures(Results& results, const hinterland::PooledReach& all,
                 const hinterland::ReachConcentration& concentration, const ProgrammeFindings& found) {
    const auto add = [&](const char* name, Text label, std::optional<double> value, int decimals) {
        results.figures.push_back({name, std::move(label), value, decimals});
    };
    add("programme_settlements_reached", {"Settlements reached by the programme", "Permukiman terjangkau program"},
        static_cast<double>(all.reached), 0);
    add("programme_coverage_share", {"Share of families taking part", "Bagian keluarga yang ikut"}, all.coverage,
        kShareDecimals);
    add("programme_poor_coverage_share", {"Share of poor families taking part", "Bagian keluarga miskin yang ikut"},
        all.poor_coverage, kShareDecimals);
    add("programme_exclusion_error_share",
        {"Exclusion error (share of poor families left out)",
         "Kesalahan eksklusi (bagian keluarga miskin yang tidak ikut)"},
        all.exclusion_error, kShareDecimals);
    add("programme_inclusion_error_share",
        {"Inclusion error (share of participants who are not poor)",
         "Kesalahan inklusi (bagian peserta yang tidak miskin)"},
        all.inclusion_error, kShareDecimals);
    add("programme_concentration_index",
        {"Concentration index of coverage by remoteness", "Indeks konsentrasi cakupan menurut keterpencilan"},
        concentration.coverage, kShareDecimals);
    add("programme_poor_concentration_index",
        {"Concentration index of the coverage of the poor by remoteness",
         "Indeks konsentrasi cakupan keluarga miskin menurut keterpencilan"},
        concentration.poor_coverage, kShareDecimals);
    add("programme_unreached_poor_settlements",
        {"Settlements whose poor families are not reached", "Permukiman yang keluarga miskinnya tidak terjangkau"},
        static_cast<double>(found.unreached_poor.size()), 0);
}

}  // namespace

void add_programme_answer(Results& results, const Programme& programme, const HinterlandQuestion& question,
                          const ProgrammeFindings& found) {
    std::vector<std::size_t> everyone(found.settlements.size());
    std::iota(everyone.begin(), everyone.end(), std::size_t{0});
    const auto all = hinterland::pooled_reach(found.reach(), everyone);
    const auto concentration = hinterland::reach_concentration(found.reach());
    add_figures(results, all, concentration, found);
    results.summary.push_back(coverage_sentence(programme, all));
    const auto centre = core::same_text(question.centres.title(found.centre));
    if (concentration.coverage) {
        results.summary.push_back(concentration_sentence({"Families", "Keluarga"}, *concentration.coverage, centre));
    }
    if (concentration.poor_coverage) {
        results.summary.push_back(
            concentration_sentence({"Poor families", "Keluarga miskin"}, *concentration.poor_coverage, centre));
    }
    if (!found.unreached_poor.empty()) results.summary.push_back(unreached_sentence(programme, question, found));
}

}  // namespace desakota::analyses
