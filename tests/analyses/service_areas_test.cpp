#include "engine/analyses/service_areas.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numbers>
#include <numeric>

#include "tests/analyses/mini_run.h"
#include "tests/analyses/random_layers.h"

#include "engine/analyses/health_access.h"
#include "engine/analyses/service_bands.h"
#include "engine/geo/measure.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A road of 20 km along the equator with a puskesmas at 2 km, and one that is cut off; settlements on the road, on the
/// other road and nowhere near one.
struct ServiceRun : MiniRun {
    ServiceRun() : MiniRun(describe_service_areas()) {
        add("facilities",
            LayerMaker("faskes").points({metres(2000)}).texts("nama", {"Puskesmas Hulu"}).texts("kode", {"P1"}));
        find("facility-name-field", "nama");
        find("facility-id-field", "kode");
        add("roads", LayerMaker("jalan").line({metres(0), metres(20000)}).line({metres(0, 9000), metres(2000, 9000)}));
        add("settlements", LayerMaker("desa")
                               .points({metres(2500)})
                               .points({metres(5000)})
                               .points({metres(7000)})
                               .points({metres(12000)})
                               .points({metres(1000, 9000)})
                               .points({metres(0, 30000)})
                               .texts("nama", {"A", "B", "C", "D", "E", "F"})
                               .texts("kec", {"X", "X", "Y", "Y", "Y", "Y"})
                               .numbers("kk", {100, 200, 300, 150, 150, 100}));
        find("name-field", "nama");
        find("families-field", "kk");
        arguments.fields["group-field"] = {{"kec"}};
    }
};

TEST(ServiceAreas, CountSettlementsAndFamiliesInEachBand) {
    ServiceRun run;
    const auto results = run.run();
    const auto& areas = layer_of(results, "service_areas");
    EXPECT_THAT(names_of(areas.columns), ElementsAre("band", "band_number", "from_m", "to_m", "area_km2", "settlements",
                                                     "families", "families_share"));
    EXPECT_THAT(values_of(areas, "band"), ElementsAre("0-1 km", "1-3 km", "3-5 km"));
    EXPECT_THAT(values_of(areas, "band_number"), ElementsAre("1", "2", "3"));
    EXPECT_THAT(values_of(areas, "from_m"), ElementsAre("0", "1000", "3000"));
    EXPECT_THAT(values_of(areas, "to_m"), ElementsAre("1000", "3000", "5000"));
    EXPECT_THAT(values_of(areas, "settlements"), ElementsAre("1", "1", "1"));
    EXPECT_THAT(values_of(areas, "families"), ElementsAre("100", "200", "300"));
    EXPECT_THAT(values_of(areas, "families_share"), ElementsAre("0.1", "0.2", "0.3"));
    EXPECT_EQ(results.summary.front().english,
              "Of 1,000 families, 10 % live within 1 km of a puskesmas, 30 % within 3 km, 60 % within 5 km; 15 % "
              "farther away, 25 % without a known way there.");
    EXPECT_EQ(results.summary.front().indonesian,
              "Dari 1.000 keluarga, 10 % tinggal dalam 1 km dari puskesmas, 30 % dalam 3 km, 60 % dalam 5 km; 15 % "
              "lebih jauh, 25 % tidak diketahui jalannya ke sana.");
    EXPECT_DOUBLE_EQ(figure(results, "share_within").value_or(0.0), 0.6);
    EXPECT_DOUBLE_EQ(figure(results, "facilities").value_or(0.0), 1.0);
}

TEST(ServiceAreas, MeasureTheAreaOfABandAlongAStraightRoad) {
    ServiceRun run;
    run.arguments.numbers["bands"] = {1300};
    const auto results = run.run();
    // 1 km straight at the facility, nothing 1.3 km along the road, tangents between: metres off road count 1.3.
    const double angle = std::acos(1.0 / 1.3);
    const double expected = 2.0 * std::sqrt(1.3 * 1.3 - 1.0) + std::numbers::pi - 2.0 * angle;
    const auto area = number_of(layer_of(results, "service_areas"), "area_km2", 0).value_or(0.0);
    EXPECT_NEAR(area, expected, 0.002 * expected);
    EXPECT_DOUBLE_EQ(figure(results, "area_km2").value_or(0.0), area);
}

