#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/registry.h"

namespace desakota::analyses {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Parameter parameter(const std::string& name, ParameterKind kind) {
    Parameter result;
    result.name = name;
    result.kind = kind;
    result.title = {"Title", "Judul"};
    result.help = {"Help.", "Bantuan."};
    return result;
}

enum Place : std::size_t { kLayer, kField, kNumber, kChoice, kYesNo, kText };

Analysis sound_analysis() {
    Analysis analysis;
    analysis.id = "count-points";
    analysis.group = {"test", "uji"};
    analysis.title = {"Title", "Judul"};
    analysis.help = {"Help.", "Bantuan."};
    analysis.run = [](Arguments&, RunContext&) { return Results{}; };
    analysis.parameters = {parameter("points", ParameterKind::Layer), parameter("name-field", ParameterKind::Field),
                           parameter("reach", ParameterKind::Number), parameter("mode", ParameterKind::Choice),
                           parameter("routes", ParameterKind::YesNo), parameter("title", ParameterKind::Text)};
    analysis.parameters[kField].of = "points";
    analysis.parameters[kField].usual_names = {"nama"};
    analysis.parameters[kNumber].minimum = 0.0;
    analysis.parameters[kNumber].maximum = 10.0;
    analysis.parameters[kNumber].default_number = 5.0;
    analysis.parameters[kChoice].choices = {{"walking", {"On foot", "Jalan kaki"}}, {"car", {"Car", "Mobil"}}};
    analysis.parameters[kChoice].default_text = "car";
    analysis.outputs = {{"count_points", {"Counts", "Jumlah"}, geo::GeometryType::None, {}, {}, {}},
                        {"count_points_legs", {"Legs", "Ruas"}, geo::GeometryType::Line, {}, {"asked", "diminta"}, {}}};
    analysis.outputs[0].columns = {{"total_m", layers::ColumnType::Number, "m", {"Total", "Jumlah"}}};
    return analysis;
}

/// The faults of the sound analysis after `harm`.
std::vector<std::string> faults_after(const std::function<void(Analysis&)>& harm) {
    auto analysis = sound_analysis();
    harm(analysis);
    return catalogue_faults({analysis});
}

#define EXPECT_ONE_FAULT(harm, text) \
    EXPECT_THAT(faults_after([](Analysis& analysis) { harm; }), ElementsAre(HasSubstr(text)))

TEST(CatalogueFaults, ASoundCatalogueHasNone) {
    EXPECT_THAT(catalogue_faults({sound_analysis()}), IsEmpty());
    EXPECT_THAT(catalogue_faults({}), IsEmpty());
}

TEST(CatalogueFaults, TheRealCatalogueHasNone) {
    EXPECT_THAT(catalogue_faults(catalogue()), IsEmpty());
}

TEST(CatalogueFaults, NameTheAnalysisAndThePart) {
    EXPECT_THAT(faults_after([](Analysis& analysis) { analysis.parameters[kNumber].help = {}; }),
                ElementsAre("count-points --reach: no help in both languages"));
}

TEST(CatalogueFaults, AnIdIsThereOnceAlsoAsQgisSpellsIt) {
    auto other = sound_analysis();
    other.id = "countpoints";
    other.outputs[0].name = "countpoints";
    other.outputs[1].name = "countpoints_legs";
    EXPECT_THAT(catalogue_faults({sound_analysis(), other}), ElementsAre(HasSubstr("there twice")));
}

TEST(CatalogueFaults, AnIdIsWordsJoinedAndNoCommand) {
    for (const std::string id : {"Count-points", "count_points", "count--points", "-count", "count-", "9count", ""}) {
        EXPECT_THAT(faults_after([&](Analysis& analysis) { analysis.id = id; }),
                    Contains(HasSubstr("id is not lower-case words")))
            << id;
    }
    EXPECT_THAT(faults_after([](Analysis& analysis) { analysis.id = "list"; }), Contains(HasSubstr("is a command")));
}

TEST(CatalogueFaults, TextsAreThereInBothLanguages) {
    EXPECT_ONE_FAULT(analysis.group.indonesian = "", "no group in both");
    EXPECT_ONE_FAULT(analysis.title.english = "", "no title in both");
    EXPECT_ONE_FAULT(analysis.help.indonesian = "", "no help in both");
    EXPECT_ONE_FAULT(analysis.parameters[kLayer].title.english = "", "no title in both");
    EXPECT_ONE_FAULT(analysis.parameters[kChoice].choices[0].label.indonesian = "", "no label of walking in both");
    EXPECT_ONE_FAULT(analysis.outputs[0].title.indonesian = "", "no title in both");
    EXPECT_ONE_FAULT(analysis.outputs[1].when.indonesian = "", "condition in one language only");
    EXPECT_ONE_FAULT(analysis.outputs[0].columns[0].alias.english = "", "no alias of column total_m in both");
}

maps::Style style_of(const std::string& field) {
    maps::StyleClass known;
    known.label = {"Known", "Diketahui"};
    known.criteria = {maps::Within{field, {}, {}}};
    return {"known", {"Known or not", "Diketahui atau tidak"}, {known}, {}};
}

TEST(CatalogueFaults, AStyleLooksAtColumnsOfItsOutputInBothLanguages) {
    const auto with = [](Analysis& analysis) -> std::vector<maps::Style>& {
        analysis.outputs[0].geometry = geo::GeometryType::Point;
        analysis.outputs[0].styles = {style_of("total_m")};
        return analysis.outputs[0].styles;
    };
    EXPECT_THAT(faults_after([&](Analysis& analysis) { with(analysis); }), IsEmpty());
    const auto expect_fault = [&](const std::function<void(std::vector<maps::Style>&)>& harm, const char* text) {
        EXPECT_THAT(faults_after([&](Analysis& analysis) { harm(with(analysis)); }), ElementsAre(HasSubstr(text)));
    };
    expect_fault([](auto& styles) { styles[0] = style_of("total_km"); }, "looks at \"total_km\"");
    expect_fault([](auto& styles) { styles[0].name = "A b"; }, "its name is not lower_snake");
    expect_fault([](auto& styles) { styles[0].title.indonesian = ""; }, "no title in both");
    expect_fault([](auto& styles) { styles[0].classes[0].label.english = ""; }, "no label of a class in both");
    expect_fault([](auto& styles) { styles[0].classes[0].heading.english = "a"; }, "heading in one language");
    expect_fault([](auto& styles) { styles.push_back(styles[0]); }, "style \"known\" is there twice");
    expect_fault([](auto& styles) { styles[0].classes.clear(); }, "drawn in classes");
}

TEST(CatalogueFaults, AnAnalysisRuns) {
    EXPECT_ONE_FAULT(analysis.run = nullptr, "no function that runs it");
}

TEST(CatalogueFaults, ParametersHaveNamesOfTheirOwn) {
    EXPECT_ONE_FAULT(analysis.parameters[kYesNo].name = "reach", "parameter \"reach\" is there twice");
    EXPECT_ONE_FAULT(analysis.parameters[kYesNo].name = "with_routes", "its name is not lower-case words");
    EXPECT_ONE_FAULT(analysis.parameters[kYesNo].name = "json", "belongs to the front ends");
}

TEST(CatalogueFaults, AFieldBelongsToALayerAndLooksForNamesInLowerCase) {
    EXPECT_ONE_FAULT(analysis.parameters[kField].of = "nope", "is the field of no layer parameter");
    EXPECT_ONE_FAULT(analysis.parameters[kField].of = "reach", "is the field of no layer parameter");
    EXPECT_ONE_FAULT(analysis.parameters[kField].usual_names = {"NAMOBJ"}, "not in lower case");
}

TEST(CatalogueFaults, EachKindHasOnlyWhatItNeeds) {
    EXPECT_ONE_FAULT(analysis.parameters[kText].usual_names = {"nama"}, "is no field");
    EXPECT_ONE_FAULT(analysis.parameters[kText].geometry = {geo::GeometryType::Point}, "is no layer");
    EXPECT_ONE_FAULT(analysis.parameters[kText].unit = "m", "is no number");
    EXPECT_ONE_FAULT(analysis.parameters[kText].choices = analysis.parameters[kChoice].choices, "is no choice");
    EXPECT_ONE_FAULT(analysis.parameters[kText].default_number = 1, "default number but is no number");
    EXPECT_ONE_FAULT(analysis.parameters[kText].default_yes = true, "is no yes/no");
    EXPECT_ONE_FAULT(analysis.parameters[kNumber].default_text = "5", "neither choice nor text");
}

TEST(CatalogueFaults, ADefaultNumberIsWithinItsRange) {
    EXPECT_ONE_FAULT(analysis.parameters[kNumber].default_number = 11, "outside its range");
    EXPECT_ONE_FAULT(analysis.parameters[kNumber].default_number = -1, "outside its range");
    EXPECT_ONE_FAULT((analysis.parameters[kNumber].whole = true, analysis.parameters[kNumber].default_number = 0.5),
                     "outside its range");
    EXPECT_ONE_FAULT((analysis.parameters[kNumber].minimum = 20, analysis.parameters[kNumber].default_number = {}),
                     "least value is above its greatest");
}

TEST(CatalogueFaults, ChoicesHaveCodesOfTheirOwnAndTheDefaultIsOneOfThem) {
    EXPECT_ONE_FAULT(analysis.parameters[kChoice].default_text = "bus", "none of its choices");
    EXPECT_ONE_FAULT(analysis.parameters[kChoice].choices[0].code = "car", "code \"car\" is there twice");
    EXPECT_ONE_FAULT(analysis.parameters[kChoice].choices[0].code = "On Foot", "not lower_snake");
    EXPECT_ONE_FAULT(analysis.parameters[kChoice].choices.erase(analysis.parameters[kChoice].choices.begin()),
                     "fewer than two");
}

TEST(CatalogueFaults, WhatIsRequiredHasNoDefault) {
    EXPECT_ONE_FAULT(analysis.parameters[kNumber].required = true, "is required and has a default");
    EXPECT_ONE_FAULT(analysis.parameters[kYesNo].required = true, "cannot be required");
}

TEST(CatalogueFaults, OutputsAreNamedAfterTheAnalysis) {
    EXPECT_ONE_FAULT(analysis.outputs.clear(), "no output layer");
    EXPECT_ONE_FAULT(analysis.outputs[0].name = "counts", "its name is not count_points");
    EXPECT_ONE_FAULT(analysis.outputs[1].name = "legs", "its name is not count_points_...");
    EXPECT_ONE_FAULT(analysis.outputs[1].name = "count_points_Legs", "not lower_snake");
    EXPECT_ONE_FAULT(analysis.outputs.push_back(analysis.outputs[1]), "output \"count_points_legs\" is there twice");
    EXPECT_ONE_FAULT((analysis.outputs[0].when = {"asked", "diminta"}), "main layer must always be there");
}

void ask_by_routes(Analysis& analysis) {
    analysis.outputs[1].asked_by = "routes";
    analysis.outputs[1].when = {"with --routes", "dengan --routes"};
}

TEST(CatalogueFaults, AnOutputIsAskedForByAYesNoThatIsNoByDefault) {
    EXPECT_THAT(faults_after(ask_by_routes), IsEmpty());
    EXPECT_ONE_FAULT((ask_by_routes(analysis), analysis.parameters[kYesNo].default_yes = true),
                     "is asked for by no yes/no parameter");
    EXPECT_ONE_FAULT((analysis.outputs[1].asked_by = "reach", analysis.outputs[1].when = {"--reach", "--reach"}),
                     "is asked for by no yes/no parameter");
    EXPECT_ONE_FAULT((ask_by_routes(analysis), analysis.outputs[1].when.indonesian = "diminta"),
                     "does not name --routes");
}

TEST(CatalogueFaults, ColumnsAreNamedOnceInLowerSnakeWithTheirUnit) {
    EXPECT_ONE_FAULT(analysis.outputs[0].columns[0].name = "totalM_m", "not lower_snake");
    EXPECT_ONE_FAULT(analysis.outputs[0].columns[0].name = "total", "does not end in its unit");
    EXPECT_ONE_FAULT((analysis.outputs[0].columns[0].name = "fid", analysis.outputs[0].columns[0].unit = ""),
                     "formats keep for themselves");
    EXPECT_ONE_FAULT(analysis.outputs[0].columns.push_back(analysis.outputs[0].columns[0]),
                     "column \"total_m\" is there twice");
}

}  // namespace
}  // namespace desakota::analyses
