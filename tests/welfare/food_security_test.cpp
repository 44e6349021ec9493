#include "engine/welfare/food_security.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <string>

#include "tests/support/for_each_seed.h"

#include "engine/welfare/scheme.h"

namespace desakota::welfare {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using testing::IsEmpty;

FoodValues values_of(double availability, double access, double utilisation) {
    return {availability, access, access, access, access, utilisation, utilisation, utilisation, utilisation};
}

std::string class_code(double value) {
    return find_class(food_security_classes(), value)->code;
}
/// Table 6 of the paper on Tanjung Selor: the index as computed and as published, and the classes.
struct Row {
    const char* name;
    double availability, access, utilisation, index, published;
    const char *index_class, *availability_class, *access_class, *utilisation_class;
};

TEST(FoodIndices, GiveTheIndexAndClassesOfThePapersTable) {
    const Row table[] = {
        {"Gunung Sari", 1.15, 0.15, 0.20, 0.49999999999999994, 0.50, "slightly_insecure", "deficit", "very_secure",
         "secure"},
        {"Bumi Rahayu", 1.36, 0.23, 0.16, 0.5833333333333334, 0.58, "slightly_insecure", "deficit", "secure", "secure"},
        {"Selimau I", 0.48, 0.11, 0.16, 0.25, 0.25, "secure", "surplus", "very_secure", "secure"},
        {"Selimau II", 0.71, 0.28, 0.37, 0.4533333333333333, 0.45, "fairly_secure", "surplus", "secure",
         "fairly_secure"},
        {"Selimau III", 0.70, 0.27, 0.40, 0.4566666666666667, 0.46, "fairly_secure", "surplus", "secure",
         "fairly_secure"},
        {"Kecamatan", 0.81, 0.26, 0.24, 0.4366666666666667, 0.44, "fairly_secure", "surplus", "secure", "secure"}};
    for (const auto& row : table) {
        SCOPED_TRACE(row.name);
        const auto indices = food_indices(values_of(row.availability, row.access, row.utilisation));
        EXPECT_NEAR(*indices.combined, row.index, 1e-12);
        EXPECT_NEAR(*indices.combined, row.published, 0.005);
        EXPECT_EQ(class_code(*indices.combined), row.index_class);
        EXPECT_EQ(find_class(availability_classes(), row.availability)->code, row.availability_class);
        EXPECT_EQ(class_code(*indices.access), row.access_class);
        EXPECT_EQ(class_code(*indices.utilisation), row.utilisation_class);
    }
}

TEST(FoodIndices, AreMissingWhereOneOfTheirPartsIs) {
    auto values = values_of(1.0, 0.5, 0.25);
    values[index_of(FoodPart::NoCleanWater)].reset();
    const auto indices = food_indices(values);
    EXPECT_DOUBLE_EQ(*indices.access, 0.5);
    EXPECT_FALSE(indices.health);
    EXPECT_FALSE(indices.utilisation);
    EXPECT_FALSE(indices.combined);
    EXPECT_FALSE(food_indices({}).access);
}

TEST(FoodIndices, AreTheSumOfTheWeightedParts) {
    EXPECT_NEAR(std::accumulate(kFoodWeights.begin(), kFoodWeights.end(), 0.0), 1.0, 1e-15);
    for_each_seed(200, [](Random& random) {
        FoodValues values;
        double sum = 0.0;
        for (std::size_t i = 0; i < kFoodParts; ++i) {
            values[i] = i == 0 ? random.between(0.0, 3.0) : random.unit();
            sum += *values[i] * kFoodWeights[i];
        }
        EXPECT_NEAR(*food_indices(values).combined, sum, 1e-12);
    });
}

TEST(FoodIndices, WeighTheirPartsAsTheSchemeFileDoes) {
    const auto weights = built_in_scheme("ifi-lamba-2006")->effective_weights();
    ASSERT_EQ(weights.size(), kFoodParts);
    for (std::size_t i = 0; i < kFoodParts; ++i) EXPECT_NEAR(weights[i], kFoodWeights[i], 1e-15);
}

TEST(FoodIndices, WorsenWithEveryPart) {
    for_each_seed(100, [](Random& random) {
        FoodValues values;
        for (auto& value : values) value = random.unit();
        const auto before = *food_indices(values).combined;
        auto& worse = values[random.below(kFoodParts)];
        worse = *worse + random.between(0.001, 0.5);
        EXPECT_GT(*food_indices(values).combined, before);
    });
}

TEST(FoodSecurityClasses, TakeABreakIntoTheClassAbove) {
    EXPECT_THAT(class_faults(food_security_classes()), IsEmpty());
    EXPECT_EQ(class_code(0.16), "secure");
    EXPECT_EQ(class_code(0.32), "fairly_secure");
    EXPECT_EQ(class_code(0.48), "slightly_insecure");
    EXPECT_EQ(class_code(0.64), "insecure");
    EXPECT_EQ(class_code(0.8), "very_insecure");
    EXPECT_EQ(class_code(0.1599999), "very_secure");
    EXPECT_EQ(class_code(0.7999999), "insecure");
}

TEST(FoodSecurityClasses, DoNotChangeWithTheNoiseOfSums) {
    EXPECT_EQ(class_code(0.49999999999999994), "slightly_insecure");
    EXPECT_EQ(class_code((0.16 + 0.16 + 0.16) / 3.0), "secure");
    EXPECT_EQ(class_code((0.1 + 0.2 + 0.2 + 0.14) / 4.0), "secure");
    EXPECT_EQ(class_code(0.48 - 1e-12), "slightly_insecure");
}

TEST(AvailabilityClasses, KeepOneForItself) {
    EXPECT_THAT(class_faults(availability_classes()), IsEmpty());
    const auto code = [](double value) { return find_class(availability_classes(), value)->code; };
    EXPECT_EQ(code(1.0), "balanced");
    EXPECT_EQ(code(1.0 - 1e-12), "balanced");
    EXPECT_EQ(code(0.1 + 0.2 + 0.7), "balanced");
    EXPECT_EQ(code(1.00001), "deficit");
    EXPECT_EQ(code(0.99999), "surplus");
    EXPECT_EQ(code(0.0), "surplus");
    EXPECT_EQ(code(250.0), "deficit");
}

TEST(Availability, IsTheNormOverProductionPerHeadADay) {
    // 4 persons and 438 kg a year: 438,000 g / (4 x 365) = 300 g a head a day.
    EXPECT_DOUBLE_EQ(*availability_sums(4.0, 300.0, 438.0).value(), 1.0);
    EXPECT_DOUBLE_EQ(*availability_sums(4.0, 300.0, 876.0).value(), 0.5);
    EXPECT_DOUBLE_EQ(*availability_sums(4.0, 250.0, 438.0).value(), 250.0 / 300.0);
}

TEST(Availability, HasNoValueWithoutProduction) {
    EXPECT_FALSE(availability_sums(4.0, 300.0, 0.0).value());
}

TEST(Availability, PoolsAsAWeightedHarmonicMean) {
    // The paper's five settlements with their 18, 17, 15, 15 and 15 households, all of the same size: 0.785; with equal
    // weights 0.766. A mean of ratios would be 0.90 and 0.88.
    const double availability[] = {1.15, 1.36, 0.48, 0.71, 0.70};
    const double households[] = {18, 17, 15, 15, 15};
    Ratio by_households;
    Ratio alike;
    for (int i = 0; i < 5; ++i) {
        by_households += {households[i], households[i] / availability[i]};
        alike += {1.0, 1.0 / availability[i]};
    }
    EXPECT_NEAR(*by_households.value(), 0.785, 0.0005);
    EXPECT_NEAR(*alike.value(), 0.766, 0.0005);
}

TEST(Availability, CountsSettlementsWithoutProductionWhenPooled) {
    auto sums = availability_sums(10.0, 300.0, 0.0);
    sums += availability_sums(10.0, 300.0, 1095.0);
    EXPECT_DOUBLE_EQ(*sums.value(), 2.0);
}

TEST(Ratios, PoolWithinTheirParts) {
    for_each_seed(200, [](Random& random) {
        Ratio all;
        double least = 1e300;
        double greatest = -1e300;
        const auto count = 1 + random.below(10);
        for (std::size_t i = 0; i < count; ++i) {
            const Ratio part{random.between(0.0, 50.0), random.between(0.1, 50.0)};
            least = std::min(least, *part.value());
            greatest = std::max(greatest, *part.value());
            all += part;
        }
        EXPECT_GE(*all.value(), least - 1e-12);
        EXPECT_LE(*all.value(), greatest + 1e-12);
    });
}

TEST(BoundedAvailability, IsHalfOfItAndAtMostOne) {
    EXPECT_DOUBLE_EQ(bounded_availability(0.0), 0.0);
    EXPECT_DOUBLE_EQ(bounded_availability(0.81), 0.405);
    EXPECT_DOUBLE_EQ(bounded_availability(2.0), 1.0);
    EXPECT_DOUBLE_EQ(bounded_availability(1e9), 1.0);
}

TEST(MinMaxScores, RunFromTheBestToTheWorstSettlement) {
    FoodRanges ranges;
    extend(ranges, values_of(0.5, 0.2, 0.4));
    extend(ranges, values_of(2.5, 0.6, 0.4));
    extend(ranges, {});
    const auto scores = min_max_scores(values_of(1.0, 0.6, 0.4), ranges);
    EXPECT_DOUBLE_EQ(*scores[index_of(FoodPart::Availability)], 0.25);
    EXPECT_DOUBLE_EQ(*scores[index_of(FoodPart::PoorHouseholds)], 1.0);
    EXPECT_DOUBLE_EQ(*scores[index_of(FoodPart::Illiterate)], 0.0);
    EXPECT_FALSE(has_spread(ranges[index_of(FoodPart::Illiterate)]));
    EXPECT_FALSE(min_max_scores({}, ranges)[0]);
}

TEST(MinMaxScores, AreTheSameInAnyUnit) {
    for_each_seed(100, [](Random& random) {
        FoodRanges ranges;
        FoodRanges scaled_ranges;
        std::vector<FoodValues> rows;
        const double factor = random.between(0.1, 10.0);
        const double shift = random.between(0.0, 5.0);
        const auto scaled = [&](FoodValues values) {
            for (auto& value : values) value = *value * factor + shift;
            return values;
        };
        for (int i = 0; i < 5; ++i) {
            FoodValues values;
            for (auto& value : values) value = random.unit();
            extend(ranges, values);
            extend(scaled_ranges, scaled(values));
            rows.push_back(values);
        }
        for (const auto& row : rows) {
            const auto scores = min_max_scores(row, ranges);
            const auto scaled_scores = min_max_scores(scaled(row), scaled_ranges);
            for (std::size_t i = 0; i < kFoodParts; ++i) EXPECT_NEAR(*scores[i], *scaled_scores[i], 1e-9);
        }
    });
}

}  // namespace
}  // namespace desakota::welfare
