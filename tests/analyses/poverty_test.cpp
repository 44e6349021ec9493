#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/poverty_run.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

constexpr const char* kShare = "line_200_poor_households_share";

/// The paper's five settlements, with so many poor households each.
struct PaperRun : PovertyRun {
    explicit PaperRun(const std::vector<std::size_t>& poor) {
        const std::vector<std::string> names{"Gunung Sari", "Bumi Rahayu", "Selimau I", "Selimau II", "Selimau III"};
        const std::vector<std::size_t> sampled{18, 17, 15, 15, 15};
        std::vector<VillageRows> villages;
        for (std::size_t i = 0; i < names.size(); ++i) villages.push_back(poor_of(names[i], poor[i], sampled[i]));
        settle(names);
        fill(villages);
        with_lines({200});
        give("replications", 0.0);
    }
};

struct PaperTable {
    std::vector<std::size_t> poor;
    std::vector<double> percent;  ///< by settlement, as published
    double unweighted;            ///< of the kecamatan, as published
    double pooled;
};

/// The golden vectors T5-wb, T4-pusat and T4-daerah (of which the published 16.48 cannot be reproduced).
TEST(Poverty, ReproducesThePaperByTheMeanOfItsSettlements) {
    const PaperTable tables[] = {{{15, 16, 13, 14, 15}, {83.33, 94.12, 86.67, 93.33, 100.0}, 91.49, 91.25},
                                 {{1, 1, 3, 2, 2}, {5.56, 5.88, 20.0, 13.33, 13.33}, 11.62, 11.25},
                                 {{1, 2, 3, 3, 2}, {5.56, 11.76, 20.0, 20.0, 13.33}, 14.13, 13.75}};
    for (const auto& table : tables) {
        for (const bool is_unweighted : {false, true}) {
            PaperRun run(table.poor);
            if (is_unweighted) run.give("aggregate", "unweighted");
            const auto results = run.run();
            const auto& rows = layer_of(results, "poverty");
            for (std::size_t i = 0; i < table.percent.size(); ++i) {
                EXPECT_NEAR(100.0 * *number_of(rows, kShare, i), table.percent[i], 0.005);
            }
            const double expected = is_unweighted ? table.unweighted : table.pooled;
            EXPECT_NEAR(100.0 * *number_of(layer_of(results, "poverty_summary"), kShare, 0), expected, 0.0051);
            EXPECT_NEAR(100.0 * *figure(results, kShare), expected, 0.0051);
        }
    }
}

TEST(Poverty, CountsHouseholdsAndPersonsByTheirWeights) {
    PovertyRun run({{"A", {100, 100, 300, 300, 500}, {6, 4, 2, 2, 1}, {10, 10, 20, 10, 50}}});
    run.with_weights();
    run.with_lines({200, 400});
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty");
    EXPECT_THAT(values_of(layer, "households"), ElementsAre("100"));
    EXPECT_THAT(values_of(layer, "persons"), ElementsAre("210"));
    EXPECT_THAT(values_of(layer, "n"), ElementsAre("5"));
    EXPECT_DOUBLE_EQ(*number_of(layer, kShare, 0), 0.2);
    EXPECT_DOUBLE_EQ(*number_of(layer, "line_200_poor_persons_share", 0), 100.0 / 210.0);
    EXPECT_DOUBLE_EQ(*number_of(layer, "line_200_gap_index", 0), 0.5 * 100.0 / 210.0);
    EXPECT_DOUBLE_EQ(*number_of(layer, "line_200_severity_index", 0), 0.25 * 100.0 / 210.0);
    EXPECT_DOUBLE_EQ(*number_of(layer, "line_400_poor_households_share", 0), 0.5);
    // Of persons: 100 with 100, 60 with 300, 50 with 500.
    EXPECT_DOUBLE_EQ(*number_of(layer, "income_per_head_mean_rp", 0), (100.0 * 100 + 60.0 * 300 + 50.0 * 500) / 210.0);
    EXPECT_DOUBLE_EQ(*number_of(layer, "income_per_head_median_rp", 0), 300.0);
}

TEST(Poverty, CountsThoseAtTheLineOnlyWhereAskedTo) {
    for (const bool at_line : {false, true}) {
        PovertyRun run({{"A", {200, 200, 199, 201, 300}}});
        run.with_lines({200});
        if (at_line) run.arguments.yes_no["at-line-is-poor"] = true;
        EXPECT_DOUBLE_EQ(*figure(run.run(), kShare), at_line ? 0.6 : 0.2);
    }
}

