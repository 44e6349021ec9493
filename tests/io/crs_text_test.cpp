#include "engine/io/crs_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ogr_spatialref.h>

namespace desakota::io {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(CrsText, IsTheSameWhateverKindOfWktItComesFrom) {
    OGRSpatialReference reference;
    reference.importFromEPSG(32748);
    const auto expected = crs_text(&reference);
    EXPECT_THAT(expected, StartsWith("PROJCRS[\"WGS 84 / UTM zone 48S\""));
    char* older = nullptr;
    reference.exportToWkt(&older);
    EXPECT_THAT(crs_text(std::string(older)), HasSubstr("ID[\"EPSG\",32748]"));
    CPLFree(older);
    EXPECT_EQ(crs_text(expected), expected);
}

TEST(CrsText, IsEmptyForWhatSaysThatItIsUndefined) {
    for (const auto* name : {"Undefined geographic SRS", "Undefined Cartesian SRS"}) {
        const auto wkt = std::string("LOCAL_CS[\"") + name + "\",UNIT[\"Meter\",1]]";
        EXPECT_EQ(crs_text(wkt), "") << name;
    }
    EXPECT_THAT(crs_text(std::string("LOCAL_CS[\"denah\",UNIT[\"Meter\",1]]")), HasSubstr("denah"));
}

TEST(CrsText, IsEmptyForWhatIsNoWkt) {
    EXPECT_EQ(crs_text(std::string()), "");
    EXPECT_EQ(crs_text(std::string("nonsense")), "");
}

}  // namespace
}  // namespace desakota::io
