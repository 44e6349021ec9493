#include "engine/io/write_xlsx.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <xlsxwriter.h>

#include "engine/core/error.h"
#include "engine/io/column_names.h"
#include "engine/io/layer_stages.h"
#include "engine/io/operating_system.h"
#include "engine/io/wgs84_geometry.h"
#include "engine/io/zip_directory.h"

namespace desakota::io {
namespace {

constexpr std::size_t kMostLetters = 31;
constexpr std::size_t kMostRows = LXW_ROW_MAX - 1;
constexpr std::size_t kMostColumns = LXW_COL_MAX;
constexpr std::size_t kMostTextBytes = 32767;
constexpr std::size_t kRowsBetweenSheetReports = 1024;
constexpr auto kColumnsSheet = "columns";

/// A workbook that is given up unless it was closed.
class Workbook {
public:
    Workbook(const std::string& path, std::string shown_name) : shown_name_(std::move(shown_name)) {
        lxw_workbook_options options{};
        workbook_ = workbook_new_opt(path.c_str(), &options);
        if (workbook_ == nullptr) throw write_failure(shown_name_, "no memory");
        lxw_doc_properties properties{};
        properties.created = 315532800;  // 1980-01-01, so that the same content gives the same bytes
        workbook_set_properties(workbook_, &properties);
        heading_ = workbook_add_format(workbook_);
        format_set_bold(heading_);
        text_ = workbook_add_format(workbook_);
        format_set_num_format(text_, "@");
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook() {
        if (workbook_ != nullptr) lxw_workbook_free(workbook_);
    }

    [[nodiscard]] lxw_worksheet* add_sheet(const std::string& name) {
        auto* const sheet = workbook_add_worksheet(workbook_, name.c_str());
        if (sheet == nullptr) throw write_failure(shown_name_, "sheet " + name);
        return sheet;
    }
    void heading(lxw_worksheet* sheet, std::size_t column, const std::string& name) const {
        check(worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(column), name.c_str(), heading_));
    }
    /// Columns that hold text say so, so that a code typed into them stays one.
    void width(lxw_worksheet* sheet, std::size_t column, double letters, bool is_text) const {
        const auto place = static_cast<lxw_col_t>(column);
        check(worksheet_set_column(sheet, place, place, letters, is_text ? text_ : nullptr));
    }
    /// A format for numbers, one for each text; nullptr: general.
    [[nodiscard]] lxw_format* number_format(const std::string& text) {
        if (text.empty()) return nullptr;
        auto& format = number_formats_[text];
        if (format == nullptr) {
            format = workbook_add_format(workbook_);
            format_set_num_format(format, text.c_str());
        }
        return format;
    }
    /// A cell that leads to a sheet and shows its name.
    void link(lxw_worksheet* sheet, std::size_t row, const std::string& name) const {
        const auto target = "internal:'" + name + "'!A1";
        check(worksheet_write_url_opt(sheet, static_cast<lxw_row_t>(row), 0, target.c_str(), nullptr, name.c_str(),
                                      nullptr));
    }
    void text(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& value) const {
        check(worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), value.c_str(),
                                     text_));
    }
    void number(lxw_worksheet* sheet, std::size_t row, std::size_t column, double value,
                lxw_format* format = nullptr) const {
        if (!std::isfinite(value)) return;
        check(
            worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), value, format));
    }
    void yes_no(lxw_worksheet* sheet, std::size_t row, std::size_t column, bool value) const {
        check(worksheet_write_boolean(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), value ? 1 : 0,
                                      nullptr));
    }
    void close() { check(workbook_close(std::exchange(workbook_, nullptr))); }

private:
    void check(lxw_error error) const {
        if (error != LXW_NO_ERROR) throw write_failure(shown_name_, lxw_strerror(error));
    }

    std::string shown_name_;
    lxw_workbook* workbook_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_format* text_ = nullptr;
    std::map<std::string, lxw_format*> number_formats_;
};

