#pragma once

#include <map>
#include <string>

#include "engine/core/progress.h"
#include "engine/core/text.h"
#include "engine/report/report.h"

namespace desakota::report {

/// Pictures that a report shows, each the content of a PNG file.
struct PagePictures {
    /// By Index::id; an index without a picture is described by its legend alone. About 1,000 pixels wide on a page for
    /// screens, so that a report stays a few megabytes; as large as paper needs in a document for paper.
    std::map<std::string, std::string> maps;
};

/// The report as one HTML file that loads nothing from anywhere, in one language: everything can be read with scripts
/// off, scripts add maps to move in, tables to sort and filter, and charts to point at. Texts from data stay text
/// wherever they stand. The same report and pictures give the same bytes.
///
/// Throws core::Error where a layer's coordinate system is not understood.
[[nodiscard]] std::string html_page(const Report& report, const PagePictures& pictures, core::Language language,
                                    core::Progress& progress);
[[nodiscard]] inline std::string html_page(const Report& report, const PagePictures& pictures,
                                           core::Language language) {
    core::SilentProgress silent;
    return html_page(report, pictures, language, silent);
}

}  // namespace desakota::report
