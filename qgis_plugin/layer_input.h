#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <qgscoordinatereferencesystem.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>
#include <qgsfields.h>
#include <qgsvectorlayer.h>

#include "engine/analyses/resolve.h"
#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/io/source_schema.h"
#include "engine/layers/layer.h"

class QgsProcessingFeatureSource;

namespace desakota::qgis_plugin {

/// A layer of QGIS as an algorithm sees it: whatever its provider, with its filter, selection, joined and computed
/// fields.
struct LayerInput {
    QString name;
    QgsFields fields;
    QgsCoordinateReferenceSystem crs;
    QgsWkbTypes::Type geometry = QgsWkbTypes::NoGeometry;
    long long feature_count = 0;  ///< negative where unknown
    std::function<QgsFeatureIterator(const QgsFeatureRequest&)> features;
    /// Rows come in an order that they keep, as those of a file do. Others are put in the order of their numbers: a
    /// database hands them out as they lie on its disk.
    bool has_order = false;
    /// A sheet of a workbook whose heading QGIS has not found (its fields are called Field1, Field2 ...): the source
    /// from which the engine reads it, with titles, stacked headings and totals told apart. Empty otherwise.
    std::string sheet;
};

/// What a parameter of kind layer names. The source lives as long as what is returned.
/// `layer` is the one it reads, or nullptr where there is none.
[[nodiscard]] LayerInput input_of(const std::shared_ptr<QgsProcessingFeatureSource>& source,
                                  const QgsVectorLayer* layer);

/// A layer as it is now, readable by any thread. To be called by the thread that the layer lives in.
[[nodiscard]] LayerInput input_of(const QgsVectorLayer& layer);

/// What the engine will see of it. A layer of any geometry type gets that of its first feature; one with
/// OpenStreetMap's `other_tags` offers the usual tags as columns.
[[nodiscard]] io::SourceSchema schema_of(const LayerInput& input);

/// The schema in the form in which fields are chosen.
[[nodiscard]] analyses::LayerSchema chosen_from(const io::SourceSchema& schema);

/// A layer, and a text that tells its content from any other: features, numbers and order, values of the columns that
/// were read, coordinate system and name.
struct ReadLayer {
    layers::Layer layer;
    std::string content;
};
/// Reads all features with the named columns of `schema` only, in that order, once. Z and M are dropped, curves made
/// straight; what cannot be used goes to `diagnostics` as errors that name the feature. Throws core::Cancelled, and
/// core::failure where the layer's provider fails.
[[nodiscard]] ReadLayer read_layer(const LayerInput& input, const io::SourceSchema& schema,
                                   const std::vector<std::string>& columns, core::Progress& progress,
                                   core::Diagnostics& diagnostics);

}  // namespace desakota::qgis_plugin
