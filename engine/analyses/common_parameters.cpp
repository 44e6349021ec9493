#include "engine/analyses/common_parameters.h"

#include <string>
#include <utility>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using geo::GeometryType;

Parameter line_layers(const std::string& name) {
    return layer_parameter(name, ParameterKind::Layers, {GeometryType::Line});
}

Parameter families_field() {
    return with_words(field_parameter("families-field", "settlements", usual_families_names()),
                      {"Families", "Jumlah keluarga"},
                      {"Field with the number of families (KK, kepala keluarga) of each settlement. The number of "
                       "people is not taken for it.",
                       "Kolom jumlah keluarga (KK, kepala keluarga) tiap permukiman. Jumlah penduduk tidak dipakai "
                       "sebagai gantinya."});
}

Parameter group_field() {
    auto parameter = field_parameter("group-field", "settlements");
    parameter.kind = ParameterKind::Fields;
    return with_words(std::move(parameter), {"Groups", "Pengelompokan"},
                      {"Fields by whose values the summary is broken down, such as kecamatan or kabupaten.",
                       "Kolom yang nilainya menjadi kelompok dalam ringkasan, misalnya kecamatan atau kabupaten."});
}

Parameter cost() {
    return with_words(
        choice_parameter("cost", {{"distance", {"distance", "jarak"}}, {"time", {"time", "waktu"}}}),
        {"Shortest by", "Terdekat menurut"},
        {"Whether the way of least distance or of least time is chosen. Time needs roads whose speeds are "
         "known (a class field, a profile or a default speed).",
         "Apakah dipilih jalan dengan jarak terpendek atau waktu tersingkat. Waktu memerlukan jalan yang "
         "kecepatannya diketahui (kolom kelas jalan, berkas profil, atau kecepatan baku)."});
}

Parameter mode() {
    return with_words(choice_parameter("mode", {{"motorcycle", {"motorcycle", "sepeda motor"}},
                                                {"walking", {"walking", "berjalan kaki"}},
                                                {"car", {"car", "mobil"}}}),
                      {"Means of travel", "Moda perjalanan"},
                      {"How people travel. It decides which ways are passable, their speeds, and whether one-way rules "
                       "hold; boats and ferries serve every mode.",
                       "Cara orang bepergian. Menentukan jalan yang bisa dilalui, kecepatannya, dan berlakunya aturan "
                       "satu arah; perahu dan feri melayani semua moda."});
}

Parameter season() {
    return with_words(choice_parameter("season", {{"dry", {"dry", "kemarau"}}, {"wet", {"wet", "hujan"}}}),
                      {"Season", "Musim"},
                      {"The season of travel: earth roads are slow or closed when it is wet.",
                       "Musim perjalanan: pada musim hujan jalan tanah menjadi lambat atau tidak bisa dilalui."});
}

Parameter profile() {
    return with_words(parameter_of("profile", ParameterKind::File), {"Speed profile", "Profil kecepatan"},
                      {"A TOML file with your own speeds by road class, surface and season. Without it a built-in "
                       "profile is chosen by the fields found.",
                       "Berkas TOML berisi kecepatan sendiri menurut kelas, permukaan, dan musim. Tanpa berkas ini, "
                       "profil bawaan dipilih menurut kolom yang ada."});
}

Parameter default_speed() {
    return with_words(number_parameter("default-speed", {"km/h", 0.1, 200.0}), {"Default speed", "Kecepatan baku"},
                      {"Speed on roads whose class is not in the profile. Without it such classes are an error.",
                       "Kecepatan di jalan yang kelasnya tidak ada dalam profil. Tanpa ini, kelas seperti itu "
                       "dianggap kesalahan."});
}

Parameter max_access() {
    return with_words(with_default(number_parameter("max-access", {"m", 0.0, 50000.0}), 2000.0),
                      {"Longest walk to the road", "Jalan kaki terjauh ke jalan"},
                      {"How far, in a straight line, a settlement or a destination may be from the network.",
                       "Jarak garis lurus terjauh antara permukiman atau tujuan dan jaringan jalan."});
}

Parameter off_road_factor() {
    return with_words(with_default(number_parameter("off-road-factor", {"", 1.0, 10.0}), 1.3),
                      {"Off-road detour", "Faktor berkelok di luar jalan"},
                      {"Metres walked off the road for each metre in a straight line.",
                       "Panjang jalan kaki di luar jalan untuk tiap meter garis lurus."});
}

Parameter cutoff() {
    return with_words(number_parameter("cutoff", {"", 0.0, 10000000.0}), {"Limit of the search", "Batas pencarian"},
                      {"Longer ways are not looked for. In metres or, with --cost time, in minutes.",
                       "Jalan yang lebih panjang tidak dicari. Dalam meter atau, dengan --cost time, dalam menit."});
}

Parameter routes() {
    return with_words(parameter_of("routes", ParameterKind::YesNo), {"Routes", "Rute"},
                      {"Also give the course of each way found as a line layer.",
                       "Berikan juga jalur tiap perjalanan sebagai lapisan garis."});
}

bool has_direction_field(const Arguments& arguments) {
    const auto layers = arguments.fields.find("direction-field");
    if (layers == arguments.fields.end()) return false;
    for (const auto& columns : layers->second) {
        if (!columns.empty()) return true;
    }
    return false;
}

}  // namespace

