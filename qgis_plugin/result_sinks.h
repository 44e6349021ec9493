#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "qgis_plugin/run_input.h"

#include "engine/core/progress.h"
#include "engine/layers/layer.h"

namespace desakota::qgis_plugin {

/// A result layer in the sink that was asked for.
struct WrittenSink {
    QString parameter;
    QString destination;  ///< QGIS's id of the layer, or its source
};

/// Writes a result layer, row by row in order, to the sink `parameter` of the request, with the engine's columns and
/// the geometry type that fits all rows. `crs` are the coordinate systems that came with the input (RunInput::crs).
/// Missing stays NULL. Empty where no such sink is wanted. Throws core::failure where the sink cannot be made or does
/// not take the rows, QgsProcessingException where QGIS says why, core::Cancelled.
[[nodiscard]] std::optional<WrittenSink> write_to_sink(const RunRequest& request, const QString& parameter,
                                                       const layers::Layer& layer,
                                                       const std::map<std::string, QgsCoordinateReferenceSystem>& crs,
                                                       core::Progress& progress);

}  // namespace desakota::qgis_plugin
