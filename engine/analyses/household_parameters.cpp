#include "engine/analyses/household_parameters.h"

#include <initializer_list>
#include <utility>

#include "engine/analyses/common_parameters.h"
#include "engine/analyses/confirmed_matches.h"
#include "engine/analyses/parameter_builders.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kHouseholds = "households";
/// Tables and layers alike.
constexpr std::initializer_list<geo::GeometryType> kAnything{geo::GeometryType::None, geo::GeometryType::Point,
                                                             geo::GeometryType::Line, geo::GeometryType::Polygon};
constexpr double kReplications = 1000.0;

/// Not only columns of numbers: some programs read every column of a CSV file as text.
Parameter household_field(const std::string& name, std::vector<std::string> usual_names, Text title, Text help) {
    return with_words(field_parameter(name, kHouseholds, std::move(usual_names)), std::move(title), std::move(help));
}

}  // namespace

std::vector<Parameter> welfare_settlement_parameters() {
    auto parameters = settlement_parameters();
    auto& layer = parameters.front();
    layer.geometry = kAnything;
    layer.help = {"Villages or other settlements, as a layer or as a table. The result has a row for each of them.",
                  "Desa atau satuan permukiman lain, berupa lapisan atau tabel. Hasilnya punya satu baris untuk tiap "
                  "permukiman."};
    return parameters;
}

std::vector<Parameter> household_parameters() {
    auto parameters = std::vector{
        with_words(layer_parameter(kHouseholds, ParameterKind::Layer, kAnything), {"Households", "Rumah tangga"},
                   {"A table or layer with a row for each household. Names, identity numbers and addresses in it are "
                    "left aside.",
                    "Tabel atau lapisan dengan satu baris untuk tiap rumah tangga. Nama, nomor identitas, dan alamat "
                    "di dalamnya tidak dipakai."}),
        household_field("household-settlement-field",
                        {"kode_desa", "id_desa", "iddesa", "kd_desa", "kode_sp", "id_sp", "kode_upt", "id_upt",
                         "settlement_id", "kode_permukiman", "village_code", "kode"},
                        {"Settlement of the household", "Permukiman rumah tangga"},
                        {"Field with the id of the settlement in which the household lives.",
                         "Kolom id permukiman tempat rumah tangga tinggal."}),
        table_kecamatan_field("household-kecamatan-field", kHouseholds),
        household_field("persons-field",
                        {"jumlah_art", "jml_art", "art", "jumlah_anggota", "jml_anggota", "anggota", "jumlah_jiwa",
                         "jiwa", "persons", "household_size", "hhsize"},
                        {"Persons", "Jumlah anggota"},
                        {"Field with the number of persons in the household.", "Kolom jumlah anggota rumah tangga."}),
        household_field("weight-field", {"bobot", "penimbang", "weight", "survey_weight", "weind", "fwt"},
                        {"Survey weight", "Bobot survei"},
                        {"Field with the number of households for which each household of the sample stands. "
                         "Without it every household counts alike.",
                         "Kolom banyaknya rumah tangga yang diwakili tiap rumah tangga sampel. Tanpa kolom ini "
                         "semua rumah tangga berbobot sama."})};
    append(parameters, confirmed_match_parameters());
    return parameters;
}

std::vector<Parameter> income_parameters() {
    return {household_field("income-field",
                            {"pendapatan", "penghasilan", "pengeluaran", "income", "expenditure", "pendapatan_rp",
                             "penghasilan_rp", "pengeluaran_rp", "konsumsi"},
                            {"Income or expenditure", "Pendapatan atau pengeluaran"},
                            {"Field with the household's income or expenditure, in rupiah.",
                             "Kolom pendapatan atau pengeluaran rumah tangga, dalam rupiah."}),
            with_words(choice_parameter("income-period", {{"month", {"a month", "sebulan"}},
                                                          {"year", {"a year", "setahun"}},
                                                          {"week", {"a week", "seminggu"}},
                                                          {"day", {"a day", "sehari"}}}),
                       {"Income is for", "Pendapatan per"},
                       {"The time for which the income or expenditure is given. A month is a twelfth of 365 days.",
                        "Jangka waktu pendapatan atau pengeluaran itu. Sebulan adalah seperdua belas dari 365 hari."}),
            with_words(choice_parameter("income-of", {{"household", {"the household", "rumah tangga"}},
                                                      {"person", {"each person", "tiap orang"}}}),
                       {"Income is of", "Pendapatan milik"},
                       {"Whether the field holds the income of the whole household or income per head.",
                        "Apakah kolom itu berisi pendapatan seluruh rumah tangga atau pendapatan per kapita."})};
}

Parameter working_members_field() {
    return household_field(
        "working-members-field", {"art_bekerja", "anggota_bekerja", "jml_bekerja", "bekerja", "working_members"},
        {"Working members", "Anggota yang bekerja"},
        {"Field with the number of household members who work.", "Kolom jumlah anggota rumah tangga yang bekerja."});
}

Parameter schooling_field() {
    return household_field(
        "schooling-field",
        {"lama_sekolah", "lama_sekolah_krt", "tahun_sekolah", "schooling_years", "years_of_schooling"},
        {"Schooling of the head", "Lama sekolah kepala"},
        {"Field with the years of schooling of the household's head.",
         "Kolom lama sekolah kepala rumah tangga, dalam tahun."});
}

