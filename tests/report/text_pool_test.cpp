#include "engine/report/text_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace desakota::report {
namespace {

TEST(TextPool, HoldsEveryTextOnce) {
    TextPool pool;
    EXPECT_EQ(pool.add("the nearest"), 0U);
    EXPECT_EQ(pool.add(""), 1U);
    EXPECT_EQ(pool.add("the nearest"), 0U);
    EXPECT_EQ(pool.add("the near"), 2U);
}

TEST(TextPool, WritesWordsWithTheirBlanksTheMostFrequentFirst) {
    TextPool pool;
    pool.add("far by the road");
    pool.add("near  the road");
    pool.add(" ");
    const auto json = nlohmann::json::parse(pool.json());
    EXPECT_EQ(json["words"], (nlohmann::json{"the ", "road", "far ", "by ", "near  ", " "}));
    EXPECT_EQ(json["texts"], "ECDABDEABBF");
}

TEST(TextPool, KeepsHostileWordsText) {
    TextPool pool;
    pool.add("</script> x");
    EXPECT_THAT(pool.json(), testing::Not(testing::HasSubstr("<")));
}

}  // namespace
}  // namespace desakota::report
