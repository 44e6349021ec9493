#include <initializer_list>
#include <string>
#include <utility>

#include "engine/analyses/confirmed_matches.h"
#include "engine/analyses/feature_fields.h"
#include "engine/analyses/household_parameters.h"
#include "engine/analyses/match_names_input.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/resolve.h"

namespace desakota::analyses {
namespace {

constexpr const char* kSettlements = "settlements";
constexpr const char* kTable = "table";

Parameter several(Parameter parameter) {
    parameter.kind = ParameterKind::Fields;
    return parameter;
}

std::vector<std::string> usual_kecamatan_names() {
    return {
        "kecamatan",   "nama_kecamatan",        "nama_kec",           "nmkec", "namakec", "wadmkc", "kec", "adm3_en",
        "subdistrict", "kecamatan_subdistrict", "kecamatan_district", "r103n"};
}

std::vector<std::string> usual_code_names() {
    return {"kode_bps",         "idbps",        "id_bps",   "kdebps",     "iddesa",     "kode_kemendagri",
            "kode_permendagri", "kode_wilayah", "kdepum",   "kode_dagri", "kemendagri", "permendagri",
            "kode_desa",        "kd_desa",      "kode_upt", "kode_sp",    "kode_podes"};
}

Parameter every_other_field(const std::string& name, const std::string& of) {
    return several(field_parameter(name, of, {std::string(kEveryField)}));
}

std::vector<Parameter> known_settlement_parameters() {
    auto parameters =
        without(welfare_settlement_parameters(), {"families-field", "group-field"});  // a layer, or a table
    append(parameters,
           {with_words(several(field_parameter("code-field", kSettlements, usual_code_names())),
                       {"Further codes", "Kode lain"},
                       {"Fields with official codes of the settlements besides the id, of BPS or of Kemendagri. Codes "
                        "of the two are never joined by their digits; a field's name tells whose they are "
                        "(kode_bps, kode_kemendagri), dots tell those of Kemendagri as well.",
                        "Kolom kode resmi permukiman selain id, dari BPS atau Kemendagri. Kode keduanya tidak pernah "
                        "dipadankan menurut angkanya; nama kolom menunjukkan asalnya (kode_bps, kode_kemendagri), dan "
                        "titik menandai kode Kemendagri."}),
            with_words(field_parameter("kecamatan-field", kSettlements, usual_kecamatan_names()),
                       {"Kecamatan of the settlement", "Kecamatan permukiman"},
                       {"Field with the kecamatan, within which a name need be the only one. Without it a name must be "
                        "the only one of all.",
                        "Kolom kecamatan; nama cukup tunggal di dalamnya. Tanpa kolom ini nama harus tunggal di antara "
                        "semua permukiman."}),
            with_words(every_other_field("settlement-fields", kSettlements),
                       {"Fields of the settlements to keep", "Kolom permukiman yang dipertahankan"},
                       {"Fields of the settlements that the joined layer keeps, such as the number of families.",
                        "Kolom permukiman yang dipertahankan di lapisan gabungan, misalnya jumlah keluarga."})});
    return parameters;
}

std::vector<Parameter> table_parameters() {
    auto code_names = usual_code_names();
    code_names.insert(code_names.end(), {"id_desa", "kode", "code", "village_code"});
    return {
        as_required(with_words(layer_parameter(kTable, ParameterKind::Layer, {geo::GeometryType::None}),
                               {"Table", "Tabel"},
                               {"The table whose rows are to be matched, one row for each settlement or many.",
                                "Tabel yang barisnya akan dipadankan, satu baris atau lebih untuk tiap permukiman."})),
        with_words(field_parameter("table-code-field", kTable, std::move(code_names)),
                   {"Code in the table", "Kode dalam tabel"},
                   {"Field of the table with the settlement's code.", "Kolom tabel berisi kode permukiman."}),
        with_words(field_parameter("table-name-field", kTable,
                                   {"nama_desa",
                                    "desa_kelurahan",
                                    "desa_upt",
                                    "desa",
                                    "nama_desa_kelurahan",
                                    "kelurahan",
                                    "nama_kelurahan",
                                    "nama_kel",
                                    "nama_desa_kel",
                                    "desa_kelurahan_village_kelurahan",
                                    "desa_kelurahan_village",
                                    "desa_village",
                                    "kecamatan_desa",
                                    "r104n",
                                    "nmdesa",
                                    "namadesa",
                                    "nama_upt",
                                    "nama_sp",
                                    "upt",
                                    "sp",
                                    "permukiman",
                                    "village",
                                    "settlement_name",
                                    "nama",
                                    "name"}),
                   {"Name in the table", "Nama dalam tabel"},
                   {"Field of the table with the settlement's name; \"NAME, Kec. X\" is understood.",
                    "Kolom tabel berisi nama permukiman; \"NAMA, Kec. X\" dapat dibaca."}),
        with_words(
            field_parameter("table-kecamatan-field", kTable, usual_kecamatan_names()),
            {"Kecamatan in the table", "Kecamatan dalam tabel"},
            {"Field of the table with the kecamatan of the settlement.", "Kolom tabel berisi kecamatan permukiman."}),
        with_words(every_other_field("table-fields", kTable),
                   {"Fields of the table to join", "Kolom tabel yang digabungkan"},
                   {"Fields of the table that the settlements get, where a row was matched. A name that the layer has "
                    "already gets _table behind it.",
                    "Kolom tabel yang ditambahkan ke permukiman bila barisnya terpadankan. Nama yang sudah ada di "
                    "lapisan diberi akhiran _table."})};
}

}  // namespace

std::vector<Parameter> match_names_parameters() {
    auto parameters = known_settlement_parameters();
    append(parameters, table_parameters());
    append(parameters, confirmed_match_parameters());
    return parameters;
}

}  // namespace desakota::analyses
