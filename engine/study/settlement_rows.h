#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/layers/layer.h"
#include "engine/study/results.h"
#include "engine/study/study.h"

namespace desakota::study {

/// The settlements that a report is about, in the order of the study's settlement layer.
struct StudySettlements {
    const layers::Layer* layer = nullptr;  ///< whose rows they are, with its geometry; nullptr where there are none
    std::vector<std::string> ids;
    std::vector<std::string> names;   ///< "(no name, row 3)" where only some lack it; the id where all do
    std::vector<std::string> groups;  ///< kecamatan or the like; empty where none is known
    std::vector<std::optional<double>> families;
    std::unordered_map<std::string, std::size_t> places;  ///< of the ids

    [[nodiscard]] std::size_t size() const { return ids.size(); }
};

/// Those of the layer `settlements`, with the ids and names that the runs gave them; without such a layer those of the
/// first run that has any. The group is the study's group field, or the first that a run was broken down by.
[[nodiscard]] StudySettlements study_settlements(const Study& study, const StudyResults& results);

/// The layer of a run with a row a settlement; nullptr where it has none.
[[nodiscard]] const layers::Layer* settlement_layer(const RunResult& run);
/// The layer "<name of the run><ending>", such as "_summary".
[[nodiscard]] const layers::Layer* companion_of(const RunResult& run, const std::string& ending);
/// A layer's name as the analysis has it, without the season: "health_access_summary".
[[nodiscard]] std::string plain_name(const RunResult& run, const layers::Layer& layer);

/// Whether the rows of a layer are the report's settlements, in their order.
[[nodiscard]] bool has_rows_of(const layers::Layer& layer, const StudySettlements& settlements);
/// The row of each settlement in a layer with a column `settlement_id`; missing where it has none. A row counts only
/// where its name, if both have one, is the same, so that equal ids of two areas are not taken for one place.
[[nodiscard]] std::vector<std::optional<std::size_t>> rows_of(const layers::Layer& layer,
                                                              const StudySettlements& settlements);

/// A value of a column that a layer may lack.
[[nodiscard]] std::optional<double> number_in(const layers::Layer& layer, std::string_view column,
                                              std::optional<std::size_t> row);
[[nodiscard]] std::optional<std::string_view> text_in(const layers::Layer& layer, std::string_view column,
                                                      std::optional<std::size_t> row);
/// The row of a summary that stands for all settlements.
[[nodiscard]] std::optional<std::size_t> total_row(const layers::Layer& summary);

/// The column that a Field parameter took in the first layer it belongs to, in the first run that has one; empty where
/// there is none.
[[nodiscard]] std::string field_of_runs(const StudyResults& results, const std::string& parameter);

}  // namespace desakota::study
