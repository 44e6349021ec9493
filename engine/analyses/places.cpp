#include "engine/analyses/places.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

#include "engine/analyses/feature_messages.h"
#include "engine/analyses/missing_system.h"
#include "engine/analyses/shift_report.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/polygons.h"

namespace desakota::analyses {
namespace {

using Rows = std::vector<std::size_t>;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The rows of which some coordinate is `bad`.
template <class Test>
Rows rows_where(const geo::Geometries& geometry, Test bad) {
    Rows rows;
    for (std::size_t row = 0; row < geometry.size(); ++row) {
        const auto parts = geometry.parts(row);
        bool found = false;
        for (auto part = parts.first; part < parts.last && !found; ++part) {
            found = std::ranges::any_of(geometry.coordinates(part), bad);
        }
        if (found) rows.push_back(row);
    }
    return rows;
}

constexpr double kPole = 90.0;

bool is_beyond_pole(const geo::Point& place) {
    return std::abs(place.y) > kPole;
}

bool is_nowhere(const geo::Point& place) {
    constexpr double kFullCircle = 360.0;
    // Both are asked in any case: a branch less. Nothing holds of a number that is none.
    return !static_cast<bool>(static_cast<int>(std::abs(place.x) <= kFullCircle) &
                              static_cast<int>(std::abs(place.y) <= kPole));
}

/// What the coordinates of a layer span, and whether any is on no globe.
struct Span {
    geo::Point least{kInfinity, kInfinity};
    geo::Point most{-kInfinity, -kInfinity};
    bool any_nowhere = false;

