#include "engine/analyses/food_sources.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/food_run.h"

namespace desakota::analyses {
namespace {

using core::ExitStatus;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;

LayerMaker one_settlement() {
    return settlements_with_figures({{1.5}, {0.5}, {0.5}});
}

TEST(FoodSources, TakeTheHouseholdTableWhereBothAreThereAndSaySo) {
    FoodRunner run;
    run.add("settlements", one_settlement());
    run.add("households", FoodHouseholds().add("A", 5).make());
    run.give("line", 100000.0);
    const auto results = run.resolved_run();
    EXPECT_EQ(*figure(results, "no_electricity_share"), 0.0);
    EXPECT_EQ(*figure(results, "beyond_health_centre_share"), 0.5);
    EXPECT_THAT(run.told(core::Severity::Information),
                testing::Contains(AllOf(HasSubstr("Two sources hold these; the one taken is in brackets: availability "
                                                  "(the household table), poor households (the household table)"),
                                        Not(HasSubstr("puskesmas")))));
}

TEST(FoodSources, TakeTheFieldThatTheUserNames) {
    FoodRunner run;
    run.add("settlements", one_settlement());
    run.add("households", FoodHouseholds().add("A", 5).make());
    run.give("line", 100000.0);
    run.name_field("no-electricity-share-field", "no_electricity_share");
    const auto results = run.resolved_run();
    EXPECT_EQ(*figure(results, "no_electricity_share"), 0.5);
    EXPECT_THAT(run.told(core::Severity::Information),
                testing::Contains(HasSubstr("electricity (a field of the settlements)")));
}

TEST(FoodSources, TakeThePoorOfTheSettlementsWhereNoLineIsGiven) {
    FoodRunner run;
    run.add("settlements", one_settlement());
    run.add("households", FoodHouseholds().add("A", 5).make());
    EXPECT_EQ(*figure(run.resolved_run(), "poor_households_share"), 0.5);
}

TEST(FoodSources, DividePoorFamiliesByFamilies) {
    FoodRunner run;
    run.add("settlements", food_settlements(2).numbers("kk_miskin", {25, 35}));
    const auto results = run.resolved_run();
    EXPECT_THAT(values_of(layer_of(results, "food_security"), "poor_households_share"), ElementsAre("0.25", "0.35"));
    EXPECT_DOUBLE_EQ(*figure(results, "poor_households_share"), 0.3);
}

TEST(FoodSources, ConvertPaddyToRice) {
    FoodRunner run;
    // 1000 people need 109.5 t of cereals a year.
    run.add("settlements", food_settlements(1).numbers("penduduk", {1000}).numbers("produksi_gkg_ton", {219.0}));
    run.give("rice-per-paddy", 0.5);
    EXPECT_NEAR(*figure(run.resolved_run(), "availability_index"), 1.0, 1e-12);
}

TEST(FoodSources, TakeTheYearsOfSchoolingOnlyWhereTheAnswerIsNotThere) {
    FoodRunner run;
    run.add("settlements", food_settlements(1));
    auto households = FoodHouseholds().add("A", 5).make();
    run.add("households", households.texts("tamat_sd", {"ya", "ya", "tidak", "tidak", "tidak"}));
    run.give("line", 100000.0);
    EXPECT_DOUBLE_EQ(*figure(run.resolved_run(), "no_basic_education_share"), 0.6);
    run.name_field("schooling-field", "lama_sekolah");
    EXPECT_DOUBLE_EQ(*figure(run.resolved_run(), "no_basic_education_share"), 0.0);
}

TEST(FoodSources, NeedALineForIncomes) {
    FoodRunner run;
    run.add("settlements", food_settlements(1));
    run.add("households", FoodHouseholds().add("A", 5).make());
    EXPECT_THAT(run.resolved_failure(),
                Pair(ExitStatus::WrongUsage, HasSubstr("--line is needed to tell which households are poor")));
}

TEST(FoodSources, RefuseFieldsNamedForBoth) {
    FoodRunner run;
    run.add("settlements", one_settlement());
    run.add("households", FoodHouseholds().add("A", 5).make());
    run.give("line", 100000.0);
    run.name_field("no-clean-water-share-field", "no_clean_water_share");
    run.name_field("clean-water-field", "air_bersih");
    EXPECT_THAT(run.resolved_failure(),
                Pair(ExitStatus::WrongUsage, HasSubstr("Fields for clean water are named both in the household table "
                                                       "and in the settlements")));
}

TEST(FoodSources, RefuseAFieldWithoutTheOtherThatItNeeds) {
    FoodRunner run;
    run.add("settlements", one_settlement());
    run.add("households", FoodHouseholds().add("A", 5).without("jumlah_art").make());
    run.name_field("production-field", "produksi_netto_kg");
    EXPECT_THAT(run.resolved_failure(),
                Pair(ExitStatus::WrongUsage, HasSubstr("To tell availability, more is needed than was named: "
                                                       "--production-field with --persons-field")));
}

TEST(FoodSources, RefuseARunThatNothingTellsOfFood) {
    FoodRunner run;
    run.add("settlements", food_settlements(1));
    EXPECT_THAT(
        run.resolved_failure(),
        Pair(ExitStatus::WrongUsage, AllOf(HasSubstr("Nothing says anything of food security."),
                                           HasSubstr("literacy (--literate-field or --illiterate-share-field"))));
}

TEST(FoodSources, RefuseAHouseholdTableThatNothingIsTakenFrom) {
    FoodRunner run;
    run.add("settlements", one_settlement());
    run.add("households", LayerMaker("rt.csv", "").nothing().texts("kode_desa", {"A"}));
    EXPECT_THAT(run.resolved_failure(), Pair(ExitStatus::WrongUsage, HasSubstr("--households has no effect: no part is "
                                                                               "taken from it. Leave it out.")));
}

struct Idle {
    const char* option;
    const char* value;
    const char* why;
};

TEST(FoodSources, RefuseOptionsWithoutEffect) {
    const Idle idle[] = {{"income-period", "year", "there are no --households"},
                         {"basic-education", "smp", "there are no --households"},
                         {"count-as", "pustu", "needs both --roads and --facilities"},
                         {"mode", "car", "needs both --roads and --facilities"}};
    for (const auto& [option, value, why] : idle) {
        FoodRunner run;
        run.add("settlements", one_settlement());
        run.give(option, std::string(value));
        const auto [status, told] = run.resolved_failure();
        EXPECT_EQ(status, ExitStatus::WrongUsage) << option;
        EXPECT_THAT(told, AllOf(HasSubstr("--" + std::string(option) + " has no effect: "), HasSubstr(why)));
    }
}

TEST(FoodSources, RefuseOptionsOfSourcesThatAreNotTaken) {
    FoodRunner run;
    run.add("settlements", food_settlements(1));
    auto households = FoodHouseholds().add("A", 5).without("produksi_netto_kg").without("pendapatan").make();
    run.add("households", households.texts("tamat_sd", {"ya", "ya", "ya", "ya", "ya"}));
    run.give("line", 100000.0);
    run.give("basic-education", "smp");
    run.give("rice-per-paddy", 0.6);
    run.give("cereal-norm", 250.0);
    run.give("shares-as", "percent");
    run.name_field("persons-field", "jumlah_art");
    const auto [status, told] = run.resolved_failure();
    EXPECT_EQ(status, ExitStatus::WrongUsage);
    EXPECT_THAT(told, AllOf(HasSubstr("--line has no effect: the poor are not told by incomes"),
                            HasSubstr("--basic-education has no effect: basic education is not judged by years"),
                            HasSubstr("--rice-per-paddy has no effect: production is not given as paddy"),
                            HasSubstr("--cereal-norm has no effect: nothing tells of production"),
                            HasSubstr("--shares-as has no effect: no share field is used that could hold percent"),
                            HasSubstr("--persons-field has no effect: nothing is told per head")));
}

TEST(FoodSources, OnlyWarnOfSuchOptionsWhereEveryOptionHasAValue) {
    FoodRunner run;
    run.add("settlements", one_settlement());
    run.give("income-period", std::string("year"));
    run.diagnostics.allow_unused_options();
    EXPECT_THAT(run.resolved_failure(), Pair(ExitStatus::Done, IsEmpty()));
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("--income-period has no effect")));
}

}  // namespace
}  // namespace desakota::analyses
