#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/food_run.h"
#include "tests/analyses/random_layers.h"

#include "engine/analyses/health_access.h"

namespace desakota::analyses {
namespace {

using core::ExitStatus;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

/// A road of 20 km with a puskesmas at its start and three settlements along it.
struct NetworkRunner : FoodRunner {
    NetworkRunner() {
        add("settlements", LayerMaker("desa")
                               .points({metres(5000)})
                               .points({metres(5000.002)})
                               .points({metres(1000)})
                               .texts("kode", {"A", "B", "C"})
                               .numbers("jumlah_kk", {100, 300, 600}));
        add("facilities", LayerMaker("faskes").points({metres(0)}).texts("nama", {"Puskesmas Hulu"}));
        add("roads", LayerMaker("jalan").line({metres(0), metres(20000)}));
    }
};

TEST(FoodNetwork, FindsTheFamiliesFarFromAPuskesmasInTheSameRun) {
    NetworkRunner run;
    const auto results = run.resolved_run();
    const auto& layer = layer_of(results, "food_security");
    EXPECT_THAT(values_of(layer, "beyond_health_centre_share"), ElementsAre("0", "1", "0"));
    EXPECT_DOUBLE_EQ(*figure(results, "beyond_health_centre_share"), 0.3);
    EXPECT_EQ(layer.geometry.size(), 3U);
    const auto& parts = layer_of(results, "food_security_contributions");
    EXPECT_EQ(values_of(parts, "source")[7], "network");
}

TEST(FoodNetwork, TakesTheThresholdAndTheKindThatCounts) {
    NetworkRunner run;
    run.give("threshold", 6000.0);
    EXPECT_DOUBLE_EQ(*figure(run.resolved_run(), "beyond_health_centre_share"), 0.0);
}

TEST(FoodNetwork, TakesTheNetworkBeforeAFieldThatWasFoundAndRefusesBoth) {
    NetworkRunner found;
    auto& column =
        found.arguments.layers["settlements"][0].add_column({"share_beyond", layers::ColumnType::Number, "", {}});
    for (int row = 0; row < 3; ++row) column.add_number(0.5);
    EXPECT_DOUBLE_EQ(*figure(found.resolved_run(), "beyond_health_centre_share"), 0.3);
    EXPECT_THAT(found.told(core::Severity::Information),
                testing::Contains(HasSubstr("distance to the puskesmas (roads and facilities)")));
    found.name_field("beyond-health-centre-share-field", "share_beyond");
    EXPECT_THAT(found.resolved_failure(),
                Pair(ExitStatus::WrongUsage, HasSubstr("roads and facilities given as well: leave one of them out")));
}

TEST(FoodNetwork, NeedsBothRoadsAndFacilities) {
    NetworkRunner run;
    run.arguments.layers.erase("facilities");
    const auto [status, told] = run.resolved_failure();
    EXPECT_EQ(status, ExitStatus::WrongUsage);
    EXPECT_THAT(told, HasSubstr("--roads has no effect: the distance to the puskesmas needs both --roads and "
                                "--facilities."));
}

TEST(FoodNetwork, NeedsSettlementsWithALocation) {
    NetworkRunner run;
    run.arguments.layers["settlements"][0].geometry = {};
    EXPECT_THAT(run.resolved_failure(),
                Pair(ExitStatus::UnfitInput, HasSubstr("needs settlements as points or polygons")));
}

TEST(FoodNetwork, LeavesSettlementsWithoutALocationNotKnown) {
    NetworkRunner run;
    run.arguments.layers["settlements"] = {LayerMaker("desa")
                                               .points({metres(1000)})
                                               .nothing()
                                               .texts("kode", {"A", "B"})
                                               .numbers("jumlah_kk", {100, 300})
                                               .make()};
    const auto results = run.resolved_run();
    EXPECT_THAT(values_of(layer_of(results, "food_security"), "beyond_health_centre_share"), ElementsAre("0", "-"));
    EXPECT_DOUBLE_EQ(*figure(results, "beyond_health_centre_share"), 0.0);
}

void give_layers(MiniRun& run, const std::map<std::string, layers::Layer>& layers) {
    for (const auto* name : {"settlements", "facilities", "roads"}) run.arguments.layers[name] = {layers.at(name)};
}

TEST(FoodNetwork, AgreesWithHealthAccess) {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const auto layers = random_layers(seed);
        FoodRunner food;
        give_layers(food, layers);
        MiniRun health(describe_health_access());
        give_layers(health, layers);
        health.find("families-field", "kk");
        EXPECT_EQ(values_of(layer_of(food.resolved_run(), "food_security"), "beyond_health_centre_share"),
                  values_of(layer_of(health.run(), "health_access"), "share_beyond"));
    }
}

TEST(FoodNetwork, AFurtherFacilityNeverRaisesTheShareFarFromOne) {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        auto layers = random_layers(seed);
        const auto facilities = layers.at("facilities");
        if (facilities.row_count < 2) continue;
        LayerMaker one("facilities");
        one.points({facilities.geometry.coordinates(facilities.geometry.parts(0).first).front()});
        layers.at("facilities") = one.texts("nama", {"facilities 0"}).make();
        FoodRunner fewer;
        give_layers(fewer, layers);
        layers.at("facilities") = facilities;
        FoodRunner more;
        give_layers(more, layers);
        for (FoodRunner* run : {&fewer, &more}) run->give("threshold", 500.0);
        const auto before = fewer.resolved_run();
        const auto after = more.resolved_run();
        const auto& layer = layer_of(before, "food_security");
        for (std::size_t row = 0; row < layer.row_count; ++row) {
            const auto share = number_of(layer, "beyond_health_centre_share", row);
            if (!share) continue;
            EXPECT_LE(*number_of(layer_of(after, "food_security"), "beyond_health_centre_share", row), *share);
        }
    }
}

}  // namespace
}  // namespace desakota::analyses
