#include "engine/io/table_scan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <utility>

#include <ogrsf_frmts.h>

#include "engine/core/number_text.h"
#include "engine/io/crs_text.h"
#include "engine/io/local_file.h"
#include "engine/io/number_shape.h"
#include "engine/io/text_encoding.h"

namespace desakota::io {
namespace {

constexpr std::array<std::string_view, 8> kXNames{"longitude", "lon", "long",        "lng",
                                                  "bujur",     "x",   "koordinat_x", "x_coord"};
constexpr std::array<std::string_view, 7> kYNames{"latitude",    "lat",     "lintang", "y",
                                                  "koordinat_y", "y_coord", "lat_dd"};

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return lower;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

template <std::size_t Count>
std::optional<int> find_field(const SourceSchema& schema, const std::array<std::string_view, Count>& names) {
    for (const auto name : names) {
        for (const auto& column : schema.columns) {
            if (lower_case(column.definition.name) == name) return column.field;
        }
    }
    return std::nullopt;
}

int named_field(const SourceSchema& schema, const std::string& name, const Source& source) {
    std::string names;
    for (const auto& column : schema.columns) {
        if (lower_case(column.definition.name) == lower_case(name)) return column.field;
        names += (names.empty() ? "" : ", ") + column.definition.name;
    }
    throw core::usage_error(core::format_text("{0}: there is no column \"{1}\" for coordinates. There are: {2}.",
                                              "{0}: kolom \"{1}\" untuk koordinat tidak ada. Yang ada: {2}.",
                                              public_name(source), name, names));
}

std::optional<CoordinateFields> coordinate_fields(const OpenLayer& open, const Source& source,
                                                  const SourceSchema& schema) {
    if (!source.x_field.empty()) {
        return CoordinateFields{named_field(schema, source.x_field, source),
                                named_field(schema, source.y_field, source)};
    }
    if (open.format != Format::Csv && open.format != Format::Workbook) return std::nullopt;
    const auto x = find_field(schema, kXNames);
    const auto y = find_field(schema, kYNames);
    if (!x || !y) return std::nullopt;
    return CoordinateFields{*x, *y};
}

/// The first row of a kind, for a message.
struct Example {
    std::size_t count = 0;
    GIntBig feature = 0;
    std::string value;

    void add(const OGRFeature& row, std::string_view text) {
        if (count++ == 0) {
            feature = row.GetFID();
            value = text;
        }
    }
};

/// What the coordinates of a table look like.
struct CoordinateScan {
    Example no_number;
    Example swapped;
    Example beyond;  // not degrees
    std::size_t in_range = 0;

