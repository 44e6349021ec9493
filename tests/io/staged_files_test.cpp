#include "engine/io/staged_files.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/io/support/sample_result.h"
#include "tests/io/support/temporary_folder.h"

#include "engine/io/gdal_handles.h"

namespace desakota::io {
namespace {

namespace fs = std::filesystem;

/// Runs `work` in a child process and returns its exit status; 99 for an exception that `work` lets through.
template <class Work>
int status_of_child(const Work& work) {
    const auto child = ::fork();
    if (child == 0) {
        int status = 99;
        try {
            status = work();
        } catch (...) {
            status = 99;
        }
        ::_exit(status);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

constexpr int kKilled = 42;

OutputTarget killed_at(const std::string& path, int n) {
    return {.path = path, .overwrite = true, .run_record = "{\"new\":1}", .on_durable_step = [n](int step) {
                if (step == n) ::_exit(kKilled);
            }};
}

int write_killed_at(const std::string& path, int n) {
    return status_of_child([&] {
        write_sample(killed_at(path, n));
        return 0;
    });
}

class Killed : public ::testing::TestWithParam<const char*> {};

TEST_P(Killed, AtAnyStepLeavesEveryFileOldOrNewAndTheMainOneLast) {
    register_drivers();  // once, not in every child
    const TemporaryFolder folder;
    const auto new_files =
        write_sample({.path = folder.file(std::string("new.") + GetParam()), .run_record = "{\"new\":1}"});
    const auto path = folder.file(std::string("r.") + GetParam());
    const auto files = result_files(path, result_layers(sample_result(path)), true);
    int kills = 0;
    for (int status = kKilled; status == kKilled;) {
        for (const auto& file : files) (void)folder.write(fs::path(file).filename().string(), "old");
        status = write_killed_at(path, kills + 1);
        ASSERT_TRUE(status == kKilled || status == 0) << status;
        if (status == kKilled) ++kills;
        const bool main_is_new = bytes_of(path) == bytes_of(new_files.front());
        for (std::size_t i = 0; i < files.size(); ++i) {
            const bool is_new = bytes_of(files[i]) == bytes_of(new_files[i]);
            EXPECT_TRUE(is_new || bytes_of(files[i]) == "old") << files[i] << " killed at " << kills;
            EXPECT_TRUE(is_new || !main_is_new) << "the main file came first, killed at " << kills;
        }
    }
    EXPECT_GT(kills, 8);
}

TEST_P(Killed, AtAnyStepLeavesNoHalfNewFile) {
    register_drivers();
    const TemporaryFolder folder;
    const auto whole =
        write_sample({.path = folder.file(std::string("new.") + GetParam()), .run_record = "{\"new\":1}"});
    const auto path = folder.file(std::string("r.") + GetParam());
    int step = 1;
    for (; write_killed_at(path, step) == kKilled; ++step) {
        EXPECT_TRUE(!fs::exists(path) || bytes_of(path) == bytes_of(whole.front()));
        fs::remove(path);
    }
    EXPECT_GT(step, 8);
}

TEST_P(Killed, ByAFullDiskItFailsInWordsAndLeavesTheOldFile) {
    register_drivers();
    const TemporaryFolder folder;
    const auto path = folder.write(std::string("r.") + GetParam(), "old");
    for (const rlim_t limit : {0U, 100U, 200U}) {
        const auto status = status_of_child([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit full{limit, limit};
            ::setrlimit(RLIMIT_FSIZE, &full);
            try {
                write_sample({.path = path, .overwrite = true});
            } catch (const core::Error& error) {
                return static_cast<int>(error.status());
            }
            return 0;
        });
        EXPECT_EQ(status, static_cast<int>(core::ExitStatus::CouldNotBeDone)) << limit;
        EXPECT_EQ(bytes_of(path), "old");
        EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << "only the old file is left";
    }
}

INSTANTIATE_TEST_SUITE_P(Every, Killed, ::testing::Values("gpkg", "fgb", "geojson", "csv", "shp", "kmz", "xlsx"));

TEST(StagedFiles, ThatCouldBeRenamedInPartSayWhatIsNew) {
    const TemporaryFolder folder;
    const auto path = folder.file("r.csv");
    const auto files = result_files(path, result_layers(sample_result(path)), true);
    int partly = 0;
    for (int n = 1, told = 1; told == 1; ++n) {
        for (const auto& file : files) {
            fs::remove_all(file);
            (void)folder.write(fs::path(file).filename().string(), "old");
        }
        // At the n-th step a folder takes the main file's name.
        const auto in_the_way = [&](int step) {
            if (step == n) {
                fs::remove(path);
                fs::create_directory(path);
            }
        };
        told = 0;
        try {
            write_sample({.path = path, .overwrite = true, .run_record = "{}", .on_durable_step = in_the_way});
        } catch (const core::Error& error) {
            told = 1;
            const std::string text = error.what();
            const bool is_new = bytes_of(files.back()) != "old";
            EXPECT_EQ(text.find("is new already") != std::string::npos, is_new) << n << ": " << text;
            partly += is_new ? 1 : 0;
        }
    }
    EXPECT_GT(partly, 0);
}

TEST(FullDisk, IsNoticedHoweverMuchOfAGeoPackageItTakes) {
    register_drivers();
    const TemporaryFolder folder;
    const auto whole = write_sample({.path = folder.file("whole.gpkg")});
    const auto size = fs::file_size(whole.front());
    for (rlim_t limit = 2048; limit < size; limit += 4096) {
        const auto status = status_of_child([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit full{limit, limit};
            ::setrlimit(RLIMIT_FSIZE, &full);
            try {
                write_sample({.path = folder.file("r.gpkg")});
            } catch (const core::Error& error) {
                return static_cast<int>(error.status());
            }
            return 0;
        });
        EXPECT_EQ(status, static_cast<int>(core::ExitStatus::CouldNotBeDone)) << limit;
        EXPECT_FALSE(fs::exists(folder.file("r.gpkg")));
    }
}

TEST(StagedFiles, RemovesWhatADeadProcessLeftAnHourAgoAndNothingElse) {
    const TemporaryFolder folder;
    const auto dead = status_of_child([] { return 0; });
    ASSERT_EQ(dead, 0);
    const auto child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    const auto old_file = folder.write(".desakota-" + std::to_string(child) + "-1.gpkg", "left behind");
    const auto young_file = folder.write(".desakota-" + std::to_string(child) + "-2.gpkg", "left behind");
    const auto in_use = folder.write(".desakota-" + std::to_string(::getpid()) + "-999999.gpkg", "in use");
    for (const auto& file : {old_file, in_use}) {
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(2));
    }
    StagedFiles files({});
    (void)files.add(folder.file("r.gpkg"));
    EXPECT_FALSE(fs::exists(old_file));
    EXPECT_TRUE(fs::exists(young_file));
    EXPECT_TRUE(fs::exists(in_use));
}

TEST(StagedFiles, TakeTheirCompanionsBackWhenTheMainFileCannotBeNamed) {
    const TemporaryFolder folder;
    StagedFiles files({});
    for (const auto* name : {"r.csv", "r_legs.csv"}) {
        TextFile file(files.add(folder.file(name)), name);
        file.write("new");
        file.close();
    }
    (void)folder.write("r.csv", "of another run");
    core::SilentProgress silent;
    EXPECT_THROW(files.commit(false, silent), core::Error);
    EXPECT_FALSE(fs::exists(folder.file("r_legs.csv")));
}

TEST(StagedFiles, DoNotReplaceAFileThatAppearedMeanwhile) {
    const TemporaryFolder folder;
    StagedFiles files({});
    TextFile file(files.add(folder.file("r.csv")), "r.csv");
    file.write("new");
    file.close();
    const auto path = folder.write("r.csv", "of another run");
    core::SilentProgress silent;
    EXPECT_THROW(files.commit(false, silent), core::Error);
    EXPECT_EQ(bytes_of(path), "of another run");
}

}  // namespace
}  // namespace desakota::io
