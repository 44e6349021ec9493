#pragma once

#include <string>

namespace desakota::io {

/// The name under which GDAL shall open a local file, always absolute, so that no part of it is taken for a prefix or
/// an address. A file within a local .zip is named "/vsizip/roads.zip/roads.shp"; "roads.zip" itself is the archive. A
/// folder "area.gdb" is a geodatabase.
///
/// Throws a usage error for what is no such file: an address on the net, one of GDAL's other virtual file systems, any
/// other folder, nothing at all; an input error for a compressed file that must be unpacked first, and for an archive
/// that cannot be trusted (archive_safety.h); a failure where it may not be read.
[[nodiscard]] std::string local_file(const std::string& path);

/// Has `path` that ending (with its full stop, lower case), letter case aside?
[[nodiscard]] bool has_ending(const std::string& path, const std::string& ending);

}  // namespace desakota::io
