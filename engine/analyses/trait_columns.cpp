#include "engine/analyses/trait_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/analyses/welfare_rows.h"

namespace desakota::analyses {
namespace {

using core::Text;
using Kind = HouseholdTrait::Kind;

/// A power of ten that is about as large as the values differ: from half a standard deviation to five.
double step_of(const std::vector<double>& values, bool is_whole) {
    double sum = 0.0;
    double squares = 0.0;
    for (const double value : values) sum += value;
    const double mean = sum / static_cast<double>(values.size());
    for (const double value : values) squares += (value - mean) * (value - mean);
    const double spread = std::sqrt(squares / static_cast<double>(values.size()));
    if (!(spread > 0.0)) return 1.0;
    constexpr double kRounding = 1e-9;  // so that the order of the values cannot change the step
    const double step = std::pow(10.0, std::floor(std::log10(2.0 * spread) + kRounding));
    return is_whole ? std::max(1.0, step) : step;
}

Text step_number(double step) {
    const int decimals = step < 1.0 ? static_cast<int>(std::ceil(-std::log10(step) - 1e-9)) : 0;
    return grouped(step, decimals);
}

class ColumnMaker {
public:
    ColumnMaker(std::span<const std::uint32_t> rows, core::Diagnostics& diagnostics)
        : rows_(rows), diagnostics_(diagnostics) {}

    void add(const HouseholdTrait& trait) {
        auto values = values_of(trait.values, rows_);
        if (trait.kind == Kind::Category) {
            add_categories(trait, values);
            return;
        }
        TraitColumn column{trait.name, trait.label, trait.kind, {}, {}, 1.0, {}};
        if (trait.kind == Kind::Number) add_step(trait, values, column);
        add_column(std::move(column), std::move(values));
    }

    TraitColumns made;

private:
    static void add_step(const HouseholdTrait& trait, const std::vector<double>& values, TraitColumn& column) {
        column.step = trait.step > 0.0 ? trait.step : step_of(values, trait.is_whole);
        const auto number = step_number(column.step);
        column.step_words = trait.step > 0.0 ? fill_text(trait.step_words.english, trait.step_words.indonesian, number)
                                             : fill_text("{} in {}", "{} pada {}", number, trait.label);
    }

    void add_categories(const HouseholdTrait& trait, const std::vector<double>& values) {
        std::vector<std::size_t> counts(trait.categories.size());
        for (const double value : values) ++counts[static_cast<std::size_t>(value)];
        const auto present = std::ranges::count_if(counts, [](std::size_t count) { return count > 0; });
        const auto is_rare = [](std::size_t count) { return count > 0 && count < kFewestHouseholds; };
        const auto rare = std::ranges::count_if(counts, is_rare);
        if (present < 2 && !values.empty()) {
            diagnostics_.error(
                fill_text("The trait {} is the same in all households that count, and so tells nothing. Leave it "
                          "out.",
                          "Karakteristik {} sama pada semua rumah tangga yang dihitung, sehingga tidak menjelaskan "
                          "apa pun. Hilangkan.",
                          trait.label));
        } else if (rare > 0) {
            diagnostics_.error(
                fill_text("The trait {0}: {1} of its {2} values have fewer than {3} households. Join them with others "
                          "in the table.",
                          "Karakteristik {0}: {1} dari {2} nilainya punya kurang dari {3} rumah tangga. Gabungkan "
                          "dengan nilai lain dalam "
                          "tabel.",
                          trait.label, grouped(static_cast<double>(rare)), grouped(static_cast<double>(present)),
                          grouped(kFewestHouseholds)));
        }
        const auto reference = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
        for (std::size_t place = 0; place < counts.size(); ++place) {
            if (place == reference || counts[place] == 0) continue;
            const auto& category = trait.categories[place];
            std::vector<double> is_it;
            for (const double value : values) is_it.push_back(value == static_cast<double>(place) ? 1.0 : 0.0);
            add_column({trait.name,
                        trait.label + core::same_text(" (" + category + ")"),
                        trait.kind,
                        category,
                        trait.categories[reference],
                        1.0,
                        {}},
                       std::move(is_it));
        }
    }

