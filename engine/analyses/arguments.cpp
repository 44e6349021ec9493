#include "engine/analyses/arguments.h"

#include <algorithm>

namespace desakota::analyses {

bool Arguments::has_layer(const std::string& name) const {
    const auto place = layers.find(name);
    return place != layers.end() && !place->second.empty();
}

layers::Layer* Arguments::layer(const std::string& name) {
    return has_layer(name) ? &layers.at(name).front() : nullptr;
}

const layers::Column* Arguments::column(const std::string& layer_name, const std::string& field_name,
                                        std::size_t index) const {
    const auto name = field(field_name, index);
    const auto place = layers.find(layer_name);
    if (name.empty() || place == layers.end() || index >= place->second.size()) return nullptr;
    return place->second[index].find(name);
}

std::string Arguments::field(const std::string& name, std::size_t index) const {
    const auto list = field_list(name, index);
    return list.empty() ? std::string{} : list.front();
}

std::vector<std::string> Arguments::field_list(const std::string& name, std::size_t index) const {
    const auto place = fields.find(name);
    if (place == fields.end() || index >= place->second.size()) return {};
    return place->second[index];
}

std::optional<double> Arguments::number(const std::string& name) const {
    const auto place = numbers.find(name);
    if (place == numbers.end() || place->second.empty()) return std::nullopt;
    return place->second.front();
}

std::string Arguments::text(const std::string& name) const {
    const auto place = texts.find(name);
    return place == texts.end() ? std::string{} : place->second;
}

bool Arguments::is_yes(const std::string& name) const {
    const auto place = yes_no.find(name);
    return place != yes_no.end() && place->second;
}

bool Arguments::is_given(const std::string& name) const {
    return std::ranges::find(given, name) != given.end();
}

RunContext with_progress(const RunContext& context, core::Progress& progress) {
    return {progress, context.diagnostics, context.language, context.threads, context.networks};
}

}  // namespace desakota::analyses
