#pragma once

#include <optional>
#include <string_view>

#include "engine/core/text.h"

namespace desakota::study {

/// What a code of a result column means, where no legend says it: "reached" in "skp_status". Missing where neither the
/// column nor the code is known; names and other values of the user's own columns never are.
[[nodiscard]] std::optional<core::Text> code_words(std::string_view field, std::string_view code);
/// Whether any code of a column of that name is known.
[[nodiscard]] bool has_code_words(std::string_view field);

}  // namespace desakota::study
