#include "engine/analyses/facility_parameters.h"

#include <utility>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/parameter_builders.h"

namespace desakota::analyses {

std::vector<Parameter> facility_parameters() {
    return {
        as_required(with_words(
            layer_parameter("facilities", ParameterKind::Layer, {geo::GeometryType::Point, geo::GeometryType::Polygon}),
            {"Health facilities", "Fasilitas kesehatan"},
            {"Puskesmas and other health facilities, as points or polygons.",
             "Puskesmas dan fasilitas kesehatan lain, berupa titik atau poligon."})),
        with_words(
            field_parameter("facility-id-field", "facilities", usual_facility_id_names()),
            {"Facility id", "Id fasilitas"},
            {"Field with a code of its own for each facility.", "Kolom kode yang berbeda untuk tiap fasilitas."}),
        with_words(field_parameter("facility-name-field", "facilities", usual_facility_name_names()),
                   {"Facility name", "Nama fasilitas"}, {"Field with the facility's name.", "Kolom nama fasilitas."}),
        with_words(
            field_parameter("facility-kind-field", "facilities", usual_facility_kind_names()),
            {"Facility kind", "Jenis fasilitas"},
            {"Field with the kind: puskesmas, pustu (puskesmas pembantu), poskesdes, polindes, klinik and so on.",
             "Kolom jenis: puskesmas, pustu (puskesmas pembantu), poskesdes, polindes, klinik, dan seterusnya."}),
        with_words(
            field_parameter("facility-status-field", "facilities", usual_facility_status_names()),
            {"Facility status", "Status fasilitas"},
            {"Field that tells whether a facility functions. One that does not is left out of the network "
             "distance, but counts on paper.",
             "Kolom yang menyatakan apakah fasilitas berfungsi. Yang tidak berfungsi tidak dihitung lewat jalan, "
             "tetapi dihitung di atas kertas."})};
}

Parameter count_as_parameter() {
    auto parameter = parameter_of("count-as", ParameterKind::Text);
    parameter.default_text = "puskesmas";
    return with_words(
        std::move(parameter), {"Kind that counts", "Jenis yang dihitung"},
        {"The kind of facility that counts for the threshold; several are set apart by commas. A facility "
         "is left out only where its kind or name says another kind.",
         "Jenis fasilitas yang dihitung untuk ambang; beberapa jenis dipisahkan koma. Fasilitas "
         "dikecualikan hanya bila jenis atau namanya menyebut jenis lain."});
}

}  // namespace desakota::analyses
