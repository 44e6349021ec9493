#include "engine/cli/run_analysis.h"

#include <algorithm>
#include <csignal>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/tool_fixture.h"

#include "engine/core/number_text.h"

namespace desakota::cli {
namespace {

using Json = nlohmann::json;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using RunAnalysis = ToolTest;

TEST_F(RunAnalysis, TellsTheAnswerOnOutputAndTheRestOnError) {
    const auto tool = run(count({"--group-field", "kec"}));
    EXPECT_EQ(tool.status, 0) << tool.error;
    EXPECT_THAT(tool.output, HasSubstr("3 points, by walking.\n\n  Points               3\n"));
    EXPECT_THAT(tool.output, HasSubstr("  Reach          5,000.0\n"));
    EXPECT_THAT(tool.output, HasSubstr("  Sum of values     3.75\n"));
    EXPECT_THAT(tool.output, HasSubstr("\nResult: " + result_ + "\n  count_points: 3 rows\n"));
    EXPECT_THAT(tool.output, HasSubstr("  count_points_summary: 2 rows\n"));
    EXPECT_EQ(tool.error, "info: points: name from nama, value from nilai\nwarning: This is a test.\n");
    EXPECT_THAT(folder_.names(), Contains("result.gpkg"));
}

TEST_F(RunAnalysis, SpeaksIndonesian) {
    const auto tool = run(count({"--lang", "id"}));
    EXPECT_THAT(tool.output, HasSubstr("3 titik, dengan walking."));
    EXPECT_THAT(tool.output, HasSubstr("\nHasil: "));
    EXPECT_THAT(tool.output, HasSubstr("  Jumlah nilai      3,75\n")) << "numbers with Indonesian marks";
    EXPECT_EQ(tool.error, "info: points: name dari kolom nama, value dari kolom nilai\nperingatan: Ini uji coba.\n");
}

TEST_F(RunAnalysis, HandsEveryKindOfParameterToTheAnalysis) {
    const auto scheme = folder_.write("scheme.toml", "format = 1");
    const auto tool =
        run(count({"--roads",   roads_,     roads_,  "--class-field", "KELAS", "--surface", surface_, "--reach",
                   "12.5",      "--passes", "7",     "--limits",      "1,2",   "--mode",    "car",    "--legs",
                   "--no-keep", "--note",   "noted", "--scheme",      scheme,  "--json"}));
    ASSERT_EQ(tool.status, 0) << tool.error;
    const auto json = Json::parse(tool.output);
    EXPECT_EQ(json["figures"], Json({{"points", 3.0},
                                     {"roads", 2.0},
                                     {"reach_m", 12.5},
                                     {"passes", 7.0},
                                     {"limits", 2.0},
                                     {"legs", 1.0},
                                     {"keep", 0.0},
                                     {"value_sum_m", 3.75}}));
    EXPECT_EQ(json["summary"], Json({"3 points, by car.", "noted", "format = 1"}));
}

TEST_F(RunAnalysis, JsonIsOneObjectAlsoWhereTheRunFails) {
    auto tool = run(count({"--json"}));
    auto json = Json::parse(tool.output);
    EXPECT_EQ(json["analysis"], "count-points");
    EXPECT_EQ(json["exit_status"], 0);
    EXPECT_EQ(json["output"], result_);
    EXPECT_EQ(json["layers"][0]["rows"], 3);
    EXPECT_THAT(json["warnings"], ElementsAre("This is a test."));
    EXPECT_THAT(json["errors"], IsEmpty());

    tool = run(count({"--json", "--reach", "x"}));
    EXPECT_EQ(tool.status, 2);
    json = Json::parse(tool.output);
    EXPECT_EQ(json["exit_status"], 2);
    EXPECT_EQ(json["errors"][0], "--reach: \"x\" is not a number.");
    EXPECT_EQ(json["output"], "");
}

TEST_F(RunAnalysis, QuietPrintsErrorsOnly) {
    auto tool = run(count({"--quiet"}));
    EXPECT_EQ(tool.status, 0);
    EXPECT_THAT(tool.output, IsEmpty());
    EXPECT_THAT(tool.error, IsEmpty());
    tool = run(count({"--quiet"}));
    EXPECT_EQ(tool.status, 2);
    EXPECT_THAT(tool.error, HasSubstr("exists already"));
    tool = run(count({"--quiet", "--json", "--overwrite"}));
    EXPECT_THAT(tool.error, IsEmpty());
    EXPECT_EQ(Json::parse(tool.output)["exit_status"], 0);
}

TEST_F(RunAnalysis, FaultsOfOpeningAreToldTogether) {
    const auto tool = run({"count-points", "--points", folder_.file("none.gpkg"), "--roads", folder_.file("no.shp"),
                           "--scheme", folder_.file("no.toml"), "--output", result_});
    EXPECT_EQ(tool.status, 2);
    EXPECT_THAT(tool.error, HasSubstr("none.gpkg"));
    EXPECT_THAT(tool.error, HasSubstr("no.shp"));
    EXPECT_THAT(tool.error, HasSubstr("no.toml"));
    EXPECT_THAT(folder_.names(), Not(Contains("result.gpkg")));
}

TEST_F(RunAnalysis, AFieldThatIsNotThereIsWrongUsage) {
    const auto tool = run(count({"--name-field", "nope", "--group-field", "nix"}));
    EXPECT_EQ(tool.status, 2);
    EXPECT_THAT(tool.error, HasSubstr("there is no field \"nope\""));
    EXPECT_THAT(tool.error, HasSubstr("there is no field \"nix\""));
    EXPECT_THAT(tool.error, HasSubstr("nama, kec, nilai"));
}

TEST_F(RunAnalysis, AGeometryThatDoesNotFitIsUnfitInput) {
    const auto tool = run({"count-points", "--points", roads_, "--output", result_});
    EXPECT_EQ(tool.status, 3);
    EXPECT_THAT(tool.error, HasSubstr("roads.geojson: the geometry of this layer is line, but --points takes point."));
}

TEST_F(RunAnalysis, TheOutputIsCheckedBeforeAnythingIsRead) {
    EXPECT_EQ(run({"count-points", "--points", "none.gpkg", "--output", folder_.file("no/r.gpkg")}).status, 2);
    const auto tool = run({"count-points", "--points", points_, "--output", points_, "--overwrite"});
    EXPECT_EQ(tool.status, 2);
    EXPECT_THAT(tool.error, HasSubstr("an input is never written to"));
    EXPECT_EQ(run({"count-points", "--points", points_, "--output", folder_.file("r.xyz")}).status, 2);
}

TEST_F(RunAnalysis, EndsAsTheAnalysisEnds) {
    EXPECT_EQ(run(count({"--fault", "usage"})).status, 2);
    const auto unfit = run(count({"--fault", "input"}));
    EXPECT_EQ(unfit.status, 3);
    EXPECT_THAT(unfit.error, HasSubstr("warning: This is a test.\nerror: Unfit content.\n"));
    const auto internal = run(count({"--fault", "internal", "--lang", "id"}));
    EXPECT_EQ(internal.status, 1);
    EXPECT_THAT(internal.error, HasSubstr("kesalahan: Kesalahan internal desakota: a broken promise."));
    const auto memory = run(count({"--fault", "memory"}));
    EXPECT_EQ(memory.status, 1);
    EXPECT_THAT(memory.error, HasSubstr("error: Not enough memory."));
    EXPECT_THAT(folder_.names(), ElementsAre("points.geojson", "roads.geojson", "surface.asc"));
}

TEST_F(RunAnalysis, TheFirstSignalInterruptsAndTheSecondEndsTheProcess) {
    for (const std::string fault : {"sigint", "sigterm"}) {
        const auto tool = run(count({"--fault", fault}));
        EXPECT_EQ(tool.status, 130) << fault;
        EXPECT_EQ(tool.error,
                  "info: points: name from nama, value from nilai\nwarning: This is a test.\nInterrupted.\n");
    }
    EXPECT_EQ(run(count({"--fault", "sigint_twice"})).signal, SIGINT);
    EXPECT_THAT(folder_.names(), ElementsAre("points.geojson", "roads.geojson", "surface.asc"));
}

TEST_F(RunAnalysis, ASignalAfterTheResultIsWrittenChangesNothing) {
    auto tool = call(count());
    tool.interrupt_at = "This is a test.";  // told when all is written
    const auto ended = tests::run_tool(tool);
    EXPECT_EQ(ended.signal, 0);
    EXPECT_EQ(ended.status, 0);
    EXPECT_THAT(ended.output, HasSubstr("\nResult: " + result_));
    EXPECT_THAT(folder_.names(), Contains("result.gpkg"));
    EXPECT_THAT(folder_.names(), Contains("result.run.json"));
}

TEST_F(RunAnalysis, NoMessageHoldsAPassword) {
    const std::string connection = "dbname=desa user=ani password=rahasia,1";
    const std::vector<Words> calls{{connection},
                                   count({connection}),
                                   count({"--reach", connection}),
                                   count({"--mode", connection}),
                                   count({"--name-field", connection}),
                                   count({"--scheme", connection}),
                                   count({"--roads", connection}),
                                   count({"--roads", "pg:" + connection + "|layername=jalan"}),
                                   count({"--roads", "PG:host=127.0.0.1 port=1 " + connection}),
                                   count({"--roads", "PG:postgresql://ani:rahasia@127.0.0.1:1/desa"}),
                                   {"count-points", "--points", points_, "--output", "PG:" + connection}};
    for (auto words : calls) {
        words.emplace_back("--json");
        const auto tool = run(words);
        EXPECT_GT(tool.status, 0);
        EXPECT_THAT(tool.error, HasSubstr("error: "));
        EXPECT_THAT(tool.error + tool.output, Not(HasSubstr("rahasia"))) << tool.error;
        EXPECT_THAT(tool.error + tool.output, Not(HasSubstr(",1"))) << tool.error;
    }
}

TEST_F(RunAnalysis, TheAnswerHoldsNothingThatATerminalWouldObey) {
    const auto tool = run(count({"--note", "Desa \x1b[31mMerah"}));
    EXPECT_THAT(tool.output, HasSubstr("\nDesa  [31mMerah\n"));
}

TEST_F(RunAnalysis, AFullDiskIsAFailureThatLeavesNothing) {
    auto tool = call(count());
    tool.file_size_limit = 4096;
    const auto ended = tests::run_tool(tool);
    EXPECT_EQ(ended.status, 1) << ended.error;
    EXPECT_THAT(ended.error, HasSubstr("error: "));
    EXPECT_THAT(folder_.names(), ElementsAre("points.geojson", "roads.geojson", "surface.asc"));
}

TEST_F(RunAnalysis, ShowsProgressOnATerminalOnly) {
    auto tool = call(count());
    EXPECT_THAT(tests::run_tool(tool).error, Not(HasSubstr("%")));
    tool.arguments.emplace_back("--overwrite");
    tool.error_is_terminal = true;
    EXPECT_THAT(tests::run_tool(tool).error, HasSubstr("%"));
    tool.arguments.emplace_back("--quiet");
    EXPECT_THAT(tests::run_tool(tool).error, IsEmpty());
}

TEST_F(RunAnalysis, TellsProgressInLinesThatNeverFallWhereAProgramAsksForThem) {
    for (const Words& more : {Words{}, Words{"--quiet", "--json"}}) {
        auto words = count({"--progress-lines", "--overwrite"});
        words.insert(words.end(), more.begin(), more.end());
        const auto tool = run(words);
        ASSERT_EQ(tool.status, 0) << tool.error;
        std::vector<double> told;
        std::istringstream lines(tool.error);
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with("progress ")) continue;
            EXPECT_THAT(line, testing::MatchesRegex("progress [01][.][0-9][0-9][0-9]"));
            told.push_back(core::parse_number(line.substr(line.find(' ') + 1)).value());
        }
        ASSERT_FALSE(told.empty());
        EXPECT_EQ(told.back(), 1.0);
        EXPECT_TRUE(std::ranges::is_sorted(told, std::less_equal<>()));
    }
    EXPECT_THAT(run(count({"--overwrite"})).error, Not(HasSubstr("progress")));
}

