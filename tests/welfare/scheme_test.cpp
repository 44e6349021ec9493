#include "engine/welfare/scheme.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::welfare {
namespace {

using testing::Contains;

std::string class_at(const std::string& id, double value) {
    return find_class(built_in_scheme(id)->classes, value)->code;
}

TEST(BuiltInSchemes, AreAllReadAndNamedByTheirIds) {
    for (const auto& id : built_in_schemes()) {
        const auto* scheme = built_in_scheme(id);
        ASSERT_NE(scheme, nullptr) << id;
        EXPECT_EQ(scheme->id, id);
        EXPECT_FALSE(scheme->source.english.empty()) << id;
    }
    EXPECT_EQ(built_in_scheme("gini"), nullptr);
}

TEST(BuiltInSchemes, AreOfficialOnlyWhereTheirNumbersAreVerified) {
    EXPECT_TRUE(built_in_scheme("idm-2016")->official);
    for (const auto& id : {"ikp-bapanas-kabupaten", "ikp-bapanas-kota", "indeks-desa-2024", "fsva-desa-6"}) {
        EXPECT_FALSE(built_in_scheme(id)->official) << id;
    }
}

TEST(BuiltInSchemes, HoldTheFiftyIndicatorsOfIdm) {
    const auto& scheme = *built_in_scheme("idm-2016");
    EXPECT_EQ(scheme.indicators.size(), 50U);
    EXPECT_EQ(scheme.indicators[34].code, "iks_35");
    EXPECT_EQ(scheme.indicators[35].code, "ike_01");
    const auto weights = scheme.effective_weights();
    EXPECT_NEAR(weights[0], 1.0 / 105.0, 1e-15);
    EXPECT_NEAR(weights[35], 1.0 / 36.0, 1e-15);
    EXPECT_NEAR(weights[49], 1.0 / 9.0, 1e-15);
}

TEST(BuiltInSchemes, GiveTheFoodSecurityIndexItsWeights) {
    const auto weights = built_in_scheme("ikp-bapanas-kabupaten")->effective_weights();
    const std::vector<double> expected{0.30, 0.15, 0.075, 0.075, 0.05, 0.15, 0.05, 0.05, 0.10};
    ASSERT_EQ(weights.size(), expected.size());
    for (std::size_t i = 0; i < weights.size(); ++i) EXPECT_NEAR(weights[i], expected[i], 1e-12);
    const auto of_cities = built_in_scheme("ikp-bapanas-kota")->effective_weights();
    const std::vector<double> expected_of_cities{0.20, 0.125, 0.125, 0.08, 0.18, 0.08, 0.08, 0.13};
    ASSERT_EQ(of_cities.size(), expected_of_cities.size());
    for (std::size_t i = 0; i < of_cities.size(); ++i) EXPECT_NEAR(of_cities[i], expected_of_cities[i], 1e-12);
}

TEST(BuiltInSchemes, ClassTheFoodSecurityIndexAtItsBounds) {
    const std::vector<std::string> classes{"very_vulnerable", "vulnerable", "slightly_vulnerable",
                                           "slightly_secure", "secure",     "very_secure"};
    const std::vector<double> kabupaten{41.52, 51.42, 59.58, 67.75, 75.68};
    const std::vector<double> kota{28.84, 41.44, 51.29, 61.13, 70.64};
    for (std::size_t i = 0; i < kabupaten.size(); ++i) {
        EXPECT_EQ(class_at("ikp-bapanas-kabupaten", kabupaten[i]), classes[i]);
        EXPECT_EQ(class_at("ikp-bapanas-kabupaten", kabupaten[i] + 1e-6), classes[i + 1]);
        EXPECT_EQ(class_at("ikp-bapanas-kota", kota[i]), classes[i]);
        EXPECT_EQ(class_at("ikp-bapanas-kota", kota[i] + 1e-6), classes[i + 1]);
    }
}

TEST(BuiltInSchemes, ClassFoodInsecurityAtItsBounds) {
    EXPECT_EQ(class_at("ifi-lamba-2006", 0.1599999), "very_secure");
    EXPECT_EQ(class_at("ifi-lamba-2006", 0.16), "secure");
    EXPECT_EQ(class_at("ifi-lamba-2006", 0.32), "fairly_secure");
    EXPECT_EQ(class_at("ifi-lamba-2006", 0.48), "slightly_insecure");
    EXPECT_EQ(class_at("ifi-lamba-2006", 0.64), "insecure");
    EXPECT_EQ(class_at("ifi-lamba-2006", 0.8), "very_insecure");
}

TEST(BuiltInSchemes, ClassInequalityAsItsAuthoritiesDo) {
    EXPECT_EQ(class_at("gini-oshima", 0.3), "medium");
    EXPECT_EQ(class_at("gini-oshima", 0.4), "medium");
    EXPECT_EQ(class_at("gini-oshima", 0.41), "high");
    EXPECT_EQ(class_at("gini-bps", 0.41), "medium");
    EXPECT_EQ(class_at("gini-40-50", 0.39), "low");
    EXPECT_EQ(class_at("wb40", 0.1729), "low");
    EXPECT_EQ(class_at("wb40", 0.1647), "medium");
    EXPECT_EQ(class_at("wb40", 0.12), "medium");
    EXPECT_EQ(class_at("wb40", 0.1199), "high");
}

TEST(BuiltInSchemes, CountAsPoorWhatTheirClassesSay) {
    EXPECT_EQ(built_in_scheme("sajogyo-1977-rural")->poor_below, 320.0);
    EXPECT_EQ(built_in_scheme("sajogyo-1977-urban")->poor_below, 480.0);
    EXPECT_EQ(built_in_scheme("sajogyo-1997-six")->poor_below, 320.0);
    EXPECT_EQ(built_in_scheme("sajogyo-suhardjo-1997")->poor_below, 480.0);
    EXPECT_EQ(class_at("sajogyo-1997-six", 400.0), "near_poor");
    EXPECT_EQ(class_at("sajogyo-suhardjo-1997", 400.0), "poor");
    EXPECT_EQ(class_at("sajogyo-1977-rural", 400.0), "not_poor");
    EXPECT_EQ(class_at("sajogyo-1977-urban", 400.0), "poor");
}

}  // namespace
}  // namespace desakota::welfare
