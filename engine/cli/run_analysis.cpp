#include "engine/cli/run_analysis.h"

#include <string>
#include <vector>

#include "engine/cli/effective_parameters.h"
#include "engine/cli/interrupt.h"
#include "engine/cli/read_inputs.h"
#include "engine/cli/terminal_progress.h"
#include "engine/core/parallel.h"
#include "engine/io/output_target.h"
#include "engine/io/postgis_target.h"
#include "engine/io/run_record.h"
#include "engine/io/write_layers.h"

namespace desakota::cli {
namespace {

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

/// What the files in the run record are named from: the output, or for a database the folder of the run.
std::string place_of_record(const std::string& output) {
    return io::is_database_output(output) ? "database" : output;
}

void write(const analyses::Results& results, io::RunRecord record, const TypedValues& values, core::Progress& progress,
           core::Diagnostics& diagnostics) {
    const auto output = values.text("output");
    record.outputs = io::result_files(output, io::result_layers(results.layers), false);
    io::OutputTarget target;
    target.path = output;
    target.overwrite = values.is_yes("overwrite");
    target.language = record.language;
    target.run_record = io::run_record_text(record, place_of_record(output));
    target.diagnostics = &diagnostics;
    io::write_layers(results.layers, target, progress);
}

/// Reading waits for disks, networks and databases, and leaves nothing behind: Ctrl-C ends it at once.
ReadInputs read(const analyses::Analysis& analysis, const TypedValues& values, const Manner& manner,
                core::Progress& progress, core::Diagnostics& diagnostics) {
    auto words = words_of_interrupt(analysis.id, manner);
    if (const auto* bar = dynamic_cast<const TerminalProgress*>(&progress)) words.error.insert(0, bar->wiping());
    const EndsAtOnce ends_at_once(std::move(words));
    core::Stage reading(progress, 0.0, kReadEnd);
    return read_inputs(analysis, values, reading, diagnostics);
}

void tell(analyses::Results results, const std::string& output, Outcome& outcome) {
    outcome.output = io::shown_output(output);
    outcome.run_record = io::run_record_path(output);
    for (const auto& layer : results.layers) outcome.layers.push_back({layer.name, layer.title, layer.row_count});
    outcome.figures = std::move(results.figures);
    outcome.summary = std::move(results.summary);
}

}  // namespace

void run_analysis(const analyses::Analysis& analysis, const TypedValues& values, const Manner& manner,
                  core::Progress& progress, Outcome& outcome) {
    const auto output = values.text("output");
    check_output(analysis, values);

    auto inputs = read(analysis, values, manner, progress, outcome.diagnostics);

    io::RunRecord record;
    record.engine_version = DESAKOTA_VERSION;
    record.libraries = io::library_versions();
    record.analysis = analysis.id;
    record.language = manner.language;
    record.parameters = effective_parameters(analysis, values, inputs.arguments, place_of_record(output));
    record.inputs = std::move(inputs.inputs);
    record.coordinate_operations = std::move(inputs.operations);

    core::Stage computing(progress, kReadEnd, kComputedEnd);
    analyses::RunContext context{computing, outcome.diagnostics, manner.language,
                                 core::thread_count(wanted_threads(values))};
    auto results = analysis.run(inputs.arguments, context);
    outcome.diagnostics.throw_errors();

    core::Stage writing(progress, kComputedEnd, 1.0);
    write(results, std::move(record), values, writing, outcome.diagnostics);
    tell(std::move(results), output, outcome);
}

}  // namespace desakota::cli
