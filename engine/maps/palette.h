#pragma once

#include <array>
#include <cstdint>

namespace desakota::maps {

/// An opaque colour, 0 to 255 a channel.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

/// Five steps from little (light) to much (dark), darker step by step, so that they keep their order in grey print
/// and for colour-blind readers.
/// Source: inferno by Nathaniel J. Smith and Stefan van der Walt (matplotlib, 2015), at 1, 5/6, 4/6, 3/6 and 2/6;
/// dedicated to the public domain (CC0).
inline constexpr std::array<Colour, 5> kLittleToMuch{
    {{252, 255, 164}, {252, 181, 25}, {237, 105, 37}, {187, 55, 84}, {120, 28, 109}}};

/// Colours for kinds of things, told apart by colour-blind readers as well.
/// Source: Okabe and Ito, "Color Universal Design" (2002, revised 2008), which gives them for free use.
inline constexpr Colour kBlue{0, 114, 178};
inline constexpr Colour kSkyBlue{86, 180, 233};
inline constexpr Colour kGreen{0, 158, 115};
inline constexpr Colour kOrange{230, 159, 0};
inline constexpr Colour kVermilion{213, 94, 0};
inline constexpr Colour kPurple{204, 121, 167};
inline constexpr Colour kBlack{0, 0, 0};

inline constexpr Colour kWhite{255, 255, 255};
inline constexpr Colour kLightGrey{190, 190, 190};
inline constexpr Colour kGrey{120, 120, 120};
inline constexpr Colour kDarkGrey{60, 60, 60};

}  // namespace desakota::maps
