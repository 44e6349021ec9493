// Whole runs of analyses as the command line makes them, and how long each goes without hearing a cancel. Run on
// demand: desakota_benchmarks --benchmark_filter=whole_run. Counters: the longest time without a chance to hear a
// cancel while reading, computing and writing (deaf: by the clock; busy: work of the calling thread, and at which share
// of the run).
#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <ctime>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/benchmarks/ten_roads.h"
#include "tests/cli/analysis_words.h"
#include "tests/io/support/temporary_folder.h"
#include "tests/support/region.h"

#include "engine/analyses/registry.h"
#include "engine/cli/run_analysis.h"
#include "engine/core/progress.h"
#include "engine/io/write_layers.h"

namespace desakota::test_support {
namespace {

using Words = std::vector<std::string>;
/// Milliseconds of some clock.
double now_ms(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Never cancelled; notes the longest time between two questions whether it is, and how far the run was then. The time
/// that the calling thread itself was at work tells the same on a machine that others use, too.
class ListeningProgress final : public core::Progress {
public:
    /// The stages of a run, by the share of it at which they end.
    struct Stage {
        const char* name;
        double end;
        double deaf_ms = 0.0;
        double busy_ms = 0.0;
        double busy_at = 0.0;  ///< share of the run
    };

    void report(double fraction) override { fraction_ = fraction; }
    [[nodiscard]] bool cancelled() const override {
        listen();
        return false;
    }
    /// Notes the time since the last question.
    void listen() const {
        const double wall = now_ms(CLOCK_MONOTONIC);
        const double busy = now_ms(CLOCK_THREAD_CPUTIME_ID);
        const auto stage = std::ranges::find_if(stages_, [&](const Stage& each) { return asked_at_ < each.end; });
        stage->deaf_ms = std::max(stage->deaf_ms, wall - wall_);
        if (busy - busy_ > stage->busy_ms) {
            stage->busy_ms = busy - busy_;
            stage->busy_at = asked_at_;
        }
        wall_ = wall;
        busy_ = busy;
        asked_at_ = fraction_;
    }
    [[nodiscard]] const std::array<Stage, 3>& stages() const { return stages_; }

private:
    double fraction_ = 0.0;
    mutable double asked_at_ = 0.0;
    mutable double wall_ = now_ms(CLOCK_MONOTONIC);
    mutable double busy_ = now_ms(CLOCK_THREAD_CPUTIME_ID);
    mutable std::array<Stage, 3> stages_{{{"read", 0.3}, {"compute", 0.9}, {"write", 2.0}}};
};

/// Cancelled from a share of the run on; tells how long the run then takes to end.
class CancelAtShare final : public core::Progress {
public:
    explicit CancelAtShare(double share) : share_(share) {}
    void report(double fraction) override {
        if (fraction >= share_ && !cancelled_at_) cancelled_at_ = now_ms(CLOCK_MONOTONIC);
    }
    [[nodiscard]] bool cancelled() const override { return cancelled_at_.has_value(); }
    [[nodiscard]] double ending_ms() const {
        const double now = now_ms(CLOCK_MONOTONIC);
        return now - cancelled_at_.value_or(now);
    }

private:
    double share_;
    std::optional<double> cancelled_at_;
};

/// The region of one size, in a file: made once.
struct RegionFile {
    io::TemporaryFolder folder;
    std::string path = folder.file("region.gpkg");

    explicit RegionFile(Size size) {
        auto region = make_region(size);
        std::vector<layers::Layer> layers;
        layers.push_back(ten_roads(region.settlements));
        layers.push_back(std::move(region.roads));
        layers.push_back(std::move(region.settlements));
        layers.push_back(std::move(region.facilities));
        layers.push_back(std::move(region.centres));
        core::SilentProgress progress;
        io::write_layers(layers, {path, true, core::Language::English}, progress);
    }
};

const RegionFile& region_file(Size size) {
    static std::map<Size, std::unique_ptr<RegionFile>> files;
    auto& file = files[size];
    if (!file) file = std::make_unique<RegionFile>(size);
    return *file;
}

const analyses::Analysis& analysis_of(std::string_view id) {
    static const auto catalogue = analyses::catalogue();
    return *std::ranges::find(catalogue, id, &analyses::Analysis::id);
}

/// One run from files to file.
void run(const analyses::Analysis& analysis, const Words& words, core::Progress& progress) {
    cli::Outcome outcome;
    const auto values = cli::read_words(analysis, words);
    cli::run_analysis(analysis, values, {}, progress, outcome);
}

Words words_for(const analyses::Analysis& analysis, const RegionFile& region) {
    Words words{"--overwrite", "--output", region.folder.file("result.gpkg")};
    for (const std::string layer : {"roads", "settlements", "facilities", "centres"}) {
        if (analysis.find(layer) == nullptr) continue;
        words.push_back("--" + layer);
        words.push_back(region.path + "|layername=" + layer);
    }
    if (analysis.find("added-roads") != nullptr) {
        words.insert(words.end(), {"--added-roads", region.path + "|layername=added_roads"});
    }
    if (analysis.find("bands") != nullptr) words.insert(words.end(), {"--bands", "1000,3000,5000"});
    return words;
}

/// The longest of all runs: milliseconds without a chance to hear a cancel, and how many of them were work.
void note(benchmark::State& state, const ListeningProgress::Stage& stage) {
    const std::string name = stage.name;
    auto& deaf = state.counters[name + "_deaf_ms"];
    deaf = std::max<double>(deaf, stage.deaf_ms);
    auto& busy = state.counters[name + "_busy_ms"];
    if (stage.busy_ms > busy) state.counters[name + "_busy_at"] = stage.busy_at;
    busy = std::max<double>(busy, stage.busy_ms);
}

void whole_run(benchmark::State& state, const std::string& id, Size size) {
    const auto& analysis = analysis_of(id);
    const auto words = words_for(analysis, region_file(size));
    for ([[maybe_unused]] auto _ : state) {
        ListeningProgress progress;
        run(analysis, words, progress);
        progress.listen();
        for (const auto& stage : progress.stages()) note(state, stage);
    }
}

/// How long a run takes to end once a cancel is heard: what it holds has to be given back.
void cancelled_run(benchmark::State& state, const std::string& id, Size size) {
    const auto& analysis = analysis_of(id);
    const auto words = words_for(analysis, region_file(size));
    double longest = 0.0;
    for ([[maybe_unused]] auto _ : state) {
        for (const double share : {0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.95}) {
            CancelAtShare progress(share);
            try {
                run(analysis, words, progress);
            } catch (const core::Cancelled&) {
                longest = std::max(longest, progress.ending_ms());
            }
        }
    }
    state.counters["longest_ending_ms"] = longest;
}

BENCHMARK_CAPTURE(whole_run, health_access_S, "health-access", Size::S)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_run, health_access_M, "health-access", Size::M)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_run, health_access_L, "health-access", Size::L)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_run, distance_to_centre_M, "distance-to-centre", Size::M)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_run, distance_to_centre_L, "distance-to-centre", Size::L)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_run, distance_to_centre_S, "distance-to-centre", Size::S)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_run, check_network_S, "check-network", Size::S)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_run, check_network_M, "check-network", Size::M)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_run, check_network_L, "check-network", Size::L)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_run, compare_scenarios_M, "compare-scenarios", Size::M)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole_run, service_areas_M, "service-areas", Size::M)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(cancelled_run, health_access_M, "health-access", Size::M)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(cancelled_run, health_access_L, "health-access", Size::L)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace desakota::test_support