TEST_F(RunAnalysis, AnOptionWithoutEffectIsAWarningForProgramsThatGiveEveryOption) {
    const Words more{"--class-field", "kelas"};
    EXPECT_EQ(run(count(more)).status, 2);
    auto words = count(more);
    words.emplace_back("--allow-unused-options");
    const auto tool = run(words);
    EXPECT_EQ(tool.status, 0);
    EXPECT_THAT(tool.error, HasSubstr("warning: --class-field has no effect without --roads.\n"));
    EXPECT_THAT(tool.error, HasSubstr("warning: This is a test.\n"));
}

TEST_F(RunAnalysis, RecordsEveryEffectiveParameter) {
    ASSERT_EQ(run(count({"--roads", roads_, "--group-field", "KEC", "--limits", "1 2", "--lang", "id"})).status, 0);
    const auto record = Json::parse(tests::read_file(folder_.file("result.run.json")));
    EXPECT_EQ(record["analysis"], "count-points");
    EXPECT_EQ(record["language"], "id");
    const auto& parameters = record["parameters"];
    EXPECT_EQ(parameters["points"], "points.geojson");
    EXPECT_EQ(parameters["name-field"], "nama");
    EXPECT_EQ(parameters["group-field"], Json({"kec"}));
    EXPECT_EQ(parameters["roads"], Json({"roads.geojson"}));
    EXPECT_EQ(parameters["class-field"], Json({"kelas"}));
    EXPECT_EQ(parameters["surface"], nullptr);
    EXPECT_EQ(parameters["reach"], 5000.0);
    EXPECT_EQ(parameters["passes"], 2);
    EXPECT_EQ(parameters["limits"], Json({1.0, 2.0}));
    EXPECT_EQ(parameters["mode"], "walking");
    EXPECT_EQ(parameters["keep"], true);
    EXPECT_EQ(parameters["note"], nullptr);
    EXPECT_EQ(parameters.size(), 16U);
    EXPECT_EQ(record["inputs"][0]["rows"], 3);
    EXPECT_EQ(record["inputs"][0]["sha256"].get<std::string>().size(), 64U);
    EXPECT_THAT(record["outputs"], ElementsAre("result.gpkg"));
}

