#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/poverty_run.h"

namespace desakota::analyses {
namespace {

using core::ExitStatus;
using testing::AllOf;
using testing::HasSubstr;
using testing::Pair;

/// A sound run, from which each test takes what it is about.
struct SoundRun : PovertyRun {
    SoundRun() : PovertyRun({poor_of("A", 2, 5), poor_of("B", 1, 6)}) { with_lines({200}); }
};

TEST(PovertyFaults, NothingToComputeFrom) {
    PovertyRun run;
    run.settle({"A"});
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("There is nothing to compute from: give "
                                                                      "--households, or fields of the settlements")));
}

TEST(PovertyFaults, NoLine) {
    SoundRun run;
    run.arguments.numbers.erase("line");
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("No poverty line: give --line in rupiah")));
}

TEST(PovertyFaults, AnUnknownLineListsThoseThereAre) {
    SoundRun run;
    run.give("lines", "bps_2019_03, gk_2020");
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, AllOf(HasSubstr("no built-in line \"gk_2020\""),
                                                                  HasSubstr("bps_2008_03, bps_2011_03,"))));
}

TEST(PovertyFaults, ALineTwice) {
    SoundRun run;
    run.with_lines({200, 300, 200});
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("the poverty line \"line_200\" is there twice")));
}

TEST(PovertyFaults, ALineOfAFileThatIsNamedAsOtherColumnsAre) {
    SoundRun run;
    run.arguments.files["lines-file"] = {"g.toml", "format = 1\n[[line]]\nid = \"sajogyo\"\nrp_a_month = 5\n"};
    EXPECT_THAT(run.failure(),
                Pair(ExitStatus::UnfitInput, HasSubstr("\"sajogyo\" begins as other columns do (sajogyo, decile)")));
}

TEST(PovertyFaults, AFileOfLinesThatCannotBeRead) {
    SoundRun run;
    run.arguments.files["lines-file"] = {"g.toml", "format = 1\n[[line]]\nid = \"a\"\n"};
    EXPECT_THAT(run.failure(), Pair(ExitStatus::UnfitInput, HasSubstr("g.toml, line 2: `rp_a_month` is needed")));
}

TEST(PovertyFaults, DollarsWithoutARate) {
    SoundRun run;
    run.give("dollar-a-day", 2.0);
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("--dollar-a-day needs the exchange rate")));
}

TEST(PovertyFaults, SajogyoWithoutAPriceOfRice) {
    SoundRun run;
    run.give("sajogyo", "rural_1977");
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("--sajogyo needs the price of rice")));
}

TEST(PovertyFaults, HouseholdsAndSharesAtOnce) {
    SoundRun run;
    run.add_numbers("p0", {0.1, 0.2});
    run.name("poor-share-fields", "p0");
    EXPECT_THAT(run.failure(),
                Pair(ExitStatus::WrongUsage, HasSubstr("--poor-share-fields holds what --households would give")));
}

TEST(PovertyFaults, OptionsWithoutEffect) {
    SoundRun run;
    run.give("exchange-rate", 10000.0);
    run.give("rice-price", 5000.0);
    run.give("shares-as", "percent");
    run.give("replications", 0.0);
    run.give("seed", 3.0);
    EXPECT_THAT(run.failure(),
                Pair(ExitStatus::WrongUsage, AllOf(HasSubstr("--exchange-rate has no effect without --dollar-a-day"),
                                                   HasSubstr("--rice-price has no effect without --sajogyo"),
                                                   HasSubstr("--shares-as has no effect without --poor-share-fields"),
                                                   HasSubstr("--seed has no effect without replications"))));
}

TEST(PovertyFaults, OptionsOfHouseholdsWithoutHouseholds) {
    PovertyRun run;
    run.settle({"A"});
    run.add_numbers("p0", {0.1});
    run.name("poor-share-fields", "p0");
    run.with_lines({200});
    run.give("sajogyo", "rural_1977");
    run.give("income-of", "person");
    EXPECT_THAT(run.failure(),
                Pair(ExitStatus::WrongUsage, AllOf(HasSubstr("--sajogyo has no effect without --households"),
                                                   HasSubstr("--income-of has no effect without"))));
}

TEST(PovertyFaults, IncomesAndPersonsThatCannotBe) {
    SoundRun run;
    run.fill({{"A", {100, -5, 300, 300, 300}, {3, 4, 0, -2, 5}}});
    EXPECT_THAT(run.failure(),
                Pair(ExitStatus::UnfitInput,
                     AllOf(HasSubstr("rt, fid 2: the income is -5"), HasSubstr("rt, fid 3: the number of persons is 0"),
                           HasSubstr("rt, fid 4: the number of persons is -2"))));
}

TEST(PovertyFaults, HouseholdsOfOtherSettlements) {
    SoundRun run;
    run.fill({poor_of("A", 2, 5), poor_of("Z", 2, 5)});
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(), testing::ElementsAre(HasSubstr("no settlement has their id in 'kode': \"Z\" (5).")));
}

TEST(PovertyFaults, HouseholdsOfOtherSettlementsAreCountedByThemselves) {
    SoundRun run;
    run.fill({poor_of("A", 2, 5), poor_of("Z", 2, 6)});
    const auto results = run.run();
    EXPECT_EQ(figure(results, "n"), 5.0);
    EXPECT_EQ(figure(results, "left_out"), 0.0);
    EXPECT_EQ(figure(results, "no_settlement"), 6.0);
    EXPECT_EQ(results.summary.back().english,
              "Households of the table that are in no settlement of the run, and so in no figure: 6.");
    EXPECT_EQ(
        results.summary.back().indonesian,
        "Rumah tangga dalam tabel yang permukimannya tidak ada dalam analisis ini, sehingga tidak masuk angka mana "
        "pun: 6.");
    SoundRun whole;
    whole.fill({poor_of("A", 2, 5)});
    EXPECT_EQ(figure(whole.run(), "no_settlement"), std::nullopt);
}

TEST(PovertyFaults, NoFieldOfIncomes) {
    SoundRun run;
    run.arguments.fields.erase("income-field");
    EXPECT_THAT(run.failure(), Pair(ExitStatus::UnfitInput, HasSubstr("rt: no field holds the income or expenditure")));
}

TEST(PovertyFaults, NoSettlements) {
    SoundRun run;
    run.settle({});
    EXPECT_THAT(run.failure(), Pair(ExitStatus::UnfitInput, HasSubstr("desa: the layer holds no settlements")));
}

TEST(PovertyFaults, UnusedOptionsAreWarningsWhereEveryOptionHasAValue) {
    SoundRun run;
    run.diagnostics.allow_unused_options();
    run.give("rice-price", 5000.0);
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(), testing::ElementsAre(HasSubstr("--rice-price has no effect without --sajogyo")));
}

}  // namespace
}  // namespace desakota::analyses
