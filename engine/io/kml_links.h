#pragma once

#include <string>

#include "engine/io/source.h"

namespace desakota::io {

/// Throws an input error for a KML or KMZ file (`path` as GDAL opens it; others are passed over) that shows places of
/// other files or of the net by NetworkLink: they would be missing without a word. Links between the files of one KMZ
/// are no such.
void check_has_no_network_link(const std::string& path, const Source& source);

}  // namespace desakota::io
