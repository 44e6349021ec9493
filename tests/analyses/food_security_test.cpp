#include "engine/analyses/food_security.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/food_run.h"

namespace desakota::analyses {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Table 6 of the paper on Tanjung Selor.
LayerMaker paper_table() {
    return settlements_with_figures({{1.15, 1.36, 0.48, 0.71, 0.70, 0.81},
                                     {0.15, 0.23, 0.11, 0.28, 0.27, 0.26},
                                     {0.20, 0.16, 0.16, 0.37, 0.40, 0.24}});
}

TEST(FoodSecurity, GivesThePapersTableFromFiguresOfTheSettlements) {
    FoodRunner run;
    run.add("settlements", paper_table());
    const auto results = run.resolved_run();
    const auto& layer = layer_of(results, "food_security");
    const double indices[] = {
        0.5, 0.5833333333333334, 0.25, 0.4533333333333333, 0.4566666666666667, 0.4366666666666667};
    for (std::size_t row = 0; row < 6; ++row) EXPECT_NEAR(*number_of(layer, "ifi_lamba", row), indices[row], 1e-12);
    EXPECT_THAT(values_of(layer, "food_security_class"),
                ElementsAre("slightly_insecure", "slightly_insecure", "secure", "fairly_secure", "fairly_secure",
                            "fairly_secure"));
    EXPECT_THAT(values_of(layer, "availability_class"),
                ElementsAre("deficit", "deficit", "surplus", "surplus", "surplus", "surplus"));
    EXPECT_THAT(values_of(layer, "access_class"),
                ElementsAre("very_secure", "secure", "very_secure", "secure", "secure", "secure"));
    EXPECT_THAT(values_of(layer, "utilisation_class"),
                ElementsAre("secure", "secure", "secure", "fairly_secure", "fairly_secure", "secure"));
    EXPECT_NEAR(*number_of(layer, "ifi_lamba_bounded", 0), (0.575 + 0.15 + 0.20) / 3.0, 1e-12);
    EXPECT_THAT(values_of(layer, "food_security_class_bounded").front(), "secure");
    EXPECT_THAT(values_of(layer, "largest_part"), Each("availability"));
    EXPECT_NEAR(*number_of(layer, "cereal_g", 2), 300.0 / 0.48, 1e-9);
    EXPECT_THAT(values_of(layer, "status"), Each("computed"));
    EXPECT_THAT(values_of(layer, "n"), Each("-"));
    EXPECT_THAT(values_of(layer, "unsure"), Each("-"));
    EXPECT_THAT(values_of(layer, "reason"), Each("From figures of the settlement, not of a household table."));
    EXPECT_THAT(run.warnings(), IsEmpty());
}

TEST(FoodSecurity, PoolsRatiosOfSumsUnlessTheMeanOfSettlementsIsAskedFor) {
    for (const bool is_unweighted : {false, true}) {
        FoodRunner run;
        run.add("settlements", settlements_with_figures({{0.5, 2.0}, {0.2, 0.4}, {0.1, 0.3}}));
        if (is_unweighted) run.give("aggregate", "unweighted");
        const auto results = run.resolved_run();
        const auto& summary = layer_of(results, "food_security_summary");
        // As many people in both: the harmonic mean of 0.5 and 2 is 0.8, the plain mean 1.25.
        EXPECT_NEAR(*number_of(summary, "availability_index", 0), is_unweighted ? 1.25 : 0.8, 1e-12);
        EXPECT_NEAR(*number_of(summary, "access_index", 0), 0.3, 1e-12);
        EXPECT_NEAR(*number_of(summary, "ifi_lamba", 0), ((is_unweighted ? 1.25 : 0.8) + 0.3 + 0.2) / 3.0, 1e-12);
        EXPECT_NEAR(*number_of(summary, "ifi_lamba_bounded", 0), ((is_unweighted ? 0.625 : 0.4) + 0.3 + 0.2) / 3.0,
                    1e-12);
        EXPECT_THAT(values_of(summary, "families"), ElementsAre("200"));
    }
}

TEST(FoodSecurity, PoolsSharesOfSettlementsByTheirFamilies) {
    FoodRunner run;
    auto settlements = settlements_with_figures({{1.0, 1.0}, {0.2, 0.6}, {0.1, 0.1}}).make();
    *settlements.find("jumlah_kk") = layers::Column({"jumlah_kk", layers::ColumnType::Number, "", {}});
    settlements.find("jumlah_kk")->add_number(300.0);
    settlements.find("jumlah_kk")->add_number(100.0);
    run.arguments.layers["settlements"] = {settlements};
    EXPECT_NEAR(*figure(run.resolved_run(), "poor_households_share"), 0.3, 1e-12);
}

TEST(FoodSecurity, CountsSettlementsAlikeWithoutFamiliesAndSaysSo) {
    FoodRunner run;
    auto settlements = settlements_with_figures({{1.0, 1.0}, {0.2, 0.6}, {0.1, 0.1}}).make();
    std::erase_if(settlements.columns, [](const layers::Column& column) { return column.name() == "jumlah_kk"; });
    run.arguments.layers["settlements"] = {settlements};
    EXPECT_NEAR(*figure(run.resolved_run(), "poor_households_share"), 0.4, 1e-12);
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("shares of settlements count alike")));
}

