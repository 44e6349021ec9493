#pragma once

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/io/read_layer.h"

namespace desakota::io {

struct TestRead {
    layers::Layer layer;
    std::string sha256;
    core::Diagnostics diagnostics{};
};

inline TestRead read_all(const std::string& source, const std::vector<std::string>& columns = {},
                         const std::vector<geo::GeometryType>& accepted = {}) {
    core::SilentProgress progress;
    core::Diagnostics diagnostics;
    auto open = open_source(parse_source(source), diagnostics, accepted);
    auto read = open.read(columns, progress, diagnostics);
    return {std::move(read.layer), std::move(read.sha256), std::move(diagnostics)};
}

/// The geometry of a feature as text: parts "role(x y,x y)" with the first letter of the role.
inline std::string geometry_text(const layers::Layer& layer, std::size_t feature) {
    std::string text;
    const auto parts = layer.geometry.parts(feature);
    for (auto part = parts.first; part < parts.last; ++part) {
        constexpr std::string_view kRoles = "PLOI";
        text += kRoles[static_cast<std::size_t>(layer.geometry.role(part))];
        text += '(';
        for (const auto& point : layer.geometry.coordinates(part)) {
            text += fmt::format("{}{} {}", text.ends_with('(') ? "" : ",", point.x, point.y);
        }
        text += ')';
    }
    return text;
}

inline std::vector<std::string> geometry_texts(const layers::Layer& layer) {
    std::vector<std::string> texts;
    for (std::size_t feature = 0; feature < layer.geometry.size(); ++feature) {
        texts.push_back(geometry_text(layer, feature));
    }
    return texts;
}

/// The values of a column as text, "-" for what is missing.
inline std::vector<std::string> values(const layers::Layer& layer, const std::string& column) {
    std::vector<std::string> texts;
    const auto* const found = layer.find(column);
    if (found == nullptr) throw std::runtime_error("no column " + column);
    for (std::size_t row = 0; row < found->size(); ++row) texts.push_back(found->as_text(row).value_or("-"));
    return texts;
}

/// The error that `action` throws, as "status: text"; empty where it throws none.
template <class Action>
std::string error_of(Action&& action) {
    try {
        action();
    } catch (const core::Error& error) {
        return fmt::format("{}: {}", static_cast<int>(error.status()), error.what());
    }
    return {};
}
inline std::string reading_error(const std::string& source, const std::vector<std::string>& columns = {}) {
    return error_of([&] { read_all(source, columns).diagnostics.throw_errors(); });
}

/// All that a reading told, one a line.
inline std::string told(const core::Diagnostics& diagnostics) {
    std::string text;
    for (const auto& item : diagnostics.items()) text += item.text.english + "\n";
    return text;
}

}  // namespace desakota::io
