#include "engine/analyses/hinterland_styles.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <utility>

#include "engine/analyses/decay_parameters.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_styles.h"
#include "engine/maps/classes.h"

namespace desakota::analyses {
namespace {

using core::Text;
using maps::Style;
using maps::StyleClass;

constexpr std::array<double, 4> kIndexBounds{20.0, 40.0, 60.0, 80.0};
/// Colours of centres, in the order of their hinterlands' size; QGIS folds a legend of ten entries.
constexpr std::array<maps::Colour, 6> kCentreColours{maps::kOrange, maps::kSkyBlue,   maps::kGreen,
                                                     maps::kBlue,   maps::kVermilion, maps::kPurple};

StyleClass area_class(Text label, const maps::Colour& colour) {
    StyleClass one;
    one.label = std::move(label);
    one.symbol.colour = colour;
    one.symbol.size = 3.5;
    return one;
}

Style named(std::string name, Text title, std::vector<StyleClass> classes) {
    return {std::move(name), std::move(title), std::move(classes), maps::Names{"settlement_name"}};
}

void append(std::vector<StyleClass>& to, std::vector<StyleClass> from) {
    for (auto& one : from) to.push_back(std::move(one));
}

maps::Doubt contested_rows() {
    return {{"Contested by two centres", "Diperebutkan dua pusat"},
            {maps::OneOf{"status", {"reached"}}, maps::Within{"contested", 0.5, std::nullopt}}};
}

/// Of a reference mass below that of a centre, the index passes 100.
Style index_style(const Text& key, bool passes_100) {
    auto classes = passes_100 ? maps::range_classes("interaction_index", kIndexBounds, {})
                              : maps::range_classes_to(100.0, "interaction_index", kIndexBounds, {});
    for (auto& one : classes) {
        one.heading = key;
        one.criteria.insert(one.criteria.begin(), maps::OneOf{"status", {"reached"}});
    }
    append(classes, unreached_classes());
    auto style = named("interaction_index", {"Interaction index", "Indeks interaksi"}, std::move(classes));
    style.doubt = contested_rows();
    style.worse = {"The lighter, the weaker the tie; upper limits included.",
                   "Makin terang, makin lemah ikatannya; batas atas termasuk."};
    return style;
}

Style contested_style() {
    auto clear = area_class({"One centre prevails", "Satu pusat menonjol"}, maps::kSkyBlue);
    clear.criteria = {maps::OneOf{"status", {"reached"}}, maps::Within{"contested", {}, 0.5}};
    auto contested = area_class({"Contested by two centres", "Diperebutkan dua pusat"}, maps::kOrange);
    contested.symbol.hatch = maps::Hatch::Rising;
    contested.criteria = {maps::OneOf{"status", {"reached"}}, maps::Within{"contested", 0.5, {}}};
    auto rest = area_class({"No tie or not reached", "Tanpa ikatan atau tidak terjangkau"}, maps::kLightGrey);
    rest.otherwise = true;
    return named("contested", {"Contested or not", "Diperebutkan atau tidak"},
                 {std::move(clear), std::move(contested), std::move(rest)});
}

/// Centres with a hinterland, the largest first.
std::vector<std::size_t> centres_by_size(const HinterlandFindings& findings) {
    const auto& totals = findings.interactions.centres;
    std::vector<std::size_t> order(totals.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t centre) { return totals[centre].settlements == 0; });
    std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
        return totals[left].settlements > totals[right].settlements;
    });
    return order;
}

Style main_centre_style(const HinterlandQuestion& question, const HinterlandFindings& findings) {
    std::vector<StyleClass> classes;
    maps::OneOf others{"main_centre_id", {}};
    for (const auto centre : centres_by_size(findings)) {
        const auto& id = question.centres.ids[centre];
        if (classes.size() == kCentreColours.size()) {
            others.codes.push_back(id);
            continue;
        }
        auto one = area_class(core::same_text(question.centres.title(centre)), kCentreColours[classes.size()]);
        one.criteria = {maps::OneOf{"main_centre_id", {id}}};
        classes.push_back(std::move(one));
    }
    if (!others.codes.empty()) {
        auto one = area_class({"Other centres", "Pusat lain"}, maps::kGrey);
        one.criteria = {std::move(others)};
        classes.push_back(std::move(one));
    }
    auto rest = area_class({"No tie to a centre", "Tanpa ikatan dengan pusat"}, maps::kWhite);
    rest.symbol.hatch = maps::Hatch::Falling;
    rest.otherwise = true;
    classes.push_back(std::move(rest));
    auto style = named("main_centre", {"Main centre", "Pusat utama"}, std::move(classes));
    style.doubt = contested_rows();
    return style;
}

}  // namespace

Text index_key(const HinterlandQuestion& question) {
    const auto half = half_cost(question.decay);
    const auto mass = grouped(question.reference_mass);
    if (!half) {
        return fill_text("Interaction index: 100 = at a centre of mass {}",
                         "Indeks interaksi: 100 = di pusat bermassa {}", mass);
    }
    return fill_text("Interaction index: 50 = {} from a centre of mass {}",
                     "Indeks interaksi: 50 = {} dari pusat bermassa {}", cost_text(*half, question.cost), mass);
}

std::vector<Style> hinterland_styles() {
    return {index_style({"Interaction index", "Indeks interaksi"}, false), contested_style(),
            distance_style({}, maps::kFarDistanceBounds)};
}

std::vector<Style> hinterland_styles(const HinterlandQuestion& question, const HinterlandFindings& findings) {
    const bool passes_100 =
        std::ranges::any_of(findings.interactions.settlements, [](const auto& ties) { return ties.index > 100.0; });
    return {index_style(index_key(question), passes_100), main_centre_style(question, findings), contested_style(),
            distance_style({}, maps::kFarDistanceBounds)};
}

std::vector<Style> centre_styles() {
    struct Size {
        Text label;
        std::optional<double> above;
        std::optional<double> at_most;
    };
    const std::array<Size, 5> sizes{{{{"none", "tidak ada"}, {}, 0.0},
                                     {core::same_text("1–5"), 0.0, 5.0},
                                     {core::same_text("6–15"), 5.0, 15.0},
                                     {core::same_text("16–50"), 15.0, 50.0},
                                     {{"over 50", "lebih dari 50"}, 50.0, {}}}};
    constexpr double kSmallest = 2.0;
    constexpr double kStep = 0.8;
    std::vector<StyleClass> classes;
    for (const auto& [label, above, at_most] : sizes) {
        auto one = area_class(label, maps::kVermilion);
        one.symbol.marker = maps::Marker::Star;
        one.symbol.size = kSmallest + kStep * static_cast<double>(classes.size());
        one.criteria = {maps::Within{"settlements", above, at_most}};
        one.heading = {"Settlements in the hinterland", "Permukiman di daerah belakang"};
        classes.push_back(std::move(one));
    }
    return {{"settlements",
             {"Size of the hinterland", "Besar daerah belakang"},
             std::move(classes),
             maps::Names{"centre_name", 2'000'000.0}}};
}

}  // namespace desakota::analyses
