#include "engine/report/map_shapes.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>

#include "engine/geo/coordinate_system.h"
#include "engine/report/line_chains.h"
#include "engine/report/packed_numbers.h"

namespace desakota::report {
namespace {

constexpr double kStepsAlong = 4000.0;

struct Part {
    geo::PartRole role = geo::PartRole::Point;
    Cells cells;
};

bool is_ring(geo::PartRole role) {
    return role == geo::PartRole::OuterRing || role == geo::PartRole::InnerRing;
}

std::int64_t on_grid(double value, double corner, double spacing) {
    return std::llround((value - corner) / spacing);
}

Cells cells_of(std::span<const geo::Point> points, const MapGrid& grid, std::int64_t coarseness) {
    const auto spacing = grid.step * static_cast<double>(coarseness);
    Cells cells;
    for (const auto& point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) continue;
        add_cell(cells, {on_grid(point.x, grid.corner.x, spacing), on_grid(point.y, grid.corner.y, spacing)});
    }
    return cells;
}

/// The areas of a grid with a tenth of their size around, in degrees.
std::vector<Extent> seen_areas(const MapGrid& grid) {
    auto areas = grid.areas;
    if (areas.empty()) {
        const geo::Point most{grid.corner.x + grid.step * static_cast<double>(grid.width),
                              grid.corner.y + grid.step * static_cast<double>(grid.height)};
        areas.push_back({grid.corner, most});
    }
    for (auto& area : areas) {
        const double margin = area.side() / 10.0;
        area.least = {area.least.x - margin, area.least.y - margin};
        area.most = {area.most.x + margin, area.most.y + margin};
    }
    return areas;
}

bool lies_outside(std::span<const geo::Point> points, const std::vector<Extent>& areas) {
    Extent extent;
    for (const auto& point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) continue;
        extent.least = {std::min(extent.least.x, point.x), std::min(extent.least.y, point.y)};
        extent.most = {std::max(extent.most.x, point.x), std::max(extent.most.y, point.y)};
    }
    return std::ranges::none_of(areas, [&](const Extent& area) {
        return extent.most.x >= area.least.x && extent.least.x <= area.most.x && extent.most.y >= area.least.y &&
               extent.least.y <= area.most.y;
    });
}

/// What is left of a part once it stands on the grid; nothing where it is not worth drawing.
std::optional<Part> part_on_grid(geo::PartRole role, Cells cells) {
    if (is_ring(role) && cells.size() > 1 && cells.front() == cells.back()) cells.pop_back();
    if (role == geo::PartRole::Line && cells.size() < 2) return std::nullopt;
    if (role == geo::PartRole::InnerRing && cells.size() < 3) return std::nullopt;
    if (role == geo::PartRole::OuterRing && cells.size() < 3) {
        const auto [x, y] = cells.front();
        cells = {{x, y}, {x + 1, y}, {x, y + 1}};
    }
    return Part{role, std::move(cells)};
}

std::vector<Part> parts_of(const geo::Geometries& degrees, const std::vector<std::uint32_t>& rows, const MapGrid& grid,
                           std::int64_t coarseness) {
    std::vector<Part> parts;
    const auto areas = seen_areas(grid);
    for (const auto row : rows) {
        const auto [first, last] = degrees.parts(row);
        for (auto i = first; i < last; ++i) {
            if (lies_outside(degrees.coordinates(i), areas)) continue;
            auto cells = cells_of(degrees.coordinates(i), grid, coarseness);
            auto part = part_on_grid(degrees.role(i), std::move(cells));
            if (part) parts.push_back(std::move(*part));
        }
    }
    return parts;
}

void pack(PackedNumbers& packed, const Part& part, Cell& before) {
    packed.add(std::uint64_t{part.cells.size()} * 4 + static_cast<std::uint64_t>(part.role));
    for (const auto& cell : part.cells) {
        packed.add_signed(cell.x - before.x);
        packed.add_signed(cell.y - before.y);
        before = cell;
    }
}

/// The lines among these rows, every stretch of them once.
std::vector<Part> joined_lines(const std::vector<Part>& parts) {
    std::vector<Cells> lines;
    lines.reserve(parts.size());
    for (const auto& part : parts) lines.push_back(part.cells);
    std::vector<Part> joined;
    for (auto& chain : chains_of(lines)) joined.push_back({geo::PartRole::Line, std::move(chain)});
    return joined;
}

