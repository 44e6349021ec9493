#include "qgis_plugin/parameters.h"

#include <algorithm>
#include <limits>

#include "qgis_plugin/words.h"

#include "engine/analyses/parameter_text.h"

namespace desakota::qgis_plugin {
namespace {

using analyses::Parameter;
using analyses::ParameterKind;
using core::Language;

QgsProcessing::SourceType source_type(geo::GeometryType type) {
    switch (type) {
        case geo::GeometryType::Point:
            return QgsProcessing::TypeVectorPoint;
        case geo::GeometryType::Line:
            return QgsProcessing::TypeVectorLine;
        case geo::GeometryType::Polygon:
            return QgsProcessing::TypeVectorPolygon;
        case geo::GeometryType::None:
            break;
    }
    return QgsProcessing::TypeVector;
}

/// Whatever a layer holds, it is a table too.
bool takes_tables(const Parameter& parameter) {
    return std::ranges::find(parameter.geometry, geo::GeometryType::None) != parameter.geometry.end();
}

QList<int> source_types(const Parameter& parameter) {
    if (takes_tables(parameter)) return {QgsProcessing::TypeVector};
    if (parameter.geometry.empty()) return {QgsProcessing::TypeVectorAnyGeometry};
    QList<int> types;
    for (const auto type : parameter.geometry) types.push_back(source_type(type));
    return types;
}

QgsProcessing::SourceType layers_type(const Parameter& parameter) {
    if (takes_tables(parameter)) return QgsProcessing::TypeVector;
    if (parameter.geometry.size() == 1) return source_type(parameter.geometry.front());
    return QgsProcessing::TypeVectorAnyGeometry;
}

/// What every constructor of QGIS asks for.
struct Common {
    QString name;
    QString title;
    bool optional;
};

bool has_default(const Parameter& parameter) {
    return parameter.default_number || !parameter.default_text.empty() || parameter.kind == ParameterKind::YesNo;
}

Common common(const Parameter& parameter, Language language) {
    auto title = to_qt(parameter.title.in(language));
    const bool unit_is_shown = parameter.unit.empty() || parameter.unit == "m";
    if (!unit_is_shown) title += " (" + to_qt(parameter.unit) + ")";
    return {parameter_name(parameter.name), title, !parameter.required && !has_default(parameter)};
}

ParameterDefinition number(const Parameter& parameter, const Common& common) {
    const QVariant value = parameter.default_number ? QVariant(*parameter.default_number) : QVariant();
    const double least = parameter.minimum.value_or(std::numeric_limits<double>::lowest() + 1);
    const double most = parameter.maximum.value_or(std::numeric_limits<double>::max());
    if (parameter.unit == "m") {
        auto distance = std::make_unique<QgsProcessingParameterDistance>(common.name, common.title, value, QString(),
                                                                         common.optional, least, most);
        distance->setDefaultUnit(QgsUnitTypes::DistanceMeters);
        distance->setMetadata({{"widget_wrapper", QVariantMap{{"decimals", 1}}}});
        return distance;
    }
    const auto type = parameter.whole ? QgsProcessingParameterNumber::Integer : QgsProcessingParameterNumber::Double;
    return std::make_unique<QgsProcessingParameterNumber>(common.name, common.title, type, value, common.optional,
                                                          least, most);
}

/// The value is the code, in every language; what the dialog shows are the labels.
ParameterDefinition choice(const Parameter& parameter, const Common& common, Language language) {
    QStringList codes;
    QStringList labels;
    for (const auto& choice : parameter.choices) {
        codes.push_back(to_qt(choice.code));
        labels.push_back(to_qt(choice.label.in(language)));
    }
    const QVariant value = parameter.default_text.empty() ? QVariant() : QVariant(to_qt(parameter.default_text));
    auto definition = std::make_unique<QgsProcessingParameterEnum>(common.name, common.title, codes, false, value,
                                                                   common.optional, true);
    definition->setMetadata(
        {{"widget_wrapper", QVariantMap{{"class", "desakota.choice_widget.ChoiceWidgetWrapper"}, {"labels", labels}}}});
    return definition;
}

ParameterDefinition field(const Parameter& parameter, const Common& common) {
    const auto type = parameter.numeric ? QgsProcessingParameterField::Numeric : QgsProcessingParameterField::Any;
    return std::make_unique<QgsProcessingParameterField>(common.name, common.title, QVariant(),
                                                         parameter_name(parameter.of), type,
                                                         parameter.kind == ParameterKind::Fields, common.optional);
}

ParameterDefinition layer_list(const Parameter& parameter, const Common& common) {
    auto list = std::make_unique<QgsProcessingParameterMultipleLayers>(
        common.name, common.title, layers_type(parameter), QVariant(), common.optional);
    if (parameter.required) list->setMinimumNumberInputs(1);
    return list;
}

ParameterDefinition text(const Parameter& parameter, const Common& common) {
    const QVariant value = parameter.default_text.empty() ? QVariant() : QVariant(to_qt(parameter.default_text));
    return std::make_unique<QgsProcessingParameterString>(common.name, common.title, value, false, common.optional);
}

ParameterDefinition make(const Parameter& parameter, Language language) {
    const auto shared = common(parameter, language);
    switch (parameter.kind) {
        case ParameterKind::Layer:
            return std::make_unique<QgsProcessingParameterFeatureSource>(
                shared.name, shared.title, source_types(parameter), QVariant(), shared.optional);
        case ParameterKind::Layers:
            return layer_list(parameter, shared);
        case ParameterKind::Raster:
            return std::make_unique<QgsProcessingParameterRasterLayer>(shared.name, shared.title, QVariant(),
                                                                       shared.optional);
        case ParameterKind::Field:
        case ParameterKind::Fields:
            return field(parameter, shared);
        case ParameterKind::Number:
            return number(parameter, shared);
        case ParameterKind::Choice:
            return choice(parameter, shared, language);
        case ParameterKind::YesNo:
            return std::make_unique<QgsProcessingParameterBoolean>(shared.name, shared.title, parameter.default_yes);
        case ParameterKind::File:
            return std::make_unique<QgsProcessingParameterFile>(
                shared.name, shared.title, QgsProcessingParameterFile::File, QString(), QVariant(), shared.optional);
        default:
            return text(parameter, shared);
    }
}

/// Layers of settlements have the settlements' geometry, points or polygons.
QgsProcessing::SourceType sink_type(geo::GeometryType type) {
    if (type == geo::GeometryType::None) return QgsProcessing::TypeVector;
    return type == geo::GeometryType::Line ? QgsProcessing::TypeVectorLine : QgsProcessing::TypeVectorAnyGeometry;
}

QString column_names(const analyses::OutputLayer& output) {
    QStringList names;
    for (const auto& column : output.columns) names.push_back(to_qt(column.name));
    return names.join(QStringLiteral(", "));
}

}  // namespace

ParameterDefinition to_qgis(const Parameter& parameter, Language language) {
    auto definition = make(parameter, language);
    definition->setHelp(to_qt(parameter.help.in(language)));
    if (parameter.advanced) definition->setFlags(definition->flags() | QgsProcessingParameterDefinition::FlagAdvanced);
    return definition;
}

ParameterDefinition sink_of(const analyses::Analysis& analysis, const analyses::OutputLayer& output,
                            Language language) {
    const bool is_main = &output == analysis.outputs.data();
    auto definition = std::make_unique<QgsProcessingParameterFeatureSink>(
        sink_name(analysis, output), to_qt(output.title.in(language)), sink_type(output.geometry), QVariant(), !is_main,
        is_main);
    definition->setHelp(to_qt(core::Text{"Columns: ", "Kolom: "}.in(language)) + column_names(output));
    return definition;
}

}  // namespace desakota::qgis_plugin
