// Reading and writing of whole layers. Run on demand: desakota_benchmarks --benchmark_filter=Write
#include <benchmark/benchmark.h>
#include <string>
#include <vector>

#include "tests/io/support/temporary_folder.h"
#include "tests/support/region.h"

#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/io/read_layer.h"
#include "engine/io/source.h"
#include "engine/io/write_layers.h"

namespace desakota::test_support {
namespace {

void write(const std::vector<layers::Layer>& layers, const std::string& path) {
    core::SilentProgress progress;
    io::write_layers(layers, {path, true, core::Language::English}, progress);
}

void count_rows(benchmark::State& state, std::size_t rows) {
    state.SetItemsProcessed(static_cast<std::int64_t>(rows) * state.iterations());
}

void make_region_in_memory(benchmark::State& state, Size size) {
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(make_region(size));
}

void write_roads(benchmark::State& state, Size size, const std::string& name) {
    const io::TemporaryFolder folder;
    const std::vector<layers::Layer> roads{make_region(size).roads};
    for ([[maybe_unused]] auto _ : state) write(roads, folder.file(name));
    count_rows(state, roads[0].row_count);
}

void read_roads(benchmark::State& state, Size size, const std::string& name) {
    const io::TemporaryFolder folder;
    const auto path = folder.file(name);
    write({make_region(size).roads}, path);
    std::size_t rows = 0;
    for ([[maybe_unused]] auto _ : state) {
        core::Diagnostics diagnostics;
        core::SilentProgress progress;
        auto source = io::open_source(io::parse_source(path), diagnostics);
        const auto read = source.read({"class", "name"}, progress, diagnostics);
        rows = read.layer.row_count;
    }
    count_rows(state, rows);
}

BENCHMARK_CAPTURE(make_region_in_memory, S, Size::S)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(make_region_in_memory, M, Size::M)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(make_region_in_memory, L, Size::L)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_roads, S_gpkg, Size::S, "roads.gpkg")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_roads, M_gpkg, Size::M, "roads.gpkg")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_roads, M_fgb, Size::M, "roads.fgb")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_roads, S_gpkg, Size::S, "roads.gpkg")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_roads, M_gpkg, Size::M, "roads.gpkg")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_roads, M_fgb, Size::M, "roads.fgb")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace desakota::test_support
