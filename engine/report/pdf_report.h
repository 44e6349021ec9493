#pragma once

#include <string>

#include "engine/core/progress.h"
#include "engine/core/text.h"
#include "engine/report/html_page.h"
#include "engine/report/report.h"

namespace desakota::report {

/// The bytes of a PDF with what the report says, for paper: A4 upright. An index without a picture, or with one that
/// cannot be read, is left out. Text can be selected; long
/// tables are cut, and say so. The same report gives the same bytes.
[[nodiscard]] std::string pdf_report(const Report& report, const PagePictures& pictures, core::Language language,
                                     core::Progress& progress);
[[nodiscard]] inline std::string pdf_report(const Report& report, const PagePictures& pictures,
                                            core::Language language) {
    core::SilentProgress silent;
    return pdf_report(report, pictures, language, silent);
}

}  // namespace desakota::report
