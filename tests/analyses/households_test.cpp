#include "engine/analyses/households.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::NanSensitiveDoubleEq;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

Settlements two_settlements() {
    Settlements settlements;
    settlements.ids = {"A", "B"};
    settlements.names = {"Mulyasari", "Telang"};
    return settlements;
}

/// A table of as many households as there are ids.
LayerMaker table(const std::vector<std::string>& ids) {
    LayerMaker maker("households.csv");
    for (std::size_t i = 0; i < ids.size(); ++i) maker.nothing();
    return maker.texts("kode", ids);
}

struct HouseholdRun : TestRun {
    explicit HouseholdRun(const LayerMaker& maker) {
        add("households", maker);
        find("household-settlement-field", "kode");
    }
    Households read() { return read_households(arguments, two_settlements(), context); }
};

TEST(ReadHouseholds, FindsTheSettlementOfEach) {
    HouseholdRun run(table({"B", "A", " B "}).whole_numbers("art", {4, 2, 3}).numbers("bobot", {1.5, 2.0, 1.0}));
    run.find("persons-field", "art");
    run.find("weight-field", "bobot");
    const auto households = run.read();
    EXPECT_THAT(households.settlements, ElementsAre(1U, 0U, 1U));
    EXPECT_THAT(households.persons, ElementsAre(4.0, 2.0, 3.0));
    EXPECT_THAT(households.weights, ElementsAre(1.5, 2.0, 1.0));
    EXPECT_THAT(run.warnings(), IsEmpty());
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ReadHouseholds, CountEachAlikeWithoutWeights) {
    HouseholdRun run(table({"A", "B"}));
    const auto households = run.read();
    EXPECT_FALSE(households.has_weights);
    EXPECT_FALSE(households.has_persons);
    EXPECT_THAT(households.weights, ElementsAre(1.0, 1.0));
    EXPECT_TRUE(std::isnan(households.persons[0]));
}

TEST(ReadHouseholds, ListsSettlementsThatTheRunDoesNotHave) {
    HouseholdRun run(table({"A", "C", "C", "", "A"}));
    const auto households = run.read();
    EXPECT_THAT(households.settlements, ElementsAre(0U, kNoSettlement, kNoSettlement, kNoSettlement, 0U));
    EXPECT_THAT(run.warnings(), ElementsAre("households.csv: households left out, since no settlement has their id in "
                                            "'kode': \"C\" (2), empty (1)."));
}

TEST(ReadHouseholds, RefusesATableInWhichNoRowBelongsToASettlement) {
    HouseholdRun run(table({"C", "C", "C", "D"}));
    static_cast<void>(run.read());
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("it holds \"C\" (3), \"D\" (1). Name the matching fields")));
}

TEST(ReadHouseholds, NeverListsAFieldThatTellsHouseholdsApart) {
    HouseholdRun run(table({"Budi", "Siti", "Wati"}));
    static_cast<void>(run.read());
    const auto errors = run.errors();
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_THAT(errors[0], testing::Not(HasSubstr("Budi")));
}

TEST(ReadHouseholds, RefusesATableWithoutRowsOrWithoutASettlementField) {
    HouseholdRun empty(table({}));
    static_cast<void>(empty.read());
    EXPECT_THAT(empty.errors(), ElementsAre("households.csv: the table holds no households."));
    TestRun without;
    without.add("households", table({"A"}));
    static_cast<void>(read_households(without.arguments, two_settlements(), without.context));
    EXPECT_THAT(without.errors(), ElementsAre(HasSubstr("Name it with --household-settlement-field")));
}

TEST(ReadHouseholds, RefusesZeroAndNegativePersonsByRow) {
    HouseholdRun run(table({"A", "A", "A"}).whole_numbers("art", {0, -2, 3}));
    run.find("persons-field", "art");
    static_cast<void>(run.read());
    EXPECT_THAT(run.errors(),
                ElementsAre("households.csv, fid 1: the number of persons is 0; it must be above 0. Correct the value "
                            "or leave it empty.",
                            HasSubstr("fid 2: the number of persons is -2")));
}