/// A layer with what its sheet adds to it.
struct Sheet {
    const layers::Layer* layer = nullptr;
    std::string name;
    std::vector<std::string> columns;
    std::vector<lxw_format*> formats;  ///< of numbers, one a column
    geo::Geometries places;            ///< on WGS 84; empty where the sheet gets no longitude and latitude
    std::size_t cut_texts = 0;
    std::size_t first_cut = 0;
};

void check_size(const layers::Layer& layer, const std::string& path) {
    if (layer.row_count <= kMostRows && layer.columns.size() + 2 <= kMostColumns) return;
    throw core::failure(core::format_text(
        "{0}: {1} has {2} rows and {3} columns, more than an Excel sheet takes ({4} and {5}). Choose .gpkg or .csv for "
        "the output.",
        "{0}: {1} memiliki {2} baris dan {3} kolom, lebih dari yang dapat dimuat lembar Excel ({4} dan {5}). Pilih "
        ".gpkg "
        "atau .csv untuk hasil.",
        path, layer.name, layer.row_count, layer.columns.size(), kMostRows, kMostColumns - 2));
}

/// A text as a cell takes it: its longest start that fits and ends with a whole character.
std::string cell_of(std::string text, std::size_t row, Sheet& sheet) {
    if (text.size() <= kMostTextBytes) return text;
    auto length = kMostTextBytes;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) --length;
    text.resize(length);
    if (sheet.cut_texts++ == 0) sheet.first_cut = row;
    return text;
}

void write_value(const Workbook& workbook, lxw_worksheet* page, Sheet& sheet, std::size_t row, std::size_t index) {
    const auto& column = sheet.layer->columns[index];
    if (column.is_missing(row)) return;
    switch (column.type()) {
        case layers::ColumnType::Text:
            return workbook.text(page, row + 1, index, cell_of(column.as_text(row).value_or(""), row, sheet));
        case layers::ColumnType::YesNo:
            return workbook.yes_no(page, row + 1, index, column.whole_number(row) == 1);
        case layers::ColumnType::WholeNumber: {
            constexpr std::int64_t kMostExact = 999'999'999'999'999;
            const auto value = column.whole_number(row).value_or(0);
            if (value > kMostExact || value < -kMostExact) {
                return workbook.text(page, row + 1, index, std::to_string(value));
            }
            return workbook.number(page, row + 1, index, static_cast<double>(value), sheet.formats[index]);
        }
        default:
            return workbook.number(page, row + 1, index, column.number(row).value_or(0.0), sheet.formats[index]);
    }
}

void write_place(const Workbook& workbook, lxw_worksheet* page, const Sheet& sheet, std::size_t row) {
    if (sheet.places.size() == 0 || sheet.places.is_missing(row)) return;
    const auto point = sheet.places.coordinates(sheet.places.parts(row).first).front();
    workbook.number(page, row + 1, sheet.layer->columns.size(), point.x);
    workbook.number(page, row + 1, sheet.layer->columns.size() + 1, point.y);
}

void write_headings(const Workbook& workbook, lxw_worksheet* page, const Sheet& sheet) {
    constexpr double kNarrow = 14.0;
    constexpr double kWide = 28.0;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const bool is_text =
            i < sheet.layer->columns.size() && sheet.layer->columns[i].type() == layers::ColumnType::Text;
        workbook.width(page, i, is_text ? kWide : kNarrow, is_text);
        workbook.heading(page, i, sheet.columns[i]);
    }
    worksheet_freeze_panes(page, 1, 0);
}

void write_sheet(Workbook& workbook, Sheet& sheet, core::Progress& progress) {
    auto* const page = workbook.add_sheet(sheet.name);
    write_headings(workbook, page, sheet);
    for (std::size_t row = 0; row < sheet.layer->row_count; ++row) {
        if (row % kRowsBetweenSheetReports == 0) {
            progress.step(static_cast<double>(row) / static_cast<double>(sheet.layer->row_count));
        }
        for (std::size_t i = 0; i < sheet.layer->columns.size(); ++i) write_value(workbook, page, sheet, row, i);
        write_place(workbook, page, sheet, row);
    }
    progress.step(1.0);
}

