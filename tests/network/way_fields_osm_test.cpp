#include "engine/network/way_fields_osm.h"

#include <gtest/gtest.h>

namespace desakota::network {
namespace {

OsmTags tags_of(std::string_view other_tags) {
    OsmTags tags;
    add_other_tags(other_tags, tags);
    return tags;
}

TEST(OtherTags, AreTakenApart) {
    const auto tags = tags_of(R"("bridge"=>"viaduct","layer"=>"-1","lanes"=>"2","oneway"=>"yes")");
    EXPECT_EQ(tags.bridge, "viaduct");
    EXPECT_EQ(tags.layer, "-1");
    EXPECT_EQ(tags.oneway, "yes");
    EXPECT_EQ(tags.tunnel, "");
}

TEST(OtherTags, MayHoldQuotesCommasAndArrowsInsideAValue) {
    const auto tags = tags_of(R"("note"=>"a \"b\", \"surface\"=>\"x\"","surface"=>"di\\rt")");
    EXPECT_EQ(tags.surface, R"(di\rt)");
}

TEST(OtherTags, LeaveTheLayersOwnFieldsAlone) {
    OsmTags tags;
    tags.surface = "asphalt";
    add_other_tags(R"("surface"=>"gravel","access"=>"no")", tags);
    EXPECT_EQ(tags.surface, "asphalt");
    EXPECT_EQ(tags.access, "no");
}

TEST(OtherTags, GiveWhatStandsBeforeAFault) {
    const auto tags = tags_of(R"("access"=>"no","surface"=>"gra)");
    EXPECT_EQ(tags.access, "no");
    EXPECT_EQ(tags.surface, "");
    EXPECT_EQ(tags_of("").access, "");
    EXPECT_EQ(tags_of("access=no").access, "");
}

TEST(OsmClass, IsTheHighwayElseFerryElseRailway) {
    EXPECT_EQ(osm_class({.highway = "track"}, LayerRole::Roads), "track");
    EXPECT_EQ(osm_class({.route = "ferry"}, LayerRole::Roads), "route=ferry");
    EXPECT_EQ(osm_class({.highway = "track", .route = "bicycle"}, LayerRole::Roads), "track");
    EXPECT_EQ(osm_class({.railway = "rail"}, LayerRole::Roads), "railway=rail");
    EXPECT_EQ(osm_class({}, LayerRole::Roads), "");
}

TEST(OsmClass, KnowsWaterwaysInRiverLayersOnly) {
    EXPECT_EQ(osm_class({.waterway = "River"}, LayerRole::Rivers), "waterway=river");
    EXPECT_EQ(osm_class({.waterway = "river"}, LayerRole::Roads), "");
}

}  // namespace
}  // namespace desakota::network
