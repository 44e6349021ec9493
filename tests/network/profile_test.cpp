#include "engine/network/profile.h"

#include <gtest/gtest.h>

namespace desakota::network {
namespace {

/// A profile of rows that name these classes, indexed; each label is the row's number.
Profile profile_of(const std::vector<std::vector<std::string>>& rows) {
    Profile profile;
    for (const auto& classes : rows) {
        WayRow row;
        row.classes = classes;
        row.label = core::same_text(std::to_string(profile.ways.size()));
        profile.ways.push_back(row);
    }
    index_rows(profile);
    return profile;
}

TEST(Profile, LetsTheFirstOfSeveralRowsHold) {
    const auto profile = profile_of({{"a"}, {"A", "b"}});
    EXPECT_EQ(profile.find_way("a", "")->label.english, "0");
    EXPECT_EQ(profile.find_way("b", "")->label.english, "1");
    EXPECT_EQ(profile.find_way("c", ""), nullptr);
}

TEST(Profile, PrefersAValueToTheSignForAllOfItsKey) {
    const auto profile = profile_of({{"railway=*"}, {"railway=tram"}});
    EXPECT_EQ(profile.find_way("railway=tram", "")->label.english, "1");
    EXPECT_EQ(profile.find_way("railway=rail", "")->label.english, "0");
    EXPECT_EQ(profile.find_way("railway", ""), nullptr);
}

TEST(Profile, FindsTheFirstRowOfAKind) {
    auto profile = profile_of({{"a"}, {"b"}, {"c"}});
    profile.ways[1].kind = WayKind::Ferry;
    profile.ways[2].kind = WayKind::Ferry;
    EXPECT_EQ(profile.first_of(WayKind::Ferry)->label.english, "1");
    EXPECT_EQ(profile.first_of(WayKind::River), nullptr);
}

}  // namespace
}  // namespace desakota::network
