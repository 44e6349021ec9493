#pragma once

#include <string_view>

namespace desakota::welfare {

/// The text of a file of this room that was embedded at build time (engine_embed), by its path within the room
/// ("schemes/idm-2016.toml"); empty where there is none.
[[nodiscard]] std::string_view embedded_text(std::string_view path);

}  // namespace desakota::welfare
