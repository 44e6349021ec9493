#pragma once

#include <string>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/io/staged_folder.h"
#include "engine/report/report.h"
#include "engine/study/results.h"
#include "engine/study/run_study.h"
#include "engine/study/study.h"

namespace desakota::study {

/// All that the files of a study are made of.
struct StudyContent {
    const Study& study;
    const report::Report& report;
    const StudyResults& results;
    const StudyRequest& request;
    std::string record;  ///< what results.gpkg says of its origin
};

struct WrittenFile {
    std::string name;    ///< in the folder
    std::string digest;  ///< its SHA-256
};

/// Draws the maps and writes every file of the folder but its record. The same content gives the same bytes in the same
/// order, whatever the threads. Hears a cancel while it waits for them; what runs ends first: a drawing at the most.
[[nodiscard]] std::vector<WrittenFile> write_results(const StudyContent& content, io::StagedFolder& folder,
                                                     core::Progress& progress, core::Diagnostics& diagnostics);

}  // namespace desakota::study
