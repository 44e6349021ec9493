#include "tests/support/road_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "tests/support/disjoint_sets.h"
#include "tests/support/random.h"

namespace desakota::test_support {

namespace {

constexpr double kEdgesAPlace = 1.2;  // fewer than the relative neighbourhood graph has: the rest is thinned
constexpr std::uint32_t kBlock = 16;  // cells a side
constexpr int kReach = 2;             // cells in each direction in which neighbours are sought
constexpr std::size_t kWindow = 2 * kReach + 1;
constexpr double kMargin = 0.1;  // of a cell, kept free on each side

/// Visits 0 .. count - 1 once each in scattered order, until `visit` returns false.
template <class Visit>
void visit_scattered(std::size_t count, std::size_t start, Visit visit) {
    std::size_t stride = static_cast<std::size_t>(0.618 * static_cast<double>(count)) | 1U;
    while (std::gcd(stride, count) != 1) stride += 2;
    std::size_t place = start % count;
    for (std::size_t i = 0; i < count && visit(place); ++i) place = (place + stride) % count;
}

std::vector<geo::Point> random_places(std::uint32_t side, Random& random) {
    std::vector<geo::Point> places;
    places.reserve(static_cast<std::size_t>(side) * side);
    for (std::uint32_t row = 0; row < side; ++row) {
        for (std::uint32_t column = 0; column < side; ++column) {
            const double x = column + random.between(kMargin, 1.0 - kMargin);
            places.push_back({x, row + random.between(kMargin, 1.0 - kMargin)});
        }
    }
    return places;
}

double squared_distance(const geo::Point& a, const geo::Point& b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

struct Neighbour {
    std::uint32_t place = 0;
    double squared_distance = 0.0;
};

/// Finds the relative neighbours of one place after the other.
class NeighbourFinder {
public:
    NeighbourFinder(const std::vector<geo::Point>& places, std::uint32_t side) : places_(places), side_(side) {}

    /// Adds the edges from the place in that cell to places with a greater index.
    void add_edges(std::uint32_t column, std::uint32_t row, std::vector<MeshEdge>& edges) {
        const auto own = row * side_ + column;
        collect(column, row);
        for (std::size_t i = 0; i < count_; ++i) {
            if (around_[i].place > own && is_relative_neighbour(i)) edges.push_back({own, around_[i].place});
        }
    }

private:
    void collect(std::uint32_t column, std::uint32_t row) {
        const auto last = static_cast<int>(side_) - 1;
        const auto own = row * side_ + column;
        count_ = 0;
        for (int y = std::max(0, static_cast<int>(row) - kReach); y <= std::min(last, static_cast<int>(row) + kReach);
             ++y) {
            for (int x = std::max(0, static_cast<int>(column) - kReach);
                 x <= std::min(last, static_cast<int>(column) + kReach); ++x) {
                const auto other = static_cast<std::uint32_t>(y) * side_ + static_cast<std::uint32_t>(x);
                if (other != own) around_[count_++] = {other, squared_distance(places_[own], places_[other])};
            }
        }
    }
    /// No other place is nearer to both ends than they are to each other.
    [[nodiscard]] bool is_relative_neighbour(std::size_t candidate) const {
        const auto [place, length] = around_[candidate];
        for (std::size_t i = 0; i < count_; ++i) {
            if (around_[i].squared_distance < length && i != candidate &&
                squared_distance(places_[around_[i].place], places_[place]) < length) {
                return false;
            }
        }
        return true;
    }

    const std::vector<geo::Point>& places_;
    std::uint32_t side_;
    std::array<Neighbour, kWindow * kWindow> around_{};
    std::size_t count_ = 0;
};

void add_block(NeighbourFinder& finder, std::uint32_t side, const MeshEdge& corner, std::vector<MeshEdge>& edges) {
    for (std::uint32_t row = corner.to; row < std::min(corner.to + kBlock, side); ++row) {
        for (std::uint32_t column = corner.from; column < std::min(corner.from + kBlock, side); ++column) {
            finder.add_edges(column, row, edges);
        }
    }
}

std::vector<MeshEdge> relative_neighbours(const std::vector<geo::Point>& places, std::uint32_t side) {
    std::vector<MeshEdge> edges;
    edges.reserve(places.size() * 3 / 2);
    NeighbourFinder finder(places, side);
    for (std::uint32_t row = 0; row < side; row += kBlock) {
        for (std::uint32_t column = 0; column < side; column += kBlock) add_block(finder, side, {column, row}, edges);
    }
    return edges;
}

void remove_marked(std::vector<MeshEdge>& edges, const std::vector<bool>& marked) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (!marked[i]) edges[kept++] = edges[i];
    }
    edges.resize(kept);
}

/// Leaves `wanted` edges, keeping a scattered spanning forest whole.
void thin(std::vector<MeshEdge>& edges, std::size_t places, std::size_t wanted) {
    if (edges.size() < wanted) throw std::logic_error("the mesh has fewer edges than wanted");
    std::vector<bool> in_forest(edges.size());
    DisjointSets sets(places);
    visit_scattered(edges.size(), 0, [&](std::size_t edge) {
        in_forest[edge] = sets.unite(edges[edge].from, edges[edge].to);
        return true;
    });
    std::size_t surplus = edges.size() - wanted;
    std::vector<bool> marked(edges.size());
    visit_scattered(edges.size(), edges.size() / 3, [&](std::size_t edge) {
        if (surplus > 0 && !in_forest[edge]) {
            marked[edge] = true;
            --surplus;
        }
        return surplus > 0;
    });
    if (surplus > 0) throw std::logic_error("the mesh has too few edges that can be spared");
    remove_marked(edges, marked);
}

/// Takes away the links across the borders of small squares of places.
void cut_off_patches(std::vector<MeshEdge>& edges, std::uint32_t side, std::size_t patches, Random& random) {
    std::vector<std::uint32_t> patch_of(static_cast<std::size_t>(side) * side);
    for (std::uint32_t patch = 1; patch <= patches; ++patch) {
        const auto width = static_cast<std::uint32_t>(2 + random.below(4));
        const auto west = static_cast<std::uint32_t>(random.below(side - width));
        const auto south = static_cast<std::uint32_t>(random.below(side - width));
        for (std::uint32_t row = south; row < south + width; ++row) {
            std::fill_n(patch_of.begin() + static_cast<std::ptrdiff_t>(row) * side + west, width, patch);
        }
    }
    std::erase_if(edges, [&](const MeshEdge& edge) { return patch_of[edge.from] != patch_of[edge.to]; });
}

/// The edges at each place, as a run of `edges` from first[place] to first[place + 1].
struct Incidence {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> edges;
};

Incidence incidence(const RoadMesh& mesh) {
    Incidence result;
    result.first.assign(mesh.places.size() + 1, 0);
    for (const auto& edge : mesh.edges) {
        ++result.first[edge.from + 1];
        ++result.first[edge.to + 1];
    }
    std::partial_sum(result.first.begin(), result.first.end(), result.first.begin());
    result.edges.resize(mesh.edges.size() * 2);
    auto next = result.first;
    for (std::uint32_t edge = 0; edge < mesh.edges.size(); ++edge) {
        result.edges[next[mesh.edges[edge].from]++] = edge;
        result.edges[next[mesh.edges[edge].to]++] = edge;
    }
    return result;
}

/// Makes one line of two single edges at a junction; false where there are no two.
bool join_at(RoadMesh& mesh, const Incidence& at, std::size_t place) {
    if (at.first[place + 1] - at.first[place] < 3) return false;
    std::array<std::uint32_t, 2> pair{};
    std::size_t found = 0;
    for (auto i = at.first[place]; i < at.first[place + 1] && found < 2; ++i) {
        if (mesh.partner[at.edges[i]] == at.edges[i]) pair[found++] = at.edges[i];
    }
    if (found < 2) return false;
    mesh.partner[pair[0]] = pair[1];
    mesh.partner[pair[1]] = pair[0];
    return true;
}

void join_lines(RoadMesh& mesh, std::size_t wanted) {
    mesh.partner.resize(mesh.edges.size());
    std::iota(mesh.partner.begin(), mesh.partner.end(), 0U);
    const auto at = incidence(mesh);
    visit_scattered(mesh.places.size(), 0, [&](std::size_t place) {
        if (wanted > 0 && join_at(mesh, at, place)) --wanted;
        return wanted > 0;
    });
    if (wanted > 0) throw std::logic_error("the mesh has too few junctions");
}

}  // namespace

RoadMesh make_road_mesh(const MeshCounts& counts, std::uint64_t seed) {
    const auto edges = counts.lines + counts.joined;
    const auto side = static_cast<std::uint32_t>(std::ceil(std::sqrt(static_cast<double>(edges) / kEdgesAPlace)));
    Random random(seed);
    RoadMesh mesh;
    mesh.places = random_places(side, random);
    mesh.edges = relative_neighbours(mesh.places, side);
    cut_off_patches(mesh.edges, side, counts.patches, random);
    thin(mesh.edges, mesh.places.size(), edges);
    join_lines(mesh, counts.joined);
    return mesh;
}

}  // namespace desakota::test_support
