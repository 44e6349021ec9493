#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"
#include "engine/layers/layer.h"

namespace desakota::analyses {

/// Small layers in memory, row by row.
class LayerMaker {
public:
    explicit LayerMaker(const std::string& source, std::string crs = geo::wgs84_wkt()) {
        layer_.source = source;
        layer_.crs = std::move(crs);
    }

    LayerMaker& points(const std::vector<geo::Point>& places) {
        for (const auto& place : places) layer_.geometry.add_part(geo::PartRole::Point, {{place}});
        return end_row();
    }
    LayerMaker& line(const std::vector<geo::Point>& course) {
        layer_.geometry.add_part(geo::PartRole::Line, course);
        return end_row();
    }
    LayerMaker& ring(const std::vector<geo::Point>& outline) {
        layer_.geometry.add_part(geo::PartRole::OuterRing, outline);
        return end_row();
    }
    LayerMaker& nothing() { return end_row(); }

    /// A column of text; "" is missing.
    LayerMaker& texts(const std::string& name, const std::vector<std::string>& values) {
        auto& column = layer_.add_column({name, layers::ColumnType::Text, "", {}});
        for (const auto& value : values) value.empty() ? column.add_missing() : column.add_text(value);
        return *this;
    }
    LayerMaker& numbers(const std::string& name, const std::vector<double>& values) {
        auto& column = layer_.add_column({name, layers::ColumnType::Number, "", {}});
        for (const auto value : values) column.add_number(value);
        return *this;
    }
    /// A column of numbers of which some are missing.
    LayerMaker& some_numbers(const std::string& name, const std::vector<std::optional<double>>& values) {
        auto& column = layer_.add_column({name, layers::ColumnType::Number, "", {}});
        for (const auto& value : values) column.add(value);
        return *this;
    }
    LayerMaker& whole_numbers(const std::string& name, const std::vector<std::int64_t>& values) {
        auto& column = layer_.add_column({name, layers::ColumnType::WholeNumber, "", {}});
        for (const auto value : values) column.add_whole_number(value);
        return *this;
    }

    [[nodiscard]] layers::Layer make() const { return layer_; }

private:
    LayerMaker& end_row() {
        layer_.geometry.end_feature();
        layer_.feature_ids.push_back(static_cast<std::int64_t>(layer_.row_count) + 1);
        ++layer_.row_count;
        return *this;
    }

    layers::Layer layer_;
};

/// Arguments and what surrounds a run, for one test.
struct TestRun {
    Arguments arguments;
    core::SilentProgress progress;
    core::Diagnostics diagnostics;
    RunContext context{progress, diagnostics, core::Language::English, 2};

    void add(const std::string& parameter, const LayerMaker& maker) {
        arguments.layers[parameter].push_back(maker.make());
    }
    /// The field of a parameter's first layer, as found by its usual name.
    void find(const std::string& parameter, const std::string& field) { arguments.fields[parameter] = {{field}}; }
    void name(const std::string& parameter, const std::string& field) {
        find(parameter, field);
        arguments.given.push_back(parameter);
    }

    [[nodiscard]] std::vector<std::string> told(core::Severity severity) const {
        std::vector<std::string> texts;
        for (const auto& item : diagnostics.items()) {
            if (item.severity == severity) texts.push_back(item.text.english);
        }
        return texts;
    }
    [[nodiscard]] std::vector<std::string> warnings() const { return told(core::Severity::Warning); }
    [[nodiscard]] std::vector<std::string> errors() {
        try {
            diagnostics.throw_errors();
        } catch (const core::Error& error) {
            std::vector<std::string> texts;
            for (const auto& problem : error.problems()) texts.push_back(problem.english);
            return texts;
        }
        return {};
    }
};

}  // namespace desakota::analyses
