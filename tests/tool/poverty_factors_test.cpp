#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tool/desakota_run.h"

namespace desakota::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kSettlements = "kode_sp,nama,kk\n01,Gunung Sari,250\n02,Bumi Rahayu,300\n03,Sepi,40\n";

/// Sixty-three households, of whom three live in 03: those with less schooling are rather poor, none without exception.
std::string households(const std::string& first_schooling = "6") {
    std::string text = "kode_sp,nik,jumlah_art,art_bekerja,lama_sekolah,pendapatan\n";
    for (int i = 0; i < 63; ++i) {
        const int persons = 2 + i % 4;
        const int schooling = 3 * (i % 5);
        const bool poor = (schooling < 6) != (i % 7 == 0);
        text +=
            fmt::format("0{},32010000,{},{},{},{}\n", 1 + i / 30, persons, 1 + i % 2,
                        i == 0 ? first_schooling : fmt::format("{}", schooling), (poor ? 100000 : 300000) * persons);
    }
    return text;
}

struct FactorsFiles {
    explicit FactorsFiles(const std::string& table)
        : settlements(folder.write("sp.csv", kSettlements)), households(folder.write("rt.csv", table)) {}

    [[nodiscard]] ToolRun run(const Words& more, const std::string& language = "en") const {
        Words words{"poverty-factors", "--settlements", settlements, "--households",      households,
                    "--lang",          language,        "--output",  folder.file("r.csv")};
        words.insert(words.end(), more.begin(), more.end());
        return run_desakota(words);
    }

    TemporaryFolder folder;
    std::string settlements;
    std::string households;
};

TEST(PovertyFactors, RunOnTablesAndKeepPersonalDataOut) {
    const FactorsFiles files(households());
    const auto run = files.run({"--line", "182636", "--predictions"});
    ASSERT_EQ(run.status, 0) << run.error;
    EXPECT_THAT(run.output, HasSubstr("Being poor clearly goes with lower schooling of the head"));
    EXPECT_THAT(run.error, HasSubstr("left aside as personal data: nik"));
    EXPECT_THAT(column_of(files.folder.file("r.csv"), "status"), ElementsAre("withheld", "computed", "withheld"));
    EXPECT_THAT(column_of(files.folder.file("r_poverty_factors_coefficients.csv"), "trait"),
                ElementsAre("lama_sekolah", "working_members_ratio", "constant"));
    for (const auto& name : files.folder.names()) {
        if (name == "rt.csv") continue;
        EXPECT_THAT(read_file(files.folder.file(name)), Not(HasSubstr("32010000"))) << name;
    }
    EXPECT_THAT(files.folder.names(), Contains("r_poverty_factors_households.csv"));
}

TEST(PovertyFactors, SaysWhatIsMissingOrUnfit) {
    const FactorsFiles files(households("rahasia"));
    expect_said(files.run({}), 2, {"Nothing says who is poor", "--line", "--poor-field"});
    expect_said(files.run({"--line", "182636", "--poor-field", "art_bekerja"}), 2, {"Give one of them"});
    const auto run = files.run({"--line", "182636"}, "id");
    expect_said(run, 3, {"rt.csv, fid 1: lama sekolah kepala bukan angka"});
    EXPECT_THAT(run.error, Not(HasSubstr("rahasia")));
    EXPECT_THAT(files.folder.names(), ElementsAre("rt.csv", "sp.csv"));
}

}  // namespace
}  // namespace desakota::tests
