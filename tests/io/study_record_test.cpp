#include "engine/io/study_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/error.h"

namespace desakota::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

StudyRecord sample() {
    StudyRecord record;
    record.engine_version = "1.2.3";
    record.libraries = {{"GDAL", "3.6"}};
    record.study = "/none/study.toml";
    record.language = core::Language::Indonesian;
    record.runs = {{"near", "health-access", "dry", {{"threshold", 3000.0}, {"routes", true}}}};
    record.inputs = {{"roads", "PG:dbname=a password=secret", "roads", "abc", 7}};
    record.files = {{"results.gpkg", "123"}, {"maps/a.png", "456"}};
    return record;
}

TEST(StudyRecord, ReadsBackWhatAReplayNeeds) {
    const auto stored = read_record("run.json", study_record_text(sample(), "/none/results/run.json"));
    EXPECT_EQ(stored.engine_version, "1.2.3");
    EXPECT_EQ(stored.study, "../study.toml");
    EXPECT_EQ(stored.analysis, "");
    EXPECT_EQ(stored.language, core::Language::Indonesian);
    ASSERT_EQ(stored.inputs.size(), 1U);
    EXPECT_EQ(stored.inputs[0].sha256, "abc");
    EXPECT_THAT(stored.files, ElementsAre(Pair("results.gpkg", "123"), Pair("maps/a.png", "456")));
}

TEST(StudyRecord, HoldsNoPassword) {
    EXPECT_THAT(study_record_text(sample(), "/none/results/run.json"), Not(HasSubstr("secret")));
}

TEST(StudyRecord, TheRecordOfOneAnalysisSaysWhatWasGiven) {
    RunRecord record;
    record.analysis = "health-access";
    record.parameters = {{"threshold", 5000.0}, {"settlements", std::string("desa.gpkg")}, {"routes", false}};
    record.given = {"settlements"};
    record.outputs = {"r.gpkg"};
    const auto stored = read_record("r.run.json", run_record_text(record, "r.gpkg"));
    EXPECT_EQ(stored.analysis, "health-access");
    EXPECT_THAT(stored.given, ElementsAre("settlements"));
    ASSERT_EQ(stored.parameters.size(), 3U);
    EXPECT_EQ(std::get<std::string>(stored.parameters[1].second), "desa.gpkg");
    EXPECT_THAT(stored.files, ElementsAre(Pair("r.gpkg", "")));
}

TEST(StudyRecord, NamesNoFileOutsideItsFolder) {
    EXPECT_THAT(recorded_files(R"({"files": [{"file": "/etc/passwd"}, {"file": "../a"}, {"file": "maps/a.png"}]})"),
                ElementsAre("maps/a.png"));
}

TEST(StudyRecord, OtherTextsAreNoRecords) {
    for (const auto* text :
         {"", "{}", "[1, 2]", "{\"analysis\": 3}", "not json", "{\"study\": \"a\", \"analysis\": \"b\"}"}) {
        EXPECT_THROW((void)read_record("x", text), core::Error) << text;
    }
    EXPECT_THAT(recorded_files("[]"), testing::IsEmpty());
}

}  // namespace
}  // namespace desakota::io
