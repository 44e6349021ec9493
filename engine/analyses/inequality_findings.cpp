#include "engine/analyses/inequality_findings.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/analyses/welfare_disclosure.h"

namespace desakota::analyses {
namespace {

using core::Text;
using Members = std::vector<std::uint32_t>;

/// What the reason of a row adds to its basis.
Text all_zero(std::uint32_t households) {
    return fill_text("The incomes of all {} households are 0: inequality cannot be measured.",
                     "Pendapatan semua {} rumah tangga adalah 0: ketimpangan tidak bisa diukur.",
                     grouped(static_cast<double>(households)));
}
Text without_theil_l() {
    return {" Theil L is empty, as it needs incomes above 0 and some household has none.",
            " Theil L kosong karena memerlukan pendapatan di atas 0, sedangkan ada rumah tangga tanpa pendapatan."};
}
Text without_palma() {
    return {" The Palma ratio is empty, as the bottom 40 % have no income.",
            " Rasio Palma kosong karena 40 % terbawah tidak berpendapatan."};
}
Text means_of(std::size_t settlements) {
    return fill_text(
        " The figures are the plain mean of {} settlements; the parts within and between settlements and Williamson's "
        "index come from all households.",
        " Angkanya rata-rata tanpa bobot dari {} permukiman; bagian di dalam dan antarpermukiman serta indeks "
        "Williamson dihitung dari semua rumah tangga.",
        grouped(static_cast<double>(settlements)));
}

/// Says what is missing in a row's figures.
void judge_figures(InequalityRow& row, bool has_zero) {
    auto& basis = row.basis;
    if (!basis.is_computed()) return;
    if (std::isnan(row.found.figures.gini)) {
        basis.status = WelfareStatus::NotComputed;
        basis.reason = all_zero(basis.households);
        return;
    }
    if (has_zero) basis.reason = basis.reason + without_theil_l();
    if (std::isnan(row.found.figures.palma_ratio)) basis.reason = basis.reason + without_palma();
}

/// The figures of all settlements and sets, one step after the other.
class Finder {
public:
    Finder(const InequalityInput& input, RunContext& context)
        : input_(input), context_(context), settlement_rows_(input.settlements.size()) {
        std::iota(settlement_rows_.begin(), settlement_rows_.end(), 0U);
    }

    InequalityFindings find() {
        const double share = input_.question.together == welfare::Together::Pooled ? 0.5 : 0.4;
        count_zeros();
        findings_.sets = settlement_sets(input_.settlements);
        bases_ = welfare_bases(input_.selection, input_.settlements.size(), findings_.sets);
        core::Stage settlements(context_.progress, 0.0, share);
        find_settlements(settlements);
        core::Stage sets(context_.progress, share, 0.95);
        find_sets(sets);
        find_curves();
        for (const auto& set : findings_.sets) findings_.splits.push_back(split(set.members));
        context_.progress.step(1.0);
        return std::move(findings_);
    }

private:
    using Sets = std::vector<welfare::IncomeSet>;

    void count_zeros() {
        for (std::size_t settlement = 0; settlement < input_.settlements.size(); ++settlement) {
            const auto incomes = input_.sample.incomes_of(settlement);
            const auto zeros = static_cast<std::uint32_t>(std::ranges::upper_bound(incomes, 0.0) - incomes.begin());
            findings_.without_income += zeros;
            has_zero_.push_back(zeros > 0);
        }
    }

    [[nodiscard]] bool has_zero(const Members& members) const {
        return std::ranges::any_of(members, [this](std::uint32_t settlement) { return has_zero_[settlement]; });
    }

    /// Settlements whose figures are withheld are needed for what lies between settlements.
    void find_settlements(core::Progress& progress) {
        auto& rows = findings_.settlements;
        Sets sets;
        rows.reserve(settlement_rows_.size());
        sets.reserve(settlement_rows_.size());
        for (const auto& settlement : settlement_rows_) {
            rows.push_back({bases_.settlements[settlement], {}});
            const bool is_computed = rows.back().basis.is_computed();
            sets.push_back({{&settlement, 1}, is_computed, is_computed && input_.settlement_curves});
        }
        auto question = input_.question;
        question.together = welfare::Together::Pooled;
        take(rows, welfare::inequality_of(input_.sample, sets, question, progress));
        for (std::size_t i = 0; i < rows.size(); ++i) judge_figures(rows[i], has_zero_[i]);
    }

