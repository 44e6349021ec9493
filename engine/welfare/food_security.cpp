#include "engine/welfare/food_security.h"

#include <algorithm>

#include "engine/welfare/scheme.h"

namespace desakota::welfare {
namespace {

constexpr double kDaysAYear = 365.0;
constexpr double kGramsAKilogram = 1000.0;
constexpr double kSame = 1e-12;

/// The plain mean of some parts; missing where one is.
std::optional<double> mean_of(const FoodValues& scores, FoodPart first, FoodPart last) {
    double sum = 0.0;
    for (auto i = index_of(first); i <= index_of(last); ++i) {
        const auto& score = scores[i];
        if (!score) return std::nullopt;
        sum += *score;
    }
    return sum / static_cast<double>(index_of(last) - index_of(first) + 1);
}

Classes make_availability_classes() {
    constexpr double kHair = 1e-9;  // more than the noise that class_of allows for, so that 1 is a class of its own
    return {{{1.0 - kHair}, {1.0 + kHair, Joins::Below}},
            {{"surplus", {"surplus", "surplus"}, "#2c7bb6"},
             {"balanced", {"balanced", "seimbang"}, "#ffffbf"},
             {"deficit", {"deficit", "defisit"}, "#d7191c"}}};
}

}  // namespace

std::optional<double> Ratio::value() const {
    if (denominator > 0.0) return numerator / denominator;
    return std::nullopt;
}

Ratio availability_sums(double persons, double norm, double production) {
    return {persons * norm * kDaysAYear / kGramsAKilogram, production};
}

FoodIndices food_indices(const FoodValues& scores) {
    FoodIndices indices;
    indices.access = mean_of(scores, FoodPart::PoorHouseholds, FoodPart::NoElectricity);
    indices.health = mean_of(scores, FoodPart::NotImmunised, FoodPart::BeyondHealthCentre);
    const auto& illiterate = scores[index_of(FoodPart::Illiterate)];
    if (indices.health && illiterate) indices.utilisation = (*indices.health + *illiterate) / 2.0;
    const auto& availability = scores[index_of(FoodPart::Availability)];
    if (availability && indices.access && indices.utilisation) {
        indices.combined = (*availability + *indices.access + *indices.utilisation) / 3.0;
    }
    return indices;
}

double bounded_availability(double availability) {
    return std::clamp(availability / 2.0, 0.0, 1.0);
}

void extend(FoodRanges& ranges, const FoodValues& values) {
    for (std::size_t i = 0; i < kFoodParts; ++i) {
        const auto& value = values[i];
        if (!value) continue;
        const auto before = ranges[i].value_or(Range{*value, *value});
        ranges[i] = Range{std::min(before.least, *value), std::max(before.greatest, *value)};
    }
}

bool has_spread(const std::optional<Range>& range) {
    return range && range->greatest - range->least > kSame;
}

FoodValues min_max_scores(const FoodValues& values, const FoodRanges& ranges) {
    FoodValues scores;
    for (std::size_t i = 0; i < kFoodParts; ++i) {
        const auto& value = values[i];
        const auto& range = ranges[i];
        if (!value || !range) continue;
        const double spread = range->greatest - range->least;
        scores[i] = has_spread(range) ? std::clamp((*value - range->least) / spread, 0.0, 1.0) : 0.0;
    }
    return scores;
}

const Classes& food_security_classes() {
    return built_in_scheme("ifi-lamba-2006")->classes;
}

const Classes& availability_classes() {
    static const Classes classes = make_availability_classes();
    return classes;
}

}  // namespace desakota::welfare
