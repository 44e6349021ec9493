#include <string>
#include <utility>

#include "engine/analyses/household_parameters.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/poverty_line_choice.h"
#include "engine/analyses/poverty_question.h"

namespace desakota::analyses {
namespace {

constexpr const char* kSettlements = "settlements";

Parameter sajogyo_parameter() {
    std::vector<Choice> choices{{"none", {"none", "tidak"}}};
    for (const auto& version : welfare::sajogyo_versions()) {
        choices.push_back({std::string(version.code), version.scheme->title});
    }
    return with_words(
        choice_parameter("sajogyo", std::move(choices)), {"Sajogyo's classes", "Kelas Sajogyo"},
        {"Class households by how many kilograms of rice their income per head would buy in a year. The published "
         "versions differ; the price of rice is needed.",
         "Kelompokkan rumah tangga menurut banyaknya beras (kg) yang bisa dibeli dengan pendapatan per kapita setahun. "
         "Versi yang terbit berbeda-beda; harga beras harus diisi."});
}

std::vector<Parameter> rice_parameters() {
    auto field = field_parameter("rice-price-field", kSettlements,
                                 {"harga_beras", "harga_beras_rp", "harga_beras_rp_kg", "rice_price", "rice_price_rp"});
    return {with_words(number_parameter("rice-price", {"Rp", 0.01, 1e9}), {"Price of rice", "Harga beras"},
                       {"Local price of rice in rupiah a kilogram at the time of the data, for Sajogyo's classes.",
                        "Harga beras setempat dalam rupiah per kilogram pada waktu data, untuk kelas Sajogyo."}),
            with_words(std::move(field), {"Price of rice by settlement", "Harga beras tiap permukiman"},
                       {"Field of the settlements with the local price of rice, in rupiah a kilogram. Where it is "
                        "empty, the price given for all holds.",
                        "Kolom permukiman berisi harga beras setempat, dalam rupiah per kilogram. Di tempat yang "
                        "kosong berlaku harga untuk semua."})};
}

std::vector<Parameter> given_parameters() {
    auto shares = field_parameter("poor-share-fields", kSettlements);
    shares.kind = ParameterKind::Fields;
    auto deciles = field_parameter("decile-fields", kSettlements);
    deciles.kind = ParameterKind::Fields;
    deciles.advanced = true;
    for (const auto* name : {"desil_", "decile_", "kk_desil_"}) {
        for (std::size_t decile = 1; decile <= kDeciles; ++decile) {
            deciles.usual_names.push_back(name + std::to_string(decile));
        }
    }
    return {
        as_advanced(with_words(
            std::move(shares), {"Shares of the poor that are known", "Bagian miskin yang sudah diketahui"},
            {"Without households: fields of the settlements with shares of poor households that somebody else worked "
             "out, one for each line, in the order own lines, built-in lines, dollar line, lines of the file. They are "
             "pooled, and checked: a lower line cannot have more poor.",
             "Tanpa tabel rumah tangga: kolom permukiman berisi bagian rumah tangga miskin yang sudah dihitung pihak "
             "lain, satu untuk tiap garis, dengan urutan garis sendiri, garis bawaan, garis dolar, garis dari berkas. "
             "Bagian itu digabungkan dan diperiksa: garis yang lebih rendah tidak mungkin lebih banyak miskinnya."})),
        as_advanced(with_words(
            choice_parameter("shares-as", {{"fraction", {"fractions (0.35)", "pecahan (0,35)"}},
                                           {"percent", {"percent (35)", "persen (35)"}}}),
            {"Known shares are", "Bagian itu berupa"},
            {"How the share fields of the settlements are written. Fields named as this program names shares "
             "(share_..., ..._share) are fractions in any case.",
             "Cara penulisan kolom proporsi permukiman. Kolom yang bernama seperti proporsi dalam program ini "
             "(share_..., ..._share) selalu pecahan."})),
        with_words(std::move(deciles), {"Families by welfare decile", "Keluarga menurut desil"},
                   {"Ten fields with the number of families in each national welfare decile, 1 to 10 in this order. "
                    "Shown as shares in decile 1, 1-2, 1-4 and 1-5: a national ranking, not a poverty line.",
                    "Sepuluh kolom jumlah keluarga pada tiap desil kesejahteraan nasional, urut 1 sampai 10. "
                    "Ditampilkan sebagai bagian pada desil 1, 1-2, 1-4, dan 1-5: peringkat nasional, bukan garis "
                    "kemiskinan."})};
}

}  // namespace

std::vector<Parameter> poverty_parameters() {
    auto parameters = welfare_settlement_parameters();
    append(parameters, household_parameters());
    append(parameters, income_parameters());
    append(parameters, poverty_line_parameters());
    append(parameters, {sajogyo_parameter()});
    append(parameters, rice_parameters());
    append(parameters, given_parameters());
    append(parameters, {pooling_parameter()});
    append(parameters, resampling_parameters());
    return parameters;
}

}  // namespace desakota::analyses
