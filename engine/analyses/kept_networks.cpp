#include "engine/analyses/kept_networks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/analyses/common_parameters.h"
#include "engine/analyses/scenario_base.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

constexpr std::array<const char*, 6> kTexts{"value-forward", "value-backward", "value-both", "mode", "season", "clean"};
constexpr std::array<const char*, 2> kNumbers{"default-speed", "tolerance"};

/// Texts are parted by their lengths, so that no two lists are written alike.
void add(std::string& all, const std::string& text) {
    all += std::to_string(text.size()) + ":" + text;
}

void add_layers(std::string& all, const Arguments& arguments, const std::string& name) {
    add(all, name);
    const auto place = arguments.layers.find(name);
    if (place == arguments.layers.end()) return;
    for (const auto& layer : place->second) {
        add(all, layer.source);
        add(all, layer.name);
        add(all, std::to_string(layer.row_count));
    }
}

/// False where the content of a layer is not known.
bool add_contents(std::string& all, const Arguments& arguments, const LayerContents& contents,
                  const std::string& name) {
    add(all, name);
    const auto place = arguments.layers.find(name);
    if (place == arguments.layers.end() || place->second.empty()) return true;
    const auto known = contents.find(name);
    if (known == contents.end() || known->second.size() != place->second.size()) return false;
    for (const auto& content : known->second) {
        if (content.empty()) return false;
        add(all, content);
    }
    return true;
}

void add_fields(std::string& all, const Arguments& arguments, const std::string& name) {
    add(all, name);
    const auto place = arguments.fields.find(name);
    if (place == arguments.fields.end()) return;
    for (const auto& of_layer : place->second) {
        for (const auto& field : of_layer) add(all, field);
        add(all, "");
    }
}

/// All but the layers.
void add_options(std::string& all, const Arguments& arguments) {
    for (const auto& parameter : network_parameters()) {
        const bool is_field = parameter.kind == ParameterKind::Field || parameter.kind == ParameterKind::Fields;
        if (is_field) add_fields(all, arguments, parameter.name);
    }
    for (const auto* name : kTexts) add(all, arguments.text(name));
    for (const auto* name : kNumbers) {
        const auto number = arguments.number(name);
        add(all, number ? core::number_text(*number) : "");
    }
    const auto profile = arguments.files.find("profile");
    add(all, profile == arguments.files.end() ? "" : profile->second.text);
    // A direction field that was named is taken more strictly than one that was found.
    add(all, arguments.is_given("direction-field") ? "named" : "");
}

}  // namespace

std::shared_ptr<const KeptNetwork> NetworkStore::find(const std::string& made_of) {
    const std::lock_guard lock(mutex_);
    const auto place = std::ranges::find(networks_, made_of, &Named::first);
    if (place == networks_.end()) {
        make_room();
        return nullptr;
    }
    std::rotate(place, place + 1, networks_.end());
    return networks_.back().second;
}

void NetworkStore::keep(const std::string& made_of, KeptNetwork network) {
    auto kept = std::make_shared<const KeptNetwork>(std::move(network));
    const std::lock_guard lock(mutex_);
    std::erase_if(networks_, [&](const Named& other) { return other.first == made_of; });
    make_room();
    networks_.emplace_back(made_of, std::move(kept));
}

std::shared_ptr<const BaseSide> NetworkStore::base(network::Objective cost) {
    const std::lock_guard lock(mutex_);
    const auto place = bases_.find(cost);
    return place == bases_.end() ? nullptr : place->second;
}

void NetworkStore::keep_base(network::Objective cost, std::shared_ptr<const BaseSide> base) {
    const std::lock_guard lock(mutex_);
    const bool is_kept = std::ranges::any_of(
        networks_, [&](const Named& named) { return named.second->network == base->question.network; });
    if (is_kept) bases_[cost] = std::move(base);
}

void NetworkStore::clear() {
    const std::lock_guard lock(mutex_);
    networks_.clear();
    bases_.clear();
}

void NetworkStore::make_room() {
    bases_.clear();  // which hold their networks
    if (networks_.size() >= most_) networks_.erase(networks_.begin());
}

std::string made_of(const Arguments& arguments) {
    std::string all;
    for (const auto& parameter : network_layer_parameters()) add_layers(all, arguments, parameter.name);
    add_options(all, arguments);
    return all;
}

std::string made_of(const Arguments& arguments, const LayerContents& contents) {
    std::string all;
    for (const auto& parameter : network_layer_parameters()) {
        if (!add_contents(all, arguments, contents, parameter.name)) return {};
    }
    add_options(all, arguments);
    return all;
}

}  // namespace desakota::analyses
