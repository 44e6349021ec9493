#include "engine/analyses/match_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/match_names_run.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Mulyasari, Selimau I and II and Telang in A, Telang in B; the table has them as offices write them.
struct OfficeRun : MatchNamesRun {
    OfficeRun() {
        settle({{"S1", "Mulyasari", "A"},
                {"S2", "Selimau I", "A"},
                {"S3", "Selimau II", "A"},
                {"S4", "Telang", "A"},
                {"S5", "Telang", "B"}});
        tabulate({{"MULYA SARI", "Kec. A"},
                  {"Selimau III", "A"},
                  {"Selimau II", "A"},
                  {"Tellang", "B"},
                  {"Telang", "A"},
                  {"", ""}});
    }
};

TEST(MatchNames, ListsEachNameOfTheTableWithItsSettlement) {
    OfficeRun run;
    const auto results = run.run();
    const auto& list = results.layers[0];
    EXPECT_EQ(list.name, "match_names");
    EXPECT_THAT(values_of(list, "row"), ElementsAre("1", "2", "3", "4", "5", "6"));
    EXPECT_THAT(values_of(list, "table_name"),
                ElementsAre("MULYA SARI", "Selimau III", "Selimau II", "Tellang", "Telang", "-"));
    EXPECT_THAT(values_of(list, "settlement_id"), ElementsAre("S1", "-", "S3", "S5", "S4", "-"));
    EXPECT_THAT(values_of(list, "kecamatan"), ElementsAre("A", "-", "A", "B", "A", "-"));
    EXPECT_THAT(values_of(list, "how"),
                ElementsAre("normalised_name", "no_match", "exact_name", "proposal", "exact_name", "no_match"));
    EXPECT_THAT(values_of(list, "accepted"), ElementsAre("1", "-", "1", "-", "1", "-"));
    EXPECT_DOUBLE_EQ(number_of(list, "score", 0).value_or(0.0), 18.0 / 19.0);
    EXPECT_DOUBLE_EQ(number_of(list, "score", 3).value_or(0.0), 12.0 / 13.0);
    EXPECT_THAT(names_of(list.columns), testing::ElementsAreArray(names_of(run.analysis.outputs[0].columns)));
}

TEST(MatchNames, SaysWhyInTheLanguageOfTheRun) {
    OfficeRun run;
    const auto english = run.run();
    EXPECT_THAT(values_of(english.layers[0], "reason"),
                ElementsAre("The same name in another spelling (\"Mulyasari\"), and the only one.",
                            HasSubstr("No settlement has this name"), "The name is the same, and it is the only one.",
                            HasSubstr("alike, which proves nothing"), "The name is the same, and it is the only one.",
                            HasSubstr("The row has no name")));
    OfficeRun again;
    const auto indonesian = again.run(core::Language::Indonesian);
    EXPECT_THAT(values_of(indonesian.layers[0], "reason")[3], HasSubstr("Namanya mirip"));
}

TEST(MatchNames, JoinsTheTableToTheSettlements) {
    OfficeRun run;
    const auto results = run.run();
    const auto& joined = layer_of(results, "match_names_settlements");
    EXPECT_EQ(joined.row_count, 5U);
    EXPECT_EQ(joined.geometry.size(), 5U);
    EXPECT_THAT(names_of(joined.columns), ElementsAre("settlement_id", "settlement_name", "kecamatan", "table_rows",
                                                      "how", "jumlah_kk", "nilai", "JUMLAH_KK_table"));
    EXPECT_THAT(values_of(joined, "settlement_id"), ElementsAre("S1", "S2", "S3", "S4", "S5"));
    EXPECT_THAT(values_of(joined, "table_rows"), ElementsAre("1", "0", "1", "1", "0"));
    EXPECT_THAT(values_of(joined, "how"), ElementsAre("normalised_name", "-", "exact_name", "exact_name", "-"));
    EXPECT_THAT(values_of(joined, "jumlah_kk"), ElementsAre("10", "20", "30", "40", "50"));
    EXPECT_THAT(values_of(joined, "nilai"), ElementsAre("1", "-", "3", "5", "-"));
}

