#include "engine/analyses/inequality_columns.h"

#include <cmath>

#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using core::Text;
using welfare::Inequality;
using welfare::InequalityIntervals;

layers::ColumnDefinition figure_column(const char* name, Text alias) {
    return number_column(name, "", std::move(alias));
}

Text mean_alias(IncomeUnit unit) {
    if (unit == IncomeUnit::Person)
        return {"Mean income per head a month (Rp)", "Rata-rata pendapatan per kapita sebulan (Rp)"};
    return {"Mean income of households a month (Rp)", "Rata-rata pendapatan rumah tangga sebulan (Rp)"};
}

}  // namespace

std::vector<InequalityColumn> inequality_columns(IncomeUnit unit) {
    return {
        {figure_column("gini", {"Gini coefficient", "Koefisien Gini"}), &Inequality::gini, &InequalityIntervals::gini},
        {figure_column("gini_grouped", {"Gini coefficient of three classes (40, 40, 20 %)",
                                        "Koefisien Gini dari tiga kelas (40, 40, 20 %)"}),
         &Inequality::gini_grouped, &InequalityIntervals::gini_grouped},
        {figure_column("theil_t", {"Theil T", "Indeks Theil T"}), &Inequality::theil_t, &InequalityIntervals::theil_t},
        {figure_column("theil_l", {"Theil L", "Indeks Theil L"}), &Inequality::theil_l, nullptr},
        {figure_column("palma_ratio",
                       {"Palma ratio (top 10 % to bottom 40 %)", "Rasio Palma (10 % teratas banding 40 % terbawah)"}),
         &Inequality::palma_ratio, nullptr},
        {figure_column("bottom_40_share", {"Income share of the bottom 40 %", "Porsi pendapatan 40 % terbawah"}),
         &Inequality::bottom_40_share, &InequalityIntervals::bottom_40_share},
        {figure_column("top_20_share", {"Income share of the top 20 %", "Porsi pendapatan 20 % teratas"}),
         &Inequality::top_20_share, nullptr},
        {number_column("mean_income_rp", "Rp", mean_alias(unit)), &Inequality::mean_income, nullptr}};
}

layers::ColumnDefinition gini_class_column() {
    return text_column("gini_class", {"Inequality by the Gini coefficient", "Ketimpangan menurut koefisien Gini"});
}
layers::ColumnDefinition bottom_40_class_column() {
    return text_column("bottom_40_class", {"Inequality by the share of the bottom 40 % (World Bank)",
                                           "Ketimpangan menurut porsi 40 % terbawah (Bank Dunia)"});
}

std::vector<InequalitySplitColumn> inequality_split_columns() {
    using Split = InequalitySplit;
    return {{figure_column("theil_t_within", {"Theil T within settlements", "Theil T di dalam permukiman"}),
             [](const Split& split) { return split.theil_t.within; }},
            {figure_column("theil_t_between", {"Theil T between settlements", "Theil T antarpermukiman"}),
             [](const Split& split) { return split.theil_t.between; }},
            {figure_column("theil_t_within_share",
                           {"Theil T: share within settlements", "Theil T: bagian di dalam permukiman"}),
             [](const Split& split) { return split.theil_t.within_share(); }},
            {figure_column("theil_t_between_share",
                           {"Theil T: share between settlements", "Theil T: bagian antarpermukiman"}),
             [](const Split& split) { return split.theil_t.between_share(); }},
            {figure_column("theil_l_within", {"Theil L within settlements", "Theil L di dalam permukiman"}),
             [](const Split& split) { return split.theil_l.within; }},
            {figure_column("theil_l_between", {"Theil L between settlements", "Theil L antarpermukiman"}),
             [](const Split& split) { return split.theil_l.between; }},
            {figure_column("theil_l_within_share",
                           {"Theil L: share within settlements", "Theil L: bagian di dalam permukiman"}),
             [](const Split& split) { return split.theil_l.within_share(); }},
            {figure_column("theil_l_between_share",
                           {"Theil L: share between settlements", "Theil L: bagian antarpermukiman"}),
             [](const Split& split) { return split.theil_l.between_share(); }},
            {figure_column("williamson_weighted",
                           {"Williamson's index between settlements, weighted, about the mean of all",
                            "Indeks Williamson antarpermukiman, berbobot, terhadap rata-rata semua"}),
             [](const Split& split) { return split.williamson.weighted; }},
            {figure_column("williamson_unweighted",
                           {"Williamson's index between settlements, unweighted, about the settlements' plain mean",
                            "Indeks Williamson antarpermukiman, tanpa bobot, terhadap rata-rata permukiman"}),
             [](const Split& split) { return split.williamson.unweighted; }}};
}

std::optional<double> known(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

}  // namespace desakota::analyses
