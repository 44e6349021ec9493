#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace desakota::test_support {

/// Who takes part in an activity: all who like, a limited number (classes, small businesses), or nobody (works). The
/// study tells the three apart; which activity is which is our reading.
enum class Taking : std::uint8_t { Open, Limited, Works };

struct ListedActivity {
    int number = 0;  // of the table's row
    std::string_view component;
    std::string_view activity;
    Taking taking = Taking::Open;
};

inline constexpr std::string_view kTransmigration = "Nakertrans (Pusat, Prov, Kab)";
inline constexpr std::string_view kAgriculture = "Dinas Pertanian dan Peternakan";
inline constexpr std::string_view kCooperatives = "Dinas Koperasi Perindustrian dan Perdagangan";
inline constexpr std::string_view kWorksOffice = "Dinas Pekerjaan Umum";
inline constexpr std::string_view kMarketOffice = "Kantor Pengelola Pasar";
inline constexpr std::string_view kExtension = "BKP/BP4K";
inline constexpr std::string_view kTraders = "Pasar";
inline constexpr std::string_view kFertilizer = "PT Pusri";
inline constexpr std::string_view kFarmers = "Gapoktan dan kelompok tani";

/// The column Telang of the table, in its order and words. Left out: what is cut off there ("Pelatihan pembuatan") and
/// the empty row of Bank Sumsel.
inline constexpr std::array kTelangActivities{
    ListedActivity{1, kTransmigration, "Pembangunan prasarana pusat KTM", Taking::Works},
    ListedActivity{1, kTransmigration, "Pengembangan LKM", Taking::Open},
    ListedActivity{1, kTransmigration, "Ujicoba budidaya padi IP 200", Taking::Open},
    ListedActivity{1, kTransmigration, "Pengembangan Primatani-Trans", Taking::Open},
    ListedActivity{1, kTransmigration, "Pengembangan kewirausahaan", Taking::Limited},
    ListedActivity{1, kTransmigration, "Pengembangan ternak sapi", Taking::Open},
    ListedActivity{1, kTransmigration, "Pertanian organik", Taking::Open},
    ListedActivity{1, kTransmigration, "Industri pupuk organik", Taking::Limited},
    ListedActivity{1, kTransmigration, "Pelatihan Mitigasi Lingkungan", Taking::Limited},
    ListedActivity{1, kTransmigration, "Bantuan Alsintan", Taking::Open},
    ListedActivity{1, kTransmigration, "Pengembangan RMP", Taking::Open},
    ListedActivity{1, kTransmigration, "Pelatihan Pengembangan Mutu Produk", Taking::Limited},
    ListedActivity{1, kTransmigration, "Ujicoba kedele", Taking::Open},
    ListedActivity{1, kTransmigration, "Pembenihan padi", Taking::Open},
    ListedActivity{1, kTransmigration, "Pelatihan handycraft", Taking::Limited},
    ListedActivity{1, kTransmigration, "Pelatihan kewirausahaan", Taking::Limited},
    ListedActivity{2, kAgriculture, "Pengembangan peternakan sapi", Taking::Open},
    ListedActivity{2, kAgriculture, "Pengembangan PUAP", Taking::Open},
    ListedActivity{2, kAgriculture, "Pengembangan Agribisnis", Taking::Open},
    ListedActivity{2, kAgriculture, "Pengembangan padi IP 200", Taking::Open},
    ListedActivity{2, kAgriculture, "Pengembangan budidaya jagung", Taking::Open},
    ListedActivity{2, kAgriculture, "Pelatihan Biogas", Taking::Limited},
    ListedActivity{2, kAgriculture, "Pembenihan padi", Taking::Open},
    ListedActivity{2, kAgriculture, "Peningkatan jalan usaha tani", Taking::Works},
    ListedActivity{2, kAgriculture, "Penyediaan irigasi permukaan", Taking::Works},
    ListedActivity{3, kCooperatives, "Pengembangan koperasi", Taking::Open},
    ListedActivity{3, kCooperatives, "Pelatihan kewirausahaan", Taking::Limited},
    ListedActivity{3, kCooperatives, "Industri pupuk organik", Taking::Limited},
    ListedActivity{3, kCooperatives, "Pelatihan Pengembangan Investasi", Taking::Limited},
    ListedActivity{3, kCooperatives, "Pelatihan kemudahan izin usaha", Taking::Limited},
    ListedActivity{3, kCooperatives, "Pelatihan pembuatan bandeng", Taking::Limited},
    ListedActivity{4, "Dinas Kelautan dan Perikanan", "Pelatihan budidaya ikan lele", Taking::Limited},
    ListedActivity{5, kWorksOffice, "Pengembangan infrastruktur", Taking::Works},
    ListedActivity{5, kWorksOffice, "Pembangunan Watertreatment Plant", Taking::Works},
    ListedActivity{6, kMarketOffice, "Pembangunan los pasar", Taking::Works},
    ListedActivity{6, kMarketOffice, "Pengelolaan pasar", Taking::Works},
    ListedActivity{7, kExtension, "Penyuluhan", Taking::Open},
    ListedActivity{7, kExtension, "Demplot jagung", Taking::Open},
    ListedActivity{8, "Dinas Pendidikan", "Pembangunan SMK", Taking::Works},
    ListedActivity{10, "Dinas Kehutanan dan Perkebunan", "Pelatihan bahaya kebakaran hutan", Taking::Limited},
    ListedActivity{11, "Dinas Kesehatan", "Pengembangan Puskesmas", Taking::Works},
    ListedActivity{12, "Dinas Perhubungan", "Fasilitasi Angkutan Perintis", Taking::Works},
    ListedActivity{13, "BRI", "Membuka gerai layanan jasa keuangan", Taking::Works},
    ListedActivity{15, "PDAM", "Membangun fasilitas air bersih", Taking::Works},
    ListedActivity{16, kFertilizer, "Pengembangan pembenihan padi", Taking::Open},
    ListedActivity{16, kFertilizer, "Distribusi pupuk", Taking::Open},
    ListedActivity{17, "Bulog", "Rehabilitasi Gudang", Taking::Works},
    ListedActivity{18, "PLN", "Penyediaan jasa listrik", Taking::Works},
    ListedActivity{19, kTraders, "Penyediaan sarana produksi", Taking::Works},
    ListedActivity{19, kTraders, "Penampungan hasil pertanian", Taking::Works},
    ListedActivity{19, kTraders, "Penyediaan bahan konsumsi", Taking::Works},
    ListedActivity{20, "PT Damri", "Angkutan perintis", Taking::Works},
    ListedActivity{21, "Koperasi BMT Trans", "Membuka gerai layanan jasa keuangan syariah", Taking::Works},
    ListedActivity{22, kFarmers, "Koordinasi kegiatan kelompok tani", Taking::Open},
    ListedActivity{22, kFarmers, "Pengelolaan RMP", Taking::Open},
    ListedActivity{23, "Himpunan Wirausaha Transmigrasi", "Mengkoordinasikan kegiatan wirausaha", Taking::Limited},
    ListedActivity{24, "Kelompok peternak", "Mengembangkan usaha ternak", Taking::Open},
};

}  // namespace desakota::test_support
