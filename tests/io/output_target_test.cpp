#include "engine/io/output_target.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/support/temporary_folder.h"

#include "engine/core/error.h"

namespace desakota::io {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

struct Refusal {
    core::ExitStatus status = core::ExitStatus::Done;
    std::string text;
};

Refusal refusal(const std::string& path, bool overwrite = false, const std::vector<ResultLayer>& layers = {},
                const std::vector<std::string>& inputs = {}) {
    try {
        check_output(path, overwrite, layers, inputs);
        return {};
    } catch (const core::Error& error) {
        EXPECT_FALSE(error.problems().front().indonesian.empty());
        return {error.status(), error.what()};
    }
}

TEST(OutputFormat, FollowsTheExtensionInAnyLetterCase) {
    EXPECT_EQ(output_format("r.gpkg"), OutputFormat::GeoPackage);
    EXPECT_EQ(output_format("a.b/r.GPKG"), OutputFormat::GeoPackage);
    EXPECT_EQ(output_format("r.fgb"), OutputFormat::FlatGeobuf);
    EXPECT_EQ(output_format("r.json"), OutputFormat::GeoJson);
    EXPECT_EQ(output_format("r.geojson"), OutputFormat::GeoJson);
    EXPECT_EQ(output_format("r.csv"), OutputFormat::Csv);
    EXPECT_EQ(output_format("r.SHP"), OutputFormat::Shapefile);
    EXPECT_EQ(output_format("r.kmz"), OutputFormat::Kmz);
    EXPECT_EQ(output_format("r.xlsx"), OutputFormat::Workbook);
}

TEST(OutputFormat, RefusesOtherExtensionsAndListsTheKnownOnes) {
    for (const auto* path : {"r.dxf", "r", "folder.gpkg/r", ".gpkg"}) {
        const auto refused = refusal(path);
        EXPECT_EQ(refused.status, core::ExitStatus::WrongUsage) << path;
        EXPECT_THAT(refused.text, AllOf(HasSubstr(".gpkg"), HasSubstr(".fgb"), HasSubstr(".geojson"), HasSubstr(".csv"),
                                        HasSubstr(".shp"), HasSubstr(".kmz"), HasSubstr(".xlsx")));
    }
}

TEST(OutputNames, AreMadeFromTheMainFile) {
    EXPECT_EQ(companion_path("a.b/r.v1.csv", {"legs"}), "a.b/r.v1_legs.csv");
    EXPECT_EQ(companion_path("r.fgb", {"legs"}), "r_legs.fgb");
    EXPECT_EQ(companion_path("r.fgb", {.name = "summary", .has_geometry = false}), "r_summary.csv");
    EXPECT_EQ(companion_path("r.shp", {"legs"}), "r_legs.shp");
    EXPECT_EQ(companion_path("r.shp", {.name = "summary", .has_geometry = false}), "r_summary.dbf");
    EXPECT_EQ(columns_path("a.b/r.v1.shp"), "a.b/r.v1.columns.csv");
    EXPECT_EQ(run_record_path("a.b/r.v1.csv"), "a.b/r.v1.run.json");
}

TEST(CheckOutput, AcceptsANewFileInAFolder) {
    const TemporaryFolder folder;
    EXPECT_EQ(refusal(folder.file("r.gpkg")).status, core::ExitStatus::Done);
}

TEST(CheckOutput, RefusesATableAsFlatGeobuf) {
    const TemporaryFolder folder;
    const auto refused = refusal(folder.file("r.fgb"), false, {{.name = "summary", .has_geometry = false}});
    EXPECT_EQ(refused.status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(refused.text, HasSubstr("summary"));
}

TEST(CheckOutput, RefusesAMissingFolder) {
    const TemporaryFolder folder;
    const auto refused = refusal(folder.file("none/r.gpkg"));
    EXPECT_EQ(refused.status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(refused.text, HasSubstr(folder.file("none")));
}

TEST(CheckOutput, RefusesAFileInTheFoldersPlace) {
    const TemporaryFolder folder;
    const auto file = folder.write("file", "text");
    EXPECT_EQ(refusal(file + "/r.gpkg", true).status, core::ExitStatus::WrongUsage);
}

TEST(CheckOutput, RefusesAnythingThatExistsUnlessToldToOverwrite) {
    const TemporaryFolder folder;
    (void)folder.write("r.csv", "");
    EXPECT_EQ(refusal(folder.file("r.csv")).status, core::ExitStatus::WrongUsage);
    EXPECT_EQ(refusal(folder.file("r.csv"), true).status, core::ExitStatus::Done);
    (void)folder.write("q_legs.csv", "");
    EXPECT_EQ(refusal(folder.file("q.csv"), false, {{"main"}, {"legs"}}).status, core::ExitStatus::WrongUsage);
    (void)folder.write("p.run.json", "");
    EXPECT_EQ(refusal(folder.file("p.gpkg")).status, core::ExitStatus::WrongUsage);
}

TEST(CheckOutput, RefusesAFolderAsFileEvenToOverwrite) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "r.gpkg");
    EXPECT_EQ(refusal(folder.file("r.gpkg"), true).status, core::ExitStatus::WrongUsage);
}

TEST(CheckOutput, RefusesToWriteToAnInputByWhateverName) {
    const TemporaryFolder folder;
    const auto input = folder.write("in.gpkg", "");
    std::filesystem::create_symlink(input, folder.file("link.gpkg"));
    for (const auto& name : {input, folder.file("./in.gpkg"), folder.file("link.gpkg")}) {
        const auto refused = refusal(name, true, {}, {"other.gpkg", input + "|layername=roads"});
        EXPECT_EQ(refused.status, core::ExitStatus::WrongUsage) << name;
        EXPECT_THAT(refused.text, HasSubstr("input"));
    }
}

TEST(CheckOutput, RefusesAFileThatIsOpenElsewhere) {
    for (const auto* suffix : {"-wal", "-shm", "-journal"}) {
        const TemporaryFolder folder;
        const auto file = folder.write("r.gpkg", "");
        (void)folder.write(std::string("r.gpkg") + suffix, "");
        const auto refused = refusal(file, true);
        EXPECT_EQ(refused.status, core::ExitStatus::CouldNotBeDone) << suffix;
        EXPECT_THAT(refused.text, HasSubstr("close it there or choose another name"));
    }
}

}  // namespace
}  // namespace desakota::io
