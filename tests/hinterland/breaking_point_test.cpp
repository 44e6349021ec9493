#include "engine/hinterland/breaking_point.h"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/support/for_each_seed.h"

namespace desakota::hinterland {
namespace {

using access::Decay;
using test_support::for_each_seed;
using test_support::Random;
using Place = BreakingPoint::Place;

std::vector<Decay> decays(double half) {
    return {access::Exponential{half}, access::Power{2.0, half / 20.0}, access::Gaussian{half},
            access::logistic_of_half(half), access::Stepped{{{half / 2.0, 1.0}, {half, 0.5}, {2.0 * half, 0.1}}}};
}

// 100 km between towns of 20,000 and 80,000: 33.3 km from the small one.
TEST(BreakingPoint, OfTheSquareOfTheDistanceIsConverses) {
    const Decay square = access::Power{2.0, 0.5};
    const auto point = breaking_point(20'000.0, 80'000.0, 100.0, square);
    EXPECT_EQ(point.place, Place::Between);
    EXPECT_NEAR(point.from_first, 33.333333333333336, 1e-9);
}

TEST(BreakingPoint, OfAnyPowerFollowsItsRoot) {
    const auto point = breaking_point(8000.0, 1000.0, 30.0, access::Power{3.0, 0.1});
    EXPECT_NEAR(point.from_first, 20.0, 1e-9);
}

// x = d / 2 + h / 2 x log2(A1 / A2).
TEST(BreakingPoint, OfAnExponentialMovesByHalfDistances) {
    const auto point = breaking_point(4000.0, 1000.0, 50.0, access::Exponential{10.0});
    EXPECT_NEAR(point.from_first, 35.0, 1e-9);
}

TEST(BreakingPoint, OfEqualMassesIsTheMiddleWhateverTheDecay) {
    for_each_seed(200, [](Random& random) {
        const double length = random.between(0.1, 100.0);
        const double mass = random.between(1.0, 1e6);
        for (const auto& decay : decays(random.between(0.5, 50.0))) {
            SCOPED_TRACE(decay.index());
            const auto point = breaking_point(mass, mass, length, decay);
            EXPECT_EQ(point.place, Place::Between);
            EXPECT_NEAR(point.from_first, length / 2.0, 1e-9 * length);
        }
    });
}

TEST(BreakingPoint, IsTheSameFromEitherEnd) {
    for_each_seed(200, [](Random& random) {
        const double length = random.between(0.1, 100.0);
        const double first = random.between(1.0, 1e4);
        const double second = random.between(1.0, 1e4);
        for (const auto& decay : decays(random.between(0.5, 50.0))) {
            SCOPED_TRACE(decay.index());
            const auto point = breaking_point(first, second, length, decay);
            const auto other = breaking_point(second, first, length, decay);
            EXPECT_NEAR(point.from_first, length - other.from_first, 1e-9 * length);
            EXPECT_EQ(point.place == Place::Between, other.place == Place::Between);
            EXPECT_EQ(point.place == Place::FirstPullsAll, other.place == Place::SecondPullsAll);
        }
    });
}

TEST(BreakingPoint, LiesWhereBothPullAlike) {
    for_each_seed(200, [](Random& random) {
        const double length = random.between(1.0, 50.0);
        const double first = random.between(1.0, 1e3);
        const double second = random.between(1.0, 1e3);
        for (const auto& decay : decays(random.between(5.0, 50.0))) {
            const auto point = breaking_point(first, second, length, decay);
            if (point.place != Place::Between || decay.index() == 4) continue;
            const double pull = first * access::decay_at(decay, point.from_first);
            EXPECT_NEAR(second * access::decay_at(decay, length - point.from_first), pull, 1e-8 * pull);
        }
    });
}

TEST(BreakingPoint, MovesAwayFromACentreThatGrows) {
    for_each_seed(100, [](Random& random) {
        const double length = random.between(1.0, 50.0);
        const double first = random.between(1.0, 1e3);
        const double second = random.between(1.0, 1e3);
        for (const auto& decay : decays(random.between(1.0, 50.0))) {
            EXPECT_LE(breaking_point(first, second, length, decay).from_first,
                      breaking_point(first * 1.5, second, length, decay).from_first + 1e-9 * length);
        }
    });
}

TEST(BreakingPoint, DoesNotLieBetweenWhereOneCentrePullsAll) {
    const Decay decay = access::Exponential{10.0};
    const auto first = breaking_point(1000.0, 10.0, 20.0, decay);
    EXPECT_EQ(first.place, Place::FirstPullsAll);
    EXPECT_EQ(first.from_first, 20.0);
    const auto second = breaking_point(10.0, 1000.0, 20.0, decay);
    EXPECT_EQ(second.place, Place::SecondPullsAll);
    EXPECT_EQ(second.from_first, 0.0);
}

TEST(BreakingPoint, IsTheMiddleOfAStretchThatNeitherReaches) {
    const auto point = breaking_point(30.0, 10.0, 100.0, access::within(20.0));
    EXPECT_EQ(point.place, Place::Between);
    EXPECT_NEAR(point.from_first, 50.0, 1e-9);
}

TEST(BreakingPoint, OfACentreUponAnotherIsThere) {
    const Decay decay = access::Exponential{10.0};
    EXPECT_EQ(breaking_point(5.0, 5.0, 0.0, decay).from_first, 0.0);
    EXPECT_EQ(breaking_point(5.0, 4.0, 0.0, decay).place, Place::FirstPullsAll);
}

}  // namespace
}  // namespace desakota::hinterland
