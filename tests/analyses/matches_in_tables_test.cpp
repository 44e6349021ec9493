#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/hinterland_run.h"
#include "tests/analyses/match_list.h"
#include "tests/analyses/poverty_run.h"

#include "engine/analyses/registry.h"

namespace desakota::analyses {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Two villages, S1 and S2, with ten households each; the table calls them as told.
struct CalledRun : PovertyRun {
    CalledRun(const std::string& first, const std::string& second) {
        settle({"S1", "S2"});
        fill({poor_of(first, 4, 10), poor_of(second, 7, 10)});
        with_lines({200.0});
    }
};

TEST(MatchesInPoverty, GiveTheSameResultsByNamesAsByIds) {
    CalledRun by_ids("S1", "S2");
    CalledRun by_names("Suka Maju", "mulyasari");
    by_names.add("matches", match_list({{"", "SUKA MAJU", "", "S1", "1"}, {"", "Mulyasari", "A", "S2", "1"}}));
    const auto expected = by_ids.run();
    const auto found = by_names.run();
    ASSERT_EQ(found.layers.size(), expected.layers.size());
    for (std::size_t i = 0; i < expected.layers.size(); ++i) {
        for (const auto& column : expected.layers[i].columns) {
            EXPECT_EQ(values_of(found.layers[i], column.name()), values_of(expected.layers[i], column.name()));
        }
    }
    EXPECT_THAT(by_names.warnings(), Not(Contains(HasSubstr("left out"))));
}

TEST(MatchesInPoverty, TellNamesApartByTheKecamatanField) {
    CalledRun run("Sukamaju", "Sukamaju");
    auto& table = run.arguments.layers["households"][0];
    auto& kecamatan = table.add_column({"kec", layers::ColumnType::Text, "", {}});
    for (int i = 0; i < 20; ++i) kecamatan.add_text(i < 10 ? "A" : "B");
    run.add("matches", match_list({{"", "Sukamaju", "A", "S1", "1"}, {"", "Sukamaju", "B", "S2", "1"}}));
    EXPECT_THAT(run.failure().second, HasSubstr("accepted for several settlements"));
    run.name("household-kecamatan-field", "kec");
    run.diagnostics = core::Diagnostics();
    const auto results = run.run();
    EXPECT_THAT(values_of(results.layers[0], "households"), ElementsAre("10", "10"));
}

TEST(MatchesInPoverty, AreRefusedWithoutEffect) {
    CalledRun unused("S1", "S2");
    unused.add("matches", match_list({{"", "Sukamaju", "", "S1", "1"}}));
    EXPECT_THAT(unused.failure().second, HasSubstr("--matches has no effect"));
    CalledRun without("S1", "S2");
    without.arguments.layers.erase("households");
    without.add_numbers("miskin", {0.1, 0.2});
    without.name("poor-share-fields", "miskin");
    without.add("matches", match_list({{"", "Sukamaju", "", "S1", "1"}}));
    EXPECT_THAT(without.failure().second, HasSubstr("--matches has no effect without --households"));
    CalledRun field("S1", "S2");
    field.name("household-kecamatan-field", "kode");
    EXPECT_THAT(field.failure().second, HasSubstr("--household-kecamatan-field has no effect without --matches"));
}

TEST(MatchesInPoverty, PointToMatchNamesWhereNoRowBelongsToASettlement) {
    CalledRun run("Suka Maju", "Mulyasari");
    EXPECT_THAT(run.failure().second, HasSubstr("let match-names find the settlements and give its list with "
                                                "--matches"));
}

/// A run whose activities took place in "Alfa" and in "B".
struct ActivityRun : HinterlandRun {
    ActivityRun() {
        add("activities",
            LayerMaker("kegiatan.csv", "").nothing().nothing().texts("desa", {"Alfa", "B"}).numbers("peserta", {5, 7}));
        find("activity-settlement-field", "desa");
        find("participants-field", "peserta");
    }
};

TEST(MatchesInActivities, GiveTheSettlement) {
    ActivityRun unknown;
    EXPECT_THAT(unknown.failure().second, HasSubstr("'desa' holds settlements that are not in desa: \"Alfa\""));
    ActivityRun run;
    run.find("id-field", "nama");
    run.add("matches", match_list({{"", "Alfa", "", "A", "1"}}));
    EXPECT_EQ(run.failure().second, "");
}

TEST(MatchesInHinterland, AreRefusedWithoutATableThatTheyTellOf) {
    HinterlandRun run;
    run.add("matches", match_list({{"", "Alfa", "", "A", "1"}}));
    const auto [status, problem] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_EQ(problem,
              "--matches has no effect without --flows or --activities: give the table as well, or leave the "
              "list out.");
}

TEST(EveryAnalysisOfATable, TakesMatches) {
    for (const auto& analysis : catalogue()) {
        const bool has_table = analysis.find("households") != nullptr || analysis.find("flows") != nullptr ||
                               analysis.find("table") != nullptr;
        EXPECT_EQ(analysis.find("matches") != nullptr, has_table) << analysis.id;
        EXPECT_THAT(catalogue_faults({analysis}), IsEmpty());
    }
}

}  // namespace
}  // namespace desakota::analyses
