#include <array>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <stdexcept>
#include <string>

#include "tests/support/noise.h"
#include "tests/support/random.h"
#include "tests/support/region.h"
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

constexpr Point kMiddle{104.5, -3.5};
constexpr double kLinesASquareDegree = 20'000.0;
constexpr double kMetresADegree = 111'000.0;
constexpr std::size_t kLinesAName = 7;
constexpr std::size_t kLinesAPatch = 5'000;  // each patch misses some ten links

struct Plan {
    std::size_t lines = 0;
    std::size_t settlements = 0;
    std::size_t facilities = 0;
    std::size_t centres = 0;
    std::uint64_t seed = 0;
};

Plan plan_of(Size size) {
    switch (size) {
        case Size::S:
            return {20'000, 500, 25, 5, 11};
        case Size::M:
            return {200'000, 5'000, 500, 50, 22};
        case Size::L:
            return {2'000'000, 83'000, 10'000, 500, 33};
    }
    throw std::logic_error("no such size");
}

double rounded(double degrees) {
    return std::floor(degrees * 1e7 + 0.5) / 1e7;
}

Point rounded(const Point& point) {
    return {rounded(point.x), rounded(point.y)};
}

/// Bends the plane so that density varies, and never folds it: each step's derivative is under 1.
Point bend(Point point, std::uint64_t seed) {
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

/// From unit cells to degrees.
void place_on_earth(RoadMesh& mesh, const Plan& plan) {
    const double side = std::sqrt(static_cast<double>(plan.lines) / kLinesASquareDegree);
    const double cell = side / std::sqrt(static_cast<double>(mesh.places.size()));
    for (auto& place : mesh.places) {
        const auto bent = bend({place.x * cell, place.y * cell}, plan.seed);
        place = rounded({kMiddle.x - side / 2 + bent.x, kMiddle.y - side / 2 + bent.y});
    }
}

/// Adds the vertices of one edge after its first, 3 to 9 of them: a bow with some unrest.
void add_vertices(geo::Geometries& geometry, const Point& from, const Point& to, Random& random) {
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

void add_line(geo::Geometries& geometry, const RoadMesh& mesh, std::uint32_t edge, Random& random) {
    auto [from, to] = mesh.edges[edge];
    const auto partner = mesh.partner[edge];
    const auto& other = mesh.edges[partner];
    const bool joined = partner != edge;
    if (joined && (from == other.from || from == other.to)) std::swap(from, to);
    geometry.add_coordinate(mesh.places[from]);
    add_vertices(geometry, mesh.places[from], mesh.places[to], random);
    if (joined) add_vertices(geometry, mesh.places[to], mesh.places[other.from == to ? other.to : other.from], random);
    geometry.end_part(PartRole::Line);
    geometry.end_feature();
}

const char* random_class(Random& random) {
    const double draw = random.unit();
    if (draw < 0.06) return "primary";
    if (draw < 0.18) return "secondary";
    return draw < 0.55 ? "tertiary" : "track";
}

Layer make_roads(const Plan& plan) {
    auto mesh = make_road_mesh({plan.lines, plan.lines / 10, plan.lines / kLinesAPatch}, plan.seed);
    place_on_earth(mesh, plan);
    auto roads = make_layer("roads", {"Roads", "Jalan"}, GeometryType::Line,
                            {{"class", ColumnType::Text}, {"name", ColumnType::Text}});
    Random random(plan.seed + 100);
    roads.geometry.reserve(plan.lines, plan.lines * 8);
    roads.feature_ids.reserve(plan.lines);
    for (auto& column : roads.columns) column.reserve(plan.lines);
    for (std::uint32_t edge = 0; edge < mesh.edges.size(); ++edge) {
        if (mesh.partner[edge] < edge) continue;
        add_line(roads.geometry, mesh, edge, random);
        roads.columns[0].add_text(random_class(random));
        roads.columns[1].add_text(fmt::format("Jalan {}", roads.row_count / kLinesAName + 1));
        roads.feature_ids.push_back(static_cast<std::int64_t>(++roads.row_count));
    }
    return roads;
}

Point random_direction(Random& random) {
    for (;;) {
        const Point point{random.between(-1, 1), random.between(-1, 1)};
        const double length = std::sqrt(point.x * point.x + point.y * point.y);
        if (length > 0.1 && length < 1) return {point.x / length, point.y / length};
    }
}

Point near_a_road(const Layer& roads, Random& random) {
    const auto line = roads.geometry.coordinates(random.below(roads.row_count));
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

Layer make_settlements(const Layer& roads, const Plan& plan) {
    auto layer = make_layer("settlements", {"Settlements", "Satuan permukiman"}, GeometryType::Point,
                            {{"id", ColumnType::WholeNumber},
                             {"name", ColumnType::Text},
                             {"families", ColumnType::WholeNumber},
                             {"population", ColumnType::WholeNumber},
                             {"kecamatan", ColumnType::Text}});
    Random random(plan.seed + 200);
    for (std::size_t row = 0; row < plan.settlements; ++row) {
        const auto point = near_a_road(roads, random);
        const double draw = random.unit();
        const auto families = static_cast<std::int64_t>(60 + 1400 * draw * draw * draw);
        const auto population = static_cast<std::int64_t>(static_cast<double>(families) * random.between(2.8, 4.2));
        add_row(layer, PartRole::Point, {&point, 1},
                {static_cast<std::int64_t>(row + 1), settlement_name(row), families, population, kecamatan_of(point)});
    }
    return layer;
}

Layer make_facilities(const Layer& roads, const Plan& plan) {
    auto layer = make_layer("facilities", {"Health facilities", "Fasilitas kesehatan"}, GeometryType::Point,
                            {{"id", ColumnType::WholeNumber}, {"name", ColumnType::Text}, {"jenis", ColumnType::Text}});
    Random random(plan.seed + 300);
    for (std::size_t row = 1; row <= plan.facilities; ++row) {
        const auto point = near_a_road(roads, random);
        add_row(layer, PartRole::Point, {&point, 1},
                {static_cast<std::int64_t>(row), fmt::format("Puskesmas {}", row), "puskesmas"});
    }
    return layer;
}

Layer make_centres(const Layer& roads, const Plan& plan) {
    auto layer = make_layer("centres", {"Centres", "Pusat"}, GeometryType::Point,
                            {{"id", ColumnType::WholeNumber}, {"name", ColumnType::Text}});
    Random random(plan.seed + 400);
    for (std::size_t row = 1; row <= plan.centres; ++row) {
        const auto point = near_a_road(roads, random);
        add_row(layer, PartRole::Point, {&point, 1}, {static_cast<std::int64_t>(row), fmt::format("Pusat {}", row)});
    }
    return layer;
}

}  // namespace

Region make_region(Size size) {
    const auto plan = plan_of(size);
    Region region;
    region.roads = make_roads(plan);
    region.settlements = make_settlements(region.roads, plan);
    region.facilities = make_facilities(region.roads, plan);
    region.centres = make_centres(region.roads, plan);
    return region;
}

}  // namespace desakota::test_support