TEST(MatchNames, CountsHowTheyWereMatched) {
    OfficeRun run;
    const auto results = run.run();
    const auto& summary = layer_of(results, "match_names_summary");
    EXPECT_THAT(values_of(summary, "how"),
                ElementsAre("confirmed", "code", "exact_name", "normalised_name", "proposal", "no_match"));
    EXPECT_THAT(values_of(summary, "names"), ElementsAre("0", "0", "2", "1", "1", "2"));
    EXPECT_EQ(figure(results, "names_by_exact_name"), 2.0);
    EXPECT_EQ(figure(results, "proposals"), 1.0);
    EXPECT_EQ(figure(results, "settlements_without_row"), 2.0);
    EXPECT_EQ(results.summary[0].english,
              "Of 6 codes and names of the table 3 are matched: 2 by exact name, 1 by normalised name.");
    EXPECT_THAT(results.summary[1].english, HasSubstr("1 wait for a decision and 2 have no match"));
    EXPECT_THAT(results.summary[1].indonesian, HasSubstr("1 menunggu keputusan dan 2 tanpa padanan"));
}

TEST(MatchNames, TakesBackWhatAPersonDecided) {
    OfficeRun run;
    run.add("matches", match_list({{"", "Tellang", "B", "S5", "1"}, {"", "Selimau III", "A", "S2", "1"}}));
    const auto results = run.run();
    EXPECT_THAT(values_of(results.layers[0], "how"),
                ElementsAre("normalised_name", "confirmed", "exact_name", "confirmed", "exact_name", "no_match"));
    EXPECT_THAT(values_of(layer_of(results, "match_names_settlements"), "nilai"), ElementsAre("1", "2", "3", "5", "4"));
    EXPECT_EQ(values_of(results.layers[0], "reason")[1], "Confirmed in the list of --matches.");
}

TEST(MatchNames, ReadsBackItsOwnList) {
    OfficeRun first;
    const auto list = first.run().layers[0];
    OfficeRun second;
    second.arguments.layers["matches"] = {list};
    const auto results = second.run();
    EXPECT_THAT(values_of(results.layers[0], "how"),
                ElementsAre("confirmed", "no_match", "confirmed", "proposal", "confirmed", "no_match"));
    EXPECT_EQ(values_of(results.layers[0], "settlement_id"), values_of(list, "settlement_id"));
}

TEST(MatchNames, LooksAtEachNameOfAHouseholdTableOnceAndJoinsNothing) {
    MatchNamesRun run;
    run.settle({{"S1", "Mulyasari", "A"}, {"S2", "Telang", "A"}});
    run.tabulate({{"Mulyasari", "A"}, {"Telang", "A"}, {"MULYASARI", "A"}, {"Telang", "A"}});
    const auto results = run.run();
    EXPECT_THAT(values_of(results.layers[0], "row"), ElementsAre("1", "2"));
    EXPECT_THAT(values_of(results.layers[0], "rows"), ElementsAre("2", "2"));
    EXPECT_EQ(layer_of(results, "match_names_settlements").find("nilai"), nullptr);
    EXPECT_THAT(values_of(layer_of(results, "match_names_settlements"), "table_rows"), ElementsAre("2", "2"));
    EXPECT_THAT(
        run.told(core::Severity::Information),
        ElementsAre("tabel.csv: 2 settlements have several rows, so that no column of the table is joined to the "
                    "settlements: Mulyasari (rows 1, 3), Telang (rows 2, 4). Keep one row for each, or, if that "
                    "is how the table is, give the list to the analysis of that table with --matches."));
}

TEST(MatchNames, NamesTheRowsOfASettlementThatHasSeveralAsTheSheetNumbersThem) {
    MatchNamesRun run;
    run.settle({{"S1", "Muara Telang", "Muara Telang"}});
    run.tabulate({{"Muara Telang", "Muara Telang"}, {"Muara Telang", "Muara Telang"}});
    run.arguments.layer("table")->feature_ids = {8, 12};
    static_cast<void>(run.run());
    EXPECT_THAT(run.told(core::Severity::Information),
                ElementsAre(testing::AllOf(
                    HasSubstr("tabel.csv: one settlement has several rows, so that no column of the table is joined to "
                              "the settlements: Muara Telang (rows 8, 12). Keep one row"),
                    HasSubstr("with --matches. Row 8 or 12 may be the total of the kecamatan"))));
}

TEST(MatchNames, ListsTheFirstOfManySettlementsWithSeveralRows) {
    MatchNamesRun run;
    run.settle({{"S1", "Ba", "K"}, {"S2", "Da", "K"}, {"S3", "Ga", "K"}, {"S4", "Ja", "K"}});
    std::vector<std::array<std::string, 2>> rows;
    for (const auto* name : {"Ba", "Da", "Ga", "Ja"}) rows.insert(rows.end(), 6, {name, "K"});
    run.tabulate(rows);
    static_cast<void>(run.run());
    EXPECT_THAT(
        run.told(core::Severity::Information),
        ElementsAre(HasSubstr(": Ba (rows 1, 2, 3, 4, 5, ...), Da (rows 7, 8, 9, 10, 11, ...), Ga (rows 13, 14, "
                              "15, 16, 17, ...) and 1 more. Keep")));
}

