#include "engine/analyses/welfare_disclosure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/poverty_run.h"

namespace desakota::analyses {
namespace {

using testing::Each;
using testing::ElementsAre;

SettlementSet total_of(std::uint32_t settlements) {
    SettlementSet set{"total", "total", {}};
    for (std::uint32_t i = 0; i < settlements; ++i) set.members.push_back(i);
    return set;
}

TEST(WithheldRows, AreNoneWhereAllRestOnEnough) {
    const auto rows = withheld_rows({5, 40, 0}, {total_of(3)});
    EXPECT_THAT(rows.settlements, Each(false));
    EXPECT_THAT(rows.sets, Each(false));
}

TEST(WithheldRows, TakeTheNextSmallestWhereOneAloneIsHidden) {
    EXPECT_THAT(withheld_rows({12, 3, 30, 7, 0}, {total_of(5)}).settlements,
                ElementsAre(false, true, false, true, false));
}

TEST(WithheldRows, TakeMoreWhereTheHiddenTogetherAreStillFew) {
    EXPECT_THAT(withheld_rows({1, 2, 9, 8}, {total_of(4)}).settlements, ElementsAre(true, true, false, true));
    EXPECT_THAT(withheld_rows({3, 2, 9, 8}, {total_of(4)}).settlements, ElementsAre(true, true, false, false));
}

TEST(WithheldRows, HideGroupsThatFollowFromTheTotal) {
    const std::vector<SettlementSet> sets{{"kec", "X", {0, 1}}, {"kec", "Y", {2}}, {"kec", "Z", {3, 4}}, total_of(5)};
    const auto rows = withheld_rows({20, 10, 3, 6, 8}, sets);
    EXPECT_THAT(rows.sets, ElementsAre(false, true, true, false));
    EXPECT_THAT(rows.settlements, ElementsAre(false, false, true, true, false));
}

TEST(WithheldRows, HideASumThatIsThatOfOneHiddenSettlement) {
    const std::vector<SettlementSet> sets{{"kec", "X", {0}}, {"kec", "Y", {1, 2, 3}}, {"kec", "Z", {4}}, total_of(5)};
    const auto rows = withheld_rows({6, 3, 20, 30, 9}, sets);
    EXPECT_TRUE(rows.settlements[1]);
    for (std::size_t set = 0; set + 1 < sets.size(); ++set) {
        std::size_t hidden = 0;
        for (const auto settlement : sets[set].members) hidden += rows.settlements[settlement] ? 1U : 0U;
        EXPECT_TRUE(rows.sets[set] || hidden != 1) << set;
    }
}

/// So many poor (at 100) and others (at 300).
VillageRows village(const std::string& id, std::size_t poor, std::size_t others) {
    VillageRows rows{id, std::vector<double>(poor, 100.0)};
    rows.incomes.insert(rows.incomes.end(), others, 300.0);
    return rows;
}

TEST(WelfareBases, LeaveNoHiddenSettlementToBeWorkedOutFromTheTotal) {
    PovertyRun run({village("A", 1, 19), village("B", 1, 2), village("C", 2, 10), village("D", 2, 13)});
    run.with_lines({200});
    const auto results = run.run();
    const auto& layer = layer_of(results, "poverty");
    const auto& summary = layer_of(results, "poverty_summary");
    const auto poor = [](const layers::Layer& of, std::size_t row) {
        return number_of(of, "line_200_poor_households_share", row).value_or(0.0) *
               number_of(of, "n", row).value_or(0.0);
    };
    double rest = poor(summary, 0);
    for (std::size_t row = 0; row < layer.row_count; ++row) rest -= poor(layer, row);
    EXPECT_EQ(values_of(layer, "status")[1], "withheld");
    EXPECT_EQ(values_of(layer, "status")[2], "withheld");
    EXPECT_NEAR(rest, 3.0, 1e-9);  // of B and C together; B alone has 1
    EXPECT_EQ(values_of(layer, "reason")[2], withheld_for_others_text().english);
}

}  // namespace
}  // namespace desakota::analyses