    void add(std::span<const geo::Point> coordinates) {
        // In variables of its own, which stay in registers: an extent takes as long as its reading.
        auto [low_x, low_y] = least;
        auto [high_x, high_y] = most;
        bool nowhere = any_nowhere;
        for (const auto& place : coordinates) {
            low_x = std::min(low_x, place.x);
            low_y = std::min(low_y, place.y);
            high_x = std::max(high_x, place.x);
            high_y = std::max(high_y, place.y);
            nowhere |= is_nowhere(place);
        }
        least = {low_x, low_y};
        most = {high_x, high_y};
        any_nowhere = nowhere;
    }
    void add(const Span& other) {
        least = {std::min(least.x, other.least.x), std::min(least.y, other.least.y)};
        most = {std::max(most.x, other.most.x), std::max(most.y, other.most.y)};
        any_nowhere = any_nowhere || other.any_nowhere;
    }
};

Span span_of(std::span<const geo::Point> coordinates, int threads, core::Progress& progress) {
    constexpr std::size_t kGrain = 1 << 16;
    std::vector<Span> parts(coordinates.size() / kGrain + 1);
    core::parallel_for(coordinates.size(), {.threads = threads, .grain = kGrain}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           parts[begin / kGrain].add(coordinates.subspan(begin, end - begin));
                       });
    Span all;
    for (const auto& part : parts) all.add(part);
    return all;
}

/// Says why a layer cannot be placed before anything is computed; false where nothing speaks against it.
bool report_unplaceable(const layers::Layer& layer, const geo::Geometries& geometry, core::Diagnostics& diagnostics) {
    const auto label = layers::describe_layer(layer);
    if (layer.row_count == 0) {
        diagnostics.error(
            core::format_text("{}: the layer is empty. Choose a layer with features, or widen its subset.",
                              "{}: lapisan kosong. Pilih lapisan yang berisi, atau perluas subset-nya.", label));
        return true;
    }
    if (geometry.all_coordinates().empty()) {
        diagnostics.error(
            core::format_text("{}: no feature has a geometry. Choose a layer with points, lines or areas.",
                              "{}: tidak ada fitur yang memiliki geometri. Pilih lapisan yang memuat "
                              "titik, garis, atau area.",
                              label));
        return true;
    }
    if (layer.crs.empty()) {
        diagnostics.error(missing_system_text(label));
        return true;
    }
    return false;
}

core::Text beyond_pole_text(const LayerExtent& extent) {
    constexpr double kFullCircle = 360.0;
    if (std::max(std::abs(extent.most.y), std::abs(extent.least.y)) <= kFullCircle) {
        return {"latitude and longitude look swapped (a latitude is beyond 90). Swap them and save the layer.",
                "lintang dan bujur tampak tertukar (ada lintang lebih dari 90). Tukarkan, lalu simpan lapisan."};
    }
    return {
        "the coordinate system is in degrees, but the coordinates look like metres. Assign the system in which they "
        "were made, often a UTM zone.",
        "sistem koordinatnya dalam derajat, tetapi koordinatnya tampak seperti meter. Tetapkan sistem koordinat "
        "asalnya, biasanya suatu zona UTM."};
}

/// Transforms, and passes a fault on as an error of the layer; nothing where it failed.
std::optional<geo::CoordinateOperation> transform(const layers::Layer& layer, geo::Geometries& geometry,
                                                  RunContext& context) {
    core::Stage transforming(context.progress, 0.3, 0.7);
    try {
        return geo::to_wgs84(geometry.all_coordinates(), layer.crs, {.threads = context.threads}, transforming);
    } catch (const core::Cancelled&) {
        throw;
    } catch (const core::Error& error) {
        for (const auto& problem : error.problems()) {
            context.diagnostics.error(core::same_text(layers::describe_layer(layer) + ": ") + problem);
        }
        return std::nullopt;
    }
}

geo::GridBox grid_box(const Span& span) {
    geo::GridBox box;
    box.add(geo::to_grid(span.least));
    box.add(geo::to_grid(span.most));
    return box;
}

/// What the polygons of a layer turned out to be.
struct Examined {
    std::vector<geo::Point> on_surface;                        ///< by row, of polygons
    std::vector<std::unique_ptr<geo::PolygonFinding>> faulty;  ///< by row; nullptr where nothing is wrong
};

Examined examine_polygons(const geo::Geometries& geometry, RunContext& context) {
    constexpr std::size_t kGrain = 256;
    Examined examined;
    examined.on_surface.resize(geometry.size());
    examined.faulty.resize(geometry.size());
    core::parallel_for(geometry.size(), {.threads = context.threads, .grain = kGrain}, context.progress,
                       [&](std::size_t begin, std::size_t end) {
                           const geo::PolygonExaminer examiner;
                           for (auto row = begin; row < end; ++row) {
                               if (geometry.type(row) != geo::GeometryType::Polygon) continue;
                               auto finding = examiner.examine(geometry, row);
                               examined.on_surface[row] = finding.on_surface;
                               if (finding.state == geo::PolygonState::Valid) continue;
                               examined.faulty[row] = std::make_unique<geo::PolygonFinding>(std::move(finding));
                           }
                       });
    return examined;
}

/// The geometries with repaired polygons in the place of faulty ones.
geo::Geometries with_repairs(geo::Geometries geometry, const Examined& examined) {
    if (std::ranges::all_of(examined.faulty, [](const auto& finding) { return finding == nullptr; })) return geometry;
    geo::Geometries result;
    result.reserve(geometry.size(), geometry.all_coordinates().size());
    for (std::size_t row = 0; row < geometry.size(); ++row) {
        const bool repaired =
            examined.faulty[row] != nullptr && examined.faulty[row]->state == geo::PolygonState::Repaired;
        const auto& source = repaired ? examined.faulty[row]->repaired : geometry;
        const auto parts = source.parts(repaired ? 0 : row);
        for (auto part = parts.first; part < parts.last; ++part) {
            result.add_part(source.role(part), source.coordinates(part));
        }
        result.end_feature();
    }
    return result;
}

/// The rows that there is something to tell of.
struct RowsToTell {
    Rows missing;
    Rows lines;
    Rows repaired;
    Rows unusable;
};

RowsToTell rows_to_tell(const geo::Geometries& geometry, const Examined& examined) {
    RowsToTell rows;
    for (std::size_t row = 0; row < geometry.size(); ++row) {
        const auto type = geometry.type(row);
        if (type == geo::GeometryType::None) rows.missing.push_back(row);
        if (type == geo::GeometryType::Line) rows.lines.push_back(row);
        if (examined.faulty[row] == nullptr) continue;
        const bool repaired = examined.faulty[row]->state == geo::PolygonState::Repaired;
        (repaired ? rows.repaired : rows.unusable).push_back(row);
    }
    return rows;
}

core::Text unusable_text(const std::string& feature, const std::string& fault) {
    return core::format_text("{0}: the polygon is invalid and cannot be repaired ({1}). Draw it anew or remove it.",
                             "{0}: poligon tidak sah dan tidak dapat diperbaiki ({1}). Gambar ulang atau hapus poligon "
                             "itu.",
                             feature, fault);
}

/// Tells of missing geometries, lines and faulty polygons; true where something makes the layer unfit.
bool report_features(const layers::Layer& layer, const layers::Column* names, const RowsToTell& rows,
                     const Examined& examined, core::Diagnostics& diagnostics) {
    const auto label = core::same_text(layers::describe_layer(layer) + ": ");
    const auto tell = [&](const core::Text& start, const Rows& which, const core::Text& end) {
        return label + start + feature_list(layer, which, names) + end;
    };
    for (const auto row : rows.unusable) {
        diagnostics.error(unusable_text(feature_title(layer, row, names), examined.faulty[row]->fault));
    }
    if (!rows.lines.empty()) {
        diagnostics.error(
            tell({"lines where points or polygons are needed: ", "garis, padahal diperlukan titik atau poligon: "},
                 rows.lines, {".", "."}));
    }
    if (!rows.missing.empty()) {
        diagnostics.warning(tell({"without geometry: ", "tanpa geometri: "}, rows.missing,
                                 {". They have no location and cannot be reached.",
                                  ". Fitur ini tidak memiliki lokasi dan tidak dapat dicapai."}));
    }
    if (!rows.repaired.empty()) {
        diagnostics.warning(
            tell({"invalid polygons, repaired for this run: ", "poligon tidak sah, diperbaiki untuk proses ini: "},
                 rows.repaired, {". Check their outlines.", ". Periksa garis batasnya."}));
    }
    return !rows.unusable.empty() || !rows.lines.empty();
}

}  // namespace

