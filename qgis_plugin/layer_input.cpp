#include "qgis_plugin/layer_input.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include <QDate>
#include <QRegularExpression>
#include <qgsgeometry.h>
#include <qgsprocessingutils.h>
#include <qgsproviderregistry.h>
#include <qgsvectorlayerfeatureiterator.h>
#include <qgsvectorlayerjoininfo.h>

#include "qgis_plugin/words.h"

#include "engine/core/error.h"
#include "engine/io/check_coordinates.h"
#include "engine/io/crs_text.h"
#include "engine/io/fingerprint.h"
#include "engine/io/layer_builder.h"
#include "engine/io/row_order.h"

namespace desakota::qgis_plugin {
namespace {

using layers::ColumnType;

constexpr std::size_t kBatch = 1024;

ColumnType column_type(const QgsField& field) {
    switch (field.type()) {
        case QVariant::Bool:
            return ColumnType::YesNo;
        case QVariant::Int:
        case QVariant::UInt:
        case QVariant::LongLong:
        case QVariant::ULongLong:
            return ColumnType::WholeNumber;
        case QVariant::Double:
            return ColumnType::Number;
        default:
            return ColumnType::Text;
    }
}

geo::GeometryType known_type(QgsWkbTypes::Type type) {
    switch (QgsWkbTypes::geometryType(type)) {
        case QgsWkbTypes::PointGeometry:
            return geo::GeometryType::Point;
        case QgsWkbTypes::LineGeometry:
            return geo::GeometryType::Line;
        case QgsWkbTypes::PolygonGeometry:
            return geo::GeometryType::Polygon;
        default:
            return geo::GeometryType::None;
    }
}

/// The type of a layer that declares none, by its first feature that has a geometry.
geo::GeometryType first_type(const LayerInput& input) {
    auto features = input.features(QgsFeatureRequest().setNoAttributes());
    for (QgsFeature feature; features.nextFeature(feature);) {
        if (feature.hasGeometry()) return known_type(feature.geometry().wkbType());
    }
    return geo::GeometryType::Point;
}

geo::GeometryType geometry_type(const LayerInput& input) {
    if (input.geometry == QgsWkbTypes::NoGeometry) return geo::GeometryType::None;
    const auto type = known_type(input.geometry);
    return type == geo::GeometryType::None ? first_type(input) : type;
}

std::string crs_text(const QgsCoordinateReferenceSystem& crs) {
    return crs.isValid() ? io::crs_text(crs.toWkt(QgsCoordinateReferenceSystem::WKT_PREFERRED_GDAL).toStdString())
                         : std::string();
}

/// Dates, times and lists as QGIS would show them to a program: ISO, C locale.
std::string text_of(const QVariant& value) {
    if (value.type() == QVariant::Date) return value.toDate().toString(Qt::ISODate).toStdString();
    if (value.type() == QVariant::Time) return value.toTime().toString(Qt::ISODate).toStdString();
    if (value.type() == QVariant::DateTime) return value.toDateTime().toString(Qt::ISODate).toStdString();
    if (value.canConvert<QStringList>()) return value.toStringList().join(',').toStdString();
    return value.toString().toStdString();
}

void add_number(const QVariant& value, layers::Column& column) {
    const double number = value.toDouble();
    std::isnan(number) ? column.add_missing() : column.add_number(number);
}

void add_value(const QVariant& value, std::size_t index, io::LayerBuilder& builder) {
    auto& column = builder.column(index);
    if (!value.isValid() || value.isNull()) return column.add_missing();
    switch (column.type()) {
        case ColumnType::Text:
            return builder.add_text(index, text_of(value));
        case ColumnType::WholeNumber:
            return column.add_whole_number(value.toLongLong());
        case ColumnType::YesNo:
            return column.add_yes_no(value.toBool());
        case ColumnType::Number:
            return add_number(value, column);
    }
}

void add_geometry(const QgsFeature& feature, io::LayerBuilder& builder) {
    if (!feature.hasGeometry() || feature.geometry().isEmpty()) return builder.add_no_geometry();
    const auto bytes = feature.geometry().asWkb();
    builder.make_room(1, static_cast<std::size_t>(bytes.size()));
    builder.add_wkb(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

std::vector<io::SchemaColumn> chosen_columns(const io::SourceSchema& schema, const std::vector<std::string>& names) {
    std::vector<io::SchemaColumn> chosen;
    for (const auto& name : names) {
        const auto place = std::ranges::find_if(
            schema.columns, [&](const io::SchemaColumn& column) { return column.definition.name == name; });
        if (place != schema.columns.end()) chosen.push_back(*place);
    }
    return chosen;
}

QgsFeatureRequest request_for(const io::SourceSchema& schema, const std::vector<io::SchemaColumn>& columns) {
    QgsAttributeList attributes;
    for (const auto& column : columns) {
        if (!attributes.contains(column.field)) attributes.push_back(column.field);
    }
    QgsFeatureRequest request;
    request.setSubsetOfAttributes(attributes);
    if (schema.geometry_type == geo::GeometryType::None) request.setFlags(QgsFeatureRequest::NoGeometry);
    return request;
}

layers::Layer empty_layer(const io::SourceSchema& schema) {
    layers::Layer layer;
    layer.name = schema.name;
    layer.title = core::same_text(schema.name);
    layer.crs = schema.crs;
    layer.geometry_type = schema.geometry_type;
    return layer;
}

void read_features(QgsFeatureIterator features, io::LayerBuilder& builder, bool has_geometry) {
    for (QgsFeature feature; features.nextFeature(feature);) {
        builder.add_id(feature.id());
        if (has_geometry) add_geometry(feature, builder);
        for (std::size_t i = 0; i < builder.columns().size(); ++i) {
            add_value(feature.attribute(builder.columns()[i].field), i, builder);
        }
        if (builder.row_count() % kBatch == 0) builder.batch_is_complete();
    }
}

/// Are most fields called Field1, Field2 ..., as GDAL calls them without a heading?
bool lacks_heading(const QgsFields& fields) {
    static const QRegularExpression unnamed(QStringLiteral("^Field\\d+$"));
    int count = 0;
    for (const auto& field : fields) count += unnamed.match(field.name()).hasMatch() ? 1 : 0;
    return 2 * count > fields.count();
}

/// The source of a sheet as the engine reads it by itself; empty where the layer shows something else than its file
/// holds, or QGIS has found the heading.
std::string sheet_source(const QgsVectorLayer& layer) {
    static const QRegularExpression workbook(QStringLiteral("\\.(xlsx|xlsm|ods|xls)$"),
                                             QRegularExpression::CaseInsensitiveOption);
    const bool shows_file = layer.providerType() == QLatin1String("ogr") && !layer.isEditable() &&
                            layer.vectorJoins().isEmpty() && layer.subsetString().isEmpty();
    if (!shows_file || !lacks_heading(layer.fields())) return {};
    const auto parts = QgsProviderRegistry::instance()->decodeUri(layer.providerType(), layer.source());
    const auto path = parts.value(QStringLiteral("path")).toString();
    const auto sheet = parts.value(QStringLiteral("layerName")).toString();
    if (!workbook.match(path).hasMatch() || (path + sheet).contains('|')) return {};
    auto title = layer.name().simplified();
    title.replace('|', '/');
    const auto source = path + (sheet.isEmpty() ? QString() : "|sheet=" + sheet) + "|title=" + title;
    return source.toStdString();
}

/// `digits`: those of its geometry and columns as they came.
std::string content_of(const layers::Layer& layer, const std::string& digits) {
    const auto ids = std::as_bytes(std::span(layer.feature_ids));
    return digits + io::sha256({reinterpret_cast<const char*>(ids.data()), ids.size()}) + io::sha256(layer.crs) +
           layer.name;
}

bool is_file(const QgsVectorLayer& layer) {
    return layer.providerType() == QLatin1String("ogr");
}

}  // namespace

LayerInput input_of(const std::shared_ptr<QgsProcessingFeatureSource>& source, const QgsVectorLayer* layer) {
    const auto read = [source](const QgsFeatureRequest& request) {
        // Invalid geometries are the engine's to judge and to repair.
        return source->getFeatures(request, QgsProcessingFeatureSource::FlagSkipGeometryValidityChecks);
    };
    return {source->sourceName(),
            source->fields(),
            source->sourceCrs(),
            source->wkbType(),
            source->featureCount(),
            read,
            layer != nullptr && is_file(*layer),
            layer != nullptr && source->featureCount() == layer->featureCount() ? sheet_source(*layer) : std::string()};
}

LayerInput input_of(const QgsVectorLayer& layer) {
    const auto source = std::make_shared<QgsVectorLayerFeatureSource>(&layer);
    const auto read = [source](const QgsFeatureRequest& request) { return source->getFeatures(request); };
    return {layer.name(),         layer.fields(), layer.crs(),    layer.wkbType(),
            layer.featureCount(), read,           is_file(layer), sheet_source(layer)};
}

io::SourceSchema schema_of(const LayerInput& input) {
    io::SourceSchema schema;
    schema.name = input.name.toStdString();
    schema.geometry_type = geometry_type(input);
    schema.crs = schema.geometry_type == geo::GeometryType::None ? std::string() : crs_text(input.crs);
    for (int field = 0; field < input.fields.count(); ++field) {
        const auto& declared = input.fields.at(field);
        if (declared.type() == QVariant::ByteArray) continue;
        schema.columns.push_back(
            {.definition = {.name = declared.name().toStdString(), .type = column_type(declared)}, .field = field});
    }
    io::offer_tags(schema.columns);
    if (input.feature_count >= 0) schema.feature_count = static_cast<std::size_t>(input.feature_count);
    return schema;
}

analyses::LayerSchema chosen_from(const io::SourceSchema& schema) {
    analyses::LayerSchema chosen{schema.name, schema.geometry_type, {}};
    for (const auto& column : schema.columns) chosen.columns.push_back(column.definition);
    return chosen;
}

ReadLayer read_layer(const LayerInput& input, const io::SourceSchema& schema, const std::vector<std::string>& columns,
                     core::Progress& progress, core::Diagnostics& diagnostics) {
    auto chosen = chosen_columns(schema, columns);
    auto features = input.features(request_for(schema, chosen));
    core::Stage building(progress, 0.0, 0.95);
    io::LayerBuilder builder(empty_layer(schema), std::move(chosen), schema.feature_count, building);
    read_features(features, builder, schema.geometry_type != geo::GeometryType::None);
    if (!features.isValid()) {
        throw core::failure(core::format_text(
            "{0}: reading stopped. See QGIS's log of messages for the reason, then try again.",
            "{0}: pembacaan terhenti. Lihat alasannya di log pesan QGIS, lalu coba lagi.", schema.name));
    }
    auto [layer, digits, extent] = builder.finish(diagnostics);
    io::check_coordinates(layer, extent, diagnostics);
    if (!input.has_order && !io::is_in_order_of_ids(layer)) layer = io::in_order_of_ids(layer);
    auto content = content_of(layer, digits);
    progress.step(1.0);
    return {std::move(layer), std::move(content)};
}

}  // namespace desakota::qgis_plugin
