// The cost matrix from all settlements to all centres of a region on two threads, beside plain searches. Run on demand:
// desakota_benchmarks --benchmark_filter=matrix (L takes some GB and minutes).
#include <benchmark/benchmark.h>
#include <map>
#include <memory>
#include <numeric>
#include <vector>

#include "tests/support/region.h"

#include "engine/paths/cost_field.h"
#include "engine/paths/cost_matrix.h"

namespace desakota::test_support {
namespace {

constexpr core::Parallel kParallel{.threads = 2};

std::vector<geo::GridPoint> points_of(const layers::Layer& layer) {
    std::vector<geo::GridPoint> points;
    for (const auto& point : layer.geometry.all_coordinates()) points.push_back(geo::to_grid(point));
    return points;
}

/// The network of a region, all roads at one speed, and its places.
struct Surroundings {
    network::RoadNetwork network;
    std::vector<geo::GridPoint> settlements;
    std::vector<geo::GridPoint> centres;

    explicit Surroundings(Size size) {
        const auto region = make_region(size);
        settlements = points_of(region.settlements);
        centres = points_of(region.centres);
        network::Lines lines;
        for (std::size_t part = 0; part < region.roads.geometry.part_count(); ++part) {
            std::vector<geo::GridPoint> course;
            for (const auto& point : region.roads.geometry.coordinates(part)) course.push_back(geo::to_grid(point));
            lines.add(course, {});
        }
        core::SilentProgress silent;
        network = build_network(std::move(lines), {{.speed_kmh = 30.0}}, {}, kParallel, silent);
    }
};

const Surroundings& surroundings(Size size) {
    static std::map<Size, std::unique_ptr<Surroundings>> made;
    auto& one = made[size];
    if (!one) one = std::make_unique<Surroundings>(size);
    return *one;
}

void matrix(benchmark::State& state, Size size) {
    const auto& in = surroundings(size);
    core::SilentProgress silent;
    for ([[maybe_unused]] auto _ : state) {
        const auto costs = paths::cost_matrix(in.network, in.settlements, in.centres, {}, kParallel, silent);
        std::uint64_t sum = 0;
        for (std::size_t row = 0; row < costs.rows(); ++row) {
            for (const auto cost : costs.row(row)) sum += static_cast<std::uint64_t>(cost);
        }
        state.counters["checksum"] = static_cast<double>(sum % 1'000'000'007U);
    }
}

/// One search over the whole network for each centre, the answers thrown away.
void matrix_plain_searches(benchmark::State& state, Size size) {
    const auto& in = surroundings(size);
    core::SilentProgress silent;
    const auto objective = network::Objective::Distance;
    for ([[maybe_unused]] auto _ : state) {
        const auto graph = build_graph(in.network, objective, network::Orientation::Inward, silent);
        core::parallel_for(in.centres.size(), {.threads = kParallel.threads, .grain = 1}, silent,
                           [&](std::size_t begin, std::size_t end) {
                               core::SilentProgress own;
                               const auto exits =
                                   paths::find_exits(in.network, std::span(in.centres).subspan(begin, end - begin), {},
                                                     {.threads = 1}, own);
                               benchmark::DoNotOptimize(
                                   paths::search_backwards(in.network, graph, exits, core::kUnreachable, own));
                           });
    }
}

BENCHMARK_CAPTURE(matrix, M, Size::M)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(matrix, L, Size::L)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(matrix_plain_searches, M, Size::M)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(matrix_plain_searches, L, Size::L)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

}  // namespace
}  // namespace desakota::test_support
