#include "engine/study/code_words.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace desakota::study {
namespace {

using core::Text;

struct Word {
    std::string_view code;
    Text label;
};
/// What the codes mean in columns whose names are one of these or end with it ("skp_status").
struct FieldWords {
    std::vector<std::string_view> fields;
    std::vector<Word> words;
};

FieldWords status_words() {
    return {{"status"},
            {{"reached", {"reached", "terjangkau"}},
             {"not_reached", {"not reached", "tidak terjangkau"}},
             {"poor_not_reached", {"poor and not reached", "miskin dan tidak terjangkau"}},
             {"not_counted", {"not counted", "tidak dihitung"}},
             {"not_connected", {"not connected", "tidak tersambung"}},
             {"no_road_in_reach", {"no road in reach", "tanpa jalan di dekatnya"}},
             {"beyond_cutoff", {"beyond the greatest distance", "di luar jarak terjauh"}},
             {"no_geometry", {"without geometry", "tanpa geometri"}},
             {"not_assigned", {"not assigned", "tidak ditetapkan"}},
             {"not_found", {"not found", "tidak ditemukan"}},
             {"ambiguous", {"ambiguous", "bermakna ganda"}},
             {"computed", {"computed", "terhitung"}},
             {"not_computed", {"not computed", "tidak terhitung"}},
             {"withheld", {"withheld", "tidak ditampilkan"}},
             {"no_households", {"no households", "tanpa rumah tangga"}},
             {"no_local_production", {"no local production", "tidak ada produksi setempat"}},
             {"assessed", {"assessed", "dinilai"}},
             {"not_assessable", {"cannot be assessed", "tidak dapat dinilai"}}}};
}

FieldWords class_words() {
    return {{"class", "class_bounded"},
            {{"low", {"low", "rendah"}},
             {"medium", {"medium", "sedang"}},
             {"moderate", {"moderate", "sedang"}},
             {"high", {"high", "tinggi"}},
             {"surplus", {"surplus", "surplus"}},
             {"deficit", {"deficit", "defisit"}},
             {"very_secure", {"very food secure", "sangat tahan pangan"}},
             {"secure", {"food secure", "tahan pangan"}},
             {"fairly_secure", {"fairly food secure", "cukup tahan pangan"}},
             {"slightly_insecure", {"slightly food insecure", "agak rawan pangan"}},
             {"insecure", {"food insecure", "rawan pangan"}},
             {"very_insecure", {"very food insecure", "sangat rawan pangan"}}}};
}

FieldWords kind_words() {
    return {{"kind", "group_field", "group_value"},
            {{"total", {"all", "seluruhnya"}},
             {"cost_band", {"distance band", "kelas jarak"}},
             {"settlement_group", {"group of settlements", "kelompok permukiman"}},
             {"activity_group", {"group of activities", "kelompok kegiatan"}},
             {"to_centre_m", {"distance to the centre", "jarak ke pusat"}},
             {"to_centre_min", {"travel time to the centre", "waktu tempuh ke pusat"}},
             {"puskesmas", {"puskesmas", "puskesmas"}},
             {"pustu", {"pustu (auxiliary health centre)", "puskesmas pembantu"}},
             {"poskesdes", {"poskesdes (village health post)", "poskesdes"}},
             {"polindes", {"polindes (village maternity post)", "polindes"}}}};
}

FieldWords finding_words() {
    return {{"kind"},
            {{"gap_joined", {"gap, joined", "celah, disambung"}},
             {"t_gap_joined", {"gap beside a line, joined", "celah di samping garis, disambung"}},
             {"crossing_joined", {"crossing, joined", "persilangan, disambung"}},
             {"crossing_levels_differ", {"crossing on different levels", "persilangan berbeda tingkat"}},
             {"crossing_kept_apart", {"crossing, not joined", "persilangan, tidak disambung"}},
             {"boarding", {"boarding of rivers and ferries", "tempat naik perahu dan feri"}},
             {"near_miss", {"dead end near another road", "ujung buntu dekat jalan lain"}},
             {"duplicate", {"line twice in the same place", "garis ganda di tempat yang sama"}},
             {"overshoot", {"end just beyond a junction", "ujung sedikit melewati persimpangan"}},
             {"zero_length", {"line without length", "garis tanpa panjang"}},
             {"short_line", {"very short line", "garis sangat pendek"}}}};
}

FieldWords place_words() {
    return {
        {"place"},
        {{"between", {"between the centres", "di antara kedua pusat"}},
         {"first_pulls_all", {"the first centre is stronger everywhere", "pusat pertama lebih kuat di semua tempat"}},
         {"second_pulls_all", {"the second centre is stronger everywhere", "pusat kedua lebih kuat di semua tempat"}}}};
}

FieldWords method_words() {
    return {{"method", "source", "provenance"},
            {{"roads", {"along roads", "sepanjang jalan"}},
             {"homes", {"by homes", "menurut rumah"}},
             {"circle", {"in a circle", "dalam lingkaran"}},
             {"point", {"at the settlement's point", "di titik permukiman"}},
             {"raster", {"by a population raster", "menurut raster penduduk"}},
             {"population", {"population", "penduduk"}},
             {"households", {"households", "rumah tangga"}},
             {"settlements", {"settlements", "permukiman"}},
             {"own", {"the study's own", "milik studi"}},
             {"verified", {"verified", "terverifikasi"}},
             {"unverified", {"not verified", "belum terverifikasi"}}}};
}

FieldWords match_words() {
    return {{"how"},
            {{"confirmed", {"confirmed", "dikonfirmasi"}},
             {"code", {"by code", "menurut kode"}},
             {"exact_name", {"by exact name", "menurut nama persis"}},
             {"normalised_name", {"by normalised name", "menurut nama yang diseragamkan"}},
             {"proposal", {"proposal", "usulan"}},
             {"no_match", {"no match", "tanpa padanan"}}}};
}

FieldWords synergy_words() {
    return {{"category"},
            {{"sectoral", {"sectoral", "sektoral"}},
             {"antagonistic", {"antagonistic", "antagonis"}},
             {"additive", {"additive (integrated)", "aditif (terintegrasi)"}},
             {"fragmented", {"fragmented", "terfragmentasi"}},
             {"less_synergistic", {"less synergistic", "kurang sinergis"}},
             {"synergism", {"synergism", "sinergisme"}}}};
}

/// The scales of synergy, whose codes differ from one to the other.
std::vector<FieldWords> scale_words() {
    return {{{"system"},
             {{"komprehensif", {"comprehensive", "komprehensif"}},
              {"sebagian", {"partial", "sebagian"}},
              {"tidak", {"none", "tidak tersistem"}}}},
            {{"goals"},
             {{"semua", {"agreed and understood by all", "disepakati dan dipahami semua"}},
              {"sebagian", {"agreed by some", "disepakati sebagian"}},
              {"tidak_disepakati", {"not agreed", "tidak disepakati"}},
              {"tidak_ada", {"none", "tidak ada tujuan"}}}},
            {{"process"},
             {{"tinggi", {"high", "tinggi"}},
              {"bervariasi", {"varied", "bervariasi"}},
              {"kurang", {"low", "kurang"}},
              {"tidak_ada", {"none", "tidak ada"}}}},
            {{"effect"},
             {{"sangat_meningkat", {"greatly risen", "sangat meningkat"}},
              {"meningkat_tak_optimal", {"risen, not optimal", "meningkat, tidak optimal"}},
              {"sebagian_meningkat", {"risen for some", "meningkat untuk sebagian"}},
              {"tetap", {"unchanged", "tetap"}},
              {"menurun", {"fallen", "menurun"}}}}};
}

std::vector<FieldWords> factor_words() {
    return {{{"role"},
             {{"driver", {"driver", "pendorong"}},
              {"obstacle", {"obstacle", "kendala"}},
              {"both", {"driver and obstacle", "pendorong dan kendala"}}}},
            {{"influence"},
             {{"root_cause", {"root cause", "akar masalah"}},
              {"trigger", {"trigger", "pemicu"}},
              {"triggered", {"triggered", "dipicu"}},
              {"trigger_and_triggered", {"trigger and triggered", "pemicu dan dipicu"}},
              {"external_trigger", {"external trigger", "pemicu dari luar"}},
              {"not_placed", {"not placed", "tidak ditempatkan"}}}},
            {{"severity"},
             {{"information", {"information", "informasi"}},
              {"warning", {"warning", "peringatan"}},
              {"critical", {"critical", "kritis"}}}}};
}

FieldWords part_words() {
    return {{"largest_part", "part"},
            {{"availability", {"availability", "ketersediaan pangan"}},
             {"poor_households", {"poor households", "rumah tangga miskin"}},
             {"short_hours", {"short working hours", "jam kerja pendek"}},
             {"no_basic_education", {"no basic education", "tidak tamat pendidikan dasar"}},
             {"no_electricity", {"no electricity", "tanpa listrik"}},
             {"not_immunised", {"children not immunised", "anak tidak diimunisasi"}},
             {"no_clean_water", {"no clean water", "tanpa air bersih"}},
             {"beyond_health_centre", {"far from a puskesmas", "jauh dari puskesmas"}},
             {"illiterate", {"illiterate", "buta huruf"}}}};
}

std::vector<FieldWords> all_words() {
    std::vector<FieldWords> all{status_words(),  class_words(), kind_words(),    method_words(), match_words(),
                                synergy_words(), part_words(),  finding_words(), place_words()};
    std::ranges::move(scale_words(), std::back_inserter(all));
    std::ranges::move(factor_words(), std::back_inserter(all));
    return all;
}

bool is_named(std::string_view field, std::string_view name) {
    return field == name || field.ends_with("_" + std::string(name));
}

const std::vector<FieldWords>& known_words() {
    static const auto all = all_words();
    return all;
}

bool are_of(const FieldWords& words, std::string_view field) {
    return std::ranges::any_of(words.fields, [&](auto name) { return is_named(field, name); });
}

}  // namespace

bool has_code_words(std::string_view field) {
    return std::ranges::any_of(known_words(), [&](const FieldWords& words) { return are_of(words, field); });
}

std::optional<Text> code_words(std::string_view field, std::string_view code) {
    for (const auto& of_field : known_words()) {
        if (!are_of(of_field, field)) continue;
        const auto word = std::ranges::find(of_field.words, code, &Word::code);
        if (word != of_field.words.end()) return word->label;
    }
    return std::nullopt;
}

}  // namespace desakota::study
