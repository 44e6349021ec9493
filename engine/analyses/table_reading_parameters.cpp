#include "engine/analyses/table_reading_parameters.h"

#include "engine/analyses/parameter_builders.h"

namespace desakota::analyses {

std::vector<Parameter> table_reading_parameters() {
    return {
        as_advanced(with_words(
            choice_parameter("decimal",
                             {{"ask", {"as the values show it", "menurut nilainya"}},
                              {"comma", {"comma: 1.234 is 1234", "koma: 1.234 berarti 1234"}},
                              {"point", {"point: 1.234 is a little over 1", "titik: 1.234 berarti 1 lebih sedikit"}}}),
            {"Decimal mark", "Tanda desimal"},
            {"Of columns in CSV files and workbooks that hold only numbers such as 1.234, which cannot be read "
             "otherwise; "
             "all other columns show it.",
             "Untuk kolom berkas CSV dan buku kerja yang hanya berisi angka seperti 1.234, yang tidak dapat dibaca "
             "tanpa "
             "ini; kolom lain sudah menunjukkannya sendiri."})),
        as_advanced(with_words(
            choice_parameter("dash",
                             {{"zero", {"zero, as in tables of the statistics office", "nol, seperti dalam tabel BPS"}},
                              {"missing", {"missing", "tidak ada data"}}}),
            {"Dash", "Tanda hubung"},
            {"What \"-\" among the numbers of CSV files and workbooks means; \"...\" and NA are missing.",
             "Arti \"-\" di antara angka dalam berkas CSV dan buku kerja; \"...\" dan NA berarti tidak ada data."}))};
}

}  // namespace desakota::analyses
