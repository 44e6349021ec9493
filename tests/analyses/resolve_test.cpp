#include "engine/analyses/resolve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::analyses {
namespace {

using layers::ColumnType;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Parameter layer_parameter(const std::string& name, ParameterKind kind = ParameterKind::Layer) {
    Parameter parameter;
    parameter.name = name;
    parameter.kind = kind;
    return parameter;
}

Parameter field(const std::string& name, const std::string& of, std::vector<std::string> usual_names,
                ParameterKind kind = ParameterKind::Field) {
    Parameter parameter;
    parameter.name = name;
    parameter.kind = kind;
    parameter.of = of;
    parameter.usual_names = std::move(usual_names);
    return parameter;
}

Analysis settlements_analysis() {
    Analysis analysis;
    analysis.id = "count";
    analysis.parameters = {layer_parameter("settlements"), field("id-field", "settlements", {"kdepum", "kode"}),
                           field("name-field", "settlements", {"namobj", "nama"}),
                           field("families-field", "settlements", {"jumlah_kk", "kk"}),
                           field("group-field", "settlements", {}, ParameterKind::Fields)};
    analysis.parameters[3].numeric = true;
    return analysis;
}

LayerSchema schema(const std::string& label, const std::vector<std::pair<std::string, ColumnType>>& columns) {
    LayerSchema result{label, geo::GeometryType::Point, {}};
    for (const auto& [name, type] : columns) result.columns.push_back({name, type, "", {}});
    return result;
}

const LayerSchema kVillages = schema("villages.gpkg|desa", {{"fid_lama", ColumnType::WholeNumber},
                                                            {"NAMOBJ", ColumnType::Text},
                                                            {"KDEPUM", ColumnType::Text},
                                                            {"jumlah_kk", ColumnType::WholeNumber},
                                                            {"kecamatan", ColumnType::Text}});

std::vector<std::string> problems(core::Diagnostics& diagnostics) {
    try {
        diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    } catch (const core::Error& error) {
        std::vector<std::string> texts;
        for (const auto& problem : error.problems()) texts.push_back(problem.english);
        return texts;
    }
    return {};
}

TEST(ResolveFields, TakesTheFirstUsualNameThatTheLayerHasWhateverItsLetterCase) {
    core::Diagnostics diagnostics;
    const auto fields = resolve_fields(settlements_analysis(), {{"settlements", {kVillages}}}, {}, diagnostics);
    EXPECT_THAT(fields.at("id-field"), ElementsAre(ElementsAre("KDEPUM")));
    EXPECT_THAT(fields.at("name-field"), ElementsAre(ElementsAre("NAMOBJ")));
    EXPECT_THAT(fields.at("group-field"), ElementsAre(IsEmpty()));
    EXPECT_FALSE(diagnostics.has_errors());
}

TEST(ResolveFields, FindsNamesOfHeadingsWithBlanksAndMarks) {
    const auto sheet = schema("desa.xlsx", {{"Kode", ColumnType::Text},
                                            {"NAMA ", ColumnType::Text},
                                            {"Jumlah Rumah Tangga", ColumnType::WholeNumber},
                                            {"Jumlah RT", ColumnType::WholeNumber},
                                            {"Jumlah (KK)", ColumnType::WholeNumber}});
    core::Diagnostics diagnostics;
    const auto fields = resolve_fields(settlements_analysis(), {{"settlements", {sheet}}}, {}, diagnostics);
    EXPECT_THAT(fields.at("id-field"), ElementsAre(ElementsAre("Kode")));
    EXPECT_THAT(fields.at("name-field"), ElementsAre(ElementsAre("NAMA ")));
    EXPECT_THAT(fields.at("families-field"), ElementsAre(ElementsAre("Jumlah (KK)")))
        << "neither households (rumah tangga) nor neighbourhoods (RT)";
}

TEST(ResolveFields, FindsAColumnByWhatItIsCalledBelowASpanningHeadingWhereOnlyOneIsCalledSo) {
    auto sheet = schema("desa.xlsx", {{"Penduduk Jumlah KK", ColumnType::WholeNumber}});
    sheet.columns[0].alias = core::same_text("Jumlah KK");
    core::Diagnostics diagnostics;
    EXPECT_THAT(
        resolve_fields(settlements_analysis(), {{"settlements", {sheet}}}, {}, diagnostics).at("families-field"),
        ElementsAre(ElementsAre("Penduduk Jumlah KK")));
    sheet.columns.push_back({"Miskin Jumlah KK", ColumnType::WholeNumber, "", core::same_text("Jumlah KK")});
    EXPECT_THAT(
        resolve_fields(settlements_analysis(), {{"settlements", {sheet}}}, {}, diagnostics).at("families-field"),
        ElementsAre(IsEmpty()));
}

TEST(ResolveFields, TakesEveryFieldThatTheRunAsksForUnlessTheUserNamesOthers) {
    core::Diagnostics diagnostics;
    const FieldNames asked{{"group-field", {"jumlah_KK", "NAMOBJ", "tidak_ada"}}};
    const auto fields = resolve_fields(settlements_analysis(), {{"settlements", {kVillages}}}, {}, diagnostics, asked);
    EXPECT_THAT(fields.at("group-field"), ElementsAre(ElementsAre("jumlah_kk", "NAMOBJ")));
    const auto named = resolve_fields(settlements_analysis(), {{"settlements", {kVillages}}},
                                      {{"group-field", {"KDEPUM"}}}, diagnostics, asked);
    EXPECT_THAT(named.at("group-field"), ElementsAre(ElementsAre("KDEPUM")));
    EXPECT_FALSE(diagnostics.has_errors());
}

TEST(ResolveFields, TellsInOneLineForEachLayerParameterWhatItTookByUsualName) {
    core::Diagnostics diagnostics;
    (void)resolve_fields(settlements_analysis(), {{"settlements", {kVillages}}}, {{"id-field", {"fid_lama"}}},
                         diagnostics);
    ASSERT_EQ(diagnostics.items().size(), 1U);
    EXPECT_EQ(diagnostics.items()[0].severity, core::Severity::Information);
    EXPECT_EQ(diagnostics.items()[0].text.english, "settlements: name from NAMOBJ, families from jumlah_kk");
    EXPECT_EQ(diagnostics.items()[0].text.indonesian,
              "settlements: name dari kolom NAMOBJ, families dari kolom jumlah_kk");
}

TEST(ResolveFields, NamesTheLayerInItsLineWhereAParameterHasSeveral) {
    auto analysis = settlements_analysis();
    analysis.parameters[0].kind = ParameterKind::Layers;
    core::Diagnostics diagnostics;
    (void)resolve_fields(analysis, {{"settlements", {kVillages, schema("b.shp", {{"nama", ColumnType::Text}})}}}, {},
                         diagnostics);
    ASSERT_EQ(diagnostics.items().size(), 2U);
    EXPECT_EQ(diagnostics.items()[1].text.english, "settlements (b.shp): name from nama");
}

TEST(ResolveFields, NamedFieldsMayDifferInLetterCaseAndAnExactNameWins) {
    const auto layer = schema("a.csv", {{"Nama", ColumnType::Text}, {"nama", ColumnType::Text}});
    core::Diagnostics diagnostics;
    const auto exact =
        resolve_fields(settlements_analysis(), {{"settlements", {layer}}}, {{"name-field", {"nama"}}}, diagnostics);
    EXPECT_THAT(exact.at("name-field"), ElementsAre(ElementsAre("nama")));
    const auto alike =
        resolve_fields(settlements_analysis(), {{"settlements", {layer}}}, {{"name-field", {"NAMA"}}}, diagnostics);
    EXPECT_THAT(alike.at("name-field"), ElementsAre(ElementsAre("Nama")));
    EXPECT_FALSE(diagnostics.has_errors());
}

TEST(ResolveFields, ANamedFieldThatNoLayerHasIsAProblemThatListsTheFields) {
    core::Diagnostics diagnostics;
    (void)resolve_fields(settlements_analysis(), {{"settlements", {kVillages}}},
                         {{"name-field", {"nope"}}, {"group-field", {"kecamatan", "skp"}}}, diagnostics);
    const auto texts = problems(diagnostics);
    ASSERT_EQ(texts.size(), 2U);
    EXPECT_EQ(texts[0],
              "name-field: there is no field \"nope\" in settlements. Fields of villages.gpkg|desa: fid_lama, NAMOBJ, "
              "KDEPUM, jumlah_kk, kecamatan.");
    EXPECT_THAT(texts[1], HasSubstr("\"skp\""));
}

TEST(ResolveFields, ANamedFieldNeedsToBeInOneOfSeveralLayersOnly) {
    Analysis analysis;
    analysis.parameters = {layer_parameter("roads", ParameterKind::Layers), field("class-field", "roads", {"highway"})};
    const std::vector<LayerSchema> roads{schema("a.shp", {{"KELAS", ColumnType::Text}}),
                                         schema("b.shp", {{"highway", ColumnType::Text}})};
    core::Diagnostics diagnostics;
    const auto fields = resolve_fields(analysis, {{"roads", roads}}, {{"class-field", {"kelas"}}}, diagnostics);
    EXPECT_THAT(fields.at("class-field"), ElementsAre(ElementsAre("KELAS"), IsEmpty()));
    EXPECT_FALSE(diagnostics.has_errors());
}

TEST(ResolveFields, TheEarlierParameterTakesAColumnThatTwoCouldTake) {
    auto analysis = settlements_analysis();
    analysis.parameters[2].usual_names = {"kdepum", "namobj"};
    core::Diagnostics diagnostics;
    const auto fields = resolve_fields(analysis, {{"settlements", {kVillages}}}, {}, diagnostics);
    EXPECT_THAT(fields.at("id-field"), ElementsAre(ElementsAre("KDEPUM")));
    EXPECT_THAT(fields.at("name-field"), ElementsAre(ElementsAre("NAMOBJ")));
}

TEST(ResolveFields, ANumericFieldIsNotTakenFromATextColumnByItsUsualName) {
    const auto layer = schema("a.csv", {{"jumlah_kk", ColumnType::Text}, {"KK", ColumnType::Number}});
    core::Diagnostics diagnostics;
    const auto fields = resolve_fields(settlements_analysis(), {{"settlements", {layer}}}, {}, diagnostics);
    EXPECT_THAT(fields.at("families-field"), ElementsAre(ElementsAre("KK")));
}

TEST(ResolveFields, AParameterOfSeveralFieldsTakesAllThatHaveUsualNamesInTheOrderOfTheNames) {
    auto analysis = settlements_analysis();
    analysis.parameters[4].usual_names = {"jumlah_kk", "kecamatan", "fid_lama", "skp"};
    core::Diagnostics diagnostics;
    const auto fields = resolve_fields(analysis, {{"settlements", {kVillages}}}, {}, diagnostics);
    EXPECT_THAT(fields.at("group-field"), ElementsAre(ElementsAre("kecamatan", "fid_lama")));
    EXPECT_THAT(diagnostics.items().front().text.english, HasSubstr("group from kecamatan, fid_lama"));
}

TEST(ResolveFields, AParameterOfEveryFieldTakesWhatNoOtherTakesAndNothingPersonal) {
    Analysis analysis;
    analysis.parameters = {layer_parameter("table", ParameterKind::Layer), field("name-field", "table", {"nama"}),
                           field("table-fields", "table", {std::string(kEveryField)})};
    analysis.parameters[2].kind = ParameterKind::Fields;
    const auto layer = schema("a.csv", {{"x", ColumnType::Number},
                                        {"Nama", ColumnType::Text},
                                        {"NIK", ColumnType::Text},
                                        {"y", ColumnType::Text},
                                        {"y", ColumnType::Text}});
    core::Diagnostics diagnostics;
    const auto fields = resolve_fields(analysis, {{"table", {layer}}}, {}, diagnostics);
    EXPECT_THAT(fields.at("table-fields"), ElementsAre(ElementsAre("x", "y")));
    EXPECT_EQ(diagnostics.items().front().text.english, "table: name from Nama");
    const auto named = resolve_fields(analysis, {{"table", {layer}}}, {{"table-fields", {"nama"}}}, diagnostics);
    EXPECT_THAT(named.at("table-fields"), ElementsAre(ElementsAre("Nama")));
}

TEST(ResolveFields, ARequiredFieldThatIsNeitherNamedNorFoundIsAProblem) {
    auto analysis = settlements_analysis();
    analysis.parameters[2].required = true;
    core::Diagnostics diagnostics;
    (void)resolve_fields(analysis, {{"settlements", {schema("a.csv", {{"x", ColumnType::Text}})}}}, {}, diagnostics);
    EXPECT_THAT(problems(diagnostics), ElementsAre(HasSubstr("name the field with name-field")));
}

TEST(ResolveFields, LeavesOutTheFieldsOfALayerThatWasNotGiven) {
    core::Diagnostics diagnostics;
    EXPECT_THAT(resolve_fields(settlements_analysis(), {}, {}, diagnostics), IsEmpty());
    EXPECT_THAT(diagnostics.items(), IsEmpty());
}

TEST(NeededColumns, AreThoseOfAllFieldsOfTheLayerWithoutRepetition) {
    const auto analysis = settlements_analysis();
    core::Diagnostics diagnostics;
    const auto fields = resolve_fields(analysis, {{"settlements", {kVillages}}},
                                       {{"group-field", {"kecamatan", "NAMOBJ"}}}, diagnostics);
    EXPECT_THAT(needed_columns(analysis, "settlements", 0, fields),
                ElementsAre("KDEPUM", "NAMOBJ", "jumlah_kk", "kecamatan"));
    EXPECT_THAT(needed_columns(analysis, "settlements", 1, fields), IsEmpty());
    EXPECT_THAT(needed_columns(analysis, "roads", 0, fields), IsEmpty());
}

}  // namespace
}  // namespace desakota::analyses
