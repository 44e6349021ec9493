#pragma once

#include <string>

#include <QString>

#include "engine/analyses/catalogue.h"
#include "engine/core/text.h"

namespace desakota::qgis_plugin {

[[nodiscard]] inline QString to_qt(const std::string& text) {
    return QString::fromStdString(text);
}

/// Indonesian where QGIS speaks it, else English.
[[nodiscard]] core::Language qgis_language();

/// "max-access" becomes "MAX_ACCESS", "health_access_legs" "HEALTH_ACCESS_LEGS".
[[nodiscard]] QString parameter_name(const std::string& name);

/// "health-access" becomes "healthaccess".
[[nodiscard]] QString algorithm_name(const std::string& id);

/// The name of an output's sink: OUTPUT for the main layer (the first), the layer's own name for a companion.
[[nodiscard]] QString sink_name(const analyses::Analysis& analysis, const analyses::OutputLayer& output);

/// A message in the words of QGIS's dialogs: an option of the command line (`--max-access`) becomes the title of the
/// parameter ("Longest walk to the road").
[[nodiscard]] QString in_dialog_words(const core::Text& text, const analyses::Analysis& analysis,
                                      core::Language language);

}  // namespace desakota::qgis_plugin
