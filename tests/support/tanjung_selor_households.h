#pragma once

#include <array>
#include <cstdint>

namespace desakota::test_support {

/// One household of tanjung_selor.h. `income`: of the household, in rupiah a month.
struct SampleHousehold {
    std::uint8_t settlement = 0;  ///< its row, from 0
    std::int8_t persons = 0;
    std::int32_t income = 0;
    std::int8_t working = 0;
    std::int8_t schooling = 0;    ///< years, of the head
    std::int8_t hours = 0;        ///< a week, of the head
    double land = 0.0;            ///< ha
    std::int16_t production = 0;  ///< kg of cereals a year, net
    bool electricity = false;
    bool clean_water = false;
    std::int8_t children = 0;
    std::int8_t immunised = 0;
    bool literate = false;  ///< the housewife
};

/// Made so that the published shares come out (see make_tanjung_selor), not observed.
// clang-format off
inline constexpr std::array<SampleHousehold, 80> kSampleHouseholds{{
    {0, 7, 2950000, 3, 9, 24, 0.75, 280, true, true, 3, 2, true},
    {0, 2, 415000, 1, 3, 35, 1.25, 495, false, true, 0, 0, true},
    {0, 4, 525000, 1, 0, 12, 0.75, 230, true, false, 2, 2, false},
    {0, 5, 1155000, 2, 0, 40, 0.5, 265, false, false, 3, 3, true},
    {0, 4, 1685000, 2, 6, 40, 1.25, 420, true, true, 1, 0, true},
    {0, 3, 1825000, 2, 6, 35, 1.25, 305, true, true, 0, 0, true},
    {0, 4, 810000, 2, 0, 42, 0.75, 195, true, false, 2, 2, false},
    {0, 5, 3240000, 2, 9, 48, 1.5, 495, true, false, 0, 0, true},
    {0, 4, 980000, 2, 7, 48, 0.5, 265, false, true, 2, 2, true},
    {0, 5, 2145000, 2, 5, 35, 1.5, 675, true, false, 2, 2, true},
    {0, 2, 410000, 1, 9, 28, 0.25, 80, true, true, 0, 0, true},
    {0, 4, 1145000, 2, 6, 24, 1.25, 520, true, true, 2, 1, false},
    {0, 5, 1110000, 2, 6, 24, 0.5, 125, true, false, 0, 0, true},
    {0, 2, 700000, 1, 6, 20, 2, 550, true, true, 0, 0, true},
    {0, 5, 2180000, 3, 8, 30, 1.25, 650, true, true, 0, 0, true},
    {0, 3, 930000, 1, 9, 42, 1.5, 570, true, true, 1, 1, true},
    {0, 4, 1305000, 1, 8, 14, 0.75, 295, true, true, 1, 1, false},
    {0, 3, 2150000, 2, 6, 20, 1, 345, true, true, 1, 0, true},
    {1, 2, 455000, 1, 4, 35, 1.25, 320, false, true, 0, 0, true},
    {1, 5, 915000, 1, 3, 42, 0.5, 150, false, true, 0, 0, true},
    {1, 4, 1295000, 2, 6, 8, 0.75, 220, true, false, 1, 1, true},
    {1, 3, 1245000, 2, 6, 35, 0.5, 180, true, true, 1, 1, true},
    {1, 5, 2705000, 2, 9, 48, 1.5, 717, true, true, 1, 0, true},
    {1, 4, 1190000, 2, 0, 35, 0.75, 280, true, true, 2, 2, true},
    {1, 5, 1435000, 2, 7, 24, 1, 250, true, true, 2, 1, false},
    {1, 4, 1375000, 1, 6, 40, 1.25, 465, true, false, 2, 2, false},
    {1, 6, 1200000, 1, 9, 14, 0.5, 235, false, true, 3, 3, true},
    {1, 3, 485000, 1, 0, 10, 1.25, 510, true, false, 1, 1, true},
    {1, 6, 1250000, 2, 3, 30, 0.75, 295, false, true, 1, 1, true},
    {1, 4, 1430000, 2, 12, 8, 0.75, 245, true, true, 1, 1, true},
    {1, 3, 2105000, 2, 9, 28, 1, 370, true, true, 1, 0, true},
    {1, 4, 1210000, 2, 12, 35, 1.25, 270, true, false, 1, 1, true},
    {1, 4, 1710000, 2, 6, 35, 0.75, 250, true, true, 1, 1, true},
    {1, 3, 1350000, 2, 9, 48, 1.5, 345, false, true, 1, 1, true},
    {1, 6, 1250000, 2, 0, 48, 1.25, 615, true, true, 1, 0, false},
    {2, 6, 935000, 1, 5, 42, 1, 1230, true, true, 1, 0, false},
    {2, 3, 1310000, 1, 6, 35, 0.75, 575, true, true, 0, 0, true},
    {2, 3, 1245000, 2, 9, 42, 1, 650, true, false, 1, 1, true},
    {2, 6, 2455000, 2, 7, 40, 0.75, 515, true, true, 3, 2, true},
    {2, 3, 2530000, 2, 12, 35, 1.25, 1680, true, true, 1, 1, true},
    {2, 2, 320000, 1, 7, 48, 0.5, 590, false, true, 0, 0, true},
    {2, 9, 3900000, 4, 2, 40, 0.75, 830, true, true, 2, 2, true},
    {2, 3, 1865000, 1, 6, 30, 1.75, 1853, true, false, 1, 1, true},
    {2, 3, 1060000, 1, 7, 20, 0.75, 910, true, false, 1, 1, true},
    {2, 4, 1340000, 1, 9, 35, 1.75, 1640, true, true, 0, 0, true},
    {2, 5, 1930000, 2, 7, 42, 1.25, 1025, true, false, 3, 3, true},
    {2, 7, 1190000, 1, 9, 8, 1, 1405, true, true, 3, 2, true},
    {2, 3, 1150000, 1, 6, 35, 0.75, 610, true, true, 1, 0, true},
    {2, 6, 1310000, 1, 12, 40, 1, 630, true, false, 1, 1, true},
    {2, 2, 565000, 1, 6, 30, 0.75, 685, true, true, 0, 0, false},
    {3, 4, 1600000, 2, 9, 35, 1, 665, false, true, 2, 1, true},
    {3, 4, 1715000, 2, 6, 40, 1, 815, true, true, 1, 1, true},
    {3, 4, 590000, 1, 5, 40, 0.25, 230, true, false, 0, 0, false},
    {3, 5, 2250000, 2, 12, 24, 1.25, 1170, true, false, 1, 1, true},
    {3, 3, 550000, 1, 6, 40, 1, 655, false, false, 1, 1, true},
    {3, 3, 1320000, 1, 6, 24, 0.75, 400, true, true, 1, 0, true},
    {3, 3, 1285000, 2, 12, 24, 0.75, 720, false, true, 1, 1, true},
    {3, 6, 2555000, 3, 6, 28, 0.75, 425, true, true, 2, 2, true},
    {3, 6, 1075000, 2, 4, 14, 0.25, 145, true, false, 3, 3, true},
    {3, 4, 1430000, 2, 4, 35, 1, 705, false, true, 1, 0, false},
    {3, 2, 2260000, 1, 6, 42, 1.25, 575, true, true, 0, 0, true},
    {3, 3, 1590000, 2, 6, 30, 1, 695, true, true, 1, 0, true},
    {3, 6, 1375000, 1, 4, 10, 1.25, 925, false, false, 0, 0, false},
    {3, 6, 1320000, 2, 3, 12, 1.25, 990, true, false, 3, 3, true},
    {3, 6, 1315000, 2, 2, 24, 1, 910, false, true, 1, 1, true},
    {4, 3, 1320000, 2, 10, 28, 1, 425, true, true, 1, 1, true},
    {4, 7, 900000, 2, 3, 35, 1, 620, false, false, 1, 1, true},
    {4, 4, 1795000, 2, 6, 24, 1.5, 885, true, true, 2, 2, true},
    {4, 3, 1455000, 1, 6, 40, 1.5, 1165, true, true, 1, 1, true},
    {4, 7, 1270000, 2, 3, 14, 0.5, 310, false, false, 0, 0, true},
    {4, 4, 1600000, 1, 6, 40, 1.5, 1195, true, false, 1, 1, true},
    {4, 4, 1785000, 2, 12, 14, 0.5, 240, false, true, 1, 1, true},
    {4, 7, 1340000, 3, 5, 24, 0.25, 215, true, false, 2, 1, false},
    {4, 5, 1115000, 2, 0, 42, 1.25, 665, true, false, 1, 0, false},
    {4, 5, 1195000, 1, 6, 40, 0.25, 170, true, true, 2, 2, false},
    {4, 3, 1485000, 1, 10, 35, 1.25, 805, true, false, 1, 1, true},
    {4, 3, 1620000, 2, 6, 35, 1.25, 575, true, false, 1, 0, true},
    {4, 3, 1525000, 1, 8, 20, 1.75, 1464, false, true, 0, 0, true},
    {4, 3, 1510000, 1, 9, 24, 1.5, 980, false, true, 1, 0, true},
    {4, 5, 1275000, 2, 5, 14, 0.75, 610, false, false, 0, 0, true},
}};
// clang-format on

}  // namespace desakota::test_support
