#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/tool/desakota_run.h"

namespace desakota::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Each test runs the program on the sample and expects that it leaves nothing in an empty folder.
class Usage : public testing::Test {
protected:
    void expect_usage_error(const Words& words, const Words& said) const {
        expect_said(run_desakota(words), 2, said);
        EXPECT_THAT(folder_.names(), IsEmpty());
    }

    TemporaryFolder folder_;
    std::string result_ = folder_.file("result.gpkg");
};

TEST_F(Usage, AFileThatIsNotThereIsNamed) {
    const AccessInputs inputs{.settlements = "nowhere/desa.gpkg"};
    expect_usage_error(access_words(inputs, result_), {"nowhere/desa.gpkg: no such file", "Check the name"});
    expect_usage_error(access_words_in("id", inputs, result_), {"nowhere/desa.gpkg: berkas tidak ada"});
}

TEST_F(Usage, ALayerThatIsNotThereIsAnsweredWithThoseThatAre) {
    const AccessInputs inputs{.settlements = sample("desa")};
    expect_usage_error(access_words(inputs, result_),
                       {"layername=desa: no such layer", "settlements, roads, facilities, centres"});
    expect_usage_error(access_words_in("id", inputs, result_), {"layername=desa: lapisan tidak ada", "Yang ada"});
}

TEST_F(Usage, ASourceOfSeveralLayersAsksForTheOneMeant) {
    expect_usage_error(access_words({.settlements = DESAKOTA_SAMPLE}, result_),
                       {"holds several layers", "|layername=", "settlements, roads, facilities"});
}

TEST_F(Usage, AFieldThatIsNotThereIsAnsweredWithThoseThatAre) {
    expect_usage_error(access_words({}, result_, {"--families-field", "kepala"}),
                       {"families-field", "there is no field \"kepala\"", "kode, nama, jenis", "jumlah_kk"});
}

TEST_F(Usage, AnOutputInAMissingFolderIsRefused) {
    expect_usage_error(access_words({}, folder_.file("no/result.gpkg")), {"the folder", "/no does not exist"});
}

TEST_F(Usage, AnOutputBelowAnOrdinaryFileIsRefused) {
    const auto plain = folder_.write("plain", "a file");
    expect_said(run_desakota(access_words({}, plain + "/result.gpkg")), 2, {"/plain does not exist"});
    EXPECT_THAT(folder_.names(), ElementsAre("plain"));
}

TEST_F(Usage, AToleranceWithoutCleaningIsRefused) {
    const Words more{"--clean", "off", "--tolerance", "3"};
    expect_usage_error(access_words({}, result_, more), {"--tolerance has no effect with --clean off"});
    expect_usage_error(access_words_in("id", {}, result_, more), {"--tolerance tidak berpengaruh dengan --clean off"});
}

TEST_F(Usage, OneWayValuesWithoutADirectionFieldAreRefused) {
    expect_usage_error(access_words({.roads = sample("rivers")}, result_, {"--value-forward", "ya"}),
                       {"--value-forward has no effect", "--direction-field"});
}

TEST_F(Usage, LandingsWithoutWaterAreRefused) {
    expect_usage_error(access_words({}, result_, {"--landings", sample("landings")}),
                       {"--landings has no effect", "--rivers or --ferries"});
}

TEST_F(Usage, TextForANumberIsRefused) {
    expect_usage_error(access_words({}, result_, {"--threshold", "jauh"}), {"--threshold: \"jauh\" is not a number"});
    expect_usage_error(access_words_in("id", {}, result_, {"--threshold", "jauh"}), {"--threshold", "\"jauh\""});
    expect_usage_error(access_words({}, result_, {"--threshold", "5,5"}), {"--threshold"});
}

TEST_F(Usage, ACutoffBelowTheThresholdIsRefused) {
    expect_usage_error(access_words({}, result_, {"--cutoff", "4000"}),
                       {"--cutoff: 4000 m is below the threshold of 5000 m"});
}

TEST_F(Usage, AnOutputThatExistsIsKept) {
    folder_.write("result.gpkg", "precious");
    expect_said(run_desakota(access_words({}, result_)), 2, {"result.gpkg exists already", "--overwrite"});
    EXPECT_TRUE(read_file(result_) == "precious");
    EXPECT_THAT(folder_.names(), ElementsAre("result.gpkg"));
}

TEST_F(Usage, AnInputIsNeverWrittenToWhateverItsPathLooksLike) {
    const auto input = copy_sample("settlements", folder_.file("desa.gpkg"));
    const auto before = read_file(input);
    std::filesystem::create_symlink(input, folder_.file("link.gpkg"));
    for (const auto& output :
         {input,
          folder_.path() + "/../" + std::filesystem::path(input).parent_path().filename().string() + "/desa.gpkg",
          folder_.file("link.gpkg")}) {
        expect_said(run_desakota(access_words({.settlements = input}, output, {"--overwrite"})), 2,
                    {"is an input of this run", "never written to"});
        EXPECT_TRUE(read_file(input) == before);
    }
    EXPECT_THAT(folder_.names(), ElementsAre("desa.gpkg", "link.gpkg"));
}

TEST_F(Usage, AFullDiskLeavesTheOldResultAsItWas) {
    folder_.write("result.gpkg", "precious");
    folder_.write("result.run.json", "record");
    auto call = desakota_call(access_words({}, result_, {"--overwrite"}));
    call.file_size_limit = 65536;
    expect_said(run_tool(call), 1, {"result.gpkg: could not be written", "Is the disk full", "Nothing was changed"});
    EXPECT_TRUE(read_file(result_) == "precious");
    EXPECT_EQ(read_file(folder_.file("result.run.json")), "record");
    EXPECT_THAT(folder_.names(), ElementsAre("result.gpkg", "result.run.json"));
}

TEST_F(Usage, AFullDiskLeavesNothingBehindInAnyFormat) {
    for (const auto* const name :
         {"result.gpkg", "result.fgb", "result.geojson", "result.csv", "result.shp", "result.kmz", "result.xlsx"}) {
        auto call = desakota_call(access_words({}, folder_.file(name)));
        call.file_size_limit = 2048;
        expect_said(run_tool(call), 1, {"could not be written"});
        EXPECT_THAT(folder_.names(), IsEmpty()) << name;
    }
}

TEST_F(Usage, AFolderThatTakesNoFileEndsInOne) {
    // The administrator may write everywhere but into the kernel's own folder.
    const auto is_administrator = ::geteuid() == 0;
    const std::string closed = is_administrator ? "/proc" : folder_.file("closed");
    if (!is_administrator) {
        std::filesystem::create_directory(closed);
        std::filesystem::permissions(closed, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    }
    expect_said(run_desakota(access_words({}, closed + "/result.gpkg")), 1, {"result.gpkg", "read-only"});
    EXPECT_FALSE(std::filesystem::exists(closed + "/result.gpkg"));
}

TEST_F(Usage, AResultThatIsOpenElsewhereIsNotReplaced) {
    folder_.write("result.gpkg", "precious");
    folder_.write("result.gpkg-wal", "");
    expect_said(run_desakota(access_words({}, result_, {"--overwrite"})), 1, {"open in another program"});
    EXPECT_TRUE(read_file(result_) == "precious");
}

}  // namespace
}  // namespace desakota::tests
