#include "engine/analyses/confirmed_matches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/match_list.h"

#include "engine/matching/codes.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Three settlements, two of them of one name.
Settlements three() {
    Settlements settlements;
    settlements.ids = {"S1", "S2", "S3"};
    settlements.names = {"Sukamaju", "Sukamaju", "Mulyasari"};
    return settlements;
}

struct ListRun : TestRun {
    explicit ListRun(const std::vector<ListRow>& rows) { add("matches", match_list(rows)); }
    ConfirmedMatches read() { return read_confirmed_matches(arguments, three(), diagnostics); }
};

TEST(ConfirmedMatches, GiveTheSettlementOfACodeOrAName) {
    ListRun run({{"1607051009", "Mulyosari", "", "S3", "1"}, {"", "SUKA MAJU", "Air Salek", "S1", "ya"}});
    auto list = run.read();
    EXPECT_EQ(list.find({"id1607051009", ""}), 2U);
    EXPECT_EQ(list.find({" mulyosari", "Tanjung Lago"}), 2U);
    EXPECT_EQ(list.find({"Suka  Maju", ""}), 0U);
    EXPECT_EQ(list.find({"Suka Maju", "Kec. Air Salek"}), 0U);
    EXPECT_EQ(list.find({"Suka Maju", "Tanjung Lago"}), std::nullopt);
    EXPECT_EQ(list.find({"Telang", ""}), std::nullopt);
    list.report(run.diagnostics);
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ConfirmedMatches, NeverMixTheSystemsOfCodes) {
    ListRun run({{"16.07.05.2009", "", "", "S3", "1"}});
    auto list = run.read();
    EXPECT_EQ(list.find({"1607052009", ""}), std::nullopt);
    EXPECT_EQ(list.find({"1607052009", "", matching::CodeSystem::HomeAffairs}), 2U);
}

TEST(ConfirmedMatches, LeaveIdsOfSettlementsAlone) {
    ListRun run({{"", "S1", "", "S3", "1"}});
    EXPECT_EQ(run.read().find({"S1", ""}), std::nullopt);
}

TEST(ConfirmedMatches, TakeAcceptedRowsOnly) {
    ListRun run({{"", "A", "", "S1", ""}, {"", "B", "", "S2", "0"}, {"", "C", "", "S3", "TRUE"}});
    auto list = run.read();
    EXPECT_EQ(list.find({"A", ""}), std::nullopt);
    EXPECT_EQ(list.find({"B", ""}), std::nullopt);
    EXPECT_EQ(list.find({"C", ""}), 2U);
}

TEST(ConfirmedMatches, TakeYesAndNoAsSpreadsheetsAndPeopleWriteThem) {
    ListRun run({{"", "A", "", "S1", "1.0"},
                 {"", "B", "", "S2", "v"},
                 {"", "C", "", "S3", "V"},
                 {"", "D", "", "S1", "x"},
                 {"", "E", "", "S1", "0.0"}});
    auto list = run.read();
    EXPECT_EQ(list.find({"A", ""}), 0U);
    EXPECT_EQ(list.find({"B", ""}), 1U);
    EXPECT_EQ(list.find({"C", ""}), 2U);
    EXPECT_EQ(list.find({"D", ""}), 0U);
    EXPECT_EQ(list.find({"E", ""}), std::nullopt);
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ConfirmedMatches, TellRepeatedNamesApartByTheKecamatan) {
    ListRun run({{"", "Sukamaju", "A", "S1", "1"}, {"", "Sukamaju", "B", "S2", "1"}});
    auto list = run.read();
    EXPECT_EQ(list.find({"Sukamaju", "A"}), 0U);
    EXPECT_EQ(list.find({"SUKAMAJU", "kec. b"}), 1U);
    EXPECT_EQ(list.find({"Sukamaju, Kec. B", ""}), 1U);
    EXPECT_EQ(list.find({"Sukamaju", ""}), std::nullopt);
    list.report(run.diagnostics);
    EXPECT_THAT(run.errors(), ElementsAre("padanan.csv: accepted for several settlements, so that it is not known "
                                          "which is meant: \"Sukamaju\" (1). Name the table's field of the kecamatan "
                                          "(--household-kecamatan-field, --flow-kecamatan-field, "
                                          "--activity-kecamatan-field), or write \"NAME, Kec. X\" in the table."));
}