TEST(FoodSecurity, WorksOutEveryPartFromTheHouseholdTable) {
    FoodRunner run;
    auto settlements = food_settlements(1);
    run.add("settlements", settlements.numbers("share_beyond", {0.25}));
    run.add("households", FoodHouseholds()
                              .add("A", 10)
                              .with("produksi_netto_kg", 0, "0")
                              .with("pendapatan", 0, "800000")
                              .with("pendapatan", 1, "1000000")
                              .with("pendapatan", 2, "")
                              .with("jam_kerja", 0, "14.9")
                              .with("jam_kerja", 1, "15")
                              .with("lama_sekolah", 0, "5")
                              .with("lama_sekolah", 1, "6")
                              .with("listrik", 3, "tidak")
                              .with("listrik", 4, "tidak")
                              .with("air_bersih", 5, "tidak")
                              .with("air_bersih", 6, "")
                              .with("jumlah_anak", 0, "0")
                              .with("anak_diimunisasi", 0, "0")
                              .with("anak_diimunisasi", 1, "0")
                              .with("anak_diimunisasi", 2, "1")
                              .with("ibu_melek_huruf", 7, "tidak")
                              .with("ibu_melek_huruf", 8, "")
                              .with("ibu_melek_huruf", 9, "")
                              .make());
    run.give("line", 250000.0);
    const auto results = run.resolved_run();
    const auto& layer = layer_of(results, "food_security");
    // 40 persons need 4,380 kg and have 9 x 438.
    EXPECT_NEAR(*number_of(layer, "availability_index", 0), 10.0 / 9.0, 1e-12);
    EXPECT_NEAR(*number_of(layer, "poor_households_share", 0), 1.0 / 9.0, 1e-12);  // 250,000 is not below the line
    EXPECT_NEAR(*number_of(layer, "short_hours_share", 0), 0.1, 1e-12);
    EXPECT_NEAR(*number_of(layer, "no_basic_education_share", 0), 0.1, 1e-12);
    EXPECT_NEAR(*number_of(layer, "no_electricity_share", 0), 0.2, 1e-12);
    EXPECT_NEAR(*number_of(layer, "not_immunised_share", 0), 3.0 / 18.0, 1e-12);  // of children
    EXPECT_NEAR(*number_of(layer, "no_clean_water_share", 0), 1.0 / 9.0, 1e-12);
    EXPECT_NEAR(*number_of(layer, "beyond_health_centre_share", 0), 0.25, 1e-12);
    EXPECT_NEAR(*number_of(layer, "illiterate_share", 0), 1.0 / 8.0, 1e-12);
    const double health = (3.0 / 18.0 + 1.0 / 9.0 + 0.25) / 3.0;
    const double access = (1.0 / 9.0 + 0.1 + 0.1 + 0.2) / 4.0;
    EXPECT_NEAR(*number_of(layer, "health_index", 0), health, 1e-12);
    EXPECT_NEAR(*number_of(layer, "utilisation_index", 0), (health + 0.125) / 2.0, 1e-12);
    EXPECT_NEAR(*number_of(layer, "ifi_lamba", 0), (10.0 / 9.0 + access + (health + 0.125) / 2.0) / 3.0, 1e-12);
    EXPECT_THAT(values_of(layer, "n"), ElementsAre("10"));
    EXPECT_THAT(values_of(layer, "unsure"), ElementsAre("true"));
    EXPECT_THAT(values_of(layer, "reason"),
                ElementsAre("Rests on 10 households (poor households on 9, immunisation on 9, clean water on 9, "
                            "literacy on 8). Fewer than 30: unsure."));
}

