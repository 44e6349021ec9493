#include "engine/report/quality.h"

#include <gtest/gtest.h>

namespace desakota::report {
namespace {

TEST(QualityLimits, StandForEveryQualityAndFall) {
    ASSERT_EQ(quality_limits().size(), 4U);
    for (const auto& limits : quality_limits()) {
        EXPECT_GE(limits.a, limits.b);
        EXPECT_GT(limits.b, limits.c);
        EXPECT_FALSE(limits.what.english.empty());
        EXPECT_FALSE(limits.what.indonesian.empty());
    }
}

TEST(Grades, AreGivenFromEachLimitOn) {
    const auto& fields = quality_limits()[static_cast<std::size_t>(Quality::Fields)];
    EXPECT_EQ(grade_of(Quality::Fields, fields.a), Grade::A);
    EXPECT_EQ(grade_of(Quality::Fields, fields.a - 0.001), Grade::B);
    EXPECT_EQ(grade_of(Quality::Fields, fields.b), Grade::B);
    EXPECT_EQ(grade_of(Quality::Fields, fields.c), Grade::C);
    EXPECT_EQ(grade_of(Quality::Fields, fields.c - 0.001), Grade::D);
    EXPECT_EQ(grade_of(Quality::Geometries, 0.999), Grade::B);
}

TEST(GradedInputs, HaveTheWorstGradeOfTheirSharesThatApply) {
    const auto input = graded_input("roads", {"Roads", "Jalan"}, 12,
                                    {graded_share(Quality::Geometries, 1.0), graded_share(Quality::Ids, std::nullopt),
                                     graded_share(Quality::LineEnds, 0.91)});
    EXPECT_EQ(input.grade, Grade::C);
    EXPECT_EQ(input.shares[1].grade, std::nullopt);
    EXPECT_EQ(grade_letter(input.grade), "C");
    EXPECT_EQ(graded_input("a", {}, 0, {graded_share(Quality::Ids, std::nullopt)}).grade, Grade::A);
}

}  // namespace
}  // namespace desakota::report
