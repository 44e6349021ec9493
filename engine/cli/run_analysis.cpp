#include "engine/cli/run_analysis.h"

#include <array>
#include <string>
#include <vector>

#include "engine/cli/interrupt.h"
#include "engine/cli/shown_progress.h"
#include "engine/core/parallel.h"
#include "engine/io/output_target.h"
#include "engine/io/postgis_target.h"
#include "engine/io/run_record.h"
#include "engine/io/write_layers.h"
#include "engine/study/changed_inputs.h"
#include "engine/study/effective_parameters.h"
#include "engine/study/inputs.h"

namespace desakota::cli {
namespace {

using study::TypedValues;

/// Where the stages of a run end, as shares of its time.
constexpr double kReadEnd = 0.3;
constexpr double kComputedEnd = 0.9;

void check_output(const analyses::Analysis& analysis, const TypedValues& values) {
    std::vector<io::ResultLayer> layers;
    layers.reserve(analysis.outputs.size());
    for (const auto& output : analysis.outputs)
        layers.push_back({output.name, output.geometry != geo::GeometryType::None});
    std::vector<std::string> inputs;
    for (const auto& [name, sources] : values.sources) inputs.insert(inputs.end(), sources.begin(), sources.end());
    for (const auto& [name, path] : values.files) inputs.push_back(path);
    io::check_output(values.text("output"), values.is_yes("overwrite"), layers, inputs);
}

int wanted_threads(const TypedValues& values) {
    return static_cast<int>(values.numbers.at("threads").front());
}

/// One run, and the path that its record says its result has.
struct Repeated {
    const analyses::Analysis& analysis;
    const TypedValues& values;
    std::string recorded_as;
    const std::vector<io::RecordedInput>* inputs = nullptr;  // that it must have; nullptr: any
};

/// What the files in the run record are named from: the output, or for a database the folder of the run.
std::string place_of_record(const std::string& output) {
    return io::is_database_output(output) ? "database" : output;
}

void write(const analyses::Results& results, io::RunRecord record, const Repeated& run, core::Progress& progress,
           core::Diagnostics& diagnostics) {
    record.outputs = io::result_files(run.recorded_as, io::result_layers(results.layers), false);
    io::OutputTarget target;
    target.path = run.values.text("output");
    target.overwrite = run.values.is_yes("overwrite");
    target.language = record.language;
    target.run_record = io::run_record_text(record, place_of_record(run.recorded_as));
    target.diagnostics = &diagnostics;
    io::write_layers(results.layers, target, progress);
}

/// Reading waits for disks, networks and databases, and leaves nothing behind: Ctrl-C ends it at once.
study::Inputs read(const analyses::Analysis& analysis, const TypedValues& values, const Manner& manner,
                   core::Progress& progress, core::Diagnostics& diagnostics) {
    const EndsAtOnce ends_at_once(last_words(analysis.id, manner, progress));
    core::Stage reading(progress, 0.0, kReadEnd);
    const std::array orders{study::Order{&analysis, &values}};
    return {orders, reading, diagnostics};
}

void tell(analyses::Results results, const std::string& output, Outcome& outcome) {
    outcome.output = io::shown_output(output);
    outcome.run_record = io::run_record_path(output);
    for (const auto& layer : results.layers) outcome.layers.push_back({layer.name, layer.title, layer.row_count});
    outcome.figures = std::move(results.figures);
    outcome.summary = std::move(results.summary);
}

io::RunRecord record_of(const Repeated& run, const Manner& manner, const study::Inputs& inputs) {
    io::RunRecord record;
    record.engine_version = DESAKOTA_VERSION;
    record.libraries = io::library_versions();
    record.analysis = run.analysis.id;
    record.language = manner.language;
    for (const auto& name : run.values.given) {
        if (run.analysis.find(name) != nullptr) record.given.push_back(name);
    }
    record.inputs = inputs.recorded(0);
    record.coordinate_operations = inputs.operations(0);
    return record;
}

void run(const Repeated& run, const Manner& manner, core::Progress& progress, Outcome& outcome) {
    check_output(run.analysis, run.values);
    auto inputs = read(run.analysis, run.values, manner, progress, outcome.diagnostics);
    auto record = record_of(run, manner, inputs);
    const auto place = place_of_record(run.recorded_as);
    if (run.inputs != nullptr) study::check_inputs_are(record.inputs, *run.inputs, place);
    auto arguments = inputs.arguments(0);
    record.parameters = study::effective_parameters(run.analysis, run.values, arguments, place);

    core::Stage computing(progress, kReadEnd, kComputedEnd);
    analyses::RunContext context{computing, outcome.diagnostics, manner.language,
                                 core::thread_count(wanted_threads(run.values))};
    auto results = run.analysis.run(arguments, context);
    outcome.diagnostics.throw_errors();

    core::Stage writing(progress, kComputedEnd, 1.0);
    write(results, std::move(record), run, writing, outcome.diagnostics);
    tell(std::move(results), run.values.text("output"), outcome);
}

}  // namespace

void run_analysis(const analyses::Analysis& analysis, const TypedValues& values, const Manner& manner,
                  core::Progress& progress, Outcome& outcome) {
    run({analysis, values, values.text("output")}, manner, progress, outcome);
}

void repeat_analysis(const analyses::Analysis& analysis, const TypedValues& values, const Repetition& repetition,
                     core::Progress& progress, Outcome& outcome) {
    run({analysis, values, repetition.recorded_as, &repetition.inputs}, repetition.manner, progress, outcome);
}

}  // namespace desakota::cli
