#pragma once

#include <deque>
#include <string>

#include "engine/layers/layer.h"
#include "engine/report/html_page.h"
#include "engine/report/report.h"

namespace desakota::report {

/// A report on an area of 7 x 6 settlements, with everything a report can hold, and the layers that it points at.
struct MadeReport {
    std::deque<layers::Layer> layers;
    Report report;
    PagePictures pictures;
};

/// Where `mark` is not empty, every text of the report and every name in its layers ends with it. The fourth settlement
/// is always called "<script>alert(1)</script>".
[[nodiscard]] MadeReport made_report(const std::string& mark = {});

/// The content of a PNG file of one white pixel.
[[nodiscard]] std::string white_pixel();

}  // namespace desakota::report
