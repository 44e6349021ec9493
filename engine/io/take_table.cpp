#include "engine/io/take_table.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/core/error.h"
#include "engine/io/packed_size.h"
#include "engine/io/read_rows.h"
#include "engine/io/table_layout.h"

namespace desakota::io {
namespace {

constexpr std::string_view kDistrictColumn = "kecamatan";

core::Error no_table(const Source& source) {
    const auto name = public_name(source);
    if (source.header.empty()) {
        return core::input_error(core::format_text(
            "{0}: no table is found: it needs a heading and rows below it. Name another sheet with |sheet=, or the "
            "rows "
            "of the heading with |header=3-5.",
            "{0}: tidak ada tabel: perlu kepala tabel dan baris di bawahnya. Sebutkan lembar lain dengan |sheet=, atau "
            "baris kepala tabel dengan |header=3-5.",
            name));
    }
    return core::usage_error(core::format_text("{0}: rows {1} hold no heading. Give its rows as |header=3-5.",
                                               "{0}: baris {1} tidak berisi kepala tabel. Sebutkan barisnya seperti "
                                               "|header=3-5.",
                                               name, source.header));
}

core::Error other_table(const Source& source, std::int64_t row) {
    return core::input_error(core::format_text(
        "{0}: another table begins in row {1}. Say which one to read by the rows of its heading: |header={1} for that "
        "one, or the rows of the first.",
        "{0}: tabel lain dimulai di baris {1}. Tentukan yang dibaca dengan baris kepala tabelnya: |header={1} untuk "
        "tabel itu, atau baris kepala tabel yang pertama.",
        public_name(source), row));
}

std::optional<HeaderRows> header_rows(const Source& source) {
    if (source.header.empty()) return std::nullopt;
    const auto rows = parse_header_rows(source.header);
    if (rows) return rows;
    throw core::usage_error(
        core::format_text("{0}: |header={1} is no row or range of rows. Write |header=4 or |header=3-5.",
                          "{0}: |header={1} bukan baris atau rentang baris. Tulis |header=4 atau "
                          "|header=3-5.",
                          public_name(source), source.header));
}

/// Headings are names of columns in results: not a page of text.
std::string column_name(std::string_view heading) {
    constexpr std::size_t kLongest = 120;
    if (heading.size() <= kLongest) return std::string(heading);
    auto end = kLongest;
    // Not within a letter of several bytes.
    while (end > 0 && (static_cast<unsigned char>(heading[end]) & 0xC0U) == 0x80U) --end;
    return std::string(heading.substr(0, end));
}

/// A table of texts in memory.
class TextTable {
public:
    TextTable(const TableLayout& layout, const char* name) : layout_(layout) {
        auto* const driver = GetGDALDriverManager()->GetDriverByName("Memory");
        dataset_ = DatasetHandle(driver->Create("", 0, 0, 0, GDT_Unknown, nullptr));
        layer_ = dataset_->CreateLayer(name, nullptr, wkbNone, nullptr);
        for (std::size_t column = 0; column < layout.names.size(); ++column) {
            if (layout.names[column].empty()) continue;
            const auto& alias = column < layout.short_names.size() ? layout.short_names[column] : std::string();
            add_column(column, column_name(layout.names[column]), column_name(alias));
        }
        if (!layout.groups.empty() && !has_district_column()) {
            group_field_ = static_cast<int>(columns_.size());
            add_column(layout.names.size(), std::string(kDistrictColumn), "");
        }
        above_.resize(columns_.size());
    }

    void add(const std::vector<TableRow>& rows) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (layout_.kinds[row] == RowKind::Group) std::ranges::fill(above_, std::string());
            if (layout_.kinds[row] == RowKind::Data) add_row(rows, row);
        }
    }

    void put_into(OpenLayer& open) {
        open.dataset = std::move(dataset_);
        open.layer = layer_;
    }

private:
    void add_column(std::size_t column, const std::string& name, const std::string& alias) {
        OGRFieldDefn field(name.c_str(), OFTString);
        field.SetAlternativeName(alias.c_str());
        layer_->CreateField(&field);
        columns_.push_back(column);
    }

    [[nodiscard]] bool has_district_column() const {
        return std::ranges::any_of(layout_.names,
                                   [](const std::string& name) { return plain_word(name) == kDistrictColumn; });
    }

    [[nodiscard]] bool is_filled_down(std::size_t column) const {
        return std::ranges::find(layout_.filled_down, column) != layout_.filled_down.end();
    }

    void add_row(const std::vector<TableRow>& rows, std::size_t row) {
        const FeatureHandle feature(OGRFeature::CreateFeature(layer_->GetLayerDefn()));
        feature->SetFID(rows[row].number);
        for (std::size_t field = 0; field < columns_.size(); ++field) {
            std::string text(cell(rows[row], columns_[field]));
            if (is_filled_down(columns_[field])) {
                if (text.empty()) text = above_[field];
                above_[field] = text;
            }
            if (static_cast<int>(field) == group_field_ && layout_.groups[row] != kNoGroup) {
                text = group_name(rows[layout_.groups[row]]);
            }
            if (!text.empty()) feature->SetField(static_cast<int>(field), text.c_str());
        }
        if (layer_->CreateFeature(feature.get()) != OGRERR_NONE) throw std::bad_alloc();
    }

    const TableLayout& layout_;
    DatasetHandle dataset_;
    OGRLayer* layer_ = nullptr;
    std::vector<std::size_t> columns_;  // of the sheet, by field
    std::vector<std::string> above_;    // by field
    std::optional<int> group_field_;
};

void warn_of_open_formulas(const Source& source, core::Diagnostics& diagnostics) {
    const auto count = count_open_formulas(source.path);
    if (count == 0) return;
    diagnostics.warning(core::format_text(
        "{0}: {1} formulas have never been worked out and are read as missing. Open the file in a spreadsheet program "
        "and save it again.",
        "{0}: {1} rumus belum pernah dihitung dan dibaca sebagai tidak ada data. Buka berkasnya di program lembar "
        "kerja "
        "lalu simpan lagi.",
        public_name(source), count));
}

bool has_data(const TableLayout& layout) {
    return std::ranges::find(layout.kinds, RowKind::Data) != layout.kinds.end();
}

}  // namespace

void take_table(OpenLayer& open, const Source& source, core::Diagnostics& diagnostics) {
    const auto given = header_rows(source);
    const bool is_csv = open.format == Format::Csv;
    auto rows = is_csv ? rows_of_csv(open.dataset->GetDescription()) : std::optional(rows_of_sheet(open, source));
    if (!rows) return;
    const auto layout = find_layout(*rows, given, is_csv ? TableOrigin::Csv : TableOrigin::Workbook);
    const bool stays = is_csv && !given && (!layout || layout->is_plain() || !has_data(*layout));
    if (stays) return;
    if (!layout || !has_data(*layout)) throw no_table(source);
    if (layout->other_table) throw other_table(source, layout->other_table.value_or(0));
    if (!is_csv) warn_of_open_formulas(source, diagnostics);
    if (!layout->is_plain()) {
        diagnostics.information(core::same_text(public_name(source) + ": ") + layout_text(*rows, *layout));
    }
    const std::string name = open.layer->GetName();
    TextTable table(*layout, name.c_str());
    table.add(*rows);
    table.put_into(open);
}

}  // namespace desakota::io
