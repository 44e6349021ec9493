#pragma once

#include <string>
#include <vector>

namespace desakota::io {

/// Column names as a Shapefile takes them: at most 10 letters (a to z), digits and underscores, each once (letter case
/// aside). The same names give the same short ones, in the same order.
///
///   * A name of up to 10 such characters stays. Any other character becomes an underscore.
///   * Of a longer one the vowels are left out that do not begin a word: "share_beyond" is "shr_bynd".
///   * What is still too long is cut before its last word, which is often the unit: "nearest_facility_m" is
///   "nrst_fcl_m"; where that word has more than five letters, at the end.
///   * A number in the place of the last letters tells apart what would be the same: "dstnc_t_m2".
[[nodiscard]] std::vector<std::string> short_names(const std::vector<std::string>& names);

}  // namespace desakota::io
