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

/// A scenario of another region's roads and facilities, and without one of its own.
void change(MiniRun& mini) {
    auto others = random_layers(kSeed + 1);
    mini.arguments.layers["added-roads"].push_back(others.at("roads"));
    mini.arguments.layers["added-facilities"].push_back(others.at("facilities"));
    mini.arguments.layers["removed-roads"].push_back(mini.arguments.layers["roads"].front());
}

/// The first roads of a layer, which lie on no other.
layers::Layer some_of(const layers::Layer& roads) {
    constexpr std::size_t kCount = 4;
    auto some = roads;
    some.geometry = {};
    for (std::size_t row = 0; row < kCount; ++row) {
        const auto parts = roads.geometry.parts(row);
        for (auto part = parts.first; part < parts.last; ++part) {
            some.geometry.add_part(roads.geometry.role(part), roads.geometry.coordinates(part));
        }
        some.geometry.end_feature();
    }
    some.feature_ids.resize(kCount);
    some.row_count = kCount;
    return some;
}

/// A scenario of the region's own roads, changed, with times.
void change_in_time(MiniRun& mini) {
    auto others = random_layers(kSeed + 1);
    mini.arguments.layers["added-roads"].push_back(others.at("roads"));
    mini.arguments.layers["changed-roads"].push_back(some_of(mini.arguments.layers["roads"].front()));
    mini.give("default-speed", 30.0);
    mini.give("threshold-min", 10.0);
}

/// One of the cases: "compare-scenarios in time" is the analysis before the blank.
struct Case {
    explicit Case(const std::string& name)
        : analysis(*std::ranges::find(catalogue(), name.substr(0, name.find(' ')), &Analysis::id)),
          in_time(name.ends_with("in time")) {}

    const Analysis& analysis;
    bool in_time;
};

/// A run over the region, with a cancel; nothing where it was cancelled.
std::optional<Results> run(const Case& one, CancelAt& progress) {
    const auto& analysis = one.analysis;
    MiniRun mini(analysis);
    for (auto& [name, layer] : random_layers(kSeed)) {
        if (analysis.find(name) != nullptr) mini.arguments.layers[name].push_back(layer);
        if (name == "centres" && analysis.find("destinations") != nullptr) {
            mini.arguments.layers["destinations"].push_back(layer);
        }
    }
    mini.find("families-field", "kk");
    if (analysis.find("added-roads") != nullptr) one.in_time ? change_in_time(mini) : change(mini);
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
    const Case case_{GetParam()};
};

TEST_P(CancelledRuns, ProgressNeverFallsAndEndsAtOne) {
    CancelAt never;
    ASSERT_TRUE(run(case_, never));
    EXPECT_THAT(never.first_fall(), testing::IsEmpty());
    EXPECT_EQ(never.reported.back(), 1.0);
}

TEST_P(CancelledRuns, ACancelAtAnyReportLeavesNoResultAndNoTrace) {
    CancelAt never;
    const auto expected = content(run(case_, never).value_or(Results{}));
    for (std::size_t report = 1; report < never.reported.size(); ++report) {
        CancelAt progress(report);
        ASSERT_FALSE(run(case_, progress)) << "report " << report;
        // It is heard at once: the report that comes with it is the last.
        ASSERT_EQ(progress.reported.size(), report);
    }
    CancelAt again;
    EXPECT_EQ(content(run(case_, again).value_or(Results{})), expected);
    EXPECT_EQ(again.reported, never.reported);
}

INSTANTIATE_TEST_SUITE_P(AllAnalyses, CancelledRuns,
                         testing::Values("health-access", "distance-to-centre", "od-matrix", "service-areas",
                                         "check-network", "compare-scenarios", "compare-scenarios in time"),
                         [](const auto& named) {
                             auto name = named.param;
                             std::ranges::replace(name, '-', '_');
                             std::ranges::replace(name, ' ', '_');
                             return name;
                         });

}  // namespace
}  // namespace desakota::analyses
