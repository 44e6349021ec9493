#include "engine/io/row_order.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace desakota::io {
namespace {

using Rows = std::vector<std::size_t>;

Rows rows_by_id(const layers::Layer& layer) {
    Rows rows(layer.feature_ids.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return layer.feature_ids[row]; });
    return rows;
}

geo::Geometries ordered(const geo::Geometries& from, const Rows& rows) {
    geo::Geometries result;
    if (from.size() == 0) return result;
    result.reserve(rows.size(), from.all_coordinates().size());
    for (const auto row : rows) {
        const auto [first, last] = from.parts(row);
        for (auto part = first; part < last; ++part) result.add_part(from.role(part), from.coordinates(part));
        result.end_feature();
    }
    return result;
}

void add_value(const layers::Column& from, std::size_t row, layers::Column& to) {
    switch (from.type()) {
        case layers::ColumnType::Text: {
            const auto text = from.text(row);
            return text ? to.add_text(*text) : to.add_missing();
        }
        case layers::ColumnType::YesNo: {
            const auto value = from.whole_number(row);
            return value ? to.add_yes_no(*value != 0) : to.add_missing();
        }
        case layers::ColumnType::WholeNumber:
            return to.add(from.whole_number(row));
        case layers::ColumnType::Number:
            return to.add(from.number(row));
    }
}

layers::Column ordered(const layers::Column& from, const Rows& rows) {
    layers::Column result(from.definition());
    result.reserve(rows.size());
    for (const auto row : rows) add_value(from, row, result);
    return result;
}

}  // namespace

bool is_in_order_of_ids(const layers::Layer& layer) {
    return std::ranges::is_sorted(layer.feature_ids);
}

layers::Layer in_order_of_ids(const layers::Layer& layer) {
    const auto rows = rows_by_id(layer);
    layers::Layer result;
    result.name = layer.name;
    result.title = layer.title;
    result.source = layer.source;
    result.crs = layer.crs;
    result.geometry_type = layer.geometry_type;
    result.row_count = layer.row_count;
    result.geometry = ordered(std::as_const(layer.geometry), rows);
    result.feature_ids.reserve(rows.size());
    for (const auto row : rows) result.feature_ids.push_back(layer.feature_ids[row]);
    result.columns.reserve(layer.columns.size());
    for (const auto& column : layer.columns) result.columns.push_back(ordered(column, rows));
    return result;
}

}  // namespace desakota::io
