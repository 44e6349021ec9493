#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>

#include "tests/analyses/mini_run.h"
#include "tests/analyses/random_layers.h"
#include "tests/support/cancel_at.h"

#include "engine/analyses/registry.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

using test_support::CancelAt;

constexpr std::uint64_t kSeed = 7;

/// A run of `analysis` over the region, with a cancel; nothing where it was cancelled.
std::optional<Results> run(const Analysis& analysis, CancelAt& progress) {
    MiniRun mini(analysis);
    for (auto& [name, layer] : random_layers(kSeed)) {
        if (analysis.find(name) != nullptr) mini.arguments.layers[name].push_back(layer);
    }
    mini.find("families-field", "kk");
    RunContext context{progress, mini.diagnostics, core::Language::English, 1};
    try {
        return analysis.run(mini.arguments, context);
    } catch (const core::Cancelled&) {
        return std::nullopt;
    }
}

/// All that a layer holds, as text.
std::vector<std::string> content(const layers::Layer& layer) {
    std::vector<std::string> lines{layer.name};
    for (const auto& column : layer.columns) {
        for (const auto& value : values_of(layer, column.name())) lines.push_back(column.name() + " " + value);
    }
    for (const auto& place : layer.geometry.all_coordinates()) {
        lines.push_back(core::number_text(place.x) + " " + core::number_text(place.y));
    }
    return lines;
}

std::vector<std::vector<std::string>> content(const Results& results) {
    std::vector<std::vector<std::string>> all;
    for (const auto& layer : results.layers) all.push_back(content(layer));
    return all;
}

class CancelledRuns : public testing::TestWithParam<std::string> {
protected:
    const Analysis& analysis_ = *std::ranges::find(catalogue(), GetParam(), &Analysis::id);
};

TEST_P(CancelledRuns, ProgressNeverFallsAndEndsAtOne) {
    CancelAt never;
    ASSERT_TRUE(run(analysis_, never));
    EXPECT_THAT(never.first_fall(), testing::IsEmpty());
    EXPECT_EQ(never.reported.back(), 1.0);
}

TEST_P(CancelledRuns, ACancelAtAnyReportLeavesNoResultAndNoTrace) {
    CancelAt never;
    const auto expected = content(run(analysis_, never).value_or(Results{}));
    for (std::size_t report = 1; report < never.reported.size(); ++report) {
        CancelAt progress(report);
        ASSERT_FALSE(run(analysis_, progress)) << "report " << report;
        // It is heard at once: the report that comes with it is the last.
        ASSERT_EQ(progress.reported.size(), report);
    }
    CancelAt again;
    EXPECT_EQ(content(run(analysis_, again).value_or(Results{})), expected);
    EXPECT_EQ(again.reported, never.reported);
}

INSTANTIATE_TEST_SUITE_P(AllAnalyses, CancelledRuns,
                         testing::Values("health-access", "distance-to-centre", "check-network"),
                         [](const auto& named) {
                             auto name = named.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace desakota::analyses
