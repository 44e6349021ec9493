#include "sample_layers/office_workbook.h"

#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <locale.h>
#include <stdexcept>
#include <string>
#include <utility>
#include <xlsxwriter.h>

namespace desakota::sample_layers {

namespace {

using test_support::OfficeVillage;

/// The library writes decimals as the thread's locale does; a workbook needs full stops.
class PlainNumbers {
public:
    PlainNumbers() : plain_(newlocale(LC_NUMERIC_MASK, "C", nullptr)), before_(uselocale(plain_)) {}
    PlainNumbers(const PlainNumbers&) = delete;
    PlainNumbers& operator=(const PlainNumbers&) = delete;
    ~PlainNumbers() {
        uselocale(before_);
        freelocale(plain_);
    }

private:
    locale_t plain_;
    locale_t before_;
};

// Columns of the sheet.
constexpr lxw_col_t kNumber = 0;
constexpr lxw_col_t kName = 1;
constexpr lxw_col_t kMen = 2;
constexpr lxw_col_t kWomen = 3;
constexpr lxw_col_t kPeople = 4;
constexpr lxw_col_t kFamilies = 5;
constexpr lxw_col_t kPoor = 6;
constexpr lxw_col_t kTransmigrants = 7;
constexpr lxw_col_t kDistance = 8;
constexpr lxw_col_t kServing = 9;
constexpr lxw_col_t kLastColumn = kServing;

/// Sums of one kecamatan, or of all.
struct Sums {
    std::int64_t men = 0;
    std::int64_t women = 0;
    std::int64_t families = 0;
    std::int64_t poor_families = 0;
    std::int64_t transmigrant_families = 0;

    void add(const OfficeVillage& village) {
        men += village.men;
        women += village.women;
        families += village.families;
        poor_families += village.poor_families;
        transmigrant_families += village.transmigrant_families;
    }
};

/// "1.234": as people type a number that is to look like one.
std::string dotted(std::int64_t number) {
    if (number < 1000) return fmt::format("{}", number);
    return fmt::format("{}.{:03}", number / 1000, number % 1000);
}

/// "2,5"
std::string with_comma(double number) {
    const auto tenths = std::llround(number * 10.0);
    return fmt::format("{},{}", tenths / 10, tenths % 10);
}

class OfficeSheet {
public:
    explicit OfficeSheet(lxw_workbook* workbook)
        : sheet_(workbook_add_worksheet(workbook, "Tabel 3.1")), heading_(workbook_add_format(workbook)) {
        format_set_bold(heading_);
        format_set_align(heading_, LXW_ALIGN_CENTER);
        format_set_align(heading_, LXW_ALIGN_VERTICAL_CENTER);
        format_set_border(heading_, LXW_BORDER_THIN);
    }

    void write(std::span<const OfficeVillage> villages) {
        write_titles();
        write_headings();
        Sums total;
        for (std::size_t begin = 0; begin < villages.size();) {
            auto end = begin;
            while (end < villages.size() && villages[end].kecamatan == villages[begin].kecamatan) ++end;
            write_kecamatan(villages.subspan(begin, end - begin), total);
            begin = end;
        }
        write_sums("TOTAL", total);
        write_notes();
    }

private:
    void text(lxw_col_t column, const std::string& value, lxw_format* format = nullptr) {
        worksheet_write_string(sheet_, row_, column, value.c_str(), format);
    }

    void merge(lxw_row_t rows, lxw_col_t first, lxw_col_t last, const char* value) {
        worksheet_merge_range(sheet_, row_, first, row_ + rows - 1, last, value, heading_);
    }

    void write_titles() {
        merge(1, kNumber, kLastColumn, "Tabel 3.1");
        ++row_;
        merge(1, kNumber, kLastColumn, "JUMLAH PENDUDUK, KELUARGA, DAN KELUARGA MISKIN MENURUT DESA");
        ++row_;
        merge(1, kNumber, kLastColumn, "KAWASAN TELANG (CONTOH, BUKAN DATA SEBENARNYA)");
        row_ += 2;
    }