TEST(MatchNames, RefusesFieldsToJoinWhereThereAreSeveralRows) {
    MatchNamesRun run;
    run.settle({{"S1", "Mulyasari", "A"}});
    run.tabulate({{"Mulyasari", "A"}, {"Mulyasari", "A"}});
    run.name("table-fields", "nilai");
    const auto [status, problem] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_EQ(problem, "--table-fields has no effect: tabel.csv has several rows for a settlement. Leave it out.");
}

TEST(MatchNames, ShowsTwoNamesOnOneSettlement) {
    MatchNamesRun run;
    run.settle({{"S1", "Mulyasari", "A"}});
    run.tabulate({{"Mulyasari", "A"}, {"Mulya Sari", "A"}, {"Mulyosari", "A"}});
    const auto results = run.run();
    EXPECT_THAT(values_of(results.layers[0], "how"), ElementsAre("proposal", "proposal", "proposal"));
    EXPECT_THAT(values_of(results.layers[0], "reason"),
                ElementsAre(HasSubstr("Row 2 of the table is matched to the same settlement"), HasSubstr("Row 1 of"),
                            HasSubstr("but row 1 of the table is matched to that settlement already")));
    MatchNamesRun sheet;
    sheet.settle({{"S1", "Mulyasari", "A"}});
    sheet.tabulate({{"Mulyasari", "A"}, {"Mulya Sari", "A"}});
    sheet.arguments.layer("table")->feature_ids = {8, 12};
    EXPECT_THAT(values_of(sheet.run().layers[0], "reason"),
                ElementsAre(HasSubstr("Row 12 of the table is matched"), HasSubstr("Row 8 of the table")));
    EXPECT_EQ(results.summary[0].english, "Of 3 codes and names of the table none is matched.");
}

TEST(MatchNames, ReadsCodesAsTheirColumnsTell) {
    MatchNamesRun run;
    run.add("settlements", LayerMaker("desa", "")
                               .nothing()
                               .nothing()
                               .texts("kode_sp", {"S1", "S2"})
                               .texts("kode_bps", {"1607051009", "1607052009"})
                               .texts("kode_kemendagri", {"16.07.05.2009", "16.07.05.2010"})
                               .texts("nama", {"Mulyasari", "Telang"}));
    run.find("id-field", "kode_sp");
    run.find("name-field", "nama");
    run.arguments.fields["code-field"] = {{"kode_bps", "kode_kemendagri"}};
    run.add("table", LayerMaker("tabel.csv", "")
                         .nothing()
                         .nothing()
                         .texts("kode_kemendagri", {"1607052009", "1607052010"})
                         .texts("desa", {"Mulya", "Telangan"}));
    run.find("table-code-field", "kode_kemendagri");
    run.find("table-name-field", "desa");
    const auto results = run.run();
    EXPECT_THAT(values_of(results.layers[0], "settlement_id"), ElementsAre("S1", "S2"));
    EXPECT_THAT(values_of(results.layers[0], "how"), ElementsAre("code", "code"));
    EXPECT_THAT(values_of(results.layers[0], "table_code"), ElementsAre("16.07.05.2009", "16.07.05.2010"));
    EXPECT_EQ(values_of(results.layers[0], "reason")[1], "The code is the same.");
}

TEST(MatchNames, ExplainsEveryKindOfProposal) {
    MatchNamesRun run;
    run.settle({{"S1", "Sukamaju", "A"},
                {"S2", "Suka Maju", "A"},
                {"S3", "Mekar Sari (UPT 1)", "A"},
                {"S4", "Mekar Sari (UPT 2)", "A"},
                {"S5", "Purwosari (eks Bangun Jaya)", "A"},
                {"S6", "Terusan", "B"}});
    run.tabulate({{"Su Kamaju", "A"},
                  {"Mekar Sari (UPT 3)", "A"},
                  {"MEKARSARI SP 9", "A"},
                  {"Bangun Jaya", "A"},
                  {"Terusan", "A"}});
    const auto results = run.run();
    EXPECT_THAT(values_of(results.layers[0], "reason"),
                ElementsAre(HasSubstr("Several settlements have this name"), HasSubstr("No settlement has this name"),
                            HasSubstr("Several settlements have this name"), HasSubstr("former name"),
                            HasSubstr("in another kecamatan only")));
    EXPECT_THAT(values_of(results.layers[0], "second_id"), ElementsAre("S2", "-", "S4", "-", "-"));
}

