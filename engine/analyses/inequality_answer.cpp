#include <algorithm>
#include <array>

#include "engine/analyses/inequality_columns.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr int kDecimals = 3;

std::size_t count_of(const InequalityFindings& findings, WelfareStatus status) {
    return static_cast<std::size_t>(std::ranges::count_if(
        findings.settlements, [status](const InequalityRow& row) { return row.basis.status == status; }));
}

void add_interval(Results& results, const InequalityColumn& column, const InequalityRow& total) {
    const auto& interval = total.found.intervals.*column.interval;
    const bool is_known = total.basis.is_computed() && interval.has_value();
    const auto ends = interval_columns(column.definition);
    results.figures.push_back(
        {ends[0].name, ends[0].alias, is_known ? std::optional(interval->low) : std::nullopt, kDecimals});
    results.figures.push_back(
        {ends[1].name, ends[1].alias, is_known ? std::optional(interval->high) : std::nullopt, kDecimals});
}

void add_figures(Results& results, const InequalityFindings& findings, const InequalityView& view) {
    const auto& total = findings.set_rows.back();
    const bool is_computed = total.basis.is_computed();
    for (const auto& column : inequality_columns(view.unit)) {
        const bool is_money = column.figure == &welfare::Inequality::mean_income;
        const auto value = is_computed ? known(total.found.figures.*column.figure) : std::nullopt;
        results.figures.push_back({column.definition.name, column.definition.alias, value, is_money ? 0 : kDecimals});
        if (view.has_intervals && column.interval != nullptr) add_interval(results, column, total);
    }
    for (const auto& column : inequality_split_columns()) {
        const auto value = is_computed ? known(column.value(findings.splits.back())) : std::nullopt;
        results.figures.push_back({column.definition.name, column.definition.alias, value, kDecimals});
    }
}

/// "0.271 (95 % interval 0.250 to 0.292)"
Text with_interval(double value, const std::optional<statistics::Interval>& interval) {
    if (!interval) return grouped(value, kDecimals);
    return fill_text("{} (95 % interval {} to {})", "{} (selang 95 % {} sampai {})", grouped(value, kDecimals),
                     grouped(interval->low, kDecimals), grouped(interval->high, kDecimals));
}

Text gini_sentence(const InequalityRow& total, const InequalityView& view) {
    const auto& [figures, intervals, curve] = total.found;
    const double gini = view.classes_grouped ? figures.gini_grouped : figures.gini;
    const auto& interval = view.classes_grouped ? intervals.gini_grouped : intervals.gini;
    const auto* found = welfare::find_class(*view.gini_classes, gini);
    const Text of = view.unit == IncomeUnit::Person ? Text{"incomes per head", "pendapatan per kapita"}
                                                    : Text{"incomes of households", "pendapatan rumah tangga"};
    const Text grouping = view.classes_grouped ? Text{" from three classes", " dari tiga kelas"} : Text{};
    return fill_text("Gini coefficient of {}{}, all settlements together: {}, {}.",
                     "Koefisien Gini {}{}, semua permukiman bersama: {}, {}.", of, grouping,
                     with_interval(gini, view.has_intervals ? interval : std::nullopt), found->label);
}

Text share_sentence(const welfare::Inequality& figures) {
    return fill_text("The bottom 40 % have {} of all income, the top 20 % have {}.",
                     "40 % terbawah memperoleh {} dari seluruh pendapatan, 20 % teratas {}.",
                     percent_text(figures.bottom_40_share), percent_text(figures.top_20_share));
}

Text between_sentence(const InequalitySplit& split) {
    return fill_text("Of the inequality by Theil T, {} lies between settlements, the rest within them.",
                     "Dari ketimpangan menurut Theil T, {} terletak antarpermukiman, selebihnya di dalam permukiman.",
                     percent_text(split.theil_t.between_share()));
}

struct StatusPhrase {
    WelfareStatus status;
    Text phrase;  ///< after a number
};

Text status_sentence(const InequalityFindings& findings) {
    static const std::array<StatusPhrase, 4> phrases{{
        {WelfareStatus::Computed, {"with figures", "dengan angka"}},
        {WelfareStatus::Withheld, {"withheld", "tidak ditampilkan"}},
        {WelfareStatus::NoHouseholds, {"without households", "tanpa rumah tangga"}},
        {WelfareStatus::NotComputed, {"whose incomes are all 0", "yang semua pendapatannya 0"}},
    }};
    Text list;
    for (const auto& [status, phrase] : phrases) {
        const auto count = count_of(findings, status);
        if (count == 0) continue;
        if (!list.english.empty()) list = list + core::same_text(", ");
        list = list + fill_text("{} {}", "{} {}", grouped(static_cast<double>(count)), phrase);
    }
    return fill_text("Settlements: {}.", "Permukiman: {}.", list);
}

}  // namespace

void add_inequality_answer(Results& results, const InequalityFindings& findings, const InequalityView& view) {
    const auto& total = findings.set_rows.back();
    results.figures.push_back(
        {"settlements", {"Settlements", "Permukiman"}, static_cast<double>(findings.settlements.size()), 0});
    results.figures.push_back({"settlements_computed",
                               {"Settlements with figures", "Permukiman dengan angka"},
                               static_cast<double>(count_of(findings, WelfareStatus::Computed)),
                               0});
    results.figures.push_back({"n",
                               {"Households it rests on", "Banyaknya rumah tangga dasar"},
                               static_cast<double>(total.basis.households),
                               0});
    add_figures(results, findings, view);
    if (total.basis.is_computed()) {
        results.summary.push_back(gini_sentence(total, view));
        results.summary.push_back(share_sentence(total.found.figures));
        if (known(findings.splits.back().theil_t.between_share())) {
            results.summary.push_back(between_sentence(findings.splits.back()));
        }
    } else {
        results.summary.push_back(total.basis.reason);
    }
    results.summary.push_back(status_sentence(findings));
}

}  // namespace desakota::analyses
