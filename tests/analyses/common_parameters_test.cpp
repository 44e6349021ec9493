#include "engine/analyses/common_parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/registry.h"

namespace desakota::analyses {
namespace {

using core::ExitStatus;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

MiniRun health_run() {
    return MiniRun(*std::ranges::find(catalogue(), "health-access", &Analysis::id));
}

TEST(Catalogue, IsSound) {
    EXPECT_THAT(catalogue_faults(catalogue()), IsEmpty());
}

TEST(CommonParameters, RefuseAToleranceWhereCleaningIsOff) {
    auto run = health_run();
    run.give("tolerance", 3.0);
    run.give("clean", std::string("off"));
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("--tolerance has no effect with --clean off")));
}

TEST(CommonParameters, WarnOfAToleranceWithoutEffectWhereThatIsBorne) {
    auto run = health_run();
    run.give("tolerance", 3.0);
    run.give("clean", std::string("off"));
    run.diagnostics.allow_unused_options();
    refuse_options_without_effect(run.arguments, run.diagnostics);
    EXPECT_FALSE(run.diagnostics.has_errors());
    EXPECT_THAT(run.diagnostics.items(),
                testing::Contains(testing::Field(&core::Diagnostic::severity, core::Severity::Warning)));
}

TEST(CommonParameters, RefuseDirectionValuesWithoutADirectionField) {
    auto run = health_run();
    run.give("value-forward", std::string("FT"));
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("--value-forward has no effect")));
}

TEST(CommonParameters, RefuseACutoffBelowTheThresholdOfItsUnit) {
    auto run = health_run();
    run.give("cutoff", 4000.0);
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("4000 m is below the threshold of 5000 m")));
}

TEST(CommonParameters, RefuseACutoffInMinutesBelowTheTimeThreshold) {
    auto run = health_run();
    run.give("cost", std::string("time"));
    run.give("threshold-min", 30.0);
    run.give("cutoff", 20.0);
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("20 min is below the threshold of 30 min")));
}

TEST(CommonParameters, RefuseATimeThresholdWhereNoSpeedsAreKnown) {
    auto run = health_run();
    run.add("facilities", LayerMaker("faskes").points({metres(0)}));
    run.add("roads", LayerMaker("jalan").line({metres(0), metres(1000)}));
    run.add("settlements", LayerMaker("desa").points({metres(500)}));
    run.give("threshold-min", 30.0);
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("--threshold-min: the roads' speeds")));
}

TEST(CommonParameters, RefuseASeasonAndAModeThatNothingTells) {
    for (const auto& [name, value] : {std::pair{"season", "wet"}, std::pair{"mode", "car"}}) {
        auto run = health_run();
        run.add("facilities", LayerMaker("faskes").points({metres(0)}));
        run.add("roads", LayerMaker("jalan").line({metres(0), metres(1000)}));
        run.add("settlements", LayerMaker("desa").points({metres(500)}));
        run.give(name, std::string(value));
        EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr(std::string("--") + name)));
    }
}

}  // namespace
}  // namespace desakota::analyses
