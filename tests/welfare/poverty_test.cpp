#include "engine/welfare/poverty.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vector>

#include "tests/support/for_each_seed.h"

namespace desakota::welfare {
namespace {

using test_support::for_each_seed;
using test_support::Random;

/// Households with weights, in the order of their incomes.
struct Village {
    std::vector<double> incomes;
    std::vector<double> households;
    std::vector<double> persons;

    void add(double income, double weight, double members) {
        const auto place = std::ranges::upper_bound(incomes, income) - incomes.begin();
        incomes.insert(incomes.begin() + place, income);
        households.insert(households.begin() + place, weight);
        persons.insert(persons.begin() + place, weight * members);
    }
    [[nodiscard]] PovertySums by(double line, AtLine at_line = AtLine::NotPoor) const {
        return sum_poverty({incomes, households, persons}, line, count_poor(incomes, line, at_line));
    }
};

Village of_incomes(const std::vector<double>& incomes) {
    Village village;
    for (const double income : incomes) village.add(income, 1.0, 1.0);
    return village;
}

/// Whole weights, so that a weight of 2 can be a row twice; some incomes are alike, and some are on the lines.
Village random_village(Random& random, std::size_t most = 40) {
    Village village;
    const auto size = 1 + random.below(most);
    for (std::size_t i = 0; i < size; ++i) {
        village.add(100.0 * static_cast<double>(random.below(20)), static_cast<double>(1 + random.below(4)),
                    static_cast<double>(1 + random.below(8)));
    }
    return village;
}

TEST(Poverty, FollowsFosterGreerAndThorbecke) {
    // Golden vector "fgt": incomes 100 to 300 by a line of 200.
    const auto village = of_incomes({100, 150, 200, 250, 300});
    const auto below = village.by(200);
    EXPECT_NEAR(*below.poor_persons_share(), 0.4, 1e-12);
    EXPECT_NEAR(*below.gap_index(), 0.15, 1e-12);
    EXPECT_NEAR(*below.severity_index(), 0.0625, 1e-12);
    const auto at_line_too = village.by(200, AtLine::Poor);
    EXPECT_NEAR(*at_line_too.poor_persons_share(), 0.6, 1e-12);
    EXPECT_NEAR(*at_line_too.gap_index(), 0.15, 1e-12);
    EXPECT_NEAR(*at_line_too.severity_index(), 0.0625, 1e-12);
}

TEST(Poverty, TellsHouseholdsAndPersonsApart) {
    Village village;
    village.add(100, 1, 6);
    village.add(300, 1, 2);
    EXPECT_EQ(*village.by(200).poor_households_share(), 0.5);
    EXPECT_EQ(*village.by(200).poor_persons_share(), 0.75);
}

TEST(Poverty, AnIncomeAtTheLineIsThereWhateverItsLastBit) {
    const double line = 182636.0;
    for (const double income : {12.0 * line * (1.0 / 12.0), line * (1.0 - 1e-15), line * (1.0 + 1e-15)}) {
        EXPECT_EQ(count_poor(std::vector{income}, line, AtLine::NotPoor), 0U);
        EXPECT_EQ(count_poor(std::vector{income}, line, AtLine::Poor), 1U);
    }
    EXPECT_EQ(count_poor(std::vector{line - 0.01}, line, AtLine::NotPoor), 1U);
    EXPECT_EQ(count_poor(std::vector{line + 0.01}, line, AtLine::Poor), 0U);
}

TEST(Poverty, IsUnknownWhereThereIsNobody) {
    const PovertySums nobody;
    EXPECT_FALSE(nobody.poor_households_share());
    EXPECT_FALSE(nobody.poor_persons_share());
    EXPECT_FALSE(nobody.gap_index());
    EXPECT_FALSE(nobody.severity_index());
}

TEST(Poverty, CountsNobodyWhoIsNotPoor) {
    const auto sums = of_incomes({500, 600}).by(200);
    EXPECT_EQ(*sums.poor_households_share(), 0.0);
    EXPECT_EQ(*sums.gap_index(), 0.0);
}

TEST(PovertyLaws, ASeverityIsAtMostTheGapAndTheGapAtMostTheShare) {
    for_each_seed(300, [](Random& random) {
        const auto sums = random_village(random).by(random.between(50.0, 2000.0));
        EXPECT_GE(*sums.severity_index(), 0.0);
        EXPECT_LE(*sums.severity_index(), *sums.gap_index());
        EXPECT_LE(*sums.gap_index(), *sums.poor_persons_share());
        EXPECT_LE(*sums.poor_persons_share(), 1.0);
    });
}

TEST(PovertyLaws, AHigherLineNeverHasFewerPoor) {
    for_each_seed(300, [](Random& random) {
        const auto village = random_village(random);
        const double low = 100.0 * static_cast<double>(1 + random.below(20));
        const double high = low + (random.chance(0.3) ? 1e-6 : random.between(0.0, 500.0));
        for (const auto at_line : {AtLine::NotPoor, AtLine::Poor}) {
            const auto by_low = village.by(low, at_line);
            const auto by_high = village.by(high, at_line);
            EXPECT_LE(*by_low.poor_households_share(), *by_high.poor_households_share());
            EXPECT_LE(*by_low.poor_persons_share(), *by_high.poor_persons_share());
            EXPECT_LE(*by_low.gap_index(), *by_high.gap_index() + 1e-15);
            EXPECT_LE(*by_low.severity_index(), *by_high.severity_index() + 1e-15);
        }
    });
}

TEST(PovertyLaws, SettlementsAddUpAndTheWholeLiesWithinItsParts) {
    for_each_seed(300, [](Random& random) {
        const double line = random.between(100.0, 1500.0);
        Village whole;
        PovertySums added;
        double least = 1.0;
        double most = 0.0;
        for (std::size_t part = 0; part < 4; ++part) {
            const auto village = random_village(random);
            for (std::size_t i = 0; i < village.incomes.size(); ++i) {
                whole.add(village.incomes[i], village.households[i], village.persons[i] / village.households[i]);
            }
            const auto sums = village.by(line);
            least = std::min(least, *sums.gap_index());
            most = std::max(most, *sums.gap_index());
            added += sums;
        }
        EXPECT_NEAR(*added.poor_households_share(), *whole.by(line).poor_households_share(), 1e-12);
        EXPECT_NEAR(*added.severity_index(), *whole.by(line).severity_index(), 1e-12);
        EXPECT_GE(*added.gap_index(), least - 1e-12);
        EXPECT_LE(*added.gap_index(), most + 1e-12);
    });
}

TEST(PovertyLaws, AWeightOfTwoIsARowTwice) {
    for_each_seed(200, [](Random& random) {
        const auto village = random_village(random);
        Village rows;
        for (std::size_t i = 0; i < village.incomes.size(); ++i) {
            const auto members = village.persons[i] / village.households[i];
            for (int copy = 0; copy < static_cast<int>(village.households[i]); ++copy) {
                rows.add(village.incomes[i], 1.0, members);
            }
        }
        const double line = random.between(100.0, 1500.0);
        EXPECT_NEAR(*village.by(line).poor_households_share(), *rows.by(line).poor_households_share(), 1e-12);
        EXPECT_NEAR(*village.by(line).gap_index(), *rows.by(line).gap_index(), 1e-12);
    });
}

}  // namespace
}  // namespace desakota::welfare