Parameter basic_education_field() {
    return household_field("basic-education-field",
                           {"tamat_pendidikan_dasar", "tamat_dasar", "tamat_sd", "basic_education"},
                           {"Basic education completed", "Tamat pendidikan dasar"},
                           {"Field that says whether the head completed basic education (yes or no).",
                            "Kolom apakah kepala rumah tangga tamat pendidikan dasar (ya atau tidak)."});
}

Parameter weekly_hours_field() {
    return household_field("weekly-hours-field", {"jam_kerja", "jam_per_minggu", "jam_kerja_minggu", "weekly_hours"},
                           {"Weekly hours of the head", "Jam kerja kepala per minggu"},
                           {"Field with the hours that the household's head works in a week.",
                            "Kolom jam kerja kepala rumah tangga dalam seminggu."});
}

Parameter land_field() {
    return household_field("land-field", {"luas_lahan", "luas_lahan_ha", "lahan_ha", "lahan", "land_ha"},
                           {"Land (ha)", "Luas lahan (ha)"},
                           {"Field with the land that the household works, in hectares.",
                            "Kolom luas lahan garapan rumah tangga, dalam hektare."});
}

Parameter production_field() {
    return household_field(
        "production-field",
        {"produksi_netto_kg", "produksi_serealia_kg", "produksi_kg", "net_cereal_kg", "production_kg", "produksi"},
        {"Net cereal production (kg)", "Produksi serealia neto (kg)"},
        {"Field with the household's net production of cereals (rice and maize) in a year, in kilograms.",
         "Kolom produksi neto serealia (beras dan jagung) rumah tangga dalam setahun, dalam kilogram."});
}

Parameter electricity_field() {
    return household_field("electricity-field", {"listrik", "ada_listrik", "electricity"}, {"Electricity", "Listrik"},
                           {"Field that says whether the household has electricity (yes or no).",
                            "Kolom apakah rumah tangga berlistrik (ya atau tidak)."});
}

Parameter clean_water_field() {
    return household_field("clean-water-field", {"air_bersih", "ada_air_bersih", "clean_water"},
                           {"Clean water", "Air bersih"},
                           {"Field that says whether the household has access to clean water (yes or no).",
                            "Kolom apakah rumah tangga mempunyai akses air bersih (ya atau tidak)."});
}

Parameter children_field() {
    return household_field(
        "children-field", {"jumlah_anak", "jml_anak", "anak", "balita", "children"}, {"Children", "Anak"},
        {"Field with the number of children to be immunised.", "Kolom jumlah anak yang perlu diimunisasi."});
}

Parameter immunised_children_field() {
    return household_field(
        "immunised-field", {"anak_diimunisasi", "anak_imunisasi", "imunisasi", "immunised_children", "immunised"},
        {"Immunised children", "Anak yang diimunisasi"},
        {"Field with the number of children who are immunised.", "Kolom jumlah anak yang sudah diimunisasi."});
}

Parameter literate_housewife_field() {
    return household_field(
        "literate-field", {"ibu_melek_huruf", "melek_huruf", "housewife_literate", "literate"},
        {"Housewife can read and write", "Ibu rumah tangga melek huruf"},
        {"Field that says whether the housewife can read and write (yes or no); empty where there is none.",
         "Kolom apakah ibu rumah tangga melek huruf (ya atau tidak); kosong bila tidak ada ibu rumah tangga."});
}

Parameter pooling_parameter() {
    return as_advanced(with_words(
        choice_parameter("aggregate", {{"pooled", {"of households", "dari rumah tangga"}},
                                       {"unweighted", {"mean of the settlements", "rata-rata satuan permukiman"}}}),
        {"Figures of the summary", "Angka dalam ringkasan"},
        {"How the figures in the summary table come about: from all households of the group, or, to reproduce papers "
         "that do so, as the plain mean of the settlements' figures.",
         "Cara menghitung angka dalam tabel ringkasan: dari semua rumah tangga kelompok itu, atau, untuk mengulang "
         "hasil makalah yang demikian, sebagai rata-rata angka satuan permukiman tanpa bobot."}));
}

std::vector<Parameter> resampling_parameters() {
    auto replications = with_default(number_parameter("replications", {"", 0.0, 100000.0}), kReplications);
    replications.whole = true;
    auto seed = with_default(number_parameter("seed", {"", 0.0, 4294967295.0}), 1.0);
    seed.whole = true;
    return {as_advanced(with_words(std::move(replications), {"Replications", "Jumlah replikasi"},
                                   {"How often the households of each settlement are drawn anew for the confidence "
                                    "intervals (bootstrap). 0 leaves those intervals out.",
                                    "Berapa kali rumah tangga tiap permukiman ditarik ulang untuk selang kepercayaan "
                                    "(bootstrap). Dengan 0, selang itu tidak dihitung."})),
            as_advanced(with_words(std::move(seed), {"Seed", "Bibit acak"},
                                   {"The start of the random numbers: the same seed gives the same intervals.",
                                    "Awal bilangan acak: bibit yang sama memberi selang yang sama."}))};
}

}  // namespace desakota::analyses
