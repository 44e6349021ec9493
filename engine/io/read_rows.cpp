#include "engine/io/read_rows.h"

#include <algorithm>
#include <array>
#include <memory>

#include <cpl_csv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include "engine/core/error.h"

namespace desakota::io {
namespace {

struct CloseFile {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};
using FileHandle = std::unique_ptr<VSILFILE, CloseFile>;

struct FreeList {
    void operator()(char** texts) const noexcept { CSLDestroy(texts); }
};
using TextList = std::unique_ptr<char*, FreeList>;

void add_row(std::vector<TableRow>& rows, TableRow row) {
    while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
    if (!row.cells.empty()) rows.push_back(std::move(row));
}

core::Error too_large(const Source& source) {
    return core::input_error(core::format_text(
        "{0}: the sheet has more than {1} filled cells. Save it as CSV or GeoPackage, or keep only the columns needed.",
        "{0}: lembar ini berisi lebih dari {1} sel. Simpan sebagai CSV atau GeoPackage, atau ambil kolom yang "
        "diperlukan saja.",
        public_name(source), kMostCells));
}

/// The separator that the first lines have most of, quoted texts aside.
char separator_of(VSILFILE* file) {
    constexpr std::size_t kLooked = 1 << 16;
    constexpr std::string_view kSeparators = ",;\t|";
    std::string start(kLooked, '\0');
    start.resize(VSIFReadL(start.data(), 1, start.size(), file));
    std::array<std::size_t, kSeparators.size()> counts{};
    bool quoted = false;
    for (const char letter : start) {
        if (letter == '"') quoted = !quoted;
        const auto which = kSeparators.find(letter);
        if (!quoted && which != std::string_view::npos) ++counts.at(which);
    }
    const auto most = std::ranges::max_element(counts) - counts.begin();
    return kSeparators.at(static_cast<std::size_t>(most));
}

void skip_byte_order_mark(VSILFILE* file) {
    std::array<char, 3> start{};
    const auto read = VSIFReadL(start.data(), 1, start.size(), file);
    const bool is_marked = read == start.size() && std::string_view(start.data(), start.size()) == "\xEF\xBB\xBF";
    if (!is_marked) VSIFSeekL(file, 0, SEEK_SET);
}

}  // namespace

std::vector<TableRow> rows_of_sheet(const OpenLayer& sheet, const Source& source) {
    std::vector<TableRow> rows;
    const int width = sheet.layer->GetLayerDefn()->GetFieldCount();
    std::size_t cells = 0;
    sheet.layer->ResetReading();
    while (const FeatureHandle feature{sheet.layer->GetNextFeature()}) {
        TableRow row;
        row.number = feature->GetFID();
        for (int field = 0; field < width; ++field) {
            if (feature->IsFieldSetAndNotNull(field) == 0) continue;
            auto text = cell_text(feature->GetFieldAsString(field));
            if (text.empty()) continue;
            row.cells.resize(static_cast<std::size_t>(field) + 1);
            row.cells.back() = std::move(text);
            ++cells;
        }
        if (cells > kMostCells) throw too_large(source);
        add_row(rows, std::move(row));
    }
    return rows;
}

std::optional<std::vector<TableRow>> rows_of_csv(const std::string& path) {
    const FileHandle file(VSIFOpenL(path.c_str(), "rb"));
    VSIStatBufL status;
    if (!file || VSIStatL(path.c_str(), &status) != 0) return std::nullopt;
    if (static_cast<std::size_t>(status.st_size) > kMostCsvBytes) return std::nullopt;
    const std::array separator{separator_of(file.get()), '\0'};
    VSIFSeekL(file.get(), 0, SEEK_SET);
    skip_byte_order_mark(file.get());
    std::vector<TableRow> rows;
    for (std::int64_t number = 1;; ++number) {
        const TextList texts(
            CSVReadParseLine3L(file.get(), kMostCsvBytes, separator.data(), true, false, false, false));
        if (!texts) return rows;
        TableRow row{number, {}};
        for (char** text = texts.get(); *text != nullptr; ++text) row.cells.push_back(cell_text(*text));
        add_row(rows, std::move(row));
    }
}

}  // namespace desakota::io
