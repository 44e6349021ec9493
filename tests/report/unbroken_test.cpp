#include "engine/report/unbroken.h"

#include <gtest/gtest.h>

namespace desakota::report {
namespace {

TEST(Unbroken, KeepsANumberAndItsPerCentSignTogether) {
    EXPECT_EQ(unbroken("25 % of 30 %"), "25\u00a0% of 30\u00a0%");
}

TEST(Unbroken, LeavesEverythingElse) {
    EXPECT_EQ(unbroken(" % a % 5%, 5 a"), " % a % 5%, 5 a");
    EXPECT_EQ(unbroken(""), "");
    EXPECT_EQ(unbroken("5 "), "5 ");
}

}  // namespace
}  // namespace desakota::report