    void find_sets(core::Progress& progress) {
        const bool is_mean = input_.question.together == welfare::Together::MeanOfSettlements;
        auto& rows = findings_.set_rows;
        for (std::size_t i = 0; i < findings_.sets.size(); ++i) {
            const auto& set = findings_.sets[i];
            rows.push_back({bases_.sets[i], {}});
            averaged_.push_back(is_mean ? computed(set.members) : set.members);
        }
        Sets sets;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool is_computed = rows[i].basis.is_computed();
            sets.push_back({averaged_[i], is_computed, is_computed && !is_mean});
        }
        take(rows, welfare::inequality_of(input_.sample, sets, input_.question, progress));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            is_mean ? judge_mean(rows[i], averaged_[i]) : judge_figures(rows[i], has_zero(averaged_[i]));
        }
    }

    static void take(std::vector<InequalityRow>& rows, std::vector<welfare::SetInequality> found) {
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i].found = std::move(found[i]);
    }

    static void judge_mean(InequalityRow& row, const Members& averaged) {
        auto& basis = row.basis;
        if (!basis.is_computed()) return;
        if (averaged.empty()) {
            basis.status = WelfareStatus::NotComputed;
            basis.reason = {"No settlement here has figures of its own.",
                            "Tidak ada permukiman di sini yang punya angka sendiri."};
            return;
        }
        basis.reason = basis.reason + means_of(averaged.size());
    }

    [[nodiscard]] Members computed(const Members& members) const {
        Members chosen;
        std::ranges::copy_if(members, std::back_inserter(chosen), [this](std::uint32_t settlement) {
            return findings_.settlements[settlement].basis.is_computed();
        });
        return chosen;
    }

    /// A curve is of all households, however the figures come about.
    void find_curves() {
        if (input_.question.together == welfare::Together::Pooled) return;
        Sets sets;
        for (std::size_t i = 0; i < findings_.sets.size(); ++i) {
            const bool has_curve = bases_.sets[i].is_computed();
            sets.push_back({findings_.sets[i].members, false, has_curve});
        }
        auto question = input_.question;
        question.together = welfare::Together::Pooled;
        core::Stage stage(context_.progress, 0.95, 0.99);
        auto found = welfare::inequality_of(input_.sample, sets, question, stage);
        for (std::size_t i = 0; i < found.size(); ++i) {
            findings_.set_rows[i].found.curve = std::move(found[i].curve);
        }
    }

    [[nodiscard]] InequalitySplit split(const Members& members) const {
        std::vector<welfare::SettlementIncome> incomes;
        for (const auto settlement : members) {
            const auto weights = input_.sample.weights_of(settlement);
            if (weights.empty()) continue;
            const auto& figures = findings_.settlements[settlement].found.figures;
            incomes.push_back({std::accumulate(weights.begin(), weights.end(), 0.0), figures.mean_income,
                               figures.theil_t, figures.theil_l});
        }
        return {welfare::theil_t_parts(incomes), welfare::theil_l_parts(incomes), welfare::williamson(incomes)};
    }

    const InequalityInput& input_;
    RunContext& context_;
    Members settlement_rows_;
    WelfareBases bases_;
    std::vector<bool> has_zero_;
    std::vector<Members> averaged_;  // of each set
    InequalityFindings findings_;
};

void warn_of_zeros(const InequalityFindings& findings, RunContext& context) {
    if (findings.without_income == 0) return;
    if (findings.without_income == 1) {
        context.diagnostics.warning(
            {"1 household has an income of 0. It counts, but Theil L of its settlement and "
             "groups stays empty.",
             "1 rumah tangga berpendapatan 0. Rumah tangga itu tetap dihitung, tetapi Theil L "
             "permukiman dan kelompoknya kosong."});
        return;
    }
    context.diagnostics.warning(fill_text(
        "{} households have an income of 0. They count, but Theil L of their settlements and groups stays empty.",
        "{} rumah tangga berpendapatan 0. Semuanya tetap dihitung, tetapi Theil L permukiman dan kelompoknya kosong.",
        grouped(findings.without_income)));
}

}  // namespace

InequalityFindings find_inequality(const InequalityInput& input, RunContext& context) {
    auto findings = Finder(input, context).find();
    warn_of_zeros(findings, context);
    return findings;
}

}  // namespace desakota::analyses
