#pragma once

#include <string>

namespace desakota::maps {

/// Who answers for a map or report, as its title block says. What is empty is left out.
struct Office {
    std::string name;
    std::string logo_png;      ///< the content of a PNG file
    std::string signer;        ///< the name of who signs
    std::string signer_title;  ///< "Kepala Dinas Transmigrasi"
    std::string map_number;
    std::string date;  ///< as written, such as "26 November 2026"
};

}  // namespace desakota::maps
