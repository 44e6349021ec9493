#include "engine/io/staged_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/support/temporary_folder.h"

#include "engine/core/error.h"
#include "engine/io/read_text_file.h"
#include "engine/io/study_record.h"

namespace desakota::io {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

std::string fault_of(const std::string& path, bool overwrite) {
    try {
        check_output_folder(path, overwrite, "run.json");
    } catch (const core::Error& error) {
        return error.problems().front().english;
    }
    return "";
}

/// A folder of results with one file and its record.
void write_results(const std::string& path, const std::string& text, bool overwrite) {
    core::SilentProgress silent;
    StagedFolder folder(path);
    folder.write("maps/a.txt", text);
    StudyRecord record;
    record.study = "s.toml";
    record.files = {{"maps/a.txt", "1"}};
    folder.write("run.json", study_record_text(record, path + "/run.json"));
    folder.commit(overwrite, silent);
}

TEST(StagedFolder, AppearsWithAllItsFilesOrNotAtAll) {
    const TemporaryFolder temporary;
    const auto path = temporary.file("results");
    {
        StagedFolder given_up(path);
        given_up.write("a.txt", "a");
        EXPECT_FALSE(fs::exists(path));
    }
    EXPECT_THAT(names_in(temporary.file("")), IsEmpty());
    write_results(path, "new", false);
    EXPECT_THAT(names_in(temporary.file("")), ElementsAre("results"));
    EXPECT_EQ(read_text_file(path + "/maps/a.txt"), "new");
}

TEST(StagedFolder, TakesThePlaceOfAnOldOneWhole) {
    const TemporaryFolder temporary;
    const auto path = temporary.file("results");
    write_results(path, "old", false);
    EXPECT_THROW(write_results(path, "new", false), core::Error);
    EXPECT_EQ(read_text_file(path + "/maps/a.txt"), "old");
    write_results(path, "new", true);
    EXPECT_EQ(read_text_file(path + "/maps/a.txt"), "new");
    EXPECT_THAT(names_in(temporary.file("")), ElementsAre("results"));
}

TEST(StagedFolder, ReplacesNothingButResults) {
    const TemporaryFolder temporary;
    const auto path = temporary.file("results");
    EXPECT_EQ(fault_of(path, false), "");
    write_results(path, "old", false);
    EXPECT_THAT(fault_of(path, false), HasSubstr("exists already. Add --overwrite"));
    EXPECT_EQ(fault_of(path, true), "");
    EXPECT_EQ(fault_of(path + "/", true), "");
    std::ofstream(path + "/maps/my notes.txt") << "mine";
    EXPECT_THAT(fault_of(path, true), HasSubstr("holds maps/my notes.txt, which is no result"));
    const auto other = temporary.file("documents");
    fs::create_directory(other);
    EXPECT_EQ(fault_of(other, true), "");
    std::ofstream(other + "/letter.txt") << "mine";
    EXPECT_THAT(fault_of(other, true), HasSubstr("holds letter.txt"));
    EXPECT_THAT(fault_of(other + "/letter.txt", true), HasSubstr("is not a folder"));
    EXPECT_THAT(fault_of(temporary.file("none/results"), true),
                testing::AllOf(HasSubstr("none/results: the folder"), HasSubstr("does not exist")));
}

TEST(StagedFolder, IsNotReplacedWhileItsGeoPackageIsOpen) {
    const TemporaryFolder temporary;
    const auto path = temporary.file("results");
    write_results(path, "old", false);
    std::ofstream(path + "/results.gpkg") << "x";
    std::ofstream(path + "/results.gpkg-wal") << "x";
    EXPECT_THAT(fault_of(path, true), HasSubstr("open in another program"));
}

}  // namespace
}  // namespace desakota::io
