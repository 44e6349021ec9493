#include "engine/analyses/health_declared.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/health_access.h"

namespace desakota::analyses {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A road of 30 km with a puskesmas at its start; settlement i (A, B ...) stands at i + 1 km. The distances that they
/// declare are texts, as in many tables.
struct DeclaredRun : MiniRun {
    explicit DeclaredRun(const std::vector<std::string>& declared) : MiniRun(describe_health_access()) {
        add("facilities", LayerMaker("faskes").points({metres(0)}).texts("nama", {"Puskesmas Hulu"}));
        find("facility-name-field", "nama");
        add("roads", LayerMaker("jalan").line({metres(0), metres(30000)}));
        LayerMaker settlements("desa");
        std::vector<std::string> names;
        std::vector<double> families;
        for (std::size_t i = 0; i < declared.size(); ++i) {
            const auto number = static_cast<double>(i + 1);
            settlements.points({metres(1000.0 * number)});
            names.emplace_back(1, static_cast<char>('A' + i));
            families.push_back(100.0 * number);
        }
        add("settlements", settlements.texts("nama", names).numbers("kk", families).texts("jarak_podes", declared));
        find("name-field", "nama");
        find("families-field", "kk");
        name("declared-distance-field", "jarak_podes");
    }
};

TEST(HealthDeclared, ListsTheLargestDifferencesFirst) {
    // By road 1, 2, 3 and 4 km.
    DeclaredRun run({"1,5", "7", "", "3"});
    const auto results = run.run();
    const auto& table = layer_of(results, "health_access_declared");
    EXPECT_THAT(values_of(table, "settlement_name"), ElementsAre("B", "D", "A"));
    EXPECT_THAT(values_of(table, "declared_km"), ElementsAre("7", "3", "1.5"));
    EXPECT_THAT(values_of(table, "network_km"), ElementsAre("2", "4", "1"));
    EXPECT_THAT(values_of(table, "difference_km"), ElementsAre("-5", "1", "-0.5"));
    EXPECT_THAT(values_of(table, "families"), ElementsAre("200", "400", "100"));
    EXPECT_EQ(figure(results, "declared_compared"), 3.0);
    EXPECT_EQ(figure(results, "declared_not_compared"), 0.0);
    EXPECT_EQ(figure(results, "declared_difference_km"), 1.0);
    EXPECT_EQ(results.summary.back().english,
              "Declared and network distances to the nearest facility differ by 1.0 km in the median of 3 settlements; "
              "most for B: 7.0 km declared, 2.0 km by road.");
    EXPECT_EQ(results.summary.back().indonesian,
              "Jarak yang dilaporkan dan jarak lewat jalan ke fasilitas terdekat berselisih 1,0 km (median 3 "
              "permukiman); selisih terbesar di B: 7,0 km menurut laporan, 2,0 km lewat jalan.");
    EXPECT_THAT(run.warnings(), IsEmpty());
}

TEST(HealthDeclared, ListsTenAndOfEqualOnesTheEarlierRows) {
    // Off by 1 km each, but the last by 2 km.
    DeclaredRun run({"2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "14"});
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "health_access_declared"), "settlement_name"),
                ElementsAre("L", "A", "B", "C", "D", "E", "F", "G", "H", "I"));
    EXPECT_EQ(figure(results, "declared_compared"), 12.0);
    EXPECT_EQ(figure(results, "declared_difference_km"), 1.0);
}

TEST(HealthDeclared, TakesTheMeanOfTheMiddleTwo) {
    DeclaredRun run({"2", "5"});
    EXPECT_EQ(figure(run.run(), "declared_difference_km"), 2.0);
}

TEST(HealthDeclared, CanBeInMetres) {
    DeclaredRun run({"1500", "2000"});
    run.give("declared-unit", std::string("m"));
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "health_access_declared"), "declared_km"), ElementsAre("1.5", "2"));
    EXPECT_THAT(values_of(layer_of(results, "health_access_declared"), "difference_km"), ElementsAre("-0.5", "0"));
}

TEST(HealthDeclared, TellsOfMetresTakenForKilometres) {
    DeclaredRun run({"1500", "2"});
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("the declared distance is over 1,000 km: fid 1 \"A\". If the "
                                                      "field is in metres, say --declared-unit m.")));
}

TEST(HealthDeclared, CountsThoseWithoutAWayApart) {
    DeclaredRun run({"2", "3"});
    *run.arguments.layer("roads") =
        LayerMaker("jalan").line({metres(40000), metres(50000)}).line({metres(0, 5000), metres(9000, 5000)}).make();
    run.give("max-access", 100.0);
    const auto results = run.run();
    EXPECT_EQ(layer_of(results, "health_access_declared").row_count, 0U);
    EXPECT_EQ(figure(results, "declared_not_compared"), 2.0);
    EXPECT_EQ(figure(results, "declared_difference_km"), std::nullopt);
    EXPECT_EQ(results.summary.back().english, "No declared distance could be compared with the distance by road.");
}

TEST(HealthDeclared, TellsOfWhatIsNoDistance) {
    DeclaredRun run({"-2", "dekat"});
    const auto [status, text] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_THAT(text, HasSubstr("fid 1 \"A\": the declared distance is -2; a distance cannot be that. Correct"));
    EXPECT_THAT(text, HasSubstr("fid 2 \"B\": the declared distance is \"dekat\", which is not a number. Correct"));
}

TEST(HealthDeclared, RefusesAUnitWithoutAField) {
    DeclaredRun run({"2", "3"});
    run.arguments.fields.erase("declared-distance-field");
    const auto results = run.run();
    EXPECT_EQ(results.layers.size(), 3U);
    EXPECT_EQ(figure(results, "declared_compared"), std::nullopt);
    DeclaredRun with_unit({"2", "3"});
    with_unit.arguments.fields.erase("declared-distance-field");
    with_unit.give("declared-unit", std::string("m"));
    const auto [status, text] = with_unit.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(text, HasSubstr("--declared-unit has no effect without a declared distance"));
}

}  // namespace
}  // namespace desakota::analyses
