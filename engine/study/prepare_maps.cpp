#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "engine/analyses/registry.h"
#include "engine/geo/coordinate_system.h"
#include "engine/study/study_maps.h"

namespace desakota::study {
namespace {

using core::Text;
using report::BackgroundRole;

maps::LayerRole role_of(BackgroundRole role) {
    switch (role) {
        case BackgroundRole::Area:
            return maps::LayerRole::Area;
        case BackgroundRole::Rivers:
            return maps::LayerRole::Rivers;
        case BackgroundRole::Roads:
            return maps::LayerRole::Roads;
        case BackgroundRole::Ferries:
            return maps::LayerRole::Ferries;
        case BackgroundRole::Facilities:
            return maps::LayerRole::Facilities;
        case BackgroundRole::Centres:
            return maps::LayerRole::Centres;
    }
    return maps::LayerRole::Roads;
}

/// Where a layer lies, in degrees.
struct Extent {
    geo::Point least;
    geo::Point most;

    /// Whether another lies within once again its own size around it.
    [[nodiscard]] bool is_near(const Extent& other) const {
        const double wide = most.x - least.x;
        const double high = most.y - least.y;
        return other.least.x <= most.x + wide && other.most.x >= least.x - wide && other.least.y <= most.y + high &&
               other.most.y >= least.y - high;
    }
};

Extent extent_of(const layers::Layer& layer) {
    const auto coordinates = layer.geometry.all_coordinates();
    const auto [west, east] = std::ranges::minmax(coordinates, {}, &geo::Point::x);
    const auto [south, north] = std::ranges::minmax(coordinates, {}, &geo::Point::y);
    std::array<geo::Point, 4> corners{{{west.x, south.y}, {east.x, south.y}, {west.x, north.y}, {east.x, north.y}}};
    core::SilentProgress unseen;
    geo::to_wgs84(corners, layer.crs, {}, unseen);
    const auto [left, right] = std::ranges::minmax(corners, {}, &geo::Point::x);
    const auto [low, high] = std::ranges::minmax(corners, {}, &geo::Point::y);
    return {{left.x, low.y}, {right.x, high.y}};
}

/// What a layer parameter is called: "Roads".
Text title_of(const std::string& parameter) {
    for (const auto& analysis : analyses::catalogue()) {
        if (const auto* found = analysis.find(parameter)) return found->title;
    }
    return core::same_text(parameter);
}

/// "Roads: jalan.gpkg (2024)": what lies on the maps, and how old it is. Of a parameter's layers those of the study's
/// area come first; others belong to results elsewhere.
std::vector<Text> source_lines(const report::Report& report) {
    constexpr std::array kOnMaps{"settlements", "roads", "rivers", "ferries", "facilities", "centres", "area"};
    std::vector<Text> lines;
    for (const auto* parameter : kOnMaps) {
        const auto place = std::ranges::find(report.sources, parameter, &report::Source::parameter);
        if (place == report.sources.end()) continue;
        const auto file = std::filesystem::path(place->source.substr(0, place->source.find('|'))).filename().string();
        const auto dated = place->dated.empty() ? std::string{} : fmt::format(" ({})", place->dated);
        lines.push_back(title_of(parameter) + core::same_text(fmt::format(": {}{}", file, dated)));
    }
    return lines;
}

/// Where nearly everything is unsure a hatch over the whole map would say nothing: a note does.
void without_general_doubt(maps::PreparedLayer& layer) {
    constexpr double kNearlyAll = 0.8;
    const auto doubtful = std::ranges::count(layer.doubtful, true);
    if (static_cast<double>(doubtful) <= kNearlyAll * static_cast<double>(layer.doubtful.size())) return;
    layer.doubtful.assign(layer.doubtful.size(), false);
    layer.drawn.style.doubt.reset();
}

/// The background whose names stand in one of the layer's columns.
std::optional<maps::LayerRole> named_destinations(const layers::Layer& layer) {
    const auto has = [&](std::string_view ending) {
        return std::ranges::any_of(layer.columns, [&](const layers::Column& column) {
            return std::string_view(column.name()).ends_with(ending);
        });
    };
    if (has("facility_name")) return maps::LayerRole::Facilities;
    if (has("centre_name")) return maps::LayerRole::Centres;
    return std::nullopt;
}

/// Where the ways of an index lead: its own layer says so, or another one of the same analysis.
std::optional<maps::LayerRole> destinations_of(const report::Report& report, const report::Index& index) {
    if (const auto own = named_destinations(*index.drawn.layer)) return own;
    for (const auto& other : report.indexes) {
        if (other.subject != index.subject) continue;
        if (const auto found = named_destinations(*other.drawn.layer)) return found;
    }
    return std::nullopt;
}

/// Makes layers ready, those of one area together.
class MapPreparation {
public:
    MapPreparation(const report::Report& report, const core::Parallel& parallel, core::Progress& progress)
        : report_(report), parallel_(parallel), progress_(progress) {}

    StudyMaps prepare() {
        const auto by_settlement = std::ranges::find(report_.indexes, true, &report::Index::is_by_settlement);
        const auto& first = by_settlement == report_.indexes.end() ? report_.indexes.front() : *by_settlement;
        begin(*first.drawn.layer);
        for (const auto& below : report_.background) {
            result_.bases.front().background.push_back(
                {role_of(below.role), {}, areas_.front().preparation.prepare(below.drawn)});
        }
        // Named facilities above the larger stars of the centres they lie in.
        std::ranges::stable_partition(result_.bases.front().background, [](const maps::BackgroundLayer& layer) {
            return layer.role != maps::LayerRole::Facilities || !layer.prepared.drawn.style.names;
        });
        for (const auto& index : report_.indexes) {
            const auto number = area_of(*index.drawn.layer);
            result_.base_of.push_back(number);
            result_.destinations.push_back(destinations_of(report_, index));
            result_.indexes.push_back(areas_[number].preparation.prepare(index.drawn));
            without_general_doubt(result_.indexes.back());
        }
        result_.sources = source_lines(report_);
        return std::move(result_);
    }

private:
    struct Area {
        Extent extent;
        maps::LayerPreparation preparation;
    };

    void begin(const layers::Layer& layer) {
        areas_.push_back({extent_of(layer), maps::LayerPreparation(layer, parallel_, progress_)});
        result_.bases.emplace_back().zone = areas_.back().preparation.zone();
    }

    /// The area that a layer belongs to, a new one where it lies far from all.
    std::size_t area_of(const layers::Layer& layer) {
        const auto extent = extent_of(layer);
        for (std::size_t i = 0; i < areas_.size(); ++i) {
            if (areas_[i].extent.is_near(extent)) return i;
        }
        begin(layer);
        return areas_.size() - 1;
    }

    const report::Report& report_;
    core::Parallel parallel_;
    core::Progress& progress_;
    std::deque<Area> areas_;
    StudyMaps result_;
};

}  // namespace

StudyMaps prepare_maps(const report::Report& report, const core::Parallel& parallel, core::Progress& progress) {
    if (report.indexes.empty()) return {};
    return MapPreparation(report, parallel, progress).prepare();
}

}  // namespace desakota::study
