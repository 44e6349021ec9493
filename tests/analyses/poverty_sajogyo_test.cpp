#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/poverty_run.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kPoor = "sajogyo_poor_households_share";

/// So many households in each class of Suhardjo's version, at a price of 12: a rupiah a month is a kilogram a year.
VillageRows in_classes(const std::string& id, const std::vector<int>& counts) {
    const double kilograms[] = {100, 240, 360, 480, 960};
    VillageRows village{id, {}};
    for (std::size_t c = 0; c < counts.size(); ++c)
        village.incomes.insert(village.incomes.end(), counts[c], kilograms[c]);
    return village;
}

struct SajogyoRun : PovertyRun {
    explicit SajogyoRun(const std::vector<VillageRows>& villages, const std::string& version = "suhardjo_1997")
        : PovertyRun(villages) {
        give("sajogyo", version);
        give("rice-price", 12.0);
    }
};

std::vector<double> class_shares(const layers::Layer& layer, std::size_t row) {
    std::vector<double> shares;
    for (const auto* name : {"poorest", "very_poor", "poor", "sufficient", "rich"}) {
        shares.push_back(100.0 * *number_of(layer, std::string("sajogyo_") + name + "_share", row));
    }
    return shares;
}

/// Golden vectors T3-GS, T3-S2 (whose published whole percentages need not sum to 100) and T3-kec.
TEST(PovertySajogyo, ReproducesThePapersTableThree) {
    SajogyoRun run({in_classes("Gunung Sari", {0, 1, 5, 9, 3}), in_classes("Selimau II", {0, 2, 4, 7, 2}),
                    in_classes("others", {1, 5, 9, 26, 6})});
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty");
    EXPECT_THAT(class_shares(layer, 0), testing::Pointwise(testing::DoubleNear(1.01), {0.0, 6.0, 28.0, 49.0, 17.0}));
    EXPECT_THAT(class_shares(layer, 1), testing::Pointwise(testing::DoubleNear(0.5), {0.0, 13.0, 27.0, 47.0, 13.0}));
    EXPECT_THAT(class_shares(layer_of(results, "poverty_summary"), 0),
                testing::Pointwise(testing::DoubleNear(1e-9), {1.25, 10.0, 22.5, 52.5, 13.75}));
    EXPECT_NEAR(*figure(results, kPoor), 0.3375, 1e-12);
    EXPECT_THAT(values_of(layer, "sajogyo_class"), ElementsAre("sufficient", "sufficient", "sufficient"));
    EXPECT_EQ(layer.styles.front().name, "sajogyo");
}

TEST(PovertySajogyo, VersionsDifferInWhoIsPoor) {
    const std::vector<VillageRows> villages{{"A", {100, 200, 300, 400, 500, 600, 1000, 1000, 1000, 1000}}};
    for (const auto& [version, poor] : std::initializer_list<std::pair<const char*, double>>{
             {"rural_1977", 0.3}, {"urban_1977", 0.4}, {"six_1997", 0.3}, {"suhardjo_1997", 0.4}}) {
        EXPECT_DOUBLE_EQ(*figure(SajogyoRun(villages, version).run(), kPoor), poor) << version;
    }
}

TEST(PovertySajogyo, TheCommonestClassIsThePoorerOfTwoAlike) {
    SajogyoRun run({in_classes("A", {0, 3, 1, 3, 0}), in_classes("B", {0, 0, 1, 5, 0})});
    EXPECT_THAT(values_of(layer_of(run.run(), "poverty"), "sajogyo_class"), ElementsAre("very_poor", "sufficient"));
}

TEST(PovertySajogyo, TakesTheLocalPriceWhereThereIsOne) {
    SajogyoRun run({in_classes("A", {0, 0, 0, 6, 0}), in_classes("B", {0, 0, 0, 6, 0})});
    // At twice the price the same income buys half of the rice: 240 kg.
    auto& prices = run.arguments.layers["settlements"][0].add_column({"harga", layers::ColumnType::Number, "", {}});
    prices.add_number(24);
    prices.add_missing();
    run.name("rice-price-field", "harga");
    EXPECT_THAT(values_of(layer_of(run.run(), "poverty"), "sajogyo_class"), ElementsAre("very_poor", "sufficient"));
}

TEST(PovertySajogyo, APriceThatWasTypedHoldsAgainstAFieldThatWasFound) {
    SajogyoRun run({in_classes("A", {0, 0, 0, 6, 0})});
    run.add_numbers("harga_beras", {24});
    run.find("rice-price-field", "harga_beras");
    EXPECT_THAT(values_of(layer_of(run.run(), "poverty"), "sajogyo_class"), ElementsAre("sufficient"));
}

TEST(PovertySajogyo, ASettlementWithoutAPriceHasNoClassesAndTheOthersHave) {
    SajogyoRun run({in_classes("A", {0, 0, 6, 0, 0}), in_classes("B", {0, 0, 0, 6, 0})});
    run.arguments.numbers.erase("rice-price");
    auto& prices = run.arguments.layers["settlements"][0].add_column({"harga", layers::ColumnType::Number, "", {}});
    prices.add_number(12);
    prices.add_missing();
    run.name("rice-price-field", "harga");
    run.with_lines({400});
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty");
    EXPECT_THAT(values_of(layer, "sajogyo_class"), ElementsAre("poor", "-"));
    EXPECT_THAT(values_of(layer, kPoor), ElementsAre("1", "-"));
    EXPECT_THAT(values_of(layer, "line_400_poor_households_share"), ElementsAre("1", "0"));
    EXPECT_DOUBLE_EQ(*figure(results, kPoor), 1.0);
    EXPECT_THAT(run.warnings(),
                ElementsAre(HasSubstr("desa: without a price of rice, and so without Sajogyo's classes: "
                                      "fid 2 \"B\".")));
}

TEST(PovertySajogyo, APriceOfZeroIsUnfit) {
    SajogyoRun run({in_classes("A", {0, 0, 6, 0, 0})});
    run.add_numbers("harga", {0});
    run.name("rice-price-field", "harga");
    const auto [status, text] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_THAT(text, HasSubstr("desa: the price of rice is 0: fid 1 \"A\"."));
}

}  // namespace
}  // namespace desakota::analyses