Sheet make_sheet(const layers::Layer& layer, const std::string& name, core::Progress& progress) {
    Sheet sheet{.layer = &layer, .name = name, .columns = column_names(layer), .formats = {}, .places = {}};
    sheet.formats.resize(layer.columns.size(), nullptr);
    if (layer.geometry_type != geo::GeometryType::Point || layer.crs.empty()) return sheet;
    sheet.places = in_wgs84(layer, "XLSX", progress);
    for (const auto* const wanted : {"longitude", "latitude"}) {
        sheet.columns.push_back(unused_name(wanted, sheet.columns));
    }
    return sheet;
}

core::Text title_of(const Sheet& sheet, std::size_t index) {
    const auto& columns = sheet.layer->columns;
    if (index < columns.size()) return columns[index].definition().alias;
    return index == columns.size() ? core::Text{"Longitude (WGS 84, degrees)", "Bujur (WGS 84, derajat)"}
                                   : core::Text{"Latitude (WGS 84, degrees)", "Lintang (WGS 84, derajat)"};
}

/// "sheet, column, title, unit": headings are names and so the same in any language.
void write_columns_sheet(Workbook& workbook, const std::vector<Sheet>& sheets, core::Language language) {
    std::vector<std::string> names;
    names.reserve(sheets.size());
    for (const auto& sheet : sheets) names.push_back(sheet.name);
    auto* const page = workbook.add_sheet(unused_name(kColumnsSheet, names));
    std::size_t place = 0;
    for (const auto* const heading : {"sheet", "sheet_title", "column", "title", "unit"}) {
        constexpr double kLetters = 32.0;
        workbook.width(page, place, kLetters, true);
        workbook.heading(page, place++, heading);
    }
    worksheet_freeze_panes(page, 1, 0);
    std::size_t row = 1;
    for (const auto& sheet : sheets) {
        for (std::size_t i = 0; i < sheet.columns.size(); ++i, ++row) {
            const auto unit = i < sheet.layer->columns.size() ? sheet.layer->columns[i].definition().unit : "";
            workbook.text(page, row, 0, sheet.name);
            workbook.text(page, row, 1, sheet.layer->title.in(language));
            workbook.text(page, row, 2, sheet.columns[i]);
            workbook.text(page, row, 3, title_of(sheet, i).in(language));
            workbook.text(page, row, 4, unit);
        }
    }
}

/// For readers: what each sheet holds, with links, and what its columns are called in the data.
void write_contents(const Workbook& workbook, lxw_worksheet* page, const std::vector<Sheet>& sheets,
                    core::Language language) {
    const std::array<core::Text, 5> headings{{{"Sheet", "Lembar"},
                                              {"Title", "Judul"},
                                              {"Column", "Kolom"},
                                              {"Layer in the data", "Lapisan dalam data"},
                                              {"Column in the data", "Kolom dalam data"}}};
    for (std::size_t i = 0; i < headings.size(); ++i) {
        constexpr double kLetters = 36.0;
        workbook.width(page, i, kLetters, true);
        workbook.heading(page, i, headings[i].in(language));
    }
    worksheet_freeze_panes(page, 1, 0);
    std::size_t row = 1;
    for (const auto& sheet : sheets) {
        workbook.link(page, row, sheet.name);
        for (std::size_t i = 0; i < sheet.columns.size(); ++i, ++row) {
            if (i > 0) workbook.text(page, row, 0, sheet.name);
            workbook.text(page, row, 1, sheet.layer->title.in(language));
            workbook.text(page, row, 2, sheet.columns[i]);
            workbook.text(page, row, 3, sheet.layer->source);
            workbook.text(page, row, 4, title_of(sheet, i).in(language));
        }
    }
}

