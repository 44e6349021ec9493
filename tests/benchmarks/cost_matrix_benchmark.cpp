// The cost matrix from all settlements to all centres of a region on two threads, beside plain searches. Run on demand:
// desakota_benchmarks --benchmark_filter=matrix (L takes some GB and minutes).
#include <algorithm>
#include <atomic>
#include <benchmark/benchmark.h>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "tests/support/region.h"

#include "engine/paths/cost_field.h"
#include "engine/paths/cost_matrix.h"
#include "engine/paths/trace.h"

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
        const auto costs = paths::cost_matrix({in.network, in.settlements, in.centres, {}}, kParallel, silent);
        std::uint64_t sum = 0;
        for (std::size_t row = 0; row < costs.rows(); ++row) {
            for (const auto cost : costs.row(row)) sum += static_cast<std::uint64_t>(cost);
        }
        state.counters["checksum"] = static_cast<double>(sum % 1'000'000'007U);
    }
}

/// The ways of all settlements to the fifth nearest centre.
void matrix_chosen_ways(benchmark::State& state, Size size) {
    const auto& in = surroundings(size);
    core::SilentProgress silent;
    const paths::CostQuestion question{in.network, in.settlements, in.centres, {}};
    const auto costs = paths::cost_matrix(question, kParallel, silent);
    std::vector<paths::Choice> choices(costs.rows());
    for (std::size_t row = 0; row < costs.rows(); ++row) {
        std::vector<paths::Choice> all;
        for (std::uint32_t i = 0; i < costs.columns(); ++i) all.push_back({i, costs.at(row, i)});
        std::ranges::nth_element(all, all.begin() + 4, {}, &paths::Choice::cost);
        if (all[4].cost < core::kUnreachable) choices[row] = all[4];
    }
    for ([[maybe_unused]] auto _ : state) {
        std::atomic<std::int64_t> metres = 0;
        paths::visit_chosen_ways(question, choices, kParallel, silent, [&](const auto& nearest, auto places) {
            for (const auto place : places) {
                metres += trace(nearest, nearest.way_from(in.settlements[place])).total() / 1000;
            }
        });
        state.counters["metres"] = static_cast<double>(metres);
    }
}

/// One search over the whole network for each centre, the answers thrown away.
void matrix_plain_searches(benchmark::State& state, Size size) {
    const auto& in = surroundings(size);
    core::SilentProgress silent;
    const auto objective = network::Objective::Distance;
    for ([[maybe_unused]] auto _ : state) {
        const auto graph = build_graph(in.network, objective, network::Orientation::Inward, {}, silent);
        core::parallel_for(in.centres.size(), {.threads = kParallel.threads, .grain = 1}, silent,
                           [&](std::size_t begin, std::size_t end) {
                               core::SilentProgress own;
                               const auto exits =
                                   paths::find_exits(in.network, std::span(in.centres).subspan(begin, end - begin), {},
                                                     {.threads = 1}, own);
                               benchmark::DoNotOptimize(paths::search_backwards(in.network, graph, exits, {}, own));
                           });
    }
}

BENCHMARK_CAPTURE(matrix, M, Size::M)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(matrix, L, Size::L)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(matrix_chosen_ways, M, Size::M)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(matrix_chosen_ways, L, Size::L)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(matrix_plain_searches, M, Size::M)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(matrix_plain_searches, L, Size::L)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

}  // namespace
}  // namespace desakota::test_support
