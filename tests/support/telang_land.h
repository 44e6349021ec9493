#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/geo/point.h"

namespace desakota::test_support {

/// Points of the sample area in metres east and north of 104.60 E, 2.75 S, before they become degrees.
using Metres = geo::Point;

[[nodiscard]] geo::Point to_lon_lat(const Metres& metres);

/// A river, canal or road that runs from south to north: y grows from point to point.
class Curve {
public:
    Curve() = default;
    explicit Curve(std::vector<Metres> points) : points_(std::move(points)) {}

    [[nodiscard]] const std::vector<Metres>& points() const { return points_; }
    /// The point at that y, which must lie within the curve; a vertex there is returned as it is.
    [[nodiscard]] Metres at(double y) const;
    /// Makes the point at that y a vertex.
    void insert(double y);
    /// The vertices from south to north, both ends (which become points of the result) included.
    [[nodiscard]] std::vector<Metres> between(double south, double north) const;
    [[nodiscard]] Curve shifted(double east) const;

private:
    std::vector<Metres> points_;
};

/// The lines between which the villages lie, from west to east.
enum class Divide : std::uint8_t { Banyuasin, CanalWest, Telang, CanalEast, Musi, Upang };
inline constexpr std::size_t kDivides = 6;

/// A boundary across a column of villages, from its western to its eastern divide: a secondary canal, the coast in
/// the north, the edge of the area in the south.
struct Rung {
    std::vector<Metres> line;
    [[nodiscard]] const Metres& left() const { return line.front(); }
    [[nodiscard]] const Metres& right() const { return line.back(); }
};

/// Villages between two divides, from south to north: village i lies between rungs i and i + 1.
struct Column {
    Divide left = Divide::Banyuasin;
    Divide right = Divide::CanalWest;
    std::vector<Rung> rungs;
    [[nodiscard]] std::size_t villages() const { return rungs.size() - 1; }
};

inline constexpr std::size_t kColumns = 5;  ///< the last one is the island of Upang

/// Rivers, canals and village boundaries. All villages share the vertices of their common boundaries.
struct Land {
    std::array<Curve, kDivides> divides;
    std::array<Column, kColumns> columns;
    [[nodiscard]] const Curve& divide(Divide which) const { return divides[static_cast<std::size_t>(which)]; }
};

[[nodiscard]] Land make_land();

/// A river or canal as far as it is drawn: canals to the edges of the area, rivers a little beyond.
[[nodiscard]] std::vector<Metres> waterway(const Land& land, Divide divide);

/// The boundary of one village, closed, counterclockwise.
[[nodiscard]] std::vector<Metres> village_ring(const Land& land, const Column& column, std::size_t village);

}  // namespace desakota::test_support
