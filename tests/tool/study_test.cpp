#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tool/desakota_run.h"

namespace desakota::tests {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kLayers = R"(format = 1
[study]
title = "Telang"
area = "Kawasan Telang"
[office]
name = "Dinas <contoh>"
[layers.settlements]
source = "telang.gpkg|layername=settlements"
group-field = ["kecamatan"]
[layers.roads]
source = "telang.gpkg|layername=roads"
[layers.facilities]
source = "telang.gpkg|layername=facilities"
[maps]
papers = []
cards = false
)";
const std::string kHealth = "[[run]]\nanalysis = \"health-access\"\n";

/// A folder that holds the sample and a study on it.
class StudyFolder {
public:
    explicit StudyFolder(const std::string& text) {
        fs::copy_file(DESAKOTA_SAMPLE, folder_.file("telang.gpkg"));
        study_ = folder_.write("study.toml", text);
    }
    [[nodiscard]] const std::string& study() const { return study_; }
    [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
    [[nodiscard]] ToolRun run(const Words& more = {}) const {
        Words words{"run-study", study_, "--lang", "en"};
        words.insert(words.end(), more.begin(), more.end());
        return run_desakota(words);
    }

private:
    TemporaryFolder folder_;
    std::string study_;
};

TEST(RunStudy, WritesOneFolderWithEverythingThatIsHandedOver) {
    auto text = kLayers;
    text.replace(text.find("papers = []"), 11, "papers = [\"A4\"]");
    const StudyFolder folder(text + kHealth);
    const auto run = folder.run();
    ASSERT_EQ(run.status, 0) << run.error;
    EXPECT_THAT(folder.folder().names(), ElementsAre("results", "study.toml", "telang.gpkg"));
    for (const auto* name :
         {"results.gpkg", "report.html", "report.pdf", "tables.xlsx", "run.json", "share/ringkasan.txt",
          "maps/health_access_distance_a4.png", "maps/health_access_distance_a4.pdf",
          "share/health_access_distance_1080x1350.png", "share/health_access_distance_1920x1080.png"}) {
        EXPECT_TRUE(fs::is_regular_file(folder.file("results/") + name)) << name;
    }
    EXPECT_EQ(column_of(folder.file("results/results.gpkg") + "|layername=health_access", "status").size(), 41U);
    EXPECT_FALSE(column_of(folder.file("results/results.gpkg") + "|layername=health_access_by_kecamatan", "group_value")
                     .empty());
}

TEST(RunStudy, GivesTheNumbersThatTheAnalysesGiveAlone) {
    const StudyFolder folder(kLayers + kHealth);
    ASSERT_EQ(folder.run().status, 0);
    const TemporaryFolder alone;
    const auto result = alone.file("h.gpkg");
    ASSERT_EQ(run_desakota(access_words({}, result)).status, 0);
    for (const auto* column : {"total_m", "share_beyond", "reason", "families"}) {
        EXPECT_EQ(column_of(folder.file("results/results.gpkg") + "|layername=health_access", column),
                  column_of(result + "|layername=health_access", column))
            << column;
    }
}

TEST(RunStudy, SeasonsAreToldApartAndFeedLaterAnalyses) {
    auto text = kLayers;
    text.insert(text.find("[office]"), "seasons = [\"dry\", \"wet\"]\n");
    const StudyFolder folder(text + kHealth + R"([[run]]
analysis = "composite-index"
name = "far"
scheme-file = "far.toml"
indicator-names = "far=health_access_wet.share_beyond"
)");
    (void)folder.folder().write("far.toml", R"(format = 1
id = "far"
title = {en = "Far", id = "Jauh"}
authority = "test"
unit_level = "settlement"
provenance = "own"
direction = "higher_is_worse"
closure = "left"
breaks = [0.5]
[[class]]
code = "near"
label = {en = "near", id = "dekat"}
colour = "#fcffa4"
[[class]]
code = "far"
label = {en = "far", id = "jauh"}
colour = "#320a5e"
[[indicator]]
code = "far"
title = {en = "far", id = "jauh"}
unit = "share"
)");
    const auto run = folder.run();
    ASSERT_EQ(run.status, 0) << run.error;
    const auto results = folder.file("results/results.gpkg");
    EXPECT_EQ(column_of(results + "|layername=health_access_wet", "share_beyond"),
              column_of(results + "|layername=far", "score"));
    EXPECT_EQ(column_of(results + "|layername=health_access_dry", "status").size(), 41U);
}

TEST(RunStudy, TellsAllFaultsOfTheStudyAtOnceWithTheirLines) {
    auto text = kLayers;
    text.replace(text.find("layername=roads"), 15, "layername=raods");
    const StudyFolder folder(text + "[[run]]\nanalysis = \"health-access\"\nfamilies-field = \"KK\"\nthreshhold = 1\n");
    const auto run = folder.run();
    expect_said(run, 2,
                {"line 11: ", "raods", "line 19: families-field", "jumlah_kk", "line 20: unknown key", "threshold?"});
    EXPECT_THAT(folder.folder().names(), ElementsAre("study.toml", "telang.gpkg"));
}

TEST(RunStudy, AnOptionOfItsOwnWithoutEffectIsAnError) {
    const StudyFolder folder(kLayers + "[[run]]\nanalysis = \"check-network\"\nclean = \"off\"\ntolerance = 3\n");
    expect_said(folder.run(), 2, {"line 20: `tolerance` has no effect"});
}

TEST(RunStudy, ReadsNothingOutsideItsFolderUnlessItIsTrusted) {
    auto text = kLayers;
    text.replace(text.find("\"telang.gpkg|layername=facilities\""), 34, "\"" + sample("facilities") + "\"");
    const StudyFolder folder(text + kHealth);
    const auto refused = folder.run();
    expect_said(refused, 2, {"lies outside the study's folder", "--trust"});
    EXPECT_EQ(std::ranges::count(refused.error, '\n'), 1) << refused.error;  // it is not even opened
    EXPECT_EQ(folder.run({"--trust", "--output", folder.file("hasil")}).status, 0);
}

TEST(RunStudy, KeepsAnOldFolderUnlessToldToReplaceIt) {
    const StudyFolder folder(kLayers + kHealth);
    ASSERT_EQ(folder.run().status, 0);
    expect_said(folder.run(), 2, {"exists already"});
    EXPECT_EQ(folder.run({"--overwrite"}).status, 0);
    std::ofstream(folder.file("results/mine.txt")) << "mine";
    expect_said(folder.run({"--overwrite"}), 2, {"holds mine.txt"});
}

TEST(RunStudy, LeavesNothingWhereItIsInterruptedOrTheDiskIsFull) {
    const StudyFolder folder(kLayers + kHealth);
    auto call = desakota_call({"run-study", folder.study(), "--lang", "en", "--progress-lines", "--threads", "1"});
    call.interrupt_at = "progress 0.";
    EXPECT_EQ(run_tool(call).status, 130);
    EXPECT_THAT(folder.folder().names(), ElementsAre("study.toml", "telang.gpkg"));
    auto full = desakota_call({"run-study", folder.study(), "--lang", "en"});
    full.file_size_limit = 100000;
    expect_said(run_tool(full), 1, {"could not be written"});
    EXPECT_THAT(folder.folder().names(), ElementsAre("study.toml", "telang.gpkg"));
}

TEST(RunStudy, HostileNamesStayText) {
    const StudyFolder folder(kLayers + kHealth);
    change(folder.file("telang.gpkg"), "UPDATE settlements SET nama = '<script>alert(1)</script>' WHERE fid = 1");
    change(folder.file("telang.gpkg"), "UPDATE settlements SET nama = '=HYPERLINK(\"x\")' WHERE fid = 2");
    ASSERT_EQ(folder.run().status, 0);
    const auto page = read_file(folder.file("results/report.html"));
    EXPECT_THAT(page, AllOf(Not(HasSubstr("<script>alert(1)")), Not(HasSubstr("Dinas <contoh>"))));
    EXPECT_THAT(column_of(folder.file("results/tables.xlsx") + "|layername=Access to health care", "Settlement"),
                Contains("=HYPERLINK(\"x\")"));
}

TEST(Replay, SaysThatAStudyComesOutTheSame) {
    const StudyFolder folder(kLayers + kHealth);
    ASSERT_EQ(folder.run({"--threads", "1"}).status, 0);
    const auto run = run_desakota({"replay", folder.file("results/run.json"), "--lang", "en", "--threads", "2"});
    EXPECT_EQ(run.status, 0) << run.error;
    EXPECT_THAT(run.output, HasSubstr("files came out the same, byte for byte"));
    EXPECT_THAT(folder.folder().names(), ElementsAre("results", "study.toml", "telang.gpkg"));
}

TEST(Replay, SaysWhichFilesOfTheFolderAreNoLongerTheRuns) {
    const StudyFolder folder(kLayers + kHealth);
    ASSERT_EQ(folder.run().status, 0);
    std::ofstream(folder.file("results/share/ringkasan.txt"), std::ios::app) << "more";
    fs::remove(folder.file("results/tables.xlsx"));
    const auto run = run_desakota({"replay", folder.file("results/run.json"), "--lang", "en"});
    expect_said(run, 0, {"results/share/ringkasan.txt: is not there any more", "results/tables.xlsx: is not there"});
}

TEST(Replay, SaysWhichInputHasChanged) {
    const StudyFolder folder(kLayers + kHealth);
    ASSERT_EQ(folder.run().status, 0);
    change(folder.file("telang.gpkg"), "UPDATE settlements SET jumlah_kk = 1 WHERE fid = 1");
    const auto run = run_desakota({"replay", folder.file("results/run.json"), "--lang", "en"});
    expect_said(run, 3, {"settlements (../telang.gpkg|layername=settlements): has changed since then"});
    EXPECT_THAT(run.error, Not(HasSubstr("roads (")));
}

TEST(Replay, RepeatsOneAnalysisToo) {
    const TemporaryFolder folder;
    fs::copy_file(DESAKOTA_SAMPLE, folder.file("telang.gpkg"));
    const auto inputs =
        AccessInputs{folder.file("telang.gpkg|layername=settlements"), folder.file("telang.gpkg|layername=roads"),
                     folder.file("telang.gpkg|layername=facilities")};
    ASSERT_EQ(run_desakota(access_words(inputs, folder.file("h.gpkg"), {"--threshold", "4000"})).status, 0);
    const auto run = run_desakota({"replay", folder.file("h.run.json"), "--lang", "en"});
    EXPECT_EQ(run.status, 0) << run.error;
    EXPECT_THAT(run.output, HasSubstr("All 1 files came out the same"));
    change(folder.file("telang.gpkg"), "UPDATE facilities SET nama = 'x' WHERE fid = 1");
    expect_said(run_desakota({"replay", folder.file("h.run.json"), "--lang", "en"}), 3,
                {"facilities (telang.gpkg|layername=facilities): has changed"});
}

TEST(NewStudy, WritesAStudyThatRunsAsItIs) {
    const TemporaryFolder folder;
    fs::copy_file(DESAKOTA_SAMPLE, folder.file("telang.gpkg"));
    const auto begun = run_desakota({"new-study", folder.path(), "--lang", "id"});
    ASSERT_EQ(begun.status, 0) << begun.error;
    EXPECT_THAT(begun.output, HasSubstr("Jalan: telang.gpkg|layername=roads"));
    expect_said(run_desakota({"new-study", folder.path(), "--lang", "en"}), 2, {"exists already"});
    const auto run = run_desakota({"run-study", folder.file("study.toml"), "--lang", "id"});
    EXPECT_EQ(run.status, 0) << run.error;
    EXPECT_TRUE(fs::exists(folder.file("results/report.html")));
}

TEST(NewStudy, GivesAHouseholdTableTheSettlementsThatItIsOf) {
    const TemporaryFolder folder;
    const auto samples = fs::path(DESAKOTA_SAMPLE).parent_path();
    for (const auto* name : {"telang.gpkg", "tanjung_selor.gpkg", "households.csv"}) {
        fs::copy_file(samples / name, folder.file(name));
    }
    ASSERT_EQ(run_desakota({"new-study", folder.path(), "--lang", "en"}).status, 0);
    const auto text = read_file(folder.file("study.toml"));
    EXPECT_THAT(text, HasSubstr("[layers.surveyed]\nsource = \"tanjung_selor.gpkg\""));
    const auto run = run_desakota({"run-study", folder.file("study.toml"), "--lang", "en"});
    EXPECT_EQ(run.status, 0) << run.error;
}

TEST(NewStudy, AnEmptyFolderIsToldApart) {
    const TemporaryFolder folder;
    expect_said(run_desakota({"new-study", folder.path(), "--lang", "en"}), 2, {"no layer or table"});
    expect_said(run_desakota({"new-study", folder.file("none"), "--lang", "en"}), 2, {"no such folder"});
}

}  // namespace
}  // namespace desakota::tests
