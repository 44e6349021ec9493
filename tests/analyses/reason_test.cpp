#include "engine/analyses/reason.h"

#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/distance_to_centre.h"

namespace desakota::analyses {
namespace {

/// One settlement, one centre called Kota, and roads with a surface.
struct ReasonRun : MiniRun {
    explicit ReasonRun(const geo::Point& settlement) : MiniRun(describe_distance_to_centre()) {
        add("centres", LayerMaker("pusat").points({metres(0)}).texts("nama", {"Kota"}));
        find("centre-name-field", "nama");
        add("settlements", LayerMaker("desa").points({settlement}).texts("nama", {"A"}));
        find("name-field", "nama");
    }
    std::string reason(core::Language language) {
        return values_of(layer_of(run(language), "distance_to_centre"), "reason").front();
    }
};

LayerMaker one_road(double from, double to) {
    return LayerMaker("jalan").line({metres(from), metres(to)});
}

/// Roads on both sides of the centre, none of them near.
LayerMaker far_roads() {
    return LayerMaker("jalan").line({metres(-6000), metres(-5000)}).line({metres(5000), metres(9000)});
}

TEST(Reason, SumsAWayByTheLabelsOfItsRoadsInTheOrderOfTravel) {
    ReasonRun run(metres(7000));
    run.add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(700)})
                         .line({metres(700), metres(3000)})
                         .line({metres(3000), metres(3030)})
                         .line({metres(3030), metres(7000)})
                         .texts("highway", {"primary", "track", "path", "track"})
                         .texts("surface", {"asphalt", "earth", "", "earth"}));
    run.find("class-field", "highway");
    run.find("surface-field", "surface");
    EXPECT_EQ(run.reason(core::Language::English), "7.0 km to Kota: 6.3 km earth road, 0.7 km asphalt.");
}

TEST(Reason, TellsAWalkWithoutARoad) {
    ReasonRun run(metres(0, 500));
    run.add("roads", far_roads());
    EXPECT_EQ(run.reason(core::Language::English), "650 m to Kota on foot, without a road.");
}

TEST(Reason, TellsAWalkInIndonesian) {
    ReasonRun run(metres(0, 1600));
    run.add("roads", far_roads());
    EXPECT_EQ(run.reason(core::Language::Indonesian), "2,1 km ke Kota berjalan kaki, tanpa lewat jalan.");
}

TEST(Reason, SaysThatASettlementIsAtItsDestination) {
    ReasonRun run(metres(0));
    run.add("roads", one_road(0, 9000));
    EXPECT_EQ(run.reason(core::Language::English), "Kota is right here.");
}

TEST(Reason, SaysThatOnlyAOneWayRuleStandsBetween) {
    ReasonRun run(metres(9000));
    run.add("roads", LayerMaker("jalan").line({metres(0), metres(9000)}).texts("oneway", {"yes"}));
    run.name("direction-field", "oneway");
    EXPECT_EQ(run.reason(core::Language::Indonesian),
              "Tidak tersambung: jalan dari sini menuju pusat hanya melawan aturan satu arah.");
}

/// Why a settlement on a bridge that crosses the only road has no way.
std::string reason_of_a_crossing(core::Language language) {
    ReasonRun run(metres(4000, -3000));
    run.add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(9000)})
                         .line({metres(4000, -3000), metres(4000, 500)})
                         .texts("bridge", {"", "yes"}));
    run.name("bridge-field", "bridge");
    return run.reason(language);
}

TEST(Reason, SaysThatRoadsCrossWithoutAJunction) {
    EXPECT_EQ(reason_of_a_crossing(core::Language::English),
              "Not connected to a centre: the roads that can be entered here cross those that lead there without a "
              "junction.");
    EXPECT_EQ(reason_of_a_crossing(core::Language::Indonesian),
              "Tidak tersambung ke pusat: jalan yang bisa dicapai dari sini bersilangan dengan jalan yang menuju ke "
              "sana, tanpa persimpangan.");
}

TEST(Reason, SaysThatNoDestinationIsNearTheNetwork) {
    ReasonRun run(metres(9000));
    run.add("roads", far_roads());
    EXPECT_EQ(run.reason(core::Language::English),
              "Not connected: a centre can be reached nowhere from the network within 2,000 m (the access limit).");
}

}  // namespace
}  // namespace desakota::analyses
