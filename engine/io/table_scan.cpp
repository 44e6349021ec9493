#include "engine/io/table_scan.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>

#include <ogrsf_frmts.h>

#include "engine/io/number_shape.h"
#include "engine/io/table_coordinates.h"

namespace desakota::io {
namespace {

/// In files separated by semicolons the comma is free to be the decimal mark.
bool has_semicolons(const Source& source) {
    std::string header;
    std::ifstream file(source.path, std::ios::binary);
    constexpr std::streamsize kMost = 1 << 16;
    header.resize(kMost);
    file.read(header.data(), kMost);
    header.resize(static_cast<std::size_t>(file.gcount()));
    const auto line = header.substr(0, header.find('\n'));
    return std::ranges::count(line, ';') > std::ranges::count(line, ',');
}

/// "1607051001.0", as programs write whole numbers beside missing ones.
bool is_decimal_code(std::string_view text) {
    constexpr std::size_t kShortest = 7;
    if (!text.ends_with(".0") && !text.ends_with(",0")) return false;
    text.remove_suffix(2);
    return text.size() >= kShortest && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What the values of a column look like.
struct ColumnScan {
    NumberShape shape;
    RowExample open_decimal;   // "1.234"
    RowExample with_decimals;  // "1607051001.0"
    RowExample scientific;     // "1.60705E+09"
    RowExample formula_error;  // "#REF!"

    void add(const OGRFeature& row, std::string_view text) {
        shape.add(text);
        if (is_scientific_code(text)) scientific.add(row, text);
        if (is_decimal_code(text)) with_decimals.add(row, text);
        if (mark_of(text) == CellMark::FormulaError) formula_error.add(row, text);
        if (open_decimal.count == 0 && text.find('.') != std::string_view::npos) open_decimal.add(row, text);
    }
};

struct TableScan {
    CoordinateScan coordinates;
    std::vector<ColumnScan> columns;
};

bool has_texts(const OpenLayer& open) {
    return open.format == Format::Csv || open.format == Format::Workbook;
}

TableScan scan_rows(const OpenLayer& open, const SourceSchema& schema) {
    TableScan scan;
    scan.columns.resize(schema.columns.size());
    open.layer->ResetReading();
    while (const FeatureHandle row{open.layer->GetNextFeature()}) {
        if (schema.coordinates) scan.coordinates.add(*row, *schema.coordinates);
        if (!has_texts(open)) continue;
        for (std::size_t column = 0; column < schema.columns.size(); ++column) {
            const int field = schema.columns[column].field;
            if (row->IsFieldSetAndNotNull(field) == 0) continue;
            const auto value = cell_text(row->GetFieldAsString(field));
            if (!value.empty()) scan.columns[column].add(*row, value);
        }
    }
    open.layer->ResetReading();
    return scan;
}

void note_decimal_codes(const Source& source, const ColumnScan& scan, SchemaColumn& column) {
    column.notes.push_back(
        {core::Severity::Error,
         core::format_text(
             "{0}, row {1}, column {2}: a program turned the code into the number {3} ({4} rows). Save the "
             "column as text.",
             "{0}, baris {1}, kolom {2}: sebuah program mengubah kode menjadi angka {3} ({4} baris). Simpan "
             "kolom itu sebagai teks.",
             public_name(source), scan.with_decimals.feature, column.definition.name, scan.with_decimals.value,
             scan.with_decimals.count)});
}

void note_codes(const Source& source, const ColumnScan& scan, SchemaColumn& column) {
    if (scan.with_decimals.count > 0) note_decimal_codes(source, scan, column);
    if (scan.scientific.count == 0) return;
    column.notes.push_back(
        {core::Severity::Error,
         core::format_text(
             "{0}, row {1}, column {2}: a spreadsheet turned the code into {3} and lost its last digits ({4} rows). "
             "Format the column as text there and enter the codes again.",
             "{0}, baris {1}, kolom {2}: program lembar kerja mengubah kode menjadi {3} sehingga angka terakhirnya "
             "hilang ({4} baris). Jadikan kolom itu teks, lalu isi kodenya lagi.",
             public_name(source), scan.scientific.feature, column.definition.name, scan.scientific.value,
             scan.scientific.count)});
}

void note_open_decimal(const Source& source, const ColumnScan& scan, SchemaColumn& column) {
    column.notes.push_back(
        {core::Severity::Error,
         core::format_text(
             "{0}, column {1}: its numbers, such as {2} in row {3}, could be thousands or have three decimals. Say "
             "which with --decimal comma (1.234 is 1234) or --decimal point (1.234 is a little over 1).",
             "{0}, kolom {1}: angkanya, seperti {2} di baris {3}, bisa berarti ribuan atau tiga angka desimal. "
             "Tentukan "
             "dengan --decimal comma (1.234 berarti 1234) atau --decimal point (1.234 berarti 1 lebih sedikit).",
             public_name(source), column.definition.name, scan.open_decimal.value, scan.open_decimal.feature)});
}

void note_marks(const Source& source, const ColumnScan& scan, SchemaColumn& column) {
    const auto name = public_name(source);
    const auto dashes = scan.shape.count_of(CellMark::Dash);
    if (dashes > 0) {
        column.notes.push_back(
            {core::Severity::Information,
             column.dash_is_zero
                 ? core::format_text(
                       "{0}, column {1}: \"-\" is read as 0 ({2} cells); otherwise say --dash missing.",
                       "{0}, kolom {1}: \"-\" dibaca sebagai 0 ({2} sel); jika bukan, beri --dash missing.", name,
                       column.definition.name, dashes)
                 : core::format_text("{0}, column {1}: \"-\" is read as missing ({2} cells).",
                                     "{0}, kolom {1}: \"-\" dibaca sebagai tidak ada data ({2} sel).", name,
                                     column.definition.name, dashes)});
    }
    if (scan.formula_error.count > 0) {
        column.notes.push_back(
            {core::Severity::Warning,
             core::format_text("{0}, row {1}, column {2}: {3} is a formula that failed, read as missing ({4} rows). "
                               "Mend it in the spreadsheet.",
                               "{0}, baris {1}, kolom {2}: {3} adalah rumus yang gagal, dibaca sebagai tidak ada data "
                               "({4} baris). Perbaiki di lembar kerjanya.",
                               name, scan.formula_error.feature, column.definition.name, scan.formula_error.value,
                               scan.formula_error.count)});
    }
}

/// Where the columns of a file with semicolons show decimal commas, its dots stand between thousands.
std::optional<DecimalMark> decimal_mark(const Source& source, const TableScan& scan, const TableReading& reading) {
    const bool shows_comma =
        std::ranges::any_of(scan.columns, [](const ColumnScan& column) { return column.shape.shows_comma(); });
    if (reading.decimal || !shows_comma || !has_semicolons(source)) return reading.decimal;
    return DecimalMark::Comma;
}

/// True where the column's numbers have decimal commas or dots between thousands.
bool decide_column(const Source& source, const ColumnScan& scan, const std::optional<DecimalMark>& mark,
                   SchemaColumn& column) {
    if (is_code_name(column.definition.name)) {
        note_codes(source, scan, column);
        return false;
    }
    const auto decision = scan.shape.decide(mark);
    column.definition.type = decision.type;
    column.form = decision.form;
    if (decision.is_open) note_open_decimal(source, scan, column);
    if (decision.form != ValueForm::Plain) note_marks(source, scan, column);
    return decision.form == ValueForm::CommaNumber;
}

/// Coordinates are read by rules of their own.
bool is_coordinate(const SourceSchema& schema, const SchemaColumn& column) {
    return schema.coordinates && (schema.coordinates->x == column.field || schema.coordinates->y == column.field);
}

/// In a CSV file, which may come from anywhere, "-" need not be the statistics office's mark.
void warn_of_marks(SchemaColumn& column) {
    for (auto& note : column.notes) {
        if (note.severity == core::Severity::Information) note.severity = core::Severity::Warning;
    }
}

/// Names the columns whose numbers have decimal commas or dots between thousands.
std::string decide_columns(const OpenLayer& open, const Source& source, const TableScan& scan,
                           const TableReading& reading, SourceSchema& schema) {
    const auto mark = decimal_mark(source, scan, reading);
    std::string with_commas;
    for (std::size_t index = 0; index < schema.columns.size(); ++index) {
        auto& column = schema.columns[index];
        // A .csvt file beside it may have settled the type.
        const bool is_text = open.layer->GetLayerDefn()->GetFieldDefn(column.field)->GetType() == OFTString;
        if (!is_text || column.form != ValueForm::Plain) continue;
        column.dash_is_zero = reading.dash_is_zero;
        const bool has_commas = decide_column(source, scan.columns[index], mark, column);
        if (is_coordinate(schema, column)) column.notes.clear();
        if (open.format == Format::Csv) warn_of_marks(column);
        if (!has_commas) continue;
        with_commas += (with_commas.empty() ? "" : ", ") + column.definition.name;
    }
    return with_commas;
}

void tell_commas(const Source& source, const std::string& columns, core::Diagnostics& diagnostics) {
    if (columns.empty()) return;
    diagnostics.information(core::format_text("{0}: numbers with decimal commas, or dots between thousands, in: {1}.",
                                              "{0}: angka dengan koma desimal, atau titik pemisah ribuan, dalam: {1}.",
                                              public_name(source), columns));
}

}  // namespace

void scan_table(const OpenLayer& open, const Source& source, const TableReading& reading, SourceSchema& schema,
                core::Diagnostics& diagnostics) {
    schema.coordinates = coordinate_fields(open, source, schema);
    if (!has_texts(open) && !schema.coordinates) return;
    const auto scan = scan_rows(open, schema);
    if (has_texts(open)) tell_commas(source, decide_columns(open, source, scan, reading, schema), diagnostics);
    if (!schema.coordinates) return;
    // A column called koordinat may hold anything.
    if (schema.coordinates->x == schema.coordinates->y && source.x_field.empty() && !scan.coordinates.found_any()) {
        schema.coordinates.reset();
        return;
    }
    schema.geometry_type = geo::GeometryType::Point;
    scan.coordinates.decide(source, schema, diagnostics);
}

}  // namespace desakota::io
