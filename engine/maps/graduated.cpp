#include "engine/maps/graduated.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>
#include <stdexcept>
#include <utility>

#include "engine/core/shown_number.h"
#include "engine/maps/class_limits.h"
#include "engine/maps/marker_sizes.h"
#include "engine/maps/palette.h"

namespace desakota::maps {
namespace {

using core::Text;

Unit unit_of(const layers::ColumnDefinition& column) {
    const bool is_share = column.name.starts_with("share_") || column.name.ends_with("_share");
    if (is_share && column.unit.empty()) return {100.0, " %"};
    return {1.0, column.unit.empty() ? std::string{} : " " + column.unit};
}

struct Known {
    std::vector<double> values;
    bool any_missing = false;
};

Known known_values(const layers::Column& column, std::size_t rows) {
    Known known;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto value = column.number(row);
        const bool is_known = value && std::isfinite(*value);
        known.any_missing = known.any_missing || !is_known;
        if (is_known) known.values.push_back(*value);
    }
    return known;
}

/// The least value is written rounded down, so that it lies in its class; limits are what they are written as.
std::string number(double value, int decimals, const Unit& unit, core::Language language) {
    return core::shown_number(rounded(value * unit.factor, decimals, Rounding::Down), std::max(decimals, 0), language);
}

Text range_label(double from, double to, int decimals, const Unit& unit) {
    const auto in = [&](core::Language language) {
        const auto low = number(from, decimals, unit, language);
        const auto high = number(to, decimals, unit, language);
        return (low == high ? high : low + "–" + high) + unit.text;
    };
    return {in(core::Language::English), in(core::Language::Indonesian)};
}

Text over_label(double from, int decimals, const Unit& unit) {
    return {"over " + number(from, decimals, unit, core::Language::English) + unit.text,
            "lebih dari " + number(from, decimals, unit, core::Language::Indonesian) + unit.text};
}

/// Spread over the ramp, whatever the number of classes.
Symbol step(std::size_t place, std::size_t classes) {
    const auto last = kLittleToMuch.size() - 1;
    const auto index = classes < 2 ? last / 2 : (place * last + (classes - 1) / 2) / (classes - 1);
    Symbol symbol;
    symbol.colour = kLittleToMuch[index];
    symbol.size = kLittleToMuchSizes[index];
    return symbol;
}

StyleClass zero_class(const std::string& field, const Unit& unit) {
    StyleClass zero;
    zero.label = core::same_text("0" + unit.text);
    zero.symbol.colour = kWhite;
    zero.symbol.size = kLittleToMuchSizes.front() * 0.75;
    zero.criteria = {Within{field, std::nullopt, 0.0}};
    return zero;
}

StyleClass no_data() {
    StyleClass none;
    none.label = {"No data", "Tidak ada data"};
    none.symbol.colour = kLightGrey;
    none.symbol.marker = Marker::Cross;
    none.symbol.hatch = Hatch::Upright;
    none.otherwise = true;
    return none;
}

/// Classes up to each limit; the last also without one where `is_open`.
std::vector<StyleClass> classes_between(const std::string& field, double least, std::span<const Limit> limits,
                                        const Unit& unit, bool is_open) {
    int decimals = limits.front().decimals;
    for (const auto& limit : limits) decimals = std::max(decimals, limit.decimals);
    const auto count = limits.size() + (is_open ? 1 : 0);
    std::vector<StyleClass> classes(count);
    for (std::size_t i = 0; i < count; ++i) {
        Within range{field, std::nullopt, std::nullopt};
        if (i > 0) range.above = limits[i - 1].at;
        if (i + 1 < count) range.at_most = limits[i].at;
        const double from = i > 0 ? limits[i - 1].at : least;
        classes[i].label =
            i < limits.size() ? range_label(from, limits[i].at, decimals, unit) : over_label(from, decimals, unit);
        classes[i].symbol = step(i, count);
        classes[i].criteria = {std::move(range)};
    }
    return classes;
}

std::vector<StyleClass> by_policy(const Graduation& graduation, const Known& known, const Unit& unit) {
    if (graduation.policy_limits.size() >= kLittleToMuch.size()) throw std::logic_error("graduated_style: limits");
    double least = std::min(0.0, graduation.policy_limits.front());
    for (const double value : known.values) least = std::min(least, value);
    std::vector<Limit> limits;
    limits.reserve(graduation.policy_limits.size());
    for (const double at : graduation.policy_limits) {
        limits.push_back({at, decimals_of(at * unit.factor)});
    }
    return classes_between(graduation.field, least, limits, unit, true);
}

/// The values, where they are so few that each is a class.
std::vector<double> few_values(std::span<const double> sorted, std::size_t most_classes) {
    constexpr std::size_t kFew = 3;
    std::vector<double> different(sorted.begin(), sorted.end());
    different.erase(std::ranges::unique(different).begin(), different.end());
    if (different.size() > std::min(kFew, most_classes)) different.clear();
    return different;
}

/// With as few decimals as tell the values apart and change none by more than a hundredth and a half.
int decimals_for_values(std::span<const double> values, const Unit& unit) {
    constexpr double kNear = 0.015;
    int decimals = 0;
    for (; decimals < kMostDecimals; ++decimals) {
        std::set<double> written;
        bool is_near = true;
        for (const double value : values) {
            const double shown = value * unit.factor;
            const double short_one = rounded(shown, decimals, Rounding::Nearest);
            is_near = is_near && std::abs(short_one - shown) <= kNear * std::abs(shown);
            written.insert(short_one);
        }
        if (is_near && written.size() == values.size()) break;
    }
    return decimals;
}

/// A class for each value, called by it.
std::vector<StyleClass> classes_of_values(const std::string& field, std::span<const double> values, const Unit& unit) {
    const int decimals = decimals_for_values(values, unit);
    auto classes = classes_between(field, values.front(), short_limits(values, values, unit), unit, false);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double shown = rounded(values[i] * unit.factor, decimals, Rounding::Nearest);
        classes[i].label = {core::shown_number(shown, decimals, core::Language::English) + unit.text,
                            core::shown_number(shown, decimals, core::Language::Indonesian) + unit.text};
    }
    return classes;
}