TEST(FoodSecurity, JudgesPovertyAndEducationAsAsked) {
    const auto shares = [](bool at_line, const char* education) {
        FoodRunner run;
        run.add("settlements", food_settlements(1));
        run.add("households", FoodHouseholds().add("A", 10).with("lama_sekolah", 0, "8").make());
        run.give("line", 400000.0);
        run.arguments.yes_no["at-line-is-poor"] = at_line;
        run.give("basic-education", education);
        const auto results = run.resolved_run();
        return std::pair(*figure(results, "poor_households_share"), *figure(results, "no_basic_education_share"));
    };
    EXPECT_THAT(shares(false, "sd"), testing::Pair(0.0, 0.0));
    EXPECT_THAT(shares(true, "smp"), testing::Pair(1.0, 0.1));
}

TEST(FoodSecurity, WeighsHouseholdsBySurveyWeight) {
    FoodRunner run;
    run.add("settlements", food_settlements(1));
    auto households = FoodHouseholds().add("A", 5).with("listrik", 0, "tidak").with("produksi_netto_kg", 0, "0").make();
    run.add("households", households.numbers("bobot", {4, 1, 1, 1, 1}));
    run.give("line", 100000.0);
    const auto results = run.resolved_run();
    EXPECT_NEAR(*figure(results, "no_electricity_share"), 0.5, 1e-12);
    EXPECT_NEAR(*figure(results, "availability_index"), 2.0, 1e-12);
}

TEST(FoodSecurity, GivesNoAvailabilityWithoutLocalProduction) {
    for (const auto* variant : {"paper", "bounded"}) {
        FoodRunner run;
        run.add("settlements", food_settlements(2).numbers("share_beyond", {0.0, 0.0}));
        auto households = FoodHouseholds().add("A", 5).add("B", 5);
        for (std::size_t row = 0; row < 5; ++row) households.with("produksi_netto_kg", row, "0");
        run.add("households", households.make());
        run.give("line", 100000.0);
        run.give("variant", variant);
        const auto results = run.resolved_run();
        const auto& layer = layer_of(results, "food_security");
        EXPECT_THAT(values_of(layer, "availability_index"), ElementsAre("-", "1"));
        EXPECT_THAT(values_of(layer, "availability_class"), ElementsAre("-", "balanced"));
        EXPECT_THAT(values_of(layer, "no_local_production"), ElementsAre("true", "false"));
        EXPECT_THAT(values_of(layer, "cereal_g"), ElementsAre("0", "300"));
        EXPECT_THAT(values_of(layer, "ifi_lamba").front(), "-");
        EXPECT_NEAR(*number_of(layer, "ifi_lamba_bounded", 0), 1.0 / 3.0, 1e-12);
        const bool is_paper = variant == std::string("paper");
        EXPECT_THAT(values_of(layer, "status"), ElementsAre(is_paper ? "not_computed" : "computed", "computed"));
        EXPECT_THAT(values_of(layer, "food_security_class").front(), is_paper ? "-" : "fairly_secure");
        EXPECT_THAT(values_of(layer, "reason").front(),
                    HasSubstr(is_paper ? "The index is not computed. No local production. Rests on 5 households."
                                       : "No local production: availability counts as its worst, 1."));
        // Together they have the production of one for the needs of both.
        EXPECT_NEAR(*figure(results, "availability_index"), 2.0, 1e-12);
    }
}

