#include "engine/welfare/sajogyo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::welfare {
namespace {

std::string class_at(const char* version, double kg) {
    return find_class(sajogyo_version(version)->scheme->classes, kg)->code;
}

bool is_poor_at(const char* version, double kg) {
    return *class_of(sajogyo_version(version)->scheme->classes, kg) < sajogyo_version(version)->poor_classes();
}

TEST(Sajogyo, HasFourVersions) {
    ASSERT_EQ(sajogyo_versions().size(), 4U);
    for (const auto& version : sajogyo_versions()) {
        ASSERT_NE(version.scheme, nullptr) << version.code;
        EXPECT_EQ(version.poor_classes(), 3U) << version.code;
    }
    EXPECT_EQ(sajogyo_version("1977"), nullptr);
}

TEST(Sajogyo, ABreakBelongsToTheClassAboveIt) {
    EXPECT_EQ(class_at("suhardjo_1997", 239.999), "poorest");
    EXPECT_EQ(class_at("suhardjo_1997", 240.0), "very_poor");
    EXPECT_EQ(class_at("suhardjo_1997", 360.0), "poor");
    EXPECT_EQ(class_at("suhardjo_1997", 480.0), "sufficient");
    EXPECT_EQ(class_at("suhardjo_1997", 960.0), "rich");
    EXPECT_EQ(class_at("rural_1977", 180.0), "very_poor");
    EXPECT_EQ(class_at("urban_1977", 270.0), "very_poor");
    EXPECT_EQ(class_at("six_1997", 320.0), "near_poor");
    EXPECT_EQ(class_at("six_1997", 960.0), "prosperous");
}

TEST(Sajogyo, VersionsDifferInWhoIsPoor) {
    // The scale of the paper takes the urban lines: a household at 400 kg is poor by it, and not by the rural ones.
    EXPECT_TRUE(is_poor_at("suhardjo_1997", 400.0));
    EXPECT_TRUE(is_poor_at("urban_1977", 400.0));
    EXPECT_FALSE(is_poor_at("rural_1977", 400.0));
    EXPECT_FALSE(is_poor_at("six_1997", 400.0));
}

TEST(Sajogyo, RiceIsWhatAYearsIncomeBuys) {
    EXPECT_DOUBLE_EQ(rice_equivalent_kg(200000.0, 5000.0), 480.0);
    EXPECT_DOUBLE_EQ(rice_line(*sajogyo_version("suhardjo_1997"), 5000.0), 200000.0);
}

}  // namespace
}  // namespace desakota::welfare
