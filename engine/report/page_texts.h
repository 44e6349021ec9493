#pragma once

#include <span>
#include <string_view>

#include "engine/core/text.h"

namespace desakota::report {

/// A text of the page itself. Templates and scripts find it by its key.
struct PageText {
    std::string_view key;
    core::Text text;
};
[[nodiscard]] std::span<const PageText> page_texts();

/// The text of that key; std::logic_error where there is none.
[[nodiscard]] const core::Text& page_text(std::string_view key);

}  // namespace desakota::report
