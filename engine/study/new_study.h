#pragma once

#include <string>
#include <vector>

#include "engine/core/text.h"

namespace desakota::study {

struct BegunStudy {
    std::string file;
    std::vector<core::Text> recognised;  ///< what was taken for what
};

/// Looks at the layers and tables of a folder (not of the folders in it), recognises what they are, and writes
/// FOLDER/study.toml. Throws a usage error where there is no such folder, nothing in it that can be read, or such a
/// file already and `overwrite` is off.
[[nodiscard]] BegunStudy new_study(const std::string& folder, core::Language language, bool overwrite);

}  // namespace desakota::study
