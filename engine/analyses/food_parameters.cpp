#include "engine/analyses/food_parameters.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/analyses/common_parameters.h"
#include "engine/analyses/facility_parameters.h"
#include "engine/analyses/feature_fields.h"
#include "engine/analyses/health_input.h"
#include "engine/analyses/household_parameters.h"
#include "engine/analyses/parameter_builders.h"

namespace desakota::analyses {
namespace {

using core::Text;

/// BPS, Survei Konversi Gabah ke Beras 2018, of all Indonesia: 64.02 % (as announced by BPS on 24 October 2018). The
/// survey of 2005 to 2007 had 62.74 %.
constexpr double kRicePerPaddy = 0.6402;

Parameter as_optional(Parameter parameter, Text help) {
    parameter.required = false;
    parameter.help = std::move(help);
    return parameter;
}

Parameter settlement_field(const std::string& name, std::vector<std::string> usual_names, Text title, Text help) {
    return with_words(field_parameter(name, "settlements", std::move(usual_names)), std::move(title), std::move(help));
}

Parameter share_field(const std::string& name, std::vector<std::string> usual_names, Text title, const Text& what) {
    return settlement_field(name, std::move(usual_names), std::move(title),
                            Text{"Field of the settlements with the share of ", "Kolom permukiman berisi proporsi "} +
                                what +
                                Text{", where there is no household table.", ", bila tidak ada tabel rumah tangga."});
}

std::vector<Parameter> line_parameters() {
    return {
        with_words(
            number_parameter("line", {"Rp", 1.0, 1e12}), {"Poverty line", "Garis kemiskinan"},
            {"The line in rupiah per head a month by which households of the table are poor (182636 in the paper of "
             "2009). Needed where incomes are given.",
             "Garis dalam rupiah per kapita sebulan untuk menentukan rumah tangga miskin (182636 dalam "
             "makalah tahun 2009). Diperlukan bila ada pendapatan."}),
        as_advanced(with_words(parameter_of("at-line-is-poor", ParameterKind::YesNo),
                               {"Poor at the line too", "Tepat pada garis termasuk miskin"},
                               {"Count households whose income is exactly the line as poor, as the paper does. "
                                "Otherwise poor means below the line.",
                                "Rumah tangga yang pendapatannya tepat pada garis dihitung miskin, seperti dalam "
                                "makalah. Bila tidak, miskin berarti di bawah garis."}))};
}

Parameter basic_education() {
    return as_advanced(with_words(
        choice_parameter("basic-education", {{"sd", {"primary school (6 years)", "SD (6 tahun)"}},
                                             {"smp", {"junior secondary school (9 years)", "SMP (9 tahun)"}}}),
        {"Basic education is", "Pendidikan dasar ialah"},
        {"How many years of schooling are a completed basic education, where the household table holds only the years.",
         "Lama sekolah yang dianggap tamat pendidikan dasar, bila tabel rumah tangga hanya berisi lama sekolah."}));
}

std::vector<Parameter> trait_parameters() {
    return {production_field(), weekly_hours_field(),       basic_education_field(),
            schooling_field(),  electricity_field(),        clean_water_field(),
            children_field(),   immunised_children_field(), literate_housewife_field()};
}

std::vector<Parameter> production_parameters() {
    return {settlement_field("settlement-production-field",
                             {"produksi_netto_kg", "produksi_serealia_kg", "produksi_beras_kg", "net_cereal_kg"},
                             {"Net cereal production of the settlement (kg)", "Produksi serealia neto permukiman (kg)"},
                             {"Field of the settlements with the net production of cereals in a year, in kilograms of "
                              "rice and maize.",
                              "Kolom permukiman berisi produksi neto serealia dalam setahun, dalam kilogram beras dan "
                              "jagung."}),
            settlement_field("paddy-production-field",
                             {"produksi_gkg_ton", "produksi_padi_ton", "produksi_gkg", "produksi_padi", "paddy_t"},
                             {"Paddy production of the settlement (tonnes)", "Produksi padi permukiman (ton GKG)"},
                             {"Field of the settlements with the production of dry unhusked rice (GKG) in a year, in "
                              "tonnes.",
                              "Kolom permukiman berisi produksi gabah kering giling (GKG) dalam setahun, dalam ton."}),
            settlement_field("population-field", usual_population_names(), {"Population", "Jumlah penduduk"},
                             {"Field of the settlements with the number of people, for production per head.",
                              "Kolom permukiman berisi jumlah penduduk, untuk produksi per kapita."})};
}

std::vector<Parameter> share_parameters() {
    return {
        share_field("poor-share-field", {"poor_households_share", "proporsi_miskin", "persen_miskin"},
                    {"Share of poor households", "Proporsi rumah tangga miskin"},
                    {"households that are poor", "rumah tangga miskin"}),
        settlement_field("poor-families-field", {"kk_miskin", "keluarga_miskin", "jumlah_kk_miskin", "poor_families"},
                         {"Poor families", "Keluarga miskin"},
                         {"Field of the settlements with the number of families that are poor; divided by the number "
                          "of families where there is no share.",
                          "Kolom permukiman berisi jumlah keluarga miskin; dibagi jumlah keluarga bila proporsinya "
                          "tidak ada."}),
        share_field("short-hours-share-field",
                    {"short_hours_share", "proporsi_jam_kerja_kurang", "persen_kerja_kurang_15_jam"},
                    {"Share with short hours", "Proporsi jam kerja kurang"},
                    {"heads who work less than 15 hours a week",
                     "kepala rumah tangga yang bekerja kurang dari 15 jam seminggu"}),
        share_field("no-basic-education-share-field",
                    {"no_basic_education_share", "proporsi_tidak_tamat_dasar", "persen_tidak_tamat_sd"},
                    {"Share without basic education", "Proporsi tidak tamat pendidikan dasar"},
                    {"heads who did not complete basic education",
                     "kepala rumah tangga yang tidak tamat pendidikan "
                     "dasar"}),
        share_field("no-electricity-share-field",
                    {"no_electricity_share", "proporsi_tanpa_listrik", "persen_tanpa_listrik"},
                    {"Share without electricity", "Proporsi tanpa listrik"},
                    {"households without electricity", "rumah tangga tanpa listrik"}),
        share_field("not-immunised-share-field",
                    {"not_immunised_share", "proporsi_tidak_diimunisasi", "persen_tidak_diimunisasi"},
                    {"Share not immunised", "Proporsi tidak diimunisasi"},
                    {"children who are not immunised", "anak yang tidak diimunisasi"}),
        share_field("no-clean-water-share-field",
                    {"no_clean_water_share", "proporsi_tanpa_air_bersih", "persen_tanpa_air_bersih"},
                    {"Share without clean water", "Proporsi tanpa air bersih"},
                    {"households without clean water", "rumah tangga tanpa air bersih"}),
        share_field("beyond-health-centre-share-field",
                    {"share_beyond", "beyond_health_centre_share", "proporsi_jauh_puskesmas"},
                    {"Share far from a puskesmas", "Proporsi jauh dari puskesmas"},
                    {"families more than 5 km from a puskesmas, as health-access gives it (share_beyond)",
                     "keluarga yang lebih dari 5 km dari puskesmas, sebagaimana hasil health-access (share_beyond)"}),
        share_field("illiterate-share-field", {"illiterate_share", "proporsi_buta_huruf", "persen_buta_huruf"},
                    {"Share of illiterate housewives", "Proporsi ibu rumah tangga buta huruf"},
                    {"housewives who cannot read and write", "ibu rumah tangga yang buta huruf"})};
}

std::vector<Parameter> measure_parameters() {
    return {
        as_advanced(with_words(
            choice_parameter("shares-as", {{"fraction", {"fractions (0.35)", "pecahan (0,35)"}},
                                           {"percent", {"percent (35)", "persen (35)"}}}),
            {"Shares of the settlements are", "Proporsi permukiman berupa"},
            {"How the share fields of the settlements are written. Fields named as this program names shares "
             "(share_..., ..._share) are fractions in any case.",
             "Cara penulisan kolom proporsi permukiman. Kolom yang bernama seperti proporsi dalam program ini "
             "(share_..., ..._share) selalu pecahan."})),
        as_advanced(with_words(
            with_default(number_parameter("rice-per-paddy", {"", 0.01, 1.0}), kRicePerPaddy),
            {"Rice from paddy", "Konversi GKG ke beras"},
            {"Kilograms of rice from a kilogram of dry unhusked rice (GKG). The default is that of BPS's conversion "
             "survey (SKGB) of 2018, for Indonesia as a whole; give your own province's.",
             "Kilogram beras dari satu kilogram gabah kering giling (GKG). Nilai bakunya dari Survei Konversi Gabah ke "
             "Beras (SKGB) BPS 2018 untuk seluruh Indonesia; berikan angka provinsi Anda."})),
        as_advanced(with_words(
            with_default(number_parameter("cereal-norm", {"g", 1.0, 5000.0}), welfare::kCerealNorm),
            {"Cereals needed a day", "Kebutuhan serealia sehari"},
            {"Grams of cereals that a person needs a day (Cnorm): 300 by Badan Ketahanan Pangan.",
             "Gram serealia yang dibutuhkan seseorang dalam sehari (Cnorm): 300 menurut Badan Ketahanan Pangan."})),
        with_words(
            choice_parameter("variant", {{"paper", {"as in the paper", "seperti dalam makalah"}},
                                         {"bounded", {"availability bounded", "ketersediaan dibatasi"}},
                                         {"minmax", {"relative to the other settlements", "relatif antarpermukiman"}}}),
            {"Variant of the index", "Varian indeks"},
            {"Which index is classed and split into contributions. As in the paper, availability is not bounded and so "
             "may outweigh the rest; bounded, half of it counts, at most 1; relative, each part runs from 0 (the best "
             "settlement of the run) to 1 (the worst).",
             "Indeks yang diberi kelas dan diuraikan kontribusinya. Seperti dalam makalah, ketersediaan tidak dibatasi "
             "sehingga bisa mengalahkan yang lain; dibatasi, setengahnya yang dihitung, paling banyak 1; relatif, tiap "
             "unsur bernilai 0 (permukiman terbaik) sampai 1 (terburuk)."})};
}

layers::ColumnDefinition figure(const char* name, Text alias) {
    return {name, layers::ColumnType::Number, "", std::move(alias)};
}

std::vector<FoodPartWords> availability_words() {
    return {{"availability",
             figure("availability_index", {"Availability index (IAV; above 1: deficit)",
                                           "Indeks ketersediaan pangan (IAV; di atas 1: defisit)"}),
             {"availability", "ketersediaan pangan"},
             {"production-field", "persons-field"},
             {"settlement-production-field", "paddy-production-field"},
             {"--production-field with --persons-field, or --settlement-production-field or --paddy-production-field "
              "with --population-field",
              "--production-field dengan --persons-field, atau --settlement-production-field atau "
              "--paddy-production-field dengan --population-field"}}};
}

std::vector<FoodPartWords> access_words() {
    return {{"poor_households",
             figure("poor_households_share", {"Poor households (share)", "Rumah tangga miskin (proporsi)"}),
             {"poor households", "rumah tangga miskin"},
             {"income-field"},
             {"poor-share-field", "poor-families-field"},
             {"--income-field with --line, --poor-share-field, or --poor-families-field with --families-field",
              "--income-field dengan --line, --poor-share-field, atau --poor-families-field dengan --families-field"}},
            {"short_hours",
             figure("short_hours_share", {"Heads who work less than 15 hours a week (share)",
                                          "Kepala bekerja kurang dari 15 jam seminggu (proporsi)"}),
             {"short hours", "jam kerja kurang"},
             {"weekly-hours-field"},
             {"short-hours-share-field"},
             {"--weekly-hours-field or --short-hours-share-field",
              "--weekly-hours-field atau "
              "--short-hours-share-field"}},
            {"no_basic_education",
             figure("no_basic_education_share",
                    {"Heads without basic education (share)", "Kepala tidak tamat pendidikan dasar (proporsi)"}),
             {"basic education", "pendidikan dasar"},
             {"basic-education-field", "schooling-field"},
             {"no-basic-education-share-field"},
             {"--basic-education-field, --schooling-field or --no-basic-education-share-field",
              "--basic-education-field, --schooling-field, atau --no-basic-education-share-field"}},
            {"no_electricity",
             figure("no_electricity_share",
                    {"Households without electricity (share)", "Rumah tangga tanpa listrik (proporsi)"}),
             {"electricity", "listrik"},
             {"electricity-field"},
             {"no-electricity-share-field"},
             {"--electricity-field or --no-electricity-share-field",
              "--electricity-field atau --no-electricity-share-field"}}};
}

std::vector<FoodPartWords> utilisation_words() {
    return {{"not_immunised",
             figure("not_immunised_share", {"Children not immunised (share)", "Anak tidak diimunisasi (proporsi)"}),
             {"immunisation", "imunisasi"},
             {"children-field", "immunised-field"},
             {"not-immunised-share-field"},
             {"--children-field with --immunised-field, or --not-immunised-share-field",
              "--children-field dengan --immunised-field, atau --not-immunised-share-field"}},
            {"no_clean_water",
             figure("no_clean_water_share",
                    {"Households without clean water (share)", "Rumah tangga tanpa air bersih (proporsi)"}),
             {"clean water", "air bersih"},
             {"clean-water-field"},
             {"no-clean-water-share-field"},
             {"--clean-water-field or --no-clean-water-share-field",
              "--clean-water-field atau --no-clean-water-share-field"}},
            {"beyond_health_centre",
             figure("beyond_health_centre_share",
                    {"Families far from a puskesmas (share)", "Keluarga jauh dari puskesmas (proporsi)"}),
             {"distance to the puskesmas", "jarak ke puskesmas"},
             {},
             {"beyond-health-centre-share-field"},
             {"--roads with --facilities, or --beyond-health-centre-share-field",
              "--roads dengan --facilities, atau --beyond-health-centre-share-field"}},
            {"illiterate",
             figure("illiterate_share", {"Illiterate housewives (share)", "Ibu rumah tangga buta huruf (proporsi)"}),
             {"literacy", "melek huruf"},
             {"literate-field"},
             {"illiterate-share-field"},
             {"--literate-field or --illiterate-share-field", "--literate-field atau --illiterate-share-field"}}};
}

std::vector<FoodPartWords> make_words() {
    auto words = availability_words();
    std::ranges::move(access_words(), std::back_inserter(words));
    std::ranges::move(utilisation_words(), std::back_inserter(words));
    return words;
}

}  // namespace

const std::vector<FoodPartWords>& food_part_words() {
    static const auto words = make_words();
    return words;
}

std::vector<Parameter> food_household_parameters() {
    auto parameters = without(household_parameters(), {"households"});
    append(parameters, income_parameters());
    append(parameters, trait_parameters());
    append(parameters, line_parameters());
    parameters.push_back(basic_education());
    return parameters;
}

std::vector<Parameter> food_network_parameters() {
    std::vector<Parameter> parameters;
    for (auto& parameter : facility_parameters()) {
        parameters.push_back(parameter.required
                                 ? as_optional(std::move(parameter),
                                               {"With roads: puskesmas and other health facilities, to find the "
                                                "families more than 5 km from a puskesmas as health-access does.",
                                                "Bersama jalan: puskesmas dan fasilitas kesehatan lain, untuk mencari "
                                                "keluarga yang lebih dari 5 km dari puskesmas seperti health-access."})
                                 : std::move(parameter));
    }
    for (auto& parameter : network_layer_parameters()) {
        parameters.push_back(parameter.required
                                 ? as_optional(std::move(parameter),
                                               {"With facilities: road lines, in one layer or several, as they are.",
                                                "Bersama fasilitas: garis jalan, satu lapisan atau lebih, apa adanya."})
                                 : std::move(parameter));
    }
    append(parameters, family_place_parameters());
    append(parameters, {count_as_parameter(), health_threshold_parameter()});
    append(parameters, without(travel_parameters(), {"cost", "cutoff", "routes"}));
    append(parameters, without(network_parameters(), {"verify"}));
    return parameters;
}

std::vector<Parameter> food_parameters() {
    auto parameters = welfare_settlement_parameters();
    for (auto& parameter : household_parameters()) {
        if (parameter.name == "households") parameters.push_back(std::move(parameter));
    }
    append(parameters, food_household_parameters());
    append(parameters, production_parameters());
    append(parameters, share_parameters());
    append(parameters, measure_parameters());
    parameters.push_back(pooling_parameter());
    for (auto& parameter : food_network_parameters()) {
        if (parameter.name != "facilities" && parameter.name != "roads") parameter.advanced = true;
        parameters.push_back(std::move(parameter));
    }
    return parameters;
}

}  // namespace desakota::analyses
