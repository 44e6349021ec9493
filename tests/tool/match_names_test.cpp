#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tool/desakota_run.h"

namespace desakota::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kTable =
    "No,Desa,Kecamatan,Jiwa,NIK\n"
    "1,Mulya Sari,TANJUNG LAGO,410,32\n"
    "2,Mekar Sari (Upt XII),Muara Telang,500,32\n"
    "3,Karang Lama,Sumber Marga Telang,620,32\n"
    "4,Telang Karia,Muara Telang,700,32\n";

Words match_words(const std::string& table, const std::string& result) {
    return {"match-names", "--settlements", sample("settlements"), "--table", table, "--output", result, "--lang",
            "en"};
}

TEST(MatchNames, FindsTheSettlementsOfAnOfficesTableAndTakesDecisionsBack) {
    const TemporaryFolder folder;
    const auto table = folder.write("penduduk.csv", kTable);
    const auto run = run_desakota(match_words(table, folder.file("r.csv")));
    ASSERT_EQ(run.status, 0) << run.error;
    EXPECT_THAT(run.error, HasSubstr("left aside as personal data: NIK"));
    EXPECT_THAT(run.output, HasSubstr("Of 4 codes and names of the table 2 are matched: 2 by normalised name."));
    EXPECT_THAT(column_of(folder.file("r.csv"), "settlement_name"),
                ElementsAre("Mulyasari", "Mekar Sari", "", "Telang Karya"));
    EXPECT_THAT(column_of(folder.file("r.csv"), "accepted"), ElementsAre("1", "1", "", ""));

    const auto list = folder.write("putusan.csv",
                                   "table_name,table_kecamatan,settlement_id,accepted\n"
                                   "Telang Karia,Muara Telang,CTH-2-021,1\n");
    auto words = match_words(table, folder.file("s.gpkg"));
    words.insert(words.end(), {"--matches", list});
    const auto again = run_desakota(words);
    ASSERT_EQ(again.status, 0) << again.error;
    EXPECT_THAT(column_of(folder.file("s.gpkg|layername=match_names"), "how"),
                ElementsAre("normalised_name", "normalised_name", "no_match", "confirmed"));
    const auto joined = folder.file("s.gpkg|layername=match_names_settlements");
    EXPECT_EQ(column_of(joined, "Jiwa").at(20), "700");
    EXPECT_EQ(column_of(joined, "Jiwa").at(0), "-");
    EXPECT_EQ(column_of(joined, "jumlah_kk"), column_of(sample("settlements"), "jumlah_kk"));

    const auto access = run_desakota(access_words({.settlements = joined}, folder.file("access.csv")));
    ASSERT_EQ(access.status, 0) << access.error;
    const auto straight = run_desakota(access_words({}, folder.file("plain.csv")));
    ASSERT_EQ(straight.status, 0) << straight.error;
    EXPECT_EQ(column_of(folder.file("access.csv"), "settlement_id"),
              column_of(folder.file("plain.csv"), "settlement_id"));
    EXPECT_EQ(column_of(folder.file("access.csv"), "total_m"), column_of(folder.file("plain.csv"), "total_m"));
}

}  // namespace
}  // namespace desakota::tests