TEST(ServiceAreas, SummariseByGroupWithWhatLiesOutside) {
    ServiceRun run;
    const auto results = run.run();
    const auto& table = layer_of(results, "service_areas_summary");
    ASSERT_EQ(table.row_count, 21U);
    const auto tail = [&](const char* column, std::size_t from) {
        auto values = values_of(table, column);
        return std::vector(values.begin() + static_cast<std::ptrdiff_t>(from),
                           values.begin() + static_cast<std::ptrdiff_t>(from + 7));
    };
    EXPECT_THAT(tail("band", 7), ElementsAre("0-1 km", "1-3 km", "3-5 km", "beyond", "not_connected",
                                             "no_road_in_reach", "no_location"));
    EXPECT_THAT(tail("from_m", 7), ElementsAre("0", "1000", "3000", "5000", "-", "-", "-"));
    EXPECT_EQ(values_of(table, "group_value")[7], "Y");
    EXPECT_THAT(tail("families", 7), ElementsAre("0", "0", "300", "150", "150", "100", "0"));
    EXPECT_THAT(tail("settlements", 7), ElementsAre("0", "0", "1", "1", "1", "1", "0"));
    EXPECT_EQ(values_of(table, "group_value")[14], "total");
    EXPECT_THAT(tail("families", 14), ElementsAre("100", "200", "300", "150", "150", "100", "0"));
    EXPECT_THAT(tail("families_share", 14), ElementsAre("0.1", "0.2", "0.3", "0.15", "0.15", "0.1", "0"));
}

TEST(ServiceAreas, CutTheRoadsAtTheBands) {
    ServiceRun run;
    const auto results = run.run();
    const auto& roads = layer_of(results, "service_areas_roads");
    EXPECT_THAT(values_of(roads, "band"),
                ElementsAre("1-3 km", "0-1 km", "1-3 km", "3-5 km", "beyond", "not_connected"));
    EXPECT_THAT(values_of(roads, "band_number"), ElementsAre("2", "1", "2", "3", "-", "-"));
    const std::vector<double> expected{1, 2, 2, 2, 13, 2};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(number_of(roads, "road_km", i).value_or(0.0), expected[i], 1e-3) << i;
    }
    EXPECT_NEAR(roads.geometry.coordinates(1).front().x, metres(1000).x, 5e-8);
    EXPECT_NEAR(roads.geometry.coordinates(1).back().x, metres(3000).x, 5e-8);
}

/// Two puskesmas 4 km apart and a poskesdes.
struct TwoFacilities : ServiceRun {
    explicit TwoFacilities(bool by_facility) {
        arguments.layers["facilities"].clear();
        add("facilities", LayerMaker("faskes")
                              .points({metres(2000)})
                              .points({metres(6000)})
                              .points({metres(90000)})
                              .texts("nama", {"Puskesmas Hulu", "Puskesmas Hilir", "Poskesdes Jauh"})
                              .texts("kode", {"P1", "P2", "P3"}));
        arguments.yes_no["by-facility"] = by_facility;
        arguments.numbers["bands"] = {1500};
    }
};

TEST(ServiceAreas, TellAreasApartByFacility) {
    TwoFacilities apart(true);
    const auto results = apart.run();
    const auto& areas = layer_of(results, "service_areas");
    EXPECT_THAT(values_of(areas, "facility_id"), ElementsAre("P1", "P2"));
    EXPECT_THAT(values_of(areas, "facility_name"), ElementsAre("Puskesmas Hulu", "Puskesmas Hilir"));
    EXPECT_THAT(values_of(areas, "families"), ElementsAre("100", "500"));
    const auto first = number_of(areas, "area_km2", 0).value_or(0.0);
    EXPECT_NEAR(first, number_of(areas, "area_km2", 1).value_or(0.0), 0.01);
    // Without it, the same places in one area.
    TwoFacilities together(false);
    const auto one = together.run();
    EXPECT_NEAR(number_of(layer_of(one, "service_areas"), "area_km2", 0).value_or(0.0), 2.0 * first, 0.01);
}

TEST(ServiceAreas, ReckonInMinutesWhereTimeIsAsked) {
    ServiceRun run;
    run.give("cost", "time");
    run.give("default-speed", 12);
    const auto results = run.run();
    const auto& areas = layer_of(results, "service_areas");
    // 12 km/h: 15 minutes are 3 km.
    EXPECT_THAT(values_of(areas, "band"), ElementsAre("0-15 min", "15-30 min", "30-60 min"));
    EXPECT_THAT(values_of(areas, "to_min"), ElementsAre("15", "30", "60"));
    EXPECT_EQ(areas.find("to_m"), nullptr);
    EXPECT_THAT(values_of(areas, "families"), ElementsAre("300", "300", "150"));
    EXPECT_EQ(results.styles.at("service_areas").front().classes[1].label.indonesian, "15–30 menit");
}

