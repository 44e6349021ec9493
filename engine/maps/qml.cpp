#include "engine/maps/qml.h"

#include <fmt/format.h>
#include <stdexcept>

#include "engine/core/number_text.h"
#include "engine/maps/qml_rules.h"
#include "engine/maps/qml_symbols.h"
#include "engine/maps/xml.h"

namespace desakota::maps {
namespace {

using core::Language;
using core::number_text;
using geo::GeometryType;
using layers::Layer;

// QGIS's numbers for geometry types and for where names are placed.
constexpr const char* kPointNumber = "0";
constexpr const char* kLineNumber = "1";
constexpr const char* kAreaNumber = "2";
constexpr const char* kNoGeometryNumber = "4";
constexpr const char* kAroundPoint = "0";
constexpr const char* kAlongLine = "2";
constexpr const char* kHorizontalInArea = "4";

std::string geometry_number(GeometryType type) {
    switch (type) {
        case GeometryType::Point:
            return kPointNumber;
        case GeometryType::Line:
            return kLineNumber;
        case GeometryType::Polygon:
            return kAreaNumber;
        case GeometryType::None:
            break;
    }
    return kNoGeometryNumber;
}

void expect_fields(const Style& style, const Layer& layer) {
    for (const auto& field : fields_of(style)) {
        if (layer.find(field) == nullptr) {
            throw std::logic_error(fmt::format("style {}: {} has no column {}", style.name, layer.name, field));
        }
    }
}

/// Writes one style for one layer.
class QmlWriter {
public:
    QmlWriter(const Style& style, const Layer& layer, Language language)
        : style_(style), layer_(layer), language_(language) {}

    std::string write() {
        const bool drawn = layer_.geometry_type != GeometryType::None && !style_.classes.empty();
        const bool named = drawn && style_.names;
        xml_.open("qgis", {{"version", "3.22.0"},
                           {"styleCategories", drawn ? "Symbology|Labeling|Fields" : "Fields"},
                           {"labelsEnabled", named ? "1" : "0"}});
        if (drawn) write_renderer();
        if (named) write_names(*style_.names);
        write_aliases();
        xml_.text_element("layerGeometryType", geometry_number(layer_.geometry_type));
        xml_.close();
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + std::move(xml_).finish();
    }

private:
    void write_renderer() {
        xml_.open("renderer-v2", {{"type", "RuleRenderer"}, {"forceraster", "0"}, {"symbollevels", "0"}});
        const auto entries = legend_entries(style_, layer_);
        write_rules(xml_, style_, layer_, entries, language_);
        xml_.open("symbols");
        for (const auto i : entries.classes) write_symbol(xml_, i, style_.classes[i].symbol, layer_.geometry_type);
        if (entries.has_doubt) write_doubt_symbol(xml_, style_, layer_.geometry_type);
        xml_.close();
        xml_.close();
    }

    void write_names(const Names& names) {
        xml_.open("labeling", {{"type", "simple"}});
        xml_.open("settings", {{"calloutType", "simple"}});
        // No font is named: every machine has its own, and QGIS warns of one that it lacks.
        xml_.open("text-style", {{"fieldName", names.field},
                                 {"isExpression", "0"},
                                 {"fontSize", "8"},
                                 {"fontSizeUnit", "Point"},
                                 {"fontWeight", "50"},
                                 {"multilineHeight", "1"},
                                 {"textColor", "20,20,20,255"},
                                 {"textOpacity", "1"}});
        xml_.element("text-buffer", {{"bufferDraw", "1"},
                                     {"bufferSize", "0.9"},
                                     {"bufferSizeUnits", "MM"},
                                     {"bufferColor", "255,255,255,255"},
                                     {"bufferOpacity", "1"},
                                     {"bufferJoinStyle", "128"}});
        xml_.close();
        write_placement();
        xml_.element("rendering", {{"drawLabels", "1"},
                                   {"scaleVisibility", "1"},
                                   {"scaleMin", "0"},
                                   {"scaleMax", number_text(names.smallest_scale)},
                                   {"obstacle", "1"},
                                   {"limitNumLabels", "0"},
                                   {"maxNumLabels", "2000"}});
        xml_.close();
        xml_.close();
    }

    void write_placement() {
        const auto type = layer_.geometry_type;
        const auto* const mode = type == GeometryType::Point  ? kAroundPoint
                                 : type == GeometryType::Line ? kAlongLine
                                                              : kHorizontalInArea;
        xml_.element("placement", {{"placement", mode}, {"dist", "2.4"}, {"distUnits", "MM"}, {"priority", "5"}});
    }

    void write_aliases() {
        xml_.open("aliases");
        for (const auto& column : layer_.columns) {
            const auto& definition = column.definition();
            xml_.element("alias", {{"field", definition.name}, {"name", definition.alias.in(language_)}});
        }
        xml_.close();
    }

    const Style& style_;
    const Layer& layer_;
    Language language_;
    XmlWriter xml_;
};

}  // namespace

std::string qml(const Style& style, const Layer& layer, Language language) {
    expect_fields(style, layer);
    return QmlWriter(style, layer, language).write();
}

std::vector<layers::LayerStyle> layer_styles(const std::vector<Style>& styles, const Layer& layer, Language language) {
    std::vector<layers::LayerStyle> made;
    made.reserve(styles.size());
    for (const auto& style : styles) {
        made.push_back({style.name, style.title.in(language), qml(style, layer, language)});
    }
    return made;
}

}  // namespace desakota::maps