std::string packed(const std::vector<std::vector<Part>>& groups) {
    PackedNumbers packed;
    Cell before;
    for (const auto& parts : groups) {
        packed.add(std::uint64_t{parts.size()});
        for (const auto& part : parts) pack(packed, part, before);
    }
    return packed.text();
}

bool have_same_parts(const geo::Geometries& a, const geo::Geometries& b) {
    for (std::size_t row = 0; row < a.size(); ++row) {
        if (a.parts(row).last != b.parts(row).last) return false;
    }
    for (std::size_t part = 0; part < a.part_count(); ++part) {
        if (a.role(part) != b.role(part) || a.coordinates(part).size() != b.coordinates(part).size()) return false;
    }
    return true;
}

}  // namespace

geo::Geometries in_degrees(const layers::Layer& layer) {
    auto geometry = layer.geometry;
    core::SilentProgress progress;
    if (!layer.crs.empty()) geo::to_wgs84(geometry.all_coordinates(), layer.crs, core::Parallel{}, progress);
    return geometry;
}

bool have_same_geometry(const layers::Layer& a, const layers::Layer& b) {
    return a.crs == b.crs && a.geometry.size() == b.geometry.size() &&
           a.geometry.part_count() == b.geometry.part_count() &&
           std::ranges::equal(a.geometry.all_coordinates(), b.geometry.all_coordinates()) &&
           have_same_parts(a.geometry, b.geometry);
}

void Extent::add(const geo::Geometries& geometries) {
    for (const auto& point : geometries.all_coordinates()) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) continue;
        least = {std::min(least.x, point.x), std::min(least.y, point.y)};
        most = {std::max(most.x, point.x), std::max(most.y, point.y)};
    }
}

void Extent::add(const Extent& other) {
    least = {std::min(least.x, other.least.x), std::min(least.y, other.least.y)};
    most = {std::max(most.x, other.most.x), std::max(most.y, other.most.y)};
}

double Extent::side() const {
    return std::max(most.x - least.x, most.y - least.y);
}

bool Extent::is_near(const Extent& other) const {
    const double wide = most.x - least.x;
    const double high = most.y - least.y;
    return other.least.x <= most.x + wide && other.most.x >= least.x - wide && other.least.y <= most.y + high &&
           other.most.y >= least.y - high;
}

std::vector<Extent> areas_of(const std::vector<Extent>& extents) {
    std::vector<Extent> areas;
    for (auto next : extents) {
        if (next.is_empty()) continue;
        // The union may lie near further ones.
        for (auto near = areas.begin(); near != areas.end();) {
            const bool is_near = near->is_near(next) || next.is_near(*near);
            if (is_near) next.add(*near);
            near = is_near ? (areas.erase(near), areas.begin()) : std::next(near);
        }
        areas.push_back(next);
    }
    return areas;
}

double coarsest_step(const std::vector<Extent>& areas) {
    // A single place still gets a map of about a kilometre.
    double side = 0.01;
    for (const auto& area : areas) side = std::max(side, area.side());
    return side / kStepsAlong;
}

double finest_step(const std::vector<Extent>& areas) {
    constexpr double kMetre = 1e-5;  // degrees, about
    return std::min(kMetre, coarsest_step(areas));
}

MapGrid grid_over(const std::vector<Extent>& areas, double step) {
    Extent all;
    for (const auto& area : areas) all.add(area);
    MapGrid grid{all.least, step, 0, 0, areas};
    grid.width = std::llround((all.most.x - all.least.x) / step);
    grid.height = std::llround((all.most.y - all.least.y) / step);
    return grid;
}

std::string packed_shapes(const geo::Geometries& degrees, const RowGroups& groups, const MapGrid& grid,
                          std::int64_t coarseness) {
    std::vector<std::vector<Part>> parts;
    parts.reserve(groups.size());
    for (const auto& rows : groups) parts.push_back(parts_of(degrees, rows, grid, coarseness));
    return packed(parts);
}

std::string packed_lines(const geo::Geometries& degrees, const RowGroups& groups, const MapGrid& grid,
                         std::int64_t coarseness) {
    std::vector<std::vector<Part>> parts;
    parts.reserve(groups.size());
    for (const auto& rows : groups) parts.push_back(joined_lines(parts_of(degrees, rows, grid, coarseness)));
    return packed(parts);
}

}  // namespace desakota::report
