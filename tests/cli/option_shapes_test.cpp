#include "engine/cli/option_shapes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/test_catalogue.h"

#include "engine/cli/front_end_parameters.h"
#include "engine/study/typed_values.h"

namespace desakota::cli {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Read {
    study::TypedValues values;
    std::vector<core::Text> problems;
};

/// Reads the command line of `count-points`, its required layer given.
Read read(std::vector<std::string> arguments, bool with_points = true) {
    const auto& parameters = test_catalogue()[0].parameters;
    if (with_points) arguments.insert(arguments.begin(), {"--points", "p.gpkg"});
    core::Diagnostics diagnostics;
    Read result;
    result.values =
        study::read_values(parameters, sort_words(option_shapes(parameters), arguments).values, diagnostics);
    try {
        diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    } catch (const core::Error& error) {
        result.problems = error.problems();
    }
    return result;
}

/// The only problem of a command line, in English.
std::string problem(const std::vector<std::string>& arguments) {
    const auto problems = read(arguments).problems;
    return problems.size() == 1 ? problems[0].english : std::to_string(problems.size()) + " problems";
}

TEST(TypedValues, HoldTheDefaultsWhereNothingIsGiven) {
    const auto [values, problems] = read({});
    EXPECT_THAT(problems, IsEmpty());
    EXPECT_THAT(values.numbers.at("reach"), ElementsAre(5000.0));
    EXPECT_THAT(values.numbers.at("passes"), ElementsAre(2.0));
    EXPECT_EQ(values.text("mode"), "walking");
    EXPECT_FALSE(values.is_yes("legs"));
    EXPECT_TRUE(values.is_yes("keep"));
    EXPECT_FALSE(values.numbers.contains("limits"));
    EXPECT_THAT(values.given, ElementsAre("points"));
}

TEST(TypedValues, AreReadByKind) {
    const auto values = read({"--roads",   "a.shp",         "b.shp",       "--roads",       "c.shp", "--class-field",
                              "kelas",     "--group-field", "kec",         "--group-field", "skp",   "--surface",
                              "s.tif",     "--reach",       "0.5",         "--passes",      "3",     "--limits",
                              "1,2.5",     "--limits",      "4 5",         "--mode",        "car",   "--legs",
                              "--no-keep", "--note",        "hello there", "--scheme",      "s.toml"})
                            .values;
    EXPECT_THAT(values.sources.at("points"), ElementsAre("p.gpkg"));
    EXPECT_THAT(values.sources.at("roads"), ElementsAre("a.shp", "b.shp", "c.shp"));
    EXPECT_THAT(values.sources.at("surface"), ElementsAre("s.tif"));
    EXPECT_THAT(values.fields.at("class-field"), ElementsAre("kelas"));
    EXPECT_THAT(values.fields.at("group-field"), ElementsAre("kec", "skp"));
    EXPECT_THAT(values.numbers.at("reach"), ElementsAre(0.5));
    EXPECT_THAT(values.numbers.at("limits"), ElementsAre(1.0, 2.5, 4.0, 5.0));
    EXPECT_EQ(values.text("mode"), "car");
    EXPECT_TRUE(values.is_yes("legs"));
    EXPECT_FALSE(values.is_yes("keep"));
    EXPECT_EQ(values.text("note"), "hello there");
    EXPECT_EQ(values.files.at("scheme"), "s.toml");
    EXPECT_THAT(values.given, Contains("keep"));
}

TEST(TypedValues, AMissingRequiredOptionIsTold) {
    const auto problems = read({}, false).problems;
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].english, "--points is missing: Layer of points. Give it as --points LAYER.");
    EXPECT_EQ(problems[0].indonesian, "--points belum diisi: Lapisan points. Isikan dengan --points LAPISAN.");
}

