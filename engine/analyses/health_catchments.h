#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/access/catchment_ratio.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/health_searches.h"
#include "engine/layers/layer.h"

namespace desakota::analyses {

/// Capacity against all families that reach it. Only facilities that count and function, and whose capacity is known,
/// take part; a settlement's families are taken to be at the place that stands for it.
struct CatchmentQuestion {
    std::vector<std::optional<double>> capacities;  ///< of each facility; missing where it does not take part
    std::int64_t limit = 0;                         ///< in the unit of the run's --cost; as much is within
    access::Decay decay;                            ///< `access::within(limit)` for the plain form
};

struct CatchmentFindings {
    std::vector<std::uint32_t> facilities;  ///< those that take part, ascending: columns of the following
    access::CatchmentRatios ratios;
    std::vector<std::int64_t> within;  ///< of each settlement: facilities in its catchment
};

/// capacity-field, catchment, catchment-decay and what belongs to it.
[[nodiscard]] std::vector<Parameter> catchment_parameters();

/// Usage errors, collected: options of catchments without a capacity field or with no effect, decay parameters out of
/// range, no families field.
void check_catchment_usage(const HealthQuestion& question, const Arguments& arguments, core::Diagnostics& diagnostics);

/// Missing without a capacity field. Errors that name the facility: a capacity below 0, text that is no number.
/// Warning: facilities without a capacity.
[[nodiscard]] std::optional<CatchmentQuestion> read_catchments(const HealthQuestion& question,
                                                               const Arguments& arguments,
                                                               core::Diagnostics& diagnostics);

[[nodiscard]] CatchmentFindings find_catchments(const HealthQuestion& question, const CatchmentQuestion& catchments,
                                                const SearchSetting& setting, core::Progress& progress);

/// capacity_per_1000_families, facilities_in_catchment: of the main layer.
[[nodiscard]] std::vector<layers::ColumnDefinition> catchment_columns();
void add_catchment_columns(layers::Layer& layer, const HealthQuestion& question, const CatchmentFindings& findings);

/// `health_access_facilities`: each facility with its capacity and the families that reach it.
[[nodiscard]] OutputLayer declare_catchment_facilities();
[[nodiscard]] layers::Layer make_catchment_facilities(const HealthQuestion& question,
                                                      const CatchmentQuestion& catchments,
                                                      const CatchmentFindings& findings,
                                                      const layers::Layer& facility_layer);

void add_catchment_answer(Results& results, const HealthQuestion& question, const CatchmentFindings& findings);

}  // namespace desakota::analyses
