#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "engine/layers/layer.h"
#include "engine/maps/style.h"
#include "engine/study/results.h"

namespace desakota::study {

/// "Dry season"; empty where the study knows only one.
[[nodiscard]] core::Text season_title(const RunResult& run);
/// The same within a sentence: "dry season".
[[nodiscard]] core::Text season_words(const RunResult& run);
/// What a run answers: its main layer's title, with the run's own name where the study gave it one; of a composite
/// index the scheme's title.
[[nodiscard]] core::Text subject_of(const RunResult& run);

/// A column's alias without the unit that the shown value has itself: "Travel time".
[[nodiscard]] core::Text label_of(const layers::Column& column);
/// Whether a column holds shares from 0 to 1.
[[nodiscard]] bool is_share(const std::string& name);
/// Whether a column counts people, families or households, even where they are apportioned.
[[nodiscard]] bool is_counted(const layers::ColumnDefinition& definition);
/// A value for readers: lengths in m or km, shares in per cent, classes by the legend's words; missing where it is.
[[nodiscard]] std::optional<core::Text> shown_value(const layers::Column& column, std::size_t row,
                                                    const std::vector<maps::Style>& styles);
/// The legend's words for a code of that field; the code where no legend has it.
[[nodiscard]] core::Text code_title(const std::vector<maps::Style>& styles, std::string_view field,
                                    std::string_view code);
/// How a layer of the run is drawn; empty where it is not.
[[nodiscard]] const std::vector<maps::Style>& styles_of(const RunResult& run, const layers::Layer& layer);

/// The value of a parameter of the run as a number; missing where it has none.
[[nodiscard]] std::optional<double> number_parameter(const RunResult& run, std::string_view name);
/// Minutes as a rule gives them: "60 min", "45 menit".
[[nodiscard]] core::Text minutes_text(double minutes);
/// "a, b and c".
[[nodiscard]] core::Text enumeration(const std::vector<core::Text>& items);

}  // namespace desakota::study
