// The cost matrix of a region that stands in a file, from file to checksum on two threads. Run on demand, with the path
// of a GeoPackage that has the layers roads, settlements and centres:
// DESAKOTA_REGION=region.gpkg desakota_benchmarks --benchmark_filter=matrix_from_file
// Counters: seconds of each stage, peak memory, checksum.
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdlib>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/io/read_layer.h"
#include "engine/io/source.h"
#include "engine/paths/cost_matrix.h"

namespace desakota::test_support {
namespace {

constexpr core::Parallel kParallel{.threads = 2};

layers::Layer read(const std::string& path, const std::string& layer) {
    core::Diagnostics diagnostics;
    core::SilentProgress silent;
    auto read =
        io::open_source(io::parse_source(path + "|layername=" + layer), diagnostics).read({}, silent, diagnostics);
    diagnostics.throw_errors();
    return std::move(read.layer);
}

std::vector<geo::GridPoint> read_points(const std::string& path, const std::string& name) {
    const auto layer = read(path, name);
    std::vector<geo::GridPoint> points;
    points.reserve(layer.geometry.all_coordinates().size());
    for (const auto& point : layer.geometry.all_coordinates()) points.push_back(geo::to_grid(point));
    return points;
}

network::Lines read_lines(const std::string& path) {
    const auto layer = read(path, "roads");
    network::Lines lines;
    std::vector<geo::GridPoint> course;
    for (std::size_t part = 0; part < layer.geometry.part_count(); ++part) {
        course.clear();
        for (const auto& point : layer.geometry.coordinates(part)) course.push_back(geo::to_grid(point));
        lines.add(course, {});
    }
    return lines;
}

/// Seconds since it was asked the last time.
class Watch {
public:
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const std::chrono::duration<double> passed = now - begin_;
        begin_ = now;
        return passed.count();
    }

private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

std::uint64_t checksum(const core::CostMatrix& costs) {
    std::uint64_t sum = 0;
    for (std::size_t row = 0; row < costs.rows(); ++row) {
        for (const auto cost : costs.row(row)) sum = sum * 31 + static_cast<std::uint64_t>(cost);
    }
    return sum;
}

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double kPerMegabyte = 1024.0;
    return static_cast<double>(usage.ru_maxrss) / kPerMegabyte;
}

void matrix_from_file(benchmark::State& state) {
    const char* path = std::getenv("DESAKOTA_REGION");
    if (path == nullptr) {
        state.SkipWithError("DESAKOTA_REGION names no file");
        return;
    }
    core::SilentProgress silent;
    for ([[maybe_unused]] auto _ : state) {
        Watch watch;
        const auto settlements = read_points(path, "settlements");
        const auto centres = read_points(path, "centres");
        auto lines = read_lines(path);
        state.counters["reading_s"] = watch.lap();
        const auto network = build_network(std::move(lines), {{.speed_kmh = 30.0}}, {}, kParallel, silent);
        state.counters["network_s"] = watch.lap();
        const auto costs = paths::cost_matrix({network, settlements, centres, {}}, kParallel, silent);
        state.counters["matrix_s"] = watch.lap();
        // A counter is a double, which holds whole numbers of 53 bits.
        state.counters["checksum"] = static_cast<double>(checksum(costs) % 1'000'000'007U);
        state.counters["peak_mb"] = peak_megabytes();
    }
}

BENCHMARK(matrix_from_file)->Unit(benchmark::kMillisecond)->Iterations(1)->MeasureProcessCPUTime()->UseRealTime();

}  // namespace
}  // namespace desakota::test_support
