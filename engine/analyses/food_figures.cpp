#include "engine/analyses/food_figures.h"

#include <algorithm>
#include <functional>

#include "engine/analyses/food_basis.h"

namespace desakota::analyses {
namespace {

using core::Text;
using welfare::FoodPart;

bool is_withheld(const FoodPartData& data, const FoodRow& row) {
    if (data.withheld.settlements.empty()) return false;
    return row.set ? data.withheld.sets[*row.set] : data.withheld.settlements[row.members.front()];
}

FoodGap gap_of(const FoodPartData& data, FoodPart part, const welfare::Ratio& sums, std::uint32_t households) {
    if (data.source == FoodSource::None) return FoodGap::NoSource;
    const bool of_households = data.source == FoodSource::Households;
    if (of_households && households == 0) return FoodGap::NotKnown;
    if (of_households && households < kFewestHouseholds) return FoodGap::Withheld;
    if (sums.denominator > 0.0) return FoodGap::None;
    return part == FoodPart::Availability && sums.numerator > 0.0 ? FoodGap::NoProduction : FoodGap::NotKnown;
}

FoodPartFigure figure_of(const FoodPartData& data, FoodPart part, const FoodRow& row) {
    const auto members = row.members;
    FoodPartFigure figure;
    welfare::Ratio sums;
    if (data.source != FoodSource::None) {
        for (const auto settlement : members) {
            sums += data.sums[settlement];
            if (!data.households.empty()) figure.households += data.households[settlement];
        }
    }
    figure.gap = gap_of(data, part, sums, figure.households);
    if (figure.households > 0 && is_withheld(data, row)) figure.gap = FoodGap::Withheld;
    if (figure.gap == FoodGap::None) figure.value = sums.value();
    // A share that was given is kept as it was given, also where the number of families is not known.
    if (members.size() == 1 && !data.shares.empty() && data.shares[members.front()]) {
        figure.value = data.shares[members.front()];
        figure.gap = FoodGap::None;
    }
    return figure;
}

/// The parts, and what follows from them but for the ranges of the relative variant.
FoodFigures parts_of(const FoodData& data, const FoodRow& row) {
    FoodFigures figures;
    for (std::size_t i = 0; i < welfare::kFoodParts; ++i) {
        figures.parts[i] = figure_of(data.parts[i], static_cast<FoodPart>(i), row);
    }
    const auto& availability = figures.part(FoodPart::Availability);
    figures.no_local_production = availability.gap == FoodGap::NoProduction;
    if (figures.no_local_production) figures.grams = 0.0;
    if (availability.value) figures.grams = data.norm / *availability.value;
    return figures;
}

/// Availability within 0 and 1; at its worst where nothing is produced.
welfare::FoodValues bounded_scores(const FoodFigures& figures) {
    auto scores = figures.values();
    auto& availability = scores[welfare::index_of(FoodPart::Availability)];
    if (availability) availability = welfare::bounded_availability(*availability);
    if (figures.no_local_production) availability = 1.0;
    return scores;
}

void find_indices(FoodFigures& figures, const FoodScale& scale) {
    const auto values = figures.values();
    figures.paper = welfare::food_indices(values);
    const auto bounded = bounded_scores(figures);
    figures.bounded = welfare::food_indices(bounded).combined;
    figures.scores = values;
    if (scale.variant == FoodVariant::Bounded) figures.scores = bounded;
    if (scale.variant != FoodVariant::MinMax) return;
    figures.scores = welfare::min_max_scores(values, scale.ranges);
    figures.min_max = welfare::food_indices(figures.scores).combined;
}

/// The plain mean of one figure over the settlements that have it.
std::optional<double> mean(std::span<const std::uint32_t> members,
                           const std::function<std::optional<double>(std::uint32_t)>& figure) {
    double sum = 0.0;
    std::size_t count = 0;
    for (const auto settlement : members) {
        const auto value = figure(settlement);
        if (!value) continue;
        sum += *value;
        ++count;
    }
    if (count == 0) return std::nullopt;
    return sum / static_cast<double>(count);
}

}  // namespace

FoodVariant food_variant(const Arguments& arguments) {
    const auto code = arguments.text("variant");
    if (code == "bounded") return FoodVariant::Bounded;
    return code == "minmax" ? FoodVariant::MinMax : FoodVariant::Paper;
}

Text variant_text(FoodVariant variant) {
    switch (variant) {
        case FoodVariant::Bounded:
            return {"availability bounded", "ketersediaan dibatasi"};
        case FoodVariant::MinMax:
            return {"relative to the other settlements", "relatif antarpermukiman"};
        case FoodVariant::Paper:
            break;
    }
    return {"as in the paper", "seperti dalam makalah"};
}

std::string_view gap_code(FoodGap gap) {
    switch (gap) {
        case FoodGap::None:
            return "computed";
        case FoodGap::NoSource:
            return "no_source";
        case FoodGap::Withheld:
            return "withheld";
        case FoodGap::NoProduction:
            return "no_local_production";
        case FoodGap::NotKnown:
            break;
    }
    return "not_known";
}

welfare::FoodValues FoodFigures::values() const {
    welfare::FoodValues values;
    std::ranges::transform(parts, values.begin(), &FoodPartFigure::value);
    return values;
}

std::optional<double> FoodFigures::index(FoodVariant variant) const {
    if (variant == FoodVariant::Bounded) return bounded;
    return variant == FoodVariant::MinMax ? min_max : paper.combined;
}

std::vector<FoodFigures> settlement_figures(const FoodData& data, std::size_t settlement_count, FoodScale& scale,
                                            core::Progress& progress) {
    std::vector<FoodFigures> all;
    all.reserve(settlement_count);
    core::LoopSteps adding(progress, 0.0, 0.5, settlement_count);
    for (std::uint32_t settlement = 0; settlement < settlement_count; ++settlement) {
        adding.at(settlement);
        all.push_back(parts_of(data, {{&settlement, 1}, {}}));
        welfare::extend(scale.ranges, all.back().values());
    }
    core::LoopSteps telling(progress, 0.5, 1.0, settlement_count, core::LoopSteps::kUsual / 4);
    for (std::uint32_t settlement = 0; settlement < settlement_count; ++settlement) {
        telling.at(settlement);
        find_indices(all[settlement], scale);
        find_basis(all[settlement], data, {&settlement, 1}, scale.variant);
    }
    return all;
}

FoodFigures pooled_figures(const FoodData& data, const FoodRow& row, const FoodScale& scale) {
    auto figures = parts_of(data, row);
    find_indices(figures, scale);
    find_basis(figures, data, row.members, scale.variant);
    return figures;
}

FoodFigures mean_figures(const FoodData& data, const FoodRow& row, std::span<const FoodFigures> of_settlements,
                         const FoodScale& scale) {
    const auto members = row.members;
    auto figures = parts_of(data, row);
    for (std::size_t i = 0; i < welfare::kFoodParts; ++i) {
        auto& part = figures.parts[i];
        part.value = mean(members, [&](std::uint32_t s) { return of_settlements[s].parts[i].value; });
        if (part.value) part.gap = FoodGap::None;
        if (!part.value && part.gap == FoodGap::None) part.gap = FoodGap::NotKnown;
    }
    figures.grams = mean(members, [&](std::uint32_t s) { return of_settlements[s].grams; });
    const auto index = [&](std::optional<double> welfare::FoodIndices::*which) {
        return mean(members, [&](std::uint32_t s) { return of_settlements[s].paper.*which; });
    };
    figures.paper = {index(&welfare::FoodIndices::access), index(&welfare::FoodIndices::health),
                     index(&welfare::FoodIndices::utilisation), index(&welfare::FoodIndices::combined)};
    figures.bounded = mean(members, [&](std::uint32_t s) { return of_settlements[s].bounded; });
    figures.min_max = mean(members, [&](std::uint32_t s) { return of_settlements[s].min_max; });
    find_basis(figures, data, members, scale.variant);
    return figures;
}

}  // namespace desakota::analyses
