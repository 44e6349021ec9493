#pragma once

#include <string>
#include <string_view>

namespace desakota::study {

/// A name from the data as a part of a file's name: small letters and digits, "_" between them; at most 40.
[[nodiscard]] std::string file_name_part(std::string_view name);

/// "001" of 41, "0001" of 3,300.
[[nodiscard]] std::string counted(std::size_t number, std::size_t of);

}  // namespace desakota::study
