#include "tests/support/telang_columns.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace desakota::test_support {

using layers::ColumnType;

core::Text illustrative_title(std::string_view english, std::string_view indonesian) {
    return {fmt::format("{} (illustrative, not real data)", english),
            fmt::format("{} (contoh, bukan data sebenarnya)", indonesian)};
}

layers::ColumnDefinition text_column(std::string name, std::string english, std::string indonesian) {
    return {std::move(name), ColumnType::Text, {}, {std::move(english), std::move(indonesian)}};
}

layers::ColumnDefinition count_column(std::string name, std::string english, std::string indonesian) {
    return {std::move(name), ColumnType::WholeNumber, {}, {std::move(english), std::move(indonesian)}};
}

Cell text_or_missing(std::string_view text) {
    return text.empty() ? Cell{} : Cell{text};
}

Cell number_or_missing(const std::optional<double>& number) {
    return number ? Cell{*number} : Cell{};
}

void add_point(layers::Layer& layer, const Metres& place, std::initializer_list<Cell> cells) {
    const auto point = to_lon_lat(place);
    add_row(layer, geo::PartRole::Point, {&point, 1}, cells);
}

const Village& village_named(const std::vector<Village>& villages, std::string_view name) {
    return *std::ranges::find(villages, name, &Village::name);
}

}  // namespace desakota::test_support
