#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/progress.h"

namespace desakota::io {

/// What front ends ask before they compute anything for a folder of results, which `record` (run.json) marks as one.
///
///   * core::usage_error: the folder around it is missing; it is a file; it exists and `overwrite` is off; it holds
///     something that its record does not list, which replacing it would lose; or no record at all.
///   * core::failure: the folder around it cannot be written to; a GeoPackage in it is open in another program.
void check_output_folder(const std::string& path, bool overwrite, const std::string& record);

/// A folder of files that appears at once or not at all. Its files are written under a hidden name beside the target;
/// `commit` brings them to the disk and gives the folder its name, in place of an old one where `overwrite` is on.
/// What was not committed is removed by the destructor.
class StagedFolder {
public:
    explicit StagedFolder(std::string target);
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;
    ~StagedFolder();

    /// The name under which a file of the folder ("maps/a.png") is to be written now. Its folder is made; the file does
    /// not exist yet. From now on it is one of `files`.
    [[nodiscard]] std::string add(const std::string& file);
    /// Writes a file of the folder. Throws core::failure where the disk does not take it.
    void write(const std::string& file, std::string_view bytes);
    /// In the order in which they were added.
    [[nodiscard]] const std::vector<std::string>& files() const { return files_; }
    /// Where a file lies now.
    [[nodiscard]] std::string place_of(const std::string& file) const { return temporary_ + "/" + file; }

    /// Throws core::failure where the disk does not take the files, or the target was made meanwhile and `overwrite` is
    /// off. A cancel is heard until the folder gets its name.
    void commit(bool overwrite, core::Progress& progress);

private:
    std::string target_;     // as the user wrote it, for messages
    std::string real_path_;  // absolute
    std::string temporary_;
    std::vector<std::string> files_;
};

}  // namespace desakota::io
