#pragma once

#include <string_view>

namespace desakota::report {

/// The text of a file that was embedded at build time (engine_embed), by its path within the room ("page/page.css") or
/// the name that engine/CMakeLists.txt gives a file of another package ("leaflet.js"); of a script also, as
/// "leaflet.js.sha256", its SHA-256 in hexadecimal digits; empty where there is none.
[[nodiscard]] std::string_view embedded_text(std::string_view path);

}  // namespace desakota::report
