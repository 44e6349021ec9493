#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/core/text.h"
#include "engine/io/run_record.h"
#include "engine/study/inputs.h"
#include "engine/study/plan.h"
#include "engine/study/study.h"

namespace desakota::study {

/// The record in a folder of results.
inline constexpr const char* kRecordFile = "run.json";

struct StudyRequest {
    std::string file;    ///< the study file
    std::string output;  ///< the folder for the results; empty: as the study says, else "results" beside it
    bool overwrite = false;
    bool is_trusted = false;
    core::Language language = core::Language::English;
    int threads = 1;
    std::string engine_version;
    /// The folder from which the record names files; empty: the output. A replay into another folder keeps the old one.
    std::string record_folder;
};

/// A study that has been read, with all that its analyses need.
struct PreparedStudy {
    StudyRequest request;  ///< with the output folder
    Study study;
    std::unique_ptr<Plan> plan;
    std::unique_ptr<Inputs> inputs;
    /// The study file ("study"), its logo, and what the analyses read, each once.
    std::vector<io::RecordedInput> recorded;
};

/// Reads the study and its layers, and looks whether the results can be written. All faults of the study file, of
/// layers that are missing and of fields that do not exist are thrown together, with their lines. Writes nothing.
[[nodiscard]] PreparedStudy prepare_study(const StudyRequest& request, const analyses::Catalogue& catalogue,
                                          core::Progress& progress, core::Diagnostics& diagnostics);

struct StudyOutcome {
    std::string output;              ///< the folder
    std::vector<std::string> files;  ///< in it
    std::vector<core::Text> findings;
};

/// Runs the analyses, draws the maps, writes the report: the folder appears at once, with everything in it, or not at
/// all. Throws as analyses do, with the line of the run, and core::failure where the disk does not take the results.
[[nodiscard]] StudyOutcome finish_study(PreparedStudy prepared, core::Progress& progress,
                                        core::Diagnostics& diagnostics);

}  // namespace desakota::study
