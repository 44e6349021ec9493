#include "engine/analyses/health_searches.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <numeric>

#include "tests/analyses/mini_run.h"
#include "tests/support/random.h"

#include "engine/analyses/health_access.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Two puskesmas and a pustu along 20 km of road; the second puskesmas does not function.
struct KindsRun : MiniRun {
    KindsRun() : MiniRun(describe_health_access()) {
        add("facilities", LayerMaker("faskes")
                              .points({metres(0)})
                              .points({metres(15000)})
                              .points({metres(10000)})
                              .texts("kode", {"F1", "F2", "F3"})
                              .texts("nama", {"Puskesmas Hulu", "Puskesmas Hilir", "Pustu Tengah"})
                              .texts("jenis", {"puskesmas", "puskesmas", "pustu"})
                              .texts("status", {"berfungsi", "tidak berfungsi", "berfungsi"}));
        find("facility-id-field", "kode");
        find("facility-name-field", "nama");
        find("facility-kind-field", "jenis");
        find("facility-status-field", "status");
        add("roads", LayerMaker("jalan").line({metres(0), metres(20000)}));
        add("settlements", LayerMaker("desa").points({metres(4000)}).points({metres(11000)}).texts("nama", {"A", "B"}));
        find("name-field", "nama");
    }
};

TEST(HealthSearches, KeepOtherKindsApartFromTheRule) {
    KindsRun run;
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "facility_id"), ElementsAre("F1", "F1"));
    EXPECT_THAT(values_of(layer, "shortest_m"), ElementsAre("4000", "11000"));
    EXPECT_THAT(values_of(layer, "any_facility_id"), ElementsAre("F1", "F3"));
    EXPECT_THAT(values_of(layer, "any_facility_name"), ElementsAre("Puskesmas Hulu", "Pustu Tengah"));
    EXPECT_THAT(values_of(layer, "any_facility_kind"), ElementsAre("puskesmas", "pustu"));
    EXPECT_THAT(values_of(layer, "any_total_m"), ElementsAre("4000", "1000"));
}

TEST(HealthSearches, CountAFacilityThatDoesNotFunctionOnPaperOnly) {
    KindsRun run;
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "share_beyond"), ElementsAre("0", "1"));
    EXPECT_THAT(values_of(layer, "straight_share_beyond"), ElementsAre("0", "0"));
}

/// A slow short road and a fast long one to two puskesmas.
struct TimeRun : MiniRun {
    TimeRun() : MiniRun(describe_health_access()) {
        add("facilities", LayerMaker("faskes")
                              .points({metres(-4000)})
                              .points({metres(6000)})
                              .texts("nama", {"Puskesmas Dekat", "Puskesmas Cepat"}));
        find("facility-name-field", "nama");
        add("roads", LayerMaker("jalan")
                         .line({metres(-4000), metres(0)})
                         .line({metres(0), metres(6000)})
                         .texts("highway", {"path", "primary"}));
        find("class-field", "highway");
        add("settlements", LayerMaker("desa").points({metres(0)}).texts("nama", {"A"}));
        find("name-field", "nama");
    }
};

TEST(HealthSearches, FindTheShortestWayWhateverTheCost) {
    TimeRun run;
    run.give("cost", std::string("time"));
    run.give("threshold-min", 9.0);
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "facility_name"), ElementsAre("Puskesmas Cepat"));
    EXPECT_THAT(values_of(layer, "total_m"), ElementsAre("6000"));
    EXPECT_THAT(values_of(layer, "total_min"), ElementsAre("8"));
    EXPECT_THAT(values_of(layer, "fastest_min"), ElementsAre("8"));
    EXPECT_THAT(values_of(layer, "shortest_m"), ElementsAre("4000"));
    EXPECT_THAT(values_of(layer, "share_beyond"), ElementsAre("0"));
    EXPECT_THAT(values_of(layer, "share_beyond_time"), ElementsAre("0"));
    EXPECT_THAT(values_of(layer, "reason")[0], HasSubstr("8 min (6.0 km) to Puskesmas Cepat: 6.0 km "));
}

TEST(HealthSearches, HaveTheirOwnRuleForTime) {
    TimeRun run;
    run.give("threshold-min", 7.9);
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "facility_name"), ElementsAre("Puskesmas Dekat"));
    EXPECT_THAT(values_of(layer, "total_min"), ElementsAre("24"));
    EXPECT_THAT(values_of(layer, "fastest_min"), ElementsAre("8"));
    EXPECT_THAT(values_of(layer, "share_beyond_time"), ElementsAre("1"));
}

/// A ladder of roads with settlements strewn about it.
struct StrewnRun : MiniRun {
    explicit StrewnRun(const std::vector<std::size_t>& order) : MiniRun(describe_health_access()) {
        LayerMaker roads("jalan");
        for (int i = 0; i <= 6; ++i) roads.line({metres(2000.0 * i), metres(2000.0 * i, 9000)});
        for (int i = 0; i <= 3; ++i) roads.line({metres(0, 3000.0 * i), metres(12000, 3000.0 * i)});
        add("roads", roads);
        add("facilities", LayerMaker("faskes").points({metres(300, 200)}).points({metres(11000, 8500)}));
        test_support::Random random(7);
        std::vector<geo::Point> places;
        for (std::size_t i = 0; i < order.size(); ++i) {
            places.push_back(metres(random.between(-3000.0, 15000.0), random.between(-3000.0, 12000.0)));
        }
        LayerMaker settlements("desa");
        std::vector<std::string> codes;
        for (const auto i : order) {
            settlements.points({places[i]});
            codes.push_back("D" + std::to_string(i));
        }
        add("settlements", settlements.texts("kode", codes));
        find("id-field", "kode");
    }
};

std::vector<std::size_t> numbers(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

/// All values of each settlement's row, by its id.
std::map<std::string, std::string> rows_by_id(const layers::Layer& layer) {
    std::map<std::string, std::string> rows;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        auto& text = rows[*layer.columns.front().as_text(row)];
        for (const auto& column : layer.columns) text += column.as_text(row).value_or("-") + "|";
    }
    return rows;
}

TEST(HealthSearches, DoNotDependOnTheOrderOfSettlementsOrOnThreads) {
    StrewnRun forwards(numbers(200));
    auto reversed = numbers(200);
    std::ranges::reverse(reversed);
    StrewnRun backwards(reversed);
    const auto one = rows_by_id(layer_of(forwards.run(core::Language::English, 1), "health_access"));
    const auto other = rows_by_id(layer_of(backwards.run(core::Language::English, 4), "health_access"));
    EXPECT_EQ(one.size(), 200U);
    EXPECT_EQ(one, other);
}

TEST(HealthSearches, AgreeWithAPlainRecomputation) {
    StrewnRun run(numbers(60));
    run.give("verify", 25.0);
    const auto results = run.run();
    EXPECT_EQ(figure(results, "verified_settlements"), 25.0);
    EXPECT_EQ(figure(results, "verify_difference_mm"), 0.0);
    EXPECT_THAT(run.told(core::Severity::Information), testing::Contains(HasSubstr("largest difference 0 mm")));
}

}  // namespace
}  // namespace desakota::analyses
