#include "engine/matching/alike_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using Texts = std::vector<std::string>;

TEST(AlikeIndex, GivesThoseThatShareTheMostGroupsFirst) {
    // Of " telang ": " te", "tel", "ela", "lan", "ang", "ng ". Gelang shares 4, telaga 3, bintang 2.
    const AlikeIndex index(Texts{"bintang", "telaga", "mulya", "gelang"});
    EXPECT_THAT(index.near("telang", 10), ElementsAre(3, 1, 0));
    EXPECT_THAT(index.near("telang", 2), ElementsAre(3, 1));
}

TEST(AlikeIndex, KeepsTheOrderOfEquals) {
    const AlikeIndex index(Texts{"telang", "x", "telang"});
    EXPECT_THAT(index.near("telang", 10), ElementsAre(0, 2));
}

TEST(AlikeIndex, FindsNothingForNothing) {
    const AlikeIndex index(Texts{"telang", ""});
    EXPECT_THAT(index.near("", 10), IsEmpty());
    EXPECT_THAT(index.near("xyz", 10), IsEmpty());
    EXPECT_THAT(AlikeIndex(Texts{}).near("telang", 10), IsEmpty());
}

TEST(AlikeIndex, LooksAtRareGroupsFirst) {
    // Every name has " su"; of so many only one has "rry", which is therefore met first.
    Texts texts(30000, "sumber");
    texts.emplace_back("surry");
    EXPECT_THAT(AlikeIndex(texts).near("surrya", 1), ElementsAre(30000));
    EXPECT_THAT(AlikeIndex(texts).near("sumber", 64), SizeIs(64));
}

}  // namespace
}  // namespace desakota::matching
