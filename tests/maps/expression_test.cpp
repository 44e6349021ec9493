#include "engine/maps/expression.h"

#include <gtest/gtest.h>

namespace desakota::maps {
namespace {

TEST(Expression, JoinsCriteria) {
    EXPECT_EQ(expression({}, {}), "");
    EXPECT_EQ(expression({OneOf{"status", {"reached"}}, Within{"total_m", 1000.0, 3000.0}}, {}),
              R"("status" = 'reached' AND "total_m" > 1000 AND "total_m" <= 3000)");
    EXPECT_EQ(expression({OneOf{"kind", {"a", "b"}}}, {}), R"("kind" IN ('a', 'b'))");
    EXPECT_EQ(expression({Within{"share", 0.2, {}}}, {}), R"("share" > 0.2)");
    EXPECT_EQ(expression({Within{"share", {}, {}}}, {}), R"("share" IS NOT NULL)");
    EXPECT_EQ(expression({Missing{"share"}}, {}), R"("share" IS NULL)");
}

TEST(Expression, QuotesHostileNamesAndTexts) {
    EXPECT_EQ(expression({OneOf{R"(na"me)", {R"(it's \n)"}}}, {}), R"("na""me" = 'it''s \\n')");
}

TEST(Expression, AsksYesNoColumnsAsSuch) {
    layers::Layer layer;
    layer.add_column({"edge", layers::ColumnType::YesNo, "", {}});
    EXPECT_EQ(expression({Within{"edge", 0.5, {}}}, layer), R"("edge")");
    EXPECT_EQ(expression({Within{"edge", {}, 0.5}}, layer), R"(NOT "edge")");
    EXPECT_EQ(expression({Within{"edge", {}, {}}}, layer), R"("edge" IS NOT NULL)");
    EXPECT_EQ(expression({Within{"edge", 1.0, {}}}, layer), "false");
    EXPECT_EQ(expression({Missing{"edge"}, Within{"other", 0.5, {}}}, layer), R"("edge" IS NULL AND "other" > 0.5)");
}

TEST(NoneOf, IsTrueWhereFieldsAreMissing) {
    StyleClass near;
    near.criteria = {Within{"total_m", {}, 5.0}};
    StyleClass rest;
    rest.otherwise = true;
    EXPECT_EQ(none_of({near, near, rest}, {}),
              "NOT (coalesce(\"total_m\" <= 5, false) OR coalesce(\"total_m\" <= 5, false))");
    EXPECT_EQ(none_of({rest}, {}), "NOT (false)");
    EXPECT_EQ(none_of({StyleClass{}}, {}), "NOT (coalesce(true, false))");
}

}  // namespace
}  // namespace desakota::maps
