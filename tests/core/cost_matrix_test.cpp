#include "engine/core/cost_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::core {
namespace {

using testing::ElementsAre;

TEST(CostMatrix, MayGiveItsLastRowsAway) {
    CostMatrix matrix(3, 2);
    for (std::size_t row = 0; row < 3; ++row) matrix.row(row)[1] = static_cast<std::int64_t>(row);
    const auto taken = matrix.take_rows(1);
    ASSERT_EQ(taken.rows(), 2U);
    EXPECT_THAT(taken.row(0), ElementsAre(kUnreachable, 1));
    EXPECT_THAT(taken.row(1), ElementsAre(kUnreachable, 2));
    ASSERT_EQ(matrix.rows(), 1U);
    EXPECT_EQ(matrix.columns(), 2U);
    EXPECT_THAT(matrix.row(0), ElementsAre(kUnreachable, 0));
}

TEST(CostMatrix, MayGiveAwayNoRow) {
    CostMatrix matrix(2, 1);
    EXPECT_EQ(matrix.take_rows(2).rows(), 0U);
    EXPECT_EQ(matrix, CostMatrix(2, 1));
}

}  // namespace
}  // namespace desakota::core
