#include "engine/statistics/significance.h"

#include <gtest/gtest.h>

namespace desakota::statistics {
namespace {

// scipy 1.10.1: 2 * stats.norm.sf(abs(z)), stats.chi2.sf(x, df).
TEST(TwoSidedP, IsTheNormalDistributionsTailsTogether) {
    EXPECT_DOUBLE_EQ(two_sided_p(0.0), 1.0);
    EXPECT_NEAR(two_sided_p(1.959963984540054), 0.05, 1e-15);
    EXPECT_NEAR(two_sided_p(-2.6405375704556695), 0.008277461435487486, 1e-15);
    EXPECT_GT(two_sided_p(30.0), 0.0);
}

TEST(ChiSquaredP, IsTheUpperTail) {
    EXPECT_NEAR(chi_squared_p(15.404190949005592, 3.0), 0.0015018786820365701, 1e-15);
    EXPECT_NEAR(chi_squared_p(3.841458820694124, 1.0), 0.05, 1e-14);
    EXPECT_DOUBLE_EQ(chi_squared_p(0.0, 2.0), 1.0);
    EXPECT_DOUBLE_EQ(chi_squared_p(-1e-14, 2.0), 1.0);
}

}  // namespace
}  // namespace desakota::statistics
