#include "engine/analyses/decay_parameters.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::analyses {
namespace {

using network::Objective;
using testing::HasSubstr;

constexpr std::int64_t kKilometre = 1'000'000;
constexpr std::int64_t kMinute = 60'000;

/// The options of a run with the defaults of the catalogue.
struct DecayRun {
    DecayRun() {
        for (const auto& parameter : decay_parameters()) {
            if (parameter.default_number) arguments.numbers[parameter.name] = {*parameter.default_number};
            if (!parameter.default_text.empty()) arguments.texts[parameter.name] = parameter.default_text;
        }
    }
    DecayRun& form(const std::string& code) {
        arguments.texts["decay"] = code;
        return *this;
    }
    DecayRun& give(const std::string& name, std::vector<double> values) {
        arguments.numbers[name] = std::move(values);
        arguments.given.push_back(name);
        return *this;
    }
    double at(std::int64_t cost, Objective objective = Objective::Distance) {
        const auto decay = read_decay(arguments, objective, diagnostics);
        diagnostics.throw_errors();
        return access::decay_at(decay, cost);
    }
    std::string problems(Objective objective = Objective::Distance) {
        try {
            std::ignore = read_decay(arguments, objective, diagnostics);
            diagnostics.throw_errors();
        } catch (const core::Error& error) {
            return error.what();
        }
        return {};
    }
    Arguments arguments;
    core::Diagnostics diagnostics;
};

TEST(DecayParameters, HalveExponentialTiesAt10KilometresOr30Minutes) {
    EXPECT_DOUBLE_EQ(DecayRun().at(10 * kKilometre), 0.5);
    EXPECT_DOUBLE_EQ(DecayRun().at(20 * kKilometre), 0.25);
    EXPECT_DOUBLE_EQ(DecayRun().at(30 * kMinute, Objective::Time), 0.5);
    EXPECT_DOUBLE_EQ(DecayRun().give("half-distance", {4000}).at(8 * kKilometre), 0.25);
}

TEST(DecayParameters, TakeARateAKilometreOrAMinute) {
    EXPECT_NEAR(DecayRun().give("decay-parameter", {0.1}).at(5 * kKilometre), std::exp(-0.5), 1e-12);
    EXPECT_NEAR(DecayRun().give("decay-parameter", {0.1}).at(5 * kMinute, Objective::Time), std::exp(-0.5), 1e-12);
}

TEST(DecayParameters, RaiseToTheSecondPowerFromOneKilometreOnUnlessToldOtherwise) {
    EXPECT_DOUBLE_EQ(DecayRun().form("power").at(kKilometre / 2), 1.0);
    EXPECT_DOUBLE_EQ(DecayRun().form("power").at(2 * kKilometre), 0.25);
    EXPECT_DOUBLE_EQ(DecayRun().form("power").give("decay-parameter", {1}).at(4 * kKilometre), 0.25);
    EXPECT_DOUBLE_EQ(DecayRun().form("power").give("min-cost", {2000}).at(4 * kKilometre), 0.25);
    EXPECT_NEAR(DecayRun().form("power").give("half-distance", {8000}).at(8 * kKilometre), 0.5, 1e-12);
}

TEST(DecayParameters, TakeStandardDeviationsOfGaussianAndLogistic) {
    EXPECT_NEAR(DecayRun().form("gaussian").give("decay-parameter", {6}).at(6 * kKilometre), std::exp(-0.5), 1e-12);
    EXPECT_NEAR(DecayRun().form("gaussian").at(10 * kKilometre), 0.5, 1e-12);
    EXPECT_NEAR(DecayRun().form("logistic").give("decay-parameter", {2}).at(10 * kKilometre), 0.5, 1e-9);
}

TEST(DecayParameters, TakeStepsUpToAndWithTheirLimits) {
    const auto stepped = [] {
        return DecayRun().form("stepped").give("decay-limits", {5000, 10000}).give("decay-values", {1, 0.4});
    };
    EXPECT_DOUBLE_EQ(stepped().at(5 * kKilometre), 1.0);
    EXPECT_DOUBLE_EQ(stepped().at(5 * kKilometre + 1), 0.4);
    EXPECT_DOUBLE_EQ(stepped().at(10 * kKilometre + 1), 0.0);
}

TEST(DecayParameters, TellWhatHasNoEffect) {
    EXPECT_THAT(DecayRun().give("min-cost", {500}).problems(),
                HasSubstr("--min-cost has no effect with --decay exponential"));
    EXPECT_THAT(DecayRun().give("half-time", {20}).problems(),
                HasSubstr("--half-time has no effect with --decay exponential --cost distance: leave it out."));
    EXPECT_THAT(DecayRun().give("half-distance", {20}).give("decay-parameter", {1}).problems(),
                HasSubstr("--half-distance has no effect with --decay exponential --decay-parameter"));
}

TEST(DecayParameters, TellWhatIsOutOfRange) {
    EXPECT_THAT(DecayRun().form("stepped").give("decay-limits", {5000}).give("decay-values", {0.5}).problems(),
                HasSubstr("--decay stepped: "));
    EXPECT_THAT(DecayRun().form("stepped").give("decay-limits", {5000, 4000}).give("decay-values", {1, 0.5}).problems(),
                HasSubstr("--decay stepped: "));
    EXPECT_THAT(DecayRun().form("stepped").problems(), HasSubstr("needs --decay-limits and --decay-values"));
    EXPECT_THAT(DecayRun().form("power").give("half-distance", {800}).problems(),
                HasSubstr("--half-distance must be more than the least cost (--min-cost)"));
}

TEST(DecayParameters, AreToldInALegend) {
    EXPECT_EQ(decay_text(access::Exponential{1e7}, Objective::Distance).english, "exponential, 1/2 at 10.0 km");
    EXPECT_EQ(decay_text(access::Gaussian{1.8e6}, Objective::Time).indonesian, "Gauss, 1/2 pada 30 menit");
    EXPECT_EQ(decay_text(access::within(5e6), Objective::Distance).english, "stepped");
}

}  // namespace
}  // namespace desakota::analyses
