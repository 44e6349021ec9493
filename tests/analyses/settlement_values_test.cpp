#include "engine/analyses/settlement_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct ValuesRun : TestRun {
    explicit ValuesRun(const LayerMaker& settlements, const std::string& field = "nilai") {
        add("settlements", settlements);
        find("name-field", "nama");
        find("value-field", field);
    }
    std::vector<std::optional<double>> shares(ShareUnit unit = ShareUnit::Fraction) {
        return read_settlement_shares(arguments, {"value-field", {"the share", "proporsinya"}}, unit, diagnostics);
    }
    std::vector<std::optional<double>> amounts() {
        return read_settlement_amounts(arguments, {"value-field", {"the production", "produksi"}}, diagnostics);
    }
};

LayerMaker two() {
    return LayerMaker("desa.csv", "").nothing().nothing().texts("nama", {"Hulu", "Hilir"});
}

TEST(SettlementShares, AreReadAsNumbersAndAsText) {
    EXPECT_THAT(ValuesRun(two().numbers("nilai", {0.35, 1.0})).shares(), ElementsAre(0.35, 1.0));
    EXPECT_THAT(ValuesRun(two().texts("nilai", {"0,35", ""})).shares(), ElementsAre(0.35, std::nullopt));
    EXPECT_THAT(ValuesRun(two().texts("nilai", {"35,5", "0"})).shares(ShareUnit::Percent), ElementsAre(0.355, 0.0));
}

TEST(SettlementShares, RecognisePercent) {
    ValuesRun run(two().numbers("nilai", {35.0, 0.5}));
    (void)run.shares();
    EXPECT_THAT(run.errors(), ElementsAre("desa.csv: 'nilai' holds 35 (values above 1: 1); a share lies between 0 and "
                                          "1. It looks like percent: if so, say --shares-as percent."));
}

TEST(SettlementShares, OfThisProgramsNamesAreFractionsInAnyCase) {
    for (const auto* name : {"share_beyond", "poor_households_share"}) {
        EXPECT_THAT(ValuesRun(two().numbers(name, {0.35, 0.5}), name).shares(ShareUnit::Percent),
                    ElementsAre(0.35, 0.5));
        ValuesRun run(two().numbers(name, {35.0, 0.5}), name);
        (void)run.shares(ShareUnit::Percent);
        EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("divide it by 100, or rename it and say --shares-as percent")));
    }
}

TEST(SettlementShares, MustLieBetweenNothingAndAll) {
    ValuesRun run(two().numbers("nilai", {-0.1, 250.0}));
    (void)run.shares();
    EXPECT_THAT(run.errors(), ElementsAre("desa.csv, fid 1 \"Hulu\": the share is -0.1; it must lie between 0 and 1. "
                                          "Correct the value or leave it empty.",
                                          HasSubstr("fid 2 \"Hilir\": the share is 250;")));
    ValuesRun percent(two().numbers("nilai", {35.0, 101.0}));
    (void)percent.shares(ShareUnit::Percent);
    EXPECT_THAT(percent.errors(), ElementsAre(HasSubstr("the share is 101; it must lie between 0 and 100")));
}

TEST(SettlementShares, MayExceedTheirLimitsByRoundings) {
    EXPECT_THAT(ValuesRun(two().numbers("nilai", {1.0000000001, 0.0})).shares(), ElementsAre(1.0, 0.0));
}

TEST(SettlementShares, MustBeNumbers) {
    ValuesRun run(two().texts("nilai", {"banyak", "0.5"}));
    (void)run.shares();
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("the share is \"banyak\", which is not a number")));
}

TEST(SettlementShares, NamedForPercentButReadAsFractionsAreDoubted) {
    ValuesRun run(two().numbers("persen_miskin", {0.8, 0.2}), "persen_miskin");
    EXPECT_THAT(run.shares(), ElementsAre(0.8, 0.2));
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("'persen_miskin' is named for percent, but holds nothing above "
                                                      "1 and is read as fractions")));
}

TEST(SettlementAmounts, AreReadTheIndonesianWay) {
    EXPECT_THAT(ValuesRun(two().texts("nilai", {"1.250", "12,5"})).amounts(), ElementsAre(1250.0, 12.5));
}

TEST(SettlementAmounts, CannotBeNegative) {
    ValuesRun run(two().numbers("nilai", {-3.0, 5.0}));
    (void)run.amounts();
    EXPECT_THAT(run.errors(), ElementsAre("desa.csv, fid 1 \"Hulu\": the production is -3; it cannot be negative. "
                                          "Correct the value or leave it empty."));
}

TEST(SettlementAmounts, AreNoneWithoutAField) {
    TestRun run;
    run.add("settlements", two());
    EXPECT_THAT(read_settlement_amounts(run.arguments, {"value-field", {"a", "b"}}, run.diagnostics), IsEmpty());
}

}  // namespace
}  // namespace desakota::analyses
