#pragma once

#include <string>

#include "engine/core/text.h"

namespace desakota::core {

/// A number as a reader of the language writes it: "12,345.6" in English, "12.345,6" in Indonesian, correctly rounded
/// to `decimals`. For people only; data keep the C locale (number_text.h).
[[nodiscard]] std::string shown_number(double value, int decimals, Language language);
/// The same in both languages.
[[nodiscard]] Text shown_number(double value, int decimals);

}  // namespace desakota::core
