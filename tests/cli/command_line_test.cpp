#include "engine/cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/tool_fixture.h"

namespace desakota::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

using CommandLine = ToolTest;

TEST_F(CommandLine, VersionNamesTheLibrariesToo) {
    const auto tool = run({"--version"});
    EXPECT_EQ(tool.status, 0);
    EXPECT_THAT(tool.output, StartsWith("desakota "));
    EXPECT_THAT(tool.output, HasSubstr("\nGDAL "));
    EXPECT_THAT(tool.output, HasSubstr("PROJ "));
}

TEST_F(CommandLine, HelpAndListAreThereInBothLanguages) {
    EXPECT_THAT(run({"--help"}).output, HasSubstr("Usage:"));
    EXPECT_THAT(run({"-h", "--lang", "id"}).output, HasSubstr("Cara pakai:"));
    EXPECT_THAT(run({"list"}).output, HasSubstr("how many points are there?"));
    EXPECT_THAT(run({"list", "--lang", "id"}).output, HasSubstr("berapa banyak titiknya?"));
    EXPECT_THAT(run({"--lang=id", "list"}).output, HasSubstr("berapa banyak titiknya?"));
    EXPECT_THAT(run({"list", "--help"}).output, HasSubstr("Usage:"));
}

TEST_F(CommandLine, AnalysisHelpNeedsNoOtherOptions) {
    const auto english = run({"count-points", "--help"});
    EXPECT_EQ(english.status, 0);
    EXPECT_THAT(english.output, HasSubstr("Counts points by group"));
    EXPECT_THAT(run({"count-points", "-h", "--lang", "id"}).output, HasSubstr("Menghitung titik"));
}

TEST_F(CommandLine, ListAsJsonIsTheWholeCatalogue) {
    const auto tool = run({"list", "--json"});
    EXPECT_EQ(tool.status, 0);
    const auto json = nlohmann::json::parse(tool.output);
    EXPECT_EQ(json["analyses"].size(), 2U);
    EXPECT_EQ(json["analyses"][0]["title"]["id"], "berapa banyak titiknya?");
}

TEST_F(CommandLine, SpeaksTheLanguageOfTheMachinesMessages) {
    const auto spoken = [](std::map<std::string, std::string> environment) {
        auto tool = call({"list"});
        tool.environment = std::move(environment);
        return tests::run_tool(tool).output;
    };
    EXPECT_THAT(spoken({{"LC_ALL", ""}, {"LC_MESSAGES", ""}, {"LANG", "id_ID.UTF-8"}}), HasSubstr("berapa"));
    EXPECT_THAT(spoken({{"LC_ALL", ""}, {"LC_MESSAGES", "id_ID"}, {"LANG", "C"}}), HasSubstr("berapa"));
    EXPECT_THAT(spoken({{"LC_ALL", "C"}, {"LC_MESSAGES", "id_ID"}, {"LANG", "id_ID"}}), HasSubstr("how many"));
}

TEST_F(CommandLine, UnknownCommandsAndOptionsAreWrongUsageWithASuggestion) {
    auto tool = run({"count-pionts"});
    EXPECT_EQ(tool.status, 2);
    EXPECT_THAT(tool.output, IsEmpty());
    EXPECT_EQ(tool.error, "error: Unknown analysis \"count-pionts\". Did you mean count-points? See: desakota list\n");
    tool = run({"--versoin"});
    EXPECT_EQ(tool.status, 2);
    EXPECT_EQ(tool.error, "error: Unknown option --versoin. Did you mean --version?\n");
    tool = run({"list", "--jsno"});
    EXPECT_EQ(tool.status, 2);
    EXPECT_EQ(tool.error, "error: Unknown option --jsno. Did you mean --json?\n");
    EXPECT_EQ(run({}).status, 2);
    EXPECT_EQ(run({"--lang", "fr", "list"}).status, 2);
    EXPECT_EQ(run({"list", "--lang", "fr"}).status, 2);
    EXPECT_EQ(run({"count-nothing", "--lang", "fr", "--output", result_}).status, 2);
}

TEST_F(CommandLine, AllUsageErrorsAreToldTogetherInTheLanguageOfTheRun) {
    const auto tool = run({"count-points", "--reach", "far", "--mode", "bus", "--raods", "x", "--class-field", "kelas",
                           "--passes", "1", "--passes", "2", "--lang", "id"});
    EXPECT_EQ(tool.status, 2);
    for (const char* problem :
         {"kesalahan: --points belum diisi: ", "kesalahan: --output belum diisi: ",
          "kesalahan: --reach: \"far\" bukan angka.",
          "kesalahan: --mode: nilai \"bus\" tidak dikenal; yang diterima: walking, car.",
          "kesalahan: Pilihan --raods tidak dikenal. Maksud Anda --roads?",
          "kesalahan: --class-field tidak berpengaruh tanpa --roads.", "kesalahan: --passes ditulis lebih dari sekali",
          "Lihat: desakota count-points --help"}) {
        EXPECT_THAT(tool.error, HasSubstr(problem));
    }
    EXPECT_THAT(tool.error, Not(HasSubstr("error")));
}

TEST_F(CommandLine, AReaderThatClosesThePipeIsNoFault) {
    auto tool = call({"list", "--json"});
    tool.output_is_closed = true;
    const auto ended = tests::run_tool(tool);
    EXPECT_EQ(ended.status, 0);
    EXPECT_EQ(ended.signal, 0);
}

TEST_F(CommandLine, AFullDiskUnderStandardOutputIsAFailure) {
    auto tool = call({"list"});
    tool.output_file = "/dev/full";
    const auto ended = tests::run_tool(tool);
    EXPECT_EQ(ended.status, 1);
    EXPECT_THAT(ended.error, HasSubstr("Standard output cannot be written to"));
}

}  // namespace
}  // namespace desakota::cli
