// Analyses of household tables, with layers in memory: a million households in 83,000 villages. Run on demand:
// desakota_benchmarks --benchmark_filter=welfare. Counter: the most memory that the process has held, in megabytes.
#include <benchmark/benchmark.h>
#include <cmath>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "tests/analyses/mini_run.h"
#include "tests/support/random.h"

#include "engine/analyses/inequality.h"
#include "engine/analyses/poverty.h"

namespace desakota::analyses {
namespace {

constexpr std::size_t kVillages = 83000;
constexpr std::size_t kHouseholds = 1000000;
constexpr int kThreads = 2;

layers::Layer villages() {
    layers::Layer layer;
    layer.source = "desa";
    auto& ids = layer.add_column({"kode_desa", layers::ColumnType::Text, "", {}});
    for (std::size_t i = 0; i < kVillages; ++i) ids.add_text(std::to_string(1100000000 + i));
    auto& provinces = layer.add_column({"provinsi", layers::ColumnType::Text, "", {}});
    for (std::size_t i = 0; i < kVillages; ++i) provinces.add_text(std::to_string(i * 38 / kVillages));
    auto& families = layer.add_column({"jumlah_kk", layers::ColumnType::WholeNumber, "", {}});
    for (std::size_t i = 0; i < kVillages; ++i) families.add_whole_number(static_cast<std::int64_t>(300 + i % 900));
    layer.row_count = kVillages;
    return layer;
}

layers::Layer households() {
    test_support::Random random(1);
    layers::Layer layer;
    layer.source = "rumah_tangga";
    layer.add_column({"kode_desa", layers::ColumnType::Text, "", {}});
    layer.add_column({"jumlah_art", layers::ColumnType::WholeNumber, "", {}});
    layer.add_column({"pendapatan", layers::ColumnType::Number, "", {}});
    layer.add_column({"bobot", layers::ColumnType::Number, "", {}});
    for (std::size_t i = 0; i < kHouseholds; ++i) {
        layer.columns[0].add_text(std::to_string(1100000000 + random.below(kVillages)));
        const auto persons = static_cast<std::int64_t>(1 + random.below(8));
        layer.columns[1].add_whole_number(persons);
        layer.columns[2].add_number(static_cast<double>(persons) * std::exp(13.0 + 0.6 * random.about_normal()));
        layer.columns[3].add_number(random.between(50.0, 150.0));
    }
    layer.row_count = kHouseholds;
    return layer;
}

/// A run with the fields that the analysis asks for of those that the layers have.
struct WelfareRun : MiniRun {
    explicit WelfareRun(Analysis described) : MiniRun(std::move(described)) {
        static const auto of_villages = villages();
        static const auto of_households = households();
        arguments.layers["settlements"].push_back(of_villages);
        arguments.layers["households"].push_back(of_households);
        find("id-field", "kode_desa");
        find("families-field", "jumlah_kk");
        find("household-settlement-field", "kode_desa");
        find("persons-field", "jumlah_art");
        find("income-field", "pendapatan");
    }
};

void measure(benchmark::State& state, WelfareRun& run) {
    for (auto _ : state) benchmark::DoNotOptimize(run.run(core::Language::English, kThreads).layers.size());
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    state.counters["memory_mb"] = static_cast<double>(used.ru_maxrss) / 1024.0;
}

/// Arguments: replications, whether there are survey weights, whether by province too.
void welfare_poverty(benchmark::State& state) {
    WelfareRun run(describe_poverty());
    run.give("lines", "bps_2018_03,bps_2019_03,world_bank_3_00");
    run.give("replications", static_cast<double>(state.range(0)));
    if (state.range(1) != 0) run.find("weight-field", "bobot");
    if (state.range(2) != 0) run.find("group-field", "provinsi");
    measure(state, run);
}
BENCHMARK(welfare_poverty)
    ->Args({0, 0, 0})
    ->Args({1000, 0, 0})
    ->Args({1000, 1, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1);

/// The same arguments.
void welfare_inequality(benchmark::State& state) {
    WelfareRun run(describe_inequality());
    run.give("replications", static_cast<double>(state.range(0)));
    if (state.range(1) != 0) run.find("weight-field", "bobot");
    if (state.range(2) != 0) run.find("group-field", "provinsi");
    measure(state, run);
}
BENCHMARK(welfare_inequality)
    ->Args({0, 0, 0})
    ->Args({1000, 0, 0})
    ->Args({1000, 1, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Iterations(1);

}  // namespace
}  // namespace desakota::analyses