TEST(MatchNames, ExplainsProposalsByCode) {
    MatchNamesRun run;
    run.settle({{"7", "Mulyasari", "A"}, {"8", "Telang", "A"}});
    run.add("table", LayerMaker("tabel.csv", "")
                         .nothing()
                         .nothing()
                         .texts("kode", {"8", "9"})
                         .texts("desa", {"Purwosari", "Telang"}));
    run.find("table-code-field", "kode");
    run.find("table-name-field", "desa");
    const auto results = run.run();
    EXPECT_THAT(values_of(results.layers[0], "reason")[0],
                HasSubstr("The code is the same but the names differ, and nothing tells whose code it is"));
    EXPECT_THAT(values_of(results.layers[0], "how"), ElementsAre("proposal", "exact_name"));
}

TEST(MatchNames, SaysWhoseCodeAndWhoseNameItIs) {
    const auto reason = [](core::Language language) {
        MatchNamesRun run;
        run.settle({{"1", "Suka Maju", "A"}, {"2", "Suka Mulya", "A"}});
        run.add("table", LayerMaker("tabel.csv", "").nothing().texts("kode", {"1"}).texts("desa", {"Suka Mulya"}));
        run.find("table-code-field", "kode");
        run.find("table-name-field", "desa");
        const auto results = run.run(language);
        EXPECT_THAT(values_of(results.layers[0], "settlement_id"), ElementsAre("2"));
        EXPECT_THAT(values_of(results.layers[0], "second_id"), ElementsAre("1"));
        EXPECT_THAT(values_of(results.layers[0], "accepted"), ElementsAre("-"));
        return values_of(results.layers[0], "reason")[0];
    };
    EXPECT_EQ(
        reason(core::Language::English),
        "The name is that of Suka Mulya (2), but the code 1 is that of Suka Maju (1), and nothing tells whose code "
        "it is. Accept the former, or write the settlement_id of the latter as well.");
    EXPECT_THAT(reason(core::Language::Indonesian),
                HasSubstr("Namanya adalah nama Suka Mulya (2), tetapi kode 1 adalah kode Suka Maju (1)"));
}

TEST(MatchNames, AsksWhoseCodeItIsWhereNoNameTells) {
    MatchNamesRun run;
    run.add("settlements",
            LayerMaker("desa", "").nothing().texts("kode_bps", {"1607052009"}).texts("nama", {"Telang"}));
    run.find("id-field", "kode_bps");
    run.find("name-field", "nama");
    run.add("table", LayerMaker("idm.csv", "").nothing().texts("kode_desa", {"1607052009"}));
    run.find("table-code-field", "kode_desa");
    const auto results = run.run();
    EXPECT_THAT(values_of(results.layers[0], "how"), ElementsAre("proposal"));
    EXPECT_THAT(values_of(results.layers[0], "reason")[0],
                HasSubstr("the same if both are codes of BPS, for which they were taken"));
}

TEST(MatchNames, TellsOfTwoRowsOfWhichOneMayBeTheTotalOfTheKecamatan) {
    MatchNamesRun run;
    run.settle({{"S1", "Muara Telang", "Muara Telang"}, {"S2", "Mulyasari", "Muara Telang"}});
    run.tabulate({{"MUARA TELANG", ""}, {"Muara Telang", "Muara Telang"}, {"Mulyasari", "Muara Telang"}});
    const auto results = run.run();
    const auto reasons = values_of(results.layers[0], "reason");
    const auto* const total =
        "Row 1 or 2 may be the total of the kecamatan, whose name both bear: take the total out of the table.";
    EXPECT_THAT(reasons, ElementsAre(HasSubstr(total), HasSubstr(total), testing::Not(HasSubstr("total"))));
    EXPECT_THAT(values_of(results.layers[0], "how"), ElementsAre("proposal", "proposal", "exact_name"));
}

