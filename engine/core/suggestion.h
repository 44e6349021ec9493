#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"

namespace desakota::core {

/// The word of `candidates` that `word` was most likely meant to be: the fewest letters added, dropped, changed or
/// swapped, at most a third of them. Empty where none is near; the first of equally near ones.
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates);

/// " Did you mean X?", or nothing where `suggestion` is empty.
[[nodiscard]] Text did_you_mean(const std::string& suggestion);

}  // namespace desakota::core
