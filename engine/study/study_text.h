#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/core/text.h"
#include "engine/study/recognise.h"

namespace desakota::study {

/// What was found in a folder.
struct Findings {
    std::string folder;  ///< its name, for the title
    std::vector<std::pair<const Role*, FoundLayer>> layers;
    /// The source of other settlements, whose ids the household table holds; empty where those are the study's own.
    std::string surveyed;
    std::vector<FoundLayer> unknown;      ///< whose role was not recognised, or was taken by another
    std::vector<std::string> unreadable;  ///< files, with the reason
};

/// The text of a commented study file on these layers, with the analyses that they allow, in the language.
[[nodiscard]] std::string study_text(const Findings& findings, core::Language language);

}  // namespace desakota::study