std::optional<LayerExtent> bring_to_wgs84(const layers::Layer& layer, geo::Geometries& geometry,
                                          const layers::Column* names, RunContext& context) {
    if (report_unplaceable(layer, geometry, context.diagnostics)) return std::nullopt;
    core::Stage looking(context.progress, 0.0, 0.3);
    const auto written = span_of(geometry.all_coordinates(), context.threads, looking);
    LayerExtent extent{layers::describe_layer(layer), layer.crs, {}, written.least, written.most};
    if (geo::is_geographic(layer.crs) && (is_beyond_pole(extent.least) || is_beyond_pole(extent.most))) {
        const auto rows = rows_where(geometry, is_beyond_pole);
        context.diagnostics.error(core::same_text(feature_title(layer, rows.front(), names) + ": ") +
                                  beyond_pole_text(extent));
        return std::nullopt;
    }
    const auto sample = std::as_const(geometry).all_coordinates().front();
    const auto operation = transform(layer, geometry, context);
    if (!operation) return std::nullopt;
    core::Stage checking(context.progress, 0.7, 1.0);
    const bool has_moved = !operation->name.empty();
    const auto placed = has_moved ? span_of(geometry.all_coordinates(), context.threads, checking) : written;
    if (placed.any_nowhere) {
        context.diagnostics.error(
            core::same_text(extent.label + ": ") +
            core::format_text("features that lie nowhere in {}: ", "fitur yang tidak terletak di mana pun dalam {}: ",
                              geo::crs_title(layer.crs)) +
            feature_list(layer, rows_where(geometry, is_nowhere), names) +
            core::Text{". Correct their coordinates or the layer's coordinate system.",
                       ". Betulkan koordinatnya atau sistem koordinat lapisan."});
        return std::nullopt;
    }
    report_shift(extent.label, layer.crs, sample, *operation, context.diagnostics);
    extent.box = grid_box(placed);
    return extent;
}

std::vector<std::optional<geo::GridPoint>> Places::first_places(std::size_t rows) const {
    std::vector<std::optional<geo::GridPoint>> result(rows);
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto& place = result[features[i]];
        if (!place) place = places[i];
    }
    return result;
}

Places read_places(const layers::Layer& layer, const layers::Column* names, RunContext& context) {
    core::Stage placing(context.progress, 0.0, 0.3);
    core::Stage examining(context.progress, 0.3, 1.0);
    auto placing_context = with_progress(context, placing);
    auto examining_context = with_progress(context, examining);

    auto geometry = layer.geometry;
    const auto extent = bring_to_wgs84(layer, geometry, names, placing_context);
    if (!extent) return {};
    const auto examined = examine_polygons(geometry, examining_context);
    const auto rows = rows_to_tell(geometry, examined);
    if (report_features(layer, names, rows, examined, context.diagnostics)) return {};

    Places result{{}, {}, with_repairs(std::move(geometry), examined), *extent};
    for (std::size_t row = 0; row < result.geometry.size(); ++row) {
        const auto type = result.geometry.type(row);
        const auto parts = result.geometry.parts(row);
        const auto last = type == geo::GeometryType::Polygon ? std::min(parts.first + 1, parts.last) : parts.last;
        for (auto part = parts.first; part < last; ++part) {
            const auto& place = type == geo::GeometryType::Polygon ? examined.on_surface[row]
                                                                   : result.geometry.coordinates(part).front();
            result.places.push_back(geo::to_grid(place));
            result.features.push_back(static_cast<std::uint32_t>(row));
        }
    }
    return result;
}

}  // namespace desakota::analyses