TEST(HouseholdNumbers, ReadTextTheIndonesianWay) {
    HouseholdRun run(table({"A", "A", "A", "A", "A"}).texts("x", {"1,25", "0.5", "", " 3 ", "1.250"}));
    run.find("land-field", "x");
    EXPECT_THAT(read_household_numbers(run.arguments, {"land-field", {"land", "lahan"}}, run.diagnostics),
                ElementsAre(1.25, 0.5, NanSensitiveDoubleEq(kMissing), 3.0, 1.25));
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(HouseholdNumbers, NeverRepeatAHouseholdsText) {
    HouseholdRun run(table({"A"}).texts("x", {"Budi"}));
    run.find("land-field", "x");
    static_cast<void>(read_household_numbers(run.arguments, {"land-field", {"land", "lahan"}}, run.diagnostics));
    EXPECT_THAT(run.errors(),
                ElementsAre("households.csv, fid 1: land is no number. Correct the value or leave it empty."));
}

TEST(HouseholdYesNo, IsReadFromWordsAndNumbers) {
    HouseholdRun run(table({"A", "A", "A", "A", "A"}).texts("x", {"Ya", "TIDAK", "1", "", "mungkin"}));
    run.find("electricity-field", "x");
    EXPECT_THAT(read_household_yes_no(run.arguments, "electricity-field", {"electricity", "listrik"}, run.diagnostics),
                ElementsAre(1.0, 0.0, 1.0, NanSensitiveDoubleEq(kMissing), NanSensitiveDoubleEq(kMissing)));
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("fid 5: electricity is neither yes nor no")));
}

TEST(Income, IsOfAMonthAndByHead) {
    HouseholdRun run(table({"A", "B"}).whole_numbers("art", {4, 2}).numbers("x", {2400000.0, 1200000.0}));
    run.find("persons-field", "art");
    run.find("income-field", "x");
    run.arguments.texts = {{"income-period", "year"}, {"income-of", "household"}};
    const auto income = read_income(run.arguments, run.read(), run.diagnostics);
    EXPECT_THAT(income.household, ElementsAre(200000.0, 100000.0));
    EXPECT_THAT(income.per_head, ElementsAre(50000.0, 50000.0));
    run.arguments.texts = {{"income-period", "day"}, {"income-of", "person"}};
    const auto daily = read_income(run.arguments, run.read(), run.diagnostics);
    EXPECT_THAT(daily.per_head[1], DoubleNear(1200000.0 * 365.0 / 12.0, 1e-6));
    EXPECT_THAT(daily.household[1], DoubleNear(2400000.0 * 365.0 / 12.0, 1e-6));
}

TEST(Income, ReadsThousandsInText) {
    HouseholdRun run(table({"A"}).texts("x", {"1.250"}));
    run.find("income-field", "x");
    run.arguments.texts = {{"income-of", "person"}};
    EXPECT_THAT(read_income(run.arguments, run.read(), run.diagnostics).per_head, ElementsAre(1250.0));
}

TEST(Income, RefusesNegativeValuesAndHouseholdsWithoutPersons) {
    HouseholdRun run(table({"A"}).numbers("x", {-1.0}));
    run.find("income-field", "x");
    run.arguments.texts = {{"income-of", "household"}};
    static_cast<void>(read_income(run.arguments, run.read(), run.diagnostics));
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("fid 1: the income is -1; it must be at least 0"),
                                          HasSubstr("income per head needs the number of persons")));
}

TEST(SelectHouseholds, CountsEachUnderTheFirstRequirementThatItFails) {
    HouseholdRun run(table({"B", "A", "B", "C", "B"}));
    const auto households = run.read();
    const std::vector<double> income{5.0, 4.0, kMissing, 3.0, 2.0};
    const std::vector<double> persons{1.0, kMissing, kMissing, 1.0, 2.0};
    const Requirement requirements[] = {{income, {"without an income", "tanpa pendapatan"}},
                                        {persons, {"without persons", "tanpa anggota"}}};
    const auto selection = select_households(households, 2, requirements);
    EXPECT_THAT(selection.of(0), IsEmpty());
    EXPECT_THAT(selection.of(1), ElementsAre(0U, 4U));
    EXPECT_THAT(selection.left_out[0].by_settlement, ElementsAre(0U, 1U));
    EXPECT_THAT(selection.left_out[1].by_settlement, ElementsAre(1U, 0U));
    EXPECT_EQ(selection.left_out_of(1), 1U);
    EXPECT_THAT(values_of(income, selection.of(1)), ElementsAre(5.0, 2.0));
}

}  // namespace
}  // namespace desakota::analyses
