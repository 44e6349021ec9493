// inequality over one million households in 83,000 settlements, layers in memory. Run on demand:
// desakota_benchmarks --benchmark_filter=inequality. Counters: the processors' time of all threads, and the most memory
// that the program has held so far.
#include <benchmark/benchmark.h>
#include <cmath>
#include <ctime>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "tests/analyses/mini_run.h"
#include "tests/support/random.h"

#include "engine/analyses/inequality.h"

namespace desakota::test_support {
namespace {

constexpr std::size_t kSettlements = 83'000;
constexpr std::size_t kHouseholds = 1'000'000;
constexpr std::size_t kDistricts = 400;

std::string settlement_id(std::size_t settlement) {
    return std::to_string(1'101'000'000 + settlement);
}

layers::Layer make_settlements() {
    analyses::LayerMaker maker("settlements");
    std::vector<std::string> ids;
    std::vector<std::string> districts;
    std::vector<std::int64_t> families;
    for (std::size_t i = 0; i < kSettlements; ++i) {
        maker.nothing();
        ids.push_back(settlement_id(i));
        districts.push_back("Kecamatan " + std::to_string(i * kDistricts / kSettlements));
        families.push_back(200 + static_cast<std::int64_t>(i % 400));
    }
    return maker.texts("kode_desa", ids).texts("kecamatan", districts).whole_numbers("jumlah_kk", families).make();
}

layers::Layer make_households() {
    analyses::LayerMaker maker("households");
    Random random(1);
    std::vector<std::string> ids;
    std::vector<std::int64_t> persons;
    std::vector<double> incomes;
    std::vector<double> weights;
    for (std::size_t i = 0; i < kHouseholds; ++i) {
        maker.nothing();
        ids.push_back(settlement_id(random.below(kSettlements)));
        persons.push_back(1 + static_cast<std::int64_t>(random.below(8)));
        incomes.push_back(std::floor(1.5e6 * std::exp(0.6 * random.about_normal())));
        weights.push_back(random.between(10.0, 30.0));
    }
    return maker.texts("kode_desa", ids)
        .whole_numbers("art", persons)
        .numbers("pendapatan", incomes)
        .numbers("bobot", weights)
        .make();
}

struct InequalityRun : analyses::MiniRun {
    explicit InequalityRun(double replications) : MiniRun(analyses::describe_inequality()) {
        static const auto settlements = make_settlements();
        static const auto households = make_households();
        arguments.layers["settlements"] = {settlements};
        arguments.layers["households"] = {households};
        find("id-field", "kode_desa");
        find("group-field", "kecamatan");
        find("families-field", "jumlah_kk");
        find("household-settlement-field", "kode_desa");
        find("persons-field", "art");
        find("income-field", "pendapatan");
        find("weight-field", "bobot");
        arguments.numbers["replications"] = {replications};
    }
};

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void inequality(benchmark::State& state) {
    InequalityRun run(static_cast<double>(state.range(0)));
    const double before = processor_seconds();
    for ([[maybe_unused]] auto _ : state) {
        auto results = run.run();
        benchmark::DoNotOptimize(results);
    }
    const auto iterations = static_cast<double>(state.iterations());
    state.counters["processor_s"] = (processor_seconds() - before) / iterations;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["most_MB"] = static_cast<double>(usage.ru_maxrss) / 1024.0;
}

BENCHMARK(inequality)->ArgName("replications")->Arg(0)->Arg(1000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace desakota::test_support
