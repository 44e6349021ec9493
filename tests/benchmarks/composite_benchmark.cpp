// IDM of all villages of Indonesia, and how sure their ranks are.
#include <benchmark/benchmark.h>

#include "tests/support/random.h"

#include "engine/core/parallel.h"
#include "engine/welfare/next_class.h"
#include "engine/welfare/rank_uncertainty.h"

namespace {

using namespace desakota;

constexpr std::size_t kVillages = 83000;

/// Scores from 0 to 5.
welfare::IndicatorColumns random_scores() {
    test_support::Random random(1);
    welfare::IndicatorColumns columns(welfare::built_in_scheme("idm-2016")->indicators.size());
    for (auto& column : columns) {
        for (std::size_t row = 0; row < kVillages; ++row) column.push_back(static_cast<double>(random.below(6)));
    }
    return columns;
}

/// Scores, statuses and the steps to the next one.
void idm_of_all_villages(benchmark::State& state) {
    const auto& scheme = *welfare::built_in_scheme("idm-2016");
    const auto values = random_scores();
    const std::vector<double> costs(values.size(), 1.0);
    core::SilentProgress progress;
    for (auto _ : state) {
        const auto composite = welfare::compute_composite(scheme, values, core::thread_count(0), progress);
        core::parallel_for(kVillages, {core::thread_count(0), 256}, progress, [&](std::size_t begin, std::size_t end) {
            for (auto row = begin; row < end; ++row) {
                benchmark::DoNotOptimize(welfare::next_class(scheme, composite, row, costs));
            }
        });
    }
}
BENCHMARK(idm_of_all_villages)->Unit(benchmark::kMillisecond)->Iterations(1);

void thousand_rankings_of_all_villages(benchmark::State& state) {
    const auto& scheme = *welfare::built_in_scheme("idm-2016");
    const auto values = random_scores();
    core::SilentProgress progress;
    const auto composite = welfare::compute_composite(scheme, values, core::thread_count(0), progress);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            welfare::rank_intervals({scheme, values, composite}, {1, 1000}, core::thread_count(0), progress));
    }
}
BENCHMARK(thousand_rankings_of_all_villages)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
