#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/poverty_run.h"

namespace desakota::analyses {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::vector<std::string> kNames{"Gunung Sari", "Bumi Rahayu", "Selimau I", "Selimau II", "Selimau III"};

void name_fields(PovertyRun& run, const std::string& parameter, const std::vector<std::string>& fields) {
    run.arguments.fields[parameter] = {fields};
    run.arguments.given.push_back(parameter);
}

/// Table 4 of the paper, whose columns are swapped (golden vector T4-monotone).
struct TableFour : PovertyRun {
    TableFour() {
        settle(kNames, {18, 17, 15, 15, 15});
        add_numbers("daerah", {5.56, 11.76, 20, 20, 13.33});
        add_numbers("pusat", {5.56, 5.88, 20.0, 13.33, 13.33});
        with_lines({179744, 182636});
        name_fields(*this, "poor-share-fields", {"daerah", "pusat"});
        give("shares-as", "percent");
    }
};

TEST(PovertyGiven, WarnsWhereALowerLineHasMorePoor) {
    TableFour run;
    const auto results = run.run();
    EXPECT_THAT(run.warnings(),
                ElementsAre("By the shares given, the lower line line_179744 (Rp 179,744) has more poor "
                            "than line_182636 (Rp 182,636), which cannot be: fid 2 \"Bumi Rahayu\", fid "
                            "4 \"Selimau II\", and in total. Are the fields or the lines swapped?"));
    EXPECT_NEAR(*figure(results, "line_179744_poor_households_share"), 0.1375, 5e-5);
    EXPECT_NEAR(*figure(results, "line_182636_poor_households_share"), 0.1125, 5e-5);
}

TEST(PovertyGiven, FindsNothingToWarnOfOnceTheLinesAreSwapped) {
    TableFour run;
    run.arguments.numbers["line"] = {182636, 179744};
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(), IsEmpty());
}

TEST(PovertyGiven, IsTheMeanOfTheSettlementsWhereAskedTo) {
    TableFour run;
    run.give("aggregate", "unweighted");
    EXPECT_NEAR(*figure(run.run(), "line_182636_poor_households_share"), 0.1162, 5e-5);
}

TEST(PovertyGiven, RestsOnNoHouseholds) {
    TableFour run;
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty");
    EXPECT_EQ(layer.find("households"), nullptr);
    EXPECT_EQ(layer.find("line_179744_poor_persons_share"), nullptr);
    EXPECT_THAT(values_of(layer, "n"), Contains("-").Times(5));
    EXPECT_THAT(values_of(layer, "unsure"), Contains("-").Times(5));
    EXPECT_THAT(values_of(layer, "status"), Contains("computed").Times(5));
    EXPECT_EQ(results.layers.front().styles.front().name, "line_179744");
}

TEST(PovertyGiven, RecognisesPercentAndSaysWhatToDo) {
    TableFour run;
    run.give("shares-as", "fraction");
    const auto [status, text] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_THAT(text, AllOf(HasSubstr("'daerah' holds 5.56"), HasSubstr("say --shares-as percent")));
}

TEST(PovertyGiven, NeedsALineForEachShare) {
    TableFour run;
    run.with_lines({179744});
    const auto [status, text] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(text, HasSubstr("names 2 fields for 1 poverty lines; name one for each, in this order: line_179744"));
}

TEST(PovertyGiven, AnEmptyRowIsNotComputed) {
    PovertyRun run;
    run.settle({"A", "B"});
    auto& shares = run.arguments.layers["settlements"][0].add_column({"p0", layers::ColumnType::Number, "", {}});
    shares.add_number(0.25);
    shares.add_missing();
    run.with_lines({200});
    name_fields(run, "poor-share-fields", {"p0"});
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "poverty"), "status"), ElementsAre("computed", "not_computed"));
    EXPECT_THAT(values_of(layer_of(results, "poverty"), "line_200_poor_households_share"), ElementsAre("0.25", "-"));
    EXPECT_DOUBLE_EQ(*figure(results, "line_200_poor_households_share"), 0.25);
}

/// Families by decile: 100 in each of A; in B all in the first; C's are not known.
struct DecileRun : PovertyRun {
    DecileRun() {
        settle({"A", "B", "C"});
        std::vector<std::string> names;
        for (int decile = 1; decile <= 10; ++decile) {
            names.push_back("desil_" + std::to_string(decile));
            auto& column =
                arguments.layers["settlements"][0].add_column({names.back(), layers::ColumnType::WholeNumber, "", {}});
            column.add_whole_number(100);
            column.add_whole_number(decile == 1 ? 1000 : 0);
            decile == 7 ? column.add_missing() : column.add_whole_number(5);
        }
        name_fields(*this, "decile-fields", names);
    }
};

TEST(PovertyDeciles, AreSharesOfFamiliesAndNoPoverty) {
    DecileRun run;
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty");
    EXPECT_THAT(values_of(layer, "decile_families"), ElementsAre("1000", "1000", "-"));
    EXPECT_THAT(values_of(layer, "decile_1_share"), ElementsAre("0.1", "1", "-"));
    EXPECT_THAT(values_of(layer, "decile_1_2_share"), ElementsAre("0.2", "1", "-"));
    EXPECT_THAT(values_of(layer, "decile_1_4_share"), ElementsAre("0.4", "1", "-"));
    EXPECT_THAT(values_of(layer, "decile_1_5_share"), ElementsAre("0.5", "1", "-"));
    EXPECT_DOUBLE_EQ(*figure(results, "decile_1_4_share"), 0.7);
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("computed", "computed", "not_computed"));
    for (const auto& column : layer.columns) EXPECT_THAT(column.name(), Not(HasSubstr("poor")));
    EXPECT_THAT(layer.find("decile_1_4_share")->definition().alias.english,
                HasSubstr("a national ranking, not a poverty line"));
    EXPECT_THAT(results.summary.front().english,
                HasSubstr("70 % of the families are in decile 1-4: a national ranking"));
}

TEST(PovertyDeciles, StandBesideWhatHouseholdsGive) {
    DecileRun run;
    run.fill({poor_of("A", 2, 5)});
    run.with_lines({200});
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "poverty"), "decile_1_share"), ElementsAre("0.1", "1", "-"));
    EXPECT_THAT(values_of(layer_of(results, "poverty"), "status"),
                ElementsAre("computed", "no_households", "no_households"));
}

TEST(PovertyDeciles, AreTenOrAnError) {
    DecileRun run;
    run.arguments.fields["decile-fields"][0].pop_back();
    const auto [status, text] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(text, HasSubstr("takes 10 fields, decile 1 to 10 in this order; there are 9."));
}

TEST(PovertyDeciles, ThatWereFoundAndAreNotTenAreLeftAside) {
    DecileRun run;
    run.arguments.given.clear();
    run.arguments.fields["decile-fields"][0].pop_back();
    run.fill({poor_of("A", 2, 5)});
    run.with_lines({200});
    const auto results = run.run();
    EXPECT_EQ(layer_of(results, "poverty").find("decile_1_share"), nullptr);
    EXPECT_THAT(run.told(core::Severity::Information), ElementsAre(HasSubstr("there are 9 of 10")));
}

}  // namespace
}  // namespace desakota::analyses
