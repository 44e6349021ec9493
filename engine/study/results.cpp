#include "engine/study/results.h"

#include <algorithm>

namespace desakota::study {
namespace {

/// How the layers of an analysis begin: "health_access".
std::string analysis_layer(const analyses::Analysis& analysis) {
    auto name = analysis.id;
    std::ranges::replace(name, '-', '_');
    return name;
}

}  // namespace

std::string layer_name(const std::string& output, const analyses::Analysis& analysis, const std::string& run_name,
                       const std::string& suffix) {
    return (output.starts_with(analysis_layer(analysis)) ? run_name + output.substr(analysis.id.size()) : output) +
           suffix;
}

const layers::Layer* RunResult::layer(const std::string& output) const {
    const auto place =
        std::ranges::find(results.layers, layer_name(output, *analysis, name, suffix), &layers::Layer::name);
    return place == results.layers.end() ? nullptr : &*place;
}

const RunResult* StudyResults::first_of(const std::string& analysis) const {
    const auto place = std::ranges::find(runs, analysis, [](const RunResult& run) { return run.analysis->id; });
    return place == runs.end() ? nullptr : &*place;
}

}  // namespace desakota::study
