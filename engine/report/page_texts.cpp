#include "engine/report/page_texts.h"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>
#include <utility>
#include <vector>

namespace desakota::report {
namespace {

/// What stands in the page whether scripts run or not.
std::vector<PageText> plain_texts() {
    return {
        {"skip", {"Skip to the content", "Langsung ke isi"}},
        {"contents", {"Contents", "Daftar isi"}},
        {"findings", {"Key findings", "Temuan utama"}},
        {"priorities", {"Settlements to see to first", "Permukiman yang perlu didahulukan"}},
        {"priority_rule", {"The rule", "Aturannya"}},
        {"no_priorities", {"No settlement misses a threshold.", "Tidak ada permukiman yang melewati ambang batas."}},
        {"unknown_priorities",
         {"Settlements of which too little is known to be ranked:",
          "Permukiman yang datanya terlalu sedikit untuk diurutkan:"}},
        {"map", {"Map", "Peta"}},
        {"maps", {"All maps", "Semua peta"}},
        {"maps_note",
         {"Each map with its legend; behind each class, the number of rows that fall into it.",
          "Setiap peta dengan legendanya; di belakang setiap kelas, jumlah baris yang termasuk di dalamnya."}},
        {"map_of", {"Map:", "Peta:"}},
        {"indicative", {"Administrative boundaries are indicative.", "Batas administrasi indikatif."}},
        {"tables", {"Tables", "Tabel"}},
        {"other_tables", {"Further tables", "Tabel lainnya"}},
        {"charts", {"Charts", "Grafik"}},
        {"passport", {"Data-quality passport", "Paspor mutu data"}},
        {"passport_note",
         {"Each input gets a grade from A (good) to D (poor): that of its worst share.",
          "Setiap data masukan mendapat nilai dari A (baik) sampai D (buruk): nilai dari bagian yang terburuk."}},
        {"input", {"Input", "Data masukan"}},
        {"grade", {"Grade", "Nilai"}},
        {"rows", {"Rows", "Baris"}},
        {"shares", {"What it rests on", "Dasar penilaian"}},
        {"limits_table", {"Limits of the grades", "Batas nilai"}},
        {"share", {"Share", "Bagian"}},
        {"from", {"from", "mulai"}},
        {"below", {"below", "di bawah"}},
        {"corrections", {"Corrections worth most", "Perbaikan yang paling berarti"}},
        {"correction", {"Correction", "Perbaikan"}},
        {"correction_families", {"Families whose status could change", "Keluarga yang statusnya dapat berubah"}},
    };
}

/// Further ones: method, sources and the words of tables.
std::vector<PageText> further_texts() {
    return {
        {"method", {"Method", "Metode"}},
        {"answers", {"Results", "Hasil"}},
        {"notes", {"Notes", "Catatan"}},
        {"figures", {"Figures", "Angka"}},
        {"parameters", {"Parameters other than the defaults", "Parameter yang berbeda dari bawaan"}},
        {"parameters_note",
         {"All parameters, and the columns that were taken, are in run.json.",
          "Semua parameter dan kolom yang dipakai tercatat di run.json."}},
        {"parameter", {"Parameter", "Parameter"}},
        {"analysis", {"Analysis", "Analisis"}},
        {"name", {"Name", "Nama"}},
        {"value", {"Value", "Nilai"}},
        {"limits", {"What the figures do not say", "Yang tidak dikatakan oleh angka-angka ini"}},
        {"sources", {"Where the numbers come from", "Asal angka"}},
        {"source", {"Source", "Sumber"}},
        {"dated", {"As of", "Keadaan"}},
        {"versions", {"Programs", "Perangkat lunak"}},
        {"version", {"Version", "Versi"}},
        {"licences", {"Licences of the programs in this page", "Lisensi program di dalam halaman ini"}},
        {"rank", {"Rank", "Peringkat"}},
        {"settlement", {"Settlement", "Permukiman"}},
        {"group", {"Group", "Kelompok"}},
        {"score", {"Points", "Poin"}},
        {"families", {"Families", "Keluarga"}},
        {"reason", {"Reason", "Alasan"}},
        {"yes", {"yes", "ya"}},
        {"no", {"no", "tidak"}},
        {"first_rows_of", {"The first {0} of {1} rows.", "{0} baris pertama dari {1} baris."}},
        {"map_number", {"Map number", "Nomor peta"}},
        {"date", {"Date", "Tanggal"}},
        {"office", {"Office", "Instansi"}},
        {"logo", {"Logo of the office", "Logo instansi"}},
        {"not_drawn", {"not drawn", "tidak digambar"}},
        {"scripts_off",
         {"Scripts are off in this browser: the maps and tables below stand still, and tables are cut short. The whole "
          "tables are in tables.xlsx.",
          "Skrip tidak aktif di peramban ini: peta dan tabel di bawah tidak dapat digerakkan, dan tabel dipotong. "
          "Tabel "
          "lengkap ada di tables.xlsx."}},
    };
}

/// What scripts add.
std::vector<PageText> script_texts() {
    return {
        {"choose_index", {"Index", "Indeks"}},
        {"choose_season", {"Season", "Musim"}},
        {"choose_settlement", {"Find a settlement", "Cari permukiman"}},
        {"show", {"Show", "Tampilkan"}},
        {"legend", {"Legend", "Legenda"}},
        {"map_label",
         {"Map. Arrow keys move it, plus and minus zoom. The field \"Find a settlement\" opens a settlement's card.",
          "Peta. Tombol panah menggesernya, plus dan minus memperbesar dan memperkecil. Isian \"Cari permukiman\" "
          "membuka "
          "kartu permukiman."}},
        {"card_hint",
         {"Tap a settlement on the map, or choose one above, to see what is known of it.",
          "Ketuk permukiman di peta, atau pilih di atas, untuk melihat data yang ada tentangnya."}},
        {"not_found", {"No settlement of that name.", "Tidak ada permukiman dengan nama itu."}},
        {"zoom_in", {"Zoom in", "Perbesar"}},
        {"zoom_out", {"Zoom out", "Perkecil"}},
        {"whole_area", {"Whole area", "Seluruh wilayah"}},
        {"straight", {"Straight line", "Garis lurus"}},
        {"way", {"Way by the network", "Lewat jaringan jalan"}},
        {"way_ratio",
         {"The way is {0} times as long as the straight line.", "Jarak tempuhnya {0} kali jarak garis lurus."}},
        {"km", {"km", "km"}},
        {"class", {"Class", "Kelas"}},
        {"doubtful", {"not sure", "belum pasti"}},
        {"left_out",
         {"Too large for this page, and so only on the printed maps:",
          "Terlalu besar untuk halaman ini, sehingga hanya ada di peta cetak:"}},
        {"filter", {"Filter", "Saring"}},
        {"filter_hint", {"Rows that contain", "Baris yang memuat"}},
        {"sort_by", {"Sort by", "Urutkan menurut"}},
        {"previous", {"Previous rows", "Baris sebelumnya"}},
        {"next", {"Next rows", "Baris berikutnya"}},
        {"rows_of", {"Rows {0} to {1} of {2}", "Baris {0} sampai {1} dari {2}"}},
        {"no_rows", {"No row contains that.", "Tidak ada baris yang memuat itu."}},
        {"background", {"Background", "Latar belakang"}},
        {"zoom_for_lines",
         {"The lines of the background appear when you zoom in.", "Garis latar belakang muncul saat peta diperbesar."}},
    };
}

const std::vector<PageText>& all_texts() {
    static const auto texts = [] {
        auto all = plain_texts();
        for (auto& text : further_texts()) all.push_back(std::move(text));
        for (auto& text : script_texts()) all.push_back(std::move(text));
        return all;
    }();
    return texts;
}

}  // namespace

std::span<const PageText> page_texts() {
    return all_texts();
}

const core::Text& page_text(std::string_view key) {
    const auto& texts = all_texts();
    const auto found = std::ranges::find(texts, key, &PageText::key);
    if (found == texts.end()) throw std::logic_error(fmt::format("The page has no text \"{}\".", key));
    return found->text;
}

}  // namespace desakota::report