    void add(const OGRFeature& row, const CoordinateFields& fields) {
        const std::string x_text(trimmed(row.GetFieldAsString(fields.x)));
        const std::string y_text(trimmed(row.GetFieldAsString(fields.y)));
        if (x_text.empty() || y_text.empty()) return;
        const auto x = parse_coordinate(x_text);
        const auto y = parse_coordinate(y_text);
        constexpr double kMostX = 180.0;
        constexpr double kMostY = 90.0;
        if (!x || !y) {
            no_number.add(row, x ? y_text : x_text);
        } else if (std::abs(*x) <= kMostX && std::abs(*y) <= kMostY) {
            ++in_range;
        } else {
            const bool looks_swapped = std::abs(*x) <= kMostY && std::abs(*y) <= kMostX;
            (looks_swapped ? swapped : beyond).add(row, x_text + ", " + y_text);
        }
    }
};

/// In files separated by semicolons the comma is free to be the decimal mark, and a dot stands between thousands.
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

struct TableScan {
    CoordinateScan coordinates;
    std::vector<NumberShape> shapes;  // by column
};

TableScan scan_rows(const OpenLayer& open, const SourceSchema& schema) {
    TableScan scan;
    scan.shapes.resize(schema.columns.size());
    open.layer->ResetReading();
    while (const FeatureHandle row{open.layer->GetNextFeature()}) {
        if (schema.coordinates) scan.coordinates.add(*row, *schema.coordinates);
        if (open.format != Format::Csv) continue;
        for (std::size_t column = 0; column < schema.columns.size(); ++column) {
            const int field = schema.columns[column].field;
            if (row->IsFieldSetAndNotNull(field) == 0) continue;
            const auto value = trimmed(row->GetFieldAsString(field));
            if (!value.empty()) scan.shapes[column].add(value);
        }
    }
    open.layer->ResetReading();
    return scan;
}

void decide_columns(const OpenLayer& open, const Source& source, const TableScan& scan, SourceSchema& schema,
                    core::Diagnostics& diagnostics) {
    const bool dots_may_group = has_semicolons(source);
    std::string with_commas;
    for (std::size_t index = 0; index < schema.columns.size(); ++index) {
        auto& column = schema.columns[index];
        // A .csvt file beside it may have settled the type.
        const bool is_text = open.layer->GetLayerDefn()->GetFieldDefn(column.field)->GetType() == OFTString;
        if (!is_text || column.form != ValueForm::Plain || is_code_name(column.definition.name)) continue;
        const auto decision = scan.shapes[index].decide(dots_may_group);
        column.definition.type = decision.type;
        column.form = decision.form;
        if (decision.form != ValueForm::CommaNumber) continue;
        with_commas += (with_commas.empty() ? "" : ", ") + column.definition.name;
    }
    if (with_commas.empty()) return;
    diagnostics.information(core::format_text("{0}: numbers with decimal commas, or dots between thousands, in: {1}.",
                                              "{0}: angka dengan koma desimal, atau titik pemisah ribuan, dalam: {1}.",
                                              public_name(source), with_commas));
}

void report_no_numbers(const Example& example, const Source& source, core::Diagnostics& diagnostics) {
    if (example.count == 0) return;
    diagnostics.error(core::format_text(
        "{0}, row {1}: \"{2}\" is not a coordinate ({3} rows). Write degrees as 104.5, or leave both cells empty.",
        "{0}, baris {1}: \"{2}\" bukan koordinat ({3} baris). Tuliskan derajat seperti 104.5, atau kosongkan "
        "keduanya.",
        public_name(source), example.feature, example.value, example.count));
}

void report_swapped(const Example& example, const Source& source, core::Diagnostics& diagnostics) {
    diagnostics.error(core::format_text(
        "{0}, row {1} ({2}): latitude and longitude look swapped ({3} rows). Exchange them, or name the columns with "
        "|x=...|y=...",
        "{0}, baris {1} ({2}): lintang dan bujur tampaknya tertukar ({3} baris). Tukarkan, atau sebutkan kolomnya "
        "dengan |x=...|y=...",
        public_name(source), example.feature, example.value, example.count));
}

void report_beyond(const Example& example, const Source& source, core::Diagnostics& diagnostics) {
    diagnostics.error(core::format_text(
        "{0}, row {1}: {2} are not degrees, as the other rows are ({3} rows). Correct or empty them.",
        "{0}, baris {1}: {2} bukan derajat, tidak seperti baris lain ({3} baris). Perbaiki atau kosongkan.",
        public_name(source), example.feature, example.value, example.count));
}

/// The coordinate system of coordinates that came without one; empty where they are not degrees.
void decide_crs(const Source& source, const CoordinateScan& scan, SourceSchema& schema,
                core::Diagnostics& diagnostics) {
    if (scan.swapped.count > 0 && scan.swapped.count >= scan.in_range) {
        report_swapped(scan.swapped, source, diagnostics);
        return;
    }
    if (scan.in_range == 0 || scan.beyond.count > scan.in_range) return;
    if (scan.swapped.count > 0) report_swapped(scan.swapped, source, diagnostics);
    if (scan.beyond.count > 0) report_beyond(scan.beyond, source, diagnostics);
    schema.crs = crs_of_text("EPSG:4326", source);
    const auto fields = schema.coordinates.value_or(CoordinateFields{});
    const auto name_of = [&](int field) {
        return std::ranges::find(schema.columns, field, &SchemaColumn::field)->definition.name;
    };
    diagnostics.information(
        core::format_text("{0}: columns {1} and {2} are taken as longitude and latitude (EPSG:4326).",
                          "{0}: kolom {1} dan {2} dibaca sebagai bujur dan lintang (EPSG:4326).", public_name(source),
                          name_of(fields.x), name_of(fields.y)));
}

}  // namespace

std::optional<double> parse_coordinate(std::string_view text) {
    text = trimmed(text);
    if (const auto value = core::parse_number(text)) return value;
    if (std::ranges::count(text, ',') != 1 || text.find('.') != std::string_view::npos) return std::nullopt;
    std::string with_point(text);
    std::ranges::replace(with_point, ',', '.');
    return core::parse_number(with_point);
}

void scan_table(const OpenLayer& open, const Source& source, SourceSchema& schema, core::Diagnostics& diagnostics) {
    schema.coordinates = coordinate_fields(open, source, schema);
    if (open.format != Format::Csv && !schema.coordinates) return;
    const auto scan = scan_rows(open, schema);
    if (open.format == Format::Csv) decide_columns(open, source, scan, schema, diagnostics);
    if (!schema.coordinates) return;
    schema.geometry_type = geo::GeometryType::Point;
    report_no_numbers(scan.coordinates.no_number, source, diagnostics);
    if (source.crs.empty()) decide_crs(source, scan.coordinates, schema, diagnostics);
}

}  // namespace desakota::io
