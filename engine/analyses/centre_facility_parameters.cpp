#include <utility>

#include "engine/analyses/centre_facilities.h"
#include "engine/analyses/feature_fields.h"
#include "engine/analyses/parameter_builders.h"

namespace desakota::analyses {
namespace {

constexpr const char* kLayer = "centre-facilities";

Parameter field(const std::string& name, std::vector<std::string> usual_names) {
    return field_parameter(name, kLayer, std::move(usual_names));
}

Parameter centre_radius() {
    constexpr double kUsual = 2000.0;
    auto parameter = parameter_of("centre-radius", ParameterKind::Number);
    parameter.unit = "m";
    parameter.minimum = 0.0;
    return with_words(as_advanced(with_default(std::move(parameter), kUsual)), {"Radius of a centre", "Radius pusat"},
                      {"A facility that names no centre belongs to the nearest one in a straight line, up to this far.",
                       "Fasilitas yang tidak menyebut pusat menjadi milik pusat terdekat menurut garis lurus, paling "
                       "jauh sekian."});
}

Parameter health_care_rule() {
    return with_words(
        choice_parameter("health-care-rule",
                         {{"health_centre", {"a health centre (puskesmas)", "puskesmas"}},
                          {"sub_health_centre",
                           {"a sub-health centre (pustu) suffices", "puskesmas pembantu (pustu) sudah cukup"}}}),
        {"Health care of a complete centre", "Pelayanan kesehatan pusat yang lengkap"},
        {"What a centre must have for its health care to be complete. The ministry's sources differ.",
         "Fasilitas kesehatan yang harus ada agar pusat dinyatakan lengkap. Sumber kementerian berbeda-beda."});
}

}  // namespace

std::vector<Parameter> centre_facility_parameters() {
    return {with_words(
                layer_parameter(kLayer, ParameterKind::Layer, {geo::GeometryType::Point, geo::GeometryType::Polygon}),
                {"Facilities of the centres", "Fasilitas pusat (lapisan)"},
                {"Schools, health centres, markets, offices at the centres, one feature each. They give the "
                 "centrality of the centres and what each lacks; those that do not function count as absent.",
                 "Sekolah, puskesmas, pasar, kantor di pusat, satu fitur untuk tiap fasilitas. Dari sini "
                 "dihitung sentralitas pusat dan kekurangannya; yang tidak berfungsi dianggap tidak ada."}),
            with_words(field("centre-facility-name-field", usual_facility_name_names()),
                       {"Name of the facility", "Nama fasilitas pusat"},
                       {"Field with its name; it tells the kind where the kind field is empty or vague.",
                        "Kolom nama; dipakai untuk menentukan jenis bila kolom jenis kosong atau terlalu umum."}),
            with_words(field("centre-facility-kind-field", usual_facility_kind_names()),
                       {"Kind of the facility", "Jenis fasilitas pusat"},
                       {"Field with the kind: SMP, MTs, puskesmas, pustu, pasar harian, kantor camat and so on.",
                        "Kolom jenis: SMP, MTs, puskesmas, pustu, pasar harian, kantor camat, dan seterusnya."}),
            with_words(field("centre-facility-status-field", usual_facility_status_names()),
                       {"Status of the facility", "Status fasilitas pusat"},
                       {"Field that tells whether a facility functions (tidak berfungsi, terbengkalai, rusak berat and "
                        "the like: it does not); empty: not known.",
                        "Kolom yang menyatakan apakah fasilitas berfungsi (tidak berfungsi, terbengkalai, rusak berat, "
                        "dan sejenisnya: tidak); kosong berarti tidak diketahui."}),
            with_words(field("centre-facility-centre-field",
                             {"kode_pusat", "id_pusat", "nama_pusat", "pusat", "centre_id", "centre_name", "centre"}),
                       {"Centre of the facility", "Pusat fasilitas"},
                       {"Field with the id or name of the centre to which a facility belongs; where it is empty, the "
                        "nearest centre within --centre-radius.",
                        "Kolom id atau nama pusat pemilik fasilitas; bila kosong, pusat terdekat dalam "
                        "--centre-radius."}),
            centre_radius(),
            health_care_rule()};
}

void check_centre_facility_usage(const Arguments& arguments, core::Diagnostics& diagnostics) {
    const bool has_layer = arguments.has_layer(kLayer);
    const bool has_fields = !arguments.field_list("facility-fields").empty();
    const bool has_weights = arguments.numbers.contains("facility-weights");
    if (has_layer && arguments.column(kLayer, "centre-facility-kind-field") == nullptr &&
        arguments.column(kLayer, "centre-facility-name-field") == nullptr) {
        diagnostics.error(core::format_text(
            "{}: no field tells what each facility is; name it with --centre-facility-kind-field.",
            "{}: tidak ada kolom jenis fasilitas; sebutkan kolomnya dengan --centre-facility-kind-field.",
            layers::describe_layer(arguments.layers.at(kLayer).front())));
    }
    if (has_layer && arguments.is_given("facility-fields") && !has_weights) {
        diagnostics.option_without_effect(
            {"--facility-fields has no effect beside --centre-facilities: the layer gives the facilities. Add "
             "--facility-weights to make them the mass, or leave one of the two out.",
             "--facility-fields tidak berpengaruh bersama --centre-facilities: fasilitas diambil dari lapisan itu. "
             "Tambahkan --facility-weights agar menjadi massa, atau hapus salah satunya."});
    }
    if (!has_layer && arguments.is_given("centre-radius")) {
        diagnostics.option_without_effect({"--centre-radius has no effect without --centre-facilities.",
                                           "--centre-radius tidak berpengaruh tanpa --centre-facilities."});
    }
    if (!has_layer && !has_fields && arguments.is_given("health-care-rule")) {
        diagnostics.option_without_effect(
            {"--health-care-rule has no effect without --centre-facilities or --facility-fields.",
             "--health-care-rule tidak berpengaruh tanpa --centre-facilities atau --facility-fields."});
    }
}

}  // namespace desakota::analyses
