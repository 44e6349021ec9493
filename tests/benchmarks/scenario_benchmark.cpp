// What a planner waits for in a meeting: one change after another on roads that are read and cleaned already; and areas
// of service. Layers are in memory before and after. Run on demand: desakota_benchmarks --benchmark_filter=in_memory.
// CPU is that of all threads.
#include <benchmark/benchmark.h>
#include <memory>
#include <string>

#include "tests/analyses/mini_run.h"
#include "tests/benchmarks/ten_roads.h"
#include "tests/support/region.h"

#include "engine/analyses/compare_scenarios.h"
#include "engine/analyses/kept_networks.h"
#include "engine/analyses/service_areas.h"

namespace desakota::test_support {
namespace {

const Region& region_m() {
    static const Region region = make_region(Size::M);
    return region;
}

layers::Layer called(layers::Layer layer, const std::string& source) {
    layer.source = source;
    return layer;
}

/// A run on region M.
struct RegionRun : analyses::MiniRun {
    explicit RegionRun(analyses::Analysis described) : MiniRun(std::move(described)) {
        arguments.layers["roads"] = {called(region_m().roads, "roads")};
        arguments.layers["settlements"] = {called(region_m().settlements, "settlements")};
        arguments.layers["facilities"] = {called(region_m().facilities, "facilities")};
        find("families-field", "families");
        find("group-field", "kecamatan");
        find("class-field", "class");
    }
    analyses::Results run_with(analyses::KeptNetworks& networks) {
        analyses::RunContext with_networks{progress, diagnostics, core::Language::English, 2, &networks};
        return analysis.run(arguments, with_networks);
    }
};

/// Ten roads that are built where there are none, or the first ten, paved.
enum class Change : std::uint8_t { Added, Changed };

layers::Layer first_ten(const layers::Layer& roads) {
    auto ten = roads;
    ten.geometry = {};
    ten.columns.clear();
    ten.feature_ids.clear();
    auto& classes = ten.add_column({"class", layers::ColumnType::Text, "", {}});
    for (ten.row_count = 0; ten.row_count < 10; ++ten.row_count) {
        const auto part = roads.geometry.parts(ten.row_count).first;
        ten.geometry.add_part(geo::PartRole::Line, roads.geometry.coordinates(part));
        ten.geometry.end_feature();
        ten.feature_ids.push_back(static_cast<std::int64_t>(ten.row_count));
        classes.add_text("primary");
    }
    return ten;
}

struct ScenarioRun : RegionRun {
    explicit ScenarioRun(Change change) : RegionRun(analyses::describe_compare_scenarios()) {
        if (change == Change::Added) {
            arguments.layers["added-roads"] = {ten_roads(region_m().settlements)};
            return;
        }
        arguments.layers["changed-roads"] = {first_ten(region_m().roads)};
        find("changed-class-field", "class");
    }
};

/// After a first scenario on the same roads.
void scenario_in_memory(benchmark::State& state, Change change) {
    analyses::KeptNetworks networks(std::make_shared<analyses::NetworkStore>(1), {{"roads", {"region M"}}});
    static_cast<void>(ScenarioRun(change).run_with(networks));
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        ScenarioRun run(change);
        state.ResumeTiming();
        auto results = run.run_with(networks);
        benchmark::DoNotOptimize(results);
        state.PauseTiming();
        results = {};
        state.ResumeTiming();
    }
}

void service_areas_in_memory(benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        RegionRun run(analyses::describe_service_areas());
        run.arguments.numbers["bands"] = {1000.0, 3000.0, 5000.0};
        state.ResumeTiming();
        benchmark::DoNotOptimize(run.run());
    }
}

BENCHMARK_CAPTURE(scenario_in_memory, added_M, Change::Added)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK_CAPTURE(scenario_in_memory, changed_M, Change::Changed)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(service_areas_in_memory)
    ->Name("service_areas_in_memory/M")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace desakota::test_support
