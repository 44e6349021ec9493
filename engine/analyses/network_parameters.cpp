#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/analyses/common_parameters.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/road_attributes.h"

namespace desakota::analyses {
namespace {

using core::Text;

/// What users read of one field of the roads.
struct FieldWords {
    std::string_view parameter;
    Text title;
    Text help;
};

/// In the order of `road_fields`; looked up by name.
const std::array<FieldWords, 11>& field_words() {
    static const std::array<FieldWords, 11> words{{
        {"class-field",
         {"Road class", "Kelas jalan"},
         {"Field with the class of each road, by which speeds are chosen.",
          "Kolom kelas tiap jalan, dasar pemilihan kecepatan."}},
        {"surface-field",
         {"Surface", "Permukaan"},
         {"Field with the surface of each road, such as asphalt or earth.",
          "Kolom permukaan tiap jalan, misalnya aspal atau tanah."}},
        {"level-field",
         {"Level", "Tingkat"},
         {"Field with the level of each road: where levels differ, crossing roads are not joined.",
          "Kolom tingkat tiap jalan: jalan yang bersilangan pada tingkat berbeda tidak disambung."}},
        {"bridge-field",
         {"Bridge", "Jembatan"},
         {"Field that tells bridges: not joined to what passes below.",
          "Kolom penanda jembatan: tidak disambung dengan yang lewat di bawahnya."}},
        {"tunnel-field",
         {"Tunnel", "Terowongan"},
         {"Field that tells tunnels: not joined to what passes above.",
          "Kolom penanda terowongan: tidak disambung dengan yang lewat di atasnya."}},
        {"direction-field",
         {"Direction", "Arah"},
         {"Field that tells one-way roads. Blank is both ways.",
          "Kolom penanda jalan satu arah. Kosong berarti dua "
          "arah."}},
        {"junction-field",
         {"Roundabout", "Bundaran"},
         {"Field that tells roundabouts, which are one-way.", "Kolom penanda bundaran, yang satu arah."}},
        {"access-field",
         {"Access", "Izin lewat"},
         {"Field that tells closed roads (no).", "Kolom penanda jalan yang tertutup (no)."}},
        {"route-field",
         {"Route", "Lintasan"},
         {"Field that tells ferry lines among roads.", "Kolom penanda lintasan feri di antara jalan."}},
        {"duration-field",
         {"Duration", "Lama perjalanan"},
         {"Field with the duration of a ferry crossing, such as 00:20.",
          "Kolom lama penyeberangan feri, misalnya 00:20."}},
        {"join-field",
         {"Join", "Sambungan"},
         {"Field that marks (1) the join lines of a mended file.",
          "Kolom penanda (1) garis sambungan dalam berkas yang sudah diperbaiki."}},
    }};
    return words;
}

Parameter road_field(const RoadField& field) {
    auto parameter = as_advanced(field_parameter(field.parameter, "roads", field.usual_names));
    for (const auto& words : field_words()) {
        if (words.parameter == field.parameter) return with_words(std::move(parameter), words.title, words.help);
    }
    return parameter;
}

Parameter direction_value(const std::string& name, Text title, const Text& meaning) {
    return as_advanced(with_words(parameter_of(name, ParameterKind::Text), std::move(title),
                                  Text{"Values of the direction field that mean: ", "Nilai kolom arah yang berarti: "} +
                                      meaning +
                                      Text{". Several are set apart by commas.", ". Beberapa nilai dipisahkan koma."}));
}

Parameter ferry_duration() {
    const auto& fields = road_fields();
    const auto of_roads = std::ranges::find(fields, "duration-field", &RoadField::parameter);
    return as_advanced(with_words(field_parameter("ferry-duration-field", "ferries", of_roads->usual_names),
                                  {"Ferry duration", "Lama penyeberangan"},
                                  {"Field of the ferry lines with the duration of a crossing, such as 00:20.",
                                   "Kolom lintasan feri berisi lama penyeberangan, misalnya 00:20."}));
}

Parameter clean() {
    return with_words(
        choice_parameter("clean", {{"on", {"on", "ya"}}, {"off", {"off", "tidak"}}}),
        {"Join what nearly meets", "Sambung yang hampir bertemu"},
        {"Whether road ends that nearly meet and crossings without a shared vertex are joined, in memory. "
         "Off: for roads whose topology is trusted.",
         "Apakah ujung jalan yang hampir bertemu dan persilangan tanpa titik bersama disambung, di "
         "memori. Tidak: untuk jalan yang topologinya sudah benar."});
}

Parameter tolerance() {
    return with_words(with_default(number_parameter("tolerance", {"m", 0.0, 100.0}), 5.0),
                      {"Join tolerance", "Toleransi sambungan"},
                      {"The widest gap between a road's end and another road that is joined.",
                       "Celah terlebar antara ujung jalan dan jalan lain yang masih disambung."});
}

Parameter verify() {
    auto parameter = number_parameter("verify", {"", 1.0, 1000000.0});
    parameter.whole = true;
    return with_words(std::move(parameter), {"Settlements to verify", "Permukiman yang diperiksa ulang"},
                      {"Recompute this many settlements in a second, plain way and tell the largest difference, which "
                       "must be 0.",
                       "Hitung ulang sebanyak ini permukiman dengan cara kedua yang sederhana dan sebutkan selisih "
                       "terbesar, yang harus 0."});
}

}  // namespace

std::vector<Parameter> network_parameters() {
    std::vector<Parameter> all{as_advanced(clean()), as_advanced(tolerance())};
    for (const auto& field : road_fields()) all.push_back(road_field(field));
    append(all, {ferry_duration(),
                 direction_value("value-forward", {"One-way forward", "Satu arah maju"},
                                 {"open along the line only", "terbuka searah garis saja"}),
                 direction_value("value-backward", {"One-way backward", "Satu arah mundur"},
                                 {"open against the line only", "terbuka melawan garis saja"}),
                 direction_value("value-both", {"Both ways", "Dua arah"}, {"open both ways", "terbuka dua arah"}),
                 as_advanced(verify())});
    return all;
}

}  // namespace desakota::analyses
