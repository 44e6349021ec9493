#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "tests/analyses/inequality_run.h"

namespace desakota::analyses {
namespace {

using core::ExitStatus;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

TEST(InequalityFaults, ANegativeIncomeAndZeroPersonsNameTheirRows) {
    InequalityRun run;
    run.households({"A", "A", "A"}, {1, -5, 3});
    run.column("persons-field", "art", {1, 2, 0});
    const auto [status, text] = run.failure();
    EXPECT_EQ(status, ExitStatus::UnfitInput);
    EXPECT_THAT(text, HasSubstr("rumah_tangga, fid 2: the income is -5; it must be at least 0"));
    EXPECT_THAT(text, HasSubstr("rumah_tangga, fid 3: the number of persons is 0; it must be above 0"));
}

TEST(InequalityFaults, ARunNeedsAnIncomeField) {
    InequalityRun run;
    run.arguments.fields.erase("income-field");
    EXPECT_THAT(run.failure(),
                Pair(ExitStatus::UnfitInput,
                     HasSubstr("no field holds the income or expenditure. Name it with --income-field.")));
}

TEST(InequalityFaults, HouseholdsNeedNoPersonsUnlessTheirIncomeIsPerHead) {
    InequalityRun run;
    EXPECT_EQ(run.failure().first, ExitStatus::Done);
    run.give("income-of", "person");
    EXPECT_THAT(run.failure(), Pair(ExitStatus::UnfitInput,
                                    HasSubstr("that of the household needs the number of persons. Name its field with "
                                              "--persons-field.")));
}

TEST(InequalityFaults, PersonsNeedTheirNumber) {
    InequalityRun run;
    run.give("unit", "person");
    EXPECT_THAT(run.failure(),
                Pair(ExitStatus::UnfitInput,
                     HasSubstr("rumah_tangga: persons are counted, but no field holds their number. Name it with "
                               "--persons-field, or count households with --unit household.")));
    InequalityRun per_head;
    per_head.give("unit", "person");
    per_head.give("income-of", "person");
    const auto [status, text] = per_head.failure();
    EXPECT_EQ(status, ExitStatus::UnfitInput);
    EXPECT_THAT(text, HasSubstr("persons are counted, but no field holds their number. Name it with --persons-field."));
    EXPECT_THAT(text, Not(HasSubstr("--unit household")));
}

TEST(InequalityFaults, OnlyUnknownSettlementsAreAnError) {
    InequalityRun run;
    run.households({"P", "Q"}, {1, 2});
    EXPECT_THAT(run.failure(), Pair(ExitStatus::UnfitInput, HasSubstr("no row of 'kode_desa' is the id of")));
}

TEST(InequalityFaults, ASeedHasNoEffectWithoutReplications) {
    InequalityRun run;
    run.give("seed", 7.0);
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("--seed has no effect with --replications 0.")));
    run.diagnostics.allow_unused_options();
    EXPECT_EQ(run.failure().first, ExitStatus::Done);
}

TEST(InequalityFaults, HouseholdsWithoutWhatIsNeededAreLeftOutAndCounted) {
    InequalityRun run;
    const double missing = std::numeric_limits<double>::quiet_NaN();
    run.households({"A", "A", "A", "A", "A", "A", "A"}, {1, 2, 3, 4, 5, missing, 7});
    run.column("persons-field", "art", {1, 1, 1, 1, 1, 1, missing});
    run.give("unit", "person");
    const auto layer = layer_of(run.run(), "inequality");
    EXPECT_EQ(values_of(layer, "n").front(), "5");
    EXPECT_EQ(values_of(layer, "left_out").front(), "2");
    EXPECT_THAT(values_of(layer, "reason").front(),
                HasSubstr("1 left out: without the number of persons. 1 left out: without an income."));
    EXPECT_THAT(values_of(layer, "reason").front(), Not(HasSubstr("survey weight")));
}

}  // namespace
}  // namespace desakota::analyses
