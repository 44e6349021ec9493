#pragma once

#include <string>
#include <vector>

namespace desakota::study {

/// A title as a sheet of a workbook is called.
struct SheetTitle {
    std::string title;   ///< without the season
    std::string season;  ///< "kemarau"; empty: none
};

/// Names that a workbook takes: at most 31 letters, each once whatever the case, without []:*?/\ and apostrophes. Long
/// titles lose letters before their last part ("ringkasan") and their season.
[[nodiscard]] std::vector<std::string> sheet_titles(const std::vector<SheetTitle>& titles);

}  // namespace desakota::study
