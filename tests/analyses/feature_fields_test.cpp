#include "engine/analyses/feature_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const FeatureFields kFields{"settlements", "id-field", "name-field"};

LayerMaker three_points() {
    return LayerMaker("desa.gpkg").points({{105, -2}}).points({{105, -3}}).points({{105, -4}});
}

TEST(ReadIds, KeepCodesAsTextWithTheirLeadingZeros) {
    TestRun run;
    run.add("settlements", three_points().texts("kode", {"0016", " 07 ", "A-1"}));
    run.find("id-field", "kode");
    EXPECT_THAT(read_ids(run.arguments, kFields, run.diagnostics), ElementsAre("0016", "07", "A-1"));
}

TEST(ReadIds, WriteWholeNumbersWithoutDecimalPointOrExponent) {
    TestRun run;
    run.add("settlements", three_points().numbers("kode", {1607040001.0, 16.0, 3e14}));
    run.find("id-field", "kode");
    EXPECT_THAT(read_ids(run.arguments, kFields, run.diagnostics), ElementsAre("1607040001", "16", "300000000000000"));
}

TEST(ReadIds, AreFeatureNumbersWhereMissing) {
    TestRun run;
    run.add("settlements", three_points().texts("kode", {"", "3", ""}));
    run.find("id-field", "kode");
    EXPECT_THAT(read_ids(run.arguments, kFields, run.diagnostics), ElementsAre("1", "3", "fid 3"));
    TestRun without;
    without.add("settlements", three_points());
    EXPECT_THAT(read_ids(without.arguments, kFields, without.diagnostics), ElementsAre("1", "2", "3"));
}

TEST(ReadIds, RefuseValuesTwiceInAFieldThatWasNamed) {
    TestRun run;
    run.add("settlements", three_points().texts("kode", {"A", "B", "A"}));
    run.name("id-field", "kode");
    (void)read_ids(run.arguments, kFields, run.diagnostics);
    EXPECT_THAT(run.errors(), ElementsAre(AllOf(HasSubstr("'kode'"), HasSubstr("\"A\" (2)"))));
}

TEST(ReadIds, FallBackOnFeatureNumbersForValuesTwiceInAFieldThatWasFound) {
    TestRun run;
    run.add("settlements", three_points().texts("kode", {"A", "B", "A"}));
    run.find("id-field", "kode");
    EXPECT_THAT(read_ids(run.arguments, kFields, run.diagnostics), ElementsAre("1", "2", "3"));
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("feature number is used")));
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ParseCount, UnderstandsIndonesianAndEnglishWriting) {
    EXPECT_EQ(parse_count("1234"), 1234.0);
    EXPECT_EQ(parse_count("1.234"), 1234.0);
    EXPECT_EQ(parse_count("12.345.678"), 12345678.0);
    EXPECT_EQ(parse_count("1,234"), 1234.0);
    EXPECT_EQ(parse_count("12,5"), 12.5);
    EXPECT_EQ(parse_count("1.234,5"), 1234.5);
    EXPECT_EQ(parse_count("1,234.5"), 1234.5);
    EXPECT_EQ(parse_count("0.125"), 0.125);
    EXPECT_EQ(parse_count(" -3 "), -3.0);
}

TEST(ParseCount, RefusesWhatIsNoNumber) {
    for (const auto* text : {"", "12a", "12 KK", "1.2.3", "1,2,3", "nan", "--3", "1.234,", "12.34,5"}) {
        EXPECT_EQ(parse_count(text), std::nullopt) << text;
    }
}

TEST(FieldTexts, TakeBlankTextAsMissing) {
    const auto layer = three_points().texts("skp", {" ", "A", ""}).make();
    EXPECT_THAT(field_texts(layer.find("skp"), 3), ElementsAre(std::nullopt, "A", std::nullopt));
}

TEST(UsualNames, NeverTakePopulationForFamilies) {
    for (const auto& name : usual_families_names()) {
        EXPECT_NE(name, "penduduk");
        EXPECT_NE(name, "population");
    }
}

TEST(UsualNames, HoldThoseOfOfficesTables) {
    EXPECT_THAT(usual_facility_name_names(), testing::IsSupersetOf({"nama_fasilitas", "nama_fasilitas_kesehatan"}));
    EXPECT_THAT(usual_id_names(), testing::Contains("kode_bps"));
}

}  // namespace
}  // namespace desakota::analyses