TEST(Poverty, PoolsGroupsFromHouseholds) {
    PovertyRun run({poor_of("A", 5, 5), poor_of("B", 0, 15), poor_of("C", 3, 6)});
    run.with_lines({200});
    run.arguments.layers["settlements"][0].add_column({"kec", layers::ColumnType::Text, "", {}});
    for (const char* name : {"X", "X", "Y"}) run.arguments.layers["settlements"][0].columns.back().add_text(name);
    run.find("group-field", "kec");
    const auto results = run.run();
    const auto& summary = layer_of(results, "poverty_summary");
    EXPECT_THAT(values_of(summary, "group_value"), ElementsAre("X", "Y", "total"));
    EXPECT_THAT(values_of(summary, "n"), ElementsAre("20", "6", "26"));
    EXPECT_DOUBLE_EQ(*number_of(summary, kShare, 0), 0.25);
    EXPECT_DOUBLE_EQ(*number_of(summary, kShare, 1), 0.5);
    EXPECT_DOUBLE_EQ(*number_of(summary, kShare, 2), 8.0 / 26.0);
    EXPECT_THAT(values_of(summary, "income_per_head_median_rp"), ElementsAre("300", "200", "300"));
}

TEST(Poverty, WithholdsWhatRestsOnFewHouseholds) {
    PovertyRun run({poor_of("A", 1, 4), poor_of("B", 1, 5), {"C", {}}, poor_of("D", 2, 8)});
    run.with_lines({200});
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty");
    EXPECT_THAT(values_of(layer, "status"), ElementsAre("withheld", "withheld", "no_households", "computed"));
    EXPECT_THAT(values_of(layer, kShare), ElementsAre("-", "-", "-", "0.25"));
    EXPECT_THAT(values_of(layer, "households"), ElementsAre("-", "-", "-", "8"));
    EXPECT_THAT(values_of(layer, "unsure"), ElementsAre("false", "false", "false", "true"));
    EXPECT_DOUBLE_EQ(*figure(results, kShare), 4.0 / 17.0);
}

TEST(Poverty, WithholdsTheTotalTooWhereItRestsOnFew) {
    PovertyRun run({poor_of("A", 1, 4)});
    run.with_lines({200});
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "poverty_summary"), kShare), ElementsAre("-"));
    EXPECT_THAT(values_of(layer_of(results, "poverty_lines"), "poor_households"), ElementsAre("-"));
    EXPECT_THAT(results.summary.front().english, HasSubstr("Withheld: only 4 households"));
    EXPECT_EQ(figure(results, kShare), std::nullopt);
}

TEST(Poverty, LeavesOutHouseholdsWithoutWhatItNeedsAndSaysWhy) {
    PovertyRun run({poor_of("A", 1, 7)});
    run.with_lines({200});
    auto& table = run.arguments.layers["households"][0];
    table.add_column({"gaji", layers::ColumnType::Number, "", {}});
    for (std::size_t i = 0; i < 7; ++i)
        i == 0 ? table.columns.back().add_missing() : table.columns.back().add_number(300);
    run.find("income-field", "gaji");
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "poverty"), "left_out"), ElementsAre("1"));
    EXPECT_THAT(values_of(layer_of(results, "poverty"), "reason")[0], HasSubstr("1 left out: without an income."));
    EXPECT_THAT(values_of(layer_of(results, "poverty"), kShare), ElementsAre("0"));
}

TEST(Poverty, GivesSharesOfHouseholdsAloneWherePersonsAreNotKnown) {
    PovertyRun run({poor_of("A", 2, 5)});
    run.with_lines({200});
    run.arguments.fields.erase("persons-field");
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty");
    EXPECT_THAT(values_of(layer, kShare), ElementsAre("0.4"));
    for (const auto* column :
         {"persons", "income_per_head_mean_rp", "income_per_head_median_rp", "line_200_poor_persons_share",
          "line_200_poor_persons_share_low", "line_200_gap_index"}) {
        EXPECT_THAT(values_of(layer, column), ElementsAre("-")) << column;
    }
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("rt: no field holds the number of persons")));
}

