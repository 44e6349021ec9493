#include "engine/io/operating_system.h"

#include <charconv>
#include <chrono>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

#include "tests/io/support/temporary_folder.h"

#include "engine/core/error.h"
#include "engine/io/read_text_file.h"

namespace desakota::io {
namespace {

/// Cancels as soon as the file is there and has something in it.
class CancelsOnFile final : public core::Progress {
public:
    explicit CancelsOnFile(std::string path) : path_(std::move(path)) {}
    void report(double /*fraction*/) override {}
    [[nodiscard]] bool cancelled() const override {
        try {
            return read_text_file(path_).ends_with('\n');
        } catch (const core::Error&) {
            return false;
        }
    }

private:
    std::string path_;
};

/// Whether the process has ended and nobody has asked for its status yet.
bool is_left_over(std::int64_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    return line.find(") Z") != std::string::npos;
}

TEST(RunningProgram, TellsItsExitStatus) {
    core::SilentProgress silent;
    EXPECT_EQ(RunningProgram({"sh", "-c", "exit 3"}).wait(silent), 3);
    EXPECT_EQ(RunningProgram({"true"}).wait(silent), 0);
    EXPECT_EQ(RunningProgram({"sh", "-c", "kill -9 $$"}).wait(silent), std::nullopt);
}

TEST(RunningProgram, MayBeMissing) {
    core::SilentProgress silent;
    RunningProgram none({"desakota-no-such-program"});
    EXPECT_FALSE(none.was_found());
    EXPECT_EQ(none.wait(silent), std::nullopt);
}

TEST(RunningProgram, IsEndedOnACancelWithWhatItHasBegun) {
    const TemporaryFolder folder;
    const auto file = folder.file("child");
    CancelsOnFile progress(file);
    {
        RunningProgram endless({"sh", "-c", "sleep 600 & echo $! > " + file + "; wait"});
        EXPECT_TRUE(endless.was_found());
        EXPECT_THROW((void)endless.wait(progress), core::Cancelled);
    }
    const auto text = read_text_file(file);
    std::int64_t child = 0;
    std::from_chars(text.data(), text.data() + text.size(), child);
    ASSERT_GT(child, 1);
    // Its ending is told to the system's first process, at a time of its own.
    bool is_running = true;
    for (int tries = 0; tries < 500 && is_running; ++tries) {
        is_running = may_be_running(child) && !is_left_over(child);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_FALSE(is_running);
}

}  // namespace
}  // namespace desakota::io
