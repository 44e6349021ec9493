#include "engine/geo/nearest_points.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nanoflann.hpp>
#include <numbers>
#include <utility>

#include "engine/geo/measure.h"

namespace desakota::geo {
namespace {

using Vector = std::array<double, 3>;

/// A place on the WGS 84 ellipsoid in metres from the earth's centre: chords grow with geodesics, so that the
/// nearest by chord is the nearest, but for differences that `kSlack` covers.
Vector to_cartesian(const GridPoint& place) {
    constexpr double kSemiMajorAxis = 6378137.0;
    constexpr double kFlattening = 1.0 / 298.257223563;
    constexpr double kEccentricitySquared = kFlattening * (2.0 - kFlattening);
    const double longitude = degrees(place.x) * std::numbers::pi / 180.0;
    const double latitude = degrees(place.y) * std::numbers::pi / 180.0;
    const double sine = std::sin(latitude);
    const double radius = kSemiMajorAxis / std::sqrt(1.0 - kEccentricitySquared * sine * sine);
    return {radius * std::cos(latitude) * std::cos(longitude), radius * std::cos(latitude) * std::sin(longitude),
            radius * (1.0 - kEccentricitySquared) * sine};
}

/// Chord and geodesic rank places alike to within this share: the ellipsoid's curvature differs by 0.7 % with the
/// direction, and a chord of 500 km is 0.03 % shorter than its arc.
constexpr double kSlack = 1.001;

struct Cloud {
    std::vector<Vector> points;
    [[nodiscard]] std::size_t kdtree_get_point_count() const { return points.size(); }
    [[nodiscard]] double kdtree_get_pt(std::size_t index, std::size_t axis) const { return points[index][axis]; }
    template <class Box>
    bool kdtree_get_bbox(Box& /*box*/) const {
        return false;
    }
};

using KdTree =
    nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<double, Cloud>, Cloud, 3, std::uint32_t>;

}  // namespace

struct NearestPoints::Tree {
    std::vector<GridPoint> places;
    Cloud cloud;
    std::unique_ptr<KdTree> index;
};

NearestPoints::NearestPoints(std::span<const GridPoint> places) : tree_(std::make_unique<Tree>()) {
    tree_->places.assign(places.begin(), places.end());
    for (const auto& place : places) tree_->cloud.points.push_back(to_cartesian(place));
    if (!places.empty()) tree_->index = std::make_unique<KdTree>(3, tree_->cloud);
}
NearestPoints::NearestPoints(NearestPoints&&) noexcept = default;
NearestPoints& NearestPoints::operator=(NearestPoints&&) noexcept = default;
NearestPoints::~NearestPoints() = default;

std::vector<NearestPoints::Found> NearestPoints::within(const GridPoint& from, double metres) const {
    std::vector<Found> found;
    if (!tree_->index) return found;
    const auto centre = to_cartesian(from);
    const double reach = metres * kSlack + 0.001;
    std::vector<std::pair<std::uint32_t, double>> hits;
    nanoflann::SearchParams unsorted;
    unsorted.sorted = false;
    tree_->index->radiusSearch(centre.data(), reach * reach, hits, unsorted);
    for (const auto& hit : hits) {
        const double exact = exact_distance(from, tree_->places[hit.first]);
        if (exact <= metres) found.push_back({hit.first, exact});
    }
    std::ranges::sort(found, {}, &Found::place);
    return found;
}

std::optional<NearestPoints::Found> NearestPoints::nearest(const GridPoint& from) const {
    if (!tree_->index) return std::nullopt;
    const auto centre = to_cartesian(from);
    std::uint32_t place = 0;
    double chord_squared = 0.0;
    tree_->index->knnSearch(centre.data(), 1, &place, &chord_squared);
    const auto candidates = within(from, exact_distance(from, tree_->places[place]) + 1e-4);
    return *std::ranges::min_element(
        candidates, {}, [](const Found& found) { return std::pair(std::llround(found.metres * 1e4), found.place); });
}

}  // namespace desakota::geo