TEST(ServiceAreas, CountSettlementsWhereFamiliesAreNotKnown) {
    ServiceRun run;
    run.arguments.fields.erase("families-field");
    const auto results = run.run();
    const auto& areas = layer_of(results, "service_areas");
    EXPECT_THAT(values_of(areas, "families"), ElementsAre("-", "-", "-"));
    EXPECT_NEAR(number_of(areas, "families_share", 0).value_or(0.0), 1.0 / 6.0, 1e-12);
    EXPECT_THAT(results.summary.front().english,
                HasSubstr("Of 6 settlements, 17 % lie within 1 km of a puskesmas, 33 % within 3 km"));
}

TEST(ServiceAreas, AgreeWithHealthAccessOnWhoLivesBeyond) {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        MiniRun service(describe_service_areas());
        MiniRun health(describe_health_access());
        for (auto* run : {&service, &health}) {
            for (auto& [name, layer] : random_layers(seed)) {
                if (run->analysis.find(name) != nullptr) run->arguments.layers[name].push_back(layer);
            }
            run->find("families-field", "kk");
        }
        const auto within = figure(service.run(), "share_within");
        const auto beyond = figure(health.run(), "share_beyond");
        EXPECT_NEAR(within.value_or(-1.0), 1.0 - beyond.value_or(-1.0), 1e-9) << seed;
    }
}

TEST(ServiceAreas, AreDrawnFromLightToDarkWithTheirLimits) {
    ServiceRun run;
    run.arguments.numbers["bands"] = {500, 2000};
    const auto results = run.run();
    const auto& style = results.styles.at("service_areas").front();
    ASSERT_EQ(style.classes.size(), 2U);
    EXPECT_EQ(style.classes[0].label.english, "0–0.5 km");
    EXPECT_EQ(style.classes[1].label.indonesian, "0,5–2 km");
    const auto light = [](const maps::Colour& colour) { return colour.red + colour.green + colour.blue; };
    EXPECT_GT(light(style.classes[0].symbol.colour), light(style.classes[1].symbol.colour));
    const auto& areas = layer_of(results, "service_areas");
    EXPECT_EQ(maps::class_of(style, areas, 0), 0U);
    EXPECT_EQ(maps::class_of(style, areas, 1), 1U);
    const auto& roads = results.styles.at("service_areas_roads").front();
    EXPECT_EQ(roads.classes.back().label.english, "Farther away or not connected");
    EXPECT_EQ(maps::class_of(roads, layer_of(results, "service_areas_roads"), 4), 2U);
}

TEST(ServiceAreas, RefuseBandsThatAreNone) {
    const std::vector<std::pair<std::vector<double>, std::string>> cases{
        {{3000, 1000},
         "--bands: 1000 comes after 3000. Write the upper limits from small to large, all above 0, such as "
         "1000,3000,5000."},
        {{0, 1000}, "--bands: 0 comes after 0."},
        {{1000, 1000}, "--bands: 1000 comes after 1000."},
        {{1, 2, 3, 4, 5, 6, 7, 8, 9}, "--bands: 9 bands are given; 8 at most can be told apart on a map."}};
    for (const auto& [bands, message] : cases) {
        ServiceRun run;
        run.arguments.numbers["bands"] = bands;
        const auto [status, problem] = run.failure();
        EXPECT_EQ(status, core::ExitStatus::WrongUsage);
        EXPECT_THAT(problem, HasSubstr(message));
    }
}

TEST(ServiceAreas, TellsSettlementsWithoutALocation) {
    ServiceRun run;
    run.arguments.layers["settlements"].clear();
    run.add("settlements",
            LayerMaker("desa").points({metres(2000)}).nothing().texts("nama", {"A", "B"}).numbers("kk", {30, 10}));
    run.arguments.fields.erase("group-field");
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "service_areas_summary"), "families"),
                ElementsAre("30", "0", "0", "0", "0", "0", "10"));
}

}  // namespace
}  // namespace desakota::analyses
