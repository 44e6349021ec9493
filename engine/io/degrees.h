#pragma once

#include <optional>
#include <string_view>

namespace desakota::io {

/// A coordinate in degrees, minutes and seconds.
struct Degrees {
    double value = 0.0;  ///< degrees, negative in the south and west
    /// By its letters: LU, LS, N, S are latitudes; BT, BB, E, W longitudes; empty without letters.
    std::optional<bool> is_latitude;
};

/// A coordinate as maps and GPS receivers write it: 1° 51' 16,4" LS; S 1°51'16.4"; 104° 44' BT; 104:44:10. Minutes and
/// seconds below 60, at most 180 degrees, a decimal point or comma in the last part only. Empty for anything else, and
/// for a plain number without degree sign and letters.
[[nodiscard]] std::optional<Degrees> parse_degrees(std::string_view text);

struct DegreePair {
    double longitude = 0.0;
    double latitude = 0.0;
};

/// Both in one cell, in either order where letters tell them apart, else latitude first: "1°51'16,4" LS, 104°44' BT",
/// "-1.854, 104.736". Empty for anything else.
[[nodiscard]] std::optional<DegreePair> parse_degree_pair(std::string_view text);

}  // namespace desakota::io
