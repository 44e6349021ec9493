// The compiled parts of fmt and toml++, in the plugin's library itself: where the plugin comes as a ZIP, these two are
// often not installed, while all the others come with QGIS.
#include <fmt/format-inl.h>

#define TOML_HEADER_ONLY 0
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>

template FMT_API fmt::detail::thousands_sep_result<char> fmt::detail::thousands_sep_impl(locale_ref);
template FMT_API char fmt::detail::decimal_point_impl(locale_ref);
