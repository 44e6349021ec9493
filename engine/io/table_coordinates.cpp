#include "engine/io/table_coordinates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <ogrsf_frmts.h>

#include "engine/core/number_text.h"
#include "engine/io/crs_text.h"
#include "engine/io/degrees.h"
#include "engine/io/number_shape.h"
#include "engine/io/table_cells.h"

namespace desakota::io {
namespace {

constexpr double kMostX = 180.0;
constexpr double kMostY = 90.0;

constexpr std::array<std::string_view, 12> kXNames{"longitude", "lon",        "long",       "lng",
                                                   "bujur",     "x",          "koordinatx", "bujurtimur",
                                                   "bt",        "garisbujur", "xcoord",     "koordinatbujur"};
constexpr std::array<std::string_view, 13> kYNames{"latitude",       "lat", "lintang",         "y",      "koordinaty",
                                                   "lintangselatan", "ls",  "garislintang",    "ycoord", "latdd",
                                                   "lintangutara",   "lu",  "koordinatlintang"};
constexpr std::array<std::string_view, 8> kPairNames{"koordinat",  "titikkoordinat", "koordinatlokasi", "coordinates",
                                                     "coordinate", "latlong",        "latlon",          "koordinatgps"};

template <std::size_t Count>
std::optional<int> find_field(const SourceSchema& schema, const std::array<std::string_view, Count>& names) {
    for (const auto name : names) {
        for (const auto& column : schema.columns) {
            if (plain_word(column.definition.name) == name) return column.field;
        }
    }
    return std::nullopt;
}

bool is_south(const SourceSchema& schema, int field) {
    return std::ranges::any_of(schema.columns, [field](const SchemaColumn& column) {
        const auto name = plain_word(column.definition.name);
        return column.field == field && (name == "ls" || name == "lintangselatan");
    });
}

int named_field(const SourceSchema& schema, const std::string& name, const Source& source) {
    std::string names;
    for (const auto& column : schema.columns) {
        const auto& known = column.definition.name;
        if (known == name || plain_word(known) == plain_word(name)) return column.field;
        names += (names.empty() ? "" : ", ") + known;
    }
    throw core::usage_error(core::format_text("{0}: there is no column \"{1}\" for coordinates. There are: {2}.",
                                              "{0}: kolom \"{1}\" untuk koordinat tidak ada. Yang ada: {2}.",
                                              public_name(source), name, names));
}

/// "470.657,5": metres with dots between thousands and a decimal comma.
std::optional<double> grouped_metres(std::string_view text) {
    NumberShape shape;
    shape.add(text);
    const auto decision = shape.decide({});
    return decision.form == ValueForm::CommaNumber ? parse_in_form(text, decision.form) : std::nullopt;
}

/// A coordinate by itself, and which one it is where it says so.
struct ReadCoordinate {
    double value = 0.0;
    std::optional<bool> is_latitude;
    bool in_minutes = false;
};

std::optional<ReadCoordinate> read_coordinate(std::string_view text) {
    if (const auto value = core::parse_number(text)) return ReadCoordinate{*value, std::nullopt, false};
    if (const auto degrees = parse_degrees(text)) return ReadCoordinate{degrees->value, degrees->is_latitude, true};
    if (const auto metres = grouped_metres(text)) return ReadCoordinate{*metres, std::nullopt, false};
    if (std::ranges::count(text, ',') != 1 || text.find('.') != std::string_view::npos) return std::nullopt;
    std::string with_point(text);
    std::ranges::replace(with_point, ',', '.');
    const auto value = core::parse_number(with_point);
    return value ? std::optional(ReadCoordinate{*value, std::nullopt, false}) : std::nullopt;
}

/// Marks stand for a place that is not known.
std::string coordinate_text(const OGRFeature& row, int field) {
    auto text = cell_text(row.GetFieldAsString(field));
    return mark_of(text) == CellMark::None ? text : std::string();
}

void report_no_numbers(const RowExample& example, const Source& source, core::Diagnostics& diagnostics) {
    if (example.count == 0) return;
    diagnostics.error(
        core::format_text("{0}, row {1}: \"{2}\" is not a coordinate ({3} rows). Write degrees as 104.5 or 104° 30' "
                          "0\" BT, or leave both "
                          "cells empty.",
                          "{0}, baris {1}: \"{2}\" bukan koordinat ({3} baris). Tuliskan derajat seperti 104.5 atau "
                          "104° 30' 0\" BT, atau "
                          "kosongkan keduanya.",
                          public_name(source), example.feature, example.value, example.count));
}

void report_swapped(const RowExample& example, const Source& source, core::Diagnostics& diagnostics) {
    diagnostics.error(core::format_text(
        "{0}, row {1} ({2}): latitude and longitude look swapped ({3} rows). Exchange them, or name the columns with "
        "|x=...|y=...",
        "{0}, baris {1} ({2}): lintang dan bujur tampaknya tertukar ({3} baris). Tukarkan, atau sebutkan kolomnya "
        "dengan |x=...|y=...",
        public_name(source), example.feature, example.value, example.count));
}

void report_beyond(const RowExample& example, const Source& source, core::Diagnostics& diagnostics) {
    diagnostics.error(core::format_text(
        "{0}, row {1}: {2} are not degrees, as the other rows are ({3} rows). Correct or empty them.",
        "{0}, baris {1}: {2} bukan derajat, tidak seperti baris lain ({3} baris). Perbaiki atau kosongkan.",
        public_name(source), example.feature, example.value, example.count));
}

core::Text taken_for_degrees(const SourceSchema& schema, const Source& source) {
    const auto fields = schema.coordinates.value_or(CoordinateFields{});
    const auto name_of = [&](int field) {
        return std::ranges::find(schema.columns, field, &SchemaColumn::field)->definition.name;
    };
    if (fields.x == fields.y) {
        return core::format_text("{0}: column {1} is taken as latitude and longitude (EPSG:4326).",
                                 "{0}: kolom {1} dibaca sebagai lintang dan bujur (EPSG:4326).", public_name(source),
                                 name_of(fields.x));
    }
    return core::format_text("{0}: columns {1} and {2} are taken as longitude and latitude (EPSG:4326).",
                             "{0}: kolom {1} dan {2} dibaca sebagai bujur dan lintang (EPSG:4326).",
                             public_name(source), name_of(fields.x), name_of(fields.y));
}

}  // namespace

void RowExample::add(const OGRFeature& row, std::string_view text) {
    if (count++ > 0) return;
    feature = row.GetFID();
    value = text;
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
    if (x && y) return CoordinateFields{*x, *y, is_south(schema, *y)};
    const auto pair = find_field(schema, kPairNames);
    return pair ? std::optional(CoordinateFields{*pair, *pair}) : std::nullopt;
}

void CoordinateScan::add(const OGRFeature& row, const CoordinateFields& fields) {
    const auto x_text = coordinate_text(row, fields.x);
    if (fields.x == fields.y) return add_pair(row, x_text);
    const auto y_text = coordinate_text(row, fields.y);
    if (x_text.empty() || y_text.empty()) return;
    const auto x = read_coordinate(x_text);
    const auto y = read_coordinate(y_text);
    if (!x || !y) return no_number_.add(row, x ? y_text : x_text);
    in_minutes_ += x->in_minutes || y->in_minutes ? 1 : 0;
    const bool says_swapped = x->is_latitude.value_or(false) || !y->is_latitude.value_or(true);
    if (says_swapped) {
        swapped_.add(row, x_text + ", " + y_text);
    } else if (std::abs(x->value) <= kMostX && std::abs(y->value) <= kMostY) {
        ++in_range_;
    } else {
        const bool looks_swapped = std::abs(x->value) <= kMostY && std::abs(y->value) <= kMostX;
        (looks_swapped ? swapped_ : beyond_).add(row, x_text + ", " + y_text);
    }
}

void CoordinateScan::add_pair(const OGRFeature& row, std::string_view text) {
    if (text.empty()) return;
    const auto pair = parse_degree_pair(text);
    if (!pair) return no_number_.add(row, text);
    if (std::abs(pair->longitude) <= kMostX && std::abs(pair->latitude) <= kMostY) {
        ++in_range_;
    } else {
        const bool looks_swapped = std::abs(pair->longitude) <= kMostY && std::abs(pair->latitude) <= kMostX;
        (looks_swapped ? swapped_ : beyond_).add(row, text);
    }
}

void CoordinateScan::decide_crs(const Source& source, SourceSchema& schema, core::Diagnostics& diagnostics) const {
    if (swapped_.count > 0 && swapped_.count >= in_range_) return report_swapped(swapped_, source, diagnostics);
    if (in_range_ == 0 || beyond_.count > in_range_) return;
    if (swapped_.count > 0) report_swapped(swapped_, source, diagnostics);
    if (beyond_.count > 0) report_beyond(beyond_, source, diagnostics);
    schema.crs = crs_of_text("EPSG:4326", source);
    diagnostics.information(taken_for_degrees(schema, source));
}

void CoordinateScan::decide(const Source& source, SourceSchema& schema, core::Diagnostics& diagnostics) const {
    report_no_numbers(no_number_, source, diagnostics);
    if (source.crs.empty()) return decide_crs(source, schema, diagnostics);
    // Letters say which is which, whatever the coordinate system.
    if (in_minutes_ > 0 && swapped_.count > 0) report_swapped(swapped_, source, diagnostics);
}

std::optional<double> parse_coordinate(std::string_view text) {
    const auto read = read_coordinate(cell_text(text));
    return read ? std::optional(read->value) : std::nullopt;
}

std::optional<double> parse_latitude(std::string_view text, bool is_south) {
    const auto read = read_coordinate(cell_text(text));
    if (!read) return std::nullopt;
    return is_south && !read->is_latitude && read->value > 0.0 ? -read->value : read->value;
}

}  // namespace desakota::io
