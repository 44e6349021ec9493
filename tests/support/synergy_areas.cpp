#include "tests/support/synergy_areas.h"

#include <array>
#include <string_view>

#include "tests/support/table.h"

namespace desakota::test_support {
namespace {

struct Column {
    std::string_view name;
    std::string_view telang;
    std::string_view batu_betumpang;
};

constexpr std::array kColumns{
    Column{"kode_kawasan", "CTH-KTM-1", "CTH-KTM-2"},
    Column{"nama_kawasan", "Telang", "Batu Betumpang"},
    Column{"kabupaten", "Banyuasin", "Bangka Selatan"},
    Column{"sistem", "tidak", "sebagian"},
    Column{"tujuan", "tidak_disepakati", "sebagian"},
    Column{"proses", "bervariasi", "bervariasi"},
    Column{"efek", "meningkat_tak_optimal", "meningkat_tak_optimal"},
    Column{"klaster", "tidak", "sebagian"},
    Column{"sistem_tertulis", "tidak", "tidak"},
    Column{"tujuan_disepakati", "tidak", "sebagian"},
    Column{"tujuan_dipahami", "sedikit", "sebagian"},
    Column{"komitmen_pimpinan", "kurang", "kurang"},
    Column{"komitmen_skpd", "kurang", "bervariasi"},
    Column{"komitmen_badan_usaha", "tinggi", "bervariasi"},
    Column{"partisipasi_masyarakat", "bervariasi", "bervariasi"},
    Column{"efek_sumber_penghidupan", "meningkat_tak_optimal", "meningkat_tak_optimal"},
    Column{"efek_kondisi_usaha", "meningkat_tak_optimal", "meningkat_tak_optimal"},
    Column{"efek_hasil_penghidupan", "meningkat_tak_optimal", "meningkat_tak_optimal"},
    Column{"efek_keterjangkauan", "meningkat_tak_optimal", "meningkat_tak_optimal"},
    Column{"faktor_perencanaan_kolaboratif", "kendala", "keduanya"},
    Column{"faktor_kesepakatan", "keduanya", "keduanya"},
    Column{"faktor_komunikasi", "keduanya", "keduanya"},
    Column{"faktor_kepemimpinan", "keduanya", "keduanya"},
    Column{"faktor_komitmen", "keduanya", "keduanya"},
    Column{"faktor_partisipasi", "keduanya", "keduanya"},
    Column{"faktor_kepercayaan", "pendorong", "keduanya"},
    Column{"faktor_legitimasi", "keduanya", "keduanya"},
    Column{"faktor_konflik_kepentingan", "kendala", "kendala"},
    Column{"faktor_kesiapan", "kendala", "keduanya"},
    Column{"faktor_kapabilitas", "kendala", "keduanya"},
    Column{"faktor_motivasi", "keduanya", "keduanya"},
    Column{"faktor_sistem", "kendala", "keduanya"},
    Column{"faktor_tujuan_bersama", "kendala", "keduanya"},
    Column{"faktor_keadilan", "keduanya", "keduanya"},
    Column{"faktor_eksternal", "kendala", "kendala"},
    Column{"faktor_regulasi", "kendala", "kendala"},
};

}  // namespace

layers::Layer make_synergy_areas() {
    auto layer = make_layer("synergy_areas", {"Areas of the synergy study", "Kawasan penelitian sinergi"},
                            geo::GeometryType::None, {});
    for (const auto& column : kColumns) {
        auto& added = layer.add_column({std::string(column.name), layers::ColumnType::Text, {}, {}});
        added.add_text(column.telang);
        added.add_text(column.batu_betumpang);
    }
    layer.feature_ids = {1, 2};
    layer.row_count = layer.feature_ids.size();
    return layer;
}

}  // namespace desakota::test_support
