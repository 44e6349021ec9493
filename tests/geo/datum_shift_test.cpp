#include "engine/geo/datum_shift.h"

#include <gtest/gtest.h>

namespace desakota::geo {
namespace {

TEST(DatumShift, OfTheOldIndonesianDatumIsTensOfMetres) {
    // By cs2cs 105 E 2.5 S on ID74 is 105.000240774 E 2.499977736 S on WGS 84: 26.8 m east, 2.5 m north.
    EXPECT_NEAR(datum_shift({105.0, -2.5}, "EPSG:4238").value_or(0.0), 26.9, 0.1);
    EXPECT_NEAR(datum_shift({500000.0, 9723628.0}, "EPSG:23888").value_or(0.0), 26.9, 0.1);
}

TEST(DatumShift, OfTheNationalDatumIsNothing) {
    EXPECT_NEAR(datum_shift({500000.0, 9723628.0}, "EPSG:23878").value_or(9.0), 0.0, 0.001);
    EXPECT_NEAR(datum_shift({500000.0, 9723628.0}, "EPSG:32748").value_or(9.0), 0.0, 0.001);
}

TEST(DatumShift, IsUnknownWhereThereIsNoDatumOrAnotherMeridian) {
    EXPECT_FALSE(datum_shift({1.0, 1.0}, "nonsense").has_value());
    EXPECT_FALSE(datum_shift({1.0, 1.0}, R"(LOCAL_CS["denah",UNIT["metre",1]])").has_value());
    EXPECT_FALSE(datum_shift({0.0, -2.5}, "EPSG:4813").has_value());  // Batavia (Jakarta)
}

}  // namespace
}  // namespace desakota::geo
