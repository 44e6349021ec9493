#pragma once

#include <string>

namespace desakota::report {

/// A page of html_page() without its scripts, styles and drawings: what is left is text, tables and pictures, for
/// programs that make other documents of it.
[[nodiscard]] std::string plain_page(const std::string& page);

}  // namespace desakota::report
