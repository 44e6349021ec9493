#include "engine/analyses/critical_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/health_access.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;

constexpr const char* kLayer = "health_access_critical_links";

/// A puskesmas at the start of a road that leads over a bridge, and settlements before and behind it.
struct LinkRun : MiniRun {
    LinkRun() : MiniRun(describe_health_access()) {
        add("facilities", LayerMaker("faskes").points({metres(0)}));
        add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(2000)})
                         .line({metres(2000), metres(2100)})
                         .line({metres(2100), metres(9000)})
                         .texts("jembatan", {"", "ya", ""}));
        find("bridge-field", "jembatan");
        add("settlements", LayerMaker("desa")
                               .points({metres(1000)})
                               .points({metres(3000)})
                               .points({metres(4000)})
                               .points({metres(8000)})
                               .points({metres(100, 10)})
                               .numbers("kk", {20, 100, 50, 400, 7}));
        find("families-field", "kk");
        give("max-access", 300.0);
        arguments.yes_no["critical-links"] = true;
    }
};

TEST(CriticalLinks, AreRankedByTheFamiliesThatNeedThem) {
    LinkRun run;
    const auto results = run.run();
    const auto& layer = layer_of(results, kLayer);
    // Who lives at 8 km is beyond 5 km anyway, and who lives beside the puskesmas walks.
    EXPECT_THAT(values_of(layer, "kind"), ElementsAre("road", "bridge", "road"));
    EXPECT_THAT(values_of(layer, "families_lost"), ElementsAre("170", "150", "150"));
    EXPECT_THAT(values_of(layer, "settlements_lost"), ElementsAre("3", "2", "2"));
    EXPECT_THAT(values_of(layer, "feature"), ElementsAre("1", "2", "3"));
    EXPECT_THAT(values_of(layer, "rank"), ElementsAre("1", "2", "3"));
    EXPECT_EQ(values_of(layer, "reason")[1],
              "Without this bridge of 100 m (jalan, fid 2), 150 families of 2 settlements would be more than 5.0 km by "
              "road from a puskesmas, or cut off.");
    EXPECT_EQ(results.summary.back().indonesian,
              "Ruas yang menentukan keterjangkauan: 3. Yang paling kritis: Tanpa jalan sepanjang 2,0 km ini (jalan, "
              "fid 1), 170 keluarga di 3 permukiman akan berjarak lebih dari 5,0 km lewat jalan dari puskesmas, atau "
              "terputus.");
    EXPECT_EQ(figure(results, "critical_links"), 3.0);
}

TEST(CriticalLinks, AreNoneWhereAnotherWayIsShortEnough) {
    LinkRun run;
    run.arguments.layers["roads"] = {
        LayerMaker("jalan").line({metres(0), metres(2000)}).line({metres(0), metres(1000, 300), metres(2000)}).make()};
    run.arguments.fields.erase("bridge-field");
    run.arguments.layers["settlements"] = {LayerMaker("desa").points({metres(2000)}).numbers("kk", {9}).make()};
    const auto results = run.run();
    EXPECT_EQ(layer_of(results, kLayer).row_count, 0U);
    EXPECT_EQ(results.summary.back().english,
              "No road, bridge or ferry is such that closing it alone would put anybody beyond the threshold.");
}

TEST(CriticalLinks, CountSettlementsWhereFamiliesAreNotKnown) {
    LinkRun run;
    run.arguments.fields.erase("families-field");
    const auto results = run.run();
    const auto& layer = layer_of(results, kLayer);
    EXPECT_THAT(values_of(layer, "families_lost"), ElementsAre("-", "-", "-"));
    EXPECT_THAT(values_of(layer, "settlements_lost"), ElementsAre("3", "2", "2"));
}

}  // namespace
}  // namespace desakota::analyses
