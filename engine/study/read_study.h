#pragma once

#include <string>
#include <string_view>

#include "engine/core/diagnostics.h"
#include "engine/study/study.h"

namespace desakota::study {

/// Reads the text of a study file:
///
///     format = 1
///     [study]               title, area, output, seasons
///     [office]              name, logo, signer, signer_title, map_number, date
///     [layers.settlements]  source, dated, and fields: families-field = "kk"
///     [parameters]          for every analysis that has them
///     [[run]]               analysis, name, layers, and parameters of this analysis
///     [priorities]          health, poverty, food, not_connected
///     [[map]]               layer, column, title, breaks, classes, limits
///     [maps]                papers, indicative_boundaries, atlas, cards, group_field
///
/// What is wrong goes to `diagnostics`, each with its line: unknown keys (with the nearest known one), wrong types,
/// values that no setting knows. Keys of layers, parameters and runs are not judged here (plan.h). Throws where the
/// text is no TOML, or has another format.
[[nodiscard]] Study read_study(const std::string& name, std::string_view text, core::Diagnostics& diagnostics);

}  // namespace desakota::study
