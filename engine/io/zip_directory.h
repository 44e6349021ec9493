#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace desakota::io {

/// What the directory of an archive says of one file in it.
struct ZipEntry {
    std::string name;  ///< as written: bytes of an unknown encoding, parts divided by '/'; folders end in '/'
    std::uint64_t packed_size = 0;
    std::uint64_t size = 0;  ///< bytes when unpacked
    bool is_encrypted = false;
};

/// Reads the directory at the end of a ZIP file (.zip, .kmz), also of one larger than 4 GB; nothing is unpacked.
/// Source: PKWARE APPNOTE 6.3, sections 4.3.12 to 4.3.16 and 4.5.3. Throws an input error for a file without a whole
/// directory.
[[nodiscard]] std::vector<ZipEntry> zip_entries(const std::string& path);

}  // namespace desakota::io
