#pragma once

#include <QString>
#include <QStringList>
#include <QVariantMap>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"

class QgsProcessingParameterDefinition;

namespace desakota::qgis_plugin {

/// What an analysis does and gives, as HTML for the right-hand side of QGIS's dialog.
[[nodiscard]] QString help_text(const analyses::Analysis& analysis, core::Language language);

/// The group's English title in small letters and digits, the same in every language.
[[nodiscard]] QString group_id(const analyses::Analysis& analysis);

/// Words by which users look for an analysis, in both languages.
[[nodiscard]] QStringList tag_list(const analyses::Analysis& analysis);

/// Why a value cannot be accepted, and what can.
[[nodiscard]] QString value_problem(const QgsProcessingParameterDefinition& definition,
                                    const analyses::Analysis& analysis, core::Language language);

/// The answer of a run in sentences, and its figures, a line each.
[[nodiscard]] QString summary_text(const analyses::Results& results, core::Language language);
[[nodiscard]] QString figure_lines(const analyses::Results& results, core::Language language);

/// Puts each figure that has a value under its name in capitals.
void add_figures(const analyses::Results& results, QVariantMap& answers);

}  // namespace desakota::qgis_plugin
