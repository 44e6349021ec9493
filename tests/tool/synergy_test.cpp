#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tool/desakota_run.h"

namespace desakota::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string sample_areas() {
    return (std::filesystem::path(DESAKOTA_SAMPLE).parent_path() / "synergy_areas.csv").string();
}

TEST(Synergy, AssessesThePapersAreas) {
    const TemporaryFolder folder;
    const auto run =
        run_desakota({"synergy", "--areas", sample_areas(), "--output", folder.file("r.csv"), "--lang", "id"});
    ASSERT_EQ(run.status, 0) << run.error;
    EXPECT_THAT(run.output, HasSubstr("Kurang sinergis 1 (Batu Betumpang); Terfragmentasi 1 (Telang)."));
    EXPECT_THAT(column_of(folder.file("r.csv"), "area_name"), ElementsAre("Telang", "Batu Betumpang"));
    EXPECT_THAT(column_of(folder.file("r.csv"), "category"), ElementsAre("fragmented", "less_synergistic"));
    EXPECT_EQ(column_of(folder.file("r_synergy_factors.csv"), "role").size(), 34U);
}

TEST(Synergy, SaysWhatIsMissingAndWhichRatingsThereAre) {
    const TemporaryFolder folder;
    const std::string head = "kawasan,sistem,tujuan,proses,efek\n";
    const auto areas = folder.write("kawasan.csv", head + "Telang,,semua,tinggi,na\nMesuji,tidak,semua,tinggi,tetap\n");
    const auto missing = run_desakota({"synergy", "--areas", areas, "--output", folder.file("r.csv"), "--lang", "id"});
    ASSERT_EQ(missing.status, 0) << missing.error;
    EXPECT_THAT(column_of(folder.file("r.csv"), "reason")[0],
                HasSubstr("Belum dapat dinilai; penilaian yang kurang: sistem, efek pada kesejahteraan."));
    const auto unknown = folder.write("salah.csv", head + "Telang,lumayan,semua,tinggi,tetap\n");
    const auto refused =
        run_desakota({"synergy", "--areas", unknown, "--output", folder.file("s.csv"), "--lang", "en"});
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.error, HasSubstr("\"Telang\": system is \"lumayan\", which is no rating of it. Write one of: "
                                         "komprehensif (comprehensive), sebagian (partial), tidak (none)"));
}

}  // namespace
}  // namespace desakota::tests
