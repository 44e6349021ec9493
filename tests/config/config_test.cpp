#include "engine/config/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/error.h"

namespace desakota::config {
namespace {

using testing::HasSubstr;

std::string problem_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.status(), core::ExitStatus::UnfitInput);
        return error.what();
    }
    return "no error";
}

TEST(Toml, KeepsTheFilesOrderAndTheLineOfEachValue) {
    const auto root = parse_toml("a.toml", "format = 1\nzebra = 2.5\n\napple = true\n[table]\ninner = \"x\"\n");
    ASSERT_EQ(root.entries.size(), 4U);
    EXPECT_EQ(root.entries[1].key, "zebra");
    EXPECT_EQ(root.entries[2].key, "apple");
    EXPECT_EQ(root.entries[2].value.line, 4);
    EXPECT_EQ(std::get<double>(root.find("zebra")->data), 2.5);
    EXPECT_EQ(std::get<bool>(root.find("apple")->data), true);
    const auto& table = std::get<Table>(root.find("table")->data);
    EXPECT_EQ(std::get<std::string>(table.find("inner")->data), "x");
    EXPECT_EQ(table.find("inner")->line, 6);
    EXPECT_EQ(root.find("pear"), nullptr);
}

TEST(Toml, ReadsListsAndRowsOfTables) {
    const auto root = parse_toml("a.toml", "list = [1, \"two\"]\n[[row]]\na = 1\n[[row]]\na = 2\n");
    EXPECT_EQ(std::get<std::string>(std::get<Array>(root.find("list")->data)[1].data), "two");
    const auto& rows = std::get<Array>(root.find("row")->data);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(std::get<std::int64_t>(std::get<Table>(rows[1].data).find("a")->data), 2);
}

TEST(Toml, KeepsDatesAndTimesAsText) {
    const auto root = parse_toml("a.toml", "day = 2024-05-01\nmoment = 2024-05-01T07:08:09Z\n");
    EXPECT_EQ(std::get<std::string>(root.find("moment")->data), "2024-05-01T07:08:09");
    EXPECT_EQ(std::get<std::string>(root.find("day")->data), "2024-05-01");
}

TEST(Toml, NamesFileAndLineOfABrokenText) {
    const auto problem = problem_of([] { (void)parse_toml("speeds.toml", "format = 1\nspeed = = 3\n"); });
    EXPECT_THAT(problem, HasSubstr("speeds.toml, line 2"));
}

TEST(Toml, NamesFileAndLineOfAKeyGivenTwice) {
    const auto problem = problem_of([] { (void)parse_toml("speeds.toml", "a = 1\na = 2\n"); });
    EXPECT_THAT(problem, HasSubstr("speeds.toml, line 2"));
}

TEST(Format, AcceptsTheNumberThisVersionReads) {
    EXPECT_NO_THROW(expect_format("a.toml", parse_toml("a.toml", "format = 1\n")));
}

TEST(Format, RejectsAMissingNumberAndSaysWhatToAdd) {
    const auto problem = problem_of([] { expect_format("a.toml", parse_toml("a.toml", "name = \"x\"\n")); });
    EXPECT_THAT(problem, HasSubstr("must start with `format = 1`"));
    EXPECT_THAT(problem_of([] { expect_format("a.toml", parse_toml("a.toml", "format = \"1\"\n")); }),
                HasSubstr("must start with"));
}

TEST(Format, SaysThatAHigherNumberNeedsANewerVersion) {
    const auto problem = problem_of([] { expect_format("a.toml", parse_toml("a.toml", "# note\nformat = 2\n")); });
    EXPECT_THAT(problem, HasSubstr("a.toml, line 2: the file is in format 2"));
    EXPECT_THAT(problem, HasSubstr("reads format 1"));
    EXPECT_THAT(problem, HasSubstr("newer version"));
}

}  // namespace
}  // namespace desakota::config
