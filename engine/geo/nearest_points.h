#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/core/progress.h"
#include "engine/geo/point.h"

namespace desakota::geo {

/// Finds the places of a set that are nearest to a given one in a straight line (geodesic). Built once, then shared
/// by any number of threads.
class NearestPoints {
public:
    explicit NearestPoints(std::span<const GridPoint> places);
    NearestPoints(std::span<const GridPoint> places, core::Progress& progress);
    NearestPoints(NearestPoints&&) noexcept;
    NearestPoints& operator=(NearestPoints&&) noexcept;
    NearestPoints(const NearestPoints&) = delete;
    NearestPoints& operator=(const NearestPoints&) = delete;
    ~NearestPoints();

    struct Found {
        std::uint32_t place = 0;
        double metres = 0.0;
    };
    /// The nearest place; of equally near ones (to 0.1 mm) the first. Nothing where none is within `at_most` metres:
    /// what lies much farther off is told without being measured.
    [[nodiscard]] std::optional<Found> nearest(const GridPoint& from,
                                               double at_most = std::numeric_limits<double>::infinity()) const;
    /// All places within `metres`, by their index.
    [[nodiscard]] std::vector<Found> within(const GridPoint& from, double metres) const;

private:
    void build(std::span<const GridPoint> places, core::Progress& progress);

    struct Tree;
    std::unique_ptr<Tree> tree_;
};

}  // namespace desakota::geo
