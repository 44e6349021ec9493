#pragma once

#include <string>
#include <string_view>

#include "engine/welfare/composite.h"

namespace desakota::welfare {

/// The beginning of every scheme file of the tests.
inline constexpr std::string_view kHeading =
    "format = 1\nid = \"own\"\ntitle = {en = \"own\", id = \"sendiri\"}\nauthority = \"test\"\n"
    "provenance = \"own\"\ndirection = \"higher_is_better\"\n";

/// Classes below and from 0.5.
inline constexpr std::string_view kTwoClasses =
    "closure = \"left\"\nbreaks = [0.5]\n"
    "[[class]]\ncode = \"low\"\nlabel = {en = \"low\", id = \"rendah\"}\ncolour = \"#112233\"\n"
    "[[class]]\ncode = \"high\"\nlabel = {en = \"high\", id = \"tinggi\"}\ncolour = \"#445566\"\n";

/// An indicator with more lines of its own, each ended by "\n".
inline std::string indicator(const std::string& code, const std::string& more = "") {
    return "[[indicator]]\ncode = \"" + code + "\"\ntitle = {en = \"" + code + "\", id = \"" + code + "\"}\n" + more;
}
inline std::string dimension(const std::string& code, const std::string& more = "") {
    return "[[dimension]]\ncode = \"" + code + "\"\ntitle = {en = \"" + code + "\", id = \"" + code + "\"}\n" + more;
}

inline Scheme scheme_of(const std::string& tree, const std::string& keys = "") {
    return parse_scheme("own.toml", std::string(kHeading) + keys + std::string(kTwoClasses) + tree);
}

inline Composite composite_of(const Scheme& scheme, const IndicatorColumns& values, int threads = 1) {
    core::SilentProgress progress;
    return compute_composite(scheme, values, threads, progress);
}

}  // namespace desakota::welfare
