#pragma once

#include <string>

#include "engine/core/text.h"
#include "engine/report/report.h"

namespace desakota::report {

/// The chart as an <svg> element, for whoever cannot run scripts: 640 units wide, without scripts, styles or addresses,
/// its description as alternative text. Curves, bars, intervals and scatters are drawn on axes with round marks,
/// numbers in the language's marks.
[[nodiscard]] std::string chart_svg(const Chart& chart, core::Language language);

}  // namespace desakota::report
