#include "engine/io/column_names.h"

#include <algorithm>
#include <string_view>

namespace desakota::io {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_same_name(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, {}, lower, lower);
}

bool is_taken(const std::string& name, const std::vector<std::string>& taken) {
    return std::ranges::any_of(taken, [&](const std::string& other) { return is_same_name(name, other); });
}

}  // namespace

std::string unused_name(const std::string& wanted, const std::vector<std::string>& taken) {
    auto name = wanted;
    for (int number = 2; is_taken(name, taken); ++number) name = wanted + "_" + std::to_string(number);
    return name;
}

std::vector<std::string> column_names(const layers::Layer& layer) {
    std::vector<std::string> names;
    names.reserve(layer.columns.size());
    for (const auto& column : layer.columns) names.push_back(unused_name(column.name(), names));
    return names;
}

}  // namespace desakota::io