TEST(TypedValues, TextForANumberIsTold) {
    EXPECT_EQ(problem({"--reach", "far"}), "--reach: \"far\" is not a number.");
    EXPECT_EQ(problem({"--reach", "5km"}), "--reach: \"5km\" is not a number.");
    EXPECT_EQ(problem({"--reach", "nan"}), "--reach: \"nan\" is not a number.");
    EXPECT_EQ(problem({"--reach", "0,5"}),
              "--reach: \"0,5\" is not a number. Write the decimal mark as a full stop: 0.5.");
    EXPECT_EQ(problem({"--limits", "1,x"}), "--limits: \"x\" is not a number.");
}

TEST(TypedValues, ANumberOutOfRangeIsTold) {
    EXPECT_EQ(problem({"--reach", "-5"}), "--reach: -5 is out of range: 0 to 10000 m.");
    EXPECT_EQ(problem({"--reach", "10001"}), "--reach: 10001 is out of range: 0 to 10000 m.");
    EXPECT_EQ(problem({"--limits", "1,-2"}), "--limits: -2 is out of range: at least 0 km.");
    EXPECT_EQ(problem({"--passes", "1.5"}), "--passes: 1.5 is not a whole number.");
}

TEST(TypedValues, AnUnknownChoiceListsWhatIsAccepted) {
    EXPECT_EQ(problem({"--mode", "bus"}), "--mode: unknown value \"bus\"; accepted: walking, car.");
    EXPECT_EQ(problem({"--mode", "cra"}), "--mode: unknown value \"cra\"; accepted: walking, car. Did you mean car?");
}

TEST(TypedValues, AnOptionGivenTwiceOrWithoutItsValueIsTold) {
    EXPECT_EQ(problem({"--reach", "1", "--reach", "2"}), "--reach is given more than once; keep one.");
    EXPECT_EQ(problem({"--legs", "--legs"}), "--legs is given more than once; keep one.");
    EXPECT_EQ(problem({"--keep", "--no-keep"}), "--keep is given more than once; keep one.");
    EXPECT_EQ(problem({"--reach", "--legs"}), "--reach needs a value: --reach NUMBER.");
    EXPECT_EQ(problem({"--legs=maybe"}), "--legs takes no value; leave out \"maybe\".");
}

TEST(TypedValues, AFieldWithoutItsLayerIsTold) {
    EXPECT_EQ(problem({"--class-field", "kelas"}), "--class-field has no effect without --roads.");
}

TEST(TypedValues, AllFaultsAreToldTogetherInBothLanguages) {
    const auto problems = read({"--reach", "x", "--mode", "bus", "--passes", "-1"}).problems;
    ASSERT_EQ(problems.size(), 3U);
    for (const auto& text : problems) {
        EXPECT_NE(text.english, text.indonesian);
        EXPECT_THAT(text.indonesian, Not(HasSubstr("unknown")));
    }
}

TEST(UnknownWords, AreToldWithTheNearestOption) {
    core::Diagnostics diagnostics;
    report_unknown_words({"stray", "--raech=5", "--zzz", "5"}, {"reach", "roads"}, diagnostics);
    try {
        diagnostics.throw_errors(core::ExitStatus::WrongUsage);
        FAIL();
    } catch (const core::Error& error) {
        ASSERT_EQ(error.problems().size(), 3U);
        EXPECT_EQ(error.problems()[0].english, "\"stray\" belongs to no option; give values as --option value.");
        EXPECT_EQ(error.problems()[1].english, "Unknown option --raech. Did you mean --reach?");
        EXPECT_EQ(error.problems()[2].english, "Unknown option --zzz.");
    }
}

TEST(FrontEndParameters, AreSoundAndThereOnce) {
    std::vector<std::string> names;
    for (const auto& parameter : front_end_parameters()) {
        names.push_back(parameter.name);
        EXPECT_FALSE(parameter.title.english.empty() || parameter.title.indonesian.empty()) << parameter.name;
        EXPECT_FALSE(parameter.help.english.empty() || parameter.help.indonesian.empty()) << parameter.name;
    }
    EXPECT_THAT(names, ElementsAre("output", "overwrite", "lang", "threads", "quiet", "json", "progress-lines",
                                   "allow-unused-options"));
}

}  // namespace
}  // namespace desakota::cli
