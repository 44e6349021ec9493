#include "tests/support/region.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/disjoint_sets.h"
#include "tests/support/random.h"

#include "engine/geo/point.h"

namespace desakota::test_support {
namespace {

std::vector<const layers::Layer*> layers_of(const Region& region) {
    return {&region.settlements, &region.roads,   &region.facilities, &region.centres,
            &region.rivers,      &region.ferries, &region.landings,   &region.centre_facilities};
}

/// One number for all coordinates and values of a region.
std::uint64_t hash_of(const Region& region) {
    std::uint64_t hash = 0;
    const auto add_text = [&hash](std::string_view text) {
        for (const char letter : text) hash = mix(hash ^ static_cast<unsigned char>(letter));
    };
    for (const auto* layer : layers_of(region)) {
        for (const auto& point : layer->geometry.all_coordinates()) {
            const auto grid = geo::to_grid(point);
            hash = mix(hash ^ mix(static_cast<std::uint64_t>(grid.x)) ^ static_cast<std::uint64_t>(grid.y));
        }
        for (const auto& column : layer->columns) {
            for (std::size_t row = 0; row < layer->row_count; ++row) add_text(column.as_text(row).value_or("-"));
        }
    }
    return hash;
}

std::int64_t sum_of(const layers::Layer& layer, std::string_view column) {
    std::int64_t sum = 0;
    for (std::size_t row = 0; row < layer.row_count; ++row) sum += layer.find(column)->whole_number(row).value();
    return sum;
}

std::set<std::string> distinct(const layers::Layer& layer, std::string_view column) {
    std::set<std::string> values;
    for (std::size_t row = 0; row < layer.row_count; ++row)
        values.insert(layer.find(column)->as_text(row).value_or(""));
    return values;
}

/// For each line the number of its component; lines hang together by shared vertices.
std::vector<std::uint32_t> component_of_lines(const layers::Layer& lines) {
    std::map<geo::GridPoint, std::uint32_t> first_line;
    DisjointSets sets(lines.row_count);
    for (std::uint32_t line = 0; line < lines.row_count; ++line) {
        for (const auto& vertex : lines.geometry.coordinates(line)) {
            sets.unite(line, first_line.emplace(geo::to_grid(vertex), line).first->second);
        }
    }
    std::vector<std::uint32_t> result;
    for (std::uint32_t line = 0; line < lines.row_count; ++line) result.push_back(sets.find(line));
    return result;
}

/// How many lines each component has, the largest first.
std::vector<std::size_t> component_sizes(const layers::Layer& lines) {
    std::map<std::uint32_t, std::size_t> sizes;
    for (const auto component : component_of_lines(lines)) ++sizes[component];
    std::vector<std::size_t> result;
    for (const auto& [component, size] : sizes) result.push_back(size);
    std::ranges::sort(result, std::ranges::greater{});
    return result;
}

void expect_sound(const Region& region) {
    for (const auto* layer : layers_of(region)) {
        SCOPED_TRACE(layer->name);
        ASSERT_EQ(layer->geometry.size(), layer->row_count);
        ASSERT_EQ(layer->feature_ids.size(), layer->row_count);
        for (const auto& column : layer->columns) ASSERT_EQ(column.size(), layer->row_count);
        for (const auto& point : layer->geometry.all_coordinates()) {
            ASSERT_TRUE(std::isfinite(point.x) && std::isfinite(point.y));
        }
        if (layer->geometry_type != geo::GeometryType::Line) continue;
        for (std::size_t row = 0; row < layer->row_count; ++row) {
            const auto line = layer->geometry.coordinates(layer->geometry.parts(row).first);
            ASSERT_GE(line.size(), 2U);
            ASSERT_EQ(std::ranges::adjacent_find(line), line.end()) << "row " << row << " repeats a vertex";
        }
    }
}

class BenchmarkRegion : public testing::Test {
protected:
    static const Region& small() {
        static const Region region = make_region(Size::S);
        return region;
    }
};

TEST_F(BenchmarkRegion, HasThePromisedNumberOfRows) {
    EXPECT_EQ(small().roads.row_count, 20'000U);
    EXPECT_EQ(small().settlements.row_count, 500U);
    EXPECT_EQ(small().facilities.row_count, 25U);
    EXPECT_EQ(small().centres.row_count, 5U);
    const auto medium = make_region(Size::M);
    EXPECT_EQ(medium.roads.row_count, 200'000U);
    EXPECT_EQ(medium.settlements.row_count, 5'000U);
}

TEST_F(BenchmarkRegion, IsSoundAndTheSameEachTime) {
    expect_sound(small());
    EXPECT_EQ(hash_of(small()), hash_of(make_region(Size::S)));
}

TEST_F(BenchmarkRegion, HasAboutEightVerticesALineAndUniqueSettlementNames) {
    const auto vertices = static_cast<double>(small().roads.geometry.all_coordinates().size());
    EXPECT_NEAR(vertices / 20'000.0, 8.0, 0.6);
    EXPECT_EQ(distinct(small().settlements, "name").size(), 500U);
    EXPECT_THAT(distinct(small().roads, "class"), testing::ElementsAre("primary", "secondary", "tertiary", "track"));
}

TEST_F(BenchmarkRegion, IsOneLargeComponentAndAFewSmallOnes) {
    const auto sizes = component_sizes(small().roads);
    EXPECT_GE(sizes.size(), 5U);  // patches of few junctions may fall apart
    EXPECT_LE(sizes.size(), 12U);
    EXPECT_GT(sizes[0], 19'600U);
}

TEST_F(BenchmarkRegion, LetsOneLineInTenRunThroughAJunction) {
    const auto& geometry = small().roads.geometry;
    std::set<geo::GridPoint> ends;
    for (std::size_t line = 0; line < geometry.size(); ++line) {
        const auto vertices = geometry.coordinates(line);
        ends.insert({geo::to_grid(vertices.front()), geo::to_grid(vertices.back())});
    }
    std::size_t through = 0;
    for (std::size_t line = 0; line < geometry.size(); ++line) {
        const auto inner = geometry.coordinates(line);
        through += std::any_of(inner.begin() + 1, inner.end() - 1,
                               [&](const geo::Point& point) { return ends.contains(geo::to_grid(point)); });
    }
    EXPECT_NEAR(static_cast<double>(through), 2'000.0, 20.0);  // some junctions lost their other lines again
}

class Telang : public testing::Test {
protected:
    static const Region& area() {
        static const Region region = make_telang();
        return region;
    }
    static std::vector<std::string> notes() {
        std::vector<std::string> found;
        const auto& column = *area().roads.find("catatan");
        for (std::size_t row = 0; row < area().roads.row_count; ++row) {
            if (const auto note = column.as_text(row)) found.push_back(*note);
        }
        return found;
    }
};

TEST_F(Telang, AddsUpToThePublishedTotals) {
    EXPECT_EQ(area().settlements.row_count, 41U);
    EXPECT_EQ(sum_of(area().settlements, "jumlah_kk"), 30'154);
    EXPECT_EQ(sum_of(area().settlements, "penduduk"), 99'810);
    EXPECT_EQ(sum_of(area().settlements, "kk_miskin"), 10'644);
    EXPECT_NEAR(10'644.0 / 30'154.0, 0.353, 0.0005);
}

TEST_F(Telang, NamesEachVillageOnceInThreeKecamatan) {
    EXPECT_EQ(distinct(area().settlements, "nama").size(), 41U);
    EXPECT_EQ(distinct(area().settlements, "kode").size(), 41U);
    EXPECT_THAT(distinct(area().settlements, "kecamatan"),
                testing::ElementsAre("Muara Telang", "Sumber Marga Telang", "Tanjung Lago"));
}

TEST_F(Telang, NeverHasMorePoorFamiliesThanFamilies) {
    const auto& villages = area().settlements;
    for (std::size_t row = 0; row < villages.row_count; ++row) {
        EXPECT_LT(villages.find("kk_miskin")->whole_number(row), villages.find("jumlah_kk")->whole_number(row));
    }
}

TEST_F(Telang, IsSoundAndTheSameEachTime) {
    expect_sound(area());
    EXPECT_EQ(hash_of(area()), hash_of(make_telang()));
}

std::map<std::string, std::size_t> row_of_each(const layers::Layer& layer, std::string_view column) {
    std::map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < layer.row_count; ++row) rows[layer.find(column)->as_text(row).value_or("")] = row;
    return rows;
}

TEST_F(Telang, GivesEachCentreWithinItThePeopleOfItsVillage) {
    const auto villages = row_of_each(area().settlements, "nama");
    const auto centres = row_of_each(area().centres, "nama");
    for (const auto& [centre, village] :
         {std::pair{"KPB Telang (Mulyasari)", "Mulyasari"}, std::pair{"Pusat SKP A Purwosari", "Purwosari"},
          std::pair{"Pusat SKP F Upang Ceria", "Upang Ceria"}}) {
        EXPECT_EQ(area().centres.find("penduduk")->whole_number(centres.at(centre)),
                  area().settlements.find("penduduk")->whole_number(villages.at(village)));
    }
}

TEST_F(Telang, CountsAtEachCentreTheFacilitiesThatStandThere) {
    EXPECT_EQ(area().centre_facilities.row_count, 46U);
    std::int64_t counted = 0;
    for (const auto* kind : {"smp", "sma", "puskesmas", "pustu", "pasar", "kantor"})
        counted += sum_of(area().centres, kind);
    EXPECT_EQ(counted, 45) << "all but the polindes, which has no column";
    const auto facilities = row_of_each(area().centre_facilities, "nama");
    const auto& status = *area().centre_facilities.find("status");
    EXPECT_EQ(status.text(facilities.at("Pasar KTM Telang")), "tidak berfungsi");
    EXPECT_FALSE(status.text(facilities.at("Pasar Sumber Hidup")));
}

/// Every stretch of boundary belongs to one village from each side, once, or to the outer border.
TEST_F(Telang, CoversItsAreaWithoutGapsOrOverlaps) {
    std::map<std::pair<geo::GridPoint, geo::GridPoint>, int> edges;
    double area_of_villages = 0.0;
    for (std::size_t row = 0; row < 41; ++row) {
        const auto ring = area().settlements.geometry.coordinates(row);
        ASSERT_EQ(ring.front(), ring.back());
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            ++edges[{geo::to_grid(ring[i]), geo::to_grid(ring[i + 1])}];
            area_of_villages += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
        }
    }
    double area_of_border = 0.0;
    for (const auto& [edge, count] : edges) {
        EXPECT_EQ(count, 1);
        if (edges.contains({edge.second, edge.first})) continue;
        const auto a = geo::to_degrees(edge.first);
        const auto b = geo::to_degrees(edge.second);
        area_of_border += a.x * b.y - b.x * a.y;
    }
    EXPECT_GT(area_of_villages, 0.0);
    EXPECT_NEAR(area_of_border, area_of_villages, 1e-9);
}

TEST_F(Telang, HoldsEveryFaultThatItsReadmeNames) {
    EXPECT_THAT(notes(), testing::UnorderedElementsAre("celah 2 m", "celah 2 m", "celah 2 m", "celah 2 m", "celah 15 m",
                                                       "pertigaan tanpa titik bersama", "pertigaan tanpa titik bersama",
                                                       "lewat 4 m", "lewat 4 m", "perempatan tanpa titik bersama",
                                                       "perempatan tanpa titik bersama", "garis ganda", "garis ganda"));
}

TEST_F(Telang, HasAnIslandThatNoRoadReaches) {
    const auto& roads = area().roads;
    const auto component = component_of_lines(roads);
    std::map<std::string, std::uint32_t> by_name;
    for (std::size_t row = 0; row < roads.row_count; ++row) {
        by_name[std::string(roads.find("nama")->text(row).value())] = component[row];
    }
    const auto island = by_name.at("Jalan Poros Upang");
    const auto mainland = by_name.at("Jalan Poros Barat");
    EXPECT_NE(island, mainland);
    EXPECT_EQ(by_name.at("Jalan Tanggul Upang"), island);
    EXPECT_EQ(by_name.at("Jalan Poros Timur"), mainland) << "over the bridge";
    EXPECT_GT(std::ranges::count(component, island), 15);
    EXPECT_GT(std::ranges::count(component, mainland), 180);
    EXPECT_EQ(area().ferries.row_count, 3U);
}

TEST_F(Telang, CarriesABridgeOverTwoLeveeRoadsWithoutSharingAVertex) {
    const auto& roads = area().roads;
    std::map<geo::GridPoint, int> users;
    for (const auto& point : roads.geometry.all_coordinates()) ++users[geo::to_grid(point)];
    std::size_t bridges = 0;
    for (std::size_t row = 0; row < roads.row_count; ++row) {
        if (roads.find("bridge")->is_missing(row)) continue;
        ++bridges;
        EXPECT_EQ(roads.find("layer")->whole_number(row), 1);
        const auto line = roads.geometry.coordinates(row);
        EXPECT_EQ(users[geo::to_grid(line.front())], 2) << "meets the road before it";
        EXPECT_EQ(users[geo::to_grid(line[1])], 1);
    }
    EXPECT_EQ(bridges, 1U);
}

}  // namespace
}  // namespace desakota::test_support
