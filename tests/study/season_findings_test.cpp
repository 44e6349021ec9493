#include "engine/study/season_findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/study/small_study.h"

#include "engine/study/report_content.h"
#include "engine/study/report_priorities.h"

namespace desakota::study {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;

/// Minutes of each settlement, and the families beyond 60 of them.
struct Times {
    std::vector<std::optional<double>> minutes;
    double families_beyond = 0.0;
    std::vector<std::optional<double>> shares_beyond{};
};

RunResult run_in(const std::string& season, const Times& times, bool has_rule) {
    auto run = health_run();
    run.season = season;
    run.suffix = "_" + season;
    auto& main = run.results.layers.front();
    add_numbers(main, "total_min", times.minutes, "min");
    auto& summary = run.results.layers.back();
    if (has_rule) {
        add_numbers(main, "fastest_min", times.minutes, "min");
        add_numbers(main, "share_beyond_time", times.shares_beyond);
        add_numbers(main, "families_beyond_time", {0.0, 0.0, times.families_beyond});
        add_numbers(summary, "families_beyond_time", {times.families_beyond, times.families_beyond});
        add_numbers(summary, "share_beyond_time", {times.families_beyond / 600.0, times.families_beyond / 600.0});
        run.parameters.emplace_back("threshold-min", io::RecordValue(60.0));
    }
    for (auto& layer : run.results.layers) layer.name += run.suffix;
    return run;
}

StudyResults seasons(const Times& dry, const Times& wet, bool has_rule) {
    StudyResults results;
    results.inputs["settlements"].push_back(read_settlements());
    results.runs.push_back(run_in("dry", dry, has_rule));
    results.runs.push_back(run_in("wet", wet, has_rule));
    return results;
}

std::vector<core::Text> findings_of(const StudyResults& results) {
    std::vector<core::Text> findings{{"Answer.", "Jawaban."}};
    add_season_findings(findings, results.runs.front(), results);
    return findings;
}

TEST(SeasonFindings, NeverSayOnlyThatNothingDiffersWhereWaysTakeLonger) {
    const auto findings = findings_of(seasons({{10.0, 20.0, std::nullopt}}, {{14.0, 58.0, std::nullopt}}, false));
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].english, "Answer. In the wet season as many, though the ways take longer.");
    EXPECT_EQ(findings[1].english,
              "Wet season: the way to a health facility takes longer from 2 of 2 settlements, by 21 min in the middle "
              "of them, at most by "
              "38 min (B).");
    EXPECT_EQ(findings[1].indonesian,
              "Musim hujan: perjalanan ke fasilitas kesehatan dari 2 dari 2 permukiman lebih lama, dengan median 21 "
              "menit, paling banyak 38 menit (B).");
}

TEST(SeasonFindings, SayThatNothingDiffersWhereWaysTakeAsLong) {
    const auto findings = findings_of(seasons({{10.0, 20.0, 30.0}}, {{10.0, 20.0, 30.4}}, false));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].indonesian, "Jawaban. Pada musim hujan sama banyaknya.");
}

TEST(SeasonFindings, TellOfTheTimeRuleInEachSeason) {
    const auto results =
        seasons({{10.0, 20.0, 30.0}, 60.0, {0.0, 0.0, 0.0}}, {{10.0, 50.0, 90.0}, 300.0, {0.0, 0.0, 1.0}}, true);
    const auto findings = findings_of(results);
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[1].indonesian,
              "Musim kemarau: 60 keluarga tinggal lebih dari 60 menit dari fasilitas kesehatan; musim hujan: 300 (240 "
              "lebih banyak).");
    auto same = results;
    same.runs.pop_back();
    EXPECT_EQ(findings_of(same).back().english,
              "Travel time: 60 families (10 %) live more than 60 min from a health facility.");
}

TEST(SeasonFindings, OfTheTimeRuleAreACriterionOfThePriorityList) {
    const auto results = seasons({{10.0, 20.0, 30.0}, 0.0, {0.0, 0.0, 0.0}},
                                 {{90.0, 50.0, std::nullopt}, 300.0, {0.9, 0.0, std::nullopt}}, true);
    const auto list = priority_list({}, results, study_settlements({}, results));
    EXPECT_THAT(list.rule.indonesian, HasSubstr("menempuh lebih dari 60 menit ke fasilitas yang dihitung (1 poin)"));
    EXPECT_THAT(list.entries,
                Contains(testing::AllOf(Field(&report::Priority::settlement, 0U),
                                        Field(&report::Priority::missed,
                                              Contains(core::Text{"more than 60 min from a health facility",
                                                                  "lebih dari 60 menit ke fasilitas kesehatan"})))));
}

}  // namespace
}  // namespace desakota::study