    void add_column(TraitColumn column, std::vector<double> values) {
        made.columns.push_back(std::move(column));
        made.values.push_back(std::move(values));
    }

    std::span<const std::uint32_t> rows_;
    core::Diagnostics& diagnostics_;
};

/// The beginning of a sentence on one coefficient.
Text difference_text(const TraitColumn& column) {
    if (column.kind == Kind::Number) return fill_text("Each further {}", "Tiap tambahan {}", column.step_words);
    if (column.kind == Kind::YesNo) {
        return fill_text("Where {} is yes rather than no", "Bila {} ya, dibanding tidak", column.label);
    }
    return core::format_text("Where '{0}' is {1} rather than {2}", "Bila '{0}' {1}, dibanding {2}", column.name,
                             *column.category, *column.reference);
}

}  // namespace

TraitColumns make_trait_columns(const std::vector<HouseholdTrait>& traits, std::span<const std::uint32_t> rows,
                                core::Diagnostics& diagnostics) {
    ColumnMaker maker(rows, diagnostics);
    for (const auto& trait : traits) maker.add(trait);
    return std::move(maker.made);
}

Text odds_text(double odds) {
    constexpr double kMost = 1e6;
    constexpr double kLeast = 1e-6;
    if (odds > kMost) return Text{"more than ", "lebih dari "} + grouped(kMost);
    if (odds < kLeast) return Text{"less than ", "kurang dari "} + grouped(kLeast, 6);
    const double rounding = std::pow(10.0, std::floor(std::log10(odds)) - 1.0);
    const double rounded = std::round(odds / rounding) * rounding;
    return grouped(odds, std::max(0, 1 - static_cast<int>(std::floor(std::log10(rounded * (1.0 + 1e-9))))));
}

Text p_text(double p) {
    constexpr double kLeast = 0.001;
    constexpr double kPlain = 0.01;
    if (p < kLeast) return Text{"p < ", "p < "} + grouped(kLeast, 3);
    return core::same_text("p = ") + grouped(p, p < kPlain ? 3 : 2);
}

Text listed(const std::vector<Text>& texts) {
    Text list;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) list = list + (i + 1 == texts.size() ? Text{" and ", " dan "} : core::same_text(", "));
        list = list + texts[i];
    }
    return list;
}

Text coefficient_sentence(const TraitColumn& column, const statistics::Coefficient& coefficient) {
    const statistics::Coefficient of_step{coefficient.value * column.step, coefficient.standard_error * column.step};
    const auto interval = of_step.odds_ratio_interval();
    auto text = fill_text("{0}: odds of being poor {1} times (95 %: {2} to {3}).",
                          "{0}: odds menjadi miskin {1} kali (95 %: {2} sampai {3}).", difference_text(column),
                          odds_text(of_step.odds_ratio()), odds_text(interval.low), odds_text(interval.high));
    if (coefficient.p() < kClearBelow) return text;
    return text + fill_text(" No clear link ({}).", " Kaitannya tidak jelas ({}).", p_text(coefficient.p()));
}

Text direction_text(const TraitColumn& column, const statistics::Coefficient& coefficient) {
    const bool rises = coefficient.value > 0.0;
    if (column.kind == Kind::YesNo) {
        return column.label + (rises ? Text{": yes", ": ya"} : Text{": no", ": tidak"});
    }
    if (column.kind == Kind::Number) {
        return rises ? fill_text("higher {}", "{} yang lebih tinggi", column.label)
                     : fill_text("lower {}", "{} yang lebih rendah", column.label);
    }
    const auto& more = rises ? *column.category : *column.reference;
    const auto& less = rises ? *column.reference : *column.category;
    return core::format_text("'{0}': {1} rather than {2}", "'{0}': {1} dibanding {2}", column.name, more, less);
}

}  // namespace desakota::analyses
