#pragma once

#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {

/// The parameters that analyses of household tables share, in the order in which front ends show them.
///
/// settlements (any layer, or a table), id-field, name-field, families-field, group-field.
[[nodiscard]] std::vector<Parameter> welfare_settlement_parameters();
/// households (any layer, or a table), household-settlement-field, household-kecamatan-field, persons-field,
/// weight-field, matches, matches-fields.
[[nodiscard]] std::vector<Parameter> household_parameters();
/// income-field, income-period, income-of.
[[nodiscard]] std::vector<Parameter> income_parameters();

/// Fields of household traits, each with its usual names: schooling-field and so on.
[[nodiscard]] Parameter working_members_field();
[[nodiscard]] Parameter schooling_field();
[[nodiscard]] Parameter basic_education_field();
[[nodiscard]] Parameter weekly_hours_field();
[[nodiscard]] Parameter land_field();
[[nodiscard]] Parameter production_field();
[[nodiscard]] Parameter electricity_field();
[[nodiscard]] Parameter clean_water_field();
[[nodiscard]] Parameter children_field();
[[nodiscard]] Parameter immunised_children_field();
[[nodiscard]] Parameter literate_housewife_field();

/// aggregate: pooled (default) or unweighted.
[[nodiscard]] Parameter pooling_parameter();
/// replications (default 1000; 0: no bootstrap) and seed (default 1).
[[nodiscard]] std::vector<Parameter> resampling_parameters();

}  // namespace desakota::analyses
