#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/error.h"
#include "engine/io/fingerprint.h"
#include "engine/io/staged_folder.h"
#include "engine/io/study_record.h"
#include "engine/study/asked_maps.h"
#include "engine/study/report_content.h"
#include "engine/study/run_plan.h"
#include "engine/study/run_study.h"
#include "engine/study/write_results.h"

namespace desakota::study {
namespace {

/// Where the last files are written, as a share of what follows the runs; then they are brought to the disk.
constexpr double kWrittenEnd = 0.98;

/// One study on its way to its folder.
class StudyWriter {
public:
    StudyWriter(PreparedStudy& prepared, core::Progress& progress, core::Diagnostics& diagnostics)
        : prepared_(prepared), progress_(progress), diagnostics_(diagnostics), language_(prepared.request.language) {}

    StudyOutcome finish() {
        run();
        report_ = report_of(prepared_.study, results_);
        report_.versions = versions();
        for (auto& source : report_.sources) source.source = io::relative_source(source.source, prepared_.request.file);
        progress_.step(run_end_);
        io::StagedFolder folder(prepared_.request.output);
        core::Stage writing(progress_, run_end_, after_runs(kWrittenEnd));
        const auto files = write_results({prepared_.study, report_, results_, prepared_.request, record_text({})},
                                         folder, writing, diagnostics_);
        folder.write(kRecordFile, record_text(files));
        core::Stage committing(progress_, after_runs(kWrittenEnd), 1.0);
        folder.commit(prepared_.request.overwrite, committing);
        progress_.report(1.0);
        return {prepared_.request.output, folder.files(), report_.findings};
    }

private:
    void run() {
        run_end_ = run_share();
        core::Stage running(progress_, 0.0, run_end_);
        const auto& request = prepared_.request;
        record_operations();
        const auto& plan = *prepared_.plan;
        results_ = run_plan(plan, *prepared_.inputs, record_place(),
                            {running, diagnostics_, request.language, request.threads});
        add_asked_maps(request.file, prepared_.study, results_, language_);
        for (const auto& run : results_.runs) {
            for (const auto& message : run.messages) tell(message);
        }
        prepared_.inputs.reset();
    }

    /// The runs' share in the whole: they take their time by the rows they read, drawing and writing hardly do.
    [[nodiscard]] double run_share() const {
        constexpr double kLeast = 0.04;
        constexpr double kRowsOfHalf = 3e6;
        double rows = 0.0;
        for (std::size_t i = 0; i < prepared_.plan->runs.size(); ++i) {
            for (const auto& input : prepared_.inputs->recorded(i)) {
                rows += static_cast<double>(input.rows.value_or(0));
            }
        }
        return std::max(kLeast, rows / (rows + kRowsOfHalf));
    }

    [[nodiscard]] double after_runs(double share) const { return std::lerp(run_end_, 1.0, share); }

    /// Runs on the same layers have the same to tell of them.
    void tell(const core::Diagnostic& message) {
        const bool is_told = std::ranges::any_of(told_, [&](const core::Text& text) { return text == message.text; });
        if (is_told) return;
        told_.push_back(message.text);
        if (message.severity == core::Severity::Warning) diagnostics_.warning(message.text);
    }

    [[nodiscard]] std::string record_place() const {
        const auto& request = prepared_.request;
        return (request.record_folder.empty() ? request.output : request.record_folder) + "/" + kRecordFile;
    }

    void record_operations() {
        for (std::size_t i = 0; i < prepared_.plan->runs.size(); ++i) {
            for (auto& operation : prepared_.inputs->operations(i)) {
                const auto is_known = [&](const io::RecordedOperation& other) {
                    return other.parameter == operation.parameter && other.name == operation.name;
                };
                if (std::ranges::none_of(operations_, is_known)) operations_.push_back(std::move(operation));
            }
        }
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> versions() const {
        std::vector<std::pair<std::string, std::string>> all{{"Desakota", prepared_.request.engine_version}};
        for (auto& library : io::library_versions()) all.push_back(std::move(library));
        return all;
    }

    [[nodiscard]] std::string record_text(const std::vector<WrittenFile>& files) const {
        io::StudyRecord record;
        record.engine_version = prepared_.request.engine_version;
        record.libraries = io::library_versions();
        record.study = prepared_.request.file;
        record.language = language_;
        for (const auto& run : results_.runs) {
            record.runs.push_back({run.name, run.analysis->id, run.season, run.parameters});
        }
        record.inputs = prepared_.recorded;
        record.coordinate_operations = operations_;
        for (const auto& file : files) record.files.emplace_back(file.name, file.digest);
        return io::study_record_text(record, record_place());
    }

    PreparedStudy& prepared_;
    core::Progress& progress_;
    core::Diagnostics& diagnostics_;
    core::Language language_;
    double run_end_ = 0.0;  // of the whole
    std::vector<core::Text> told_;
    std::vector<io::RecordedOperation> operations_;
    StudyResults results_;
    report::Report report_;
};

}  // namespace

StudyOutcome finish_study(PreparedStudy prepared, core::Progress& progress, core::Diagnostics& diagnostics) {
    return StudyWriter(prepared, progress, diagnostics).finish();
}

}  // namespace desakota::study
