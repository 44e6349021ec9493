#include "engine/io/read_layer.h"

#include <algorithm>
#include <utility>

#include <ogrsf_frmts.h>

#include "engine/io/check_coordinates.h"
#include "engine/io/crs_text.h"
#include "engine/io/layer_builder.h"
#include "engine/io/open_dataset.h"
#include "engine/io/operating_system.h"
#include "engine/io/read_arrow.h"
#include "engine/io/read_features.h"
#include "engine/io/row_order.h"
#include "engine/io/source_schema.h"
#include "engine/io/stored_values.h"
#include "engine/io/subset.h"
#include "engine/io/table_scan.h"
#include "engine/io/take_table.h"

namespace desakota::io {

struct OpenSource::State {
    Source source;
    OpenLayer open;
    SourceSchema schema;
};

namespace {

/// Of a workbook every row is taken as it stands (take_table.h finds the heading); GDAL would guess. Of a CSV file GDAL
/// would read the first 2,000 columns.
class WholeTables {
public:
    WholeTables()
        : xlsx_("OGR_XLSX_HEADERS", "DISABLE"),
          ods_("OGR_ODS_HEADERS", "DISABLE"),
          xls_("OGR_XLS_HEADERS", "DISABLE"),
          columns_("OGR_CSV_MAX_FIELD_COUNT", "100000") {}

private:
    ThreadOption xlsx_;
    ThreadOption ods_;
    ThreadOption xls_;
    ThreadOption columns_;
};

core::Error no_such_column(const Source& source, const SourceSchema& schema, const std::string& wanted) {
    std::string names;
    for (const auto& column : schema.columns) names += (names.empty() ? "" : ", ") + column.definition.name;
    return core::usage_error(core::format_text("{0}: there is no column \"{1}\". There are: {2}.",
                                               "{0}: kolom \"{1}\" tidak ada. Yang ada: {2}.", public_name(source),
                                               wanted, names));
}

std::vector<SchemaColumn> chosen_columns(const Source& source, const SourceSchema& schema,
                                         const std::vector<std::string>& wanted) {
    std::vector<SchemaColumn> chosen;
    for (const auto& name : wanted) {
        const auto found = std::ranges::find_if(
            schema.columns, [&](const SchemaColumn& column) { return column.definition.name == name; });
        if (found == schema.columns.end()) throw no_such_column(source, schema, name);
        chosen.push_back(*found);
    }
    return chosen;
}

bool is_part(const std::vector<SchemaColumn>& columns, int field) {
    return std::ranges::any_of(columns, [field](const SchemaColumn& column) {
        return std::ranges::find(column.parts, field) != column.parts.end();
    });
}

/// What the scan of the table found of the columns that are read.
void tell_notes(const std::vector<SchemaColumn>& columns, core::Diagnostics& diagnostics) {
    for (const auto& column : columns) {
        for (const auto& [severity, text] : column.notes) {
            if (severity == core::Severity::Error) diagnostics.error(text);
            if (severity == core::Severity::Warning) diagnostics.warning(text);
            if (severity == core::Severity::Information) diagnostics.information(text);
        }
    }
}

/// Leaves to the format all fields that are not needed.
void ignore_others(const OpenLayer& open, const SourceSchema& schema, const std::vector<SchemaColumn>& chosen) {
    if (open.layer->TestCapability(OLCIgnoreFields) == 0) return;
    const auto& definition = *open.layer->GetLayerDefn();
    std::vector<std::string> ignored;
    for (int field = 0; field < definition.GetFieldCount(); ++field) {
        // GDAL leaves out by name: of two fields of one name neither may be named.
        const char* const name = definition.GetFieldDefn(field)->GetNameRef();
        const bool is_chosen = std::ranges::any_of(chosen, [&](const SchemaColumn& column) {
            return EQUAL(definition.GetFieldDefn(column.field)->GetNameRef(), name);
        });
        const bool is_coordinate =
            schema.coordinates && (schema.coordinates->x == field || schema.coordinates->y == field);
        if (!is_chosen && !is_coordinate && !is_part(chosen, field)) ignored.emplace_back(name);
    }
    open.layer->SetIgnoredFields(const_cast<const char**>(StringList(std::move(ignored)).pointer()));
}

/// Two columns of one name: which one is meant cannot be said, the first is taken.
void report_doubles(const Source& source, const SourceSchema& schema, const std::vector<std::string>& wanted,
                    core::Diagnostics& diagnostics) {
    for (const auto& name : wanted) {
        const auto count = std::ranges::count_if(
            schema.columns, [&](const SchemaColumn& column) { return column.definition.name == name; });
        if (count < 2) continue;
        diagnostics.warning(
            core::format_text("{0}: there are {2} columns \"{1}\"; the first is taken. Rename the others to be sure.",
                              "{0}: ada {2} kolom \"{1}\"; yang pertama dipakai. Ganti nama yang lain agar pasti.",
                              public_name(source), name, count));
    }
}

layers::Layer empty_layer(const Source& source, const SourceSchema& schema) {
    layers::Layer layer;
    layer.name = schema.name;
    layer.title = core::same_text(schema.name);
    if (source.title.empty()) layer.source = public_name(source);
    layer.crs = schema.crs;
    layer.geometry_type = schema.geometry_type;
    return layer;
}

core::Error reading_stopped(const Source& source, const std::string& reason) {
    const auto name = public_name(source);
    if (is_database(source)) {
        return core::failure(core::format_text("{0}: reading stopped ({1}). Check the connection, then try again.",
                                               "{0}: pembacaan terhenti ({1}). Periksa sambungannya, lalu coba lagi.",
                                               name, without_secrets(reason, source)));
    }
    return core::input_error(core::format_text("{0}: reading stopped: {1}. Check the data, then try again.",
                                               "{0}: pembacaan terhenti: {1}. Periksa datanya, lalu coba lagi.", name,
                                               reason));
}

}  // namespace

OpenSource::OpenSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
OpenSource::OpenSource(OpenSource&& other) noexcept = default;
OpenSource& OpenSource::operator=(OpenSource&& other) noexcept = default;
OpenSource::~OpenSource() = default;

const std::string& OpenSource::layer_name() const {
    return state_->schema.name;
}
geo::GeometryType OpenSource::geometry_type() const {
    return state_->schema.geometry_type;
}
std::optional<std::size_t> OpenSource::feature_count() const {
    return state_->schema.feature_count;
}
const std::string& OpenSource::crs() const {
    return state_->schema.crs;
}
std::vector<layers::ColumnDefinition> OpenSource::columns() const {
    std::vector<layers::ColumnDefinition> definitions;
    for (const auto& column : state_->schema.columns) definitions.push_back(column.definition);
    return definitions;
}

ReadLayer OpenSource::read(const std::vector<std::string>& columns, core::Progress& progress,
                           core::Diagnostics& diagnostics) {
    const auto& [source, open, schema] = *state_;
    const WholeTables tables;
    // libkml reads numbers as the locale writes them.
    const PlainNumbers numbers;
    const ErrorCapture errors;
    auto chosen = chosen_columns(source, schema, columns);
    report_doubles(source, schema, columns, diagnostics);
    tell_notes(chosen, diagnostics);
    check_stored_values(open, source, chosen, empty_layer(source, schema), diagnostics);
    ignore_others(open, schema, chosen);
    const bool is_arrow = !schema.coordinates && can_read_arrow(open, chosen);
    core::Stage building(progress, 0.0, 0.95);
    LayerBuilder builder(empty_layer(source, schema), std::move(chosen), schema.feature_count, building);
    is_arrow ? read_arrow(open, builder) : read_features(open, schema.coordinates, builder);
    if (progress.cancelled()) throw core::Cancelled();
    if (errors.has_errors()) throw reading_stopped(source, errors.first_error());
    auto [layer, digits, extent] = builder.finish(diagnostics);
    core::Stage checking(progress, 0.95, 1.0);
    if (is_database(source) && !is_in_order_of_ids(layer)) {
        layer = in_order_of_ids(layer);
        digits = fingerprint_of(layer, checking);
    }
    check_coordinates(layer, extent, diagnostics);
    progress.step(1.0);
    return {std::move(layer), std::move(digits)};
}

OpenSource open_source(const Source& source, core::Diagnostics& diagnostics,
                       std::span<const geo::GeometryType> accepted, const TableReading& reading) {
    const WholeTables tables;
    const PlainNumbers numbers;
    const ErrorCapture errors;
    auto state = std::make_unique<OpenSource::State>();
    state->source = source;
    state->open = open_layer(source);
    if (state->open.format == Format::Workbook || state->open.format == Format::Csv) {
        take_table(state->open, source, diagnostics);
        if (errors.has_errors()) throw reading_stopped(source, errors.first_error());
    }
    if (!source.subset.empty()) apply_subset(state->open, source);
    state->schema = declared_schema(state->open, accepted);
    if (errors.has_errors()) check_connection(state->open, source, errors.first_error());
    if (!source.title.empty()) state->schema.name = source.title;
    if (!source.crs.empty()) state->schema.crs = crs_of_text(source.crs, source);
    if (state->schema.geometry_type == geo::GeometryType::None) {
        scan_table(state->open, source, reading, state->schema, diagnostics);
    }
    return OpenSource(std::move(state));
}

}  // namespace desakota::io
