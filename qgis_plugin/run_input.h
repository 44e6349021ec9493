#pragma once

#include <map>
#include <string>
#include <vector>

#include <QVariantMap>
#include <qgscoordinatereferencesystem.h>

#include "qgis_plugin/layer_input.h"

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/kept_networks.h"

class QgsProcessingAlgorithm;
class QgsProcessingContext;
class QgsProcessingParameterDefinition;

namespace desakota::qgis_plugin {

/// One run of an analysis, as QGIS asks for it.
struct RunRequest {
    const QgsProcessingAlgorithm& algorithm;
    const analyses::Analysis& analysis;
    const QVariantMap& parameters;
    QgsProcessingContext& context;

    /// QGIS's definition of a parameter of the analysis.
    [[nodiscard]] const QgsProcessingParameterDefinition* definition(const analyses::Parameter& parameter) const;
};

/// What only the thread that the layers live in may look at: made before a run, in that thread. By parameter.
struct ThreadBoundInput {
    std::map<std::string, std::vector<LayerInput>> layers;  ///< of kind layers
    std::map<std::string, std::string> rasters;             ///< path of a local file
};
/// Throws core::usage_error where a raster is no local file, or one of several layers no vector layer.
[[nodiscard]] ThreadBoundInput take_thread_bound_input(const RunRequest& request);

struct RunInput {
    analyses::Arguments arguments;
    /// QGIS's own form of the layers' coordinate systems, by the engine's.
    std::map<std::string, QgsCoordinateReferenceSystem> crs;
    analyses::LayerContents contents;
};

/// Reads everything that a run needs; layers once, with the columns needed only. A parameter counts as given where it
/// differs from its default.
///
///   * Throws core::Error with all faults of the input together; core::Cancelled.
[[nodiscard]] RunInput read_input(const RunRequest& request, ThreadBoundInput bound, core::Progress& progress,
                                  core::Diagnostics& diagnostics);

/// Whether a layer is wanted for the sink of that name.
[[nodiscard]] bool is_wanted(const QVariantMap& parameters, const QString& sink);

}  // namespace desakota::qgis_plugin
