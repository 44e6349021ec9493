#include "engine/analyses/food_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/food_run.h"

namespace desakota::analyses {
namespace {

using core::ExitStatus;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

struct HouseholdRunner : FoodRunner {
    explicit HouseholdRunner(const FoodHouseholds& households) {
        add("settlements", food_settlements(1));
        add("households", households.make());
        give("line", 100000.0);
    }
};

TEST(FoodParts, RefuseNumbersOutsideTheirRangesAndNameTheRowOnly) {
    HouseholdRunner run(FoodHouseholds()
                            .add("A", 5)
                            .with("jumlah_art", 0, "0")
                            .with("produksi_netto_kg", 1, "-5")
                            .with("pendapatan", 2, "-1")
                            .with("jam_kerja", 3, "169")
                            .with("lama_sekolah", 4, "31")
                            .with("listrik", 0, "kadang")
                            .with("jumlah_anak", 1, "-1"));
    const auto [status, told] = run.resolved_failure();
    EXPECT_EQ(status, ExitStatus::UnfitInput);
    EXPECT_THAT(told, AllOf(HasSubstr("rt.csv, fid 1: the number of persons is 0; it must be above 0"),
                            HasSubstr("rt.csv, fid 2: the production is -5; it must be at least 0"),
                            HasSubstr("rt.csv, fid 3: the income is -1; it must be at least 0"),
                            HasSubstr("rt.csv, fid 4: the hours a week is 169; it must be at most 168"),
                            HasSubstr("rt.csv, fid 5: the years of schooling is 31; it must be at most 30"),
                            HasSubstr("rt.csv, fid 1: electricity is neither yes nor no"),
                            HasSubstr("rt.csv, fid 2: the number of children is -1; it must be at least 0")));
}

TEST(FoodParts, RefuseMoreImmunisedChildrenThanChildren) {
    HouseholdRunner run(FoodHouseholds().add("A", 5).with("anak_diimunisasi", 2, "3"));
    EXPECT_THAT(run.resolved_failure(),
                Pair(ExitStatus::UnfitInput, HasSubstr("rt.csv, fid 3: 3 immunised children of 2; there cannot be more "
                                                       "than there are children.")));
}

TEST(FoodParts, RefuseMorePoorFamiliesThanFamilies) {
    FoodRunner run;
    run.add("settlements", food_settlements(1).numbers("kk_miskin", {101}));
    EXPECT_THAT(run.resolved_failure(),
                Pair(ExitStatus::UnfitInput,
                     HasSubstr("desa.csv, fid 1 \"A\": 101 poor families of 100; there cannot be more than there are "
                               "families.")));
}

TEST(FoodParts, RefusePercentTakenForFractions) {
    FoodRunner run;
    run.add("settlements", food_settlements(2).numbers("persen_miskin", {35, 40}));
    EXPECT_THAT(run.resolved_failure(), Pair(ExitStatus::UnfitInput, HasSubstr("say --shares-as percent")));
    FoodRunner converted;
    converted.add("settlements", food_settlements(2).numbers("persen_miskin", {35, 40}));
    converted.give("shares-as", "percent");
    EXPECT_DOUBLE_EQ(*figure(converted.resolved_run(), "poor_households_share"), 0.375);
}

TEST(FoodParts, ListHouseholdsOfUnknownSettlements) {
    HouseholdRunner run(FoodHouseholds().add("A", 5).add("X", 2));
    const auto results = run.resolved_run();
    EXPECT_THAT(run.warnings(), testing::Contains(AllOf(HasSubstr("households left out"), HasSubstr("\"X\" (2)"))));
    EXPECT_EQ(*figure(results, "households"), 5.0);
}

TEST(FoodParts, CountHouseholdsWithoutAnyFigureAsLeftOut) {
    FoodHouseholds households;
    households.add("A", 6);
    for (const auto* column : {"produksi_netto_kg", "pendapatan", "jam_kerja", "lama_sekolah", "listrik", "air_bersih",
                               "jumlah_anak", "anak_diimunisasi", "ibu_melek_huruf"}) {
        households.with(column, 2, "");
    }
    HouseholdRunner run(households);
    const auto results = run.resolved_run();
    const auto& layer = layer_of(results, "food_security");
    EXPECT_THAT(values_of(layer, "n"), ElementsAre("5"));
    EXPECT_THAT(values_of(layer, "left_out"), ElementsAre("1"));
    EXPECT_THAT(values_of(layer, "reason"), ElementsAre(HasSubstr("1 left out: without any of the figures.")));
}

TEST(FoodParts, LeaveHouseholdsWithoutAnAnswerOutOfThatPartAlone) {
    HouseholdRunner run(FoodHouseholds().add("A", 6).with("produksi_netto_kg", 0, "").with("listrik", 1, ""));
    const auto results = run.resolved_run();
    EXPECT_DOUBLE_EQ(*figure(results, "availability_index"), 1.0);
    const auto& parts = layer_of(results, "food_security_contributions");
    EXPECT_THAT(values_of(parts, "n"), ElementsAre("5", "6", "6", "6", "5", "6", "6", "-", "6"));
    EXPECT_THAT(values_of(parts, "source")[7], "none");
    EXPECT_THAT(values_of(parts, "status")[7], "no_source");
}

TEST(FoodParts, TakeSettlementsOfNobodyOrWithoutProductionFiguresAsNotKnown) {
    FoodRunner run;
    run.add(
        "settlements",
        food_settlements(3).texts("penduduk", {"0", "100", "100"}).texts("produksi_netto_kg", {"500", "", "10950"}));
    const auto results = run.resolved_run();
    const auto& layer = layer_of(results, "food_security");
    EXPECT_THAT(values_of(layer, "availability_index"), ElementsAre("-", "-", "1"));
    EXPECT_THAT(values_of(layer, "no_local_production"), ElementsAre("-", "-", "false"));
    EXPECT_THAT(values_of(layer, "reason")[0], HasSubstr("Not known here: availability."));
}

TEST(FoodParts, KeepAShareWhereTheNumberOfFamiliesIsNotKnown) {
    FoodRunner run;
    auto settlements = LayerMaker("desa.csv", "").nothing().nothing().texts("kode", {"A", "B"});
    run.add("settlements", settlements.texts("jumlah_kk", {"", "100"}).numbers("illiterate_share", {0.9, 0.1}));
    const auto results = run.resolved_run();
    EXPECT_THAT(values_of(layer_of(results, "food_security"), "illiterate_share"), ElementsAre("0.9", "0.1"));
    EXPECT_DOUBLE_EQ(*figure(results, "illiterate_share"), 0.1);
}

TEST(FoodParts, DoubtProductionInTheWrongUnit) {
    FoodRunner run;
    run.add("settlements", food_settlements(1).numbers("penduduk", {1000}).numbers("produksi_netto_kg", {109.5}));
    (void)run.resolved_run();
    EXPECT_THAT(run.warnings(), testing::Contains(HasSubstr("Production comes to 0.300 g of cereals per head a day")));
}

}  // namespace
}  // namespace desakota::analyses