TEST(Poverty, TellsOfEachLineWhereItComesFrom) {
    PovertyRun run({poor_of("A", 2, 5)});
    run.with_lines({200});
    run.give("lines", "bps_2019_03, world_bank_3_00");
    run.give("dollar-a-day", 2.0);
    run.give("exchange-rate", 10000.0);
    run.arguments.files["lines-file"] = {"garis.toml", "format = 1\n[[line]]\nid = \"kaltim\"\nrp_a_month = 150\n"};
    const auto results = run.run();
    const auto& lines = layer_of(results, "poverty_lines");
    EXPECT_THAT(values_of(lines, "line"),
                ElementsAre("line_200", "bps_2019_03", "world_bank_3_00", "dollar_2", "kaltim"));
    EXPECT_THAT(values_of(lines, "line_provenance"), ElementsAre("own", "verified", "verified", "own", "own"));
    EXPECT_THAT(values_of(lines, "line_year"), ElementsAre("-", "2019", "2025", "-", "-"));
    EXPECT_NEAR(*number_of(lines, "line_rp", 3), 2.0 * 10000.0 * 365.0 / 12.0, 1e-6);
    EXPECT_THAT(values_of(lines, "poor_households"), ElementsAre("2", "5", "5", "5", "2"));
    EXPECT_THAT(run.told(core::Severity::Information), ElementsAre(HasSubstr("= Rp 608,333 per head a month.")));
}

TEST(Poverty, WarnsOfALineThatIsNotVerified) {
    PovertyRun run({poor_of("A", 2, 5)});
    run.give("lines", "bulungan");
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("bulungan (Kabupaten Bulungan, by the paper on Tanjung Selor, Rp "
                                                      "179,744) is not verified.")));
}

TEST(Poverty, AnswersInSentences) {
    PovertyRun run({poor_of("A", 2, 40)});
    run.with_lines({200});
    EXPECT_EQ(run.run().summary.front().english,
              "Poor by own line Rp 200 per head a month: 5.0 % of the households (95 % interval 1.4 % to 17 %) "
              "and 5.0 % of the persons.");
}

TEST(Poverty, TellsOnlyOfTheLowestAndTheHighestOfManyLines) {
    PovertyRun run({poor_of("A", 2, 40)});
    run.with_lines({300.5, 150, 400, 200});
    const auto results = run.run();
    ASSERT_EQ(results.summary.size(), 2U);
    EXPECT_THAT(results.summary[0].english, HasSubstr("Rp 150 per head"));
    EXPECT_THAT(results.summary[1].english, HasSubstr("Rp 400 per head"));
    EXPECT_TRUE(figure(results, "line_300_5_poor_households_share"));
}

TEST(Poverty, HasTheColumnsThatItDeclaresWithTheLinesOwnNames) {
    PovertyRun run({poor_of("A", 2, 40)});
    run.with_lines({200});
    const auto results = run.run();
    auto declared = names_of(run.analysis.outputs[0].columns);
    std::erase_if(declared,
                  [](const std::string& name) { return name.starts_with("sajogyo") || name.starts_with("decile"); });
    for (auto& name : declared) {
        if (name.starts_with("line_")) name.insert(4, "_200");
    }
    EXPECT_EQ(names_of(layer_of(results, "poverty").columns), declared);
    EXPECT_EQ(names_of(layer_of(results, "poverty_lines").columns), names_of(run.analysis.outputs[2].columns));
    EXPECT_THAT(layer_of(results, "poverty").styles.front().name, "line_200");
}

TEST(Poverty, IsTheSameInAnyOrderOfRowsAndForAnyNumberOfThreads) {
    VillageRows village{"A", {}};
    for (int i = 0; i < 30; ++i) {
        village.incomes.push_back(100.0 + 10.0 * (i * 7 % 13));
        village.persons.push_back(1.0 + i % 5);
        village.weights.push_back(1.0 + i % 3);
    }
    auto turned = village;
    std::ranges::reverse(turned.incomes);
    std::ranges::reverse(turned.persons);
    std::ranges::reverse(turned.weights);
    std::vector<std::vector<std::string>> found;
    for (const auto& [rows, threads] : {std::pair{village, 1}, {village, 4}, {turned, 2}}) {
        PovertyRun run({rows, poor_of("B", 3, 9)});
        run.with_weights();
        run.with_lines({150, 180});
        const auto results = run.run(core::Language::English, threads);
        std::vector<std::string> all;
        for (const auto& layer : results.layers) {
            for (const auto& column : layer.columns) {
                for (const auto& value : values_of(layer, column.name())) all.push_back(column.name() + " " + value);
            }
        }
        found.push_back(std::move(all));
    }
    EXPECT_EQ(found[1], found[0]);
    EXPECT_EQ(found[2], found[0]);
}

}  // namespace
}  // namespace desakota::analyses
