#include <algorithm>
#include <numeric>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/poverty_factors_layers.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

/// "Being poor clearly goes with lower schooling; no clear link with land area."
Text link_sentence(const PovertyFactors& factors) {
    std::vector<Text> clear;
    std::vector<Text> not_clear;
    for (std::size_t i = 0; i < factors.columns.size(); ++i) {
        const auto& column = factors.columns[i];
        const auto& coefficient = factors.fit.traits[i];
        if (coefficient.p() < kClearBelow) {
            clear.push_back(direction_text(column, coefficient));
        } else {
            not_clear.push_back(column.label);
        }
    }
    if (clear.empty()) {
        return fill_text("No trait has a clear link with being poor, neither {}.",
                         "Tidak ada karakteristik yang jelas berkaitan dengan kemiskinan: {}.", listed(not_clear));
    }
    auto text = fill_text("Being poor clearly goes with {}", "Kemiskinan jelas berkaitan dengan {}", listed(clear));
    if (!not_clear.empty()) {
        text = text + fill_text("; no clear link with {}", "; kaitan dengan {} tidak jelas", listed(not_clear));
    }
    return text + core::same_text(".");
}

Text model_sentence(const PovertyFactors& factors) {
    const auto poor = static_cast<double>(factors.poor_count());
    const auto all = static_cast<double>(factors.size());
    return fill_text(
        "{0} of {1} households that count are poor ({2}); the traits predict {3} of all rightly, {4} would be right if "
        "all were called what most are (McFadden's R2 {5}).",
        "{0} dari {1} rumah tangga yang dihitung miskin ({2}); karakteristik memprediksi {3} dari semuanya dengan "
        "benar, padahal {4} sudah benar bila semua disebut seperti kebanyakan (R2 McFadden {5}).",
        grouped(poor), grouped(all), percent_text(poor / all),
        percent_text(factors.classification.share_correct().value_or(0.0)),
        percent_text(std::max(poor, all - poor) / all), grouped(factors.fit.mcfadden_r2(), 2));
}

}  // namespace

void add_poverty_factors_answer(Results& results, const PovertyFactors& factors) {
    std::vector<std::uint32_t> all(factors.settlements.size());
    std::iota(all.begin(), all.end(), 0U);
    const auto bases = factors_bases(factors);
    const auto with_figures = std::ranges::count_if(bases.settlements, &Basis::is_computed);
    results.figures.push_back(
        {"settlements", {"Settlements", "Permukiman"}, static_cast<double>(factors.settlements.size()), 0});
    results.figures.push_back({"settlements_computed",
                               {"Settlements with figures", "Permukiman yang punya angka"},
                               static_cast<double>(with_figures),
                               0});
    const auto pooled = poor_figures(factors, all);
    results.figures.push_back(
        {"poor_households_share", {"Share of households poor", "Proporsi rumah tangga miskin"}, pooled.poor_share, 3});
    add_left_out_figures(results, basis_of(factors.selection, all), factors.selection);
    for (const auto& statistic : model_statistics(factors)) {
        results.figures.push_back({statistic.name, statistic.label, statistic.value, statistic.decimals});
    }
    results.summary.push_back(link_sentence(factors));
    results.summary.push_back(model_sentence(factors));
    results.summary.push_back(fill_text(
        "Settlements: {0} of {1} have figures.", "Permukiman: {0} dari {1} punya angka.",
        grouped(static_cast<double>(with_figures)), grouped(static_cast<double>(factors.settlements.size()))));
    add_without_settlement_sentence(results, factors.selection);
}

}  // namespace desakota::analyses
