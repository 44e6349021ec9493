#include "engine/maps/expression.h"

#include <gtest/gtest.h>

namespace desakota::maps {
namespace {

TEST(Expression, JoinsCriteria) {
    EXPECT_EQ(expression({}), "");
    EXPECT_EQ(expression({OneOf{"status", {"reached"}}, Within{"total_m", 1000.0, 3000.0}}),
              R"("status" = 'reached' AND "total_m" > 1000 AND "total_m" <= 3000)");
    EXPECT_EQ(expression({OneOf{"kind", {"a", "b"}}}), R"("kind" IN ('a', 'b'))");
    EXPECT_EQ(expression({Within{"share", 0.2, {}}}), R"("share" > 0.2)");
    EXPECT_EQ(expression({Within{"share", {}, {}}}), R"("share" IS NOT NULL)");
    EXPECT_EQ(expression({Missing{"share"}}), R"("share" IS NULL)");
}

TEST(Expression, QuotesHostileNamesAndTexts) {
    EXPECT_EQ(expression({OneOf{R"(na"me)", {R"(it's \n)"}}}), R"("na""me" = 'it''s \\n')");
}

}  // namespace
}  // namespace desakota::maps
