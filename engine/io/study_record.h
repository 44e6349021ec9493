#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/core/text.h"
#include "engine/io/run_record.h"

namespace desakota::io {

/// One analysis of a study, as it was run.
struct RecordedRun {
    std::string name;
    std::string analysis;
    std::string season;  ///< empty where it knows none
    std::vector<std::pair<std::string, RecordValue>> parameters;
};

/// Everything that leads to a study's results again: the content of run.json in their folder.
struct StudyRecord {
    std::string engine_version;
    std::vector<std::pair<std::string, std::string>> libraries;
    std::string study;  ///< the study file
    core::Language language = core::Language::English;
    std::vector<RecordedRun> runs;
    std::vector<RecordedInput> inputs;
    std::vector<RecordedOperation> coordinate_operations;
    /// Files of the folder, relative to it, with their SHA-256 (empty: not kept).
    std::vector<std::pair<std::string, std::string>> files;
};

/// The record as JSON, as run_record_text. Files are named relative to the folder of `place`.
[[nodiscard]] std::string study_record_text(const StudyRecord& record, const std::string& place);

/// A run.json as it was written, to run again. Files are named as they stand there, relative to its folder.
struct StoredRecord {
    std::string engine_version;
    std::vector<std::pair<std::string, std::string>> libraries;
    std::string study;     ///< the study file; empty where it is the record of one analysis
    std::string analysis;  ///< its id; empty where it is a study's
    core::Language language = core::Language::English;
    std::vector<std::pair<std::string, RecordValue>> parameters;  ///< of one analysis
    std::vector<std::string> given;                               ///< which of them the user gave
    std::vector<RecordedInput> inputs;
    std::vector<std::pair<std::string, std::string>> files;  ///< the main one first; SHA-256 where kept
};
/// Throws core::input_error, naming `name`, where the text is no such record.
[[nodiscard]] StoredRecord read_record(const std::string& name, const std::string& text);

/// The files that the record in a folder of results lists; empty where the text is no such record.
[[nodiscard]] std::vector<std::string> recorded_files(const std::string& text);

}  // namespace desakota::io
