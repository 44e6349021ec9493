#include "engine/geo/coordinate_system.h"

#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "engine/geo/proj_objects.h"

namespace desakota::geo {
namespace {

Object make_system(PJ_CONTEXT* context, const std::string& crs) {
    Object system(proj_create(context, crs.c_str()));
    if (!system || proj_is_crs(system.get()) == 0) {
        throw core::input_error(core::format_text(
            "The coordinate system \"{0}\" is not understood. Assign the layer's coordinate system in QGIS and save "
            "it.",
            "Sistem koordinat \"{0}\" tidak dikenali. Tetapkan sistem koordinat lapisan di QGIS, lalu simpan.",
            crs.substr(0, 80)));
    }
    return system;
}

bool is_wgs84(PJ_CONTEXT* context, const PJ* system) {
    const Object wgs84(proj_create(context, "OGC:CRS84"));
    const Object normalized(proj_normalize_for_visualization(context, system));
    return proj_is_equivalent_to_with_ctx(context, normalized ? normalized.get() : system, wgs84.get(),
                                          PJ_COMP_EQUIVALENT) != 0;
}

/// The operation from `crs` to WGS 84 with x east and y north on both sides.
Object make_operation(PJ_CONTEXT* context, const std::string& crs) {
    const auto system = make_system(context, crs);
    const Object wgs84(proj_create(context, "OGC:CRS84"));
    const Object raw(proj_create_crs_to_crs_from_pj(context, system.get(), wgs84.get(), nullptr, nullptr));
    if (!raw) {
        throw core::input_error(core::format_text(
            "Coordinates in \"{0}\" cannot be converted to longitude and latitude. Choose a system on the ground.",
            "Koordinat dalam \"{0}\" tidak dapat diubah menjadi bujur dan lintang. Pilih sistem koordinat bumi.",
            crs_title(crs)));
    }
    return Object(proj_normalize_for_visualization(context, raw.get()));
}

void transform(PJ* operation, PJ_DIRECTION direction, std::span<Point> coordinates) {
    proj_trans_generic(operation, direction, &coordinates.data()->x, sizeof(Point), coordinates.size(),
                       &coordinates.data()->y, sizeof(Point), coordinates.size(), nullptr, 0, 0, nullptr, 0, 0);
}

CoordinateOperation describe(PJ_CONTEXT* context, PJ* operation, const Point& sample) {
    PJ_COORD place = proj_coord(sample.x, sample.y, 0.0, HUGE_VAL);
    place = proj_trans(operation, PJ_FWD, place);
    const Object used(proj_trans_get_last_used_operation(operation));
    PJ* chosen = used ? used.get() : operation;
    const double accuracy = proj_coordoperation_get_accuracy(context, chosen);
    const char* name = proj_get_name(chosen);
    CoordinateOperation result{.name = name != nullptr && *name != '\0' ? name : "unnamed"};
    if (accuracy >= 0.0) result.accuracy = accuracy;
    return result;
}

/// The way of one system to WGS 84.
struct Way {
    std::string crs;
    Context context;
    Object operation;  // none where the system is WGS 84 itself
};

/// Finding the way takes longer than going it for a few places, as maps do again and again: each thread keeps the last
/// one. PROJ's objects serve one thread.
const Way& way_of(const std::string& crs) {
    thread_local Way kept;
    if (kept.context && kept.crs == crs) return kept;
    kept = Way{};
    auto context = make_context();
    Object operation;
    if (!is_wgs84(context.get(), make_system(context.get(), crs).get())) {
        operation = make_operation(context.get(), crs);
    }
    kept.operation = std::move(operation);
    kept.context = std::move(context);
    kept.crs = crs;
    return kept;
}

void transform_all(std::span<Point> coordinates, const std::string& crs, PJ_DIRECTION direction,
                   const core::Parallel& parallel, core::Progress& progress) {
    constexpr std::size_t kRange = 1 << 15;
    core::parallel_for(coordinates.size(), {.threads = parallel.threads, .grain = kRange}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           transform(way_of(crs).operation.get(), direction, coordinates.subspan(begin, end - begin));
                       });
}

}  // namespace

CoordinateOperation to_wgs84(std::span<Point> coordinates, const std::string& crs, const core::Parallel& parallel,
                             core::Progress& progress) {
    if (coordinates.empty()) return {};
    const auto& [name, context, operation] = way_of(crs);
    if (!operation) return {};
    auto described = describe(context.get(), operation.get(), coordinates.front());
    transform_all(coordinates, crs, PJ_FWD, parallel, progress);
    return described;
}

void from_wgs84(std::span<Point> coordinates, const std::string& crs, const core::Parallel& parallel,
                core::Progress& progress) {
    if (coordinates.empty() || !way_of(crs).operation) return;
    transform_all(coordinates, crs, PJ_INV, parallel, progress);
}

std::string crs_title(const std::string& crs) {
    const auto context = make_context();
    const Object system(proj_create(context.get(), crs.c_str()));
    if (!system) return {};
    const char* name = proj_get_name(system.get());
    const char* authority = proj_get_id_auth_name(system.get(), 0);
    const char* code = proj_get_id_code(system.get(), 0);
    std::string title = name != nullptr ? name : "";
    if (authority == nullptr || code == nullptr) return title;
    return fmt::format("{} ({}:{})", title, authority, code);
}

bool is_geographic(const std::string& crs) {
    const auto context = make_context();
    Object system(proj_create(context.get(), crs.c_str()));
    while (system) {
        switch (proj_get_type(system.get())) {
            case PJ_TYPE_GEOGRAPHIC_2D_CRS:
            case PJ_TYPE_GEOGRAPHIC_3D_CRS:
                return true;
            case PJ_TYPE_BOUND_CRS:
                system.reset(proj_get_source_crs(context.get(), system.get()));
                break;
            case PJ_TYPE_COMPOUND_CRS:
                system.reset(proj_crs_get_sub_crs(context.get(), system.get(), 0));
                break;
            default:
                return false;
        }
    }
    return false;
}

const std::string& wgs84_wkt() {
    static const std::string text =
        R"wkt(GEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563,)wkt"
        R"wkt(LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],)wkt"
        R"wkt(AXIS["geodetic latitude (Lat)",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],)wkt"
        R"wkt(AXIS["geodetic longitude (Lon)",east,ORDER[2],ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4326]])wkt";
    return text;
}

}  // namespace desakota::geo
