#include "engine/analyses/poverty_answer.h"

#include <algorithm>
#include <string>

#include "engine/analyses/poverty_layers.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr int kShareDecimals = 3;
/// Sentences about lines; with more of them only the lowest and the highest are told.
constexpr std::size_t kMostSentences = 3;

/// The figures of the total, which is the last row of a summary.
class Total {
public:
    Total(const PovertyQuestion& question, const PovertyFigures& figures)
        : question_(question), figures_(figures), basis_(figures.bases.back()) {}

    void add_figures(Results& results) const {
        const auto add = [&](const char* name, Text label, double value) {
            results.figures.push_back({name, std::move(label), value, 0});
        };
        add("settlements", {"Settlements", "Permukiman"}, static_cast<double>(question_.settlements.size()));
        if (question_.sample) {
            add("n", {"Households it rests on", "Banyaknya rumah tangga dasar"}, basis_.households);
            add_left_out_figures(results, basis_, question_.sample->selection);
            add_incomes(results);
        }
        for (std::size_t i = 0; i < question_.lines.size(); ++i) {
            const auto& line = question_.lines[i];
            add_poor(results, poor_columns(line.id + "_", core::same_text(line.id)), figures_.lines[i], true);
        }
        if (question_.sajogyo != nullptr) {
            add_poor(results, poor_columns("sajogyo_", core::same_text("Sajogyo")), figures_.sajogyo, false);
        }
        add_deciles(results);
    }

    void add_sentences(Results& results) const {
        if (!basis_.is_computed()) {
            results.summary.push_back(basis_.reason);
            return;
        }
        auto order = lines_by_amount();
        if (order.size() > kMostSentences) order = {order.front(), order.back()};
        for (const auto line : order) results.summary.push_back(sentence(line));
        if (question_.sajogyo != nullptr) results.summary.push_back(rice_sentence());
        if (question_.lines.empty() && question_.sajogyo == nullptr) results.summary.push_back(decile_sentence());
    }

private:
    static void add_share(Results& results, const layers::ColumnDefinition& column, const Amounts& values) {
        results.figures.push_back({column.name, column.alias, values.back(), kShareDecimals});
    }

    void add_incomes(Results& results) const {
        const auto add = [&](const char* name, Text label, const Amounts& values) {
            results.figures.push_back({name, std::move(label), values.back(), 0});
        };
        add("households", {"Households", "Rumah tangga"}, figures_.households);
        add("persons", {"Persons", "Penduduk"}, figures_.persons);
        add("income_per_head_mean_rp",
            {"Mean income per head a month (Rp)", "Rata-rata pendapatan per kapita sebulan (Rp)"},
            figures_.mean_income);
        add("income_per_head_median_rp",
            {"Median income per head a month (Rp)", "Median pendapatan per kapita sebulan (Rp)"},
            figures_.median_income);
    }

    void add_poor(Results& results, const PoorColumns& columns, const PoorFigures& poor, bool with_gap) const {
        add_share(results, columns.households_share, poor.households_share);
        if (!question_.sample) return;
        add_share(results, columns.persons_share, poor.persons_share);
        if (!with_gap) return;
        add_share(results, columns.gap, poor.gap);
        add_share(results, columns.severity, poor.severity);
    }

    void add_deciles(Results& results) const {
        if (figures_.decile_shares.empty()) return;
        const char* const names[] = {"decile_1_share", "decile_1_2_share", "decile_1_4_share", "decile_1_5_share"};
        const char* const deciles[] = {"1", "1-2", "1-4", "1-5"};
        for (std::size_t i = 0; i < figures_.decile_shares.size(); ++i) {
            results.figures.push_back(
                {names[i],
                 core::format_text("Share of families in decile {} (a national ranking)",
                                   "Bagian keluarga pada desil {} (peringkat nasional)", deciles[i]),
                 figures_.decile_shares[i].back(), kShareDecimals});
        }
    }

    [[nodiscard]] std::vector<std::size_t> lines_by_amount() const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < question_.lines.size(); ++i) order.push_back(i);
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return question_.lines[i].rp; });
        return order;
    }

    /// "11 % of the households (95 % interval 6 % to 20 %) and 12 % of the persons".
    [[nodiscard]] Text shares_of(const PoorFigures& poor) const {
        const auto& households = poor.households_share.back();
        if (!households) return {"nothing known", "tidak ada yang diketahui"};
        auto text = fill_text("{} of the households", "{} rumah tangga", percent_text(*households));
        if (const auto& interval = poor.households_interval.back()) {
            text = text + fill_text(" (95 % interval {} to {})", " (selang 95 %: {} sampai {})",
                                    percent_text(interval->low), percent_text(interval->high));
        }
        if (const auto& persons = poor.persons_share.back()) {
            text = text + fill_text(" and {} of the persons", " dan {} penduduk", percent_text(*persons));
        }
        return question_.unweighted ? text + Text{", as the mean of the settlements", ", sebagai rata-rata permukiman"}
                                    : text;
    }

    [[nodiscard]] Text sentence(std::size_t line) const {
        const auto& title = question_.lines[line].title;
        if (title.english.find("Rp ") != std::string::npos) {  // it says the amount itself
            return fill_text("Poor by {0} per head a month: {1}.", "Miskin menurut {0} per kapita sebulan: {1}.", title,
                             shares_of(figures_.lines[line]));
        }
        return fill_text("Poor by {0} (Rp {1} per head a month): {2}.",
                         "Miskin menurut {0} (Rp {1} per kapita sebulan): {2}.", question_.lines[line].title,
                         grouped(question_.lines[line].rp), shares_of(figures_.lines[line]));
    }

    [[nodiscard]] Text rice_sentence() const {
        return fill_text("Poor by {0}: {1}.", "Miskin menurut {0}: {1}.", question_.sajogyo->scheme->title,
                         shares_of(figures_.sajogyo));
    }

    [[nodiscard]] Text decile_sentence() const {
        const auto& share = figures_.decile_shares[2].back();
        if (!share) return {"The families by decile are not known.", "Keluarga menurut desil tidak diketahui."};
        return fill_text("{} of the families are in decile 1-4: a national ranking, not a poverty line.",
                         "{} keluarga berada pada desil 1-4: peringkat nasional, bukan garis kemiskinan.",
                         percent_text(*share));
    }

    const PovertyQuestion& question_;
    const PovertyFigures& figures_;
    const Basis& basis_;
};

}  // namespace

void add_poverty_answer(Results& results, const PovertyQuestion& question, const PovertyFindings& findings) {
    const Total total(question, findings.summary);
    total.add_figures(results);
    total.add_sentences(results);
    if (const auto& sample = question.sample) add_without_settlement_sentence(results, sample->selection);
}

}  // namespace desakota::analyses
