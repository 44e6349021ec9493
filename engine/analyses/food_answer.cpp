#include "engine/analyses/food_answer.h"

#include <algorithm>
#include <string_view>

#include "engine/analyses/food_parameters.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr int kDecimals = 2;
constexpr int kFigureDecimals = 3;

const Text& label_of(const welfare::Classes& classes, double value) {
    return welfare::find_class(classes, value)->label;
}

/// "0.44 (fairly food secure)"
Text class_text(double value) {
    return fill_text("{0} ({1})", "{0} ({1})", grouped(value, kDecimals),
                     label_of(welfare::food_security_classes(), value));
}

Text index_sentence(const FoodRun& run, const FoodFigures& total) {
    const auto variant = run.scale.variant;
    const auto index = total.index(variant);
    if (!index) {
        return Text{"All settlements together: ", "Semua permukiman: "} + total.basis.reason;
    }
    auto sentence = fill_text("Food insecurity index (Lamba 2006, 0 is best; {0}) of all settlements together: {1}",
                              "Indeks kerawanan pangan (Lamba 2006, 0 terbaik; {0}) semua permukiman: {1}",
                              variant_text(variant), class_text(*index));
    if (variant != FoodVariant::Bounded && total.bounded) {
        sentence = sentence + fill_text("; with availability bounded {}", "; bila ketersediaan dibatasi {}",
                                        class_text(*total.bounded));
    }
    return sentence + core::same_text(".");
}

/// "Settlements: 2 slightly food insecure, 3 fairly food secure, 1 not computed."
Text classes_sentence(const FoodRun& run) {
    const auto& classes = welfare::food_security_classes();
    std::vector<std::size_t> counts(classes.classes.size() + 1);
    for (const auto& figures : run.figures) {
        const auto index = figures.index(run.scale.variant);
        ++counts[index ? *welfare::class_of(classes, *index) : classes.classes.size()];
    }
    Text list;
    for (auto place = counts.size(); place-- > 0;) {
        // The worst classes first, and what is not computed last.
        const auto which = place == 0 ? classes.classes.size() : place - 1;
        if (counts[which] == 0) continue;
        const auto label =
            which < classes.classes.size() ? classes.classes[which].label : Text{"not computed", "tidak dihitung"};
        if (!list.english.empty()) list = list + core::same_text(", ");
        list = list + fill_text("{} {}", "{} {}", grouped(static_cast<double>(counts[which])), label);
    }
    return fill_text("Settlements: {}.", "Permukiman: {}.", list);
}

void add_figure(Results& results, const char* name, Text label, const std::optional<double>& value) {
    results.figures.push_back({name, std::move(label), value, kFigureDecimals});
}

double computed(const FoodRun& run) {
    return static_cast<double>(
        std::ranges::count_if(run.figures, [](const FoodFigures& row) { return row.basis.is_computed(); }));
}

}  // namespace

void add_food_answer(Results& results, const FoodRun& run, const FoodFigures& total) {
    results.figures.push_back(
        {"settlements", {"Settlements", "Permukiman"}, static_cast<double>(run.figures.size()), 0});
    results.figures.push_back({"settlements_computed",
                               {"Settlements with the index", "Permukiman yang indeksnya dihitung"},
                               computed(run),
                               0});
    if (total.basis.of_households) {
        results.figures.push_back({"households",
                                   {"Households it rests on", "Banyaknya rumah tangga dasar"},
                                   static_cast<double>(total.basis.households),
                                   0});
    }
    for (std::size_t i = 0; i < welfare::kFoodParts; ++i) {
        const auto& column = food_part_words()[i].column;
        add_figure(results, column.name.c_str(), column.alias, total.parts[i].value);
    }
    add_figure(results, "access_index", {"Access index (IFLA)", "Indeks akses pangan (IFLA)"}, total.paper.access);
    add_figure(results, "utilisation_index", {"Utilisation index (IFU)", "Indeks pemanfaatan pangan (IFU)"},
               total.paper.utilisation);
    add_figure(results, "ifi_lamba", {"Food insecurity index (Lamba 2006)", "Indeks kerawanan pangan (Lamba 2006)"},
               total.paper.combined);
    add_figure(results, "ifi_lamba_bounded",
               {"Food insecurity index, availability bounded", "Indeks kerawanan pangan, ketersediaan dibatasi"},
               total.bounded);
    if (run.scale.variant == FoodVariant::MinMax) {
        add_figure(results, "ifi_lamba_minmax",
                   {"Food insecurity index, relative", "Indeks kerawanan pangan, relatif antarpermukiman"},
                   total.min_max);
    }
    results.summary.push_back(index_sentence(run, total));
    results.summary.push_back(classes_sentence(run));
}

void warn_of_doubtful_food_figures(const FoodRun& run, const FoodFigures& total, core::Diagnostics& diagnostics) {
    constexpr double kFewestGrams = 1.0;
    constexpr double kMostGrams = 20000.0;
    if (total.grams && *total.grams > 0.0 && (*total.grams < kFewestGrams || *total.grams > kMostGrams)) {
        diagnostics.warning(fill_text(
            "Production comes to {} g of cereals per head a day: is it in the unit that the field must have (kilograms "
            "or, for paddy, tonnes a year)?",
            "Produksi menjadi {} g serealia per kapita sehari: apakah satuannya sudah benar (kilogram atau, untuk "
            "padi, ton setahun)?",
            grouped(*total.grams, *total.grams < kFewestGrams ? kFigureDecimals : 0)));
    }
    if (run.scale.variant != FoodVariant::MinMax) return;
    Text alike;
    for (std::size_t i = 0; i < welfare::kFoodParts; ++i) {
        if (!run.scale.ranges[i] || welfare::has_spread(run.scale.ranges[i])) continue;
        alike = (alike.english.empty() ? alike : alike + core::same_text(", ")) + food_part_words()[i].phrase;
    }
    if (alike.english.empty()) return;
    diagnostics.warning(
        fill_text("The settlements do not differ in these parts, which count as 0 in the relative variant: {}.",
                  "Permukiman tidak berbeda dalam unsur berikut, yang bernilai 0 dalam varian relatif: {}.", alike));
}

}  // namespace desakota::analyses
