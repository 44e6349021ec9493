#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/check_network.h"
#include "engine/analyses/distance_to_centre.h"
#include "engine/analyses/health_access.h"

namespace desakota::analyses {
namespace {

/// Cancelled from the n-th time on that it is asked.
class CancelAt final : public core::Progress {
public:
    explicit CancelAt(int n) : left_(n) {}
    void report(double fraction) override {
        EXPECT_GE(fraction, last_);
        EXPECT_LE(fraction, 1.0);
        last_ = fraction;
    }
    [[nodiscard]] bool cancelled() const override { return --left_ < 0; }

private:
    mutable int left_;
    double last_ = 0.0;
};

/// Settlements, facilities (as centres, too) and a road that is broken twice.
struct BrokenRoadRun : MiniRun {
    explicit BrokenRoadRun(Analysis described) : MiniRun(std::move(described)) {
        add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(2000)})
                         .line({metres(2020), metres(4000)})
                         .line({metres(4002), metres(9000)}));
        add("settlements", LayerMaker("desa").points({metres(1000)}).points({metres(7000)}).numbers("kk", {10, 20}));
        if (analysis.find("families-field") != nullptr) find("families-field", "kk");
        add(analysis.find("centres") != nullptr ? "centres" : "facilities",
            LayerMaker("faskes").points({metres(0)}).points({metres(8000)}).texts("nama", {"A", "B"}));
        if (analysis.find("verify") != nullptr) give("verify", 2.0);
    }
};

class Cancelled : public testing::TestWithParam<Analysis (*)()> {};

TEST_P(Cancelled, AtAnyReportEndsTheRunAsInterruptedAndNothingElse) {
    const auto whole = BrokenRoadRun(GetParam()()).run().layers;
    int cancels = 0;
    for (bool done = false; !done; ++cancels) {
        ASSERT_LT(cancels, 10'000);
        BrokenRoadRun run(GetParam()());
        CancelAt progress(cancels);
        RunContext context{progress, run.diagnostics, core::Language::English, 2};
        try {
            const auto results = run.analysis.run(run.arguments, context);
            done = true;
            ASSERT_EQ(results.layers.size(), whole.size());
            EXPECT_EQ(results.layers.front().row_count, whole.front().row_count);
        } catch (const core::Cancelled& cancelled) {
            EXPECT_EQ(cancelled.status(), core::ExitStatus::Interrupted);
        }
    }
    EXPECT_GT(cancels, 5);
}

INSTANTIATE_TEST_SUITE_P(Every, Cancelled,
                         testing::Values(&describe_health_access, &describe_distance_to_centre,
                                         &describe_check_network));

}  // namespace
}  // namespace desakota::analyses
