#include "engine/analyses/mended_roads.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/analyses/road_attributes.h"
#include "engine/analyses/way_columns.h"
#include "engine/geo/coordinate_system.h"
#include "engine/network/mended.h"

namespace desakota::analyses {
namespace {

using layers::Column;
using layers::ColumnType;
using layers::Layer;

constexpr const char* kJoin = "join";

/// Adds a value in the column's own type; text that is no number is missing in a column of numbers.
void add_value(Column& column, const Column& from, std::size_t row) {
    if (from.is_missing(row)) return column.add_missing();
    if (column.type() == ColumnType::Text) return column.add(from.as_text(row));
    if (column.type() == ColumnType::Number) return column.add(from.number(row));
    if (column.type() == ColumnType::YesNo) return column.add_yes_no(from.whole_number(row).value_or(0) != 0);
    column.add(from.whole_number(row));
}

void add_number(Column& column, int value) {
    if (value == 0) return column.add_missing();
    if (column.type() == ColumnType::Text) return column.add_text(std::to_string(value));
    if (column.type() == ColumnType::Number) return column.add_number(value);
    if (column.type() == ColumnType::YesNo) return column.add_yes_no(true);
    column.add_whole_number(value);
}

/// Fills the mended layer line by line.
class MendedRows {
public:
    MendedRows(const NetworkCheck& check, const network::RoadNetwork& network, const RoadFields& fields)
        : check_(check), network_(network), fields_(fields) {
        layer_.geometry_type = geo::GeometryType::Line;
        for (const auto& of_layer : fields.of_layer) {
            for (const auto& field : of_layer) add_column_of(field);
        }
        own_columns_ = layer_.columns.size();
        for (auto& definition : mended_columns()) layer_.add_column(std::move(definition));
    }

    Layer make(const network::Lines& mended, core::LoopSteps steps) {
        for (std::uint32_t line = 0; line < mended.size(); ++line) {
            steps.at(line);
            const auto& attributes = mended.attributes[line];
            if (attributes.landing || attributes.layer >= fields_.of_layer.size()) continue;
            add_course(mended, line);
            const bool is_new_join = line >= network_.input_line_count;
            is_new_join ? add_join(attributes) : add_road(attributes);
            add_origin(attributes, change_of(mended, line));
        }
        return std::move(layer_);
    }

private:
    /// Layers of one run may write a field differently: the same name is one column, of text where types differ.
    void add_column_of(const RoadFields::Field& field) {
        if (field.parameter == "join-field") return;
        const auto* const known = layer_.find(field.column.name());
        if (known == nullptr) {
            layer_.add_column({field.column.name(), field.column.type(), {}, core::same_text(field.column.name())});
        } else if (known->type() != field.column.type()) {
            *layer_.find(field.column.name()) =
                Column({field.column.name(), ColumnType::Text, {}, core::same_text(field.column.name())});
        }
    }

    void add_course(const network::Lines& mended, std::uint32_t line) {
        for (auto v = mended.first(line); v <= mended.last(line); ++v) {
            layer_.geometry.add_coordinate(geo::to_degrees(mended.vertices[v]));
        }
        layer_.geometry.end_part(geo::PartRole::Line);
        layer_.geometry.end_feature();
        ++layer_.row_count;
    }

    /// The value of the road from which a column comes, by the column's place.
    [[nodiscard]] const RoadFields::Field* field_of(std::size_t column, std::uint32_t layer) const {
        for (const auto& field : fields_.of_layer[layer]) {
            if (field.column.name() == layer_.columns[column].name()) return &field;
        }
        return nullptr;
    }

    void add_road(const network::LineAttributes& attributes) {
        for (std::size_t i = 0; i < own_columns_; ++i) {
            const auto* const field = field_of(i, attributes.layer);
            field == nullptr ? layer_.columns[i].add_missing()
                             : add_value(layer_.columns[i], field->column, attributes.feature);
        }
    }

    /// A join is open both ways and takes over what decides its speed and what it passes above and below.
    void add_join(const network::LineAttributes& attributes) {
        for (std::size_t i = 0; i < own_columns_; ++i) {
            auto& column = layer_.columns[i];
            const auto* const field = field_of(i, attributes.layer);
            const auto parameter = field == nullptr ? std::string{} : field->parameter;
            if (parameter == "class-field" || parameter == "surface-field" || parameter == "access-field") {
                add_value(column, field->column, attributes.feature);
            } else if (parameter == "level-field") {
                add_number(column, attributes.level);
            } else if (parameter == "bridge-field") {
                add_number(column, attributes.bridge ? 1 : 0);
            } else if (parameter == "tunnel-field") {
                add_number(column, attributes.tunnel ? 1 : 0);
            } else {
                column.add_missing();
            }
        }
    }

    [[nodiscard]] const char* change_of(const network::Lines& mended, std::uint32_t line) const {
        if (line >= network_.input_line_count) return kJoin;
        const auto before = network_.lines.last(line) - network_.lines.first(line);
        return mended.last(line) - mended.first(line) == before ? "none" : "vertices";
    }

    void add_origin(const network::LineAttributes& attributes, const char* change) {
        layer_.find("source_layer")->add_text(check_.sources.layer_labels[attributes.layer]);
        layer_.find("source_feature")
            ->add_whole_number(check_.sources.feature_id(attributes.layer, attributes.feature));
        layer_.find("change")->add_text(change);
        layer_.find(kJoin)->add_whole_number(attributes.join ? 1 : 0);
    }

    const NetworkCheck& check_;
    const network::RoadNetwork& network_;
    const RoadFields& fields_;
    Layer layer_;
    std::size_t own_columns_ = 0;
};

}  // namespace

RoadFields keep_road_fields(const Arguments& arguments) {
    RoadFields kept;
    const auto layers = arguments.layers.find("roads");
    if (layers == arguments.layers.end()) return kept;
    kept.of_layer.resize(layers->second.size());
    for (std::size_t i = 0; i < kept.of_layer.size(); ++i) {
        for (const auto& field : road_fields()) {
            const auto* const column = arguments.column("roads", field.parameter, i);
            if (column != nullptr) kept.of_layer[i].push_back({field.parameter, *column});
        }
    }
    return kept;
}

std::vector<layers::ColumnDefinition> mended_columns() {
    return {text_column("source_layer", {"Layer it comes from", "Lapisan asalnya"}),
            count_column("source_feature", {"Feature number there", "Nomor fitur di sana"}),
            text_column("change", {"What was changed", "Yang diubah"}),
            count_column(kJoin, {"Join (1) or road (0)", "Sambungan (1) atau jalan (0)"})};
}

Layer make_mended_layer(const NetworkCheck& check, const network::RoadNetwork& network, const RoadFields& fields,
                        const std::string& crs, RunContext& context) {
    core::Stage mending(context.progress, 0.0, 0.5);
    const auto mended = network::mended_lines(network, check.cleaning, mending);
    auto layer = MendedRows(check, network, fields).make(mended, {context.progress, 0.5, 0.8, mended.size()});
    layer.crs = crs;
    core::Stage placing(context.progress, 0.8, 1.0);
    geo::from_wgs84(layer.geometry.all_coordinates(), crs, {.threads = context.threads}, placing);
    return layer;
}

}  // namespace desakota::analyses