TEST(FoodSecurity, ScoresRelativeToTheOtherSettlements) {
    FoodRunner run;
    run.add("settlements", settlements_with_figures({{0.5, 1.0, 1.5}, {0.2, 0.4, 0.6}, {0.3, 0.3, 0.3}}));
    run.give("variant", "minmax");
    const auto results = run.resolved_run();
    const auto& layer = layer_of(results, "food_security");
    EXPECT_NEAR(*number_of(layer, "ifi_lamba_minmax", 0), 0.0, 1e-12);
    EXPECT_NEAR(*number_of(layer, "ifi_lamba_minmax", 1), 1.0 / 3.0, 1e-12);
    EXPECT_NEAR(*number_of(layer, "ifi_lamba_minmax", 2), 2.0 / 3.0, 1e-12);
    EXPECT_THAT(values_of(layer, "food_security_class"), ElementsAre("very_secure", "fairly_secure", "insecure"));
    EXPECT_NEAR(*number_of(layer, "ifi_lamba", 2), (1.5 + 0.6 + 0.3) / 3.0, 1e-12);
    EXPECT_THAT(run.warnings(),
                ElementsAre("The settlements do not differ in these parts, which count as 0 in the relative variant: "
                            "immunisation, clean water, distance to the puskesmas, literacy."));
}

TEST(FoodSecurity, WithholdsFiguresOfFewHouseholds) {
    FoodRunner run;
    run.add("settlements", food_settlements(3).numbers("share_beyond", {0.5, 0.5, 0.5}));
    run.add(
        "households",
        FoodHouseholds().add("A", 4).add("B", 6).with("ibu_melek_huruf", 4, "").with("ibu_melek_huruf", 5, "").make());
    run.give("line", 100000.0);
    const auto results = run.resolved_run();
    const auto& layer = layer_of(results, "food_security");
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("withheld", "withheld", "no_households"));
    EXPECT_THAT(values_of(layer, "poor_households_share"), ElementsAre("-", "-", "-"));
    EXPECT_THAT(values_of(layer, "no_local_production"), ElementsAre("-", "-", "-"));
    EXPECT_THAT(values_of(layer, "illiterate_share"), ElementsAre("-", "-", "-"));
    EXPECT_THAT(values_of(layer, "beyond_health_centre_share"), ElementsAre("0.5", "0.5", "0.5"));
    EXPECT_THAT(
        values_of(layer, "reason"),
        ElementsAre("The index is not computed. Withheld: only 4 households, who could be recognised.",
                    "The index is not computed. Withheld, since households could be recognised (fewer than 5, here "
                    "or by difference): availability, poor households, short hours, basic education, electricity, "
                    "immunisation, clean water, literacy. Rests on 6 households.",
                    "The index is not computed. No household of the table counts here."));
    const auto& parts = layer_of(results, "food_security_contributions");
    EXPECT_THAT(values_of(parts, "value")[1], "-");
    EXPECT_THAT(values_of(parts, "status")[1], "withheld");
    EXPECT_EQ(*figure(results, "poor_households_share"), 0.0);
}