/// Of natural breaks, as few as tell nearly all.
std::vector<double> breaks_of(const statistics::FiniteValues& values, std::size_t most_classes,
                              statistics::BreakRule rule) {
    constexpr double kEnough = 0.99;
    const bool is_natural = rule == statistics::BreakRule::Jenks;
    for (std::size_t classes = 1; is_natural && classes < most_classes; ++classes) {
        auto breaks = statistics::class_breaks(values, classes, rule);
        if (statistics::goodness_of_variance_fit(values, breaks) >= kEnough) return breaks;
    }
    return statistics::class_breaks(values, most_classes, rule);
}

std::vector<StyleClass> ranges_of(const Graduation& graduation, const statistics::FiniteValues& values,
                                  const Unit& unit) {
    const auto& field = graduation.field;
    const auto sorted = values.sorted();
    const auto most = std::min(graduation.most_classes, kLittleToMuch.size());
    if (const auto few = few_values(sorted, most); !few.empty()) return classes_of_values(field, few, unit);
    if (graduation.rule == statistics::BreakRule::EqualInterval && sorted.front() < sorted.back()) {
        const auto equal = equal_classes({sorted.front() * unit.factor, sorted.back() * unit.factor}, most, unit);
        return classes_between(field, equal.least, equal.limits, unit, false);
    }
    const auto limits = short_limits(sorted, breaks_of(values, most, graduation.rule), unit);
    return classes_between(field, sorted.front(), limits, unit, false);
}

