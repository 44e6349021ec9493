#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/poverty_run.h"
#include "tests/support/cancel_at.h"

namespace desakota::analyses {
namespace {

using test_support::CancelAt;

/// Survey weights, two groups, Sajogyo's classes and one settlement whose replications all threads draw together.
struct FullRun : PovertyRun {
    FullRun() : PovertyRun({poor_of("A", 2, 60), poor_of("B", 5, 9), poor_of("C", 1, 3)}) {
        auto& groups = arguments.layers["settlements"][0].add_column({"kec", layers::ColumnType::Text, "", {}});
        for (const char* name : {"X", "Y", "Y"}) groups.add_text(name);
        find("group-field", "kec");
        with_weights();
        with_lines({150, 200});
        give("sajogyo", "six_1997");
        give("rice-price", 5.0);
        give("replications", 80000.0);
    }
};

std::optional<std::size_t> layers_of_run(CancelAt& progress) {
    FullRun run;
    RunContext context{progress, run.diagnostics, core::Language::English, 1};
    try {
        return run.analysis.run(run.arguments, context).layers.size();
    } catch (const core::Cancelled&) {
        return std::nullopt;
    }
}

TEST(PovertyCancelled, ProgressNeverFallsAndEndsAtOne) {
    CancelAt never;
    ASSERT_EQ(layers_of_run(never), 3U);
    EXPECT_THAT(never.first_fall(), testing::IsEmpty());
    EXPECT_EQ(never.reported.back(), 1.0);
}

TEST(PovertyCancelled, ACancelIsHeardAtOnce) {
    CancelAt never;
    ASSERT_TRUE(layers_of_run(never));
    for (std::size_t report = 1; report < never.reported.size(); report += 1 + never.reported.size() / 12) {
        CancelAt progress(report);
        EXPECT_FALSE(layers_of_run(progress)) << "report " << report;
        EXPECT_EQ(progress.reported.size(), report);
    }
}

}  // namespace
}  // namespace desakota::analyses
