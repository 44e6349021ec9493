#include "engine/planning/synergy_factors.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>

namespace desakota::planning {
namespace {

std::vector<std::string_view> codes_where(bool (*holds)(const Factor&)) {
    std::vector<std::string_view> codes;
    for (const auto& factor : synergy_factors()) {
        if (holds(factor)) codes.push_back(factor.code);
    }
    return codes;
}

TEST(SynergyFactors, AreThePapersSixteenAndRegulation) {
    EXPECT_EQ(synergy_factors().size(), 17U);
    EXPECT_EQ(synergy_factors().back().code, "regulasi");
    std::set<std::string_view> codes;
    std::set<std::string_view> words;
    for (const auto& factor : synergy_factors()) {
        codes.insert(factor.code);
        words.insert(factor.word);
        EXPECT_FALSE(factor.label.english.empty());
        EXPECT_FALSE(factor.label.indonesian.empty());
    }
    EXPECT_EQ(codes.size(), 17U);
    EXPECT_EQ(words.size(), 17U);
}

TEST(SynergyFactors, HaveSevenTriggers) {
    EXPECT_THAT(codes_where([](const Factor& factor) { return factor.is_trigger(); }),
                testing::UnorderedElementsAre("kapabilitas", "kepemimpinan", "regulasi", "perencanaan_kolaboratif",
                                              "sistem", "tujuan_bersama", "legitimasi"));
}

TEST(SynergyFactors, SayWhichAreBothTriggerAndTriggeredAndWhichIsTheRoot) {
    EXPECT_THAT(codes_where([](const Factor& factor) { return factor.influence == Influence::TriggerAndTriggered; }),
                testing::UnorderedElementsAre("tujuan_bersama", "legitimasi"));
    EXPECT_THAT(codes_where([](const Factor& factor) { return factor.influence == Influence::RootCause; }),
                testing::ElementsAre("kapabilitas"));
    EXPECT_THAT(codes_where([](const Factor& factor) { return factor.influence == Influence::ExternalTrigger; }),
                testing::ElementsAre("eksternal"));
}

TEST(Roles, AreReadInBothLanguages) {
    EXPECT_EQ(find_rating(role_scale(), "Pendorong"), static_cast<std::size_t>(Role::Driver));
    EXPECT_EQ(find_rating(role_scale(), "OBSTACLE"), static_cast<std::size_t>(Role::Obstacle));
    EXPECT_EQ(find_rating(role_scale(), "pendorong dan kendala"), static_cast<std::size_t>(Role::Both));
    EXPECT_EQ(find_rating(role_scale(), "netral"), static_cast<std::size_t>(Role::Neutral));
}

TEST(Roles, BothDrivesAndObstructs) {
    EXPECT_TRUE(drives(Role::Both) && obstructs(Role::Both));
    EXPECT_TRUE(drives(Role::Driver) && !obstructs(Role::Driver));
    EXPECT_TRUE(!drives(Role::Neutral) && !obstructs(Role::Neutral));
    EXPECT_EQ(role_code(Role::Obstacle), "obstacle");
}

}  // namespace
}  // namespace desakota::planning