TEST(FoodSecurity, ShowsThePartsThatThereAreWhereOthersAreMissing) {
    FoodRunner run;
    run.add("settlements", food_settlements(1));
    run.add("households", FoodHouseholds().add("A", 40).without("ibu_melek_huruf").make());
    run.give("line", 100000.0);
    const auto results = run.resolved_run(core::Language::Indonesian);
    const auto& layer = layer_of(results, "food_security");
    EXPECT_THAT(values_of(layer, "access_index"), ElementsAre("0"));
    EXPECT_THAT(values_of(layer, "no_clean_water_share"), ElementsAre("0"));
    EXPECT_THAT(values_of(layer, "health_index"), ElementsAre("-"));
    EXPECT_THAT(values_of(layer, "ifi_lamba"), ElementsAre("-"));
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("not_computed"));
    EXPECT_THAT(values_of(layer, "unsure"), ElementsAre("false"));
    EXPECT_THAT(values_of(layer, "reason"),
                ElementsAre("Indeks tidak dihitung. Tidak ada data: jarak ke puskesmas, melek huruf. Berdasarkan 40 "
                            "rumah tangga."));
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("distance to the puskesmas (--roads with --facilities")));
}

TEST(FoodSecurity, SplitsTheIndexIntoContributions) {
    FoodRunner run;
    run.add("settlements", settlements_with_figures({{1.2}, {0.4}, {0.1}}));
    const auto results = run.resolved_run();
    const auto& parts = layer_of(results, "food_security_contributions");
    EXPECT_THAT(values_of(parts, "part"),
                ElementsAre("availability", "poor_households", "short_hours", "no_basic_education", "no_electricity",
                            "not_immunised", "no_clean_water", "beyond_health_centre", "illiterate"));
    EXPECT_NEAR(*number_of(parts, "contribution", 0), 0.4, 1e-12);
    EXPECT_NEAR(*number_of(parts, "contribution", 1), 0.4 / 12.0, 1e-12);
    EXPECT_NEAR(*number_of(parts, "contribution", 5), 0.1 / 18.0, 1e-12);
    EXPECT_NEAR(*number_of(parts, "contribution", 8), 0.1 / 6.0, 1e-12);
    EXPECT_NEAR(*number_of(parts, "contribution_share", 0), 0.4 / ((1.2 + 0.4 + 0.1) / 3.0), 1e-12);
    EXPECT_THAT(values_of(parts, "source"), Each("settlements"));
    EXPECT_THAT(values_of(parts, "part_title")[8], "Illiterate housewives (share)");
}

TEST(FoodSecurity, AnswersInBothLanguages) {
    FoodRunner run;
    run.add("settlements", paper_table());
    const auto results = run.resolved_run();
    EXPECT_EQ(results.summary[0].english,
              "Food insecurity index (Lamba 2006, 0 is best; as in the paper) of all settlements together: 0.41 "
              "(fairly food secure); with availability bounded 0.29 (food secure).");
    EXPECT_EQ(results.summary[0].indonesian,
              "Indeks kerawanan pangan (Lamba 2006, 0 terbaik; seperti dalam makalah) semua permukiman: 0,41 (cukup "
              "tahan pangan); bila ketersediaan dibatasi 0,29 (tahan pangan).");
    EXPECT_EQ(results.summary[1].english,
              "Settlements: 2 somewhat food insecure, 3 fairly food secure, 1 food secure.");
    EXPECT_EQ(results.summary[1].indonesian, "Permukiman: 2 agak rawan pangan, 3 cukup tahan pangan, 1 tahan pangan.");
}

TEST(FoodSecurity, HoldsEveryColumnThatItDeclares) {
    FoodRunner run;
    run.add("settlements", paper_table());
    run.give("variant", "minmax");
    const auto results = run.resolved_run();
    ASSERT_EQ(results.layers.size(), run.analysis.outputs.size());
    for (std::size_t i = 0; i < results.layers.size(); ++i) {
        EXPECT_EQ(results.layers[i].name, run.analysis.outputs[i].name);
        EXPECT_EQ(names_of(results.layers[i].columns), names_of(run.analysis.outputs[i].columns));
        for (const auto& column : results.layers[i].columns) EXPECT_EQ(column.size(), results.layers[i].row_count);
    }
}

}  // namespace
}  // namespace desakota::analyses
