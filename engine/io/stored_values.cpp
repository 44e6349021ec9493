#include "engine/io/stored_values.h"

#include <fmt/format.h>
#include <string>
#include <string_view>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/core/text.h"
#include "engine/io/text_encoding.h"

namespace desakota::io {
namespace {

bool is_sqlite(GDALDataset& dataset) {
    const std::string_view driver = dataset.GetDriverName();
    return driver == "GPKG" || driver == "SQLite";
}

std::string quoted(std::string_view name) {
    std::string text("\"");
    for (const char c : name) text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

/// Selects number and value of the rows whose value is not of the column's type.
std::string query_for(const OpenLayer& open, const Source& source, const SchemaColumn& column) {
    constexpr int kMost = 1000;
    const auto name = quoted(open.layer->GetLayerDefn()->GetFieldDefn(column.field)->GetNameRef());
    const std::string id = open.layer->GetFIDColumn();
    const bool takes_fractions = column.definition.type == layers::ColumnType::Number;
    const auto subset = source.subset.empty() ? std::string() : " AND (" + source.subset + ")";
    return fmt::format(
        "SELECT {} AS id, CASE typeof({}) WHEN 'blob' THEN '(binary)' ELSE CAST({} AS TEXT) END AS value FROM {} "
        "WHERE typeof({}) NOT IN ('integer', 'null'{}){} LIMIT {}",
        id.empty() ? "NULL" : quoted(id) + " + 0", name, name, quoted(open.layer->GetName()), name,
        takes_fractions ? ", 'real'" : "", subset, kMost);
}

core::Text fault_text(const OGRFeature& row, const SchemaColumn& column, const layers::Layer& layer) {
    const int id = row.GetFieldIndex("id");
    const bool has_id = id >= 0 && row.IsFieldSetAndNotNull(id) != 0;
    auto place = layers::describe_layer(layer);
    if (has_id) place += fmt::format(", fid {}", row.GetFieldAsInteger64(id));
    const auto value = to_utf8(row.GetFieldAsString(row.GetFieldIndex("value")));
    if (column.definition.type == layers::ColumnType::Number) {
        return core::format_text("{0}: {1} is \"{2}\", which is not a number. Correct the value or leave it empty.",
                                 "{0}: {1} berisi \"{2}\", yang bukan angka. Betulkan nilainya atau kosongkan.", place,
                                 column.definition.name, value);
    }
    return core::format_text(
        "{0}: {1} is \"{2}\", which is not a whole number as its field takes them. Correct the value or leave it "
        "empty.",
        "{0}: {1} berisi \"{2}\", yang bukan bilangan bulat seperti tipe kolomnya. Betulkan nilainya atau kosongkan.",
        place, column.definition.name, value);
}

void check_column(const OpenLayer& open, const std::string& query, const SchemaColumn& column,
                  const layers::Layer& layer, core::Diagnostics& diagnostics) {
    // A table that cannot be asked (a layer made by the driver itself) is taken as GDAL reads it.
    const ErrorCapture silence;
    auto* const rows = open.dataset->ExecuteSQL(query.c_str(), nullptr, nullptr);
    if (rows == nullptr) return;
    while (const FeatureHandle row{rows->GetNextFeature()}) diagnostics.error(fault_text(*row, column, layer));
    open.dataset->ReleaseResultSet(rows);
}

}  // namespace

void check_stored_values(const OpenLayer& open, const Source& source, const std::vector<SchemaColumn>& columns,
                         const layers::Layer& layer, core::Diagnostics& diagnostics) {
    if (!is_sqlite(*open.dataset)) return;
    for (const auto& column : columns) {
        const bool is_number = column.definition.type != layers::ColumnType::Text && column.form == ValueForm::Plain;
        if (is_number) check_column(open, query_for(open, source, column), column, layer, diagnostics);
    }
    open.layer->ResetReading();
}

}  // namespace desakota::io
