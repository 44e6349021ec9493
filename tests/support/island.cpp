#include "tests/support/island.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <string>

#include "tests/support/disjoint_sets.h"
#include "tests/support/noise.h"
#include "tests/support/road_mesh.h"
#include "tests/support/table.h"

#include "engine/layers/layer.h"

namespace desakota::test_support {

namespace {

using geo::GeometryType;
using geo::PartRole;
using geo::Point;
using layers::ColumnType;
using layers::Layer;

constexpr double kMetresADegree = 111'000.0;
constexpr std::size_t kLinesAName = 7;
constexpr std::size_t kLinesAPatch = 5'000;  // each patch misses some ten links

double to_seventh_place(double degrees) {
    return std::floor(degrees * 1e7 + 0.5) / 1e7;
}

/// From unit cells to degrees.
void place_on_earth(RoadMesh& mesh, const IslandPlan& plan) {
    const double cells = std::sqrt(static_cast<double>(mesh.places.size()));
    const Point cell{plan.width / cells, plan.height / cells};
    for (auto& place : mesh.places) {
        const auto bent = bend({place.x * cell.x, place.y * cell.y}, plan.seed);
        place = rounded({plan.south_west.x + bent.x, plan.south_west.y + bent.y});
    }
}

void add_mesh_line(geo::Geometries& geometry, const RoadMesh& mesh, std::uint32_t edge, Random& random) {
    auto [from, to] = mesh.edges[edge];
    const auto partner = mesh.partner[edge];
    const auto& other = mesh.edges[partner];
    const bool joined = partner != edge;
    if (joined && (from == other.from || from == other.to)) std::swap(from, to);
    geometry.add_coordinate(mesh.places[from]);
    add_bow(geometry, mesh.places[from], mesh.places[to], random);
    if (joined) add_bow(geometry, mesh.places[to], mesh.places[other.from == to ? other.to : other.from], random);
    geometry.end_part(PartRole::Line);
    geometry.end_feature();
}

const char* random_class(Random& random) {
    const double draw = random.unit();
    if (draw < 0.06) return "primary";
    if (draw < 0.18) return "secondary";
    return draw < 0.55 ? "tertiary" : "track";
}

Point random_direction(Random& random) {
    for (;;) {
        const Point point{random.between(-1, 1), random.between(-1, 1)};
        const double length = std::sqrt(point.x * point.x + point.y * point.y);
        if (length > 0.1 && length < 1) return {point.x / length, point.y / length};
    }
}

void add_road(Layer& roads, Random& random) {
    roads.columns[0].add_text(random_class(random));
    roads.columns[1].add_text(fmt::format("Jalan {}", roads.row_count / kLinesAName + 1));
    roads.feature_ids.push_back(static_cast<std::int64_t>(++roads.row_count));
}

/// A way that ends blindly, about half a cell from its junction.
void add_spur(Layer& roads, const RoadMesh& mesh, std::uint32_t edge, Random& random) {
    const auto& from = mesh.places[mesh.edges[edge].from];
    const auto& to = mesh.places[mesh.edges[edge].to];
    const double whole = std::sqrt((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y));
    const double length = whole * random.between(0.3, 0.6);
    const auto direction = random_direction(random);
    roads.geometry.add_coordinate(from);
    add_bow(roads.geometry, from, rounded(Point{from.x + length * direction.x, from.y + length * direction.y}), random);
    roads.geometry.end_part(PartRole::Line);
    roads.geometry.end_feature();
    add_road(roads, random);
}

RoadMesh make_mesh(const IslandPlan& plan) {
    const auto spurs = plan.lines_a_spur == 0 ? 0 : plan.lines / (plan.lines_a_spur + 1);
    const auto lines = plan.lines - spurs;
    auto mesh = make_road_mesh({lines, lines / 10, lines / kLinesAPatch}, plan.seed);
    place_on_earth(mesh, plan);
    return mesh;
}

void add_roads(Layer& roads, const RoadMesh& mesh, const IslandPlan& plan) {
    Random random(plan.seed + 100);
    const auto last_row = roads.row_count + plan.lines;
    std::size_t since_spur = 0;
    for (std::uint32_t edge = 0; edge < mesh.edges.size(); ++edge) {
        if (mesh.partner[edge] < edge) continue;
        add_mesh_line(roads.geometry, mesh, edge, random);
        add_road(roads, random);
        if (plan.lines_a_spur == 0 || ++since_spur < plan.lines_a_spur || roads.row_count == last_row) continue;
        add_spur(roads, mesh, edge, random);
        since_spur = 0;
    }
}

/// The places of the largest set of places that hang together.
std::vector<Point> main_places(const RoadMesh& mesh) {
    DisjointSets sets(mesh.places.size());
    for (const auto& edge : mesh.edges) sets.unite(edge.from, edge.to);
    std::vector<std::uint32_t> sizes(mesh.places.size());
    for (std::uint32_t place = 0; place < mesh.places.size(); ++place) ++sizes[sets.find(place)];
    const auto largest = static_cast<std::uint32_t>(std::ranges::max_element(sizes) - sizes.begin());
    std::vector<Point> places;
    places.reserve(sizes[largest]);
    for (std::uint32_t place = 0; place < mesh.places.size(); ++place) {
        if (sets.find(place) == largest) places.push_back(mesh.places[place]);
    }
    return places;
}

std::vector<Point> find_landings(const RoadMesh& mesh, std::span<const Point> towards) {
    std::vector<Point> landings;
    if (towards.empty()) return landings;
    const auto places = main_places(mesh);
    landings.reserve(towards.size());
    for (const auto& target : towards) {
        landings.push_back(*std::ranges::min_element(places, {}, [&](const Point& place) {
            return (place.x - target.x) * (place.x - target.x) + (place.y - target.y) * (place.y - target.y);
        }));
    }
    return landings;
}

/// The rows of one island among all roads: from `first` to the last row.
struct IslandRoads {
    const Layer& roads;
    std::size_t first;
};

Point near_a_road(const IslandRoads& island, Random& random) {
    const auto count = island.roads.row_count - island.first;
    const auto line = island.roads.geometry.coordinates(island.first + random.below(count));
    const auto segment = random.below(line.size() - 1);
    const double t = random.unit();
    const double away = random.between(30, 400) / kMetresADegree;
    const auto direction = random_direction(random);
    const auto& a = line[segment];
    const auto& b = line[segment + 1];
    return rounded(Point{a.x + (b.x - a.x) * t + away * direction.x, a.y + (b.y - a.y) * t + away * direction.y});
}

std::string settlement_name(std::size_t row) {
    static constexpr std::array kFirst{"Sumber", "Suka", "Tanjung", "Muara", "Karang", "Mekar", "Sido",  "Marga",
                                       "Banyu",  "Sri",  "Telang",  "Bina",  "Panca",  "Purwo", "Tirta", "Mulya"};
    static constexpr std::array kSecond{"Makmur", "Jaya", "Rejo", "Sari",    "Mulyo", "Harapan",
                                        "Agung",  "Baru", "Maju", "Sentosa", "Indah", "Karya"};
    const auto pair = row % (kFirst.size() * kSecond.size());
    const auto number = row / (kFirst.size() * kSecond.size()) + 1;
    return fmt::format("{} {} {}", kFirst[pair % kFirst.size()], kSecond[pair / kFirst.size()], number);
}

std::string kecamatan_of(const Point& point) {
    const auto column = static_cast<int>(std::floor((point.x - 90.0) * 4));
    const auto row = static_cast<int>(std::floor((point.y + 20.0) * 4));
    return fmt::format("Kecamatan {:03}-{:03}", column, row);
}

void add_settlements(Layer& layer, const IslandRoads& island, const IslandPlan& plan) {
    Random random(plan.seed + 200);
    for (std::size_t i = 0; i < plan.settlements; ++i) {
        const auto row = layer.row_count;
        const auto point = near_a_road(island, random);
        const double draw = random.unit();
        const auto families = static_cast<std::int64_t>(60 + 1400 * draw * draw * draw);
        const auto population = static_cast<std::int64_t>(static_cast<double>(families) * random.between(2.8, 4.2));
        add_row(layer, PartRole::Point, {&point, 1},
                {static_cast<std::int64_t>(row + 1), settlement_name(row), families, population, kecamatan_of(point)});
    }
}

void add_facilities(Layer& layer, const IslandRoads& island, const IslandPlan& plan) {
    Random random(plan.seed + 300);
    for (std::size_t i = 0; i < plan.facilities; ++i) {
        const auto number = layer.row_count + 1;
        const auto point = near_a_road(island, random);
        add_row(layer, PartRole::Point, {&point, 1},
                {static_cast<std::int64_t>(number), fmt::format("Puskesmas {}", number), "puskesmas"});
    }
}

void add_centres(Layer& layer, const IslandRoads& island, const IslandPlan& plan) {
    Random random(plan.seed + 400);
    Random people(plan.seed + 500);
    for (std::size_t i = 0; i < plan.centres; ++i) {
        const auto number = layer.row_count + 1;
        const auto point = near_a_road(island, random);
        // From small towns to cities, many of the former.
        const auto population = static_cast<std::int64_t>(5'000.0 * std::pow(40.0, people.unit()));
        add_row(layer, PartRole::Point, {&point, 1},
                {static_cast<std::int64_t>(number), fmt::format("Pusat {}", number), population});
    }
}

}  // namespace

Point rounded(const Point& point) {
    return {to_seventh_place(point.x), to_seventh_place(point.y)};
}

Point bend(Point point, std::uint64_t seed) {
    // Each step's derivative is under 1.
    for (const double wave : {1.2, 0.4, 0.12, 0.04}) {
        const Point scaled{point.x / wave, point.y / wave};
        const double amplitude = 0.16 * wave;
        const double dx = amplitude * noise(seed, scaled);
        const double dy = amplitude * noise(seed + 1, scaled);
        point = {point.x + dx, point.y + dy};
        seed += 2;
    }
    return point;
}

void add_bow(geo::Geometries& geometry, const Point& from, const Point& to, Random& random) {
    const auto pieces = 3 + random.below(7);
    const double bow = random.between(-0.12, 0.12);
    for (std::size_t i = 1; i < pieces; ++i) {
        const double t = static_cast<double>(i) / static_cast<double>(pieces);
        const double aside = 4 * t * (1 - t) * (bow + random.between(-0.03, 0.03));
        geometry.add_coordinate(rounded(Point{from.x + (to.x - from.x) * t - (to.y - from.y) * aside,
                                              from.y + (to.y - from.y) * t + (to.x - from.x) * aside}));
    }
    geometry.add_coordinate(to);
}

Region empty_region(std::size_t lines) {
    Region region;
    region.settlements = make_layer("settlements", {"Settlements", "Satuan permukiman"}, GeometryType::Point,
                                    {{"id", ColumnType::WholeNumber},
                                     {"name", ColumnType::Text},
                                     {"families", ColumnType::WholeNumber},
                                     {"population", ColumnType::WholeNumber},
                                     {"kecamatan", ColumnType::Text}});
    region.roads = make_layer("roads", {"Roads", "Jalan"}, GeometryType::Line,
                              {{"class", ColumnType::Text}, {"name", ColumnType::Text}});
    region.facilities =
        make_layer("facilities", {"Health facilities", "Fasilitas kesehatan"}, GeometryType::Point,
                   {{"id", ColumnType::WholeNumber}, {"name", ColumnType::Text}, {"jenis", ColumnType::Text}});
    region.centres = make_layer(
        "centres", {"Centres", "Pusat"}, GeometryType::Point,
        {{"id", ColumnType::WholeNumber}, {"name", ColumnType::Text}, {"population", ColumnType::WholeNumber}});
    region.roads.geometry.reserve(lines, lines * 17 / 2);
    region.roads.feature_ids.reserve(lines);
    for (auto& column : region.roads.columns) column.reserve(lines);
    return region;
}

std::vector<Point> add_island(Region& region, const IslandPlan& plan, std::span<const Point> towards) {
    const auto mesh = make_mesh(plan);
    const IslandRoads island{region.roads, region.roads.row_count};
    add_roads(region.roads, mesh, plan);
    add_settlements(region.settlements, island, plan);
    add_facilities(region.facilities, island, plan);
    add_centres(region.centres, island, plan);
    return find_landings(mesh, towards);
}

}  // namespace desakota::test_support
