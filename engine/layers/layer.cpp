#include "engine/layers/layer.h"

#include <algorithm>
#include <fmt/format.h>

namespace desakota::layers {

const Column* Layer::find(std::string_view column_name) const {
    const auto place = std::ranges::find(columns, column_name, &Column::name);
    return place == columns.end() ? nullptr : &*place;
}

Column* Layer::find(std::string_view column_name) {
    const auto place = std::ranges::find(columns, column_name, &Column::name);
    return place == columns.end() ? nullptr : &*place;
}

Column& Layer::add_column(ColumnDefinition definition) {
    return columns.emplace_back(std::move(definition));
}

std::string describe_layer(const Layer& layer) {
    const auto file = layer.source.substr(0, layer.source.find('|'));
    const bool is_database = file.starts_with("PG:");
    const auto slash = is_database ? std::string::npos : file.find_last_of('/');
    const auto short_file = slash == std::string::npos ? file : file.substr(slash + 1);
    if (short_file.empty()) return layer.name;
    return layer.name.empty() || short_file.starts_with(layer.name + ".") ? short_file : short_file + "|" + layer.name;
}

std::string describe_feature(const Layer& layer, std::size_t row, std::string_view feature_name) {
    const auto id = row < layer.feature_ids.size() ? layer.feature_ids[row] : static_cast<std::int64_t>(row);
    const auto place = fmt::format("{}, fid {}", describe_layer(layer), id);
    return feature_name.empty() ? place : fmt::format("{} \"{}\"", place, feature_name);
}

}  // namespace desakota::layers
