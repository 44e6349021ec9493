#include "engine/io/wkb.h"

#include <gmock/gmock.h>

#include <ogr_geometry.h>

#include "tests/io/support/reading.h"

#include "engine/io/gdal_handles.h"

namespace desakota::io {
namespace {

using geo::GeometryType;

std::vector<std::byte> wkb_of(const std::string& wkt, OGRwkbByteOrder order = wkbNDR,
                              OGRwkbVariant variant = wkbVariantIso) {
    OGRGeometry* made = nullptr;
    OGRGeometryFactory::createFromWkt(wkt.c_str(), nullptr, &made);
    const GeometryHandle geometry(made);
    std::vector<std::byte> bytes(geometry->WkbSize());
    geometry->exportToWkb(order, reinterpret_cast<unsigned char*>(bytes.data()), variant);
    return bytes;
}

struct Outcome {
    WkbOutcome outcome;
    std::string text;
    bool operator==(const Outcome&) const = default;
};

Outcome added(std::span<const std::byte> wkb, GeometryType wanted) {
    layers::Layer layer;
    const auto outcome = add_wkb(wkb, wanted, layer.geometry);
    layer.geometry.end_feature();
    return {outcome, geometry_text(layer, 0)};
}
Outcome added(const std::string& wkt, GeometryType wanted) {
    return added(wkb_of(wkt), wanted);
}

TEST(Wkb, TakesEverySimpleType) {
    EXPECT_EQ(added("POINT(1 2)", GeometryType::Point), (Outcome{WkbOutcome::Taken, "P(1 2)"}));
    EXPECT_EQ(added("MULTIPOINT(1 2,3 4)", GeometryType::Point), (Outcome{WkbOutcome::Taken, "P(1 2)P(3 4)"}));
    EXPECT_EQ(added("LINESTRING(1 2,3 4,5 6)", GeometryType::Line), (Outcome{WkbOutcome::Taken, "L(1 2,3 4,5 6)"}));
    EXPECT_EQ(added("MULTILINESTRING((1 2,3 4),(5 6,7 8))", GeometryType::Line),
              (Outcome{WkbOutcome::Taken, "L(1 2,3 4)L(5 6,7 8)"}));
    EXPECT_EQ(added("POLYGON((0 0,9 0,9 9,0 0),(5 2,6 2,6 3,5 2))", GeometryType::Polygon),
              (Outcome{WkbOutcome::Taken, "O(0 0,9 0,9 9,0 0)I(5 2,6 2,6 3,5 2)"}));
    EXPECT_EQ(added("MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))", GeometryType::Polygon),
              (Outcome{WkbOutcome::Taken, "O(0 0,1 0,1 1,0 0)O(5 5,6 5,6 6,5 5)"}));
}

TEST(Wkb, DropsZAndMInEveryNotationAndByteOrder) {
    for (const auto* const wkt : {"LINESTRING Z(1 2 9,3 4 9)", "LINESTRING M(1 2 9,3 4 9)",
                                  "LINESTRING ZM(1 2 9 8,3 4 9 8)", "MULTILINESTRING Z((1 2 9,3 4 9))"}) {
        for (const auto order : {wkbNDR, wkbXDR}) {
            for (const auto variant : {wkbVariantOldOgc, wkbVariantIso, wkbVariantPostGIS1}) {
                EXPECT_EQ(added(wkb_of(wkt, order, variant), GeometryType::Line),
                          (Outcome{WkbOutcome::Taken, "L(1 2,3 4)"}))
                    << wkt;
            }
        }
    }
}

TEST(Wkb, TakesThePartsOfTheWantedTypeFromACollection) {
    const auto* const wkt = "GEOMETRYCOLLECTION(POINT(1 2),GEOMETRYCOLLECTION(LINESTRING(1 2,3 4)),POINT(5 6))";
    EXPECT_EQ(added(wkt, GeometryType::Line), (Outcome{WkbOutcome::Taken, "L(1 2,3 4)"}));
    EXPECT_EQ(added(wkt, GeometryType::Point), (Outcome{WkbOutcome::Taken, "P(1 2)P(5 6)"}));
    EXPECT_EQ(added(wkt, GeometryType::Polygon), (Outcome{WkbOutcome::OtherType, ""}));
}

TEST(Wkb, TellsEmptyGeometriesFromOthers) {
    for (const auto* const wkt : {"POINT EMPTY", "LINESTRING EMPTY", "POLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY"}) {
        EXPECT_EQ(added(wkt, GeometryType::Line), (Outcome{WkbOutcome::Empty, ""})) << wkt;
    }
    EXPECT_EQ(added("LINESTRING(1 2)", GeometryType::Line), (Outcome{WkbOutcome::Empty, ""}));
    EXPECT_EQ(added("POINT(1 2)", GeometryType::Line), (Outcome{WkbOutcome::OtherType, ""}));
}

TEST(Wkb, ClosesRings) {
    EXPECT_EQ(added("POLYGON((0 0,9 0,9 9))", GeometryType::Polygon),
              (Outcome{WkbOutcome::Taken, "O(0 0,9 0,9 9,0 0)"}));
}

TEST(Wkb, SaysThatCurvesAreCurvesAndTakesNothingOfThem) {
    const auto* const wkt = "GEOMETRYCOLLECTION(LINESTRING(1 2,3 4),CIRCULARSTRING(0 0,1 1,2 0))";
    EXPECT_EQ(added(wkt, GeometryType::Line), (Outcome{WkbOutcome::Curved, ""}));
}

TEST(Wkb, RefusesEveryTruncation) {
    for (const auto* const wkt : {"POINT(1 2)", "MULTILINESTRING((1 2,3 4),(5 6,7 8))", "POLYGON((0 0,9 0,9 9,0 0))"}) {
        const auto wkb = wkb_of(wkt);
        for (std::size_t size = 0; size < wkb.size(); ++size) {
            for (const auto type : {GeometryType::Point, GeometryType::Line, GeometryType::Polygon}) {
                EXPECT_EQ(added(std::span(wkb).first(size), type), (Outcome{WkbOutcome::Corrupt, ""})) << wkt << size;
            }
        }
    }
}

TEST(Wkb, RefusesUnknownTypesAndBottomlessCollections) {
    auto unknown = wkb_of("POINT(1 2)");
    unknown[1] = std::byte{99};
    EXPECT_EQ(added(unknown, GeometryType::Point).outcome, WkbOutcome::Corrupt);
    std::string deep = "POINT(1 2)";
    for (int level = 0; level < 30; ++level) deep = "GEOMETRYCOLLECTION(" + deep + ")";
    EXPECT_EQ(added(deep, GeometryType::Point).outcome, WkbOutcome::Taken);
    std::vector<std::byte> bottomless;
    for (int level = 0; level < 1000; ++level) {
        for (const int byte : {1, 7, 0, 0, 0, 1, 0, 0, 0}) bottomless.push_back(static_cast<std::byte>(byte));
    }
    EXPECT_EQ(added(bottomless, GeometryType::Point).outcome, WkbOutcome::Corrupt);
}

}  // namespace
}  // namespace desakota::io
