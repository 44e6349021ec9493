#include "engine/access/decay_calibration.h"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/support/for_each_seed.h"

#include "engine/core/units.h"

namespace desakota::access {
namespace {

using test_support::for_each_seed;
using test_support::Random;
using Status = Calibration::Status;

constexpr double kFloor = 1e6;

/// Flows that follow a model exactly.
struct World {
    std::vector<std::int64_t> costs;
    std::vector<double> flows;
    std::vector<double> masses;

    [[nodiscard]] ObservedFlows observed() const { return {costs, flows, masses.size()}; }
};

World make_world(Random& random, const Decay& decay) {
    World world;
    const auto origins = 2 + random.below(20);
    const auto destinations = 2 + random.below(6);
    for (std::size_t j = 0; j < destinations; ++j) world.masses.push_back(random.between(1, 30));
    for (std::size_t i = 0; i < origins; ++i) {
        const double pushing = random.between(1, 100);
        for (std::size_t j = 0; j < destinations; ++j) {
            world.costs.push_back(static_cast<std::int64_t>(random.between(1e6, 4e7)));
            world.flows.push_back(pushing * world.masses[j] * decay_at(decay, world.costs.back()));
        }
    }
    return world;
}

Calibration calibrate(const World& world, const CalibrationSetting& setting) {
    core::SilentProgress progress;
    return calibrate_decay(world.observed(), setting, progress);
}

void expect_recovers(SoughtDecay sought, FlowConstraint constraint) {
    for_each_seed(40, [&](Random& random) {
        const double half = random.between(3e6, 3e7);
        const double exponent = random.between(0.4, 3.0);
        const Decay decay = sought == SoughtDecay::Exponential ? Decay(Exponential{half}) : Power{exponent, kFloor};
        const auto world = make_world(random, decay);
        const auto found = calibrate(world, {sought, kFloor, constraint, world.masses});
        ASSERT_EQ(found.status, Status::Found);
        EXPECT_NEAR(*half_of(*found.decay), *half_of(decay), 1e-4 * *half_of(decay));
        EXPECT_NEAR(*found.common_part, 1.0, 1e-4);
        const double expected = sought == SoughtDecay::Power ? exponent : std::log(2.0) / half;
        EXPECT_NEAR(found.parameter, expected, 1e-4 * expected);
    });
}

TEST(CalibrateDecay, RecoversTheHalfDistanceOfAnOriginConstrainedModel) {
    expect_recovers(SoughtDecay::Exponential, FlowConstraint::Origin);
}
TEST(CalibrateDecay, RecoversTheExponentOfAnOriginConstrainedModel) {
    expect_recovers(SoughtDecay::Power, FlowConstraint::Origin);
}
TEST(CalibrateDecay, RecoversTheHalfDistanceOfADoublyConstrainedModel) {
    expect_recovers(SoughtDecay::Exponential, FlowConstraint::Both);
}
TEST(CalibrateDecay, RecoversTheExponentOfADoublyConstrainedModel) {
    expect_recovers(SoughtDecay::Power, FlowConstraint::Both);
}

// One origin, two destinations of the same mass at 0 and 10: 75 % go to the near one, so e^(-10 rate) = 1/3.
TEST(CalibrateDecay, GivesTheRateThatFollowsByHand) {
    const World world{{0, 10}, {75.0, 25.0}, {1.0, 1.0}};
    const auto found = calibrate(world, {SoughtDecay::Exponential, 0.0, FlowConstraint::Origin, world.masses});
    ASSERT_EQ(found.status, Status::Found);
    EXPECT_NEAR(found.parameter, std::log(3.0) / 10.0, 1e-9);
    EXPECT_NEAR(found.mean_cost, 2.5, 1e-12);
    EXPECT_EQ(found.flow_total, 100.0);
}

TEST(CalibrateDecay, LeavesOutFlowsWithoutAWayOrToACentreWithoutMass) {
    const World world{{0, 10, core::kUnreachable, 5}, {75.0, 25.0, 4.0, 3.0}, {1.0, 1.0, 1.0, 0.0}};
    const auto found = calibrate(world, {SoughtDecay::Exponential, 0.0, FlowConstraint::Origin, world.masses});
    ASSERT_EQ(found.status, Status::Found);
    EXPECT_NEAR(found.parameter, std::log(3.0) / 10.0, 1e-9);
    EXPECT_EQ(found.flow_left_out, 7.0);
}

TEST(CalibrateDecay, SaysWhenThereIsNothingToFind) {
    const CalibrationSetting both{SoughtDecay::Exponential, 0.0, FlowConstraint::Both, {}};
    World world{{0, 10, 10, 0}, {0.0, 0.0, 0.0, 0.0}, {1.0, 1.0}};
    EXPECT_EQ(calibrate(world, both).status, Status::NoFlows);
    world.flows = {1.0, 9.0, 9.0, 1.0};
    EXPECT_EQ(calibrate(world, both).status, Status::NotFalling);
    world.flows = {5.0, 5.0, 5.0, 5.0};
    EXPECT_EQ(calibrate(world, both).status, Status::NotFalling);
    world.flows = {9.0, 0.0, 0.0, 7.0};
    const auto nearest = calibrate(world, both);
    EXPECT_EQ(nearest.status, Status::NearestOnly);
    EXPECT_FALSE(nearest.decay);
    EXPECT_FALSE(nearest.common_part);
}

TEST(CalibrateDecay, OfOneOriginWithGivenArrivalsHasNoChoice) {
    const World world{{0, 10}, {75.0, 25.0}, {1.0, 1.0}};
    EXPECT_EQ(calibrate(world, {SoughtDecay::Exponential, 0.0, FlowConstraint::Both, {}}).status, Status::NotFalling);
}

}  // namespace
}  // namespace desakota::access
