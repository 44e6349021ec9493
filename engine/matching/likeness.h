#pragma once

#include <string_view>

namespace desakota::matching {

/// How alike two texts are, 0 (no letter in common) to 1 (the same): twice the length of their longest common
/// subsequence over the sum of their lengths, also known as the normalised similarity of insertions and deletions.
/// "selimau i" and "selimau ii", "mulya sari" and "mulyasari" are 18 / 19 = 0.947 alike: likeness proposes, it never
/// decides. 0 where both are empty.
///
/// Source of the computation, 64 letters a step: Hyyro (2004), "Bit-parallel LCS-length computation revisited".
[[nodiscard]] double likeness(std::string_view left, std::string_view right);

}  // namespace desakota::matching
