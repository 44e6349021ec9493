#pragma once

#include <string>
#include <string_view>

namespace desakota::matching {

/// A name without the marks of footnotes: "Tani Jaya 1)", "Tani Jaya *)", "Tani Jaya^2" and "Sri Mukti r)" are "Tani
/// Jaya" and "Sri Mukti". A bracket that was opened closes what is in it, so that "(II)" stays, as does a numeral
/// ("Selimau II)") and the number of a unit ("UPT 3)").
[[nodiscard]] std::string without_footnote_marks(std::string_view text);

}  // namespace desakota::matching
