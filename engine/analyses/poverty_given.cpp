// What the settlements' own fields say: shares of the poor that somebody else worked out, and families by decile.
#include <algorithm>
#include <array>
#include <numeric>

#include "engine/analyses/feature_messages.h"
#include "engine/analyses/poverty_findings.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;
using Members = std::span<const std::uint32_t>;

/// The last decile of each of the shares.
constexpr std::array<std::size_t, 4> kUpTo{1, 2, 4, 5};
/// What two shares may differ by rounding.
constexpr double kSame = 1e-9;

/// The share of several settlements: of their families or, where those are not known, of the settlements.
std::optional<double> pool(const PovertyQuestion& question, Members members, const Amounts& shares) {
    if (question.unweighted || !question.settlements.has_families) return mean_of(members, shares);
    double sum = 0.0;
    double families = 0.0;
    for (const auto s : members) {
        const auto share = shares[s];
        const auto counted = question.settlements.families[s];
        if (!share || !counted) continue;
        sum += *share * *counted;
        families += *counted;
    }
    return families > 0.0 ? std::optional(sum / families) : std::nullopt;
}

/// A row without a household table: whether anything is given, and what.
Basis basis_of_given(bool any, Text what) {
    Basis basis;
    basis.of_households = false;
    if (any) {
        basis.reason = std::move(what);
        return basis;
    }
    basis.status = WelfareStatus::NotComputed;
    basis.reason = {"The fields of the settlements are empty here.", "Kolom permukiman kosong di sini."};
    return basis;
}

void add_given(const PovertyQuestion& question, PovertyFindings& findings) {
    for (const auto& shares : question.given) {
        auto& line = findings.settlements.lines.emplace_back();
        line.resize(shares.size());
        line.households_share = shares;
        auto& pooled = findings.summary.lines.emplace_back();
        pooled.resize(findings.sets.size());
        for (std::size_t row = 0; row < findings.sets.size(); ++row) {
            pooled.households_share[row] = pool(question, findings.sets[row].members, shares);
        }
    }
}

/// The families of each decile in some settlements, all ten of which are known.
std::array<double, kDeciles> families_of(const PovertyQuestion& question, Members members) {
    std::array<double, kDeciles> families{};
    for (const auto s : members) {
        const bool known =
            std::ranges::all_of(question.deciles, [s](const Amounts& decile) { return decile[s].has_value(); });
        for (std::size_t d = 0; known && d < kDeciles; ++d) families[d] += question.deciles[d][s].value_or(0.0);
    }
    return families;
}

void fill_deciles(const PovertyQuestion& question, PovertyFigures& figures, std::size_t row, Members members) {
    const auto families = families_of(question, members);
    const double all = std::accumulate(families.begin(), families.end(), 0.0);
    if (all < kFewestHouseholds) return;
    figures.decile_families[row] = all;
    for (std::size_t i = 0; i < kUpTo.size(); ++i) {
        figures.decile_shares[i][row] = std::accumulate(families.begin(), families.begin() + kUpTo[i], 0.0) / all;
    }
}

void add_deciles(const PovertyQuestion& question, PovertyFindings& findings) {
    if (question.deciles.empty()) return;
    const auto rows = static_cast<std::uint32_t>(question.settlements.size());
    for (auto* figures : {&findings.settlements, &findings.summary}) {
        const auto size = figures == &findings.summary ? findings.sets.size() : rows;
        figures->decile_families.resize(size);
        figures->decile_shares.assign(kUpTo.size(), Amounts(size));
    }
    for (std::uint32_t s = 0; s < rows; ++s) fill_deciles(question, findings.settlements, s, Members(&s, 1));
    for (std::size_t row = 0; row < findings.sets.size(); ++row) {
        const Members members = findings.sets[row].members;
        fill_deciles(question, findings.summary, row, members);
        for (std::size_t i = 0; question.unweighted && i < kUpTo.size(); ++i) {
            findings.summary.decile_shares[i][row] = mean_of(members, findings.settlements.decile_shares[i]);
        }
    }
}

bool has_any(const PovertyFigures& figures, std::size_t row) {
    const auto has = [row](const PoorFigures& line) { return line.households_share[row].has_value(); };
    return std::ranges::any_of(figures.lines, has) ||
           (!figures.decile_families.empty() && figures.decile_families[row].has_value());
}

void add_bases(const PovertyQuestion& question, PovertyFigures& figures, std::size_t rows) {
    const auto what = question.given.empty() ? Text{"From the families by decile.", "Dari keluarga menurut desil."}
                                             : Text{"As given by the fields of the settlements; no households.",
                                                    "Seperti dalam kolom permukiman; tanpa tabel rumah tangga."};
    for (std::size_t row = 0; row < rows; ++row) figures.bases.push_back(basis_of_given(has_any(figures, row), what));
}

/// Two lines of which the lower has more poor.
struct LinePair {
    std::size_t lower = 0;
    std::size_t higher = 0;
};

bool is_impossible(const PovertyFigures& figures, const LinePair& pair, std::size_t row) {
    const auto& low = figures.lines[pair.lower].households_share[row];
    const auto& high = figures.lines[pair.higher].households_share[row];
    return low && high && *low > *high + kSame;
}

/// The settlements where it is so, and whether in total; empty where nowhere.
Text where_impossible(const PovertyFindings& findings, const LinePair& pair, const Arguments& arguments) {
    std::vector<std::size_t> rows;
    for (std::size_t s = 0; s < findings.settlements.size(); ++s) {
        if (is_impossible(findings.settlements, pair, s)) rows.push_back(s);
    }
    const bool in_total = is_impossible(findings.summary, pair, findings.sets.size() - 1);
    if (rows.empty()) return in_total ? Text{"in total", "secara keseluruhan"} : Text{};
    const auto& layer = arguments.layers.at("settlements").front();
    const auto list = feature_list(layer, rows, arguments.column("settlements", "name-field"));
    return in_total ? list + Text{", and in total", ", dan secara keseluruhan"} : list;
}

void warn(const PovertyQuestion& question, const LinePair& pair, const Text& where, core::Diagnostics& diagnostics) {
    const auto& lower = question.lines[pair.lower];
    const auto& higher = question.lines[pair.higher];
    diagnostics.warning(
        fill_text("By the shares given, the lower line {0} (Rp {1}) has more poor than {2} (Rp {3}), which cannot be: ",
                  "Menurut bagian yang diberikan, garis {0} (Rp {1}) yang lebih rendah lebih banyak miskinnya daripada "
                  "{2} (Rp {3}), padahal itu mustahil: ",
                  core::same_text(lower.id), grouped(lower.rp), core::same_text(higher.id), grouped(higher.rp)) +
        where + Text{". Are the fields or the lines swapped?", ". Apakah kolom atau garisnya tertukar?"});
}

}  // namespace

void add_given_figures(const PovertyQuestion& question, PovertyFindings& findings) {
    add_given(question, findings);
    add_deciles(question, findings);
    if (question.sample) return;
    add_bases(question, findings.settlements, question.settlements.size());
    add_bases(question, findings.summary, findings.sets.size());
}

void warn_of_impossible_shares(const PovertyQuestion& question, const PovertyFindings& findings,
                               const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (question.given.empty()) return;
    std::vector<std::size_t> order(question.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t line) { return question.lines[line].rp; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        const LinePair pair{order[i - 1], order[i]};
        if (question.lines[pair.lower].rp == question.lines[pair.higher].rp) continue;
        const auto where = where_impossible(findings, pair, arguments);
        if (!where.english.empty()) warn(question, pair, where, diagnostics);
    }
}

}  // namespace desakota::analyses
