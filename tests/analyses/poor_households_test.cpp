#include "engine/analyses/poor_households.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::NanSensitiveDoubleEq;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Four households of three persons, whose income per head is 182,635, 182,636, 182,637 and not known.
struct PoorRun : TestRun {
    PoorRun() {
        add("households", LayerMaker("rt")
                              .nothing()
                              .nothing()
                              .nothing()
                              .nothing()
                              .texts("pendapatan", {"547905", "547.908", "547911", ""})
                              .texts("miskin", {"ya", "Tidak", "", "1"})
                              .numbers("jam", {1, 2, 3, 4}));
        find("income-field", "pendapatan");
        arguments.texts["income-period"] = "month";
        arguments.texts["income-of"] = "household";
        households.table = &arguments.layers["households"].front();
        households.settlements.assign(4, 0);
        households.persons.assign(4, 3.0);
        households.has_persons = true;
    }
    std::vector<double> read() { return read_poor_households(arguments, households, diagnostics).poor; }
    std::vector<std::string> usage() {
        refuse_poor_options(arguments, diagnostics);
        return errors();
    }

    Households households;
};

TEST(PoorHouseholds, HaveLessThanTheLine) {
    PoorRun run;
    run.arguments.numbers["line"] = {182636.0};
    EXPECT_THAT(run.read(), ElementsAre(1.0, 0.0, 0.0, NanSensitiveDoubleEq(kMissing)));
    run.arguments.yes_no["at-line-is-poor"] = true;
    EXPECT_THAT(run.read(), ElementsAre(1.0, 1.0, 0.0, NanSensitiveDoubleEq(kMissing)));
}

TEST(PoorHouseholds, AreThoseThatAFieldNames) {
    PoorRun run;
    run.name("poor-field", "miskin");
    EXPECT_THAT(run.usage(), IsEmpty());
    EXPECT_THAT(run.read(), ElementsAre(1.0, 0.0, NanSensitiveDoubleEq(kMissing), 1.0));
}

TEST(PoorHouseholds, NeedALineOrAFieldAndNotBoth) {
    PoorRun run;
    EXPECT_THAT(run.usage(),
                ElementsAre("Nothing says who is poor. Give a poverty line in rupiah per head a month with "
                            "--line, or name a yes/no field with --poor-field."));
    run.arguments.numbers["line"] = {182636.0};
    EXPECT_THAT(run.usage(), IsEmpty());
    run.name("poor-field", "miskin");
    EXPECT_THAT(run.usage(), ElementsAre("--line and --poor-field both say who is poor. Give one of them."));
}

TEST(PoorHouseholds, RefuseTheIncomeOrTheFieldAsATrait) {
    PoorRun run;
    run.arguments.numbers["line"] = {182636.0};
    run.arguments.fields["traits"] = {{"jam", "pendapatan"}};
    EXPECT_THAT(run.usage(), ElementsAre("'pendapatan' says who is poor and cannot be a trait as well. Leave it out of "
                                         "--traits."));
    PoorRun by_field;
    by_field.name("poor-field", "miskin");
    by_field.arguments.fields["traits"] = {{"miskin", "pendapatan"}};
    EXPECT_THAT(by_field.usage(),
                ElementsAre("'miskin' says who is poor and cannot be a trait as well. Leave it out of "
                            "--traits."));
}

TEST(PoorHouseholds, RefuseIncomeOptionsBesideAField) {
    PoorRun run;
    run.name("poor-field", "miskin");
    run.arguments.given.insert(run.arguments.given.end(),
                               {"at-line-is-poor", "income-field", "income-period", "income-of", "persons-field"});
    EXPECT_THAT(
        run.usage(),
        ElementsAre("--at-line-is-poor has no effect, since --poor-field says who is poor. Leave it out.",
                    "--income-field has no effect, since --poor-field says who is poor. Leave it out.",
                    "--income-period has no effect, since --poor-field says who is poor. Leave it out.",
                    "--income-of has no effect, since --poor-field says who is poor. Leave it out.",
                    "--persons-field has no effect: --poor-field says who is poor, and no trait is a ratio to persons. "
                    "Leave it out."));
}

}  // namespace
}  // namespace desakota::analyses
