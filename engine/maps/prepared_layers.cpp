#include "engine/maps/prepared_layers.h"

#include <algorithm>
#include <cmath>

#include "engine/geo/coordinate_system.h"

namespace desakota::maps {
namespace {

using layers::Layer;

/// The middle of a layer in degrees; the middle of Indonesia where it has no place at all.
geo::Point middle_of(const Layer& layer, const core::Parallel& parallel, core::Progress& progress) {
    Box box;
    for (const auto& point : layer.geometry.all_coordinates()) {
        if (std::isfinite(point.x) && std::isfinite(point.y)) box.add(point);
    }
    constexpr geo::Point kMiddleOfIndonesia{118.0, -2.0};
    if (box.is_empty()) return kMiddleOfIndonesia;
    geo::Point middle = box.centre();
    geo::to_wgs84({&middle, 1}, layer.crs, parallel, progress);
    return std::isfinite(middle.x) && std::isfinite(middle.y) ? middle : kMiddleOfIndonesia;
}

bool are_drawn_alike(const Layer& left, const Layer& right) {
    if (&left == &right) return true;
    const auto& a = left.geometry;
    const auto& b = right.geometry;
    if (left.crs != right.crs || left.row_count != right.row_count || left.geometry_type != right.geometry_type ||
        a.size() != b.size() || a.part_count() != b.part_count()) {
        return false;
    }
    for (std::size_t row = 0; row < a.size(); ++row) {
        if (a.parts(row).last != b.parts(row).last) return false;
    }
    for (std::size_t part = 0; part < a.part_count(); ++part) {
        if (a.role(part) != b.role(part) || a.coordinates(part).size() != b.coordinates(part).size()) return false;
    }
    return std::ranges::equal(a.all_coordinates(), b.all_coordinates());
}

}  // namespace

LayerPreparation::LayerPreparation(const Layer& area, const core::Parallel& parallel, core::Progress& progress)
    : parallel_(parallel), progress_(&progress), zone_(zone_of(middle_of(area, parallel, progress))) {}

std::shared_ptr<const ProjectedGeometry> LayerPreparation::projected(const Layer& layer) {
    const auto known = std::ranges::find_if(
        projected_, [&](const Projected& candidate) { return are_drawn_alike(*candidate.layer, layer); });
    if (known != projected_.end()) return known->geometry;
    projected_.push_back(
        {&layer, std::make_shared<const ProjectedGeometry>(project(layer, zone_, parallel_, *progress_))});
    return projected_.back().geometry;
}

PreparedLayer LayerPreparation::prepare(const DrawnLayer& drawn) {
    const auto& layer = *drawn.layer;
    PreparedLayer prepared{drawn, projected(layer), std::vector<std::uint16_t>(layer.row_count, kNoClass),
                           std::vector<bool>(layer.row_count, false)};
    const core::Parallel rows{parallel_.threads, 1024};
    core::parallel_for(layer.row_count, rows, *progress_, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            const auto found = class_of(drawn.style, layer, row);
            if (found) prepared.classes[row] = static_cast<std::uint16_t>(*found);
        }
    });
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        prepared.doubtful[row] = is_doubtful(drawn.style, layer, row);
    }
    return prepared;
}

}  // namespace desakota::maps