TEST_F(RunAnalysis, GivesTheSameBytesInAnyLocaleWithAnyNumberOfThreads) {
    const tests::TemporaryFolder locales;
    const auto locale_path = tests::make_indonesian_locale(locales.path());
    ASSERT_FALSE(locale_path.empty()) << "the locale id_ID.UTF-8 cannot be made here";
    auto tool = call(count({"--lang", "en", "--threads", "1", "--reach", "0.5", "--group-field", "kec"}));
    const auto first = tests::run_tool(tool);
    const auto bytes = tests::read_file(result_);
    const auto record = tests::read_file(folder_.file("result.run.json"));
    tool.environment = {{"LOCPATH", locale_path}, {"LC_ALL", "id_ID.UTF-8"}, {"LANG", "id_ID.UTF-8"}};
    tool.arguments.emplace_back("--overwrite");
    for (const std::string threads : {"1", "2"}) {
        tool.arguments[8] = threads;
        ASSERT_EQ(tool.arguments[7], "--threads");
        const auto other = tests::run_tool(tool);
        EXPECT_EQ(other.output, first.output);
        EXPECT_EQ(other.error, first.error);
        EXPECT_TRUE(tests::read_file(result_) == bytes) << threads;
        EXPECT_EQ(tests::read_file(folder_.file("result.run.json")), record);
    }
}

TEST_F(RunAnalysis, WritesFormatsOfOneLayerToSeveralFiles) {
    const auto tool =
        run({"count-points", "--points", points_, "--output", folder_.file("r.csv"), "--group-field", "kec"});
    EXPECT_EQ(tool.status, 0) << tool.error;
    EXPECT_THAT(tests::read_file(folder_.file("r_count_points_summary.csv")), HasSubstr("kec,Telang,2"));
}

}  // namespace
}  // namespace desakota::cli
