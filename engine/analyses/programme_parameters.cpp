#include <array>
#include <utility>

#include "engine/analyses/arguments.h"
#include "engine/analyses/confirmed_matches.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/programme_activities.h"

namespace desakota::analyses {
namespace {

constexpr const char* kActivities = "activities";

std::vector<Parameter> table_parameters() {
    return {
        with_words(
            layer_parameter(kActivities, ParameterKind::Layer,
                            {geo::GeometryType::None, geo::GeometryType::Point, geo::GeometryType::Line,
                             geo::GeometryType::Polygon}),
            {"Activities of a programme", "Kegiatan program"},
            {"A table or layer with a row for each activity and settlement in which it took place. With it the result "
             "tells how far the programme reaches settlements far from its centre, and poor families.",
             "Tabel atau lapisan dengan satu baris untuk tiap kegiatan dan permukiman tempatnya berlangsung. Dengan "
             "tabel ini hasilnya menunjukkan sejauh mana program menjangkau permukiman yang jauh dari pusat dan "
             "keluarga miskin."}),
        with_words(field_parameter("activity-settlement-field", kActivities, {"kode_desa",
                                                                              "id_desa",
                                                                              "iddesa",
                                                                              "kd_desa",
                                                                              "kode_sp",
                                                                              "id_sp",
                                                                              "kode_upt",
                                                                              "id_upt",
                                                                              "kode",
                                                                              "settlement_id",
                                                                              "settlement",
                                                                              "village_code",
                                                                              "kode_permukiman",
                                                                              "desa",
                                                                              "nama_desa",
                                                                              "permukiman",
                                                                              "nama_sp",
                                                                              "sp",
                                                                              "upt",
                                                                              "kelurahan",
                                                                              "village",
                                                                              "settlement_name"}),
                   {"Settlement of the activity", "Permukiman kegiatan"},
                   {"Field with the id or the name of the settlement in which the activity took place.",
                    "Kolom id atau nama permukiman tempat kegiatan berlangsung."}),
        table_kecamatan_field("activity-kecamatan-field", kActivities),
        with_words(field_parameter("activity-field", kActivities,
                                   {"kegiatan", "nama_kegiatan", "aktivitas", "activity", "activity_name"}),
                   {"Activity", "Kegiatan"},
                   {"Field with the name of the activity, by which messages point at a row.",
                    "Kolom nama kegiatan, yang disebut dalam pesan tentang suatu baris."}),
        with_words(field_parameter("activity-group-field", kActivities, {"kelompok", "komponen", "activity_group"}),
                   {"Group of the activity", "Kelompok kegiatan"},
                   {"Field by whose values reach is told apart as well, such as who carries the activity out.",
                    "Kolom untuk merinci jangkauan, misalnya pelaksana kegiatan."})};
}

std::vector<Parameter> participant_parameters() {
    return {with_words(field_parameter("participants-field", kActivities,
                                       {"peserta", "jumlah_peserta", "jml_peserta", "penerima", "jumlah_penerima",
                                        "participants", "beneficiaries"}),
                       {"Participants", "Jumlah peserta"},
                       {"Field with the number of families that take part; empty for works that nobody takes part in.",
                        "Kolom jumlah keluarga peserta; kosong untuk pembangunan yang tidak berpeserta."}),
            with_words(field_parameter("poor-participants-field", kActivities,
                                       {"peserta_miskin", "jumlah_peserta_miskin", "penerima_miskin",
                                        "poor_participants", "poor_beneficiaries"}),
                       {"Poor participants", "Jumlah peserta miskin"},
                       {"Field with how many of the participants are poor families.",
                        "Kolom banyaknya peserta yang merupakan keluarga miskin."}),
            as_advanced(with_words(
                choice_parameter("participants-are", {{"different", {"different families", "keluarga yang berbeda"}},
                                                      {"same", {"the same families", "keluarga yang sama"}}}),
                {"Participants of several activities", "Peserta beberapa kegiatan"},
                {"Whether several activities in a settlement have different participants, which are added up (the most "
                 "that can be covered), or the same ones, of which the largest activity counts (the least).",
                 "Apakah peserta beberapa kegiatan dalam satu permukiman berbeda, sehingga dijumlahkan (cakupan paling "
                 "tinggi), atau sama, sehingga dipakai kegiatan terbesar (cakupan paling rendah)."})),
            with_words(field_parameter("poor-families-field", "settlements",
                                       {"kk_miskin", "keluarga_miskin", "jumlah_kk_miskin", "poor_families"}),
                       {"Poor families", "Jumlah keluarga miskin"},
                       {"Field of the settlements with the number of poor families, for the programme's reach.",
                        "Kolom permukiman berisi jumlah keluarga miskin, untuk jangkauan program."})};
}

Parameter bands_parameter() {
    auto bands = parameter_of("reach-bands", ParameterKind::Numbers);
    bands.minimum = 0.0;
    bands.maximum = 1e7;
    return as_advanced(with_words(
        std::move(bands), {"Bands of distance", "Batas kelas jarak"},
        {"Upper limits of the bands by which reach is told, in metres (5000, 10000 and 20000 where none are given) or, "
         "with --cost time, in minutes (15, 30 and 60). Exactly at a limit is within.",
         "Batas atas kelas jarak untuk merinci jangkauan, dalam meter (5000, 10000, dan 20000 bila tidak diisi) atau, "
         "dengan --cost time, dalam menit (15, 30, dan 60). Tepat di batas termasuk di dalamnya."}));
}

bool has_field(const Arguments& arguments, const std::string& name) {
    return arguments.is_given(name) && !arguments.field(name).empty();
}

}  // namespace

std::vector<Parameter> programme_parameters() {
    auto parameters = table_parameters();
    append(parameters, participant_parameters());
    parameters.push_back(as_advanced(with_words(parameter_of("programme-centre", ParameterKind::Text),
                                                {"Centre of the programme", "Pusat program"},
                                                {"Id or name of the centre from which the programme is run. Without "
                                                 "it, the centre of the greatest mass in the area.",
                                                 "Id atau nama pusat tempat program dijalankan. Tanpa isian ini "
                                                 "dipakai pusat bermassa terbesar di dalam kawasan."})));
    parameters.push_back(bands_parameter());
    return parameters;
}

void refuse_programme_options_without_effect(const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (arguments.has_layer(kActivities)) return;
    constexpr std::array kOptions{"participants-are", "programme-centre", "reach-bands"};
    const auto refuse = [&](const char* name) {
        diagnostics.option_without_effect(
            core::format_text("--{} has no effect without --activities: give the table of activities as well, or leave "
                              "the option out.",
                              "--{} tidak berpengaruh tanpa --activities: berikan juga tabel kegiatan, atau hilangkan "
                              "pilihan ini.",
                              name));
    };
    for (const auto* name : kOptions) {
        if (arguments.is_given(name)) refuse(name);
    }
    if (has_field(arguments, "poor-families-field")) refuse("poor-families-field");
}

}  // namespace desakota::analyses
