#pragma once

#include <memory>

#include <qgsprocessingparameters.h>

#include "engine/analyses/catalogue.h"

namespace desakota::qgis_plugin {

using ParameterDefinition = std::unique_ptr<QgsProcessingParameterDefinition>;

/// QGIS's form of a parameter: its name in capitals, title and help in `language`, range, default, choices, geometry.
[[nodiscard]] ParameterDefinition to_qgis(const analyses::Parameter& parameter, core::Language language);

/// The sink of an output: required for the main layer; a companion's is optional and off by default.
[[nodiscard]] ParameterDefinition sink_of(const analyses::Analysis& analysis, const analyses::OutputLayer& output,
                                          core::Language language);

}  // namespace desakota::qgis_plugin
