#pragma once

#include <optional>
#include <string>

#include "engine/core/text.h"

namespace desakota::study {

/// Where a study's names of files lead.
struct StudyFolder {
    std::string path;         ///< of the folder that holds the study file; empty: the current one
    bool is_trusted = false;  ///< --trust: databases and files outside the folder may be used
};

/// A source or file of the study as the program opens it: relative names start from the study's folder. `refusal` says
/// why it is not used: it names a database or leads out of the folder (links followed), and nobody said --trust.
struct StudyPath {
    std::string path;
    std::optional<core::Text> refusal;
};
[[nodiscard]] StudyPath study_path(const std::string& source, const StudyFolder& folder);

}  // namespace desakota::study
