#pragma once

#include <string>
#include <vector>

namespace desakota::test_support {

struct ZippedFile {
    std::string name;  ///< with its folder: "folder/file.shp"
    std::string bytes;
};

/// A zip archive of these files in their order, stored without compression and dated 1 January 2020: the same bytes on
/// every run and with every library. Below 4 GB, ASCII names.
[[nodiscard]] std::string stored_zip(const std::vector<ZippedFile>& files);

}  // namespace desakota::test_support
