#include "engine/study/threshold_findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/study/small_study.h"

#include "engine/study/report_priorities.h"

namespace desakota::study {
namespace {

using planning::Threshold;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<AskedThreshold> asked(const StudyResults& results, const Study& study = {}) {
    return asked_thresholds(study, results, study_settlements(study, results));
}

TEST(AskedThresholds, AreThoseOfWhichARunTells) {
    const auto all = asked(small_results());
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].findings.threshold, Threshold::Health);
    EXPECT_THAT(all[0].findings.missed, ElementsAre(false, true, true));
    EXPECT_THAT(all[0].findings.concerned, ElementsAre(10.0, 150.0, 300.0));
    EXPECT_EQ(all[1].findings.threshold, Threshold::Poverty);
    EXPECT_THAT(all[1].findings.missed, ElementsAre(false, true, std::nullopt));
    EXPECT_THAT(all[1].findings.concerned, ElementsAre(20.0, 100.0, std::nullopt));
    EXPECT_EQ(all[2].findings.threshold, Threshold::Connection);
    EXPECT_THAT(all[2].findings.missed, ElementsAre(false, false, true));
}

TEST(AskedThresholds, LeaveOutWhatHasNoWeight) {
    Study study;
    study.weights.poverty = 0.0;
    EXPECT_EQ(asked(small_results(), study).size(), 2U);
}

TEST(AskedThresholds, JudgeByTheWorstOfSeveralSeasons) {
    auto results = small_results();
    auto wet = health_run();
    results.runs[0].suffix = "_dry";
    results.runs[0].season = "dry";
    for (auto& layer : results.runs[0].results.layers) layer.name += "_dry";
    wet.suffix = "_wet";
    wet.season = "wet";
    for (auto& layer : wet.results.layers) layer.name += "_wet";
    layers::Layer main = named_settlements("health_access_wet");
    add_texts(main, "status", {"not_connected", "reached", std::nullopt});
    add_numbers(main, "share_beyond", {1.0, 0.0, std::nullopt});
    add_numbers(main, "families_beyond", {100.0, 0.0, std::nullopt});
    wet.results.layers[0] = main;
    results.runs.push_back(std::move(wet));
    const auto all = asked(results);
    EXPECT_THAT(all[0].findings.missed, ElementsAre(true, true, true));
    EXPECT_THAT(all[0].findings.concerned, ElementsAre(100.0, 150.0, 300.0));
    EXPECT_THAT(all[2].findings.missed, ElementsAre(true, false, true));
}

TEST(AskedThresholds, TakeNoOtherAreasSettlementForOneOfTheStudy) {
    auto results = small_results();
    auto& poverty = results.runs[1].results.layers[0];
    layers::Layer other;
    other.name = "poverty";
    add_texts(other, "settlement_id", {"1", "2", "3"});
    add_texts(other, "settlement_name", {"Elsewhere", "Far", "Away"});
    add_numbers(other, "line_poor_households_share", {0.9, 0.9, 0.9});
    poverty = other;
    EXPECT_EQ(asked(results).size(), 2U);
    const auto rule = priority_list({}, results, study_settlements({}, results)).rule;
    EXPECT_THAT(rule.english, HasSubstr("Left out: poverty (calculated for another layer, 3 settlements), food "
                                        "security (not analysed in this study)."));
    EXPECT_THAT(rule.indonesian, HasSubstr("kemiskinan (dihitung pada lapisan lain, 3 permukiman)"));
}

TEST(PriorityList, SaysWhichCriteriaHaveNoWeightOrNoFigures) {
    auto results = small_results();
    auto& poverty = results.runs[1].results.layers;
    poverty.pop_back();
    Study study;
    study.weights.food = 0.0;
    const auto rule = priority_list(study, results, study_settlements(study, results)).rule;
    EXPECT_THAT(rule.english,
                HasSubstr("Left out: poverty (not known for any settlement), food security (its weight is 0)."));
}

TEST(PriorityList, RanksAndSaysWhyInBothLanguages) {
    const auto results = small_results();
    const auto list = priority_list({}, results, study_settlements({}, results));
    ASSERT_EQ(list.entries.size(), 2U);
    EXPECT_EQ(list.entries[0].settlement, 2U);
    EXPECT_EQ(list.entries[0].score, 2.0);
    EXPECT_EQ(list.entries[0].families, 300.0);
    EXPECT_THAT(list.entries[0].reason.english, HasSubstr("Misses 2 of 3"));
    EXPECT_THAT(list.entries[0].reason.english, HasSubstr("Not known: more poor"));
    EXPECT_THAT(list.entries[0].reason.indonesian, HasSubstr("Tidak memenuhi 2 dari 3 ambang"));
    EXPECT_EQ(list.entries[1].settlement, 1U);
    EXPECT_THAT(list.rule.english, HasSubstr("5.0 km"));
    EXPECT_THAT(list.rule.indonesian, HasSubstr("5,0 km"));
    EXPECT_THAT(list.rule.english, HasSubstr("40 %"));
    EXPECT_EQ(list.unknown, 0U);
}

TEST(PriorityList, OfAStudyWithoutThresholdsRanksNobody) {
    StudyResults results;
    results.runs.push_back(run_of("inequality", "inequality", {named_settlements("inequality")}));
    const auto list = priority_list({}, results, study_settlements({}, results));
    EXPECT_TRUE(list.entries.empty());
    EXPECT_EQ(list.unknown, 3U);
}

}  // namespace
}  // namespace desakota::study