    /// Three rows: "Laki-laki" stands below "Jumlah Penduduk", which stands below "Kependudukan".
    void write_headings() {
        for (const auto& [column, value] :
             {std::pair{kNumber, "No."}, std::pair{kName, "Desa / UPT"},
              std::pair{kDistance, "Jarak ke Puskesmas (km)"}, std::pair{kServing, "Wilayah Kerja Puskesmas"}}) {
            merge(3, column, column, value);
        }
        merge(1, kMen, kTransmigrants, "Kependudukan");
        ++row_;
        merge(1, kMen, kPeople, "Jumlah Penduduk");
        for (const auto& [column, value] : {std::pair{kFamilies, "Jumlah KK"}, std::pair{kPoor, "KK Miskin"},
                                            std::pair{kTransmigrants, "KK Transmigran"}}) {
            merge(2, column, column, value);
        }
        ++row_;
        text(kMen, "Laki-laki", heading_);
        text(kWomen, "Perempuan", heading_);
        text(kPeople, "Jumlah", heading_);
        ++row_;
        for (lxw_col_t column = 0; column <= kLastColumn; ++column) {
            text(column, fmt::format("({})", column + 1), heading_);
        }
        ++row_;
    }

    /// A count as a number or, in every third row, as a text; none is "-".
    void count(lxw_col_t column, std::int64_t value, bool as_text) {
        if (value == 0) {
            text(column, "-");
        } else if (as_text) {
            text(column, dotted(value));
        } else {
            worksheet_write_number(sheet_, row_, column, static_cast<double>(value), nullptr);
        }
    }

    void write_kecamatan(std::span<const OfficeVillage> villages, Sums& total) {
        merge(1, kNumber, kLastColumn, ("Kecamatan " + villages.front().kecamatan).c_str());
        ++row_;
        Sums sums;
        for (const auto& village : villages) {
            sums.add(village);
            total.add(village);
            write_village(village);
        }
        write_sums("Jumlah", sums);
    }

    void write_village(const OfficeVillage& village) {
        ++number_;
        const bool as_text = number_ % 3 == 0;
        worksheet_write_number(sheet_, row_, kNumber, number_, nullptr);
        text(kName, village.written);
        count(kMen, village.men, as_text);
        count(kWomen, village.women, as_text);
        count(kPeople, village.men + village.women, as_text);
        count(kFamilies, village.families, as_text);
        count(kPoor, village.poor_families, as_text);
        count(kTransmigrants, village.transmigrant_families, as_text);
        text(kDistance, village.declared_kilometres ? with_comma(*village.declared_kilometres) : "...");
        text(kServing, village.serving);
        ++row_;
    }

    void write_sums(const char* label, const Sums& sums) {
        text(kName, label, heading_);
        count(kMen, sums.men, false);
        count(kWomen, sums.women, false);
        count(kPeople, sums.men + sums.women, false);
        count(kFamilies, sums.families, false);
        count(kPoor, sums.poor_families, false);
        count(kTransmigrants, sums.transmigrant_families, false);
        ++row_;
    }

    void write_notes() {
        ++row_;
        for (const auto* note : {"Keterangan: - : nol; ... : data tidak tersedia",
                                 "Catatan: KK Transmigran hanya di UPT yang belum diserahkan",
                                 "Sumber: contoh buatan, bukan data sebenarnya"}) {
            text(kNumber, note);
            ++row_;
        }
    }

    lxw_worksheet* sheet_;
    lxw_format* heading_;
    lxw_row_t row_ = 0;
    int number_ = 0;
};

void set_fixed_properties(lxw_workbook* workbook) {
    constexpr time_t kCreated = 1'577'836'800;  // 1 January 2020: the same bytes on every run
    lxw_doc_properties properties{};
    properties.created = kCreated;
    workbook_set_properties(workbook, &properties);
}

}  // namespace

void write_office_workbook(std::span<const OfficeVillage> villages, const std::string& path) {
    const PlainNumbers plain;
    lxw_workbook* workbook = workbook_new(path.c_str());
    if (workbook == nullptr) throw std::runtime_error("no memory for a workbook");
    set_fixed_properties(workbook);
    OfficeSheet(workbook).write(villages);
    const auto error = workbook_close(workbook);
    if (error != LXW_NO_ERROR) throw std::runtime_error(path + ": " + lxw_strerror(error));
}

}  // namespace desakota::sample_layers
