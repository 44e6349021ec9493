#include "qgis_plugin/result_sinks.h"

#include <algorithm>
#include <memory>

#include <QFile>
#include <qgsfeature.h>
#include <qgsfeaturesink.h>
#include <qgsgeometry.h>
#include <qgsprocessingalgorithm.h>
#include <qgsprocessingparameters.h>
#include <qgsproviderregistry.h>
#include <qgsvectorlayer.h>

#include "qgis_plugin/words.h"

#include "engine/core/error.h"
#include "engine/io/geometry_encoding.h"

namespace desakota::qgis_plugin {
namespace {

using layers::Column;
using layers::ColumnType;

constexpr std::size_t kBatch = 1000;

QVariant::Type field_type(ColumnType type) {
    switch (type) {
        case ColumnType::WholeNumber:
            return QVariant::LongLong;
        case ColumnType::Number:
            return QVariant::Double;
        case ColumnType::YesNo:
            return QVariant::Bool;
        case ColumnType::Text:
            break;
    }
    return QVariant::String;
}

QgsFields fields_of(const layers::Layer& layer) {
    QgsFields fields;
    for (const auto& column : layer.columns) fields.append(QgsField(to_qt(column.name()), field_type(column.type())));
    return fields;
}

QVariant value_of(const Column& column, std::size_t row) {
    const auto type = column.type();
    if (type == ColumnType::Text) {
        if (const auto text = column.text(row)) return QString::fromUtf8(text->data(), static_cast<int>(text->size()));
    } else if (type == ColumnType::Number) {
        if (const auto number = column.number(row)) return *number;
    } else if (const auto whole = column.whole_number(row)) {
        return type == ColumnType::YesNo ? QVariant(*whole != 0) : QVariant(static_cast<qlonglong>(*whole));
    }
    return QVariant(field_type(type));
}

QgsWkbTypes::Type qgis_type(const io::LayerShape& shape) {
    return shape.type == geo::GeometryType::None ? QgsWkbTypes::NoGeometry
                                                 : static_cast<QgsWkbTypes::Type>(io::wkb_type(shape));
}

QgsCoordinateReferenceSystem crs_of(const layers::Layer& layer,
                                    const std::map<std::string, QgsCoordinateReferenceSystem>& known) {
    if (layer.geometry_type == geo::GeometryType::None) return {};
    const auto place = known.find(layer.crs);
    return place != known.end() ? place->second : QgsCoordinateReferenceSystem::fromWkt(to_qt(layer.crs));
}

QgsGeometry geometry_of(const layers::Layer& layer, std::size_t row, bool multi) {
    std::string bytes;
    io::append_wkb(layer.geometry, row, multi, bytes);
    QgsGeometry geometry;
    geometry.fromWkb(QByteArray(bytes.data(), static_cast<int>(bytes.size())));
    return geometry;
}

QgsFeature feature_of(const layers::Layer& layer, const QgsFields& fields, const io::LayerShape& shape,
                      std::size_t row) {
    QgsFeature feature(fields);
    QgsAttributes attributes;
    attributes.reserve(static_cast<int>(layer.columns.size()));
    for (const auto& column : layer.columns) attributes.push_back(value_of(column, row));
    feature.setAttributes(attributes);
    const bool has_geometry = shape.type != geo::GeometryType::None && !layer.geometry.is_missing(row);
    if (has_geometry) feature.setGeometry(geometry_of(layer, row, shape.multi));
    return feature;
}

core::Error not_written(const layers::Layer& layer, const QString& reason) {
    const auto details = reason.isEmpty() ? std::string() : " (" + reason.toStdString() + ")";
    return core::failure(core::same_text("\"") + layer.title +
                         core::format_text("\": the layer cannot be written{}. Choose another place for it.",
                                           "\": lapisan tidak dapat ditulis{}. Pilih tempat lain.", details));
}

/// Whether the sink took all rows.
bool write_rows(const layers::Layer& layer, const QgsFields& fields, QgsFeatureSink& sink, core::Progress& progress) {
    const auto shape = io::shape_of(layer);
    for (std::size_t begin = 0; begin < layer.row_count; begin += kBatch) {
        progress.step(static_cast<double>(begin) / static_cast<double>(layer.row_count));
        QgsFeatureList features;
        const auto end = std::min(begin + kBatch, layer.row_count);
        for (auto row = begin; row < end; ++row) features.push_back(feature_of(layer, fields, shape, row));
        if (!sink.addFeatures(features, QgsFeatureSink::FastInsert)) return false;
    }
    return sink.flushBuffer();
}

/// QGIS writes the last rows when a sink is closed, and tells nobody where that fails.
void check_file(const QString& destination, const layers::Layer& layer) {
    const auto parts = QgsProviderRegistry::instance()->decodeUri(QStringLiteral("ogr"), destination);
    if (!QFile::exists(parts.value(QStringLiteral("path")).toString())) return;
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    const QgsVectorLayer written(destination, QStringLiteral("written"), QStringLiteral("ogr"), options);
    const auto rows = static_cast<long long>(layer.row_count);
    if (written.isValid() && written.featureCount() == rows) return;
    const auto found = std::max(written.isValid() ? written.featureCount() : 0, 0LL);
    throw core::failure(core::format_text(
        "{0}: only {1} of {2} rows could be written. Is the disk full? Delete the file, then try again.",
        "{0}: hanya {1} dari {2} baris yang tertulis. Apakah disk penuh? Hapus berkasnya, lalu coba "
        "lagi.",
        destination.toStdString(), found, rows));
}

}  // namespace

std::optional<WrittenSink> write_to_sink(const RunRequest& request, const QString& parameter,
                                         const layers::Layer& layer,
                                         const std::map<std::string, QgsCoordinateReferenceSystem>& crs,
                                         core::Progress& progress) {
    if (!is_wanted(request.parameters, parameter)) return std::nullopt;
    const auto fields = fields_of(layer);
    QString destination;
    std::unique_ptr<QgsFeatureSink> sink(QgsProcessingParameters::parameterAsSink(
        request.algorithm.parameterDefinition(parameter), request.parameters, fields, qgis_type(io::shape_of(layer)),
        crs_of(layer, crs), request.context, destination));
    if (!sink) throw not_written(layer, {});
    if (!write_rows(layer, fields, *sink, progress)) throw not_written(layer, sink->lastError());
    sink.reset();
    check_file(destination, layer);
    return WrittenSink{parameter, destination};
}

}  // namespace desakota::qgis_plugin
