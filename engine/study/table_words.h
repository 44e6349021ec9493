#pragma once

#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/layers/layer.h"
#include "engine/maps/style.h"
#include "engine/report/report.h"
#include "engine/study/results.h"

namespace desakota::study {

/// The styles whose classes say what the codes of a layer mean: its own first, then those of the run's other layers, as
/// a summary has the classes of the settlements. Of no run: none.
[[nodiscard]] std::vector<maps::Style> table_styles(const RunResult* run, const layers::Layer& layer);

/// What a code of that column means: by a legend, or by the words that go with such columns; the code where neither
/// knows it.
[[nodiscard]] core::Text code_text(const std::string& column, const std::string& code,
                                   const std::vector<maps::Style>& styles);

/// The words for all codes of a layer that have any.
[[nodiscard]] report::CodeWords table_words(const RunResult& run, const layers::Layer& layer);

}  // namespace desakota::study
