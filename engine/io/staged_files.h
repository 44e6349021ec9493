#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/error.h"
#include "engine/core/progress.h"
#include "engine/io/operating_system.h"

namespace desakota::io {

/// What users read where `path` could not be written: the system's reason in `details`, and what to do.
[[nodiscard]] core::Error write_failure(const std::string& path, std::string_view details);

/// How the hidden names of unfinished results begin: ".desakota-<process>-...".
inline constexpr std::string_view kTemporaryPrefix = ".desakota-";
/// Removes what killed processes left in the folder more than an hour ago.
void remove_left_behind(const std::string& folder);

/// A set of files that appears at once or not at all. Each is written under a hidden name in the folder of its
/// target; `commit` brings all of them to the disk and renames them, in the order opposite to that in which they were
/// added: the first, main one last. Until its rename an old target stays whole.
///
/// What was not committed is removed by the destructor; what a killed process left behind is removed by a later run in
/// the same folder, an hour later at the earliest.
class StagedFiles {
public:
    /// `on_step` (may be empty) is called with 1, 2, 3 ... at each step; see OutputTarget::on_durable_step.
    explicit StagedFiles(std::function<void(int)> on_step) : on_step_(std::move(on_step)) {}
    StagedFiles(const StagedFiles&) = delete;
    StagedFiles& operator=(const StagedFiles&) = delete;
    ~StagedFiles();

    /// The name under which the file `target` is to be written: absolute, with the target's extension. The file does
    /// not exist yet.
    std::string add(const std::string& target);
    /// Has an old file, which would be taken for a part of the new ones, removed just before they get their names.
    void remove_before(const std::string& path) { stale_.push_back(path); }
    /// Marks the end of a stage of the work, for tests.
    void step();
    /// Throws core::failure where the disk does not take the files, or one of the targets was made meanwhile and
    /// `overwrite` is off. A cancel is heard until the first file gets its name.
    void commit(bool overwrite, core::Progress& progress);

private:
    struct File {
        std::string target;     // as the user wrote it, for messages
        std::string real_path;  // links followed
        std::string temporary;
        bool renamed = false;
    };
    void rename_all(bool overwrite);
    void rename(File& file, bool overwrite);

    std::function<void(int)> on_step_;
    int steps_ = 0;
    std::vector<File> files_;
    std::vector<std::string> stale_;
};

/// A new file written front to back; every fault of the disk becomes a core::failure that names `shown_name`.
class TextFile {
public:
    TextFile(const std::string& path, std::string shown_name);
    TextFile(const TextFile&) = delete;
    TextFile& operator=(const TextFile&) = delete;
    ~TextFile() = default;

    void write(std::string_view text);
    /// Must be called when all is written.
    void close();
    /// The error that says this file could not be written.
    [[nodiscard]] core::Error failure(std::string_view details) const { return write_failure(shown_name_, details); }

private:
    void flush();

    std::string shown_name_;
    std::string buffer_;
    NewFile file_;
};

/// Removes a file that may or may not be there.
void remove_file(const std::string& path);

/// A new file with these bytes; as TextFile.
void write_new_file(const std::string& path, const std::string& shown_name, std::string_view bytes);

}  // namespace desakota::io
