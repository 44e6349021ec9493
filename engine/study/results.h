#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/core/diagnostics.h"
#include "engine/core/text.h"
#include "engine/io/run_record.h"
#include "engine/layers/layer.h"

namespace desakota::study {

/// How a study calls the layer of an output: "health_access_legs" of a run called "near", in one of several seasons, is
/// "near_legs_dry".
[[nodiscard]] std::string layer_name(const std::string& output, const analyses::Analysis& analysis,
                                     const std::string& run_name, const std::string& suffix);

/// One analysis in one season.
struct RunResult {
    std::string name;    ///< how its layers begin: "health_access", or what the study calls the run
    std::string season;  ///< "dry", "wet"; empty where the analysis knows no seasons
    /// "_dry" where the study runs several seasons: every layer's name ends with it. Styles go by the layer's name.
    std::string suffix;
    const analyses::Analysis* analysis = nullptr;
    analyses::Results results;
    std::vector<core::Diagnostic> messages;
    std::vector<std::pair<std::string, io::RecordValue>> parameters;
    /// What it was given: the columns that each Field parameter took, layer by layer.
    std::map<std::string, std::vector<std::vector<std::string>>> fields;

    /// The layer of that output of the analysis ("health_access_summary"), or nullptr.
    [[nodiscard]] const layers::Layer* layer(const std::string& output) const;
};

/// What a study read, by layer parameter ("settlements", "roads"), and found.
struct StudyResults {
    std::map<std::string, std::vector<layers::Layer>> inputs;
    std::vector<io::RecordedInput> recorded_inputs;
    std::vector<RunResult> runs;  ///< in the order in which they ran
    /// Of the texts in columns, such as reasons, and of names that stand for missing ones.
    core::Language language = core::Language::English;

    /// The first run of that analysis (its id), in the study's first season; nullptr where there is none.
    [[nodiscard]] const RunResult* first_of(const std::string& analysis) const;
};

}  // namespace desakota::study
