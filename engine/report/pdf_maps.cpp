#include <algorithm>

#include "engine/report/page_texts.h"
#include "engine/report/pdf_parts.h"

namespace desakota::report {
namespace {

using core::Language;

/// Upright maps get a page, level ones half a page.
constexpr double kMostHeight = 560.0;
constexpr double kMostLevelHeight = 285.0;
constexpr double kTitles = 90.0;  // of the part and of the first map

std::string title_of(const Index& index, Language language) {
    auto title = index.subject.in(language) + ": " + index.title.in(language);
    if (!index.season.in(language).empty()) title += " – " + index.season.in(language);
    return title;
}

/// 0 where it is no picture.
double height_of(PdfPages& pages, const std::string& png) {
    const double height = pages.picture_height(png, PdfPages::kWidth, kMostHeight);
    return height < PdfPages::kWidth ? std::min(height, kMostLevelHeight) : height;
}

void draw_map(PdfPages& pages, const Index& index, const std::string& png, double height, Language language) {
    constexpr double kBehind = 4.0;
    pages.heading(title_of(index, language), 2, height);
    pages.picture_at(png, {PdfPages::kLeft, pages.y(), PdfPages::kWidth, PdfAlign::Centre}, height);
    pages.advance(height + kBehind);
}

}  // namespace

void draw_maps(PdfPages& pages, const Report& report, const PagePictures& pictures, Language language,
               core::Progress& progress) {
    bool is_first = true;
    core::LoopSteps steps(progress, 0.0, 1.0, report.indexes.size(), 1);
    std::size_t number = 0;
    for (const auto& index : report.indexes) {
        steps.at(number++);
        const auto png = pictures.maps.find(index.id);
        if (png == pictures.maps.end() || index.drawn.layer == nullptr) continue;
        const double height = height_of(pages, png->second);
        if (height <= 0.0) continue;
        if (is_first) {
            pages.heading(page_text("maps").in(language), 1, height + kTitles);
            pages.paragraph(page_text("maps_note").in(language), kSmallText);
            if (report.boundaries_are_indicative) pages.paragraph(page_text("indicative").in(language), kSmallText);
        }
        is_first = false;
        draw_map(pages, index, png->second, height, language);
    }
}

}  // namespace desakota::report
