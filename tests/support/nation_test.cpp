#include <cmath>
#include <cstdint>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include "tests/support/disjoint_sets.h"
#include "tests/support/region.h"

#include "engine/geo/point.h"

namespace desakota::test_support {
namespace {

constexpr double kShare = 0.01;
constexpr std::size_t kIslands = 44;

/// Lines hang together by shared vertices.
class Components {
public:
    explicit Components(const layers::Layer& lines) : sets_(lines.geometry.all_coordinates().size()) {
        const auto vertices = lines.geometry.all_coordinates();
        for (std::size_t part = 0; part < lines.geometry.part_count(); ++part) {
            const auto line = lines.geometry.coordinates(part);
            const auto first = static_cast<std::uint32_t>(line.data() - vertices.data());
            for (std::uint32_t i = 0; i < line.size(); ++i) {
                sets_.unite(first, first + i);
                sets_.unite(first, place_.emplace(geo::to_grid(line[i]), first + i).first->second);
            }
        }
    }
    /// The component of a vertex of the lines.
    std::uint32_t at(const geo::Point& vertex) { return sets_.find(place_.at(geo::to_grid(vertex))); }
    [[nodiscard]] bool has(const geo::Point& vertex) const { return place_.contains(geo::to_grid(vertex)); }

private:
    DisjointSets sets_;
    std::map<geo::GridPoint, std::uint32_t> place_;
};

class Nation : public testing::Test {
protected:
    static const Region& small() {
        static const Region region = make_nation(kShare);
        return region;
    }
    static std::vector<std::pair<geo::Point, geo::Point>> ferry_ends() {
        const auto& ferries = small().ferries.geometry;
        std::vector<std::pair<geo::Point, geo::Point>> ends;
        ends.reserve(ferries.size());
        for (std::size_t ferry = 0; ferry < ferries.size(); ++ferry) {
            const auto course = ferries.coordinates(ferry);
            ends.emplace_back(course.front(), course.back());
        }
        return ends;
    }
};

TEST_F(Nation, HasItsShareOfEverything) {
    EXPECT_NEAR(static_cast<double>(small().roads.row_count), 100'000.0, 500.0) << "an island has 130 lines at least";
    EXPECT_EQ(small().settlements.row_count, 830U);
    EXPECT_EQ(small().facilities.row_count, 104U);
    EXPECT_EQ(small().centres.row_count, 5U);
    EXPECT_EQ(make_nation(kShare / 2).settlements.row_count, 415U);
}

TEST_F(Nation, RefusesAnImpossibleShare) {
    EXPECT_THROW((void)make_nation(0.0), std::invalid_argument);
    EXPECT_THROW((void)make_nation(1.01), std::invalid_argument);
    EXPECT_THROW((void)make_nation(std::nan("")), std::invalid_argument);
}

TEST_F(Nation, HasAboutEightVerticesALine) {
    const auto& geometry = small().roads.geometry;
    EXPECT_NEAR(static_cast<double>(geometry.all_coordinates().size()) / static_cast<double>(geometry.size()), 8.0,
                0.6);
}

TEST_F(Nation, LiesWhereIndonesiaDoes) {
    for (const auto& vertex : small().roads.geometry.all_coordinates()) {
        ASSERT_TRUE(vertex.x > 95 && vertex.x < 141 && vertex.y > -11 && vertex.y < 6) << vertex.x << " " << vertex.y;
    }
}

TEST_F(Nation, LetsOneLineInTwentyAndMoreEndBlindly) {
    const auto& geometry = small().roads.geometry;
    std::map<geo::GridPoint, int> users;
    for (const auto& vertex : geometry.all_coordinates()) ++users[geo::to_grid(vertex)];
    std::size_t blind = 0;
    for (std::size_t line = 0; line < geometry.size(); ++line) {
        blind += users[geo::to_grid(geometry.coordinates(line).back())] == 1;
    }
    EXPECT_GE(static_cast<double>(blind), 0.05 * static_cast<double>(geometry.size()) - 50);
}

TEST_F(Nation, LandsItsFerriesAtRoads) {
    const Components roads(small().roads);
    EXPECT_GT(small().ferries.row_count, kIslands) << "the fewest that join all, and some more";
    for (const auto& [from, to] : ferry_ends()) EXPECT_TRUE(roads.has(from) && roads.has(to)) << from.x << " " << to.x;
}

TEST_F(Nation, HasIslandsThatOnlyFerriesConnect) {
    Components roads(small().roads);
    DisjointSets over_water(small().roads.geometry.all_coordinates().size());
    std::set<std::uint32_t> islands;
    for (const auto& [from, to] : ferry_ends()) {
        EXPECT_NE(roads.at(from), roads.at(to)) << from.x << " " << to.x;
        islands.insert({roads.at(from), roads.at(to)});
        over_water.unite(roads.at(from), roads.at(to));
    }
    std::set<std::uint32_t> with_ferries;
    for (const auto island : islands) with_ferries.insert(over_water.find(island));
    EXPECT_EQ(islands.size(), kIslands);
    EXPECT_EQ(with_ferries.size(), 1U);
}

}  // namespace
}  // namespace desakota::test_support
