#pragma once

#include <fmt/format.h>
#include <string_view>

#include "engine/core/text.h"
#include "engine/core/units.h"

namespace desakota::analyses {

/// Numbers as a reader of each language writes them: 12,345.6 in English, 12.345,6 in Indonesian. For sentences only;
/// data keep the C locale (core/number_text.h).
[[nodiscard]] core::Text grouped(double value, int decimals = 0);

/// A length for a sentence: "7 m", "420 m" (to 10 m from 100 m on), "7.4 km" (from 995 m on).
[[nodiscard]] core::Text length_text(core::Millimetres length);
/// A part of a way of `whole`: in tenths of a kilometre like the whole where it is at least 0.1 km.
[[nodiscard]] core::Text part_length_text(core::Millimetres part, core::Millimetres whole);
/// "32 min", "1 h 5 min".
[[nodiscard]] core::Text duration_text(core::Milliseconds duration);
/// A share (0 to 1) as "41 %"; below 10 % with one decimal.
[[nodiscard]] core::Text percent_text(double share);

/// As core::format_text, each language filled with the arguments' own text in it.
template <class... Texts>
[[nodiscard]] core::Text fill_text(std::string_view english, std::string_view indonesian, const Texts&... texts) {
    return {fmt::vformat(english, fmt::make_format_args(texts.english...)),
            fmt::vformat(indonesian, fmt::make_format_args(texts.indonesian...))};
}

}  // namespace desakota::analyses
