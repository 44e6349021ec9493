#include "engine/analyses/layers_meet.h"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "engine/core/number_text.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/measure.h"

namespace desakota::analyses {
namespace {

geo::GridBox grown(const geo::GridBox& box, double metres) {
    geo::GridBox result = box;
    result.add(geo::LocalFrame({box.min_x, box.min_y}).box(metres));
    result.add(geo::LocalFrame({box.max_x, box.max_y}).box(metres));
    return result;
}

core::Text extent_text(const LayerExtent& extent) {
    constexpr int kDecimals = 3;
    const auto from = geo::to_degrees({extent.box.min_x, extent.box.min_y});
    const auto to = geo::to_degrees({extent.box.max_x, extent.box.max_y});
    const auto number = [](double value) { return core::number_text(value, kDecimals); };
    return core::format_text("longitude {0} to {1}, latitude {2} to {3}",
                             "bujur {0} sampai {1}, lintang {2} sampai {3}", number(from.x), number(to.x),
                             number(from.y), number(to.y));
}

std::array<geo::Point, 4> corners(const LayerExtent& extent) {
    return {{extent.least, {extent.most.x, extent.least.y}, extent.most, {extent.least.x, extent.most.y}}};
}

/// Where a layer would lie if its coordinates were of the system `crs`; empty where that is no place.
geo::GridBox box_under(const LayerExtent& extent, const std::string& crs) {
    auto places = corners(extent);
    core::SilentProgress silent;
    geo::to_wgs84(places, crs, {}, silent);
    geo::GridBox box;
    for (const auto& place : places) {
        constexpr double kFullCircle = 360.0;
        if (!(std::abs(place.x) <= kFullCircle && std::abs(place.y) <= 90.0)) return {};
        box.add(geo::to_grid(place));
    }
    return box;
}

/// The number of the UTM zone in a system's name, 0 where it is none.
int utm_zone(const std::string& title) {
    constexpr std::string_view kWords = "UTM zone ";
    const auto place = title.find(kWords);
    if (place == std::string::npos) return 0;
    const auto digits = title.substr(place + kWords.size());
    const auto end = digits.find_first_not_of("0123456789");
    return static_cast<int>(core::parse_integer(digits.substr(0, end)).value_or(0));
}

/// Indonesia's UTM zones in both hemispheres, the layer's own zone first, then the nearest ones.
std::vector<std::string> utm_systems(const std::string& crs) {
    constexpr int kFirst = 46;
    constexpr int kLast = 54;
    constexpr int kMiddle = 50;
    const int zone = utm_zone(geo::crs_title(crs));
    const int start = zone >= kFirst && zone <= kLast ? zone : kMiddle;
    std::vector<std::string> systems;
    for (int away = 0; away <= kLast - kFirst; ++away) {
        for (const int candidate : {start - away, start + away}) {
            if (candidate < kFirst || candidate > kLast || (away == 0 && !systems.empty())) continue;
            systems.push_back(fmt::format("EPSG:327{}", candidate));
            systems.push_back(fmt::format("EPSG:326{}", candidate));
        }
    }
    return systems;
}

LayerExtent swapped(const LayerExtent& extent) {
    LayerExtent result = extent;
    result.least = {extent.least.y, extent.least.x};
    result.most = {extent.most.y, extent.most.x};
    return result;
}

/// What would make `extent` meet `area`; nothing where no usual mistake explains it.
std::optional<core::Text> explanation(const LayerExtent& extent, const geo::GridBox& area) {
    if (geo::is_geographic(extent.crs)) {
        const auto box = box_under(swapped(extent), extent.crs);
        if (box.is_empty() || !box.meets(area)) return std::nullopt;
        return core::format_text(
            " They would meet if longitude and latitude of {0} were swapped: swap them and save the layer.",
            " Keduanya akan bertemu bila bujur dan lintang {0} ditukar: tukarkan, lalu simpan lapisan.", extent.label);
    }
    auto systems = utm_systems(extent.crs);
    systems.emplace_back("EPSG:4326");  // degrees taken for metres
    for (const auto& system : systems) {
        const auto box = box_under(extent, system);
        if (box.is_empty() || !box.meets(area)) continue;
        return core::format_text(" They would meet if {0} were in {1}: assign that coordinate system to it.",
                                 " Keduanya akan bertemu bila {0} memakai {1}: tetapkan sistem koordinat itu padanya.",
                                 extent.label, geo::crs_title(system));
    }
    return std::nullopt;
}

core::Text problem(const LayerExtent& roads, const LayerExtent& other, double max_access) {
    auto text =
        core::format_text("{0} and {1} do not meet: ", "{0} dan {1} tidak bertemu: ", other.label, roads.label) +
        core::same_text(other.label + ": ") + extent_text(other) + core::same_text("; " + roads.label + ": ") +
        extent_text(roads) + core::same_text(".");
    auto why = explanation(other, grown(roads.box, max_access));
    if (!why) why = explanation(roads, grown(other.box, max_access));
    if (why) return text + *why;
    return text + core::Text{" Check the coordinate systems of both, and that they show the same area.",
                             " Periksa sistem koordinat keduanya, dan pastikan keduanya memuat wilayah yang sama."};
}

}  // namespace

void check_that_layers_meet(const LayerExtent& roads, const std::vector<LayerExtent>& others, double max_access,
                            RunContext& context) {
    if (roads.box.is_empty()) return;
    const auto area = grown(roads.box, max_access);
    for (const auto& other : others) {
        if (other.box.is_empty() || other.box.meets(area)) continue;
        context.diagnostics.error(problem(roads, other, max_access));
    }
}

}  // namespace desakota::analyses
