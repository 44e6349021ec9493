// What parse_scheme refuses, and how it says so.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/welfare/schemes.h"

#include "engine/core/error.h"

namespace desakota::welfare {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string faults_in(const std::string& text) {
    try {
        (void)parse_scheme("own.toml", text);
    } catch (const core::Error& error) {
        EXPECT_EQ(error.status(), core::ExitStatus::UnfitInput);
        return error.what();
    }
    return "";
}

std::string faults_with(const std::string& tree, const std::string& keys = "") {
    return faults_in(std::string(kHeading) + keys + std::string(kTwoClasses) + tree);
}

TEST(SchemeText, ReadsEveryPartOfATree) {
    const auto scheme = scheme_of(
        dimension("d", "weight = \"1/3\"\naggregation = \"geometric\"\n") +
            indicator("a",
                      "dimension = \"d\"\nunit = \"share\"\nleast = 0\nmost = 1\ndirection = \"higher_is_worse\"\n"
                      "normalise = {by = \"bands\", breaks = [{at = 3, joins = \"below\"}], scores = [5, 1]}\n") +
            indicator("b", "weight = \"2/3\"\nnormalise = {by = \"target\", target = 40}\n"),
        "scale = 100\nminimum_coverage = 0.66\n");
    EXPECT_EQ(scheme.dimensions[1].aggregation, Aggregation::Geometric);
    EXPECT_NEAR(scheme.dimensions[1].weight, 1.0 / 3.0, 1e-15);
    EXPECT_EQ(scheme.indicators[0].weight, 1.0);
    EXPECT_EQ(scheme.indicators[0].direction, Direction::HigherIsWorse);
    EXPECT_EQ(scheme.indicators[0].normalisation.breaks, (std::vector<Break>{{3.0, Joins::Below}}));
    EXPECT_EQ(scheme.indicators[0].most, 1.0);
    EXPECT_EQ(scheme.indicators[1].normalisation.target, 40.0);
    EXPECT_EQ(scheme.scale, 100.0);
    EXPECT_EQ(scheme.minimum_coverage, 0.66);
}

TEST(SchemeText, IsRefusedInAnotherFormat) {
    EXPECT_THAT(faults_in("format = 2\n"), HasSubstr("own.toml, line 1: the file is in format 2"));
    EXPECT_THAT(faults_in("id = \"own\"\n"), HasSubstr("the file must start with `format = 1`"));
    EXPECT_THAT(faults_in("format = 1\nid = \n"), HasSubstr("own.toml, line 2: this is not valid TOML"));
}

TEST(SchemeText, NamesEveryFaultAtOnceWithItsLine) {
    const auto faults = faults_in(
        "format = 1\nid = \"own\"\ntitel = \"x\"\nauthority = \"test\"\nofficial = true\nprovenance = \"unverified\"\n"
        "direction = \"up\"\n");
    EXPECT_THAT(faults, AllOf(HasSubstr("own.toml, line 3: unknown key `titel`"), HasSubstr("Did you mean title?"),
                              HasSubstr("line 1: `title` is missing"),
                              HasSubstr("line 5: `official = true` needs `provenance = \"verified\"`"),
                              HasSubstr("line 7: `direction` is \"up\"; accepted: higher_is_better, higher_is_worse")));
}

TEST(SchemeText, NeedsASourceForVerifiedNumbers) {
    std::string text(kHeading);
    text.replace(text.find("\"own\"\ndirection"), 5, "\"verified\"");
    EXPECT_THAT(faults_in(text), HasSubstr("`provenance = \"verified\"` needs a `source`"));
}

TEST(SchemeText, RefusesClassesThatDoNotFitTheBreaks) {
    const std::string one_class =
        "[[class]]\ncode = \"low\"\nlabel = {en = \"low\", id = \"rendah\"}\ncolour = \"red\"\n";
    const auto faults = faults_in(std::string(kHeading) + "closure = \"left\"\nbreaks = [0.5, 0.4, 0.4]\n" + one_class);
    EXPECT_THAT(faults, AllOf(HasSubstr("line 8: the break 0.4 does not come after 0.5"),
                              HasSubstr("the break 0.4 does not come after 0.4"), HasSubstr("1 classes for 3 breaks"),
                              HasSubstr("the colour of class 'low' must look like")));
}

TEST(SchemeText, RefusesBreaksThatDoNotSayWhichSideTheyJoin) {
    EXPECT_THAT(
        faults_in(std::string(kHeading) + "breaks = [0.5, 0.4]\n"),
        AllOf(HasSubstr("`breaks` must be a list of numbers beside"), HasSubstr("0.4 does not come after 0.5")));
    EXPECT_THAT(faults_in(std::string(kHeading) + "breaks = [{at = 0.5}]\n"),
                HasSubstr("a break needs `at` and `joins`"));
    EXPECT_THAT(faults_in(std::string(kHeading) + "closure = \"open\"\nbreaks = [0.5]\n"),
                HasSubstr("`closure` is \"open\"; accepted: left, right"));
    EXPECT_THAT(faults_in(std::string(kHeading) + "classes_by = \"quantile\"\nclosure = \"left\"\nbreaks = [0.5]\n"),
                HasSubstr("`classes_by = \"quantile\"` takes no `breaks`"));
}

TEST(SchemeText, RefusesALineOfPovertyThatIsNoBreak) {
    EXPECT_THAT(faults_with("", "poor_below = 0.4\n"), HasSubstr("`poor_below` must be one of the breaks"));
}

TEST(SchemeText, RefusesWeightsThatDoNotSumToOneInEachNode) {
    EXPECT_THAT(faults_with(indicator("a", "weight = 0.5\n") + indicator("b", "weight = 0.4\n")),
                HasSubstr("the weights in the index sum to 0.9, not to 1"));
    EXPECT_THAT(faults_with(dimension("d") + indicator("a", "dimension = \"d\"\nweight = 0.5\n")),
                HasSubstr("the weights in the dimension \"d\" sum to 0.5, not to 1"));
    EXPECT_EQ(faults_with(indicator("a", "weight = 0.3333333333\n") + indicator("b", "weight = 0.6666666667\n")), "");
    EXPECT_THAT(faults_with(indicator("a", "weight = 0.5\n") + indicator("b")),
                HasSubstr("a `weight` is missing here"));
    EXPECT_THAT(faults_with(indicator("a", "weight = \"1/0\"\n")), HasSubstr("`weight` must be a number above 0"));
}

TEST(SchemeText, RefusesCodesThatAreThereTwiceOrSpeltOtherwise) {
    EXPECT_THAT(faults_with(indicator("a") + indicator("a")), HasSubstr("the indicator \"a\" is already there above"));
    EXPECT_THAT(faults_with(dimension("d") + dimension("d") + indicator("a", "dimension = \"d\"\n")),
                HasSubstr("the dimension \"d\" is already there above"));
    EXPECT_THAT(faults_with(indicator("A-1")), HasSubstr("the code \"A-1\" must be of small letters"));
}

TEST(SchemeText, RefusesDimensionsThatAreNotThereOrEmpty) {
    EXPECT_THAT(faults_with(indicator("a", "dimension = \"x\"\n")), HasSubstr("there is no dimension \"x\" above"));
    EXPECT_THAT(faults_with(dimension("d") + indicator("a")), HasSubstr("the dimension \"d\" has no indicator"));
    EXPECT_EQ(faults_with(dimension("d"), "frame = true\n"), "");
}

TEST(SchemeText, RefusesNormalisationsThatSayTooLittle) {
    EXPECT_THAT(faults_with(indicator("a", "normalise = {by = \"minmax\"}\n")),
                HasSubstr("`by` is \"minmax\"; accepted: none, min_max, goalposts, z_score, rank, target, bands"));
    EXPECT_THAT(faults_with(indicator("a", "normalise = {}\n")), HasSubstr("`by` is missing"));
    EXPECT_THAT(faults_with(indicator("a", "normalise = \"min_max\"\n")),
                HasSubstr("`normalise` must be written like"));
    EXPECT_THAT(faults_with(indicator("a", "normalise = {by = \"goalposts\", least = 3, most = 3}\n")),
                HasSubstr("goalposts need `least` and `most`"));
    EXPECT_THAT(faults_with(indicator("a", "normalise = {by = \"target\"}\n")), HasSubstr("a target needs `target`"));
    EXPECT_THAT(faults_with(indicator(
                    "a", "normalise = {by = \"bands\", closure = \"left\", breaks = [2, 1], scores = [1]}\n")),
                AllOf(HasSubstr("the breaks of the bands must rise"), HasSubstr("bands need `breaks` and `scores`")));
    EXPECT_THAT(faults_with(indicator("a", "least = 1\nmost = 0\n")), HasSubstr("`least` must be below `most`"));
}

TEST(SchemeText, RefusesAIndicatorAgainstTheIndexThatIsNotNormalised) {
    EXPECT_THAT(faults_with(indicator("a", "direction = \"higher_is_worse\"\n")),
                HasSubstr("the indicator \"a\" runs against the index"));
}

TEST(SchemeText, RefusesStepsWhereRaisesDoNotAddUp) {
    EXPECT_THAT(faults_with(indicator("a"), "step_above_break = 0.0001\n"),
                HasSubstr("`step_above_break` asks for the steps"));
    EXPECT_EQ(faults_with(indicator("a", "normalise = {by = \"goalposts\", least = 0, most = 5}\n"),
                          "step_above_break = 0.0001\n"),
              "");
}

}  // namespace
}  // namespace desakota::welfare
