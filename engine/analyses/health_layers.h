#pragma once

#include <future>
#include <vector>

#include "engine/analyses/health_searches.h"
#include "engine/analyses/summary_table.h"
#include "engine/layers/layer.h"

namespace desakota::analyses {

/// Columns of `health_access` and of its summary. Those of the time rule are there where --threshold-min is given.
enum class TimeRule : std::uint8_t { Off, On };
[[nodiscard]] std::vector<layers::ColumnDefinition> health_columns(TimeRule time_rule);
[[nodiscard]] std::vector<layers::ColumnDefinition> health_summary_columns(TimeRule time_rule);

/// `ways`: a layer of the columns that add_way_columns gives, waited for once they are needed.
[[nodiscard]] layers::Layer make_health_layer(const HealthQuestion& question, const HealthFindings& findings,
                                              const layers::Layer& settlements, std::future<layers::Layer> ways,
                                              core::Progress& progress);

/// What the summary pools. The findings must outlive it.
[[nodiscard]] SummaryInput health_summary(const HealthQuestion& question, const HealthFindings& findings);

/// The answer first: families (or settlements, without a families field) beyond the threshold, then the settlements by
/// status. `pooled` as `health_summary` gives it.
void add_health_answer(Results& results, const HealthQuestion& question, const SummaryInput& pooled,
                       const HealthFindings& findings);

}  // namespace desakota::analyses