std::vector<StyleClass> by_rule(const Graduation& graduation, Known known, const Unit& unit) {
    std::vector<StyleClass> classes;
    const bool has_zero = std::ranges::find(known.values, 0.0) != known.values.end();
    const bool is_below = std::ranges::any_of(known.values, [](double value) { return value < 0.0; });
    if (has_zero && !is_below) {
        classes.push_back(zero_class(graduation.field, unit));
        std::erase(known.values, 0.0);
    }
    const statistics::FiniteValues values(std::move(known.values));
    if (values.sorted().empty()) return classes;
    auto ranges = ranges_of(graduation, values, unit);
    if (!classes.empty()) std::get<Within>(ranges.front().criteria.front()).above = 0.0;
    for (auto& range : ranges) classes.push_back(std::move(range));
    return classes;
}

/// Whether a class ends with a range of that field.
bool is_range_of(const StyleClass& one, const std::string& field) {
    const auto* range = one.criteria.empty() ? nullptr : std::get_if<Within>(&one.criteria.back());
    return range != nullptr && range->field == field;
}

/// The field of which a style's first class is a range; empty where it is anything else.
std::string ranged_field(const Style& style) {
    if (style.classes.empty() || style.classes.front().criteria.empty()) return {};
    const auto* range = std::get_if<Within>(&style.classes.front().criteria.back());
    return range == nullptr ? std::string{} : range->field;
}

/// The numbers of rows that lie in ranges, where those that differ lie in at most two; none where ranges tell more.
std::vector<double> alike_values(const Style& style, const layers::Layer& layer, const layers::Column& column) {
    std::set<std::size_t> taken;
    std::vector<double> values;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto value = column.number(row);
        const auto place = class_of(style, layer, row);
        if (!value || !place || !is_range_of(style.classes[*place], column.name())) continue;
        taken.insert(*place);
        values.push_back(*value);
    }
    const std::set<double> different(values.begin(), values.end());
    return taken.size() <= 2 && different.size() > taken.size() ? values : std::vector<double>{};
}

}  // namespace

Style graduated_style(const layers::Layer& layer, const Graduation& graduation) {
    const auto* column = layer.find(graduation.field);
    if (column == nullptr || column->type() == layers::ColumnType::Text) {
        throw std::logic_error("graduated_style: no column of numbers: " + graduation.field);
    }
    const auto unit = unit_of(column->definition());
    auto known = known_values(*column, layer.row_count);
    const bool any_missing = known.any_missing;
    Style style;
    style.name = graduation.field;
    style.title = column->definition().alias;
    style.classes = graduation.policy_limits.empty() ? by_rule(graduation, std::move(known), unit)
                                                     : by_policy(graduation, known, unit);
    for (auto& one : style.classes) {
        one.heading = style.title + Text{" (upper limits included)", " (batas atas termasuk)"};
    }
    if (any_missing || style.classes.empty()) style.classes.push_back(no_data());
    style.worse = graduation.worse.english.empty() ? Text{"The darker, the higher.", "Makin gelap, makin tinggi."}
                                                   : graduation.worse;
    return style;
}

Style with_natural_breaks_where_alike(Style style, const layers::Layer& layer) {
    const auto field = ranged_field(style);
    const auto* column = layer.find(field);
    if (field.empty() || column == nullptr) return style;
    Known known{alike_values(style, layer, *column), false};
    if (known.values.empty()) return style;
    Graduation graduation;
    graduation.field = field;
    const auto& first = style.classes.front();
    auto classes = by_rule(graduation, std::move(known), unit_of(column->definition()));
    for (auto& one : classes) {
        one.heading = first.heading;
        one.criteria.insert(one.criteria.begin(), first.criteria.begin(), first.criteria.end() - 1);
    }
    for (const auto& one : style.classes) {
        if (!is_range_of(one, field)) classes.push_back(one);
    }
    style.classes = std::move(classes);
    return style;
}

}  // namespace desakota::maps
