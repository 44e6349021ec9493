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
constexpr double kRounding = 0.001;  // metres
constexpr double kAsNear = 1e-4;     // metres: places that differ by less are equally near

constexpr double square(double value) {
    return value * value;
}

/// No place within so many metres has a longer chord.
constexpr double reach_of(double metres) {
    return metres * kSlack + kRounding;
}

/// The points of a tree. While one is built, the reads that it takes are all that can be counted: they tell how far it
/// is, and hear a cancel.
struct Cloud {
    std::vector<Vector> points;
    core::Progress* progress = nullptr;
    mutable std::size_t reads = 0;
    double expected_reads = 1.0;

    void read() const {
        constexpr std::size_t kReads = 1 << 20;
        if (++reads % kReads == 0) {
            progress->step(std::min(1.0, static_cast<double>(reads) / expected_reads));
        }
    }
    [[nodiscard]] std::size_t kdtree_get_point_count() const { return points.size(); }
    [[nodiscard]] double kdtree_get_pt(std::size_t index, std::size_t axis) const {
        if (progress != nullptr) read();
        return points[index][axis];
    }
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
    core::SilentProgress silent;
    build(places, silent);
}
NearestPoints::NearestPoints(std::span<const GridPoint> places, core::Progress& progress)
    : tree_(std::make_unique<Tree>()) {
    build(places, progress);
}

void NearestPoints::build(std::span<const GridPoint> places, core::Progress& progress) {
    tree_->places.reserve(places.size());
    auto& cloud = tree_->cloud;
    cloud.points.reserve(places.size());
    core::LoopSteps steps(progress, 0.0, 0.2, places.size());
    for (const auto& place : places) {
        steps.at(cloud.points.size());
        tree_->places.push_back(place);
        cloud.points.push_back(to_cartesian(place));
    }
    if (places.empty()) return;
    core::Stage dividing(progress, 0.2, 1.0);
    // Some 14 reads a point at each level of the tree, as measured.
    cloud.expected_reads =
        14.0 * static_cast<double>(places.size()) * std::log2(2.0 + static_cast<double>(places.size()) / 10.0);
    cloud.progress = &dividing;
    tree_->index = std::make_unique<KdTree>(3, cloud);
    cloud.progress = nullptr;
}
NearestPoints::NearestPoints(NearestPoints&&) noexcept = default;
NearestPoints& NearestPoints::operator=(NearestPoints&&) noexcept = default;
NearestPoints::~NearestPoints() = default;

std::vector<NearestPoints::Found> NearestPoints::within(const GridPoint& from, double metres) const {
    std::vector<Found> found;
    if (!tree_->index) return found;
    const auto centre = to_cartesian(from);
    std::vector<std::pair<std::uint32_t, double>> hits;
    nanoflann::SearchParams unsorted;
    unsorted.sorted = false;
    tree_->index->radiusSearch(centre.data(), square(reach_of(metres)), hits, unsorted);
    for (const auto& hit : hits) {
        const double exact = exact_distance(from, tree_->places[hit.first]);
        if (exact <= metres) found.push_back({hit.first, exact});
    }
    std::ranges::sort(found, {}, &Found::place);
    return found;
}

std::optional<NearestPoints::Found> NearestPoints::nearest(const GridPoint& from, double at_most) const {
    if (!tree_->index) return std::nullopt;
    const auto centre = to_cartesian(from);
    std::array<std::uint32_t, 2> places{};
    std::array<double, 2> chords_squared{};
    const auto count = tree_->index->knnSearch(centre.data(), places.size(), places.data(), chords_squared.data());
    // A chord is shorter than its arc.
    if (chords_squared[0] > square(at_most + kRounding)) return std::nullopt;
    const Found first{places[0], exact_distance(from, tree_->places[places[0]])};
    const double as_near = first.metres + kAsNear;
    if (count == 1 || chords_squared[1] > square(reach_of(as_near))) {
        return first.metres <= at_most ? std::optional(first) : std::nullopt;
    }
    const auto candidates = within(from, as_near);
    const auto nearest = *std::ranges::min_element(
        candidates, {}, [](const Found& found) { return std::pair(std::llround(found.metres * 1e4), found.place); });
    return nearest.metres <= at_most ? std::optional(nearest) : std::nullopt;
}

}  // namespace desakota::geo
