#include "engine/cli/front_end_parameters.h"

namespace desakota::cli {
namespace {

using analyses::Parameter;
using analyses::ParameterKind;

constexpr double kMostThreads = 1024;

Parameter output() {
    Parameter parameter;
    parameter.name = "output";
    parameter.kind = ParameterKind::Text;
    parameter.required = true;
    parameter.title = {"Result", "Hasil"};
    parameter.help = {
        "The file to write; its extension chooses the format: .gpkg, .shp, .kmz, .xlsx, .fgb, .geojson, .csv. A record "
        "of "
        "the run is written beside it as .run.json. Or a PostGIS database, \"PG:dbname=... |schema=...\", which takes "
        "each layer as a table and the record in the table desakota_runs.",
        "Berkas hasil; akhiran namanya menentukan format: .gpkg, .shp, .kmz, .xlsx, .fgb, .geojson, .csv. Catatan "
        "proses "
        "ditulis di sampingnya sebagai .run.json. Atau basis data PostGIS, \"PG:dbname=... |schema=...\", yang "
        "menerima "
        "setiap lapisan sebagai tabel dan catatannya dalam tabel desakota_runs."};
    return parameter;
}

Parameter yes_no(const std::string& name, const core::Text& title, const core::Text& help) {
    Parameter parameter;
    parameter.name = name;
    parameter.kind = ParameterKind::YesNo;
    parameter.title = title;
    parameter.help = help;
    return parameter;
}

Parameter language() {
    Parameter parameter;
    parameter.name = "lang";
    parameter.kind = ParameterKind::Choice;
    parameter.title = {"Language", "Bahasa"};
    parameter.help = {"Of messages, titles and reasons; otherwise the machine's.",
                      "Untuk pesan, judul, dan alasan; jika tidak diisi, bahasa komputer ini."};
    parameter.choices = {{"en", {"English", "bahasa Inggris"}}, {"id", {"Indonesian", "bahasa Indonesia"}}};
    return parameter;
}

Parameter threads() {
    Parameter parameter;
    parameter.name = "threads";
    parameter.kind = ParameterKind::Number;
    parameter.whole = true;
    parameter.minimum = 0;
    parameter.maximum = kMostThreads;
    parameter.default_number = 0;
    parameter.title = {"Threads", "Utas"};
    parameter.help = {"How many processors to use; 0: all. The result does not depend on it.",
                      "Jumlah prosesor yang dipakai; 0: semua. Hasilnya tidak bergantung pada angka ini."};
    return parameter;
}

}  // namespace

const std::vector<Parameter>& front_end_parameters() {
    static const std::vector<Parameter> all{
        output(),
        yes_no("overwrite", {"Overwrite", "Timpa"},
               {"Replace the result file where it exists.", "Ganti berkas hasil jika sudah ada."}),
        language(),
        threads(),
        yes_no("quiet", {"Quiet", "Tanpa keterangan"}, {"Print errors only.", "Hanya kesalahan yang ditampilkan."}),
        yes_no("json", {"JSON", "JSON"},
               {"Print the summary as one JSON object, and nothing else, on standard output.",
                "Tampilkan ringkasan sebagai satu objek JSON, tanpa yang lain, di keluaran standar."}),
        yes_no("progress-lines", {"Progress as lines", "Kemajuan per baris"},
               {"For programs that run desakota: tell how far the run is in lines such as \"progress 0.250\" on "
                "standard error, also with --quiet.",
                "Untuk program yang menjalankan desakota: sampaikan kemajuan proses dalam baris seperti \"progress "
                "0.250\" di keluaran kesalahan standar, juga dengan --quiet."}),
        yes_no("allow-unused-options", {"Options without effect", "Pilihan tanpa pengaruh"},
               {"For programs that give every option: one that has no effect in this run is a warning, not an error.",
                "Untuk program yang mengisi semua pilihan: pilihan yang tidak berpengaruh cukup diperingatkan, tidak "
                "dianggap kesalahan."})};
    return all;
}

}  // namespace desakota::cli