TEST(MatchNames, TellsOfATotalOfWhichThereIsNoSettlement) {
    MatchNamesRun run;
    run.settle({{"S2", "Mulyasari", "Muara Telang"}});
    run.tabulate({{"Muara Telang", "Muara Telang"}, {"Mulyasari", "Muara Telang"}, {"Muara Telang", "Muara Telang"}});
    EXPECT_THAT(values_of(run.run(core::Language::Indonesian).layers[0], "reason"),
                ElementsAre(HasSubstr("Baris 1 atau 3 mungkin jumlah kecamatan"), testing::Not(HasSubstr("jumlah"))));
    MatchNamesRun households;
    households.settle({{"S1", "Muara Telang", "Muara Telang"}});
    households.tabulate(std::vector<std::array<std::string, 2>>(3, {"Muara Telang", "Muara Telang"}));
    EXPECT_THAT(values_of(households.run().layers[0], "reason"), ElementsAre(testing::Not(HasSubstr("total"))));
}

/// A table of households with a code and a name in each row.
void tabulate_persons(MatchNamesRun& run, const std::vector<std::string>& names) {
    run.settle({{"CTH-1", "Mulyasari", "A"}});
    LayerMaker table("rt.csv", "");
    for (std::size_t i = 0; i < names.size(); ++i) table.nothing();
    run.add("table", table.texts("kode", std::vector<std::string>(names.size(), "CTH-1")).texts("nama", names));
    run.find("table-code-field", "kode");
    run.find("table-name-field", "nama");
}

TEST(MatchNames, NeverListsTheNamesOfPersons) {
    MatchNamesRun run;
    tabulate_persons(run, {"Budi", "Siti", "Wati"});
    const auto results = run.run();
    EXPECT_THAT(values_of(results.layers[0], "table_name"), ElementsAre("-"));
    EXPECT_THAT(values_of(results.layers[0], "rows"), ElementsAre("3"));
    EXPECT_THAT(values_of(results.layers[0], "how"), ElementsAre("code"));
    EXPECT_THAT(run.told(core::Severity::Information),
                testing::Contains(HasSubstr("rt.csv: 'nama' is left aside: it differs from row to row of one code")));
    MatchNamesRun named;
    tabulate_persons(named, {"Budi", "Siti", "Wati"});
    named.name("table-name-field", "nama");
    EXPECT_EQ(named.run().layers[0].row_count, 3U);
    MatchNamesRun of_settlements;
    tabulate_persons(of_settlements, {"Mulyasari", "Mulyasari", "Mulyasari"});
    EXPECT_THAT(values_of(of_settlements.run().layers[0], "table_name"), ElementsAre("Mulyasari"));
}

TEST(MatchNames, NeedsCodesOrNamesAndRows) {
    MatchNamesRun run;
    run.add("settlements", LayerMaker("desa").nothing());
    run.add("table", LayerMaker("tabel.csv", "").texts("Wilayah", {}).texts("Jiwa", {}));
    const auto [status, problem] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_THAT(problem, HasSubstr("desa: no field holds ids, codes or names of the settlements"));
    EXPECT_THAT(problem, HasSubstr("tabel.csv: no field holds codes or names of settlements. Name one with "
                                   "--table-code-field or --table-name-field. Fields of tabel.csv: Wilayah, Jiwa."));
    EXPECT_THAT(problem, HasSubstr("tabel.csv: the table holds no rows"));
}

TEST(MatchNames, KnowsTheFieldsOfOfficesTables) {
    const auto usual = [](const std::string& name) {
        const auto parameters = describe_match_names().parameters;
        return std::ranges::find(parameters, name, &Parameter::name)->usual_names;
    };
    EXPECT_THAT(usual("table-name-field"),
                testing::IsSupersetOf({"desa_kelurahan_village_kelurahan", "desa_kelurahan_village", "desa_village",
                                       "kecamatan_desa", "r104n", "nama_desa_kel", "desa_upt"}));
    EXPECT_THAT(usual("table-kecamatan-field"),
                testing::IsSupersetOf({"r103n", "kecamatan_subdistrict", "kecamatan_district", "kec", "nama_kec"}));
    EXPECT_THAT(usual("table-code-field"), testing::Contains("kode_bps"));
    EXPECT_THAT(usual("id-field"), testing::Contains("kode_bps"));
}

TEST(MatchNames, IsASoundAnalysis) {
    EXPECT_THAT(catalogue_faults({describe_match_names()}), IsEmpty());
}

TEST(MatchNames, GivesTheSameEachTime) {
    OfficeRun one;
    OfficeRun other;
    const auto left = one.run(core::Language::English, 1);
    const auto right = other.run(core::Language::English, 8);
    for (std::size_t i = 0; i < left.layers.size(); ++i) {
        for (const auto& column : left.layers[i].columns) {
            EXPECT_EQ(values_of(left.layers[i], column.name()), values_of(right.layers[i], column.name()));
        }
    }
}

}  // namespace
}  // namespace desakota::analyses
