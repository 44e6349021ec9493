#pragma once

#include <string>

#include "engine/core/error.h"

namespace desakota::io {

/// Throws an input error for a local ZIP file (.zip, .kmz, .shz) that is not read as it is: one cut off, locked with a
/// password, with names that lead out of it ("../"), or with more than 4 GiB in it when unpacked.
void check_archive(const std::string& path);

/// Reads the files in `archive` that make up the dataset `inside` (a file with those of the same name and another
/// ending, or all in a folder; empty: all) and throws an input error where they unpack to more than the archive says.
void check_unpacked_size(const std::string& archive, const std::string& inside);

/// Whether a file of that name is itself packed: .zip, .kmz, .xlsx, .7z ...
[[nodiscard]] bool is_packed(const std::string& name);
/// The error of an archive that lies within another.
[[nodiscard]] core::Error archive_in_archive(const std::string& archive, const std::string& inside);

/// The path under which GDAL reads in a ZIP file.
[[nodiscard]] std::string path_in_archive(const std::string& archive, const std::string& inside);

}  // namespace desakota::io