/// The names of the layers, which are sheets' already, after that of the contents.
std::vector<std::string> names_for_readers(const std::vector<layers::Layer>& layers) {
    std::vector<std::string> names;
    names.reserve(layers.size());
    for (const auto& layer : layers) names.push_back(layer.name);
    return names;
}

void tell_cut_texts(const std::vector<Sheet>& sheets, const OutputTarget& target) {
    for (const auto& sheet : sheets) {
        if (sheet.cut_texts == 0 || target.diagnostics == nullptr) continue;
        target.diagnostics->warning(core::format_text(
            "{0}: {1}: {2} texts are longer than an Excel cell takes (32,767 bytes) and end there (the first in row "
            "{3}). "
            "Choose .gpkg to keep them whole.",
            "{0}: {1}: {2} teks lebih panjang daripada yang dapat dimuat sel Excel (32.767 bita) dan terpotong di situ "
            "(yang pertama di baris {3}). Pilih .gpkg agar tetap utuh.",
            target.path, sheet.name, sheet.cut_texts, sheet.first_cut + 1));
    }
}

/// The library does not hear of every fault of the disk; a file cut off has no whole directory.
void check_is_whole(const std::string& path, const std::string& shown_name) {
    try {
        static_cast<void>(zip_entries(path));
    } catch (const core::Error&) {
        throw write_failure(shown_name, "cut off");
    }
}

}  // namespace

std::vector<std::string> sheet_names(const std::vector<layers::Layer>& layers) {
    std::vector<std::string> names;
    for (const auto& layer : layers) {
        auto name = layer.name;
        const auto prefix = layers.front().name + "_";
        if (name.size() > kMostLetters && name.starts_with(prefix)) name.erase(0, prefix.size());
        name.resize(std::min(name.size(), kMostLetters));
        auto unique = unused_name(name, names);
        // A number in the place of the last letters, where there is no room behind them.
        for (int number = 2; unique.size() > kMostLetters; ++number) {
            const auto ending = "_" + std::to_string(number);
            unique = name.substr(0, kMostLetters - ending.size()) + ending;
            if (unused_name(unique, names) != unique) unique.resize(kMostLetters + 1);
        }
        names.push_back(unique);
    }
    return names;
}

void write_xlsx(const std::vector<layers::Layer>& layers, const OutputTarget& target, StagedFiles& files,
                core::Progress& progress) {
    progress.step(0.0);
    for (const auto& layer : layers) check_size(layer, target.path);
    const bool is_for_readers = !target.number_formats.empty();
    const auto names = is_for_readers ? names_for_readers(layers) : sheet_names(layers);
    const auto path = files.add(target.path);
    const PlainNumbers plain;
    Workbook workbook(path, target.path);
    const core::Text contents{"Contents", "Isi"};
    auto* const first = is_for_readers ? workbook.add_sheet(unused_name(contents.in(target.language), names)) : nullptr;
    std::vector<Sheet> sheets;
    for_each_layer(layers, progress, [&](std::size_t i, core::Progress& part) {
        constexpr double kShareOfPlaces = 0.3;
        core::Stage placing(part, 0.0, kShareOfPlaces);
        core::Stage writing(part, kShareOfPlaces, 1.0);
        sheets.push_back(make_sheet(layers[i], names[i], placing));
        if (is_for_readers) {
            auto& formats = sheets.back().formats;
            for (std::size_t c = 0; c < formats.size(); ++c) {
                formats[c] = workbook.number_format(target.number_formats[i][c]);
            }
        }
        write_sheet(workbook, sheets.back(), writing);
        files.step();
    });
    if (is_for_readers) {
        write_contents(workbook, first, sheets, target.language);
    } else {
        write_columns_sheet(workbook, sheets, target.language);
    }
    workbook.close();
    check_is_whole(path, target.path);
    files.step();
    tell_cut_texts(sheets, target);
}

}  // namespace desakota::io
