#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

#include "tests/analyses/random_layers.h"
#include "tests/cli/analysis_words.h"
#include "tests/support/cancel_at.h"
#include "tests/support/run_tool.h"

#include "engine/analyses/registry.h"
#include "engine/cli/run_analysis.h"
#include "engine/io/write_layers.h"

namespace desakota::cli {
namespace {

using test_support::CancelAt;
using testing::ElementsAre;

/// Whole runs, from a file to a file.
class CancelledRuns : public testing::Test {
protected:
    CancelledRuns() {
        std::vector<layers::Layer> layers;
        for (auto& [name, layer] : analyses::random_layers(3)) layers.push_back(layer);
        core::SilentProgress progress;
        io::write_layers(layers, {region_, false, core::Language::English}, progress);
    }

    /// Whether the run came to its end.
    bool run(const std::string& output, CancelAt& progress) const {
        const auto& analysis = *std::ranges::find(analyses::catalogue(), "health-access", &analyses::Analysis::id);
        const auto values =
            read_words(analysis, {"--roads", region_ + "|layername=roads", "--settlements",
                                  region_ + "|layername=settlements", "--facilities", region_ + "|layername=facilities",
                                  "--output", output, "--overwrite", "--threads", "1"});
        Outcome outcome;
        try {
            run_analysis(analysis, values, {}, progress, outcome);
        } catch (const core::Cancelled&) {
            EXPECT_EQ(outcome.output, "");
            return false;
        }
        return true;
    }

    tests::TemporaryFolder folder_;
    tests::TemporaryFolder results_;
    std::string region_ = folder_.file("region.gpkg");
};

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST_F(CancelledRuns, ProgressNeverFallsAndEndsAtOne) {
    CancelAt never;
    ASSERT_TRUE(run(results_.file("r.gpkg"), never));
    EXPECT_THAT(never.first_fall(), testing::IsEmpty());
    EXPECT_EQ(never.reported.back(), 1.0);
}

TEST_F(CancelledRuns, ACancelAtAnyReportWritesNothing) {
    CancelAt never;
    ASSERT_TRUE(run(folder_.file("r.csv"), never));
    for (std::size_t report = 1; report < never.reported.size(); ++report) {
        CancelAt progress(report);
        ASSERT_FALSE(run(results_.file("r.csv"), progress)) << "report " << report;
        ASSERT_THAT(results_.names(), ElementsAre()) << "report " << report;
    }
}

TEST_F(CancelledRuns, ACancelAtAnyReportLeavesTheOldResultAsItWas) {
    const auto output = results_.file("r.gpkg");
    CancelAt never;
    ASSERT_TRUE(run(output, never));
    const auto names = results_.names();
    const auto before = bytes_of(output);
    for (std::size_t report = 1; report < never.reported.size(); ++report) {
        CancelAt progress(report);
        ASSERT_FALSE(run(output, progress)) << "report " << report;
        ASSERT_EQ(results_.names(), names) << "report " << report;
        ASSERT_EQ(bytes_of(output), before) << "report " << report;
    }
}

}  // namespace
}  // namespace desakota::cli
