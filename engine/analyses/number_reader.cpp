#include "engine/analyses/number_reader.h"

#include <cmath>
#include <string_view>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/feature_messages.h"

namespace desakota::analyses {

using core::Text;

std::optional<double> NumberReader::read(std::size_t row, Parse parse) const {
    const auto& column = source_.column;
    if (column.is_missing(row)) return std::nullopt;
    if (column.type() != layers::ColumnType::Text) {
        const auto value = column.number(row);
        if (value && std::isfinite(*value)) return value;
        refuse(row, {"is no number", "bukan angka"});
        return std::nullopt;
    }
    const auto text = trimmed_text(std::string(column.text(row).value_or(std::string_view{})));
    if (text.empty()) return std::nullopt;
    auto value = parse(text);
    if (!value) refuse(row, core::format_text("is \"{}\", which is not a number", "\"{}\" bukan angka", text));
    return value;
}

std::vector<std::optional<double>> NumberReader::read_all(Parse parse) const {
    std::vector<std::optional<double>> values(source_.layer.row_count);
    for (std::size_t row = 0; row < values.size(); ++row) values[row] = read(row, parse);
    return values;
}

bool NumberReader::is_empty(std::size_t row) const {
    return !field_text(source_.column, row).has_value();
}

void NumberReader::refuse(std::size_t row, const Text& why) const {
    diagnostics_.error(core::same_text(feature_title(source_.layer, row, source_.names) + ": ") + source_.what +
                       core::same_text(" ") + why + core::same_text(". ") + source_.remedy);
}

}  // namespace desakota::analyses
