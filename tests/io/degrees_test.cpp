#include "engine/io/degrees.h"

#include <gtest/gtest.h>

namespace desakota::io {
namespace {

constexpr double kTiny = 1e-12;

struct Case {
    const char* text;
    double value;
    std::optional<bool> is_latitude;
};

TEST(Degrees, AreReadAsMapsAndReceiversWriteThem) {
    const double south = -(1.0 + 51.0 / 60.0 + 16.4 / 3600.0);
    const double east = 104.0 + 44.0 / 60.0;
    for (const auto& [text, value, is_latitude] : {
             Case{"1° 51' 16,4\" LS", south, true},
             Case{"1°51'16.4\"S", south, true},
             Case{"S 1° 51' 16.4''", south, true},
             Case{"ls 1°51′16,4″", south, true},
             Case{"1º 51’ 16,4” LS", south, true},
             Case{"1 51 16.4 LS", south, true},
             Case{"104° 44' BT", east, false},
             Case{"104°44'E", east, false},
             Case{"104° 44,5' BT", 104.0 + 44.5 / 60.0, false},
             Case{"104,75° BT", 104.75, false},
             Case{"104:44:00", east, std::nullopt},
             Case{"-1°51'16.4\"", south, std::nullopt},
             Case{"0° 30' LU", 0.5, true},
             Case{"12° BB", -12.0, false},
         }) {
        const auto degrees = parse_degrees(text);
        ASSERT_TRUE(degrees) << text;
        EXPECT_NEAR(degrees->value, value, kTiny) << text;
        EXPECT_EQ(degrees->is_latitude, is_latitude) << text;
    }
}

TEST(Degrees, AreNothingElse) {
    for (const auto* text :
         {"", "LS", "104.5", "104,5", "1° 61' LS", "1° 30' 60\" LS", "1,5° 30' LS", "181° BT", "-1° LS", "1' 51\" LS",
          "1° 2' 3\" 4 LS", "Desa Suka", "1e5° LS", "1°° LS", "° LS", "N/A", "nan° S"}) {
        EXPECT_FALSE(parse_degrees(text)) << text;
    }
}

TEST(Degrees, OfBothKindsMayStandInOneCell) {
    for (const auto* text :
         {"1°30' LS, 104°45' BT", "104°45' BT; 1°30' LS", "1°30' LS 104°45' BT", "1°30'S104°45'E", "-1.5, 104.75",
          "-1.5,104.75", "1°30'0,0\" LS, 104°45'0,0\" BT", "-1,5; 104,75", "1° 30' LS / 104° 45' BT"}) {
        const auto pair = parse_degree_pair(text);
        ASSERT_TRUE(pair) << text;
        EXPECT_NEAR(pair->latitude, -1.5, kTiny) << text;
        EXPECT_NEAR(pair->longitude, 104.75, kTiny) << text;
    }
    for (const auto* text : {"", "1°30' LS", "1°30' LS, 2°30' LS", "Balai desa, dusun 2", "1.5", "104,75"}) {
        EXPECT_FALSE(parse_degree_pair(text)) << text;
    }
}

}  // namespace
}  // namespace desakota::io