std::vector<Parameter> settlement_parameters() {
    return {as_required(with_words(
                layer_parameter("settlements", ParameterKind::Layer, {GeometryType::Point, GeometryType::Polygon}),
                {"Settlements", "Permukiman"},
                {"Villages or other settlements, as points or polygons. The result has a row for each of them.",
                 "Desa atau satuan permukiman lain, berupa titik atau poligon. Hasilnya punya satu baris untuk tiap "
                 "permukiman."})),
            with_words(field_parameter("id-field", "settlements", usual_id_names()), {"Settlement id", "Id permukiman"},
                       {"Field with a code of its own for each settlement; kept as text.",
                        "Kolom kode yang berbeda untuk tiap permukiman; disimpan sebagai teks."}),
            with_words(field_parameter("name-field", "settlements", usual_name_names()),
                       {"Settlement name", "Nama permukiman"},
                       {"Field with the settlement's name.", "Kolom nama permukiman."}),
            families_field(), group_field()};
}

std::vector<Parameter> network_layer_parameters() {
    return {
        as_required(with_words(line_layers("roads"), {"Roads", "Jalan"},
                               {"Road lines, in one layer or several, as they are: gaps, crossings without a shared "
                                "vertex and the like are dealt with in memory.",
                                "Garis jalan, satu lapisan atau lebih, apa adanya: celah, persilangan tanpa titik "
                                "bersama, dan sejenisnya ditangani di memori."})),
        with_words(line_layers("rivers"), {"Rivers", "Sungai"},
                   {"Rivers and canals that are travelled by boat.", "Sungai dan saluran yang dilayari perahu."}),
        with_words(line_layers("ferries"), {"Ferries", "Feri"},
                   {"Ferry lines, boarded at their ends.", "Lintasan feri, dinaiki di ujung-ujungnya."}),
        with_words(
            layer_parameter("landings", ParameterKind::Layer, {GeometryType::Point}), {"Landings", "Dermaga"},
            {"Points at which rivers and ferries are boarded. Where they are given, rivers are entered there and "
             "at road ends within 50 m, and nowhere else.",
             "Titik naik perahu dan feri. Bila diberikan, sungai hanya dimasuki di sana dan di ujung jalan dalam "
             "jarak 50 m."}),
        with_words(layer_parameter("barriers", ParameterKind::Layers, {GeometryType::Line, GeometryType::Polygon}),
                   {"Barriers", "Penghalang"},
                   {"Lines or areas that nobody walks across, such as a wide river: no access leg crosses "
                    "them.",
                    "Garis atau area yang tidak dapat dilintasi dengan berjalan kaki, misalnya sungai lebar: "
                    "jalur ke jalan tidak memotongnya."})};
}

std::vector<Parameter> travel_parameters() {
    return {cost(),
            mode(),
            season(),
            as_advanced(profile()),
            as_advanced(default_speed()),
            max_access(),
            as_advanced(off_road_factor()),
            as_advanced(cutoff()),
            routes()};
}

void refuse_options_without_effect(const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (arguments.is_given("tolerance") && arguments.text("clean") == "off") {
        diagnostics.option_without_effect(
            {"--tolerance has no effect with --clean off: leave one of them out.",
             "--tolerance tidak berpengaruh dengan --clean off: hilangkan salah satunya."});
    }
    if (has_direction_field(arguments)) return;
    for (const auto* name : {"value-forward", "value-backward", "value-both"}) {
        if (!arguments.is_given(name)) continue;
        diagnostics.option_without_effect(core::format_text(
            "--{} has no effect: the roads have no direction field; name it with --direction-field.",
            "--{} tidak berpengaruh: jalan tidak punya kolom arah; sebutkan dengan --direction-field.", name));
    }
}

void refuse_options_without_effect(const Arguments& arguments, const RoadInput& roads, core::Diagnostics& diagnostics) {
    const auto refuse = [&](const char* name, bool has_effect) {
        if (has_effect || !arguments.is_given(name)) return;
        diagnostics.option_without_effect(core::format_text(
            "--{} has no effect: no speed profile holds for the roads. Name their class field with --class-field, or "
            "leave the option out.",
            "--{} tidak berpengaruh: tidak ada profil kecepatan yang berlaku bagi jalan. Sebutkan kolom kelasnya "
            "dengan "
            "--class-field, atau hilangkan pilihan ini.",
            name));
    };
    refuse("mode", roads.mode_has_effect);
    refuse("season", roads.season_has_effect);
    refuse("surface-field", roads.season_has_effect);
}

void refuse_cutoff_below_threshold(const Arguments& arguments, const Thresholds& thresholds,
                                   core::Diagnostics& diagnostics) {
    const bool by_time = arguments.text("cost") == "time";
    const auto cutoff = arguments.number("cutoff");
    const auto threshold = by_time ? thresholds.minutes : thresholds.metres;
    if (!cutoff || !threshold || *cutoff >= *threshold) return;
    const core::Text unit = by_time ? core::Text{"min", "menit"} : core::Text{"m", "m"};
    diagnostics.error(
        fill_text("--cutoff: {0} {2} is below the threshold of {1} {2}; give at least the threshold.",
                  "--cutoff: {0} {2} di bawah ambang {1} {2}; berikan sekurang-kurangnya sebesar ambangnya.",
                  core::format_text("{}", "{}", *cutoff), core::format_text("{}", "{}", *threshold), unit));
}

core::Text times_are_missing(const std::string& option) {
    return core::format_text(
        "{}: the roads' speeds are not known. Name a class field with --class-field, give a --profile or a "
        "--default-speed.",
        "{}: kecepatan di jalan tidak diketahui. Sebutkan kolom kelas dengan --class-field, beri --profile atau "
        "--default-speed.",
        option);
}

}  // namespace desakota::analyses
