#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/road_attributes.h"
#include "engine/analyses/scenario_changes.h"

namespace desakota::analyses {
namespace {

using core::Text;
using geo::GeometryType;

constexpr std::array<const char*, 5> kLayers{"added-roads", "removed-roads", "changed-roads", "added-facilities",
                                             "removed-facilities"};

std::vector<Parameter> layer_parameters() {
    return {
        with_words(
            layer_parameter("added-roads", ParameterKind::Layers, {GeometryType::Line}),
            {"Added roads", "Jalan yang ditambahkan"},
            {"Roads and bridges that the scenario builds. They join the other roads as these join each "
             "other: where they meet, cross or end within the tolerance. A road that moves is given twice: as it is "
             "among the removed roads, and as it will be here.",
             "Jalan dan jembatan yang dibangun dalam simulasi. Jalan ini tersambung dengan jalan lain "
             "seperti jalan lain satu sama lain: di tempat bertemu, bersilangan, atau berakhir dalam "
             "toleransi. Jalan yang dipindahkan diberikan dua kali: sebagaimana adanya di antara jalan yang "
             "ditiadakan, dan sebagaimana nantinya di sini."}),
        with_words(layer_parameter("removed-roads", ParameterKind::Layer, {GeometryType::Line}),
                   {"Removed roads", "Jalan yang ditiadakan"},
                   {"Roads, bridges or ferry lines that the scenario closes: lines that cover them from end to "
                    "end, to 1 m, such as copies of the features. To close a part of a road, split it first.",
                    "Jalan, jembatan, atau lintasan feri yang ditutup dalam simulasi: garis yang menutupinya dari "
                    "ujung ke ujung, dengan ketelitian 1 m, misalnya salinan fiturnya. Untuk menutup sebagian "
                    "jalan, potong jalan itu lebih dahulu."}),
        with_words(
            layer_parameter("changed-roads", ParameterKind::Layers, {GeometryType::Line}),
            {"Changed roads", "Jalan yang diubah"},
            {"Roads that become better or worse where they are: paved, of another class, one-way, closed. Lines "
             "that cover them from end to end, to 1 m, such as copies of the features with the new values in their "
             "fields. The roads keep their course and their junctions; class, surface and access count anew, and are "
             "unknown where this layer lacks the field; level, bridge, tunnel and direction then stay as they are. A "
             "ferry line, river, railway or controlled-access road stays one: to replace it, remove it and add what "
             "comes instead. To change a part of a road, split it first.",
             "Jalan yang menjadi lebih baik atau lebih buruk di tempatnya: diaspal, berganti kelas, menjadi satu "
             "arah, ditutup. Berupa garis yang menutupi jalan itu dari ujung ke ujung, dengan ketelitian 1 m, "
             "misalnya salinan fiturnya dengan nilai baru di kolomnya. Jalan itu tetap pada jalurnya dan "
             "persimpangannya; kelas, permukaan, dan izin melintas dihitung kembali, dan dianggap tidak diketahui bila "
             "kolomnya tidak ada di lapisan ini; tingkat, jembatan, terowongan, dan arah dalam hal itu tetap seperti "
             "semula. Lintasan feri, sungai, rel, dan jalan bebas hambatan tetap menjadi jalur jenis itu: untuk "
             "menggantinya, tiadakan jalur itu dan tambahkan penggantinya. Untuk mengubah sebagian jalan, potong jalan "
             "itu lebih dahulu."}),
        with_words(
            layer_parameter("added-facilities", ParameterKind::Layer, {GeometryType::Point, GeometryType::Polygon}),
            {"Added facilities", "Fasilitas yang ditambahkan"},
            {"Facilities that the scenario builds. They count unless their kind or name says another kind.",
             "Fasilitas yang dibangun dalam simulasi. Fasilitas ini dihitung kecuali jenis atau namanya "
             "menyebut jenis lain."}),
        with_words(
            layer_parameter("removed-facilities", ParameterKind::Layer, {GeometryType::Point, GeometryType::Polygon}),
            {"Removed facilities", "Fasilitas yang ditiadakan"},
            {"Facilities that the scenario closes: features with their id or their name, or that lie within "
             "50 m of them.",
             "Fasilitas yang ditutup dalam simulasi: fitur dengan id atau nama yang sama, atau yang "
             "terletak dalam 50 m darinya."}),
        with_words(choice_parameter("scenario-season", {{"same", {"as in the base", "sama dengan semula"}},
                                                        {"dry", {"dry", "kemarau"}},
                                                        {"wet", {"wet", "hujan"}}}),
                   {"Season of the scenario", "Musim dalam simulasi"},
                   {"The season in which the scenario is asked, where it is another than --season.",
                    "Musim dalam simulasi, jika berbeda dari --season."})};
}

/// What a field of the roads of a scenario says: "Class of the" added roads.
struct FieldWords {
    const char* road_field;
    Text title;
    Text help;
};

const std::array<FieldWords, 10>& field_words() {
    static const std::array<FieldWords, 10> all{
        {{"class-field",
          {"Class of the", "Kelas"},
          {"Field with the road class. Without it these roads are passable in both seasons.",
           "Kolom kelas jalan. Tanpa kolom ini jalan itu dapat dilalui di kedua musim."}},
         {"surface-field", {"Surface of the", "Permukaan"}, {"Field with the surface.", "Kolom jenis permukaan."}},
         {"level-field",
          {"Level of the", "Tingkat"},
          {"Field with the level above or below others.", "Kolom tingkat di atas atau di bawah jalan lain."}},
         {"bridge-field",
          {"Bridges among the", "Jembatan pada"},
          {"Field that tells a bridge.", "Kolom penanda jembatan."}},
         {"tunnel-field",
          {"Tunnels among the", "Terowongan pada"},
          {"Field that tells a tunnel.", "Kolom penanda terowongan."}},
         {"direction-field",
          {"Direction of the", "Arah"},
          {"Field that tells one-way roads.", "Kolom penanda jalan satu arah."}},
         {"junction-field",
          {"Roundabouts among the", "Bundaran pada"},
          {"Field that tells roundabouts, which are one-way.", "Kolom penanda bundaran, yang satu arah."}},
         {"access-field",
          {"Access to the", "Izin melintas di"},
          {"Field that tells closed roads (no).", "Kolom penanda jalan yang tertutup (no)."}},
         {"route-field",
          {"Ferry lines among the", "Lintasan feri pada"},
          {"Field that tells ferry lines among roads.", "Kolom penanda lintasan feri di antara jalan."}},
         {"duration-field",
          {"Duration on the", "Lama perjalanan pada"},
          {"Field with the duration of a ferry crossing, such as 00:20.",
           "Kolom lama penyeberangan feri, misalnya 00:20."}}}};
    return all;
}

/// The first `count` fields of the roads of `layers`, with the names that they usually have.
std::vector<Parameter> new_road_fields(const std::string& prefix, const std::string& layers, std::size_t count,
                                       const Text& which) {
    std::vector<Parameter> parameters;
    for (const auto& words : std::span(field_words()).first(count)) {
        const auto& usual = std::ranges::find(road_fields(), words.road_field, &RoadField::parameter)->usual_names;
        parameters.push_back(as_advanced(with_words(field_parameter(prefix + words.road_field, layers, usual),
                                                    words.title + core::same_text(" ") + which, words.help)));
    }
    return parameters;
}

std::vector<Parameter> facility_fields() {
    return {
        with_words(field_parameter("added-facility-id-field", "added-facilities", usual_facility_id_names()),
                   {"Id of the added facilities", "Id fasilitas yang ditambahkan"},
                   {"Field with a code of its own for each.", "Kolom kode yang berbeda untuk tiap fasilitas."}),
        with_words(field_parameter("added-facility-name-field", "added-facilities", usual_facility_name_names()),
                   {"Name of the added facilities", "Nama fasilitas yang ditambahkan"},
                   {"Field with the name.", "Kolom nama."}),
        with_words(field_parameter("added-facility-kind-field", "added-facilities", usual_facility_kind_names()),
                   {"Kind of the added facilities", "Jenis fasilitas yang ditambahkan"},
                   {"Field with the kind.", "Kolom jenis."}),
        with_words(field_parameter("added-facility-status-field", "added-facilities", usual_facility_status_names()),
                   {"Status of the added facilities", "Status fasilitas yang ditambahkan"},
                   {"Field that tells whether it functions.", "Kolom yang menyatakan apakah fasilitas berfungsi."}),
        with_words(field_parameter("removed-facility-id-field", "removed-facilities", usual_facility_id_names()),
                   {"Id of the removed facilities", "Id fasilitas yang ditiadakan"},
                   {"Field with the facility's code.", "Kolom kode fasilitas."}),
        with_words(field_parameter("removed-facility-name-field", "removed-facilities", usual_facility_name_names()),
                   {"Name of the removed facilities", "Nama fasilitas yang ditiadakan"},
                   {"Field with the facility's name.", "Kolom nama fasilitas."})};
}

Parameter cost_field(const char* name, const char* of, Text title) {
    return with_words(field_parameter(name, of), std::move(title),
                      {"Field with what each costs, in rupiah: for the cost of each family brought within the "
                       "threshold.",
                       "Kolom biaya masing-masing, dalam rupiah: untuk biaya tiap keluarga yang menjadi berada dalam "
                       "ambang."});
}

}  // namespace

std::vector<Parameter> scenario_parameters() {
    auto all = layer_parameters();
    append(
        all,
        {cost_field("road-cost-field", "added-roads", {"Cost of the added roads", "Biaya jalan yang ditambahkan"}),
         cost_field("changed-road-cost-field", "changed-roads", {"Cost of the changed roads", "Biaya perubahan jalan"}),
         cost_field("facility-cost-field", "added-facilities",
                    {"Cost of the added facilities", "Biaya fasilitas yang ditambahkan"})});
    constexpr std::size_t kOfAdded = 6;  // a road that is built is seldom a roundabout or closed
    append(all, new_road_fields("added-", "added-roads", kOfAdded, {"added roads", "jalan yang ditambahkan"}));
    append(all,
           new_road_fields("changed-", "changed-roads", field_words().size(), {"changed roads", "jalan yang diubah"}));
    append(all, facility_fields());
    return all;
}

std::string scenario_season(const Arguments& arguments) {
    const auto season = arguments.text("scenario-season");
    return season == "same" || season == arguments.text("season") ? std::string{} : season;
}

void refuse_empty_scenario(const Arguments& arguments, core::Diagnostics& diagnostics) {
    const bool any = std::ranges::any_of(kLayers, [&](const char* name) { return arguments.has_layer(name); });
    const bool turns = !scenario_season(arguments).empty();
    if (any && !turns && arguments.is_given("scenario-season") && arguments.text("scenario-season") != "same") {
        diagnostics.option_without_effect(
            {"--scenario-season has no effect: it is the season of the base (--season). Leave it out.",
             "--scenario-season tidak berpengaruh: sama dengan musim semula (--season). Hilangkan pilihan ini."});
    }
    if (any || turns) return;
    diagnostics.error(
        {"Nothing changes in the scenario: give at least one of --added-roads, --removed-roads, --changed-roads, "
         "--added-facilities, --removed-facilities, or a --scenario-season that differs from --season.",
         "Tidak ada yang berubah dalam simulasi: berikan sedikitnya satu dari --added-roads, --removed-roads, "
         "--changed-roads, --added-facilities, --removed-facilities, atau --scenario-season yang berbeda dari "
         "--season."});
}

}  // namespace desakota::analyses
