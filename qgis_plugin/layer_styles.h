#pragma once

#include <QString>

#include "engine/core/diagnostics.h"
#include "engine/layers/layer.h"

class QgsProcessingContext;

namespace desakota::qgis_plugin {

/// Gives a written result its styles: where QGIS is to load it, when it does; where it lies in a GeoPackage, inside it,
/// so that everyone opens it styled. The first style is the default, the others can be chosen. A file that does not
/// take them is a warning: the result itself is there.
void style(const QString& destination, const layers::Layer& layer, QgsProcessingContext& context,
           core::Diagnostics& diagnostics);

}  // namespace desakota::qgis_plugin
