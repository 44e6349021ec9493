#pragma once

#include <string>

#include "engine/core/text.h"
#include "engine/report/report.h"

namespace desakota::study {

/// No message is longer, in characters of UTF-8.
inline constexpr std::size_t kShareTextLength = 900;

/// A plain text with the few numbers that matter, to paste into a message: title, area, date, findings, the first
/// three of the priority list with what they miss, and where the whole report is ("report.html"). Of each finding the
/// first sentence, as many as fit; always below kShareTextLength characters.
[[nodiscard]] std::string share_text(const report::Report& report, const std::string& where, core::Language language);

}  // namespace desakota::study
