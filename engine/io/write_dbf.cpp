#include "engine/io/write_dbf.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "engine/core/number_text.h"
#include "engine/io/column_names.h"
#include "engine/io/short_names.h"

namespace desakota::io {
namespace {

constexpr std::size_t kMostText = 254;
constexpr std::size_t kHeaderSize = 32;
constexpr std::size_t kFieldSize = 32;
constexpr std::size_t kRowsBetweenDbfReports = 4096;

/// The longest start of `text` that fits and ends with a whole UTF-8 character.
std::string_view fitting(std::string_view text) {
    if (text.size() <= kMostText) return text;
    auto length = kMostText;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) --length;
    return text.substr(0, length);
}

std::string cell_text(const layers::Column& column, std::size_t row) {
    if (column.is_missing(row)) return {};
    switch (column.type()) {
        case layers::ColumnType::Number: {
            const auto value = column.number(row).value_or(0.0);
            return std::isfinite(value) ? core::number_text(value) : std::string();
        }
        case layers::ColumnType::YesNo:
            return column.whole_number(row) == 1 ? "1" : "0";
        default:
            return column.as_text(row).value_or("");
    }
}

void plan_text(const layers::Column& column, DbfField& field) {
    for (std::size_t row = 0; row < column.size(); ++row) {
        const auto text = column.text(row).value_or("");
        field.width = std::max(field.width, static_cast<std::uint8_t>(fitting(text).size()));
        if (text.size() <= kMostText) continue;
        if (field.cut_texts++ == 0) field.first_cut = row;
    }
}

void plan_whole_number(const layers::Column& column, DbfField& field) {
    // Up to 18 digits GDAL and QGIS take for whole numbers; wider fields only where they must be.
    field.width = 18;
    for (std::size_t row = 0; row < column.size(); ++row) {
        field.width = std::max(field.width, static_cast<std::uint8_t>(cell_text(column, row).size()));
    }
}

DbfField plan_field(const layers::Column& column, const std::string& name) {
    DbfField field{.name = name};
    if (column.type() == layers::ColumnType::Text) {
        plan_text(column, field);
        return field;
    }
    field.type = 'N';
    if (column.type() == layers::ColumnType::WholeNumber) plan_whole_number(column, field);
    if (column.type() == layers::ColumnType::Number) {
        field.width = 24;  // the longest exact text of any number
        field.decimals = 15;
    }
    return field;
}

std::size_t row_size(const std::vector<DbfField>& fields) {
    std::size_t size = 1;
    for (const auto& field : fields) size += field.width;
    return size;
}

std::string little_endian_number(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i, value >>= 8U) text += static_cast<char>(value & 0xFFU);
    return text;
}

std::string dbf_header(const std::vector<DbfField>& fields, std::size_t rows) {
    const auto size = kHeaderSize + kFieldSize * fields.size() + 1;
    std::string text("\x03\x46\x01\x01", 4);  // dBASE III, 1970-01-01
    text += little_endian_number(rows, 4) + little_endian_number(size, 2) + little_endian_number(row_size(fields), 2);
    text.resize(kHeaderSize, '\0');
    for (const auto& field : fields) {
        auto part = field.name;
        part.resize(11, '\0');
        part += field.type;
        part.resize(16, '\0');
        part += static_cast<char>(field.width);
        part += static_cast<char>(field.decimals);
        part.resize(kFieldSize, '\0');
        text += part;
    }
    return text + '\r';
}

std::string padded(std::string_view text, const DbfField& field) {
    const std::string blanks(field.width - std::min<std::size_t>(text.size(), field.width), ' ');
    return field.type == 'N' ? blanks + std::string(text) : std::string(text) + blanks;
}

}  // namespace

std::vector<DbfField> plan_fields(const layers::Layer& layer) {
    if (layer.columns.empty()) return {{.name = "row", .type = 'N', .width = 18}};
    const auto names = short_names(column_names(layer));
    std::vector<DbfField> fields;
    for (std::size_t i = 0; i < layer.columns.size(); ++i) fields.push_back(plan_field(layer.columns[i], names[i]));
    return fields;
}

std::uint64_t dbf_size(const std::vector<DbfField>& fields, std::size_t rows) {
    return kHeaderSize + kFieldSize * fields.size() + 1 + std::uint64_t{row_size(fields)} * rows + 1;
}

void write_dbf(const layers::Layer& layer, const std::vector<DbfField>& fields, TextFile& file,
               core::Progress& progress) {
    file.write(dbf_header(fields, layer.row_count));
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (row % kRowsBetweenDbfReports == 0) {
            progress.step(static_cast<double>(row) / static_cast<double>(layer.row_count));
        }
        std::string line = " ";
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto text = layer.columns.empty() ? std::to_string(row + 1) : cell_text(layer.columns[i], row);
            line += padded(fitting(text), fields[i]);
        }
        file.write(line);
    }
    file.write("\x1a");
    progress.step(1.0);
}

}  // namespace desakota::io
