#include "engine/io/crs_text.h"

#include <algorithm>
#include <array>
#include <numbers>
#include <string_view>

#include <cpl_conv.h>
#include <ogr_spatialref.h>

#include "engine/core/error.h"
#include "engine/io/gdal_handles.h"

namespace desakota::io {
namespace {

/// What GDAL calls a GeoPackage's srs_id 0 and -1, where the layer's coordinate system is not known.
constexpr std::array<std::string_view, 2> kUndefined{"Undefined geographic SRS", "Undefined Cartesian SRS"};

bool is_undefined(const OGRSpatialReference& reference) {
    const char* name = reference.GetName();
    return name != nullptr && std::ranges::find(kUndefined, std::string_view(name)) != kUndefined.end();
}

}  // namespace

std::string crs_text(const OGRSpatialReference* reference) {
    if (reference == nullptr || reference->IsEmpty() || is_undefined(*reference)) return {};
    const ErrorCapture silence;
    const StringList options({"FORMAT=WKT2_2019"});
    char* text = nullptr;
    const bool is_written = reference->exportToWkt(&text, options.pointer()) == OGRERR_NONE && text != nullptr;
    std::string result = is_written ? text : "";
    CPLFree(text);
    return result;
}

std::string crs_text(const std::string& wkt) {
    const ErrorCapture silence;
    OGRSpatialReference reference;
    return reference.importFromWkt(wkt.c_str()) == OGRERR_NONE ? crs_text(&reference) : std::string();
}

std::string esri_crs_text(const std::string& crs) {
    const ErrorCapture silence;
    OGRSpatialReference reference;
    if (crs.empty() || reference.SetFromUserInput(crs.c_str()) != OGRERR_NONE) return {};
    const StringList options({"FORMAT=WKT1_ESRI"});
    char* text = nullptr;
    const bool is_written = reference.exportToWkt(&text, options.pointer()) == OGRERR_NONE && text != nullptr;
    std::string result = is_written ? text : "";
    CPLFree(text);
    return result;
}

std::string crs_of_text(const std::string& text, const Source& source) {
    const ErrorCapture errors;
    OGRSpatialReference reference;
    const StringList options({"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO"});
    if (reference.SetFromUserInput(text.c_str(), options.pointer()) != OGRERR_NONE || crs_text(&reference).empty()) {
        throw core::usage_error(core::format_text(
            "{0}: \"{1}\" is not a coordinate system. Write it as EPSG:4326, EPSG:9470, EPSG:32748 ...",
            "{0}: \"{1}\" bukan sistem koordinat. Tuliskan seperti EPSG:4326, EPSG:9470, EPSG:32748 ...",
            public_name(source), text));
    }
    return crs_text(&reference);
}

std::optional<double> half_turn(const std::string& crs) {
    const ErrorCapture silence;
    OGRSpatialReference reference;
    if (crs.empty() || reference.importFromWkt(crs.c_str()) != OGRERR_NONE) return std::nullopt;
    if (reference.IsGeographic() == 0) return std::nullopt;
    const double radians = reference.GetAngularUnits();
    // Whole degrees stay exact.
    constexpr double kDegree = std::numbers::pi / 180.0;
    return radians > 0.0 && radians != kDegree ? std::numbers::pi / radians : 180.0;
}

}  // namespace desakota::io