TEST(ConfirmedMatches, GiveTheSettlementOfAKeyOfATable) {
    ListRun run({{"A7", "Sukamaju", "A", "S1", "1"}, {"", "Mulyosari", "", "S3", "1"}});
    auto list = run.read();
    const auto code = matching::read_code("A7", {});
    const auto other = matching::read_code("A8", {});
    EXPECT_EQ(list.find_key({code, "Sukamaju", "A"}), 0U);
    EXPECT_EQ(list.find_key({code, "Suka Maju", ""}), 0U);
    EXPECT_EQ(list.find_key({std::nullopt, "Sukamaju", "Kec. A"}), 0U);
    EXPECT_EQ(list.find_key({other, "Sukamaju", "A"}), std::nullopt);
    EXPECT_EQ(list.find_key({other, "Mulyosari", "C"}), 2U);
    EXPECT_EQ(list.find_key({std::nullopt, "Telang", ""}), std::nullopt);
}

TEST(ConfirmedMatches, NameEveryRowThatCannotBe) {
    ListRun run({{"", "A", "", "S9", "1"},
                 {"", "B", "", "", "1"},
                 {"", "C", "K", "S1", "1"},
                 {"", "c", "Kec. K", "S2", "1"},
                 {"", "c", "K", "S1", "1"},
                 {"", "", "K", "S1", "1"},
                 {"", "D", "", "S1", "mungkin"}});
    static_cast<void>(run.read());
    EXPECT_THAT(
        run.errors(),
        ElementsAre(
            "padanan.csv, fid 2 \"B\": is accepted without a settlement_id. Write the settlement's id, or leave "
            "accepted empty.",
            "padanan.csv, fid 4 \"c\": is accepted for another settlement than padanan.csv, fid 3 \"C\", which "
            "has the same code, name and kecamatan. Keep one of the two.",
            "padanan.csv, fid 6: is accepted, but has neither table_code nor table_name, by which it would be "
            "found. Fill one of them.",
            "padanan.csv, fid 7 \"D\": accepted is \"mungkin\". Write 1 for yes, or leave it empty.",
            "padanan.csv: accepted rows with a settlement_id that no settlement of the run has: fid 1 \"S9\". "
            "Correct the id, name the field of the ids with --id-field, or leave accepted empty."));
}

TEST(ConfirmedMatches, NeedTheColumnsOfTheList) {
    TestRun run;
    run.add("matches", LayerMaker("lain.csv", "").nothing().texts("TABLE_CODE", {"x"}).texts("id", {"S1"}));
    static_cast<void>(read_confirmed_matches(run.arguments, three(), run.diagnostics));
    EXPECT_THAT(run.errors(),
                ElementsAre("lain.csv: --matches takes a list as match-names writes it; these columns are "
                            "missing: settlement_id, accepted. Keep their names."));
}

TEST(ConfirmedMatches, ThatAreNeverUsedHaveNoEffect) {
    ListRun unused({{"", "Sukamaju", "", "S1", "1"}});
    auto list = unused.read();
    EXPECT_EQ(list.find({"S2", ""}), std::nullopt);
    list.report(unused.diagnostics);
    EXPECT_THAT(unused.errors(), ElementsAre(HasSubstr("--matches has no effect: what the tables call settlements")));
    ListRun undecided({{"", "Sukamaju", "", "S1", ""}});
    undecided.read().report(undecided.diagnostics);
    EXPECT_THAT(undecided.errors(), ElementsAre(HasSubstr("--matches has no effect: none of its rows is accepted")));
    TestRun without;
    read_confirmed_matches(without.arguments, three(), without.diagnostics).report(without.diagnostics);
    EXPECT_THAT(without.errors(), IsEmpty());
}

TEST(ConfirmedMatches, AndTheirFieldsNeedEachOther) {
    TestRun run;
    run.name("household-kecamatan-field", "kec");
    refuse_kecamatan_field_without_matches(run.arguments, "household-kecamatan-field", run.diagnostics);
    refuse_matches_without_a_table(run.arguments, {"--flows", "--flows"}, run.diagnostics);
    run.add("matches", match_list({}));
    refuse_kecamatan_field_without_matches(run.arguments, "household-kecamatan-field", run.diagnostics);
    refuse_matches_without_a_table(run.arguments, {"--flows", "--flows"}, run.diagnostics);
    EXPECT_THAT(run.errors(), ElementsAre("--household-kecamatan-field has no effect without --matches: give the list "
                                          "as well, or leave the option out.",
                                          "--matches has no effect without --flows: give the table as well, or leave "
                                          "the list out."));
}

}  // namespace
}  // namespace desakota::analyses
