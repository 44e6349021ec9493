#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/layers/layer.h"
#include "engine/maps/style.h"
#include "engine/study/results.h"

namespace desakota::study {

/// A layer of groups of settlements (kecamatan, kawasan ...) and how it is drawn, the default first.
struct GroupLayer {
    layers::Layer layer;
    std::vector<maps::Style> styles;
};

/// What becomes a layer of groups.
struct GroupQuestion {
    const layers::Layer& summary;            ///< `<analysis>_summary`
    const layers::Layer& settlements;        ///< as the analysis read them
    std::string group_field;                 ///< of the settlements, one that the summary has
    const std::vector<maps::Style>& styles;  ///< of the analysis's main layer
};

/// One row for each of the summary's rows of that field, that of settlements without a value last and that of all left
/// out, with the summary's columns; its area is that of its settlements, borders between them dissolved. Without name
/// and QML. Missing where
///
///   * settlements are points or a table: what a group of points covers is not known, and a hull around them would
///     claim land that is none of the group's;
///   * the summary has no row of that field, or the settlements lack the field;
///   * nothing in the summary can be drawn: no style of the main layer fits its columns, and no column holds shares.
///
/// It is drawn as the main layer is, as far as styles look only at columns that the summary has as well; otherwise by
/// natural breaks of the first column of shares (unsure rows marked as there).
[[nodiscard]] std::optional<GroupLayer> group_layer(const GroupQuestion& question);

/// "by_" and the field's name as lower_snake: "by_nama_kec" for "Nama Kec.".
[[nodiscard]] std::string group_layer_ending(const std::string& group_field);

/// Those of every field by which the run's summary groups, named, titled and with QML in the language:
/// "health_access_by_kecamatan", then the run's suffix. A field whose layer would be called like another's is passed
/// over.
[[nodiscard]] std::vector<GroupLayer> group_layers(const RunResult& run, const layers::Layer& settlements,
                                                   core::Language language);

}  // namespace desakota::study
