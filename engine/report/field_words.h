#pragma once

#include <string>
#include <string_view>

namespace desakota::report {

/// A field by which settlements are grouped as readers write it: "nama kec" for "nama_kec", "SKP" for "skp".
[[nodiscard]] std::string field_words(std::string_view field);

}  // namespace desakota::report
