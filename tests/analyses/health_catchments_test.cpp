#include "engine/analyses/health_catchments.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/health_access.h"

namespace desakota::analyses {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

/// A road of 30 km with a puskesmas of 10 beds at its start, one of 20 at 8 km, and one of 6 at its end; settlements at
/// 2, 6 and 12 km.
struct CatchmentRun : MiniRun {
    CatchmentRun() : MiniRun(describe_health_access()) {
        add("facilities", facilities({10, 20, 6}));
        find("facility-name-field", "nama");
        find("facility-status-field", "status");
        name("capacity-field", "tempat_tidur");
        add("roads", LayerMaker("jalan").line({metres(0), metres(30000)}));
        add("settlements", LayerMaker("desa")
                               .points({metres(2000)})
                               .points({metres(6000)})
                               .points({metres(12000)})
                               .texts("nama", {"A", "B", "C"})
                               .numbers("kk", {100, 300, 600}));
        find("name-field", "nama");
        find("families-field", "kk");
    }
    static LayerMaker facilities(const std::vector<std::optional<double>>& beds, const std::string& status = "") {
        return LayerMaker("faskes")
            .points({metres(0)})
            .points({metres(8000)})
            .points({metres(30000)})
            .texts("nama", {"Puskesmas Hulu", "Puskesmas Tengah", "Puskesmas Hilir"})
            .texts("status", {"", status, ""})
            .some_numbers("tempat_tidur", beds);
    }
};

TEST(HealthCatchments, ShareCapacityAmongAllFamiliesWithinReach) {
    CatchmentRun run;
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    // Hulu serves A (2 km); Tengah serves B (2 km) and C (4 km); A is 6 km from Tengah, B as far from Hulu.
    EXPECT_DOUBLE_EQ(*number_of(layer, "capacity_per_1000_families", 0), 10.0 / 100.0 * 1000.0);
    EXPECT_DOUBLE_EQ(*number_of(layer, "capacity_per_1000_families", 1), 20.0 / 900.0 * 1000.0);
    EXPECT_DOUBLE_EQ(*number_of(layer, "capacity_per_1000_families", 2), 20.0 / 900.0 * 1000.0);
    EXPECT_THAT(values_of(layer, "facilities_in_catchment"), ElementsAre("1", "1", "1"));
    const auto& facilities = layer_of(results, "health_access_facilities");
    EXPECT_THAT(values_of(facilities, "families_in_catchment"), ElementsAre("100", "900", "0"));
    EXPECT_THAT(values_of(facilities, "use"), ElementsAre("used", "used", "unused"));
    EXPECT_EQ(figure(results, "capacity_used"), 30.0);
    EXPECT_EQ(figure(results, "capacity_unused"), 6.0);
    EXPECT_EQ(results.summary.back().english,
              "Of a capacity of 36, 30 lies within the catchments of 1,000 of 1,000 families; nobody reaches Puskesmas "
              "Hilir.");
}

TEST(HealthCatchments, ConserveTheCapacityInUseWhateverTheDecay) {
    for (const auto* decay : {"none", "exponential", "gaussian", "logistic", "power"}) {
        CatchmentRun run;
        run.give("catchment-decay", std::string(decay));
        run.give("catchment", 9000.0);
        const auto results = run.run();
        const auto& layer = layer_of(results, "health_access");
        const double families[] = {100, 300, 600};
        double sum = 0.0;
        for (std::size_t i = 0; i < 3; ++i) {
            sum += families[i] * *number_of(layer, "capacity_per_1000_families", i) / 1000.0;
        }
        EXPECT_NEAR(sum, *figure(results, "capacity_used"), 1e-9) << decay;
    }
}

TEST(HealthCatchments, WeighNearFamiliesMoreWithADecay) {
    CatchmentRun run;
    run.give("catchment-decay", std::string("exponential"));
    run.give("catchment-half-distance", 2000.0);
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    const double reached = 300.0 * 0.5 + 600.0 * 0.25;
    EXPECT_NEAR(*number_of(layer, "capacity_per_1000_families", 1), 0.5 * 20.0 / reached * 1000.0, 1e-9);
    EXPECT_NEAR(*number_of(layer, "capacity_per_1000_families", 2), 0.25 * 20.0 / reached * 1000.0, 1e-9);
}

TEST(HealthCatchments, LeaveOutWhatDoesNotFunctionOrHasNoCapacity) {
    CatchmentRun run;
    run.arguments.layers["facilities"] = {CatchmentRun::facilities({10, 20, std::nullopt}, "tidak berfungsi").make()};
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "health_access_facilities"), "use"),
                ElementsAre("used", "left_out", "left_out"));
    EXPECT_THAT(values_of(layer_of(results, "health_access"), "capacity_per_1000_families"),
                ElementsAre("100", "0", "0"));
    EXPECT_THAT(run.warnings(),
                Contains(HasSubstr("1 without a capacity are left out of the catchments: Puskesmas Hilir.")));
}

TEST(HealthCatchments, ReachAsFarAsTheCatchmentWhateverTheCutoffOfTheSearch) {
    CatchmentRun run;
    run.give("cutoff", 5000.0);
    run.give("catchment", 13000.0);
    EXPECT_THAT(values_of(layer_of(run.run(), "health_access"), "facilities_in_catchment"), ElementsAre("2", "2", "2"));
}

TEST(HealthCatchments, RefuseStepsBeyondTheCatchment) {
    CatchmentRun run;
    run.give("catchment-decay", std::string("stepped"));
    run.arguments.numbers["catchment-decay-limits"] = {5000.0, 20000.0};
    run.arguments.numbers["catchment-decay-values"] = {1.0, 0.5};
    EXPECT_THAT(run.failure().second, HasSubstr("--catchment-decay-limits reach beyond the catchment"));
}

TEST(HealthCatchments, TellOfSettlementsWithoutANumberOfFamilies) {
    CatchmentRun run;
    *run.arguments.layer("settlements") = LayerMaker("desa")
                                              .points({metres(2000)})
                                              .points({metres(6000)})
                                              .texts("nama", {"A", "B"})
                                              .some_numbers("kk", {100, std::nullopt})
                                              .make();
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(), Contains(HasSubstr("settlements: 1 without a number of families")));
}

TEST(HealthCatchments, AreLeftOutWithoutACapacityField) {
    CatchmentRun run;
    run.arguments.fields.erase("capacity-field");
    const auto results = run.run();
    EXPECT_EQ(layer_of(results, "health_access").find("capacity_per_1000_families"), nullptr);
    EXPECT_EQ(results.layers.size(), 3U);
    CatchmentRun with_option;
    with_option.arguments.fields.erase("capacity-field");
    with_option.give("catchment", 4000.0);
    EXPECT_THAT(with_option.failure().second, HasSubstr("--catchment has no effect without a capacity"));
}

TEST(HealthCatchments, TellOfACapacityBelowZeroAndOfOptionsWithoutEffect) {
    CatchmentRun negative;
    negative.arguments.layers["facilities"] = {CatchmentRun::facilities({10, -2, 6}).make()};
    EXPECT_THAT(negative.failure().second, HasSubstr("Puskesmas Tengah"));
    CatchmentRun unused;
    unused.give("catchment-half-distance", 2000.0);
    EXPECT_THAT(unused.failure().second,
                HasSubstr("--catchment-half-distance has no effect without --catchment-decay."));
    CatchmentRun without_families;
    without_families.arguments.fields.erase("families-field");
    EXPECT_THAT(without_families.failure().second, HasSubstr("--capacity-field needs the number of families"));
}

}  // namespace
}  // namespace desakota::analyses
