#include "engine/analyses/feature_messages.h"

#include <algorithm>
#include <utility>

namespace desakota::analyses {
namespace {

std::string name_of(const layers::Column* names, std::size_t row) {
    return names == nullptr ? std::string{} : names->as_text(row).value_or(std::string{});
}

}  // namespace

std::string feature_title(const layers::Layer& layer, std::size_t row, const layers::Column* names) {
    return layers::describe_feature(layer, row, name_of(names, row));
}

core::Text feature_list(const layers::Layer& layer, const std::vector<std::size_t>& rows, const layers::Column* names) {
    constexpr std::size_t kShown = 5;
    const auto shown = std::min(kShown, rows.size());
    const auto prefix = layers::describe_layer(layer).size() + 2;  // "layer, "
    std::string list;
    for (std::size_t i = 0; i < shown; ++i) {
        list += (i == 0 ? "" : ", ") + feature_title(layer, rows[i], names).substr(prefix);
    }
    auto text = core::same_text(list);
    if (shown == rows.size()) return text;
    return std::move(text) + core::format_text(" and {} more", " dan {} lainnya", rows.size() - shown);
}

}  // namespace desakota::analyses
